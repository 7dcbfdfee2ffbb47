"""Facts about a column that rules and reports share, so that they cannot disagree: pure functions, no findings."""
