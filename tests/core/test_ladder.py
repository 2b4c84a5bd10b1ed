"""Ladders: rungs as they are printed, and lowering that never raises."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core import ladder
from steadystep.core.ladder import MOVEMENT, WHOLE_DAY, Ladder, build, rung_at_most
from steadystep.core.observations import Unit

LADDERS = (*MOVEMENT.values(), *WHOLE_DAY.values())

DOSES = st.sets(st.integers(1, 5_000), min_size=1, max_size=60).map(
    lambda doses: tuple(sorted(doses))
)


def printed(words: str) -> tuple[int, ...]:
    """Doses as a person reads them, in tenths."""
    return tuple(round(float(word.replace("½", ".5")) * 10) for word in words.split())


def test_minutes_stand_on_the_printed_rungs() -> None:
    minutes = "½ 1 1½ 2 2½ 3 3½ 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 22 24 26 28 30"
    assert ladder.MINUTES.doses == printed(minutes)


def test_repetitions_stand_on_two_to_fifteen() -> None:
    assert ladder.REPS.doses == printed("2 3 4 5 6 7 8 9 10 11 12 13 14 15")


def test_steps_go_by_one_hundred_to_twenty_hundred_then_by_two_to_eighty() -> None:
    hundreds = [*range(1, 21), *range(22, 81, 2)]
    assert ladder.STEPS.doses == tuple(hundred * 1_000 for hundred in hundreds)


@pytest.mark.parametrize("unit", Unit)
def test_a_whole_day_has_a_ladder_of_its_own_that_reaches_higher(unit: Unit) -> None:
    assert WHOLE_DAY[unit].doses[-1] > MOVEMENT[unit].doses[-1]


@pytest.mark.parametrize("one", LADDERS)
def test_a_rung_of_a_whole_day_is_at_most_a_tenth_higher_once_the_load_is_not_small(
    one: Ladder,
) -> None:
    """Under twenty units a rung is one unit; above it a step is never a leap."""
    doses = one.doses
    for low, high in itertools.pairwise(doses):
        assert high - low <= max(10, low // 10, doses[0])


def test_easing_five_minutes_gives_three() -> None:
    """Two thirds are 3⅓ minutes; the rung at or under that is three."""
    five = ladder.MINUTES.doses.index(50)
    assert ladder.MINUTES.doses[ladder.MINUTES.eased[five]] == 30


def test_a_gap_at_ten_minutes_leads_to_seven_or_to_five() -> None:
    """Three quarters are 7½ minutes, and there is no such rung: seven it is."""
    ten = ladder.MINUTES.doses.index(100)
    assert ladder.MINUTES.doses[ladder.MINUTES.three_quarters[ten]] == 70
    assert ladder.MINUTES.doses[ladder.MINUTES.half[ten]] == 50


@given(DOSES)
def test_every_lowering_keeps_its_share_or_stands_on_the_smallest_rung(
    doses: tuple[int, ...],
) -> None:
    made = build(doses)
    for rung, dose in enumerate(doses):
        for lowered, part, whole in (
            (made.eased[rung], 2, 3),
            (made.three_quarters[rung], 3, 4),
            (made.half[rung], 1, 2),
        ):
            assert 0 <= lowered <= rung
            assert doses[lowered] * whole <= dose * part or lowered == 0
            above = doses[lowered + 1] if lowered + 1 < len(doses) else dose * part + 1
            assert above * whole > dose * part


@given(DOSES)
def test_a_smaller_share_never_leads_to_a_higher_rung(doses: tuple[int, ...]) -> None:
    made = build(doses)
    for rung in range(len(doses)):
        assert made.half[rung] <= made.eased[rung] <= made.three_quarters[rung]


@given(DOSES, st.integers(-100, 6_000))
def test_the_rung_at_most_is_the_highest_that_fits(doses: tuple[int, ...], tenths: int) -> None:
    fits = [rung for rung, dose in enumerate(doses) if dose <= tenths]
    assert rung_at_most(doses, tenths) == (fits[-1] if fits else 0)


@pytest.mark.parametrize("doses", [(), (0, 10), (-5, 10), (10, 10), (10, 20, 15)])
def test_a_ladder_that_does_not_rise_from_above_zero_is_refused(doses: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rise from above zero"):
        build(doses)
