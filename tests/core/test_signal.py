"""What an answer, a load and a device say, at their edges and with numbers worked by hand."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core.policy import GENTLE
from steadystep.core.shapes import (
    BOTH_WARM,
    CALM,
    FATIGUE_WARM,
    HIGH,
    NONE,
    PAIN_WARM,
    RAISED,
    SILENT,
    WARM,
)
from steadystep.core.signal import (
    NOTHING_KNOWN,
    Reference,
    heart_rate_is_up,
    hrv_is_off,
    level,
    listen,
    listen_in_fog,
    sleep_is_worse,
    twice_the_median,
    weigh,
)

HEARING = GENTLE.hearing()
ANSWERS = st.integers(0, 100)
RISES = st.integers(5, 50)
LOADS = st.lists(st.one_of(st.just(NONE), st.integers(0, 3_000)), max_size=40)

# Fourteen days around 30 minutes: median 30, so a boom lies above 60 and a bust below 18.
ORDINARY = [300, 280, 320, 300, 310, 290, 300] * 2


# An answer ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "heard"),
    [
        (NONE, SILENT),
        (0, CALM),
        (40, CALM),
        (49, CALM),
        (50, CALM),  # half a rise
        (51, RAISED),
        (59, RAISED),
        (60, WARM),  # a rise
        (69, WARM),
        (70, HIGH),  # one and a half rises
        (100, HIGH),
    ],
)
def test_at_usual_4_and_a_rise_of_2_the_edges_lie_at_5_6_and_7(answer: int, heard: int) -> None:
    assert level(40, 20, answer) == heard


@pytest.mark.parametrize(("answer", "heard"), [(47, CALM), (48, RAISED), (55, WARM), (63, HIGH)])
def test_an_odd_rise_is_not_rounded_in_the_persons_disfavour(answer: int, heard: int) -> None:
    """Half of 1.5 points is 0.75: 4.7 is calm, 4.8 is raised. One and a half are 2.25: 6.3."""
    assert level(40, 15, answer) == heard


@pytest.mark.parametrize(("answer", "heard"), [(85, CALM), (90, CALM), (95, CALM), (96, HIGH)])
def test_where_the_warning_lies_above_the_scale_clearly_above_usual_is_a_flare(
    answer: int, heard: int
) -> None:
    """Usual 8.5 and a rise of 2: 10.5 does not exist, so "worse" is heard from the number."""
    assert level(85, 20, answer) == heard


def test_at_the_very_top_any_answer_above_usual_is_worse() -> None:
    """Usual 9.5: a 10 is within half a rise, and still nothing higher can be said."""
    assert level(95, 20, 100) == HIGH
    assert level(100, 20, 100) == CALM


def test_before_usual_is_known_an_answer_is_neither_calm_nor_a_warning() -> None:
    assert listen(NOTHING_KNOWN, 100, NONE) == (RAISED, 0)
    assert listen(NOTHING_KNOWN, NONE, NONE) == (SILENT, 0)


def test_a_days_answer_is_the_worse_symptom_and_says_which_are_warm() -> None:
    reference = Reference(40, 50, 20, 10)
    assert listen(reference, 60, 50) == (WARM, PAIN_WARM)
    assert listen(reference, 40, 60) == (WARM, FATIGUE_WARM)
    assert listen(reference, 70, 60) == (HIGH, BOTH_WARM)
    assert listen(reference, 40, NONE) == (CALM, 0)


def test_a_symptom_without_a_usual_is_heard_beside_one_that_has_it() -> None:
    """Never calmer for what is not known yet."""
    assert listen(Reference(40, NONE, 20, NONE), 40, 90) == (RAISED, 0)
    assert listen(Reference(40, NONE, 20, NONE), 70, 90) == (HIGH, PAIN_WARM)


@given(ANSWERS, RISES, ANSWERS, ANSWERS, st.one_of(st.just(NONE), ANSWERS))
def test_a_worse_answer_in_one_symptom_is_never_heard_as_a_better_day(
    usual: int, rise: int, one: int, two: int, other: int
) -> None:
    reference = Reference(usual, usual, rise, rise)
    low, high = sorted((one, two))
    better, worse = listen(reference, low, other), listen(reference, high, other)
    assert better[0] <= worse[0]
    assert better[1] & worse[1] == better[1]


@given(ANSWERS, RISES, RISES, ANSWERS)
def test_a_wider_rise_is_never_the_sooner_warning_inside_the_scale(
    usual: int, one: int, two: int, answer: int
) -> None:
    narrow, wide = sorted((one, two))
    if usual + wide <= 100:
        assert level(usual, wide, answer) <= level(usual, narrow, answer)


@pytest.mark.parametrize(
    ("than_usual", "heard"),
    [(-1, (CALM, 0)), (0, (CALM, 0)), (1, (WARM, BOTH_WARM)), (2, (HIGH, BOTH_WARM))],
)
def test_in_fog_worse_is_a_warning_for_both_symptoms_and_much_worse_a_flare(
    than_usual: int, heard: tuple[int, int]
) -> None:
    for reference in (NOTHING_KNOWN, Reference(40, NONE, 20, NONE), Reference(80, 40, 20, 20)):
        assert listen_in_fog(than_usual, reference) == heard


@pytest.mark.parametrize("reference", [Reference(85, 40, 20, 20), Reference(NONE, 90, NONE, 11)])
def test_in_fog_worse_is_a_flare_where_no_number_could_show_one(reference: Reference) -> None:
    assert listen_in_fog(1, reference) == (HIGH, BOTH_WARM)
    assert listen_in_fog(0, reference) == (CALM, 0)


# A load ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("load", "boom", "bust"),
    [(600, 0, 0), (601, 1, 0), (180, 0, 0), (179, 0, 1), (0, 0, 1), (NONE, 0, 0)],
)
def test_a_boom_is_above_twice_the_median_and_a_bust_below_six_tenths(
    load: int, boom: int, bust: int
) -> None:
    assert weigh(load, ORDINARY, HEARING) == (boom, bust)


def test_a_load_like_many_others_is_no_boom_though_it_is_twice_the_median() -> None:
    """Three days of the last 28 were as large: 25 of 28 lie below, which is under nine in ten."""
    three_large = [700, 300, 300, 300] * 3 + [300] * 16
    two_large = [700, 300, 300, 300] * 2 + [300] * 20
    assert weigh(700, three_large, HEARING) == (0, 0)
    assert weigh(700, two_large, HEARING) == (1, 0)


def test_exactly_nine_in_ten_below_is_a_boom() -> None:
    nine_and_one = [700] + [300] * 9
    assert weigh(700, nine_and_one, HEARING) == (1, 0)


def test_with_fewer_than_seven_known_days_of_fourteen_nothing_is_said() -> None:
    known = [300] * 6 + [NONE] * 8
    assert weigh(9_000, known, HEARING) == (0, 0)
    assert weigh(1, known, HEARING) == (0, 0)
    assert weigh(9_000, [300] * 7 + [NONE] * 7, HEARING) == (1, 0)


def test_days_longer_ago_than_fourteen_do_not_make_the_median() -> None:
    assert weigh(900, [300] * 7 + [NONE] * 14, HEARING) == (0, 0)


def test_unknown_days_are_left_out_and_a_measured_zero_is_not() -> None:
    """Eight zeros and six days of 30: the median is 0, and any movement lies above twice that."""
    assert weigh(10, [0] * 8 + [300] * 6, HEARING) == (0, 0)
    assert weigh(310, [0] * 8 + [300] * 6, HEARING) == (1, 0)
    assert weigh(310, [NONE] * 7 + [300] * 7, HEARING) == (0, 0)


@given(LOADS, st.integers(0, 9_000), st.integers(0, 9_000))
def test_more_moved_is_never_less_of_a_boom_or_more_of_a_bust(
    before: list[int], one: int, two: int
) -> None:
    low, high = sorted((one, two))
    less, more = weigh(low, before, HEARING), weigh(high, before, HEARING)
    assert less[0] <= more[0]
    assert less[1] >= more[1]


@given(LOADS, st.integers(0, 3_000), st.integers(0, 30))
def test_the_median_decides_however_the_days_are_counted(
    before: list[int], load: int, beside: int
) -> None:
    """Loads beside a whole bound are tried as well, where an equal number of days lie each way."""
    known = [one for one in before[-14:] if one != NONE]
    for weighed in (load, *(max(0, 2 * one - 15 + beside) for one in known)):
        boom, bust = weigh(weighed, before, HEARING)
        enough = len(known) >= 7
        assert bust == (enough and 100 * weighed < 60 * median(known))
        if boom:
            assert weighed > 2 * median(known)


@given(LOADS, st.one_of(st.just(NONE), st.integers(0, 9_000)))
def test_no_day_is_a_boom_and_a_bust(before: list[int], load: int) -> None:
    assert weigh(load, before, HEARING) != (1, 1)


@given(st.lists(st.integers(0, 1_000), min_size=1, max_size=9).map(sorted))
def test_twice_the_median_has_as_many_values_on_either_side(ordered: list[int]) -> None:
    middle = twice_the_median(ordered)
    below = sum(1 for one in ordered if one * 2 < middle)
    above = sum(1 for one in ordered if one * 2 > middle)
    assert max(below, above) <= len(ordered) // 2


# A night --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tonight", "worse"), [(69, False), (70, True), (NONE, False)])
def test_a_night_is_worse_from_three_points_above_the_median(tonight: int, *, worse: bool) -> None:
    nights = [40, 30, 50, 40, 40, NONE, 20, 60]
    assert sleep_is_worse(tonight, nights, HEARING) is worse


def test_three_points_are_counted_from_the_middle_of_two_middle_nights() -> None:
    """Median 4.5 of four 4s and four 5s: 7.5 is three above it, 7.4 is not."""
    nights = [40, 50] * 4
    assert sleep_is_worse(75, nights, HEARING)
    assert not sleep_is_worse(74, nights, HEARING)


def test_with_fewer_than_seven_nights_nothing_is_compared() -> None:
    assert not sleep_is_worse(100, [0] * 6, HEARING)
    assert sleep_is_worse(100, [0] * 7, HEARING)


def test_nights_before_the_last_28_are_forgotten() -> None:
    assert not sleep_is_worse(70, [0] * 60 + [60] * 28, HEARING)


@given(st.lists(ANSWERS, min_size=7, max_size=30), ANSWERS, ANSWERS)
def test_a_worse_night_never_ceases_to_be_one(nights: list[int], one: int, two: int) -> None:
    low, high = sorted((one, two))
    assert sleep_is_worse(low, nights, HEARING) <= sleep_is_worse(high, nights, HEARING)


# A heart --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("beats", "up"), [(649, False), (650, True), (700, True)])
def test_the_heart_is_up_from_five_beats_over_a_week(beats: int, *, up: bool) -> None:
    """Three weeks at 60 a minute, then a week at this."""
    assert heart_rate_is_up([600] * 21 + [beats] * 7, HEARING) is up


def test_means_are_compared_and_not_rounded() -> None:
    """A week of 64, 65 and 66 is 65 on average: five above 60."""
    assert heart_rate_is_up([600] * 21 + [640, 650, 660], HEARING) is False
    assert heart_rate_is_up([600] * 21 + [NONE] * 4 + [640, 650, 660], HEARING)
    assert not heart_rate_is_up([600] * 21 + [NONE] * 4 + [640, 650, 659], HEARING)


@pytest.mark.parametrize("known", [0, 1, 2])
def test_two_readings_in_a_week_say_nothing(known: int) -> None:
    week = [700] * known + [NONE] * (7 - known)
    assert not heart_rate_is_up([600] * 21 + week, HEARING)
    assert not hrv_is_off([500, 520] * 11 + [100] * known + [NONE] * (7 - known), HEARING)


def test_without_earlier_weeks_there_is_nothing_to_be_up_from() -> None:
    assert not heart_rate_is_up([900] * 7, HEARING)


def test_only_the_28_days_count() -> None:
    assert not heart_rate_is_up([300] * 60 + [600] * 28, HEARING)


@given(
    st.lists(st.integers(300, 1_500), min_size=10, max_size=40),
    st.integers(0, 6),
    st.integers(0, 300),
)
def test_a_faster_heart_this_week_never_ceases_to_be_up(
    readings: list[int], back: int, more: int
) -> None:
    faster = list(readings)
    faster[-1 - back] += more
    assert heart_rate_is_up(readings, HEARING) <= heart_rate_is_up(faster, HEARING)


def weeks_then(week: int) -> list[int]:
    """Three weeks of 45 and 55 milliseconds in turn, then a week at this (tenths)."""
    return [450, 550] * 10 + [450] + [week] * 7


def test_heart_rate_variability_is_off_beyond_half_a_standard_deviation_either_way() -> None:
    """The week is a quarter of the 28 days that it is measured against.

    The mean of the 21 logs before is 3.9022 (49.51 ms), their SD about 0.1. A week that lies d
    away from them is 0.75 d off the mean of all 28, whose SD squared is 0.00755 + 0.1875 d²: it
    is off from d = 0.0605 on, which is 46.6 ms below and 52.6 ms above.
    """
    assert not hrv_is_off(weeks_then(495), HEARING)
    assert not hrv_is_off(weeks_then(467), HEARING)
    assert hrv_is_off(weeks_then(465), HEARING)
    assert not hrv_is_off(weeks_then(525), HEARING)
    assert hrv_is_off(weeks_then(527), HEARING)


def test_heart_rate_variability_wants_fourteen_earlier_readings() -> None:
    earlier = [450, 550] * 6 + [450]
    assert not hrv_is_off([*earlier, *[300] * 7], HEARING)
    assert hrv_is_off([450, *earlier, *[300] * 7], HEARING)


def test_a_reading_of_nothing_is_no_reading() -> None:
    """A zero from a device has no logarithm and means that it did not measure."""
    assert not hrv_is_off(weeks_then(0), HEARING)


@given(st.lists(st.one_of(st.just(NONE), st.integers(50, 2_000)), max_size=40))
def test_a_wider_tolerance_never_finds_more(readings: list[int]) -> None:
    wider = replace(GENTLE, hrv_off_percent=100).hearing()
    assert hrv_is_off(readings, wider) <= hrv_is_off(readings, HEARING)
