"""How often a diary flares, by several definitions, and what lies around a day that was too big."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from steadystep.cohort.calibrate_series import NAN, later, mean, present, spread, trailing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cohort.calibrate_series import Days, Flags

# A big day is this many times the median of the fortnight before, a very big one that many.
BIG = 1.5
VERY_BIG = 2.0
# Days after a big day over which pain is averaged.
DAYS_AFTER = 3
# A choice: with fewer big days nothing is said of what lies around them.
LEAST_BIG_DAYS = 10
# Answers are in tenths; a rise of exactly the threshold counts whatever its last bit.
_EXACTLY = 1e-9


@dataclass(frozen=True, slots=True)
class Rise:
    """What counts as a flare: pain above the median of the fortnight before by all of these.

    Attributes:
        name: What tables call it.
        points: Points of pain.
        share: Share of that median.
        spreads: Standard deviations of the person's pain.
    """

    name: str
    points: float = 0.0
    share: float = 0.0
    spreads: float = 0.0


RISES = (
    Rise("2 points", points=2.0),
    Rise("1 point", points=1.0),
    Rise("30 % and 1 point", points=1.0, share=0.3),
    Rise("1 SD", spreads=1.0),
    Rise("1.5 SD", spreads=1.5),
)


@dataclass(frozen=True, slots=True)
class Flares:
    """The flares of one diary by one definition.

    Attributes:
        eligible: Days with an answer and a fortnight to compare it with.
        days: Flare days.
        runs: Flares begun, that is runs of flare days.
        long_runs: Those of two days or more.
        median_days: Median length, days; NaN where there is none.
        longest_days: The longest, days.
    """

    eligible: int
    days: int
    runs: int
    long_runs: int
    median_days: float
    longest_days: int

    @property
    def per_100_days(self) -> float:
        """Flares begun in a hundred eligible days."""
        return 100.0 * self.runs / self.eligible if self.eligible else NAN


def flares(pain: Days, rise: Rise) -> Flares:
    """Count the flares of one diary. A day without an answer ends a run."""
    usual = trailing(pain, np.nanmedian)
    above = pain - usual
    eligible = ~np.isnan(above)
    least = np.maximum(rise.points, np.maximum(rise.share * usual, rise.spreads * spread(pain)))
    # Where answers never vary there is no spread to rise above.
    lengths = run_lengths(eligible & (least > 0) & (above >= least - _EXACTLY))
    return Flares(
        eligible=int(eligible.sum()),
        days=sum(lengths),
        runs=len(lengths),
        long_runs=sum(length > 1 for length in lengths),
        median_days=float(np.median(lengths)) if lengths else NAN,
        longest_days=max(lengths, default=0),
    )


def run_lengths(flags: Flags) -> list[int]:
    """The lengths of the runs of true days, in order."""
    return [len(list(run)) for is_true, run in groupby(flags.tolist()) if is_true]


@dataclass(frozen=True, slots=True)
class Around:
    """Pain around big days against other days, in points above the mean of the fortnight before.

    Attributes:
        big_days: Big days with pain known before and after.
        before: The day before.
        same: The big day itself.
        after: The mean of the three days after it.
    """

    big_days: int
    before: float
    same: float
    after: float


def big_shares(load: Days, during: slice) -> tuple[float, float]:
    """Share of days above 1.5 and above 2 times the median of the fortnight before.

    The days before `during` are looked back at, and not counted.
    """
    times = present(times_usual(load)[during])
    if not times.size:
        return NAN, NAN
    return float((times > BIG).mean()), float((times > VERY_BIG).mean())


def around_big_days(pain: Days, load: Days) -> Around:
    """Compare pain around big days with pain around the other days of the same diary."""
    times = times_usual(load)
    usual = trailing(pain, np.nanmean)
    next_days = np.column_stack([later(pain, by) for by in range(1, DAYS_AFTER + 1)])
    after = _row_means(next_days) - usual
    known = ~np.isnan(times) & ~np.isnan(after)
    big, other = known & (times > BIG), known & (times <= BIG)
    if big.sum() < LEAST_BIG_DAYS:
        return Around(int(big.sum()), NAN, NAN, NAN)
    before, same = later(pain, -1) - usual, pain - usual
    gaps = [mean(one[big]) - mean(one[other]) for one in (before, same, after)]
    return Around(int(big.sum()), *gaps)


def times_usual(load: Days) -> Days:
    """Each day's load over the median of the fortnight before; NaN where that is nothing."""
    usual = trailing(load, np.nanmedian)
    usual[usual <= 0] = np.nan
    return load / usual


def load_before_onset(load: Days, onsets: Sequence[int]) -> float:
    """Load on the day before a flare begins against all other days, in the load's own spreads."""
    before = np.zeros(load.size, dtype=np.bool_)
    before[[day - 1 for day in onsets if day > 0]] = True
    if before.sum() < LEAST_BIG_DAYS or not spread(load) > 0:
        return NAN
    return (mean(load[before]) - mean(load[~before])) / spread(load)


def _row_means(rows: Days) -> Days:
    there = ~np.isnan(rows)
    count = there.sum(axis=1)
    total = np.where(there, rows, 0.0).sum(axis=1)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
