"""The files of an export that are a reader's own, each of them read as often as needed.

People put their names into the names of files, so a file is told by its number.
"""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.importers.columns import fold
from steadystep.importers.letters import eight_bit_encoding
from steadystep.importers.reading import CannotRead
from steadystep.importers.table import open_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from _typeshed import WriteableBuffer

    from steadystep.importers.export import Into, Look, Member, Progress
    from steadystep.importers.reading import Sentence
    from steadystep.importers.table import Row, Table

# Choices: an export of one of these apps has few files, and says on its first lines what it is.
_MOST_LOOKED_AT: Final = 200
_HEAD_BYTES: Final = 1 << 16
_FIRST_LINES: Final = 5
_SEPARATORS: Final = ",;\t"
OTHER_FILES: Final = "files with other things"


@dataclass(slots=True)
class Share:
    """Tells how far a file is, so that all it tells adds up to the size of the file."""

    progress: Progress | None
    left: int
    times: int = 1
    _carried: int = 0

    def __call__(self, more: int) -> None:
        """Take note of bytes that were read; the file is read several times."""
        whole, self._carried = divmod(self._carried + more, self.times)
        self._tell(min(whole, self.left))

    def finish(self) -> None:
        """Tell what is left, also where the file was not read to its end."""
        self._tell(self.left)

    def _tell(self, whole: int) -> None:
        self.left -= whole
        if self.progress and whole:
            self.progress(whole)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the export.

    Attributes:
        file: Its bytes; it can be read from its beginning again.
        where: What stands before the number of a line, such as "file 2, ".
        share: Told how far the file is.
    """

    file: IO[bytes]
    where: str
    share: Share

    def table(self, *, times: int) -> Table:
        """Open it as a table whose rows are read so many times."""
        self.share.times = times
        return open_table(self.file)

    def rows(self, table: Table, *, header: bool = False) -> Iterator[tuple[str, Row | Sentence]]:
        """Yield each row with where it stands, if wanted the first one too."""
        if header:
            yield f"{self.where}line {table.rows_before}", list(table.header)
        for line, row in table.rows(self.share):
            yield f"{self.where}line {line}", row


def read_parts(
    look: Look,
    into: Into,
    *,
    reader_of: Callable[[bytes], Callable[[Part], None] | None],
    progress: Progress | None,
) -> None:
    """Read every file that has a reader; the others are counted and left out.

    Args:
        look: The export.
        into: Where it goes.
        reader_of: Tells by the first bytes of a file what reads it, or None.
        progress: Told how many more bytes were read.

    Raises:
        CannotRead: The person has to choose first, or none of the files can be read.
    """
    readers = [reader_of(_head(look, member)) for member in look.members]
    ours = len(readers) - readers.count(None)
    refused = 0
    for number, (member, read) in enumerate(zip(look.members, readers, strict=True), 1):
        share = Share(progress, member.size)
        if read is None:
            into.left_out(OTHER_FILES)
        elif refusal := _refusal_of(look, member, read, f"file {number}, " * (ours > 1), share):
            refused += 1
            if refusal.flag or refused == ours:
                raise refusal
            into.unreadable(f"file {number}", refusal.why)
        share.finish()


def read_alike(
    look: Look,
    into: Into,
    is_ours: Callable[[bytes], bool],
    read: Callable[[Part], None],
    progress: Progress | None,
) -> None:
    """Read every file of one kind, and count the others (`read_parts`)."""
    read_parts(
        look,
        into,
        reader_of=lambda head: read if is_ours(head) else None,
        progress=progress,
    )


def _refusal_of(
    look: Look, member: Member, read: Callable[[Part], None], where: str, share: Share
) -> CannotRead | None:
    try:
        open_again = partial(look.open, member)
        with io.BufferedReader(_Again(open_again(), open_again)) as file:
            read(Part(file, where, share))
    except CannotRead as refusal:
        return refusal
    return None


def knows_one(look: Look, is_ours: Callable[[bytes], bool]) -> bool:
    """Tell whether one of the first files is a reader's own."""
    return any(is_ours(_head(look, member)) for member in look.members[:_MOST_LOOKED_AT])


def first_rows(head: bytes) -> Iterator[list[str]]:
    """Give the cells of the first lines, folded as the names of columns are."""
    for line in _text_of(head).splitlines()[:_FIRST_LINES]:
        separator = max(_SEPARATORS, key=line.count)
        yield [fold(cell) for cell in line.split(separator)]


def _head(look: Look, member: Member) -> bytes:
    """Give the first bytes; none where the file is so damaged that it cannot be looked at."""
    try:
        return look.head(member, _HEAD_BYTES)
    except CannotRead:
        return b""


def _text_of(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="replace")
    return head.decode(eight_bit_encoding([head]), errors="replace")


class _Again(io.RawIOBase):
    """A file that can be read again from its beginning, also where it lies packed in a zip."""

    def __init__(self, file: IO[bytes], open_again: Callable[[], IO[bytes]]) -> None:
        self._file, self._open_again = file, open_again
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go back to the beginning; nobody goes anywhere else."""
        if (offset, whence) != (0, 0):
            raise io.UnsupportedOperation
        self._file.close()
        self._file = self._open_again()
        self._at = 0
        return 0

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        piece = self._file.read(len(view))
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def close(self) -> None:
        self._file.close()
        super().close()
