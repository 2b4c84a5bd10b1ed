"""Observations in one SQLite file of their own: writing many rows never holds up the record."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from steadystep.core.observed import Activity, Kind, Maker, Source, second_of_day
from steadystep.core.observed_days import DayRow, SessionRow
from steadystep.store.observed import (
    BATCH_ROWS,
    PAUSE_SECONDS,
    Brought,
    Imported,
    KindBrought,
    latest_sessions,
    not_open,
)
from steadystep.store.place import OBSERVED
from steadystep.store.sqlite_file import Layout, SqliteFile
from steadystep.store.trouble import TRACES_LEFT, UNKNOWN_KIND, LogTrouble, UnknownEventKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

Row = TypeVar("Row", DayRow, SessionRow)
Word = TypeVar("Word", Kind, Maker, Activity)
# "STDO".
_LAYOUT = Layout(
    0x5354444F,
    1,
    """
CREATE TABLE import (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    reader TEXT NOT NULL,
    at TEXT NOT NULL,
    unreadable INTEGER NOT NULL,
    finished INTEGER,
    dropped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX import_of ON import (person, finished);
CREATE TABLE source (
    number INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    maker TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (person, maker, name)
);
CREATE TABLE value (
    import INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day INTEGER NOT NULL,
    source INTEGER NOT NULL,
    tenths INTEGER NOT NULL,
    made_of INTEGER NOT NULL,
    series BLOB,
    whole INTEGER NOT NULL,
    PRIMARY KEY (import, kind, day, source)
) WITHOUT ROWID;
CREATE TABLE session (
    import INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    source INTEGER NOT NULL,
    activity TEXT NOT NULL,
    offset INTEGER,
    heart_rate INTEGER,
    steps INTEGER
);
CREATE INDEX session_of ON session (import, begins);
""",
)
_BEGIN = "INSERT INTO import (person, key, reader, at, unreadable) VALUES (?, ?, ?, ?, ?)"
_OPEN = "SELECT person FROM import WHERE number = ? AND finished IS NULL AND NOT dropped"
_FINISH = """
UPDATE import SET finished = (SELECT coalesce(max(finished), 0) + 1 FROM import) WHERE number = ?
"""
_PUT = "INSERT OR REPLACE INTO value VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_PUT_SESSION = "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
# Beside max(), SQLite takes the other columns from the row that has it.
_DAYS = """
SELECT v.day, v.kind, s.maker, s.name, v.tenths, v.made_of, v.series, v.whole, max(i.finished)
FROM import i JOIN value v ON v.import = i.number JOIN source s ON s.number = v.source
WHERE i.person = ? AND i.finished IS NOT NULL AND v.kind IN ({kinds}) AND v.day BETWEEN ? AND ?
GROUP BY v.day, v.kind, v.source ORDER BY v.day, v.kind, s.maker, s.name
"""
_SESSIONS = """
SELECT s.maker, s.name, v.activity, v.begins, v.ends, v.offset, v.heart_rate, v.steps, i.finished
FROM import i JOIN session v ON v.import = i.number JOIN source s ON s.number = v.source
WHERE i.person = ? AND i.finished IS NOT NULL AND v.begins BETWEEN ? AND ?
ORDER BY i.finished
"""
_ROWS_OF = """
SELECT v.day, v.kind, s.maker, s.name, v.tenths, v.made_of, v.series, v.whole, 0
FROM import i JOIN value v ON v.import = i.number JOIN source s ON s.number = v.source
WHERE i.person = ? AND i.number = ? AND i.finished IS NOT NULL
ORDER BY v.day, v.kind, s.maker, s.name
"""
_SESSIONS_OF = """
SELECT s.maker, s.name, v.activity, v.begins, v.ends, v.offset, v.heart_rate, v.steps, 0
FROM import i JOIN session v ON v.import = i.number JOIN source s ON s.number = v.source
WHERE i.person = ? AND i.number = ? AND i.finished IS NOT NULL
ORDER BY v.begins, v.ends, v.activity, s.maker, s.name
"""
_IMPORTS = """
SELECT number, key, reader, at, unreadable,
    (SELECT count(*) FROM session WHERE import = number)
FROM import WHERE person = ? AND finished IS NOT NULL ORDER BY finished
"""
_KINDS = """
SELECT v.import, v.kind, count(DISTINCT v.day), min(v.day), max(v.day)
FROM import i JOIN value v ON v.import = i.number
WHERE i.person = ? AND i.finished IS NOT NULL GROUP BY v.import, v.kind
"""
# Some rows of an import: deleting all at once would hold up whoever writes.
_SOME = """
DELETE FROM value WHERE (import, kind, day, source) IN
    (SELECT import, kind, day, source FROM value WHERE import = ? LIMIT ?)
"""
_SOURCE = "SELECT number FROM source WHERE person = ? AND maker = ? AND name = ?"
# The calendar's first day and last one, as `date.toordinal` counts.
_FIRST_DAY, _LAST_DAY = 1, 3_652_059


class SqliteObserved:
    """Everybody's observations in one file. It may be used from several threads and processes."""

    def __init__(
        self,
        folder: Path,
        *,
        synchronous: Literal["FULL", "NORMAL"] = "FULL",
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Name the folder; the file is opened, or made, when it is first needed.

        Args:
            folder: The folder of the file: that of the record.
            synchronous: NORMAL may lose the last moments when the power goes, and is for measuring.
            pause: Waits between two writes, so that others come to theirs.
        """
        self._file = SqliteFile(Path(folder) / OBSERVED, synchronous, _LAYOUT)
        self._pause = pause

    def begin(self, person: str, brought: Brought) -> int | None:
        """Begin an import; None where the same export is here already."""
        row = (person, brought.key, brought.reader, brought.at.isoformat(), brought.unreadable)
        with self._file.writing() as connection:
            same = "FROM import WHERE person = ? AND key = ? AND finished IS NOT NULL"
            if connection.execute(f"SELECT 1 {same}", row[:2]).fetchone():
                return None
            half_done = "UPDATE import SET dropped = 1 WHERE person = ? AND key = ?"
            connection.execute(half_done, row[:2])
            number = connection.execute(_BEGIN, row).lastrowid
        self._sweep()
        return number

    def put(self, number: int, days: Iterable[DayRow], sessions: Iterable[SessionRow] = ()) -> None:
        """Write rows of an import that was begun, some at a time. Nobody sees them yet."""
        for batch in _batches(days):
            with self._writing(number) as into:
                into.connection.executemany(_PUT, [into.value(row) for row in batch])
            self._pause(PAUSE_SECONDS)
        for some in _batches(sessions):
            with self._writing(number) as into:
                into.connection.executemany(_PUT_SESSION, [into.session(row) for row in some])
            self._pause(PAUSE_SECONDS)

    def finish(self, number: int) -> None:
        """Let all of an import be seen, at once."""
        with self._writing(number) as into:
            into.connection.execute(_FINISH, (number,))

    def undo(self, person: str, number: int) -> None:
        """Take an import back whole. What it covered is there again."""
        with self._file.writing() as connection:
            connection.execute(
                "UPDATE import SET finished = NULL, dropped = 1 WHERE person = ? AND number = ?",
                (person, number),
            )
        self._sweep()

    def imports(self, person: str) -> list[Imported]:
        """The finished imports, in the order in which they were finished."""
        with self._file.opened() as connection:
            imports = connection.execute(_IMPORTS, (person,)).fetchall()
            counted = connection.execute(_KINDS, (person,)).fetchall()
        kinds: dict[int, list[KindBrought]] = {}
        for number, kind, *counts in counted:
            kinds.setdefault(number, []).append(KindBrought(_known(Kind, kind), *counts))
        order = list(Kind)
        return [
            Imported(
                number,
                Brought(key, reader, datetime.fromisoformat(at), unreadable),
                tuple(sorted(kinds.get(number, ()), key=lambda one: order.index(one.kind))),
                sessions,
            )
            for number, key, reader, at, unreadable, sessions in imports
        ]

    def days(
        self,
        person: str,
        *,
        kinds: Sequence[Kind] | None = None,
        first: int | None = None,
        last: int | None = None,
    ) -> list[DayRow]:
        """The days of each kind and source, by day; where several imports tell one, the latest."""
        wanted = [str(kind) for kind in (Kind if kinds is None else kinds)]
        asked = _DAYS.format(kinds=", ".join("?" * len(wanted)))
        since, until = first or _FIRST_DAY, last or _LAST_DAY
        with self._file.opened() as connection:
            rows = connection.execute(asked, (person, *wanted, since, until)).fetchall()
        return [_day(row) for row in rows]

    def sessions(
        self, person: str, *, first: int | None = None, last: int | None = None
    ) -> list[SessionRow]:
        """The sessions, the earliest first; where several imports tell one, as the latest does."""
        since = second_of_day(first or _FIRST_DAY)
        until = second_of_day((last or _LAST_DAY) + 1) - 1
        with self._file.opened() as connection:
            rows = connection.execute(_SESSIONS, (person, since, until)).fetchall()
        return latest_sessions((finished, _session((*row, finished))) for *row, finished in rows)

    def rows_of(self, person: str, number: int) -> tuple[list[DayRow], list[SessionRow]]:
        """All that a finished import holds, also what a later one covers: for a copy."""
        with self._file.opened() as connection:
            days = connection.execute(_ROWS_OF, (person, number)).fetchall()
            sessions = connection.execute(_SESSIONS_OF, (person, number)).fetchall()
        return [_day(row) for row in days], [_session(row) for row in sessions]

    def forget(self, person: str) -> None:
        """Delete all that was ever brought for a person, without a trace in the file."""
        theirs = "(SELECT number FROM import WHERE person = ?)"
        with self._file.writing() as connection:
            for table in ("value", "session"):
                connection.execute(f"DELETE FROM {table} WHERE import IN {theirs}", (person,))  # noqa: S608 - names of ours
            connection.execute("DELETE FROM import WHERE person = ?", (person,))
            connection.execute("DELETE FROM source WHERE person = ?", (person,))
        with self._file.opened() as connection:
            connection.execute("VACUUM")
            (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise LogTrouble(TRACES_LEFT)

    def close(self) -> None:
        """Let go of the file. The next use opens it again."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _writing(self, number: int) -> Iterator[_Into]:
        """A transaction into an import that is still open."""
        with self._file.writing() as connection:
            there = connection.execute(_OPEN, (number,)).fetchone()
            # Told outside of the file's own trouble: nothing is wrong with the file.
            if there is None:
                raise not_open()
            yield _Into(connection, number, str(there[0]))

    def _sweep(self) -> None:
        """Delete the rows of imports that were undone or left half-done, some at a time."""
        with self._file.opened() as connection:
            dropped = connection.execute("SELECT number FROM import WHERE dropped").fetchall()
        for (number,) in dropped:
            deleted = BATCH_ROWS
            while deleted == BATCH_ROWS:
                with self._file.writing() as connection:
                    deleted = connection.execute(_SOME, (number, BATCH_ROWS)).rowcount
                self._pause(PAUSE_SECONDS)
            with self._file.writing() as connection:
                connection.execute("DELETE FROM session WHERE import = ?", (number,))
                connection.execute("DELETE FROM import WHERE number = ?", (number,))


class _Into:
    """An import that rows are written to, and the numbers of the sources in them."""

    def __init__(self, connection: sqlite3.Connection, number: int, person: str) -> None:
        self.connection = connection
        self._number = number
        self._person = person
        self._sources: dict[Source, int] = {}

    def value(self, row: DayRow) -> tuple[object, ...]:
        """A day as the file has it."""
        day, kind, source, *values, whole = row
        return (self._number, kind, day, self._source(source), *values, int(whole))

    def session(self, row: SessionRow) -> tuple[object, ...]:
        """A session as the file has it."""
        source = self._source(row.source)
        return (self._number, row.start, row.end, source, row.activity, *row[4:])

    def _source(self, source: Source) -> int:
        if source not in self._sources:
            asked = (self._person, source.maker, source.name)
            there = self.connection.execute(_SOURCE, asked).fetchone()
            if there is None:
                new = "INSERT INTO source (person, maker, name) VALUES (?, ?, ?)"
                there = (self.connection.execute(new, asked).lastrowid,)
            self._sources[source] = int(there[0])
        return self._sources[source]


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Some rows at a time."""
    coming = iter(rows)
    while batch := list(islice(coming, BATCH_ROWS)):
        yield batch


def _day(row: tuple[Any, ...]) -> DayRow:
    day, kind, maker, name, tenths, made_of, series, whole, _ = row
    source = Source(_known(Maker, maker), name)
    return DayRow(day, _known(Kind, kind), source, tenths, made_of, series, bool(whole))


def _session(row: tuple[Any, ...]) -> SessionRow:
    maker, name, activity, *values, _ = row
    return SessionRow(Source(_known(Maker, maker), name), _known(Activity, activity), *values)


def _known(words: type[Word], word: str) -> Word:
    """A word of ours; one from the future is refused."""
    try:
        return words(word)
    except ValueError:
        raise UnknownEventKind(UNKNOWN_KIND, kind=word) from None
