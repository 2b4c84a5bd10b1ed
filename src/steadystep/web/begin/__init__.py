"""The first run, and the safety questions whenever they are answered again."""
