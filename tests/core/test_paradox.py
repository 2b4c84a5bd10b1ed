"""The paradox in a record: what it shows, what stays unsaid, and that chance alone is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.alike import Estimate, LivedDay, compare, of_like_pain
from steadystep.core.events import Busy
from steadystep.core.history import history
from steadystep.core.looking import LOOK, Look
from steadystep.core.paradox import Shows, lived, looked_at_since, paradox
from steadystep.core.policy import GENTLE, OutOfBoundsError
from tests.core.lives import begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = date(2026, 1, 5)
YEAR = 364


def days_of(pain: Sequence[int | None], big: Sequence[int] = ()) -> list[LivedDay]:
    """A record of these answers, tenths, with bigger days on these days from 0."""
    return [LivedDay(FIRST + timedelta(days=at), one, 50, at in big) for at, one in enumerate(pain)]


def a_year(seed: int, *, rho: float = 0.3, after: int = 0) -> list[LivedDay]:
    """A person in whom good days are the big ones; `after` is what these cost, tenths."""
    chance, away, pain, big = Random(seed), 0.0, [0.0] * YEAR, []
    for day in range(YEAR):
        away = rho * away + chance.gauss(0, 13 * (1 - rho**2) ** 0.5)
        pain[day] += 55 + away
        if away < 0 and chance.random() < 0.2:
            big.append(day)
            for later in range(day + 1, min(day + 3, YEAR)):
                pain[later] += after
    return days_of([max(0, min(100, round(one / 10) * 10)) for one in pain], big)


# Over the weeks -------------------------------------------------------------------------------


def test_pain_that_goes_down_week_by_week_is_lower_in_later_weeks() -> None:
    found = paradox(days_of([70 - 2 * (day // 7) for day in range(20 * 7)])).weeks

    assert (found.shows, found.known, found.change) == (Shows.LOWER, 20, -28)


def test_pain_that_goes_up_is_higher() -> None:
    assert paradox(days_of([20 + 3 * (day // 7) for day in range(70)])).weeks.shows == Shows.HIGHER


def test_the_same_pain_every_day_shows_neither() -> None:
    assert paradox(days_of([50] * 140)).weeks.shows == Shows.NEITHER


def test_a_change_too_small_to_feel_is_not_said_however_sure() -> None:
    found = paradox(days_of([50 - day // 28 for day in range(26 * 7)])).weeks

    assert 0 < -found.change < LOOK.size
    assert found.shows == Shows.NEITHER


def test_one_hard_week_at_the_start_is_no_fall() -> None:
    assert paradox(days_of([90] * 7 + [50] * 133)).weeks.shows == Shows.NEITHER


def test_seven_weeks_are_not_enough() -> None:
    found = paradox(days_of([70 - day for day in range(49)])).weeks

    assert (found.shows, found.known) == (Shows.NOT_ENOUGH, 7)


def test_a_week_of_three_answers_is_not_known_and_is_no_number() -> None:
    weeks = paradox(days_of([50, 50, 50, None, None, None, None, 40, 40, 40, 40])).weeks

    assert [one.pain for one in weeks.weeks] == [None, 40]
    assert weeks.known == 1


def test_the_latest_half_year_is_looked_at() -> None:
    found = paradox(days_of([90] * 140 + [50] * 182)).weeks

    assert len(found.weeks) == LOOK.weeks_most
    assert found.shows == Shows.NEITHER


def test_a_week_carries_the_step_at_its_end() -> None:
    days = [replace_level(one, 50 + at) for at, one in enumerate(days_of([40] * 9))]

    assert [one.level for one in paradox(days).weeks.weeks] == [56, 58]


def replace_level(day: LivedDay, level: int) -> LivedDay:
    return day._replace(level=level)


# After big days -------------------------------------------------------------------------------


def test_two_points_more_after_every_big_day_is_seen() -> None:
    found = paradox(a_year(1, after=20)).after

    assert found.shows == Shows.HIGHER
    assert found.compared is not None
    assert found.compared.difference.mean >= LOOK.size
    assert found.compared.difference.mean > found.compared.difference.within


def test_two_points_less_is_seen_as_well() -> None:
    assert paradox(a_year(2, after=-20)).after.shows == Shows.LOWER


def test_good_days_that_are_followed_by_ordinary_ones_are_not_taken_for_a_price() -> None:
    """The day after lies far above the big day itself; among days of like pain nothing is left."""
    days = a_year(3, rho=0.0)
    naive = fmean(
        (days[at + 1].pain or 0) - (days[at].pain or 0) for at in range(YEAR - 1) if days[at].big
    )

    assert naive > LOOK.size / 2
    assert paradox(days).after.shows == Shows.NEITHER


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.6])
def test_of_a_hundred_people_in_whom_there_is_nothing_at_most_five_are_told_something(
    rho: float,
) -> None:
    """The counts of a thousand stand in docs/researchers/paradox.md."""
    told = [paradox(a_year(seed, rho=rho)) for seed in range(100)]
    quiet = {Shows.NEITHER, Shows.NOT_ENOUGH}

    assert sum(one.weeks.shows not in quiet for one in told) <= 5
    assert sum(one.after.shows not in quiet for one in told) <= 5


def test_few_big_days_are_not_enough() -> None:
    found = paradox(days_of([50] * 100, big=range(20, 83, 9))).after

    assert (found.shows, found.big, found.compared) == (Shows.NOT_ENOUGH, 7, None)


def test_few_other_days_are_not_enough() -> None:
    found = paradox(days_of([50] * 60, big=range(14, 58, 3))).after

    assert found.big >= LOOK.big_least
    assert found.shows == Shows.NOT_ENOUGH


def test_the_same_pain_after_every_day_shows_neither_and_is_sure_of_it() -> None:
    found = paradox(days_of([50] * 200, big=range(20, 180, 9))).after

    assert found.shows == Shows.NEITHER
    assert found.compared is not None
    assert found.compared.difference == Estimate(0, 0)


def test_the_eve_of_a_big_day_and_the_days_after_it_are_compared_with_nothing() -> None:
    """Their next days may answer the big day, so they are neither big nor other."""
    apart = of_like_pain(days_of([50] * 40, big=[20]), LOOK)
    in_a_row = of_like_pain(days_of([50] * 40, big=[20, 21, 30]), LOOK)

    assert [sum(one.big for one in group) for group in (*apart, *in_a_row)] == [1, 1]
    assert (len(apart[0]), len(in_a_row[0])) == (40 - 7 - 2 - 3, 40 - 7 - 2 - 5 - 3)


def test_a_day_without_its_two_next_answers_is_left_out() -> None:
    pain: list[int | None] = [50] * 40
    pain[21] = None

    assert of_like_pain(days_of(pain, big=[20]), LOOK) == []


def test_too_few_answers_before_a_day_leave_it_out() -> None:
    pain: list[int | None] = [None] * 14 + [50] * 6

    assert of_like_pain(days_of(pain, big=[16]), LOOK) == []


def test_the_means_lie_as_far_apart_as_what_was_felt() -> None:
    pain = [50] * 400
    for day in range(20, 380, 20):
        pain[day + 1], pain[day + 2] = 80, 60
    found = paradox(days_of(pain, big=range(20, 380, 20))).after

    assert found.compared is not None
    first, second = found.compared.days
    assert (first.after_big.mean, first.after_other.mean) == (30, 0)
    assert (second.after_big.mean, second.after_other.mean) == (10, 0)
    assert found.compared.difference.mean == 30


@given(st.integers(0, 10_000), st.sampled_from([0, 10, 20]))
def test_what_is_said_is_what_is_shown(seed: int, after: int) -> None:
    """A word is said where the span misses nought and a point is reached, and nowhere else."""
    found = paradox(a_year(seed, after=after)[:180]).after

    if found.compared is None:
        assert found.shows == Shows.NOT_ENOUGH
        return
    mean, within = found.compared.difference
    assert (found.shows != Shows.NEITHER) == (abs(mean) >= LOOK.size and abs(mean) > within)


@given(st.integers(0, 10_000))
def test_scales_that_run_the_other_way_show_the_other_thing(seed: int) -> None:
    days = a_year(seed, after=20)[:200]
    groups = of_like_pain(days, LOOK)
    if not groups:
        return
    turned = [[one._replace(first=-one.first, second=-one.second) for one in g] for g in groups]

    ahead, back = compare(groups, LOOK.sure), compare(turned, LOOK.sure)
    for here, there in zip(ahead.days, back.days, strict=True):
        for one, other in zip(here, there, strict=True):
            assert (one.mean, one.within) == (-other.mean, other.within)


# What a day is --------------------------------------------------------------------------------


def test_more_than_was_told_far_too_much_and_nothing_else_is_a_big_day() -> None:
    told = [
        *ordinary(1, 2, 3, 4),
        entry(2, 20, on.SessionTold(6)),
        entry(3, 20, on.DayTold(Busy.FAR_TOO_MUCH)),
    ]
    days = lived(history([begun(), *told], until=date_of(4)))

    assert [one.big for one in days] == [False, True, True, False]
    assert [one.day for one in days] == [date_of(number) for number in range(1, 5)]


def test_a_day_without_a_session_is_not_big() -> None:
    assert not lived(history([begun()], until=date_of(1)))[0].big


def test_what_is_looked_at_begins_a_whole_number_of_weeks_after_the_record() -> None:
    assert looked_at_since(FIRST, FIRST + timedelta(days=100)) == FIRST
    since = looked_at_since(FIRST, FIRST + timedelta(days=1000))

    assert (since - FIRST).days % 7 == 0
    assert LOOK.days_most - 7 < 1001 - (since - FIRST).days <= LOOK.days_most


def test_a_look_outside_its_bounds_is_refused() -> None:
    with pytest.raises(OutOfBoundsError, match="sure = 10"):
        replace(LOOK, sure=10)


def test_what_is_taken_from_the_rule_is_as_the_rule_has_it() -> None:
    assert (Look().near_days, Look().near_answers) == (GENTLE.load_days, GENTLE.load_days_least)
    assert Look().size == GENTLE.rise_floor
