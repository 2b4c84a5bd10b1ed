"""Google's own tables of what Fitbit's files tell too: they count on days those do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind, Maker, day_of_second
from steadystep.importers.limits import FASTEST_HEART, MOST_STEPS_A_DAY, SLOWEST_HEART
from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.beats import Minutes, hand_on, no_heart_rate, sums_of
from steadystep.importers.takeout.rows import cells_of
from steadystep.importers.takeout.telling import number_of
from steadystep.importers.takeout.typed_json import SURE
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.table import Table
    from steadystep.importers.takeout.telling import Telling
    from steadystep.importers.takeout.typed_json import Beat

STEPS_TWICE: Final = "steps in a second file"
BEATS_TWICE: Final = "heart rates in a second file"
RESTING_TWICE: Final = "resting heart rates in a second file"
MIRRORED: Final = "values that other apps handed to Fitbit"
_PHONES: Final = ("mobiletrack", "phone")
# An app that hands on what a phone or watch counted tells the same steps again.
_APPS: Final = ("connect", "strava", "google fit", "apple", "samsung", "garmin", "manual")


def read_steps_table(table: Table, where: str, *, telling: Telling) -> None:
    """Read steps by the minute. The tracker's count on days that are not known yet."""
    known = frozenset(telling.known[Kind.STEPS])
    for place, row in cells_of(table, where, telling):
        at = telling.times.at(row.text("timestamp"))
        count = number_of(row.text("steps"), MOST_STEPS_A_DAY)
        if isinstance(at, Sentence):
            telling.refuse(place, at)
        elif isinstance(count, Sentence):
            telling.refuse(place, count)
        elif count:
            moment = telling.clocks.of_utc(at)
            maker = maker_of(row.text("data source"))
            if maker is None:
                telling.into.left_out(MIRRORED)
            elif maker is Maker.WATCH and day_of_second(moment.at) in known:
                telling.into.left_out(STEPS_TWICE)
            else:
                telling.steps(_source(telling, maker), moment, round(count))


def read_beats_table(table: Table, where: str, *, telling: Telling) -> None:
    """Read heart rates on days that are not known yet."""
    known = frozenset(telling.known[Kind.HEART_RATE])
    minutes = Minutes()

    def refuse(number: int, why: Sentence) -> None:
        telling.refuse(f"{where}, line {number + 1}", why)

    for _ in minutes.take(_beats_in(table), refuse):
        sums = sums_of(minutes, telling, refuse)
        for at in list(sums):
            if day_of_second(telling.clocks.of_utc(at).at) in known:
                telling.into.left_out(BEATS_TWICE, round(sums.pop(at)[1]))
        hand_on(sums, telling, telling.watch, telling.clocks.of_utc)


def _beats_in(table: Table) -> Iterator[Beat | Sentence]:
    for _, row in table.rows(None):
        if isinstance(row, Sentence):
            yield row
            continue
        bpm = number_of(row[1] if len(row) > 1 else "", FASTEST_HEART)
        yield bpm if isinstance(bpm, Sentence) else (_to_the_second(row[0]), bpm, SURE)


def _to_the_second(text: str) -> str:
    return text.removesuffix("Z").partition(".")[0]


def read_resting_table(table: Table, where: str, *, telling: Telling) -> None:
    """Read resting heart rates of days that are not known yet. Nought is none."""
    known = frozenset(telling.known[Kind.RESTING_HEART_RATE])
    for place, row in cells_of(table, where, telling):
        day = telling.times.day(row.text("timestamp"))
        bpm = number_of(row.text("beats per minute"), FASTEST_HEART)
        if isinstance(day, Sentence):
            telling.refuse(place, day)
        elif isinstance(bpm, Sentence):
            telling.refuse(place, bpm)
        elif day in known:
            telling.into.left_out(RESTING_TWICE)
        elif bpm >= SLOWEST_HEART:
            telling.daily(Kind.RESTING_HEART_RATE, day, round(bpm * TENTHS))
        elif bpm:
            telling.refuse(place, no_heart_rate(bpm))


def maker_of(name: str) -> Maker | None:
    """Tell what counted; none where an app hands on what something else counted."""
    name = name.casefold()
    if any(word in name for word in _APPS):
        return None
    return Maker.PHONE if any(word in name for word in _PHONES) else Maker.WATCH


def _source(telling: Telling, maker: Maker) -> int:
    return telling.into.source(maker, "Phone") if maker is Maker.PHONE else telling.watch
