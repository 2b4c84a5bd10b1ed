"""The measures of a diary, against truths worked by hand."""

from __future__ import annotations

from math import isnan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.cohort.calibrate import NAMES, Diary, Measures, measure
from steadystep.cohort.calibrate_flares import (
    RISES,
    Rise,
    around_big_days,
    big_shares,
    flares,
    load_before_onset,
    run_lengths,
    times_usual,
)
from steadystep.cohort.calibrate_people import Band, Fit, band, bands, fit, parts
from steadystep.cohort.calibrate_series import (
    Days,
    answered_span,
    carry_over,
    change,
    lag_one,
    later,
    mean,
    missing_share,
    relative_change,
    same_share,
    spread,
    trailing,
    variation,
)

NONE = float("nan")
WHOLE = slice(None)


def days(*numbers: float) -> Days:
    return np.array(numbers, dtype=np.float64)


def steady(level: float, count: int) -> list[float]:
    return [level] * count


# ---------------------------------------------------------------------------- one series


def test_level_and_spread_leave_out_the_days_without_a_number() -> None:
    pain = days(4, NONE, 6, 8)

    assert mean(pain) == 6.0
    assert spread(pain) == 2.0
    assert missing_share(pain) == 0.25


def test_a_change_is_counted_between_neighbouring_days_alone() -> None:
    # 4→6 is a change of two; 6→9 lies across a gap; 9→8 is one.
    assert change(days(4, 6, NONE, 9, 8)) == 1.5


def test_the_same_answer_as_yesterday() -> None:
    assert same_share(days(4, 4, 5, 5, NONE, 5)) == pytest.approx(2 / 3)


def test_a_series_that_swings_every_day_carries_over_less_than_nothing() -> None:
    assert carry_over(days(*[3, 5] * 20)) == pytest.approx(-1.0)


def test_carrying_over_is_that_of_the_process_that_made_the_series() -> None:
    """An AR(1) series of share 0.6, long enough for two decimals."""
    luck = np.random.default_rng(7).standard_normal(40_000)
    made = np.empty_like(luck)
    made[0] = luck[0]
    for day in range(1, luck.size):
        made[day] = 0.6 * made[day - 1] + luck[day]

    assert carry_over(made) == pytest.approx(0.6, abs=0.015)
    assert spread(made) == pytest.approx(1 / sqrt(1 - 0.36), abs=0.015)


def test_a_series_that_never_varies_carries_nothing_over() -> None:
    assert isnan(carry_over(days(*steady(5, 60))))


def test_few_neighbours_say_nothing_of_carrying_over() -> None:
    assert isnan(carry_over(days(*[3, 5] * 10)))


def test_the_variation_of_a_load_is_spread_over_mean() -> None:
    assert variation(days(10, 20, 30)) == 0.5
    assert isnan(variation(days(0, 0)))


def test_a_relative_change_stands_over_the_mean_of_the_two_days() -> None:
    # 10→30: 20/20; 30→30: 0; 0→0 has nothing to stand over; 0→30: 30/15.
    assert relative_change(days(10, 30, 30)) == 0.5
    assert relative_change(days(0, 0, 30)) == 2.0
    assert isnan(relative_change(days(0, 0)))


def test_the_fortnight_before_leaves_today_out() -> None:
    usual = trailing(days(*steady(4, 14), 9, 9), np.nanmedian)

    assert usual[14] == 4.0
    assert usual[15] == 4.0
    assert trailing(days(*steady(4, 14), 9, 9), np.nanmean)[15] == pytest.approx((13 * 4 + 9) / 14)


def test_a_fortnight_speaks_when_half_of_it_is_there() -> None:
    usual = trailing(days(*steady(4, 6), NONE, 4, 4), np.nanmedian)

    assert np.isnan(usual[:8]).all()
    assert usual[8] == 4.0


def test_a_series_seen_earlier_or_later() -> None:
    assert later(days(1, 2, 3), 1)[:2].tolist() == [2, 3]
    assert isnan(later(days(1, 2, 3), 1)[2])
    assert later(days(1, 2, 3), -1)[1:].tolist() == [1, 2]
    assert later(days(1, 2, 3), 0).tolist() == [1, 2, 3]


def test_a_diary_lies_between_its_first_and_its_last_answer() -> None:
    assert answered_span(days(NONE, 3, NONE, 4, NONE)) == slice(1, 4)
    assert answered_span(days(NONE)) == slice(0, 0)


def test_the_next_day_is_told_apart_by_what_came_before() -> None:
    """Tomorrow's second series is half of today's first one, and noise; the first is noise."""
    luck = np.random.default_rng(11)
    first = luck.standard_normal(20_000)
    second = np.empty_like(first)
    second[0] = 0.0
    second[1:] = 0.5 * first[:-1] + sqrt(0.75) * luck.standard_normal(first.size - 1)
    first[5] = NONE

    found = lag_one([first, second])

    assert found[0, 1] == pytest.approx(0.5, abs=0.02)
    assert found[1, 0] == pytest.approx(0.0, abs=0.02)
    assert found[1, 1] == pytest.approx(0.0, abs=0.02)


def test_a_short_or_an_unmoving_series_says_nothing_of_the_next_day() -> None:
    assert np.isnan(lag_one([days(1, 2, 3), days(3, 2, 1)])).all()
    assert np.isnan(lag_one([days(*range(60)), days(*steady(1, 60))])).all()


# ---------------------------------------------------------------------------- flares


def test_a_flare_is_counted_by_each_definition() -> None:
    """Fourteen days at 4, then 6, 5, nothing, 6: two runs of two points or of half as much."""
    pain = days(*steady(4, 14), 6, 5, NONE, 6, 4)
    by_name = {rise.name: flares(pain, rise) for rise in RISES}

    assert by_name["2 points"].runs == 2
    assert by_name["2 points"].longest_days == 1
    assert by_name["1 point"].days == 3
    assert by_name["1 point"].runs == 2
    assert by_name["1 point"].long_runs == 1
    assert by_name["1 point"].median_days == 1.5
    assert by_name["30 % and 1 point"].days == 2
    # Seven days are gone before a fortnight half full; one has no answer: 19 - 7 - 1.
    assert by_name["1 point"].eligible == 11
    assert by_name["1 point"].per_100_days == pytest.approx(200 / 11)


def test_a_rise_of_exactly_the_threshold_counts() -> None:
    pain = days(*steady(3.2, 14), 4.2)

    assert flares(pain, Rise("1 point", points=1.0)).days == 1


def test_a_calm_diary_has_no_flare_and_no_length() -> None:
    calm = flares(days(*steady(4, 30), 4.5), Rise("2 points", points=2.0))

    assert (calm.runs, calm.longest_days) == (0, 0)
    assert isnan(calm.median_days)
    assert isnan(flares(days(4, 5), Rise("1 point", points=1.0)).per_100_days)


def test_runs_are_counted_in_order() -> None:
    assert run_lengths(np.array([1, 1, 0, 1, 0, 0], dtype=np.bool_)) == [2, 1]


# ---------------------------------------------------------------------------- big days


def test_a_big_day_stands_over_the_fortnight_before() -> None:
    load = days(*steady(10, 14), 16, 15, 21, 10)

    assert times_usual(load)[14:].tolist() == [1.6, 1.5, 2.1, 1.0]
    # Eleven days have half a fortnight behind them; 16 and 21 are big, 21 is very big.
    assert big_shares(load, WHOLE) == pytest.approx([2 / 11, 1 / 11])
    assert big_shares(load, slice(14, 18)) == (0.5, 0.25)


def test_where_nobody_moved_no_day_is_big() -> None:
    assert all(map(isnan, big_shares(days(*steady(0, 20), 5), WHOLE)))


def test_pain_around_big_days_is_held_against_the_other_days() -> None:
    """Each tenth day is twice the others; pain is 1 lower before it and 2 higher the day after."""
    count = 400
    load, pain = np.full(count, 10.0), np.full(count, 4.0)
    big = np.arange(20, count - 4, 10)
    load[big] = 20.0
    pain[big - 1] -= 1.0
    pain[big + 1] += 2.0

    around = around_big_days(pain, load)

    assert around.big_days == big.size
    # Among other days one in nine is a day before, so the gap on it is a little over 1; and so on.
    assert around.before == pytest.approx(-1.0, abs=0.3)
    assert around.same == pytest.approx(0.0, abs=0.15)
    assert around.after == pytest.approx(2 / 3, abs=0.25)


def test_nothing_is_said_of_few_big_days() -> None:
    load = days(*steady(10, 30), 20, *steady(10, 10))
    around = around_big_days(days(*steady(4, 41)), load)

    assert around.big_days == 1
    assert isnan(around.after)


def test_the_load_before_a_flare_is_held_against_the_other_days() -> None:
    load = np.full(100, 10.0)
    onsets = list(range(5, 95, 9))
    load[[day - 1 for day in onsets]] = 20.0

    assert load_before_onset(load, onsets) == pytest.approx(10 / spread(load))
    assert isnan(load_before_onset(load, onsets[:3]))
    assert isnan(load_before_onset(np.full(100, 10.0), onsets))


# ---------------------------------------------------------------------------- one diary


def test_an_empty_diary_says_nothing() -> None:
    assert all(isnan(getattr(measure(Diary()), name)) for name in NAMES)


def test_a_diary_answers_what_it_can_speak_to() -> None:
    luck = np.random.default_rng(3)
    pain = 5 + luck.standard_normal(200)
    whole = Diary(
        pain=pain,
        fatigue=pain + luck.standard_normal(200),
        load=np.exp(luck.standard_normal(200)),
        hrv=40 + luck.standard_normal(200),
        sleep=400 + 30 * luck.standard_normal(200),
    )
    found = measure(whole)

    assert not any(isnan(getattr(found, name)) for name in NAMES)
    assert found.pain_sd == pytest.approx(1.0, abs=0.1)
    assert found.together == pytest.approx(1 / sqrt(2), abs=0.1)
    assert found.sleep_sd == pytest.approx(30, abs=4)
    assert found.hrv_cv == pytest.approx(1 / 40, abs=0.005)


def test_a_load_alone_says_nothing_of_pain() -> None:
    found = measure(Diary(load=np.arange(1.0, 61.0)))

    assert found.load_carry == pytest.approx(1.0)
    assert isnan(found.pain_mean)
    assert isnan(found.after_big)


def test_symptoms_without_a_load_say_nothing_of_big_days() -> None:
    fatigue = np.tile([3.0, 5.0], 30)

    assert isnan(measure(Diary(fatigue=fatigue)).load_to_fatigue)
    assert measure(Diary(fatigue=fatigue)).fatigue_mean == 4.0
    assert isnan(measure(Diary(fatigue=fatigue)).together)


def test_load_before_the_diary_is_looked_back_at_and_not_counted() -> None:
    """Twenty days of steps before the first answer are usual; the first day of the diary is big."""
    load = days(*steady(10, 20), 16, 10)
    pain = days(*steady(NONE, 20), 4, 4)

    assert measure(Diary(pain=pain, load=load)).big_share == 0.5
    assert measure(Diary(pain=pain, load=load)).pain_missing == 0.0


def test_pain_that_never_varies_has_no_spread_to_stand_over() -> None:
    found = measure(Diary(pain=days(*steady(4, 40)), load=days(*steady(10, 40))))

    assert isnan(found.pain_change_sd)
    assert isnan(found.after_big)
    assert found.flares_1_sd == 0.0
    assert isnan(found.long_share)


@given(st.lists(st.one_of(st.floats(0, 10), st.just(NONE)), max_size=60))
def test_any_diary_can_be_measured(answers: list[float]) -> None:
    pain = np.array(answers, dtype=np.float64)
    found = measure(Diary(pain=pain, fatigue=pain, load=pain))

    assert isnan(found.pain_missing) or 0 <= found.pain_missing <= 1
    assert isnan(found.pain_carry) or -1.000001 <= found.pain_carry <= 1.000001


# ---------------------------------------------------------------------------- over people


def test_a_band_holds_the_middle_eighty_per_cent_of_those_who_can_say() -> None:
    assert band([*range(11), NONE]) == Band(11, 1.0, 5.0, 9.0)
    assert band([NONE]).people == 0
    assert bands([Measures(pain_mean=4.0)])["pain_mean"].middle == 4.0


@pytest.mark.parametrize(
    ("real", "expected"),
    [(0.5, Fit.BELOW), (1.0, Fit.INSIDE), (9.0, Fit.INSIDE), (9.5, Fit.ABOVE)],
)
def test_a_real_value_lies_inside_or_outside(real: float, expected: Fit) -> None:
    assert fit(real, Band(11, 1.0, 5.0, 9.0)) == expected


def test_where_one_side_is_unknown_nothing_can_be_said() -> None:
    assert fit(NONE, Band(11, 1.0, 5.0, 9.0)) == Fit.CANNOT_SAY
    assert fit(3.0, band([])) == Fit.CANNOT_SAY


def test_answers_are_taken_apart_into_people_and_days() -> None:
    """Two people at 3 and 7, each a point up or down: within 4/3, between 8 - 1/3 (n = 4)."""
    found = parts([days(2, 4, 2, 4), days(6, 8, 6, 8), days(NONE, 5)])

    assert found.mean == 5.0
    assert found.within_sd == pytest.approx(sqrt(4 / 3))
    assert found.between_sd == pytest.approx(sqrt(8 - 1 / 3))
    assert found.icc == pytest.approx((8 - 1 / 3) / (8 - 1 / 3 + 4 / 3))


def test_one_person_has_no_others_to_stand_between() -> None:
    assert isnan(parts([days(2, 4)]).icc)
    assert isnan(parts([days(2, 2), days(2, 2)]).icc)


def test_people_who_do_not_differ_have_nothing_between_them() -> None:
    assert parts([days(2, 4), days(2, 4)]).icc == 0.0
