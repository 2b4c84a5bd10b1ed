"""The series beside the tables of Samsung Health: which there are, and what they tell of clocks."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.units import MILLISECONDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.importers.export import Into, Look, Member
    from steadystep.importers.samsung.clock import Clock
    from steadystep.importers.samsung.sheets import Sheet
    from steadystep.importers.table import Row

HEART: Final = {"heart_rate": Kind.HEART_RATE}
HRV: Final = {"rmssd": Kind.HRV_RMSSD, "sdnn": Kind.HRV_SDNN}

_HEAD_BYTES: Final = 4_096
_LIST: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")
_START: Final = re.compile(rb'"start_time"\s*:\s*([0-9]{11,14})\b')
# Choices: so many rows are looked at, and so many that tell are enough.
_ROWS: Final = 5_000
_ENOUGH: Final = 20
# A row and its series begin within this.
_SLACK_MILLIS: Final = 120 * MILLISECONDS
_UTC: Final = Sentence("Times are written in UTC. The time zone beside them was added.")
_WALL: Final = Sentence("Times are those of the clock on the wall, as the export itself shows.")


def kinds_of(head: bytes) -> Mapping[str, Kind]:
    """What a series holds, by its first entries; nothing where it is none that is used here."""
    if not _LIST.match(head) or not _START.search(head):
        return {}
    if b'"rmssd"' in head or b'"sdnn"' in head:
        return HRV
    # What was measured during a session has no ends.
    return HEART if b'"heart_rate"' in head and b'"end_time"' in head else {}


class Series:
    """The series of heart rates in an export, by the names that rows of the table give them."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._members: dict[str, Member] = {}

    def take(self, member: Member) -> None:
        """Take note of a file, if it is a series of heart rates."""
        if kinds_of(self._head(member)) is HEART:
            self._members[_short(member.name)] = member

    def of(self, sheet: Sheet, row: Row) -> Member | None:
        """The series of a row; None where it has none in this export."""
        return self._members.get(_short(sheet.cell(row, "binning_data")))

    def settle(self, sheet: Sheet, clock: Clock, into: Into) -> None:
        """Find out whether dates are in UTC: a series always is. Without one, they are."""
        utc = wall = 0
        for _, row in islice(sheet.rows(), _ROWS):
            if isinstance(row, Sentence) or utc + wall >= _ENOUGH:
                continue
            member = self.of(sheet, row)
            begun = _START.search(self._head(member)) if member else None
            told = clock.utc_millis(sheet.cell(row, "start_time"), sheet.cell(row, "time_offset"))
            if begun is None or isinstance(told, Sentence) or not told[1]:
                continue
            ahead = told[0] - int(begun[1])
            utc += abs(ahead) <= _SLACK_MILLIS
            wall += abs(ahead - told[1] * MILLISECONDS) <= _SLACK_MILLIS
        clock.on_the_wall = wall > utc
        into.assumed(_WALL if clock.on_the_wall else _UTC)

    def _head(self, member: Member) -> bytes:
        try:
            return self._look.head(member, _HEAD_BYTES)
        except CannotRead:
            return b""


def _short(name: str) -> str:
    return name.rpartition("/")[2]
