"""Many people, one day after another: loops over `days`, for CPython and for compiled code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from steadystep.cohort.chance import luck_of
from steadystep.cohort.days import (
    arrive,
    is_with_the_plan,
    join,
    morning,
    rest_of_day,
)
from steadystep.cohort.people import TRAITS, born
from steadystep.cohort.shelf import lent, put, taken
from steadystep.cohort.tally import (
    count_choice,
    is_a_dose,
    is_caused,
    is_flaring,
    outcome_of,
)
from steadystep.cohort.told import NO_DOSE, Choice, Start, Told
from steadystep.cohort.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from steadystep.cohort.shelf import Shelf

# What stands on the shelves is like these.
A_PERSON = born(TRAITS, World(), 0, 0)
A_BEING = arrive(A_PERSON)


def settle(
    world: World,
    seed: int,
    first: int,
    people: Shelf,
    beings: Shelf,
    habits: NDArray[np.float64],
) -> None:
    """Let people be born, and stand where their run-in begins.

    Args:
        world: The setting.
        seed: The study's.
        first: The first person's number.
        people: Filled with who they are.
        beings: Filled with how they are.
        habits: Filled with the load of their usual day, effective minutes.
    """
    for place in range(len(people)):
        person = born(TRAITS, world, seed, first + place)
        put(people, place, person)
        habits[place] = person.frame.habit
        put(beings, place, arrive(person))


def wake_all(
    world: World,
    people: Shelf,
    beings: Shelf,
    day: int,
    weather: Sequence[float],
    clairvoyant: int,
    told: NDArray[np.float64],
    felt: NDArray[np.float64],
) -> None:
    """The morning of everybody: what each tells, and what is true.

    Args:
        world: The setting.
        people: Who they are.
        beings: How they are; each wakes up.
        day: Days since joining.
        weather: The weather from the run-in's first day on.
        clairvoyant: 1 where it is told as well what today leaves for the plan.
        told: Filled with a row for each, in the order of `Told`.
        felt: Filled likewise, in the order of `FELT`.
    """
    for place in range(len(people)):
        person = taken(people, place, A_PERSON)
        being = taken(beings, place, A_BEING)
        luck = luck_of(person.who, day + world.run_in)
        being, said = morning(
            world, person, being, day, luck, weather[day + world.run_in], clairvoyant
        )
        put(beings, place, being)
        told[place, 0] = said.day
        told[place, 1] = said.pain
        told[place, 2] = said.fatigue
        told[place, 3] = said.hard_day
        told[place, 4] = said.did
        told[place, 5] = said.load
        told[place, 6] = said.sleep
        told[place, 7] = said.hrv
        told[place, 8] = said.evening
        told[place, 9] = said.capacity
        life, flaring = being.life, is_flaring(being.flares)
        caused = is_caused(being.joined, life.pain, life.by_activity)
        felt[place, 0] = life.pain
        felt[place, 1] = life.by_activity
        felt[place, 2] = flaring
        felt[place, 3] = flaring * caused


# What is true of a morning, points of pain and 0 or 1.
FELT = ("latent_pain", "by_activity", "flaring", "caused")


def spend_all(
    world: World,
    people: Shelf,
    beings: Shelf,
    day: int,
    doses: Sequence[float],
    spent: NDArray[np.float64],
) -> None:
    """The day of everybody, each with a dose; whoever has left the plan lives their own.

    Args:
        world: The setting.
        people: Who they are.
        beings: How they are; each lives the day and sleeps.
        day: Days since joining.
        doses: Minutes for each, or NO_DOSE.
        spent: Filled with a row for each, in the order of `SPENT`.
    """
    for place in range(len(people)):
        person = taken(people, place, A_PERSON)
        being = taken(beings, place, A_BEING)
        plan, dose = being.plan, NO_DOSE
        if day >= 0 and is_with_the_plan(being):
            choice = Choice(float(doses[place]), 0, 0, 0)
            life = being.life
            plan = count_choice(plan, choice, being.joined, life.pain, life.by_activity, day)
            dose = choice.dose if is_a_dose(choice.dose) else NO_DOSE
        luck = luck_of(person.who, day + world.run_in)
        being = rest_of_day(world, person, being, plan, dose, luck)
        put(beings, place, being)
        spent[place, 0] = being.moves.load
        spent[place, 1] = dose
        spent[place, 2] = being.night.sleep
        spent[place, 3] = being.night.hrv
        spent[place, 4] = being.body.capacity
        spent[place, 5] = 100.0 * (being.body.capacity / being.joined.capacity - 1.0)
        spent[place, 6] = 0.0 if is_with_the_plan(being) else 1.0


# What is true of a day that was spent: its load in effective minutes, the dose in minutes, sleep
# and HRV of the night after it in standard deviations, capacity in effective minutes and what it
# has gained since joining in per cent, left or not.
SPENT = (
    "latent_load",
    "dose",
    "latent_sleep",
    "latent_hrv",
    "latent_capacity",
    "gain",
    "left",
)


def join_all(beings: Shelf, pain: Sequence[float], by_activity: Sequence[float]) -> None:
    """Everybody joins, each with a usual of their own; see `days.join`."""
    for place in range(len(beings)):
        being = taken(beings, place, A_BEING)
        put(beings, place, join(being, float(pain[place]), float(by_activity[place])))


def count_all(beings: Shelf, rows: NDArray[np.float64]) -> None:
    """What it came to for each: a row in the order of `Outcome`."""
    for place in range(len(beings)):
        being = taken(beings, place, A_BEING)
        came = outcome_of(being.joined, being.flares, being.plan, being.moves, being.body.capacity)
        for column in range(rows.shape[1]):
            rows[place, column] = came[column]


def live_all(
    world: World,
    people: Shelf,
    beings: Shelf,
    starts: NDArray[np.float64],
    weather: Sequence[float],
    begin: Callable[..., Any],
    choose: Callable[..., Any],
    knobs: object,
    clairvoyant: int,
    rows: NDArray[np.float64],
) -> None:
    """Everybody's time with a planner, from the morning of joining to the end.

    Args:
        world: The setting.
        people: Who they are.
        beings: How they are on joining.
        starts: What is known of them, in the order of `Start`.
        weather: The weather from the run-in's first day on.
        begin: The planner's.
        choose: The planner's.
        knobs: The planner's.
        clairvoyant: 1 where it is told as well what today leaves for the plan.
        rows: Filled with a row for each, in the order of `Outcome`.
    """
    numbers = lent(knobs)
    for place in range(len(people)):
        person = taken(people, place, A_PERSON)
        being = taken(beings, place, A_BEING)
        memory = begin(start_of(starts, place), numbers)
        for day in range(world.days):
            luck = luck_of(person.who, day + world.run_in)
            being, told = morning(
                world, person, being, day, luck, weather[day + world.run_in], clairvoyant
            )
            plan, dose = being.plan, NO_DOSE
            if is_with_the_plan(being):
                memory, choice = choose(memory, told, numbers)
                life = being.life
                plan = count_choice(plan, choice, being.joined, life.pain, life.by_activity, day)
                dose = choice.dose if is_a_dose(choice.dose) else NO_DOSE
            being = rest_of_day(world, person, being, plan, dose, luck)
        came = outcome_of(being.joined, being.flares, being.plan, being.moves, being.body.capacity)
        for column in range(rows.shape[1]):
            rows[place, column] = came[column]


def start_of(starts: NDArray[np.float64], place: int) -> Start:
    """What is known of one person on joining."""
    return Start(
        int(starts[place, 0]),
        int(starts[place, 1]),
        int(starts[place, 2]),
        int(starts[place, 3]),
        float(starts[place, 4]),
        float(starts[place, 5]),
        int(starts[place, 6]),
    )


def told_of(told: NDArray[np.float64], place: int) -> Told:
    """What one person tells."""
    return Told(
        int(told[place, 0]),
        int(told[place, 1]),
        int(told[place, 2]),
        int(told[place, 3]),
        int(told[place, 4]),
        float(told[place, 5]),
        int(told[place, 6]),
        float(told[place, 7]),
        int(told[place, 8]),
        float(told[place, 9]),
    )
