"""The door to observations: one file for all pages, opened once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from steadystep.store import SqliteObserved
from steadystep.web.record.place import folder

if TYPE_CHECKING:
    from pathlib import Path


def the_observed() -> SqliteObserved:
    """The observations of this home."""
    return _observed_in(folder())


@lru_cache(maxsize=8)
def _observed_in(place: Path) -> SqliteObserved:
    return SqliteObserved(place)
