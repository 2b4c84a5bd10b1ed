"""More: all that is not asked of anybody, one row each, and the small pages behind the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.core import acts
from steadystep.core import events as on
from steadystep.core.facts import Gate, Reply
from steadystep.core.screening import pause_events, resume_events
from steadystep.web.record.door import say
from steadystep.web.today.answers import FOG_SWITCH
from steadystep.web.today.card import card_of
from steadystep.web.today.fields import NOTE_MOST, WrongError, few_words, one_of
from steadystep.web.today.morning import Morning, morning_of
from steadystep.web.today.questions import busy_answers
from steadystep.web.today.telling import ClosedError, is_heard, tells
from steadystep.web.today.words import dose_in_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

BUSY = {str(one): one for one in on.Busy}


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Everything else, in one list."""
    morning = morning_of(request)
    today = morning.today
    words = {
        "card": card_of(morning),
        "fog": morning.fog,
        "has_plan": today.plan is not None,
        "has_yesterday": today.yesterday is not None,
        "may_pause": today.standing.gate in (Gate.OPEN, Gate.PACING_ONLY),
        "paused": today.standing.gate == Gate.PAUSED,
        "may_try_more": today.standing.gate == Gate.OPEN and today.dose is not None,
        "smaller": _smaller(morning),
        "easier": _easier(morning),
        "day": today.day,
        "wrong": "",
    }
    return render(request, "today/more.html", words)


@tells
def easier(request: HttpRequest, morning: Morning) -> HttpResponse:
    """Less for today; the plan stays."""
    if morning.today.dose is None:
        raise ClosedError(_("There is no step today, so nothing is to be made smaller."))
    say(request, acts.easier(morning.today))
    return redirect("today:today")


@tells
def smaller(request: HttpRequest, morning: Morning) -> HttpResponse:
    """One rung less from now on."""
    if morning.today.decision is None or morning.today.decision.level is None:
        raise ClosedError(_("There is no step today, so nothing is to be made smaller."))
    if acts.smaller_step(morning.today) is None:
        raise ClosedError(
            _("There is no smaller step than this one. Not today is a full answer too.")
        )
    say(request, acts.smaller(morning.today))
    return redirect("today:today")


@tells
def try_more(request: HttpRequest, morning: Morning) -> HttpResponse:
    """Call an offer back that rests; the rule says when it may come."""
    if morning.today.decision is None or morning.today.dose is None:
        raise ClosedError(_("There is no step today. Nothing was changed."))
    say(request, on.OfferAnswered(Reply.TRY_MORE))
    return redirect("today:today")


@tells
def fog(request: HttpRequest, morning: Morning) -> HttpResponse:  # noqa: ARG001 - the shape of a form
    """Turn fog mode on or off."""
    say(request, on.PreferenceSet("fog", one_of(FOG_SWITCH, request.POST.get("word", ""))))
    return redirect("today:today")


@tells
def pause(request: HttpRequest, morning: Morning) -> HttpResponse:
    """Pause the plan."""
    say(request, *pause_events(morning.entries, morning.today.day))
    return redirect("today:today")


@tells
def resume(request: HttpRequest, morning: Morning) -> HttpResponse:
    """Resume it, as far as the safety answers allow."""
    say(request, *resume_events(morning.entries, morning.today.day))
    return redirect("today:today")


@require_http_methods(["GET", "HEAD", "POST"])
def evening(request: HttpRequest) -> HttpResponse:
    """How all of today was."""
    if request.method != "POST":
        return render(request, "today/evening.html", {"answers": busy_answers(), "wrong": ""})
    if is_heard(request):
        return redirect("today:today")
    try:
        busy = one_of(BUSY, request.POST.get("word", ""))
    except WrongError as wrong:
        words = {"answers": busy_answers(), "wrong": str(wrong)}
        return render(request, "today/evening.html", words, status=422)
    say(request, on.DayTold(busy))
    return redirect("today:today")


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest) -> HttpResponse:
    """A few words of the person's own."""
    if request.method != "POST":
        return render(request, "today/note.html", {"most": NOTE_MOST, "wrong": "", "text": ""})
    if is_heard(request):
        return redirect("today:today")
    text = request.POST.get("text", "")
    try:
        said = few_words(text, NOTE_MOST)
    except WrongError as wrong:
        words = {"most": NOTE_MOST, "wrong": str(wrong), "text": text[: NOTE_MOST * 2]}
        return render(request, "today/note.html", words, status=422)
    say(request, on.NoteWritten(said))
    return redirect("today:today")


@require_safe
def yesterday(request: HttpRequest) -> HttpResponse:
    """What can still be told of yesterday."""
    morning = morning_of(request)
    if morning.today.yesterday is None:
        return redirect("today:today")
    return render(request, "today/yesterday.html", {"day": acts.yesterday_of(morning.today)})


def _easier(morning: Morning) -> str:
    """What "easier today" would be; nothing where nothing is smaller."""
    today = morning.today
    if today.plan is None or today.dose is None:
        return ""
    dose = acts.easier(today).dose
    return dose_in_words(today.plan.unit, dose) if dose < today.dose else ""


def _smaller(morning: Morning) -> str:
    """What "smaller from now on" would be; nothing where nothing is smaller."""
    today = morning.today
    dose = acts.smaller_step(today)
    return dose_in_words(today.plan.unit, dose) if today.plan and dose is not None else ""
