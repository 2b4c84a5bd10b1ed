"""The log: what people told, appended, read in order, and forgotten when they ask for it."""
