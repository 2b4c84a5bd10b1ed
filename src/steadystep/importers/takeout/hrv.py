"""RMSSD of nights: Fitbit's own of the whole night, else the mean of its five minutes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final

from steadystep.core.observed import Kind, night_of
from steadystep.importers.json_rows import number_in
from steadystep.importers.limits import HIGHEST_HRV, LOWEST_HRV
from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.counts import day_in
from steadystep.importers.takeout.telling import number_of, take_rows
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.json_rows import Row
    from steadystep.importers.table import Table
    from steadystep.importers.takeout.kinds import File
    from steadystep.importers.takeout.telling import Telling

TWICE: Final = "five minutes of a night whose own HRV is told"
_MOST_MILLISECONDS: Final = HIGHEST_HRV / TENTHS


@dataclass(slots=True)
class Hrv:
    """Takes what tells of nights, and holds sums of the minutes of each."""

    telling: Telling
    _minutes: defaultdict[int, list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )

    def read_nights(self, table: Table, where: str) -> None:
        """Read a table of nights."""
        for place, text, tenths in self._rows(table, where):
            day = self.telling.times.day(text)
            if isinstance(day, Sentence):
                self.telling.refuse(place, day)
            else:
                self.telling.daily(Kind.HRV_RMSSD, day, tenths)

    def read_minutes(self, table: Table, where: str) -> None:
        """Read a table of every five minutes of a night."""
        for place, text, tenths in self._rows(table, where):
            moment = self.telling.times.moment(text)
            if isinstance(moment, Sentence):
                self.telling.refuse(place, moment)
                continue
            # Some of these tables stand in UTC and say so.
            told = moment if moment.offset is None else self.telling.clocks.of_utc(moment.at)
            night = self._minutes[night_of(told.at)]
            night[0] += tenths
            night[1] += 1

    def read_answer(self, file: IO[bytes], where: str, kind: File) -> None:
        """Read nights as the Web API answers."""
        take_rows(file, where, kind, self.telling, self._take)

    def finish(self) -> None:
        """Hand on the nights of which only the minutes were told."""
        for night, (tenths, count) in sorted(self._minutes.items()):
            if night in self.telling.known[Kind.HRV_RMSSD]:
                self.telling.into.left_out(TWICE, count)
            else:
                self.telling.daily(Kind.HRV_RMSSD, night, round(tenths / count))

    def _take(self, row: Row) -> Sentence | None:
        day, value = day_in(row, self.telling), row.get("value")
        told = value if isinstance(value, dict) else {}
        rmssd = number_in(told, "dailyRmssd", 0, _MOST_MILLISECONDS)
        if isinstance(day, Sentence):
            return day
        if isinstance(rmssd, Sentence):
            return rmssd
        if rmssd and rmssd * TENTHS >= LOWEST_HRV:
            self.telling.daily(Kind.HRV_RMSSD, day, round(rmssd * TENTHS))
        return None

    def _rows(self, table: Table, where: str) -> Iterator[tuple[str, str, int]]:
        for line, row in table.rows(None):
            place = f"{where}, line {line}"
            if isinstance(row, Sentence):
                self.telling.refuse(place, row)
                continue
            rmssd = number_of(row[1] if len(row) > 1 else "", _MOST_MILLISECONDS)
            if isinstance(rmssd, Sentence):
                self.telling.refuse(place, rmssd)
            elif rmssd * TENTHS >= LOWEST_HRV:
                yield place, row[0], round(rmssd * TENTHS)
