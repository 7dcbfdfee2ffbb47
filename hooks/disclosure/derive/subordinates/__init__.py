"""下级公开: the columns of subordinate organs, as they were collected, with the way to each of their documents."""
