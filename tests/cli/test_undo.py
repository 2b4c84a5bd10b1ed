"""`steadystep undo`: what was said last is taken back, and it is said what that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.cli.told import in_words
from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.fold import in_order
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.reasons import Limit
from steadystep.core.safety import PemScreen, Told
from steadystep.explain import ENGLISH
from tests.cli.at_home import A_MORNING

if TYPE_CHECKING:
    from steadystep.core.events import Event
    from tests.cli.at_home import Terminal


def counting(terminal: Terminal) -> list[type]:
    """The kinds of what counts."""
    return [type(one.event) for one in in_order(terminal.entries())]


def test_the_last_word_is_taken_back_and_named(at_home: Terminal) -> None:
    at_home.well("check-in 4 4")
    at_home.well("flare")

    shown = at_home.well("undo")

    assert shown.startswith("Taken back: a flare.\nYour first step is 5 minutes.")
    assert on.FlareTold not in counting(at_home)
    assert on.CheckedIn in counting(at_home)
    assert at_home.well("undo").startswith("Taken back: pain 4 (medium), fatigue 4 (tired).")


def test_what_was_said_in_one_breath_is_one(at_home: Terminal) -> None:
    at_home.well("moved --effort 3")

    at_home.well("undo")

    assert not {on.SessionTold, on.EffortTold} & set(counting(at_home))


def test_the_list_is_numbered_and_a_number_can_be_taken_back(at_home: Terminal) -> None:
    at_home.well("check-in 4 4")
    at_home.well("moved")
    at_home.well("flare")

    listed = at_home.well("undo --list").splitlines()
    shown = at_home.well("undo 2")

    assert listed[0] == " 1  08:30  a flare"
    assert listed[1] == " 2  08:30  you moved 5 minutes"
    assert shown.startswith("Taken back: you moved 5 minutes.")
    assert on.FlareTold in counting(at_home)


def test_after_24_hours_there_is_nothing_to_take_back(at_home: Terminal) -> None:
    at_home.later(hours=25)

    answer = at_home("undo")

    assert answer.exit_code == 1
    assert "There is nothing to take back from the last 24 hours." in answer.stderr


@pytest.mark.parametrize(("words", "code"), [("99", 1), ("0", 2), ("-1", 2), ("all", 2)])
def test_a_number_that_is_not_there_takes_nothing_back(
    words: str, code: int, at_home: Terminal
) -> None:
    before = at_home.entries()

    assert at_home(f"undo {words}").exit_code == code
    assert at_home.entries() == before


def test_a_plan_that_was_begun_by_mistake_is_taken_back_and_begun_anew(
    at_home: Terminal,
) -> None:
    at_home.well("undo")

    assert at_home.well("today") == "There is no plan yet. Begin here: steadystep start\n"
    assert at_home("check-in 4 4").exit_code == 1
    at_home.well("start --pain 5")
    assert at_home.well("today").startswith("Slow walk: 5 minutes")


def test_a_red_flag_is_not_undone(new: Terminal) -> None:
    """It waits for its all-clear; a slip of the finger is answered anew."""
    new.someone = True
    new("start", typed="1\n1\n")

    assert new("undo").exit_code == 1
    assert new.told(on.GateSet)[-1].gate == Gate.RED_FLAG


SCREEN = PemScreen(((0, 0),) * 5, worse_after_minimal_effort=False, worse_after_mental_effort=False,
                   hours=0)  # fmt: skip
TOLD: list[tuple[Event, str]] = [
    (on.PlanStarted(unit=Unit.MINUTES, start=50), "your plan"),
    (on.MovementChosen(Movement.WALK, Unit.MINUTES), "your movement"),
    (on.BadDayTold(60), "a bad day: 6 minutes"),
    (on.UsualTold(40, None), "your usual"),
    (on.PaceChosen(on.Pace.STEADY), "your pace"),
    (on.CheckedIn(pain=75), "pain 7.5 (strong)"),
    (on.FogAnswered(-1), "better than usual"),
    (on.FlareTold(FlareWord.A_HARD_DAY), "a hard day"),
    (on.SilentDaysTold(FlareWord.NOT_SAID), "no day clearly worse"),
    (on.SessionTold(0), "no movement, and that is fine"),
    (on.EffortTold(3), "effort 3 of 10"),
    (on.AfterTold(on.After.WORSE), "worse afterwards"),
    (on.EasierToday(5), "less for today: ½ minute"),
    (on.FarTooMuchTold(), "far too much"),
    (on.DayTold(on.Busy.QUIETER), "a quieter day"),
    (on.Marked(on.Mark.MEDICATION_CHANGE), "a change of medicine"),
    (on.NoteWritten("one\ntwo"), "a note: one two"),
    (on.OfferAnswered(Reply.ACCEPT), "you try the offer"),
    (on.OfferAnswered(Reply.STAY), "you stay"),
    (on.OfferAnswered(Reply.TRY_MORE), "you would like to try more"),
    (on.MoreBegun(), "you would like to try more"),
    (on.DoseChosen(60), "your own step: 6 minutes"),
    (on.KeptMovingTold(), "you kept moving"),
    (on.KeptMovingTold(kept=False), "you did not keep moving"),
    (on.ConfidenceTold(8), "sure of it: 8 of 10"),
    (on.UsualAnswered(take=True), "a new usual"),
    (on.UsualAnswered(take=False), "the same usual"),
    (on.LimitSet(Limit.GOAL, 100), "a limit"),
    (on.LongFlareTold(A_MORNING.date(), 50, flu_like_or_foggy=True, a_day_or_more_after=True),
     "how a long flare was"),
    (on.IllnessNamed(Told.NOT_SURE), "a safety question: I am not sure"),
    (on.MalaiseScreenTold(SCREEN), "a safety question"),
]  # fmt: skip


@pytest.mark.parametrize(("event", "said"), TOLD, ids=lambda one: type(one).__name__)
def test_everything_that_was_said_has_a_name(event: Event, said: str) -> None:
    assert in_words(event, Unit.MINUTES, ENGLISH) == said
