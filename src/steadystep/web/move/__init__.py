"""The movement itself: what to do, how it looks, and a quiet clock beside it."""
