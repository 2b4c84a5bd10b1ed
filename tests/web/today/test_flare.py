"""A flare: one tap, and a page that helps now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import FlareWord
from steadystep.core.today import today_of
from steadystep.web.today.fields import LINE_MOST
from steadystep.web.today.flare import LINES_MOST
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from tests.web.house import Home


def test_one_tap_says_it_and_leads_to_help(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Flare")
    assert page.taps == 1
    assert home.told(on.FlareTold) == [on.FlareTold(FlareWord.A_FLARE)]
    assert page.path == "/flare/"
    assert "Your flare is noted" in page.words
    assert "A smaller step today: 3 minutes, or rest." in page.words
    for help_now in ("Breathe slowly", "Warmth", "Ways to lie and sit", "My own words"):
        assert help_now in page.words


def test_what_is_shown_there_is_told_there(home: Home) -> None:
    lives.morning(home)
    Window(home).tap("Flare")
    assert home.told(on.DecisionGiven)[-1].dose == 30


def test_not_a_flare_after_all_is_one_tap(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Flare").tap("Not a flare after all")
    assert page.path == "/"
    assert not today_of(home.entries(), home.wall()).flare
    assert "Today: 5 minutes" in page.words


def test_from_today_the_page_is_always_at_hand(home: Home) -> None:
    lives.flare(home)
    assert Window(home).button("Flare: help now").href == "/flare/"


def test_the_page_helps_without_a_flare_too(home: Home) -> None:
    lives.answered(home)
    page = Window(home, "/more/").tap("Help for a hard day")
    assert "Help for a hard day" in page.words
    assert not home.told(on.FlareTold)
    assert page.tap("Flare").path == "/flare/"


def test_ones_own_list_is_kept_for_the_next_time(home: Home) -> None:
    lives.flare(home)
    page = Window(home, "/flare/").tap("Add", line="The cat").tap("Add", line="חושך")
    home.wall.later(days=90)
    page.open("/flare/")
    assert "The cat" in page.words
    assert "חושך" in page.words
    page.tap("Take away: The cat")
    assert "The cat" not in page.words
    assert "חושך" in page.words


def test_one_line_is_in_the_list_once(home: Home) -> None:
    lives.flare(home)
    page = Window(home, "/flare/").tap("Add", line="The cat").tap("Add", line="The cat")
    assert page.words.count("Take away: The cat") == 1


def test_whom_to_call_is_kept_and_can_be_emptied(home: Home) -> None:
    lives.flare(home)
    page = Window(home, "/flare/").tap("Keep", flare_call="Dana, 05 555 00 11")
    assert "Dana, 05 555 00 11" in page.words
    page.tap("Keep", flare_call="  ")
    assert "Dana" not in page.words


def test_a_full_list_says_so(home: Home) -> None:
    lives.flare(home)
    page = Window(home, "/flare/")
    for number in range(LINES_MOST):
        page.tap("Add", line=f"Thing {number}")
    assert "Add" not in page.names
    answer = home.post("/flare/", {"line": "One more"})
    assert answer.status_code == 422
    assert "Your list is full." in answer.content.decode()


@pytest.mark.parametrize("line", ["", "   ", "\u202e\u2066", "\x00\x07", "x" * (LINE_MOST + 1)])
def test_a_line_that_cannot_be_kept_is_told_so(home: Home, line: str) -> None:
    lives.flare(home)
    assert home.post("/flare/", {"line": line}).status_code == 422
    assert not home.told(on.PreferenceSet)


def test_a_script_is_words_and_nothing_else(home: Home) -> None:
    lives.flare(home)
    page = Window(home, "/flare/").tap("Add", line='<script>alert("x")</script>')
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


def test_marks_that_turn_the_line_round_are_left_out(home: Home) -> None:
    lives.flare(home)
    Window(home, "/flare/").tap("Add", line="\u202eten\u2069 drops\n now")
    (kept,) = home.told(on.PreferenceSet)
    assert kept.value == "ten drops  now"


def test_a_line_sent_twice_is_written_once(home: Home) -> None:
    lives.flare(home)
    sends = {**Window(home, "/flare/").button("Add").sends, "line": "The cat"}
    for _ in range(2):
        assert home.client.post("/flare/", sends).status_code == 302
    assert len(home.told(on.PreferenceSet)) == 1


def test_before_a_plan_the_page_helps_as_well(home: Home) -> None:
    assert Window(home, "/flare/").code == 200
