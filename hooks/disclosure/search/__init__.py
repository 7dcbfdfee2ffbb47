"""Column → the data that a search in the browser loads, as scripts, so that it works from a disk as well."""
