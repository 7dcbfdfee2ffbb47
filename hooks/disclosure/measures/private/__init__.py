"""Personal information and secrets in texts: what is private, where it stands, and the mask that is proposed.

Pure functions over text.  Reading order: kinds, finder (all detectors together), signs (digits as people write them), context
(what labels and heads say), names; then a module for each kind of thing: resident_ids, telephones, cards, papers (and plates),
homes, births, contacts, secrecy; people (names in tables) and sentences (names in running text, with states); tables come
from written_tables and loose_tables.  leaks looks at a whole column, office holds what may stand everywhere, discreet
masks what other rules repeat.
"""
