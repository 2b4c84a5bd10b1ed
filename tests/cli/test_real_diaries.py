"""Real diaries through the door, where they are at hand. They are never part of this project."""

from __future__ import annotations

import csv
import json
import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from steadystep.cli.main import steadystep

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[2].parent / "shared" / "data")
)


def real(pattern: str) -> list[Path]:
    found = sorted(DATA.glob(pattern))
    if not found:
        pytest.skip("no real diaries here")
    return found


def days_of(*words: str | Path) -> list[date]:
    """The days of the lines. The program has to end well."""
    answer = CliRunner().invoke(
        steadystep, ["replay", *map(str, words), "--json"], catch_exceptions=False
    )
    assert answer.exit_code == 0, answer.stderr
    return [date.fromisoformat(json.loads(line)["day"]) for line in answer.stdout.splitlines()]


def is_one_line_a_day(days: list[date]) -> bool:
    first, last = days[0].toordinal(), days[-1].toordinal()
    return [day.toordinal() for day in days] == list(range(first, last + 1))


def test_every_pain_and_steps_diary_gives_one_line_a_day() -> None:
    for diary in real("myaiguide/tidy/*.csv"):
        assert is_one_line_a_day(days_of(diary))


def test_both_visible_exports_give_one_line_a_day() -> None:
    for export in real("visible_app/raw/*.csv"):
        assert is_one_line_a_day(days_of(export))
        assert is_one_line_a_day(days_of(export, "--pacing-only"))


@pytest.mark.parametrize("name", ["dailyActivity_merged", "dailySteps_merged"])
def test_each_person_of_a_research_export_has_one_line_a_day(name: str) -> None:
    (export,) = real(f"fitabase_bellabeat/{name}.csv")
    with export.open(encoding="utf-8", newline="") as file:
        people = sorted({row["Id"] for row in csv.DictReader(file)})

    assert len(people) > 1
    for person in people:
        assert is_one_line_a_day(days_of(export, "--person", person))
