"""Virtual people, and the rule at their speed. Nothing here is clinical evidence."""
