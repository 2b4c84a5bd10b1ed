"""The two days after a big day, beside the two days after other days of like pain.

A big day comes more often on a good day, and after a good day comes an ordinary one whatever was
done on it. So days are put into groups by how their pain lay against the days before, and a big day
is compared with other days of its group alone.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core.signal import twice_the_median

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from steadystep.core.looking import Look

# "The next two days" of the Rule of Two.
TWO = 2


class LivedDay(NamedTuple):
    """One day as it is looked at here.

    Attributes:
        day: The local day.
        pain: The day's worst answer, tenths of a point; None where none was told.
        level: The step in force, tenths of a unit; None where there was none.
        big: More was done than was told, or the day was a boom, or far too much.
    """

    day: date
    pain: int | None
    level: int | None
    big: bool


class Felt(NamedTuple):
    """A day, and pain on the two days after it against the days before; twentieths of a point."""

    big: bool
    first: int
    second: int

    @property
    def worst(self) -> int:
        """The worse of the two."""
        return max(self.first, self.second)


class Estimate(NamedTuple):
    """A mean and how far off it may be; tenths of a point."""

    mean: int
    within: int


class NextDay(NamedTuple):
    """Pain on one of the two days, against the days before."""

    after_big: Estimate
    after_other: Estimate


class Compared(NamedTuple):
    """What the two days after show.

    Attributes:
        difference: How much higher the worse of them is after big days.
        days: The first and the second of them.
    """

    difference: Estimate
    days: tuple[NextDay, NextDay]


def of_like_pain(days: Sequence[LivedDay], look: Look) -> list[list[Felt]]:
    """The days that can be compared, in groups of like pain; days without a gap, oldest first.

    A day within two days after another big day, or on the eve of one, is left out: its next days
    may answer that one. A group without a big day, or without another, says nothing.
    """
    groups: dict[int, list[Felt]] = defaultdict(list)
    for at in range(look.near_answers, len(days) - TWO):
        if any(one.big for one in (*days[max(0, at - TWO) : at], days[at + 1])):
            continue
        before = [one.pain for one in days[max(0, at - look.near_days) : at]]
        known = sorted(one for one in before if one is not None)
        here, first, second = (one.pain for one in days[at : at + TWO + 1])
        if len(known) < look.near_answers or here is None or first is None or second is None:
            continue
        usual = twice_the_median(known)
        step = (2 * here - usual + look.alike) // (2 * look.alike)
        group = max(-look.alike_most, min(look.alike_most, step))
        groups[group].append(Felt(days[at].big, 2 * first - usual, 2 * second - usual))
    return [group for group in groups.values() if 0 < sum(one.big for one in group) < len(group)]


def compare(groups: Sequence[Sequence[Felt]], sure: int) -> Compared:
    """Compare within each group, and weigh the groups by how much each can say.

    Args:
        groups: Days of like pain, at least one big day and one other in each.
        sure: How far off a mean may be, in hundredths of its standard deviation.
    """
    return Compared(
        _difference(groups, sure),
        (
            _next_day(groups, lambda one: one.first, sure),
            _next_day(groups, lambda one: one.second, sure),
        ),
    )


class _Group(NamedTuple):
    """One group of like pain: its weight, its numbers, its means, and the variance they share."""

    weight: Fraction
    big: int
    other: int
    mean_big: Fraction
    mean_other: Fraction
    variance: Fraction


def _group(felt: Sequence[Felt], pain: Callable[[Felt], int]) -> _Group:
    after_big = [pain(one) for one in felt if one.big]
    after_other = [pain(one) for one in felt if not one.big]
    big, other, many = len(after_big), len(after_other), len(felt)
    total = sum(after_big) + sum(after_other)
    squares = sum(pain(one) ** 2 for one in felt)
    return _Group(
        weight=Fraction(big * other, many),
        big=big,
        other=other,
        mean_big=Fraction(sum(after_big), big),
        mean_other=Fraction(sum(after_other), other),
        variance=Fraction(many * squares - total**2, many * (many - 1)),
    )


def _difference(groups: Sequence[Sequence[Felt]], sure: int) -> Estimate:
    """Its variance is that of drawing the big days of each group by lot, in closed form."""
    known = [_group(group, lambda one: one.worst) for group in groups]
    away = _sum(one.weight * (one.mean_big - one.mean_other) for one in known)
    variance = _sum(one.weight * one.variance for one in known)
    weight = _sum(one.weight for one in known)
    return _estimate(away / weight, variance / weight**2, sure)


def _next_day(groups: Sequence[Sequence[Felt]], pain: Callable[[Felt], int], sure: int) -> NextDay:
    """Both means, weighed alike, so that they lie as far apart as the groups' own do."""
    known = [_group(group, pain) for group in groups]
    weight = _sum(one.weight for one in known)
    return NextDay(
        _estimate(
            _sum(one.weight * one.mean_big for one in known) / weight,
            _sum(one.weight**2 * one.variance / one.big for one in known) / weight**2,
            sure,
        ),
        _estimate(
            _sum(one.weight * one.mean_other for one in known) / weight,
            _sum(one.weight**2 * one.variance / one.other for one in known) / weight**2,
            sure,
        ),
    )


def _sum(parts: Iterable[Fraction]) -> Fraction:
    return sum(parts, Fraction(0))


def _estimate(mean: Fraction, variance: Fraction, sure: int) -> Estimate:
    """From twentieths to tenths of a point; how far off it may be is rounded up."""
    squared = variance * sure**2 / (100 * 2) ** 2
    whole = isqrt(squared.numerator // squared.denominator)
    return Estimate(round(mean / 2), whole if whole**2 == squared else whole + 1)
