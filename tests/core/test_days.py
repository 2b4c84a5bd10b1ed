"""Observations gathered into days: in any order, the worst of several, silent days between."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core.days import DayTable, days_of
from steadystep.core.facts import NONE, DayFacts, FlareWord
from steadystep.core.observations import (
    FlareMarked,
    LoadMeasured,
    Measure,
    Measured,
    Observation,
    Symptom,
    SymptomRated,
    Unit,
)
from tests.core.lives import date_of

DAY = st.integers(1, 40).map(date_of)
TENTHS = st.integers(0, 100)
OBSERVATION: st.SearchStrategy[Observation] = st.one_of(
    st.builds(SymptomRated, DAY, st.sampled_from(Symptom), TENTHS),
    st.builds(FlareMarked, DAY),
    st.builds(LoadMeasured, DAY, st.integers(0, 90_000), st.just(Unit.STEPS)),
    st.builds(Measured, DAY, st.sampled_from(Measure), st.integers(1, 2_000)),
)


def test_each_observation_finds_its_place_in_its_day() -> None:
    seen: list[Observation] = [
        SymptomRated(date_of(1), Symptom.PAIN, 40),
        SymptomRated(date_of(1), Symptom.FATIGUE, 50),
        SymptomRated(date_of(1), Symptom.SLEEP, 60),
        FlareMarked(date_of(1)),
        LoadMeasured(date_of(1), 30_000, Unit.STEPS),
        Measured(date_of(1), Measure.HRV_RMSSD, 350),
        Measured(date_of(1), Measure.RESTING_HEART_RATE, 620),
    ]
    assert days_of(seen) == [
        DayFacts(
            day=date_of(1),
            pain=40,
            fatigue=50,
            sleep=60,
            flare=FlareWord.A_FLARE,
            load=30_000,
            rmssd=350,
            resting_heart_rate=620,
        )
    ]


def test_of_several_answers_in_a_day_the_worst_counts_whenever_it_was_given() -> None:
    seen = [SymptomRated(date_of(1), Symptom.PAIN, tenths) for tenths in (40, 80, 60)]
    assert days_of(seen)[0].pain == 80
    assert days_of(reversed(seen))[0].pain == 80


def test_days_that_nobody_wrote_down_are_there_and_silent() -> None:
    seen = [SymptomRated(date_of(number), Symptom.PAIN, 40) for number in (5, 2)]
    days = days_of(seen)
    assert [one.day for one in days] == [date_of(number) for number in (2, 3, 4, 5)]
    assert [one.answered for one in days] == [True, False, False, True]
    assert days[1] == DayFacts(day=date_of(3))


def test_a_measured_zero_is_known_and_a_zero_answer_is_an_answer() -> None:
    day = days_of(
        [LoadMeasured(date_of(1), 0, Unit.STEPS), SymptomRated(date_of(1), Symptom.PAIN, 0)]
    )[0]
    assert day.load == 0
    assert day.pain == 0
    assert day.answered
    assert day.fatigue == NONE


def test_a_day_on_which_a_flare_alone_was_marked_holds_the_persons_word() -> None:
    assert days_of([FlareMarked(date_of(1))]) == [DayFacts(day=date_of(1), flare=FlareWord.A_FLARE)]


def test_a_word_in_fog_mode_is_an_answer() -> None:
    assert DayFacts(day=date_of(1), than_usual=0).answered


def test_no_observations_are_no_days() -> None:
    assert days_of([]) == []
    assert DayTable().days() == []


def test_the_days_may_be_looked_at_while_they_still_come_in() -> None:
    table = DayTable()
    table.add(SymptomRated(date_of(2), Symptom.PAIN, 40))
    assert [one.day for one in table.days()] == [date_of(2)]
    table.add(SymptomRated(date_of(1), Symptom.PAIN, 60))
    assert [one.pain for one in table.days()] == [60, 40]


@given(st.lists(OBSERVATION, max_size=40), st.data())
def test_the_order_in_a_file_does_not_matter(seen: list[Observation], data: st.DataObject) -> None:
    assert days_of(data.draw(st.permutations(seen))) == days_of(seen)


@given(st.lists(OBSERVATION, max_size=40))
def test_rows_told_twice_change_nothing(seen: list[Observation]) -> None:
    assert days_of([*seen, *seen]) == days_of(seen)


@given(st.lists(OBSERVATION, min_size=1, max_size=40))
def test_there_is_one_row_for_each_day_from_the_first_to_the_last(seen: list[Observation]) -> None:
    days = [one.day for one in days_of(seen)]
    first, last = min(one.day for one in seen), max(one.day for one in seen)
    assert days == [first + timedelta(days=number) for number in range((last - first).days + 1)]


@pytest.mark.parametrize("symptom", Symptom)
@given(answers=st.lists(TENTHS, min_size=1, max_size=6))
def test_no_answer_of_a_day_is_worse_than_the_one_that_counts(
    symptom: Symptom, answers: list[int]
) -> None:
    day = days_of([SymptomRated(date_of(1), symptom, tenths) for tenths in answers])[0]
    assert getattr(day, symptom.value) == max(answers)
