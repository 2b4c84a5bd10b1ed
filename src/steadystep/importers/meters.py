"""Tables of glucose meters: some lines with a name, a header, and rows of several kinds.

What the columns are called is a meter's own; how its rows are read is the same for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import Maker
from steadystep.importers.columns import fold
from steadystep.importers.dates import Evidence, said_of_order
from steadystep.importers.glucose import Meter, unit_in
from steadystep.importers.parts import first_rows, knows_one, read_alike
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.remembered import Remembered
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress
    from steadystep.importers.parts import Part
    from steadystep.importers.table import Row, Table

OTHER_ROWS: Final = "other rows"
# Choices, all wide: what is longer is no moment, and no name of a column.
_LONGEST_MOMENT: Final = 64
_LONGEST_NAME: Final = 80
_MOST_COLUMNS: Final = 200


class Value(NamedTuple):
    """A column of glucose: where it stands, and its name, which tells the unit."""

    place: int
    name: str


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns of a table stand.

    Attributes:
        called: What the column of the moment is called.
        at: The columns that hold the moment, in their order.
        kind: The column that tells the kind of a row.
        values: For each kind of row that holds glucose, the column it stands in.
        others: What rows of other kinds are called.
        rest: What rows of any further kind are called.
    """

    called: str
    at: tuple[int, ...]
    kind: int
    values: Mapping[str, Value]
    others: Mapping[str, str] = field(default_factory=dict)
    rest: str = OTHER_ROWS

    def moment(self, row: Row) -> str:
        """Give the text of a moment; an empty one where the row is cut short."""
        if len(row) <= max(self.at):
            return ""
        return " ".join(row[place].strip()[:_LONGEST_MOMENT] for place in self.at)

    def knows(self, kind: str) -> bool:
        """Tell whether rows of this kind have a name here."""
        return kind in self.values or kind in self.others

    def kind_of(self, row: Row) -> str:
        """Give the kind of a row; an empty one where the row is cut short."""
        return row[self.kind].strip().casefold() if len(row) > self.kind else ""


class Known(NamedTuple):
    """One sort of meter.

    Attributes:
        source: What it is called in the shop.
        said: The sentence that says what the export is.
        find: Finds the columns in a row of names (and of folded names), or tells it is no such row.
    """

    source: str
    said: Sentence
    find: Callable[[Sequence[str], Sequence[str]], Header | None]

    def is_ours(self, head: bytes) -> bool:
        """Tell by the first lines of a file."""
        return any(self.find(cells, cells) for cells in first_rows(head))

    def recognises(self, look: Look) -> bool:
        """Tell whether one of the files is such a table."""
        return knows_one(look, self.is_ours)

    def read(
        self,
        look: Look,
        into: Into,
        *,
        choices: ExportChoices,
        today: date,
        progress: Progress | None,
    ) -> None:
        """Read every such table of an export.

        Raises:
            CannotRead: There are no values, or the person has to choose first.
        """
        read = partial(read_table, into, self, choices=choices, today=today)
        read_alike(look, into, self.is_ours, read, progress)


def read_table(
    into: Into, known: Known, part: Part, *, choices: ExportChoices, today: date
) -> None:
    """Look through a table for the order of its dates, then hand on its values.

    Raises:
        CannotRead: There are no values, or the person has to choose first.
    """
    table = part.table(times=2)
    evidence, column = _survey(part, table, known)
    order = evidence.order(choices.dates)
    into.assumed(known.said)
    for said in (*table.assumed, said_of_order(column, order)):
        into.assumed(said)
    clock = WallClock(order, today)
    source = into.source(Maker.METER, known.source)
    meters = Remembered(lambda name: Meter(into, source, unit_in(name, choices.glucose)))
    for where, header, row in _rows(part, table, known):
        if isinstance(row, Sentence):
            into.unreadable(where, row)
            continue
        kind = header.kind_of(row)
        value = header.values.get(kind)
        if len(row) <= (value.place if value else header.kind):
            into.unreadable(where, _cut_short())
        elif value is None:
            into.left_out(header.others.get(kind, header.rest))
        elif isinstance(at := clock.moment(header.moment(row)), Sentence):
            into.unreadable(where, at)
        else:
            meters[value.name].tells(where, at, None, row[value.place])


def _survey(part: Part, table: Table, known: Known) -> tuple[Evidence, str]:
    """Take note of the dates of all values, and of what their column is called."""
    evidence, column = Evidence(), ""
    for _, header, row in _rows(part, table, known):
        if not isinstance(row, Sentence) and header.kind_of(row) in header.values:
            column = header.called
            evidence.sees(header.moment(row))
    if not column:
        raise CannotRead(
            Sentence("The export holds no glucose values. Export it again, over more days.")
        )
    return evidence, column


def _rows(part: Part, table: Table, known: Known) -> Iterator[tuple[str, Header, Row | Sentence]]:
    """Yield the rows below a header. Above the first one stand names, which go no further.

    There may be a second header, of other things, and a heading above it.
    """
    header: Header | None = None
    for where, row in part.rows(table, header=True):
        if isinstance(row, Sentence):
            if header:
                yield where, header, row
        elif header and header.knows(header.kind_of(row)):
            yield where, header, row
        elif found := _header(row, known):
            header = found
        elif header and not row[0].startswith("#"):
            yield where, header, row


def _header(row: Row, known: Known) -> Header | None:
    names = [cell[:_LONGEST_NAME] for cell in row[:_MOST_COLUMNS]]
    return known.find(names, [fold(name) for name in names])


def _cut_short() -> Sentence:
    return Sentence("The line is cut short. Export the file again.")
