"""One morning: the record as it is now, the decision, and its words. Read once for each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from steadystep.core.acts import yesterday_of
from steadystep.core.asks import Ask
from steadystep.core.events import DecisionGiven, PreferenceSet, UsualAnswered
from steadystep.core.fold import in_order, local_day
from steadystep.core.reasons import UsualMovedUp
from steadystep.explain import sentences
from steadystep.web.record.door import now, the_log
from steadystep.web.record.words import rule_words
from steadystep.web.today.words import dose_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry
    from steadystep.core.today import Today

# In fog there is one question, and what keeps the step safe (journey §4).
ASKED_IN_FOG = (
    Ask.ALL_CLEAR,
    Ask.SILENT_DAYS,
    Ask.CHECK_IN,
    Ask.IS_IT_A_FLARE,
    Ask.CONFIDENCE,
    Ask.OFFER,
)


@dataclass(frozen=True, slots=True)
class Morning:
    """What a page of today is made from.

    Attributes:
        today: Today, worked out from the entries.
        entries: The lasting words of the record, and all of yesterday and today.
        said: The sentences of the card, as they are shown.
        fog: Fog mode is on.
        fog_is_old: It was turned on before today: the person is asked whether it stays.
    """

    today: Today
    entries: Sequence[Entry]
    said: tuple[str, ...]
    fog: bool
    fog_is_old: bool

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What is open, in its order; in fog the fewest."""
        if not self.fog:
            return self.today.asks
        return tuple(one for one in self.today.asks if one in ASKED_IN_FOG)

    @property
    def ask(self) -> Ask:
        """The one thing that is asked now."""
        return self.asks[0] if self.asks else Ask.NOTHING


def morning_of(request: HttpRequest) -> Morning:
    """Work out this morning from the log. Nothing is written."""
    return _morning(request, the_log(request).today(now(request)))


def told_morning(request: HttpRequest) -> Morning:
    """The same, written before it is shown: usual where it was looked at, and the decision."""
    log, moment = the_log(request), now(request)
    before = log.today(moment)
    own = _said_instead(before, _at_hand(request, before))
    today = log.tell(
        moment, lambda decision: own or _said_of(decision), language=get_language() or ""
    )
    return _morning(request, today)


def dose_told(morning: Morning, day_back: int = 1) -> int | None:
    """The dose that was told on a day before; the replayed one where none was written."""
    day = morning.today.day.toordinal() - day_back
    given = [
        one.event.dose
        for one in in_order(morning.entries)
        if isinstance(one.event, DecisionGiven) and local_day(one).toordinal() == day
    ]
    if given:
        return given[-1]
    return morning.today.yesterday.dose if morning.today.yesterday else None


def _said_instead(today: Today, entries: Sequence[Entry]) -> tuple[str, ...]:
    """What holds by the person's own word of today; nothing where the decision says it all."""
    decision, dose = today.decision, today.dose
    if decision is None or dose is None:
        return ()
    if today.easier and dose != decision.dose:
        return (
            _("Easier today: %(dose)s.") % {"dose": dose_in_words(decision.unit, dose)},
            _("This keeps the habit and is enough."),
        )
    answered = (one for one in in_order(entries) if isinstance(one.event, UsualAnswered))
    is_answered = any(local_day(one) == today.day for one in answered)
    if not is_answered or not isinstance(decision.reason, UsualMovedUp):
        return ()
    return (
        _("Keep the same %(dose)s.") % {"dose": dose_in_words(decision.unit, dose)},
        _("Your word on your usual holds from tomorrow."),
    )


def _said_of(decision: Decision) -> tuple[str, ...]:
    """The decision's sentences. "Is this a flare?" is asked beside the card, not on it."""
    return sentences(decision._replace(ask_flare=False), rule_words())


def _morning(request: HttpRequest, today: Today) -> Morning:
    entries = _at_hand(request, today)
    fog = _fog(entries)
    said = _said_of(today.decision) if today.decision else ()
    return Morning(
        today=today,
        entries=entries,
        said=_said_instead(today, entries) or said,
        fog=fog is not None,
        fog_is_old=fog is not None and local_day(fog) < today.day,
    )


def _at_hand(request: HttpRequest, today: Today) -> tuple[Entry, ...]:
    """Words that hold beyond their day, and all of yesterday and today; the years stay closed."""
    log = the_log(request)
    lately = log.entries(since=yesterday_of(today))
    known = {one.key for one in lately}
    return (*(one for one in log.lasting() if one.key not in known), *lately)


def _fog(entries: Sequence[Entry]) -> Entry | None:
    """The word that turned fog mode on, where it is on."""
    last = None
    for entry in entries:
        if isinstance(entry.event, PreferenceSet) and entry.event.name == "fog":
            last = entry
    on = last is not None and isinstance(last.event, PreferenceSet) and last.event.value == "on"
    return last if on else None
