"""政策解读: which documents are explained, how and by whom, and how many of those that ought to be.

What belongs together and what is counted is measured in measures/interpretation.py.  Reading order: contexts, beside (what
the page of a document shows), tables, builders.
"""
