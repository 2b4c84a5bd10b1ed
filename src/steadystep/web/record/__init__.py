"""The one door to the person's log, and who they are to every page: language, size, colours."""
