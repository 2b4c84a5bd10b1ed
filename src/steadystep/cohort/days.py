"""A day of an invented person: the morning, and what becomes of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.bodies import (
    Body,
    activity_pain,
    after_the_day,
    capacity_today,
    newborn,
)
from steadystep.cohort.chance import luck_of
from steadystep.cohort.life import (
    Life,
    after_the_night,
    answers,
    around_today,
    dose_done,
    evening_answer,
    hrv_seen,
    leaves,
    load_seen,
    newborn_life,
    own_day,
    share_done,
    sleep_answer,
    wake,
)
from steadystep.cohort.tally import (
    Tally,
    count_evening,
    count_morning,
    is_flaring,
    nothing_counted,
    share_flaring,
)
from steadystep.cohort.told import NO_DOSE, UNTOLD, Told

if TYPE_CHECKING:
    from steadystep.cohort.people import Person
    from steadystep.cohort.world import World

# First weeks that are bad ones fade over so many days (design findings, 1).
FADING_DAYS = 35.0
# Above this share of the day the plan is told by the whole day's load.
WHOLE_DAY_FROM = 0.5


class Yesterday(NamedTuple):
    """What of yesterday is told this morning.

    Attributes:
        did: Per cent of the dose, UNTOLD without one.
        load: The whole day's load as a watch shows it, effective minutes.
    """

    did: int
    load: float


class Being(NamedTuple):
    """A person in the middle of their time."""

    life: Life
    body: Body
    tally: Tally
    before: Yesterday


def arrive(person: Person) -> Being:
    """The person before the first day of the run-in."""
    body = newborn(person)
    # Nothing is above an endless usual: the run-in counts no flares.
    tally = nothing_counted(1e9, 0.0, body.capacity)
    return Being(newborn_life(person), body, tally, Yesterday(UNTOLD, float(UNTOLD)))


def morning(
    world: World, person: Person, being: Being, day: int, seed: int, clairvoyant: int
) -> tuple[Being, Told]:
    """Wake up, and say what can be said.

    Args:
        world: The setting.
        person: Who wakes.
        being: As the evening left them.
        day: Days since joining; below zero in the run-in.
        seed: The study's.
        clairvoyant: 1 where it is told as well what today leaves for the plan.
    """
    luck = luck_of(seed, person.key, day + world.run_in)
    extra = first_weeks(world, day)
    by_activity = activity_pain(person, being.body)
    life = wake(person, being.life, by_activity, day + world.run_in, luck, seed, extra)
    tally = count_morning(being.tally, life.pain - extra, by_activity)
    pain, fatigue = answers(person, life, luck, is_flaring(tally))
    watched = world.watch == 1 or world.rho >= WHOLE_DAY_FROM
    answered = pain != UNTOLD
    hard_day = 0 if tally.hot > 0 else 1
    left = 0.0
    if clairvoyant:
        able = capacity_today(person, being.body, around_today(person, life, luck))
        left = able - (1.0 - world.rho) * own_day(person, life, luck, world.kappa)
    told = Told(
        day,
        pain,
        fatigue,
        hard_day,
        being.before.did if answered or watched else UNTOLD,
        being.before.load if watched else float(UNTOLD),
        sleep_answer(life, luck) if world.watch == 1 and answered else UNTOLD,
        hrv_seen(life, luck) if world.watch == 1 else 0.0,
        evening_answer(person, being.life, life, luck)
        if world.evening == 1 and answered
        else UNTOLD,
        left,
    )
    return Being(life, being.body, tally, being.before), told


def first_weeks(world: World, day: int) -> float:
    """Points of pain on top, for people who join when they are bad."""
    if world.first_weeks == 0.0 or day >= FADING_DAYS:
        return 0.0
    return world.first_weeks * min(1.0, 1.0 - day / FADING_DAYS)


def rest_of_day(
    world: World, person: Person, being: Being, dose: float, day: int, seed: int
) -> Being:
    """Live the day with this dose, or without one, and sleep.

    Args:
        world: The setting.
        person: Who lives it.
        being: As the morning left them.
        dose: Minutes, or NO_DOSE where the day is the person's own.
        day: Days since joining.
        seed: The study's.
    """
    luck = luck_of(seed, person.key, day + world.run_in)
    life, body, tally = being.life, being.body, being.tally
    planned = dose >= 0.0
    own = own_day(person, life, luck, world.kappa if planned else 0.0)
    moved, share, session = 0.0, 0.0, 0
    if planned:
        share, session = share_done(person, luck, is_flaring(tally), world.rho)
        moved = share * dose_done(dose, luck)
    load = max((1.0 - world.rho * share) * own + moved, 0.1)
    around = around_today(person, life, luck)
    body = after_the_day(person, body, load, moved, around)
    seen = load_seen(load, luck)
    left = leaves(person, luck, share_flaring(tally)) if planned else 0
    tally = count_evening(tally, load, life.habit, left)
    lasting = load - (1.0 - world.rho) * moved
    life = after_the_night(person, life, load, lasting, body.over, luck)
    did = UNTOLD
    if planned:
        # Of a whole day's plan the watch tells how much was reached; of a movement the person.
        reached = int(min(seen * 100.0 / max(dose, 0.1), 100.0))
        did = reached if world.rho >= WHOLE_DAY_FROM else 100 * session
    return Being(life, body, tally, Yesterday(did, seen))


def without_a_plan(world: World, person: Person, being: Being, day: int, seed: int) -> Being:
    """A day of the run-in, or after leaving: nobody plans it and nobody is told."""
    woken, _ = morning(world, person, being, day, seed, 0)
    return rest_of_day(world, person, woken, NO_DOSE, day, seed)
