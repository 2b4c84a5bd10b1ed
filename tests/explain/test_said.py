"""What a person hears."""

from __future__ import annotations

from datetime import timedelta
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core import reasons
from steadystep.core.decision import Decision, Flare
from steadystep.core.facts import Gate
from steadystep.core.observations import Symptom
from steadystep.core.reasons import Felt, RedFlagKind
from steadystep.explain import ENGLISH, banned_in, expert, said, sentences
from steadystep.explain.gates import before_a_chapter
from tests.explain.catalogues import Nowhere
from tests.explain.golden import GOLDEN, SATURDAY, Told
from tests.explain.invented import KINDS, TODAY, a, decided, decisions
from tests.explain.numbers_in import dates_in, enforced, tenths_in
from tests.explain.reading_age import grade, sentences_of, words_of

MOST_SENTENCES = 3
MOST_WORDS = 14
# About eleven years of age.
HARDEST_GRADE = 6


@pytest.mark.parametrize("told", GOLDEN, ids=lambda told: told.decision.reason.kind)
def test_each_reason_has_its_words(told: Told) -> None:
    assert said(told.decision) == told.said


def test_no_reason_is_left_without_words() -> None:
    assert {type(told.decision.reason) for told in GOLDEN} == set(KINDS)


@given(decision=decisions())
def test_one_to_three_short_sentences_say_any_decision(decision: Decision) -> None:
    heard = sentences_of(said(decision))

    assert 1 <= len(heard) <= MOST_SENTENCES
    assert tuple(heard) == sentences(decision)
    assert all(one.endswith((".", "?")) for one in heard)
    assert all(len(words_of(one)) <= MOST_WORDS for one in heard)


@given(decision=decisions())
def test_nothing_heavy_and_nothing_unfilled_is_ever_said(decision: Decision) -> None:
    heard = said(decision)

    assert banned_in(heard) == ()
    assert not set(heard) & set("{}")


@given(decision=decisions())
def test_every_number_that_is_heard_was_enforced(decision: Decision) -> None:
    numbers, dates = enforced(decision)

    assert tenths_in(said(decision)) <= numbers
    assert dates_in(said(decision)) <= dates


@given(decision=decisions())
def test_no_english_is_heard_past_the_catalogue(decision: Decision) -> None:
    assert not any(letter.isascii() and letter.isalpha() for letter in said(decision, Nowhere()))


def test_an_eleven_year_old_can_read_each_of_them() -> None:
    grades = {told.said: grade(told.said) for told in GOLDEN}

    assert {text: hard for text, hard in grades.items() if hard > HARDEST_GRADE} == {}
    assert mean(grades.values()) < HARDEST_GRADE / 2 + 1


@given(decision=decisions(a(reasons.PacingOnly)))
def test_under_malaise_nothing_speaks_of_more(decision: Decision) -> None:
    heard = said(decision).lower()

    assert all(word not in heard for word in ("increase", "more", "try", "bigger", "next step"))


@given(decision=decisions(a(reasons.BackAfterGap)))
def test_days_away_are_never_counted_to_the_person(decision: Decision) -> None:
    assert sentences(decision)[0] == "Welcome back."
    assert "day" not in sentences(decision)[1]


@given(decision=decisions(st.one_of(*(a(kind) for kind in KINDS if kind is not reasons.RedFlag))))
def test_a_red_day_by_number_ends_with_the_question(decision: Decision) -> None:
    asked = decision._replace(ask_flare=True, flare=Flare.RED)

    assert sentences(asked)[-1] == "Is this a flare, or a hard day?"


def test_a_red_flag_ends_with_no_question() -> None:
    flagged = decided(reasons.RedFlag(RedFlagKind.URGENT), ask_flare=True, flare=Flare.RED)

    assert "?" not in said(flagged)


def test_a_day_that_is_not_red_is_not_asked_about() -> None:
    amber = decided(reasons.Unsettled(Felt()), ask_flare=True, flare=Flare.AMBER)

    assert "?" not in said(amber)


def test_the_three_kinds_of_flare_are_told_apart() -> None:
    felt = Felt(marked=True)
    flares = (
        reasons.FlareAfterRise(felt, 2, 60, 50, 14),
        reasons.FlareAfterBigDay(felt, SATURDAY),
        reasons.FlareOnItsOwn(felt),
    )

    assert len({sentences(decided(flare))[1] for flare in flares}) == len(flares)


@pytest.mark.parametrize(
    "half_told",
    [Felt(None, 70, 40, 60), Felt(Symptom.PAIN, None, 40, 60), Felt(Symptom.PAIN, 70, None, 60)],
)
def test_half_told_numbers_are_left_out(half_told: Felt) -> None:
    flare = decided(reasons.FlareOnItsOwn(half_told))

    assert sentences(flare)[1] == "Today is harder than your usual."
    assert "no number" in expert(flare)


def test_where_a_person_has_to_act_first_no_day_is_named() -> None:
    assert sentences(decided(reasons.NoAnswerToday(), next_look=None)) == (
        "Same step today: 5 minutes.",
        "No answer yet today, so the step stays.",
    )


@pytest.mark.parametrize(
    ("days", "when"),
    [
        (-1, "We look again today."),
        (0, "We look again today."),
        (1, "We look again tomorrow."),
        (2, "We look again on Thursday."),
        (6, "We look again on Monday."),
        (7, "We look again on 7 May."),
    ],
)
def test_the_next_look_is_named_as_people_name_days(days: int, when: str) -> None:
    waiting = decided(reasons.TooSoon(1, 7), next_look=TODAY + timedelta(days=days))

    assert sentences(waiting)[-1] == when


def test_read_on_the_next_day_thursday_has_become_tomorrow() -> None:
    waiting = decided(reasons.TooSoon(5, 7))

    assert sentences(waiting, today=TODAY + timedelta(days=1))[-1] == "We look again tomorrow."


@pytest.mark.parametrize(
    ("days", "named"),
    [
        (1, "Yesterday was a big day."),
        (2, "Sunday was a big day."),
        (6, "Wednesday was a big day."),
        (7, "23 April was a big day."),
        (0, "30 April was a big day."),
    ],
)
def test_the_big_day_is_named(days: int, named: str) -> None:
    assert sentences(decided(reasons.BigDay(TODAY - timedelta(days=days))))[1] == named


def test_one_of_anything_is_said_in_the_singular() -> None:
    assert [
        sentences(decided(reason))[1]
        for reason in (
            reasons.NoPlanYet(0, 1),
            reasons.Calming(0, 1, 0, 1),
            reasons.Calming(1, 1, 0, 1),
            reasons.Watching(0, 1, 0, 1, begun=True),
            reasons.Watching(1, 1, 0, 1, begun=True),
            reasons.FewAnswers(0, 1),
            reasons.HalfPace(3, 0, 1),
            reasons.NotYetSteady(0, 0, 1),
            reasons.TooSoon(0, 1),
            reasons.BackOff(0, 1),
            reasons.Resting(1),
            reasons.Started(10, 1),
            reasons.StepTaken(10, 15, 1),
        )
    ] == [
        "We know 0 of the 1 ordinary day it takes.",
        "After a flare we wait 1 day.",
        "After a flare we wait for 1 calm answer.",
        "Your body gets 1 hour to answer.",
        "We wait to hear 1 answer since the change.",
        "We wait for 1 answer within a week.",
        "With fewer answers, steps come 1 day apart.",
        "We wait for 1 steady day.",
        "Steps come at least 1 day apart.",
        "A flare came after a new step, so we wait 1 day.",
        "You chose to stay, so new steps rest 1 day.",
        "Nothing is added for 1 day, even on good days.",
        "After it, your body gets 1 hour to answer.",
    ]


def test_on_a_plateau_a_good_day_does_not_hide_the_word_about_a_clinician() -> None:
    assert "clinician" in said(decided(reasons.Plateau(20), good_day=True))


@pytest.mark.parametrize("gate", Gate)
def test_a_text_about_steps_up_is_introduced_to_whoever_may_take_none(gate: Gate) -> None:
    said_before = before_a_chapter(gate, ENGLISH)

    assert bool(said_before) == (gate == Gate.PACING_ONLY)
    assert all(len(words_of(one)) <= MOST_WORDS for one in sentences_of(said_before))
