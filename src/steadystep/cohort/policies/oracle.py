"""The clairvoyant: it knows what the body can bear today. The limit, and nobody's plan.

It knows today's capacity and nothing else: where the dose comes on top of the own day, it takes
that day to be the usual one, so it is clairvoyant about the body and not about the day.
"""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.doses import ceiling, own_load, within
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


class Oracle(NamedTuple):
    """The numbers of the clairvoyant.

    Attributes:
        phi: Which share of today's capacity the day's load comes to.
        least_minutes: The floor.
        most_minutes: The ceiling of one movement.
        most_day_minutes: The ceiling of a whole day.
    """

    phi: Annotated[float, Knob("of today's capacity", 0.0, 3.0, "prototype: .95, 1.0, 1.1")] = 1.0
    least_minutes: Least = LEAST_MINUTES
    most_minutes: Most = MOST_MINUTES
    most_day_minutes: MostDay = MOST_DAY_MINUTES


class Memory(NamedTuple):
    """The load that stays beside the dose, and the ceiling, minutes."""

    own: float
    most: float


def begin(start: Start, knobs: Oracle) -> Memory:
    """What stays beside the dose."""
    return Memory(own_load(start), ceiling(start, knobs.most_minutes, knobs.most_day_minutes))


def choose(memory: Memory, told: Told, knobs: Oracle) -> tuple[Memory, Choice]:
    """As much as the body can bear today, times phi."""
    dose = within(knobs.phi * told.capacity - memory.own, knobs.least_minutes, memory.most)
    return memory, Choice(dose, 0, 0, 0)
