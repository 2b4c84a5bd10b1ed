"""`steadystep replay` at the door: what a person types, what they see, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from steadystep.cli.main import steadystep

HOME = Path(__file__).parents[2]
EXAMPLES = HOME / "src" / "steadystep" / "examples"
STEADY = str(EXAMPLES / "steady.csv")
PLAIN = "date,pain,fatigue,steps\n" + "".join(
    f"2026-03-{day:02},{3 + day % 2},4,{2000 + 100 * (day % 3)}\n" for day in range(1, 21)
)


def replay(*words: str | Path) -> Result:
    """Run the verb in this process. An exception that nobody expected is shown."""
    return CliRunner().invoke(steadystep, ["replay", *map(str, words)], catch_exceptions=False)


def diary(folder: Path, text: str | bytes) -> Path:
    """A file with this in it."""
    path = folder / "diary.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def rows_of(text: str) -> list[dict[str, Any]]:
    """Every line has to be an object of its own."""
    return [json.loads(line) for line in text.splitlines()]


def program(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "steadystep", *map(str, words)]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the real program, with nobody at the keyboard."""
    return subprocess.run(
        program(*words),
        cwd=HOME,
        env={**os.environ, "PYTHONPATH": str(HOME / "src"), "PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )


class TestTheRealProgram:
    def test_an_example_tells_its_story_and_ends_well(self) -> None:
        done = run("replay", "--example", "boom-buster")

        assert done.returncode == 0
        assert done.stderr == ""
        assert "On your last 60 days this rule would have" in done.stdout
        assert "Nobody followed this" in done.stdout

    def test_lines_are_the_same_as_inside_this_process(self) -> None:
        done = run("replay", STEADY, "--json")

        assert done.returncode == 0
        assert done.stdout == replay(STEADY, "--json").stdout

    def test_a_file_that_is_not_there_ends_with_one_and_says_so_on_stderr(self) -> None:
        done = run("replay", "nowhere.csv")

        assert done.returncode == 1
        assert done.stdout == ""
        assert "There is no file nowhere.csv" in done.stderr

    def test_words_that_are_off_end_with_two(self) -> None:
        done = run("replay", "--exmaple", "steady")

        assert done.returncode == 2
        assert done.stdout == ""
        assert "--example" in done.stderr

    def test_a_reader_who_has_heard_enough_is_no_accident(self, tmp_path: Path) -> None:
        """`| head -1` closes the pipe while there is more to say."""
        rows = (f"20{19 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02},4\n" for n in range(2000))
        long = diary(tmp_path, "date,pain\n" + "".join(rows))
        talking = subprocess.Popen(
            program("replay", long, "--json"),
            env={**os.environ, "PYTHONPATH": str(HOME / "src")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
        )
        assert talking.stdout
        assert talking.stderr
        first = talking.stdout.readline()
        talking.stdout.close()

        assert json.loads(first)["day"] == "2019-01-01"
        assert talking.wait(timeout=60) == 1
        assert talking.stderr.read() == b""
        talking.stderr.close()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk is always full here")
    def test_a_full_disk_is_said_in_words(self) -> None:
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            done = subprocess.run(
                program("replay", "--example", "steady", "--json"),
                env={**os.environ, "PYTHONPATH": str(HOME / "src")},
                check=False,
                stdout=full,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )

        assert done.returncode == 1
        assert done.stderr.startswith("The answer cannot be written")
        assert len(done.stderr.splitlines()) == 1

    @pytest.mark.skipif(os.name == "nt", reason="no /dev/stdin here")
    def test_a_diary_may_come_through_a_pipe(self) -> None:
        done = subprocess.run(
            program("replay", "/dev/stdin", "--json"),
            env={**os.environ, "PYTHONPATH": str(HOME / "src")},
            check=False,
            capture_output=True,
            input=Path(STEADY).read_bytes(),
        )

        assert done.returncode == 0
        assert done.stdout == replay(STEADY, "--json").stdout_bytes


class TestHelp:
    @pytest.mark.parametrize("words", [["--help"], ["-h"], ["replay", "--help"], ["replay", "-h"]])
    def test_help_is_given_and_teaches_by_example(self, words: list[str]) -> None:
        helped = CliRunner().invoke(steadystep, words)

        assert helped.exit_code == 0
        assert "steadystep replay --example boom-buster" in helped.output
        assert "steadystep replay diary.csv" in helped.output

    def test_help_says_what_is_assumed_and_what_a_line_knows(self) -> None:
        helped = " ".join(replay("--help").output.split())

        assert "Nobody followed this" in helped
        assert "it knows answers up to that day, and loads up to the day before" in helped

    def test_no_line_of_help_is_too_wide_to_read(self) -> None:
        assert max(map(len, replay("--help").output.splitlines())) <= 96

    def test_every_choice_of_the_readers_has_its_flag(self) -> None:
        from dataclasses import fields  # noqa: PLC0415 - beside what it is asked of

        from steadystep.importers import Choices  # noqa: PLC0415

        helped = replay("--help").output

        assert [one.name for one in fields(Choices) if f"--{one.name}" not in helped] == []


class TestTheWordsOfACall:
    @pytest.mark.parametrize(
        "words",
        [
            [],
            [STEADY, "--example", "steady"],
            ["--example", "nobody"],
            [STEADY, "--unit", "miles"],
            [STEADY, "--dates", "never"],
            [STEADY, "--start", "0"],
            [STEADY, "--start", "31"],
            [STEADY, "--start", "many"],
            [STEADY, "--no-such-flag"],
        ],
        ids=lambda words: " ".join(words).replace(STEADY, "FILE") or "nothing",
    )
    def test_a_call_whose_words_are_off_ends_with_two(self, words: list[str]) -> None:
        answer = replay(*words)

        assert answer.exit_code == 2
        assert answer.stdout == ""
        assert answer.stderr

    @pytest.mark.parametrize("scale", ["3", "3-0", "a-b", "0-0", "-"])
    def test_a_scale_that_is_none_ends_with_one_and_shows_what_one_is(self, scale: str) -> None:
        answer = replay(STEADY, f"--scale={scale}")

        assert answer.exit_code == 1
        assert "0-3" in answer.stderr or "0-10" in answer.stderr

    def test_a_walk_of_half_a_minute_may_be_assumed(self, tmp_path: Path) -> None:
        path = diary(tmp_path, "date,pain\n2026-03-01,4\n2026-03-02,4\n")

        lines = rows_of(replay(path, "--start", "0.5", "--json").stdout)

        assert [line["dose"] for line in lines] == [0.5, 0.5]


class TestFilesThatCannotBeRead:
    def test_an_empty_file(self, tmp_path: Path) -> None:
        self.is_refused(diary(tmp_path, ""))

    def test_a_heading_and_no_row(self, tmp_path: Path) -> None:
        self.is_refused(diary(tmp_path, "date,pain,fatigue\n"))

    def test_a_file_of_bytes(self, tmp_path: Path) -> None:
        self.is_refused(diary(tmp_path, bytes(range(256)) * 40))

    def test_a_packed_file(self, tmp_path: Path) -> None:
        self.is_refused(diary(tmp_path, b"\x1f\x8b\x08\x00" + bytes(60)), "Unpack")

    def test_a_folder(self, tmp_path: Path) -> None:
        self.is_refused(tmp_path, "is a folder")

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        self.is_refused(tmp_path / "nowhere.csv", "There is no file")

    def test_rows_of_which_none_can_be_read(self, tmp_path: Path) -> None:
        path = diary(tmp_path, "date,pain\nyesterday,4\ntomorrow,5\n")

        self.is_refused(path, "")

    def test_dates_that_can_be_read_in_two_ways_name_the_flag(self, tmp_path: Path) -> None:
        path = diary(tmp_path, "date,pain\n03/04/2026,4\n04/04/2026,5\n")

        self.is_refused(path, "--dates")
        assert replay(path, "--dates", "dmy").exit_code == 0

    def test_several_people_name_the_flag(self, tmp_path: Path) -> None:
        path = diary(tmp_path, "id,date,pain\nA,2026-03-01,4\nB,2026-03-01,6\nA,2026-03-02,4\n")

        self.is_refused(path, "--person")
        assert len(rows_of(replay(path, "--person", "A", "--json").stdout)) == 2

    def test_a_person_who_is_not_in_the_file(self, tmp_path: Path) -> None:
        path = diary(tmp_path, "id,date,pain\nA,2026-03-01,4\nB,2026-03-01,6\n")

        assert replay(path, "--person", "C").exit_code == 1

    def test_a_column_that_is_not_there(self, tmp_path: Path) -> None:
        path = diary(tmp_path, PLAIN)

        answer = replay(path, "--pain", "ache")

        assert answer.exit_code == 1
        assert "ache" in answer.stderr

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
    def test_a_file_that_may_not_be_read(self, tmp_path: Path) -> None:
        path = diary(tmp_path, PLAIN)
        path.chmod(0)

        self.is_refused(path, "cannot be opened")

    @staticmethod
    def is_refused(path: Path, why: str = "") -> None:
        """Exit 1, nothing on stdout, plain words on stderr. The same with --json."""
        for words in ((path,), (path, "--json")):
            answer = replay(*words)
            assert answer.exit_code == 1
            assert answer.stdout == ""
            assert why in answer.stderr
            assert len(answer.stderr.split()) >= 4
            assert "Traceback" not in answer.stderr


class TestRowsThatCannotBeRead:
    def test_pain_11_is_named_and_the_other_rows_are_read(self, tmp_path: Path) -> None:
        path = diary(tmp_path, PLAIN.replace("2026-03-07,4", "2026-03-07,11"))

        answer = replay(path)

        assert answer.exit_code == 0
        assert re.match(r"1 \w+ could not be read", answer.stderr)
        assert "Line 8" in answer.stderr
        assert "11" in answer.stderr
        assert "The others were read." in answer.stderr
        assert "could not be read" not in answer.stdout

    def test_lines_stay_lines_with_the_unreadable_rows_on_stderr(self, tmp_path: Path) -> None:
        path = diary(tmp_path, PLAIN.replace("2026-03-07,4", "2026-03-07,11"))

        answer = replay(path, "--json")

        lines = rows_of(answer.stdout)
        assert answer.exit_code == 0
        assert len(lines) == 20
        assert lines[6]["missing"][0] != "answer"
        assert "11" in answer.stderr

    def test_of_very_many_the_first_are_shown_and_all_are_counted(self, tmp_path: Path) -> None:
        path = diary(tmp_path, PLAIN.replace(",4,2", ",soso,2"))

        answer = replay(path, "--json")

        assert answer.exit_code == 0
        assert re.match(r"20 \w+ could not be read", answer.stderr)
        assert "15 more" in answer.stderr
        assert len(answer.stderr.splitlines()) == 7


class TestPictures:
    def test_an_svg_is_well_formed_has_words_and_asks_for_nothing(self, tmp_path: Path) -> None:
        path = tmp_path / "record.svg"

        answer = replay(STEADY, "--picture", path)

        root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - we drew it
        tags = {one.tag.rpartition("}")[2] for one in root.iter()}
        assert answer.exit_code == 0
        assert root.tag.endswith("svg")
        assert {"title", "desc"} <= tags
        assert not tags & {"script", "image", "foreignObject"}
        assert str(path) in answer.stdout.replace("\n", "")

    def test_an_html_page_is_well_formed_and_holds_the_table(self, tmp_path: Path) -> None:
        path = tmp_path / "record.html"

        answer = replay(STEADY, "--picture", path)

        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        assert answer.exit_code == 0
        assert page.open == []
        assert {"svg", "table", "th"} <= page.seen
        assert "script" not in page.seen

    def test_lines_and_a_picture_can_be_asked_for_together(self, tmp_path: Path) -> None:
        answer = replay(STEADY, "--json", "--picture", tmp_path / "record.svg")

        assert len(rows_of(answer.stdout)) == 84
        assert (tmp_path / "record.svg").exists()

    @pytest.mark.parametrize("name", ["record.png", "record", "svg", "record.svg.txt"])
    def test_another_ending_is_refused_and_nothing_is_written(
        self, name: str, tmp_path: Path
    ) -> None:
        answer = replay(STEADY, "--picture", tmp_path / name)

        assert answer.exit_code == 1
        assert answer.stdout == ""
        assert ".svg" in answer.stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_not_there_is_said_and_nothing_is_written(
        self, tmp_path: Path
    ) -> None:
        answer = replay(STEADY, "--picture", tmp_path / "nowhere" / "record.svg")

        assert answer.exit_code == 1
        assert "cannot be written" in answer.stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_picture_that_cannot_take_its_place_leaves_no_half_of_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A full disk, or a folder that may not be written."""

        def refuse(self: Path, target: Path) -> Path:
            raise PermissionError(13, "Permission denied", str(self), None, str(target))

        before = tmp_path / "record.svg"
        before.write_text("an older picture", encoding="utf-8")
        monkeypatch.setattr(Path, "replace", refuse)

        answer = replay(STEADY, "--picture", before)

        assert answer.exit_code == 1
        assert "Permission denied" in answer.stderr
        assert before.read_text(encoding="utf-8") == "an older picture"
        assert list(tmp_path.iterdir()) == [before]

    def test_the_diary_itself_is_never_changed(self, tmp_path: Path) -> None:
        path = diary(tmp_path, PLAIN)

        replay(path, "--picture", tmp_path / "record.svg")

        assert path.read_text(encoding="utf-8") == PLAIN
        assert {one.name for one in tmp_path.iterdir()} == {"diary.csv", "record.svg"}


class TestPacingOnly:
    @pytest.mark.parametrize("name", ["steady", "boom-buster", "slow-responder"])
    def test_nothing_is_ever_offered_and_the_limit_never_grows(self, name: str) -> None:
        lines = rows_of(replay("--example", name, "--pacing-only", "--json").stdout)
        levels = [line["level"] for line in lines if line["level"] is not None]

        assert {line["action"] for line in lines} <= {"no_plan", "pacing_only"}
        assert {line["offered"] for line in lines} == {None}
        assert levels == sorted(levels, reverse=True)

    def test_the_story_speaks_of_a_limit_and_of_no_offers(self) -> None:
        story = replay("--example", "steady", "--pacing-only").stdout

        assert "offered nothing" in story
        assert "Try " not in story


class TestAClockThatIsSetFarBack:
    @pytest.fixture(autouse=True)
    def long_ago(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class LongAgo(date):
            @classmethod
            def today(cls) -> LongAgo:
                return cls(1980, 1, 1)

        monkeypatch.setattr("steadystep.cli.diary_file.date", LongAgo)

    def test_an_invented_diary_is_read_whole(self) -> None:
        assert len(rows_of(replay("--example", "steady", "--json").stdout)) == 84

    def test_a_diary_of_ones_own_says_that_its_days_are_still_to_come(self, tmp_path: Path) -> None:
        answer = replay(diary(tmp_path, PLAIN))

        assert answer.exit_code == 1
        assert "to come" in answer.stderr


class TestDiariesWithGapsInWhatTheyKnow:
    def test_a_load_alone_holds_and_never_offers(self, tmp_path: Path) -> None:
        rows = "".join(f"2026-03-{day:02},3000\n" for day in range(1, 29))
        lines = rows_of(replay(diary(tmp_path, "date,steps\n" + rows), "--json").stdout)

        assert "offer" not in {line["action"] for line in lines}
        assert {line["flare"] for line in lines} == {"none"}

    def test_days_nobody_wrote_down_have_their_lines(self, tmp_path: Path) -> None:
        path = diary(tmp_path, "date,pain\n2026-03-01,4\n2026-03-10,4\n")

        lines = rows_of(replay(path, "--json").stdout)

        assert len(lines) == 10
        assert [line["missing"][:1] for line in lines[1:-1]] == [["answer"]] * 8

    def test_an_inverted_column_is_turned_round_and_it_is_said(self, tmp_path: Path) -> None:
        """Low energy is a hard day, and it is heard as one."""
        rows = "".join(f"2026-03-{day:02},6\n" for day in range(1, 21)) + "2026-03-21,1\n"

        lines = rows_of(replay(diary(tmp_path, "date,energy\n" + rows), "--json").stdout)

        assert lines[-1]["flare"] == "red"
        assert any("energy" in one and "turned" in one for one in lines[0]["assumed"])


class Page(HTMLParser):
    """Every tag that opens is closed, in order."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "col"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
