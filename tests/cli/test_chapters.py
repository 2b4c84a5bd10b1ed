"""`steadystep chapters`: what is to be mended, a page to look at, a PDF, and the sources."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steadystep.cli.programme import BUNDLED

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal

GARDEN = Path(__file__).parents[1] / "chapters" / "on_paper"


@pytest.fixture(autouse=True)
def after_the_last_review(new: Terminal) -> None:
    """A review that is still to come is something to mend."""
    new.time = new.time.replace(year=2026, month=12)


@pytest.fixture
def garden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented programme, and a folder to write in."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(GARDEN, tmp_path / "garden")
    return tmp_path / "garden"


def spoil(garden: Path, before: str, after: str, language: str = "en") -> None:
    """Change a few words of day 3."""
    file = garden / "day-03-the-paradox" / f"{language}.md"
    file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


class TestCheck:
    def test_our_own_programme_has_nothing_to_mend(self, new: Terminal) -> None:
        assert "Nothing is to be mended." in new.well("chapters check")

    def test_each_place_to_mend_has_its_file_and_its_line(
        self, new: Terminal, garden: Path
    ) -> None:
        spoil(garden, "Stop while it still feels easy.", "Stop while it still feels normal.")

        done = new(f"chapters check {garden}")

        assert done.exit_code == 1
        assert re.search(
            r"^day-03-the-paradox/en\.md, line \d+: .*normal", done.stdout, re.MULTILINE
        )
        assert re.search(r"\d+ places? to mend", done.stdout)

    def test_a_program_reads_one_object_a_line(self, new: Terminal, garden: Path) -> None:
        spoil(garden, "Stop while it still feels easy.", "Stop while it still feels normal.")

        done = new(f"chapters check {garden} --json")

        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert done.exit_code == 1
        assert {"file", "line", "what", "is_hint"} == set(rows[0])
        assert any("normal" in row["what"] for row in rows)

    def test_hints_do_not_end_it_badly(self, new: Terminal) -> None:
        """Ours is read in a far year, when every review is long ago."""
        new.time = new.time.replace(year=2090)

        done = new("chapters check")

        assert done.exit_code == 0
        assert "hint" in done.stdout

    def test_a_folder_without_a_programme_is_an_answer(self, new: Terminal, tmp_path: Path) -> None:
        done = new(f"chapters check {tmp_path}")

        assert done.exit_code == 1
        assert "holds no programme.toml" in done.stderr


class TestPreview:
    def test_it_is_one_page_with_both_languages_and_nothing_from_outside(
        self, new: Terminal, garden: Path
    ) -> None:
        told = new.well(f"chapters preview {garden} 3")

        page = (garden.parent / "garden-day-03.html").read_text(encoding="utf-8")
        assert "garden-day-03.html" in told
        assert 'lang="en"' in page
        assert 'lang="he"' in page
        assert "Why movement helps and hurts" in page
        assert "למה תנועה עוזרת" in page
        assert not re.search(r"<script|<link|<img|href=|src=|url\(|https?:", page)

    def test_what_is_to_be_mended_stands_on_top_and_is_escaped(
        self, new: Terminal, garden: Path
    ) -> None:
        spoil(garden, "Stop while it still feels easy.", "Only <b>now</b>.")

        new.well(f"chapters preview {garden}")

        page = (garden.parent / "garden.html").read_text(encoding="utf-8")
        assert page.index('class="mend"') < page.index('class="day"')
        assert "<b>" not in page

    def test_of_all_days_it_shows_all(self, new: Terminal, garden: Path) -> None:
        new.well(f"chapters preview {garden} --into all.html")

        assert (garden.parent / "all.html").read_text(encoding="utf-8").count('class="day"') == 2

    def test_ours_has_nothing_on_top(
        self, new: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        new.well(f"chapters preview {BUNDLED} 13")

        assert "Nothing is to be mended." in Path("steadystep-day-13.html").read_text("utf-8")

    def test_what_a_page_does_not_know_keeps_its_name(self, new: Terminal, garden: Path) -> None:
        spoil(garden, ":: four-kinds", ":: a-dance")

        new.well(f"chapters preview {garden} 3 --into one.html")

        assert "a-dance" in (garden.parent / "one.html").read_text(encoding="utf-8")

    def test_a_day_that_is_not_written(self, new: Terminal, garden: Path) -> None:
        done = new(f"chapters preview {garden} 2")

        assert done.exit_code == 1
        assert "Day 2 is not written yet." in done.stderr


class TestPaper:
    def test_one_chapter(self, new: Terminal, garden: Path) -> None:
        told = new.well(f"chapters paper 1 --programme {garden}")

        assert told == "Written into garden-day-01-en.pdf.\n"
        assert (garden.parent / "garden-day-01-en.pdf").read_bytes().startswith(b"%PDF-")

    def test_in_hebrew_and_under_a_name_of_ones_own(self, new: Terminal, garden: Path) -> None:
        new.well(f"chapters paper 1 --language he --into mine.pdf --programme {garden}")

        assert b"/Lang(he)" in (garden.parent / "mine.pdf").read_bytes()

    def test_all_of_it_as_a_booklet(self, new: Terminal, garden: Path) -> None:
        new.well(f"chapters paper --all --programme {garden}")

        assert (garden.parent / "garden-en.pdf").read_bytes().startswith(b"%PDF-")

    @pytest.mark.parametrize("which", ["", "3 --all"])
    def test_one_day_or_all_is_named(self, new: Terminal, which: str) -> None:
        done = new(f"chapters paper {which}")

        assert done.exit_code == 2
        assert "Name one day, or --all." in done.stderr

    def test_a_language_that_is_not_there(self, new: Terminal) -> None:
        done = new("chapters paper 1 --language fr")

        assert done.exit_code == 1
        assert done.stderr == "This programme is there in en, he. Name one of them.\n"

    def test_a_folder_that_is_not_there_leaves_nothing(self, new: Terminal, garden: Path) -> None:
        done = new(f"chapters paper 1 --into none/here.pdf --programme {garden}")

        assert done.exit_code == 1
        assert "cannot be written" in done.stderr
        assert list(garden.parent.glob("**/*.part")) == []


class TestSources:
    def test_every_claim_has_its_grade_its_days_and_its_sources(
        self, new: Terminal, garden: Path
    ) -> None:
        shown = new.well(f"chapters sources --programme {garden}")

        assert "Known fairly well." in shown
        assert "Days: 3." in shown
        assert "doi 10.1002/14651858.CD013340" in shown

    def test_for_a_program(self, new: Terminal, garden: Path) -> None:
        told = new.well(f"chapters sources --json --language he --programme {garden}")

        rows = [json.loads(line) for line in told.splitlines()]
        assert [row["name"] for row in rows] == ["mixed", "after", "two"]
        assert rows[0]["sources"][0]["doi"] == "10.1002/14651858.CD013340"


class TestHelp:
    def test_it_lists_its_verbs(self, new: Terminal) -> None:
        shown = new.well("chapters --help")

        for name in ("check", "preview", "paper", "sources"):
            assert re.search(rf"^  {name} +\w", shown, re.MULTILINE)

    @pytest.mark.parametrize("name", ["check", "preview", "paper", "sources"])
    def test_each_has_examples(self, new: Terminal, name: str) -> None:
        assert f"  steadystep chapters {name}" in new.well(f"chapters {name} --help")
