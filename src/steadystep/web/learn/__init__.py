"""The daily programme on pages: its list, its chapters, and where their claims come from."""
