"""Home mode: one person, one machine, and a key that keeps everybody else on it out."""
