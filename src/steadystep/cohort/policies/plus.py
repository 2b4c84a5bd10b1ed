"""R2+: the Rule of Two with a better ear and a fairer blame, alone or with a guard as its veto.

A flare is a mean of pain and fatigue z of the person's own standard deviations above usual. The
level is cut where a rise came in the three days before; else it is held and the dose rests at
70 % until the first answer below the line. A flare of four days on end cuts anyway, and so does
every fourth day that it goes on. After a cut as after a hold, seven stable days in a row have to
pass before a rise, and a new warning before they are over belongs to the same flare.

With the guard, no rise goes above the bound, and a level above it comes down to it.
"""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.doses import PERCENT, ceiling, within
from steadystep.cohort.policies.ewoc import morning
from steadystep.cohort.policies.hearing import (
    NEVER,
    Alarm,
    Hearing,
    alarm_at_start,
    begins,
    heard,
    is_new,
)
from steadystep.cohort.policies.knobs import (
    LEAST_MINUTES,
    MOST_DAY_MINUTES,
    MOST_MINUTES,
    Knob,
    Least,
    Most,
    MostDay,
)
from steadystep.cohort.policies.tolerance import Belief, Guard, belief_at_start, bound, note_load
from steadystep.cohort.policies.waiting import Waiting, body_says_wait, days_done
from steadystep.cohort.told import Choice, Start, Told


class Plus(NamedTuple):
    """The numbers of R2+.

    Attributes:
        rise_percent: The increment.
        scale_back_percent: The step back.
        blame_days: Days after a rise in which a flare is taken as its answer.
        rest_percent: What is taken off the dose in a flare that answers no rise.
        lasts_days: A flare of so many days on end cuts anyway, and again; 0 for never.
        stabilise_days: Days after the last flare day before anything rises.
        hearing: What counts as a flare.
        waiting: The two days, and what counts as done.
        least_minutes: The floor.
        most_minutes: The ceiling of one movement.
        most_day_minutes: The ceiling of a whole day.
    """

    rise_percent: Annotated[
        float, Knob("% of the dose", 0.0, 100.0, "prototype: 2.5; guarded 5")
    ] = 2.5
    scale_back_percent: Annotated[float, Knob("% of the dose", 0.0, 90.0, "prototype: 10")] = 10.0
    blame_days: Annotated[int, Knob("days", 0, 28, "24-72 h, Barhorst 2022")] = 3
    rest_percent: Annotated[float, Knob("% of the dose", 0.0, 100.0, "prototype: 30")] = 30.0
    lasts_days: Annotated[int, Knob("days, 0 for never", 0, 90, "prototype: 4")] = 4
    stabilise_days: Annotated[int, Knob("days", 0, 90, "chapter: the next week")] = 7
    hearing: Hearing = Hearing()
    waiting: Waiting = Waiting()
    least_minutes: Least = LEAST_MINUTES
    most_minutes: Most = MOST_MINUTES
    most_day_minutes: MostDay = MOST_DAY_MINUTES


class PlusGuard(NamedTuple):
    """The numbers of R2+ with the guard as its veto."""

    plus: Plus = Plus(rise_percent=5.0)
    guard: Guard = Guard()


class Course(NamedTuple):
    """What is kept from day to day.

    Attributes:
        alarm: The detector.
        level: The dose when nothing is wrong, minutes.
        dose: Yesterday's dose, minutes.
        most: The ceiling, minutes.
        done: Days in a row, calm and done, since the level last changed.
        since_rise: Days since the last rise; far off where there was none.
        resting: 1 where this flare answers no rise, so that the dose rests.
    """

    alarm: Alarm
    level: float
    dose: float
    most: float
    done: int
    since_rise: int
    resting: int


class Guarded(NamedTuple):
    """The same, and what is believed of the person's tolerance."""

    course: Course
    belief: Belief


def begin(start: Start, knobs: Plus) -> Course:
    """The first dose, and no flare so far."""
    most = ceiling(start, knobs.most_minutes, knobs.most_day_minutes)
    dose = within(start.dose, knobs.least_minutes, most)
    alarm = alarm_at_start(start, knobs.hearing)
    return Course(alarm, dose, dose, most, 0, NEVER, 0)


def choose(course: Course, told: Told, knobs: Plus) -> tuple[Course, Choice]:
    """R2+ with no other limit than the ceiling."""
    alarm = heard(course.alarm, told, knobs.hearing)
    return decided(course, alarm, told, knobs, course.most)


def begin_guarded(start: Start, knobs: PlusGuard) -> Guarded:
    """The first dose, and the prior."""
    return Guarded(begin(start, knobs.plus), belief_at_start(start, knobs.guard))


def choose_guarded(memory: Guarded, told: Told, knobs: PlusGuard) -> tuple[Guarded, Choice]:
    """R2+ under the bound, which lowers and never raises."""
    course, belief = memory.course, memory.belief
    alarm = heard(course.alarm, told, knobs.plus.hearing)
    note_load(belief, told, course.dose)
    morning(belief, course.alarm, alarm, told, knobs.guard)
    allowed = bound(belief, knobs.guard) - belief.own
    limit = within(allowed, knobs.plus.least_minutes, course.most)
    fresh, choice = decided(course, alarm, told, knobs.plus, limit)
    return Guarded(fresh, belief), choice


def decided(
    course: Course, alarm: Alarm, told: Told, knobs: Plus, limit: float
) -> tuple[Course, Choice]:
    """A day of R2+ under a limit.

    Args:
        course: What is kept from yesterday.
        alarm: The detector as of this morning.
        told: The morning.
        knobs: The numbers.
        limit: What no level goes above today, minutes.
    """
    since_rise = min(course.since_rise + 1, NEVER)
    if alarm.flare_days > 0:
        return _flare(course, alarm, knobs, limit, since_rise)
    level = min(course.level, limit)
    done = days_done(course.done, told, knobs.waiting)
    higher = min(course.level * (1.0 + knobs.rise_percent / PERCENT), course.most)
    rises = (
        1 if alarm.quiet_days >= knobs.stabilise_days and done >= knobs.waiting.window_days else 0
    )
    if rises == 0 or higher > limit or higher <= level or body_says_wait(told, knobs.waiting) == 1:
        calm = Course(alarm, level, level, course.most, done, since_rise, course.resting)
        return calm, Choice(level, 0, 0, 0)
    fresh = Course(alarm, higher, higher, course.most, 0, 0, 0)
    return fresh, Choice(higher, 0, 1, 0)


def _flare(
    course: Course, alarm: Alarm, knobs: Plus, limit: float, since_rise: int
) -> tuple[Course, Choice]:
    """A day of a flare: cut where a rise is to blame or it lasts, else hold and rest."""
    called = is_new(course.alarm, alarm, knobs.hearing)
    blamed = 1 if called == 1 and since_rise <= knobs.blame_days else 0
    lasts = 1 if knobs.lasts_days > 0 and alarm.flare_days % knobs.lasts_days == 0 else 0
    level = course.level
    if blamed == 1 or (lasts == 1 and begins(course.alarm, alarm) == 0):
        level *= 1.0 - knobs.scale_back_percent / PERCENT
    resting = course.resting
    if called == 1:
        resting = 1 - blamed
    level = within(level, knobs.least_minutes, limit)
    dose = level
    if resting == 1:
        dose = max(level * (1.0 - knobs.rest_percent / PERCENT), knobs.least_minutes)
    now = Course(alarm, level, dose, course.most, 0, since_rise, resting)
    return now, Choice(dose, called, 0, 0)
