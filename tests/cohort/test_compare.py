"""The numbers of a table, held against hand-worked ones and the standard library's statistics."""

from __future__ import annotations

import random
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.cohort import compare
from steadystep.cohort.outcome import Outcome

SOMEBODY = Outcome(
    gain=10, flare_days=20, caused_days=8, flares=3, boom_bust=0.2, busts=2, dropped_on=0,
    minutes=30, planned=365, calls=4, calls_caused=1, rises=5, held=10, last_dose=12, fault_on=0,
)  # fmt: skip


def people(*changes: dict[str, float]) -> compare.Values:
    """Somebody, once for each set of changes."""
    return np.array([SOMEBODY._replace(**change) for change in changes], dtype=float)


class TestOnePlanner:
    def test_a_table_worked_by_hand(self) -> None:
        """Two years: days and calls are halved, gain is not."""
        four = people(
            {"gain": 0, "caused_days": 0, "planned": 730, "calls": 0, "calls_caused": 0},
            {"gain": 10, "caused_days": 20, "planned": 730, "calls": 4, "calls_caused": 1},
            {"gain": 20, "caused_days": 62, "planned": 365, "calls": 2, "calls_caused": 1,
             "dropped_on": 366},
            {"gain": 30, "caused_days": 60, "planned": 365, "calls": 4, "calls_caused": 3,
             "dropped_on": 366},
        )  # fmt: skip

        told = compare.summarise(four, days=730, weight=0.5)

        assert told.gain.mean == 15
        assert (told.gain.tenth, told.gain.ninetieth) == pytest.approx((3, 27))
        assert told.caused.mean == (0 + 10 + 31 + 30) / 4
        assert told.harmed == 25
        assert told.dropout == 50
        assert told.busts == 1
        assert told.calls == pytest.approx(10 / (2190 / 365))
        assert told.ppv == 50
        assert told.held == pytest.approx(40 / 6)
        assert told.use.mean == pytest.approx(15 - 0.5 * 17.75)

    def test_thirty_days_are_not_yet_harm(self) -> None:
        at_the_line = people({"caused_days": 30}, {"caused_days": 31})

        assert compare.harmed(at_the_line, days=365).tolist() == [0, 100]

    def test_without_a_call_none_of_them_was_right(self) -> None:
        told = compare.summarise(people({"calls": 0}, {"calls": 0}), days=365, weight=1)

        assert told.ppv is None
        assert told.calls == 0

    def test_where_nobody_was_with_the_plan_nothing_is_told_of_it(self) -> None:
        told = compare.summarise(people({"planned": 0}, {"planned": 0}), days=365, weight=1)

        assert told.calls is told.held is told.rises is None

    @given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=60))
    def test_mean_spread_and_interval_are_those_of_the_standard_library(
        self, values: list[float]
    ) -> None:
        told = compare.spread(np.array(values))
        tenths = statistics.quantiles(values, n=10, method="inclusive")
        half = 1.959963984540054 * statistics.stdev(values) / len(values) ** 0.5

        assert told.mean == pytest.approx(statistics.fmean(values), abs=1e-9)
        assert (told.tenth, told.ninetieth) == pytest.approx((tenths[0], tenths[-1]), abs=1e-9)
        assert told.high == pytest.approx(told.mean + half, abs=1e-6)
        assert told.low == pytest.approx(told.mean - half, abs=1e-6)

    def test_one_person_has_no_interval(self) -> None:
        assert compare.interval(np.array([3.0])) == (3.0, None, None)

    def test_the_order_of_people_changes_no_bit(self) -> None:
        values = [random.Random(4).gauss(0, 1) * 10**power for power in range(-8, 9)]
        shuffled = sorted(values, key=lambda one: -abs(one))

        assert compare.interval(np.array(values)) == compare.interval(np.array(shuffled))


class TestTwoPlanners:
    def test_people_are_paired(self) -> None:
        """Each gains two points more, so the difference is known for certain."""
        one = people({"gain": 3}, {"gain": 50}, {"gain": -20})
        other = people({"gain": 1}, {"gain": 48}, {"gain": -22})

        less = compare.difference(one, other, days=365, weight=1)

        assert less.gain == (2, 2, 2)

    def test_shares_are_paired_as_well(self) -> None:
        one = people({"caused_days": 40}, {"caused_days": 0, "dropped_on": 3})
        other = people({"caused_days": 0}, {"caused_days": 0})

        less = compare.difference(one, other, days=365, weight=1)

        assert (less.harmed.mean, less.dropout.mean) == (50, 50)
        assert less.use.mean == -20

    def test_the_interval_agrees_with_a_bootstrap(self) -> None:
        chance = random.Random(7)
        people_many = [(gain := chance.gauss(10, 8), gain + chance.gauss(1, 3)) for _ in range(400)]
        before = people(*({"gain": one} for one, _ in people_many))
        after = people(*({"gain": other} for _, other in people_many))

        told = compare.difference(after, before, days=365, weight=1).gain
        apart = [other - one for one, other in people_many]
        means = sorted(statistics.fmean(chance.choices(apart, k=400)) for _ in range(1000))

        assert told.low == pytest.approx(means[24], abs=0.08)
        assert told.high == pytest.approx(means[974], abs=0.08)


class TestTheBestAndTheWorst:
    def test_of_equals_the_first_is_best(self) -> None:
        assert compare.best({"a": 1, "b": 3, "c": 3}) == "b"
        assert compare.best({}) is None

    def test_the_worst_regret_is_over_all_families(self) -> None:
        told = compare.worst_regret([{"a": 5, "b": 1}, {"a": 0, "b": 4}], [6, 4])

        assert told == {"a": 4, "b": 5}

    def test_who_is_missing_somewhere_has_none(self) -> None:
        assert compare.worst_regret([{"a": 5, "b": 1}, {"a": 0}], [6, 4]) == {"a": 4}
        assert compare.worst_regret([], []) == {}
