"""Work plans broken down into tasks: the pages at /tasks/ and their data sets."""
