"""The one-tap answers to the day's questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from steadystep.core import events as on
from steadystep.core.acts import Part, answer_offer, count_seen, did, noon_of, yesterday_of
from steadystep.core.asks import Ask
from steadystep.core.facts import FlareWord
from steadystep.core.movements import GENTLE_EFFORT_MOST
from steadystep.core.screening import answer_events
from steadystep.web.record.door import now, say
from steadystep.web.today.asked import question_of
from steadystep.web.today.fields import from_0_to_10, one_of
from steadystep.web.today.morning import dose_told
from steadystep.web.today.questions import FOG
from steadystep.web.today.telling import ABOUT, ClosedError, stay_about, tells

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Event
    from steadystep.web.today.morning import Morning

WORD = "word"
# What is told of a day that is over is told of its noon.
OF_YESTERDAY = (Ask.YESTERDAY, Ask.SILENT_DAYS)

PARTS = {str(one): one for one in Part if one != Part.MORE}
_YES = {"yes": True, "no": False}
_FLARES = {"flare": FlareWord.A_FLARE, "hard_day": FlareWord.A_HARD_DAY}
_SILENT = {"no": FlareWord.NOT_SAID, **_FLARES}
_THAN_USUAL = {str(one): one for one in range(-1, 3)}
_OFFER = {"try": True, "stay": False}
_USUAL = {"take": True, "keep": False}
_AFTER = {str(one): one for one in on.After}
_BUSY = {str(one): one for one in on.Busy}
FOG_SWITCH = {"on": "on", "off": "off"}


def answer(request: HttpRequest, name: str) -> HttpResponse:
    """Take the answer to one question."""

    @tells
    def take(request: HttpRequest, morning: Morning) -> HttpResponse:
        stay_open(request, morning, name)
        word = request.POST.get(WORD, "")
        if name == Ask.LONG_FLARE:
            return _long_flare(request, morning, word)
        at = _when(request, morning, name)
        events = _EVENTS[name](morning, word)
        say(request, *events, at=at)
        is_hard = any(
            isinstance(one, on.EffortTold) and one.of_ten > GENTLE_EFFORT_MOST for one in events
        )
        return redirect("move:above" if is_hard else "today:today")

    return take(request)


def _when(request: HttpRequest, morning: Morning, name: str) -> datetime | None:
    """When what is answered was, if not now. What a device saw is answered on its own day."""
    if name == Ask.WATCH_SESSION and morning.today.session_seen:
        return noon_of(morning.today.session_seen[0], now(request))
    is_of_yesterday = name in OF_YESTERDAY
    return noon_of(yesterday_of(morning.today), now(request)) if is_of_yesterday else None


def skip(request: HttpRequest, name: str) -> HttpResponse:
    """Leave a question for today: a full answer."""

    @tells
    def take(request: HttpRequest, morning: Morning) -> HttpResponse:
        question = question_of(morning, name)
        if question is None or not question.skip:
            raise ClosedError(_("That was answered already. Nothing was changed."))
        stay_about(request, question.about)
        # Who leaves the question how sure leaves the offer behind it too.
        left = (Ask.CONFIDENCE, Ask.OFFER) if name == Ask.CONFIDENCE else (Ask(name),)
        say(request, *(on.AskSkipped(one) for one in left))
        return redirect("today:today")

    return take(request)


def stay_open(request: HttpRequest, morning: Morning, name: str) -> None:
    """Refuse an answer to what is not asked.

    Raises:
        ClosedError: It is not asked any more, or not as the page showed it.
    """
    question = question_of(morning, name)
    if question is None or name not in (*_EVENTS, Ask.LONG_FLARE):
        raise ClosedError(_("That was answered already. Nothing was changed."))
    stay_about(request, question.about)


def _long_flare(request: HttpRequest, morning: Morning, word: str) -> HttpResponse:
    """Two questions, one word in the log: the first answer waits in the page of the second."""
    flu_like = one_of(_YES, word)
    if "later" not in request.POST:
        words = {"word": word, "about": request.POST[ABOUT]}
        return render(request, "today/long_flare.html", words)
    later, found = one_of(_YES, request.POST["later"]), morning.today.long_flare
    if found is not None:
        told = on.LongFlareTold(*found, flu_like, later)
        say(request, *answer_events(morning.entries, told, now(request)))
    return redirect("today:today")


def _yesterday(morning: Morning, word: str) -> list[Event]:
    return [did(dose_told(morning), one_of(PARTS, word))]


def _watch_session(morning: Morning, word: str) -> list[Event]:
    """Counting it is telling a session; who says no is not asked again, and tells no session."""
    if one_of(_YES, word):
        return [count_seen(morning.today)[1]]
    return [on.AskSkipped(Ask.WATCH_SESSION)]


_EVENTS: dict[str, Callable[[Morning, str], list[Event]]] = {
    FOG: lambda _, word: [on.PreferenceSet("fog", one_of(FOG_SWITCH, word))],
    Ask.KEPT_MOVING: lambda _, word: [on.KeptMovingTold(kept=one_of(_YES, word))],
    Ask.WATCH_SESSION: _watch_session,
    Ask.YESTERDAY: _yesterday,
    Ask.SILENT_DAYS: lambda _, word: [on.SilentDaysTold(one_of(_SILENT, word))],
    Ask.CHECK_IN: lambda _, word: [on.FogAnswered(one_of(_THAN_USUAL, word))],
    Ask.IS_IT_A_FLARE: lambda _, word: [on.FlareTold(one_of(_FLARES, word))],
    Ask.USUAL: lambda _, word: [on.UsualAnswered(take=one_of(_USUAL, word))],
    Ask.CONFIDENCE: lambda _, word: [on.ConfidenceTold(from_0_to_10(word))],
    Ask.OFFER: lambda one, word: answer_offer(one.today, accept=one_of(_OFFER, word)),
    Ask.EFFORT: lambda _, word: [on.EffortTold(from_0_to_10(word))],
    Ask.AFTER: lambda _, word: [on.AfterTold(one_of(_AFTER, word))],
    Ask.EVENING: lambda _, word: [on.DayTold(one_of(_BUSY, word))],
}
