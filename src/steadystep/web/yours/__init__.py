"""What is the person's own to set: how pages look, pace, pauses, limits, and their data."""
