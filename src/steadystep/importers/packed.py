"""What is seen, as one whole number each: millions of them are sorted, and none is an object.

A moment fits into 63 bits: whose it is and what (its stream), when on the wall, how much. A stretch
and a day's own summary take more: stream, day, when within it, offset, length, how much. Both sort
by stream and day, which together are the number of a group.
"""

from __future__ import annotations

from typing import NamedTuple

from steadystep.core.observed import DAY_SECONDS, day_of_second
from steadystep.importers.offsets import OLDEST
from steadystep.importers.runs import Shape
from steadystep.importers.spans import Span

MOST_STREAMS = 1 << 12
# What a moment can hold: 52,428 of anything at once.
MOST_AT_ONCE = (1 << 19) - 1
# The first day that can be, and 2100-01-01: seconds on the wall. Clocks outside were never set.
FIRST_SECOND = (OLDEST.toordinal() - day_of_second(0)) * DAY_SECONDS
LAST_SECOND = 4_102_444_800
# A choice. Nobody sleeps longer in one stretch; a wrong clock does.
LONGEST_STRETCH_SECONDS = 2 * DAY_SECONDS
# All zones of today lie on a quarter of an hour.
_OFFSET_SECONDS = 900
_DAY_BITS, _AT_BITS, _TENTHS_BITS = 16, 32, 19
_NO_OFFSET, _ZERO_OFFSET, _OFFSETS = 0, 64, 128
# Of what is longer than a moment, from the lowest bit: how much 24, length 18, offset 7,
# seconds since two days before its day 19, a summary or not 1, day 16, stream 12.
_LENGTH, _OFFSET, _SINCE, _SUMMARY, _DAY, _STREAM = 24, 42, 49, 68, 69, 85
_WEIGHT_MASK, _LENGTH_MASK = (1 << 24) - 1, (1 << 18) - 1
_SINCE_MASK, _DAY_MASK = (1 << 19) - 1, (1 << 16) - 1
# What each code of an offset adds to the time in UTC, seconds: nothing where none is known.
_WALLS = (0, *((code - _ZERO_OFFSET) * _OFFSET_SECONDS for code in range(1, _OFFSETS)))


class Summary(NamedTuple):
    """What a device says of a day as a whole.

    Attributes:
        whole: The day was over when it said so.
        tenths: How much.
    """

    whole: bool
    tenths: int


def packed_stretch(  # noqa: PLR0917 - called for every stretch, where names cost time
    stream: int, day: int, start: int, length: int, offset: int | None, tenths: int
) -> int:
    """A stretch; `day` counts from 1970, and is its own or the night's."""
    since = start - (day - 2) * DAY_SECONDS
    return (
        stream << _STREAM
        | day << _DAY
        | since << _SINCE
        | _offset_code(offset) << _OFFSET
        | length << _LENGTH
        | tenths
    )


def packed_summary(stream: int, day: int, tenths: int, *, whole: bool) -> int:
    """A day's own summary; `day` counts from 1970."""
    return stream << _STREAM | day << _DAY | 1 << _SUMMARY | whole << _LENGTH | tenths


def is_summary(value: int) -> bool:
    """Is it a day's own summary, and no stretch?"""
    return bool(value >> _SUMMARY & 1)


def summary_of(value: int) -> Summary:
    """Read a day's own summary."""
    return Summary(bool(value >> _LENGTH & _LENGTH_MASK), value & _WEIGHT_MASK)


def span_of(value: int) -> Span:
    """Read a stretch, on UTC's clock where that is known."""
    wall = _WALLS[value >> _OFFSET & _OFFSETS - 1]
    day = (value >> _DAY & _DAY_MASK) - 2
    start = day * DAY_SECONDS + (value >> _SINCE & _SINCE_MASK) - wall
    return Span(start, start + (value >> _LENGTH & _LENGTH_MASK), value & _WEIGHT_MASK, wall)


def _offset_code(offset: int | None) -> int:
    """An offset in seven bits; one that no zone has counts as not known."""
    if offset is None:
        return _NO_OFFSET
    code = _ZERO_OFFSET + offset // _OFFSET_SECONDS
    return code if 0 < code < _OFFSETS else _NO_OFFSET


def _group_of_moment(value: int) -> int:
    stream, at = divmod(value >> _TENTHS_BITS, 1 << _AT_BITS)
    return stream << _DAY_BITS | at // DAY_SECONDS


def _first_moment(group: int) -> int:
    stream, day = divmod(group, 1 << _DAY_BITS)
    return (stream << _AT_BITS | day * DAY_SECONDS) << _TENTHS_BITS


def _group_of_long(value: int) -> int:
    return value >> _DAY


def _first_long(group: int) -> int:
    return group << _DAY


MOMENTS = Shape(0, _group_of_moment, _first_moment)
LONGS = Shape(_OFFSET, _group_of_long, _first_long)
STREAM_SHIFT_OF_MOMENT = _AT_BITS + _TENTHS_BITS
STREAM_SHIFT_OF_LONG = _STREAM
TENTHS_BITS = _TENTHS_BITS
TENTHS_MASK = MOST_AT_ONCE
AT_MASK = (1 << _AT_BITS) - 1
DAY_BITS = _DAY_BITS
