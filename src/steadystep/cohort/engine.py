"""Many people through one planner, fast; or one at a time, in plain Python, to the same bit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from steadystep.cohort.compiled import arrayed, can_compile, twin
from steadystep.cohort.days import WHOLE_DAY_FROM, Being, arrive, morning, rest_of_day
from steadystep.cohort.outcome import Outcome
from steadystep.cohort.people import Traits, born
from steadystep.cohort.tally import (
    count_choice,
    is_a_dose,
    is_caused,
    nothing_counted,
    outcome_of,
)
from steadystep.cohort.told import NO_DOSE, UNTOLD, Start

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from steadystep.cohort.people import Person
    from steadystep.cohort.told import Planner, Told
    from steadystep.cohort.world import World

TRAITS = Traits()
# The first dose of one movement, minutes: the middle of what the app starts people at.
FIRST_DOSE = 5.0
# What a day-by-day record holds of each day.
SERIES = (
    "load",
    "dose",
    "latent_pain",
    "by_activity",
    "pain",
    "fatigue",
    "sleep",
    "hrv",
    "capacity",
    "flaring",
)


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
    rows = np.empty((count, len(Outcome._fields)))
    knows = 1 if planner.clairvoyant else 0
    if compiled and can_compile():
        begin, choose = twin(planner.begin, inner=True), twin(planner.choose, inner=True)
        knobs = arrayed(planner.knobs)
        twin(crowd)(world, TRAITS, begin, choose, knobs, knows, seed, first, rows)
    else:
        nothing = np.empty((0, 0))
        for place in range(count):
            rows[place] = live(
                world, TRAITS, planner.begin, planner.choose, planner.knobs, knows,
                seed, first + place, nothing,
            )  # fmt: skip
    return rows


def diary(
    world: World, planner: Planner, seed: int, person: int, *, compiled: bool = True
) -> dict[str, NDArray[np.float64]]:
    """One person's days, the run-in first, each series of `SERIES` by name.

    Load, dose and capacity in effective minutes; pain and fatigue in points, NaN where not given;
    sleep depth and HRV in standard deviations.
    """
    record = np.full((world.run_in + world.days, len(SERIES)), np.nan)
    knows = 1 if planner.clairvoyant else 0
    fast = compiled and can_compile()
    alone = twin(live) if fast else live
    begin = twin(planner.begin, inner=True) if fast else planner.begin
    choose = twin(planner.choose, inner=True) if fast else planner.choose
    knobs = arrayed(planner.knobs) if fast else planner.knobs
    alone(world, TRAITS, begin, choose, knobs, knows, seed, person, record)
    return {name: record[:, place] for place, name in enumerate(SERIES)}


def crowd(
    world: World,
    traits: Traits,
    begin: Callable[..., Any],
    choose: Callable[..., Any],
    knobs: object,
    clairvoyant: int,
    seed: int,
    first: int,
    rows: NDArray[np.float64],
) -> None:
    """Fill a row for each person."""
    nothing = np.empty((0, 0))
    for place in range(rows.shape[0]):
        came = live(world, traits, begin, choose, knobs, clairvoyant, seed, first + place, nothing)
        for column in range(rows.shape[1]):
            rows[place, column] = came[column]


def live(
    world: World,
    traits: Traits,
    begin: Callable[..., Any],
    choose: Callable[..., Any],
    knobs: object,
    clairvoyant: int,
    seed: int,
    key: int,
    record: NDArray[np.float64],
) -> Outcome:
    """One person's run-in and time with the plan, from the first day to the last."""
    person = born(traits, world, seed, key)
    being, start = run_in(world, person, seed, record)
    memory = begin(start, knobs)
    for day in range(world.days):
        enrolled = being.tally.dropped_on == 0 and being.tally.fault_on == 0
        woken, told = morning(world, person, being, day, seed, clairvoyant)
        tally, dose = woken.tally, NO_DOSE
        if enrolled:
            memory, choice = choose(memory, told, knobs)
            life = woken.life
            caused = is_caused(tally, life.pain, life.by_activity)
            tally = count_choice(tally, choice, caused, day)
            if is_a_dose(choice.dose):
                dose = choice.dose
            woken = Being(woken.life, woken.body, tally, woken.before)
        being = rest_of_day(world, person, woken, dose, day, seed)
        if record.shape[0] > 0:
            write_down(record, world.run_in + day, being, told, dose)
    return outcome_of(being.tally, being.body.capacity)


def run_in(
    world: World, person: Person, seed: int, record: NDArray[np.float64]
) -> tuple[Being, Start]:
    """The self-directed days before joining, and what is known of the person after them."""
    being = arrive(person)
    latent, by_activity, loads = [0.0], [0.0], [0.0]
    pains, fatigues = [0], [0]
    for day in range(-world.run_in, 0):
        woken, told = morning(world, person, being, day, seed, 0)
        being = rest_of_day(world, person, woken, NO_DOSE, day, seed)
        latent.append(being.life.pain - world.first_weeks)
        by_activity.append(being.life.by_activity)
        loads.append(being.before.load)
        if told.pain != UNTOLD:
            pains.append(told.pain)
            fatigues.append(told.fatigue)
        if record.shape[0] > 0:
            write_down(record, world.run_in + day, being, told, NO_DOSE)
    usual_pain, usual_fatigue = middle_whole(pains), middle_whole(fatigues)
    habit = middle(loads) if world.run_in > 0 else person.frame.habit
    whole_day = 1 if world.rho >= WHOLE_DAY_FROM else 0
    start = Start(
        usual_pain,
        usual_fatigue,
        spread_around(pains, usual_pain),
        spread_around(fatigues, usual_fatigue),
        habit,
        world.rho * habit + (1.0 - world.rho) * FIRST_DOSE,
        whole_day,
    )
    tally = nothing_counted(middle(latent), middle(by_activity), being.body.capacity)
    return Being(being.life, being.body, tally, being.before), start


def write_down(
    record: NDArray[np.float64], row: int, being: Being, told: Told, dose: float
) -> None:
    """Keep one day of a diary, in the order of `SERIES`."""
    record[row, 0] = being.tally.last_load
    if dose >= 0.0:
        record[row, 1] = dose
    record[row, 2] = being.life.pain
    record[row, 3] = being.life.by_activity
    if told.pain != UNTOLD:
        record[row, 4] = told.pain / 10.0
        record[row, 5] = told.fatigue / 10.0
    record[row, 6] = being.life.sleep
    record[row, 7] = being.life.hrv
    record[row, 8] = being.body.capacity
    record[row, 9] = 1.0 if being.tally.hot > 1 else 0.0


def middle(values: list[float]) -> float:
    """The median of all but the first value, which is there to say what kind they are."""
    ordered = sorted(values[1:])
    half = len(ordered) // 2
    if len(ordered) == 0:
        return 0.0
    return (ordered[half] + ordered[-half - 1]) / 2.0


def middle_whole(values: list[int]) -> int:
    """The same in whole tenths, halves rounded down; UNTOLD where nothing was said."""
    if len(values) == 1:
        return UNTOLD
    ordered = sorted(values[1:])
    half = len(ordered) // 2
    return (ordered[half] + ordered[-half - 1]) // 2


def spread_around(values: list[int], usual: int) -> int:
    """Root mean square distance from usual of all but the first, hundredths of a point."""
    if len(values) == 1:
        return UNTOLD
    squares = 0
    for one in values[1:]:
        squares += (one - usual) * (one - usual)
    return int((squares * 100.0 / (len(values) - 1)) ** 0.5)
