"""How many days of invented people a core lives in a second, beside a peer and a limit, in one run.

    python benchmarks/cohort.py
    python benchmarks/cohort.py --simglucose PYTHON

PYTHON is an interpreter in which simglucose, a simulator of people with diabetes, is installed. Its
patient-days are other work than ours (13 differential equations by the minute); it stands here as
what a peer does for a day of a person.

Each figure is the best of many short runs in processor time, which a busy machine disturbs least.
The arithmetic limit is a loop that does as many hashes, looks into the table, exponentials,
logarithms and divisions as a day of family A with a ramp, and nothing else.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from steadystep.cohort import engine
from steadystep.cohort.chance import luck_of, normals, uniform
from steadystep.cohort.compiled import twin
from steadystep.cohort.crowd import Crowd
from steadystep.cohort.gym import MovementVector
from steadystep.cohort.policies.named import planner
from steadystep.cohort.world import World

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 3
WORLD = World()
EACH = WORLD.run_in + WORLD.days
# What the issue asks of one core, person-days a second.
FUSED_FLOOR, STEP_FLOOR, GUARD_FLOOR = 8e6, 5e6, 1e6
# Without numba a day takes some hundred times as long.
PLAIN_PEOPLE = 20
# What a day of family A with a ramp takes. A hash gives two normal draws or one uniform.
PAIRS, UNIFORMS, EXPONENTIALS, LOGARITHMS, DIVISIONS = 5, 4, 2, 1, 7

SIMGLUCOSE = """
import time, warnings
warnings.simplefilter("ignore")
from datetime import datetime, timedelta
from simglucose.actuator.pump import InsulinPump
from simglucose.controller.basal_bolus_ctrller import BBController
from simglucose.patient.t1dpatient import T1DPatient
from simglucose.sensor.cgm import CGMSensor
from simglucose.simulation.env import T1DSimEnv
from simglucose.simulation.scenario import CustomScenario
from simglucose.simulation.sim_engine import SimObj
now = datetime(2026, 1, 1)
scenario = CustomScenario(start_time=now, scenario=[(7, 45), (12, 70), (18, 80)])
env = T1DSimEnv(
    T1DPatient.withName("adult#001"),
    CGMSensor.withName("Dexcom", seed=1),
    InsulinPump.withName("Insulet"),
    scenario,
)
work = SimObj(env, BBController(), timedelta(days=1), animate=False, path=None)
begun = time.process_time()
work.simulate()
print("patient-days a second", 1 / (time.process_time() - begun))
"""


def main() -> int:
    """Print every figure beside what is asked of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AsWritten)
    parser.add_argument("--people", type=int, default=2048, help="how many at once")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each is tried")
    parser.add_argument("--simglucose", metavar="PYTHON", help="where simglucose is installed")
    asked = parser.parse_args()
    people, seconds = asked.people, asked.seconds
    print(f"{'person-days a second, one core':38}{'reached':>12}{'asked':>8}{'first run':>12}")
    row("fused, blind ramp", fused("ramp", people), FUSED_FLOOR, seconds)
    row("step by step, a dose for each", stepped(people), STEP_FLOOR, seconds)
    row("step by step, as Gymnasium does", as_gymnasium(people), 0.0, seconds)
    row("fused, the shipped rule", fused("shipped", people), 0.0, seconds)
    row(
        "fused, the shipped rule and its guard",
        fused("shipped_guard", people),
        GUARD_FLOOR,
        seconds,
    )
    row("fused, a guard on a grid", fused("plus_guard", people), GUARD_FLOOR, seconds)
    row("plain CPython, blind ramp", plain(PLAIN_PEOPLE), 0.0, seconds)
    row("arithmetic limit", arithmetic(people), 0.0, seconds)
    print(yardstick(seconds))
    print(simglucose(asked.simglucose))
    print("Nothing here is clinical evidence.")
    return 0


class _AsWritten(argparse.RawDescriptionHelpFormatter):
    """The help keeps its lines."""


class Work(NamedTuple):
    """Something to be timed.

    Attributes:
        prepare: What goes before and is not timed, but for the first run.
        live: What is timed, given what was prepared.
        days: Person-days of it.
    """

    prepare: Callable[[], Any]
    live: Callable[[Any], object]
    days: int


def row(name: str, work: Work, asked: float, seconds: float) -> None:
    """Time one way to live days: what the first run took, and the best of the others."""
    begun = time.process_time()
    work.live(work.prepare())
    first = time.process_time() - begun
    reached = work.days / best(work, seconds)
    floor = f"{asked / 1e6:6.0f} M" if asked else ""
    print(f"{name:38}{reached / 1e6:10.3f} M{floor:>8}{first:10.1f} s", flush=True)


def best(work: Work, seconds: float) -> float:
    """Processor seconds of the best of as many runs as fit."""
    fastest, end = float("inf"), time.perf_counter() + seconds
    while True:
        prepared = work.prepare()
        begun = time.process_time()
        work.live(prepared)
        fastest = min(fastest, time.process_time() - begun)
        if time.perf_counter() > end:
            return fastest


def nothing() -> None:
    """Nothing goes before."""


def fused(kind: str, people: int) -> Work:
    """Birth, run-in and a year with a planner, all of it compiled."""
    chosen = planner(kind)
    return Work(nothing, lambda _: engine.run(WORLD, chosen, SEED, 0, people), people * EACH)


def stepped(people: int) -> Work:
    """One day of a crowd at a time, with an array of doses."""
    doses = np.full(people, 6.0)

    def year(crowd: Crowd) -> None:
        for _ in range(WORLD.days):
            crowd.step(doses)

    return Work(lambda: Crowd(WORLD, SEED, 0, people), year, people * WORLD.days)


def as_gymnasium(people: int) -> Work:
    """The same with Gymnasium's observations, rewards and infos."""
    doses = np.full(people, 6.0)

    def joined() -> MovementVector:
        crowd = MovementVector(people)
        crowd.reset(seed=SEED)
        return crowd

    def year(crowd: MovementVector) -> None:
        for _ in range(WORLD.days):
            crowd.step(doses)

    return Work(joined, year, people * WORLD.days)


def plain(people: int) -> Work:
    """The same functions without numba."""
    chosen = planner("ramp")
    return Work(
        nothing,
        lambda _: engine.run(WORLD, chosen, SEED, 0, people, compiled=False),
        people * EACH,
    )


def arithmetic(people: int) -> Work:
    """As much arithmetic as a day takes, and no more."""
    compiled = twin(burn)
    return Work(nothing, lambda _: compiled(people * EACH), people * EACH)


def burn(days: int) -> float:
    """Draw, exponentiate, take logarithms and divide, as often as in so many days."""
    total = 1.0
    for day in range(days):
        luck, drawn = luck_of(SEED, day), 0.0
        for one in range(PAIRS):
            first, second = normals(luck, one)
            drawn += first + second
        for one in range(UNIFORMS):
            drawn += uniform(luck, PAIRS + one)
        for one in range(EXPONENTIALS):
            total += exp(0.1 * (drawn + one))
        for one in range(LOGARITHMS):
            total += log(1.0 + one + drawn * drawn)
        for one in range(DIVISIONS):
            total += drawn / (1.0 + one + drawn * drawn)
    return total


def yardstick(seconds: float) -> str:
    """What ten million additions take in CPython, which tells how busy the machine is."""

    def additions(_: object) -> None:
        total = 0
        for number in range(10_000):
            total += number

    taken = best(Work(nothing, additions, 0), seconds / 4)
    return f"yardstick, ten million additions in CPython: {1000 * taken:.2f} s"


def simglucose(python: str | None) -> str:
    """What a peer does, in an interpreter of its own."""
    if python is None:
        return "simglucose: not measured; say --simglucose PYTHON to have it beside these."
    ran = subprocess.run(  # noqa: S603 - the interpreter that the caller named
        [python, "-c", SIMGLUCOSE], check=False, capture_output=True, text=True
    )
    if ran.returncode != 0:
        return f"simglucose: could not be run. {ran.stderr.strip().splitlines()[-1]}"
    told = [line for line in ran.stdout.splitlines() if line.startswith("patient-days")]
    return (
        f"simglucose: {told[-1].removeprefix('patient-days a second ')[:5]} patient-days a second"
    )


if __name__ == "__main__":
    sys.exit(main())
