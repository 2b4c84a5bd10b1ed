"""The log in SQLite: whose file it is, how it is opened, and that old answers stay apart."""

from __future__ import annotations

import gc
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from steadystep.core.events import LASTING
from steadystep.store import sqlite, sqlite_file
from steadystep.store.log import Kept, Log, Shelf, Wanted
from steadystep.store.notation import LASTING_KINDS, Line, put_together
from steadystep.store.sqlite import SqliteLog, question
from steadystep.store.trouble import LogTrouble, WrittenByNewer
from tests.core.lives import date_of
from tests.store.golden_events import GIVEN
from tests.store.logs import all_of, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from steadystep.core.events import Entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the record lies."""
    return tmp_path / "record.sqlite3"


@pytest.fixture
def log(path: Path) -> Iterator[SqliteLog]:
    """A log with an entry in it."""
    with SqliteLog(path.parent) as opened:
        opened.append([entry(1, key="a")])
        yield opened


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    """What another program reads in the file."""
    with closing(sqlite3.connect(path)) as other:
        return other.execute(question).fetchall()


def changed(path: Path, *statements: str) -> bytes:
    """Another program writes to the file. What is in it then."""
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()
    return path.read_bytes()


def test_it_is_a_log_and_a_shelf(log: SqliteLog) -> None:
    as_promised: Log = log
    assert as_promised is log
    assert isinstance(log, Shelf)


# How it is opened -----------------------------------------------------------------------------


def test_a_write_is_on_the_disk_before_it_is_acknowledged(log: SqliteLog) -> None:
    with log._file.opened() as connection:
        told = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
        }
    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "busy_timeout": 20_000,
    }


def test_days_and_kinds_are_found_without_looking_at_every_entry(log: SqliteLog) -> None:
    words, values = question("her", Wanted(since=date_of(3), after=7, lasting=True), date_of(1))
    with log._file.opened() as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {words}", values).fetchall()
    steps = [step[-1] for step in plan]
    assert not [step for step in steps if step.startswith("SCAN entry")]
    assert any("entry_by_day (person=? AND day>?)" in step for step in steps)
    assert any("entry_by_kind (person=? AND kind=?)" in step for step in steps)


def test_the_kinds_that_last_are_those_of_the_core() -> None:
    assert len(LASTING_KINDS) == len(LASTING)


def test_the_day_is_kept_as_a_number_beside_the_entry(log: SqliteLog, path: Path) -> None:
    log.append([entry(5, hour=3)])
    days = [date_of(1).toordinal(), date_of(4).toordinal()]
    assert [day for (day,) in asked(path, "SELECT day FROM entry ORDER BY position")] == days


def test_the_file_says_whose_it_is_and_in_which_format(log: SqliteLog, path: Path) -> None:
    log.close()
    assert asked(path, "PRAGMA user_version") == [(1,)]
    assert asked(path, "PRAGMA application_id") == [(0x53544459,)]


def test_an_empty_file_becomes_a_log(path: Path) -> None:
    path.touch()
    with SqliteLog(path.parent) as log:
        assert all_of(log) == []


def test_a_file_that_was_deleted_is_made_anew_and_nothing_goes_into_the_void(
    log: SqliteLog, path: Path
) -> None:
    for one in path.parent.iterdir():
        one.unlink()
    log.append([entry(2, key="b")])
    log.close()
    assert asked(path, "SELECT key FROM entry") == [("b",)]


def test_a_log_that_nobody_holds_any_more_lets_go_of_its_file(path: Path) -> None:
    log = SqliteLog(path.parent)
    log.append([entry(1)])
    del log
    gc.collect()
    assert not path.with_name("record.sqlite3-wal").exists()


def test_closing_twice_is_closing(log: SqliteLog) -> None:
    log.close()
    log.close()
    assert [one.key for one in all_of(log)] == ["a"]


# Whose it is ----------------------------------------------------------------------------------


def test_a_newer_format_is_refused_in_plain_words_and_left_alone(
    log: SqliteLog, path: Path
) -> None:
    log.close()
    before = changed(path, "PRAGMA user_version = 2", "PRAGMA journal_mode = DELETE")
    for use in (lambda: all_of(log), lambda: log.append([entry(2)]), lambda: log.forget("her")):
        with pytest.raises(WrittenByNewer, match="written by a newer Steadystep"):
            use()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE songs (name)", "PRAGMA user_version = 7", "PRAGMA application_id = 77"],
)
def test_the_database_of_another_program_is_left_alone(path: Path, statement: str) -> None:
    before = changed(path, statement)
    log = SqliteLog(path.parent)
    with pytest.raises(LogTrouble, match="holds no record that can be read"):
        log.append([entry(1)])
    assert path.read_bytes() == before


def test_a_log_whose_tables_are_gone_is_told_as_damaged(log: SqliteLog, path: Path) -> None:
    log.close()
    changed(path, "DROP TABLE entry")
    with pytest.raises(LogTrouble, match="holds no record that can be read"):
        all_of(log)


@pytest.mark.parametrize("body", ["", "{", '{"pain"', "[1,2]", "null"])
def test_an_entry_that_was_spoilt_is_told(log: SqliteLog, path: Path, body: str) -> None:
    changed(path, f"UPDATE entry SET body = '{body}'")  # noqa: S608 - a test's own words
    with pytest.raises(LogTrouble, match="One entry of the record cannot be read"):
        all_of(log)


def test_a_decision_that_was_spoilt_is_told_where_it_is_read(log: SqliteLog, path: Path) -> None:
    log.append([entry(3, GIVEN[0], key="told")])
    for spoilt in ("{", "[]", "null"):
        changed(path, f"UPDATE entry SET decision = '{spoilt}' WHERE key = 'told'")  # noqa: S608
        if spoilt == "null":
            assert all_of(log)[-1].event == replace(GIVEN[0], decision=None)
        else:
            with pytest.raises(LogTrouble, match="One entry of the record cannot be read"):
                all_of(log)
    changed(path, "UPDATE entry SET decision = '[]' WHERE key = 'told'")
    light = [one.entry.event for one in log.read("her", decisions_from=date_of(4))]
    assert light[-1] == replace(GIVEN[0], decision=None)


def test_text_that_is_none_is_told_as_damage(log: SqliteLog, path: Path) -> None:
    changed(path, "UPDATE entry SET body = CAST(x'ff' AS TEXT)")
    with pytest.raises(LogTrouble, match="holds no record that can be read"):
        all_of(log)


def test_a_mistake_of_ours_is_no_trouble_of_the_persons(log: SqliteLog) -> None:
    with pytest.raises(sqlite3.ProgrammingError), log._file.opened() as connection:
        connection.execute("SELECT ?", ())


def test_a_write_that_was_interrupted_leaves_nothing_behind(log: SqliteLog) -> None:
    def interrupted() -> None:
        with log._file.writing() as connection:
            connection.execute("DELETE FROM entry")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [one.key for one in all_of(log)] == ["a"]


# What was read before -------------------------------------------------------------------------


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the entries that are put together from their text, one after the other."""
    keys: list[str] = []

    def noted(person: str, line: Line, decisions_from: date) -> Entry:
        keys.append(line.key)
        return put_together(person, line, decisions_from)

    monkeypatch.setattr(sqlite, "put_together", noted)
    return keys


def test_what_was_read_before_is_not_decoded_again(log: SqliteLog, decoded: list[str]) -> None:
    for key in ("b", "c"):
        all_of(log)
        all_of(log)
        log.append([entry(2, key=key)])
    assert [one.key for one in all_of(log)] == ["a", "b", "c"]
    assert decoded == ["a", "b", "c"]


def test_once_another_program_wrote_all_of_it_is_decoded_anew(
    log: SqliteLog, path: Path, decoded: list[str]
) -> None:
    all_of(log)
    changed(path, "UPDATE entry SET key = 'mended'")
    assert [one.key for one in all_of(log)] == ["mended"]
    assert decoded == ["a", "mended"]


def test_one_person_is_remembered_at_a_time(log: SqliteLog, decoded: list[str]) -> None:
    log.append([entry(1, key="his", who="him")])
    read = [[one.key for one in all_of(log, who)] for who in ("her", "him", "her")]
    assert read == [["a"], ["his"], ["a"]]
    assert decoded == ["a", "his", "a"]


def test_who_is_forgotten_while_a_page_still_reads_is_remembered_no_more(
    log: SqliteLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(person: str, line: Line, decisions_from: date) -> Entry:
        log.forget("her")
        return put_together(person, line, decisions_from)

    monkeypatch.setattr(sqlite, "put_together", meanwhile)
    assert [one.key for one in all_of(log)] == ["a"]
    assert all_of(log) == []
    assert log._decoded.people == {}


def test_whoever_lets_go_of_the_file_lets_go_of_what_was_in_it(log: SqliteLog) -> None:
    all_of(log)
    log.close()
    assert log._decoded.people == {}


# Others at the same file ----------------------------------------------------------------------


def test_a_file_that_stays_busy_is_told_in_words(
    log: SqliteLog, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.05)
    log.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LogTrouble, match="Another program is using the record"):
            log.append([entry(2)])
    log.append([entry(3, key="c")])
    assert [one.key for one in all_of(log)] == ["a", "c"]


def test_a_new_file_that_is_busy_is_waited_for(path: Path) -> None:
    """SQLite does not wait by itself for what turns on the write-ahead log."""
    sqlite_file._make_file(path)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        letting_go = threading.Timer(0.2, lambda: other.execute("ROLLBACK"))
        letting_go.start()
        with SqliteLog(path.parent) as log:
            log.append([entry(1, key="a")])
            assert [one.key for one in all_of(log)] == ["a"]
        letting_go.join()


class Busy:
    """Something that SQLite does not wait for by itself, and that is free at the third asking."""

    def __init__(self, code: int = sqlite3.SQLITE_BUSY, until: int = 3) -> None:
        self.code, self.until, self.asked = code, until, 0

    def __call__(self) -> None:
        self.asked += 1
        if self.asked < self.until:
            why = sqlite3.OperationalError("no")
            why.sqlite_errorcode = self.code
            raise why


def test_what_is_busy_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "ASK_AGAIN_SECONDS", 0.001)
    free_at_last = Busy()
    sqlite_file._patiently(free_at_last)
    assert free_at_last.asked == 3


def test_what_stays_busy_is_not_asked_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "ASK_AGAIN_SECONDS", 0.001)
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.01)
    with pytest.raises(sqlite3.OperationalError):
        sqlite_file._patiently(Busy(until=10**9))


def test_what_is_out_of_order_is_asked_for_once() -> None:
    broken = Busy(sqlite3.SQLITE_IOERR)
    with pytest.raises(sqlite3.OperationalError):
        sqlite_file._patiently(broken)
    assert broken.asked == 1


def test_many_who_make_the_file_at_once_make_one_log(path: Path) -> None:
    def write(number: int) -> None:
        with SqliteLog(path.parent) as log:
            log.append([entry(number, key=str(number))])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(1, 17)))
    with SqliteLog(path.parent) as log:
        assert {one.key for one in all_of(log)} == {str(number) for number in range(1, 17)}


def test_a_reader_that_is_not_done_keeps_traces_and_that_is_told(
    log: SqliteLog, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.close()
    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM entry").fetchone()
        with pytest.raises(LogTrouble, match="Close that program, then delete once more"):
            log.forget("her")
    assert all_of(log) == []
    log.forget("her")


# The shelf ------------------------------------------------------------------------------------


def test_a_fold_put_aside_takes_the_place_of_the_one_before(log: SqliteLog) -> None:
    assert log.kept("her") is None
    for place in (3, 9):
        log.keep("her", Kept("gentle", "1", place, "packed"))
    assert log.kept("her") == Kept("gentle", "1", 9, "packed")
    assert log.kept("him") is None


def test_what_was_put_aside_is_forgotten_with_the_person(log: SqliteLog) -> None:
    log.keep("her", Kept("gentle", "1", 3, "packed"))
    log.forget("her")
    assert log.kept("her") is None
