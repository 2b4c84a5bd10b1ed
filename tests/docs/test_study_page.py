"""The page about studies names the very keys that there are, and its spec can be used."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from steadystep.cli.study import EXAMPLES
from steadystep.cli.study import study as verb
from steadystep.cohort.policies.named import KINDS, planner
from steadystep.cohort.spec import (
    Compared,
    Frontier,
    Planned,
    Regret,
    Sensitivity,
    Setting,
    Spec,
    Sweep,
    Tune,
)
from steadystep.cohort.spec_read import Registry, read_spec
from steadystep.cohort.world import World

PAGE = (Path(__file__).parents[2] / "docs" / "researchers" / "study.md").read_text(encoding="utf-8")


def keys(heading: str) -> set[str]:
    """The first column of the table under a heading."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    table = next(one for one in part.strip().split("\n\n") if one.startswith("| key |"))
    return set(re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE))


def names(kind: type) -> set[str]:
    return {one.name for one in fields(kind)}


def test_it_begins_by_saying_what_a_study_is_not() -> None:
    assert PAGE.partition("\n\n")[2].startswith("Nothing here is clinical evidence.")


def test_the_keys_at_the_top_are_all_there() -> None:
    both = {"days", "run_in"}

    assert keys("The top") == names(Spec) - {"compared"} | set(Compared._fields) | both


def test_a_setting_is_a_world_with_a_name() -> None:
    assert keys("Settings") == names(Setting) - {"world"} | set(World._fields) - {"family"}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Planners", Planned),
        ("Regret", Regret),
        ("Frontier", Frontier),
        ("Sensitivity", Sensitivity),
        ("Tune", Tune),
    ],
)
def test_every_other_part_has_its_keys(heading: str, kind: type) -> None:
    assert keys(heading) == names(kind)


def test_a_sweep_has_its_keys() -> None:
    part = PAGE.partition("| key of a sweep ")[2].partition("\n\n")[0]

    assert set(re.findall(r"^\| `(\w+)` \|", part, flags=re.MULTILINE)) == names(Sweep)


def test_its_spec_can_be_used() -> None:
    (spec,) = re.findall(r"```toml\n(.*?)```", PAGE, flags=re.DOTALL)

    assert read_spec(spec, Registry(KINDS, planner)).compared.rule == "as written"


def test_its_options_and_examples_are_those_of_the_verb() -> None:
    told = set(re.findall(r"^\| `(--[a-z]+)", PAGE, flags=re.MULTILINE))

    assert told == {one.opts[0] for one in verb.params if one.opts[0].startswith("--")}
    assert all(f"`{one}`" in PAGE for one in EXAMPLES)
