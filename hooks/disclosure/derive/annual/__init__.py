"""年度报告: contexts (what the pages show), form (the tables), charts, pages, index, comparison, data (what can be downloaded)."""
