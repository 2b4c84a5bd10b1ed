"""The examples are pages for people: their sentences are short, and no word weighs."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.test_house_rules import HEAVY_WORD

PAGES = sorted(Path(__file__).parent.glob("*/*.py"))
LONGEST_SENTENCE = 14


def _sentences(page: Path) -> list[str]:
    """Every sentence a page tells: those of its docstrings, and the names of its tests."""
    tree = ast.parse(page.read_text(encoding="utf-8"))
    tests = [one for one in tree.body if isinstance(one, ast.FunctionDef)]
    told = [ast.get_docstring(tree) or "", *(ast.get_docstring(one) or "" for one in tests)]
    names = [one.name.removeprefix("test_").replace("_", " ") for one in tests]
    return [*names, *(part for text in told for part in re.split(r"(?<=[.?!:;])\s+", text))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_an_example_holds_no_heavy_word(page: Path) -> None:
    assert [one for one in _sentences(page) if HEAVY_WORD.search(one)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_a_sentence_is_short(page: Path) -> None:
    long = [one for one in _sentences(page) if len(one.split()) > LONGEST_SENTENCE]

    assert long == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_every_example_says_why(page: Path) -> None:
    tree = ast.parse(page.read_text(encoding="utf-8"))
    tests = [one for one in tree.body if isinstance(one, ast.FunctionDef)]

    assert [one.name for one in tests if one.name[0] != "_" and not ast.get_docstring(one)] == []
