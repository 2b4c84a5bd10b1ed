"""The life around a body: nights, worries, infections, weather, answers, and self-directed days.

What is the same for every family of bodies. All of a day's luck is drawn here, a fixed number of
draws each day, so that no planner can change anybody's luck.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.bodies import Weather
from steadystep.cohort.chance import NOBODY, luck_of, normal, uniform
from steadystep.cohort.people import clipped
from steadystep.cohort.told import UNTOLD
from steadystep.cohort.world import R

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

# What each draw of a day is for.
(
    _PAIN,
    _FATIGUE,
    _STRESS,
    _EVENT,
    _EVENT_DAYS,
    _INFECTION,
    _INFECTION_DAYS,
    _SLEEP,
    _HRV,
    _ANSWER,
    _ANSWER_2,
    _SILENT,
    _EVENING,
    _SLEEP_SEEN,
    _HRV_SEEN,
    _OWN_DAY,
    _DONE,
    _DOSE,
    _DEVICE,
    _LEAVES,
    _IGNITES,
) = range(21)


class Life(NamedTuple):
    """What life carries from one day to the next. Symptoms in points, sleep and HRV in SDs.

    Attributes:
        noise: Pain's own ups and downs.
        noise_fatigue: Fatigue's.
        worry: Stress that comes and goes.
        event_left: Days left of a life event.
        infection_left: Days left of an infection.
        weather: The weather, the same for everybody.
        sleep: Last night's depth.
        hrv: Last night's HRV.
        felt: Mean pain of the last fortnight, as felt.
        habit: Mean load of the last month, a movement on top of it left out, effective minutes.
        pain: Latent pain this morning.
        fatigue: Latent fatigue.
        by_activity: Points of that pain that come from activity.
    """

    noise: float
    noise_fatigue: float
    worry: float
    event_left: int
    infection_left: int
    weather: float
    sleep: float
    hrv: float
    felt: float
    habit: float
    pain: float
    fatigue: float
    by_activity: float


def newborn_life(person: Person) -> Life:
    """A life on its first day."""
    pain, fatigue = person.feels.pain, person.feels.pain + person.feels.fatigue
    return Life(0.0, 0.0, 0.0, 0, 0, 0.0, 0.0, 0.0, pain, person.frame.habit, pain, fatigue, 0.0)


def around_today(person: Person, life: Life, luck: Luck) -> Weather:
    """What of today's circumstances reaches the body."""
    if person.family == R:
        return Weather(0.0, 0.0, 0.0, 1.0)
    return Weather(
        life.sleep,
        stress_of(life),
        1.0 if life.infection_left > 0 else 0.0,
        uniform(luck, _IGNITES),
    )


def stress_of(life: Life) -> float:
    """Stress today: what comes and goes, and a life event while it lasts."""
    return life.worry + (CUSTOMS.event_weight if life.event_left > 0 else 0.0)


def wake(
    person: Person, life: Life, by_activity: float, day: int, luck: Luck, seed: int, extra: float
) -> Life:
    """The morning of a day: what it brings, and the pain and fatigue that come of it.

    Args:
        person: Whose life it is.
        life: As the night left it.
        by_activity: Points of pain from what was done on the days before.
        day: The day's number, the run-in's first being 0.
        luck: The person's luck of the day.
        seed: The study's; the weather is drawn from it.
        extra: Points of pain on top, for first weeks that are bad ones.
    """
    kept = person.feels.carry_over
    fresh = sqrt(1.0 - kept * kept) * person.feels.noise
    shared, own = normal(luck, _PAIN), normal(luck, _FATIGUE)
    both = person.feels.together
    noise = kept * life.noise + fresh * shared
    noise_fatigue = kept * life.noise_fatigue + fresh * (
        both * shared + sqrt(1 - both * both) * own
    )
    if person.family == R:
        pain = person.feels.pain + by_activity + noise + extra
        fatigue = person.feels.pain + person.feels.fatigue + by_activity + noise_fatigue + extra
        return Life(
            noise,
            noise_fatigue,
            0.0,
            0,
            0,
            0.0,
            0.0,
            0.0,
            life.felt,
            life.habit,
            pain,
            fatigue,
            by_activity,
        )
    worry, event_left = worries(life, luck)
    infection_left = max(life.infection_left - 1, 0)
    if infection_left == 0 and uniform(luck, _INFECTION) < CUSTOMS.infections_a_year / YEAR:
        infection_left = CUSTOMS.infection_days + int(
            uniform(luck, _INFECTION_DAYS) * CUSTOMS.infection_days_more
        )
    weather = CUSTOMS.weather_kept * life.weather
    weather += sqrt(1.0 - CUSTOMS.weather_kept**2) * normal(luck_of(seed, NOBODY, day), _STRESS)
    stress = worry + (CUSTOMS.event_weight if event_left > 0 else 0.0)
    cycle = (day + person.feels.cycle_starts) % person.feels.cycle_length < CUSTOMS.cycle_days
    other = (
        person.feels.stress_pain * stress
        - person.feels.sleep_pain * life.sleep
        + (CUSTOMS.infection_pain if infection_left > 0 else 0.0)
        + (person.feels.cycle_pain if cycle else 0.0)
        + person.feels.weather_pain * weather
        + extra
    )
    pain = person.feels.pain + by_activity + other + noise
    fatigue = (
        person.feels.pain
        + person.feels.fatigue
        + CUSTOMS.fatigue_by_activity * by_activity
        + other
        + noise_fatigue
    )
    return Life(
        noise,
        noise_fatigue,
        worry,
        event_left,
        infection_left,
        weather,
        life.sleep,
        life.hrv,
        life.felt,
        life.habit,
        pain,
        fatigue,
        by_activity,
    )


def worries(life: Life, luck: Luck) -> tuple[float, int]:
    """Stress that comes and goes, and the days left of a life event."""
    kept = CUSTOMS.stress_kept
    worry = kept * life.worry + CUSTOMS.stress_spread * sqrt(1.0 - kept * kept) * normal(
        luck, _STRESS
    )
    left = max(life.event_left - 1, 0)
    if left == 0 and uniform(luck, _EVENT) < CUSTOMS.events_a_year / YEAR:
        left = CUSTOMS.event_days + int(uniform(luck, _EVENT_DAYS) * CUSTOMS.event_days_more)
    return worry, left


def answers(person: Person, life: Life, luck: Luck, flaring: int) -> tuple[int, int]:
    """The morning's check-in, tenths of whole points; UNTOLD where it is not given."""
    silent = person.ways.silent + (CUSTOMS.silent_in_flare if flaring else 0.0)
    if uniform(luck, _SILENT) < silent:
        return UNTOLD, UNTOLD
    pain = life.pain + person.feels.answering * normal(luck, _ANSWER)
    fatigue = life.fatigue + person.feels.answering * normal(luck, _ANSWER_2)
    return whole_points(pain), whole_points(fatigue)


def whole_points(points: float) -> int:
    """A whole number from 0 to 10, in tenths."""
    return int(clipped(points, 0.0, 10.0) + 0.5) * 10


def evening_answer(person: Person, before: Life, now: Life, luck: Luck) -> int:
    """Yesterday evening's pain, tenths: part of what today brings could be felt by then."""
    came = CUSTOMS.evening_share * (now.by_activity - before.by_activity)
    return whole_points(before.pain + came + person.feels.answering * normal(luck, _EVENING))


def sleep_answer(life: Life, luck: Luck) -> int:
    """How badly they slept, tenths of whole points; high is bad."""
    seen = life.sleep + CUSTOMS.seen_spread * normal(luck, _SLEEP_SEEN)
    return whole_points(CUSTOMS.sleep_middle - CUSTOMS.sleep_points * seen)


def hrv_seen(life: Life, luck: Luck) -> float:
    """Last night's HRV as a watch shows it, standard deviations."""
    return life.hrv + CUSTOMS.seen_spread * normal(luck, _HRV_SEEN)


def own_day(person: Person, life: Life, luck: Luck, kappa: float) -> float:
    """The load of a day nobody plans, effective minutes.

    A good day is one with less pain than the last fortnight's mean; a boom-buster does more on
    it, and the words of the app may damp that by kappa.
    """
    base = CUSTOMS.own_share * person.frame.habit + (1.0 - CUSTOMS.own_share) * life.habit
    felt = (life.felt - life.pain) / CUSTOMS.good_points
    more = person.ways.boom * (1.0 - kappa) * clipped(felt, 0.0, CUSTOMS.most_good)
    less = person.ways.bust * clipped(-felt, 0.0, CUSTOMS.most_good)
    infected = CUSTOMS.infection_rest if life.infection_left > 0 else 0.0
    wide = person.ways.day_spread
    # Less half the variance, so that a wider day is no larger one on average.
    spread = exp(wide * (normal(luck, _OWN_DAY) - 0.5 * wide))
    return base * max(1.0 + more - less - infected, 0.1) * spread


def share_done(person: Person, luck: Luck, flaring: int, rho: float) -> tuple[float, int]:
    """How much of the dose is done today, and whether a session of it was.

    One movement is done or not. Of a plan for the whole day a share is followed. Between the two
    lies a mixture, of the same mean.
    """
    chance = person.ways.done * (CUSTOMS.done_in_flare if flaring else 1.0)
    session = 1 if uniform(luck, _DONE) < chance else 0
    return rho * chance + (1.0 - rho) * session, session


def dose_done(dose: float, luck: Luck) -> float:
    """The minutes that a dose comes to."""
    return dose * exp(CUSTOMS.dose_spread * normal(luck, _DOSE))


def load_seen(load: float, luck: Luck) -> float:
    """A day's load as a watch shows it, effective minutes."""
    return load * exp(CUSTOMS.device_spread * normal(luck, _DEVICE))


def leaves(person: Person, luck: Luck, share_flaring: float) -> int:
    """1 where the person leaves the plan today."""
    hazard = person.ways.leaving + person.ways.leaving_in_flare * share_flaring
    return 1 if uniform(luck, _LEAVES) < hazard else 0


def after_the_night(
    person: Person, life: Life, load: float, own: float, over: float, luck: Luck
) -> Life:
    """Sleep, HRV, habit and what is felt, after a day.

    Args:
        person: Who sleeps.
        life: As the day left it.
        load: The day's whole load, effective minutes.
        own: The part of it that shapes the days to come. A small movement on top of the day makes
            nobody do more of their own.
        over: By what share the load was above what the body could bear.
        luck: The person's luck of the day.
    """
    if person.family == R:
        return life
    stress = max(stress_of(life), 0.0)
    activity = clipped(load / life.habit - 1.0, -1.0, 1.0)
    pain_above = max(life.pain - life.felt, 0.0)
    sleep = (
        CUSTOMS.sleep_kept * life.sleep
        + CUSTOMS.sleep_by_activity * activity
        - CUSTOMS.sleep_by_over * over
        - CUSTOMS.sleep_by_stress * stress
        - CUSTOMS.sleep_by_pain * pain_above
        + CUSTOMS.sleep_spread * normal(luck, _SLEEP)
    )
    hrv = (
        CUSTOMS.hrv_kept * life.hrv
        + CUSTOMS.hrv_by_activity * activity
        - CUSTOMS.hrv_by_over * over
        - CUSTOMS.hrv_by_stress * stress
        - CUSTOMS.hrv_by_infection * (1.0 if life.infection_left > 0 else 0.0)
        + CUSTOMS.hrv_spread * normal(luck, _HRV)
    )
    felt = CUSTOMS.felt_kept * life.felt + (1.0 - CUSTOMS.felt_kept) * life.pain
    habit = CUSTOMS.habit_kept * life.habit + (1.0 - CUSTOMS.habit_kept) * own
    return Life(
        life.noise,
        life.noise_fatigue,
        life.worry,
        life.event_left,
        life.infection_left,
        life.weather,
        sleep,
        hrv,
        felt,
        habit,
        life.pain,
        life.fatigue,
        life.by_activity,
    )
