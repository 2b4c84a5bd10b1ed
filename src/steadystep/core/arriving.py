"""What arrives from devices and wants a word: a session that fits the step, and data that stopped.

Neither changes anything by itself. A session counts when the person says so.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import events as on
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.observed import DAY_SECONDS, Activity, day_of_second

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from steadystep.core.decision import Decision
    from steadystep.core.events import DataSeen, Event, PlanStarted, SessionSeen
    from steadystep.core.observed_days import SessionRow

# The person's day turns at 04:00 (rule §6).
TURNS_SECONDS = 4 * 3_600
# A session of less than this part of the dose is not asked about: a choice, what "a bit" is.
SHARE_PERCENT = 50
# A dose in minutes is kept in tenths of one.
SECONDS_A_TENTH = 6

# After how many days without data it is said. Source: the journey (§3) says three.
STALE_DAYS = 3
# On how many days it is said, and then no more: a choice.
STALE_SAID_DAYS = 7
# A source came regularly with data on so many of its last 28 days: a choice.
REGULAR_DAYS = 20

# Which activities a device may call each kind of movement. What a person named themselves may be
# any of them. Running is no gentle walk, so nothing asks to count it as one. All choices.
FITS: dict[Movement, frozenset[Activity]] = {
    Movement.WALK: frozenset({Activity.WALK}),
    Movement.MOBILITY: frozenset({Activity.STRETCH, Activity.YOGA, Activity.OTHER}),
    Movement.RESISTANCE: frozenset({Activity.STRENGTH}),
    Movement.BREATH_STRETCH: frozenset({Activity.BREATH, Activity.STRETCH, Activity.YOGA}),
    Movement.OWN: frozenset(Activity),
}


class Stale(NamedTuple):
    """A source that came regularly, and stopped.

    Attributes:
        source: What it is called in the shop.
        until: The last day with data.
    """

    source: str
    until: date


def match(
    sessions: Iterable[SessionRow],
    plan: PlanStarted,
    decision: Decision,
    day: date,
    told: int | None,
) -> SessionRow | None:
    """The session of a day that fits its step best; None where none does.

    Args:
        sessions: What devices saw, of any days.
        plan: The plan in force.
        decision: What was said for the day.
        day: The person's day.
        told: What was told of the day's session; where anything was, nothing is asked.
    """
    dose = decision.dose
    if told is not None or not dose or decision.unit != plan.unit:
        return None
    fitting = [
        (abs(amount - dose), one.start, one)
        for one in sessions
        if one.activity in FITS[plan.movement]
        and day_of_second(one.start - TURNS_SECONDS) == day.toordinal()
        and (amount := amount_of(one, plan.unit)) * 100 >= dose * SHARE_PERCENT
    ]
    return min(fitting, key=lambda one: one[:2])[2] if fitting else None


def amount_of(session: SessionRow, unit: Unit) -> int:
    """How much of a unit a session was, in tenths, rounded down; 0 where nobody can tell."""
    if unit == Unit.STEPS:
        return (session.steps or 0) * 10
    seconds = session.end - session.start
    if unit == Unit.REPS or not 0 < seconds <= DAY_SECONDS:
        return 0
    return seconds // SECONDS_A_TENTH


def seen_of(session: SessionRow, unit: Unit) -> SessionSeen:
    """What the log is told of a session that fits."""
    return on.SessionSeen(amount_of(session, unit), unit, session.source.name)


def seen_in(todays: Sequence[Event], unit: Unit) -> SessionSeen | None:
    """What a device saw of a day, where nothing was told of its session; the last word counts."""
    if any(isinstance(one, on.SessionTold) for one in todays):
        return None
    seen = [one for one in todays if isinstance(one, on.SessionSeen)]
    return next((one for one in reversed(seen) if one.unit == unit and one.seen > 0), None)


def stopped(seen: Iterable[DataSeen], today: date) -> Stale | None:
    """The source that came regularly and stopped some days ago; the last of them where several."""
    last: dict[str, DataSeen] = {}
    for one in seen:
        if one.source not in last or one.until >= last[one.source].until:
            last[one.source] = one
    first = today - timedelta(days=STALE_DAYS + STALE_SAID_DAYS - 1)
    latest = today - timedelta(days=STALE_DAYS)
    gone = [
        Stale(one.source, one.until)
        for one in last.values()
        if one.days >= REGULAR_DAYS and first <= one.until <= latest
    ]
    return max(gone, key=lambda one: (one.until, one.source), default=None)
