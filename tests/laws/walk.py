"""Every history of a few days, in pairs that differ in one answer, through the compiled rule.

The policy is shrunken, so that a handful of days holds two rises and two flares: with the real
numbers the walk would never leave the baseline week and would prove nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import numba
import numpy as np

from steadystep.cohort.compiled import compile_family
from steadystep.core import rule, shapes
from steadystep.core.ladder import build
from steadystep.core.policy import GENTLE, Policy

FAMILY = compile_family(rule)
MORNING, EVENING, NEWBORN = FAMILY["morning"], FAMILY["evening"], FAMILY["newborn"]

LADDER = build(tuple(range(10, 110, 10)))
START = 4

SHRUNKEN = replace(
    GENTLE,
    baseline_days=1,
    calming_days=3,
    calming_answers=1,
    spacing_days=3,
    goes_on_days=3,
    second_within_days=6,
    blame_days=2,
    blame_days_long=3,
    late_from=2,
    answers_full_pace=3,
    answers_least=2,
    half_pace_days=4,
    steady_sessions=1,
    back_off_days=3,
)
# What the rule learns about a person; the laws for later days are claimed without it.
UNLEARNED = replace(SHRUNKEN, back_off_most=0, plateau_rises=99, late_flares=99)

# Pairs of answers, the second being the better one, or the calm one that was taken away.
_KINDS = (shapes.CALM, shapes.RAISED, shapes.WARM, shapes.HIGH)
WORSE = tuple((worse, better) for worse in _KINDS for better in _KINDS if better < worse)
SILENCED = ((shapes.SILENT, shapes.CALM),)


class Walked(NamedTuple):
    """What a walk found.

    Attributes:
        pairs: Pairs of whole histories compared.
        today: Pairs that broke the law on the day they differ.
        later: Pairs that broke it on a later day, and not before.
        example: One broken pair: the day they differ and both histories, or nothing but -1.
        rises: Rises in the better histories, to show that the walk reaches them.
        flares: Steps down for a flare in the better histories.
    """

    pairs: int
    today: int
    later: int
    example: tuple[int, ...]
    rises: int
    flares: int


@numba.njit
def _day(index: int, answer: int) -> Any:
    warm = 1 if answer >= 3 else 0
    hour = index * 24 + 12
    return shapes.Day(index, 0, answer, warm, 0, hour, 1, 100, hour, 0, 1, -1, 9, -1, 0, 0, 7, 0, 0)


@numba.njit
def _live(state: Any, index: int, answer: int, numbers: Any, ladder: Any) -> Any:
    day = _day(index, answer)
    heard, said = MORNING(state, day, numbers, ladder)
    return EVENING(heard, day, said, numbers), said


@numba.njit
def _larger(worse: Any, better: Any) -> int:
    if worse.dose > better.dose or worse.rung > better.rung:
        return 1
    return 1 if max(worse.offered, worse.rung) > max(better.offered, better.rung) else 0


@numba.njit
def _walk(days: int, pairs: Any, numbers: Any, ladder: Any) -> Any:
    counts = np.zeros(5, dtype=np.int64)
    example = np.full(2 * days + 1, -1, dtype=np.int64)
    for differ in range(days):
        for prefix in range(5**differ):
            state = NEWBORN(START)
            rest = prefix
            for index in range(differ):
                state, _ = _live(state, index, rest % 5, numbers, ladder)
                rest //= 5
            for pair in range(pairs.shape[0]):
                worse, said_worse = _live(state, differ, pairs[pair, 0], numbers, ladder)
                better, said_better = _live(state, differ, pairs[pair, 1], numbers, ladder)
                if _larger(said_worse, said_better):
                    counts[1] += 1
                    continue
                _suffixes(
                    days,
                    differ,
                    prefix,
                    pairs[pair],
                    worse,
                    better,
                    numbers,
                    ladder,
                    counts,
                    example,
                )
    return counts, example


@numba.njit
def _suffixes(days, differ, prefix, pair, worse, better, numbers, ladder, counts, example):  # type: ignore[no-untyped-def]
    """Walk every common continuation depth first, keeping both states of each day on a stack."""
    worse_at = [worse] * (days + 1)
    better_at = [better] * (days + 1)
    answers = np.zeros(days + 1, dtype=np.int64)
    index = differ + 1
    if index == days:
        counts[0] += 1
        return
    answers[index] = 0
    while True:
        if answers[index] == 5:
            index -= 1
            if index == differ:
                return
            answers[index] += 1
            continue
        w, said_w = _live(worse_at[index], index, answers[index], numbers, ladder)
        b, said_b = _live(better_at[index], index, answers[index], numbers, ladder)
        counts[3] += 1 if said_b.fired == 10 else 0
        counts[4] += 1 if said_b.action == 3 else 0
        if _larger(said_w, said_b):
            counts[2] += 1
            if example[0] == -1:
                example[0] = differ
                rest = prefix
                for day in range(differ):
                    example[1 + day] = rest % 5
                    example[1 + days + day] = rest % 5
                    rest //= 5
                example[1 + differ], example[1 + days + differ] = pair[0], pair[1]
                for day in range(differ + 1, index + 1):
                    example[1 + day] = example[1 + days + day] = answers[day]
            answers[index] += 1
            continue
        if index + 1 == days:
            counts[0] += 1
            answers[index] += 1
            continue
        worse_at[index + 1], better_at[index + 1] = w, b
        index += 1
        answers[index] = 0


def walk(days: int, pairs: tuple[tuple[int, int], ...], policy: Policy) -> Walked:
    """Walk all histories of this many days, in pairs that differ in one answer."""
    counts, example = _walk(days, np.array(pairs), policy.numbers(), LADDER)
    return Walked(
        int(counts[0]),
        int(counts[1]),
        int(counts[2]),
        tuple(map(int, example)),
        int(counts[3]),
        int(counts[4]),
    )
