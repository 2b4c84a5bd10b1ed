"""Undo: one tap for the last word, and a list of the last 24 hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.observations import Unit
from steadystep.core.observed import Kind, Maker
from steadystep.core.today import today_of
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from steadystep.core.events import Event
    from tests.web.house import Home


def test_the_last_word_is_taken_back_with_one_tap(home: Home) -> None:
    lives.is_it_a_flare(home)
    page = Window(home)
    assert "Today: 3 minutes" in page.words
    page.tap("Undo check-in")
    assert page.taps == 1
    assert "Changed. Today's step uses your new answer." in page.words
    assert "Today: 5 minutes" in page.words
    assert today_of(home.entries(), home.wall()).answer is None


def test_the_next_word_ends_the_notice(home: Home) -> None:
    lives.changed(home)
    page = Window(home)
    assert "Changed." in page.words
    page.tap("Done")
    assert "Changed." not in page.words


def test_the_notice_is_gone_tomorrow(home: Home) -> None:
    lives.changed(home)
    home.wall.later(days=1)
    assert "Changed." not in Window(home).words


def test_what_an_import_takes_back_is_no_answer_that_was_changed(home: Home) -> None:
    lives.answered(home)
    chosen = on.SourcePreferred(Kind.STEPS, Maker.PHONE, "iPhone")
    home.say(chosen)
    (key,) = (one.key for one in home.entries() if one.event == chosen)
    home.wall.later(minutes=1)
    home.say(on.TakenBack("brought-2026-05-03-DayMeasured-0"), on.TakenBack(key))
    assert "Changed." not in Window(home).words


NAMES: list[tuple[Event, str]] = [
    (on.CheckedIn(40, 40, 40), "Undo check-in"),
    (on.FogAnswered(1), "Undo check-in"),
    (on.FlareTold(FlareWord.A_FLARE), "Undo flare"),
    (on.FlareTold(FlareWord.A_HARD_DAY), "Undo last answer"),
    (on.SessionTold(50), "Undo done"),
    (on.SessionTold(0), "Undo not today"),
    (on.EffortTold(3), "Undo effort"),
    (on.EasierToday(30), "Undo easier today"),
    (on.DayTold(on.Busy.USUAL), "Undo how the day was"),
    (on.FarTooMuchTold(), "Undo how the day was"),
    (on.Marked(on.Mark.TRAVEL), "Undo mark"),
    (on.NoteWritten("x"), "Undo note"),
    (on.OfferAnswered(Reply.ACCEPT), "Undo the new step"),
    (on.OfferAnswered(Reply.STAY), "Undo stay"),
    (on.DoseChosen(40), "Undo the step you set"),
    (on.KeptMovingTold(), "Undo last answer"),
]


@pytest.mark.parametrize(("event", "name"), NAMES, ids=[repr(event) for event, _ in NAMES])
def test_every_word_of_the_day_has_a_name_to_undo_it_by(
    home: Home, event: Event, name: str
) -> None:
    lives.morning(home)
    lives.say(home, 4, 8.4, event)
    page = Window(home)
    page.tap(name)
    (taken,) = home.told(on.TakenBack)
    assert [one.event for one in home.entries() if one.key == taken.key] == [event]
    assert name not in page.names


def test_another_movement_can_be_taken_back_and_the_first_plan_cannot(home: Home) -> None:
    lives.first_morning(home)
    assert not [one for one in Window(home).names if one.startswith("Undo")]
    lives.say(home, 1, 7.5, on.PlanStarted(unit=Unit.REPS, start=30))
    page = Window(home)
    assert "Today: 3 times" in page.words
    page.tap("Undo the new movement")
    assert "Today: 5 minutes" in page.words


def test_what_the_person_set_for_safety_has_its_own_way_back(home: Home) -> None:
    lives.answered(home)
    lives.say(home, 4, 8.4, on.AllClearTold("a nurse"))
    assert "Undo check-in" in Window(home).names


def test_a_correction_of_several_words_is_undone_whole(home: Home) -> None:
    lives.morning(home, usual_pain=100)
    page = Window(home).tap("Answer").tap("Worse").tap("5 tired").tap("3 good").tap("Save")
    assert len(home.told(on.FogAnswered)) == 1
    page.tap("Undo check-in")
    assert today_of(home.entries(), home.wall()).answer is None


def test_the_list_holds_a_day_and_takes_back_any_of_it(home: Home) -> None:
    lives.done(home)
    page = Window(home).open("/undo/")
    listed = [one for one in page.names if one.startswith("Undo ")]
    assert listed == [
        "Undo done 8:24 a.m.",
        "Undo check-in 8 a.m.",
        "Undo yesterday's step 10 a.m.",
    ]
    page.tap(listed[2])
    assert home.told(on.TakenBack)
    assert page.path == "/"


@pytest.mark.parametrize(("clock", "time"), [("24", "08:24"), ("12", "8:24 AM")])
def test_times_are_written_as_the_person_reads_clocks(home: Home, clock: str, time: str) -> None:
    lives.done(home)
    home.say(on.PreferenceSet("clock", clock))
    assert f"Undo done {time}" in Window(home, "/undo/").names


def test_after_a_day_there_is_nothing_to_take_back(home: Home) -> None:
    lives.done(home)
    home.wall.later(hours=24, minutes=10)
    page = Window(home, "/undo/")
    assert "There is nothing to take back." in page.words
    home.wall.later(days=2)
    assert not [one for one in Window(home).names if one.startswith("Undo")]


@pytest.mark.parametrize("what", ["", "nothing", "told-2026-05-07-0", "x" * 9_000, "<b>"])
def test_what_cannot_be_undone_is_said_so(home: Home, what: str) -> None:
    lives.answered(home)
    Window(home)
    answer = home.post("/undo/now/", {"what": what})
    assert answer.status_code == 422
    assert not home.told(on.TakenBack)
