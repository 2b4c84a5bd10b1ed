"""One SQLite file: made, opened, looked at for whose it is, and what goes wrong with it told."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import weakref
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from steadystep.store.trouble import (
    A_FOLDER_IN_THE_WAY,
    BUSY,
    NEWER,
    NO_RECORD,
    NO_ROOM,
    NOT_ALLOWED,
    NOT_TAKEN,
    LogTrouble,
    WrittenByNewer,
    trouble_with,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Layout(NamedTuple):
    """What a file of ours holds.

    Attributes:
        application: By this number it says whose it is.
        format: The version of its tables. One that is higher is left alone.
        tables: The statements that make them.
    """

    application: int
    format: int
    tables: str


FORMAT = 1
# "STDY": by this a file says whose it is.
APPLICATION_ID = 0x53544459
BUSY_SECONDS = 20.0
# How long to wait before asking once more for what SQLite does not wait for by itself.
ASK_AGAIN_SECONDS = 0.05

_TABLES = """
CREATE TABLE entry (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    at TEXT NOT NULL,
    day INTEGER NOT NULL,
    recorded TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    decision TEXT,
    UNIQUE (person, key)
);
CREATE INDEX entry_by_day ON entry (person, day);
CREATE INDEX entry_by_kind ON entry (person, kind);
CREATE TABLE snapshot (
    person TEXT PRIMARY KEY,
    policy TEXT NOT NULL,
    engine TEXT NOT NULL,
    position INTEGER NOT NULL,
    packed TEXT NOT NULL
);
"""
RECORD_LAYOUT = Layout(APPLICATION_ID, FORMAT, _TABLES)
_MEANS = {
    sqlite3.SQLITE_FULL: NO_ROOM,
    sqlite3.SQLITE_IOERR: NOT_TAKEN,
    sqlite3.SQLITE_READONLY: NOT_ALLOWED,
    sqlite3.SQLITE_PERM: NOT_ALLOWED,
    sqlite3.SQLITE_CANTOPEN: NOT_ALLOWED,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
}


class SqliteFile:
    """A file that several threads and processes may use. It is opened when first needed."""

    def __init__(self, path: Path, synchronous: str, layout: Layout = RECORD_LAYOUT) -> None:
        self._path = path
        self._layout = layout
        self._synchronous = synchronous
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._inode = (0, 0)
        self._closing: weakref.finalize[[], SqliteFile] | None = None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that nobody else writes beside: all of it, or none."""
        with self.opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread at a time. After trouble it is opened afresh."""
        with self._lock:
            try:
                yield self._connected()
            except (sqlite3.DatabaseError, OSError) as why:
                self.close()
                raise self._told(why) from None
            except BaseException:
                # Whatever it was, a half-done transaction does not wait for the next caller.
                self.close()
                raise

    def _connected(self) -> sqlite3.Connection:
        """The open connection, or a new one where the file is not the one it was."""
        if self._connection is None or _inode(self._path) != self._inode:
            self.close()
            _make_file(self._path)
            self._connection = sqlite3.connect(
                self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._closing = weakref.finalize(self, self._connection.close)
            self._inode = _inode(self._path)
            _prepare(self._connection, self._path, self._synchronous, self._layout)
        return self._connection

    def _told(self, why: sqlite3.DatabaseError | OSError) -> Exception:
        """Trouble with the file in words; a mistake of ours as it is."""
        if isinstance(why, OSError):
            return trouble_with(self._path, why)
        if isinstance(why, sqlite3.ProgrammingError):
            return why
        if self._path.is_dir():
            return LogTrouble(A_FOLDER_IN_THE_WAY, path=self._path)
        # The first byte is the kind of trouble, the others say more than a person needs.
        code = getattr(why, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        return LogTrouble(_MEANS.get(code, NO_RECORD), path=self._path)

    def close(self) -> None:
        """Let go of the file. The next use opens it again."""
        if self._closing is not None:
            self._closing()
        self._connection = self._closing = None


def _inode(path: Path) -> tuple[int, int]:
    """Which file is there now: somebody may have put another one in its place."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return 0, 0
    return there.st_dev, there.st_ino


def _make_file(path: Path) -> None:
    """Make the file and its folder, for their owner's eyes alone, where there are none."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _prepare(connection: sqlite3.Connection, path: Path, synchronous: str, layout: Layout) -> None:
    """Look whose file it is, before anything in it is touched; then set how it is written."""
    # In a transaction, since somebody may be making the tables at this very moment.
    connection.execute("BEGIN")
    is_ours = _is_ours(connection, path, layout)
    connection.execute("COMMIT")
    _patiently(lambda: connection.execute("PRAGMA journal_mode = WAL"))
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute("PRAGMA secure_delete = ON")
    # Where there is a stronger way to reach the disk (macOS), it is taken.
    connection.execute("PRAGMA fullfsync = ON")
    if not is_ours:
        _make_tables(connection, path, layout)


def _is_ours(connection: sqlite3.Connection, path: Path, layout: Layout) -> bool:
    """Is it a log of ours? An empty file may become one; any other is left alone."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == layout.application and version > layout.format:
        raise WrittenByNewer(NEWER, path=path)
    if application == layout.application:
        return True
    (things,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application or version or things:
        raise LogTrouble(NO_RECORD, path=path)
    return False


def _make_tables(connection: sqlite3.Connection, path: Path, layout: Layout) -> None:
    """Make the tables, unless somebody else did so in the meantime."""
    connection.execute("BEGIN IMMEDIATE")
    if not _is_ours(connection, path, layout):
        for statement in layout.tables.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {layout.application}")
        connection.execute(f"PRAGMA user_version = {layout.format}")
    connection.execute("COMMIT")


def _patiently(ask: Callable[[], object]) -> None:
    """Ask again while another program has the file: SQLite does not wait for this by itself."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            ask()
        except sqlite3.OperationalError as why:
            if why.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(ASK_AGAIN_SECONDS)
        else:
            return
