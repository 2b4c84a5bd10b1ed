"""The card: the step, why, and what is said of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Gate
from steadystep.core.today import today_of
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from tests.web.house import Home


def sessions(home: Home) -> int | None:
    """What counts of today's sessions."""
    return today_of(home.entries(), home.wall()).session


def test_before_a_plan_the_first_run_is_shown(home: Home) -> None:
    assert home.get("/")["Location"] == "/begin/"


def test_the_step_is_told_with_its_name_its_place_and_why(home: Home) -> None:
    lives.morning(home)
    page = Window(home)
    assert page.code == 200
    assert "Slow walk · After lunch" in page.words
    assert "Today: 5 minutes" in page.words
    assert "Same step today: 5 minutes." in page.words


def test_what_is_shown_is_in_the_log_word_for_word_and_once(home: Home) -> None:
    lives.morning(home)
    page = Window(home).open().open()
    (given,) = home.told(on.DecisionGiven)
    assert given.dose == 50
    assert given.language == "en"
    assert all(one in page.words for one in given.said)


def test_a_changed_step_is_told_again(home: Home) -> None:
    lives.is_it_a_flare(home)
    Window(home)
    home.say(on.FlareTold(FlareWord.A_HARD_DAY))
    Window(home).open()
    assert len(home.told(on.DecisionGiven)) == 2


def test_a_good_day_holds_the_step(home: Home) -> None:
    lives.morning(home)
    lives.say(home, 4, 8, on.CheckedIn(pain=0, fatigue=10, sleep=10))
    assert "Glad it is lighter. Keep the same 5 minutes." in Window(home).words


def test_what_is_told_is_told_in_the_persons_language(home: Home) -> None:
    lives.morning(home)
    home.say(on.PreferenceSet("language", "he"))
    page = Window(home)
    (given,) = home.told(on.DecisionGiven)
    assert given.language == "he"
    assert all(one in page.words for one in given.said)
    assert "5 דקות" in page.words


def test_less_for_today_is_told_as_it_is_shown(home: Home) -> None:
    lives.answered(home)
    Window(home, "/more/").tap("Easier today 3 minutes")
    home.say(on.CheckedIn(pain=90, fatigue=50))
    lives.now_is(home, 4, 9)
    page = Window(home)
    assert all(one in page.words for one in home.told(on.DecisionGiven)[-1].said)


def test_usual_is_written_down_when_it_was_looked_at(home: Home) -> None:
    lives.weeks(home)
    Window(home).open()
    assert [one.symptom for one in home.told(on.ReferenceSet)] == ["pain", "fatigue"]


def test_done_is_one_tap(home: Home) -> None:
    lives.answered(home)
    page = Window(home).tap("Done")
    assert page.taps == 1
    assert home.told(on.SessionTold)[-1] == on.SessionTold(50)
    assert "Noted: 5 minutes" in page.words
    assert "Done" not in page.names


@pytest.mark.parametrize(("name", "done"), [("A bit", 25), ("Done", 50)])
def test_not_today_can_still_become_something(home: Home, name: str, done: int) -> None:
    lives.answered(home)
    page = Window(home).tap("Not today")
    assert "Rest counts too." in page.words
    page.tap(name)
    assert sessions(home) == done


def test_a_bit_takes_the_place_of_done(home: Home) -> None:
    lives.answered(home)
    page = Window(home).tap("Done")
    home.wall.later(minutes=30)
    page.open().tap("A bit")
    assert sessions(home) == 25
    assert "Noted: 2½ minutes" in page.words
    # What is corrected happened when it was first told.
    assert home.entries()[-1].event != on.SessionTold(50)
    told = [one for one in home.entries() if one.event == on.SessionTold(25)]
    assert told[-1].recorded - told[-1].at > timedelta(minutes=30)


def test_more_than_planned_is_noted_and_never_praised(home: Home) -> None:
    lives.answered(home)
    page = Window(home).tap("Done").tap("More")
    assert "How many minutes in all?" in page.text
    page.tap("Save", amount="12")
    assert sessions(home) == 120
    assert "Noted: 12 minutes" in page.words
    for praise in ("well done", "great", "!"):
        assert praise not in page.words.lower()


def test_who_does_not_know_how_much_more_says_so(home: Home) -> None:
    lives.answered(home)
    Window(home).tap("Done").tap("More").tap("I do not know")
    assert sessions(home) == 75


def test_easier_today_is_what_the_card_says(home: Home) -> None:
    lives.easier(home)
    page = Window(home)
    assert "Today: 3 minutes Easier today: 3 minutes. This keeps the habit" in page.words
    page.tap("Done")
    assert sessions(home) == 30


def test_the_window_is_shown_as_it_fills(home: Home) -> None:
    lives.window(home)
    page = Window(home)
    assert "Listening to your body: 25 of 72 hours" in page.text
    assert 'stroke-dasharray="34 100"' in page.text
    home.wall.later(hours=23)
    assert "48 of 72 h" in page.open().words


def test_a_red_flag_takes_the_step_away(home: Home) -> None:
    lives.red_flag(home)
    page = Window(home)
    assert "This needs a person, not an app." in page.words
    assert "Done" not in page.names
    assert page.button("What to do now").href == "/safety/red-flag/"


def test_a_clinicians_word_can_be_noted_from_the_card(home: Home) -> None:
    lives.clinician_first(home)
    assert Window(home).button("Note what they said").href == "/safety/word/"


def test_a_paused_plan_goes_on_with_one_tap(home: Home) -> None:
    lives.answered(home)
    Window(home).open("/more/").tap("Pause the plan")
    page = Window(home)
    assert "The plan is paused." in page.words
    page.tap("Go on with the plan")
    assert home.told(on.GateSet)[-1].gate == Gate.OPEN
    assert "5 minutes" in page.words


def test_pacing_only_is_a_limit_to_stay_inside(home: Home) -> None:
    lives.pacing_only(home)
    assert "Stay inside 5 minutes today." in Window(home).words


def test_a_plan_of_tomorrow_leaves_today_without_a_step(home: Home) -> None:
    """The clock was put back."""
    lives.begin(home)
    lives.now_is(home, -3, 8)
    page = Window(home)
    assert page.code == 200
    assert "There is no step yet." in page.words


@pytest.mark.parametrize(
    ("gate", "words", "leads"),
    [
        (Gate.RED_FLAG, "This needs a person, not an app.", "What to do now"),
        (Gate.CLINICIAN_FIRST, "A clinician's word comes first.", "Note what they said"),
    ],
)
def test_what_stands_against_a_plan_is_said_before_there_is_one(
    home: Home, gate: Gate, words: str, leads: str
) -> None:
    lives.begin(home)
    lives.say(home, -3, 7, on.GateSet(gate))
    lives.now_is(home, -3, 8)
    page = Window(home)
    assert words in page.words
    assert leads in page.names


def test_a_name_of_ones_own_is_shown_as_it_was_written(home: Home) -> None:
    lives.long_names(home)
    page = Window(home)
    assert "Up and down the garden path, slowly · In the afternoon" in page.words
    assert "2,000 steps" in page.words


@pytest.mark.parametrize("gate", [Gate.RED_FLAG, Gate.CLINICIAN_FIRST, Gate.PAUSED, Gate.NO_PLAN])
def test_where_there_is_no_step_a_form_that_says_done_writes_nothing(
    home: Home, gate: Gate
) -> None:
    lives.answered(home)
    old = Window(home)
    home.say(on.GateSet(gate))
    before = len(home.told(on.SessionTold))
    assert old.tap("Done").code == 422
    assert len(home.told(on.SessionTold)) == before
