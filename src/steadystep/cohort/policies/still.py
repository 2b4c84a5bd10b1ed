"""Two that ask for nothing more: no plan at all, and the first dose held for good."""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.knobs import A_DAY, Knob
from steadystep.cohort.told import NO_DOSE, Choice, Start, Told


class Nothing(NamedTuple):
    """The numbers of no plan: none."""


class Constant(NamedTuple):
    """The numbers of a constant dose.

    Attributes:
        minutes: The dose; 0 for the first dose as it is given.
    """

    minutes: Annotated[float, Knob("minutes, 0 for the first dose", 0.0, A_DAY, "choice")] = 0.0


def begin_nothing(_start: Start, _knobs: Nothing) -> float:
    """Nothing to remember."""
    return NO_DOSE


def choose_nothing(memory: float, _told: Told, _knobs: Nothing) -> tuple[float, Choice]:
    """The day is the person's own."""
    return memory, Choice(NO_DOSE, 0, 0, 0)


def begin_constant(start: Start, knobs: Constant) -> float:
    """Remember the dose."""
    if knobs.minutes > 0.0:
        return knobs.minutes
    return start.dose


def choose_constant(memory: float, _told: Told, _knobs: Constant) -> tuple[float, Choice]:
    """The same dose, whatever is told."""
    return memory, Choice(memory, 0, 0, 0)
