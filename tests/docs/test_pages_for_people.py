"""The pages for people are short in their sentences, and their commands are real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from steadystep.cli.main import steadystep
from tests.explain.reading_age import grade

HOME = Path(__file__).parents[2]
PEOPLE = HOME / "docs" / "people"
PAGES = sorted([PEOPLE / "first-replay.md", PEOPLE / "terminal.md", *PEOPLE.glob("stor*.md")])
README = HOME / "README.md"
# What stands below this heading speaks to engineers and researchers.
NOT_FOR_PATIENTS = "## For engineers"
MOST_WORDS = 14
# About eleven years of age is a grade of 6; a page may be a little above it.
HIGHEST_GRADE = 6.5


def text_for_patients(page: Path) -> str:
    """The prose of a page: no code, no links' addresses, no pictures, no marks."""
    text = page.read_text(encoding="utf-8").partition(NOT_FOR_PATIENTS)[0]
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    # What the program says is measured where it is made.
    text = re.sub(r"^>.*$|^\|[-|]+\|$", "", text, flags=re.MULTILINE)
    return re.sub(r"\*\*|`|^#+ |^- |^\d\. ", "", text, flags=re.MULTILINE)


def sentences(page: Path) -> list[str]:
    pieces = re.split(r"[|\n]|(?<=[.:!?])\s", text_for_patients(page))
    return [piece.strip() for piece in pieces if piece.strip()]


def every_sentence() -> list[str]:
    return [one for page in [*PAGES, README] for one in sentences(page)]


@pytest.mark.parametrize("sentence", every_sentence())
def test_a_sentence_is_short(sentence: str) -> None:
    assert len(sentence.split()) <= MOST_WORDS


@pytest.mark.parametrize("page", [*PAGES, README], ids=lambda page: page.name)
def test_an_eleven_year_old_can_read_it(page: Path) -> None:
    prose = " ".join(one if one[-1] in ".?!" else f"{one}." for one in sentences(page))

    assert grade(prose) <= HIGHEST_GRADE


@pytest.mark.parametrize("page", [*PAGES, README], ids=lambda page: page.name)
def test_a_command_on_the_page_is_one_the_program_knows(page: Path, tmp_path: Path) -> None:
    """`diary.csv` stands for the person's own; here it is an invented one."""
    own = HOME / "src" / "steadystep" / "examples" / "boom-buster.csv"
    text = page.read_text(encoding="utf-8")
    commands = re.findall(
        r"^(?:\$ )?(?:steadystep|python3 dev\.py run) (replay.+)$", text, flags=re.MULTILINE
    )
    for command in commands:
        words = [
            str(own)
            if word == "diary.csv"
            else str(tmp_path / word)
            if word.startswith("record.")
            else word
            for word in command.split("  #")[0].split()
        ]
        answer = CliRunner().invoke(steadystep, words, catch_exceptions=False)
        assert answer.exit_code == 0, command
