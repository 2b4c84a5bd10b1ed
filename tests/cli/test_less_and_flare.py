"""`easier`, `smaller`, `skip` and `flare`: down is easy, and never a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.facts import FlareWord

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


class TestFlare:
    def test_a_flare_makes_the_step_smaller_at_once(self, at_home: Terminal) -> None:
        shown = at_home.well("flare")

        assert shown.startswith("Written: a flare.\nA smaller step today: 3 minutes, or rest.")
        assert at_home.today()["today"] == 3

    @pytest.mark.parametrize(
        ("flag", "said"), [("--hard-day", "a hard day"), ("--sore", "sore muscles")]
    )
    def test_a_hard_day_is_no_flare(self, flag: str, said: str, at_home: Terminal) -> None:
        shown = at_home.well(f"flare {flag}")

        assert at_home.told(on.FlareTold) == [on.FlareTold(FlareWord.A_HARD_DAY)]
        assert shown.startswith(f"Written: {said}.")

    def test_both_at_once_is_refused(self, at_home: Terminal) -> None:
        assert at_home("flare --sore --hard-day").exit_code == 2
        assert at_home.told(on.FlareTold) == []

    def test_yesterdays_flare_can_be_told(self, at_home: Terminal) -> None:
        at_home.later(days=1)

        assert at_home.well("flare --yesterday").startswith("Written for yesterday: a flare.")
        assert at_home.today()["today"] == 3

    def test_today_names_the_way_until_a_flare_was_told(self, at_home: Terminal) -> None:
        assert "A flare?  steadystep flare" in at_home.well("today")
        at_home.well("flare")
        assert "A flare?" not in at_home.well("today")


class TestEasier:
    def test_less_today_leaves_the_plan_as_it_is(self, at_home: Terminal) -> None:
        shown = at_home.well("easier")

        assert "For today you asked for less: 3 minutes." in shown
        assert (at_home.today()["today"], at_home.today()["level"]) == (3, 5)
        at_home.later(days=1)
        assert at_home.today()["today"] == 5

    def test_a_flare_may_make_it_smaller_than_was_asked_for(self, at_home: Terminal) -> None:
        at_home.well("easier")

        assert "you asked for less" not in at_home.well("flare")
        assert at_home.today()["today"] == 3

    def test_on_the_smallest_step_rest_is_fine_too(self, at_home: Terminal) -> None:
        for _ in range(8):
            at_home.well("easier")
        written = len(at_home.told(on.EasierToday))

        assert "This is the smallest step there is." in at_home.well("easier")
        assert len(at_home.told(on.EasierToday)) == written


class TestSmaller:
    def test_one_rung_less_from_now_on(self, at_home: Terminal) -> None:
        shown = at_home.well("smaller")

        assert shown.startswith("Written: 4 minutes from now on.")
        at_home.later(days=1)
        assert at_home.today()["level"] == 4

    def test_below_the_smallest_there_is_nothing(self, at_home: Terminal) -> None:
        for _ in range(9):
            at_home.well("smaller")

        assert "This is the smallest step there is." in at_home.well("smaller")
        assert at_home.today()["level"] == 0.5


class TestSkip:
    def test_not_today_is_a_full_answer(self, at_home: Terminal) -> None:
        shown = at_home.well("skip")

        assert shown.startswith("Not today, and that is fine.")
        assert at_home.told(on.SessionTold) == [on.SessionTold(0)]
        assert at_home.today()["level"] == 5

    def test_said_twice_it_is_written_once(self, at_home: Terminal) -> None:
        at_home.well("skip")
        at_home.well("skip")

        assert len(at_home.told(on.SessionTold)) == 1

    def test_what_was_done_is_not_skipped_by_a_slip(self, at_home: Terminal) -> None:
        at_home.well("moved 4")

        answer = at_home("skip")

        assert answer.exit_code == 1
        assert "You told 4 minutes for today. To change it: steadystep moved no" in answer.stderr

    def test_a_question_may_rest_for_today(self, at_home: Terminal) -> None:
        assert at_home.today()["asks"][0] == "check_in"

        at_home.well("skip check-in")

        assert at_home.told(on.AskSkipped) == [on.AskSkipped(Ask.CHECK_IN)]
        assert "check_in" not in at_home.today()["asks"]

    @pytest.mark.parametrize("question", ["offer", "weather", "all-clear", "nothing"])
    def test_what_is_not_asked_cannot_rest_and_what_can_is_named(
        self, question: str, at_home: Terminal
    ) -> None:
        answer = at_home(f"skip {question}")

        assert answer.exit_code == 1
        assert "What can rest: check-in." in answer.stderr
        assert at_home.told(on.AskSkipped) == []

    def test_where_nothing_is_asked_nothing_rests(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")

        assert "Nothing is asked now." in at_home("skip check-in").stderr


@pytest.mark.parametrize("verb", ["easier", "skip"])
def test_where_there_is_no_step_there_is_nothing_to_make_smaller(
    verb: str, at_home: Terminal
) -> None:
    at_home.well("pause")
    before = at_home.entries()

    answer = at_home(verb)

    assert answer.exit_code == 1
    assert "There is no step today" in answer.stderr
    assert at_home.entries() == before
