"""The lines of Google's tables by the names of their columns."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.times import Moment, seconds_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from steadystep.importers.table import Row, Table
    from steadystep.importers.takeout.telling import Telling


class Cells(NamedTuple):
    """A line.

    Attributes:
        row: Its cells.
        columns: The place of each column by its name.
    """

    row: Row
    columns: Mapping[str, int]

    def text(self, column: str) -> str:
        """Tell what stands in a column; nothing if the line ends before, or there is no such."""
        place = self.columns.get(column, len(self.row))
        return self.row[place].strip() if place < len(self.row) else ""

    def offset(self, column: str) -> int | None:
        """Tell an offset such as +05:30 in seconds; none if there is none."""
        try:
            return seconds_of(time.fromisoformat(f"00:00{self.text(column)}").utcoffset())
        except ValueError:
            return None

    def moment(self, column: str, end: str, telling: Telling) -> Moment | Sentence:
        """Tell a time in UTC by the clock on the wall, whose offset stands beside it."""
        told = telling.times.moment(self.text(column))
        if isinstance(told, Sentence):
            return told
        offset = self.offset(f"{end}_utc_offset" if end else "utc_offset")
        if offset is None:
            return telling.clocks.of_utc(told.at)
        return Moment(told.at + offset, offset)


def cells_of(table: Table, where: str, telling: Telling) -> Iterator[tuple[str, Cells]]:
    """Yield each line with where it stands; those that cannot be read are told."""
    columns = {name: place for place, name in enumerate(table.header)}
    for line, row in table.rows(None):
        place = f"{where}, line {line}"
        if isinstance(row, Sentence):
            telling.refuse(place, row)
        else:
            yield place, Cells(row, columns)


def tell_zones(table: Table, telling: Telling) -> None:
    """Learn offsets from a table of sleep or exercise. What is wrong in it is told later."""
    columns = {name: place for place, name in enumerate(table.header)}
    ends = [
        (name, f"{name.removeprefix('sleep_')}_utc_offset" if "sleep" in name else "utc_offset")
        for name in ("sleep_start", "sleep_end", "exercise_start")
        if name in columns
    ]
    for _, row in table.rows(None):
        if isinstance(row, Sentence):
            continue
        cells = Cells(row, columns)
        for column, beside in ends:
            at, offset = telling.times.at(cells.text(column)), cells.offset(beside)
            if isinstance(at, int) and offset is not None:
                telling.clocks.zones.tell(at, offset)
