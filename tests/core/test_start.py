"""The first dose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from steadystep.core.policy import GENTLE
from steadystep.core.start import first_dose

DOSES = st.integers(0, 3_000)


def test_it_is_four_fifths_of_the_median_of_ordinary_days() -> None:
    assert first_dose(GENTLE, tolerated=[50, 30, 40]) == 32
    assert first_dose(GENTLE, tolerated=[300, 310, 200, 400], whole_day=True) == 244
    assert first_dose(GENTLE, tolerated=[9, 9, 9]) == 7


def test_two_days_are_too_few_to_go_by() -> None:
    assert first_dose(GENTLE, tolerated=[50, 40]) is None


def test_half_a_bad_day_outweighs_good_ordinary_ones() -> None:
    assert first_dose(GENTLE, tolerated=[100, 100, 100], bad_day=50) == 25
    assert first_dose(GENTLE, bad_day=20) == 10
    assert first_dose(GENTLE, tolerated=[20, 20, 20], bad_day=100) == 16


def test_a_movement_starts_at_ten_minutes_at_most_and_a_whole_day_does_not() -> None:
    assert first_dose(GENTLE, tolerated=[600, 600, 600]) == 100
    assert first_dose(GENTLE, tolerated=[600, 600, 600], whole_day=True) == 480


@given(st.lists(DOSES, min_size=3), DOSES)
def test_knowing_more_never_makes_the_first_dose_larger(ordinary: list[int], bad: int) -> None:
    both = first_dose(GENTLE, tolerated=ordinary, bad_day=bad)
    alone = first_dose(GENTLE, tolerated=ordinary), first_dose(GENTLE, bad_day=bad)
    assert both is not None
    assert all(one is not None and both <= one for one in alone)
