"""From birth to the morning of joining: the run-in, and what is known of each person after it.

No planner has a say in it, so it is compiled once for all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from steadystep.cohort.compiled import can_compile, twin
from steadystep.cohort.days import WHOLE_DAY_FROM
from steadystep.cohort.life import weather_of
from steadystep.cohort.many import (
    A_BEING,
    A_PERSON,
    FELT,
    SPENT,
    join_all,
    settle,
    spend_all,
    wake_all,
)
from steadystep.cohort.shelf import Shelf, shelf_for
from steadystep.cohort.told import NO_DOSE, UNTOLD, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from steadystep.cohort.world import World

    Numbers = NDArray[np.float64]
    Names = tuple[str, ...]
    Fast = Callable[[Callable[..., Any]], Any]

# The first dose of one movement, minutes: the middle of what the app starts people at.
FIRST_DOSE = 5.0
# Series of the run-in from which usual is taken.
NEEDED = ("latent_pain", "by_activity", "latent_load", "pain", "fatigue")


class Joined(NamedTuple):
    """People on the morning they join, before they wake.

    Attributes:
        people: Who they are.
        beings: How they are.
        starts: What is known of them: a row each, in the order of `Start`.
        weather: The weather from the run-in's first day on.
        before: Series of the run-in, by the names of `Told`, `FELT` and `SPENT`: a row for each
            person, a column for each day.
    """

    people: Shelf
    beings: Shelf
    starts: Numbers
    weather: Sequence[float]
    before: dict[str, Numbers]


def speed_of(compiled: bool) -> Fast:  # noqa: FBT001 - passed on
    """How loops are run: as compiled twins, or as they stand."""
    return twin if compiled and can_compile() else _as_it_stands


def _as_it_stands(function: Callable[..., Any]) -> Any:  # noqa: ANN401 - or its compiled twin
    return function


def joined(
    world: World,
    seed: int,
    first: int,
    count: int,
    *,
    compiled: bool,
    kept: Names = NEEDED,
) -> Joined:
    """Let so many people be born and live through their run-in.

    Args:
        world: The setting.
        seed: The study's.
        first: The first person's number.
        count: How many people.
        compiled: Whether to use numba where it is installed. It changes no bit.
        kept: Which series of the run-in are kept, those of `NEEDED` among them.
    """
    compiled = compiled and can_compile()
    fast = speed_of(compiled)
    people = shelf_for(A_PERSON, count, compiled=compiled)
    beings = shelf_for(A_BEING, count, compiled=compiled)
    weather: Any = weather_of(seed, world.run_in + world.days + 1)
    if compiled:
        weather = np.array(weather)
    habits = np.empty(count)
    fast(settle)(world, seed, first, people, beings, habits)
    before = _run_in(world, people, beings, weather, fast, kept)
    usual = middles(before["latent_pain"] - world.first_weeks)
    fast(join_all)(beings, usual, middles(before["by_activity"]))
    if world.run_in > 0:
        habits = middles(before["latent_load"])
    starts = starts_of(world, before, habits)
    return Joined(people, beings, starts, weather, before)


def _run_in(
    world: World, people: Shelf, beings: Shelf, weather: Sequence[float], fast: Fast, kept: Names
) -> dict[str, Numbers]:
    """Live the self-directed days before joining; return each series that is kept, by name."""
    count = len(people)
    told = np.empty((count, len(Told._fields)))
    felt = np.empty((count, len(FELT)))
    spent = np.empty((count, len(SPENT)))
    nobody_plans = np.full(count, NO_DOSE)
    columns = dict(zip((*Told._fields, *FELT, *SPENT), (*told.T, *felt.T, *spent.T), strict=True))
    before = {name: np.empty((count, world.run_in)) for name in kept}
    wake, spend = fast(wake_all), fast(spend_all)
    for row in range(world.run_in):
        day = row - world.run_in
        wake(world, people, beings, day, weather, 0, told, felt)
        spend(world, people, beings, day, nobody_plans, spent)
        for name, series in before.items():
            series[:, row] = columns[name]
    return before


def starts_of(world: World, before: dict[str, Numbers], habit: Numbers) -> Numbers:
    """What is known of people after a run-in, a row each, in the order of `Start`."""
    pain, fatigue = before["pain"], before["fatigue"]
    usual_pain, usual_fatigue = usual_answers(pain), usual_answers(fatigue)
    dose = world.rho * habit + (1.0 - world.rho) * FIRST_DOSE
    whole_day = np.full(len(pain), 1.0 if world.rho >= WHOLE_DAY_FROM else 0.0)
    columns = (
        usual_pain,
        usual_fatigue,
        spread_around(pain, usual_pain),
        spread_around(fatigue, usual_fatigue),
        habit,
        dose,
        whole_day,
    )
    return np.column_stack(columns)


def middles(values: Numbers) -> Numbers:
    """The median of each row; 0 where a row is empty."""
    if values.shape[1] == 0:
        return np.zeros(len(values))
    ordered = np.sort(values, axis=1)
    half = ordered.shape[1] // 2
    return (ordered[:, half] + ordered[:, -half - 1]) / 2.0


def usual_answers(answers: Numbers) -> Numbers:
    """The median of what was told in each row, in whole tenths; UNTOLD where nothing was."""
    if answers.shape[1] == 0:
        return np.full(len(answers), float(UNTOLD))
    ordered = np.sort(answers, axis=1)
    days, given = answers.shape[1], np.count_nonzero(answers != UNTOLD, axis=1)
    # Days that were not told stand first.
    low, high = days - given + (given - 1) // 2, days - given + given // 2
    rows = np.arange(len(answers))
    middle = (ordered[rows, low % days] + ordered[rows, high % days]) // 2
    return np.where(given > 0, middle, UNTOLD)


def spread_around(answers: Numbers, usual: Numbers) -> Numbers:
    """Root mean square distance from usual, in whole hundredths of a point."""
    was_told = answers != UNTOLD
    squares = np.where(was_told, (answers - usual[:, None]) ** 2, 0.0).sum(axis=1)
    given = was_told.sum(axis=1)
    spread = np.floor(np.sqrt(squares * 100.0 / np.maximum(given, 1)))
    return np.where(given > 0, spread, UNTOLD)
