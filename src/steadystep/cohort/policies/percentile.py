"""Percentile goals: today's goal is a high percentile of what was done on the last known days.

The percentile-shaping schedule of activity trials: the 60th percentile of the last nine days,
renewed every day. It follows what is done, booms included, and hears no symptom. Without a
watch, what was done is the share of the dose that the person told, in minutes; with one, in a
whole-day world, it is the day's load. Days nobody told of are left out, and until the window is
full the first dose stands.
"""

from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray

from steadystep.cohort.policies.doses import PERCENT, ceiling, done_minutes, within
from steadystep.cohort.policies.knobs import (
    LEAST_MINUTES,
    MOST_DAY_MINUTES,
    MOST_MINUTES,
    Knob,
    Least,
    Most,
    MostDay,
)
from steadystep.cohort.told import UNTOLD, Choice, Start, Told


class Percentile(NamedTuple):
    """The numbers of percentile goals.

    Attributes:
        percentile: Which of the last days is the goal.
        window_days: Of how many known days.
        least_minutes: The floor: a goal of nothing would never be left again.
        most_minutes: The ceiling of one movement.
        most_day_minutes: The ceiling of a whole day.
    """

    percentile: Annotated[int, Knob("% of days", 1, 100, "Adams 2013, S115: 60th")] = 60
    window_days: Annotated[int, Knob("known days", 1, 60, "Adams 2013, S115: 9 days")] = 9
    least_minutes: Least = LEAST_MINUTES
    most_minutes: Most = MOST_MINUTES
    most_day_minutes: MostDay = MOST_DAY_MINUTES


class Memory(NamedTuple):
    """What is kept from day to day.

    Attributes:
        done: The last known days, minutes, the oldest overwritten next.
        known: How many days were ever known.
        dose: Yesterday's goal, minutes.
        most: The ceiling, minutes.
        whole_day: 1 where the dose is the whole day.
    """

    done: NDArray[np.float64]
    known: int
    dose: float
    most: float
    whole_day: int


def begin(start: Start, knobs: Percentile) -> Memory:
    """The first dose, and no day known."""
    most = ceiling(start, knobs.most_minutes, knobs.most_day_minutes)
    dose = within(start.dose, knobs.least_minutes, most)
    return Memory(np.zeros(knobs.window_days), 0, dose, most, start.whole_day)


def choose(memory: Memory, told: Told, knobs: Percentile) -> tuple[Memory, Choice]:
    """The goal, once the window is full. Renewed daily, so that none counts as a rise to stay."""
    known = _noted(memory, told)
    dose = memory.dose
    if known >= memory.done.size:
        goal = at_percentile(memory.done, knobs.percentile)
        dose = within(goal, knobs.least_minutes, memory.most)
    fresh = Memory(memory.done, known, dose, memory.most, memory.whole_day)
    return fresh, Choice(dose, 0, 0, 0)


def _noted(memory: Memory, told: Told) -> int:
    """Write yesterday into the window where it is known, and count it."""
    if told.day == 0:
        return memory.known
    if memory.whole_day == 1 and told.load >= 0.0:
        memory.done[memory.known % memory.done.size] = told.load
        return memory.known + 1
    if told.did == UNTOLD:
        return memory.known
    memory.done[memory.known % memory.done.size] = done_minutes(memory.dose, told.did)
    return memory.known + 1


def at_percentile(values: NDArray[np.float64], percentile: int) -> float:
    """The percentile of the values; where it falls between two of them, by parts."""
    place = percentile * (values.size - 1) / PERCENT
    rank = int(place)
    low = ranked(values, rank)
    high = ranked(values, min(rank + 1, values.size - 1))
    return low + (place - rank) * (high - low)


def ranked(values: NDArray[np.float64], rank: int) -> float:
    """The value that so many others come before in order."""
    for one in values:
        below = 0
        same = 0
        for other in values:
            below += 1 if other < one else 0
            same += 1 if other == one else 0
        if below <= rank < below + same:
            return float(one)
    return float(values[0])
