"""The tables of Samsung Health: what a table is stands on its first line, its columns on the next.

A column may be called "start_time" or "com.samsung.health.sleep.start_time", both in one table: the
word behind the last dot is its name. Each row ends with a comma, so it is longer than the columns.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from steadystep.importers.daily_tables import whole_rows
from steadystep.importers.numbers import is_no_answer, rating
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.table import first_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.parts import Part
    from steadystep.importers.table import Row, Table

_FIRST_LINE: Final = re.compile(r"com\.samsung\.([a-z_.]{1,80}?)(?:,[0-9]{1,12}){0,4},?\s*")
_BEFORE_THE_NAME: Final = re.compile(r"(?:s?health\.)?(?:tracker\.)?")


def type_of(head: bytes) -> str:
    """What a table holds, such as "sleep_stage"; nothing where it is none of Samsung's."""
    found = _FIRST_LINE.fullmatch(first_line(head))
    return _BEFORE_THE_NAME.sub("", found[1], count=1) if found else ""


class Sheet:
    """A table, and where its columns stand."""

    def __init__(self, part: Part, name: str) -> None:
        """Open it.

        Args:
            part: The file.
            name: What it holds, for words about its rows.

        Raises:
            CannotRead: It has no columns.
        """
        self._part = replace(part, where=f"{name}, ")
        above = part.table(times=1)
        second = next((row for _, row in above.rows(None)), None)
        if second is None or isinstance(second, Sentence):
            raise CannotRead(
                Sentence("The table “{name}” has no columns. Export it again.", {"name": name})
            )
        self._table: Table = replace(
            above, rows_before=above.rows_before + 1, header=tuple(map(str.strip, second))
        )
        self._places = {
            column.rpartition(".")[2]: place
            for place, column in reversed(list(enumerate(self._table.header)))
        }

    def has(self, column: str) -> bool:
        """Tell whether there is such a column."""
        return column in self._places

    def rows(self) -> Iterator[tuple[str, Row | Sentence]]:
        """Each row that holds anything, with where it stands."""
        return whole_rows(self._part, self._table)

    def cell(self, row: Row, column: str) -> str:
        """What stands in a column; nothing where there is no such column."""
        place = self._places.get(column)
        return "" if place is None else row[place].strip()


def number(text: str) -> float | None:
    """A number; None where there is none, or it is not written as one."""
    return None if is_no_answer(text) else rating(text)
