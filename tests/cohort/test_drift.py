"""Scripted years, and the page that tells what they did to the rule."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.drift import BAD_START, BEGIN, END, FAST, NOISE, NOW, STICKY, main, numbers_of
from steadystep.cohort.drift import Script, rule, years
from steadystep.cohort.drift_year import Year
from steadystep.core.policy import GENTLE

PAGE = Path(__file__).parents[2] / "docs" / "researchers" / "drift.md"
TEXT = PAGE.read_text(encoding="utf-8")
SHORT = Script(costs=1, days=70)


def one(name: str, rows: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> list[int]:
    counted: list[int] = rows[:, Year._fields.index(name)].tolist()
    return counted


def test_a_persons_year_is_the_same_in_any_company() -> None:
    together = years(SHORT, rule(GENTLE), 3, compiled=False)
    alone = years(SHORT, rule(GENTLE), 1, first=2, compiled=False)

    assert together[2].tolist() == alone[0].tolist()


def test_noise_alone_costs_nothing() -> None:
    rows = years(SHORT._replace(costs=0), rule(GENTLE), 2, compiled=False)

    assert one("cost_days", rows) == [0, 0]
    assert min(one("rises", rows)) > 0


def one_step(late: int) -> Year:
    """Three weeks without noise or silence, and with one step up."""
    clear = Script(noise=0.0, answered=1.0, done=1.0, costs=1, late=late, days=16)
    (year,) = (Year(*row) for row in years(clear, rule(GENTLE), 1, compiled=False).tolist())
    assert year.rises == 1
    return year


@pytest.mark.parametrize("late", range(5))
def test_a_step_up_costs_two_days_however_late(late: int) -> None:
    assert one_step(late).cost_days == 2


def test_what_comes_within_days_is_put_down_to_the_step() -> None:
    assert one_step(0).taken_back == 1
    assert one_step(0).rung <= one_step(0).start


@pytest.mark.slow
def test_the_page_was_printed_with_the_numbers_that_the_rule_has_now() -> None:
    """Where this breaks, `benchmarks/drift.py --into` writes the page anew."""
    assert numbers_of(NOW) in TEXT


def test_the_page_claims_no_evidence() -> None:
    assert "Nothing here is clinical evidence." in TEXT


@pytest.mark.slow
@pytest.mark.long
def test_the_script_prints_the_rows_of_the_page(tmp_path: Path) -> None:
    copy = tmp_path / "drift.md"
    copy.write_text(TEXT, encoding="utf-8")

    main(["--people", "1", "--plain", "--into", str(copy)])

    again = copy.read_text(encoding="utf-8")
    assert first_cells(again) == first_cells(TEXT)
    assert again.partition(BEGIN)[0] == TEXT.partition(BEGIN)[0]
    assert again.partition(END)[2] == TEXT.partition(END)[2]


def first_cells(page: str) -> list[str]:
    printed = page.partition(BEGIN)[2].partition(END)[0]
    return re.findall(r"^(?:### .*|\| [^|]*)", printed, flags=re.MULTILINE)


@pytest.mark.slow
@pytest.mark.long
def test_few_people_point_where_the_page_points() -> None:
    people = 25

    def mean(name: str, script: Script, **words: int) -> float:
        policy = replace(NOW, **words)
        return float(np.mean(one(name, years(script, rule(policy), people, compiled=False))))

    assert mean("cost_days", FAST, back_off_most=0) > 1.2 * mean("cost_days", FAST)
    assert mean("plateaus", FAST) > 3 * mean("plateaus", NOISE)
    assert mean("cost_days", BAD_START, look_every_days=365) > 1.5 * mean("cost_days", BAD_START)
    kept = years(STICKY, rule(NOW, takes=0), people, compiled=False)
    taken = years(STICKY, rule(NOW), people, compiled=False)
    assert np.mean(one("rung", kept)) < np.mean(one("rung", taken)) - 3
