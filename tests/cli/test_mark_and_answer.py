"""`mark`, `note` and `answer`: what else there is to say of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.cli.mark import MARKS
from steadystep.core import events as on
from steadystep.core.fold import in_order

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


class TestMark:
    @pytest.mark.parametrize("name", list(MARKS))
    def test_a_mark_is_set(self, name: str, at_home: Terminal) -> None:
        shown = at_home.well(f"mark {name}")

        assert at_home.told(on.Marked) == [on.Marked(MARKS[name])]
        assert shown.startswith("Written: ")

    def test_set_twice_it_is_there_once(self, at_home: Terminal) -> None:
        at_home.well("mark illness")
        at_home.well("mark illness")

        assert len(at_home.told(on.Marked)) == 1

    def test_a_mark_goes_away_again(self, at_home: Terminal) -> None:
        at_home.well("mark illness")

        shown = at_home.well("mark illness --off")
        at_home.well("mark travel --off")

        assert shown.startswith("The mark is gone: illness.")
        assert on.Marked not in [type(one.event) for one in in_order(at_home.entries())]

    def test_another_day_can_be_marked(self, at_home: Terminal) -> None:
        at_home.later(days=2)

        shown = at_home.well("mark travel --day 2026-05-04")

        assert shown.startswith("Written for 4 May: travel.")

    def test_a_mark_nobody_knows_ends_with_two(self, at_home: Terminal) -> None:
        assert at_home("mark weather").exit_code == 2
        assert at_home("mark").exit_code == 2


class TestNote:
    def test_a_few_words_need_no_quotes(self, at_home: Terminal) -> None:
        shown = at_home.well("note slept at the seaside")

        assert at_home.told(on.NoteWritten) == [on.NoteWritten("slept at the seaside")]
        assert shown.startswith("Written: a note: slept at the seaside.")

    def test_letters_that_turn_a_page_round_are_left_out(self, at_home: Terminal) -> None:
        at_home.well("note '\u202eabc\x1b[2J'")

        assert at_home.told(on.NoteWritten) == [on.NoteWritten("abc[2J")]

    def test_a_note_may_have_500_letters(self, at_home: Terminal) -> None:
        at_home.well(f"note {'x' * 500}")

        answer = at_home(f"note {'x' * 501}")

        assert answer.exit_code == 2
        assert "A note may have 500 letters. This one has 501." in answer.stderr
        assert len(at_home.told(on.NoteWritten)) == 1

    @pytest.mark.parametrize("words", ["", "''", "'  '", "'\u202e'"])
    def test_an_empty_note_is_none(self, words: str, at_home: Terminal) -> None:
        assert at_home(f"note {words}").exit_code == 2
        assert at_home.told(on.NoteWritten) == []


class TestAnswer:
    def test_what_is_asked_is_written_and_said_back(self, at_home: Terminal) -> None:
        shown = at_home.well("answer evening far-too-much")

        assert at_home.told(on.DayTold) == [on.DayTold(on.Busy.FAR_TOO_MUCH)]
        assert shown.startswith("Written: far too much.")

    def test_how_sure_of_an_offer(self, at_home: Terminal) -> None:
        at_home.lived(7)
        at_home.well("check-in 4 4")

        at_home.well("answer confidence 9")

        assert at_home.told(on.ConfidenceTold) == [on.ConfidenceTold(9)]
        assert at_home.today()["asks"][0] == "offer"

    @pytest.mark.parametrize(
        "words",
        ["kept-moving yes", "watch-session yes", "watch-session no", "silent-days no",
         "long-flare yes no", "usual take", "confidence 7",
         "effort 3", "after same"],
    )  # fmt: skip
    def test_what_is_not_asked_is_not_written(self, words: str, at_home: Terminal) -> None:
        answer = at_home(f"answer {words}")

        assert answer.exit_code == 1
        assert "This is not asked now. To see what is: steadystep today" in answer.stderr

    @pytest.mark.parametrize(
        "words", ["evening", "evening loud", "evening usual usual", "after 3", "weather fine", ""]
    )
    def test_words_that_are_off_end_with_two(self, words: str, at_home: Terminal) -> None:
        answer = at_home(f"answer {words}")

        assert answer.exit_code == 2
        assert at_home.told(on.DayTold) == []

    def test_what_may_be_answered_is_named(self, at_home: Terminal) -> None:
        answer = at_home("answer evening loud")

        assert "steadystep answer evening quieter|usual|busier|far-too-much" in answer.stderr
