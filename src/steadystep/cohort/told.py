"""What passes between an invented person and whoever plans for them: what could have been told.

A planner sees nothing of the body. It is told what a person says in a check-in, what they did, and
what a watch shows where they wear one. All of it is plain numbers in named tuples, which CPython
and numba both read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

# Not told. Answers are never below zero, and neither are minutes.
UNTOLD = -1
# A planner that plans nothing: the day is the person's own.
NO_DOSE = -1.0


class Start(NamedTuple):
    """What is known of a person on the morning they join.

    Attributes:
        usual_pain: Median of the pain they gave in the run-in, tenths of a point.
        usual_fatigue: The same for fatigue.
        spread_pain: Root mean square distance of those answers from usual, hundredths of a point.
        spread_fatigue: The same for fatigue.
        habit: Their own days' load, the run-in's median, effective minutes.
        dose: The first dose, minutes.
        whole_day: 1 where the dose is the whole day's load, 0 where it is one small movement.
    """

    usual_pain: int
    usual_fatigue: int
    spread_pain: int
    spread_fatigue: int
    habit: float
    dose: float
    whole_day: int


class Told(NamedTuple):
    """One morning, as a planner is told it.

    Attributes:
        day: Days since joining, 0 on the first.
        pain: This morning's pain, tenths of a point; UNTOLD where they did not check in.
        fatigue: The same for fatigue.
        hard_day: 1 where, were they asked, they would call today a hard day and no flare.
        did: What they did of yesterday's dose, per cent; UNTOLD where nobody said.
        load: Yesterday's whole load as a watch shows it, effective minutes; UNTOLD without one.
        sleep: How badly they slept, tenths of a point, high is bad; UNTOLD where not asked.
        hrv: Last night's RMSSD against their own mean, standard deviations; 0 without a watch.
        evening: A second check-in, yesterday evening's pain, tenths of a point; else UNTOLD.
        capacity: What today leaves for the plan, minutes: what the body can bear, less the part of
            the person's own day that the plan does not replace. Zero for all but a clairvoyant.
    """

    day: int
    pain: int
    fatigue: int
    hard_day: int
    did: int
    load: float
    sleep: int
    hrv: float
    evening: int
    capacity: float


class Choice(NamedTuple):
    """What a planner chooses for a day.

    Attributes:
        dose: Minutes for today, or NO_DOSE. Anything else below zero, above a day or not a number
            is a fault of the planner, and its study says so.
        call: 1 on the first day of what the planner takes for a flare.
        rose: 1 on a day on which the dose was raised to stay.
        held: 1 on a day on which a plateau or a pause forbids any rise.
    """

    dose: float
    call: int
    rose: int
    held: int


@dataclass(frozen=True, slots=True)
class Planner:
    """Whoever plans: two plain scalar functions and their numbers.

    Both functions are compiled by numba where it is installed, so they keep to numbers, tuples
    and arrays. The memory has one shape all along.

    Attributes:
        name: What tables call it.
        begin: `(start, knobs) -> memory`, on the morning the person joins.
        choose: `(memory, told, knobs) -> (memory, choice)`, once each morning, the first included.
        knobs: Its numbers: a NamedTuple of ints and floats, or of tuples of them.
        clairvoyant: Whether it is told what nobody can know. The oracle alone is.
    """

    name: str
    begin: Callable[[Start, Any], Any]
    choose: Callable[[Any, Told, Any], tuple[Any, Choice]]
    knobs: Any
    clairvoyant: bool = False
