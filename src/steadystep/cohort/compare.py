"""From what happened to each invented person to the numbers of a table.

People are paired: under every planner they are the same people with the same luck. Sums are exact
(`math.fsum`), so the same people give the same bytes on any machine.
"""

from __future__ import annotations

from math import fsum, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steadystep.cohort.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Values = NDArray[np.float64]

DAYS_A_YEAR = 365
# A person is counted as harmed from the first day over a month of flare days caused in a year.
# Issue 3 names the number; it is a choice.
HARMED_OVER_DAYS = 30
# Intervals hold the mean of such studies in 95 of 100. A custom.
CONFIDENCE = 0.95
TO_EACH_SIDE = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)


class Interval(NamedTuple):
    """A mean, and where it lies.

    Attributes:
        mean: The mean.
        low: The lower end of its 95 % interval; None for a single person.
        high: The upper end.
    """

    mean: float
    low: float | None
    high: float | None


class Spread(NamedTuple):
    """How something is spread over people.

    Attributes:
        mean: The mean.
        low: The lower end of its 95 % interval; None for a single person.
        high: The upper end.
        tenth: One person in ten has less.
        ninetieth: One person in ten has more.
    """

    mean: float
    low: float | None
    high: float | None
    tenth: float
    ninetieth: float


class Summary(NamedTuple):
    """One planner in one world. Days and events are a year's.

    Attributes:
        gain: Capacity at the end against the start, per cent.
        caused: Flare days that activity caused.
        flare_days: All flare days.
        harmed: Share with more than 30 caused days, per cent.
        boom_bust: Root mean square of the day-to-day change of log load.
        busts: Collapses after a boom.
        dropout: Share that left the plan, per cent.
        minutes: Mean load a day, effective minutes.
        calls: Flares called, a year with the plan; None where nobody was with it.
        ppv: Share of calls that activity caused, per cent; None without a call.
        held: Days without a rise by order of a plateau or a pause, a year with the plan.
        rises: Doses raised to stay, a year with the plan.
        use: Gain less the weight times the caused days, points.
    """

    gain: Spread
    caused: Spread
    flare_days: Spread
    harmed: float
    boom_bust: float
    busts: float
    dropout: float
    minutes: Spread
    calls: float | None
    ppv: float | None
    held: float | None
    rises: float | None
    use: Interval


class Difference(NamedTuple):
    """One planner less another, each person with themselves.

    Attributes:
        gain: Points of gain.
        caused: Flare days caused a year.
        flare_days: All flare days a year.
        harmed: Points of the share harmed.
        dropout: Points of the share that left.
        use: Points of use.
    """

    gain: Interval
    caused: Interval
    flare_days: Interval
    harmed: Interval
    dropout: Interval
    use: Interval


def column(outcomes: Values, name: str) -> Values:
    """One field of `Outcome`, for everybody."""
    chosen: Values = outcomes[:, Outcome._fields.index(name)]
    return chosen


def yearly(outcomes: Values, name: str, *, days: int) -> Values:
    """A count of days or events, as it is in a year."""
    a_year: Values = column(outcomes, name) * (DAYS_A_YEAR / days)
    return a_year


def use(outcomes: Values, *, days: int, weight: float) -> Values:
    """What a plan was worth to each: gain less the weight times the flare days it caused a year."""
    worth: Values = column(outcomes, "gain") - weight * yearly(outcomes, "caused_days", days=days)
    return worth


def summarise(outcomes: Values, *, days: int, weight: float) -> Summary:
    """Sum up what happened to everybody under one planner.

    Args:
        outcomes: A row for each person, the fields of `Outcome`.
        days: How long the plan lasted.
        weight: Points of gain that one flare day caused a year outweighs.
    """
    caused = yearly(outcomes, "caused_days", days=days)
    return Summary(
        gain=spread(column(outcomes, "gain")),
        caused=spread(caused),
        flare_days=spread(yearly(outcomes, "flare_days", days=days)),
        harmed=mean(harmed(outcomes, days=days)),
        boom_bust=mean(column(outcomes, "boom_bust")),
        busts=mean(yearly(outcomes, "busts", days=days)),
        dropout=mean(left(outcomes)),
        minutes=spread(column(outcomes, "minutes")),
        calls=_a_year_with_the_plan(outcomes, "calls"),
        ppv=_share(total(outcomes, "calls_caused"), total(outcomes, "calls"), 100),
        held=_a_year_with_the_plan(outcomes, "held"),
        rises=_a_year_with_the_plan(outcomes, "rises"),
        use=interval(use(outcomes, days=days, weight=weight)),
    )


def difference(one: Values, other: Values, *, days: int, weight: float) -> Difference:
    """Pair each person with themselves: one planner less the other."""

    def paired(ours: Values, theirs: Values) -> Interval:
        return interval(ours - theirs)

    return Difference(
        gain=paired(column(one, "gain"), column(other, "gain")),
        caused=paired(
            yearly(one, "caused_days", days=days), yearly(other, "caused_days", days=days)
        ),
        flare_days=paired(
            yearly(one, "flare_days", days=days), yearly(other, "flare_days", days=days)
        ),
        harmed=paired(harmed(one, days=days), harmed(other, days=days)),
        dropout=paired(left(one), left(other)),
        use=paired(use(one, days=days, weight=weight), use(other, days=days, weight=weight)),
    )


def harmed(outcomes: Values, *, days: int) -> Values:
    """100 for each who was harmed, else 0: their mean is a share in per cent."""
    return np.where(yearly(outcomes, "caused_days", days=days) > HARMED_OVER_DAYS, 100.0, 0.0)


def left(outcomes: Values) -> Values:
    """100 for each who left the plan, else 0."""
    return np.where(column(outcomes, "dropped_on") > 0, 100.0, 0.0)


def total(outcomes: Values, name: str) -> float:
    """The sum of a field over everybody."""
    return fsum(column(outcomes, name).tolist())


def mean(values: Values) -> float:
    """The mean, exactly rounded."""
    return fsum(values.tolist()) / len(values)


def interval(values: Values) -> Interval:
    """The mean and its interval, by the normal approximation."""
    middle, count = mean(values), len(values)
    if count == 1:
        return Interval(middle, None, None)
    variance = fsum((one - middle) ** 2 for one in values.tolist()) / (count - 1)
    half = TO_EACH_SIDE * sqrt(variance / count)
    return Interval(middle, middle - half, middle + half)


def spread(values: Values) -> Spread:
    """The mean with its interval, and where the tenth and the ninetieth of a hundred lie."""
    tenth, ninetieth = np.percentile(values, (10, 90)).tolist()
    return Spread(*interval(values), tenth=tenth, ninetieth=ninetieth)


def best(means: Mapping[str, float]) -> str | None:
    """The name with the greatest mean; of equal ones, the first."""
    return max(means, key=lambda name: means[name]) if means else None


def worst_regret(uses: Sequence[Mapping[str, float]], limits: Sequence[float]) -> dict[str, float]:
    """The worst that each may be below the limit, over families.

    Args:
        uses: In each family, the mean use under each name.
        limits: In each family, the best use there is.

    Returns:
        For each name that stands in every family, its largest regret.
    """
    everywhere = [name for name in uses[0] if all(name in one for one in uses)] if uses else []
    return {
        name: max(limit - one[name] for one, limit in zip(uses, limits, strict=True))
        for name in everywhere
    }


def _a_year_with_the_plan(outcomes: Values, name: str) -> float | None:
    return _share(total(outcomes, name), total(outcomes, "planned"), DAYS_A_YEAR)


def _share(part: float, whole: float, times: float) -> float | None:
    return times * part / whole if whole else None
