"""政策解读: which documents are explained, how and by whom, and how many of those that ought to be.

Reading order: contexts, sets (documents with their interpretations), beside (what the page of a document shows of that),
rates, tables, builders.
"""
