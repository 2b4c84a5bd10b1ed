"""How each movement looks: its pose at the start, and where it goes."""
