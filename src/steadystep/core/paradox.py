"""The movement paradox in one record: pain over the weeks, and in the two days after big days.

They are two questions, and each has its own answer; that a record shows neither is the usual one.
Nothing here says why.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from steadystep.core.alike import Compared, LivedDay, compare, of_like_pain
from steadystep.core.looking import LOOK, Look
from steadystep.core.policy import GUARDED, Policy
from steadystep.core.signal import twice_the_median

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from steadystep.core.history import HistoryDay

A_WEEK = 7


class Shows(StrEnum):
    """What a record shows of one question."""

    NOT_ENOUGH = "not_enough"
    NEITHER = "neither"
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days.

    Attributes:
        first: The first of them.
        pain: The middle answer, tenths; None where too few days were answered.
        level: The step at its end, tenths of a unit; None where there was none.
    """

    first: date
    pain: int | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Weeks:
    """Pain over the weeks.

    Attributes:
        shows: Lower or higher in the later weeks, or neither.
        weeks: The weeks, oldest first.
        known: How many of them have enough answers.
        change: Middle pain of the last third of them, less that of the first third; tenths.
    """

    shows: Shows
    weeks: tuple[Week, ...]
    known: int
    change: int


@dataclass(frozen=True, slots=True)
class After:
    """Pain in the two days after big days.

    Attributes:
        shows: The worst of the two days is lower or higher than after other days, or neither.
        big: How many big days could be compared.
        other: How many other days they were compared with.
        compared: Both means and their difference; None where there is not enough.
    """

    shows: Shows
    big: int
    other: int
    compared: Compared | None = None


@dataclass(frozen=True, slots=True)
class Paradox:
    """Both answers. They stand beside each other; neither explains the other."""

    weeks: Weeks
    after: After


def paradox(days: Sequence[LivedDay], look: Look = LOOK) -> Paradox:
    """Look for the movement paradox in days without a gap, oldest first."""
    return Paradox(_over_the_weeks(days, look), _after_big_days(days, look))


def lived(days: Iterable[HistoryDay], policy: Policy = GUARDED) -> tuple[LivedDay, ...]:
    """The days of a history as they are looked at here."""
    return tuple(
        LivedDay(one.day, one.pain, one.level, one.boom or _did_more(one, policy)) for one in days
    )


def looked_at_since(began: date, until: date, look: Look = LOOK) -> date:
    """The first day to look at: a whole number of weeks after the first of the record."""
    over = (until - began).days + 1 - look.days_most
    return began + timedelta(days=max(0, -(-over // A_WEEK)) * A_WEEK)


def _did_more(day: HistoryDay, policy: Policy) -> bool:
    if day.done is None or day.dose is None:
        return False
    return day.done * 100 > day.dose * policy.over_percent


# Over the weeks -------------------------------------------------------------------------------


def _over_the_weeks(days: Sequence[LivedDay], look: Look) -> Weeks:
    every = [_week(days[at : at + A_WEEK], look) for at in range(0, len(days), A_WEEK)]
    weeks = tuple(every[-look.weeks_most :])
    pain = [one.pain for one in weeks if one.pain is not None]
    if len(pain) < look.weeks_least:
        return Weeks(Shows.NOT_ENOUGH, weeks, len(pain), 0)
    third = len(pain) // 3
    change = _middle(pain[-third:]) - _middle(pain[:third])
    drifts = abs(change) >= look.size and _goes_one_way(pain, look.sure)
    return Weeks(_which_way(change) if drifts else Shows.NEITHER, weeks, len(pain), change)


def _week(days: Sequence[LivedDay], look: Look) -> Week:
    pain = [one.pain for one in days if one.pain is not None]
    middle = _middle(pain) if len(pain) >= look.week_answers else None
    return Week(days[0].day, middle, days[-1].level)


def _middle(answers: Sequence[int]) -> int:
    return twice_the_median(sorted(answers)) // 2


def _goes_one_way(pain: Sequence[int], sure: int) -> bool:
    """Do later weeks lie on one side of earlier ones more often than chance would have it?

    The test of Mann (1945, doi 10.2307/1907187) and Kendall, with its correction for ties.
    """
    pairs = sum((later > earlier) - (later < earlier) for earlier, later in combinations(pain, 2))
    ties = sum(_spread_of(many) for many in Counter(pain).values())
    spread = _spread_of(len(pain)) - ties
    return max(abs(pairs) - 1, 0) ** 2 * 18 * 100**2 > sure**2 * spread


def _spread_of(many: int) -> int:
    """Eighteen times the variance of that count, among so many answers."""
    return many * (many - 1) * (2 * many + 5)


def _which_way(change: int) -> Shows:
    return Shows.LOWER if change < 0 else Shows.HIGHER


# After big days -------------------------------------------------------------------------------


def _after_big_days(days: Sequence[LivedDay], look: Look) -> After:
    groups = of_like_pain(days, look)
    big = sum(one.big for group in groups for one in group)
    other = sum(map(len, groups)) - big
    if big < look.big_least or other < look.other_least:
        return After(Shows.NOT_ENOUGH, big, other)
    found = compare(groups, look.sure)
    away = found.difference.mean
    differs = abs(away) >= max(look.size, found.difference.within + 1)
    return After(_which_way(away) if differs else Shows.NEITHER, big, other, found)
