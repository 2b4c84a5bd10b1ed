"""The log as JSON Lines: one file a person, which any text editor opens.

The first line says what the file is. Each other line is an entry; `more` on it says how many lines
of the same write still follow, so that a write is there whole or not at all. Lines told twice under
one key are left where they are, and read once.
"""

from __future__ import annotations

import json
import logging
import os
import re
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from steadystep.store.locking import locked
from steadystep.store.log import Placed, day_of_entry, fresh_key, with_keys
from steadystep.store.notation import entry_of, line_of, text_of
from steadystep.store.trouble import (
    BAD_ENTRY,
    BAD_LINE,
    NEWER,
    NO_RECORD,
    LogTrouble,
    WrittenByNewer,
    trouble_with,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from io import FileIO
    from pathlib import Path

    from steadystep.core.events import Entry
    from steadystep.store.log import Wanted

FORMAT = 1
HEADER = b'{"steadystep":"log","format":1}\n'
LOCK = ".lock"
# How much of a file's end is looked at first. A line is hardly ever longer.
END_BYTES = 65_536
_READ_AND_WRITE = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_SAID = logging.getLogger(__name__)


class Whole(NamedTuple):
    """What is whole in a file.

    Attributes:
        lines: The entries of all whole writes, as plain values, with their line numbers.
        length: How many bytes these writes take. Nothing after them was ever acknowledged.
    """

    lines: list[tuple[int, dict[str, Any]]]
    length: int


class JsonlLog:
    """Everybody's events, each person's in a file of their own, all in one folder."""

    def __init__(self, folder: Path, *, new_key: Callable[[], str] = fresh_key) -> None:
        """Name the folder; it is made when it is first written to."""
        self._folder = folder
        self._new_key = new_key

    def append(self, entries: Iterable[Entry]) -> None:
        """Write entries of one person: all or none. They are on the disk when this returns."""
        keyed = with_keys(entries, self._new_key)
        if not keyed:
            return
        path, text = self._path(keyed[0].person), _as_one_write(keyed)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with locked(self._folder / LOCK):
                _append(path, text)
        except OSError as why:
            raise trouble_with(path, why) from None

    def read(
        self, person: str, wanted: Wanted | None = None, *, decisions_from: date = date.min
    ) -> Iterator[Placed]:
        """Read a person's entries in the order in which they were written."""
        path = self._path(person)
        seen: set[str] = set()
        for number, line in self._lines(path):
            one = Placed(
                number, entry_on(path, number, person, line, decisions_from=decisions_from)
            )
            if one.entry.key not in seen and (wanted is None or wanted.takes(one)):
                yield one
            seen.add(one.entry.key)

    def forget(self, person: str) -> None:
        """Delete all that a person ever told, without a trace in the log's own files."""
        path = self._path(person)
        try:
            if path.exists():
                with locked(self._folder / LOCK):
                    path.unlink(missing_ok=True)
                    sync_folder(self._folder)
        except OSError as why:
            raise trouble_with(path, why) from None

    def _path(self, person: str) -> Path:
        """A person's file. A name that a file cannot have everywhere is told by its digest."""
        if not _SAFE_NAME.fullmatch(person):
            person = "~" + sha256(person.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{person}.jsonl"

    def _lines(self, path: Path) -> list[tuple[int, dict[str, Any]]]:
        """The whole lines of a file; those of a write that was cut off are left out, and told."""
        try:
            if not path.exists():
                return []
            with locked(self._folder / LOCK, shared=True):
                written = path.read_bytes()
        except OSError as why:
            raise trouble_with(path, why) from None
        lines, length = whole(path, written)
        if length < len(written):
            _SAID.warning("%s: the last write was cut off, and is left out.", path)
        return lines


def whole(path: Path, written: bytes) -> Whole:
    """Tell what is whole in a file, and where it ends.

    Raises:
        WrittenByNewer: A newer version wrote it.
        LogTrouble: It is no log, or a line before the last write cannot be read.
    """
    header, newline, rest = written.partition(b"\n")
    if not newline and HEADER.startswith(header):
        # The very first write was cut off, or there was none.
        return Whole([], 0)
    _look_at(path, header)
    lines: list[tuple[int, dict[str, Any]]] = []
    of_this_write: list[tuple[int, dict[str, Any]]] = []
    length = end = len(header) + 1
    pieces = rest.split(b"\n")
    for number, piece in enumerate(pieces, start=2):
        end = min(end + len(piece) + 1, len(written))
        if not piece.strip():
            continue
        line = _parsed(piece)
        if line is None:
            if _was_cut_off(piece, pieces[number - 1 :]):
                break
            raise LogTrouble(BAD_LINE, path=path, line=number, what="it is not whole")
        of_this_write.append((number, line))
        if not line.pop("more", 0):
            lines += of_this_write
            of_this_write, length = [], end
    return Whole(lines, length)


def _look_at(path: Path, header: bytes) -> None:
    """Refuse a file that is no log, or that this version cannot know."""
    says = _parsed(header) or {}
    version = says.get("format")
    if says.get("steadystep") != "log" or type(version) is not int:
        raise LogTrouble(NO_RECORD, path=path)
    if version > FORMAT:
        raise WrittenByNewer(NEWER, path=path)


def _parsed(piece: bytes) -> dict[str, Any] | None:
    """The line, or None where it is none."""
    try:
        line = json.loads(piece)
    except (ValueError, RecursionError):
        return None
    return line if isinstance(line, dict) else None


def _was_cut_off(piece: bytes, following: list[bytes]) -> bool:
    """Is this the end of a write that a crash cut off? Some disks leave zeros where it was."""
    return not following or (b"\0" in piece and not any(following))


def entry_on(
    path: Path, number: int, person: str, line: object, *, decisions_from: date = date.min
) -> Entry:
    """Read one line; what is wrong in it is told with its number."""
    try:
        return entry_of(person, line, decisions_from=decisions_from)
    except LogTrouble as why:
        if why.words != BAD_ENTRY:
            raise
        raise LogTrouble(BAD_LINE, path=path, line=number, **why.parts) from None


# Writing ---------------------------------------------------------------------------------------


def _as_one_write(keyed: list[Entry]) -> bytes:
    """The lines of one write, each saying how many are still to come."""
    lines = []
    for more, entry in zip(reversed(range(len(keyed))), keyed, strict=True):
        day_of_entry(entry)
        lines.append(text_of(line_of(entry) | ({"more": more} if more else {})) + "\n")
    return "".join(lines).encode("utf-8")


def _append(path: Path, text: bytes) -> None:
    """Add to a file after the last whole write in it; on trouble leave that as it was."""
    with os.fdopen(os.open(path, _READ_AND_WRITE, 0o600), "r+b", buffering=0) as file:
        length, before = _where_it_ends(path, file)
        file.truncate(length)
        file.seek(length)
        try:
            _write(file, before + text)
            os.fsync(file.fileno())
        except OSError:
            file.truncate(length)
            raise
    if before == HEADER:
        sync_folder(path.parent)


def _where_it_ends(path: Path, file: FileIO) -> tuple[int, bytes]:
    """Where the next write begins, and what has to stand before it."""
    start = file.read(END_BYTES)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - END_BYTES))
    end = file.read(END_BYTES).split(b"\n")
    line = _parsed(end[-2]) if len(end) > 1 and not end[-1] else None
    if line is not None and "kind" in line and "more" not in line:
        _look_at(path, start.partition(b"\n")[0])
        return size, b""
    file.seek(0)
    written = file.readall()
    length = whole(path, written).length
    if not length:
        return 0, HEADER
    return length, b"" if written[length - 1 : length] == b"\n" else b"\n"


def _write(file: FileIO, text: bytes) -> None:
    """Write all of it: the system may take it in several bites."""
    while text:
        text = text[file.write(text) :]


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system has a way to."""
    if os.name == "nt":  # pragma: no cover - folders cannot be opened there
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
