"""Usual and spread: set once, then looked at every 28 days. Down by itself, up only when asked.

Between two looks nothing here moves, so that a warning never depends on which answers happen to
have been given this week. Plain scalar functions that numba compiles as they stand: what is not
known is NONE, flags are 0 or 1, and answers come as a tuple, a list or an array.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.core.shapes import NONE
from steadystep.core.signal import Reference, twice_the_median

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.policy import Hearing

# Spread is kept in hundredths of a point; an answer is in tenths.
_FINER = 10


class Usual(NamedTuple):
    """One symptom's usual, and how far from it a warning lies.

    Attributes:
        tenths: The usual answer, tenths of a point; NONE while it is not known.
        spread: Root mean square distance of the answers from usual, hundredths of a point.
        rise: The warning rise, tenths of a point.
    """

    tenths: int
    spread: int
    rise: int


NOT_KNOWN = Usual(NONE, NONE, NONE)


class Look(NamedTuple):
    """What a look at the last 28 days found, and what holds until the next.

    Attributes:
        usual: What holds from now on; the same object where nothing moved.
        higher: The median, where it lies so far above usual that the person is asked; else NONE.
    """

    usual: Usual
    higher: int


NEVER_LOOKED = Look(NOT_KNOWN, NONE)


def is_due(usual: Usual, answered: int, days: int, hearing: Hearing) -> int:
    """Is usual taken from so many first answers, or looked at, when this day closes?

    Args:
        usual: The usual taken from the answers; NOT_KNOWN until then.
        answered: How many answers were given until usual is taken, this day's counted.
        days: How many days are closed, this one counted.
        hearing: The numbers.
    """
    if usual.tenths == NONE:
        return 1 if days >= hearing.usual_at_day and answered >= hearing.usual_answers else 0
    return 1 if (days - hearing.usual_at_day) % hearing.look_every_days == 0 else 0


def renew(
    held: Look, first: Sequence[int], window: Sequence[int], hearing: Hearing, step: int
) -> Look:
    """Take usual, or look at it, at the close of a day on which that is due.

    Args:
        held: What held until now; NEVER_LOOKED until usual is taken.
        first: Every answer until usual is taken, this day's with them. Where each day is asked
            about, they are no more than the larger of `usual_at_day` and `usual_answers`.
        window: The answers of the last 28 days, this day's with them; NONE where silent or marked.
        hearing: The numbers.
        step: The smallest step of the scale, tenths of a point.
    """
    if held.usual.tenths == NONE:
        return Look(settle(first, hearing, step), held.higher)
    seen = [one for one in window if one != NONE]
    if len(seen) < hearing.look_answers:
        # Silence answers nothing: what was asked before is asked still.
        return held
    return look(held.usual, seen, hearing, step)


def told(tenths: int, hearing: Hearing, step: int = 10) -> Usual:
    """The usual a person tells at the start, before there are answers to take it from."""
    spread = hearing.spread_untold * _FINER
    return Usual(tenths, spread, warning_rise(spread, hearing, 0, step))


def settle(answers: Sequence[int], hearing: Hearing, step: int) -> Usual:
    """Take usual and spread from the first answers (tenths, at least one)."""
    return _from_answers(median(answers), answers, hearing, step)


def look(usual: Usual, answers: Sequence[int], hearing: Hearing, step: int) -> Look:
    """Look at the last answers: lower usual and spread by themselves, ask before raising.

    Whatever moves by itself can only make warnings come sooner.
    """
    if len(answers) < hearing.look_answers:
        return Look(usual, NONE)
    middle = median(answers)
    fallen = usual.tenths - middle
    moves_down = fallen >= hearing.usual_move or (fallen > 0 and fallen * 2 >= usual.rise)
    fresh = _from_answers(middle if moves_down else usual.tenths, answers, hearing, step)
    spread, rise = min(usual.spread, fresh.spread), min(usual.rise, fresh.rise)
    higher = middle if middle - usual.tenths >= hearing.usual_move else NONE
    return Look(Usual(fresh.tenths, spread, rise), higher)


def raised(usual: Usual, higher: int) -> Usual:
    """Usual once the person has taken the higher one. The warning rise stays as it was."""
    return Usual(higher, usual.spread, usual.rise)


def in_force(usual: Usual, as_told: Usual) -> Usual:
    """What one symptom is measured against now: usual from the answers, else as it was told."""
    return as_told if usual.tenths == NONE else usual


def measured_against(pain: Usual, fatigue: Usual) -> Reference:
    """What a day's answers are measured against, from what is in force for each symptom."""
    return Reference(pain.tenths, fatigue.tenths, pain.rise, fatigue.rise)


def median(answers: Sequence[int]) -> int:
    """The median in tenths, halves rounded down: a lower usual warns sooner."""
    return twice_the_median(sorted(answers)) // 2


def warning_rise(spread: int, hearing: Hearing, decimals: int, step: int) -> int:
    """max(floor, min(2 points, 2 x spread), 1.5 x spread), tenths of a point.

    Args:
        spread: Hundredths of a point.
        hearing: For the floor and the 2 points.
        decimals: 1 where most of the person's answers carry a decimal.
        step: The smallest step of the scale, tenths of a point.

    Source: design findings 1 and 7; 2 points is where the cohort has its cliff.
    """
    floor = hearing.rise_floor_decimal if decimals and step <= _FINER else hearing.rise_floor
    # Decimals on a scale of whole points say that its real step is finer.
    smallest = 1 if decimals and step == _FINER else step
    return max(floor, smallest, min(hearing.rise_most, spread * 2 // _FINER), spread * 3 // 20)


def _from_answers(usual: int, answers: Sequence[int], hearing: Hearing, step: int) -> Usual:
    squares = carried = 0
    for one in answers:
        squares += (one - usual) * (one - usual)
        if one % 10:
            carried += 1
    spread = hearing.spread_untold * _FINER
    if len(answers) >= hearing.spread_answers:
        spread = _whole_root(squares * _FINER * _FINER // len(answers))
    decimals = 1 if step <= _FINER and carried * 2 > len(answers) else 0
    return Usual(usual, spread, warning_rise(spread, hearing, decimals, step))


def _whole_root(square: int) -> int:
    """The square root rounded down, by Newton's steps from above."""
    # numba knows no isqrt.
    root, nearer = square, (square + 1) // 2
    while nearer < root:
        root, nearer = nearer, (nearer + square // nearer) // 2
    return root
