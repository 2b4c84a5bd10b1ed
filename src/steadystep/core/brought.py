"""What was brought from a device or from another diary, as the rule hears it: a warning, no more.

Where something was brought, the record is folded twice: as the person told it here, and with what
was brought. What is said is the more careful of the two. So nothing that is brought can ever give
a larger dose or an earlier offer, on its own day or on any day after it.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from steadystep.core import events as on
from steadystep.core import reference
from steadystep.core.facts import NONE, DayFacts, FlareWord
from steadystep.core.observations import Symptom
from steadystep.core.shapes import WARM
from steadystep.core.signal import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.core.decision import Decision
    from steadystep.core.events import DayMeasured, DiaryBrought, Entry
    from steadystep.core.policy import Hearing
    from steadystep.core.reference import Usual

# What the rule hears, and all that a door writes down of something that was brought.
HEARD = (on.DayMeasured, on.DiaryBrought)
BROUGHT = (*HEARD, on.SessionSeen, on.DataSeen)
# How many days before a day its usual is looked for in another diary: those of a look (rule §1).
USUAL_DAYS = 28
# Fog mode's word for a day clearly worse than usual.
WORSE = 1

# Where answers show no step: the scale of the check-in, tenths of a point.
WHOLE_POINT = 10

Diary: TypeAlias = "tuple[date, DiaryBrought]"
BroughtUsual: TypeAlias = "tuple[tuple[Symptom, Usual], ...]"


def is_heard(todays: Iterable[Entry]) -> bool:
    """Was anything brought of this day that the rule hears?"""
    return any(isinstance(one.event, HEARD) for one in todays)


def with_brought(facts: DayFacts, todays: Iterable[Entry], usual: BroughtUsual) -> DayFacts:
    """The day as the person told it, and what was brought of it beside.

    Args:
        facts: The day as it was told.
        todays: Its entries.
        usual: What is usual in the other diary, as `usual_from` finds it.
    """
    for entry in todays:
        match entry.event:
            case on.DayMeasured():
                facts = _measured(facts, entry.event)
            case on.DiaryBrought():
                facts = _written(facts, entry.event, usual)
            case _:
                pass
    return facts


def more_careful(alone: Decision, warned: Decision) -> Decision:
    """Of the two, what is said: the warned one, unless anything in it is larger."""
    return alone if is_larger(warned, alone) else warned


def is_larger(one: Decision, other: Decision) -> bool:
    """Is the dose, the rung in force, or the rung within reach larger?"""
    reach, others = one.offered or one.level, other.offered or other.level
    pairs = ((one.dose, other.dose), (one.level, other.level), (reach, others))
    return any((mine or 0) > (theirs or 0) for mine, theirs in pairs)


def first_day_needed(began: date | None, today: date) -> date:
    """From which day on the log needs what was brought; of the days before nothing is heard.

    Args:
        began: The first day of the first plan; None before there is one.
        today: The day on which it is brought.
    """
    return (today if began is None else min(began, today)) - timedelta(days=USUAL_DAYS)


def usual_from(diary: Iterable[Diary], before: date, hearing: Hearing) -> BroughtUsual:
    """The usual that another diary shows of the 28 days before a day; nothing where it is thin.

    As where usual is taken from answers here, days that were marked as a flare are left out. It
    wants as many answers as a look at usual does. Two diaries can have two scales, so a number of
    one is measured against the usual of that one.

    Args:
        diary: Days and what the diary holds of them, in any order. Of several the worst counts.
        before: The day.
        hearing: The numbers.
    """
    first = before - timedelta(days=USUAL_DAYS)
    near = [(day, told) for day, told in diary if first <= day < before]
    flares = {day for day, told in near if told.crash}
    calmer = [(day, told) for day, told in near if day not in flares]
    answers = {
        Symptom.PAIN: _worst_of_days((day, told.pain) for day, told in calmer),
        Symptom.FATIGUE: _worst_of_days((day, told.fatigue) for day, told in calmer),
    }
    return tuple(
        (symptom, reference.settle(worst, hearing, _step_of(worst)))
        for symptom, worst in answers.items()
        if len(worst) >= hearing.look_answers
    )


def lately(diary: Iterable[Diary], day: date) -> tuple[Diary, ...]:
    """What of a diary can still say what is usual on the days after this one."""
    first = day - timedelta(days=USUAL_DAYS)
    return tuple((written, told) for written, told in diary if first < written <= day)


def _measured(facts: DayFacts, event: DayMeasured) -> DayFacts:
    """Of several of one day the more careful counts: the faster heart, the smaller variability."""
    rate, rmssd = event.resting_heart_rate, event.hrv_rmssd
    if rate is not None:
        facts = facts._replace(resting_heart_rate=max(facts.resting_heart_rate, rate))
    if rmssd is not None:
        least = rmssd if facts.rmssd == NONE else min(facts.rmssd, rmssd)
        facts = facts._replace(rmssd=least)
    return facts


def _written(facts: DayFacts, event: DiaryBrought, usual: BroughtUsual) -> DayFacts:
    """A crash is the person's own word of a flare; a number clearly above usual is "worse"."""
    answers = {Symptom.PAIN: event.pain, Symptom.FATIGUE: event.fatigue}
    is_worse = any(
        level(one.tenths, one.rise, answer) >= WARM
        for symptom, one in usual
        if (answer := answers[symptom]) is not None
    )
    if is_worse:
        facts = facts._replace(than_usual=max(WORSE, facts.than_usual or WORSE))
    if event.crash:
        facts = facts._replace(flare=FlareWord.A_FLARE)
    if event.sleep is not None and facts.sleep == NONE:
        # Nights told here are measured against nights told here, wherever there are any.
        facts = facts._replace(sleep=event.sleep)
    return facts


def _worst_of_days(answers: Iterable[tuple[date, int | None]]) -> list[int]:
    """Each day's worst answer, oldest first."""
    worst: dict[date, int] = {}
    for day, answer in answers:
        if answer is not None:
            worst[day] = max(worst.get(day, NONE), answer)
    return [worst[day] for day in sorted(worst)]


def _step_of(answers: Sequence[int]) -> int:
    """The step of a scale, as far as its answers show one: the smallest distance between two."""
    seen = sorted(set(answers))
    return min((high - low for low, high in pairwise(seen)), default=WHOLE_POINT)
