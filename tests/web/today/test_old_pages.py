"""Old pages, double clicks, two windows, and clocks that jump: said once, or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import FlareWord
from steadystep.core.today import today_of
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.house import Home

OLD = "That page was old. Nothing was changed."
ANSWERED = "That was answered already. Nothing was changed."


def said(home: Home) -> list[object]:
    """All that the person said, in its order."""
    told = (on.DecisionGiven, on.ReferenceSet)
    return [one.event for one in home.entries() if not isinstance(one.event, told)]


@pytest.mark.parametrize(
    ("life", "name"),
    [
        (lives.answered, "Done"),
        (lives.answered, "Not today"),
        (lives.answered, "Flare"),
        (lives.yesterday_unknown, "Yes"),
        (lives.fog, "Worse"),
        (lives.offer, "8"),
        (lambda home: lives.offer(home, 8), "Try 6"),
        (lives.done, "3 gentle"),
        (lives.done, "A bit"),
        (lives.done, "Undo done"),
        (lives.evening, "Far too much"),
        (lives.evening, "Skip"),
    ],
)
def test_a_double_click_is_said_once(home: Home, life: Callable[[Home], None], name: str) -> None:
    life(home)
    twice = Window(home)
    button = twice.button(name)
    before = len(said(home))
    twice.tap(name)
    once = said(home)
    assert len(once) > before
    home.wall.later(seconds=1)
    again = home.client.post(button.action, button.sends, follow=True)
    assert again.status_code == 200
    assert again.request["PATH_INFO"] in {"/", "/flare/"}
    assert said(home) == once


@pytest.mark.parametrize(
    ("life", "name"),
    [
        (lives.answered, "Done"),
        (lives.answered, "Not today"),
        (lives.yesterday_unknown, "Yes"),
        (lives.fog, "Worse"),
        (lives.offer, "8"),
        (lives.offer, "Stay at 5"),
        (lambda home: lives.offer(home, 8), "Try 6"),
        (lives.evening, "Busier"),
        (lives.evening, "Skip"),
        (lives.kept_moving, "Yes, most days"),
        (lives.usual_moved, "Take 5"),
        (lives.long_flare, "Yes"),
    ],
)
def test_a_page_of_another_day_says_nothing(
    home: Home, life: Callable[[Home], None], name: str
) -> None:
    life(home)
    page = Window(home)
    home.wall.later(days=1, hours=-4)
    before = said(home)
    page.tap(name)
    assert page.code == 422
    assert OLD in page.words or ANSWERED in page.words
    assert said(home) == before
    assert page.tap("Go on").code == 200


def test_an_offer_that_has_gone_is_told_in_plain_words(home: Home) -> None:
    lives.offer(home, 8)
    page = Window(home)
    home.say(on.FlareTold(FlareWord.A_FLARE))
    page.tap("Try 6")
    assert page.code == 422
    assert ANSWERED in page.words
    assert not home.told(on.OfferAnswered)


def test_two_windows_say_done_once(home: Home) -> None:
    lives.answered(home)
    one, other = Window(home), Window(home)
    one.tap("Done")
    other.tap("Done")
    assert other.code == 422
    assert "This is how it is now." in other.words
    assert today_of(home.entries(), home.wall()).session == 50


def test_a_step_that_changed_meanwhile_is_not_done_by_an_old_page(home: Home) -> None:
    lives.answered(home)
    old = Window(home)
    home.say(on.FlareTold(FlareWord.A_FLARE))
    old.tap("Done")
    assert old.code == 422
    assert "Today: 3 minutes" in old.words
    assert today_of(home.entries(), home.wall()).session is None


def test_two_windows_answer_one_question_once(home: Home) -> None:
    lives.evening(home)
    one, other = Window(home), Window(home)
    one.tap("Quieter")
    other.tap("Busier")
    assert other.code == 422
    assert ANSWERED in other.words
    assert home.told(on.DayTold) == [on.DayTold(on.Busy.QUIETER)]


def test_a_flare_is_taken_from_any_page_however_old(home: Home) -> None:
    lives.answered(home)
    old = Window(home)
    home.wall.later(days=3)
    old.tap("Flare")
    (entry,) = (one for one in home.entries() if isinstance(one.event, on.FlareTold))
    assert entry.at == home.wall()


def test_two_windows_tell_one_flare(home: Home) -> None:
    lives.answered(home)
    one, other = Window(home), Window(home)
    one.tap("Flare")
    other.tap("Flare")
    assert len(home.told(on.FlareTold)) == 1
    assert other.path == "/flare/"


@pytest.mark.parametrize("jump", [timedelta(days=-2), timedelta(hours=-3), timedelta(days=400)])
def test_a_clock_that_jumps_still_shows_a_day(home: Home, jump: timedelta) -> None:
    lives.done(home)
    Window(home)
    home.wall.time += jump
    page = Window(home)
    assert page.code == 200
    assert "Flare" in page.names


def test_before_four_it_is_still_yesterday(home: Home) -> None:
    lives.answered(home)
    Window(home).tap("Done")
    lives.now_is(home, 4, 27.5)
    assert "Noted: 5 minutes" in Window(home).words
    lives.now_is(home, 4, 28.5)
    assert "Same as yesterday" in Window(home).names


def test_a_form_without_a_key_of_ours_writes_nothing(home: Home) -> None:
    lives.answered(home)
    button = Window(home).button("Done")
    before = said(home)
    for key in ("", "1", "<script>", "x" * 5_000):
        answer = home.client.post(button.action, {**button.sends, "key": key})
        assert answer.status_code == 422
    assert said(home) == before


@pytest.mark.parametrize(
    "path",
    [
        "/answer/evening/",
        "/answer/evening/skip/",
        "/done/",
        "/flare/now/",
        "/undo/now/",
        "/more/easier/",
        "/more/smaller/",
        "/more/try/",
        "/more/fog/",
        "/more/pause/",
        "/more/resume/",
    ],
)
def test_an_address_that_writes_leads_back_when_it_is_opened(home: Home, path: str) -> None:
    lives.answered(home)
    before = said(home)
    page = Window(home, path)
    assert (page.code, page.path) == (200, "/flare/" if "flare" in path else "/")
    assert said(home) == before
