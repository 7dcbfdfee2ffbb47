"""What inspectors read: every finding with the organ that answers for it, indicator by indicator.  Never in the site.

Reading order: responsible (who answers for a finding), findings, before (what the last report said), facts (all measures, taken
once), measured (what is counted), indicator, indicators (what the norms ask, with a module for each set), verdicts (how the column stands), contexts (what the pages show), charts, tables, pages.
"""
