"""A day in five-minute bins, as few bytes: what a window around a movement is read from.

The first byte says in which unit the values are (1 or 10 tenths). Then come the lengths of the runs
of empty and of filled bins in turn, an empty one first, until the day is full; then each value as
its difference from the one before. Numbers are written seven bits a byte, the lowest first; the
sign of a difference is its lowest bit.
"""

from __future__ import annotations

from itertools import chain
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BIN_SECONDS = 300
BINS = 288
_UNIT = 10
# A filled bin never needs more than five bytes, nor a run more than two.
_LONGEST = 8 * BINS
# The lowest seven bits, and the one that says that more bytes follow.
_BITS, _MORE = 0x7F, 0x80


def pack(bins: Mapping[int, int]) -> bytes:
    """Pack the filled bins of a day.

    Args:
        bins: The value of each filled bin by its place from midnight; tenths, none below zero.
    """
    places = sorted(bins)
    values = [bins[place] for place in places]
    # An import packs some ten thousand days: that this is plain and quick is felt.
    whole = [value // _UNIT for value in values]
    is_whole = sum(values) == _UNIT * sum(whole)
    packed = bytearray((_UNIT if is_whole else 1,))
    for number in chain(_runs(places), _steps(whole if is_whole else values)):
        left = number
        while left > _BITS:
            packed.append(left & _BITS | _MORE)
            left >>= 7
        packed.append(left)
    return bytes(packed)


def unpack(series: bytes) -> tuple[int | None, ...]:
    """All bins of a day; None for an empty one.

    Raises:
        ValueError: It is no series.
    """
    numbers = _numbers(series[1:_LONGEST])
    unit = series[0] if series else 0
    day: list[int | None] = []
    filled = False
    try:
        while len(day) < BINS:
            day += [0 if filled else None] * min(next(numbers), BINS + 1)
            filled = not filled
        value = 0
        for place, bin_value in enumerate(day):
            if bin_value is not None:
                step = next(numbers)
                value += -(step >> 1) - 1 if step & 1 else step >> 1
                day[place] = value * unit
    except StopIteration:
        raise ValueError("a series ends early") from None
    if unit not in (1, _UNIT) or len(day) != BINS or next(numbers, None) is not None:
        raise ValueError("this is no series")
    return tuple(day)


def _runs(places: Sequence[int]) -> Iterator[int]:
    """The lengths of the runs of empty and of filled bins in turn, until the day is full."""
    begins, ends = 0, 0
    for place in places:
        if place != ends:
            if ends:
                yield ends - begins
            yield place - ends
            begins = place
        elif not place:
            yield 0
        ends = place + 1
    if ends:
        yield ends - begins
    if ends < BINS:
        yield BINS - ends


def _steps(values: Sequence[int]) -> list[int]:
    """The difference of each value from the one before, the sign in the lowest bit."""
    return [
        step << 1 if step >= 0 else (-step - 1) << 1 | 1
        for step in map(sub, values, chain((0,), values))
    ]


def _numbers(series: bytes) -> Iterator[int]:
    """The numbers that were written."""
    number = shift = 0
    for byte in series:
        number |= (byte & _BITS) << shift
        shift += 7
        if byte <= _BITS:
            yield number
            number = shift = 0
