"""Every kind of diary this version reads, the most particular first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers import diary_csv, visible
from steadystep.importers.reading import HEAD_BYTES, Reader, Reading, find_reader
from steadystep.importers.table import refuse_what_is_no_table

if TYPE_CHECKING:
    from datetime import date
    from typing import IO

    from steadystep.importers.reading import Choices, Progress

READERS: Final[tuple[Reader, ...]] = (visible, diary_csv)


def read_diary(
    file: IO[bytes], choices: Choices, *, today: date, progress: Progress | None = None
) -> Reading:
    """Find the reader that knows this file, and let it read.

    The file is open for bytes and can be read from the start again. It stays open.
    """
    file.seek(0)
    head = file.read(HEAD_BYTES)
    refuse_what_is_no_table(head)
    return find_reader(head, READERS).read(file, choices, today=today, progress=progress)
