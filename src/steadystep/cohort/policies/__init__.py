"""Those who plan for an invented person: comparators, the rule itself, and the oracle."""
