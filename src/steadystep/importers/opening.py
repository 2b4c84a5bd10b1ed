"""An export as it lies there: a file, a zip or a folder, looked at without reading it all.

Whatever lies there, nothing is written to where its names point, a zip inside is unpacked to a
nameless file of our own, and no zip unpacks to more than the numbers below allow.
"""

from __future__ import annotations

import hashlib
import io
from functools import partial
from typing import IO, TYPE_CHECKING, Final, NamedTuple, Self

from steadystep.importers.export import Member
from steadystep.importers.folders import files_in
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.shelf import Entry, Shelf, TooMuch, Watched
from steadystep.importers.zips import ends_as_zip, entries_of, is_zip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from steadystep.importers.found import Trouble


BUFFER_BYTES: Final = 1024 * 1024


class Place(NamedTuple):
    """Where something lies on this machine, and what it is called in an export of several."""

    path: Path
    name: str


class Opened:
    """An export that was looked at (`export.Look`). Close it when all is read.

    Attributes:
        members: Its files in the order of their names.
        size: All their bytes, unpacked.
        paths: Where it lies.
    """

    def __init__(self, shelf: Shelf, paths: Sequence[Path]) -> None:
        self._shelf = shelf
        self.members = tuple(
            Member(name, shelf.entries[name].size) for name in sorted(shelf.entries)
        )
        self.size = sum(member.size for member in self.members)
        self.paths = tuple(paths)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What of it was not opened so far, or not read to its end, and why."""
        return tuple(self._shelf.troubles)

    @property
    def is_damaged(self) -> bool:
        """Whether any of its files turned out to be damaged so far."""
        return bool(self._shelf.damaged)

    def head(self, member: Member, length: int = 4096) -> bytes:
        """The first bytes of a member."""
        with self._opened(member, length) as file:
            return file.read(length)

    def open(self, member: Member) -> IO[bytes]:
        """A member as a stream; a damaged one ends where its damage begins."""
        return self._opened(member, BUFFER_BYTES)

    def _opened(self, member: Member, at_once: int) -> IO[bytes]:
        damaged = partial(self._shelf.tell_damage, member.name)
        return io.BufferedReader(Watched(self._shelf.entries[member.name], damaged), at_once)

    def close(self) -> None:
        """Let go of the files."""
        self._shelf.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def look_at(paths: Sequence[Path]) -> Opened:
    """Look at what lies there. Zips and folders are opened, and zips inside them.

    Raises:
        CannotRead: There is nothing, or nothing of it can be opened; it says what next.
    """
    shelf = Shelf()
    try:
        for path in paths:
            _put(shelf, path, alone=len(paths) == 1)
        _refuse_what_is_empty(shelf, paths)
    except BaseException:
        shelf.close()
        raise
    return Opened(shelf, paths)


def content_key(paths: Sequence[Path]) -> str:
    """What an export is known by: a digest of its bytes, so that its name does not matter.

    Raises:
        CannotRead: It cannot be read.
    """
    digest = hashlib.sha256()
    shelf = Shelf()
    for path in sorted(paths):
        files = files_in(path, shelf) if path.is_dir() else [("", path)]
        for name, file in sorted(files):
            digest.update(f"{name}\0{_size_of(file)}\0".encode("utf-8", "surrogatepass"))
            for piece in _pieces(file):
                digest.update(piece)
    return digest.hexdigest()


def _put(shelf: Shelf, path: Path, *, alone: bool) -> None:
    """Put what lies at a path on the shelf."""
    if path.is_dir():
        for name, file in files_in(path, shelf):
            _put_file(shelf, Place(file, name if alone else f"{path.name}/{name}"), inside=True)
    elif path.exists():
        _put_file(shelf, Place(path, path.name), inside=not alone)
    else:
        raise CannotRead(_not_there(path))


def _put_file(shelf: Shelf, place: Place, *, inside: bool) -> None:
    """Put a file on the shelf, or what is in it where it is a zip."""
    path, name = place
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            zipped = is_zip(file.read(4)) or ends_as_zip(file, size)
        shelf.on_disk += size
        if zipped:
            # The shelf closes it.
            entries_of(path.open("rb"), shelf, f"{name}/" if inside else "", name=name)
        else:
            shelf.put(name, Entry(size, lambda: path.open("rb")))
    except OSError:
        if not inside:
            raise CannotRead(_may_not(path)) from None
        shelf.tell(name, _may_not(path))
    except TooMuch:
        raise
    except CannotRead as why:
        if not inside:
            raise
        shelf.tell(name, why.why)


def _refuse_what_is_empty(shelf: Shelf, paths: Sequence[Path]) -> None:
    """Say why there is nothing to read: what the first trouble says, or that it is empty."""
    if not shelf.entries:
        raise CannotRead(next((one.why for one in shelf.troubles), _nothing_in(paths[0])))


def _not_there(path: Path) -> Sentence:
    return Sentence(
        "There is nothing called “{name}” here. Look at its name, then try again.",
        {"name": shown(path.name)},
    )


def _nothing_in(path: Path) -> Sentence:
    return Sentence(
        "“{name}” is empty. Export your data once more, then bring that.",
        {"name": shown(path.name)},
    )


def _may_not(path: Path) -> Sentence:
    return Sentence(
        "“{name}” cannot be opened here. Give yourself the right to read it, then try again.",
        {"name": shown(path.name)},
    )


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        raise CannotRead(_not_there(path)) from None


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while piece := file.read(BUFFER_BYTES):
                yield piece
    except OSError:
        raise CannotRead(_may_not(path)) from None
