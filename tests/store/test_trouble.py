"""Whatever stands in the way is told in plain words, by one kind of exception."""

from __future__ import annotations

import errno
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.store import trouble
from steadystep.store.sqlite import SqliteLog
from steadystep.store.trouble import LogTrouble, trouble_with
from tests.house.test_house_rules import HEAVY_WORD
from tests.store.logs import BOTH, AnyLog, all_of, entry, file_of
from tests.store.people import as_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCES = {
    name: words
    for name, words in vars(trouble).items()
    if isinstance(words, str) and name.isupper()
}


# Words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SENTENCES)
def test_the_words_are_short_and_weigh_nothing(name: str) -> None:
    words = SENTENCES[name]
    assert not HEAVY_WORD.search(words)
    for sentence in re.split(r"(?<=[.!?:]) ", words):
        assert len(sentence.split()) <= 14, sentence


def test_a_door_can_put_the_words_into_another_language() -> None:
    told = LogTrouble(trouble.NEWER, path="a file")
    assert told.words == trouble.NEWER
    assert told.words.format(**told.parts) == str(told)


# What the system says -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "There is no room left on the disk"),
        (errno.EDQUOT, "There is no room left on the disk"),
        (errno.EFBIG, "There is no room left on the disk"),
        (errno.EACCES, "You may not read or write record"),
        (errno.EROFS, "You may not read or write record"),
        (errno.EISDIR, "record is a folder"),
        (errno.ENOTDIR, "record is a file"),
        (errno.EIO, "The disk did not take it"),
    ],
)
def test_what_the_system_says_is_put_into_words(number: int, says: str) -> None:
    assert str(trouble_with(Path("record"), OSError(number, "?"))).startswith(says)


def test_the_place_is_the_one_the_system_names() -> None:
    why = OSError(errno.EACCES, "?", "/a/folder")
    assert "/a/folder" in str(trouble_with(Path("record"), why))


# In the way -----------------------------------------------------------------------------------


def uses(log: AnyLog) -> list[Callable[[], object]]:
    """All that one does with a log."""
    return [lambda: log.append([entry(1)]), lambda: all_of(log)]


def test_a_folder_where_the_file_goes(log: AnyLog, tmp_path: Path) -> None:
    file_of(log, tmp_path).mkdir(parents=True)
    for use in uses(log):
        with pytest.raises(LogTrouble, match=r"is a folder.*Give the folder another name"):
            use()


def test_a_file_where_the_folder_goes(log: AnyLog, tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a shopping list")
    with pytest.raises(LogTrouble, match=r"log is a file.*Give the file another name"):
        log.append([entry(1)])
    assert (tmp_path / "log").read_text() == "a shopping list"


@pytest.mark.parametrize(
    "garbage",
    [b"day,pain\n1,4\n", b"\0" * 4096, bytes(range(256)) * 40, b"SQLite format 3\0" * 300],
)
def test_garbage_where_the_record_was(log: AnyLog, tmp_path: Path, garbage: bytes) -> None:
    file = file_of(log, tmp_path)
    file.parent.mkdir()
    file.write_bytes(garbage)
    for use in uses(log):
        with pytest.raises(LogTrouble, match=r"holds no record that can be read.*left as it is"):
            use()
    assert file.read_bytes() == garbage


@pytest.mark.parametrize("place", [0, 20, 100, 3_000, 4_096, 6_000, 9_000])
def test_a_record_with_a_hole_in_it_is_read_as_it_was_or_refused(
    log: AnyLog, tmp_path: Path, place: int
) -> None:
    log.append(
        [entry(number, on.NoteWritten("words " * 9), str(number)) for number in range(1, 60)]
    )
    whole = all_of(log)
    if isinstance(log, SqliteLog):
        log.close()
    file = file_of(log, tmp_path)
    written = file.read_bytes()
    file.write_bytes(written[:place] + b"\xff" * 100 + written[place + 100 :])
    with suppress(LogTrouble):
        assert [one for one in all_of(log) if one not in whole] == []


# May not --------------------------------------------------------------------------------------


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may look into."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.parametrize("make_log", BOTH)
def test_a_folder_that_may_not_be_written_to(
    open_folder: Path, make_log: Callable[[Path], AnyLog]
) -> None:
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(LogTrouble, match="You may not read or write"):
        make_log(open_folder).append([entry(1)])


@pytest.mark.parametrize("make_log", BOTH)
def test_a_record_that_may_not_be_written_to(
    open_folder: Path, make_log: Callable[[Path], AnyLog]
) -> None:
    log = make_log(open_folder)
    log.append([entry(1, key="a")])
    if isinstance(log, SqliteLog):
        log.close()
    folder = open_folder / "log"
    for one in folder.iterdir():
        one.chmod(0o444)
    folder.chmod(0o555)
    other = make_log(open_folder)
    with as_nobody():
        with pytest.raises(LogTrouble, match="You may not read or write"):
            other.append([entry(2)])
        with pytest.raises(LogTrouble, match="You may not read or write"):
            other.forget("her")
    folder.chmod(0o755)
    assert [one.key for one in all_of(make_log(open_folder))] == ["a"]


def test_lines_that_may_be_read_and_not_written_are_read(open_folder: Path) -> None:
    _, jsonl_in = BOTH
    jsonl_in(open_folder).append([entry(1, key="a")])
    folder = open_folder / "log"
    (folder / "her.jsonl").chmod(0o444)
    folder.chmod(0o555)
    with as_nobody():
        assert [one.key for one in all_of(jsonl_in(open_folder))] == ["a"]


@pytest.mark.parametrize("make_log", BOTH)
def test_a_record_that_is_another_persons(
    open_folder: Path, make_log: Callable[[Path], AnyLog]
) -> None:
    log = make_log(open_folder)
    log.append([entry(1)])
    with as_nobody():
        for use in uses(make_log(open_folder)):
            with pytest.raises(LogTrouble, match="You may not read or write"):
                use()


# A full disk ----------------------------------------------------------------------------------

FULL = """
import resource, sys
from pathlib import Path
from steadystep.store.trouble import LogTrouble
from steadystep.core import events as on
from tests.store.logs import BOTH, all_of, entry

resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
log = BOTH[int(sys.argv[1])](Path(sys.argv[2]))
told = 0
try:
    while told < 10_000:
        log.append([entry(1, on.NoteWritten("words " * 300), f"{told}a"), entry(1, key=f"{told}b")])
        told += 1
except LogTrouble as trouble:
    print(told, len(all_of(log)), trouble)
"""


@pytest.mark.slow
@pytest.mark.parametrize("which", [0, 1], ids=["sqlite", "jsonl"])
def test_on_a_full_disk_all_that_was_acknowledged_is_there_and_no_half(
    tmp_path: Path, which: int
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(which), str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": "src:."},
    )
    told, kept, words = ran.stdout.split(" ", 2)
    assert int(kept) == 2 * int(told) > 0
    assert words.startswith(("There is no room left", "The disk did not take it"))
    assert len(all_of(BOTH[which](tmp_path))) == int(kept)


def test_a_database_that_may_not_grow_says_there_is_no_room(tmp_path: Path) -> None:
    with SqliteLog(tmp_path) as log:
        log.append([entry(1, key="a")])
        with log._file.opened() as connection:
            connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(LogTrouble, match="There is no room left on the disk"):
            log.append([entry(2, on.NoteWritten("words " * 20_000))])
        assert [one.key for one in all_of(log)] == ["a"]
