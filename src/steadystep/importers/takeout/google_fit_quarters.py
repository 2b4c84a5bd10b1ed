"""Google Fit's quarters of hours: a file for each day, whose day stands in its name alone."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import DAY_SECONDS, Kind
from steadystep.importers.columns import Role, named_columns, playing
from steadystep.importers.limits import FASTEST_HEART, MOST_STEPS_A_DAY, SLOWEST_HEART
from steadystep.importers.numbers import is_no_answer
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.takeout.telling import number_of
from steadystep.importers.takeout.times import seconds_of
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.importers.columns import Column
    from steadystep.importers.table import Row, Table
    from steadystep.importers.takeout.telling import Telling

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BEATS: Final = "bpm"
_MEAN: Final = frozenset({"average", "avg", "moyenne", "durchschnittliche"})
_START, _END = 0, 1


class Columns(NamedTuple):
    """Where the wanted columns are."""

    steps: int | None
    heart: int | None


def read_quarters(table: Table, where: str, telling: Telling, source: int) -> None:
    """Read a day.

    Raises:
        CannotRead: The name of the file tells no day.
    """
    named = _DAY.search(where)
    day = telling.times.at(named[0]) if named else None
    if day is None:
        raise CannotRead(
            Sentence("The day of this file stands in its name. Give it the name back it had.")
        )
    if isinstance(day, Sentence):
        raise CannotRead(day)
    names = named_columns(table.header)
    steps = playing(Role.STEPS, names)
    columns = Columns(steps[0].index if steps else None, _mean_heart_rate(names))
    for line, row in table.rows(None):
        trouble = row if isinstance(row, Sentence) else _quarter(row, day, columns, telling, source)
        if trouble is not None:
            telling.refuse(f"{where}, line {line}", trouble)


def _quarter(
    row: Row, day: int, columns: Columns, telling: Telling, source: int
) -> Sentence | None:
    """Read a quarter of an hour. Most of them are empty."""
    steps = _amount(row, columns.steps, MOST_STEPS_A_DAY)
    bpm = _amount(row, columns.heart, FASTEST_HEART)
    start, end = _clock(row, _START), _clock(row, _END)
    if isinstance(steps, Sentence):
        return steps
    if isinstance(bpm, Sentence):
        return bpm
    if start is None or end is None:
        return Sentence("“{text}” is no time of day. It is left out.", {"text": shown(row[_START])})
    at, offset = day + start[0], start[1]
    if offset is not None:
        telling.clocks.zones.tell(at - offset, offset)
    # The clocks may change in between, and the last quarter ends at midnight.
    length = (end[0] - (end[1] or 0) - start[0] + (offset or 0)) % DAY_SECONDS
    if steps and length:
        telling.found += 1
        telling.into.stretch(Kind.STEPS, source, at, at + length, offset, round(steps) * TENTHS)
    if bpm and bpm >= SLOWEST_HEART:
        telling.found += 1
        telling.into.point(Kind.HEART_RATE, source, at, offset, round(bpm * TENTHS))
    return None


def _amount(row: Row, place: int | None, most: float) -> float | Sentence:
    text = row[place] if place is not None and place < len(row) else ""
    return 0.0 if is_no_answer(text) else number_of(text, most)


def _clock(row: Row, place: int) -> tuple[int, int | None] | None:
    try:
        told = time.fromisoformat(row[place].strip())
    except (ValueError, IndexError):
        return None
    return (told.hour * 60 + told.minute) * 60 + told.second, seconds_of(told.utcoffset())


def _mean_heart_rate(names: Iterable[Column]) -> int | None:
    for column in names:
        words = column.folded.split()
        if words[-1:] == [_BEATS] and not _MEAN.isdisjoint(words):
            return column.index
    return None
