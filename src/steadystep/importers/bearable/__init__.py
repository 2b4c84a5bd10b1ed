"""The export of Bearable: one reading a row, on scales that the export does not tell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Maker
from steadystep.importers.bearable.readings import Readings, look_through
from steadystep.importers.daily_tables import (
    has_columns,
    needed_places,
    readable_rows,
    rows_with_days,
)
from steadystep.importers.parts import knows_one, read_alike
from steadystep.importers.reading import Sentence
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress
    from steadystep.importers.parts import Part
    from steadystep.importers.table import Row

name = "Bearable"
page = "bearable"

_COLUMNS: Final = frozenset(["date", "time of day", "category", "rating amount", "detail"])
# A newer version of the app writes the day once more, the year first.
_FORMATTED: Final = "date formatted"


def recognises(look: Look) -> bool:
    """Know either version of the app by the columns that both have."""
    return knows_one(look, _is_bearable)


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read pain, fatigue, energy turned round, sleep and steps; notes go no further."""
    read_alike(look, into, _is_bearable, partial(_read_one, into, choices, today), progress)


def _is_bearable(head: bytes) -> bool:
    return has_columns(head, _COLUMNS)


def _read_one(into: Into, choices: ExportChoices, today: date, part: Part) -> None:
    table = part.table(times=2)
    places = needed_places(table, _COLUMNS)
    clock = WallClock(choices.dates or "ymd", today)
    columns = places["category"], places["rating amount"], places["detail"]
    days = [places["date"], *([places[_FORMATTED]] if _FORMATTED in places else [])]

    def day_of(row: Row) -> int | Sentence:
        told = [clock.day(row[place]) for place in days]
        return next((day for day in told if isinstance(day, int)), told[0])

    answered = look_through(readable_rows(part, table), columns)
    into.assumed(Sentence("This is an export of Bearable."))
    into.assumed(Sentence("What you did not answer is not known. It is never taken as zero."))
    for said in table.assumed:
        into.assumed(said)
    readings = Readings(into, into.source(Maker.DIARY, "Bearable"), answered)
    for where, day, row in rows_with_days(part, table, into, day_of):
        category, amount, detail = (row[place] for place in columns)
        readings.take(where, day, category, amount, detail)
