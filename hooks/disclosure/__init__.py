"""The engine of a 政府信息公开 column.

load     text → model: catalogue/*.yml and content/**/*.md become a Column
rules    model → problems: everything wrong with it, at once
derive   model → what each page shows: pure contexts; what search can find
search   what can be found → the files of the search index
publish  contexts → files: rendered pages, downloads, sitemap
authoring  help for editors

Read pipeline.py first, then model/ and column.py, then the stages in this order.  Imports point one way:
cli → host, pipeline → publish → search → derive → rules → load → column → model, problems.
"""
