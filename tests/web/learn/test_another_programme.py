"""An organisation's own folder of chapters, in the place of ours."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from django.conf import settings

import steadystep.chapters
from steadystep.cli.serve import serve as verb
from steadystep.web.home import serve
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from tests.web.house import Home

OURS = Path(steadystep.chapters.__file__).parent / "programme"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A copy of our folder under a name of its own, with a chapter that has a mistake in it."""
    folder = tmp_path / "theirs"
    shutil.copytree(OURS, folder)
    plan = folder / "programme.toml"
    plan.write_text(
        plan.read_text("utf-8")
        .replace('name = "steadystep"', 'name = "their-clinic"')
        .replace("Twenty-eight small days", "Days of our clinic"),
        "utf-8",
    )
    broken = next(folder.glob("day-03*/en.md"))
    broken.write_text(broken.read_text("utf-8").replace("day = 3", "day = x", 1), "utf-8")
    return folder


def test_its_chapters_are_shown_and_one_that_cannot_be_read_is_left_out(
    home: Home, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "STEADYSTEP_PROGRAMME", theirs)
    lives.morning(home)

    window = Window(home, "/learn/")

    assert "Days of our clinic" in window.words
    assert "/learn/4/" in [one.href for one in window.read.buttons]
    # In English it cannot be read; in Hebrew it can, and is not the programme's first language.
    assert "/learn/3/" not in [one.href for one in window.read.buttons]
    assert home.get("/learn/3/").status_code == 404
    assert home.get("/learn/worker.js").status_code == 200
    assert home.get("/learn/sources/").status_code == 200


def test_reading_is_noted_under_its_own_name(
    home: Home, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "STEADYSTEP_PROGRAMME", theirs)
    lives.morning(home)
    Window(home, "/learn/4/").tap("I have read it")
    assert [one.event.programme for one in home.entries() if hasattr(one.event, "programme")] == [
        "their-clinic"
    ]


def test_something_living_that_no_page_knows_leaves_no_hole(
    home: Home, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chapter = next(theirs.glob("day-13*/en.md"))
    chapter.write_text(chapter.read_text("utf-8").replace(":: own-picture", ":: a-dragon"), "utf-8")
    monkeypatch.setattr(settings, "STEADYSTEP_PROGRAMME", theirs)
    lives.morning(home)
    assert home.get("/learn/13/").status_code == 200
    assert home.get("/learn/plain/en/13/").status_code == 200


def test_at_the_start_it_is_said_what_cannot_be_read(
    theirs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, problems = serve._look_through(str(theirs))
    serve._tell_problems(problems)

    assert folder == theirs
    said = capsys.readouterr().out
    assert "The others are there:" in said
    assert "day-03-boom-and-bust/en.md" in said


def test_a_folder_without_a_plan_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"holds no programme\.toml"):
        serve.serve(programme=str(tmp_path), no_browser=True)


def test_with_nothing_wrong_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    serve._tell_problems(serve._look_through(str(OURS))[1])
    assert capsys.readouterr().out == ""


def test_the_verb_hands_the_folder_on(theirs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[list[str]] = []
    monkeypatch.setattr("runpy.run_module", lambda *_, **__: handed.append(sys.argv[1:]))
    monkeypatch.setattr(sys, "argv", ["steadystep"])

    answer = CliRunner().invoke(verb, ["--programme", str(theirs), "--no-browser"])

    assert answer.exit_code == 0
    assert handed == [["--no-browser", "--programme", str(theirs)]]
