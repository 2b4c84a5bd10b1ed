"""The real program at a real terminal: its folder, its endings, and two of it at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from steadystep.core import events as on
from steadystep.store import PersonLog, SqliteLog
from tests.cli.at_home import BEGUN, Terminal

HOME = Path(__file__).parents[2]


def program(folder: Path, words: str, **environment: str) -> subprocess.Popen[str]:
    """Start it, with nobody at the keyboard."""
    return subprocess.Popen(
        [sys.executable, "-m", "steadystep", *words.split()],
        env={
            **os.environ,
            "PYTHONPATH": str(HOME / "src"),
            "PYTHONIOENCODING": "utf-8",
            "STEADYSTEP_HOME": str(folder),
            **environment,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def run(folder: Path, words: str, **environment: str) -> tuple[int, str, str]:
    """Run it to its end."""
    started = program(folder, words, **environment)
    out, err = started.communicate(timeout=120)
    return started.returncode, out, err


def test_a_morning_from_the_first_word_to_the_last(tmp_path: Path) -> None:
    folder = tmp_path / "record"

    assert run(folder, BEGUN)[0] == 0
    assert run(folder, "check-in 4 5 3")[0] == 0
    code, shown, cries = run(folder, "today --json")

    told = json.loads(shown)
    assert (code, cries) == (0, "")
    assert (told["level"], told["asks"]) == (5, told["asks"])
    assert "check_in" not in told["asks"]
    assert (folder / "record.sqlite3").exists()


def test_it_goes_by_the_clock_of_this_machine(tmp_path: Path) -> None:
    """The offset from UTC is written beside the time: nobody guesses it later."""
    begun = datetime.now().astimezone().replace(microsecond=0)

    run(tmp_path, BEGUN, TZ="Asia/Kolkata")

    entries = PersonLog(SqliteLog(tmp_path), "me").read()
    assert {one.at.utcoffset() for one in entries} == {
        datetime.fromisoformat("2026-05-04T08:30+05:30").utcoffset()
    }
    assert all(begun <= one.at for one in entries)


@pytest.mark.parametrize(
    ("words", "code"),
    [("today", 0), ("check-in 4 4", 1), ("check-in 11 4", 2), ("start", 2), ("todya", 2)],
)
def test_how_it_ends_is_told_to_the_shell(words: str, code: int, tmp_path: Path) -> None:
    ended, shown, cries = run(tmp_path / "record", words)

    assert ended == code
    assert bool(shown) == (code == 0)
    assert bool(cries) == (code != 0)
    assert "Traceback" not in cries


def test_a_reader_who_has_heard_enough_is_no_accident(tmp_path: Path) -> None:
    at_home = Terminal(tmp_path)
    at_home.well(BEGUN)
    at_home.lived(1500)
    talking = program(tmp_path, "export -")
    assert talking.stdout
    assert talking.stderr
    talking.stdout.readline()
    talking.stdout.close()

    assert talking.wait(timeout=120) == 1
    assert talking.stderr.read() == ""
    talking.stderr.close()


@pytest.mark.slow
def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    """Twice eight notes from two terminals, and the pages could be open as well."""
    at_home = Terminal(tmp_path)
    at_home.well(BEGUN)
    notes = [f"note from-{terminal}-{number}" for number in range(8) for terminal in "ab"]
    for pair in zip(notes[::2], notes[1::2], strict=True):
        both = [program(tmp_path, words) for words in pair]
        assert [one.communicate(timeout=120)[1] for one in both] == ["", ""]
        assert [one.returncode for one in both] == [0, 0]

    written = [one.text for one in at_home.told(on.NoteWritten)]
    assert sorted(written) == sorted(words.removeprefix("note ") for words in notes)
    assert run(tmp_path, "today")[0] == 0
