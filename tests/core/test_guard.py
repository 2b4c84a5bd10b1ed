"""The guard as small diaries: what was done, whether a flare began, and the dose it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steadystep.core import guard
from steadystep.core.guard import ONSET, QUIET, UNHEARD
from steadystep.core.guard_table import WHOLE, Table, table_for
from steadystep.core.ladder import MINUTES, MOVEMENT, WHOLE_DAY, Ladder, rung_at_most
from steadystep.core.policy import GENTLE, Policy
from steadystep.core.shapes import CALM, HIGH, RAISED, SILENT, UNKNOWN, WARM

GUARDED = replace(GENTLE, guard_risk_percent=10)
LADDERS = [*MOVEMENT.values(), *WHOLE_DAY.values()]
APART = GUARDED.guard_apart_days


def tabulated(ladder: Ladder = MINUTES, policy: Policy = GUARDED) -> Table:
    """The guard's numbers, there being a guard."""
    table = table_for(ladder, policy)
    assert table is not None
    return table


class Person:
    """Someone whose plan in minutes begins at a dose (tenths)."""

    def __init__(self, start: int = 50, policy: Policy = GUARDED) -> None:
        self.table = tabulated(policy=policy)
        above = MINUTES.doses[MINUTES.doses.index(start) + 1]
        self.middle = guard.middle_of(above, self.table)
        self.evidence = [0] * self.table.size

    def lives(self, *days: int, at: int) -> int:
        """Days after this dose (tenths), and the dose the guard then names."""
        for heard in days:
            guard.learn(self.evidence, at, heard, self.table)
        return self.cap

    @property
    def cap(self) -> int:
        """The dose named, in tenths."""
        return guard.cap(self.evidence, self.middle, self.table)


WEEK = (QUIET,) * 7
MONTH = WEEK * 4


def test_a_flare_after_each_day_at_eight_minutes_brings_the_guard_under_eight() -> None:
    her = Person()
    before = her.lives(*MONTH, at=70)
    after = her.lives(QUIET, ONSET, UNHEARD, UNHEARD, at=80)
    again = her.lives(QUIET, ONSET, UNHEARD, UNHEARD, at=80)

    assert before > 80
    assert again < after < before
    assert her.lives(QUIET, ONSET, at=80) < 80


def test_flares_now_and_then_that_come_at_any_dose_hardly_move_it() -> None:
    """One in five weeks is what anybody has, and the guard expects as many."""
    calm, unlucky = Person(), Person()
    for _ in range(6):
        calm.lives(*WEEK * 5, at=60)
        unlucky.lives(*WEEK * 4, *WEEK[:3], ONSET, *WEEK[:3], at=60)

    assert calm.cap * 8 // 10 < unlucky.cap < calm.cap
    assert unlucky.cap > 70


def test_one_flare_in_the_first_days_lowers_the_step_a_little_and_never_to_the_floor() -> None:
    """After the very first session a third less is named; after three calm days nothing is."""
    assert 30 < Person().lives(ONSET, at=50) < 50
    assert Person().lives(QUIET, QUIET, QUIET, ONSET, at=50) > 60


def test_flares_at_many_times_that_rate_do_move_it() -> None:
    her = Person()
    for _ in range(6):
        her.lives(*WEEK, ONSET, at=60)

    assert her.cap < 60


def test_calm_weeks_at_a_dose_name_a_larger_one_and_more_of_them_never_a_smaller() -> None:
    her = Person()
    caps = [her.lives(*WEEK, at=60) for _ in range(20)]

    assert caps == sorted(caps)
    assert caps[-1] > caps[0] > 70


def test_silence_teaches_nothing() -> None:
    her, untold = Person(), Person()
    her.lives(*[UNHEARD] * 300, at=200)

    assert her.evidence == untold.evidence


def test_a_day_after_nothing_was_done_teaches_nothing() -> None:
    her, untold = Person(), Person()
    her.lives(QUIET, ONSET, at=0)

    assert her.evidence == untold.evidence


def test_what_was_learned_fades_in_silence_towards_what_was_believed() -> None:
    her, new = Person(), Person()
    low = her.lives(*[ONSET] * 3, at=60)
    later = her.lives(*[UNHEARD] * 60, at=60)
    much_later = her.lives(*[UNHEARD] * 3_000, at=60)

    assert low < later < much_later
    assert abs(much_later - new.cap) <= 1


def test_it_does_not_bind_on_day_one() -> None:
    """Wherever in the lower half of a ladder a plan begins, its first step up is free."""
    for ladder in LADDERS:
        table = tabulated(ladder)
        for rung in range(len(ladder.doses) // 2):
            middle = guard.middle_of(ladder.doses[rung + 1], table)
            named = guard.cap([0] * table.size, middle, table)
            assert rung_at_most(ladder.doses, named) > rung


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: str(len(ladder.doses)))
def test_nobody_is_stuck_after_a_month_of_flares_at_the_smallest_dose(ladder: Ladder) -> None:
    """Calm weeks at the cap's own dose lead up again, rung by rung, to the top of the ladder."""
    table = tabulated(ladder)
    middle, evidence, rung = guard.middle_of(ladder.doses[1], table), [0] * table.size, 0
    for _ in range(30):
        guard.learn(evidence, ladder.doses[0], ONSET, table)
    assert guard.cap(evidence, middle, table) < ladder.doses[1]
    for _ in range(52 * 4):
        for heard in WEEK:
            guard.learn(evidence, ladder.doses[rung], heard, table)
        if guard.cap(evidence, middle, table) >= ladder.doses[min(rung + 1, len(ladder.doses) - 1)]:
            rung = min(rung + 1, len(ladder.doses) - 1)

    assert rung == len(ladder.doses) - 1


def test_a_smaller_risk_and_a_smaller_share_name_a_smaller_dose() -> None:
    usual = Person().cap
    assert Person(policy=replace(GUARDED, guard_risk_percent=5)).cap < usual
    assert Person(policy=replace(GUARDED, guard_quantile_percent=10)).cap < usual


def test_background_rates_that_are_told_apart_forgive_a_person_who_flares_anyway() -> None:
    """What a learned background buys, and why the laws ask for one fixed rate."""
    fixed = Person()
    learned = Person(policy=replace(GUARDED, guard_backgrounds=4))
    assert learned.table.size == 4 * fixed.table.size
    for her in (fixed, learned):
        for _ in range(20):
            her.lives(ONSET, *WEEK, at=10)
            her.lives(ONSET, *WEEK, at=60)

    assert learned.cap > fixed.cap


def test_without_a_risk_there_is_no_guard() -> None:
    assert table_for(MINUTES, GENTLE) is None


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: str(len(ladder.doses)))
def test_a_table_rises_and_falls_as_tolerance_does(ladder: Ladder) -> None:
    table = tabulated(ladder, replace(GUARDED, guard_backgrounds=2))
    span = 2 * table.levels - 1

    assert len(table.onset) == len(table.quiet) == 2 * span
    for first in (0, span):
        onset, quiet = table.onset[first : first + span], table.quiet[first : first + span]
        assert list(onset) == sorted(onset)
        assert list(quiet) == sorted(quiet, reverse=True)
        assert max(onset) < 0
        assert max(quiet) < 0
    assert list(table.limits) == sorted(table.limits)
    assert table.edges[0] <= ladder.doses[0]
    assert table.limits[-1] > ladder.doses[-1]
    assert table.prior[table.levels - 1] == max(table.prior) == 0


@pytest.mark.parametrize(
    ("logarithm", "expected"),
    [(0, WHOLE), (-(1 << 16), WHOLE // 2), (-(1 << 15), WHOLE * 2**-0.5), (-(50 << 16), 0)],
)
def test_a_logarithm_becomes_a_chance(logarithm: int, expected: float) -> None:
    assert guard.chance(logarithm) == pytest.approx(expected, rel=1e-5)


def test_chances_never_fall_as_logarithms_rise() -> None:
    chances = [guard.chance(one) for one in range(-(3 << 16), 1)]
    assert chances == sorted(chances)


@pytest.mark.parametrize(
    ("dose", "place"), [(0, 0), (9, 0), (10, 0), (11, 0), (20, 1), (35, 2), (99, 2)]
)
def test_a_dose_stands_at_the_last_place_it_reaches(dose: int, place: int) -> None:
    assert guard.place_of(dose, (10, 20, 30)) == place


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ({}, QUIET),
        ({"answer": RAISED}, QUIET),
        ({"answer": WARM}, UNHEARD),
        ({"answer": SILENT}, UNHEARD),
        ({"flaring": 1}, UNHEARD),
        ({"answer": HIGH, "red": 1}, ONSET),
        ({"answer": SILENT, "red": 1}, ONSET),
        ({"answer": HIGH, "red": 1, "flaring": 1}, ONSET),
        ({"answer": HIGH, "red": 1, "since_red": APART}, UNHEARD),
    ],
)
def test_a_day_says_that_a_flare_began_that_none_did_or_nothing(
    day: dict[str, int], says: int
) -> None:
    told = {"answer": CALM, "red": 0, "flaring": 0, "since_red": APART + 1, "apart_days": APART}
    assert guard.hear_day(**(told | day)) == says


@pytest.mark.parametrize(("percent", "done"), [(100, 50), (50, 25), (UNKNOWN, 0), (0, 0)])
def test_what_was_done_is_a_part_of_what_was_told(percent: int, done: int) -> None:
    assert guard.done_of(50, percent) == done


def test_away_from_a_flare_it_forbids_a_rise_and_lowers_nothing() -> None:
    assert guard.in_force(3, 5, APART + 1, APART) == 5
    assert guard.in_force(3, 5, APART, APART) == 3
    assert guard.in_force(7, 5, APART + 1, APART) == 7
