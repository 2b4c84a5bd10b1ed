"""Records of Apple Health: most of them read by their layout, and the others by their attributes.

An export holds millions of records, written by one program in one layout. A record that begins
like the one before it (same type, same source, same unit) has its dates and its value at known
places, and each part is looked up in a table. Whatever differs in the least, be it in the layout
or because a part is in no table, is read again by the names of its attributes, and that reading
also says what is wrong.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import Activity, Kind, Session
from steadystep.importers.apple_health_kinds import (
    MEASURED,
    MINDFUL,
    SLEEP,
    STAGE,
    STAGES,
    Tenths,
    plain_name,
    worth,
)
from steadystep.importers.apple_health_sources import source_of
from steadystep.importers.apple_health_tags import CUT_SHORT, LONGEST_SECONDS, attributes, span_of
from steadystep.importers.apple_health_times import MINUTES, SECONDS, Days, Zones
from steadystep.importers.reading import Sentence, shown

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.apple_health_kinds import Measured
    from steadystep.importers.apple_health_tags import Span
    from steadystep.importers.export import ExportChoices, Into

RECORD: Final = b"<Record"
SECONDS_IN_A_TENTH_OF_A_MINUTE: Final = 6

_BEFORE_CREATION: Final = b' creationDate="'
_BEFORE_START: Final = b'" startDate="'
_BEFORE_END: Final = b'" endDate="'
_BEFORE_VALUE: Final = b'" value="'
_BEGINNING: Final = re.compile(rb'(?:\s+[^\s"\'<>=]+="[^"<]*")*\s+creationDate="')
_CREATED_BYTES: Final = 25
# After the date of creation: " startDate="2018-09-10 |02:28:|55 |-0700" endDate="|, the end in the
# same parts or passed over, and -0700" value=" before the value.
_MOMENT: Final = struct.Struct("24s6s3s16s20x14s")
_SPREAD: Final = struct.Struct("24s6s3s16s11s6s3s14s")
_TO_THE_VALUE: Final = _SPREAD.size
# What reading by the layout stumbles over.
_NOT_SO: Final = (KeyError, ValueError, struct.error)

_LONGEST_BEGINNING: Final = 4_096
_MOST_PLANS: Final = 1_024
_MOST_NAMES: Final = 200
_OTHERS: Final = "other records"
_A_MOMENT, _A_SPREAD, _LEFT_OUT, _ODD = range(4)


class _Plan(NamedTuple):
    """What a record is that begins like this, and where its dates stand."""

    beginning: bytes
    dates: int
    how: int
    kind: Kind
    source: int
    tenths: dict[bytes, int]
    name: str


# No record begins like this, so that each one's beginning is looked at.
_NO_PLAN: Final = _Plan(b"\0", 0, _ODD, Kind.STEPS, 0, {}, "")


class Records:
    """Reads records and hands them on."""

    def __init__(self, into: Into, *, choices: ExportChoices, today: date, file: str) -> None:
        self._into = into
        self._choices = choices
        self._today = today
        self._file = file
        self._plan = _NO_PLAN
        self._plans: dict[bytes, _Plan] = {}
        self._tenths: dict[tuple[Kind, float], Tenths] = {}
        self._left_out: Counter[str] = Counter()
        self._starts = Days(_BEFORE_START, today=today)
        self._ends = Days(b"", today=today)
        self._start_zones = Zones(_BEFORE_END)
        self._end_zones = Zones(_BEFORE_VALUE)

    def read(self, text: bytes, place: int) -> bool:
        """Read the records that begin in a text, which stands at a place; tell whether any did."""
        pieces = text.split(RECORD)
        place += len(pieces.pop(0))
        if odd := self._by_layout(pieces):
            self._by_attributes(pieces, odd, place)
        return bool(pieces)

    def tell_what_was_left_out(self) -> None:
        """Hand on the names and counts of what there is no use for."""
        for name, count in sorted(self._left_out.items()):
            self._into.left_out(name, count)

    def _by_layout(self, pieces: list[bytes]) -> list[bytes]:
        """Hand on all records that have the usual layout; give back the others.

        A record takes one or two millionths of a second here: everything is looked up, names are
        local, and nothing is called that need not be.
        """
        odd: list[bytes] = []
        point, stretch, left_out = self._into.point, self._into.stretch, self._left_out
        starts, start_zones = self._starts, self._start_zones
        ends, end_zones = self._ends, self._end_zones
        minutes, seconds = MINUTES, SECONDS
        beginning, dates, how, kind, source, tenths, name = self._plan
        for piece in pieces:
            if not piece.startswith(beginning):
                self._plan = self._plan_of(piece)
                beginning, dates, how, kind, source, tenths, name = self._plan
            try:
                if how == _A_MOMENT:
                    day, hour, second, zone, end_zone = _MOMENT.unpack_from(piece, dates)
                    value = dates + _TO_THE_VALUE
                    amount = tenths[piece[value : piece.index(b'"', value)]]
                    at = starts[day] + minutes[hour] + seconds[second]
                    # The end is of no use, but what stands around it tells that all is in place.
                    _ = end_zones[end_zone]
                    point(kind, source, at, start_zones[zone], amount)
                elif how == _A_SPREAD:
                    day, hour, second, zone, end_day, end_hour, end_second, end_zone = (
                        _SPREAD.unpack_from(piece, dates)
                    )
                    value = dates + _TO_THE_VALUE
                    amount = tenths[piece[value : piece.index(b'"', value)]]
                    at = starts[day] + minutes[hour] + seconds[second]
                    offset = start_zones[zone]
                    until = ends[end_day] + minutes[end_hour] + seconds[end_second]
                    until += offset - end_zones[end_zone]
                    if 0 <= until - at <= LONGEST_SECONDS:
                        stretch(kind, source, at, until, offset, amount)
                    else:
                        odd.append(piece)
                elif how == _LEFT_OUT:
                    left_out[name] += 1
                else:
                    odd.append(piece)
            except _NOT_SO:
                odd.append(piece)
        return odd

    def _plan_of(self, piece: bytes) -> _Plan:
        """Tell what a record is by how it begins. The same beginning is looked at once."""
        found = piece.find(_BEFORE_CREATION, 0, _LONGEST_BEGINNING)
        if found < 0:
            return _NO_PLAN
        beginning = piece[: found + len(_BEFORE_CREATION)]
        plan = self._plans.get(beginning)
        if plan is None:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            plan = self._plans[beginning] = self._planned(beginning)
        return plan

    def _planned(self, beginning: bytes) -> _Plan:
        told = attributes(beginning + b'">') if _BEGINNING.fullmatch(beginning) else None
        if told is None:
            return _NO_PLAN
        name = plain_name(told.get("type", ""))
        measured = MEASURED.get(name)
        dates = len(beginning) + _CREATED_BYTES
        if measured is None:
            if name in {"", SLEEP, MINDFUL}:
                return _NO_PLAN
            name = self._counted(name)
            return _Plan(beginning, dates, _LEFT_OUT, Kind.STEPS, 0, {}, name)
        tenths = self._tenths_of(measured, told)
        if tenths is None:
            return _NO_PLAN
        how = _A_SPREAD if measured.spread else _A_MOMENT
        return _Plan(beginning, dates, how, measured.kind, self._source(told), tenths, name)

    def _tenths_of(self, measured: Measured, told: dict[str, str]) -> Tenths | None:
        one = worth(measured, told.get("unit", ""), self._choices.glucose)
        if one is None:
            return None
        known = self._tenths.get((measured.kind, one))
        if known is None:
            known = self._tenths[measured.kind, one] = Tenths(measured, one)
        return known

    def _source(self, told: dict[str, str]) -> int:
        return self._into.source(*source_of(told.get("sourceName", ""), told.get("device", "")))

    def _counted(self, name: str) -> str:
        """Give the name a record is counted under. A file with very many names is not followed."""
        name = shown(name)
        return name if name in self._left_out or len(self._left_out) < _MOST_NAMES else _OTHERS

    def _by_attributes(self, pieces: list[bytes], odd: list[bytes], place: int) -> None:
        """Read the odd ones among the pieces, and say where each stood that cannot be read."""
        left = iter(odd)
        following = next(left, None)
        for piece in pieces:
            if piece is following:
                if why := self._one(piece):
                    self._into.unreadable(f"{self._file}, byte {place:,}", why)
                following = next(left, None)
            place += len(RECORD) + len(piece)

    def _one(self, piece: bytes) -> Sentence | None:
        """Hand on one record, or tell why it cannot be read."""
        if piece and not piece[:1].isspace():
            return None  # An element whose name goes on: not ours.
        told = attributes(piece)
        if told is None or not (name := plain_name(told.get("type", ""))):
            return CUT_SHORT
        if name not in MEASURED and name not in {SLEEP, MINDFUL}:
            self._left_out[self._counted(name)] += 1
            return None
        span = span_of(told, today=self._today)
        if isinstance(span, Sentence):
            return span
        if name == MINDFUL:
            self._into.session(Session(self._source(told), Activity.BREATH, *span))
            return None
        return self._stage(told, span) if name == SLEEP else self._measured(name, told, span)

    def _stage(self, told: dict[str, str], span: Span) -> Sentence | None:
        stage = STAGES.get(told.get("value", "").strip().removeprefix(STAGE))
        if stage is None:
            return Sentence(
                "“{stage}” is no stage of sleep that is known here. It was left out.",
                {"stage": shown(told.get("value", ""))},
            )
        tenths = round((span.end - span.start) / SECONDS_IN_A_TENTH_OF_A_MINUTE)
        self._into.stretch(stage, self._source(told), *span, tenths)
        return None

    def _measured(self, name: str, told: dict[str, str], span: Span) -> Sentence | None:
        measured = MEASURED[name]
        tenths = self._tenths_of(measured, told)
        if tenths is None:
            return Sentence(
                "“{unit}” is no unit of {name} that is known here. It was left out.",
                {"unit": shown(told.get("unit", "")), "name": name},
            )
        value = told.get("value", "")
        try:
            amount = tenths[value.encode()]
        except ValueError:
            return Sentence(
                "“{value}” cannot be {name}. Delete the record in the Health app.",
                {"value": shown(value), "name": name},
            )
        source = self._source(told)
        if measured.spread:
            self._into.stretch(measured.kind, source, *span, amount)
        else:
            self._into.point(measured.kind, source, span.start, span.offset, amount)
        return None
