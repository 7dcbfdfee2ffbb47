"""The engine of a 政府信息公开 column.

load      text → model: catalogue/*.yml, content/**/*.md and the files beside them become a Column
measures  model → facts that are counted: days, ages, rates, papers cited, what is private; for rules and reports alike
rules     model → problems: everything wrong with it, at once; later with the finished site, too
derive    model → what each page shows: pure contexts; what search can find; what the inspectors' report says
search    what can be found → the files of the search index
publish   contexts → files: rendered pages, downloads, sitemap, the report; and these files as rules see them
authoring  help for editors

Read pipeline.py first, then model/ and column.py, then the stages in this order (passages.py, every text that citizens
read, before measures).  Imports point one way:
cli → host, pipeline → publish → search → derive → rules → measures → passages → load → column → model, problems.
"""
