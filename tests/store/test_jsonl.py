"""The log as JSON Lines: what a crash leaves behind, and what an editor does to it."""

from __future__ import annotations

import errno
import json
import logging
from contextlib import suppress
from io import FileIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.store.jsonl import HEADER, JsonlLog
from steadystep.store.trouble import LogTrouble, WrittenByNewer
from tests.store.logs import all_of, entry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def log(tmp_path: Path) -> JsonlLog:
    """A log with three entries in it; the last two were written at once."""
    log = JsonlLog(tmp_path)
    log.append([entry(1, key="a")])
    log.append([entry(2, key="b"), entry(2, on.SessionTold(50), key="c")])
    return log


@pytest.fixture
def file(log: JsonlLog, tmp_path: Path) -> Path:
    """Her file."""
    assert all_of(log)
    return tmp_path / "her.jsonl"


def keys(log: JsonlLog) -> list[str]:
    return [one.key for one in all_of(log)]


def test_a_file_says_in_its_first_line_what_it_is(file: Path) -> None:
    first, *others = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(first) == {"steadystep": "log", "format": 1}
    assert [json.loads(line).get("more", 0) for line in others] == [0, 1, 0]


# A crash in the middle of a write -------------------------------------------------------------


def test_wherever_a_write_is_cut_off_it_is_there_whole_or_not_at_all(
    log: JsonlLog, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Lengths a file may have had when the power went, all through it."""
    caplog.set_level(logging.CRITICAL)
    whole = file.read_bytes()
    after_first = whole.index(b'{"key":"b"')
    for length in range(0, len(whole) + 1, 3):
        file.write_bytes(whole[:length])
        found = keys(log)
        assert found in ([], ["a"], ["a", "b", "c"])
        assert found != [] or length < after_first
        log.append([entry(3, key="d")])
        assert keys(log) == [*found, "d"]


def test_what_was_cut_off_is_told(
    log: JsonlLog, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.write_bytes(file.read_bytes()[:-9])
    assert keys(log) == ["a"]
    assert "the last write was cut off, and is left out" in caplog.text


def test_zeros_where_a_write_was_to_be_are_what_some_disks_leave(log: JsonlLog, file: Path) -> None:
    whole = file.read_bytes()
    for zeros in (b"\0" * 5_000, b"\0" * 70_000, b'{"key":"d"\0\0\0\n'):
        file.write_bytes(whole + zeros)
        assert keys(log) == ["a", "b", "c"]
        log.append([entry(3, key="d")])
        assert file.read_bytes().startswith(whole + b'{"key":"d","at"')
        assert keys(log) == ["a", "b", "c", "d"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 400), st.binary(min_size=1, max_size=40))
def test_garbage_in_a_file_is_told_or_lies_after_the_last_write(
    log: JsonlLog, file: Path, place: int, garbage: bytes
) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:place] + garbage + whole[place:])
    with suppress(LogTrouble):
        assert set(keys(log)) <= {"a", "b", "c"}
    file.write_bytes(whole)


# Large lines ----------------------------------------------------------------------------------


def test_a_line_longer_than_the_end_that_is_looked_at_first(log: JsonlLog) -> None:
    log.append([entry(3, on.NoteWritten("long " * 40_000), key="long")])
    log.append([entry(4, key="d")])
    assert keys(log) == ["a", "b", "c", "long", "d"]


def test_a_long_write_that_was_cut_off_after_many_lines(log: JsonlLog, file: Path) -> None:
    log.append([entry(3, on.NoteWritten("a page " * 30), f"n{one}") for one in range(500)])
    file.write_bytes(file.read_bytes().rpartition(b'{"key":"n499"')[0])
    log.append([entry(4, key="d")])
    assert keys(log) == ["a", "b", "c", "d"]


# An editor ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.rstrip(b"\n"),
        lambda text: text + b"\n\n",
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b'{"key":"b"', b'\n  {"key":"b"'),
    ],
    ids=["no last newline", "blank lines", "from Windows", "a byte order mark", "indented"],
)
def test_an_editor_that_saves_in_its_own_way_does_no_harm(
    log: JsonlLog, file: Path, edit: object
) -> None:
    assert callable(edit)
    file.write_bytes(edit(file.read_bytes()))
    assert keys(log) == ["a", "b", "c"]
    log.append([entry(3, key="d")])
    assert keys(log) == ["a", "b", "c", "d"]


def test_a_line_that_was_spoilt_is_named_and_nothing_is_written(log: JsonlLog, file: Path) -> None:
    spoilt = file.read_bytes().replace(b'{"key":"b"', b'{"key":b')
    file.write_bytes(spoilt)
    with pytest.raises(LogTrouble, match=r"her.jsonl cannot be read. Line 3: it is not whole"):
        all_of(log)
    file.write_bytes(spoilt + b"{")
    with pytest.raises(LogTrouble, match="Line 3"):
        log.append([entry(3)])
    assert file.read_bytes() == spoilt + b"{"


def test_what_is_wrong_in_a_line_is_told_with_its_number(log: JsonlLog, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"done":50', b'"done":"all"'))
    with pytest.raises(LogTrouble, match="Line 4: session_told: done: 'all' is not a whole"):
        all_of(log)


def test_a_line_from_the_future_is_refused_as_such(log: JsonlLog, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"session_told", b"danced"))
    with pytest.raises(LogTrouble, match="'danced', which this Steadystep does not know"):
        all_of(log)


# The file -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"day,pain,fatigue",
        b"[]",
        b'{"steadystep":"record","format":1}',
        b'{"steadystep":"log"}',
        b'{"steadystep":"log","format":true}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_log_is_left_as_it_is(log: JsonlLog, file: Path, header: bytes) -> None:
    other = file.read_bytes().replace(HEADER.strip(), header)
    file.write_bytes(other)
    with pytest.raises(LogTrouble, match="holds no record that can be read"):
        all_of(log)
    with pytest.raises(LogTrouble, match="holds no record that can be read"):
        log.append([entry(3)])
    assert file.read_bytes() == other


def test_a_file_of_a_newer_format_is_refused_in_plain_words(log: JsonlLog, file: Path) -> None:
    newer = file.read_bytes().replace(b'"format":1', b'"format":2')
    file.write_bytes(newer)
    for use in (lambda: all_of(log), lambda: log.append([entry(3)])):
        with pytest.raises(WrittenByNewer, match="written by a newer Steadystep"):
            use()
    assert file.read_bytes() == newer


def test_names_that_a_file_cannot_have_everywhere_get_another(
    log: JsonlLog, tmp_path: Path
) -> None:
    for who in ("Her", "../her", "h" * 65, ""):
        log.append([entry(1, who=who)])
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names[-1].startswith("~")
    assert names[:2] == [".lock", "her.jsonl"]
    assert len(names) == 6


# A disk that does not take it -----------------------------------------------------------------


def test_a_disk_that_takes_a_write_in_bites_gets_all_of_it(
    log: JsonlLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(FileIO):
        """A file that takes seven bytes at a time."""

        def write(self, text: Any) -> int:  # noqa: ANN401 - as a file does
            return super().write(text[:7])

    monkeypatch.setattr("os.fdopen", lambda file, *_, **__: Slow(file, "r+"))
    log.append([entry(3, key="d")])
    assert keys(log) == ["a", "b", "c", "d"]


def test_where_the_disk_does_not_take_it_the_file_is_as_it_was(
    log: JsonlLog, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()

    def no(_: int) -> None:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", no)
        with pytest.raises(LogTrouble, match="The disk did not take it"):
            log.append([entry(3)])
    assert file.read_bytes() == before
