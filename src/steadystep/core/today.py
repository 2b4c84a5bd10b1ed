"""Today: what a door shows this morning, and the one thing it asks.

Everything here is worked out from the entries and from what the clock at the door says. Nothing is
written: what is to be written is handed back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.arriving import Stale, stopped
from steadystep.core.asking import (
    Seen,
    long_flare,
    open_asks,
    session_seen,
    session_told,
    silent_since,
)
from steadystep.core.asks import Ask
from steadystep.core.facts import FlareWord, Gate
from steadystep.core.fold import DAY_TURNS, Fold, by_day, in_order, local_day, told
from steadystep.core.lately import last_boom, last_flare
from steadystep.core.policy import GUARDED, Policy
from steadystep.core.record import usual_known_until
from steadystep.core.screening import SAFETY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steadystep.core.course import Window
    from steadystep.core.decision import Decision
    from steadystep.core.events import (
        CheckedIn,
        DecisionGiven,
        Entry,
        FogAnswered,
        PlanStarted,
        SessionSeen,
    )
    from steadystep.core.fold import Standing

# How long a word can be undone: a choice of the design (journey §1).
UNDO_HOURS = 24
# How many days back today looks into the entries themselves; what lies before is in the fold. A
# choice: twice the longest span that a question looks back to.
DAYS_AT_HAND = 14

# Written by the doors themselves; nobody said them, so nobody takes them back. What was brought is
# undone with all that came with it.
OF_THE_LOG = (
    on.DecisionGiven,
    on.ReferenceSet,
    on.GateSet,
    on.ScreenAsked,
    on.TakenBack,
    on.PreferenceSet,
    on.PageSeen,
    on.AskSkipped,
    on.ChapterLeft,
    on.ChapterRead,
    on.DayMeasured,
    on.DiaryBrought,
    on.SessionSeen,
    on.DataSeen,
    on.SourcePreferred,
)
# What was said about safety has its own way back: a flag waits for its all-clear.
NOT_UNDONE = (*OF_THE_LOG, *(kind for kind in SAFETY if kind is not on.LongFlareTold))


@dataclass(frozen=True, slots=True)
class Today:
    """Today as a page or a terminal shows it. Doses are tenths of a unit.

    Attributes:
        day: The local day; it turns at 04:00.
        plan: The plan in force; None before the first.
        decision: What the rule says now; None without a plan.
        standing: Gate, limits and pace in force.
        dose: What is shown for today: the decision's dose, or less where less was asked for.
        easier: The person asked for less today.
        asks: All that is open, in the order in which it is asked.
        answer: Today's last answer to the check-in.
        last_answer: The last full check-in of the days before, and its day.
        session: What was told of today's session; None while nothing was.
        session_seen: The session a device saw that is asked about, and its day.
        effort: How hard it was, 0 to 10, where told.
        yesterday: The decision of yesterday; None where there was none.
        silent_since: The first of the silent days that are asked about.
        long_flare: First day and hours of a long flare that is asked about.
        window: The open window as it fills; None where none is open.
        flare: A flare was told today.
        flared_on: The last of the days at hand that was a flare, by word or by the rule.
        boom_on: The last of them that was far too much, by word or by its load.
        told: The last decision that was shown today.
        alone: The dose that the record alone tells, where what was brought makes it another one.
        stale: The source whose data came regularly and stopped; None where none did, or where
            something stands against a plan.
        undoable: What can still be undone, latest first.
        to_write: Facts of the record itself that a door appends before it shows anything.
    """

    day: date
    plan: PlanStarted | None
    decision: Decision | None
    standing: Standing
    dose: int | None
    easier: bool
    asks: tuple[Ask, ...]
    answer: CheckedIn | FogAnswered | None
    last_answer: tuple[date, CheckedIn] | None
    session: int | None
    session_seen: tuple[date, SessionSeen] | None
    effort: int | None
    yesterday: Decision | None
    silent_since: date | None
    long_flare: tuple[date, int] | None
    window: Window | None
    flare: bool
    flared_on: date | None
    boom_on: date | None
    told: DecisionGiven | None
    alone: int | None
    stale: Stale | None
    undoable: tuple[Entry, ...]
    to_write: tuple[on.ReferenceSet, ...]

    @property
    def ask(self) -> Ask:
        """The one thing that is asked now."""
        return self.asks[0] if self.asks else Ask.NOTHING


def day_of(now: datetime) -> date:
    """The person's day at this moment: until 04:00 it is still yesterday."""
    return (now - DAY_TURNS).date()


def today_of(
    entries: Iterable[Entry], now: datetime, *, fold: Fold | None = None, policy: Policy = GUARDED
) -> Today:
    """Work out today.

    Args:
        entries: One person's entries: all of them; or, with a fold, those of the days after the
            last day it closed and of the last `DAYS_AT_HAND` days, and those of `events.LASTING`
            kinds from before.
        now: The moment at the door, with its offset from UTC.
        fold: The record folded up to a day before yesterday; it is folded on from there.
        policy: The numbers at the gentle pace.
    """
    ordered, today = in_order(entries), day_of(now)
    days = by_day(ordered)
    fold = fold or Fold(policy)
    fold.usual_known_until = usual_known_until(ordered)
    yesterday = _close_days_before(today, days, fold)
    todays = days.get(today, [])
    if not fold.has_plan(todays):
        return _without_plan(today, now, fold, days, todays)
    decision = fold.morning(today, todays)
    seen = Seen(today, now, fold, days, decision, yesterday)
    at_hand = _at_hand(today, days)
    easier = min((one.dose for one in told(todays, on.EasierToday)), default=None)
    return Today(
        day=today,
        plan=fold.plan_on(todays),
        decision=decision,
        standing=fold.standing_on(todays),
        dose=_less(decision.dose, easier),
        easier=easier is not None,
        asks=open_asks(seen),
        answer=_answer(todays),
        last_answer=_last_answer(today, days),
        session=session_told(seen),
        session_seen=session_seen(seen),
        effort=next((one.of_ten for one in reversed(told(todays, on.EffortTold))), None),
        yesterday=yesterday,
        silent_since=silent_since(seen),
        long_flare=long_flare(seen),
        window=fold.window(today, todays, now),
        flare=any(one.word == FlareWord.A_FLARE for one in told(todays, on.FlareTold)),
        flared_on=last_flare(at_hand, (decision, yesterday)),
        boom_on=last_boom(at_hand, (decision, yesterday)),
        told=next(reversed(told(todays, on.DecisionGiven)), None),
        alone=fold.dose_alone(today, todays),
        stale=_stale(ordered, today, fold.standing_on(todays).gate),
        undoable=undoable(ordered, now),
        to_write=fold.usual_to_write(todays),
    )


def fold_before(
    day: date, entries: Iterable[Entry], *, fold: Fold | None = None, policy: Policy = GUARDED
) -> Fold:
    """Fold a record up to the evening before a day; the entries and the fold as for `today_of`."""
    ordered = in_order(entries)
    fold = fold or Fold(policy)
    fold.usual_known_until = usual_known_until(ordered)
    _close_days_before(day, by_day(ordered), fold)
    return fold


def first_at_hand(today: date) -> date:
    """The first day whose entries today looks into."""
    return today - timedelta(days=DAYS_AT_HAND)


def to_tell(today: Today, said: Sequence[str], language: str) -> DecisionGiven | None:
    """What is to be written before it is shown; None where the same was told already today."""
    decision, before = today.decision, today.told
    if decision is None or (before and (before.decision, before.alone) == (decision, today.alone)):
        return None
    return on.DecisionGiven(
        decision.level,
        decision.dose,
        decision.offered,
        decision,
        tuple(said),
        language,
        today.alone,
    )


def undoable(ordered: Sequence[Entry], now: datetime) -> tuple[Entry, ...]:
    """What the person said in the last 24 hours, latest first."""
    since = now - timedelta(hours=UNDO_HOURS)
    own = (one for one in ordered if one.key and not isinstance(one.event, NOT_UNDONE))
    return tuple(
        sorted(
            (one for one in own if since <= one.recorded <= now),
            key=lambda one: one.recorded,
            reverse=True,
        )
    )


# The days before ------------------------------------------------------------------------------


def _close_days_before(
    today: date, days: Mapping[date, Sequence[Entry]], fold: Fold
) -> Decision | None:
    """Close every day up to yesterday; return what the rule said for yesterday."""
    decision: Decision | None = None
    if fold.closed is None:
        begun = _first_plan_day(days)
        before = [one for day in sorted(days) if begun is None or day < begun for one in days[day]]
        fold.standing_before(one for one in before if local_day(one) < today)
        if begun is None:
            return None
        day = begun
    else:
        day = fold.closed + timedelta(days=1)
    while day < today:
        decision = fold.evening(day, days.get(day, []))
        day += timedelta(days=1)
    return decision


def _first_plan_day(days: Mapping[date, Sequence[Entry]]) -> date | None:
    begun = (day for day in days if any(isinstance(one.event, on.PlanStarted) for one in days[day]))
    return min(begun, default=None)


def _without_plan(
    today: date,
    now: datetime,
    fold: Fold,
    days: Mapping[date, Sequence[Entry]],
    todays: Sequence[Entry],
) -> Today:
    everything = [one for day in sorted(days) for one in days[day]]
    standing, at_hand = fold.standing_on(todays), _at_hand(today, days)
    return Today(
        day=today,
        plan=None,
        decision=None,
        standing=standing,
        dose=None,
        easier=False,
        asks=(Ask.ALL_CLEAR,) if standing.gate == Gate.RED_FLAG else (),
        answer=None,
        last_answer=None,
        session=None,
        session_seen=None,
        effort=None,
        yesterday=None,
        silent_since=None,
        long_flare=None,
        window=None,
        flare=False,
        flared_on=last_flare(at_hand, ()),
        boom_on=last_boom(at_hand, ()),
        told=None,
        alone=None,
        stale=None,
        undoable=undoable(everything, now),
        to_write=(),
    )


def _answer(todays: Sequence[Entry]) -> CheckedIn | FogAnswered | None:
    """Today's last answer."""
    for entry in reversed(todays):
        if isinstance(entry.event, on.CheckedIn | on.FogAnswered):
            return entry.event
    return None


def _last_answer(
    today: date, days: Mapping[date, Sequence[Entry]]
) -> tuple[date, CheckedIn] | None:
    """The last full check-in of the days before that are at hand."""
    for day in sorted((one for one in _at_hand(today, days) if one < today), reverse=True):
        for entry in reversed(days[day]):
            event = entry.event
            if isinstance(event, on.CheckedIn) and None not in (event.pain, event.fatigue):
                return day, event
    return None


def _at_hand(today: date, days: Mapping[date, Sequence[Entry]]) -> dict[date, Sequence[Entry]]:
    """The days that today looks into: the same ones, whether all entries came in or the last."""
    first = first_at_hand(today)
    return {day: entries for day, entries in days.items() if first <= day <= today}


def _stale(ordered: Iterable[Entry], today: date, gate: Gate) -> Stale | None:
    """The source that stopped. Nobody waits for data while a plan rests."""
    if gate not in (Gate.OPEN, Gate.PACING_ONLY):
        return None
    return stopped(told(ordered, on.DataSeen), today)


def _less(dose: int | None, easier: int | None) -> int | None:
    if dose is None or easier is None:
        return dose
    return min(dose, easier)
