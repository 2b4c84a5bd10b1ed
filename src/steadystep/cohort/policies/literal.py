"""The Rule of Two as the source chapter literally has it, with the prototype's numbers.

A small increment after two days without a check-in that lies two points above usual on pain or on
fatigue, with the dose done on both; on such a check-in a step of ten per cent back, and seven
stable days in a row before anything rises again. One check-in is enough for a flare. Another before
the seven days are over belongs to the same flare and starts them again; what is still there after
two days steps back again, as two days are what this rule gives anything. Silence counts as calm, as
the chapter does not speak of it.
"""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.doses import PERCENT, ceiling, within
from steadystep.cohort.policies.hearing import (
    NEVER,
    Usual,
    answered,
    followed,
    usual_at_start,
    worst,
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
from steadystep.cohort.policies.waiting import Waiting, body_says_wait, days_done
from steadystep.cohort.told import Choice, Start, Told


class Literal(NamedTuple):
    """The numbers of the literal rule.

    Attributes:
        rise_percent: The increment.
        threshold: Points above usual that are a flare.
        scale_back_percent: The step back.
        stabilise_days: Days after the last flare day before anything rises.
        apart_days: Days without a warning after which the next one is a new flare.
        again_days: A flare of so many days on end steps back again, and again; 0 for never.
        usual_days: Days of the running mean that usual follows; 0 leaves it at the run-in's median.
        waiting: The two days, and what counts as done.
        least_minutes: The floor.
        most_minutes: The ceiling of one movement.
        most_day_minutes: The ceiling of a whole day.
    """

    rise_percent: Annotated[
        float, Knob("% of the dose", 0.0, 100.0, "chapter: 'small'; prototype 2.5, 5, 10")
    ] = 5.0
    threshold: Annotated[float, Knob("points", 0.1, 10.0, "prototype: 2 is right, 3 a cliff")] = 2.0
    scale_back_percent: Annotated[
        float, Knob("% of the dose", 0.0, 90.0, "chapter: 'slightly'; prototype 10")
    ] = 10.0
    stabilise_days: Annotated[int, Knob("days", 0, 90, "chapter: the next week")] = 7
    apart_days: Annotated[int, Knob("days without a warning", 0, 90, "choice")] = 7
    again_days: Annotated[int, Knob("days of a flare", 0, 90, "choice; prototype's scan: 3")] = 2
    usual_days: Annotated[int, Knob("days, 0 for never", 0, 3650, "prototype: 60")] = 60
    waiting: Waiting = Waiting()
    least_minutes: Least = LEAST_MINUTES
    most_minutes: Most = MOST_MINUTES
    most_day_minutes: MostDay = MOST_DAY_MINUTES


class Course(NamedTuple):
    """What is kept from day to day.

    Attributes:
        usual: What is usual.
        dose: The dose, minutes.
        most: The ceiling, minutes.
        done: Days in a row, calm and done, since the dose last changed.
        settled: Days since the last flare day; far off where there was none.
        flare_days: Flare days on end, until a check-in says otherwise; 0 outside a flare.
    """

    usual: Usual
    dose: float
    most: float
    done: int
    settled: int
    flare_days: int


def begin(start: Start, knobs: Literal) -> Course:
    """The first dose, and no flare so far."""
    most = ceiling(start, knobs.most_minutes, knobs.most_day_minutes)
    dose = within(start.dose, knobs.least_minutes, most)
    return Course(usual_at_start(start), dose, most, 0, NEVER, 0)


def choose(course: Course, told: Told, knobs: Literal) -> tuple[Course, Choice]:
    """Back on a flare; up after two days without one; else the same."""
    if worst(told, course.usual) >= knobs.threshold:
        return _flare(course, knobs)
    usual, flare_days = course.usual, course.flare_days
    if answered(told) == 1:
        usual, flare_days = followed(told, usual, knobs.usual_days), 0
    done = days_done(course.done, told, knobs.waiting)
    settled = course.settled + 1
    calm = Course(usual, course.dose, course.most, done, settled, flare_days)
    if settled < knobs.stabilise_days or done < knobs.waiting.window_days:
        return calm, Choice(course.dose, 0, 0, 0)
    if body_says_wait(told, knobs.waiting) == 1 or course.dose >= course.most:
        return calm, Choice(course.dose, 0, 0, 0)
    dose = min(course.dose * (1.0 + knobs.rise_percent / PERCENT), course.most)
    rose = 1 if dose > course.dose else 0
    return Course(usual, dose, course.most, 0, settled, 0), Choice(dose, 0, rose, 0)


def _flare(course: Course, knobs: Literal) -> tuple[Course, Choice]:
    """A step back on the flare's first day, and where asked after so many days of it on end."""
    first = 1 if course.settled >= knobs.apart_days and course.flare_days == 0 else 0
    days = course.flare_days + 1
    again = 1 if first == 0 and knobs.again_days > 0 and days % knobs.again_days == 0 else 0
    dose = course.dose
    if first == 1 or again == 1:
        dose = max(dose * (1.0 - knobs.scale_back_percent / PERCENT), knobs.least_minutes)
    return Course(course.usual, dose, course.most, 0, 0, days), Choice(dose, first, 0, 0)
