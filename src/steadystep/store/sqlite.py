"""The log in one SQLite file: the store of home, and of any server with one disk."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from steadystep.store.log import Kept, Placed, day_of_entry, fresh_key, with_keys
from steadystep.store.notation import (
    DECISION,
    LASTING_KINDS,
    Line,
    body_of,
    kind_of,
    put_together,
    text_of,
)
from steadystep.store.place import RECORD
from steadystep.store.sqlite_file import SqliteFile
from steadystep.store.trouble import BAD_ENTRY, TRACES_LEFT, LogTrouble

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType
    from typing import Self

    from steadystep.core.events import Entry
    from steadystep.store.log import Wanted

_WRITE = """
INSERT INTO entry (person, key, at, day, recorded, kind, body, decision)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (person, key) DO NOTHING
"""
# Why a step was told is long, and hardly ever read again: it has a column of its own.
_COLUMNS = """
SELECT position, key, at, recorded, kind, body, CASE WHEN day >= ? THEN decision END FROM entry
"""
_ALL = f"{_COLUMNS} WHERE person = ? AND position > ? ORDER BY position"
_SINCE = "SELECT position FROM entry WHERE person = ? AND day >= ?"
_AFTER = "SELECT position FROM entry WHERE person = ? AND position > ?"
_LASTING = (
    "SELECT position FROM entry WHERE person = ? AND kind IN "  # noqa: S608 - marks alone
    f"({', '.join('?' * len(LASTING_KINDS))})"
)


_LAST = "SELECT coalesce(max(position), 0) FROM entry WHERE person = ?"
_KEEP = """
INSERT OR REPLACE INTO snapshot (person, policy, engine, position, packed) VALUES (?, ?, ?, ?, ?)
"""


@dataclass(slots=True)
class _Decoded:
    """All entries of a person, read before. They hold for as long as nobody else writes.

    Attributes:
        seen: The connection, and its number for what others have written to the file.
        people: Each person's entries. One person at a time: ten years take some megabytes.
    """

    seen: tuple[sqlite3.Connection, int] | None = None
    people: dict[str, tuple[Placed, ...]] = field(default_factory=dict)


class SqliteLog:
    """Everybody's events in one file. It may be used from several threads and processes."""

    def __init__(
        self,
        folder: Path,
        *,
        new_key: Callable[[], str] = fresh_key,
        synchronous: Literal["FULL", "NORMAL"] = "FULL",
    ) -> None:
        """Name the folder; the file is opened, or made, when it is first needed.

        Args:
            folder: The folder of the file.
            new_key: Makes keys for entries that come without one.
            synchronous: NORMAL may lose the last moments when the power goes, and is for measuring.
        """
        self._file = SqliteFile(Path(folder) / RECORD, synchronous)
        self._new_key = new_key
        self._decoded = _Decoded()

    def append(self, entries: Iterable[Entry]) -> None:
        """Write entries of one person: all or none. They are on the disk when this returns."""
        rows = [_row(one) for one in with_keys(entries, self._new_key)]
        if not rows:
            return
        with self._file.writing() as connection:
            connection.executemany(_WRITE, rows)

    def read(
        self, person: str, wanted: Wanted | None = None, *, decisions_from: date = date.min
    ) -> Iterator[Placed]:
        """Read a person's entries in the order in which they were written."""
        if wanted is None and decisions_from == date.min:
            yield from self._all_of(person)
            return
        asked, values = question(person, wanted, decisions_from)
        with self._file.opened() as connection:
            rows = connection.execute(asked, values).fetchall()
        for row in rows:
            yield _placed(person, row, decisions_from)

    def _all_of(self, person: str) -> tuple[Placed, ...]:
        """All of a person's entries: what was read before as it was, and what is new."""
        with self._file.opened() as connection:
            # In a transaction: what others write meanwhile is seen by both questions or by none.
            connection.execute("BEGIN")
            decoded = self._still_decoded(connection)
            known = decoded.people.get(person, ())
            after = known[-1].place if known else 0
            rows = connection.execute(_ALL, (date.min.toordinal(), person, after)).fetchall()
            connection.execute("COMMIT")
        if rows:
            known = (*known, *(_placed(person, row, date.min) for row in rows))
            decoded.people = {person: known}
        return known

    def _still_decoded(self, connection: sqlite3.Connection) -> _Decoded:
        """What was read before; nothing of it once another program or connection wrote."""
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if self._decoded.seen != (connection, version):
            self._decoded = _Decoded((connection, version))
        return self._decoded

    def forget(self, person: str) -> None:
        """Delete all that a person ever told, without a trace in the log's own files."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM entry WHERE person = ?", (person,))
            connection.execute("DELETE FROM snapshot WHERE person = ?", (person,))
            # A page that is reading just now keeps what it has to the old one, which nobody asks.
            self._decoded = _Decoded()
        with self._file.opened() as connection:
            connection.execute("VACUUM")
            (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise LogTrouble(TRACES_LEFT)

    def keep(self, person: str, kept: Kept) -> None:
        """Put a fold aside in the place of the one before."""
        with self._file.writing() as connection:
            connection.execute(_KEEP, (person, *kept))

    def append_folded(self, entries: Sequence[Entry], kept: Kept) -> bool:
        """Write entries of one person along with the fold that knows them: both or neither."""
        if not entries:
            return True
        person, rows = entries[0].person, [_row(one) for one in entries]
        with self._file.writing() as connection:
            if connection.execute(_LAST, (person,)).fetchone() != (kept.place,):
                return False
            connection.executemany(_WRITE, rows)
            (place,) = connection.execute(_LAST, (person,)).fetchone()
            connection.execute(_KEEP, (person, *kept._replace(place=place)))
        return True

    def kept(self, person: str) -> Kept | None:
        """The fold that was put aside last."""
        with self._file.opened() as connection:
            row = connection.execute(
                "SELECT policy, engine, position, packed FROM snapshot WHERE person = ?", (person,)
            ).fetchone()
        return None if row is None else Kept(*row)

    def close(self) -> None:
        """Let go of the file. The next use opens it again."""
        self._file.close()
        self._decoded = _Decoded()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        why: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()


def _row(entry: Entry) -> tuple[str, str, str, int, str, str, str, str | None]:
    body = body_of(entry.event)
    decision = body.pop(DECISION, None)
    return (
        entry.person,
        entry.key,
        entry.at.isoformat(),
        day_of_entry(entry).toordinal(),
        entry.recorded.isoformat(),
        kind_of(entry.event),
        text_of(body),
        None if decision is None else text_of(decision),
    )


def _placed(person: str, row: tuple[Any, ...], decisions_from: date) -> Placed:
    place, key, at, recorded, kind, body, decision = row
    line = Line(key, at, recorded, kind, _values(body, decision))
    return Placed(place, put_together(person, line, decisions_from))


def question(
    person: str, wanted: Wanted | None, decisions_from: date
) -> tuple[str, tuple[object, ...]]:
    """What to ask for, as one statement: all of it is seen as it was at one moment."""
    whole_from = decisions_from.toordinal()
    if wanted is None:
        return _ALL, (whole_from, person, 0)
    asked: list[tuple[str, tuple[object, ...]]] = []
    if wanted.since is not None:
        asked.append((_SINCE, (wanted.since.toordinal(),)))
    if wanted.after is not None:
        asked.append((_AFTER, (wanted.after,)))
    if wanted.lasting:
        asked.append((_LASTING, LASTING_KINDS))
    places = " UNION ".join(words for words, _ in asked)
    values = (value for _, values in asked for value in (person, *values))
    return f"{_COLUMNS} WHERE position IN ({places}) ORDER BY position", (whole_from, *values)


def _values(body: str, decision: str | None) -> object:
    try:
        values = json.loads(body)
        return values if decision is None else {**values, DECISION: json.loads(decision)}
    except (TypeError, ValueError) as why:
        raise LogTrouble(BAD_ENTRY, what=why) from None
