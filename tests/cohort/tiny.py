"""Lives in a line of arithmetic, for tests that are about studies and not about bodies."""

from __future__ import annotations

import os
from math import nan, sin
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from steadystep.cohort.outcome import Outcome
from steadystep.cohort.spec_read import Registry, read_spec
from steadystep.cohort.told import NO_DOSE, Choice, Planner, Start, Told

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from steadystep.cohort.spec import Spec
    from steadystep.cohort.world import World

KINDS = ("none", "ramp", "shipped", "oracle", "nan", "raises", "deadly", "odd")


class Knobs(NamedTuple):
    """How fast a plan rises."""

    pace: float = 1.0


def begin(start: Start, knobs: Knobs) -> int:
    """Nothing is remembered."""
    del start, knobs
    return 0


def choose(memory: int, told: Told, knobs: Knobs) -> tuple[int, Choice]:
    """Nothing is planned: `run` makes up what becomes of it."""
    del told, knobs
    return memory, Choice(NO_DOSE, 0, 0, 0)


def planner(kind: str, **knobs: Any) -> Planner:  # noqa: ANN401 - as in a spec
    """Build one of these planners.

    Raises:
        ValueError: The knob is not known, or below zero.
    """
    for name, value in knobs.items():
        if name != "pace":
            raise ValueError(f"No knob is called {name!r}.")
        if value < 0:
            raise ValueError("pace: it cannot be below zero.")
    return Planner(kind, begin, choose, Knobs(**knobs), clairvoyant=kind == "oracle")


REGISTRY = Registry(KINDS, planner)


def run(
    world: World, planner: Planner, seed: int, first: int, count: int, /
) -> NDArray[np.float64]:
    """Make up what becomes of each person: more pace, more gain and more harm."""
    if planner.name == "raises":
        raise ZeroDivisionError("division by zero")
    if planner.name == "deadly":
        os._exit(9)
    rows = [_life(world, planner, seed, person) for person in range(first, first + count)]
    return np.array(rows, dtype=np.float64)


def _life(world: World, planner: Planner, seed: int, person: int) -> Outcome:
    luck = sin(12.9 * person + 78.2 * seed)
    pace = {"none": 0.0, "oracle": 4.0}.get(planner.name, planner.knobs.pace)
    clever = 0.5 if planner.name in {"shipped", "oracle"} else 1.0
    gain = 4.0 * pace + 3.0 * luck - 2.0 * world.family
    caused = round(max(0.0, clever * 6.0 * pace * (1.2 + luck) * world.sensitivity))
    faulty = planner.name == "nan" and person == 2
    return Outcome(
        gain=nan if planner.name == "odd" and person == 1 else gain,
        flare_days=caused + 10.0,
        caused_days=float(caused),
        flares=2.0,
        boom_bust=0.25,
        busts=1.0,
        dropped_on=100.0 if person % 4 == 0 else 0.0,
        minutes=30.0 + pace,
        planned=100.0 if person % 4 == 0 else float(world.days),
        calls=0.0 if planner.name == "none" else 3.0,
        calls_caused=0.0 if planner.name == "none" else 1.0,
        rises=pace,
        held=5.0,
        last_dose=10.0,
        fault_on=12.0 if faulty else 0.0,
    )


SMALL = """
title = "A small study"
seed = 1
people = 60
chunk = 25
rule = "rule"
against = ["ramp", "nothing"]

[[settings]]
name = "as used"
families = ["A", "B"]

[[planners]]
name = "nothing"
kind = "none"

[[planners]]
name = "ramp"
kind = "ramp"

[[planners]]
name = "rule"
kind = "shipped"
knobs = { pace = 2.0 }

[regret]
families = ["A", "B"]

[[regret.oracles]]
name = "oracle"
kind = "oracle"
"""

WHOLE = (
    SMALL
    + """
[frontier.harm]
A = [2, 6]
B = [4]

[[frontier.sweeps]]
name = "ramp"
kind = "ramp"
knob = "pace"
values = [0.25, 0.5, 1, 2]

[[frontier.sweeps]]
name = "rule"
kind = "shipped"
knob = "pace"
values = [0.5, 1, 2, 4]

[sensitivity]
setting = "as used"
planners = ["nothing", "ramp", "rule", "oracle"]

[[sensitivity.changes]]
name = "bodies twice as touchy"
sensitivity = 2.0

[[sensitivity.changes]]
sensitivity = 0.5

[tune]
setting = "as used"
families = ["A", "B"]

[[tune.candidates]]
name = "rule"
kind = "shipped"
grid = { pace = [0.5, 1, 2] }
"""
)


def spec(text: str = SMALL, *, people: int | None = None) -> Spec:
    """Read a spec with these planners."""
    return read_spec(text, REGISTRY, people=people)
