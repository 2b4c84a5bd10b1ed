"""When something in Samsung Health was.

A moment is a date with a time, or milliseconds since 1970. Beside it stands the time zone, such as
"UTC+0200". Two accounts of the format differ on what the date says, UTC or the clock on the wall;
where a series lies beside the table, which is always in UTC, the export itself tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import DAY_SECONDS, day_of_second, second_of_day
from steadystep.importers.dates import looks_like_a_date
from steadystep.importers.epochs import Stay, Wall
from steadystep.importers.offsets import EASTERNMOST, WESTERNMOST, Offsets
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.remembered import Remembered
from steadystep.importers.units import MILLISECONDS
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from datetime import date

# As the tables have it. Whatever differs in the least is read more slowly.
_USUAL: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])\.[0-9]{3}"
)
_MILLIS: Final = re.compile(r"[0-9]{11,14}")
_ZONE: Final = re.compile(r"(?:UTC|GMT)([+-])([0-9]{2}):?([0-9]{2})")
_ZONE_MILLIS: Final = re.compile(r"-?[0-9]{1,8}")
_SIXTY: Final = 60
# A choice: nobody changes the time zone more often.
_MOST_CHANGES: Final = 10_000
_NO_TIME: Final = Sentence("It has no time that can be read. It is left out.")
_HALF_A_DAY_MILLIS: Final = DAY_SECONDS * MILLISECONDS // 2


class Clock:
    """Reads cells with moments, days and time zones.

    Attributes:
        on_the_wall: Dates say what the clock on the wall said, and not UTC.
        offsets: What zones were told, and when.
    """

    def __init__(self, today: date) -> None:
        self.on_the_wall = False
        self.offsets = Offsets()
        self._wall = Wall(today)
        self._dates = WallClock("ymd", today)
        self._zones = Remembered(zone)

    def at(self, moment: str, offset: str) -> tuple[int, int | None] | Sentence:
        """Seconds on the wall, and the offset; or why not."""
        read = self.utc_millis(moment, offset)
        if isinstance(read, Sentence):
            return read
        millis, east = read
        told = self._wall.at(millis, east)
        if east is not None and len(self.offsets.told) < _MOST_CHANGES:
            self.offsets.tell(millis // MILLISECONDS, east)
        return told

    def stay(self, start: str, end: str, offset: str) -> Stay | Sentence:
        """From one moment to another, or why not."""
        begun, ended = self.utc_millis(start, offset), self.utc_millis(end, offset)
        if isinstance(begun, Sentence):
            return begun
        if isinstance(ended, Sentence):
            return ended
        return self._wall.stay(begun[0], ended[0], begun[1])

    def of_series(self, millis: object) -> tuple[int, int | None] | Sentence:
        """A moment in UTC, in the zone that was told nearest to it."""
        east = self.offsets.at(millis // MILLISECONDS) if type(millis) is int else None
        return self._wall.at(millis, east)

    def day(self, text: str) -> int | Sentence:
        """A day, as `date.toordinal` counts: the midnight nearest to a moment."""
        if not _MILLIS.fullmatch(text):
            return self._dates.day(text) if looks_like_a_date(text) else _NO_TIME
        midnight = (int(text) + _HALF_A_DAY_MILLIS) // (DAY_SECONDS * MILLISECONDS) * DAY_SECONDS
        told = self._wall.at(midnight * MILLISECONDS, None)
        return told if isinstance(told, Sentence) else day_of_second(told[0])

    def utc_millis(self, moment: str, offset: str) -> tuple[int, int | None] | Sentence:
        """Milliseconds since 1970 in UTC, as near as it is told, and the offset."""
        east = self._zones[offset]
        if isinstance(east, Sentence):
            return east
        if _MILLIS.fullmatch(moment):
            return int(moment), east
        seconds = self._seconds(moment)
        if isinstance(seconds, Sentence):
            return seconds
        # Old exports wrote the zone in milliseconds, and then the date is that on the wall.
        if east and (self.on_the_wall or _ZONE_MILLIS.fullmatch(offset)):
            seconds -= east
        return seconds * MILLISECONDS, east

    def _seconds(self, moment: str) -> int | Sentence:
        """Seconds since 1970 on the clock that a date was read from."""
        usual = _USUAL.fullmatch(moment)
        if not usual:
            return self._dates.moment(moment) if looks_like_a_date(moment) else _NO_TIME
        day = self._dates.day(usual[1])
        if isinstance(day, Sentence):
            return day
        minutes = int(usual[2]) * _SIXTY + int(usual[3])
        return second_of_day(day) + minutes * _SIXTY + int(usual[4])


def zone(text: str) -> int | Sentence | None:
    """Seconds east of UTC; None where nothing is told; or why it is no zone."""
    if not text:
        return None
    found = _ZONE.fullmatch(text)
    if found and int(found[3]) < _SIXTY:
        east = (int(found[2]) * _SIXTY + int(found[3])) * _SIXTY
        east = -east if found[1] == "-" else east
    elif _ZONE_MILLIS.fullmatch(text):
        east = int(text) // MILLISECONDS
    else:
        east = EASTERNMOST + 1
    if WESTERNMOST <= east <= EASTERNMOST:
        return east
    return Sentence("“{zone}” is no time zone. It is left out.", {"zone": shown(text)})
