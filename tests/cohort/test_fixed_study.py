"""What a change of the rule, its numbers or the bodies does to invented people is seen."""

from __future__ import annotations

import pytest

from tests.cohort.fixed_study import TABLE, changes, table


def test_a_change_is_shown_with_what_was() -> None:
    assert changes("rho,gain\n0,1.00\n1,2.00\n", "rho,gain\n0,1.00\n1,3.00\n") == (
        "rho,gain\n  was 1,2.00\n  now 1,3.00"
    )


@pytest.mark.slow
def test_gain_and_harm_of_the_shipped_plan_are_those_that_were_written_down() -> None:
    before, now = TABLE.read_text(), table()
    assert now == before, (
        f"Invented people fare differently:\n{changes(before, now)}\n"
        "If that is meant: python -m tests.cohort.fixed_study --write"
    )
