"""Days and moments as tables write them. Few are different, so each is worked out once."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import DAY_SECONDS, day_of_second
from steadystep.importers.dates import day_of
from steadystep.importers.offsets import cannot_be, is_possible
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.remembered import Remembered

if TYPE_CHECKING:
    from steadystep.importers.reading import DateOrder

_EPOCH: Final = day_of_second(0)
_LONGEST_MOMENT: Final = 64
_APART: Final = re.compile(r"(.{6,20}?)(?:T|,?\s+)([0-9]{1,2}[:.][0-9]{2}.*)")
_CLOCK: Final = re.compile(
    r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"(?:\s*([AaPp])\.?\s?[Mm]\.?)?\s*"
)
# "8th Dec 2021", as apps for people write it.
_SPOKEN: Final = re.compile(
    r"\s*([0-9]{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]{0,6}\.?,?\s+([0-9]{4})\s*", re.IGNORECASE
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun",
                  "jul", "aug", "sep", "oct", "nov", "dec")  # fmt: skip
_HALF_DAY: Final = 12
_SIXTY: Final = 60


class WallClock:
    """Tells which day or moment a cell names, in one order of day, month and year."""

    def __init__(self, order: DateOrder, today: date) -> None:
        self._order: DateOrder = order
        self._today = today
        self._days = Remembered(self._day)
        self._times = Remembered(_seconds)

    def day(self, text: str) -> int | Sentence:
        """Tell the day, as `date.toordinal` counts, or why it cannot be told."""
        return self._days[text[:_LONGEST_MOMENT]]

    def moment(self, text: str) -> int | Sentence:
        """Tell the seconds on the wall since 1970 began there, or why they cannot be told."""
        parts = _APART.fullmatch(text.strip()[:_LONGEST_MOMENT])
        if not parts:
            return self._no_time(text)
        day, seconds = self._days[parts[1]], self._times[parts[2]]
        if isinstance(day, Sentence):
            return day
        if seconds is None:
            return self._no_time(text)
        return (day - _EPOCH) * DAY_SECONDS + seconds

    def _day(self, text: str) -> int | Sentence:
        day = _spoken_day(text) or day_of(text, self._order, date.max)
        if isinstance(day, Sentence):
            return day
        if not is_possible(day, today=self._today):
            return cannot_be(day)
        return day.toordinal()

    def _no_time(self, text: str) -> Sentence:
        day = self.day(text)
        if isinstance(day, Sentence):
            return day
        return Sentence(
            "“{text}” has no time of day that can be read. Export it again.", {"text": shown(text)}
        )


def _spoken_day(text: str) -> date | None:
    found = _SPOKEN.fullmatch(text)
    if not found or found[2].casefold() not in _MONTHS:
        return None
    try:
        return date(int(found[3]), _MONTHS.index(found[2].casefold()) + 1, int(found[1]))
    except ValueError:
        return None


def _seconds(text: str) -> int | None:
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found[4] in "Pp" else 0)
    spent = timedelta(hours=hour, minutes=minute, seconds=second)
    possible = minute < _SIXTY and second < _SIXTY and spent < timedelta(days=1)
    return int(spent.total_seconds()) if possible else None
