"""Observations as JSON Lines: one file an import, which any text editor opens.

An import that is not finished lies in a file with another ending, which nobody reads. Finishing it
gives the file its name, undoing it deletes the file: each is one step for the system.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from steadystep.core.observed import Kind
from steadystep.core.observed_days import DayRow, SessionRow
from steadystep.store.jsonl import sync_folder as _sync
from steadystep.store.locking import locked
from steadystep.store.notation import text_of
from steadystep.store.observed import (
    Brought,
    Imported,
    KindBrought,
    by_time,
    latest_sessions,
    not_open,
)
from steadystep.store.observed_lines import line_of, line_on
from steadystep.store.trouble import (
    BAD_LINE,
    NEWER,
    NO_RECORD,
    LogTrouble,
    WrittenByNewer,
    trouble_with,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

FORMAT = 1
FOLDER = "observed"
LOCK = ".lock"
_FINISHED, _OPEN = ".jsonl", ".part"
_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


class _Import(NamedTuple):
    """A finished import, as its file has it."""

    number: int
    brought: Brought
    days: list[DayRow]
    sessions: list[SessionRow]


class JsonlObserved:
    """Everybody's observations, a folder a person, a file an import."""

    def __init__(self, folder: Path) -> None:
        """Name the folder of the log; what is needed in it is made when it is first written to."""
        self._folder = folder / FOLDER

    def begin(self, person: str, brought: Brought) -> int | None:
        """Begin an import; None where the same export is here already."""
        with self._changing():
            theirs = self._of(person)
            if any(_header(path).key == brought.key for path in _files(theirs, _FINISHED)):
                return None
            for path in _files(theirs, _OPEN):
                # One that was killed at its first line says nothing, and is nobody's.
                if not path.read_bytes().count(b"\n") or _header(path).key == brought.key:
                    path.unlink()
            number = 1 + max(map(_number, self._all("*.*")), default=0)
            theirs.mkdir(mode=0o700, exist_ok=True)
            line = {"steadystep": "observed", "format": FORMAT, **line_of(brought)}
            _make(theirs / f"{number:09}{_OPEN}", f"{text_of(line)}\n")
            return number

    def put(self, number: int, days: Iterable[DayRow], sessions: Iterable[SessionRow] = ()) -> None:
        """Write rows of an import that was begun. Nobody sees them yet."""
        with _in_words(self._folder):
            path = self._open(number)
            with path.open("a", encoding="utf-8", newline="\n") as file:
                for rows in (days, sessions):
                    file.writelines(f"{text_of(line_of(row))}\n" for row in rows)

    def finish(self, number: int) -> None:
        """Let all of an import be seen, at once."""
        with self._changing():
            path = self._open(number)
            with path.open("r+b") as file:
                os.fsync(file.fileno())
            place = 1 + max(map(_place, self._all(f"*{_FINISHED}")), default=0)
            path.replace(path.with_name(f"{place:09}-{number:09}{_FINISHED}"))
            _sync(path.parent)

    def undo(self, person: str, number: int) -> None:
        """Take an import back whole. What it covered is there again."""
        with self._changing():
            for path in self._of(person).glob(f"*-{number:09}{_FINISHED}"):
                path.unlink()
                _sync(path.parent)

    def imports(self, person: str) -> list[Imported]:
        """The finished imports, in the order in which they were finished."""
        return [
            Imported(one.number, one.brought, tuple(_counted(one.days)), len(one.sessions))
            for one in self._read(person)
        ]

    def days(
        self,
        person: str,
        *,
        kinds: Sequence[Kind] | None = None,
        first: int | None = None,
        last: int | None = None,
    ) -> list[DayRow]:
        """The days of each kind and source, by day; where several imports tell one, the latest."""
        wanted = frozenset(Kind if kinds is None else kinds)
        latest = {
            row[:3]: row
            for one in self._read(person)
            for row in one.days
            if row.kind in wanted and (first or row.day) <= row.day <= (last or row.day)
        }
        return sorted(latest.values(), key=lambda row: row[:3])

    def sessions(
        self, person: str, *, first: int | None = None, last: int | None = None
    ) -> list[SessionRow]:
        """The sessions, the earliest first; where several imports tell one, as the latest does."""
        return latest_sessions(
            (place, row)
            for place, one in enumerate(self._read(person))
            for row in one.sessions
            if (first or row.day) <= row.day <= (last or row.day)
        )

    def rows_of(self, person: str, number: int) -> tuple[list[DayRow], list[SessionRow]]:
        """All that a finished import holds, also what a later one covers: for a copy."""
        for one in self._read(person):
            if one.number == number:
                days = sorted(one.days, key=lambda row: row[:3])
                return days, sorted(one.sessions, key=by_time)
        return [], []

    def forget(self, person: str) -> None:
        """Delete all that was ever brought for a person, without a trace in the store's files."""
        theirs = self._of(person)
        if theirs.exists():
            with self._changing():
                shutil.rmtree(theirs)
                _sync(self._folder)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Nobody else writes meanwhile; trouble with the files is told in words."""
        with _in_words(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with locked(self._folder / LOCK):
                yield

    def _read(self, person: str) -> list[_Import]:
        """All finished imports of a person, in their order."""
        if not self._of(person).exists():
            return []
        with _in_words(self._folder), locked(self._folder / LOCK, shared=True):
            return [_whole(path) for path in _files(self._of(person), _FINISHED)]

    def _of(self, person: str) -> Path:
        """A person's folder. A name that a folder cannot have everywhere is told by its digest."""
        if not _SAFE_NAME.fullmatch(person):
            person = "~" + sha256(person.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / person

    def _all(self, names: str) -> Iterator[Path]:
        return self._folder.glob(f"*/{names}")

    def _open(self, number: int) -> Path:
        """The file of an import that is still open."""
        for path in self._all(f"{number:09}{_OPEN}"):
            return path
        raise not_open()


def _files(folder: Path, ending: str) -> list[Path]:
    """The files of a person's imports, in order."""
    return sorted(folder.glob(f"*{ending}"))


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def _place(path: Path) -> int:
    return int(path.stem.partition("-")[0])


def _make(path: Path, text: str) -> None:
    """Make a file for its owner's eyes alone."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text.encode())


def _header(path: Path) -> Brought:
    """What the first line of a file tells of its import."""
    with path.open("rb") as file:
        line = _parsed(path, 1, file.readline())
    version = line.get("format")
    if line.get("steadystep") != "observed" or type(version) is not int:
        raise LogTrouble(NO_RECORD, path=path)
    if version > FORMAT:
        raise WrittenByNewer(NEWER, path=path)
    brought = line_on(path, 1, line)
    if not isinstance(brought, Brought):
        raise LogTrouble(NO_RECORD, path=path)
    return brought


def _whole(path: Path) -> _Import:
    """A finished import out of its file."""
    read = _Import(_number(path), _header(path), [], [])
    with path.open("rb") as file:
        for number, text in enumerate(islice(file, 1, None), start=2):
            row = line_on(path, number, _parsed(path, number, text))
            if isinstance(row, DayRow):
                read.days.append(row)
            elif isinstance(row, SessionRow):
                read.sessions.append(row)
    return read


def _parsed(path: Path, number: int, text: bytes) -> dict[str, Any]:
    try:
        line = json.loads(text)
    except (ValueError, RecursionError):
        line = None
    if not isinstance(line, dict):
        raise LogTrouble(BAD_LINE, path=path, line=number, what="it is not whole")
    return line


def _counted(days: list[DayRow]) -> Iterator[KindBrought]:
    """How much there is of each kind."""
    by_kind: dict[Kind, set[int]] = {}
    for row in days:
        by_kind.setdefault(row.kind, set()).add(row.day)
    for kind in Kind:
        if kind in by_kind:
            yield KindBrought(kind, len(by_kind[kind]), min(by_kind[kind]), max(by_kind[kind]))


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """What the system says of a file, in words."""
    try:
        yield
    except OSError as why:
        raise trouble_with(path, why) from None
