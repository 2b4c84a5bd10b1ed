"""What the tests of the store stand on: both logs, and what is told to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from steadystep.core import events as on
from steadystep.core.events import Entry, Event
from steadystep.store.jsonl import JsonlLog
from steadystep.store.log import fresh_key
from steadystep.store.sqlite import SqliteLog
from tests.core.lives import at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AnyLog: TypeAlias = JsonlLog | SqliteLog


def sqlite_in(folder: Path, *, new_key: Callable[[], str] = fresh_key) -> AnyLog:
    """A log in one SQLite file."""
    return SqliteLog(folder / "log", new_key=new_key)


def jsonl_in(folder: Path, *, new_key: Callable[[], str] = fresh_key) -> AnyLog:
    """A log of JSON Lines, a file a person."""
    return JsonlLog(folder / "log", new_key=new_key)


BOTH = (sqlite_in, jsonl_in)


def entry(
    number: int, event: Event | None = None, key: str = "", *, hour: float = 9, who: str = "her"
) -> Entry:
    """An entry of a numbered day, an answer unless told otherwise."""
    when = at(number, hour, offset=2)
    return Entry(who, when, when, event or on.CheckedIn(pain=40, fatigue=50), key)


def all_of(log: AnyLog, who: str = "her") -> list[Entry]:
    """All that a log holds of a person, in its order."""
    return [one.entry for one in log.read(who)]


def file_of(log: AnyLog, folder: Path) -> Path:
    """The file that a log keeps her record in."""
    return folder / "log" / ("record.sqlite3" if isinstance(log, SqliteLog) else "her.jsonl")
