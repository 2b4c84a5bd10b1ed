"""`steadystep today`: the step, why, one question, and what to type. It fits a small window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from steadystep.cli.today import MOST_LINES
from steadystep.core import events as on
from steadystep.core.facts import FlareWord
from steadystep.core.fold import local_day
from steadystep.core.observations import Unit
from tests.cli.at_home import A_MORNING, ALL_CLEAR

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


def asked(terminal: Terminal) -> str:
    """What is shown, as one line."""
    return " ".join(terminal.well("today").split())


class TestTheCard:
    def test_a_first_morning(self, at_home: Terminal) -> None:
        assert at_home.well("today").splitlines() == [
            "Slow walk: 5 minutes",
            "Your first step is 5 minutes. Nothing is added for 7 days, even on good days. We",
            "look again tomorrow.",
            "Day 1 · 3 min · What fibromyalgia is, and what this is  steadystep chapter",
            "How are you? Pain, fatigue, sleep; 0 none, 10 worst:  steadystep check-in 4 5 3",
            "A flare?  steadystep flare",
        ]

    def test_before_a_plan_it_says_how_to_begin(self, new: Terminal) -> None:
        assert new.well("today") == "There is no plan yet. Begin here: steadystep start\n"
        assert new.entries() == []

    def test_what_is_shown_was_written_down_first_word_for_word(self, at_home: Terminal) -> None:
        at_home.well("today")

        (given,) = at_home.told(on.DecisionGiven)
        shown = at_home.well("today").replace("\n", " ")
        assert " ".join(given.said) in shown
        assert len(at_home.told(on.DecisionGiven)) == 1

    def test_a_new_step_is_watched_hour_by_hour(self, at_home: Terminal) -> None:
        at_home.lived(7)
        at_home.well("check-in 4 4")
        at_home.well("accept")
        at_home.well("moved --effort 2")
        at_home.later(hours=26)
        at_home.well("check-in 4 4")

        assert "Watching: 26 of 72 hours, 1 of 2 answers." in at_home.well("today")

    def test_what_was_done_is_shown(self, at_home: Terminal) -> None:
        at_home.well("moved 4")

        assert "Done today: 4 minutes." in at_home.well("today")

    def test_a_pause_says_how_to_go_on(self, at_home: Terminal) -> None:
        at_home.well("pause")

        shown = at_home.well("today")

        assert shown.startswith("The plan is paused.")
        assert "When you are ready:  steadystep resume" in shown


class TestDataThatStopped:
    """A source that came each day and stopped is said, kindly, where there is room."""

    SAID = "Nothing new from Apple Watch since Monday. That is fine. We use your answers."

    @pytest.fixture
    def stopped(self, at_home: Terminal) -> Terminal:
        at_home.says(on.DataSeen("Apple Watch", A_MORNING.date(), 28))
        at_home.lived(3)
        at_home.well("check-in 4 4")
        return at_home

    def test_it_is_said_beside_the_step(self, stopped: Terminal) -> None:
        shown = stopped.well("today").splitlines()

        assert self.SAID in shown
        assert len(shown) <= MOST_LINES

    def test_on_a_foggy_day_nothing_is_added(self, stopped: Terminal) -> None:
        stopped.prefers("fog", "on")

        assert "Nothing new" not in stopped.well("today")

    def test_a_program_reads_it_too(self, stopped: Terminal) -> None:
        assert stopped.today()["stale"] == {"source": "Apple Watch", "until": "2026-05-04"}


class TestWhatIsAsked:
    """One thing, and the command that answers it works as it is printed."""

    def test_yesterday_comes_first(self, at_home: Terminal) -> None:
        at_home.later(days=1)

        assert "Yesterday's 5 minutes: did you do it?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep moved yes --yesterday")

    def test_a_session_that_a_watch_saw_counts_on_its_day(self, at_home: Terminal) -> None:
        at_home.well("today")
        at_home.says(on.SessionSeen(60, Unit.MINUTES, "Apple\x1b Watch"))
        at_home.later(days=1)

        assert "Apple Watch saw 6 minutes yesterday. Count it?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer watch-session yes")
        (counted,) = [one for one in at_home.entries() if one.event == on.SessionTold(60)]
        assert local_day(counted) == A_MORNING.date()

    def test_a_session_of_today_may_be_left_uncounted(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")
        at_home.says(on.SessionSeen(45, Unit.MINUTES, "Apple Watch"))

        question = "saw 4½ minutes. Count it? steadystep answer watch-session yes (or: no)"
        assert question in asked(at_home)
        shown = at_home.well("answer watch-session no")

        assert shown.startswith("Written: it does not count.")
        assert at_home.told(on.SessionTold) == []
        assert "When you have moved: steadystep moved" in asked(at_home)
        at_home.later(days=1)
        assert "Yesterday's 5 minutes: did you do it?" in asked(at_home)
        assert "Count it?" not in asked(at_home)

    def test_how_it_is_today(self, at_home: Terminal) -> None:
        assert "How are you?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep check-in 4 5 3")

    def test_one_word_on_a_foggy_day(self, at_home: Terminal) -> None:
        at_home.prefers("fog", "on")

        assert "better, the same, or worse than usual?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep check-in --fog same")

    def test_a_flare_or_a_hard_day(self, at_home: Terminal) -> None:
        at_home.well("check-in 8 4")

        assert "Is this a flare, or a hard day?" in at_home.well("today").replace("\n", " ")
        self.typed_as_printed(at_home, "steadystep flare")

    def test_silent_days(self, at_home: Terminal) -> None:
        at_home.lived(3)
        at_home.later(days=3)
        at_home.well("moved --yesterday")

        assert "Since 7 May, was any day clearly worse?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer silent-days no")
        assert at_home.told(on.SilentDaysTold) == [on.SilentDaysTold(FlareWord.NOT_SAID)]

    def test_whether_somebody_kept_moving(self, at_home: Terminal) -> None:
        at_home.lived(3)
        at_home.later(days=6)

        assert "Did you keep moving in the last days?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer kept-moving yes")
        assert at_home.today()["level"] == 5

    def test_a_long_flare(self, at_home: Terminal) -> None:
        for pain in (8, 8, 8, 8, 4):
            at_home.well(f"check-in {pain} 4")
            at_home.well("flare" if pain > 4 else "moved")
            at_home.well("moved")
            at_home.later(days=1)
        at_home.well("check-in 4 4")

        assert "Your flare from 4 May: flu-like or foggy?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer long-flare yes no")
        (told,) = at_home.told(on.LongFlareTold)
        assert (told.flu_like_or_foggy, told.a_day_or_more_after) == (True, False)

    def test_a_usual_that_moved_up(self, at_home: Terminal) -> None:
        at_home.lived(15)
        at_home.lived(27, pain=60)
        at_home.well("check-in 6 4")
        at_home.well("flare --hard-day")
        at_home.well("moved --effort 2")

        assert "Your usual pain was 4. Lately it is 6. Take that?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer usual take")
        assert at_home.told(on.UsualAnswered) == [on.UsualAnswered(take=True)]

    def test_how_hard_it_was(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")
        at_home.well("moved")

        assert "How hard was it" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer effort 3")

    def test_how_it_is_ten_minutes_later(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")
        at_home.well("moved --effort 2")
        at_home.later(minutes=12)

        assert "How is it ten minutes later?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer after calmer")

    def test_the_first_week_closes_with_a_look_back(self, at_home: Terminal) -> None:
        at_home.lived(7)
        at_home.well("check-in 4 4")
        at_home.well("stay")

        assert "Your first week is behind you." in asked(at_home)
        at_home.well("history --days 7 --json")
        assert "week" in at_home.today()["asks"]
        self.typed_as_printed(at_home, "steadystep history --days 7")

    def test_the_evening(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")
        at_home.later(hours=11)

        assert "How was the whole day?" in asked(at_home)
        self.typed_as_printed(at_home, "steadystep answer evening usual")

    def test_the_malaise_screen_that_waits(self, new: Terminal) -> None:
        said = ALL_CLEAR.replace("--ill-after-effort no", "--ill-after-effort yes")
        new.well(f"start {said} --bad-day 10 --pain 4 --fatigue 4")
        new.lived(8)
        new.well("check-in 4 4")

        assert "Some questions about effort are waiting: steadystep start" in asked(new)

    def test_when_all_is_told_that_is_all(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")
        at_home.well("moved --effort 2")

        assert asked(at_home).endswith("That is all for today. A flare? steadystep flare")

    @staticmethod
    def typed_as_printed(terminal: Terminal, command: str) -> None:
        """What is printed can be typed, and then another thing is asked."""
        before = terminal.well("today")
        assert command in before

        terminal.well(command.removeprefix("steadystep "))

        assert terminal.well("today") != before


class TestForPrograms:
    def test_today_is_one_object_with_all_that_a_decision_has(self, at_home: Terminal) -> None:
        told = at_home.today()

        assert told["day"] == "2026-05-04"
        assert told["plan"] == {"movement": "walk", "name": "", "anchor": "", "per_week": 7}
        assert (told["level"], told["dose"], told["today"], told["done"]) == (5, 5, 5, None)
        assert told["reason"]["kind"] == "started"
        assert told["asks"] == ["check_in"]
        assert told["said"][0] == "Your first step is 5 minutes."
        assert told["gate"] == "open"
        assert (told["session_seen"], told["stale"]) == (None, None)

    def test_what_a_watch_saw_is_told_with_its_day(self, at_home: Terminal) -> None:
        at_home.says(on.SessionSeen(60, Unit.MINUTES, "Apple Watch"))

        assert at_home.today()["session_seen"] == {
            "day": "2026-05-04",
            "amount": 6,
            "unit": "minutes",
            "source": "Apple Watch",
        }

    def test_before_a_plan_there_is_none(self, new: Terminal) -> None:
        told = new.today()

        assert (told["plan"], told["asks"]) == (None, [])
        assert "steadystep start" in told["said"]

    @pytest.mark.parametrize("words", ["", "--json"])
    def test_it_is_one_text_in_a_pipe_without_colours(self, words: str, at_home: Terminal) -> None:
        shown = at_home.well(f"today {words}")

        assert "\x1b" not in shown
        if words:
            assert json.loads(shown)
            assert shown.count("\n") == 1
