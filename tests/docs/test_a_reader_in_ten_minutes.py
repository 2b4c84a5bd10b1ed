"""The page for whoever adds a reader: its example is whole, reads as the page says, and is tidy."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from steadystep.importers.export import ExportChoices
from steadystep.importers.exports import EXPORT_READERS, read_export
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead
from tests.docs.test_export_pages import GAP, SAID, parts_of, rows_below
from tests.importers.exports.garmin_readings import TODAY, in_words
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from steadystep.importers.export import ExportReader

HOME = Path(__file__).parents[2]
PAGE = HOME / "docs" / "developers" / "a-reader-in-ten-minutes.md"
TOLD = PAGE.read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    """The blocks of a kind on the page."""
    found = re.finditer(rf"^(`{{3,4}}){kind}\n(.*?)^\1$", TOLD, re.MULTILINE | re.DOTALL)
    return [block[2] for block in found]


(CODE,) = blocks("python")
EXPORT, EXPECTED = blocks("text")
(FOR_PEOPLE,) = blocks("markdown")


@pytest.fixture(scope="module")
def mosswood(tmp_path_factory: pytest.TempPathFactory) -> ExportReader:
    """The reader of the page, as a newcomer writes it."""
    file = tmp_path_factory.mktemp("importers") / "mosswood.py"
    file.write_text(CODE, encoding="utf-8")
    found = importlib.util.spec_from_file_location("mosswood", file)
    assert found is not None
    assert found.loader is not None
    reader = importlib.util.module_from_spec(found)
    sys.modules["mosswood"] = reader
    found.loader.exec_module(reader)
    del sys.modules["mosswood"]
    return cast("ExportReader", reader)


def test_the_export_of_the_page_reads_as_the_page_says(mosswood: ExportReader) -> None:
    noted, look, told = Noted(), InMemory({"x": EXPORT.encode()}), list[int]()

    assert mosswood.recognises(look)
    mosswood.read(look, noted, choices=ExportChoices(), today=TODAY, progress=told.append)

    assert in_words(noted) == EXPECTED
    assert sum(told) == look.size
    assert "Dana" in EXPORT
    assert "Dana" not in EXPECTED


def test_it_is_known_by_that_reader_alone_and_becomes_days(
    mosswood: ExportReader, tmp_path: Path
) -> None:
    others = [reader for reader in EXPORT_READERS if reader.page != mosswood.page]
    (tmp_path / "mosswood.csv").write_text(EXPORT, encoding="utf-8")
    with look_at([tmp_path / "mosswood.csv"]) as look, Gathering() as gathering:
        used = read_export(look, gathering, today=TODAY, readers=[*others, mosswood])
        days = len(list(gathering.rows()))

    assert used is mosswood
    assert days == EXPECTED.count("read: ") - EXPECTED.count("not be read: ")


def test_a_first_line_that_is_damaged_has_a_plain_answer(mosswood: ExportReader) -> None:
    look = InMemory({"x": b'"' + EXPORT.encode()})

    assert mosswood.recognises(look)
    with pytest.raises(CannotRead, match="The first line is damaged"):
        mosswood.read(look, Noted(), choices=ExportChoices(), today=TODAY)


def test_the_reader_of_the_page_is_as_tidy_as_its_neighbours() -> None:
    ruff = Path(sys.executable).parent / "ruff"
    beside = "src/steadystep/importers/mosswood.py"
    for call in (["check"], ["format", "--check"]):
        answer = subprocess.run(
            [ruff, *call, "--no-cache", "--stdin-filename", beside, "-"],
            input=CODE,
            capture_output=True,
            text=True,
            cwd=HOME,
            check=False,
        )
        assert answer.returncode == 0, answer.stdout + answer.stderr


def test_it_imports_what_a_reader_may_import() -> None:
    rooms = set(re.findall(r"^ *from steadystep\.(\w+)", CODE, re.MULTILINE))

    assert rooms == {"core", "importers"}


def test_its_sentences_are_in_the_catalogue_already() -> None:
    new = re.findall(r'Sentence\("([^"]+)"', CODE)

    assert new
    for sentence in new:
        for one in re.split(r"(?<=[.:?!])\s", re.sub("[“”]", "", GAP.sub("x", sentence))):
            assert any(said.fullmatch(one) for said in SAID), one


def test_its_page_for_people_has_all_parts_and_says_what_may_be_seen() -> None:
    assert parts_of(FOR_PEOPLE) == [
        "Get the export out of the app",
        "Bring it",
        "What is taken",
        "What stays out",
        "What we have seen of it",
        "If something cannot be read",
    ]
    for row in rows_below(FOR_PEOPLE, "You see"):
        assert any(said.fullmatch(row) for said in SAID), row


@pytest.mark.parametrize("path", re.findall(r"`((?:src|tests|docs)/[\w/.-]+)`", TOLD))
def test_a_file_on_the_page_is_there_or_is_the_one_to_write(path: str) -> None:
    assert (HOME / path).exists() or "mosswood" in path


@pytest.mark.parametrize("module", re.findall(r"`(\w+\.py)`", TOLD))
def test_a_neighbour_on_the_page_is_there(module: str) -> None:
    assert (HOME / "src" / "steadystep" / "importers" / module).exists()
