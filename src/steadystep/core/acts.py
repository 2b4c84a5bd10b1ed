"""What a person can say of today, turned into events. Which dose they mean is worked out here."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.facts import Reply
from steadystep.core.ladder import MOVEMENT, rung_at_most
from steadystep.core.movements import Movement
from steadystep.core.today import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from steadystep.core.events import Event, PlanStarted
    from steadystep.core.ladder import Ladder
    from steadystep.core.today import Today

# "A bit" is half, as the rule says (§1, known). "More" without a number is half as much again: a
# choice, above the 110 % at which a session opens a window of its own.
A_BIT_PERCENT = 50
MORE_PERCENT = 150
# No session told is longer than this: a choice that keeps a slip of the finger out, in ladder tops.
MOST_TOPS = 10
NOON = time(12)


class Part(StrEnum):
    """How much of the step was done."""

    NONE = "none"
    A_BIT = "a_bit"
    YES = "yes"
    MORE = "more"


class NothingToSayError(Exception):
    """There is no dose today of which this could be said."""


def ladder_of(today: Today) -> Ladder:
    """The rungs of the plan in force.

    Raises:
        NothingToSayError: There is no plan.
    """
    if today.plan is None:
        raise NothingToSayError("there is no plan yet")
    return MOVEMENT[today.plan.unit]


def did(dose: int | None, part: Part, *, more: int | None = None) -> on.SessionTold:
    """What was done of a dose (tenths of a unit).

    Args:
        dose: The dose that was shown.
        part: How much of it.
        more: For "more than planned": all that was done, tenths, where it was told.

    Raises:
        NothingToSayError: No dose was told.
    """
    if dose is None:
        raise NothingToSayError("no step was told for that day")
    if part == Part.MORE:
        return on.SessionTold(max(dose, dose * MORE_PERCENT // 100 if more is None else more))
    percent = {Part.NONE: 0, Part.A_BIT: A_BIT_PERCENT, Part.YES: 100}[part]
    return on.SessionTold(dose * percent // 100)


def count_seen(today: Today) -> tuple[date, on.SessionTold]:
    """Count what a device saw: never more than that, and of the day on which it was.

    More than the step is more than was planned, as if the person had told it so.

    Raises:
        NothingToSayError: No device saw a session that is unknown.
    """
    if today.session_seen is None:
        raise NothingToSayError("no session was seen")
    day, seen = today.session_seen
    return day, on.SessionTold(min(seen.seen, most_to_tell(today)))


def most_to_tell(today: Today) -> int:
    """The largest session that is taken for what was meant, tenths of a unit."""
    return ladder_of(today).doses[-1] * MOST_TOPS


def easier(today: Today) -> on.EasierToday:
    """Less for today: two thirds of what is shown, a rung of the ladder. The plan stays.

    Raises:
        NothingToSayError: There is no step today.
    """
    ladder = ladder_of(today)
    if today.dose is None:
        raise NothingToSayError("there is no step today")
    return on.EasierToday(ladder.doses[ladder.eased[rung_at_most(ladder.doses, today.dose)]])


def smaller(today: Today) -> on.DoseChosen:
    """One rung less from now on.

    Raises:
        NothingToSayError: There is no step today.
    """
    ladder = ladder_of(today)
    if today.decision is None or today.decision.level is None:
        raise NothingToSayError("there is no step today")
    rung = rung_at_most(ladder.doses, today.decision.level)
    return on.DoseChosen(ladder.doses[max(rung - 1, 0)])


def smaller_step(today: Today) -> int | None:
    """The next rung down, tenths; None on the smallest, and where there is no step."""
    if today.decision is None or today.decision.level is None:
        return None
    dose = smaller(today).dose
    return dose if dose < today.decision.level else None


def own_step(today: Today, dose: int) -> on.DoseChosen:
    """A step of the person's own: the highest rung at or under it.

    Raises:
        NothingToSayError: There is no plan.
    """
    doses = ladder_of(today).doses
    return on.DoseChosen(doses[rung_at_most(doses, dose)])


def answer_offer(today: Today, *, accept: bool) -> list[Event]:
    """Try it, or stay.

    Raises:
        NothingToSayError: Nothing is offered today.
    """
    if today.decision is None or today.decision.offered is None:
        raise NothingToSayError("nothing is offered today")
    return [on.OfferAnswered(Reply.ACCEPT if accept else Reply.STAY)]


def new_plan(
    today: Today, movement: on.MovementChosen, *, start: int, ignore_heart: bool
) -> PlanStarted:
    """Another movement: it begins at a step of its own, and the body it is for is the same."""
    plan = today.plan
    return on.PlanStarted(
        unit=movement.unit,
        start=start,
        per_week=plan.per_week if plan else 7,
        new_movement=movement.new_movement,
        resistance=movement.movement == Movement.RESISTANCE,
        ignore_heart=ignore_heart,
        usual_pain=plan.usual_pain if plan else None,
        usual_fatigue=plan.usual_fatigue if plan else None,
        movement=movement.movement,
        name=movement.name,
        anchor=movement.anchor,
    )


def noon_of(day: date, now: datetime) -> datetime:
    """When something of another day is taken to have been: noon, by the clock at the door."""
    if day == day_of(now):
        return now
    return datetime.combine(day, NOON, tzinfo=now.tzinfo)


def yesterday_of(today: Today) -> date:
    """The day before today."""
    return today.day - timedelta(days=1)


def take_back(today: Today, keys: Sequence[str]) -> list[on.TakenBack]:
    """Take back what can still be undone; other keys are left alone."""
    can = {one.key for one in today.undoable}
    return [on.TakenBack(key) for key in keys if key in can]
