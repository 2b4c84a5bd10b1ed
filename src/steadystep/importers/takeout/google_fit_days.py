"""Google Fit's own sums of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.importers.columns import Role, named_columns, playing
from steadystep.importers.limits import MOST_STEPS_A_DAY
from steadystep.importers.numbers import is_no_answer
from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.telling import number_of
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.importers.table import Row, Table
    from steadystep.importers.takeout.telling import Telling

NOTHING_COUNTED: Final = "days on which nothing was counted"
_MINUTES_OF_DAY: Final = 1440
_KINDS: Final = (
    (Role.STEPS, Kind.STEPS, MOST_STEPS_A_DAY),
    (Role.ACTIVE_MINUTES, Kind.ACTIVE_MINUTES, _MINUTES_OF_DAY),
)
Wanted = tuple[int, Kind, int]


def read_days(table: Table, where: str, telling: Telling, source: int) -> None:
    """Read a table of days. An empty cell and a nought are no steps that were counted."""
    names = named_columns(table.header)
    wanted = [
        (columns[0].index, kind, most)
        for role, kind, most in _KINDS
        if (columns := playing(role, names))
    ]
    last = 0
    rows: list[tuple[int, Kind, int]] = []
    for line, row in table.rows(None):
        trouble = row if isinstance(row, Sentence) else _day(row, wanted, telling, rows)
        if trouble is not None:
            telling.refuse(f"{where}, line {line}", trouble)
        # The last day is told when it is known to be the last.
        last = max([last, *(day for day, _, _ in rows)])
        for day, kind, tenths in [one for one in rows if one[0] < last]:
            telling.daily(kind, day, tenths, source)
        rows = [one for one in rows if one[0] >= last]
    for day, kind, tenths in rows:
        telling.found += 1
        telling.into.daily(kind, source, day, tenths, whole=False)


def _day(
    row: Row, wanted: Sequence[Wanted], telling: Telling, rows: list[tuple[int, Kind, int]]
) -> Sentence | None:
    """Read one day into the rows."""
    day = telling.times.day(row[0])
    if isinstance(day, Sentence):
        return day
    told: list[tuple[int, Kind, int]] = []
    for place, kind, most in wanted:
        text = row[place] if place < len(row) else ""
        amount = 0.0 if is_no_answer(text) else number_of(text, most)
        if isinstance(amount, Sentence):
            return amount
        if amount:
            told.append((day, kind, round(amount) * TENTHS))
    rows += told
    if not told:
        telling.into.left_out(NOTHING_COUNTED)
    return None
