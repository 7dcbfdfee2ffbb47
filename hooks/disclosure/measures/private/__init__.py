"""Personal information and secrets in texts: what is private, where it stands, and the mask that is proposed.

Pure functions over text.  Reading order: kinds, finder (all detectors together), signs (digits as people write them), context
(what labels and heads say); then a module for each kind of thing: resident_ids, telephones, cards (with issuers), papers (and
plates), homes, births, contacts, mailboxes, secrecy.

Names: surnames, common_words (what only begins like a name), names (whether a word is one), mentions (where one stands between
edges).  What is said of them: roles and posts (who they are), children, states; people reads tables, sentences running text
(triggers finds the sentences), listed lists.  Tables come from written_tables, loose_tables and forms.

leaks looks at a whole column, office holds what may stand everywhere, discreet masks what other rules and reports repeat.
"""
