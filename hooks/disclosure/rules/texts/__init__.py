"""文字质量: what is wrong with a text itself, whatever it is about.

``view`` shows a text as its readers see it and quotes it; each of the other modules is a kind of fault: ``wording`` (with
``phrases``), ``signs``, ``leftovers``, ``blanks``, ``torn``, ``numbering``, ``doubled``, ``marks``, ``sums`` (with
``amounts``), ``tables``.
"""
