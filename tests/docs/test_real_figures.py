"""The page about real diaries holds the figures that are measured, where the diaries are here."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from click.testing import CliRunner

from benchmarks.crashes import heard
from steadystep.cli.main import steadystep
from tests.cli.test_real_diaries import real

PAGE = (Path(__file__).parents[2] / "docs" / "researchers" / "real-diaries.md").read_text(
    encoding="utf-8"
)


def replay(*words: str | Path) -> str:
    answer = CliRunner().invoke(steadystep, ["replay", *map(str, words)], catch_exceptions=False)
    assert answer.exit_code == 0, answer.stderr
    return " ".join(answer.stdout.split())


def actions(path: Path, *words: str) -> Counter[str]:
    answer = CliRunner().invoke(steadystep, ["replay", str(path), "--json", *words])
    return Counter(json.loads(line)["action"] for line in answer.stdout.splitlines())


def told(pattern: str, story: str) -> tuple[str, ...]:
    found = re.search(pattern, story)
    assert found, pattern
    return found.groups()


def test_p8_is_as_the_page_says() -> None:
    (diary,) = real("myaiguide/tidy/P8.csv")
    story, count = replay(diary), actions(diary)

    assert f"| {count['hold']}, {count['offer']}, {count['step_back']}, {count['ease']} |" in PAGE
    for pattern in (
        r"There were (\d+) flares, with (\d+) flare days",
        r"would have gone from ([\d,]+) steps to ([\d,]+) steps",
        r"answered on (\d+) of (\d+) days",
        r"after (\d+) of (\d+) big days",
        r"after (\d+) of (\d+) other days",
        r"usual pain was ([\d.]+) at first, and ([\d.]+) at the end",
    ):
        first, second = told(pattern, story)
        rows = (f"{first}, {second} |", f"{second}, {first} |", f"{first} of {second}")
        assert any(row in PAGE for row in (*rows, f"{first} and {second}")), (first, second)


def test_p1_is_as_the_page_says() -> None:
    (diary,) = real("myaiguide/tidy/P1.csv")
    story = replay(diary)

    flares, days = told(r"There were (\d+) flares, with (\d+) flare days", story)
    first, last = told(r"would have gone from ([\d,]+) steps to ([\d,]+) steps", story)
    (taken,) = told(r"(\d+) offers count as taken", story)
    assert f"{flares} flares with {days} flare days, {taken} offers" in PAGE
    assert f"from {first} to {last} steps" in PAGE


def test_the_crash_table_is_as_the_page_says() -> None:
    old, new = (heard(path) for path in real("visible_app/raw/*.csv"))

    assert f"| {old.days}, {old.answered} | {new.days}, {new.answered} |" in PAGE
    assert f"| **{old.on_red}** | **{new.on_red}** |" in PAGE
    assert f"no crash within a day | {old.red_alone} | {new.red_alone} |" in PAGE
    assert f"| RED days | {old.red} | {new.red} |" in PAGE
    assert f"| AMBER days | {old.amber} | {new.amber} |" in PAGE
    assert f"| {old.near_red} ({old.near_red / old.days:.0%}) |".replace("%", " %") in PAGE
    assert f"| **{old.by_chance:.1f}** | **{new.by_chance:.1f}** |" in PAGE
    assert f"| {old.shifts_as_good} of {old.days - 1} |" in PAGE


def test_the_visible_export_is_as_the_page_says() -> None:
    export = real("visible_app/raw/*.csv")[0]
    count, pacing = actions(export), actions(export, "--pacing-only")
    (flares,) = told(r"There were (\d+) flares", replay(export, "--pacing-only"))

    assert set(pacing) == {"pacing_only"}
    assert f"with each of {flares} flares" in PAGE
    assert (
        f"held {count['hold']} days, offered on {count['offer']}, stepped back on "
        f"{count['step_back']} and eased on {count['ease']}"
    ) in PAGE
