"""The malaise screen in pages: asked on yes or not sure, kept answer by answer, left for later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core.asks import Ask
from steadystep.core.events import (
    AskSkipped,
    MalaiseGateTold,
    MalaiseScreenTold,
    PlanStarted,
    ScreenAsked,
)
from steadystep.core.facts import Gate
from steadystep.core.malaise_screen import PEM_QUESTIONS
from steadystep.core.safety import Told
from steadystep.core.screening import is_screen_asked
from tests.web.begin.test_safety import gate_of, words_of
from tests.web.begin.walking import LAST, leads_to, tap, walk

if TYPE_CHECKING:
    from tests.web.house import Home

FIRST = "/safety/screen/1-often/"
# Twice "about half the time" and "moderate", worse after moving, for a day or more.
POSITIVE = {"often": "2", "strong": "2", "yes_or_no": "1", "hours": "24"}
NEGATIVE = {"often": "1", "strong": "1", "yes_or_no": "0", "hours": "2"}


def at_the_screen(home: Home, answer: str = "yes") -> None:
    walk(home, until="/safety/6/")
    told = tap(home, "/safety/6/", {"answer": answer})
    assert told.headers["Location"] == leads_to(home) == "/safety/screen/"


def answer_all(home: Home, answers: dict[str, str]) -> str:
    """Answer every question of the screen; return where the last one leads."""
    after = ""
    for one in PEM_QUESTIONS:
        path = f"/safety/screen/{one.name}/"
        assert leads_to(home, "/safety/screen/") == path
        after = tap(home, path, {"answer": answers[one.part]}).headers["Location"]
    return after


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_yes_or_not_sure_asks_the_screen(home: Home, answer: str) -> None:
    at_the_screen(home, answer)

    assert leads_to(home, "/safety/screen/") == FIRST
    assert "Dead, heavy feeling after starting to exercise" in words_of(home, FIRST)


def test_no_asks_no_screen(home: Home) -> None:
    walk(home, until="/safety/7/")

    assert leads_to(home) == "/safety/7/"
    assert home.get(FIRST).headers["Location"] == "/safety/7/"
    assert home.get("/safety/screen/").headers["Location"] == "/safety/7/"


def test_its_authors_and_its_licence_stand_on_each_page(home: Home) -> None:
    at_the_screen(home)

    for one in PEM_QUESTIONS:
        page = words_of(home, f"/safety/screen/{one.name}/")
        assert "Cotler, Holtzman, Dudun, Jason 2018. CC BY 4.0." in page


def test_a_positive_screen_is_pacing_in_words_that_name_no_illness(home: Home) -> None:
    at_the_screen(home)
    assert answer_all(home, POSITIVE) == "/safety/outcome/6/"

    page = words_of(home, "/safety/outcome/6/")
    assert "Your answers suggest getting worse after effort." in page
    assert "We will not suggest increases." in page
    assert "ME/CFS" not in page
    assert 'href="/safety/7/"' in home.get("/safety/outcome/6/").content.decode()


def test_pacing_only_ends_in_a_plan_behind_its_gate(home: Home) -> None:
    at_the_screen(home)
    answer_all(home, POSITIVE)
    for number in (7, 8):
        tap(home, f"/safety/{number}/", {"answer": "none"})
    for path, data in LAST:
        tap(home, path, data)

    assert len(home.told(PlanStarted)) == 1
    assert gate_of(home) == Gate.PACING_ONLY


def test_a_negative_screen_goes_on(home: Home) -> None:
    at_the_screen(home)

    assert answer_all(home, NEGATIVE) == "/safety/7/"
    assert home.told(MalaiseScreenTold)[0].screen.items == ((1, 1),) * 5


def test_what_is_there_none_of_the_time_is_not_asked_how_severe_it_is(home: Home) -> None:
    at_the_screen(home)
    tap(home, FIRST, {"answer": "0"})

    assert leads_to(home, "/safety/screen/") == "/safety/screen/2-often/"
    assert f'href="{FIRST}"' in home.get("/safety/screen/2-often/").content.decode()


def test_each_answer_outlives_the_browser(home: Home) -> None:
    at_the_screen(home)
    tap(home, FIRST, {"answer": "3"})
    tap(home, "/safety/screen/1-strong/", {"answer": "2"})
    home.wall.later(hours=9)
    home.client = home.a_client()

    assert leads_to(home, "/safety/screen/") == "/safety/screen/2-often/"
    assert 'value="3" aria-pressed="true"' in home.get(FIRST).content.decode()


def test_left_for_later_the_first_run_goes_on_and_offers_wait(home: Home) -> None:
    at_the_screen(home)
    told = tap(home, FIRST, {"answer": "later"})
    assert told.headers["Location"] == "/safety/7/"
    assert home.told(AskSkipped) == [AskSkipped(Ask.SCREEN)]

    for number in (7, 8):
        tap(home, f"/safety/{number}/", {"answer": "none"})
    assert home.told(ScreenAsked)[-1] == ScreenAsked(due=True)
    for path, data in LAST:
        tap(home, path, data)
    assert leads_to(home, "/safety/screen/") == FIRST
    assert answer_all(home, NEGATIVE) == "/"
    assert home.told(ScreenAsked)[-1] == ScreenAsked(due=False)


def test_not_sure_within_it_freezes_offers_and_asks_again_in_two_weeks(home: Home) -> None:
    at_the_screen(home)
    tap(home, FIRST, {"answer": "not_sure"})
    asked_on = home.wall().date()

    assert home.told(MalaiseGateTold)[-1] == MalaiseGateTold(Told.NOT_SURE)
    assert leads_to(home) == "/safety/7/"
    assert home.told(ScreenAsked)[-1] == ScreenAsked(due=True)
    days = [asked_on.replace(day=asked_on.day + more) for more in (1, 13, 14)]
    assert [is_screen_asked(home.entries(), day) for day in days] == [False, False, True]


def test_answered_again_a_yes_asks_the_screen_after_the_last_question(home: Home) -> None:
    walk(home)
    assert tap(home, "/safety/6/", {"answer": "yes"}).headers["Location"] == "/safety/7/"
    tap(home, "/safety/7/", {"answer": "none"})

    assert tap(home, "/safety/8/", {"answer": "none"}).headers["Location"] == "/safety/screen/"


def test_at_any_time_the_screen_can_be_answered_of_ones_own_accord(home: Home) -> None:
    walk(home)
    assert leads_to(home, "/safety/screen/") == FIRST

    assert answer_all(home, POSITIVE) == "/safety/outcome/6/"
    assert gate_of(home) == Gate.PACING_ONLY


def test_two_negative_screens_four_weeks_apart_open_the_way_out(home: Home) -> None:
    walk(home)
    answer_all(home, POSITIVE)
    home.wall.later(days=2)
    answer_all(home, NEGATIVE)
    assert gate_of(home) == Gate.PACING_ONLY

    home.wall.later(days=28)
    assert answer_all(home, NEGATIVE) == "/"
    assert gate_of(home) == Gate.OPEN


def test_the_way_back_from_the_first_question_is_the_gate_question(home: Home) -> None:
    at_the_screen(home)
    assert 'class="back" href="/safety/6/"' in home.get(FIRST).content.decode()

    tap(home, FIRST, {"answer": "later"})
    for number in (7, 8):
        tap(home, f"/safety/{number}/", {"answer": "none"})
    for path, data in LAST:
        tap(home, path, data)
    assert 'class="back" href="/safety/"' in home.get(FIRST).content.decode()


def test_there_is_no_sixth_item(home: Home) -> None:
    walk(home)

    assert home.get("/safety/screen/6-yes_or_no/").status_code == 404
