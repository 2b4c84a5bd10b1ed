"""What readers leave out is named in the person's language, and no name of ours is left behind."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import steadystep
from steadystep.explain.left_out_words import OUR_NAMES, left_out_named
from steadystep.explain.translations import English

IMPORTERS = Path(steadystep.__file__).parent / "importers"
# What apps call it, and is better known so.
OF_APPS = {
    "ActivitySummary of a day without the watch",
    "ActivitySummary without minutes",
    "High",
    "Low",
}


class Backwards(English):
    """A language in which each word is turned round."""

    def gettext(self, message: str, /) -> str:
        return message[::-1]


def test_a_name_of_ours_is_translated_and_that_of_an_app_stays() -> None:
    assert left_out_named("naps") == "naps"
    assert left_out_named("naps", Backwards()) == "span"
    assert left_out_named("Body Battery", Backwards()) == "Body Battery"


@cache
def constants() -> dict[str, set[str]]:
    """The words that stand at the top of the readers, by their name."""
    found: dict[str, set[str]] = {}
    for file in IMPORTERS.rglob("*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                name, value = node.target.id, node.value
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name, value = node.targets[0].id, node.value
            else:
                continue
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.setdefault(f"{file.name} {name}", set()).add(value.value)
                found.setdefault(name, set()).add(value.value)
    return found


def left_out(file: Path) -> list[ast.expr]:
    """What a reader leaves out, as its code says it."""
    return [
        call.args[0]
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "left_out"
    ]


@pytest.mark.parametrize("file", sorted(IMPORTERS.rglob("*.py")), ids=lambda one: one.stem)
def test_no_name_of_a_reader_is_left_behind(file: Path) -> None:
    known, names = constants(), set()
    for said in left_out(file):
        if isinstance(said, ast.Constant):
            names.add(str(said.value))
        elif isinstance(said, ast.Name) and said.id.strip("_").isupper():
            names |= known.get(f"{file.name} {said.id}", known.get(said.id, set()))
    assert not names - OUR_NAMES - OF_APPS, "Add them to explain/left_out_words.py."
