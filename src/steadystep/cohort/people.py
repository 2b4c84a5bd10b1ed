"""Invented people: what each of them is like, drawn once and the same in every study of a seed.

`Traits` is the one home of what people are like. Each trait says in `SOURCES` where its number
comes from, or that it is assumed. Nothing here is clinical evidence.
"""

from __future__ import annotations

from math import exp, sqrt
from typing import TYPE_CHECKING, NamedTuple

from steadystep.cohort.chance import NO_DAY, luck_of, normal, smallest, uniform, who_is
from steadystep.cohort.world import C, D, R

if TYPE_CHECKING:
    from steadystep.cohort.chance import Luck
    from steadystep.cohort.world import World


class Trait(NamedTuple):
    """How one trait is spread over people.

    Attributes:
        middle: The median.
        spread: Sigma of the logarithm, or the standard deviation where values may be negative.
    """

    middle: float
    spread: float = 0.0


class Traits(NamedTuple):
    """What people are like. Units and sources stand in `SOURCES`."""

    habit: Trait = Trait(32.0, 0.36)
    resting_share: Trait = Trait(0.70, 0.08)
    ceiling: Trait = Trait(2.8, 0.30)
    growth: Trait = Trait(0.0050, 0.35)
    decline: Trait = Trait(0.0060, 0.30)
    sensitivity: Trait = Trait(6.0, 0.40)
    sensitising: Trait = Trait(0.55, 0.40)
    memory: Trait = Trait(14.0, 0.40)
    sensitised_pain: Trait = Trait(1.4, 0.30)
    sensitised_loss: Trait = Trait(0.30, 0.20)
    early_or_late: Trait = Trait(0.0, 0.30)
    fitness_days: Trait = Trait(45.0, 0.20)
    fatigue_days: Trait = Trait(2.2, 0.25)
    fitness_share: Trait = Trait(0.80, 0.15)
    overload_pain: Trait = Trait(7.0, 0.25)
    overload_middle: Trait = Trait(1.22, 0.10)
    overload_width: Trait = Trait(0.11, 0.15)
    flare_threshold: Trait = Trait(0.90, 0.50)
    flare_height: Trait = Trait(3.0, 0.25)
    flare_days: Trait = Trait(21.0, 0.50)
    flare_hazard: Trait = Trait(0.0045, 0.60)
    delayed_share: Trait = Trait(0.15)
    pain: Trait = Trait(5.0, 1.4)
    fatigue_above: Trait = Trait(0.15, 1.1)
    noise: Trait = Trait(1.05, 0.30)
    carry_over: Trait = Trait(0.52, 0.15)
    stress_pain: Trait = Trait(0.35, 0.30)
    sleep_pain: Trait = Trait(0.25, 0.30)
    weather_share: Trait = Trait(0.35)
    weather_pain: Trait = Trait(0.30, 0.30)
    cycle_share: Trait = Trait(0.45)
    cycle_pain: Trait = Trait(0.7, 0.30)
    day_spread: Trait = Trait(0.25, 0.25)
    leaving: Trait = Trait(0.0007, 0.50)
    leaving_in_flare: Trait = Trait(0.008, 0.50)


TRAITS = Traits()

# Each trait's unit and where it comes from. Numbers without a paper are assumed, and swept.
SOURCES: dict[str, tuple[str, str]] = {
    "habit": ("effective minutes a day", "spread of steps in 199 people, Kaleth 2014: CV 0.38"),
    "resting_share": ("habit over capacity", "assumed"),
    "ceiling": ("times the first capacity", "assumed"),
    "growth": ("share of capacity a day", "a tolerated +50 % in 12 weeks, Fontaine 2010"),
    "decline": ("share of capacity a day", "6 to 14 % in 4 weeks, secondary sources"),
    "sensitivity": ("points of pain at twice the capacity", "assumed; no dose-response found"),
    "sensitising": ("sensitisation at twice the capacity", "assumed"),
    "memory": ("days until a third of sensitisation is left", "assumed"),
    "sensitised_pain": ("points of pain", "assumed"),
    "sensitised_loss": ("share of capacity", "assumed"),
    "early_or_late": ("days", "onset within two days, lay sources 24-72 h; assumed"),
    "fitness_days": ("days", "Banister's 42 days"),
    "fatigue_days": ("days", "assumed"),
    "fitness_share": ("capacity per minute of habit", "assumed"),
    "overload_pain": ("points of pain", "assumed"),
    "overload_middle": ("recent load over capacity", "assumed"),
    "overload_width": ("recent load over capacity", "assumed"),
    "flare_threshold": ("strain", "assumed"),
    "flare_height": ("points of pain", "assumed"),
    "flare_days": ("days until a third is left", "mean of 11 weeks told, Gomez-Arguelles 2022"),
    "flare_hazard": ("a day", "75 % had one in 6 months, Gomez-Arguelles 2022; part assumed"),
    "delayed_share": ("share of people", "assumed; a malaise-like phenotype"),
    "pain": ("points of pain", "usual means in trials of fibromyalgia; the run-in adds about 0.8"),
    "fatigue_above": ("points above pain", "means and correlation between 34 women, Walk On"),
    "noise": ("points", "change of 10-15 of 100 in a 90-day diary; own readings, calibration"),
    "carry_over": ("share of yesterday's", "day-to-day changes in own readings, calibration"),
    "stress_pain": ("points per unit of stress", "assumed"),
    "sleep_pain": ("points per unit of sleep depth", "assumed"),
    "weather_share": ("share of people", "assumed"),
    "weather_pain": ("points per unit of weather", "assumed"),
    "cycle_share": ("share of people", "assumed"),
    "cycle_pain": ("points for four days", "assumed"),
    "day_spread": ("sigma of a day's log load", "steps CV 0.4-0.6 with booms, own readings"),
    "leaving": ("hazard a day", "87 % stayed 12 weeks, Fontaine 2010; not tuned to it"),
    "leaving_in_flare": ("hazard a day in which all of 14 days flare", "assumed"),
}

# Self-directed days: (boom, bust, upper share of people). Andrews 2015 for the direction alone.
BOOMER = (0.45, 0.30, 0.45)
AVOIDER = (0.12, 0.30, 0.75)
PERSISTER = (0.22, 0.10, 1.0)

# Beta(7, 3), mean 0.70, and Beta(2, 13), mean 0.13: a share done, a share of check-ins not given.
DONE_OF, DONE_RANK = 9, 7
SILENT_OF, SILENT_RANK = 14, 2
# Family C: activity barely matters (FAST, 171 people: no link of lifestyle activity and pain).
BARELY = 0.15
D_REMEMBERS = 0.4

# A safe day heals so many times as fast as another; assumed.
SAFE_HEALS = 1.25

# Where the draws of shares begin among a person's streams.
_DONE, _SILENT = 64, 80

# Bounds that keep a draw a person; all assumed.
RESTING = (0.45, 0.95)
LEAST_CEILING, MOST_FIT, MOST_LOSS = 1.2, 1.2, 0.9
USUAL_PAIN, FATIGUE_ABOVE, CARRIED = (1.0, 8.5), (-1.5, 2.5), (0.05, 0.85)
DONE, SILENT = (0.05, 1.0), (0.0, 0.95)
# A cycle of 25 to 33 days; the malaise-like answer comes two days later still.
CYCLE_DAYS, CYCLE_DAYS_MORE, DELAYED_DAYS = 25, 9.0, 2.0
# Pain's and fatigue's own ups and downs together (0.43 within people, Walk On, of which activity
# and stress are a part), and the spread of an answer around what is felt, points; assumed.
TOGETHER, ANSWERING = 0.35, 0.3
# Family R, as walked in the design's findings.
SCRIPTED_CARRY_OVER, SCRIPTED_DONE, SCRIPTED_SILENT, SCRIPTED_TOGETHER = 0.45, 0.85, 0.15, 0.5


class Frame(NamedTuple):
    """What a body is built like. Units as in `SOURCES`; `_kept` is what is left after a day.

    The ceiling is in effective minutes.
    """

    habit: float
    capacity: float
    resting_share: float
    ceiling: float
    growth: float
    decline: float
    fitness_kept: float
    fatigue_kept: float
    fitness_share: float
    base_capacity: float
    flare_threshold: float
    flare_height: float
    flare_kept: float
    flare_hazard: float
    delayed: float


class Reply(NamedTuple):
    """How a body answers too much. `first` to `fourth` are shares on the days after.

    `kept` is what is left of sensitisation after a day, `kept_safe` after one that was safe.
    """

    sensitivity: float
    sensitising: float
    kept: float
    kept_safe: float
    sensitised_pain: float
    sensitised_loss: float
    first: float
    second: float
    third: float
    fourth: float
    overload_pain: float
    overload_middle: float
    overload_width: float


class Feels(NamedTuple):
    """What pain and fatigue are like without any activity. Points.

    `fresh` is the spread of what is new in a day's noise; of fatigue's, the share `together` is
    pain's as well, and `apart` is what that leaves for its own.
    """

    pain: float
    fatigue: float
    fresh: float
    carry_over: float
    stress_pain: float
    sleep_pain: float
    weather_pain: float
    cycle_pain: float
    cycle_length: int
    cycle_starts: int
    together: float
    apart: float
    answering: float


class Ways(NamedTuple):
    """What a person is like from day to day."""

    day_spread: float
    boom: float
    bust: float
    done: float
    silent: float
    leaving: float
    leaving_in_flare: float


class Person(NamedTuple):
    """One invented person. `who` is where their luck begins."""

    who: int
    family: int
    frame: Frame
    reply: Reply
    feels: Feels
    ways: Ways


def born(traits: Traits, world: World, seed: int, key: int) -> Person:
    """Draw one person of a study. The world scales what it changes; the luck stays the same."""
    who = who_is(seed, key)
    luck = luck_of(who, NO_DAY)
    frame = frame_of(traits, world, luck)
    return Person(
        who,
        world.family,
        frame,
        reply_of(traits, world, luck, frame.delayed),
        feels_of(traits, world, luck),
        ways_of(traits, world, luck),
    )


def frame_of(traits: Traits, world: World, luck: Luck) -> Frame:
    """What the body is built like."""
    habit = lognormal(traits.habit, luck, 0)
    share = clipped(plain(traits.resting_share, luck, 1), *RESTING)
    capacity = habit / share
    fitness_share = min(lognormal(traits.fitness_share, luck, 14) * world.trainability, MOST_FIT)
    delayed = world.family == D and uniform(luck, 2) < traits.delayed_share.middle
    return Frame(
        habit,
        capacity,
        share,
        max(lognormal(traits.ceiling, luck, 4), LEAST_CEILING) * capacity,
        lognormal(traits.growth, luck, 5) * world.trainability,
        lognormal(traits.decline, luck, 6),
        exp(-1.0 / lognormal(traits.fitness_days, luck, 12)),
        exp(-1.0 / lognormal(traits.fatigue_days, luck, 13)),
        fitness_share,
        capacity - fitness_share * habit,
        lognormal(traits.flare_threshold, luck, 18),
        lognormal(traits.flare_height, luck, 19),
        exp(-1.0 / (lognormal(traits.flare_days, luck, 20) * world.memory)),
        lognormal(traits.flare_hazard, luck, 21) * world.exogenous,
        1.0 if delayed else 0.0,
    )


def reply_of(traits: Traits, world: World, luck: Luck, delayed: float) -> Reply:
    """How the body answers too much."""
    matters = world.sensitivity * (BARELY if world.family == C else 1.0)
    # What family D remembers of doing too much is the flare itself.
    remembers = D_REMEMBERS if world.family == D else 1.0
    late = plain(traits.early_or_late, luck, 3) + world.late + DELAYED_DAYS * delayed
    first, second, third, fourth = lags(late)
    memory = lognormal(traits.memory, luck, 9) * world.memory
    if world.family == R:
        first, second, third, fourth = scripted_lags(world.late, world.sensitivity)
    return Reply(
        lognormal(traits.sensitivity, luck, 7) * matters,
        lognormal(traits.sensitising, luck, 8) * matters * remembers,
        exp(-1.0 / memory),
        exp(-SAFE_HEALS / memory),
        lognormal(traits.sensitised_pain, luck, 10),
        min(lognormal(traits.sensitised_loss, luck, 11), MOST_LOSS),
        first,
        second,
        third,
        fourth,
        lognormal(traits.overload_pain, luck, 15) * world.sensitivity,
        lognormal(traits.overload_middle, luck, 16),
        lognormal(traits.overload_width, luck, 17),
    )


def feels_of(traits: Traits, world: World, luck: Luck) -> Feels:
    """What pain and fatigue are like without any activity."""
    scripted = world.family == R
    noise = 1.0 if scripted else lognormal(traits.noise, luck, 24)
    kept = (
        SCRIPTED_CARRY_OVER if scripted else clipped(plain(traits.carry_over, luck, 25), *CARRIED)
    )
    together = SCRIPTED_TOGETHER if scripted else TOGETHER
    minds_weather = uniform(luck, 31) < traits.weather_share.middle
    has_cycle = uniform(luck, 32) < traits.cycle_share.middle
    weather = lognormal(traits.weather_pain, luck, 28) if minds_weather else 0.0
    cycle = lognormal(traits.cycle_pain, luck, 29) if has_cycle else 0.0
    return Feels(
        clipped(plain(traits.pain, luck, 22), *USUAL_PAIN),
        clipped(plain(traits.fatigue_above, luck, 23), *FATIGUE_ABOVE),
        sqrt(1.0 - kept * kept) * noise * world.noise,
        kept,
        lognormal(traits.stress_pain, luck, 26) * world.exogenous,
        lognormal(traits.sleep_pain, luck, 27) * world.exogenous,
        weather * world.exogenous,
        cycle * world.exogenous,
        CYCLE_DAYS + int(uniform(luck, 33) * CYCLE_DAYS_MORE),
        int(uniform(luck, 34) * CYCLE_DAYS),
        together,
        sqrt(1.0 - together * together),
        0.0 if scripted else ANSWERING,
    )


def ways_of(traits: Traits, world: World, luck: Luck) -> Ways:
    """What the person is like from day to day."""
    scripted = world.family == R
    boom, bust = temper(uniform(luck, 30))
    done = SCRIPTED_DONE if scripted else smallest(luck, _DONE, DONE_OF, DONE_RANK)
    silent = SCRIPTED_SILENT if scripted else smallest(luck, _SILENT, SILENT_OF, SILENT_RANK)
    return Ways(
        lognormal(traits.day_spread, luck, 35),
        boom * world.boom,
        bust * world.boom,
        clipped(done + world.adherence, *DONE),
        clipped(silent * world.missing, *SILENT),
        lognormal(traits.leaving, luck, 36),
        lognormal(traits.leaving_in_flare, luck, 37),
    )


def lognormal(trait: Trait, luck: Luck, stream: int) -> float:
    """A draw whose logarithm is normal; its median is the trait's middle."""
    return trait.middle * exp(trait.spread * normal(luck, stream))


def plain(trait: Trait, luck: Luck, stream: int) -> float:
    """A normal draw."""
    return trait.middle + trait.spread * normal(luck, stream)


def clipped(value: float, low: float, high: float) -> float:
    """The value, kept between two others."""
    if value < low:
        return low
    if value > high:
        return high
    return value


# How much of an answer comes after one, two, three and four days, for an early responder (peak in
# a day), a usual one (95 % within three days), and late ones. Lay sources speak of 24-72 hours;
# the shares are assumed.
LAGS = (
    (0.70, 0.22, 0.06, 0.02),
    (0.50, 0.33, 0.12, 0.05),
    (0.20, 0.40, 0.28, 0.12),
    (0.06, 0.20, 0.42, 0.32),
    (0.02, 0.08, 0.30, 0.60),
)
USUAL_LAG = 1
# Family R, as walked on paper in the design's findings: points on the two days of an answer.
SCRIPTED, SCRIPTED_LATE = (3.0, 2.0), 2


def lags(late: float) -> tuple[float, float, float, float]:
    """The shares of the answer on the four days after, for a body that answers so much later."""
    place = clipped(USUAL_LAG + late, 0.0, len(LAGS) - 1.0)
    below = min(int(place), len(LAGS) - 2)
    part = place - below
    low, high = LAGS[below], LAGS[below + 1]
    return (
        low[0] + part * (high[0] - low[0]),
        low[1] + part * (high[1] - low[1]),
        low[2] + part * (high[2] - low[2]),
        low[3] + part * (high[3] - low[3]),
    )


def scripted_lags(late: int, sensitivity: float) -> tuple[float, float, float, float]:
    """Family R: three points and then two, on the next two days or two days later still."""
    first, second = SCRIPTED[0] * sensitivity, SCRIPTED[1] * sensitivity
    if late >= SCRIPTED_LATE:
        return 0.0, 0.0, first, second
    return first, second, 0.0, 0.0


def temper(drawn: float) -> tuple[float, float]:
    """How much more on a good day and less on a bad one: boom-buster, avoider or persister."""
    if drawn < BOOMER[2]:
        return BOOMER[0], BOOMER[1]
    if drawn < AVOIDER[2]:
        return AVOIDER[0], AVOIDER[1]
    return PERSISTER[0], PERSISTER[1]
