"""政府公报: the issues by year, the contents of each, a whole issue on one page.

Reading order: contexts, builders, whole; beside says in which issues a document stands.
"""
