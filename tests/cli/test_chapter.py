"""`steadystep chapter`: calm text, one's own numbers, a step to take, and read after a yes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steadystep.cli.words import words
from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal

HERE = Path(__file__).parent
GARDEN = HERE.parent / "chapters" / "on_paper"
WIDTH = 72


def in_hebrew(terminal: Terminal) -> Terminal:
    terminal.prefers("language", "he")
    return terminal


class TestReading:
    def test_it_is_todays_chapter(self, at_home: Terminal) -> None:
        shown = at_home.well("chapter").splitlines()

        assert shown[:2] == ["Day 1 · 3 min", "What fibromyalgia is, and what this is"]
        assert "Today's step" in shown
        assert "Tomorrow" in shown

    def test_another_day_can_be_named(self, at_home: Terminal) -> None:
        assert at_home.well("chapter 13").startswith("Day 13 · ")

    @pytest.mark.parametrize("day", [1, 2, 3, 4, 13, 14])
    def test_no_line_is_wider_than_tired_eyes_can_follow(self, at_home: Terminal, day: int) -> None:
        assert max(map(len, at_home.well(f"chapter {day}").splitlines())) <= WIDTH

    def test_a_new_person_reads_and_nothing_is_written(self, new: Terminal) -> None:
        shown = new.well("chapter")

        assert "  steadystep start\n" in shown
        assert "--read" not in shown
        assert new.entries() == []

    def test_whoever_is_ill_after_effort_reads_first_what_is_not_for_them(
        self, at_home: Terminal
    ) -> None:
        at_home.says(on.GateSet(Gate.PACING_ONLY))

        assert at_home.well("chapter 13").startswith("Your step stays inside its limit.")

    def test_lists_quotations_and_numbers_of_claims_are_there(self, new: Terminal) -> None:
        shown = new.well(f"chapter 3 --programme {GARDEN}")

        assert "  · Stop while it still feels easy." in shown
        assert "  1. One small step." in shown
        assert "    I knew it while I was doing it." in shown
        assert "help a little¹." in shown

    def test_what_lives_is_told_in_words_with_ones_own_step(self, at_home: Terminal) -> None:
        invented = "An invented example, for a step of 5 minutes."
        assert "  Your step: 5 minutes" in at_home.well("chapter 13")
        assert invented not in at_home.well("chapter 13")

    def test_without_a_record_it_says_that_the_numbers_are_invented(self, new: Terminal) -> None:
        assert "An invented example, for a step of 5 minutes." in new.well("chapter 13")

    def test_with_a_record_but_no_plan_nothing_comes_to_grief(self, new: Terminal) -> None:
        new.says(on.MovementChosen(Movement.WALK, Unit.MINUTES))

        assert "  steadystep start\n" in new.well("chapter 13")

    def test_what_this_version_does_not_know_is_left_out(
        self, new: Terminal, tmp_path: Path
    ) -> None:
        folder = a_programme(tmp_path, "Before.\n\n:: a-dance\n\nAfter.")

        shown = new.well(f"chapter 1 --programme {folder}")

        assert "Before." in shown
        assert "After." in shown

    def test_hebrew_begins_at_the_right(self, at_home: Terminal) -> None:
        shown = in_hebrew(at_home).well("chapter 2").splitlines()

        assert {len(line) for line in shown if line and not line.lstrip().isascii()} == {WIDTH}

    def test_a_chapter_in_another_language_keeps_the_words_of_its_own(
        self, new: Terminal, tmp_path: Path
    ) -> None:
        folder = a_programme(tmp_path, "Read me.", languages='["en"]')

        shown = in_hebrew(new).well(f"chapter 1 --programme {folder}")

        assert "Today's step\n" in shown

    def test_its_sources_can_be_shown(self, at_home: Terminal) -> None:
        shown = at_home.well(f"chapter 3 --sources --programme {GARDEN}")

        assert shown.startswith("Where this comes from\n")
        assert "Known fairly well." in shown
        assert "doi 10.1002/14651858.CD013340" in shown
        assert "No native reader has checked these words yet." in shown


class TestTheStep:
    @pytest.mark.parametrize(
        ("day", "way"),
        [
            (1, "steadystep check-in"),
            (2, "steadystep swap"),
            (3, "steadystep moved"),
            (4, "steadystep flare"),
            (13, "steadystep swap"),
            (14, 'steadystep note "…"'),
        ],
    )
    def test_it_says_what_to_type(self, at_home: Terminal, day: int, way: str) -> None:
        assert f"  {way}\n" in at_home.well(f"chapter {day}")

    def test_behind_a_red_flag_there_is_nothing_to_type(self, at_home: Terminal) -> None:
        at_home("start --urgent-signs yes")

        assert "  steadystep swap" not in at_home.well("chapter 13")

    def test_a_breath_needs_no_command(self, at_home: Terminal, tmp_path: Path) -> None:
        folder = a_programme(tmp_path, "Breathe.", opens="breathe")

        assert "  steadystep" not in at_home.well(f"chapter 1 --programme {folder}")


class TestMarkingItAsRead:
    def test_it_is_written_after_a_yes(self, at_home: Terminal) -> None:
        at_home.someone = True

        at_home.well("chapter 13", typed="y\n")

        assert at_home.told(on.ChapterRead) == [on.ChapterRead("steadystep", 13)]

    def test_nothing_is_written_without_one(self, at_home: Terminal) -> None:
        at_home.someone = True

        shown = at_home.well("chapter 13", typed="\n")

        assert at_home.told(on.ChapterRead) == []
        assert "steadystep chapter 13 --read" in shown

    def test_whoever_leaves_at_the_question_has_said_no(self, at_home: Terminal) -> None:
        at_home.someone = True

        assert at_home("chapter 13", typed="").exit_code == 0
        assert at_home.told(on.ChapterRead) == []

    def test_nobody_is_asked_where_nobody_is_there(self, at_home: Terminal) -> None:
        assert at_home.well("chapter 13").endswith(
            "When you have read it: steadystep chapter 13 --read\n"
        )

    def test_it_can_be_said_at_once_and_is_not_asked_again(self, at_home: Terminal) -> None:
        at_home.someone = True

        assert at_home.well("chapter 1 --read").endswith("Written: day 1 is read.\n")
        assert "Written" not in at_home.well("chapter 1 --read")
        assert len(at_home.told(on.ChapterRead)) == 1

    def test_then_nothing_is_new_until_tomorrow(self, at_home: Terminal) -> None:
        at_home.well("chapter --read")

        done = at_home("chapter")

        assert done.exit_code == 1
        assert "steadystep chapter --list" in done.stderr

    def test_the_place_from_another_door_is_offered_and_taken(self, at_home: Terminal) -> None:
        at_home.says(on.ChapterLeft("steadystep", 13, 4))

        assert "\n  steadystep chapter 13 --place\n" in at_home.well("chapter 13")
        from_there = at_home.well("chapter 13 --place")
        assert "What helps, and how much" not in from_there
        assert "Four kinds of movement" in from_there


class TestTheList:
    def test_every_day_is_on_a_line_with_how_it_stands(self, at_home: Terminal) -> None:
        at_home.well("chapter --read")
        at_home.later(days=1)

        shown = at_home.well("chapter --list").splitlines()

        assert len(shown) == 28
        assert shown[0] == "  1  What fibromyalgia is, and what this is  (read)"
        assert shown[1].endswith("(today)")
        assert shown[2].endswith("good day")
        assert shown[4].endswith("(not written yet)")


class TestForAProgram:
    def test_it_is_one_object(self, at_home: Terminal) -> None:
        told = json.loads(at_home.well("chapter 13 --json"))

        assert told["day"] == 13
        assert told["is_read"] is False
        assert told["ways"] == ["steadystep swap"]
        lives = {one["lives"] for one in told["parts"] if "lives" in one}
        assert lives == {"own-picture", "boom-bust-trap", "rule-of-two", "four-kinds"}


class TestWhatCannotBeDone:
    def test_a_day_that_is_not_written_yet(self, at_home: Terminal) -> None:
        done = at_home("chapter 20")

        assert done.exit_code == 1
        assert done.stderr == (
            "Day 20 is not written yet. To see what is: steadystep chapter --list\n"
        )

    def test_a_folder_that_holds_no_programme(self, at_home: Terminal, tmp_path: Path) -> None:
        done = at_home(f"chapter --programme {tmp_path}")

        assert done.exit_code == 1
        assert "holds no programme.toml" in done.stderr

    def test_what_cannot_be_read_of_a_folder_is_said_beside_it(
        self, at_home: Terminal, tmp_path: Path
    ) -> None:
        folder = a_programme(tmp_path, "Read me.")
        (folder / "day-02").mkdir()
        (folder / "day-02" / "en.md").write_text("nothing", encoding="utf-8")

        done = at_home(f"chapter 1 --programme {folder}")

        assert done.exit_code == 0
        assert "day-02/en.md" in done.stderr


class TestTodaysLine:
    def test_it_gives_way_where_there_is_no_room(self, at_home: Terminal) -> None:
        at_home.lived(7)
        at_home.well("check-in 4 4")
        at_home.well("accept")
        at_home.well("moved --effort 2")

        assert len(at_home.well("today").splitlines()) <= 8

    def test_the_environment_may_name_another_programme(self, at_home: Terminal) -> None:
        at_home.environment["STEADYSTEP_PROGRAMME"] = str(GARDEN)

        assert "Day 1 · 1 min · A beginning  steadystep chapter\n" in at_home.well("today")
        assert at_home.well("chapter").startswith("Day 1 · 1 min\nA beginning\n")

    def test_a_folder_that_is_gone_spoils_no_morning(
        self, at_home: Terminal, tmp_path: Path
    ) -> None:
        at_home.environment["STEADYSTEP_PROGRAMME"] = str(tmp_path / "gone")

        assert "steadystep chapter" not in at_home.well("today")

    def test_a_long_title_is_cut(self, at_home: Terminal, tmp_path: Path) -> None:
        folder = a_programme(tmp_path, "Read me.", title="A title without any end " * 5)
        at_home.environment["STEADYSTEP_PROGRAMME"] = str(folder)

        (line,) = [one for one in at_home.well("today").splitlines() if one.startswith("Day 1")]
        assert len(line) <= 80
        assert "…  steadystep chapter" in line

    def test_when_it_was_read_there_is_none(self, at_home: Terminal) -> None:
        at_home.well("chapter --read")

        assert "steadystep chapter" not in at_home.well("today")


def a_programme(
    folder: Path,
    text: str,
    *,
    opens: str = "check-in",
    title: str = "A day",
    languages: str = '["en", "he"]',
) -> Path:
    """A programme of one day in English."""
    words.cache_clear()
    (folder / "day-01").mkdir()
    (folder / "programme.toml").write_text(
        f'name = "small"\nlanguages = {languages}\n[title]\nen = "Small"\nhe = "קטן"\n'
        '[[day]]\nnumber = 1\nline.en = "A day"\nline.he = "יום"\n',
        encoding="utf-8",
    )
    (folder / "day-01" / "en.md").write_text(
        f'+++\nday = 1\ntitle = "{title}"\nminutes = 1\nstep = "Look."\nopens = "{opens}"\n'
        f'tomorrow = "Two."\nreviewed = 2026-05-01\nread_by = ""\n+++\n{text}\n',
        encoding="utf-8",
    )
    return folder
