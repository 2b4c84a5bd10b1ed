"""How the moments, stretches and summaries of a day become its one value. See `NUMBERS`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, assert_never

from steadystep.core.bins import BIN_SECONDS, pack
from steadystep.core.observed import DAY_SECONDS, Kind
from steadystep.core.observed_days import NUMBERS, DayRow, Made
from steadystep.importers.packed import AT_MASK, TENTHS_BITS, TENTHS_MASK, Long, unpacked
from steadystep.importers.spans import Span, spread, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.observed import Source
    from steadystep.core.observed_days import KindNumbers

# Six seconds are a tenth of a minute.
_TENTH_SECONDS = 6


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
    read = [unpacked(one) for one in longs]
    stretches = [one for one in read if not one.summary]
    count = len(moments) + len(stretches)
    parts = _parts(numbers, moments, stretches) if count else None
    series = pack(parts.bins) if parts and parts.bins and numbers.has_series else None
    summary = _summary([one for one in read if one.summary], numbers)
    if summary is None or (parts and _parts_tell_more(parts.tenths, summary, numbers)):
        tenths = parts.tenths if parts else 0
        return DayRow(day, kind, source, min(tenths, numbers.most), count, series)
    return DayRow(day, kind, source, summary.tenths, max(count, 1), series, bool(summary.length))


def _summary(summaries: Sequence[Long], numbers: KindNumbers) -> Long | None:
    """The one that counts: of the whole day before one cut short, then the more careful."""
    return max(summaries, key=lambda one: (one.length, numbers.careful * one.tenths), default=None)


def _parts_tell_more(tenths: int, summary: Long, numbers: KindNumbers) -> bool:
    """Do the parts count, beside a summary? A whole day's own summary knows more than they do."""
    if numbers.made is Made.WORST:
        return tenths > summary.tenths
    if summary.length:
        return False
    return numbers.made not in (Made.SUM, Made.UNION) or tenths > summary.tenths


def _parts(numbers: KindNumbers, moments: Sequence[int], stretches: Sequence[Long]) -> Parts:
    """What moments and stretches make, without the summaries."""
    match numbers.made:
        case Made.SUM:
            bins = spread(one.span for one in stretches)
            for place, values in _by_bin(moments).items():
                bins[place] = bins.get(place, 0) + sum(values)
            return Parts(sum(bins.values()), bins)
        case Made.UNION:
            return Parts(_rounded(total(map(_slept, stretches)), _TENTH_SECONDS), {})
        case Made.MEAN:
            bins = {at: _rounded(sum(all_), len(all_)) for at, all_ in _by_bin(moments).items()}
            return Parts(_rounded(sum(bins.values()), len(bins)), bins)
        case Made.LAST:
            return Parts(moments[-1] & TENTHS_MASK, {})
        case Made.WORST:
            return Parts(max(one & TENTHS_MASK for one in moments), {})
    assert_never(numbers.made)


def _by_bin(moments: Sequence[int]) -> dict[int, list[int]]:
    """The values in each five minutes."""
    values = [one & TENTHS_MASK for one in moments]
    bins: dict[int, list[int]] = {}
    begins = 0
    while begins < len(moments):
        at = moments[begins] >> TENTHS_BITS
        within = (at & AT_MASK) % DAY_SECONDS
        next_bin = at - within % BIN_SECONDS + BIN_SECONDS
        ends = bisect_left(moments, next_bin << TENTHS_BITS, begins)
        bins[within // BIN_SECONDS] = values[begins:ends]
        begins = ends
    return bins


def _slept(stretch: Long) -> Span:
    """A stretch of sleep, weighed in seconds; minutes were rounded where they fill it."""
    fills = abs(stretch.tenths * _TENTH_SECONDS - stretch.length) < 10 * _TENTH_SECONDS
    seconds = stretch.length if fills else min(stretch.length, stretch.tenths * _TENTH_SECONDS)
    return stretch.span._replace(weight=seconds)


def _rounded(whole: int, parts: int) -> int:
    """Divide to the nearest whole number, halves upwards."""
    return (2 * whole + parts) // (2 * parts)
