"""`bring`: an export is looked at, shown, asked about and written; nothing before a yes."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from steadystep.cli import bring_export
from steadystep.cli.bring_bar import bar
from steadystep.cli.shown import on_one_line
from steadystep.core import events as on
from steadystep.core.observed import Kind
from steadystep.importers.gather import Gathering
from steadystep.store import SqliteObserved, observed_sqlite
from tests.cli import golden_bring

if TYPE_CHECKING:
    from steadystep.store import Imported
    from tests.cli.at_home import Terminal

FIXTURES = Path(__file__).parents[1] / "importers" / "exports" / "fixtures"
GARMIN, APPLE, FITBIT = (FIXTURES / one for one in ("garmin", "apple_health", "fitbit"))
# A diary whose dates can be read in two ways, and one whose glucose has no unit.
TWO_WAYS = FIXTURES / "flaredown" / "dana_flaredown.csv"
SEVERAL_PEOPLE = FIXTURES / "flaredown" / "research.csv"


def imports(terminal: Terminal) -> list[Imported]:
    """What was brought."""
    with SqliteObserved(terminal.folder) as observed:
        return observed.imports("me")


def seen(terminal: Terminal, *words: object) -> dict[str, Any]:
    """What a program reads of one export."""
    line = " ".join(f"'{one}'" for one in words)
    (one,) = json.loads(terminal.well(f"bring {line} --json"))["exports"]
    assert isinstance(one, dict)
    return one


class TestLooking:
    def test_it_is_shown_what_is_in_it_and_what_is_not(self, new: Terminal) -> None:
        new.someone = True

        shown = new(f"bring {GARMIN}", typed="n\n")

        lines = shown.stdout.splitlines()
        assert lines[0].endswith("garmin: Garmin")
        assert "3 days  2024-03-31 – 2024-05-03  3 values" in lines[1]
        for said in (
            "3 sessions of moving.",
            "It comes from: Garmin.",
            "Left out, since nothing here uses it: files with other things (2)",
            "7 places could not be read:",
            "  and 2 more. The others were read.",
        ):
            assert said in shown.stdout
        assert max(map(len, lines)) <= 80

    def test_nothing_is_written_before_a_yes(self, new: Terminal) -> None:
        new.someone = True

        answer = new(f"bring {GARMIN}", typed="\n")

        assert answer.exit_code == 1
        assert "Bring it in? [y/N]" in answer.stderr
        assert "Nothing was written." in answer.stderr
        assert imports(new) == []
        assert new.entries() == []

    def test_where_nobody_is_there_it_says_what_to_type(self, new: Terminal) -> None:
        answer = new(f"bring {GARMIN} --dates dmy")

        assert answer.exit_code == 2
        assert f"steadystep bring {GARMIN} --dates dmy --yes" in answer.stderr
        assert "steps" in answer.stdout
        assert imports(new) == []

    def test_a_program_reads_one_object_and_nothing_is_written(self, new: Terminal) -> None:
        one = seen(new, GARMIN)

        assert (one["app"], one["here_already"], one["number"]) == ("Garmin", False, None)
        assert one["kinds"][0] == {
            "kind": "steps",
            "days": 3,
            "first": "2024-03-31",
            "last": "2024-05-03",
            "values": 3,
            "sources": [{"maker": "watch", "name": "Garmin"}],
        }
        assert one["sessions"] == 3
        assert one["unreadable"] == len(one["troubles"]) == 7
        assert set(one["troubles"][0]) == {"where", "why"}
        assert imports(new) == []

    def test_values_that_no_body_has_and_days_that_are_too_full_are_told(
        self, new: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = Gathering.found
        monkeypatch.setattr(
            Gathering,
            "found",
            lambda self: found(self)._replace(beyond={Kind.HEART_RATE: 2}, crowded=1),
        )

        shown = new(f"bring {GARMIN}").stdout

        assert "Left out, since no body or clock shows it: heart rate (2)." in shown
        assert "1 day is left out. It holds more values than a day can." in shown

    def test_from_when_to_when_is_said_where_no_kind_says_it(self, new: Terminal) -> None:
        assert "From " not in new(f"bring {GARMIN}").stdout
        kinds = seen(new, APPLE)["kinds"]
        first, last = min(one["first"] for one in kinds), max(one["last"] for one in kinds)
        assert (first, last) not in [(one["first"], one["last"]) for one in kinds]

        assert f"From {first} to {last}." in new(f"bring {APPLE}").stdout

    def test_in_a_narrow_window_each_kind_stands_by_itself(self, new: Terminal) -> None:
        new.environment = {"COLUMNS": "40"}

        lines = new(f"bring {GARMIN}").stdout.splitlines()[1:]

        assert lines[:3] == ["  steps", "    3 days  2024-03-31 – 2024-05-03", "    3 values"]
        assert max(len(one) for one in lines if " " in one.strip()) <= 40

    def test_what_is_to_be_typed_stays_on_one_line(self, new: Terminal) -> None:
        new.environment = {"COLUMNS": "40"}

        lines = new.well(f"bring {GARMIN} --yes").splitlines()

        assert lines[-6:-2] == [
            "To take it back:",
            "steadystep bring --undo 1",
            "Which source is used for what:",
            "steadystep bring --sources",
        ]

    def test_no_name_of_a_person_is_shown(self, new: Terminal) -> None:
        shown = new(f"bring {APPLE}").stdout

        assert "Dana" not in shown

    def test_an_export_without_a_trouble_has_nothing_to_say_of_one(
        self, new: Terminal, tmp_path: Path
    ) -> None:
        shutil.copy(FIXTURES / "fit" / "walk.fit", tmp_path / "walk.fit")

        shown = new(f"bring {tmp_path / 'walk.fit'}").stdout

        assert "could not be read" not in shown


class TestBringing:
    def test_a_yes_brings_it_in_and_says_what_comes_next(self, at_home: Terminal) -> None:
        at_home.someone = True

        shown = at_home.well(f"bring {GARMIN}", typed="y\n")

        (one,) = imports(at_home)
        assert f"Brought in: Garmin, as number {one.number}." in shown
        assert f"steadystep bring --undo {one.number}" in shown
        assert "Your first step is 5 minutes." in shown

    def test_it_may_be_brought_before_there_is_a_plan(self, new: Terminal) -> None:
        shown = new.well(f"bring {GARMIN} --yes")

        assert shown.endswith("There is no plan yet. Begin here: steadystep start\n")
        assert len(imports(new)) == 1

    def test_twice_changes_nothing(self, at_home: Terminal, tmp_path: Path) -> None:
        at_home.well(f"bring {GARMIN} --yes")
        before, entries = imports(at_home), at_home.entries()
        another = tmp_path / "under another name"
        shutil.copytree(GARMIN, another)

        shown = at_home.well(f"bring '{another}' --yes")

        assert "This is here already. Nothing changed." in shown
        assert f"steadystep bring --undo {before[0].number}" in shown
        assert imports(at_home) == before
        assert at_home.entries() == entries
        assert seen(at_home, another) == {
            "path": str(another),
            "app": "Garmin",
            "here_already": True,
            "number": before[0].number,
        }

    def test_a_program_may_bring_as_well(self, new: Terminal) -> None:
        one = seen(new, GARMIN, "--yes")

        assert [one["number"]] == [each.number for each in imports(new)]

    def test_another_program_may_have_brought_it_meanwhile(
        self, new: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        new.well(f"bring {GARMIN} --yes")
        known = SqliteObserved.imports
        monkeypatch.setattr(SqliteObserved, "imports", lambda *_: [])
        shown = new.well(f"bring {GARMIN} --yes")
        monkeypatch.setattr(SqliteObserved, "imports", known)

        assert "Brought in" not in shown
        assert len(imports(new)) == 1

    def test_one_that_cannot_be_used_does_not_stop_the_others(
        self, new: Terminal, tmp_path: Path
    ) -> None:
        (tmp_path / "poem.txt").write_text("Roses are red.\n", encoding="utf-8")

        answer = new(f"bring {GARMIN} {tmp_path}/poem.txt {tmp_path}/nowhere {FITBIT} --yes")

        assert answer.exit_code == 1
        assert [one.brought.reader for one in imports(new)] == ["Garmin", "Fitbit"]
        why = on_one_line(answer.stderr)
        assert "poem.txt: This kind of export is not known here." in why
        assert "Known are: Apple Health, Health Connect" in why
        assert "nowhere: There is nothing called “nowhere” here." in why
        assert max(len(one) for one in answer.stderr.splitlines() if " " in one) <= 80

    def test_a_program_hears_which_one_cannot_be_used(self, new: Terminal) -> None:
        answer = new(f"bring nowhere {GARMIN} --json")

        assert answer.exit_code == 1
        first, second = json.loads(answer.stdout)["exports"]
        assert (first["path"], first["asks"]) == ("nowhere", None)
        assert second["app"] == "Garmin"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
    def test_a_pipe_is_refused_since_it_cannot_be_looked_at_twice(
        self, new: Terminal, tmp_path: Path
    ) -> None:
        os.mkfifo(tmp_path / "pipe")

        answer = new(f"bring {tmp_path}/pipe")

        assert answer.exit_code == 1
        assert "is no file and no folder" in on_one_line(answer.stderr)

    def test_an_export_with_nothing_of_use_says_why(self, new: Terminal, tmp_path: Path) -> None:
        export = (FIXTURES / "clarity" / "eu.csv").read_text(encoding="utf-8")
        (tmp_path / "old.csv").write_text(export.replace("2026-", "1961-"), encoding="utf-8")

        answer = new(f"bring {tmp_path}/old.csv --yes")

        assert answer.exit_code == 1
        assert answer.stderr.startswith("Nothing in it can be used here. line ")
        assert "1961-" in answer.stderr
        assert imports(new) == []

    def test_what_the_rule_hears_is_written_and_the_step_is_never_larger(
        self, at_home: Terminal
    ) -> None:
        before = at_home.today()["dose"]

        at_home.well(f"bring {GARMIN} {APPLE} {FITBIT} --yes")

        assert at_home.today()["dose"] <= before


class TestOpenQuestions:
    def test_what_a_reader_has_to_know_is_asked(self, new: Terminal) -> None:
        new.someone = True

        answer = new(f"bring {SEVERAL_PEOPLE}", typed="71\ny\n")

        assert answer.exit_code == 0
        assert "Choose one with --person." in answer.stderr
        assert len(imports(new)) == 1

    @pytest.mark.parametrize("typed", ["2", "mdy", "ymd\nmdy"])
    def test_an_answer_may_be_one_of_a_few(self, typed: str, new: Terminal) -> None:
        new.someone = True

        answer = new(f"bring {TWO_WAYS}", typed=f"{typed}\ny\n")

        assert "  1  The day first.\n  2  The month first.\n" in answer.stderr
        assert "written month, day, year." in answer.stdout
        assert answer.exit_code == 0

    def test_a_unit_is_written_as_it_is_everywhere(self, new: Terminal, tmp_path: Path) -> None:
        (tmp_path / "meter.csv").write_text(
            "Device,Serial Number,Device Timestamp,Record Type,Historic Glucose,Scan Glucose\n"
            "FreeStyle LibreLink,X,2026-04-14 21:00,0,5.6,\n",
            encoding="utf-8",
        )
        new.someone = True

        answer = new(f"bring {tmp_path}/meter.csv", typed="mmol/l\ny\n")

        assert "  1  mg/dL\n  2  mmol/L\n" in answer.stderr
        assert answer.exit_code == 0

    def test_where_nobody_is_there_it_says_which_flag_helps(self, new: Terminal) -> None:
        answer = new(f"bring {SEVERAL_PEOPLE} --yes")

        assert answer.exit_code == 1
        assert "Choose one with --person." in answer.stderr
        assert new(f"bring {SEVERAL_PEOPLE} --person 71 --yes").exit_code == 0

    def test_a_program_is_not_asked(self, new: Terminal) -> None:
        new.someone = True

        answer = new(f"bring {SEVERAL_PEOPLE} --json")

        (told,) = json.loads(answer.stdout)["exports"]
        assert "Choose one with --person." in told["trouble"]
        assert told["asks"] == "--person"


class TestStopping:
    """Ctrl-C, at each of the moments at which it matters."""

    def stop(self, *_: object, **__: object) -> None:
        raise KeyboardInterrupt

    def test_while_it_is_read(self, new: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Gathering, "found", self.stop)

        answer = new(f"bring {GARMIN} --yes")

        assert answer.exit_code == 1
        assert answer.stderr == "Stopped. Nothing was brought in.\n"

    def test_while_it_is_written_leaves_no_row(
        self, new: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as stopping:
            stopping.setattr(SqliteObserved, "finish", self.stop)
            answer = new(f"bring {GARMIN} --yes")

        assert answer.stderr == "Stopped. Nothing was brought in.\n"
        assert imports(new) == []
        assert rows_in_the_file(new) == 0
        assert "Brought in" in new.well(f"bring {GARMIN} --yes")

    def test_after_it_is_written_takes_it_back_whole(
        self, new: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        finish = SqliteObserved.finish

        def finish_and_stop(store: SqliteObserved, number: int) -> None:
            finish(store, number)
            raise KeyboardInterrupt

        with monkeypatch.context() as stopping:
            stopping.setattr(SqliteObserved, "finish", finish_and_stop)
            answer = new(f"bring {GARMIN} --yes")

        assert answer.exit_code == 1
        assert imports(new) == []
        assert rows_in_the_file(new) == 0
        assert new.told(on.DayMeasured) == []

    def test_a_second_time_does_not_stop_the_tidying(
        self, new: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tidied = []

        def close(_: Gathering) -> None:
            signal.raise_signal(signal.SIGINT)
            tidied.append("all of it")

        before = signal.getsignal(signal.SIGINT)
        monkeypatch.setattr(Gathering, "found", lambda _: signal.raise_signal(signal.SIGINT))
        monkeypatch.setattr(Gathering, "close", close)

        answer = new(f"bring {GARMIN} --yes")

        assert answer.stderr == "Stopped. Nothing was brought in.\n"
        assert tidied == ["all of it"]
        assert signal.getsignal(signal.SIGINT) is before

    def test_what_was_brought_in_before_stays(self, new: Terminal) -> None:
        new.someone = True

        answer = new(f"bring {GARMIN} {APPLE}", typed="y\n")

        assert answer.stderr.endswith("\nStopped. What was brought in before that stays.\n")
        assert answer.exit_code == 1
        assert len(imports(new)) == 1


def rows_in_the_file(terminal: Terminal) -> int:
    """How many rows lie in the file, seen or not."""
    with SqliteObserved(terminal.folder) as observed, observed._file.opened() as connection:
        (rows,) = connection.execute("SELECT count(*) FROM value").fetchone()
    return int(rows)


class TestWhatWasBrought:
    def test_it_is_listed(self, new: Terminal) -> None:
        assert "Nothing was brought yet." in new.well("bring --list")
        new.well(f"bring {GARMIN} {APPLE} --yes")

        shown = new.well("bring --list")

        assert "  1  Garmin, brought on 2026-05-04." in shown
        assert "3 sessions" in shown
        assert max(map(len, shown.splitlines())) <= 80
        first, second = json.loads(new.well("bring --list --json"))["imports"]
        assert (first["app"], second["app"]) == ("Garmin", "Apple Health")
        assert first["kinds"][0]["kind"] == "steps"
        assert first["unreadable"] == 7

    def test_it_is_undone_whole(self, at_home: Terminal) -> None:
        before = at_home.today()
        at_home.well(f"bring {GARMIN} {APPLE} --yes")

        shown = at_home.well("bring --undo 1")

        assert shown.startswith("Undone: Garmin. Nothing of it counts any more.")
        assert [one.brought.reader for one in imports(at_home)] == ["Apple Health"]
        assert json.loads(at_home.well("bring --undo 2 --json")) == {"undone": 2}
        assert imports(at_home) == []
        assert at_home.today()["dose"] == before["dose"]

    def test_what_is_not_there_cannot_be_undone(self, new: Terminal) -> None:
        answer = new("bring --undo 4")

        assert answer.exit_code == 1
        assert "There is no import 4." in answer.stderr

    def test_an_import_of_sessions_alone_is_listed_too(self, new: Terminal, tmp_path: Path) -> None:
        real = tmp_path / "summarizedActivities.json"
        (activities,) = GARMIN.rglob("*summarizedActivities*.json")
        shutil.copy(activities, real)

        shown = new.well(f"bring {real} --yes")

        assert "From" not in shown
        assert "sessions" in new.well("bring --list")


class TestSources:
    @pytest.fixture
    def brought(self, new: Terminal) -> Terminal:
        """Three exports; on some days two of them told something."""
        new.well(f"bring {GARMIN} {APPLE} {FITBIT} --yes")
        return new

    def test_for_each_kind_it_is_said_which_is_used(self, brought: Terminal) -> None:
        shown = brought.well("bring --sources")

        assert "  watch (Garmin)       used on 3 of 3 days" in shown
        assert "  2024-05-02: Told: watch (Fitbit) 12, watch (Garmin) 3,410." in shown
        assert shown.endswith("To use another one: steadystep bring --use steps=Fitbit\n")

    def test_nothing_brought_has_no_sources(self, new: Terminal) -> None:
        assert "Nothing was brought yet." in new.well("bring --sources")
        assert "Nothing was brought yet." in new("bring --use steps=x").stderr
        assert json.loads(new.well("bring --sources --json")) == {"kinds": []}

    def test_where_one_source_tells_there_is_no_other_to_use(self, new: Terminal) -> None:
        new.well(f"bring {GARMIN} --yes")

        assert "To use another one" not in new.well("bring --sources")

    @pytest.mark.parametrize("wanted", ["Fitbit", "fitbit", "watch (Fitbit)"])
    def test_another_one_may_be_used(self, wanted: str, brought: Terminal) -> None:
        shown = brought.well(f"bring --use 'steps={wanted}'")

        assert shown.startswith("Written: for steps, watch (Fitbit) is used.")
        told = brought.well("bring --sources")
        assert "you chose it" in told
        (steps,) = (
            one
            for one in json.loads(brought.well("bring --sources --json"))["kinds"]
            if one["kind"] == "steps"
        )
        assert steps["chosen"] == {"maker": "watch", "name": "Fitbit"}
        assert steps["differed"]["used"]["name"] == "Fitbit"

    def test_the_sort_will_do_where_there_is_one_of_it(self, brought: Terminal) -> None:
        assert "app (Apple Health)" in brought.well("bring --use 'active minutes=app'")

    def test_the_usual_order_holds_again(self, brought: Terminal) -> None:
        brought.well("bring --use steps=Fitbit")

        shown = brought.well("bring --use steps=order")

        assert shown.startswith("Written: for steps the usual order holds again.")
        assert "you chose it" not in brought.well("bring --sources")
        kinds = json.loads(brought.well("bring --use steps=order --json"))["kinds"]
        assert kinds[0]["chosen"] is None

    @pytest.mark.parametrize(
        ("wanted", "why"),
        [
            ("steps=watch", "Name one of these sources:"),
            ("steps=", "Name one of these sources:"),
            ("steps", "For the usual order: steps=order"),
            ("stpes=Fitbit", "“stpes” is no kind that was brought. There are: steps,"),
        ],
    )
    def test_what_is_not_there_is_answered_with_what_is(
        self, wanted: str, why: str, brought: Terminal
    ) -> None:
        answer = brought(f"bring --use '{wanted}'")

        assert answer.exit_code == 1
        assert why in answer.stderr

    def test_a_day_on_which_nothing_was_worn_is_told(self, new: Terminal, tmp_path: Path) -> None:
        """Two noughts are no step taken: nothing is known of that day."""
        (tmp_path / "apple_health.xml").write_bytes(
            b'<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_US">\n'
            + b"".join(
                b' <Record type="HKQuantityTypeIdentifierStepCount" sourceName="%s"'
                b' unit="count" startDate="2026-05-03 10:00:00 +0300"'
                b' endDate="2026-05-03 10:10:00 +0300" value="0"/>\n' % source
                for source in (b"iPhone", b"Apple Watch")
            )
            + b"</HealthData>\n"
        )
        new.well(f"bring {tmp_path}/apple_health.xml --yes")

        assert "Nothing was worn or carried on this day, it seems." in new.well("bring --sources")
        (steps,) = json.loads(new.well("bring --sources --json"))["kinds"]
        assert steps["differed"]["used"] is None


def test_the_page_for_programs_names_every_key() -> None:
    page = (Path(__file__).parents[2] / "docs" / "developers" / "bring-json.md").read_text("utf-8")
    told = [json.loads(one)["told"] for one in golden_bring.GOLDEN.read_text("utf-8").splitlines()]

    assert {key for key in keys(told) if f"`{key}`" not in page} == set()


def keys(told: Any) -> set[str]:  # noqa: ANN401 - whatever JSON holds
    """Every key of an object, but for names of what was counted."""
    if isinstance(told, list):
        return {key for one in told for key in keys(one)}
    if not isinstance(told, dict):
        return set()
    counted = told.keys() & {"left_out", "beyond"}
    return set(told) | {key for one in told.keys() - counted for key in keys(told[one])}


def test_what_a_program_reads_is_a_contract() -> None:
    kept = golden_bring.GOLDEN.read_text(encoding="utf-8").splitlines(keepends=True)

    assert list(golden_bring.lines()) == kept, "Was it meant? python -m tests.cli.golden_bring"


@pytest.mark.parametrize(
    "words", ["bring", "bring --list --sources", "bring x --undo 2", "bring --use a=b --list"]
)
def test_one_thing_at_a_time_is_asked_for(words: str, new: Terminal) -> None:
    answer = new(words)

    assert answer.exit_code == 2
    assert "Name a file or folder to bring" in answer.stderr


def test_what_stands_in_the_way_of_the_store_is_told_in_plain_words(
    new: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(observed_sqlite, "OBSERVED", ".")

    answer = new(f"bring {GARMIN} --yes")

    assert answer.exit_code == 1
    assert "is a folder" in answer.stderr


class TestTheBar:
    """A large export shows how far it is, on stderr, where somebody looks."""

    def test_nothing_of_it_is_on_a_pipe(
        self, new: Terminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(bring_export, "BAR_FROM_BYTES", 1)

        assert new(f"bring {GARMIN} --yes").stderr == ""

    def test_it_tells_percent_and_what_is_done(self, monkeypatch: pytest.MonkeyPatch) -> None:
        shown = io.StringIO()
        monkeypatch.setattr(shown, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stderr", shown)
        monkeypatch.setenv("TERM", "xterm")

        with bar("Reading", 10, is_large=True) as one:
            one.advance(5)
            one.next("Making days")

        assert "Making days" in shown.getvalue()

    def test_what_is_over_at_once_shows_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        shown = io.StringIO()
        monkeypatch.setattr(shown, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stderr", shown)

        with bar("Reading", 10, is_large=False) as one:
            one.advance(10)
            one.next("Making days")

        assert shown.getvalue() == ""
