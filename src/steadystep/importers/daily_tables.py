"""Rows of a table that tell of a day each: what is missing at their end is empty, never zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.importers.columns import fold
from steadystep.importers.parts import first_rows
from steadystep.importers.reading import CannotRead, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from steadystep.importers.export import Into
    from steadystep.importers.parts import Part
    from steadystep.importers.table import Row, Table


def has_columns(head: bytes, columns: frozenset[str]) -> bool:
    """Tell whether the first line names these columns, all of them folded."""
    return columns <= set(next(first_rows(head), ()))


def places_of(table: Table) -> dict[str, int]:
    """Tell where each column stands, by its folded name; the first of two with one name."""
    return {fold(name): place for place, name in reversed(list(enumerate(table.header)))}


def needed_places(table: Table, columns: Iterable[str]) -> dict[str, int]:
    """Tell where each column stands, these among them.

    Raises:
        CannotRead: One of these is not there. A look at the first line said that it is, and then
            the damage to that line parted it in another way.
    """
    places = places_of(table)
    for column in sorted(columns):
        if column not in places:
            raise CannotRead(
                Sentence(
                    "The first line is damaged: “{column}” is not among the columns. "
                    "Export your data once more.",
                    {"column": column},
                )
            )
    return places


def whole_rows(part: Part, table: Table) -> Iterator[tuple[str, Row | Sentence]]:
    """Yield the rows that hold anything, each as wide as the table."""
    width = len(table.header)
    for where, row in part.rows(table):
        if isinstance(row, Sentence):
            yield where, row
        elif any(map(str.strip, row)):
            yield where, row + [""] * (width - len(row))


def readable_rows(part: Part, table: Table) -> Iterator[Row]:
    """Yield the rows that can be read; of the others nothing is said yet."""
    return (row for _, row in whole_rows(part, table) if not isinstance(row, Sentence))


def rows_with_days(
    part: Part, table: Table, into: Into, day_of: Callable[[Row], int | Sentence | None]
) -> Iterator[tuple[str, int, Row]]:
    """Yield rows with where they stand and their day. Rows of no day (None) are passed over."""
    for where, row in whole_rows(part, table):
        day = row if isinstance(row, Sentence) else day_of(row)
        if isinstance(day, Sentence):
            into.unreadable(where, day)
        elif day is not None and not isinstance(row, Sentence):
            yield where, day, row
