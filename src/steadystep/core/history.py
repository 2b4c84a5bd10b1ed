"""The days as they were lived: what was told on each, what was said, and how the body was.

What was told is read from the record, word for word, and nothing that is learned later changes it.
How a day stands is what the rule says of it with all that is known by now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.fold import Fold, by_day, in_order, local_day, told
from steadystep.core.lately import flare_word, was_far_too_much
from steadystep.core.policy import GUARDED, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from steadystep.core.decision import Action, Decision
    from steadystep.core.events import After, Busy, DecisionGiven, Entry, Mark

Said = TypeVar("Said")

# What a decision of a day may rest on, besides usual and the days before.
DATA = (
    on.CheckedIn,
    on.FogAnswered,
    on.FlareTold,
    on.SilentDaysTold,
    on.SessionTold,
    on.FarTooMuchTold,
    on.DayTold,
    on.KeptMovingTold,
    on.ConfidenceTold,
    on.OfferAnswered,
    on.DoseChosen,
    on.MoreBegun,
    on.UsualAnswered,
    on.LimitSet,
    on.DayMeasured,
    on.DiaryBrought,
)


class Telling(NamedTuple):
    """What was shown at one moment of a day.

    Attributes:
        at: When, in the person's own offset from UTC.
        recorded: When it was written.
        given: What was told.
    """

    at: datetime
    recorded: datetime
    given: DecisionGiven


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryDay:
    """One day of a record. Doses are tenths of a unit, answers tenths of a point.

    Attributes:
        day: The local day; it turns at 04:00.
        tellings: What was told that day, in its order; empty where nothing was.
        known: What the rule says of the day with all that is known by now.
        entries: What counts of that day, in its order.
        pain: The day's worst answer; None where none was told.
        fatigue: The same for fatigue.
        sleep: The same for sleep.
        than_usual: Fog mode's worst answer.
        word: The person's own word on a flare.
        done: All that was told of the day's sessions; None where nothing was.
        effort: How hard it was, 0 to 10; the last word counts.
        after: How it was ten minutes later; the last word counts.
        busy: How the whole day was; the last word counts.
        reply: The person's word on an offer.
        marks: What else was going on, each once, as it was first told.
        notes: Words of the person's own.
        boom: The day was far too much, or its load was a boom.
        bust: Its load was a bust.
    """

    day: date
    tellings: tuple[Telling, ...]
    known: Decision
    entries: tuple[Entry, ...]
    pain: int | None
    fatigue: int | None
    sleep: int | None
    than_usual: int | None
    word: FlareWord
    done: int | None
    effort: int | None
    after: After | None
    busy: Busy | None
    reply: Reply
    marks: tuple[Mark, ...]
    notes: tuple[str, ...]
    boom: bool
    bust: bool

    @property
    def given(self) -> DecisionGiven | None:
        """What was told last that day."""
        return self.tellings[-1].given if self.tellings else None

    @property
    def decision(self) -> Decision:
        """The decision as it was told; where none was, what the rule says of the day."""
        if self.given is None or self.given.decision is None:
            return self.known
        return self.given.decision

    @property
    def action(self) -> Action:
        """What was done with the dose."""
        return self.decision.action

    @property
    def level(self) -> int | None:
        """The rung in force as it was told."""
        return self.known.level if self.given is None else self.given.level

    @property
    def dose(self) -> int | None:
        """What was told for the day, or less where less was asked for."""
        dose = self.known.dose if self.given is None else self.given.dose
        easier = [one.dose for one in told(self.entries, on.EasierToday)]
        return dose if dose is None else min([dose, *easier])

    @property
    def offered(self) -> int | None:
        """The next rung, where it was offered at any time of the day."""
        if not self.tellings:
            return self.known.offered
        offers = (one.given.offered for one in reversed(self.tellings))
        return next((one for one in offers if one is not None), None)

    @property
    def answered(self) -> bool:
        """Was there any answer that day?"""
        return any(one is not None for one in (self.pain, self.fatigue, self.than_usual))


def history(
    entries: Iterable[Entry],
    *,
    until: date,
    since: date | None = None,
    known: Sequence[Decision] | None = None,
    policy: Policy = GUARDED,
) -> tuple[HistoryDay, ...]:
    """The days of a record, oldest first; none where no plan has begun by then.

    Args:
        entries: One person's entries, all of them, in any order.
        until: The last day.
        since: The first day that is wanted; the plan's first day where it is not given.
        known: What `replayed` said of these entries at least up to `until`, where it is at hand.
        policy: The numbers at the gentle pace.
    """
    every = list(entries)
    ordered = in_order(every)
    first = began_on(ordered)
    if first is None or first > until:
        return ()
    days, tellings = by_day(ordered), _tellings(every)
    if known is None:
        known = tuple(_known(ordered, days, first=first, until=until, policy=policy))
    wanted = max(first, since or first)
    stretch = known[(wanted - first).days : (until - first).days + 2]
    return tuple(
        _a_day(decision, after, days.get(decision.day, []), tellings.get(decision.day, ()))
        for decision, after in pairwise(stretch)
    )


def replayed(
    entries: Iterable[Entry], *, until: date, policy: Policy = GUARDED
) -> tuple[Decision, ...]:
    """What the rule says of each day with all that is known by now, up to the day after `until`.

    It is the slow part of a history of many years, and the same until something more is told.
    """
    ordered = in_order(entries)
    first = began_on(ordered)
    if first is None or first > until:
        return ()
    return tuple(_known(ordered, by_day(ordered), first=first, until=until, policy=policy))


def began_on(entries: Iterable[Entry]) -> date | None:
    """The first day of the first plan."""
    begun = (local_day(one) for one in entries if isinstance(one.event, on.PlanStarted))
    return min(begun, default=None)


def data_used(entries: Iterable[Entry], day: date, as_of: datetime) -> tuple[Entry, ...]:
    """What was known of a day, and of the day before, by one moment; what came later is not.

    Args:
        entries: One person's entries.
        day: The local day that was decided for.
        as_of: The moment, as it was recorded.
    """
    by_then = [one for one in entries if one.recorded <= as_of]
    days = by_day(in_order(by_then))
    yesterdays = days.get(day - timedelta(days=1), [])
    sessions = [one for one in yesterdays if isinstance(one.event, on.SessionTold)]
    todays = (one for one in days.get(day, []) if isinstance(one.event, DATA))
    return (*sessions, *todays)


def _known(
    ordered: Sequence[Entry],
    days: Mapping[date, list[Entry]],
    *,
    first: date,
    until: date,
    policy: Policy,
) -> Iterator[Decision]:
    """Each day, and one more: the morning after a load knows whether it was a boom."""
    set_on = [local_day(one) for one in ordered if isinstance(one.event, on.ReferenceSet)]
    fold = Fold(policy, usual_known_until=max(set_on, default=None))
    fold.standing_before(one for one in ordered if local_day(one) < first)
    for number in range((until - first).days + 2):
        day = first + timedelta(days=number)
        yield fold.evening(day, days.get(day, []))


def _tellings(entries: Iterable[Entry]) -> dict[date, tuple[Telling, ...]]:
    """All that was ever told, day by day. What was told cannot be taken back."""
    given = [
        (local_day(one), Telling(one.at, one.recorded, one.event))
        for one in entries
        if isinstance(one.event, on.DecisionGiven)
    ]
    days: dict[date, tuple[Telling, ...]] = {}
    for day, telling in sorted(given, key=lambda one: (one[1].at, one[1].recorded)):
        days[day] = (*days.get(day, ()), telling)
    return days


def _a_day(
    known: Decision, after: Decision, todays: Sequence[Entry], tellings: tuple[Telling, ...]
) -> HistoryDay:
    answers, busy = told(todays, on.CheckedIn), _last(told(todays, on.DayTold))
    if was_far_too_much(todays):
        busy = on.DayTold(on.Busy.FAR_TOO_MUCH)
    effort, felt = _last(told(todays, on.EffortTold)), _last(told(todays, on.AfterTold))
    reply = _last(told(todays, on.OfferAnswered))
    sessions = [one.done for one in told(todays, on.SessionTold)]
    return HistoryDay(
        day=known.day,
        tellings=tellings,
        known=known,
        entries=tuple(todays),
        pain=_worst(one.pain for one in answers),
        fatigue=_worst(one.fatigue for one in answers),
        sleep=_worst(one.sleep for one in answers),
        than_usual=_worst(one.than_usual for one in told(todays, on.FogAnswered)),
        word=flare_word(todays),
        done=sum(sessions) if sessions else None,
        effort=None if effort is None else effort.of_ten,
        after=None if felt is None else felt.felt,
        busy=None if busy is None else busy.busy,
        reply=Reply.NONE if reply is None else reply.reply,
        marks=tuple(dict.fromkeys(one.mark for one in told(todays, on.Marked))),
        notes=tuple(one.text for one in told(todays, on.NoteWritten)),
        boom=after.boom or busy == on.DayTold(on.Busy.FAR_TOO_MUCH),
        bust=after.bust,
    )


def _worst(answers: Iterable[int | None]) -> int | None:
    return max((one for one in answers if one is not None), default=None)


def _last(said: Sequence[Said]) -> Said | None:
    return said[-1] if said else None
