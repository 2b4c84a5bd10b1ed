"""Usual as it stands: what it is, since when and from where, and whether a higher one is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core import reference
from steadystep.core.facts import NONE
from steadystep.core.fold import by_day, in_order
from steadystep.core.history import began_on
from steadystep.core.observations import Symptom
from steadystep.core.policy import GENTLE
from steadystep.core.signal import NOTHING_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from steadystep.core.events import Entry, Event, PlanStarted, ReferenceSet
    from steadystep.core.today import Today

# In the order in which they are asked about.
SYMPTOMS = (Symptom.PAIN, Symptom.FATIGUE)


class How(StrEnum):
    """Where a usual comes from."""

    TOLD = "told"
    ANSWERS = "answers"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class UsualNow:
    """Usual of one symptom; tenths of a point.

    Attributes:
        symptom: Pain or fatigue.
        usual: What is usual for the person.
        warning: Where a warning starts.
        since: The day since which it holds.
        how: Where it comes from.
        higher: The higher usual the person is asked about; None where nothing is asked.
    """

    symptom: Symptom
    usual: int
    warning: int
    since: date
    how: How
    higher: int | None = None


def usual_now(entries: Iterable[Entry], today: Today) -> tuple[UsualNow, ...]:
    """Usual of each symptom as it stands now; one that is not known yet is left out."""
    now: dict[Symptom, UsualNow] = {}
    for day, events in _days(entries, today):
        for event in events:
            now = _after(now, day, event)
        answers = [one for one in events if isinstance(one, on.UsualAnswered)]
        if answers:
            now = _answered(now, day, take=answers[-1].take)
    in_force = today.decision.reference if today.decision else NOTHING_KNOWN
    known = {
        Symptom.PAIN: in_force.usual_pain != NONE,
        Symptom.FATIGUE: in_force.usual_fatigue != NONE,
    }
    return tuple(now[one] for one in SYMPTOMS if one in now and known[one])


def asked_about(usual: Iterable[UsualNow]) -> UsualNow | None:
    """The one the person is asked about: the first whose answers lie clearly above it."""
    return next((one for one in usual if one.higher is not None), None)


def _days(entries: Iterable[Entry], today: Today) -> Iterator[tuple[date, list[Event]]]:
    """What was said on each day of the plan; what is about to be written is said first today."""
    ordered = in_order(entries)
    first, days = began_on(ordered) or today.day, by_day(ordered)
    for day in sorted(one for one in days if first <= one < today.day):
        yield day, [one.event for one in days[day]]
    yield today.day, [*today.to_write, *(one.event for one in days.get(today.day, []))]


def _after(now: dict[Symptom, UsualNow], day: date, event: Event) -> dict[Symptom, UsualNow]:
    if isinstance(event, on.PlanStarted):
        return {**_told(event, day), **now}
    if isinstance(event, on.ReferenceSet):
        return {**now, event.symptom: _set(now.get(event.symptom), day, event)}
    return now


def _told(plan: PlanStarted, day: date) -> dict[Symptom, UsualNow]:
    """Usual as it was told at the start, until the answers have a word of their own."""
    told = zip(SYMPTOMS, (plan.usual_pain, plan.usual_fatigue), strict=True)
    return {
        symptom: UsualNow(symptom, usual, usual + _rise(usual), day, How.TOLD)
        for symptom, usual in told
        if usual is not None
    }


def _rise(usual: int) -> int:
    return reference.told(usual, GENTLE.hearing()).rise


def _set(before: UsualNow | None, day: date, event: ReferenceSet) -> UsualNow:
    """Usual as it was set at a look; where it stayed the same, it holds since before."""
    warning = event.usual + event.rise
    if before is not None and before.usual == event.usual and before.how != How.TOLD:
        return replace(before, warning=warning, higher=event.higher)
    return UsualNow(event.symptom, event.usual, warning, day, How.ANSWERS, event.higher)


def _answered(now: dict[Symptom, UsualNow], day: date, *, take: bool) -> dict[Symptom, UsualNow]:
    """Take the higher one, or keep the present one until the next look."""
    asked = asked_about(now[one] for one in SYMPTOMS if one in now)
    if asked is None or asked.higher is None:
        return now
    answered = replace(asked, higher=None)
    if take:
        rise = asked.warning - asked.usual
        answered = UsualNow(asked.symptom, asked.higher, asked.higher + rise, day, How.TAKEN)
    return {**now, asked.symptom: answered}
