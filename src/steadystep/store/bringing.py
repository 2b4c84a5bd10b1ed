"""What both doors do with an export once a person said yes: bring it in, take it out, choose.

Observations lie in a file of their own. The log is told the little of them that the rule hears, day
by day; after every change it is compared with what the observations say now, and put right. So an
import that was ended in between is finished by the next one, and doing it twice changes nothing.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from steadystep.core import events as on
from steadystep.core.acts import noon_of
from steadystep.core.arriving import (
    REGULAR_DAYS,
    STALE_DAYS,
    STALE_SAID_DAYS,
    TURNS_SECONDS,
    match,
    seen_of,
)
from steadystep.core.brought import BROUGHT, first_day_needed
from steadystep.core.events import Entry
from steadystep.core.fold import in_order, local_day
from steadystep.core.observed import Kind, Maker, Source, day_of_second
from steadystep.core.truth import truths
from steadystep.store.observed import bring

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from steadystep.core.events import Event
    from steadystep.core.observed_days import DayRow, SessionRow
    from steadystep.core.today import Today
    from steadystep.store.observed import Brought, Observed
    from steadystep.store.person import PersonLog

# What the names of words begin with that were written for an import, and not said by the person.
BY_IMPORT: Final = "brought-"
MEASURED: Final = (Kind.RESTING_HEART_RATE, Kind.HRV_RMSSD)
WRITTEN: Final = (Kind.PAIN, Kind.FATIGUE, Kind.SLEEP_RATED, Kind.CRASH)
# How many days back a source's own days are counted, to tell whether it came regularly: those of
# `arriving.REGULAR_DAYS`.
COUNTED_DAYS: Final = 28


class Gathered(Protocol):
    """What a reader's export came to: a `Gathering`, or what was kept of one."""

    def rows(self) -> Iterable[DayRow]:
        """Each day of each kind and source."""
        ...

    def sessions(self) -> Sequence[SessionRow]:
        """All sessions."""
        ...


def bring_in(
    log: PersonLog, observed: Observed, brought: Brought, gathered: Gathered, *, now: datetime
) -> int | None:
    """Bring an export in: all of it or none, and what the rule hears of it into the log.

    Args:
        log: The person's record.
        observed: Where observations are kept.
        brought: What is told of the import.
        gathered: What was read.
        now: The moment at the door.

    Returns:
        The import's number; None where the same export is here already.
    """
    number = bring(observed, log.person, brought, gathered.rows(), gathered.sessions())
    put_right(log, observed, now=now)
    return number


def take_out(log: PersonLog, observed: Observed, number: int, *, now: datetime) -> None:
    """Undo an import whole: the rule hears no more of it, and what it covered counts again."""
    observed.undo(log.person, number)
    put_right(log, observed, now=now)


def prefer(
    log: PersonLog, observed: Observed, kind: Kind, source: Source | None, *, now: datetime
) -> None:
    """Use a source for a kind from now on; without one, go by the order again."""
    standing = [one for one in log.lasting() if _is_preference(one, kind)]
    said: list[Event] = [on.TakenBack(one.key) for one in standing if source is None]
    if source is not None and preferred(log).get(kind) != source:
        said = [on.SourcePreferred(kind, source.maker, source.name)]
    log.append(said, at=now, recorded=now)
    put_right(log, observed, now=now)


def preferred(log: PersonLog) -> dict[Kind, Source]:
    """Which source the person chose for a kind, where they chose one."""
    events = (one.event for one in log.lasting())
    return {
        one.kind: Source(one.maker, one.name)
        for one in events
        if isinstance(one, on.SourcePreferred)
    }


def put_right(log: PersonLog, observed: Observed, *, now: datetime) -> int:
    """Write into the log what it has to hear of the observations, and take back what is gone.

    Returns:
        How many entries that took.
    """
    today = log.today(now)
    since = _since(log, today.day)
    # All of them: what was brought before there was a plan reaches back further than is heard now.
    entries = log.entries(decisions_from=today.day)
    standing = [one for one in in_order(entries) if isinstance(one.event, BROUGHT)]
    wanted = set(_wanted(log, observed, today, since))
    wanted |= set(_still_seen(observed, log.person, standing, today.day))
    there = {_heard_of(one): one.key for one in standing}
    gone = [
        _Said(f"back-{key}", now, on.TakenBack(key))
        for one, key in there.items()
        if one not in wanted
    ]
    new = [*_said(wanted - set(there), entries, now)]
    said = [Entry(log.person, one.at, now, one.event, one.key) for one in (*gone, *new)]
    log.append_folded(said, now=now)
    return len(gone) + len(new)


class _Day(NamedTuple):
    """Something the log hears, and the day it is of."""

    day: date
    event: Event


class _Said(NamedTuple):
    """What is written into the log."""

    key: str
    at: datetime
    event: Event


def _since(log: PersonLog, today: date) -> date:
    """From which day on the log hears of observations."""
    plans = (one for one in log.lasting() if isinstance(one.event, on.PlanStarted))
    return first_day_needed(min(map(local_day, plans), default=None), today)


def _wanted(log: PersonLog, observed: Observed, today: Today, since: date) -> Iterator[_Day]:
    """All that the log has to hear."""
    rows = observed.days(
        log.person,
        kinds=(*MEASURED, *WRITTEN),
        first=since.toordinal(),
        last=today.day.toordinal(),
    )
    by_day: dict[int, dict[Kind, int]] = {}
    for row in (truth.row for truth in truths(rows, preferred(log)) if truth.row):
        by_day.setdefault(row.day, {})[row.kind] = row.tenths
    for number, tenths in by_day.items():
        for event in _heard(tenths):
            yield _Day(date.fromordinal(number), event)
    yield from _sessions_seen(observed, log.person, today)
    for data in data_seen(observed, log.person, today.day):
        yield _Day(data.until, data)


def _heard(tenths: dict[Kind, int]) -> Iterator[Event]:
    """What the rule hears of a day."""
    if any(kind in tenths for kind in MEASURED):
        yield on.DayMeasured(*(tenths.get(kind) for kind in MEASURED))
    pain, fatigue, sleep, crash = (tenths.get(kind) for kind in WRITTEN)
    told = on.DiaryBrought(pain, fatigue, sleep, crash=bool(crash))
    if told != on.DiaryBrought():
        yield told


def _sessions_seen(observed: Observed, person: str, today: Today) -> Iterator[_Day]:
    """The sessions of today and yesterday that fit the plan: no other day is asked about."""
    if today.plan is None:
        return
    yesterday = today.day - timedelta(days=1)
    sessions = _sessions_of(observed, person, yesterday, today.day)
    for day, decision in ((yesterday, today.yesterday), (today.day, today.decision)):
        if decision is not None and (fits := match(sessions, today.plan, decision, day, None)):
            yield _Day(day, seen_of(fits, today.plan.unit))


def _still_seen(
    observed: Observed, person: str, standing: Sequence[Entry], today: date
) -> Iterator[_Day]:
    """The sessions of older days that the log heard of, and that are still there."""
    older = [
        (local_day(one), one.event)
        for one in standing
        if isinstance(one.event, on.SessionSeen) and local_day(one) < today - timedelta(days=1)
    ]
    for day, event in older:
        there = _sessions_of(observed, person, day, day)
        if any(_day_of(one) == day and seen_of(one, event.unit) == event for one in there):
            yield _Day(day, event)


def _sessions_of(observed: Observed, person: str, first: date, last: date) -> list[SessionRow]:
    """The sessions of some of the person's days, which turn after midnight."""
    return observed.sessions(person, first=first.toordinal(), last=last.toordinal() + 1)


def _day_of(session: SessionRow) -> date:
    return date.fromordinal(day_of_second(session.start - TURNS_SECONDS))


def data_seen(observed: Observed, person: str, today: date) -> list[on.DataSeen]:
    """How far the data of each source reach that came regularly and not long ago."""
    longest = STALE_DAYS + STALE_SAID_DAYS + COUNTED_DAYS
    rows = observed.days(person, first=today.toordinal() - longest, last=today.toordinal())
    days: dict[str, set[int]] = {}
    for row in rows:
        if row.source.maker is not Maker.BY_HAND and row.source.name:
            days.setdefault(row.source.name, set()).add(row.day)
    told = (
        on.DataSeen(
            name,
            date.fromordinal(max(some)),
            sum(one > max(some) - COUNTED_DAYS for one in some),
        )
        for name, some in sorted(days.items())
    )
    return [one for one in told if one.days >= REGULAR_DAYS]


def _heard_of(entry: Entry) -> _Day:
    """What an entry tells, and the day it is of."""
    event = entry.event
    return _Day(event.until if isinstance(event, on.DataSeen) else local_day(entry), event)


def _said(new: Iterable[_Day], entries: Sequence[Entry], now: datetime) -> Iterator[_Said]:
    """New words under names: their day, their kind, and how many of that name there were."""
    known = {one.key for one in entries}
    for day, event in sorted(new, key=repr):
        stem = f"{BY_IMPORT}{day}-{type(event).__name__}"
        key = next(name for number in count() if (name := f"{stem}-{number}") not in known)
        known.add(key)
        yield _Said(key, now if isinstance(event, on.DataSeen) else noon_of(day, now), event)


def _is_preference(entry: Entry, kind: Kind) -> bool:
    return isinstance(entry.event, on.SourcePreferred) and entry.event.kind is kind
