"""The rule by example: a folder is a chapter, a file a section, a test a paragraph."""
