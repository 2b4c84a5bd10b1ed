"""The files of an export while it is looked at: how many there may be, and what they may weigh."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.found import TROUBLES_KEPT, Trouble
from steadystep.importers.reading import CannotRead, Sentence, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

# Sixty million heart rates as JSON are some six gigabytes. A choice: five times that.
MOST_BYTES: Final = 32 * 1024**3
# Health exports pack 21:1 and more (measured, Apple Health). A choice: ten times that.
MOST_RATIO: Final = 200
# What is smaller than this unpacked does no harm, however well it packs. A choice.
HARMLESS_BYTES: Final = 64 * 1024**2
# Ten years of a watch that writes a file for each walk are some twenty thousand. A choice.
MOST_FILES: Final = 100_000
TOO_MANY_FILES = Sentence(
    "There are more than {most} files. Choose the folder of the export itself.",
    {"most": MOST_FILES},
)
TOO_LARGE = Sentence(
    "This unpacks to more than {gigabytes} gigabytes, which no export does. "
    "Export your data once more.",
    {"gigabytes": MOST_BYTES // 1024**3},
)
A_BOMB = Sentence(
    "This zip unpacks to more than {ratio} times its size, which no export does. "
    "Export your data once more.",
    {"ratio": MOST_RATIO},
)
TWICE = Sentence("This name stands twice in the export. The later one is read.")
DAMAGED = Sentence(
    "It is damaged: it does not unpack to what it says. Export your data once more, "
    "then bring that."
)
# No more is read at a time; a damaged file is read a second time in these steps, and then in few.
_STEP_BYTES: Final = 1024**2
_FEW_BYTES: Final = 16
# All that unpacking a damaged zip may raise.
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
)


class TooMuch(CannotRead):
    """It is more than any export: nothing of it is opened."""


class Entry(NamedTuple):
    """A file of the export.

    Attributes:
        size: Its bytes, unpacked, as it says itself.
        open: Opens it.
        unchecked: Opens what lies in a zip without holding it against its checksum.
    """

    size: int
    open: Callable[[], IO[bytes]]
    unchecked: Callable[[], IO[bytes]] | None = None

    @property
    def packed(self) -> bool:
        """It lies in a zip."""
        return self.unchecked is not None


class Shelf:
    """What was found so far."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.troubles: list[Trouble] = []
        self.damaged: set[str] = set()
        # The bytes that lie on the disk, and those of all that was unpacked from them.
        self.on_disk = 0
        self._unpacked = 0
        self._files = 0
        self._held: list[IO[bytes]] = []

    def put(self, name: str, entry: Entry) -> None:
        """Put a file on the shelf.

        Raises:
            TooMuch: There are more, or more in them, than any export holds.
        """
        self.weigh(entry.size)
        name = name.encode("utf-8", "replace").decode()
        if name in self.entries:
            self.tell(name, TWICE)
        self.entries[name] = entry

    def weigh(self, size: int) -> None:
        """Count a file before anything of it is unpacked.

        Raises:
            TooMuch: There are more, or more in them, than any export holds.
        """
        self._files += 1
        self._unpacked += size
        if self._files > MOST_FILES:
            raise TooMuch(TOO_MANY_FILES)
        if self._unpacked > MOST_BYTES:
            raise TooMuch(TOO_LARGE)
        if self._unpacked > max(HARMLESS_BYTES, MOST_RATIO * self.on_disk):
            raise TooMuch(A_BOMB)

    def tell(self, where: str, why: Sentence) -> None:
        """Something that is not opened, and why."""
        if len(self.troubles) < TROUBLES_KEPT:
            self.troubles.append(Trouble(shown(where), why))

    def tell_damage(self, name: str) -> None:
        """A file that is damaged: it is told once, however often it is read."""
        if name not in self.damaged:
            self.damaged.add(name)
            self.tell(name, DAMAGED)

    def hold(self, file: IO[bytes]) -> IO[bytes]:
        """Keep a file open as long as the shelf is there."""
        self._held.append(file)
        return file

    def close(self) -> None:
        """Let go of all files."""
        while self._held:
            self._held.pop().close()


class Watched(io.RawIOBase):
    """A file of the export as it is read. A damaged one ends where its damage begins."""

    def __init__(self, entry: Entry, damaged: Callable[[], None]) -> None:
        """Open it.

        Args:
            entry: The file.
            damaged: Called when it turns out to be damaged.
        """
        self._entry = entry
        self._damaged = damaged
        self._read = 0
        self._ended = False
        try:
            self._file = entry.open()
        except BROKEN:
            self._file = io.BytesIO()
            self._end()

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """A zip is unpacked from its beginning."""
        return not self._entry.packed

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place in a file that is not packed."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Where it is read now."""
        return self._file.tell()

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read on. Whoever wants very much gets it in pieces, so that it is not held twice."""
        view = memoryview(buffer)[:_STEP_BYTES]
        piece = self._next(len(view))
        self._read += len(piece)
        if not piece and self._entry.packed and self._read != self._entry.size:
            self._end()
        view[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Let go of it."""
        if not self.closed:
            self._file.close()
        super().close()

    def _next(self, length: int) -> bytes:
        """The next bytes; before a damage those that are whole, behind it none."""
        if self._ended:
            return b""
        try:
            return self._file.read(length)
        except BROKEN:
            self._end()
            again = self._entry.unchecked
            return self._before_the_damage(again, length) if again else b""

    def _before_the_damage(self, again: Callable[[], IO[bytes]], length: int) -> bytes:
        """Read again up to the damage, in small steps: a large one loses all that it unpacked."""
        pieces: list[bytes] = []
        with suppress(*BROKEN):
            self._file.close()
            self._file = again()
            left = self._read
            while left and (passed := self._file.read(min(left, _STEP_BYTES))):
                left -= len(passed)
            while len(pieces) * _FEW_BYTES < length and (piece := self._file.read(_FEW_BYTES)):
                pieces.append(piece)
        return b"".join(pieces)[:length]

    def _end(self) -> None:
        """Nothing more of it is read."""
        if not self._ended:
            self._ended = True
            self._damaged()
