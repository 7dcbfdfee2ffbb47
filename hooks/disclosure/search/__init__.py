"""What can be found → the files of the search index.  Pure: knows no folder but its own code, no clock, no MkDocs.

Reading order: signs, plain, corpus (all texts as one row of items), joined, postings (what lunr scores by), grams (where runs
stand exactly), tables, words, files.  Beside them what helps with a question: runs, suggest, sounds, help_files.
"""
