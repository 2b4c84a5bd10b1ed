"""`steadystep check-in`: how the person is, in numbers or in a word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.fold import in_order, local_day

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


class TestNumbers:
    def test_three_numbers_are_written_and_said_back_with_their_words(
        self, at_home: Terminal
    ) -> None:
        shown = at_home.well("check-in 4 5.5 3")

        assert at_home.told(on.CheckedIn) == [on.CheckedIn(pain=40, fatigue=55, sleep=30)]
        assert shown.startswith("Written: pain 4 (medium), fatigue 5.5 (tired), sleep 3 (good).\n")
        assert "Your first step is 5 minutes." in shown

    def test_sleep_may_be_left_out(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 5")

        assert at_home.told(on.CheckedIn) == [on.CheckedIn(pain=40, fatigue=50)]

    def test_a_dash_leaves_one_out(self, at_home: Terminal) -> None:
        at_home.well("check-in - 5")

        assert at_home.told(on.CheckedIn) == [on.CheckedIn(pain=None, fatigue=50)]

    @pytest.mark.parametrize("word", ["4,5", " 4.5 ", "٤.٥"])
    def test_a_number_may_be_written_as_people_do(self, word: str, at_home: Terminal) -> None:
        at_home.well(f"check-in '{word}'")

        assert at_home.told(on.CheckedIn) == [on.CheckedIn(pain=45)]

    def test_none_and_the_worst_are_answers(self, at_home: Terminal) -> None:
        at_home.well("check-in 0 10 10.0")

        assert at_home.told(on.CheckedIn) == [on.CheckedIn(0, 100, 100)]

    @pytest.mark.parametrize(
        "words",
        [
            "11 5", "10.1 5", "4.55 5", "four 5", "4 5 3 2", "-1 5", "4 -2", "4 --worse", "nan 4",
            "'' 4", "1e1 4", "99999999999999999999 4", "'4 5'", "- -", "4/2 5", "<script> 4",
        ],
    )  # fmt: skip
    def test_what_is_no_answer_ends_with_two_and_nothing_is_written(
        self, words: str, at_home: Terminal
    ) -> None:
        before = at_home.entries()

        answer = at_home(f"check-in {words}")

        assert answer.exit_code == 2
        assert answer.stdout == ""
        assert "Error: " in answer.stderr
        assert at_home.entries() == before

    def test_what_is_no_answer_is_named_with_what_would_be_one(self, at_home: Terminal) -> None:
        answer = at_home("check-in 4 eleven")

        assert "FATIGUE" in answer.stderr
        assert "Say a number from 0 to 10, such as 4 or 4.5." in answer.stderr

    def test_a_number_below_zero_is_no_unknown_option(self, at_home: Terminal) -> None:
        assert "Numbers begin at 0." in at_home("check-in -1 4").stderr


class TestOtherWays:
    def test_the_same_as_the_last_time(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 5 3")
        at_home.later(days=2)

        shown = at_home.well("check-in --same")

        assert at_home.told(on.CheckedIn)[-1] == on.CheckedIn(40, 50, 30)
        assert "pain 4" in shown

    def test_the_same_as_nothing_ends_with_one(self, at_home: Terminal) -> None:
        answer = at_home("check-in --same")

        assert answer.exit_code == 1
        assert "There is no earlier answer" in answer.stderr

    @pytest.mark.parametrize(
        ("word", "than_usual"), [("better", -1), ("same", 0), ("worse", 1), ("much-worse", 2)]
    )
    def test_one_word_on_a_foggy_day(self, word: str, than_usual: int, at_home: Terminal) -> None:
        at_home.well(f"check-in --fog {word}")

        assert at_home.told(on.FogAnswered) == [on.FogAnswered(than_usual)]

    @pytest.mark.parametrize("words", ["4 5 --same", "4 --fog worse", "--same --fog same"])
    def test_two_ways_at_once_are_refused(self, words: str, at_home: Terminal) -> None:
        answer = at_home(f"check-in {words}")

        assert answer.exit_code == 2
        assert "in one way" in answer.stderr
        assert at_home.told(on.CheckedIn) == []


class TestAskedOneByOne:
    def test_somebody_who_is_there_is_asked(self, at_home: Terminal) -> None:
        at_home.someone = True

        at_home.well("check-in", typed="4\n5\n3\n")

        assert at_home.told(on.CheckedIn) == [on.CheckedIn(40, 50, 30)]

    def test_enter_leaves_one_out(self, at_home: Terminal) -> None:
        at_home.someone = True

        at_home.well("check-in", typed="4\n\n\n")

        assert at_home.told(on.CheckedIn) == [on.CheckedIn(pain=40)]

    def test_what_is_no_answer_is_asked_again(self, at_home: Terminal) -> None:
        at_home.someone = True

        answer = at_home("check-in", typed="eleven\n11\n4\n5\n\n")

        assert answer.exit_code == 0
        assert answer.stderr.count("Say a number from 0 to 10") == 2
        assert at_home.told(on.CheckedIn) == [on.CheckedIn(40, 50)]

    def test_walking_away_writes_nothing(self, at_home: Terminal) -> None:
        at_home.someone = True

        answer = at_home("check-in", typed="4\n")

        assert answer.exit_code == 1
        assert at_home.told(on.CheckedIn) == []

    def test_nobody_there_ends_with_two_and_an_example(self, at_home: Terminal) -> None:
        answer = at_home("check-in")

        assert answer.exit_code == 2
        assert "steadystep check-in 4 5 3" in answer.stderr


class TestAnotherDay:
    def test_yesterdays_answer_is_remembered_and_taken_at_noon(self, at_home: Terminal) -> None:
        at_home.later(days=1)

        shown = at_home.well("check-in 4 5 --yesterday")

        (entry,) = [one for one in at_home.entries() if isinstance(one.event, on.CheckedIn)]
        assert entry.event == on.CheckedIn(40, 50, remembered=True)
        assert local_day(entry) == date(2026, 5, 4)
        assert entry.at.hour == 12
        assert entry.recorded.date() == date(2026, 5, 5)
        assert shown.startswith("Written for yesterday: pain 4")

    def test_a_day_may_be_named_by_its_date(self, at_home: Terminal) -> None:
        at_home.later(days=3)

        shown = at_home.well("check-in 4 5 --day 2026-05-05")

        assert shown.startswith("Written for 5 May: pain 4")

    def test_another_answer_for_a_day_gone_by_takes_the_place_of_the_first(
        self, at_home: Terminal
    ) -> None:
        at_home.well("check-in 8 5 3")
        at_home.later(days=1)

        at_home.well("check-in 4 - --yesterday")

        (left,) = [
            one for one in in_order(at_home.entries()) if isinstance(one.event, on.CheckedIn)
        ]
        assert left.event == on.CheckedIn(40, 50, 30, remembered=True)

    @pytest.mark.parametrize(
        ("day", "why"),
        [
            ("2026-05-03", "before your plan"),
            ("2026-05-05", "still to come"),
            ("2999-01-01", "still"),
        ],
    )
    def test_a_day_outside_the_plan_ends_with_one(
        self, day: str, why: str, at_home: Terminal
    ) -> None:
        answer = at_home(f"check-in 4 5 --day {day}")

        assert answer.exit_code == 1
        assert why in answer.stderr
        assert at_home.told(on.CheckedIn) == []

    @pytest.mark.parametrize(
        "day", ["tomorrow", "5/4/2026", "20260504", "2026-13-01", "2026-W19-1", "2026-02-30", "''"]
    )
    def test_what_is_no_day_ends_with_two(self, day: str, at_home: Terminal) -> None:
        answer = at_home(f"check-in 4 5 --day {day}")

        assert answer.exit_code == 2
        assert "Say a day such as" in answer.stderr

    def test_two_days_at_once_are_refused(self, at_home: Terminal) -> None:
        at_home.later(days=3)

        assert at_home("check-in 4 5 --yesterday --day 2026-05-05").exit_code == 2

    def test_a_word_on_a_foggy_day_is_about_today(self, at_home: Terminal) -> None:
        at_home.later(days=1)

        assert at_home("check-in --fog worse --yesterday").exit_code == 2
        assert at_home.told(on.FogAnswered) == []

    def test_until_four_it_is_still_yesterday(self, at_home: Terminal) -> None:
        at_home.later(hours=19)

        at_home.well("check-in 4 5")

        (entry,) = [one for one in at_home.entries() if isinstance(one.event, on.CheckedIn)]
        assert local_day(entry) == date(2026, 5, 4)
        assert at_home.today()["day"] == "2026-05-04"
