"""The invented person of `serve --demo`, who moves into a throw-away log."""

from __future__ import annotations


def move_in() -> None:
    """Fill the log of this start."""
