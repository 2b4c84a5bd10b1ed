"""Moments told in milliseconds since 1970, put on the person's wall, and what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.offsets import EASTERNMOST, WESTERNMOST, end_of_tomorrow
from steadystep.importers.packed import FIRST_SECOND
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.units import MILLISECONDS, SECONDS_IN_A_TENTH_OF_A_MINUTE

if TYPE_CHECKING:
    from datetime import date

# A choice: a day, and the hour that a change of clocks may add. Nothing we read lasts longer.
LONGEST_SECONDS: Final = 25 * 3600

_NO_TIME: Final = Sentence("It has no time that can be read. It is left out.")
_WRONG_CLOCK: Final = Sentence(
    "It is from before 1990 or still to come. The clock was wrong. It is left out."
)
_BACKWARDS: Final = Sentence("It ends before it begins. It is left out.")
_TOO_LONG: Final = Sentence("It lasts longer than a day. It is left out.")


class Stay(NamedTuple):
    """A stretch of time.

    Attributes:
        start: Its beginning, seconds on the wall.
        end: Its end, on the wall of its beginning.
        offset: Seconds east of UTC; None where it is not told.
    """

    start: int
    end: int
    offset: int | None

    @property
    def tenths(self) -> int:
        """How long it lasts, tenths of minutes."""
        return round((self.end - self.start) / SECONDS_IN_A_TENTH_OF_A_MINUTE)


class Wall:
    """Reads moments. A clock that shows a time before 1990 or after tomorrow is wrong."""

    def __init__(self, today: date) -> None:
        self.first = FIRST_SECOND
        self.end = end_of_tomorrow(today)

    def at(self, millis: object, offset: object) -> tuple[int, int | None] | Sentence:
        """Seconds on the wall, and the offset; or why not."""
        if type(millis) is not int:
            return _NO_TIME
        east = offset_of(offset)
        if isinstance(east, Sentence):
            return east
        at = millis // MILLISECONDS + (east or 0)
        return (at, east) if self.first <= at < self.end else _WRONG_CLOCK

    def stay(self, start: object, end: object, offset: object) -> Stay | Sentence:
        """From one moment to another, or why not."""
        begun = self.at(start, offset)
        if isinstance(begun, Sentence):
            return begun
        if type(end) is not int:
            return _NO_TIME
        at, east = begun
        until = end // MILLISECONDS + (east or 0)
        if until < at:
            return _BACKWARDS
        return Stay(at, until, east) if until - at <= LONGEST_SECONDS else _TOO_LONG


def offset_of(told: object) -> int | Sentence | None:
    """Seconds east of UTC; None where nothing is told; or why it is no offset."""
    if told is None or (type(told) is int and WESTERNMOST <= told <= EASTERNMOST):
        return told
    return Sentence("“{zone}” is no time zone. It is left out.", {"zone": shown(str(told))})


def cannot_be(value: object) -> Sentence:
    """Say that a value is none that can be."""
    return Sentence("“{value}” cannot be. It is left out.", {"value": shown(str(value))})
