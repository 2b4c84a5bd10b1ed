"""Schedules that rise once a week and never look: graded activity, a trial's, and the blind ramps.

As they are printed, they rise regardless of symptoms. A supervised trial holds at its end, and its
therapist looks; so graded activity without an end is a straw man and the trial-like one is fairer.
"""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.doses import PERCENT, WEEK, ceiling
from steadystep.cohort.policies.knobs import MOST_MINUTES, Knob, Most
from steadystep.cohort.told import Choice, Start, Told


class Weekly(NamedTuple):
    """The numbers of a schedule by weeks. Each kind has its own defaults.

    Attributes:
        weekly_percent: By how much the dose rises each week, of the dose.
        weekly_minutes: The same in minutes, added after the per cent.
        end_percent: How far above the first dose it ends; 0 where it has no end but the ceiling.
        most_minutes: The ceiling of one movement.
        most_day_times: The ceiling of a whole day, as times the first dose.
    """

    weekly_percent: Annotated[
        float,
        Knob(
            "% a week",
            0.0,
            100.0,
            "graded 10 and 20: pacing guides' 'about 10 % a week', S24, S25; ramp 1: assumed",
        ),
    ] = 0.0
    weekly_minutes: Annotated[float, Knob("minutes a week", 0.0, 60.0, "assumed")] = 0.0
    end_percent: Annotated[
        float, Knob("% above the first dose", 0.0, 1000.0, "Fontaine 2010: +54 % in 12 weeks")
    ] = 0.0
    most_minutes: Most = MOST_MINUTES
    most_day_times: Annotated[
        float, Knob("times the first dose", 1.0, 100.0, "about the prototype's, choice")
    ] = 3.0


GRADED = Weekly(weekly_percent=10.0)
TRIAL = Weekly(weekly_percent=10.0, end_percent=54.0)
RAMP = Weekly(weekly_percent=1.0)
RAMP_MINUTES = Weekly(weekly_minutes=1.0)


class Schedule(NamedTuple):
    """Where the schedule stands: the dose, and where it ends, minutes."""

    dose: float
    end: float


def begin(start: Start, knobs: Weekly) -> Schedule:
    """The first dose, and the smaller of ceiling and end."""
    end = ceiling(start, knobs.most_minutes, start.dose * knobs.most_day_times)
    if knobs.end_percent > 0.0:
        end = min(end, start.dose * (1.0 + knobs.end_percent / PERCENT))
    return Schedule(min(start.dose, end), end)


def choose(schedule: Schedule, told: Told, knobs: Weekly) -> tuple[Schedule, Choice]:
    """One step more at every seventh day, up to the end, whatever is told."""
    if told.day == 0 or told.day % WEEK != 0 or schedule.dose >= schedule.end:
        return schedule, Choice(schedule.dose, 0, 0, 0)
    more = schedule.dose * (1.0 + knobs.weekly_percent / PERCENT) + knobs.weekly_minutes
    dose = min(more, schedule.end)
    return Schedule(dose, schedule.end), Choice(dose, 0, 1 if dose > schedule.dose else 0, 0)
