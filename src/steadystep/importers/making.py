"""How the moments, stretches and summaries of a day become its one value. See `NUMBERS`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, assert_never

from steadystep.core.bins import BIN_SECONDS, pack
from steadystep.core.observed import DAY_SECONDS, Kind
from steadystep.core.observed_days import NUMBERS, DayRow, Made
from steadystep.importers.packed import (
    AT_MASK,
    TENTHS_BITS,
    TENTHS_MASK,
    Summary,
    is_summary,
    span_of,
    summary_of,
)
from steadystep.importers.spans import Span, spread, total
from steadystep.importers.units import SECONDS_IN_A_TENTH_OF_A_MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.core.observed import Source
    from steadystep.core.observed_days import KindNumbers

# Five minutes, as moments count them.
_BIN = BIN_SECONDS << TENTHS_BITS


class Parts(NamedTuple):
    """What the moments and stretches of a day make.

    Attributes:
        tenths: The value.
        bins: Its five-minute bins, where there are any.
    """

    tenths: int
    bins: dict[int, int]


def row_of(
    day: int, kind: Kind, source: Source, moments: Sequence[int], longs: Sequence[int]
) -> DayRow:
    """Make a day of what lies in it.

    Args:
        day: The local day, as `date.toordinal` counts.
        kind: What was seen.
        source: What saw it.
        moments: Its moments, packed and sorted.
        longs: Its stretches and summaries, packed.
    """
    numbers = NUMBERS[kind]
    stretches = [span_of(one) for one in longs if not is_summary(one)]
    count = len(moments) + len(stretches)
    parts = _parts(numbers, moments, stretches) if count else None
    series = pack(parts.bins) if parts and parts.bins and numbers.has_series else None
    summary = _summary([summary_of(one) for one in longs if is_summary(one)], numbers)
    if summary is None or (parts and _parts_tell_more(parts.tenths, summary, numbers)):
        tenths = parts.tenths if parts else 0
        return DayRow(day, kind, source, min(tenths, numbers.most), count, series)
    return DayRow(day, kind, source, summary.tenths, max(count, 1), series, summary.whole)


def _summary(summaries: Sequence[Summary], numbers: KindNumbers) -> Summary | None:
    """The one that counts: of the whole day before one cut short, then the more careful."""
    return max(summaries, key=lambda one: (one.whole, numbers.careful * one.tenths), default=None)


def _parts_tell_more(tenths: int, summary: Summary, numbers: KindNumbers) -> bool:
    """Do the parts count, beside a summary? A whole day's own summary knows more than they do."""
    if numbers.made is Made.WORST:
        return tenths > summary.tenths
    if summary.whole:
        return False
    return numbers.made not in (Made.SUM, Made.UNION) or tenths > summary.tenths


def _parts(numbers: KindNumbers, moments: Sequence[int], stretches: Sequence[Span]) -> Parts:
    """What moments and stretches make, without the summaries."""
    values = [one & TENTHS_MASK for one in moments]
    match numbers.made:
        case Made.SUM:
            bins = spread(stretches)
            for place, begins, ends in _by_bin(moments):
                bins[place] = bins.get(place, 0) + sum(values[begins:ends])
            return Parts(sum(bins.values()), bins)
        case Made.UNION:
            slept = total(map(_slept, stretches))
            return Parts(_rounded(slept, SECONDS_IN_A_TENTH_OF_A_MINUTE), {})
        case Made.MEAN:
            bins = _means(values, moments)
            return Parts(_rounded(sum(bins.values()), len(bins)), bins)
        case Made.LAST:
            return Parts(values[-1], {})
        case Made.WORST:
            return Parts(max(values), {})
    assert_never(numbers.made)


def _by_bin(moments: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each five minutes that are filled, and which moments of a day lie in them: from, until."""
    # Called for every day of every heart: most five minutes hold one moment, some hold 300.
    begins, count = 0, len(moments)
    day = _day_begins(moments[0]) if count else 0
    while begins < count:
        place = (moments[begins] - day) // _BIN
        beyond = day + (place + 1) * _BIN
        ends = begins + 1
        if ends < count and moments[ends] < beyond:
            ends = bisect_left(moments, beyond, ends)
        yield place, begins, ends
        begins = ends


def _day_begins(moment: int) -> int:
    """The first moment that its day could have."""
    at = moment >> TENTHS_BITS
    return at - (at & AT_MASK) % DAY_SECONDS << TENTHS_BITS


def _means(values: Sequence[int], moments: Sequence[int]) -> dict[int, int]:
    """The mean of each five minutes."""
    return {
        place: values[begins]
        if ends - begins == 1
        else _rounded(sum(values[begins:ends]), ends - begins)
        for place, begins, ends in _by_bin(moments)
    }


def _slept(stretch: Span) -> Span:
    """A stretch of sleep, weighed in seconds; minutes were rounded where they fill it."""
    length, told = stretch.end - stretch.start, stretch.weight * SECONDS_IN_A_TENTH_OF_A_MINUTE
    fills = abs(told - length) < 10 * SECONDS_IN_A_TENTH_OF_A_MINUTE
    return Span(stretch.start, stretch.end, length if fills else min(length, told), stretch.wall)


def _rounded(whole: int, parts: int) -> int:
    """Divide to the nearest whole number, halves upwards."""
    return (2 * whole + parts) // (2 * parts)
