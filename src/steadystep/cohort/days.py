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
from steadystep.cohort.chance import normals
from steadystep.cohort.life import (
    DRAWS,
    Life,
    Night,
    answers,
    around_today,
    dose_done,
    evening_answer,
    hrv_seen,
    leaves,
    load_seen,
    newborn_life,
    newborn_night,
    own_day,
    share_done,
    sleep_answer,
    sleep_on_it,
    wake,
)
from steadystep.cohort.tally import (
    NO_FLARES,
    NO_MOVES,
    NO_PLAN,
    NOT_YET,
    Flares,
    Joined,
    Moves,
    Plan,
    count_evening,
    count_morning,
    is_flaring,
    share_flaring,
)
from steadystep.cohort.told import UNTOLD, Told

if TYPE_CHECKING:
    from steadystep.cohort.chance import Luck
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
    night: Night
    body: Body
    joined: Joined
    flares: Flares
    plan: Plan
    moves: Moves
    before: Yesterday


def arrive(person: Person) -> Being:
    """The person before the first day of the run-in."""
    return Being(
        newborn_life(person),
        newborn_night(person),
        newborn(person),
        NOT_YET,
        NO_FLARES,
        NO_PLAN,
        NO_MOVES,
        Yesterday(UNTOLD, float(UNTOLD)),
    )


def join(being: Being, pain: float, by_activity: float) -> Being:
    """The person on the morning they join: from now on all is counted.

    Args:
        being: As the run-in left them.
        pain: The run-in's median of latent pain, points.
        by_activity: The run-in's median of what came from activity, points.
    """
    joined = Joined(pain, by_activity, being.body.capacity)
    return Being(
        being.life, being.night, being.body, joined, NO_FLARES, NO_PLAN, NO_MOVES, being.before
    )


def morning(
    world: World,
    person: Person,
    being: Being,
    day: int,
    luck: Luck,
    weather: float,
    clairvoyant: int,
) -> tuple[Being, Told]:
    """Wake up, and say what can be said.

    Args:
        world: The setting.
        person: Who wakes.
        being: As the evening left them.
        day: Days since joining; below zero in the run-in.
        luck: Their luck of the day.
        weather: The day's, the same for everybody.
        clairvoyant: 1 where it is told as well what today leaves for the plan.
    """
    night = being.night
    extra = first_weeks(world, day)
    by_activity = activity_pain(person, being.body)
    life = wake(person, being.life, night, by_activity, day + world.run_in, luck, weather, extra)
    flares = count_morning(being.flares, being.joined, life.pain - extra, by_activity)
    pain, fatigue = answers(person, life, luck, is_flaring(flares))
    did, load, sleep, hrv, evening, free = UNTOLD, float(UNTOLD), UNTOLD, 0.0, UNTOLD, 0.0
    answered = pain != UNTOLD
    if world.watch == 1 or world.rho >= WHOLE_DAY_FROM:
        did, load = being.before.did, being.before.load
    elif answered:
        did = being.before.did
    if world.watch == 1:
        hrv = hrv_seen(night, luck)
        if answered:
            sleep = sleep_answer(night, luck)
    if world.evening == 1 and answered:
        evening = evening_answer(person, being.life, life, luck)
    if clairvoyant == 1:
        free = capacity_today(person, being.body, around_today(person, life, night, luck))
        fresh, _ = normals(luck, DRAWS.own_day_and_dose)
        free -= (1.0 - world.rho) * own_day(person, life, night, fresh, world.kappa)
    hard_day = 0 if flares.hot > 0 else 1
    told = Told(day, pain, fatigue, hard_day, did, load, sleep, hrv, evening, free)
    woken = Being(
        life, night, being.body, being.joined, flares, being.plan, being.moves, being.before
    )
    return woken, told


def first_weeks(world: World, day: int) -> float:
    """Points of pain on top, for people who join when they are bad."""
    if world.first_weeks == 0.0 or day >= FADING_DAYS:
        return 0.0
    return world.first_weeks * min(1.0, 1.0 - day / FADING_DAYS)


def is_with_the_plan(being: Being) -> bool:
    """Has the person not left, and the planner made no fault?"""
    return being.moves.left_on == 0 and being.plan.fault_on == 0


def rest_of_day(
    world: World, person: Person, being: Being, plan: Plan, dose: float, luck: Luck
) -> Being:
    """Live the day with this dose, or without one, and sleep.

    Args:
        world: The setting.
        person: Who lives it.
        being: As the morning left them.
        plan: The planner's counts, this morning's choice included.
        dose: Minutes, or NO_DOSE where the day is the person's own.
        luck: The person's luck of the day.
    """
    life, night = being.life, being.night
    planned = dose >= 0.0
    fresh, fresh_dose = normals(luck, DRAWS.own_day_and_dose)
    load = own_day(person, life, night, fresh, world.kappa if planned else 0.0)
    moved, session, left = 0.0, 0, 0
    if planned:
        share, session = share_done(person, luck, is_flaring(being.flares), world.rho)
        moved = share * dose_done(dose, fresh_dose)
        load = (1.0 - world.rho * share) * load + moved
        left = leaves(person, luck, share_flaring(being.flares))
    load = max(load, 0.1)
    lasting = load - (1.0 - world.rho) * moved
    around = around_today(person, life, night, luck)
    able = capacity_today(person, being.body, around)
    body = after_the_day(person, being.body, load, moved, able, around)
    whole_day = world.rho >= WHOLE_DAY_FROM
    seen = load_seen(load, luck) if whole_day or world.watch == 1 else load
    did = UNTOLD
    if planned:
        # Of a whole day's plan the watch tells how much was reached; of a movement the person.
        did = 100 * session
        if whole_day:
            did = int(min(seen * 100.0 / max(dose, 0.1), 100.0))
    return Being(
        life,
        sleep_on_it(person, life, night, load, lasting, body.over, luck),
        body,
        being.joined,
        being.flares,
        plan,
        count_evening(being.moves, load, night.habit, left),
        Yesterday(did, seen),
    )
