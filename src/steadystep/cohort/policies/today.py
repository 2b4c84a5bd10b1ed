"""Two whose dose follows today's symptoms: the energy envelope, and the symptom-contingent day.

Both start from the first dose each morning and never raise it to stay. The envelope goes down
alone: activity stays within the energy that is felt to be there. Symptom-contingent activity goes
both ways, more on a good day and less on a bad one, as people left to their symptoms do.
Today is the mean distance of pain and fatigue from the run-in's medians. On a silent morning
nothing is known, and the dose is yesterday's.
"""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.doses import PERCENT, ceiling, within
from steadystep.cohort.policies.hearing import Usual, answered, mean, usual_at_start
from steadystep.cohort.policies.knobs import (
    LEAST_MINUTES,
    MOST_DAY_MINUTES,
    MOST_MINUTES,
    Knob,
    Least,
    Most,
    MostDay,
)
from steadystep.cohort.told import Choice, Start, Told


class Contingent(NamedTuple):
    """The numbers of a dose that follows the day.

    Attributes:
        worse_percent: What one point above usual takes off the first dose.
        better_percent: What one point below usual adds to it. 0 for the envelope.
        lowest_percent: The least that is left of it.
        highest_percent: The most that a good day makes of it.
        least_minutes: The floor.
        most_minutes: The ceiling of one movement.
        most_day_minutes: The ceiling of a whole day.
    """

    worse_percent: Annotated[float, Knob("% of the first dose a point", 0.0, 100.0, "assumed")]
    better_percent: Annotated[
        float, Knob("% of the first dose a point", 0.0, 100.0, "envelope: none; else assumed")
    ]
    lowest_percent: Annotated[float, Knob("% of the first dose", 0.0, 100.0, "assumed")] = 40.0
    highest_percent: Annotated[float, Knob("% of the first dose", 100.0, 400.0, "assumed")] = 200.0
    least_minutes: Least = LEAST_MINUTES
    most_minutes: Most = MOST_MINUTES
    most_day_minutes: MostDay = MOST_DAY_MINUTES


ENVELOPE = Contingent(worse_percent=25.0, better_percent=0.0)
# More is added on a good day than is taken off on a bad one, as in most of the invented people.
SYMPTOM_CONTINGENT = Contingent(worse_percent=20.0, better_percent=30.0)


class Memory(NamedTuple):
    """What is kept from day to day.

    Attributes:
        usual: The run-in's medians.
        first: The first dose, minutes.
        dose: Yesterday's, minutes.
        most: The ceiling, minutes.
    """

    usual: Usual
    first: float
    dose: float
    most: float


def begin(start: Start, knobs: Contingent) -> Memory:
    """The first dose, and what is usual."""
    most = ceiling(start, knobs.most_minutes, knobs.most_day_minutes)
    dose = within(start.dose, knobs.least_minutes, most)
    return Memory(usual_at_start(start), dose, dose, most)


def choose(memory: Memory, told: Told, knobs: Contingent) -> tuple[Memory, Choice]:
    """Less the further today lies above usual, and more below where that is allowed."""
    if answered(told) == 0:
        return memory, Choice(memory.dose, 0, 0, 0)
    above = mean(told, memory.usual)
    points = knobs.worse_percent if above > 0.0 else knobs.better_percent
    share = within(PERCENT - points * above, knobs.lowest_percent, knobs.highest_percent)
    dose = within(memory.first * share / PERCENT, knobs.least_minutes, memory.most)
    return Memory(memory.usual, memory.first, dose, memory.most), Choice(dose, 0, 0, 0)
