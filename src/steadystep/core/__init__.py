"""The words and the rule: pure, and the same wherever they are asked."""
