"""What happened on the last days: the last boom, and the last flare."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.decision import Flare
from steadystep.core.facts import FlareWord
from steadystep.core.fold import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry

A_DAY = timedelta(days=1)


def last_boom(
    days: Mapping[date, Sequence[Entry]], decisions: Iterable[Decision | None]
) -> date | None:
    """The last day that was far too much by the person's word, or by its load.

    Args:
        days: The entries of each day that is looked at.
        decisions: What the rule says of those days, as far as it is at hand.
    """
    by_word = (day for day, todays in days.items() if was_far_too_much(todays))
    # A load is known on the morning after.
    by_load = (one.day - A_DAY for one in decisions if one is not None and one.boom)
    return max((*by_word, *by_load), default=None)


def last_flare(
    days: Mapping[date, Sequence[Entry]], decisions: Iterable[Decision | None]
) -> date | None:
    """The last day that was a flare by the person's word, or by what the rule says of it.

    Args:
        days: The entries of each day that is looked at.
        decisions: What the rule says of those days, as far as it is at hand.
    """
    by_word = (day for day, todays in days.items() if flare_word(todays) == FlareWord.A_FLARE)
    by_rule = (one.day for one in decisions if one is not None and one.flare == Flare.RED)
    return max((*by_word, *by_rule), default=None)


def was_far_too_much(todays: Iterable[Entry]) -> bool:
    """Was the day far too much, by the person's last word on it?"""
    entries = list(todays)
    busy = told(entries, on.DayTold)
    return bool(told(entries, on.FarTooMuchTold)) or busy[-1:] == [on.DayTold(on.Busy.FAR_TOO_MUCH)]


def flare_word(todays: Iterable[Entry]) -> FlareWord:
    """The person's last word of the day on a flare; a flare that is remembered later is one too."""
    entries = list(todays)
    if any(one.word == FlareWord.A_FLARE for one in told(entries, on.SilentDaysTold)):
        return FlareWord.A_FLARE
    said = told(entries, on.FlareTold)
    return said[-1].word if said else FlareWord.NOT_SAID
