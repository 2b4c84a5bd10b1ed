"""The life around a body: nights, worries, infections, weather, answers, and self-directed days.

What is the same for every family of bodies. All of a day's luck is drawn here, a fixed number of
draws each day, so that no planner can change anybody's luck.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, sqrt
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.bodies import Weather
from steadystep.cohort.chance import (
    NOBODY,
    luck_of,
    normal,
    normals,
    uniform,
    uniforms,
    who_is,
)
from steadystep.cohort.people import clipped
from steadystep.cohort.told import UNTOLD
from steadystep.cohort.world import D, R

if TYPE_CHECKING:
    from steadystep.cohort.chance import Luck
    from steadystep.cohort.people import Person


class Customs(NamedTuple):
    """Numbers of daily life; all assumed but where said."""

    # Stress: carried over from day to day; life events a year, their days and their weight.
    stress_kept: float = 0.85
    stress_spread: float = 0.9
    events_a_year: float = 3.5
    event_days: int = 6
    event_days_more: float = 15.0
    event_weight: float = 1.5
    # Infections a year, their days, and points of pain.
    infections_a_year: float = 2.0
    infection_days: int = 5
    infection_days_more: float = 6.0
    infection_pain: float = 1.6
    weather_kept: float = 0.8
    cycle_days: int = 4
    # Sleep depth and HRV, in standard deviations.
    sleep_kept: float = 0.35
    sleep_by_activity: float = 0.25
    sleep_by_over: float = 0.5
    sleep_by_stress: float = 0.18
    sleep_by_pain: float = 0.10
    sleep_spread: float = 0.75
    hrv_kept: float = 0.4
    hrv_by_activity: float = 0.15
    hrv_by_over: float = 0.5
    hrv_by_stress: float = 0.15
    hrv_by_infection: float = 0.4
    hrv_spread: float = 0.7
    seen_spread: float = 0.5
    # Fatigue beside pain.
    fatigue_by_activity: float = 0.9
    # A check-in.
    silent_in_flare: float = 0.08
    evening_share: float = 0.4
    sleep_middle: float = 5.0
    sleep_points: float = 1.5
    # Self-directed days.
    own_share: float = 0.5
    good_points: float = 2.0
    most_good: float = 1.5
    infection_rest: float = 0.25
    felt_kept: float = 1.0 - 1.0 / 14.0
    habit_kept: float = 1.0 - 1.0 / 28.0
    # With a plan.
    dose_spread: float = 0.10
    done_in_flare: float = 0.75
    device_spread: float = 0.08


CUSTOMS = Customs()
YEAR = 365.0

# What is new each day, so that the whole spread stays as it is.
_STRESS_FRESH = CUSTOMS.stress_spread * sqrt(1.0 - CUSTOMS.stress_kept**2)
_WEATHER_FRESH = sqrt(1.0 - CUSTOMS.weather_kept**2)


class Draws(NamedTuple):
    """What each hash of a day is for: one draw, or two where two are named."""

    pain_and_fatigue: int = 0
    stress: int = 1
    event_and_infection: int = 2
    how_long: int = 3
    silent: int = 4
    answers: int = 5
    watch: int = 6
    evening: int = 7
    own_day_and_dose: int = 8
    done: int = 9
    leaves: int = 10
    device: int = 11
    sleep_and_hrv: int = 12
    ignites: int = 13
    weather: int = 14


DRAWS = Draws()


class Life(NamedTuple):
    """A morning: what life carries from one to the next. Symptoms in points.

    Attributes:
        noise: Pain's own ups and downs.
        noise_fatigue: Fatigue's.
        worry: Stress that comes and goes.
        event_left: Days left of a life event.
        infection_left: Days left of an infection.
        pain: Latent pain this morning.
        fatigue: Latent fatigue.
        by_activity: Points of that pain that come from activity.
    """

    noise: float
    noise_fatigue: float
    worry: float
    event_left: int
    infection_left: int
    pain: float
    fatigue: float
    by_activity: float


class Night(NamedTuple):
    """What a night leaves behind. Sleep and HRV in standard deviations.

    Attributes:
        sleep: Its depth.
        hrv: Its HRV.
        felt: Mean pain of the last fortnight, as felt.
        habit: Mean load of the last month, a movement on top of it left out, effective minutes.
    """

    sleep: float
    hrv: float
    felt: float
    habit: float


def newborn_life(person: Person) -> Life:
    """A life on its first day."""
    feels = person.feels
    return Life(0.0, 0.0, 0.0, 0, 0, feels.pain, feels.pain + feels.fatigue, 0.0)


def newborn_night(person: Person) -> Night:
    """The night before the first day."""
    return Night(0.0, 0.0, person.feels.pain, person.frame.habit)


@lru_cache(maxsize=8)
def weather_of(seed: int, days: int) -> tuple[float, ...]:
    """The weather of so many days, the same for everybody. It starts at the usual."""
    nobody = who_is(seed, NOBODY)
    weather, now = [], 0.0
    for day in range(days):
        fresh = normal(luck_of(nobody, day), DRAWS.weather)
        now = CUSTOMS.weather_kept * now + _WEATHER_FRESH * fresh
        weather.append(now)
    return tuple(weather)


def around_today(person: Person, life: Life, night: Night, luck: Luck) -> Weather:
    """What of today's circumstances reaches the body."""
    if person.family == R:
        return Weather(0.0, 0.0, 0.0, 1.0)
    return Weather(
        night.sleep,
        stress_of(life),
        1.0 if life.infection_left > 0 else 0.0,
        uniform(luck, DRAWS.ignites) if person.family == D else 1.0,
    )


def stress_of(life: Life) -> float:
    """Stress today: what comes and goes, and a life event while it lasts."""
    return life.worry + (CUSTOMS.event_weight if life.event_left > 0 else 0.0)


def wake(
    person: Person,
    life: Life,
    night: Night,
    by_activity: float,
    day: int,
    luck: Luck,
    weather: float,
    extra: float,
) -> Life:
    """The morning of a day: what it brings, and the pain and fatigue that come of it.

    Args:
        person: Whose life it is.
        life: The morning before.
        night: What the night left.
        by_activity: Points of pain from what was done on the days before.
        day: The day's number, the run-in's first being 0.
        luck: The person's luck of the day.
        weather: The day's, the same for everybody.
        extra: Points of pain on top, for first weeks that are bad ones.
    """
    feels = person.feels
    shared, own = normals(luck, DRAWS.pain_and_fatigue)
    noise = feels.carry_over * life.noise + feels.fresh * shared
    noise_fatigue = feels.carry_over * life.noise_fatigue + feels.fresh * (
        feels.together * shared + feels.apart * own
    )
    if person.family == R:
        pain = feels.pain + by_activity + noise + extra
        fatigue = feels.pain + feels.fatigue + by_activity + noise_fatigue + extra
        return Life(noise, noise_fatigue, 0.0, 0, 0, pain, fatigue, by_activity)
    worry = CUSTOMS.stress_kept * life.worry + _STRESS_FRESH * normal(luck, DRAWS.stress)
    event_left, infection_left = strokes(life, luck)
    stress = worry + (CUSTOMS.event_weight if event_left > 0 else 0.0)
    other = (
        feels.stress_pain * stress
        - feels.sleep_pain * night.sleep
        + (CUSTOMS.infection_pain if infection_left > 0 else 0.0)
        + feels.weather_pain * weather
        + extra
    )
    if feels.cycle_pain > 0.0:
        in_cycle = (day + feels.cycle_starts) % feels.cycle_length < CUSTOMS.cycle_days
        other += feels.cycle_pain if in_cycle else 0.0
    pain = feels.pain + by_activity + other + noise
    fatigue = (
        feels.pain
        + feels.fatigue
        + CUSTOMS.fatigue_by_activity * by_activity
        + other
        + noise_fatigue
    )
    return Life(noise, noise_fatigue, worry, event_left, infection_left, pain, fatigue, by_activity)


def strokes(life: Life, luck: Luck) -> tuple[int, int]:
    """Days left of a life event and of an infection. Each begins at times, out of the blue."""
    event_left = life.event_left - 1 if life.event_left > 0 else 0
    infection_left = life.infection_left - 1 if life.infection_left > 0 else 0
    event, infection = uniforms(luck, DRAWS.event_and_infection)
    if event_left == 0 and event < CUSTOMS.events_a_year / YEAR:
        longer, _ = uniforms(luck, DRAWS.how_long)
        event_left = CUSTOMS.event_days + int(longer * CUSTOMS.event_days_more)
    if infection_left == 0 and infection < CUSTOMS.infections_a_year / YEAR:
        _, longer = uniforms(luck, DRAWS.how_long)
        infection_left = CUSTOMS.infection_days + int(longer * CUSTOMS.infection_days_more)
    return event_left, infection_left


def answers(person: Person, life: Life, luck: Luck, flaring: int) -> tuple[int, int]:
    """The morning's check-in, tenths of whole points; UNTOLD where it is not given."""
    silent = person.ways.silent + (CUSTOMS.silent_in_flare if flaring else 0.0)
    if uniform(luck, DRAWS.silent) < silent:
        return UNTOLD, UNTOLD
    off_pain, off_fatigue = normals(luck, DRAWS.answers)
    pain = life.pain + person.feels.answering * off_pain
    fatigue = life.fatigue + person.feels.answering * off_fatigue
    return whole_points(pain), whole_points(fatigue)


def whole_points(points: float) -> int:
    """A whole number from 0 to 10, in tenths."""
    return int(clipped(points, 0.0, 10.0) + 0.5) * 10


def evening_answer(person: Person, before: Life, now: Life, luck: Luck) -> int:
    """Yesterday evening's pain, tenths: part of what today brings could be felt by then."""
    came = CUSTOMS.evening_share * (now.by_activity - before.by_activity)
    off = person.feels.answering * normal(luck, DRAWS.evening)
    return whole_points(before.pain + came + off)


def sleep_answer(night: Night, luck: Luck) -> int:
    """How badly they slept, tenths of whole points; high is bad."""
    off, _ = normals(luck, DRAWS.watch)
    seen = night.sleep + CUSTOMS.seen_spread * off
    return whole_points(CUSTOMS.sleep_middle - CUSTOMS.sleep_points * seen)


def hrv_seen(night: Night, luck: Luck) -> float:
    """Last night's HRV as a watch shows it, standard deviations."""
    _, off = normals(luck, DRAWS.watch)
    return night.hrv + CUSTOMS.seen_spread * off


def own_day(person: Person, life: Life, night: Night, fresh: float, kappa: float) -> float:
    """The load of a day nobody plans, effective minutes.

    A good day is one with less pain than the last fortnight's mean; a boom-buster does more on
    it, and the words of the app may damp that by kappa.

    Args:
        person: Whose day it is.
        life: Their morning.
        night: The night before.
        fresh: What is new today, a standard normal draw.
        kappa: How much the words damp a boom, 0 to 1.
    """
    base = CUSTOMS.own_share * person.frame.habit + (1.0 - CUSTOMS.own_share) * night.habit
    felt = (night.felt - life.pain) / CUSTOMS.good_points
    share = 1.0
    if felt > 0.0:
        share += person.ways.boom * (1.0 - kappa) * min(felt, CUSTOMS.most_good)
    else:
        share -= person.ways.bust * min(-felt, CUSTOMS.most_good)
    share -= CUSTOMS.infection_rest if life.infection_left > 0 else 0.0
    wide = person.ways.day_spread
    # Less half the variance, so that a wider day is no larger one on average.
    return base * max(share, 0.1) * exp(wide * (fresh - 0.5 * wide))


def share_done(person: Person, luck: Luck, flaring: int, rho: float) -> tuple[float, int]:
    """How much of the dose is done today, and whether a session of it was.

    One movement is done or not. Of a plan for the whole day a share is followed. Between the two
    lies a mixture, of the same mean.
    """
    chance = person.ways.done * (CUSTOMS.done_in_flare if flaring else 1.0)
    session = 1 if uniform(luck, DRAWS.done) < chance else 0
    return rho * chance + (1.0 - rho) * session, session


def dose_done(dose: float, fresh: float) -> float:
    """The minutes that a dose comes to; `fresh` is a standard normal draw."""
    return dose * exp(CUSTOMS.dose_spread * fresh)


def load_seen(load: float, luck: Luck) -> float:
    """A day's load as a watch shows it, effective minutes."""
    return load * exp(CUSTOMS.device_spread * normal(luck, DRAWS.device))


def leaves(person: Person, luck: Luck, share_flaring: float) -> int:
    """1 where the person leaves the plan today."""
    hazard = person.ways.leaving + person.ways.leaving_in_flare * share_flaring
    return 1 if uniform(luck, DRAWS.leaves) < hazard else 0


def sleep_on_it(
    person: Person, life: Life, night: Night, load: float, own: float, over: float, luck: Luck
) -> Night:
    """Sleep, HRV, habit and what is felt, after a day.

    Args:
        person: Who sleeps.
        life: The morning of the day.
        night: The night before.
        load: The day's whole load, effective minutes.
        own: The part of it that shapes the days to come. A small movement on top of the day makes
            nobody do more of their own.
        over: By what share the load was above what the body could bear.
        luck: The person's luck of the day.
    """
    if person.family == R:
        return night
    stress = max(stress_of(life), 0.0)
    activity = min(load / night.habit - 1.0, 1.0)
    pain_above = max(life.pain - night.felt, 0.0)
    deeper, calmer = normals(luck, DRAWS.sleep_and_hrv)
    sleep = (
        CUSTOMS.sleep_kept * night.sleep
        + CUSTOMS.sleep_by_activity * activity
        - CUSTOMS.sleep_by_over * over
        - CUSTOMS.sleep_by_stress * stress
        - CUSTOMS.sleep_by_pain * pain_above
        + CUSTOMS.sleep_spread * deeper
    )
    hrv = (
        CUSTOMS.hrv_kept * night.hrv
        + CUSTOMS.hrv_by_activity * activity
        - CUSTOMS.hrv_by_over * over
        - CUSTOMS.hrv_by_stress * stress
        - CUSTOMS.hrv_by_infection * (1.0 if life.infection_left > 0 else 0.0)
        + CUSTOMS.hrv_spread * calmer
    )
    felt = CUSTOMS.felt_kept * night.felt + (1.0 - CUSTOMS.felt_kept) * life.pain
    habit = CUSTOMS.habit_kept * night.habit + (1.0 - CUSTOMS.habit_kept) * own
    return Night(sleep, hrv, felt, habit)
