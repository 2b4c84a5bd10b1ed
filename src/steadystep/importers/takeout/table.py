"""A table of an export as rows of cells, also where it lies packed in a zip."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from steadystep.importers.table import open_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.export import Look, Member
    from steadystep.importers.table import Table

# A smaller table stays in memory while it is read. A choice.
IN_MEMORY_BYTES: Final = 4 << 20
HEAD_BYTES: Final = 4096


@contextmanager
def table_of(look: Look, member: Member) -> Iterator[Table]:
    """Open a table. It is looked through once before, to learn how it is written."""
    with look.open(member) as file:
        if file.seekable():
            yield open_table(file)
            return
        with tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES) as copy:
            # A zip is read forward only.
            shutil.copyfileobj(file, copy)
            yield open_table(copy)
