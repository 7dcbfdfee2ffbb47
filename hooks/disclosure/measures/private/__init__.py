"""Personal information and secrets in texts: what is private, where it stands, and the mask that is proposed.

Pure functions over text.  Reading order: kinds, signs (digits as people write them), names, context (what labels and heads
say), then a module for each kind of detector: resident_ids, telephones, cards, papers, homes, births, contacts, secrecy,
people (names in lists and sentences; with tables); finder puts them together, office holds what may stand everywhere.
"""
