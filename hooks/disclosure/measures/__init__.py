"""What rules and the inspectors' report both need to know of a column: pure functions over it, so that the two cannot disagree.

Timeliness: time_limits (公开时限 in words → terms), timeliness (成文 to 发布; reposts), day_counts (how it was counted), annual_deadlines.
Freshness: freshness (blank, stale and re-dated items), register_freshness, vetoes (the national counts), forecast, coverage (item × organ).
Papers: citations (《…》（…号） in a text), clauses (what a sentence says of them), cited (which papers these are), lapses (since when a
document is gone).  Interpretation: interpretation (sets and rates).  Organs: named_organs, contact_data.  once takes a measure once.
"""
