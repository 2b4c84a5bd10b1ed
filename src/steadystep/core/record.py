"""From a person's events to their days, and through the rule.

A day turns at 04:00 by the person's own clock. Hours are counted in absolute time, so that a
clock change or a journey never shortens a window. What was done is measured against the dose that
was told, and an accepted step is a fact even where today's knowledge would not have offered it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, assert_never

from steadystep.core import events as on
from steadystep.core.course import Course
from steadystep.core.facts import NONE, DayFacts, Gate, Reply, Terms, UsualWord
from steadystep.core.ladder import MOVEMENT
from steadystep.core.policy import GENTLE, Policy
from steadystep.core.reasons import Limit, RedFlagKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry, Event, PlanStarted

DAY_TURNS = timedelta(hours=4)
SECONDS_AN_HOUR = 3_600
DAYS_A_WEEK = 7
# Hours are counted from where the calendar's days are, so that a day whose hour nobody told, and
# which is taken at noon, stands beside the others.
HOURS_BEFORE_1970 = date(1970, 1, 1).toordinal() * 24


class NoPlanError(Exception):
    """The record holds no plan: there is nothing to decide about."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stays in force from day to day until an event changes it."""

    gate: Gate = Gate.OPEN
    how_soon: RedFlagKind = RedFlagKind.CLINICIAN
    ceiling: int | None = None
    goal: int | None = None
    screen_due: bool = False


def local_day(entry: Entry) -> date:
    """The person's day an event belongs to: until 04:00 it is still yesterday."""
    return (entry.at - DAY_TURNS).date()


def decisions(
    entries: Iterable[Entry], *, until: date | None = None, policy: Policy = GENTLE
) -> Iterator[Decision]:
    """Replay a record by `at`: what the rule says for each day from the plan's first day on.

    The order in which events arrive does not matter.

    Args:
        entries: One person's events.
        until: The last day to decide for; the last day with an event if not given.
        policy: The numbers.

    Yields:
        One decision for each local day.

    Raises:
        NoPlanError: There is no plan among the events.
    """
    ordered = sorted(entries, key=lambda one: (one.at, one.recorded, repr(one.event)))
    plans = ((one, one.event) for one in ordered if isinstance(one.event, on.PlanStarted))
    started, plan = next(plans, (None, None))
    if started is None or plan is None:
        message = "this record holds no plan yet"
        raise NoPlanError(message)
    days = _by_day(ordered)
    first, last = local_day(started), until or max(days)
    course = begin_course(plan, policy)
    standing = _standing(Standing(), [one for one in ordered if local_day(one) < first])
    last_planned: date | None = None
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        todays = days.get(day, [])
        standing = _standing(standing, todays)
        facts = _facts(day, todays, standing)
        if _is_planned(day, todays, last_planned, course.terms.per_week):
            last_planned = day
        else:
            facts = facts._replace(planned=False)
        decision = course.morning(facts)
        course.evening(facts, did=_percent(todays, decision))
        yield decision


def begin_course(plan: PlanStarted, policy: Policy) -> Course:
    """A course on a plan's own terms, knowing usual as it was told."""
    terms = Terms(
        unit=plan.unit,
        ladder=MOVEMENT[plan.unit],
        per_week=plan.per_week,
        new_movement=plan.new_movement,
        resistance=plan.resistance,
        ignore_heart=plan.ignore_heart,
    )
    course = Course(terms, policy, start=plan.start)
    course.told_usual(pain=plan.usual_pain, fatigue=plan.usual_fatigue)
    return course


def _by_day(ordered: Sequence[Entry]) -> dict[date, list[Entry]]:
    days: dict[date, list[Entry]] = {}
    for entry in ordered:
        days.setdefault(local_day(entry), []).append(entry)
    return days


def _standing(standing: Standing, todays: Sequence[Entry]) -> Standing:
    """What is in force after today's events."""
    for entry in todays:
        standing = _after(standing, entry.event)
    return standing


def _after(standing: Standing, event: Event) -> Standing:
    gate, how_soon, due = standing.gate, standing.how_soon, standing.screen_due
    ceiling, goal = standing.ceiling, standing.goal
    match event:
        case on.GateSet():
            gate, how_soon = event.gate, event.how_soon
        case on.LimitSet(limit=Limit.GOAL):
            goal = event.dose
        case on.LimitSet():
            ceiling = event.dose
        case on.ScreenAsked():
            due = event.due
        case _:
            return standing
    return Standing(gate, how_soon, ceiling, goal, due)


def _facts(day: date, todays: Sequence[Entry], standing: Standing) -> DayFacts:
    facts = DayFacts(
        day=day,
        gate=standing.gate,
        how_soon=standing.how_soon,
        ceiling=standing.ceiling,
        goal=standing.goal,
        screen_due=standing.screen_due,
    )
    offered = _offered(todays)
    for entry in todays:
        facts = _told(facts, entry, offered)
    return facts


def _is_planned(day: date, todays: Sequence[Entry], last: date | None, per_week: int) -> bool:
    """Was a session planned? One was told, or the plan's own rhythm is due one.

    Days between two sessions of a plan of three a week are no days without movement.
    """
    if last is None or any(isinstance(one.event, on.SessionTold) for one in todays):
        return True
    return (day - last).days * per_week >= DAYS_A_WEEK


def _offered(todays: Sequence[Entry]) -> int | None:
    """What was offered to the person that day, as it was told."""
    told = [one.event for one in todays if isinstance(one.event, on.DecisionGiven)]
    return next((one.offered for one in reversed(told) if one.offered is not None), None)


def _told(facts: DayFacts, entry: Entry, offered: int | None) -> DayFacts:  # noqa: C901, PLR0912 - one case an event
    """The day with one more event taken in."""
    event, hour = entry.event, _hour(entry)
    match event:
        case on.CheckedIn(pain=None, fatigue=None):
            # A night told by itself is no answer of the body: it moves no window on.
            return facts._replace(sleep=_worst(facts.sleep, event.sleep))
        case on.CheckedIn():
            return facts._replace(
                pain=_worst(facts.pain, event.pain),
                fatigue=_worst(facts.fatigue, event.fatigue),
                sleep=_worst(facts.sleep, event.sleep),
                answered_at=hour,
            )
        case on.FogAnswered():
            worst = max(event.than_usual, facts.than_usual or event.than_usual)
            return facts._replace(than_usual=worst, answered_at=hour)
        case on.FlareTold():
            return facts._replace(flare=event.word, answered_at=hour)
        case on.SessionTold():
            return facts._replace(did_at=hour)
        case on.FarTooMuchTold():
            # What was far too much is over by now; where no session was told, its hour is this one.
            did_at = hour if facts.did_at is None else facts.did_at
            return facts._replace(far_too_much=True, did_at=did_at)
        case on.OfferAnswered(reply=Reply.ACCEPT) if offered is not None:
            # Accepted as it was told: a fact, whatever is known today.
            return facts._replace(chosen=offered)
        case on.OfferAnswered():
            return facts._replace(reply=event.reply)
        case on.DoseChosen():
            return facts._replace(chosen=event.dose)
        case on.MoreBegun():
            return facts._replace(more=True)
        case on.KeptMovingTold():
            return facts._replace(kept_moving=True)
        case on.ConfidenceTold():
            return facts._replace(confidence=event.of_ten)
        case on.UsualAnswered():
            word = UsualWord.TAKE if event.take else UsualWord.KEEP
            return facts._replace(usual_word=word)
        case (
            on.PlanStarted() | on.LimitSet() | on.GateSet() | on.ScreenAsked() | on.DecisionGiven()
        ):
            return facts
        case _:
            assert_never(event)


def _hour(entry: Entry) -> int:
    return HOURS_BEFORE_1970 + int(entry.at.timestamp()) // SECONDS_AN_HOUR


def _worst(so_far: int, more: int | None) -> int:
    return so_far if more is None else max(so_far, more)


def _percent(todays: Sequence[Entry], decision: Decision) -> int:
    """What was done, in percent of the dose told before it; of the replayed one where none was."""
    dose, percent, known = decision.dose, 0, False
    offered = _offered(todays)
    for entry in todays:
        match entry.event:
            case on.DecisionGiven(dose=told) if told:
                dose = told
            case on.OfferAnswered(reply=Reply.ACCEPT) if offered is not None:
                dose = offered
            case on.DoseChosen(dose=chosen):
                dose = chosen
            case on.SessionTold(done=done) if dose:
                percent, known = percent + done * 100 // dose, True
    return percent if known else NONE
