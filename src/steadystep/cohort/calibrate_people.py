"""One measure over many people, and where a real person lies among invented ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from steadystep.cohort.calibrate import NAMES, Measures
from steadystep.cohort.calibrate_series import NAN, Days, present

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The middle 80 % of people.
LOW, HIGH = 10.0, 90.0
# Between and within take two of each.
TWO = 2


@dataclass(frozen=True, slots=True)
class Band:
    """One measure over people: its 10th percentile, median and 90th percentile.

    Attributes:
        people: How many could say.
        low: 10th percentile.
        middle: Median.
        high: 90th percentile.
    """

    people: int
    low: float
    middle: float
    high: float


class Fit(StrEnum):
    """Where a real value lies against the middle 80 % of invented people."""

    INSIDE = "inside"
    BELOW = "below"
    ABOVE = "above"
    CANNOT_SAY = "cannot say"


def band(values: Iterable[float]) -> Band:
    """Look at one measure over people, those left out who cannot say."""
    there = present(np.array(list(values), dtype=np.float64))
    if not there.size:
        return Band(0, NAN, NAN, NAN)
    low, middle, high = np.percentile(there, [LOW, 50.0, HIGH])
    return Band(int(there.size), float(low), float(middle), float(high))


def bands(people: Sequence[Measures]) -> dict[str, Band]:
    """Every measure over people, by its name."""
    return {name: band(getattr(one, name) for one in people) for name in NAMES}


def fit(real: float, invented: Band) -> Fit:
    """Say where a real person, or the median of several, lies."""
    if np.isnan(real) or not invented.people:
        return Fit.CANNOT_SAY
    if real < invented.low:
        return Fit.BELOW
    return Fit.ABOVE if real > invented.high else Fit.INSIDE


@dataclass(frozen=True, slots=True)
class Parts:
    """One answer taken apart into people and their days.

    Attributes:
        mean: Mean of the people's means.
        between_sd: Spread of the people's own levels, their days' noise taken off.
        within_sd: Spread within a person.
        icc: Share of the variance that lies between people.
    """

    mean: float
    between_sd: float
    within_sd: float
    icc: float


def parts(series: Sequence[Days]) -> Parts:
    """Take answers apart into between and within people (one-way analysis of variance).

    People may have different numbers of days; those with fewer than two are left out.
    """
    people = [there for there in map(present, series) if there.size >= TWO]
    if len(people) < TWO:
        return Parts(NAN, NAN, NAN, NAN)
    counts = np.array([one.size for one in people], dtype=np.float64)
    means = np.array([one.mean() for one in people])
    total = counts.sum()
    grand = float((counts * means).sum() / total)
    between = float((counts * (means - grand) ** 2).sum()) / (len(people) - 1)
    within = sum(float(((one - one.mean()) ** 2).sum()) for one in people) / (total - len(people))
    usual_count = (total - (counts**2).sum() / total) / (len(people) - 1)
    of_people = max(0.0, (between - within) / usual_count)
    whole = of_people + within
    return Parts(
        mean=float(means.mean()),
        between_sd=float(np.sqrt(of_people)),
        within_sd=float(np.sqrt(within)),
        icc=of_people / whole if whole > 0 else NAN,
    )
