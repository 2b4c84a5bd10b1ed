"""When a record of Apple Health was: dates of one fixed layout, looked up and not parsed.

A date is always written "2018-09-10 02:28:55 -0700". Its parts are few different texts, however
long the file: a table holds what each is worth, and a text that is in no table is no date. A day
has one entry whichever its offset, so the two halves of a night when clocks change stay apart by
the offset each of them carries.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from steadystep.core.observed import DAY_SECONDS
from steadystep.importers.offsets import FARTHEST_HOURS, cannot_be, is_possible
from steadystep.importers.reading import Sentence, shown

HOUR_SECONDS: Final = 3_600
MINUTE_SECONDS: Final = 60

MINUTES: Final = {
    b"%02d:%02d:" % (hour, minute): hour * HOUR_SECONDS + minute * MINUTE_SECONDS
    for hour in range(24)
    for minute in range(60)
}
SECONDS: Final = {b"%02d " % second: second for second in range(60)}

_EPOCH: Final = date(1970, 1, 1).toordinal()
_DAY: Final = re.compile(rb"([0-9]{4})-([0-9]{2})-([0-9]{2}) ")
_ZONE: Final = re.compile(rb"([+-])([0-9]{2}):?([0-9]{2})")
# As other programs write it, and phones set to a clock of twelve hours.
_LOOSE: Final = re.compile(
    r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})[T\s]\s*([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,][0-9]{1,9})?"
    r"(?:\s?([AaPp])\.?\s?[Mm]\.?)?\s?([+-][0-9]{2}:?[0-9]{2}|Z)?\s*"
)
_NOON: Final = 12
_HOURS: Final = 24
_SIXTY: Final = 60


class Days(dict[bytes, int]):
    """Seconds from 1970 to a day's beginning, by its text with what has to stand before it.

    It holds no more than the days there are: a text that is no possible day is never kept.

    Raises:
        ValueError: It is no day, or one that cannot be.
    """

    def __init__(self, before: bytes, *, today: date) -> None:
        super().__init__()
        self._before = before
        self._today = today

    def __missing__(self, text: bytes) -> int:
        found = _DAY.fullmatch(text, len(self._before))
        if not found or not text.startswith(self._before):
            raise ValueError
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if not is_possible(day, today=self._today):
            raise ValueError
        seconds = self[text] = (day.toordinal() - _EPOCH) * DAY_SECONDS
        return seconds


class Zones(dict[bytes, int]):
    """Seconds east of UTC, by the text of an offset with what has to stand after it.

    Raises:
        ValueError: It is no offset.
    """

    def __init__(self, after: bytes) -> None:
        super().__init__()
        self._after = after

    def __missing__(self, text: bytes) -> int:
        zone, after, rest = text.partition(self._after)
        if rest or not after:
            raise ValueError
        offset = self[text] = _offset(zone)
        return offset


def moment(text: str, *, today: date) -> tuple[int, int | None] | Sentence:
    """Read one date by itself: seconds on the wall and the offset, or why not."""
    found = _LOOSE.fullmatch(text)
    try:
        if not found:
            raise ValueError  # noqa: TRY301 - answered below, like a day that no month has
        day = date.fromisoformat(found[1])
        seconds = _clock(int(found[2]), int(found[3]), int(found[4]), half=found[5])
        zone = found[6]
        offset = None if zone is None else 0 if zone == "Z" else _offset(zone.encode())
    except ValueError:
        return Sentence(
            "“{text}” is no date with a time. Export again from the Health app.",
            {"text": shown(text)},
        )
    if not is_possible(day, today=today):
        return cannot_be(day)
    return (day.toordinal() - _EPOCH) * DAY_SECONDS + seconds, offset


def _clock(hour: int, minute: int, second: int, *, half: str | None) -> int:
    if half is not None:
        if not 1 <= hour <= _NOON:
            raise ValueError
        hour = hour % _NOON + (_NOON if half in "Pp" else 0)
    if hour >= _HOURS or minute >= _SIXTY or second >= _SIXTY:
        raise ValueError
    return hour * HOUR_SECONDS + minute * MINUTE_SECONDS + second


def _offset(text: bytes) -> int:
    found = _ZONE.fullmatch(text)
    if not found:
        raise ValueError
    hours, minutes = int(found[2]), int(found[3])
    if hours > FARTHEST_HOURS or minutes >= _SIXTY:
        raise ValueError
    seconds = hours * HOUR_SECONDS + minutes * MINUTE_SECONDS
    return -seconds if found[1] == b"-" else seconds
