"""What one series of days is like: its level, how it spreads, carries over and moves.

A series holds one number a calendar day, NaN where there is none. Where too few days speak, the
answer is NaN as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Days = NDArray[np.float64]
Flags = NDArray[np.bool_]

NAN = float("nan")
# A choice: the fewest pairs of neighbouring days from which carrying over is worked out.
LEAST_PAIRS = 20
# As in the first reading of these records: a fortnight before today, half of it present.
TRAILING_DAYS = 14
LEAST_PRESENT = 7


def present(days: Days) -> Days:
    """Leave out the days without a number."""
    return days[~np.isnan(days)]


def answered_span(days: Days) -> slice:
    """From the first day with a number to the last one; nothing where there is none."""
    where = np.flatnonzero(~np.isnan(days))
    return slice(int(where[0]), int(where[-1]) + 1) if where.size else slice(0, 0)


def mean(days: Days) -> float:
    """The mean of the days there are."""
    there = present(days)
    return float(there.mean()) if there.size else NAN


def spread(days: Days) -> float:
    """Standard deviation within the series, in its own unit."""
    there = present(days)
    return float(there.std(ddof=1)) if there.size > 1 else NAN


def missing_share(days: Days) -> float:
    """Share of days without a number."""
    return float(np.isnan(days).mean()) if days.size else NAN


def carry_over(days: Days) -> float:
    """Lag-1 autocorrelation over pairs of neighbouring days."""
    before, after = neighbours(days)
    return correlation(before, after)


def change(days: Days) -> float:
    """Mean absolute change from one day to the next, in the series' own unit."""
    before, after = neighbours(days)
    return mean(np.abs(after - before))


def same_share(days: Days) -> float:
    """Share of days with the very value of the day before."""
    before, after = neighbours(days)
    return mean(np.asarray(np.isclose(before, after), dtype=np.float64))


def variation(load: Days) -> float:
    """Coefficient of variation: spread over mean."""
    middle = mean(load)
    return spread(load) / middle if middle > 0 else NAN


def relative_change(load: Days) -> float:
    """Median change from day to day, as a share of the mean of the two days."""
    before, after = neighbours(load)
    both = (before + after) / 2.0
    moved = both > 0
    shares = np.abs(after - before)[moved] / both[moved]
    return float(np.median(shares)) if shares.size else NAN


def correlation(one: Days, other: Days) -> float:
    """Pearson's correlation over the days that have both."""
    both = ~np.isnan(one) & ~np.isnan(other)
    one, other = one[both], other[both]
    if one.size < LEAST_PAIRS or np.ptp(one) == 0 or np.ptp(other) == 0:
        return NAN
    return float(np.corrcoef(one, other)[0, 1])


def neighbours(days: Days) -> tuple[Days, Days]:
    """Pair each day with the next one, where both have a number."""
    before, after = days[:-1], days[1:]
    both = ~np.isnan(before) & ~np.isnan(after)
    return before[both], after[both]


def trailing(days: Days, middle: Callable[..., Days]) -> Days:
    """The middle of the fortnight before each day, the day itself left out.

    Args:
        days: The series.
        middle: `numpy.nanmedian` or `numpy.nanmean`.

    Returns:
        One number a day, NaN where fewer than half of the fortnight is present.
    """
    padded = np.concatenate([np.full(TRAILING_DAYS, np.nan), days])
    before = sliding_window_view(padded, TRAILING_DAYS)[: days.size]
    enough = (~np.isnan(before)).sum(axis=1) >= LEAST_PRESENT
    found = np.full(days.size, np.nan)
    if enough.any():
        found[enough] = middle(before[enough], axis=1)
    return found


def later(days: Days, by: int) -> Days:
    """The series as seen some days earlier: what lies `by` days ahead stands at today."""
    moved = np.full(days.size, np.nan)
    where = np.arange(days.size) + by
    known = (where >= 0) & (where < days.size)
    moved[known] = days[where[known]]
    return moved


def lag_one(series: Sequence[Days]) -> Days:
    """What each of several series says about all of them on the next day.

    Standardised within the person; each next day is regressed on all of today's (least squares).

    Returns:
        Coefficients, a row for each series that speaks and a column for each one spoken of.
    """
    wide = np.column_stack([standardised(days) for days in series])
    whole = ~np.isnan(wide.sum(axis=1))
    pairs = whole[:-1] & whole[1:]
    count = wide.shape[1]
    if pairs.sum() < LEAST_PAIRS:
        return np.full((count, count), np.nan)
    today = np.column_stack([np.ones(int(pairs.sum())), wide[:-1][pairs]])
    found = np.linalg.lstsq(today, wide[1:][pairs])[0]
    return np.asarray(found[1:], dtype=np.float64)


def standardised(days: Days) -> Days:
    """Distance from the mean in standard deviations; NaN for a series that never varies."""
    width = spread(days)
    return (days - mean(days)) / width if width > 0 else np.full(days.size, np.nan)
