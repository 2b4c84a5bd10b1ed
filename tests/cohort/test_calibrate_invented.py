"""Invented people as a record would show them. Their days are scripted here."""

from __future__ import annotations

from functools import partial
from math import isnan

import numpy as np
import pytest

from steadystep.cohort import calibrate_invented
from steadystep.cohort.calibrate import Diary
from steadystep.cohort.calibrate_invented import (
    DAYS,
    HALF_YEAR,
    Invented,
    endless,
    half_year,
    in_groups,
    invented,
    load_before_flares,
    of_parts,
    together_between,
    together_within,
    unanswered,
)

NONE = float("nan")


def scripted(level: float, *, flares: tuple[slice, ...] = ()) -> Invented:
    """Pain a point up and down around a level, fatigue with it, load the other way round."""
    days = np.arange(DAYS)
    pain = level + np.where(days % 2 == 0, 1.0, -1.0)
    flaring = np.zeros(DAYS, dtype=np.bool_)
    for flare in flares:
        flaring[flare] = True
    load = np.full(DAYS, 10.0)
    return Invented(Diary(pain=pain, fatigue=pain + 0.5, load=load), flaring)


def test_the_truth_of_flares_is_counted_over_the_last_half_year() -> None:
    """Two flares of 6 and 4 days are known from their second day; an old one is out of sight."""
    first = DAYS - HALF_YEAR
    flaring = scripted(5, flares=(slice(first + 10, first + 15), slice(first + 50, first + 53)))
    calm = scripted(5, flares=(slice(3, 9),))
    found = half_year([flaring, calm])

    assert found.share == 0.5
    assert found.flares == 1.0
    assert found.days == 5.0


def test_where_nobody_flares_a_flare_has_no_length() -> None:
    assert isnan(half_year([scripted(5)]).days)
    assert load_before_flares([scripted(5)], 10).people == 0


def test_a_flare_on_nearly_every_day_has_no_end() -> None:
    assert endless([scripted(5, flares=(slice(20, DAYS),)), scripted(5)]) == 0.5
    assert endless([scripted(5, flares=(slice(0, DAYS // 2),))]) == 0.0


def test_the_day_before_a_flare_is_two_days_before_it_is_known() -> None:
    one = scripted(5, flares=(slice(100, 104), slice(200, 204)))
    one.diary.load[[98, 198]] = 30.0
    width = one.diary.load.std(ddof=1)
    expected = (30.0 - one.diary.load.mean()) / width

    assert load_before_flares([one], 10).middle == pytest.approx(expected)


def test_groups_are_drawn_from_the_people_of_a_family(monkeypatch: pytest.MonkeyPatch) -> None:
    people = tuple(scripted(level) for level in (3, 7))
    monkeypatch.setattr(calibrate_invented, "invented", lambda _family: people)
    size = partial(in_groups, "A", size=2, days=14)

    assert size(partial(of_parts, symptom="pain", part="mean")).middle == 5.0
    assert size(partial(of_parts, symptom="fatigue", part="mean")).middle == 5.5
    assert size(partial(unanswered, symptom="pain")).high == 0.0
    assert size(together_within).low == pytest.approx(1.0)


def test_people_whose_pain_is_higher_are_more_tired() -> None:
    levels = np.linspace(2, 8, 25)
    diaries = [
        Diary(pain=np.array([x, x, NONE]), fatigue=np.array([x + 1, x + 1, NONE])) for x in levels
    ]

    assert together_between(diaries) == pytest.approx(1.0)
    assert unanswered(diaries, "pain") == pytest.approx(1 / 3)


@pytest.mark.slow
def test_a_family_is_the_same_people_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrate_invented, "PEOPLE", 2)
    monkeypatch.setattr(calibrate_invented, "DAYS", 60)
    invented.cache_clear()
    first = invented("A")
    invented.cache_clear()
    again = invented("A")
    invented.cache_clear()

    assert len(first) == 2
    assert first[0].diary.pain.size > 60
    assert np.array_equal(first[1].diary.load, again[1].diary.load)
    assert not np.array_equal(first[0].diary.load, first[1].diary.load)
