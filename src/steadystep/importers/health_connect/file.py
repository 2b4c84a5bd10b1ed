"""The database of an export, opened so that nothing in it can run, grow or change.

SQLite files hold more than rows: views, triggers, and expressions that a reader works out. So a
copy of our own is opened, read only; plain tables alone are looked at; and an authorizer refuses
all but reading them. A count of steps ends what would go on for ever. A table with a damaged page
is read on behind the damage.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.runs import NO_ROOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from steadystep.importers.export import Look, Member

Row = tuple[Any, ...]

# Choices, all of them far from what a phone holds after years.
MOST_BYTES: Final = 4 * 1024**3
_COPIED_BYTES: Final = 1024 * 1024
_LONGEST_CELL: Final = 4 * 1024**2
_LONGEST_NAME: Final = 200
_CACHE_KIBIBYTES: Final = 8 * 1024
_MOST_TABLES: Final = 2_000
# A table is asked for what lies behind its damage this many times.
_MOST_DAMAGES: Final = 200
_ROWS_BETWEEN_NEWS: Final = 4_096
# Reading a row takes some twenty steps of SQLite, and no row is shorter than ten bytes.
_STEPS_AT_LEAST: Final = 20_000_000
_STEPS_A_BYTE: Final = 10
_STEPS_BETWEEN_LOOKS: Final = 10_000
# A database tells in its header how many pages it has, and SQLite opens none that has fewer. It
# takes what is there where these two counts of changes are not alike.
_CHANGES, _CHANGES_AT_LENGTH, _HEADER_BYTES = slice(24, 28), 92, 100
_LAST_ROW: Final = 2**63 - 1

# All that reading a damaged database raises. SQLite's own words about it may be no text.
_BROKEN: Final = (sqlite3.Error, UnicodeError, MemoryError)

DAMAGED: Final = Sentence(
    "A part of this table is damaged. The rest was read. Export it again from the phone."
)
_NO_DATABASE: Final = Sentence(
    "The database of the export is damaged. Export it again from the phone."
)
_TOO_LARGE: Final = Sentence(
    "The database holds more than {gigabytes} gigabytes, which no phone does. "
    "Export it again from the phone.",
    {"gigabytes": MOST_BYTES // 1024**3},
)
_TABLES: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 "  # noqa: S608 - a number
    f"LIMIT {_MOST_TABLES}"
)
_SETTINGS: Final = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA query_only = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}",
)
_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: _LONGEST_CELL,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}


class Ask(NamedTuple):
    """What to read of a table.

    Attributes:
        table: Its name.
        columns: The columns; None is given for one that is not there.
        parent: A table whose row `parent_key` points to, or nothing.
        parent_columns: What to read of that row.
    """

    table: str
    columns: tuple[str, ...]
    parent: str = ""
    parent_columns: tuple[str, ...] = ()


class Database:
    """An open database.

    Attributes:
        tables: The columns of each of its plain tables, all names in small letters.
    """

    def __init__(
        self, connection: sqlite3.Connection, size: int, news: Callable[[int], None]
    ) -> None:
        self._connection = connection
        self._news = news
        self._steps_left = _STEPS_AT_LEAST + _STEPS_A_BYTE * size
        # Text of any bytes is text; what is no UTF-8 shows as such.
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.set_progress_handler(self._goes_on_too_long, _STEPS_BETWEEN_LOOKS)
        connection.set_authorizer(_allowed)
        # What is no database, or has no whole list of tables, is refused here.
        connection.execute(_TABLES).fetchone()
        self.tables = {
            name.casefold(): self._columns(name)
            for (name,) in self.few(_TABLES)
            if isinstance(name, str)
        }

    def has(self, table: str, columns: Sequence[str]) -> bool:
        """Tell whether there is such a table with these columns."""
        return self.tables.get(table, frozenset()).issuperset(columns)

    def count(self, table: str) -> int:
        """How many rows a table has; none where it is damaged."""
        try:
            found = self._connection.execute(f"SELECT count(*) FROM {_quoted(table)}")  # noqa: S608 - quoted
            return int(found.fetchone()[0])
        except _BROKEN:
            return 0

    def few(self, query: str) -> list[Row]:
        """The rows of a query that asks for few: numbers, short names, and None for all else."""
        few: list[Row] = []
        with suppress(*_BROKEN):
            few.extend(tuple(map(_short, row)) for row in self._connection.execute(query))
        return few

    def rows(self, ask: Ask) -> Iterator[Row | Sentence]:
        """Each row behind its number; a sentence stands where the table is damaged."""
        query, after, skip, damages, read = self._query(ask), -1, 1, 0, 0
        while True:
            try:
                for row in self._connection.execute(query, (after,)):
                    if row[0] <= after:
                        # Pages point in a circle.
                        raise sqlite3.DatabaseError
                    after, skip = row[0], 1
                    read += 1
                    if read % _ROWS_BETWEEN_NEWS == 0:
                        self._news(_ROWS_BETWEEN_NEWS)
                    yield row
            except _BROKEN:
                damages += skip == 1
                if skip == 1:
                    yield DAMAGED
            else:
                return
            if self._steps_left < 0 or damages >= _MOST_DAMAGES or after == _LAST_ROW:
                return
            # The next rows lie in the damage too, most likely; then further steps are longer.
            after = min(after + skip, _LAST_ROW)
            skip *= 2

    def _query(self, ask: Ask) -> str:
        mine = self.tables.get(ask.table, frozenset())
        theirs = self.tables.get(ask.parent, frozenset())
        joined = {"row_id"} <= theirs and {"parent_key"} <= mine
        columns = [_column("t", name, mine) for name in ask.columns]
        columns += [_column("p", name, theirs if joined else ()) for name in ask.parent_columns]
        join = f"LEFT JOIN {_quoted(ask.parent)} AS p ON p.row_id = t.parent_key" if joined else ""
        return (
            f"SELECT {', '.join(['t.rowid', *columns])} FROM {_quoted(ask.table)} AS t {join} "  # noqa: S608 - names of our own
            "WHERE t.rowid > ? ORDER BY t.rowid"
        )

    def _columns(self, table: str) -> frozenset[str]:
        # Columns that are worked out and not stored are not among them.
        told = self.few(f"PRAGMA table_info({_quoted(table)})")
        return frozenset(str(column[1]).casefold() for column in told)

    def _goes_on_too_long(self) -> bool:
        self._steps_left -= _STEPS_BETWEEN_LOOKS
        return self._steps_left < 0


@contextmanager
def opened(look: Look, member: Member, news: Callable[[int], None]) -> Iterator[Database]:
    """Copy a database out of the export, and open the copy.

    Args:
        look: The export.
        member: The database in it.
        news: Told how many more rows were read.

    Raises:
        CannotRead: It cannot be copied, or is no database.
    """
    with tempfile.TemporaryDirectory(prefix="steadystep-") as folder:
        path = Path(folder) / "export.db"
        size = _copy(look, member, path)
        _take_what_is_there(path)
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
        )
        try:
            try:
                database = Database(connection, size, news)
            except _BROKEN:
                raise CannotRead(_NO_DATABASE) from None
            # Whoever ends us now leaves nothing behind. Windows keeps what is open.
            with suppress(OSError):
                path.unlink()
            yield database
        finally:
            connection.close()


def _copy(look: Look, member: Member, path: Path) -> int:
    """Copy a member to a file of our own; give its size."""
    size = 0
    with look.open(member) as file:
        try:
            with path.open("wb") as copy:
                while piece := file.read(_COPIED_BYTES):
                    size += len(piece)
                    if size > MOST_BYTES:
                        raise CannotRead(_TOO_LARGE)
                    copy.write(piece)
        except OSError:
            raise CannotRead(NO_ROOM) from None
    return size


def _take_what_is_there(path: Path) -> None:
    """Let a copy be opened of which the end is missing."""
    with path.open("r+b") as copy:
        header = copy.read(_HEADER_BYTES)
        if len(header) == _HEADER_BYTES:
            copy.seek(_CHANGES_AT_LENGTH)
            copy.write(bytes(byte ^ 0xFF for byte in header[_CHANGES]))


def _allowed(action: int, first: str | None, second: str | None, *_: object) -> int:
    """Let a query read tables and count; nothing else."""
    if (
        action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
        or (action == sqlite3.SQLITE_FUNCTION and second == "count")
        or (action == sqlite3.SQLITE_PRAGMA and first == "table_info")
    ):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _short(cell: object) -> int | str | None:
    return cell[:_LONGEST_NAME] if isinstance(cell, str) else cell if type(cell) is int else None


def _column(table: str, name: str, among: frozenset[str] | tuple[str, ...]) -> str:
    return f'{table}."{name}"' if name in among else "NULL"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
