"""After a session: how hard, what then, and the rule behind the line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from tests.web.move.living import since, text, with_a_plan

if TYPE_CHECKING:
    from tests.web.house import Home

BAD = ("", "-1", "11", "3.5", "hard", "9" * 50, "<b>3</b>", "\u202e3", "٣")


def after_a_session(home: Home) -> None:
    with_a_plan(home)
    home.say(on.SessionTold(50))


def test_an_effort_is_told_by_one_tap(home: Home) -> None:
    after_a_session(home)
    page = text(home.get("/move/effort/"))

    answer = home.post("/move/effort/", {"effort": "2"})

    assert page.count('name="effort"') == 11
    assert home.told(on.EffortTold) == [on.EffortTold(2)]
    assert answer["Location"] == "/"


def test_above_gentle_leads_to_kind_words(home: Home) -> None:
    after_a_session(home)

    answer = home.post("/move/effort/", {"effort": "4"})

    assert answer["Location"] == "/move/above/"
    assert "Next time, slower or seated may suit you better." in text(home.get("/move/above/"))


@pytest.mark.parametrize("said", BAD)
def test_an_effort_off_the_scale_is_asked_again(home: Home, said: str) -> None:
    after_a_session(home)

    answer = home.post("/move/effort/", {"effort": said})

    assert answer.status_code == 422
    assert "Tap a number from 0 to 10." in text(answer)
    assert home.told(on.EffortTold) == []


def test_it_is_asked_once(home: Home) -> None:
    after_a_session(home)
    home.wall.later(seconds=5)
    home.post("/move/effort/", {"effort": "2"})

    assert home.get("/move/effort/")["Location"] == "/"
    assert home.post("/move/effort/", {"effort": "9"})["Location"] == "/"
    assert home.told(on.EffortTold) == [on.EffortTold(2)]


def test_without_a_session_there_is_nothing_to_ask(home: Home) -> None:
    with_a_plan(home)

    assert home.get("/move/effort/")["Location"] == "/"


def test_not_today_is_not_asked_about(home: Home) -> None:
    with_a_plan(home)
    home.say(on.SessionTold(0))

    assert home.get("/move/effort/")["Location"] == "/"


def test_a_session_long_ago_is_not_asked_about_here(home: Home) -> None:
    after_a_session(home)
    home.wall.later(hours=4)

    assert home.get("/move/effort/")["Location"] == "/"


def test_resting_is_the_right_thing_to_do(home: Home) -> None:
    page = text(home.get("/move/rest/"))

    assert "Stopping was the right thing to do." in page
    assert "Chest pain, fainting, or no breath at rest: call for help now." in page


def test_the_page_behind_the_rule_says_that_it_is_a_choice(home: Home) -> None:
    page = text(home.get("/move/rule/"))

    assert "This advice is our choice." in page
    assert "Up to 2 more than that" in page


def test_from_the_rule_one_goes_back_to_the_session_under_way(home: Home) -> None:
    with_a_plan(home)
    began = since(home, timedelta(minutes=1))

    page = text(home.get(f"/move/rule/?of=slow-walk&since={began}&step=50&way=sitting&count=0"))

    assert f'href="/move/slow-walk/go/?since={began}&step=50&way=sitting&count=0"' in page


@pytest.mark.parametrize("query", ["", "?of=headstand", "?of=https://elsewhere.example/"])
def test_from_the_rule_no_address_leads_elsewhere(home: Home, query: str) -> None:
    page = text(home.get(f"/move/rule/{query}"))

    assert 'href="/move/"' in page
    assert "elsewhere" not in page


def test_what_is_carried_along_stays_text(home: Home) -> None:
    page = home.client.get(
        "/move/rule/", {"of": "slow-walk", "since": '"><script>', "way": "//x.example"}
    ).content.decode()

    assert "<script>" not in page.split("<main")[0].split("</head>")[1]
