"""The open data of the column: what can be downloaded, under which terms, and what is new.

Reading order: files, catalogue, feeds, contexts, pages.
"""
