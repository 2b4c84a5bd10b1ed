"""The page about the terminal shows one morning, and that morning can be lived as it stands."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.core import events as on
from tests.cli.at_home import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "people" / "terminal.md").read_text(encoding="utf-8")
# English, eight times no or none, a walk, at any time; 10 minutes on a bad day, usual 4 and 5.
ANSWERS = "1\n" + "2\n" * 6 + "0\n" * 2 + "1\n1\n10\n4\n5\n"
TYPED = {"start": ANSWERS, "bring export.zip": "y\n"}
AN_EXPORT = Path(__file__).parents[1] / "importers" / "exports" / "fixtures" / "garmin"


def spoken() -> Iterator[tuple[int, str, str]]:
    """What is typed on the page: after how many days more, the line, and what it says is shown."""
    days = 0
    for clock, block in re.findall(
        r"<!-- clock: days=(\d) -->|```console\n(.*?)```", PAGE, flags=re.DOTALL
    ):
        days = int(clock or days)
        for said in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, shown = said.partition("\n")
            yield days, line.removeprefix("steadystep "), shown
            days = 0


def test_every_line_of_the_page_works_and_shows_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.make_archive("export", "zip", AN_EXPORT)
    terminal = Terminal(tmp_path / "record", someone=True)
    shown_on_the_page = 0

    for days, line, shown in spoken():
        terminal.later(days=days, minutes=5)
        answer = terminal(line, typed=TYPED.get(line, ""))
        assert answer.exit_code == 0, (line, answer.output)
        if shown:
            assert answer.stdout == shown
            shown_on_the_page += 1

    assert shown_on_the_page
    assert len(terminal.told(on.PlanStarted)) == len(("start", "swap"))


def test_what_stands_in_the_text_can_be_typed_as_well(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "record", someone=True)
    terminal.well("start", typed=ANSWERS)
    terminal.lived(7)
    terminal.well("check-in 4 4")

    for line in re.findall(r"`steadystep ([^`]+)`", PAGE):
        assert terminal(line).exit_code in {0, 1}, line
        assert shlex.split(line)
