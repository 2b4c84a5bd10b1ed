"""`why` and `history`: what was told stays told, and the days can be looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


class TestWhy:
    def test_it_says_what_was_told_what_was_compared_and_from_what(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 5 3")

        shown = at_home.well("why")

        assert "2026-05-04 08:30\n  Your first step is 5 minutes." in shown
        assert "Compared: first dose 5 min" in shown
        assert "From: pain 4 (medium), fatigue 5 (tired), sleep 3 (good) (08:30)." in shown
        assert "What would change it" in shown

    def test_the_line_for_a_clinician_is_there_when_asked_for(self, at_home: Terminal) -> None:
        assert "rule-of-two" not in at_home.well("why")
        assert "rule-of-two" in at_home.well("why --expert")

    def test_asking_why_first_thing_in_the_morning_tells_today_first(
        self, at_home: Terminal
    ) -> None:
        at_home.later(days=1)

        shown = at_home.well("why")

        assert shown.startswith("2026-05-05 08:30\n  Same step today: 5 minutes.")

    def test_a_past_day_is_shown_exactly_as_it_was_told(self, at_home: Terminal) -> None:
        """A flare told later changes today, and no word that was said before."""
        at_home.well("check-in 4 4")
        told = [one.said for one in at_home.told(on.DecisionGiven)]
        at_home.later(days=1)
        at_home.well("flare --yesterday")
        at_home.well("check-in 9 9 --day 2026-05-04")

        shown = " ".join(at_home.well("why yesterday").split())

        for sentences in told:
            assert " ".join(sentences) in shown
        assert "a flare" not in shown
        assert "pain 9" not in shown

    def test_a_session_of_the_day_before_is_dated(self, at_home: Terminal) -> None:
        at_home.well("moved")
        at_home.later(days=1)
        at_home.well("check-in 4 4")

        assert "you moved 5 minutes (the day before)" in at_home.well("why").replace("\n  ", " ")

    def test_what_was_brought_of_the_day_is_named(self, at_home: Terminal) -> None:
        at_home.later(days=1)
        at_home.says(on.DayMeasured(612, 344), on.DiaryBrought(pain=70, crash=True))

        shown = " ".join(at_home.well("why").split())

        assert "rate 61.2, heart rate variability 34.4 (from a file you brought)" in shown
        assert (
            "pain 7 in another diary, a flare in another diary (from a file you brought)" in shown
        )

    def test_a_day_on_which_nothing_was_told_ends_with_one(self, at_home: Terminal) -> None:
        at_home.later(days=3)

        answer = at_home("why 2026-05-06")

        assert answer.exit_code == 1
        assert "Nothing was told on 2026-05-06." in answer.stderr

    @pytest.mark.parametrize(("day", "code"), [("2026-05-01", 1), ("2030-01-01", 1), ("soon", 2)])
    def test_a_day_that_cannot_be(self, day: str, code: int, at_home: Terminal) -> None:
        assert at_home(f"why {day}").exit_code == code

    def test_what_was_told_without_a_reason_is_shown_as_far_as_it_goes(
        self, at_home: Terminal
    ) -> None:
        at_home.says(on.DecisionGiven(50, 50, said=("Five minutes.",)))

        assert "  Five minutes." in at_home.well("why")


class TestHistory:
    def test_one_line_a_day_with_what_was_told(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 5.5 3")
        at_home.well("moved a-bit")
        at_home.later(days=1)
        at_home.well("check-in --fog worse")
        at_home.well("flare")
        at_home.well("mark poor-night")
        at_home.well("note 'A long walk to the station and back'")

        besides = "worse than usual, a flare, a poor night, A long walk to the stat…"
        assert at_home.well("history").splitlines() == [
            "day         step   done     pain  fatigue  sleep",
            "2026-05-04  5 min  2.5 min  4     5.5      3",
            f"2026-05-05  3 min  –        –     –        –      {besides}",
        ]

    def test_a_hard_day_is_called_one(self, at_home: Terminal) -> None:
        at_home.well("flare --sore")

        assert "a hard day" in at_home.well("history")

    @pytest.mark.parametrize(
        ("words", "days"), [("", 14), ("--days 3", 3), ("--days 60", 21), ("--all", 21)]
    )
    def test_as_many_days_as_asked_for(self, words: str, days: int, at_home: Terminal) -> None:
        at_home.lived(20)

        lines = at_home.well(f"history {words}").splitlines()

        assert len(lines) == days + 1
        assert lines[-1].startswith("2026-05-24")

    def test_lines_for_programs_have_the_decision_and_what_was_told(
        self, at_home: Terminal
    ) -> None:
        at_home.well("check-in 4 5 3")
        at_home.well("moved 4 --effort 2")
        at_home.well("answer after calmer")
        at_home.well("answer evening busier")
        at_home.well("mark travel")
        at_home.well("note sea")

        (line,) = at_home.well("history --json").splitlines()

        told = json.loads(line)
        assert (told["day"], told["level"], told["done"], told["pain"]) == ("2026-05-04", 5, 4, 4)
        assert (told["effort"], told["after"], told["busy"]) == (2, "calmer", "busier")
        assert (told["marks"], told["notes"]) == (["travel"], ["sea"])
        assert told["told"][0][0] == "Your first step is 5 minutes."

    def test_a_note_from_elsewhere_cannot_play_with_the_terminal(self, at_home: Terminal) -> None:
        at_home.says(on.NoteWritten("\x1b[2Jgone\r\n\u202eabc"))

        shown = at_home.well("history")

        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[2Jgone abc" in shown

    @pytest.mark.parametrize("words", ["--days 0", "--days -1", "--days many", "--days 99999999"])
    def test_words_that_are_off_end_with_two(self, words: str, at_home: Terminal) -> None:
        assert at_home(f"history {words}").exit_code == 2
