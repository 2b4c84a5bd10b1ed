"""Nights as Fitbit tells them: stages, or asleep and awake of older trackers. Naps are left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import DAY_SECONDS, Kind, day_of_second
from steadystep.importers.json_rows import number_in, word_in
from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.rows import Cells, cells_of
from steadystep.importers.takeout.stages import stages_of
from steadystep.importers.takeout.telling import number_of, take_rows
from steadystep.importers.units import SECONDS_IN_A_TENTH_OF_A_MINUTE, TENTHS

if TYPE_CHECKING:
    from steadystep.importers.json_rows import Row
    from steadystep.importers.table import Table
    from steadystep.importers.takeout.kinds import File
    from steadystep.importers.takeout.stages import Stage
    from steadystep.importers.takeout.telling import Telling
    from steadystep.importers.takeout.times import Moment

NAPS: Final = "naps"
TWICE: Final = "nights told a second time"
_MINUTES_OF_DAY: Final = 1440
_MOST_PERCENT: Final = 100


class Night(NamedTuple):
    """A night of which the sums are told.

    Attributes:
        start: When it began, seconds on the wall.
        end: When it ended.
        offset: Seconds east of UTC; None if not told.
        asleep: Minutes.
        in_bed: Minutes; nought if not told.
        stages: Tenths of minutes of each stage that was measured.
    """

    start: int
    end: int
    offset: int | None
    asleep: float
    in_bed: float
    stages: tuple[tuple[Kind, int], ...] = ()


@dataclass(slots=True)
class Nights:
    """Takes nights and hands on each once; the files with stages come before Google's table."""

    telling: Telling
    known: set[int] = field(default_factory=set)
    _tabled: dict[int, Night] = field(default_factory=dict)

    def read(self, file: IO[bytes], where: str, kind: File) -> None:
        """Read the sleep of a month, of Takeout or of the Web API."""
        take_rows(file, where, kind, self.telling, self._take)

    def read_table(self, table: Table, where: str) -> None:
        """Read the nights of Google's table. The longest sleep of a day is its night."""
        for place, row in cells_of(table, where, self.telling):
            night = _night_of(row, self.telling)
            if isinstance(night, Sentence):
                self.telling.refuse(place, night)
            else:
                self.table_night(night)

    def table_night(self, night: Night) -> None:
        """Keep a night until all files with stages are read."""
        day = day_of_second(night.end)
        before = self._tabled.get(day)
        if before is not None:
            self.telling.into.left_out(NAPS)
        if before is None or night.asleep > before.asleep:
            self._tabled[day] = night

    def finish(self) -> None:
        """Hand on the nights that stand in Google's table alone."""
        for day, night in sorted(self._tabled.items()):
            if day in self.known:
                self.telling.into.left_out(TWICE)
            else:
                self.known.add(day)
                self.tell(night)

    def tell(self, night: Night, stages: list[Stage] | None = None) -> None:
        """Hand on a night, by its stages where they are told."""
        into, watch = self.telling.into, self.telling.watch
        start, end, offset, asleep, in_bed, sums = night
        for begins, ends, kind in stages or ():
            tenths = (ends - begins) // SECONDS_IN_A_TENTH_OF_A_MINUTE
            into.stretch(kind, watch, begins, ends, offset, tenths)
        if not stages:
            into.stretch(Kind.ASLEEP, watch, start, end, offset, round(asleep * TENTHS))
        for kind, tenths in sums:
            self.telling.daily(kind, day_of_second(end), tenths)
        if in_bed:
            into.stretch(Kind.IN_BED, watch, start, end, offset, round(in_bed * TENTHS))
        self.telling.found += 1

    def _take(self, row: Row) -> Sentence | None:
        if row.get("mainSleep", row.get("isMainSleep")) is False:
            self.telling.into.left_out(NAPS)
            return None
        night = self._night_in(row)
        if isinstance(night, Sentence):
            return night
        day = day_of_second(night.end)
        if day in self.known:
            self.telling.into.left_out(TWICE)
            return None
        self.known.add(day)
        self.tell(night, stages_of(row.get("levels"), self.telling, night.start, night.end))
        efficiency = number_in(row, "efficiency", 1, _MOST_PERCENT)
        if isinstance(efficiency, float):
            self.telling.daily(Kind.SLEEP_EFFICIENCY, day, round(efficiency * TENTHS))
        return None

    def _night_in(self, row: Row) -> Night | Sentence:
        night = _night(
            self.telling.times.moment(word_in(row, "startTime")),
            self.telling.times.moment(word_in(row, "endTime")),
            number_in(row, "minutesAsleep", 0, _MINUTES_OF_DAY),
            number_in(row, "timeInBed", 0, _MINUTES_OF_DAY),
        )
        if isinstance(night, Sentence):
            return night
        return night._replace(offset=self.telling.clocks.offset_of_wall(night.start))


def night_if_possible(night: Night) -> Night | Sentence:
    """Tell why a night cannot be, or give it as it is."""
    if 0 < night.end - night.start <= DAY_SECONDS:
        return night
    return Sentence("The night has no beginning and end that fit. It is left out.")


def _night_of(row: Cells, telling: Telling) -> Night | Sentence:
    """Read a line of Google's table, whose times are in UTC with the offset beside them."""
    return _night(
        row.moment("sleep_start", "start", telling),
        row.moment("sleep_end", "end", telling),
        number_of(row.text("minutes_asleep"), _MINUTES_OF_DAY),
        number_of(row.text("minutes_in_sleep_period"), _MINUTES_OF_DAY),
    )


def _night(
    start: Moment | Sentence,
    end: Moment | Sentence,
    asleep: float | Sentence | None,
    in_bed: float | Sentence | None,
) -> Night | Sentence:
    if isinstance(start, Sentence):
        return start
    if isinstance(end, Sentence):
        return end
    if isinstance(asleep, Sentence):
        return asleep
    if isinstance(in_bed, Sentence):
        return in_bed
    return night_if_possible(Night(start.at, end.at, start.offset, asleep or 0, in_bed or 0))
