"""Entries of Nightscout: a moment with its zone, and a value in milligrams a decilitre."""

from __future__ import annotations

import re
from datetime import datetime
from typing import IO, TYPE_CHECKING, Final, cast

from steadystep.core.observed import Kind, Maker
from steadystep.importers.glucose import tenths_of
from steadystep.importers.json_rows import LIST, moment_in, number_in, rows_of, word_in
from steadystep.importers.offsets import OLDEST, end_of_tomorrow
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.remembered import Unseen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from steadystep.importers.export import Into
    from steadystep.importers.json_rows import Row
    from steadystep.importers.parts import Part

# What entries that hold no value of a sensor are called.
LINES: Final = {"mbg": "finger-prick values", "cal": "calibrations", "etc": "notes"}

_ANYWHERE: Final = re.compile("")
_MOST_SGV: Final = 1000
# A sensor in trouble writes a code in place of a value: ten and less, or this one.
_HIGHEST_CODE: Final = 10
_CODE: Final = 38
_FARTHEST_MINUTES: Final = 14 * 60
_MINUTE_SECONDS: Final = 60
_HEAD_BYTES: Final = 64
# date, milliseconds, value
_BARE_WIDTH: Final = 3
_DIGITS: Final = re.compile("[0-9]{1,15}")


class Entries:
    """Takes entries in whatever form, and hands each on once."""

    def __init__(self, into: Into, today: date) -> None:
        self._into = into
        self._end = end_of_tomorrow(today)
        self._source = into.source(Maker.METER, "Nightscout")
        self._unseen = Unseen()
        self._found = 0

    def read_json(self, part: Part) -> None:
        """Read a list of entries, or entries one a line.

        Raises:
            CannotRead: There is none.
        """
        before = self._found
        for where, row in _rows(part):
            if isinstance(row, Sentence):
                self._into.unreadable(where, _damaged())
            else:
                self._take(where, row)
        if self._found == before:
            raise CannotRead(_no_entries())
        self._into.assumed(Sentence("This is an export of Nightscout."))

    def read_bare_table(self, part: Part) -> None:
        """Read a table without a header: date, milliseconds, value.

        Raises:
            CannotRead: It is no such table.
        """
        self._into.assumed(Sentence("This is an export of Nightscout."))
        for where, row in part.rows(part.table(times=1), header=True):
            if isinstance(row, Sentence):
                self._into.unreadable(where, row)
            elif len(row) < _BARE_WIDTH:
                self._into.unreadable(where, _damaged())
            else:
                date_text, milliseconds, value = (cell.strip() for cell in row[:_BARE_WIDTH])
                self._take(
                    where,
                    {"dateString": date_text, "date": _whole(milliseconds), "sgv": _whole(value)},
                )

    def count_treatments(self, part: Part) -> None:
        """Count insulin, food and notes, which are left out."""
        for _, row in _rows(part):
            if not isinstance(row, Sentence):
                self._into.left_out("treatments")

    def _take(self, where: str, row: Row) -> None:
        kind = word_in(row, "type") or "sgv"
        if kind != "sgv":
            self._into.left_out(LINES.get(kind, "other entries"))
            return
        self._found += 1
        at, offset = _moment(row)
        value = number_in(row, "sgv", 0, _MOST_SGV)
        if at is None or at + offset >= self._end:
            self._into.unreadable(where, _no_moment())
        elif value is None:
            self._into.left_out("entries without a value")
        elif isinstance(value, Sentence):
            self._into.unreadable(where, value)
        elif value <= _HIGHEST_CODE or value == _CODE:
            self._into.left_out("error codes of the sensor")
        elif self._is_new(at):
            if not offset:
                self._into.assumed(_no_zone())
            self._into.point(
                Kind.GLUCOSE, self._source, at + offset, offset, tenths_of(value, "mg/dL") or 0
            )
        else:
            self._into.left_out("entries told twice")

    def _is_new(self, at: int) -> bool:
        """Two programs may write the same moment; the first of the two counts."""
        return bool(self._unseen.among([str(at)]))


def _rows(part: Part) -> Iterator[tuple[str, Row | Sentence]]:
    """Yield the entries of a list, or of a file with an entry on each line."""
    part.file.seek(0)
    in_a_list = part.file.read(_HEAD_BYTES).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
    part.file.seek(0)
    # Entries one a line are read as a list without its first bracket.
    file = cast("IO[bytes]", _Read(part, b"" if in_a_list else b"]"))
    for number, row in enumerate(rows_of(file, LIST if in_a_list else _ANYWHERE), 1):
        yield f"{part.where}entry {number}", row


class _Read:
    """The bytes of a file with an end behind them; tells how far it is."""

    def __init__(self, part: Part, end: bytes) -> None:
        self._part, self._end = part, end

    def read(self, size: int, /) -> bytes:
        raw = self._part.file.read(size)
        self._part.share(len(raw))
        if not raw:
            raw, self._end = self._end, b""
        return raw


def _moment(row: Row) -> tuple[int | None, int]:
    """Tell seconds since 1970 in UTC, and the offset of the wall's clock."""
    spoken = _spoken(row)
    at = moment_in(row, "date")
    if at is None and spoken and spoken.year >= OLDEST.year:
        at = int(spoken.timestamp())
    minutes = number_in(row, "utcOffset", -_FARTHEST_MINUTES, _FARTHEST_MINUTES)
    if isinstance(minutes, float) and minutes:
        return at, round(minutes) * _MINUTE_SECONDS
    zone = spoken.utcoffset() if spoken else None
    return at, int(zone.total_seconds()) if zone else 0


def _spoken(row: Row) -> datetime | None:
    """Read the moment written out, if it is there with its zone."""
    try:
        moment = datetime.fromisoformat(word_in(row, "dateString"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _whole(text: str) -> int | str | None:
    """Read a cell as JSON would have it."""
    return int(text) if _DIGITS.fullmatch(text) else text or None


def _damaged() -> Sentence:
    return Sentence("The entry is damaged or cut short. The others are read.")


def _no_moment() -> Sentence:
    return Sentence("The entry has no time that can be. A clock was wrong. It is left out.")


def _no_entries() -> Sentence:
    return Sentence("The file holds no entries of a sensor. Export more days from your site.")


def _no_zone() -> Sentence:
    return Sentence("Times stand in UTC where the export names no other zone.")
