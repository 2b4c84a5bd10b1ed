"""Invented people without a plan, as a record of them would show them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from steadystep.cohort import engine
from steadystep.cohort.calibrate import Diary, measure
from steadystep.cohort.calibrate_flares import run_lengths
from steadystep.cohort.calibrate_people import Band, band, bands, parts
from steadystep.cohort.calibrate_series import NAN, Flags, correlation, mean, standardised
from steadystep.cohort.life import CUSTOMS
from steadystep.cohort.policies.named import planner
from steadystep.cohort.world import FAMILIES, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from steadystep.cohort.calibrate_series import Days

# Choices: enough people for a steady 10th percentile, in a minute of plain Python a family.
SEED = 20_261_122
PEOPLE = 200
DAYS = 365
GROUPS = 400
HALF_YEAR = 182
# A flare on more than this share of days has no end that a plan could wait for.
NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Invented:
    """One invented person without a plan.

    Attributes:
        diary: Check-ins, and what a watch shows of load, HRV and sleep.
        flaring: Truly in a flare, by the study's own definition.
    """

    diary: Diary
    flaring: Flags


@cache
def invented(family: str, boom: float = 1.0, people: int | None = None) -> tuple[Invented, ...]:
    """People of one family, the month before a year and the year, without a plan.

    Args:
        family: Its letter.
        boom: Times the boom and bust of self-directed days.
        people: How many; as many as the page says where nothing is given.
    """
    return tuple(lived(family, PEOPLE if people is None else people, boom))


def lived(family: str, people: int, boom: float = 1.0) -> Iterator[Invented]:
    """Let the first people of one family live, one after the other."""
    world = World(family=FAMILIES.index(family), days=DAYS, boom=boom)
    nobody = planner("none")
    luck = np.random.default_rng(SEED)
    for person in range(people):
        # Plain Python gives the same bits, and is there before numba has compiled.
        days = engine.diary(world, nobody, SEED, person, compiled=False)
        seen = luck.standard_normal((3, days["load"].size))
        diary = Diary(
            pain=days["pain"],
            fatigue=days["fatigue"],
            load=days["load"] * np.exp(CUSTOMS.device_spread * seen[0]),
            hrv=days["hrv"] + CUSTOMS.seen_spread * seen[1],
            sleep=days["sleep"] + CUSTOMS.seen_spread * seen[2],
        )
        yield Invented(diary, days["flaring"] > 0)


@cache
def by_mornings(family: str, boom: float = 1.0, people: int | None = None) -> dict[str, Band]:
    """Every measure over the people of a family."""
    return bands([measure(one.diary) for one in invented(family, boom, people)])


@cache
def by_evenings(family: str, boom: float = 1.0, people: int | None = None) -> dict[str, Band]:
    """The same, each morning's answer taken as that of the evening before."""
    diaries = [one.diary for one in invented(family, boom, people)]
    return bands([measure(Diary(pain=one.pain[1:], load=one.load[:-1])) for one in diaries])


def in_groups(
    family: str, found: Callable[[Sequence[Diary]], float], *, size: int, days: int
) -> Band:
    """One figure of a whole group, over many groups drawn from the people of a family.

    Args:
        family: Its letter.
        found: Works the figure out of one group's diaries.
        size: People in a group.
        days: Mornings in a row of each of them.
    """
    luck = np.random.default_rng(SEED)
    people = invented(family)
    values = []
    for _ in range(GROUPS):
        chosen = luck.choice(len(people), size, replace=False)
        first = int(luck.integers(0, DAYS - days))
        values.append(found([_during(people[one].diary, first, days) for one in chosen]))
    return band(values)


def _during(diary: Diary, first: int, days: int) -> Diary:
    when = slice(first, first + days)
    return Diary(pain=diary.pain[when], fatigue=diary.fatigue[when])


# ---------------------------------------------------------------------------- of one group


def of_parts(diaries: Sequence[Diary], symptom: str, part: str) -> float:
    """The mean, or a spread, of one symptom."""
    return float(getattr(parts(series(diaries, symptom)), part))


def unanswered(diaries: Sequence[Diary], symptom: str) -> float:
    """Share of mornings without an answer."""
    return float(np.isnan(np.concatenate(series(diaries, symptom))).mean())


def together_within(diaries: Sequence[Diary]) -> float:
    """Correlation of pain and fatigue over days, each person's own means taken off."""
    pain, fatigue = (
        np.concatenate([one - mean(one) for one in series(diaries, symptom)])
        for symptom in ("pain", "fatigue")
    )
    return correlation(pain, fatigue)


def together_between(diaries: Sequence[Diary]) -> float:
    """Correlation of people's means of pain and fatigue."""
    pain, fatigue = (
        np.array([mean(one) for one in series(diaries, symptom)]) for symptom in ("pain", "fatigue")
    )
    return correlation(pain, fatigue)


def series(diaries: Sequence[Diary], symptom: str) -> list[Days]:
    """Everybody's answers to one question."""
    return [getattr(one, symptom) for one in diaries]


# ---------------------------------------------------------------------------- true flares


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The flares of the last half year over people, by the study's own definition.

    Attributes:
        share: Share of people with a flare or more.
        flares: Flares a person, mean.
        days: Length of a flare, mean days; one that is cut off counts as far as it is seen.
    """

    share: float
    flares: float
    days: float


def half_year(people: Sequence[Invented]) -> HalfYear:
    """Count the flares. A flare is known on its second day, so its first is added."""
    lengths = [run_lengths(one.flaring[-HALF_YEAR:]) for one in people]
    each = [length + 1 for one in lengths for length in one]
    return HalfYear(
        share=sum(map(bool, lengths)) / len(lengths),
        flares=len(each) / len(lengths),
        days=sum(each) / len(each) if each else NAN,
    )


def endless(people: Sequence[Invented]) -> float:
    """Share of people in a flare on nearly all days of the year."""
    return sum(float(one.flaring[-DAYS:].mean()) > NEARLY_ALL for one in people) / len(people)


def load_before_flares(people: Sequence[Invented], count: int) -> Band:
    """Load on the day before a flare begins, own SDs: its mean over samples of so many flares."""
    found: list[float] = []
    for one in people:
        second = np.flatnonzero(one.flaring[1:] & ~one.flaring[:-1]) + 1
        # The first day of the flare is one day back, the day before it two.
        found.extend(standardised(one.diary.load)[second[second > 1] - 2].tolist())
    if not found:
        return band([])
    luck = np.random.default_rng(SEED)
    return band(luck.choice(found, (GROUPS, count)).mean(axis=1).tolist())
