"""Escalation with overdose control alone: the dose is the bound, renewed every morning.

There is no step, no window and no step back: belief does it all. Flares are heard by the person's
own spread, as R2+ hears them but a little sooner, since nothing else listens. The bound is a load;
the own day is taken off it where the dose comes on top. As the goal is renewed every day, none of
its changes counts as a rise to stay.
"""

from typing import NamedTuple

from steadystep.cohort.policies.doses import ceiling, within
from steadystep.cohort.policies.hearing import (
    Alarm,
    Hearing,
    alarm_at_start,
    answered,
    begins,
    heard,
    is_new,
)
from steadystep.cohort.policies.knobs import (
    LEAST_MINUTES,
    MOST_DAY_MINUTES,
    MOST_MINUTES,
    Least,
    Most,
    MostDay,
)
from steadystep.cohort.policies.tolerance import (
    Belief,
    Guard,
    belief_at_start,
    bound,
    learn,
    note_load,
    spread,
)
from steadystep.cohort.told import Choice, Start, Told


class Ewoc(NamedTuple):
    """The numbers of escalation with overdose control.

    Attributes:
        guard: The belief and its bound.
        hearing: What counts as a flare.
        least_minutes: The floor.
        most_minutes: The ceiling of one movement.
        most_day_minutes: The ceiling of a whole day.
    """

    guard: Guard = Guard()
    hearing: Hearing = Hearing(z=1.25)
    least_minutes: Least = LEAST_MINUTES
    most_minutes: Most = MOST_MINUTES
    most_day_minutes: MostDay = MOST_DAY_MINUTES


class Memory(NamedTuple):
    """What is kept: the belief, the detector, the dose and its ceiling, minutes."""

    belief: Belief
    alarm: Alarm
    dose: float
    most: float


def begin(start: Start, knobs: Ewoc) -> Memory:
    """The prior."""
    most = ceiling(start, knobs.most_minutes, knobs.most_day_minutes)
    belief = belief_at_start(start, knobs.guard)
    return Memory(belief, alarm_at_start(start, knobs.hearing), start.dose, most)


def choose(memory: Memory, told: Told, knobs: Ewoc) -> tuple[Memory, Choice]:
    """As much as the belief allows."""
    alarm = heard(memory.alarm, told, knobs.hearing)
    note_load(memory.belief, told, memory.dose)
    morning(memory.belief, memory.alarm, alarm, told, knobs.guard)
    allowed = bound(memory.belief, knobs.guard) - memory.belief.own
    dose = within(allowed, knobs.least_minutes, memory.most)
    called = is_new(memory.alarm, alarm, knobs.hearing)
    return Memory(memory.belief, alarm, dose, memory.most), Choice(dose, called, 0, 0)


def morning(belief: Belief, before: Alarm, alarm: Alarm, told: Told, guard: Guard) -> None:
    """Let the belief hear a morning, in place, once yesterday's load is noted.

    Args:
        belief: What is believed, changed by this.
        before: The detector as yesterday left it.
        alarm: The detector as of this morning.
        told: The morning.
        guard: The belief's numbers.
    """
    spread(belief, guard)
    # A flare that is there already says nothing of when the next one begins, and silence nothing.
    if before.flare_days == 0 and answered(told) == 1 and told.day > 0:
        learn(belief, begins(before, alarm))
