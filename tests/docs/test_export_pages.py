"""The pages on getting an export out of an app: short, honest, and true to what is said."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from steadystep.cli.main import steadystep as program
from steadystep.explain.banned import banned_in
from steadystep.importers import exports
from steadystep.importers.exports import EXPORT_READERS
from tests.docs.test_pages_for_people import HIGHEST_GRADE, MOST_WORDS, sentences
from tests.explain.reading_age import grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.export import ExportReader

PEOPLE = Path(__file__).parents[2] / "docs" / "people"
EXPORTS = PEOPLE / "exports"
PAGES = [PEOPLE / "bring.md", *sorted(EXPORTS.glob("*.md"))]
ROOM = Path(exports.__file__).parent
GAP = re.compile(r"\{\w+\}")
# A sentence that is nearly all gap would be found in any words.
FEWEST_LETTERS = 8


def text_of(reader: ExportReader) -> str:
    return (EXPORTS / f"{reader.page}.md").read_text(encoding="utf-8")


def parts_of(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def rows_below(text: str, head: str) -> list[str]:
    """The first cells of the table below a head."""
    _, _, below = text.partition(f"| {head} |")
    return re.findall(r"^\| (?!-)(.+?) \| .+ \|$", below, re.MULTILINE)


def said_by_readers() -> Iterator[re.Pattern[str]]:
    """Every sentence that stands in the room of the readers, its gaps open for any words."""
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                for one in re.split(r"(?<=[.:?!])\s", re.sub("[“”]", "", node.value)):
                    if len(GAP.sub("", one)) >= FEWEST_LETTERS:
                        yield re.compile(".+".join(map(re.escape, GAP.split(one))))


SAID = list(said_by_readers())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_sentence_is_short_and_weighs_nothing(page: Path) -> None:
    long = [one for one in sentences(page) if len(one.split()) > MOST_WORDS]
    heavy = [one for one in sentences(page) if banned_in(one)]

    assert (long, heavy) == ([], [])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_an_eleven_year_old_can_read_it(page: Path) -> None:
    prose = " ".join(one if one[-1] in ".?!" else f"{one}." for one in sentences(page))

    assert grade(prose) <= HIGHEST_GRADE


@pytest.mark.parametrize("reader", EXPORT_READERS, ids=lambda reader: reader.name)
def test_a_page_says_the_way_what_is_taken_what_is_not_and_what_we_have_seen(
    reader: ExportReader,
) -> None:
    parts = parts_of(text_of(reader))

    assert parts[0].startswith("Get ")
    for part in ("What is taken", "What stays out", "What we have seen of it"):
        assert part in parts
    assert any(part.startswith("Bring ") for part in parts)
    assert parts[-1] == "If something cannot be read"


@pytest.mark.parametrize("reader", EXPORT_READERS, ids=lambda reader: reader.name)
def test_what_a_page_says_you_may_see_is_what_a_reader_says(reader: ExportReader) -> None:
    rows = rows_below(text_of(reader), "You see")

    assert rows
    assert [row for row in rows if not any(said.fullmatch(row) for said in SAID)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_on_a_page_is_one_that_can_be_typed(page: Path) -> None:
    for words in re.findall(r"^\$ steadystep bring (.+)$", page.read_text("utf-8"), re.MULTILINE):
        bring = program.get_command(click.Context(program), "bring")
        assert bring is not None
        bring.make_context("bring", words.split())


@pytest.mark.parametrize("reader", EXPORT_READERS, ids=lambda reader: reader.name)
def test_a_page_is_found_from_both_lists(reader: ExportReader) -> None:
    index = (EXPORTS / "index.md").read_text(encoding="utf-8")

    assert f"]({reader.page}.md) |" in index
    assert f"\n{reader.page}\n" in index
    assert f"](exports/{reader.page}.md)" in PAGES[0].read_text(encoding="utf-8")


def test_no_page_is_there_without_its_reader() -> None:
    pages = {page.stem for page in EXPORTS.glob("*.md")} - {"index"}

    assert pages == {reader.page for reader in EXPORT_READERS}
