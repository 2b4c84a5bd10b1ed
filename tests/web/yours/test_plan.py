"""The plan's own settings: each page, what it writes, and what it leaves alone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from steadystep.core.events import DoseChosen, GateSet, LimitSet, Pace, PaceChosen, PlanStarted
from steadystep.core.facts import Gate
from steadystep.core.observations import Unit
from steadystep.core.reasons import Limit
from tests.web.house import A_MORNING, Home

BAD = ["", "55", "-10", "1e9", "10" * 100, "nan", "<script>", "\u202e50", "50.0", "٥٠"]
PAGES = ["pace", "smaller", "goal", "limit", "pause"]


@pytest.fixture
def with_a_plan(home: Home) -> Home:
    """Somebody who began three days ago with five minutes."""
    home.say(
        PlanStarted(unit=Unit.MINUTES, start=50), GateSet(Gate.OPEN), at=A_MORNING - timedelta(3)
    )
    return home


@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_with_a_plan_and_without(home: Home, page: str) -> None:
    assert home.get(f"/yours/{page}/").status_code == 200

    home.say(PlanStarted(unit=Unit.STEPS, start=10_000))

    assert home.get(f"/yours/{page}/").status_code == 200


def test_the_list_shows_what_holds_now(with_a_plan: Home) -> None:
    with_a_plan.say(LimitSet(Limit.GOAL, 100), PaceChosen(Pace.STEADY))

    page = with_a_plan.get("/yours/").content.decode()

    assert "10 minutes" in page
    assert "Steady" in page


def test_without_a_plan_the_list_shows_no_settings_of_one(home: Home) -> None:
    assert "Pace" not in home.get("/yours/").content.decode()


def test_a_pace_is_told_by_its_days_and_neither_is_praised(with_a_plan: Home) -> None:
    page = with_a_plan.get("/yours/pace/").content.decode()

    assert "7 days after" in page
    assert "4 days after" in page


@pytest.mark.parametrize("pace", Pace)
def test_a_pace_is_chosen(with_a_plan: Home, pace: Pace) -> None:
    answer = with_a_plan.post("/yours/pace/", {"value": pace.value})

    assert answer.status_code == 302
    assert with_a_plan.told(PaceChosen) == [PaceChosen(pace)]


def test_smaller_from_now_on_takes_one_rung(with_a_plan: Home) -> None:
    assert "4 minutes" in with_a_plan.get("/yours/smaller/").content.decode()

    answer = with_a_plan.post(where_its_button_leads(with_a_plan, "smaller"))

    assert answer.status_code == 302
    assert with_a_plan.told(DoseChosen) == [DoseChosen(40)]


def test_below_the_smallest_step_there_is_none(home: Home) -> None:
    home.say(PlanStarted(unit=Unit.MINUTES, start=5))

    assert "no smaller step" in home.get("/yours/smaller/").content.decode()
    answer = home.post("/more/smaller/")
    assert answer.status_code == 422
    assert "no smaller step" in answer.content.decode()
    assert home.told(DoseChosen) == []


def test_smaller_without_a_step_writes_nothing(home: Home) -> None:
    assert home.post("/more/smaller/").status_code == 422
    assert home.entries() == []


@pytest.mark.parametrize(("page", "limit"), [("goal", Limit.GOAL), ("limit", Limit.CLINICIAN)])
def test_a_limit_is_set_shown_and_lifted(with_a_plan: Home, page: str, limit: Limit) -> None:
    with_a_plan.post(f"/yours/{page}/", {"dose": "80"})

    assert (
        '<option value="80" selected>8 minutes'
        in with_a_plan.get(f"/yours/{page}/").content.decode()
    )

    with_a_plan.post(f"/yours/{page}/", {"dose": "none"})

    assert with_a_plan.told(LimitSet) == [LimitSet(limit, 80), LimitSet(limit, None)]


def test_a_pause_is_taken_and_left_again(with_a_plan: Home) -> None:
    old_page = where_its_button_leads(with_a_plan, "pause")
    with_a_plan.post(old_page)

    assert with_a_plan.told(GateSet)[-1].gate == Gate.PAUSED
    assert "resting" in with_a_plan.get("/yours/pause/").content.decode()

    with_a_plan.post(old_page)

    assert with_a_plan.told(GateSet)[-1].gate == Gate.PAUSED

    with_a_plan.post(where_its_button_leads(with_a_plan, "pause"))

    assert with_a_plan.told(GateSet)[-1].gate != Gate.PAUSED


def where_its_button_leads(home: Home, page: str) -> str:
    """The address to which a page of settings sends its form."""
    found = re.search(r'<form method="post" action="([^"]+)"', home.get(f"/yours/{page}/").text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize(
    ("page", "field"), [("pace", "value"), ("goal", "dose"), ("limit", "dose")]
)
def test_what_is_not_on_the_list_is_not_kept(
    with_a_plan: Home, page: str, field: str, value: str
) -> None:
    before = with_a_plan.entries()

    answer = with_a_plan.post(f"/yours/{page}/", {field: value})

    assert answer.status_code == 422
    assert "Nothing was saved" in answer.content.decode()
    assert with_a_plan.entries() == before
