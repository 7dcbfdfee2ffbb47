"""What inspectors read: every finding with the organ that answers for it, indicator by indicator.  Never in the site.

Reading order: responsible (who answers for a finding), before (what the last report said), findings, facts (all measures, taken
once), measured (what is counted), indicator, indicators (what the norms ask, a module for each set), verdicts (how the column
stands), changes, contexts (what the pages show), charts, tables, pages, data.
"""
