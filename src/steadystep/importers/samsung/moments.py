"""Heart rates, heart rate variability and sessions of Samsung Health.

A row of the table of heart rates may stand for many minutes, which then lie in a file of their own:
a series. The row is passed over where its series is in the export.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Activity, Kind
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.epochs import cannot_be
from steadystep.importers.json_rows import rows_of
from steadystep.importers.reading import Sentence
from steadystep.importers.samsung.kinds import ACTIVITIES
from steadystep.importers.samsung.sheets import number
from steadystep.importers.sessions import session_of
from steadystep.importers.units import MILLISECONDS, TENTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from steadystep.importers.export import Into
    from steadystep.importers.json_rows import Row as Entry
    from steadystep.importers.parts import Part
    from steadystep.importers.samsung.clock import Clock
    from steadystep.importers.samsung.series import Series
    from steadystep.importers.samsung.sheets import Sheet
    from steadystep.importers.table import Row

_UNMEASURED: Final = "heart rates that were not measured"


@dataclass(slots=True)
class Moments:
    """Takes tables and series."""

    into: Into
    clock: Clock
    source: Callable[[str], int]
    there: Series
    found: int = 0

    def heart(self, sheet: Sheet) -> None:
        """Take the table of heart rates. Beside its series it tells how dates are written."""
        self.there.settle(sheet, self.clock, self.into)
        self._each(sheet, self._heart)

    def exercise(self, sheet: Sheet) -> None:
        """Take the table of sessions."""
        self._each(sheet, self._exercise)

    def zones(self, sheet: Sheet) -> None:
        """Take a table whose values lie in series: it tells the time zones of them."""
        for _, row in sheet.rows():
            if not isinstance(row, Sentence):
                self.clock.at(sheet.cell(row, "start_time"), sheet.cell(row, "time_offset"))

    def series(self, part: Part, kinds: Mapping[str, Kind], name: str) -> None:
        """Take a series: a list of values with their moments."""
        for place, entry in enumerate(rows_of(part.file), 1):
            why = entry if isinstance(entry, Sentence) else self._entry(entry, kinds)
            if why:
                self.into.unreadable(f"{name}, {part.where}entry {place}", why)

    def _each(self, sheet: Sheet, take: Callable[[Sheet, Row], Sentence | None]) -> None:
        for where, row in sheet.rows():
            why = row if isinstance(row, Sentence) else take(sheet, row)
            if why:
                self.into.unreadable(where, why)

    def _heart(self, sheet: Sheet, row: Row) -> Sentence | None:
        told = self.clock.at(sheet.cell(row, "start_time"), sheet.cell(row, "time_offset"))
        if isinstance(told, Sentence):
            return told
        if self.there.of(sheet, row):
            return None
        text = sheet.cell(row, "heart_rate")
        beats = number(text)
        if not text or beats == 0:
            self.into.left_out(_UNMEASURED)
            return None
        return self._point(Kind.HEART_RATE, sheet.cell(row, "pkg_name"), told, beats, text)

    def _entry(self, entry: Entry, kinds: Mapping[str, Kind]) -> Sentence | None:
        told = self.clock.of_series(entry.get("start_time"))
        if isinstance(told, Sentence):
            return told
        for key, kind in kinds.items():
            value = entry.get(key)
            if value is None:
                continue
            usable = float(value) if type(value) in (int, float) else None
            why = self._point(kind, "", told, usable, str(value))
            if why:
                return why
        return None

    def _point(
        self, kind: Kind, app: str, told: tuple[int, int | None], value: float | None, text: str
    ) -> Sentence | None:
        if value is None or not NUMBERS[kind].least <= value * TENTHS <= NUMBERS[kind].most:
            return cannot_be(text)
        self.into.point(kind, self.source(app), *told, round(value * TENTHS))
        self.found += 1
        return None

    def _exercise(self, sheet: Sheet, row: Row) -> Sentence | None:
        told = self.clock.at(sheet.cell(row, "start_time"), sheet.cell(row, "time_offset"))
        if isinstance(told, Sentence):
            return told
        session = session_of(
            self.source(sheet.cell(row, "pkg_name")),
            ACTIVITIES.get(sheet.cell(row, "exercise_type"), Activity.OTHER),
            *told,
            seconds=(number(sheet.cell(row, "duration")) or 0) / MILLISECONDS,
            heart=number(sheet.cell(row, "mean_heart_rate")),
            steps=None,
        )
        if session is None:
            return Sentence("The session has no length, or one of over two days. It is left out.")
        self.into.session(session)
        self.found += 1
        return None
