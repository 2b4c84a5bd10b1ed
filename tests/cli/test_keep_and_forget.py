"""`export`, `restore` and `forget`: the record is the person's own."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steadystep.cli import forget
from steadystep.core import events as on
from steadystep.core.today import today_of
from steadystep.store import SqliteObserved
from steadystep.store.waiting import WAITING
from tests.cli.at_home import BEGUN, Terminal

if TYPE_CHECKING:
    from steadystep.core.observed_days import DayRow

GARMIN = Path(__file__).parents[1] / "importers" / "exports" / "fixtures" / "garmin"


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in."""
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


class TestExport:
    def test_all_that_was_said_goes_into_a_file_of_ones_own(
        self, at_home: Terminal, somewhere: Path
    ) -> None:
        at_home.well("note שלום")

        shown = at_home.well("export")

        file = somewhere / "steadystep-2026-05-04.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines()
        assert json.loads(lines[0]) == {"steadystep": "log", "format": 1}
        assert len(lines) == len(at_home.entries()) + 1
        assert any("שלום" in line for line in lines)
        assert shown.startswith(f"Written into {file.name}: {len(lines) - 1} entries.")

    @pytest.mark.skipif(os.name == "nt", reason="no such rights there")
    def test_nobody_else_on_this_machine_can_read_it(self, at_home: Terminal) -> None:
        at_home.well("export copy.jsonl")

        assert stat.S_IMODE(Path("copy.jsonl").stat().st_mode) == 0o600

    def test_a_dash_writes_into_a_pipe(self, at_home: Terminal, somewhere: Path) -> None:
        shown = at_home.well("export -")

        at_home.well("export copy.jsonl")
        assert shown == Path("copy.jsonl").read_text(encoding="utf-8")
        assert [one.name for one in somewhere.iterdir()] == ["copy.jsonl"]

    def test_what_is_there_is_not_written_over(self, at_home: Terminal) -> None:
        Path("copy.jsonl").write_text("mine", encoding="utf-8")

        answer = at_home("export copy.jsonl")

        assert answer.exit_code == 1
        assert "copy.jsonl is there already." in answer.stderr
        assert Path("copy.jsonl").read_text(encoding="utf-8") == "mine"

    @pytest.mark.parametrize("place", ["nowhere/copy.jsonl", "copy.jsonl/copy.jsonl"])
    def test_a_place_that_cannot_be_written_leaves_nothing(
        self, place: str, at_home: Terminal, somewhere: Path
    ) -> None:
        answer = at_home(f"export {place}")

        assert answer.exit_code == 1
        assert "cannot be written" in answer.stderr
        assert list(somewhere.iterdir()) == []

    def test_an_empty_record_is_an_empty_copy(self, new: Terminal) -> None:
        assert new.well("export -").count("\n") == 1


class TestRestore:
    def test_a_copy_brings_everything_back(self, at_home: Terminal, tmp_path: Path) -> None:
        at_home.lived(10)
        at_home.well("check-in 4 4")
        at_home.well("export copy.jsonl")
        elsewhere = Terminal(tmp_path / "elsewhere", time=at_home.time)

        shown = elsewhere.well("restore copy.jsonl")

        number = len(at_home.entries())
        assert shown.startswith(f"Read from copy.jsonl: {number} new entries.")
        assert elsewhere.entries()[:number] == at_home.entries()
        then = at_home.time
        assert today_of(elsewhere.entries(), then).decision == (
            today_of(at_home.entries(), then).decision
        )

    def test_read_twice_it_is_there_once(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")
        at_home.well("export copy.jsonl")
        before = at_home.entries()

        shown = at_home.well("restore copy.jsonl")

        assert shown.startswith("Read from copy.jsonl: 0 new entries.")
        assert at_home.entries() == before

    def test_a_copy_and_what_was_said_since_go_together(self, at_home: Terminal) -> None:
        at_home.well("check-in 4 4")
        at_home.well("export copy.jsonl")
        at_home.well("forget --yes")
        at_home.prefers("language", "en")

        at_home.well("restore copy.jsonl")

        assert len(at_home.told(on.PlanStarted)) == 1
        assert at_home.told(on.CheckedIn) == [on.CheckedIn(40, 40)]

    def test_two_plans_are_not_mixed(self, at_home: Terminal, tmp_path: Path) -> None:
        at_home.well("export copy.jsonl")
        another = Terminal(tmp_path / "another")
        another.well(BEGUN)
        before = another.entries()

        answer = another("restore copy.jsonl")

        assert answer.exit_code == 1
        assert "There is a record already. Nothing was written." in answer.stderr
        assert another.entries() == before

    @pytest.mark.parametrize(
        ("spoil", "why"),
        [
            (lambda _: "", "no record"),
            (lambda _: "date,pain\n2026-05-04,4\n", "no record"),
            (lambda text: text.replace("log", "lot", 1), "no record"),
            (lambda text: text.replace('"format":1', '"format":2'), "newer Steadystep"),
            (lambda text: text.replace("plan_started", "plan_begun"), "plan_begun"),
            (lambda text: text.replace('"of_ten":2', '"of_ten":"two"', 1), "Line 24"),
            (lambda text: text.replace('"of_ten":2', '"of_ten":', 1), "Line 24"),
            (lambda text: text[:-20], "ends in the middle of a line"),
        ],
        ids=[
            "empty",
            "a diary",
            "no log",
            "newer",
            "unknown kind",
            "wrong type",
            "no JSON",
            "cut off",
        ],
    )
    def test_a_copy_that_cannot_be_read_is_named_and_nothing_is_written(
        self, spoil: object, why: str, at_home: Terminal, tmp_path: Path
    ) -> None:
        at_home.lived(2)
        text = at_home.well("export -")
        assert callable(spoil)
        Path("copy.jsonl").write_text(spoil(text), encoding="utf-8")
        elsewhere = Terminal(tmp_path / "elsewhere")

        answer = elsewhere("restore copy.jsonl")

        assert answer.exit_code == 1
        assert why in answer.stderr
        assert elsewhere.entries() == []

    def test_a_file_that_is_not_there(self, new: Terminal) -> None:
        answer = new("restore nowhere.jsonl")

        assert answer.exit_code == 1
        assert "nowhere.jsonl cannot be opened" in answer.stderr
        assert new("restore .").exit_code == 1
        assert new("restore").exit_code == 2


class TestForget:
    def test_a_typed_word_deletes_everything_and_it_is_said_what_that_was(
        self, at_home: Terminal
    ) -> None:
        at_home.someone = True
        number = len(at_home.entries())

        answer = at_home("forget", typed="Forget\n")

        assert answer.exit_code == 0
        assert f"This deletes for ever: {number} entries, from 2026-05-04" in answer.stderr
        assert f"Deleted: {number} entries, from 2026-05-04 to 2026-05-04" in answer.stdout
        assert at_home.entries() == []
        assert at_home.well("today").startswith("There is no plan yet.")

    def test_not_a_letter_of_it_is_left_in_the_folder(self, at_home: Terminal) -> None:
        at_home.well("note a-word-nobody-else-has")
        at_home.well("forget --yes")

        for file in at_home.folder.rglob("*"):
            assert b"a-word-nobody-else-has" not in file.read_bytes()

    @pytest.mark.parametrize("typed", ["yes\n", "\n", "forge\n"])
    def test_any_other_word_leaves_everything(self, typed: str, at_home: Terminal) -> None:
        at_home.someone = True
        before = at_home.entries()

        answer = at_home("forget", typed=typed)

        assert answer.exit_code == 1
        assert "Nothing was deleted." in answer.stderr
        assert at_home.entries() == before

    def test_walking_away_leaves_everything(self, at_home: Terminal) -> None:
        at_home.someone = True
        before = at_home.entries()

        assert at_home("forget").exit_code == 1
        assert at_home.entries() == before

    def test_with_nobody_there_it_has_to_be_said_with_a_flag(self, at_home: Terminal) -> None:
        answer = at_home("forget", typed="forget\n")

        assert answer.exit_code == 2
        assert "--yes" in answer.stderr
        assert at_home.entries() != []

    def test_where_there_is_nothing_nothing_is_asked(self, new: Terminal) -> None:
        assert new.well("forget") == "There is nothing to delete.\n"


class TestARecordThatCannotBeOpened:
    @pytest.mark.parametrize("words", ["today", "check-in 4 4", "check-in 11 4", "history",
                                       "undo", "start", "forget --yes", "export"])  # fmt: skip
    def test_it_is_said_in_plain_words_and_left_as_it_is(self, words: str, tmp_path: Path) -> None:
        folder = tmp_path / "record"
        folder.mkdir()
        file = folder / "record.sqlite3"
        file.write_bytes(b"no database at all" * 99)

        answer = Terminal(folder)(words)

        assert answer.exit_code in {1, 2}
        assert answer.stdout == ""
        assert "Traceback" not in answer.stderr
        if answer.exit_code == 1:
            assert "holds no record that can be read. It was left as it is." in answer.stderr
        assert file.read_bytes() == b"no database at all" * 99

    def test_a_file_where_the_folder_belongs(self, tmp_path: Path) -> None:
        place = tmp_path / "record"
        place.write_text("mine", encoding="utf-8")

        answer = Terminal(place)(BEGUN)

        assert answer.exit_code == 1
        assert "is a file, and the record goes into a folder of that name." in answer.stderr


class TestWhatDevicesSaw:
    """What was brought with `bring` is a part of the record."""

    def test_it_goes_into_a_copy_and_comes_back(self, at_home: Terminal, tmp_path: Path) -> None:
        at_home.well(f"bring {GARMIN} --yes")
        shown = at_home.well("export copy.jsonl")
        assert "With it: 1 import of what devices and diaries saw." in shown
        elsewhere = Terminal(tmp_path / "elsewhere", time=at_home.time)

        shown = elsewhere.well("restore copy.jsonl")

        assert "With it: 1 import of what devices and diaries saw." in shown
        assert observed(elsewhere) == observed(at_home)
        assert "This is here already." in elsewhere.well(f"bring {GARMIN} --yes")
        again = elsewhere.well("restore copy.jsonl")
        assert "With it" not in again

    def test_a_copy_that_is_spoiled_there_brings_nothing(
        self, at_home: Terminal, tmp_path: Path
    ) -> None:
        at_home.well(f"bring {GARMIN} --yes")
        at_home.well("export copy.jsonl")
        text = Path("copy.jsonl").read_text(encoding="utf-8")
        Path("copy.jsonl").write_text(text.replace('"steps"', '"stpes"'), encoding="utf-8")
        elsewhere = Terminal(tmp_path / "elsewhere")

        answer = elsewhere("restore copy.jsonl")

        assert answer.exit_code == 1
        assert elsewhere.entries() == []

    def test_it_is_deleted_with_the_record(self, at_home: Terminal) -> None:
        at_home.well(f"bring {GARMIN} --yes")

        shown = " ".join(at_home.well("forget --yes").split())

        assert "1 import of what devices and diaries saw." in shown
        assert observed(at_home) == []
        assert at_home.well("forget --yes").startswith("There is nothing to delete.")

    def test_it_is_deleted_where_it_is_all_there_is(self, new: Terminal) -> None:
        """Exports of long ago say nothing to the rule, so nothing of them is in the log."""
        new.well(f"bring {GARMIN} --yes")
        assert new.entries() == []

        shown = new.well("forget --yes")

        assert shown.startswith("Deleted: 1 import of what devices and diaries saw.")
        assert observed(new) == []

    def test_what_waits_on_the_pages_is_deleted_too(self, at_home: Terminal) -> None:
        waits = at_home.folder / WAITING / "0123" / "files"
        waits.mkdir(parents=True)
        (waits / "export.xml").write_text("Dana", encoding="utf-8")

        shown = " ".join(at_home.well("forget --yes").split())

        assert "1 export that waits to be brought in." in shown
        assert not waits.exists()
        assert at_home.well("forget --yes").startswith("There is nothing to delete.")

    def test_what_cannot_be_deleted_is_not_said_to_be(
        self, at_home: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (at_home.folder / WAITING / "0123").mkdir(parents=True)
        monkeypatch.setattr(forget, "forget_waiting", lambda _: None)

        answer = at_home("forget --yes")

        assert answer.exit_code == 1
        assert "Delete once more." in answer.stderr


def observed(terminal: Terminal) -> list[DayRow]:
    """All that devices saw."""
    with SqliteObserved(terminal.folder) as store:
        return store.days("me")
