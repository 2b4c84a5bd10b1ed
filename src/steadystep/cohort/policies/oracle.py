"""The clairvoyant: it knows what the body can bear today. The limit, and nobody's plan.

It is told how much the body can bear beyond what the person will do anyway, which no check-in and
no watch can tell in the morning.
"""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.doses import ceiling, within
from steadystep.cohort.policies.knobs import (
    MOST_DAY_MINUTES,
    MOST_MINUTES,
    Knob,
    Most,
    MostDay,
)
from steadystep.cohort.told import Choice, Start, Told


class Oracle(NamedTuple):
    """The numbers of the clairvoyant.

    Attributes:
        phi: Which share it plans of what today leaves for it.
        most_minutes: The ceiling of one movement.
        most_day_minutes: The ceiling of a whole day.
    """

    phi: Annotated[float, Knob("of what today leaves", 0.0, 3.0, "prototype: .95, 1.0, 1.1")] = 1.0
    most_minutes: Most = MOST_MINUTES
    most_day_minutes: MostDay = MOST_DAY_MINUTES


def begin(start: Start, knobs: Oracle) -> float:
    """The ceiling, minutes."""
    return ceiling(start, knobs.most_minutes, knobs.most_day_minutes)


def choose(most: float, told: Told, knobs: Oracle) -> tuple[float, Choice]:
    """As much as today leaves, times phi; nothing where it leaves nothing."""
    return most, Choice(within(knobs.phi * told.capacity, 0.0, most), 0, 0, 0)
