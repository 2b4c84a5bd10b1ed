"""What the tests of core stand on: a plan and its days, and a log of what was told when."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.course import Course
from steadystep.core.events import Entry, Event
from steadystep.core.facts import NONE, DayFacts, FlareWord, Gate, Reply, Terms, UsualWord
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


# Anything a person may tell on a day, and a life of such days.
TENTHS = st.one_of(st.just(NONE), st.integers(0, 10).map(lambda points: points * 10))
ANY_DAY: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "pain": TENTHS,
        "fatigue": TENTHS,
        "sleep": TENTHS,
        "than_usual": st.none() | st.integers(-1, 2),
        "flare": st.sampled_from(FlareWord),
        "load": st.one_of(st.just(NONE), st.integers(0, 3_000)),
        "far_too_much": st.booleans(),
        "did": st.sampled_from((NONE, 0, 50, 100, 130)),
        "reply": st.sampled_from(Reply),
        "chosen": st.none() | st.sampled_from((5, 40, 60)),
        "gate": st.sampled_from((Gate.OPEN, *Gate)),
        "ceiling": st.none() | st.sampled_from((30, 80)),
        "goal": st.none() | st.sampled_from((30, 80)),
        "guard": st.none() | st.sampled_from((40, 90)),
        "screen_due": st.booleans(),
        "confidence": st.none() | st.integers(0, 10),
        "usual_word": st.sampled_from(UsualWord),
        "rmssd": st.one_of(st.just(NONE), st.integers(100, 900)),
        "resting_heart_rate": st.one_of(st.just(NONE), st.integers(450, 900)),
    },
)
LIFE = st.lists(ANY_DAY, min_size=1, max_size=50)


def days(life: list[dict[str, Any]]) -> list[DayFacts]:
    """Days with these facts, numbered from 1."""
    return [told(number, **facts) for number, facts in enumerate(life, start=1)]
