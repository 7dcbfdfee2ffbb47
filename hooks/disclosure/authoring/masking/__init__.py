"""``disclosure mask``: the proposed masks written into files.

Reading order: editing (what is changed and what is kept), texts (Markdown, YAML, CSV, web pages, plain text), xml_places (where the
elements of a part stand), packages (zip files of Office), word, workbooks; command puts them together.
"""
