"""The files that observations lie in: whose they are, and what is wrong in them told in words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from steadystep.store.observed import bring
from steadystep.store.observed_jsonl import JsonlObserved
from steadystep.store.observed_sqlite import SqliteObserved
from steadystep.store.sqlite import SqliteLog
from steadystep.store.trouble import LogTrouble, UnknownEventKind, WrittenByNewer
from tests.store.logs import entry
from tests.store.observing import brought, day, no_pause, walk

if TYPE_CHECKING:
    from pathlib import Path


def test_observations_lie_in_a_file_beside_the_record(tmp_path: Path) -> None:
    with SqliteObserved(tmp_path) as store, SqliteLog(tmp_path) as log:
        bring(store, "her", brought(), [day(0)])
        log.append([entry(1)])
        assert {path.name for path in tmp_path.glob("*.sqlite3")} == {
            "observed.sqlite3",
            "record.sqlite3",
        }
        assert len(list(log.read("her"))) == 1


def test_a_record_is_no_store_of_observations(tmp_path: Path) -> None:
    with SqliteLog(tmp_path) as log:
        log.append([entry(1)])
    (tmp_path / "record.sqlite3").rename(tmp_path / "observed.sqlite3")
    with SqliteObserved(tmp_path) as store, pytest.raises(LogTrouble, match="no record that can"):
        store.days("her")


# The file as its first version made it. It is never changed: who makes another one reads this too.
FIRST_FORMAT = """
CREATE TABLE import (number INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL,
    key TEXT NOT NULL, reader TEXT NOT NULL, at TEXT NOT NULL, unreadable INTEGER NOT NULL,
    finished INTEGER, dropped INTEGER NOT NULL DEFAULT 0);
CREATE INDEX import_of ON import (person, finished);
CREATE TABLE source (number INTEGER PRIMARY KEY, person TEXT NOT NULL, maker TEXT NOT NULL,
    name TEXT NOT NULL, UNIQUE (person, maker, name));
CREATE TABLE value (import INTEGER NOT NULL, kind TEXT NOT NULL, day INTEGER NOT NULL,
    source INTEGER NOT NULL, tenths INTEGER NOT NULL, made_of INTEGER NOT NULL, series BLOB,
    whole INTEGER NOT NULL, PRIMARY KEY (import, kind, day, source)) WITHOUT ROWID;
CREATE TABLE session (import INTEGER NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL,
    source INTEGER NOT NULL, activity TEXT NOT NULL, offset INTEGER, heart_rate INTEGER,
    steps INTEGER);
CREATE INDEX session_of ON session (import, begins);
INSERT INTO import VALUES (1, 'her', 'a', 'Apple Health', '2026-03-09T08:00:00+00:00', 0, 1, 0);
INSERT INTO source VALUES (1, 'her', 'watch', 'Watch');
INSERT INTO value VALUES (1, 'steps', 739677, 1, 500, 3, NULL, 1);
INSERT INTO session VALUES (1, 1772445600, 1772446200, 1, 'walk', 7200, NULL, 300);
PRAGMA application_id = 1398031439;
PRAGMA user_version = 1;
"""


def test_a_file_of_the_first_version_is_read_and_written_on(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "observed.sqlite3")) as first:
        first.executescript(FIRST_FORMAT)
    with SqliteObserved(tmp_path, pause=no_pause) as store:
        assert (store.days("her"), store.sessions("her")) == ([day(0)], [walk(0)])
        assert [one.brought for one in store.imports("her")] == [brought()]
        bring(store, "her", brought("b"), [day(0, 7)])
        assert store.days("her") == [day(0, 7)]


def test_a_word_from_the_future_in_the_file_is_refused(tmp_path: Path) -> None:
    with SqliteObserved(tmp_path) as store:
        bring(store, "her", brought(), [day(0)], [walk(0)])
    with closing(sqlite3.connect(tmp_path / "observed.sqlite3")) as other:
        other.execute("UPDATE value SET kind = 'leaps'")
        other.execute("UPDATE session SET activity = 'moonwalk'")
        other.commit()
    with SqliteObserved(tmp_path) as store:
        with pytest.raises(UnknownEventKind, match="leaps"):
            store.imports("her")
        with pytest.raises(UnknownEventKind, match="moonwalk"):
            store.sessions("her")
    with closing(sqlite3.connect(tmp_path / "observed.sqlite3")) as other:
        other.execute("PRAGMA user_version = 2")
    with SqliteObserved(tmp_path) as store, pytest.raises(WrittenByNewer):
        store.days("her")


def test_between_two_lots_of_rows_others_come_to_write(tmp_path: Path) -> None:
    paused: list[float] = []
    with SqliteObserved(tmp_path, pause=paused.append) as store:
        bring(store, "her", brought(), (day(number) for number in range(4_500)))
    assert paused == [0.02] * 3


def test_what_is_undone_leaves_no_rows_behind(tmp_path: Path) -> None:
    with SqliteObserved(tmp_path, pause=no_pause) as store:
        half = store.begin("her", brought("half"))
        assert half is not None
        store.put(half, [day(0)], [walk(0)])
        store.begin("her", brought("half"))
        whole = bring(store, "her", brought("whole"), [day(0)], [walk(0)])
        assert whole is not None
        store.undo("her", whole)
        with store._file.opened() as connection:
            for table in ("value", "session"):
                assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608 - names of ours


def test_forgetting_while_another_program_reads_says_that_a_trace_is_left(tmp_path: Path) -> None:
    with SqliteObserved(tmp_path) as store:
        bring(store, "her", brought(), [day(0)])
        with closing(sqlite3.connect(tmp_path / "observed.sqlite3")) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM value").fetchone()
            with store._file.opened() as connection:
                connection.execute("PRAGMA busy_timeout = 1")
            with pytest.raises(LogTrouble, match="still holds a part"):
                store.forget("her")


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """The file of an import in JSON Lines."""
    bring(JsonlObserved(tmp_path), "her", brought(), [day(0)], [walk(0)])
    (path,) = tmp_path.rglob("*.jsonl")
    return path


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"steadystep":"observed"', b'"steadystep":"log"', "holds no record"),
        (b'"format":1', b'"format":true', "holds no record"),
        (b'"observed":"import"', b'"observed":"session"', "Line 1: session"),
        (b'"tenths":500', b'"tenths":null', "Line 2: day: None is no number"),
        (b"}\n", b"\n", "Line 1: it is not whole"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(
    lines: Path, tmp_path: Path, old: bytes, new: bytes, says: str
) -> None:
    text = lines.read_bytes()
    assert old in text
    lines.write_bytes(text.replace(old, new))
    with pytest.raises(LogTrouble, match=says):
        JsonlObserved(tmp_path).days("her")


def test_a_header_that_is_a_row_is_no_header(lines: Path, tmp_path: Path) -> None:
    _, row, *_ = lines.read_text("utf-8").splitlines()
    lines.write_text('{"steadystep":"observed","format":1,' + row[1:] + "\n", "utf-8")
    with pytest.raises(LogTrouble, match="holds no record"):
        JsonlObserved(tmp_path).imports("her")


def test_a_file_that_was_killed_at_its_first_line_is_in_nobodys_way(tmp_path: Path) -> None:
    store = JsonlObserved(tmp_path)
    first = store.begin("her", brought())
    (part,) = tmp_path.rglob("*.part")
    part.write_bytes(b'{"steadystep')
    other = store.begin("her", brought("other"))
    assert (first, other) == (1, 1)
    assert store.days("her") == []


def test_a_name_that_a_folder_cannot_have_is_told_by_its_digest(tmp_path: Path) -> None:
    store = JsonlObserved(tmp_path)
    bring(store, "../her", brought(), [day(0)])
    assert store.days("../her") == [day(0)]
    (folder,) = (one for one in (tmp_path / "observed").iterdir() if one.is_dir())
    assert folder.name.startswith("~")


def test_a_second_import_line_in_a_file_is_passed_over(lines: Path, tmp_path: Path) -> None:
    text = lines.read_bytes()
    lines.write_bytes(text + text.splitlines(keepends=True)[0])
    assert JsonlObserved(tmp_path).days("her") == [day(0)]
