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
from steadystep.importers.apple_health.kinds import (
    MEASURED,
    MINDFUL,
    SLEEP,
    STAGE,
    STAGES,
    Tenths,
    plain_name,
    worth,
)
from steadystep.importers.apple_health.sources import source_of
from steadystep.importers.apple_health.tags import CUT_SHORT, LONGEST_SECONDS, attributes, span_of
from steadystep.importers.apple_health.times import MINUTES, SECONDS, Days, Zones
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.units import SECONDS_IN_A_TENTH_OF_A_MINUTE

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.apple_health.kinds import Measured
    from steadystep.importers.apple_health.tags import Span
    from steadystep.importers.export import ExportChoices, Into

RECORD: Final = b"<Record"

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
_LONGEST_VALUE: Final = 64
# What reading by the layout stumbles over.
_NOT_SO: Final = (KeyError, ValueError, struct.error)

_LONGEST_BEGINNING: Final = 4_096
_MOST_PLANS: Final = 1_024
_MOST_NAMES: Final = 200
_OTHERS: Final = "other records"
_A_MOMENT, _A_SPREAD, _A_STAGE, _LEFT_OUT, _ODD = range(5)
_STAGES: Final = {
    stage.encode(): kind for name, kind in STAGES.items() for stage in (name, STAGE + name)
}


class _Plan(NamedTuple):
    """What a record is that begins like this, and how far from there its dates stand."""

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
        record = first = text.find(RECORD)
        while record >= 0:
            plan = self._plan
            if not text.startswith(plan.beginning, record):
                plan = self._plan = self._plan_of(text, record)
            if plan.how == _LEFT_OUT:
                self._left_out[plan.name] += 1
                record = text.find(RECORD, record + plan.dates)
                continue
            has_layout = plan.how != _ODD
            if has_layout:
                run = self._moments if plan.how == _A_MOMENT else self._spreads
                record, has_layout = run(text, record, plan)
            if not has_layout:
                self._by_attributes(text, record, place)
                record = text.find(RECORD, record + 1)
        return first >= 0

    def tell_what_was_left_out(self) -> None:
        """Hand on the names and counts of what there is no use for."""
        for name, count in sorted(self._left_out.items()):
            self._into.left_out(name, count)

    # A run is records that begin alike, one after the other. What stands between the value of one
    # and the dates of the next is mostly the same as the time before: it is compared as a whole,
    # the link, which is quicker than to look for where the next record begins. Everything else is
    # looked up, and nothing is called that need not be: a record takes about a millionth of a
    # second. A run gives back the next record, and whether that record's layout may be the usual.

    def _moments(self, text: bytes, record: int, plan: _Plan) -> tuple[int, bool]:
        beginning, dates, _, kind, source, tenths, _ = plan
        point, minutes, seconds = self._into.point, MINUTES, SECONDS
        starts, start_zones, end_zones = self._starts, self._start_zones, self._end_zones
        link, ahead = b"\0", 0
        try:
            while True:
                at = record + dates
                day, hour, second, zone, end_zone = _MOMENT.unpack_from(text, at)
                value = at + _TO_THE_VALUE
                quote = text.index(b'"', value, value + _LONGEST_VALUE)
                amount = tenths[text[value:quote]]
                start = starts[day] + minutes[hour] + seconds[second]
                # The end is of no use, but what stands around it tells that all is in place.
                _ = end_zones[end_zone]
                point(kind, source, start, start_zones[zone], amount)
                if text.startswith(link, quote):
                    record = quote + ahead
                    continue
                record = text.find(RECORD, quote)
                if not text.startswith(beginning, record):
                    return record, True
                link, ahead = text[quote : record + len(beginning)], record - quote
        except _NOT_SO:
            return record, False

    def _spreads(self, text: bytes, record: int, plan: _Plan) -> tuple[int, bool]:
        beginning, dates, how, kind, source, tenths, _ = plan
        stretch, minutes, seconds = self._into.stretch, MINUTES, SECONDS
        starts, start_zones = self._starts, self._start_zones
        ends, end_zones = self._ends, self._end_zones
        link, ahead = b"\0", 0
        try:
            while True:
                at = record + dates
                day, hour, second, zone, end_day, end_hour, end_second, end_zone = (
                    _SPREAD.unpack_from(text, at)
                )
                value = at + _TO_THE_VALUE
                quote = text.index(b'"', value, value + _LONGEST_VALUE)
                start = starts[day] + minutes[hour] + seconds[second]
                offset = start_zones[zone]
                end = ends[end_day] + minutes[end_hour] + seconds[end_second]
                end += offset - end_zones[end_zone]
                if not 0 <= end - start <= LONGEST_SECONDS:
                    return record, False
                if how == _A_STAGE:
                    kind = _STAGES[text[value:quote]]
                    amount = round((end - start) / SECONDS_IN_A_TENTH_OF_A_MINUTE)
                else:
                    amount = tenths[text[value:quote]]
                stretch(kind, source, start, end, offset, amount)
                if text.startswith(link, quote):
                    record = quote + ahead
                    continue
                record = text.find(RECORD, quote)
                if not text.startswith(beginning, record):
                    return record, True
                link, ahead = text[quote : record + len(beginning)], record - quote
        except _NOT_SO:
            return record, False

    def _plan_of(self, text: bytes, record: int) -> _Plan:
        """Tell what a record is by how it begins. The same beginning is looked at once."""
        found = text.find(_BEFORE_CREATION, record, record + _LONGEST_BEGINNING)
        if found < 0:
            return _NO_PLAN
        beginning = text[record : found + len(_BEFORE_CREATION)]
        plan = self._plans.get(beginning)
        if plan is None:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            plan = self._plans[beginning] = self._planned(beginning)
        return plan

    def _planned(self, beginning: bytes) -> _Plan:
        if not _BEGINNING.fullmatch(beginning, len(RECORD)):
            return _NO_PLAN
        told = attributes(beginning + b'">', len(RECORD)) or {}
        name = plain_name(told.get("type", ""))
        measured = MEASURED.get(name)
        dates = len(beginning) + _CREATED_BYTES
        if name == SLEEP:
            return _Plan(beginning, dates, _A_STAGE, Kind.ASLEEP, self._source(told), {}, name)
        if measured is None:
            if name in {"", MINDFUL}:
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

    def _by_attributes(self, text: bytes, record: int, place: int) -> None:
        """Read a record that has not the usual layout, or say where it stands and what is wrong."""
        if why := self._one(text, record + len(RECORD)):
            self._into.unreadable(f"{self._file}, byte {place + record:,}", why)

    def _one(self, text: bytes, at: int) -> Sentence | None:
        """Hand on the record whose attributes begin here, or tell why it cannot be read."""
        if not text[at : at + 1].isspace():
            return None  # An element whose name goes on: not ours.
        told = attributes(text, at)
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
