"""What is counted while an invented person lives: the truth, which no planner is told."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.outcome import Outcome
from steadystep.cohort.told import NO_DOSE
from steadystep.core.shapes import BITS

if TYPE_CHECKING:
    from steadystep.cohort.told import Choice


class Counting(NamedTuple):
    """What counts as what. Points of pain, and shares of the person's own month."""

    # A flare day: this much above the run-in's median, on so many days in a row at the least.
    flare_points: float = 2.0
    flare_days: int = 2
    # Caused: activity explains this share of it.
    caused_share: float = 0.5
    # A day above, and within so many days a day below. Assumed; the planner's own words differ.
    boom_share: float = 1.5
    bust_share: float = 0.7
    bust_days: int = 3
    # No dose is more than a day.
    most_minutes: float = 1440.0


COUNTING = Counting()
FORTNIGHT = (1 << 14) - 1
_WEEK = 7
_WEEK_BITS = (1 << 7) - 1


class Joined(NamedTuple):
    """The morning of joining, against which all is counted.

    Attributes:
        pain: The run-in's median of latent pain, points.
        by_activity: The run-in's median of what came from activity, points.
        capacity: Capacity, effective minutes.
    """

    pain: float
    by_activity: float
    capacity: float


class Flares(NamedTuple):
    """What mornings count.

    Attributes:
        hot: Days in a row above the flare's line.
        pending: 1 where the first of them was caused by activity.
        recent: The last fortnight's flare days, as bits.
        days: Days of a flare.
        caused: Those caused by activity.
        begun: Flares begun.
    """

    hot: int
    pending: int
    recent: int
    days: int
    caused: int
    begun: int


class Plan(NamedTuple):
    """What a planner's choices count. As in `Outcome`."""

    planned: int
    calls: int
    calls_caused: int
    rises: int
    held: int
    last_dose: float
    fault_on: int


class Moves(NamedTuple):
    """What evenings count.

    Attributes:
        changes: Sum of squared changes of log load.
        load: Yesterday's load.
        log_load: Its logarithm.
        boomed: Days since a big day.
        busts: Small days soon after big ones.
        days: Days counted.
        minutes: Sum of loads.
        left_on: The day they left.
    """

    changes: float
    load: float
    log_load: float
    boomed: int
    busts: int
    days: int
    minutes: float
    left_on: int


NO_FLARES = Flares(0, 0, 0, 0, 0, 0)
NO_PLAN = Plan(0, 0, 0, 0, 0, 0.0, 0)
LONG_AGO = 99
NO_MOVES = Moves(0.0, 0.0, 0.0, LONG_AGO, 0, 0, 0.0, 0)
# Nothing is above an endless usual: the run-in counts no flares.
NOT_YET = Joined(1e9, 0.0, 1.0)


def is_caused(joined: Joined, pain: float, by_activity: float) -> int:
    """Does activity explain at least half of what is above usual (a point at the least)?"""
    above = max(pain - joined.pain, 1.0)
    return 1 if by_activity - joined.by_activity >= COUNTING.caused_share * above else 0


def is_flaring(flares: Flares) -> int:
    """Is the person in a flare by now?"""
    return 1 if flares.hot >= COUNTING.flare_days else 0


def share_flaring(flares: Flares) -> float:
    """The share of the last fortnight that was a flare."""
    bits = flares.recent
    return (BITS[bits & _WEEK_BITS] + BITS[bits >> _WEEK]) / 14.0


def count_morning(flares: Flares, joined: Joined, pain: float, by_activity: float) -> Flares:
    """Count this morning's latent pain."""
    older = (flares.recent << 1) & FORTNIGHT
    if pain - joined.pain < COUNTING.flare_points:
        return Flares(0, 0, older, flares.days, flares.caused, flares.begun)
    hot, caused = flares.hot + 1, is_caused(joined, pain, by_activity)
    if hot < COUNTING.flare_days:
        return Flares(hot, caused, older, flares.days, flares.caused, flares.begun)
    days, begun = 1, 0
    if hot == COUNTING.flare_days:
        # The day before belongs to the flare, now that there is one.
        days, begun, caused = 2, 1, caused + flares.pending
    return Flares(
        hot,
        flares.pending,
        older | 1,
        flares.days + days,
        flares.caused + caused,
        flares.begun + begun,
    )


def count_choice(
    plan: Plan, choice: Choice, joined: Joined, pain: float, by_activity: float, day: int
) -> Plan:
    """Count what the planner chose. A dose that is none is a fault, and remembered."""
    last_dose, fault_on = choice.dose, plan.fault_on
    if not is_a_dose(choice.dose):
        last_dose, fault_on = 0.0, day + 1
    elif choice.dose < 0.0:
        last_dose = 0.0
    called, caused = 0, 0
    if choice.call:
        called, caused = 1, is_caused(joined, pain, by_activity)
    return Plan(
        plan.planned + 1,
        plan.calls + called,
        plan.calls_caused + caused,
        plan.rises + (1 if choice.rose else 0),
        plan.held + (1 if choice.held else 0),
        last_dose,
        fault_on,
    )


def is_a_dose(dose: float) -> bool:
    """Is this a dose: some minutes of a day, or the word that there is none?"""
    return 0.0 <= dose <= COUNTING.most_minutes or dose == NO_DOSE


def count_evening(moves: Moves, load: float, habit: float, left: int) -> Moves:
    """Count the day's load, and whether the person left the plan today."""
    now, changes = log(load), moves.changes
    if moves.days > 0:
        changes += (now - moves.log_load) * (now - moves.log_load)
    boomed, busts, days = moves.boomed + 1, moves.busts, moves.days + 1
    if load > COUNTING.boom_share * habit:
        boomed = 0
    elif boomed <= COUNTING.bust_days and load < COUNTING.bust_share * habit:
        boomed, busts = LONG_AGO, busts + 1
    left_on = days if left else moves.left_on
    return Moves(changes, load, now, boomed, busts, days, moves.minutes + load, left_on)


def outcome_of(
    joined: Joined, flares: Flares, plan: Plan, moves: Moves, capacity: float
) -> Outcome:
    """What it all came to."""
    days = max(moves.days, 1)
    return Outcome(
        100.0 * (capacity / joined.capacity - 1.0),
        float(flares.days),
        float(flares.caused),
        float(flares.begun),
        sqrt(moves.changes / max(days - 1, 1)),
        float(moves.busts),
        float(moves.left_on),
        moves.minutes / days,
        float(plan.planned),
        float(plan.calls),
        float(plan.calls_caused),
        float(plan.rises),
        float(plan.held),
        plan.last_dose,
        float(plan.fault_on),
    )
