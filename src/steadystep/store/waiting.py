"""Exports that wait beside the record while they are read: where, and how they are forgotten."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# In a folder of a record. Each export has one of its own in there.
WAITING = "bringing"


def waiting(home: Path) -> int:
    """How many exports wait, or were left behind by a program that was ended."""
    there = home / WAITING
    return sum(1 for one in there.iterdir() if one.is_dir()) if there.is_dir() else 0


def forget_waiting(home: Path) -> None:
    """Delete them all. A program that reads one finds nothing any more, and ends."""
    shutil.rmtree(home / WAITING, ignore_errors=True)
