"""Gain at equal harm, on lines drawn by hand."""

from __future__ import annotations

import random
import statistics
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.cohort import frontier
from steadystep.cohort.frontier import Point
from tests.cohort.test_compare import SOMEBODY

if TYPE_CHECKING:
    from steadystep.cohort.outcome import Outcome

RISING = (Point(2, 0), Point(4, 10), Point(8, 14))


def everybody(gains: list[float], caused: list[float]) -> np.ndarray:
    """A row for each person."""
    rows: list[Outcome] = [
        SOMEBODY._replace(gain=gain, caused_days=days)
        for gain, days in zip(gains, caused, strict=True)
    ]
    return np.array(rows, dtype=float)


class TestReadingALine:
    @pytest.mark.parametrize(("caused", "gain"), [(2, 0), (3, 5), (4, 10), (5, 11), (8, 14)])
    def test_gain_lies_on_the_straight_line_between_two_points(
        self, caused: float, gain: float
    ) -> None:
        assert frontier.gain_at(RISING, caused) == pytest.approx(gain)

    @pytest.mark.parametrize("caused", [1.9, 8.1])
    def test_outside_of_the_sweep_nothing_is_known(self, caused: float) -> None:
        assert frontier.gain_at(RISING, caused) is None

    def test_where_a_sweep_comes_by_twice_its_best_counts(self) -> None:
        bent = (Point(2, 0), Point(6, 20), Point(3, 5))

        assert frontier.gain_at(bent, 4) == pytest.approx(10)
        assert frontier.gain_at(bent, 3) == pytest.approx(5)

    def test_a_knob_that_changes_no_harm_is_read_at_its_points(self) -> None:
        assert frontier.gain_at((Point(3, 1), Point(3, 7)), 3) == 7
        assert frontier.gain_at((), 3) is None

    @given(st.lists(st.tuples(st.floats(0, 99), st.floats(-9, 99)), min_size=2, max_size=6),
           st.floats(0, 1))  # fmt: skip
    def test_gain_never_leaves_the_range_of_the_points(
        self, points: list[tuple[float, float]], along: float
    ) -> None:
        swept = [Point(*one) for one in points]
        caused = swept[0].caused + along * (swept[1].caused - swept[0].caused)

        gain = frontier.gain_at(swept, caused)

        if gain is not None:
            gains = [one.gain for one in swept]
            assert min(gains) - 1e-6 <= gain <= max(gains) + 1e-6


class TestSweeps:
    def test_a_sweep_is_summed_up_by_its_means(self) -> None:
        turned = frontier.turn([everybody([1, 3], [0, 4]), everybody([5, 7], [8, 8])], days=365)

        assert turned.points == (Point(2, 2), Point(8, 6))
        assert turned.without == ((Point(4, 3), Point(8, 7)), (Point(0, 1), Point(8, 5)))

    def test_the_interval_agrees_with_a_bootstrap(self) -> None:
        chance = random.Random(3)
        luck = [chance.gauss(0, 1) for _ in range(800)]
        runs = [
            everybody(
                [10 * pace + 6 * one + chance.gauss(0, 3) for one in luck],
                [max(0.0, 6 * pace + 4 * one) for one in luck],
            )
            for pace in (0.5, 1.0, 2.0)
        ]
        told = frontier.estimate(frontier.turn(runs, days=365), 8)

        again = []
        for _ in range(300):
            who = chance.choices(range(800), k=800)
            turned = frontier.turn([run[who] for run in runs], days=365, groups=1)
            again.append(frontier.gain_at(turned.points, 8))
        spread = statistics.stdev(one for one in again if one is not None)

        assert told is not None
        assert told.low is not None
        assert told.mean - told.low == pytest.approx(1.96 * spread, rel=0.35)

    def test_the_same_sweep_twice_is_no_better_than_itself(self) -> None:
        runs = [everybody([1, 3, 4], [0, 4, 2]), everybody([5, 7, 9], [8, 8, 9])]
        turned = frontier.turn(runs, days=365)

        assert frontier.estimated_difference(turned, turned, 4) == (0, 0, 0)
        assert frontier.estimated_difference(turned, turned, 40) is None
        assert frontier.estimate(turned, 40) is None

    def test_a_harm_at_the_edge_of_the_sweep_has_no_interval(self) -> None:
        """Without some of the people the sweep ends before it."""
        turned = frontier.turn([everybody([1, 3], [0, 4]), everybody([5, 7], [8, 9])], days=365)

        told = frontier.estimate(turned, 2.0)

        assert told is not None
        assert told.low is None

    def test_a_sweep_of_which_all_was_left_out_is_empty(self) -> None:
        assert frontier.turn([], days=365) == ((), ())
