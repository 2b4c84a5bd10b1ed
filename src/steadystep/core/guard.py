"""The guard: the dose at which activity begins to bring flares, learned one answered day at a time.

Nobody knows a person's tolerance. What is kept is the evidence for each level of it: an answered
day on which nothing began speaks against levels under the dose done before it, and a flare that
began speaks for them. From that the guard names one dose. It lowers, and never raises.

Like the rule this is plain scalar Python over whole numbers. CPython runs it for one person, on a
list; numba compiles the same functions for a cohort, on an array. Evidence is a logarithm and adds
up, so that no order of days and no machine changes it. It is changed in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.guard_table import FRACTIONS, FULL, OCTAVE, SHIFT
from steadystep.core.shapes import SILENT, UNKNOWN, WARM

if TYPE_CHECKING:
    from collections.abc import MutableSequence, Sequence

    from steadystep.core.guard_table import Table

# What a day says of tolerance.
UNHEARD, QUIET, ONSET = 0, 1, 2


def learn(evidence: MutableSequence[int], exposure: int, heard: int, table: Table) -> None:
    """Close one day: let old evidence fade, and take in what the day said.

    Args:
        evidence: One place for each background rate and level, `table.size` of them; all zero
            before the first day.
        exposure: The largest dose done in the days before the answer, tenths of a unit.
        heard: UNHEARD, QUIET or ONSET.
        table: The guard's numbers on this ladder.
    """
    fade, levels = table.fade, table.levels
    if heard == UNHEARD or exposure < table.edges[0]:
        for at in range(table.size):
            evidence[at] -= evidence[at] * fade >> SHIFT
        return
    says = table.onset if heard == ONSET else table.quiet
    # What a day says depends on how many places its dose stands above the tolerance.
    above = place_of(exposure, table.edges) + levels - 1
    for background in range(table.backgrounds):
        first = background * levels
        reach = above + background * (2 * levels - 1)
        for level in range(levels):
            old = evidence[first + level]
            evidence[first + level] = old - (old * fade >> SHIFT) + says[reach - level]


def cap(evidence: Sequence[int], middle: int, table: Table) -> int:
    """The dose (tenths) whose risk is small enough on all but the least tolerant levels.

    Those are a share of what is likely: escalation with overdose control.

    Args:
        evidence: What the days said.
        middle: The middle of what was believed beforehand, as `middle_of` gives it.
        table: The guard's numbers on this ladder.
    """
    levels, prior = table.levels, table.prior
    shift, most = levels - 1 - middle, likeliest(evidence, middle, table)
    weights, total = [0] * levels, 0
    for background in range(table.backgrounds):
        first = background * levels
        for level in range(levels):
            weight = chance(evidence[first + level] + prior[shift + level] - most)
            weights[level] += weight
            total += weight
    needed = total * table.share >> SHIFT
    level, below = 0, 0
    while below + weights[level] <= needed:
        below, level = below + weights[level], level + 1
    low, high = table.limits[level], table.limits[level + 1]
    return low + (high - low) * (needed - below) // weights[level]


def likeliest(evidence: Sequence[int], middle: int, table: Table) -> int:
    """The logarithm of the likeliest place, before it is made a chance."""
    levels, prior = table.levels, table.prior
    shift = levels - 1 - middle
    most = evidence[0] + prior[shift]
    for background in range(table.backgrounds):
        first = background * levels
        for level in range(levels):
            here = evidence[first + level] + prior[shift + level]
            if here > most:  # noqa: PLR1730 - a call for each level is half of the time
                most = here
    return most


def chance(logarithm: int) -> int:
    """Two to the power of a logarithm that is at most zero; a chance of one is `1 << OCTAVE`."""
    halvings = -(logarithm >> SHIFT)
    if halvings > OCTAVE:
        return 0
    part = logarithm & (FULL - 1)
    at, rest = part >> 8, part & 255
    return (FRACTIONS[at] + ((FRACTIONS[at + 1] - FRACTIONS[at]) * rest >> 8)) >> halvings


def middle_of(first_step: int, table: Table) -> int:
    """The middle of what is believed beforehand, from the first dose above the start (tenths)."""
    return place_of(first_step * table.prior_percent // 100, table.edges)


def place_of(dose: int, rising: Sequence[int]) -> int:
    """The last place in a rising sequence that is at most this; the first where none is."""
    low, high = 0, len(rising)
    while low < high:
        middle = (low + high) // 2
        if rising[middle] <= dose:
            low = middle + 1
        else:
            high = middle
    return max(low - 1, 0)


# A day around it --------------------------------------------------------------------------------


def hear_day(answer: int, red: int, flaring: int, since_red: int, apart_days: int) -> int:
    """What a day says of tolerance: a flare began, none did, or nothing.

    Nothing is learned from silence, from a warning, nor from days inside a flare. RED days near
    each other are one flare whatever was told between them, so that a calm answer taken away
    hides no flare.

    Args:
        answer: SILENT to HIGH.
        red: 1 on a RED day.
        flaring: 1 where a flare was going on when the day before was closed.
        since_red: Days since the last RED day before this one.
        apart_days: From more days than this on a RED day is a new flare.
    """
    if red:
        return ONSET if since_red > apart_days else UNHEARD
    return QUIET if SILENT < answer < WARM and not flaring else UNHEARD


def done_of(told: int, percent: int) -> int:
    """The dose done, of the dose told (tenths); nothing where nobody said."""
    return 0 if percent == UNKNOWN else told * percent // 100


def in_force(limit: int, rung: int, since_red: int, apart_days: int) -> int:
    """The guard's rung for today. Near a RED day it lowers; at other times it forbids a rise.

    Old evidence fades towards what was believed beforehand, which may lie under a rung that has
    been borne for months. Silence alone lowers nothing.
    """
    return limit if since_red <= apart_days else max(limit, rung)
