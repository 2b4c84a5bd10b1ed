"""The first run, tap by tap: what is asked, what is kept, and what it ends in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from steadystep.core.beginning import BESIDE_SAFETY, Screen, beginning_of
from steadystep.core.events import (
    BadDayTold,
    GateSet,
    MovementChosen,
    PageSeen,
    PlanStarted,
    PreferenceSet,
    RedFlagsTold,
    UsualTold,
)
from steadystep.core.facts import Gate
from steadystep.core.fold import Fold, in_order
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from tests.web.begin.walking import ALL, FIRST, LAST, SAFETY, leads_to, tap, walk

if TYPE_CHECKING:
    from tests.web.house import Home


def test_the_whole_way_ends_in_a_plan_and_an_open_gate(home: Home) -> None:
    for path, data in ALL:
        tap(home, path, data)

    assert home.told(PlanStarted) == [
        PlanStarted(
            unit=Unit.MINUTES,
            start=25,
            new_movement=True,
            usual_pain=40,
            usual_fatigue=60,
            movement=Movement.WALK,
            anchor="after_lunch",
        )
    ]
    fold = Fold()
    fold.standing_before(in_order(home.entries()))
    assert fold.standing.gate == Gate.OPEN
    assert leads_to(home) == "/"


def test_every_answer_leads_to_the_next_screen(home: Home) -> None:
    following = [path for path, _ in ALL[1:]] + ["/"]

    for (path, data), after in zip(ALL, following, strict=True):
        assert leads_to(home) == path
        assert tap(home, path, data).headers["Location"] == after


def test_it_is_six_screens_beside_safety_and_eight_questions(home: Home) -> None:
    said = []
    for path, data in ALL:
        page = home.get(path).content.decode()
        said.append(re.search(r'class="far">([^<]+)<', page))
        tap(home, path, data)
    told = [one[1] for one in said if one]

    assert len(FIRST) + len(SAFETY) + len(LAST) == len(ALL) == len(told) == 15
    assert told[:3] == ["1 of 6", "2 of 6", "Safety 1 of 8"]
    assert told[9:] == ["Safety 8 of 8", "3 of 6", "4 of 6", "4 of 6", "5 of 6", "6 of 6"]
    assert len(BESIDE_SAFETY) == 6


@pytest.mark.parametrize("left", range(1, len(ALL)))
def test_whoever_closes_the_page_goes_on_where_they_were(home: Home, left: int) -> None:
    walk(home, until=ALL[left][0])
    home.wall.later(days=3)
    home.client = home.a_client()

    assert leads_to(home) == ALL[left][0]


def test_whatever_can_be_skipped_is_skipped_with_one_tap(home: Home) -> None:
    walk(home, until="/begin/movement/")
    for path, _ in LAST:
        name = re.search(r'name="(\w+)" value="skip"', home.get(path).content.decode())
        assert name, path
        tap(home, path, {name[1]: "skip"})

    (plan,) = home.told(PlanStarted)
    assert (plan.movement, plan.unit, plan.start) == (Movement.WALK, Unit.MINUTES, 5)
    assert (plan.usual_pain, plan.usual_fatigue, plan.new_movement) == (None, None, True)
    assert home.told(BadDayTold) == [BadDayTold(None)]
    assert home.told(UsualTold)[-1] == UsualTold(None, None)


@pytest.mark.parametrize("path", [path for path, _ in SAFETY])
def test_no_safety_question_can_be_skipped(home: Home, path: str) -> None:
    walk(home, until=path)
    page = home.get(path).content.decode()

    assert "skip" not in re.sub(r'class="skip"', "", page).lower()
    assert tap(home, path, {"answer": "skip"}).status_code == 422
    assert leads_to(home) == path


@pytest.mark.parametrize("path", [path for path, _ in ALL[1:]])
def test_nobody_gets_ahead_of_their_turn(home: Home, path: str) -> None:
    data = dict(ALL)[path]

    assert home.get(path).headers["Location"] == "/begin/language/"
    assert tap(home, path, data).headers["Location"] == "/begin/language/"
    assert home.entries() == []


def test_back_shows_what_was_answered_and_another_answer_takes_its_place(home: Home) -> None:
    walk(home, until="/begin/usual-pain/")
    page = home.get("/begin/bad-day/").content.decode()
    assert re.search(r'value="50" aria-pressed="true"', page)

    assert tap(home, "/begin/bad-day/", {"amount": "20"}).headers["Location"] == "/begin/start/"
    assert "1 minute" in home.get("/begin/start/").content.decode()


@pytest.mark.parametrize(
    ("path", "back"),
    [
        ("/begin/what/", "/begin/language/"),
        ("/safety/1/", "/begin/what/"),
        ("/safety/5/", "/safety/4/"),
        ("/begin/movement/", "/safety/8/"),
        ("/begin/start/", "/begin/bad-day/"),
        ("/begin/usual-fatigue/", "/begin/usual-pain/"),
    ],
)
def test_the_way_back_is_the_screen_before(home: Home, path: str, back: str) -> None:
    walk(home, until=path)

    assert f'class="back" href="{back}"' in home.get(path).content.decode()


def test_the_first_screen_has_no_way_back(home: Home) -> None:
    assert 'class="back"' not in home.get("/begin/language/").content.decode()


# Language and text size -----------------------------------------------------------------------


def test_a_language_is_kept_at_once_and_the_page_stays(home: Home) -> None:
    answer = tap(home, "/begin/language/", {"language": "he"})

    assert answer.headers["Location"] == "/begin/language/"
    assert home.told(PreferenceSet) == [PreferenceSet("language", "he")]
    assert '<html lang="he" dir="rtl"' in home.get("/begin/language/").content.decode()


def test_a_text_size_is_kept_at_once(home: Home) -> None:
    tap(home, "/begin/language/", {"text_size": "150"})

    page = home.get("/begin/language/").content.decode()
    assert 'data-size="150"' in page
    assert re.search(r'value="150" aria-pressed="true"', page)


def test_the_language_that_was_read_is_chosen_by_going_on(home: Home) -> None:
    home.wall.later(seconds=1)
    home.post("/begin/language/", headers={"accept-language": "he-IL,he;q=0.9"})

    assert home.told(PreferenceSet) == [PreferenceSet("language", "he")]
    assert home.told(PageSeen) == [PageSeen(Screen.LANGUAGE)]


def test_a_chosen_language_is_not_chosen_again(home: Home) -> None:
    tap(home, "/begin/language/", {"language": "en"})
    tap(home, "/begin/language/", {})

    assert home.told(PreferenceSet) == [PreferenceSet("language", "en")]


# The movement ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("movement", "unit"),
    [("walk", "minutes"), ("mobility", "minutes"), ("resistance", "reps"),
     ("breath_stretch", "minutes")],
)  # fmt: skip
def test_each_movement_is_counted_in_its_own_way(home: Home, movement: str, unit: str) -> None:
    walk(home, until="/begin/movement/")
    tap(home, "/begin/movement/", {"movement": movement})

    assert home.told(MovementChosen) == [MovementChosen(Movement(movement), Unit(unit))]
    page = home.get("/begin/bad-day/").content.decode()
    assert ("times" in page) is (unit == "reps")


def test_a_movement_of_ones_own_has_a_name_and_a_count(home: Home) -> None:
    walk(home, until="/begin/movement/")
    tap(home, "/begin/movement/", {"movement": "own", "name": "  Dance\n  slowly ", "unit": "reps"})

    assert home.told(MovementChosen) == [MovementChosen(Movement.OWN, Unit.REPS, "Dance slowly")]
    assert "Dance slowly" in home.get("/begin/bad-day/").content.decode()


def test_the_same_movement_chosen_again_keeps_what_was_told_of_it(home: Home) -> None:
    walk(home, until="/begin/usual-pain/")
    tap(home, "/begin/movement/", {"movement": "walk"})

    assert home.told(MovementChosen)[-1].anchor == "after_lunch"
    assert leads_to(home) == "/begin/usual-pain/"


def test_the_first_step_is_shown_at_once_and_says_why(home: Home) -> None:
    walk(home, until="/begin/start/")
    page = home.get("/begin/start/").content.decode()

    assert "2½ minutes" in page
    assert "Half of a bad day&#x27;s 5 minutes." in page


def test_a_known_movement_is_told_as_known(home: Home) -> None:
    walk(home, until="/begin/start/")
    tap(home, "/begin/start/", {"new": "no", "anchor": ""})
    for path, data in LAST[3:]:
        tap(home, path, data)

    assert not home.told(PlanStarted)[0].new_movement


# Told twice, told late ------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "data"), ALL)
def test_a_double_click_is_one_answer(home: Home, path: str, data: dict[str, str]) -> None:
    walk(home, until=path)
    sent = {**data, "key": "0d6ff0de-5c9f-4b64-a8d0-8a5f1d3c7d11"}
    home.post(path, sent)
    once = len(home.entries())
    home.post(path, sent)

    assert len(home.entries()) == once


def test_a_tab_from_before_the_plan_changes_nothing(home: Home) -> None:
    walk(home)
    once = home.entries()

    for path, data in [*FIRST, *LAST]:
        assert tap(home, path, data).headers["Location"] == "/"
    assert home.entries() == once


def test_two_tabs_answer_one_question_twice_and_the_worse_answer_stands(home: Home) -> None:
    walk(home, until="/safety/1/")
    tap(home, "/safety/1/", {"answer": "no"})
    tap(home, "/safety/1/", {"answer": "yes"})

    assert leads_to(home) == "/safety/red-flag/"
    assert [one.told for one in home.told(RedFlagsTold)] == ["no", "yes"]


def test_a_plan_waits_until_all_safety_questions_are_answered(home: Home) -> None:
    for path, data in [*FIRST, *SAFETY[:7], *LAST]:
        tap(home, path, data)

    assert home.told(PlanStarted) == []
    assert home.told(GateSet)[0] == GateSet(Gate.NO_PLAN)
    assert not beginning_of(home.entries()).is_over
