"""What the tests of core stand on: a plan and its days, and a log of what was told when."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from steadystep.core import events as on
from steadystep.core.course import Course, DayFacts, Terms
from steadystep.core.events import Entry, Event
from steadystep.core.ladder import MOVEMENT
from steadystep.core.observations import Unit
from steadystep.core.policy import GENTLE, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.core.decision import Decision

# A Monday.
DAY_ONE = date(2026, 1, 5)


def date_of(number: int) -> date:
    """The date of a numbered day; day 1 is the first."""
    return DAY_ONE + timedelta(days=number - 1)


def told(number: int, **facts: Any) -> DayFacts:  # noqa: ANN401 - the fields of a day
    """A day on which nothing else was told."""
    return DayFacts(day=date_of(number), **facts)


def calm(number: int, **facts: Any) -> DayFacts:  # noqa: ANN401 - the fields of a day
    """A day at usual pain on which the dose was done."""
    return told(number, **({"pain": 40, "did": 100} | facts))


def plan(
    *,
    start: int = 50,
    policy: Policy = GENTLE,
    usual_pain: int | None = 40,
    usual_fatigue: int | None = None,
    **terms: Any,  # noqa: ANN401 - the fields of the terms
) -> Course:
    """A plan in minutes, of a movement the person knows, its usual pain told as 4."""
    about: dict[str, Any] = {
        "unit": Unit.MINUTES,
        "ladder": MOVEMENT[Unit.MINUTES],
        "new_movement": False,
    } | terms
    course = Course(Terms(**about), policy, start=start)
    course.told_usual(pain=usual_pain, fatigue=usual_fatigue)
    return course


def live(course: Course, days: Iterable[DayFacts]) -> list[Decision]:
    """Live the days and give what was said on each."""
    said = []
    for facts in days:
        said.append(course.morning(facts))
        course.evening(facts)
    return said


def at(number: int, hour: float, *, offset: float = 0) -> datetime:
    """An hour of a numbered day by the clock on the wall, so many hours from UTC."""
    midnight = datetime.combine(date_of(number), datetime.min.time())
    return (midnight + timedelta(hours=hour)).replace(tzinfo=timezone(timedelta(hours=offset)))


def entry(
    number: int, hour: float, event: Event, *, offset: float = 0, recorded: datetime | None = None
) -> Entry:
    """One event of one person's log, written down as it happened unless told otherwise."""
    when = at(number, hour, offset=offset)
    return Entry("her", when, recorded or when, event)


def begun(**plan_started: Any) -> Entry:  # noqa: ANN401 - the fields of the event
    """The start of a plan of five minutes at 07:00 on day 1."""
    about: dict[str, Any] = {
        "unit": Unit.MINUTES,
        "start": 50,
        "new_movement": False,
        "usual_pain": 40,
        "usual_fatigue": 40,
    } | plan_started
    return entry(1, 7, on.PlanStarted(**about))


def ordinary(*numbers: int, done: int = 50) -> list[Entry]:
    """Days at usual: answered at 08:00, the dose done at 10:00."""
    return [
        one
        for number in numbers
        for one in (
            entry(number, 8, on.CheckedIn(pain=40, fatigue=40)),
            entry(number, 10, on.SessionTold(done)),
        )
    ]
