"""The tables of a Fitabase download, one line at a time. Months come first in their dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.bins import BIN_SECONDS
from steadystep.core.observed import DAY_SECONDS, Kind, Maker
from steadystep.importers.limits import FASTEST_HEART, MOST_STEPS_A_DAY, SLOWEST_HEART
from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.beats import no_heart_rate
from steadystep.importers.takeout.counts import ACTIVE_TOGETHER, NOT_WORN
from steadystep.importers.takeout.rows import Cells
from steadystep.importers.takeout.telling import number_of
from steadystep.importers.units import TENTHS
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from steadystep.importers.export import Into
    from steadystep.importers.table import Table

DAYS_TWICE: Final = "days told in a second table"
HOURS_TWICE: Final = "steps of hours, told by the minute too"
_MINUTES_OF_DAY: Final = 1440
_MINUTE, _HOUR = 60, 3600
_ACTIVE: Final = ("LightlyActiveMinutes", "FairlyActiveMinutes", "VeryActiveMinutes")
# A tracker without stages is unsure of the second; Fitbit counts it with the time awake.
_ASLEEP: Final = {"1": Kind.ASLEEP, "2": Kind.SLEEP_AWAKE, "3": Kind.SLEEP_AWAKE}


class Sheet(IntEnum):
    """The kinds of tables, in the order they are read."""

    DAYS = auto()
    DAILY_STEPS = auto()
    DAILY_MINUTES = auto()
    NIGHTS = auto()
    MINUTES = auto()
    MINUTES_WIDE = auto()
    HOURS = auto()
    BEATS = auto()
    SLEEP = auto()


class Asleep(NamedTuple):
    """Minutes that go on from each other, all asleep or all awake."""

    start: int
    end: int
    kind: Kind


@dataclass(slots=True)
class Bin:
    """The heart rates of five minutes."""

    start: int
    total: float = 0
    count: int = 0


class Fitabase:
    """Takes the lines of one person."""

    def __init__(self, into: Into, today: date, person: str) -> None:
        self.found = 0
        self._into = into
        self._person = person
        self._source = into.source(Maker.WATCH, "Fitbit")
        self._wall = WallClock("mdy", today)
        self._by_minute = False
        self._known: set[tuple[Kind, int]] = set()
        self._asleep: Asleep | None = None
        self._bin: Bin | None = None
        self._readers: dict[Sheet, Callable[[Cells], Sentence | None]] = {
            Sheet.DAYS: self._day,
            Sheet.DAILY_STEPS: self._daily_steps,
            Sheet.DAILY_MINUTES: self._daily_minutes,
            Sheet.NIGHTS: self._night,
            Sheet.MINUTES: self._minute,
            Sheet.MINUTES_WIDE: self._minutes,
            Sheet.HOURS: self._hour,
            Sheet.BEATS: self._beat,
            Sheet.SLEEP: self._minute_asleep,
        }

    def read(self, sheet: Sheet, table: Table, where: str) -> None:
        """Read a table."""
        take = self._readers[sheet]
        columns = {name: place for place, name in enumerate(table.header)}
        for line, row in table.rows(None):
            if isinstance(row, Sentence):
                trouble: Sentence | None = row
            elif row[0].strip() == self._person:
                trouble = take(Cells(row, columns))
            else:
                continue
            if trouble is not None:
                self._into.unreadable(f"{where}, line {line}", trouble)
        self._end_bin()
        self._end_asleep()

    def _day(self, row: Cells) -> Sentence | None:
        steps, active = self._steps(row.text("TotalSteps")), self._active(row)
        # A day in a drawer has no steps, no movement, and 1,440 minutes of sitting.
        if steps == 0 and active == 0:
            self._into.left_out(NOT_WORN)
            return None
        return self._daily(row.text("ActivityDate"), Kind.STEPS, steps) or self._daily(
            row.text("ActivityDate"), Kind.ACTIVE_MINUTES, active
        )

    def _daily_steps(self, row: Cells) -> Sentence | None:
        return self._daily(row.text("ActivityDay"), Kind.STEPS, self._steps(row.text("StepTotal")))

    def _daily_minutes(self, row: Cells) -> Sentence | None:
        return self._daily(row.text("ActivityDay"), Kind.ACTIVE_MINUTES, self._active(row))

    def _night(self, row: Cells) -> Sentence | None:
        asleep = number_of(row.text("TotalMinutesAsleep"), _MINUTES_OF_DAY)
        in_bed = number_of(row.text("TotalTimeInBed"), _MINUTES_OF_DAY)
        day = row.text("SleepDay").partition(" ")[0]
        return self._daily(day, Kind.ASLEEP, asleep) or self._daily(day, Kind.IN_BED, in_bed)

    def _minute(self, row: Cells) -> Sentence | None:
        at = self._wall.moment(row.text("ActivityMinute"))
        return self._stretch(at, _MINUTE, row.text("Steps"))

    def _minutes(self, row: Cells) -> Sentence | None:
        at = self._wall.moment(row.text("ActivityHour"))
        if isinstance(at, Sentence):
            return at
        for minute in range(60):
            trouble = self._stretch(at + minute * _MINUTE, _MINUTE, row.text(f"Steps{minute:02}"))
            if trouble is not None:
                return trouble
        return None

    def _hour(self, row: Cells) -> Sentence | None:
        if self._by_minute:
            self._into.left_out(HOURS_TWICE)
            return None
        at = self._wall.moment(row.text("ActivityHour"))
        return self._stretch(at, _HOUR, row.text("StepTotal"))

    def _beat(self, row: Cells) -> Sentence | None:
        at = self._wall.moment(row.text("Time"))
        bpm = number_of(row.text("Value"), FASTEST_HEART)
        if isinstance(at, Sentence):
            return at
        if isinstance(bpm, Sentence):
            return bpm
        if bpm < SLOWEST_HEART:
            return no_heart_rate(bpm)
        start = at - at % BIN_SECONDS
        if self._bin is None or self._bin.start != start:
            self._end_bin()
            self._bin = Bin(start)
        self._bin.total += bpm
        self._bin.count += 1
        return None

    def _minute_asleep(self, row: Cells) -> Sentence | None:
        at = self._wall.moment(row.text("date"))
        kind = _ASLEEP.get(row.text("value"))
        if isinstance(at, Sentence):
            return at
        if kind is None:
            return Sentence("The minute is neither asleep nor awake. It is left out.")
        before = self._asleep
        if before and (before.end, before.kind) == (at, kind) and at - before.start < DAY_SECONDS:
            self._asleep = before._replace(end=at + _MINUTE)
        else:
            self._end_asleep()
            self._asleep = Asleep(at, at + _MINUTE, kind)
        return None

    def _end_bin(self) -> None:
        if self._bin:
            self.found += 1
            mean = round(self._bin.total * TENTHS / self._bin.count)
            self._into.point(Kind.HEART_RATE, self._source, self._bin.start, None, mean)
        self._bin = None

    def _end_asleep(self) -> None:
        if self._asleep:
            self.found += 1
            start, end, kind = self._asleep
            tenths = (end - start) * TENTHS // _MINUTE
            self._into.stretch(kind, self._source, start, end, None, tenths)
        self._asleep = None

    def _steps(self, text: str) -> float | Sentence:
        return number_of(text, MOST_STEPS_A_DAY)

    def _active(self, row: Cells) -> float | Sentence:
        minutes = 0.0
        for column in _ACTIVE:
            part = number_of(row.text(column), _MINUTES_OF_DAY)
            if isinstance(part, Sentence):
                return part
            minutes += part
        return min(minutes, _MINUTES_OF_DAY)

    def _daily(self, text: str, kind: Kind, amount: float | Sentence) -> Sentence | None:
        """Hand on a day. Nought is nothing that was seen."""
        day = self._wall.day(text)
        if isinstance(day, Sentence):
            return day
        if isinstance(amount, Sentence):
            return amount
        if amount and (kind, day) in self._known:
            self._into.left_out(DAYS_TWICE)
        elif amount:
            self.found += 1
            self._known.add((kind, day))
            self._into.daily(kind, self._source, day, round(amount) * TENTHS)
            if kind is Kind.ACTIVE_MINUTES:
                self._into.assumed(ACTIVE_TOGETHER)
        return None

    def _stretch(self, at: int | Sentence, seconds: int, text: str) -> Sentence | None:
        count = self._steps(text)
        if isinstance(at, Sentence):
            return at
        if isinstance(count, Sentence):
            return count
        if count:
            self.found += 1
            self._by_minute = self._by_minute or seconds == _MINUTE
            self._into.stretch(
                Kind.STEPS, self._source, at, at + seconds, None, round(count) * TENTHS
            )
        return None
