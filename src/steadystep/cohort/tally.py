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


class Tally(NamedTuple):
    """Counts so far. Attributes are those of `Outcome` but where said.

    Attributes:
        usual: The run-in's median of latent pain, points.
        usual_by_activity: The run-in's median of what came from activity.
        capacity: Capacity on joining, effective minutes.
        hot: Days in a row above the flare's line.
        pending: 1 where the first of them was caused by activity.
        recent: The last fortnight's flare days, as bits.
        flare_days: Days of a flare.
        caused_days: Those caused by activity.
        flares: Flares begun.
        changes: Sum of squared changes of log load.
        last_load: Yesterday's load; 0 before the first day.
        boomed: Days since a big day.
        busts: Small days soon after big ones.
        days: Days counted.
        minutes: Sum of loads.
        dropped_on: The day they left.
        planned: Days with the plan.
        calls: Flares called.
        calls_caused: Those that activity caused.
        rises: Raises.
        held: Days held.
        last_dose: The last dose, minutes.
        fault_on: The day of a dose that is none.
    """

    usual: float
    usual_by_activity: float
    capacity: float
    hot: int
    pending: int
    recent: int
    flare_days: int
    caused_days: int
    flares: int
    changes: float
    last_load: float
    boomed: int
    busts: int
    days: int
    minutes: float
    dropped_on: int
    planned: int
    calls: int
    calls_caused: int
    rises: int
    held: int
    last_dose: float
    fault_on: int


def nothing_counted(usual: float, usual_by_activity: float, capacity: float) -> Tally:
    """The tally on the morning of joining."""
    return Tally(
        usual, usual_by_activity, capacity,
        0, 0, 0, 0, 0, 0, 0.0, 0.0, 99, 0, 0, 0.0, 0, 0, 0, 0, 0, 0, 0.0, 0,
    )  # fmt: skip


def is_caused(tally: Tally, pain: float, by_activity: float) -> int:
    """Does activity explain at least half of what is above usual (a point at the least)?"""
    above = max(pain - tally.usual, 1.0)
    return 1 if by_activity - tally.usual_by_activity >= COUNTING.caused_share * above else 0


def is_flaring(tally: Tally) -> int:
    """Is the person in a flare by now?"""
    return 1 if tally.hot >= COUNTING.flare_days else 0


def share_flaring(tally: Tally) -> float:
    """The share of the last fortnight that was a flare."""
    bits = tally.recent
    return (BITS[bits & _WEEK_BITS] + BITS[bits >> _WEEK]) / 14.0


def count_morning(tally: Tally, pain: float, by_activity: float) -> Tally:
    """Count this morning's latent pain."""
    hot, pending = tally.hot, tally.pending
    flare_days, caused_days, flares = tally.flare_days, tally.caused_days, tally.flares
    flare = 0
    if pain - tally.usual >= COUNTING.flare_points:
        hot += 1
        caused = is_caused(tally, pain, by_activity)
        if hot < COUNTING.flare_days:
            pending = caused
        else:
            flare = 1
            flare_days += 1
            caused_days += caused
            if hot == COUNTING.flare_days:
                # The day before belongs to the flare, now that there is one.
                flares += 1
                flare_days += 1
                caused_days += pending
    else:
        hot, pending = 0, 0
    return Tally(
        tally.usual, tally.usual_by_activity, tally.capacity,
        hot, pending, (tally.recent << 1 | flare) & FORTNIGHT, flare_days, caused_days, flares,
        tally.changes, tally.last_load, tally.boomed, tally.busts, tally.days, tally.minutes,
        tally.dropped_on, tally.planned, tally.calls, tally.calls_caused, tally.rises, tally.held,
        tally.last_dose, tally.fault_on,
    )  # fmt: skip


def count_choice(tally: Tally, choice: Choice, caused: int, day: int) -> Tally:
    """Count what the planner chose. A dose that is none is a fault, and remembered."""
    fault_on = tally.fault_on
    if fault_on == 0 and not is_a_dose(choice.dose):
        fault_on = day + 1
    dose = choice.dose if is_a_dose(choice.dose) else NO_DOSE
    called = 1 if choice.call else 0
    return Tally(
        tally.usual, tally.usual_by_activity, tally.capacity,
        tally.hot, tally.pending, tally.recent, tally.flare_days, tally.caused_days, tally.flares,
        tally.changes, tally.last_load, tally.boomed, tally.busts, tally.days, tally.minutes,
        tally.dropped_on, tally.planned + 1,
        tally.calls + called, tally.calls_caused + (called if caused else 0),
        tally.rises + (1 if choice.rose else 0), tally.held + (1 if choice.held else 0),
        max(dose, 0.0), fault_on,
    )  # fmt: skip


def is_a_dose(dose: float) -> bool:
    """Is this a dose: some minutes of a day, or the word that there is none?"""
    return dose == NO_DOSE or 0.0 <= dose <= COUNTING.most_minutes


def count_evening(tally: Tally, load: float, habit: float, left: int) -> Tally:
    """Count the day's load, and whether the person left the plan today."""
    changes = tally.changes
    if tally.last_load > 0.0:
        change = log(load / tally.last_load)
        changes += change * change
    boomed, busts = min(tally.boomed + 1, 99), tally.busts
    if load > COUNTING.boom_share * habit:
        boomed = 0
    elif load < COUNTING.bust_share * habit and boomed <= COUNTING.bust_days:
        busts, boomed = busts + 1, 99
    days = tally.days + 1
    return Tally(
        tally.usual, tally.usual_by_activity, tally.capacity,
        tally.hot, tally.pending, tally.recent, tally.flare_days, tally.caused_days, tally.flares,
        changes, load, boomed, busts, days, tally.minutes + load,
        days if left else tally.dropped_on, tally.planned, tally.calls, tally.calls_caused,
        tally.rises, tally.held, tally.last_dose, tally.fault_on,
    )  # fmt: skip


def outcome_of(tally: Tally, capacity: float) -> Outcome:
    """What it all came to."""
    days = max(tally.days, 1)
    return Outcome(
        100.0 * (capacity / tally.capacity - 1.0),
        float(tally.flare_days), float(tally.caused_days), float(tally.flares),
        sqrt(tally.changes / max(days - 1, 1)), float(tally.busts),
        float(tally.dropped_on), tally.minutes / days, float(tally.planned),
        float(tally.calls), float(tally.calls_caused), float(tally.rises), float(tally.held),
        tally.last_dose, float(tally.fault_on),
    )  # fmt: skip
