"""When a row of Fitbit or Google was: a day and a clock, each worked out once for each text.

Fitbit's JSON writes 02/22/24 07:41:30 and 2024-02-22T07:41:30.000, Google's tables write
2024-02-22T07:41:30Z. Day and month are never in doubt there.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import DAY_SECONDS, day_of_second
from steadystep.importers.dates import day_of
from steadystep.importers.offsets import FARTHEST_HOURS, cannot_be, is_possible
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.remembered import Remembered

if TYPE_CHECKING:
    from datetime import timedelta

# Fitbit writes such a row where it has nothing to tell.
PLACEHOLDER: Final = Sentence("The row holds a place and tells nothing.")
_PLACEHOLDER_YEAR: Final = 1970

_EPOCH: Final = day_of_second(0)
_SHORT: Final = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{2})")
_CENTURY, _LAST_CENTURY = 2000, 1900
_FIRST_SHORT_YEAR: Final = 70
_FARTHEST: Final = FARTHEST_HOURS * 3600


class Moment(NamedTuple):
    """A time as a file tells it.

    Attributes:
        at: Seconds since 1970 by the clock it is written in.
        offset: Seconds that clock is east of UTC; None where the file does not say.
    """

    at: int
    offset: int | None


class Times:
    """Reads times, until tomorrow."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._days = Remembered(self._day)
        self._clocks = Remembered(_clock)

    def moment(self, text: str) -> Moment | Sentence:
        """Tell a time with what is said of its zone, or why it cannot be told."""
        day, _, clock = text.strip().replace("T", " ", 1).partition(" ")
        begins = self._days[day]
        if isinstance(begins, Sentence):
            return begins
        told = self._clocks[clock] if clock else Moment(0, None)
        if told is None:
            return Sentence(
                "“{text}” has no time of day that can be read. Export it again.",
                {"text": shown(text)},
            )
        return Moment(begins + told.at, told.offset)

    def at(self, text: str) -> int | Sentence:
        """Tell the seconds since 1970 by the clock of the file, or why not."""
        told = self.moment(text)
        return told if isinstance(told, Sentence) else told.at

    def day(self, text: str) -> int | Sentence:
        """Tell the day, as `date.toordinal` counts, or why not."""
        at = self.at(text)
        return at if isinstance(at, Sentence) else at // DAY_SECONDS + _EPOCH

    def _day(self, text: str) -> int | Sentence:
        day = _short_day(text) or day_of(text, "ymd", date.max)
        if isinstance(day, Sentence):
            return Sentence(
                "“{date}” is no date. It is left out. Export it again, if there are many.",
                {"date": shown(text)},
            )
        if day.year == _PLACEHOLDER_YEAR:
            return PLACEHOLDER
        if not is_possible(day, today=self._today):
            return cannot_be(day)
        return (day.toordinal() - _EPOCH) * DAY_SECONDS


def seconds_of(offset: timedelta | None) -> int | None:
    """Tell an offset in seconds; none if there is none, or none that people live by."""
    seconds = None if offset is None else round(offset.total_seconds())
    return seconds if seconds is not None and abs(seconds) <= _FARTHEST else None


def _short_day(text: str) -> date | None:
    found = _SHORT.fullmatch(text)
    if not found:
        return None
    year = int(found[3])
    century = _CENTURY if year < _FIRST_SHORT_YEAR else _LAST_CENTURY
    try:
        return date(century + year, int(found[1]), int(found[2]))
    except ValueError:
        return None


def _clock(text: str) -> Moment | None:
    try:
        told = time.fromisoformat(text.replace(" ", ""))
    except ValueError:
        return None
    offset = seconds_of(told.utcoffset())
    if offset is None and told.tzinfo is not None:
        return None
    return Moment((told.hour * 60 + told.minute) * 60 + told.second, offset)
