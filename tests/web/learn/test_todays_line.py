"""Today's one quiet line: there where something is new, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.chapters import bundled
from steadystep.core import events as on
from steadystep.core.facts import FlareWord
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.house import Home


def line(home: Home) -> str:
    """The line of today; nothing where there is none."""
    found = [one for one in Window(home).read.buttons if one.href.startswith("/learn/")]
    assert len(found) <= 1
    return found[0].name if found else ""


def test_it_is_one_line_at_the_end_of_the_page(home: Home) -> None:
    lives.first_morning(home)
    window = Window(home)
    chapter = bundled().chapter(1, "en")
    assert chapter

    assert window.names[-1] == f"Day 1 · {chapter.title} · {chapter.minutes} min"
    assert window.read.buttons[-1].href == "/learn/1/"


def test_what_was_read_makes_room_for_what_waits_and_then_for_nothing(home: Home) -> None:
    lives.morning(home)
    assert line(home).startswith("Day 4")
    home.say(on.ChapterRead(bundled().name, 4))
    assert line(home).startswith("Day 3")
    home.say(*(on.ChapterRead(bundled().name, one) for one in (1, 2, 3)))
    assert line(home) == ""


def test_another_programmes_reading_is_not_ours(home: Home) -> None:
    lives.first_morning(home)
    home.say(on.ChapterRead("of-somebody-else", 1))
    assert line(home).startswith("Day 1")


def test_a_flare_calls_its_chapter_up(home: Home) -> None:
    lives.first_morning(home)
    home.say(on.FlareTold(FlareWord.A_FLARE))
    assert line(home).startswith("After your flare · ")


@pytest.mark.parametrize("life", [lives.fog, lives.red_flag])
def test_in_fog_and_behind_a_red_flag_there_is_none(
    home: Home, life: Callable[[Home], None]
) -> None:
    life(home)
    assert line(home) == ""


def test_more_always_leads_to_the_chapters_and_their_sources(home: Home) -> None:
    lives.fog(home)
    hrefs = [one.href for one in Window(home, "/more/").read.buttons]
    assert "/learn/" in hrefs
    assert "/learn/sources/" in hrefs
