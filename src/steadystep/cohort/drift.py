"""Where a rule drifts, sticks and locks in: a year of scripted people whose truth is known.

No body is needed for that. Pain wanders around a usual (AR(1) noise, whole numbers), and where the
script says so a session above all of the last two weeks costs three points a day later and two on
the day after. The rule is the app's own, through `policies.shipped`. Nothing here is clinical
evidence.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steadystep.cohort.chance import NO_DAY, luck_of, normals, uniform, who_is
from steadystep.cohort.compiled import arrayed, can_compile, twin
from steadystep.cohort.drift_year import Year, look, nothing_seen
from steadystep.cohort.policies.shipped import begin, choose, shipped
from steadystep.cohort.shelf import lent
from steadystep.cohort.told import UNTOLD, Start, Told
from steadystep.core import ladder as ladders
from steadystep.core.guard_table import table_for
from steadystep.core.shapes import WARM

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from steadystep.cohort.chance import Luck
    from steadystep.cohort.policies.shipped import Knobs
    from steadystep.core.ladder import Ladder
    from steadystep.core.policy import Policy

# The script: points on the two days of an answer, and how long a session stays the largest.
COSTS, FORTNIGHT = (3.0, 2.0), 14
# Room for the latest of answers, days.
LATEST = 8
# Days before joining, and those over which first weeks that are bad ones fade.
RUN_IN, FADING_DAYS = 28, 35.0
# The first dose, minutes.
FIRST_DOSE = 5.0
# Usual pain and fatigue over people, points; how far the two wander together (design findings).
USUAL_PAIN, USUAL_FATIGUE, USUAL_SPREAD, LOWEST, HIGHEST = 5.0, 5.5, 1.2, 1.0, 8.5
TOGETHER = 0.5
# What each draw is for.
_USUAL, _NOISE, _SILENT, _DONE, _WAVED = range(5)

# Steps of one minute from one up, with no end within a year: the ladder of the findings. The
# app's own ends at 30 minutes, which hides how far a plan would drift.
ENDLESS = ladders.build(tuple(range(10, 1_000, 10)))


class Script(NamedTuple):
    """What a year is made of. The defaults are a person of noise alone, as in the findings.

    Attributes:
        noise: SD of latent pain around usual, points.
        carry_over: Share of yesterday's noise that is there today.
        costs: 1 where a session above all of the last fortnight's costs, 0 where none does.
        late: Days by which the cost comes later than on the next two days; 2 is days 3 and 4.
        first_weeks: Points by which pain is up on joining, fading over five weeks.
        told_off: Points by which the usual they tell on joining is off; above zero is too high.
        usual: Everybody's usual pain and fatigue, points; 0 where each has their own.
        answered: Share of mornings with a check-in.
        every: They check in on every so-manieth day and no other.
        done: Share of doses done.
        taps: 1 where what was done is told on silent days too.
        waved: Share of flares by number alone that they call a hard day, where nothing cost.
        days: Days with the plan.
    """

    noise: float = 1.15
    carry_over: float = 0.45
    costs: int = 0
    late: int = 0
    first_weeks: float = 0.0
    told_off: float = 0.0
    usual: float = 0.0
    answered: float = 0.85
    every: int = 1
    done: float = 0.85
    taps: int = 1
    waved: float = 0.7
    days: int = 365


def rule(policy: Policy, *, asks: int = 1, takes: int = 1, ladder: Ladder = ENDLESS) -> Knobs:
    """The rule with these numbers, and what kind of person answers it; see `shipped`."""
    knobs = shipped(policy, asks=asks, takes=takes).knobs
    table = table_for(ladder, policy) or knobs.guard_movement
    numbers: Knobs = knobs._replace(movement=ladder, guard_movement=table)
    return numbers


def years(
    script: Script,
    knobs: Knobs,
    people: int,
    *,
    first: int = 0,
    seed: int = 1,
    compiled: bool = True,
) -> NDArray[np.int64]:
    """Let so many people live a year by the rule.

    Args:
        script: What the year is made of.
        knobs: The rule's numbers, as `rule` puts them together.
        people: How many.
        first: The first person's number.
        seed: The study's; the same people and the same luck for every script and all numbers.
        compiled: Whether to use numba where it is installed. It changes no bit.

    Returns:
        A row for each person, a column for each field of `Year`.
    """
    rows = np.empty((people, len(Year._fields)), dtype=np.int64)
    if compiled and can_compile():
        twin(fill)(script, arrayed(knobs), seed, first, rows)
    else:
        fill(script, knobs, seed, first, rows)
    return rows


def fill(script: Script, knobs: Knobs, seed: int, first: int, rows: NDArray[np.int64]) -> None:
    """Fill a row for each person."""
    numbers = lent(knobs)
    for place in range(rows.shape[0]):
        came = year(script, numbers, who_is(seed, first + place))
        for column in range(rows.shape[1]):
            rows[place, column] = came[column]


def year(script: Script, knobs: Knobs, who: int) -> Year:
    """One person's run-in and year, from the first day to the last."""
    felt = newborn(script, who)
    pains, fatigues = [0], [0]
    for day in range(-RUN_IN, 0):
        luck = luck_of(who, day + RUN_IN)
        felt = wake(script, felt, luck)
        if uniform(luck, _SILENT) < script.answered:
            extra = first_weeks(script, day)
            pains.append(answer(felt.usual_pain + felt.pain + extra))
            fatigues.append(answer(felt.usual_fatigue + felt.fatigue + extra))
    memory = begin(joining(pains, fatigues, script.told_off), knobs)
    seen = nothing_seen(memory.state.plan.rung)
    done, over = [0.0] * FORTNIGHT, [0] * LATEST
    did = UNTOLD
    for day in range(script.days):
        luck = luck_of(who, day + RUN_IN)
        felt = wake(script, felt, luck)
        cost = COSTS[0] * over[script.late] + COSTS[1] * over[script.late + 1]
        extra = cost + first_weeks(script, day)
        answers = day % script.every == 0 and uniform(luck, _SILENT) < script.answered
        told = Told(
            day,
            answer(felt.usual_pain + felt.pain + extra) if answers else UNTOLD,
            answer(felt.usual_fatigue + felt.fatigue + extra) if answers else UNTOLD,
            1 if cost == 0.0 and uniform(luck, _WAVED) < script.waved else 0,
            did if answers or script.taps else UNTOLD,
            float(UNTOLD),
            UNTOLD,
            0.0,
            UNTOLD,
            0.0,
        )
        memory, choice = choose(memory, told, knobs)
        seen = look(
            seen,
            memory.state.plan.rung,
            memory.said.blocked,
            memory.said.fired,
            memory.said.red,
            1 if memory.day.answer >= WARM else 0,
            choice.call,
            choice.rose,
            1 if cost > 0.0 else 0,
            day + 1,
        )
        session = 1 if uniform(luck, _DONE) < script.done else 0
        dose = max(choice.dose, 0.0) * session
        did = 100 * session
        before = max(done)
        over[1:] = over[:-1]
        over[0] = script.costs if before > 0.0 and dose > before else 0
        done[day % FORTNIGHT] = dose
    return seen


class Felt(NamedTuple):
    """Usual pain and fatigue, and how far from them the two are today without any cost; points."""

    usual_pain: float
    usual_fatigue: float
    pain: float
    fatigue: float


def newborn(script: Script, who: int) -> Felt:
    """A person on their usual."""
    if script.usual > 0.0:
        return Felt(script.usual, script.usual, 0.0, 0.0)
    one, other = normals(luck_of(who, NO_DAY), _USUAL)
    pain, fatigue = USUAL_PAIN + USUAL_SPREAD * one, USUAL_FATIGUE + USUAL_SPREAD * other
    return Felt(
        min(max(pain, LOWEST), HIGHEST),
        min(max(fatigue, LOWEST), HIGHEST),
        0.0,
        0.0,
    )


def wake(script: Script, felt: Felt, luck: Luck) -> Felt:
    """Tomorrow's noise."""
    kept = script.carry_over
    fresh = sqrt(1.0 - kept * kept) * script.noise
    shared, own = normals(luck, _NOISE)
    both = TOGETHER * shared + sqrt(1.0 - TOGETHER * TOGETHER) * own
    return Felt(
        felt.usual_pain,
        felt.usual_fatigue,
        kept * felt.pain + fresh * shared,
        kept * felt.fatigue + fresh * both,
    )


def first_weeks(script: Script, day: int) -> float:
    """Points on top, for people who join when they are bad."""
    return script.first_weeks * min(max(1.0 - day / FADING_DAYS, 0.0), 1.0)


def answer(points: float) -> int:
    """A whole number from 0 to 10, in tenths."""
    return int(min(max(points, 0.0), 10.0) + 0.5) * 10


def joining(pains: list[int], fatigues: list[int], off: float) -> Start:
    """What is known of a person after their run-in; the first of each list is none of it."""
    pain, fatigue = usual_of(pains, off), usual_of(fatigues, off)
    return Start(pain, fatigue, UNTOLD, UNTOLD, 0.0, FIRST_DOSE, 0)


def usual_of(answers: list[int], off: float) -> int:
    """The median of all but the first, and how far off it is told, in tenths."""
    if len(answers) == 1:
        return UNTOLD
    ordered = sorted(answers[1:])
    half = len(ordered) // 2
    middle = (ordered[half] + ordered[-half - 1]) // 2
    return min(max(middle + int(10.0 * off), 0), 100)
