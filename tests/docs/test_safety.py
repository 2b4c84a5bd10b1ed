"""The list of hazards: every test that it names exists, and every hazard is told in full."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "clinicians" / "safety.md").read_text(encoding="utf-8")
HAZARDS = re.split(r"^\(h\d+\)=$", PAGE.partition("## If you find")[0], flags=re.MULTILINE)[1:]
NAMED = re.findall(r"`(tests/[\w/]+\.py)::([\w:]+)`", PAGE)
PARTS = ("How", "Harm", "What stops it", "Shown by", "Left")


@cache
def named_in(path: str) -> frozenset[str]:
    """The tests of a file, by the names that pytest gives them."""
    tree = ast.parse((HOME / path).read_text(encoding="utf-8"))
    inside = {
        f"{group.name}::{one.name}"
        for group in tree.body
        if isinstance(group, ast.ClassDef)
        for one in group.body
        if isinstance(one, ast.FunctionDef)
    }
    return frozenset(inside | {one.name for one in tree.body if isinstance(one, ast.FunctionDef)})


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda part: part.rpartition("::")[2])
def test_a_test_that_is_named_exists(path: str, name: str) -> None:
    assert name in named_in(path)
    assert name.rpartition("::")[2].startswith("test_")


def test_at_least_eighteen_hazards_are_told() -> None:
    assert len(HAZARDS) >= 18


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda text: text.split("\n")[1][3:40])
def test_a_hazard_says_how_who_what_stops_it_what_shows_it_and_what_is_left(hazard: str) -> None:
    assert re.findall(r"^- \*\*([^*.]+)\.\*\* \S", hazard, flags=re.MULTILINE) == [*PARTS]
    assert re.search(r"`tests/[\w/]+\.py::", hazard)


def test_the_table_and_the_sections_are_in_step() -> None:
    rows = re.findall(r"^\| \[(\d+)\]\(#h(\d+)\) \| ([^|]+) \|", PAGE, flags=re.MULTILINE)
    sections = re.findall(r"^## (\d+)\. (.+)$", PAGE, flags=re.MULTILINE)

    assert [row[0] for row in rows] == [row[1] for row in rows]
    assert [(number, name.lower().replace("“", '"')) for number, _, name in rows] == [
        (number, name.lower()) for number, name in sections
    ]
