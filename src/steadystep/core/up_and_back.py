"""The Rule of Two walked once, with a person's own numbers: up, two days of watching, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.core.fold import in_order, local_day
from steadystep.core.ladder import MOVEMENT, rung_at_most
from steadystep.core.policy import GUARDED, STEADY_GUARDED, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.core.events import Entry, PlanStarted
    from steadystep.core.observations import Unit
    from steadystep.core.today import Today

# An invented step, for whoever has none yet: 5 minutes. A choice.
EXAMPLE_LEVEL = 50


class Walk(NamedTuple):
    """Where each way leads. Doses are tenths of a unit.

    Attributes:
        unit: What they are counted in.
        now: The rung in force.
        above: The next rung; None where the ladder or a limit ends.
        below: The rung under this one; the same where this is the smallest.
        hours: How long a rise is watched.
        answers: How many answers are heard in that time, at least.
        sessions: How many sessions it takes.
        spacing_days: Days from a rise to the next offer, at least.
        calming_days: Days after a flare, at least.
        calm_answers: Calm answers after it.
    """

    unit: Unit
    now: int
    above: int | None
    below: int
    hours: int
    answers: int
    sessions: int
    spacing_days: int
    calming_days: int
    calm_answers: int


def walk_of(today: Today, entries: Iterable[Entry]) -> Walk | None:
    """The walk of a person; None where there is no plan, or where no step up is ever offered.

    Args:
        today: The day as it stands.
        entries: The person's entries; those of `events.LASTING` kinds are enough.
    """
    plan, decision = today.plan, today.decision
    if plan is None or decision is None or decision.level is None:
        return None
    if today.standing.gate != Gate.OPEN:
        return None
    policy = STEADY_GUARDED if today.standing.pace == on.Pace.STEADY else GUARDED
    hours = (
        policy.watch_hours_long if _is_slow(today, plan, entries, policy) else policy.watch_hours
    )
    limits = (today.standing.ceiling, today.standing.goal)
    return _walk(
        plan.unit,
        decision.level,
        policy,
        hours=today.window.hours_needed if today.window else hours,
        sessions=policy.watch_sessions_few
        if plan.per_week <= policy.few_per_week
        else policy.watch_sessions,
        most=min((one for one in limits if one is not None), default=None),
    )


def example(unit: Unit, level: int = EXAMPLE_LEVEL, policy: Policy = GUARDED) -> Walk:
    """An invented walk at the gentle pace."""
    return _walk(unit, level, policy, hours=policy.watch_hours, sessions=policy.watch_sessions)


def _walk(
    unit: Unit, level: int, policy: Policy, *, hours: int, sessions: int, most: int | None = None
) -> Walk:
    doses = MOVEMENT[unit].doses
    rung = rung_at_most(doses, level)
    above = doses[rung + 1] if rung + 1 < len(doses) else None
    if above is not None and most is not None and above > most:
        above = None
    return Walk(
        unit=unit,
        now=level,
        above=above,
        below=doses[max(rung - 1, 0)],
        hours=hours,
        answers=policy.watch_answers,
        sessions=sessions,
        spacing_days=policy.spacing_days,
        calming_days=policy.calming_days,
        calm_answers=policy.calming_answers,
    )


def _is_slow(today: Today, plan: PlanStarted, entries: Iterable[Entry], policy: Policy) -> bool:
    """Do answers come late: by the kind of movement, or by its newness?"""
    if plan.resistance:
        return True
    begun = [local_day(one) for one in in_order(entries) if isinstance(one.event, on.PlanStarted)]
    is_new = (today.day - begun[-1]).days < policy.new_movement_days
    return plan.new_movement and is_new
