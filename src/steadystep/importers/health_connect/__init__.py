"""Google Health Connect: the database that an Android phone exports, in its zip or by itself."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from steadystep.importers.health_connect.file import opened
from steadystep.importers.health_connect.kinds import HEART, READ
from steadystep.importers.health_connect.records import Records
from steadystep.importers.limits import MOST_LOOKED_AT
from steadystep.importers.reading import CannotRead, Sentence, shown

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Member, Progress
    from steadystep.importers.health_connect.file import Database

name = "Health Connect"
page = "health-connect"

_SQLITE: Final = b"SQLite format 3\0"
# The names of its tables stand in the file as they are.
_OURS: Final = re.compile(
    rb"(?:steps|heart_rate|sleep_session|exercise_session)_record_table", re.IGNORECASE
)
_IN_ALL: Final = b"_record_table"
_LONGEST_NAME: Final = 64
_READ_BYTES: Final = 1024 * 1024
_RECORDS: Final = re.compile(r"(.+?)_?(?:series)?_?record_?table")


def recognises(look: Look) -> bool:
    """Know the export by a database with its tables."""
    return any(_is_ours(look, member) for member in look.members[:MOST_LOOKED_AT])


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,  # noqa: ARG001 - the export leaves nothing to choose
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read each database there is, a table after the other."""
    ours, found = 0, 0
    for member in look.members:
        told = _Told(member.size, progress)
        if _is_ours(look, member):
            ours += 1
            found += _read(look, member, into, today, told)
        else:
            into.left_out("files with other things")
        told.all()
    if not ours:
        raise CannotRead(
            Sentence("This is no export of Health Connect. Bring the whole zip from the phone.")
        )
    if not found:
        raise CannotRead(Sentence("The export holds no records. Export it again from the phone."))


class _Told:
    """Passes on the progress of a file: as much of its size as of its rows was read."""

    def __init__(self, size: int, progress: Progress | None) -> None:
        self.rows = 0
        self._size = size
        self._progress = progress
        self._read = 0
        self._passed_on = 0

    def read(self, rows: int) -> None:
        """So many more rows were read."""
        self._read += rows
        self._pass_on(self._size * min(self._read, self.rows) // max(self.rows, 1))

    def all(self) -> None:
        """The file is done."""
        self._pass_on(self._size)

    def _pass_on(self, so_far: int) -> None:
        if self._progress and so_far > self._passed_on:
            self._progress(so_far - self._passed_on)
            self._passed_on = so_far


def _is_ours(look: Look, member: Member) -> bool:
    """Look for the names of its tables, which may stand anywhere in the file."""
    if look.head(member, len(_SQLITE)) != _SQLITE:
        return False
    # A file that is damaged further on is ours by what stands before that.
    with suppress(CannotRead), look.open(member) as file:
        before = b""
        while piece := file.read(_READ_BYTES):
            # The first look is many times quicker, and nearly always enough.
            if _IN_ALL in (before + piece).lower() and _OURS.search(before + piece):
                return True
            before = piece[-_LONGEST_NAME:]
    return False


def _read(look: Look, member: Member, into: Into, today: date, told: _Told) -> int:
    """Read one database, and tell how many records were found."""
    file = shown(member.name.rpartition("/")[2])
    with opened(look, member, told.read) as database:
        wanted = [table for table in READ if table in database.tables]
        told.rows = sum(map(database.count, wanted))
        records = Records(database, into, today=today, file=file)
        for table in wanted:
            records.read(table)
        _leave_out(database, into)
    return records.found


def _leave_out(database: Database, into: Into) -> None:
    """Tell what else is recorded: energy, distance, weight and more."""
    for table in sorted(database.tables):
        other = _RECORDS.fullmatch(table)
        if other and table not in READ and table != HEART:
            count = database.count(table)
            if count:
                into.left_out(other[1].replace("_", " "), count)
