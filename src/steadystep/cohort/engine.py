"""Many people through one planner, fast; or one at a time, in plain Python, to the same bit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from steadystep.cohort.compiled import arrayed, can_compile, twin
from steadystep.cohort.crowd import Crowd
from steadystep.cohort.joining import joined, speed_of
from steadystep.cohort.many import live_all, start_of, told_of
from steadystep.cohort.outcome import Outcome
from steadystep.cohort.told import NO_DOSE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from steadystep.cohort.told import Planner
    from steadystep.cohort.world import World

# People who live side by side: few enough for a processor's cache.
AT_ONCE = 512
# What a day-by-day record holds of each day, and where it comes from.
SERIES = {
    "load": "latent_load",
    "dose": "dose",
    "latent_pain": "latent_pain",
    "by_activity": "by_activity",
    "pain": "pain",
    "fatigue": "fatigue",
    "sleep": "latent_sleep",
    "hrv": "latent_hrv",
    "capacity": "latent_capacity",
    "flaring": "flaring",
}
MORNINGS = ("latent_pain", "by_activity", "pain", "fatigue", "flaring")
EVENINGS = ("latent_load", "dose", "latent_sleep", "latent_hrv", "latent_capacity")
# Series that have gaps, and how many of a unit in there are one in the record.
MAYBE = {"dose": 1.0, "pain": 10.0, "fatigue": 10.0}


def run(
    world: World, planner: Planner, seed: int, first: int, count: int, *, compiled: bool = True
) -> NDArray[np.float64]:
    """Let so many people live with a planner.

    Args:
        world: The setting.
        planner: Who plans for them.
        seed: The study's; the same people and the same luck under every planner.
        first: The first person's number.
        count: How many people.
        compiled: Whether to use numba where it is installed. It changes no bit.

    Returns:
        A row for each person, a column for each field of `Outcome`.
    """
    compiled = compiled and can_compile()
    live = speed_of(compiled)(live_all)
    begin = twin(planner.begin, inner=True) if compiled else planner.begin
    choose = twin(planner.choose, inner=True) if compiled else planner.choose
    knows = 1 if planner.clairvoyant else 0
    knobs = arrayed(planner.knobs) if compiled else planner.knobs
    rows = np.empty((count, len(Outcome._fields)))
    for at in range(0, count, AT_ONCE):
        some = rows[at : at + AT_ONCE]
        people, beings, starts, weather, _ = joined(
            world, seed, first + at, len(some), compiled=compiled
        )
        live(world, people, beings, starts, weather, begin, choose, knobs, knows, some)
    return rows


def diary(
    world: World, planner: Planner, seed: int, person: int, *, compiled: bool = False
) -> dict[str, NDArray[np.float64]]:
    """One person's days, the run-in first, each series of `SERIES` by name.

    Load, dose and capacity in effective minutes; pain and fatigue in points, NaN where not given;
    sleep depth and HRV in standard deviations. For one person plain Python is the faster way.
    """
    names = tuple(SERIES.values())
    crowd = Crowd(
        world, seed, person, 1, clairvoyant=planner.clairvoyant, compiled=compiled, kept=names
    )
    memory = planner.begin(start_of(crowd.starts, 0), planner.knobs)
    written = {name: list(series[0]) for name, series in crowd.before.items()}
    dose = NO_DOSE
    while crowd.day < world.days:
        for name in MORNINGS:
            written[name].append(crowd[name][0])
        if crowd["left"][0] == 0.0:
            memory, choice = planner.choose(memory, told_of(crowd.told, 0), planner.knobs)
            dose = choice.dose
        crowd.step([dose])
        for name in EVENINGS:
            written[name].append(crowd[name][0])
    return {name: as_written(name, np.array(written[of])) for name, of in SERIES.items()}


def as_written(name: str, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """A series as a diary holds it: points for tenths, NaN for what is not there."""
    if name not in MAYBE:
        return values
    return np.where(values >= 0.0, values / MAYBE[name], np.nan)
