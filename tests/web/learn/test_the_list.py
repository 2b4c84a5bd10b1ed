"""The list of all days: what can be read, what was read, and nothing that counts or scolds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.chapters import bundled
from steadystep.core import events as on
from steadystep.core.facts import FlareWord
from steadystep.explain import banned_in
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from tests.web.house import Home


def test_every_written_day_is_a_link_and_every_other_a_line(home: Home) -> None:
    lives.morning(home)
    window = Window(home, "/learn/")
    links = [one.href for one in window.read.buttons]

    for planned in bundled().plan:
        is_written = planned.day in bundled().written
        assert (f"/learn/{planned.day}/" in links) == is_written
        chapter = bundled().chapter(planned.day, "en")
        assert (chapter.title if chapter else planned.lines["en"]) in window.words


def test_what_was_read_says_so_and_everything_stays_open(home: Home) -> None:
    lives.morning(home)
    home.say(on.ChapterRead(bundled().name, 2))
    window = Window(home, "/learn/")
    assert [
        one.name.endswith("Read") for one in window.read.buttons if one.href == "/learn/2/"
    ] == [True]
    assert "/learn/14/" in [one.href for one in window.read.buttons]


def test_a_chapter_that_a_flare_called_up_says_why(home: Home) -> None:
    lives.morning(home)
    home.say(on.FlareTold(FlareWord.A_FLARE))
    names = [one.name for one in Window(home, "/learn/").read.buttons if one.href == "/learn/4/"]
    assert names[0].endswith("After your flare")


def test_a_chapter_that_a_big_day_called_up_says_why(home: Home) -> None:
    lives.morning(home)
    home.say(on.DayTold(on.Busy.FAR_TOO_MUCH), at=home.wall() - timedelta(days=1))
    names = [one.name for one in Window(home, "/learn/").read.buttons if one.href == "/learn/3/"]
    assert names[0].endswith("After your big day")


@pytest.mark.parametrize("life", [lives.first_morning, lives.morning, lives.paused])
def test_no_word_of_it_scolds(home: Home, life: object) -> None:
    life(home)  # type: ignore[operator]
    words = Window(home, "/learn/").words
    assert not banned_in(words)
    for word in ("late", "behind", "locked", "%", "remaining"):
        assert word not in words.lower().split()
