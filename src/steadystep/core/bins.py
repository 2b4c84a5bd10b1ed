"""A day in five-minute bins, as few bytes: what a window around a movement is read from.

The first byte says in which unit the values are (1 or 10 tenths). Then come the lengths of the runs
of empty and of filled bins in turn, an empty one first, until the day is full; then each value as
its difference from the one before. Numbers are written seven bits a byte, the lowest first; the
sign of a difference is its lowest bit.
"""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    values = [bins[place] for place in sorted(bins)]
    unit = 1 if any(value % _UNIT for value in values) else _UNIT
    lengths = [
        (filled, len(list(run))) for filled, run in groupby(range(BINS), key=bins.__contains__)
    ]
    runs = ([0] if lengths[0][0] else []) + [length for _, length in lengths]
    return bytes((unit, *chain.from_iterable(map(_written, chain(runs, _steps(values, unit))))))


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


def _steps(values: Iterable[int], unit: int) -> Iterator[int]:
    """The difference of each value from the one before, the sign in the lowest bit."""
    before = 0
    for value in values:
        step = value // unit - before
        yield step << 1 if step >= 0 else (-step - 1) << 1 | 1
        before += step


def _written(number: int) -> Iterator[int]:
    """A number, seven bits a byte."""
    while number > _BITS:
        yield number & _BITS | _MORE
        number >>= 7
    yield number


def _numbers(series: bytes) -> Iterator[int]:
    """The numbers that were written."""
    number = shift = 0
    for byte in series:
        number |= (byte & _BITS) << shift
        shift += 7
        if byte <= _BITS:
            yield number
            number = shift = 0
