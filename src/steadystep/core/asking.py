"""Which questions are open this morning. One is asked at a time, in the order of `Ask`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.arriving import seen_in
from steadystep.core.asks import Ask
from steadystep.core.decision import Action, Decision
from steadystep.core.facts import Gate, Reply
from steadystep.core.fold import Fold, local_day, told
from steadystep.core.policy import GENTLE
from steadystep.core.reasons import BackAfterGap, Plateau, RedFlag, ScreenDue, UsualMovedUp
from steadystep.core.screening import is_screen_asked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steadystep.core.events import Entry, Event, SessionSeen

# Choices, all of them: when a question has its time.
SILENT_DAYS_LEAST = 2
AFTER_MINUTES_LEAST = 10
AFTER_MINUTES_MOST = 180
EVENING_HOUR = 17
WEEK_DAYS = 7
WEEK_ASKED_DAYS = 7
LONG_FLARE_HOURS = 48
LONG_FLARE_ASKED_DAYS = 7
KEPT_MOVING_ASKED_DAYS = 7
HOURS_A_DAY = 24

WEEK_PAGE = "week_one"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the questions look at: today, the days at hand, and what the rule says."""

    today: date
    now: datetime
    fold: Fold
    days: Mapping[date, Sequence[Entry]]
    decision: Decision
    yesterday: Decision | None

    @property
    def todays(self) -> Sequence[Entry]:
        """Today's entries."""
        return self.days.get(self.today, [])

    @property
    def yesterdays(self) -> Sequence[Entry]:
        """Yesterday's entries."""
        return self.days.get(self.today - timedelta(days=1), [])

    @property
    def lasting(self) -> list[Event]:
        """All events at hand, whatever their day."""
        return [one.event for entries in self.days.values() for one in entries]


def open_asks(seen: Seen) -> tuple[Ask, ...]:
    """All that is open. Where something stands against a plan there is little to ask."""
    gate = seen.fold.standing_on(seen.todays).gate
    if gate == Gate.RED_FLAG or isinstance(seen.decision.reason, RedFlag):
        return (Ask.ALL_CLEAR,)
    if gate not in (Gate.OPEN, Gate.PACING_ONLY):
        return ()
    is_open = {
        Ask.KEPT_MOVING: _kept_moving(seen),
        Ask.WATCH_SESSION: session_seen(seen) is not None,
        Ask.YESTERDAY: _yesterday(seen),
        Ask.SILENT_DAYS: silent_since(seen) is not None,
        Ask.CHECK_IN: not _answered(seen.todays),
        Ask.IS_IT_A_FLARE: seen.decision.ask_flare and not told(seen.todays, on.FlareTold),
        Ask.LONG_FLARE: long_flare(seen) is not None,
        Ask.USUAL: _usual(seen),
        Ask.SCREEN: _screen(seen),
        Ask.CONFIDENCE: _offer(seen) and not told(seen.todays, on.ConfidenceTold),
        Ask.OFFER: _offer(seen),
        Ask.EFFORT: bool(session_told(seen)) and not told(seen.todays, on.EffortTold),
        Ask.AFTER: _after(seen),
        Ask.WEEK: _week(seen),
        Ask.EVENING: _evening(seen),
    }
    skipped = {one.ask for one in told(seen.todays, on.AskSkipped)}
    return tuple(ask for ask in Ask if is_open.get(ask) and ask not in skipped)


def session_told(seen: Seen) -> int | None:
    """All that was told of today's sessions, tenths of a unit; None where nothing was."""
    done = [one.done for one in told(seen.todays, on.SessionTold)]
    return sum(done) if done else None


def session_seen(seen: Seen) -> tuple[date, SessionSeen] | None:
    """The session a device saw on a day whose own is unknown, and that day; yesterday's first."""
    if _yesterday(seen) and (found := _seen_in(seen, seen.yesterdays)):
        return seen.today - timedelta(days=1), found
    if seen.decision.dose and (found := _seen_in(seen, seen.todays)):
        return seen.today, found
    return None


def silent_since(seen: Seen) -> date | None:
    """The first of the silent days before today, where they are still to be asked about."""
    silent = seen.fold.silent_days()
    if silent < SILENT_DAYS_LEAST:
        return None
    if told(seen.todays, on.SilentDaysTold) or told(seen.yesterdays, on.SilentDaysTold):
        return None
    return seen.today - timedelta(days=silent)


def long_flare(seen: Seen) -> tuple[date, int] | None:
    """First day and hours of a long flare that is over, where nothing was asked about it yet."""
    if seen.fold.last_flare is None:
        return None
    began, ended = seen.fold.last_flare
    hours = (ended - began).days * HOURS_A_DAY
    if hours <= LONG_FLARE_HOURS or (seen.today - ended).days > LONG_FLARE_ASKED_DAYS:
        return None
    asked = any(isinstance(one, on.LongFlareTold) and one.began == began for one in seen.lasting)
    return None if asked else (began, hours)


def _kept_moving(seen: Seen) -> bool:
    """Would a gap make the step smaller today, with nobody asked whether it was one?"""
    if not isinstance(seen.decision.reason, BackAfterGap) or session_told(seen):
        return False
    oldest = seen.today - timedelta(days=KEPT_MOVING_ASKED_DAYS - 1)
    lately = (seen.days[day] for day in seen.days if oldest <= day <= seen.today)
    return not any(told(entries, on.KeptMovingTold) for entries in lately)


def _yesterday(seen: Seen) -> bool:
    """Is yesterday's session unknown? Rest on an eased day with an answer is known."""
    if seen.yesterday is None or not seen.yesterday.dose or _kept_moving(seen):
        return False
    if told(seen.yesterdays, on.SessionTold):
        return False
    if told(seen.todays, on.KeptMovingTold):
        return False
    if seen.yesterday.action == Action.EASE and _answered(seen.yesterdays):
        return False
    return seen.fold.last_planned == seen.today - timedelta(days=1)


def _seen_in(seen: Seen, entries: Sequence[Entry]) -> SessionSeen | None:
    # A no stands on the day of the session, so that the next morning does not ask again.
    if any(one.ask == Ask.WATCH_SESSION for one in told(entries, on.AskSkipped)):
        return None
    return seen_in([one.event for one in entries], seen.decision.unit)


def _usual(seen: Seen) -> bool:
    moved_up = UsualMovedUp.kind in seen.decision.blocked_by
    return moved_up and not told(seen.todays, on.UsualAnswered)


def _screen(seen: Seen) -> bool:
    """Is it the malaise screen that is waited for? A plateau asks it again, once (rule C15)."""
    entries = [one for of_a_day in seen.days.values() for one in of_a_day]
    reason = seen.decision.reason
    if isinstance(reason, ScreenDue):
        return is_screen_asked(entries, seen.today)
    if not isinstance(reason, Plateau):
        return False
    began = seen.today - timedelta(days=GENTLE.plateau_days - reason.days_left)
    since = [one for one in entries if local_day(one) >= began]
    return not told(since, on.MalaiseGateTold) and not told(since, on.MalaiseScreenTold)


def _offer(seen: Seen) -> bool:
    """Is an offer unanswered? Asking to try more calls it back."""
    replies = [one.reply for one in told(seen.todays, on.OfferAnswered)]
    return seen.decision.action == Action.OFFER and replies[-1:] in ([], [Reply.TRY_MORE])


def _after(seen: Seen) -> bool:
    """Is it about ten minutes after moving?"""
    moved = [one.at for one in seen.todays if isinstance(one.event, on.SessionTold)]
    if not session_told(seen) or told(seen.todays, on.AfterTold):
        return False
    minutes = (seen.now - max(moved)) / timedelta(minutes=1)
    return AFTER_MINUTES_LEAST <= minutes <= AFTER_MINUTES_MOST


def _week(seen: Seen) -> bool:
    """Does the page that closes the first week wait to be read?"""
    if seen.fold.began_on is None:
        return False
    if any(isinstance(one, on.PageSeen) and one.page == WEEK_PAGE for one in seen.lasting):
        return False
    age = (seen.today - seen.fold.began_on).days
    return WEEK_DAYS <= age < WEEK_DAYS + WEEK_ASKED_DAYS


def _evening(seen: Seen) -> bool:
    """Is it evening, and the day as a whole not told?"""
    is_evening = seen.now.hour >= EVENING_HOUR or seen.now.date() > seen.today
    if told(seen.todays, on.DayTold):
        return False
    return is_evening and not told(seen.todays, on.FarTooMuchTold)


def _answered(entries: Sequence[Entry]) -> bool:
    return any(isinstance(one.event, on.CheckedIn | on.FogAnswered) for one in entries)
