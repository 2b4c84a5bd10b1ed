"""Taking back: what was said in the last 24 hours, by its name, and how it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.fold import in_order, local_day
from steadystep.core.screening import gate_events, with_more
from steadystep.core.today import OF_THE_LOG, day_of
from steadystep.store.bringing import BY_IMPORT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from steadystep.core.events import Entry, Event
    from steadystep.web.today.morning import Morning

# A form that says several things names them "key", "key.1", ...: they are taken back together.
_PART = "."


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said and can be taken back.

    Attributes:
        key: The name it is taken back by.
        label: What it is called.
        at: When it was said.
    """

    key: str
    label: str
    at: datetime


def sayings(morning: Morning) -> tuple[Said, ...]:
    """All that can be taken back, latest first; what was said with one tap is one of them."""
    found: dict[str, Said] = {}
    for entry in _own(morning):
        key = _whole(entry.key)
        label = _label(entry, morning.today.day)
        found.setdefault(key, Said(key, label, entry.recorded))
    return tuple(found.values())


def last_said(morning: Morning) -> Said | None:
    """Today's last word; None where there is none. Older ones stand in the list."""
    last = next(iter(sayings(morning)), None)
    return last if last is not None and day_of(last.at) == morning.today.day else None


def is_changed(morning: Morning) -> bool:
    """Was the last thing that was done today to take an answer back?"""
    preferred = {one.key for one in morning.entries if isinstance(one.event, on.SourcePreferred)}
    own = (
        one
        for one in morning.entries
        if (
            one.event.key not in preferred and not one.event.key.startswith(BY_IMPORT)
            if isinstance(one.event, on.TakenBack)
            else not isinstance(one.event, OF_THE_LOG)
        )
    )
    last = max(own, key=lambda one: one.recorded, default=None)
    took_back = last is not None and isinstance(last.event, on.TakenBack)
    return took_back and last is not None and local_day(last) == morning.today.day


def to_take_back(morning: Morning, key: str, at: datetime) -> list[Event]:
    """What to write so that it counts no more; nothing where it cannot be taken back any more."""
    gone = [one for one in _own(morning) if _whole(one.key) == key]
    events: list[Event] = [on.TakenBack(one.key) for one in gone]
    if not any(isinstance(one.event, on.LongFlareTold) for one in gone):
        return events
    # A gate that rested on it goes back too.
    after = with_more(morning.entries, events, at)
    return [*events, *gate_events(after, morning.today.day)]


def _own(morning: Morning) -> Sequence[Entry]:
    """What can be undone from the day's pages. Safety answers have their own way back."""
    plans = [one for one in in_order(morning.entries) if isinstance(one.event, on.PlanStarted)]
    first = plans[0].key if plans else ""
    return [
        one for one in morning.today.undoable if isinstance(one.event, _SAID) and one.key != first
    ]


def _whole(key: str) -> str:
    return key.partition(_PART)[0]


_SAID = (
    on.CheckedIn,
    on.FogAnswered,
    on.FlareTold,
    on.SilentDaysTold,
    on.SessionTold,
    on.EffortTold,
    on.AfterTold,
    on.EasierToday,
    on.FarTooMuchTold,
    on.DayTold,
    on.Marked,
    on.NoteWritten,
    on.OfferAnswered,
    on.DoseChosen,
    on.MoreBegun,
    on.KeptMovingTold,
    on.ConfidenceTold,
    on.UsualAnswered,
    on.LongFlareTold,
    on.PlanStarted,
)


def _label(entry: Entry, today: date) -> str:  # noqa: C901, PLR0912 - one name a kind
    event = entry.event
    match event:
        case on.CheckedIn() | on.FogAnswered():
            is_today = local_day(entry) == today
            return _("Undo check-in") if is_today else _("Undo check-in of another day")
        case on.FlareTold(word=FlareWord.A_FLARE):
            return _("Undo flare")
        case on.SessionTold(done=done):
            if local_day(entry) != today:
                return _("Undo yesterday's step")
            return _("Undo done") if done else _("Undo not today")
        case on.EffortTold():
            return _("Undo effort")
        case on.EasierToday():
            return _("Undo easier today")
        case on.FarTooMuchTold() | on.DayTold():
            return _("Undo how the day was")
        case on.Marked():
            return _("Undo mark")
        case on.NoteWritten():
            return _("Undo note")
        case on.OfferAnswered(reply=Reply.ACCEPT):
            return _("Undo the new step")
        case on.OfferAnswered(reply=Reply.STAY):
            return _("Undo stay")
        case on.DoseChosen():
            return _("Undo the step you set")
        case on.PlanStarted():
            return _("Undo the new movement")
        case _:
            return _("Undo last answer")
