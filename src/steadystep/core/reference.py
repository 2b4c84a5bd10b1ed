"""Usual and spread: set once, then looked at every 28 days. Down by itself, up only when asked.

Between two looks nothing here moves, so that a warning never depends on which answers happen to
have been given this week.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core.signal import twice_the_median

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.policy import Policy

# Spread is kept in hundredths of a point; an answer is in tenths.
_FINER = 10


class Usual(NamedTuple):
    """One symptom's usual, and how far from it a warning lies.

    Attributes:
        tenths: The usual answer, tenths of a point.
        spread: Root mean square distance of the answers from usual, hundredths of a point.
        rise: The warning rise, tenths of a point.
    """

    tenths: int
    spread: int
    rise: int


class Look(NamedTuple):
    """What a look at the last 28 days found.

    Attributes:
        usual: What holds from now on; the same object where nothing moved.
        higher: The median, where it lies so far above usual that the person is asked; else None.
    """

    usual: Usual
    higher: int | None


def told(tenths: int, policy: Policy, *, step: int = 10) -> Usual:
    """The usual a person tells at the start, before there are answers to take it from."""
    spread = policy.spread_untold * _FINER
    return Usual(tenths, spread, warning_rise(spread, policy, decimals=False, step=step))


def settle(answers: Sequence[int], policy: Policy, *, step: int) -> Usual:
    """Take usual and spread from the first answers (tenths, at least one)."""
    usual = median(answers)
    return _from_answers(usual, answers, policy, step)


def look(usual: Usual, answers: Sequence[int], policy: Policy, *, step: int) -> Look:
    """Look at the last answers: lower usual and spread by themselves, ask before raising.

    Whatever moves by itself can only make warnings come sooner.
    """
    if len(answers) < policy.look_answers:
        return Look(usual, None)
    middle = median(answers)
    fallen = usual.tenths - middle
    moves_down = fallen >= policy.usual_move or (fallen > 0 and fallen * 2 >= usual.rise)
    fresh = _from_answers(middle if moves_down else usual.tenths, answers, policy, step)
    spread, rise = min(usual.spread, fresh.spread), min(usual.rise, fresh.rise)
    higher = middle if middle - usual.tenths >= policy.usual_move else None
    return Look(Usual(fresh.tenths, spread, rise), higher)


def median(answers: Sequence[int]) -> int:
    """The median in tenths, halves rounded down: a lower usual warns sooner."""
    return twice_the_median(sorted(answers)) // 2


def warning_rise(spread: int, policy: Policy, *, decimals: bool, step: int) -> int:
    """max(floor, min(2 points, 2 x spread), 1.5 x spread), tenths of a point.

    Args:
        spread: Hundredths of a point.
        policy: For the floor and the 2 points.
        decimals: Whether most of the person's answers carry a decimal.
        step: The smallest step of the scale, tenths of a point.

    Source: design findings 1 and 7; 2 points is where the cohort has its cliff.
    """
    floor = policy.rise_floor_decimal if decimals and step <= _FINER else policy.rise_floor
    # Decimals on a scale of whole points say that its real step is finer.
    smallest = 1 if decimals and step == _FINER else step
    return max(floor, smallest, min(policy.rise_most, spread * 2 // _FINER), spread * 3 // 20)


def _from_answers(usual: int, answers: Sequence[int], policy: Policy, step: int) -> Usual:
    if len(answers) < policy.spread_answers:
        spread = policy.spread_untold * _FINER
    else:
        squares = sum((one - usual) ** 2 for one in answers)
        spread = isqrt(squares * _FINER * _FINER // len(answers))
    carried = sum(1 for one in answers if one % 10)
    decimals = step <= _FINER and carried * 2 > len(answers)
    return Usual(usual, spread, warning_rise(spread, policy, decimals=decimals, step=step))
