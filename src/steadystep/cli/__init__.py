"""The terminal's door: one file per verb."""
