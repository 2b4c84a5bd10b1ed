"""Which chapter is a person's today: their own day, and what happened to them.

Days count from joining and stand still while the plan is paused. Nothing is late, and nothing is
lost: what was not read waits in the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from steadystep.chapters.reader import reading_of
from steadystep.core.events import LASTING, GateSet, PreferenceSet, TakenBack
from steadystep.core.facts import Gate
from steadystep.core.fold import in_order, local_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steadystep.chapters.chapter import Planned, Programme
    from steadystep.chapters.outline import Outline
    from steadystep.chapters.reader import Reading
    from steadystep.core.events import Entry
    from steadystep.core.today import Today

# For how many days, its own among them, a boom or a flare calls its chapter up. A choice: after
# tests of effort, pain was higher 8 to 72 hours later than at once (doi 10.1093/pm/pnab308).
CALLED_DAYS = 4
# These say how pages look, or that a word never counted: nobody joins by them.
NOT_JOINING = (PreferenceSet, TakenBack)


class Happening(StrEnum):
    """What may call a chapter up out of turn. Where both happened at once, the first is heard."""

    FLARE = "flare"
    BOOM = "boom"


@dataclass(frozen=True, slots=True)
class TodaysChapter:
    """The one quiet line of today.

    Attributes:
        day: The day of the programme.
        called: What called it up out of turn; None where it is simply its day.
    """

    day: int
    called: Happening | None = None


def place_in(
    programme: Programme | Outline, entries: Iterable[Entry], today: Today
) -> tuple[Reading, TodaysChapter | None]:
    """What a person has read of a programme, and their chapter of today.

    Args:
        programme: The programme.
        entries: Their entries, at least those of `events.LASTING` kinds.
        today: Their day.
    """
    told = list(entries)
    reading = reading_of(told, programme)
    day = own_day(told, today.day)
    return reading, todays_chapter(programme, reading, day=day, happened=happened(today))


def todays_chapter(
    programme: Programme | Outline,
    reading: Reading,
    *,
    day: int,
    happened: Iterable[Happening] = (),
) -> TodaysChapter | None:
    """Choose the chapter of today. Days that nobody has written yet are passed over.

    Args:
        programme: The programme.
        reading: What the person has read of it.
        day: The person's own day, from 1.
        happened: What happened lately, the latest first.

    Returns:
        What was called up and never read; else the chapter of the day; else the latest one
        before it that waits unread. None where there is nothing new.
    """
    waiting = [
        one
        for one in programme.plan
        if one.day in programme.written and one.day not in reading.read
    ]
    for one in happened:
        # What happened does not ask which day it is, or what was read before.
        called = (planned.day for planned in waiting if one in planned.called_by)
        first = next(called, None)
        if first is not None:
            return TodaysChapter(first, one)
    days = [one.day for one in waiting if one.day <= day and _may(one, programme, reading)]
    return TodaysChapter(max(days)) if days else None


def happened(today: Today) -> tuple[Happening, ...]:
    """What happened on the last days that may call a chapter up, the latest first."""
    on_days = {Happening.FLARE: today.flared_on, Happening.BOOM: today.boom_on}
    first = today.day - timedelta(days=CALLED_DAYS - 1)
    lately = {one: day for one, day in on_days.items() if day is not None and day >= first}
    return tuple(sorted(lately, key=lambda one: lately[one], reverse=True))


def own_day(entries: Iterable[Entry], today: date) -> int:
    """The person's own day of a programme: 1 on the day of joining, and still while paused.

    Whoever is not offered a plan, such as behind a red flag, may read all the same: for them the
    days go on.

    Args:
        entries: One person's entries, at least those of `events.LASTING` kinds.
        today: The local day; it turns at 04:00.
    """
    known = [one for one in entries if local_day(one) <= today]
    joined = joined_on(known)
    if joined is None:
        return 1
    still = sum(1 for day in _paused_days(known, today) if day > joined)
    return (today - joined).days + 1 - still


def joined_on(entries: Iterable[Entry]) -> date | None:
    """The day of the first word that lasts, such as an answer of the first run; None before it."""
    words = (one for one in entries if isinstance(one.event, LASTING))
    own = (local_day(one) for one in words if not isinstance(one.event, NOT_JOINING))
    return min(own, default=None)


def _paused_days(entries: Iterable[Entry], today: date) -> Iterator[date]:
    """The days from whose beginning to whose end a pause stands, up to today.

    On the day of the pause itself, and on that of the return, the person was there.
    """
    since: date | None = None
    for day, is_paused in _pauses(entries):
        if is_paused:
            since = since or day
        elif since is not None:
            yield from _between(since, day)
            since = None
    if since is not None:
        yield from _between(since, today + timedelta(days=1))


def _pauses(entries: Iterable[Entry]) -> Iterator[tuple[date, bool]]:
    """Each word on the pause. A red flag that comes in between neither makes nor ends one."""
    gates = [one for one in entries if isinstance(one.event, GateSet | TakenBack)]
    for one in in_order(gates):
        if isinstance(one.event, GateSet) and one.event.gate != Gate.RED_FLAG:
            yield local_day(one), one.event.gate == Gate.PAUSED


def _between(first: date, last: date) -> Iterator[date]:
    """The days after the first and before the last."""
    for number in range(1, (last - first).days):
        yield first + timedelta(days=number)


def _may(planned: Planned, programme: Programme | Outline, reading: Reading) -> bool:
    """Were the days that it needs read? One that nobody has written yet stands in nobody's way."""
    return all(one in reading.read or one not in programme.written for one in planned.needs)
