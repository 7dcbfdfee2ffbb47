"""文字质量: what is wrong with a text itself, whatever it is about.

``view`` shows a text as its readers see it and quotes it; each of the other modules is a kind of fault: ``wording`` (with
``lexicon`` and ``phrases``), ``signs``, ``leftovers``, ``blanks``, ``torn``, ``numbering``, ``doubled``, ``marks``, ``sums`` and
``growth`` (with ``amounts``), ``totals`` (with ``tables``).
"""
