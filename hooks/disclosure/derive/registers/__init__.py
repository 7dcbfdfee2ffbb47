"""名录: registers as tables on pages, as data sets and as what search finds.  Reading order: contexts, cells, tables, pages."""
