"""The table that Fitbit's website gave: several tables in one file, in the words of a language.

Days stand in ten columns and sleep in six or nine, in the same order in every language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.importers.dates import Evidence, said_of_order
from steadystep.importers.limits import MOST_STEPS_A_DAY
from steadystep.importers.numbers import Amounts
from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.counts import NOT_WORN, tell_active
from steadystep.importers.takeout.kinds import is_days
from steadystep.importers.takeout.sleep import Night, night_if_possible
from steadystep.importers.takeout.telling import within
from steadystep.importers.units import TENTHS
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.reading import DateOrder
    from steadystep.importers.table import Row, Table
    from steadystep.importers.takeout.sleep import Nights
    from steadystep.importers.takeout.telling import Telling

OTHER_ROWS: Final = "rows of other tables of the website"
_DATE, _STEPS = 0, 2
_ACTIVE: Final = (6, 7, 8)
_DAY_CELLS: Final = 10
_ASLEEP, _IN_BED = 2, 5
_NIGHT_CELLS: Final = (6, 9)
_STAGES: Final = ((6, Kind.SLEEP_REM), (7, Kind.SLEEP_LIGHT), (8, Kind.SLEEP_DEEP))
_MINUTES_OF_DAY: Final = 1440


@dataclass(slots=True)
class Website:
    """Reads the website's tables, all of them in one order of day and month."""

    telling: Telling
    nights: Nights
    evidence: Evidence = field(default_factory=Evidence)
    _amounts: Amounts = field(default_factory=Amounts)

    def look_through(self, table: Table) -> None:
        """Take note of how dates are written."""
        for _, row in table.rows(None):
            if not isinstance(row, Sentence):
                self.evidence.sees(row[_DATE])

    def read(self, table: Table, where: str, chosen: DateOrder | None) -> None:
        """Read one file.

        Raises:
            CannotRead: Day and month cannot be told apart, and the person has to choose.
        """
        order = self.evidence.order(chosen)
        self.telling.into.assumed(said_of_order("Date", order))
        wall = WallClock(order, self.telling.today)
        days = False
        for line, row in _all_rows(table):
            place = f"{where}, line {line}"
            if isinstance(row, Sentence):
                self.telling.refuse(place, row)
            elif len([cell for cell in row if cell.strip()]) <= 1:
                days = False
            elif is_days(row):
                days = True
            else:
                trouble = self._day(row, wall) if days else self._other(row, wall)
                if trouble is not None:
                    self.telling.refuse(place, trouble)

    def _day(self, row: Row, wall: WallClock) -> Sentence | None:
        if len(row) != _DAY_CELLS:
            return Sentence("The line does not have the ten cells of a day. It is left out.")
        day = wall.day(row[_DATE])
        steps = self._amount(row[_STEPS], MOST_STEPS_A_DAY)
        active: list[int] = []
        for place in _ACTIVE:
            minutes = self._amount(row[place], _MINUTES_OF_DAY)
            if isinstance(minutes, Sentence):
                return minutes
            active.append(round(minutes))
        if isinstance(day, Sentence):
            return day
        if isinstance(steps, Sentence):
            return steps
        if steps:
            self.telling.daily(Kind.STEPS, day, round(steps) * TENTHS)
        if any(active):
            tell_active(self.telling, day, active)
        if not steps and not any(active):
            self.telling.into.left_out(NOT_WORN)
        return None

    def _other(self, row: Row, wall: WallClock) -> Sentence | None:
        """Read a line of sleep, which begins with two times; other lines are left out."""
        start, end = (wall.moment(cell) for cell in row[:2])
        if len(row) not in _NIGHT_CELLS or isinstance(start, Sentence) or isinstance(end, Sentence):
            self.telling.into.left_out(OTHER_ROWS)
            return None
        asleep = self._amount(row[_ASLEEP], _MINUTES_OF_DAY)
        in_bed = self._amount(row[_IN_BED], _MINUTES_OF_DAY)
        if isinstance(asleep, Sentence):
            return asleep
        if isinstance(in_bed, Sentence):
            return in_bed
        stages = tuple(self._stages(row))
        night = night_if_possible(Night(start, end, None, asleep, in_bed, stages))
        if isinstance(night, Sentence):
            return night
        self.nights.table_night(night)
        return None

    def _stages(self, row: Row) -> Iterator[tuple[Kind, int]]:
        """Tell stages. A tracker without them has N/A there."""
        for place, kind in _STAGES if len(row) > _IN_BED + 1 else ():
            minutes = self._amount(row[place], _MINUTES_OF_DAY)
            if isinstance(minutes, float) and minutes:
                yield kind, round(minutes) * TENTHS

    def _amount(self, text: str, most: float) -> float | Sentence:
        return within(self._amounts.amount(text), text, most)


def _all_rows(table: Table) -> Iterator[tuple[int, Row | Sentence]]:
    """Yield the first row too: it may be a title, or the names of columns."""
    yield table.rows_before, list(table.header)
    yield from table.rows(None)
