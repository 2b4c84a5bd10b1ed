"""What a planner gains at equal harm: one knob is turned, and gain is read at given flare days.

Gain and harm come from the same people, so an interval comes from leaving groups of them out in
turn (a delete-a-group jackknife): it needs no chance, and it keeps the pairing of two sweeps.
"""

from __future__ import annotations

from itertools import pairwise
from math import fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.compare import TO_EACH_SIDE, Interval, column, yearly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cohort.compare import Values

# Groups that are left out in turn. A choice: enough for a steady interval, few enough to be quick.
GROUPS = 40


class Point(NamedTuple):
    """A planner with its knob somewhere.

    Attributes:
        caused: Flare days that activity caused, a year.
        gain: Capacity at the end against the start, per cent.
    """

    caused: float
    gain: float


class Turned(NamedTuple):
    """A sweep: its points, and the same points with each group of people left out.

    Attributes:
        points: In the order of the knob.
        without: The points again, once for each group that is left out.
    """

    points: tuple[Point, ...]
    without: tuple[tuple[Point, ...], ...]


def turn(runs: Sequence[Values], *, days: int, groups: int = GROUPS) -> Turned:
    """Sum up a sweep: the same people under one planner, at each value of its knob."""
    if not runs:
        return Turned(points=(), without=())
    people = len(runs[0])
    many = min(groups, people)
    summed = [_sums(run, days=days, groups=many) for run in runs]
    sizes = [len(range(group, people, many)) for group in range(many)]
    return Turned(
        points=tuple(_point(sums, people) for sums in summed),
        without=tuple(
            tuple(_point(sums, people - sizes[group], leave_out=group) for sums in summed)
            for group in range(many)
        )
        if many > 1
        else (),
    )


def gain_at(points: Sequence[Point], caused: float) -> float | None:
    """Read the gain at some harm on the straight lines between neighbouring points.

    Where a sweep comes by the same harm twice, its best counts. None outside of the sweep.
    """
    read = [
        gain
        for here, there in pairwise(points)
        if (gain := _between(here, there, caused)) is not None
    ]
    read += [point.gain for point in points if point.caused == caused]
    return max(read, default=None)


def estimate(turned: Turned, caused: float) -> Interval | None:
    """The gain at some harm, with its interval."""
    gain = gain_at(turned.points, caused)
    if gain is None:
        return None
    return _with_interval(gain, [gain_at(points, caused) for points in turned.without])


def estimated_difference(one: Turned, other: Turned, caused: float) -> Interval | None:
    """What one sweep gains more than another at the same harm, people paired."""
    ours, theirs = gain_at(one.points, caused), gain_at(other.points, caused)
    if ours is None or theirs is None:
        return None
    without = [
        None if mine is None or yours is None else mine - yours
        for a, b in zip(one.without, other.without, strict=True)
        for mine, yours in [(gain_at(a, caused), gain_at(b, caused))]
    ]
    return _with_interval(ours - theirs, without)


def _sums(run: Values, *, days: int, groups: int) -> tuple[list[float], list[float]]:
    """Caused days and gain, summed in each group. Every so-manieth person is in the same one."""
    caused, gain = yearly(run, "caused_days", days=days), column(run, "gain")
    return (
        [fsum(caused[group::groups].tolist()) for group in range(groups)],
        [fsum(gain[group::groups].tolist()) for group in range(groups)],
    )


def _point(
    sums: tuple[list[float], list[float]], people: int, *, leave_out: int | None = None
) -> Point:
    caused, gain = (
        fsum(value for group, value in enumerate(one) if group != leave_out) / people
        for one in sums
    )
    return Point(caused=caused, gain=gain)


def _between(here: Point, there: Point, caused: float) -> float | None:
    low, high = sorted((here.caused, there.caused))
    if low == high or not low <= caused <= high:
        return None
    along = (caused - here.caused) / (there.caused - here.caused)
    return here.gain + along * (there.gain - here.gain)


def _with_interval(value: float, without: Sequence[float | None]) -> Interval:
    """The jackknife's interval; none where a group left out takes the harm out of the sweep."""
    known = [one for one in without if one is not None]
    count = len(known)
    if count < len(without) or count < 2:  # noqa: PLR2004 - two make a spread
        return Interval(value, None, None)
    middle = fsum(known) / count
    half = TO_EACH_SIDE * sqrt((count - 1) / count * fsum((one - middle) ** 2 for one in known))
    return Interval(value, value - half, value + half)
