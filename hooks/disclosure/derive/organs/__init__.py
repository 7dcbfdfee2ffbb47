"""The organs: the directory at /organs/ and the page of each."""
