"""What the files of a Garmin account say, put together: each day, night and session once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steadystep.core.observed import Kind, Maker
from steadystep.importers.fit.kept import Known
from steadystep.importers.garmin.days import DayTold, day_told, hrv_told, tell_offsets
from steadystep.importers.garmin.sessions import told_session
from steadystep.importers.garmin.sleep import NightTold, night_told
from steadystep.importers.json_rows import day_in
from steadystep.importers.offsets import end_of_tomorrow
from steadystep.importers.reading import Sentence
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import Into
    from steadystep.importers.json_rows import Row


@dataclass(slots=True)
class Account:
    """Takes the rows of an account's files, days first, and keeps days to the end."""

    into: Into
    today: date
    known: Known = field(default_factory=Known)
    found: int = 0
    _days: dict[int, DayTold] = field(default_factory=dict)
    _nights: dict[int, NightTold] = field(default_factory=dict)
    _hrv: dict[int, int] = field(default_factory=dict)

    def take(self, kind: str, row: Row | Sentence, where: str) -> None:
        """Take one row of a file of days, nights, health or sessions."""
        if isinstance(row, Sentence):
            trouble: Sentence | None = row
        elif kind == "sessions":
            trouble = self._session(row)
        else:
            trouble = self._dated(kind, row)
        if trouble is not None:
            self.into.unreadable(where, trouble)

    def finish(self) -> None:
        """Hand on days and nights, now that the fullest telling of each is known."""
        source = self._source()
        for day, told in sorted(self._days.items()):
            self._day(source, day, told)
        for day, night in sorted(self._nights.items()):
            self._night(source, day, night)
        first, last = min(self._nights, default=0), max(self._nights, default=0)
        for day, tenths in sorted(self._hrv.items()):
            # On a day with no night Garmin shows the HRV of the night before again.
            if first < day < last and day not in self._nights:
                self.into.left_out("HRV carried over from another night")
            else:
                self._hrv_of_night(source, day, tenths)

    def _source(self) -> int:
        return self.into.source(Maker.WATCH, "Garmin")

    def _dated(self, kind: str, row: Row) -> Sentence | None:
        day = day_in(row, self.today)
        if isinstance(day, Sentence):
            return day
        match kind:
            case "days":
                return self._take_day(row, day)
            case "nights":
                return self._take_night(row, day)
            case _:
                return self._take_health(row, day)

    def _take_day(self, row: Row, day: int) -> Sentence | None:
        tell_offsets(row, self.known.offsets)
        for key, what in _NOT_USED.items():
            if row.get(key):
                self.into.left_out(what)
        told = day_told(row, day)
        if isinstance(told, Sentence):
            return told
        if told is None:
            self.into.left_out("days on which the watch was not worn")
        elif day not in self._days or told.seconds >= self._days[day].seconds:
            self._days[day] = told
        return None

    def _take_night(self, row: Row, day: int) -> Sentence | None:
        told = night_told(row, day)
        if isinstance(told, Sentence):
            return told
        if told is None:
            self.into.left_out("nights not confirmed or not measured")
            return None
        before = self._nights.get(day)
        if before is not None:
            # A second telling of the night, or a nap: the longest is the night.
            self.into.left_out("shorter sleeps of a day")
        if before is None or told.asleep > before.asleep:
            self._nights[day] = told
        return None

    def _take_health(self, row: Row, day: int) -> Sentence | None:
        tenths = hrv_told(row)
        if isinstance(tenths, Sentence):
            return tenths
        if tenths is not None:
            self._hrv[day] = tenths
        return None

    def _session(self, row: Row) -> Sentence | None:
        told = told_session(row, self._source(), self.known.offsets)
        if isinstance(told, Sentence):
            return told
        begun, session = told
        if session.start >= end_of_tomorrow(self.today):
            return Sentence("The session is still to come. The clock was wrong. It is left out.")
        if begun not in self.known.starts:
            self.known.starts.add(begun)
            self.into.session(session)
            self.found += 1
        return None

    def _day(self, source: int, day: int, told: DayTold) -> None:
        daily = self.into.daily
        if told.steps is not None:
            self.known.steps.add(day)
            daily(Kind.STEPS, source, day, told.steps * TENTHS, whole=told.whole)
        if told.active is not None:
            self.into.assumed(_active_time())
            daily(Kind.ACTIVE_MINUTES, source, day, told.active, whole=told.whole)
        if told.resting is not None:
            self.known.resting.add(day)
            self.into.assumed(_own_resting())
            daily(Kind.RESTING_HEART_RATE, source, day, told.resting * TENTHS)
        self.found += 1

    def _night(self, source: int, day: int, night: NightTold) -> None:
        offset = self.known.offsets.at(night.start) if night.offset is None else night.offset
        if offset is None:
            self.into.assumed(_no_zone())
        shift = offset or 0
        start, end = night.start + shift, night.end + shift
        self.into.stretch(Kind.ASLEEP, source, start, end, offset, night.asleep)
        for kind, tenths in night.stages.items():
            self.into.daily(kind, source, day, tenths)
        self.known.nights.add(day)
        self.found += 1

    def _hrv_of_night(self, source: int, day: int, tenths: int) -> None:
        self.into.assumed(_rmssd())
        self.into.daily(Kind.HRV_RMSSD, source, day, tenths)
        self.known.hrv.add(day)
        self.found += 1


# Parts of a day that stay where they are, and what Garmin calls them.
_NOT_USED = {
    "allDayStress": "stress",
    "bodyBattery": "Body Battery",
    "respiration": "breathing rate",
}


def _active_time() -> Sentence:
    return Sentence("Active minutes are Garmin's active and highly active time together.")


def _own_resting() -> Sentence:
    return Sentence("Resting heart rate is that of the day, not the mean of seven days.")


def _rmssd() -> Sentence:
    return Sentence("Garmin's HRV of a night is taken as RMSSD.")


def _no_zone() -> Sentence:
    return Sentence("The export names no time zone. Times are taken as they are, in UTC.")
