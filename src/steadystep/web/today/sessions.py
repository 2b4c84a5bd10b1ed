"""What was done of the step: today's by one tap, yesterday's by a tap or an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from steadystep.core import events as on
from steadystep.core.acts import Part, did, most_to_tell, noon_of, yesterday_of
from steadystep.core.fold import in_order, local_day
from steadystep.web.record.door import now, say
from steadystep.web.today.answers import PARTS
from steadystep.web.today.card import about_the_step, sessions_of
from steadystep.web.today.fields import WrongError, amount_of, one_of
from steadystep.web.today.morning import Morning, dose_told, morning_of
from steadystep.web.today.telling import ABOUT, is_heard, stay_about, tells
from steadystep.web.today.words import dose_in_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Event
    from steadystep.core.observations import Unit

AMOUNT = "amount"
UNKNOWN = "unknown"


@tells
def session(request: HttpRequest, morning: Morning) -> HttpResponse:
    """Done, or not today. Told again, it takes the place of what was told."""
    stay_about(request, about_the_step(morning.today))
    part = one_of(PARTS, request.POST.get("part", ""))
    _note(request, morning, did(morning.today.dose, part))
    return redirect("today:today")


@require_http_methods(["GET", "HEAD", "POST"])
def more(request: HttpRequest) -> HttpResponse:
    """More than planned: how much in all. It is noted, and that is all."""
    morning = morning_of(request)
    if morning.today.plan is None or morning.today.dose is None:
        return redirect("today:today")
    if request.method != "POST":
        return _how_much(request, morning, "today/more_done.html", about_the_step(morning.today))
    if is_heard(request):
        return redirect("today:today")
    try:
        stay_about(request, about_the_step(morning.today))
        done = _all_told(request, morning)
    except WrongError as wrong:
        return _how_much(
            request, morning, "today/more_done.html", about_the_step(morning.today), str(wrong)
        )
    _note(request, morning, done)
    return redirect("today:today")


@require_http_methods(["GET", "HEAD", "POST"])
def yesterday_session(request: HttpRequest) -> HttpResponse:
    """Yesterday's step, by an amount. Told again, it takes the place of what was told."""
    morning = morning_of(request)
    if morning.today.plan is None or morning.today.yesterday is None:
        return redirect("today:today")
    about = morning.today.day.isoformat()
    if request.method != "POST":
        return _how_much(request, morning, "today/yesterday_done.html", about)
    if is_heard(request):
        return redirect("today:today")
    try:
        stay_about(request, about)
        done = on.SessionTold(_amount(request, morning))
    except WrongError as wrong:
        return _how_much(request, morning, "today/yesterday_done.html", about, str(wrong))
    noon = noon_of(yesterday_of(morning.today), now(request))
    say(request, *_instead_of_yesterdays(morning), done, at=noon)
    return redirect("today:today")


def _all_told(request: HttpRequest, morning: Morning) -> on.SessionTold:
    if UNKNOWN in request.POST:
        return did(morning.today.dose, Part.MORE)
    return on.SessionTold(_amount(request, morning))


def _amount(request: HttpRequest, morning: Morning) -> int:
    return amount_of(request.POST.get(AMOUNT, ""), _unit(morning), most_to_tell(morning.today))


def _note(request: HttpRequest, morning: Morning, done: on.SessionTold) -> None:
    """Write today's session in the place of those that can still be taken back."""
    before = sessions_of(morning.today)
    gone: list[Event] = [on.TakenBack(one.key) for one in before]
    # What is corrected happened when it was first told.
    say(request, *gone, done, at=min((one.at for one in before), default=None))


def _instead_of_yesterdays(morning: Morning) -> list[Event]:
    """Take back what was told of yesterday's sessions, by whichever page."""
    yesterday = yesterday_of(morning.today)
    return [
        on.TakenBack(one.key)
        for one in in_order(morning.entries)
        if isinstance(one.event, on.SessionTold) and local_day(one) == yesterday and one.key
    ]


def _how_much(
    request: HttpRequest, morning: Morning, template: str, about: str, wrong: str = ""
) -> HttpResponse:
    """The page that asks for an amount, with what was wrong about it."""
    unit = _unit(morning)
    before = dose_told(morning)
    dose = morning.today.dose
    words = {
        ABOUT: about,
        "unit": unit,
        "dose": dose_in_words(unit, dose) if dose is not None else "",
        "yesterdays": dose_in_words(unit, before) if before is not None else "",
        "amount": request.POST.get(AMOUNT, "")[:12],
        "wrong": wrong,
    }
    return render(request, template, words, status=422 if wrong else 200)


def _unit(morning: Morning) -> Unit:
    assert morning.today.plan is not None  # noqa: S101 - for the type checker: the pages ask first
    return morning.today.plan.unit
