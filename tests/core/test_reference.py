"""Usual and spread, worked by hand; and what a look may do and may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core.policy import GENTLE
from steadystep.core.reference import Usual, look, median, settle, told, warning_rise
from steadystep.core.shapes import NONE

HEARING = GENTLE.hearing()
TENTHS = st.integers(0, 100)
WHOLE = st.integers(0, 10).map(lambda points: points * 10)
MONTH = st.lists(st.one_of(TENTHS, WHOLE), min_size=14, max_size=28)
FIRST = st.lists(st.one_of(TENTHS, WHOLE), min_size=7, max_size=28)
STEPS = st.sampled_from((1, 5, 10, 20, 33))


def points(*answers: float) -> list[int]:
    """Answers as a person gives them, in tenths."""
    return [round(answer * 10) for answer in answers]


# The median -----------------------------------------------------------------------------------


def test_the_middle_of_an_odd_count_is_an_answer_that_was_given() -> None:
    assert median(points(7, 4, 5)) == 50


def test_between_two_middle_answers_usual_is_rounded_down() -> None:
    """4.1 and 4.2 have 4.15 between them; 4.1 warns sooner."""
    assert median(points(4, 4.1, 4.2, 9)) == 41
    assert median(points(4, 5)) == 45


# The warning rise -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spread", "rise"),
    [
        (0, 10),  # the floor of one point
        (50, 10),  # 2 x 0.5
        (63, 12),  # 2 x 0.63 is 1.26
        (100, 20),  # 2 x 1
        (133, 20),  # two points, as 1.5 x 1.33 is under them
        (134, 20),
        (140, 21),  # 1.5 x 1.4
        (200, 30),
        (300, 45),
    ],
)
def test_the_rise_is_twice_the_spread_up_to_two_points_and_then_one_and_a_half_times(
    spread: int, rise: int
) -> None:
    assert warning_rise(spread, HEARING, decimals=0, step=10) == rise


def test_with_decimals_the_floor_is_half_a_point() -> None:
    assert warning_rise(0, HEARING, decimals=1, step=10) == 5
    assert warning_rise(30, HEARING, decimals=1, step=10) == 6


def test_a_warning_is_never_under_one_step_of_a_scale_of_four() -> None:
    """0 to 3, stretched: a step is 3.3 points, and its decimals are the stretching's own."""
    assert warning_rise(0, HEARING, decimals=0, step=33) == 33
    assert settle(points(3.3, 3.3, 6.6, 3.3, 3.3, 3.3, 3.3), HEARING, step=33).rise == 33


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 1), STEPS)
def test_a_smaller_spread_never_warns_later(
    one: int,
    two: int,
    decimals: int,
    step: int,
) -> None:
    low, high = sorted((one, two))
    sooner = warning_rise(low, HEARING, decimals=decimals, step=step)
    assert sooner <= warning_rise(high, HEARING, decimals=decimals, step=step)


def test_a_warning_is_never_under_one_step_of_a_scale_of_fourteen() -> None:
    """0 to 13, stretched: a step is 0.77 points."""
    answers = points(3.1, 3.8, 3.1, 3.1, 3.1, 3.8, 3.1, 3.1, 3.1, 3.1)
    assert settle(answers, HEARING, step=7).rise >= 7


# Told, and settled ----------------------------------------------------------------------------


def test_what_is_told_at_the_start_has_a_spread_of_1_2_and_so_a_rise_of_2() -> None:
    """The smaller of 2 points and 2.4 is 2, and 1.5 x 1.2 is 1.8."""
    assert told(50, HEARING) == Usual(50, 120, 20)
    assert told(50, HEARING, step=33) == Usual(50, 120, 33)


def test_until_ten_answers_the_spread_is_1_2_however_alike_they_are() -> None:
    assert settle(points(*[4] * 9), HEARING, step=10) == Usual(40, 120, 20)
    assert settle(points(*[4] * 10), HEARING, step=10) == Usual(40, 0, 10)


def test_the_spread_of_4_4_5_4_5_is_taken_about_usual_and_a_5_is_no_warning() -> None:
    """Four of ten lie one point off: the root of 0.4 is 0.63, and twice that is a rise of 1.2.

    About the mean it would be 0.49, and every 5 a warning.
    """
    usual = settle(points(4, 4, 5, 4, 5, 4, 4, 5, 4, 5), HEARING, step=10)
    assert usual == Usual(40, 63, 12)
    assert usual.tenths + usual.rise > 50


def test_half_points_in_most_answers_bring_the_lower_floor() -> None:
    decimals = points(*[3.1] * 6, *[3] * 5)
    half_and_half = points(*[3.1] * 5, *[3] * 5)
    assert settle(decimals, HEARING, step=10).rise == 5
    assert settle(half_and_half, HEARING, step=10).rise == 10


@given(FIRST, STEPS)
def test_usual_is_on_the_scale_and_a_warning_at_least_half_a_point_above_it(
    answers: list[int], step: int
) -> None:
    usual = settle(answers, HEARING, step=step)
    assert min(answers) <= usual.tenths <= max(answers)
    assert usual.rise >= HEARING.rise_floor_decimal
    assert usual.spread >= 0


# A look ---------------------------------------------------------------------------------------


def test_usual_falls_by_itself_from_a_point_and_not_from_less() -> None:
    wide = Usual(60, 200, 30)
    assert look(wide, points(*[5.1] * 14), HEARING, step=10).usual.tenths == 60
    assert look(wide, points(*[5] * 14), HEARING, step=10).usual.tenths == 50


def test_usual_falls_by_itself_from_half_a_warning_rise_where_that_is_less() -> None:
    """A rise of 1.2 points: 0.6 lower is enough, 0.5 is not."""
    narrow = Usual(40, 60, 12)
    assert look(narrow, points(*[3.5] * 14), HEARING, step=10).usual.tenths == 40
    assert look(narrow, points(*[3.4] * 14), HEARING, step=10).usual.tenths == 34


def test_the_spread_shrinks_by_itself_and_never_grows() -> None:
    """Fourteen 4s have no spread; seven 2s and seven 6s have two points of it."""
    usual = Usual(40, 100, 20)
    assert look(usual, points(*[4] * 14), HEARING, step=10).usual == Usual(40, 0, 10)
    assert look(usual, points(*[2, 6] * 7), HEARING, step=10).usual == usual


def test_usual_never_goes_up_by_itself_the_person_is_asked_from_a_point_on() -> None:
    usual = Usual(40, 120, 20)
    assert look(usual, points(*[4.9] * 14), HEARING, step=10).higher == NONE
    looked = look(usual, points(*[5] * 14), HEARING, step=10)
    assert looked.higher == 50
    assert looked.usual.tenths == 40


def test_thirteen_answers_move_nothing_and_ask_nothing() -> None:
    usual = Usual(40, 120, 20)
    for answers in (points(*[0] * 13), points(*[10] * 13), []):
        looked = look(usual, answers, HEARING, step=10)
        assert looked.usual is usual
        assert looked.higher == NONE


@given(FIRST, MONTH, STEPS)
def test_whatever_moves_by_itself_only_makes_warnings_come_sooner(
    first: list[int], month: list[int], step: int
) -> None:
    usual = settle(first, HEARING, step=step)
    looked = look(usual, month, HEARING, step=step)
    assert looked.usual.tenths + looked.usual.rise <= usual.tenths + usual.rise
    assert looked.usual.tenths <= usual.tenths
    assert looked.usual.spread <= usual.spread
    if looked.higher != NONE:
        assert looked.higher >= usual.tenths + HEARING.usual_move


@given(FIRST, MONTH, STEPS)
def test_looking_twice_at_the_same_answers_finds_the_same_higher_usual_and_never_a_later_warning(
    first: list[int], month: list[int], step: int
) -> None:
    once = look(settle(first, HEARING, step=step), month, HEARING, step=step)
    twice = look(once.usual, month, HEARING, step=step)
    assert twice.higher == once.higher
    assert twice.usual.tenths + twice.usual.rise <= once.usual.tenths + once.usual.rise
