"""A day put right: its answer, its movement, a forgotten flare, and what is to be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from steadystep.core import acts
from steadystep.core import events as on
from steadystep.core.acts import Part
from steadystep.core.correcting import Correction, new_answer, new_session, removed
from steadystep.core.facts import FlareWord
from steadystep.core.ladder import MOVEMENT
from steadystep.core.observations import Symptom
from steadystep.explain.amounts import amount, decimal
from steadystep.explain.pictures import counted_in
from steadystep.web.history.log import on_a_day, write
from steadystep.web.record.scales import Level, levels_of
from steadystep.web.today.fields import WrongError, amount_of, from_0_to_10, one_of

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.history import HistoryDay
    from steadystep.web.history.log import Read

# How much of the step, as the buttons of the page send it.
PARTS = {one.value: one for one in (Part.NONE, Part.A_BIT, Part.YES)}


@require_http_methods(["GET", "HEAD", "POST"])
@on_a_day
def answer(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    """Tell or change how a day was."""
    lived = record.lived(day)
    wrong = ""
    if request.method == "POST":
        try:
            return _heard(request, record, day, _answer(request, record, day))
        except WrongError as problem:
            wrong = str(problem)
    page = {
        "day": day,
        "named": record.named(day),
        "is_today": day == record.today,
        "wrong": wrong,
        "questions": [
            (name, label, levels, _picked(request, name, tenths))
            for name, label, levels, tenths in _questions(lived)
        ],
    }
    return render(request, "history/answer.html", page, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@on_a_day
def session(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    """Tell or change what was done of a day's step."""
    lived = record.lived(day)
    wrong = ""
    if request.method == "POST":
        try:
            done = _done(request, lived)
            put_right = new_session(record.told(day), day, record.now, done=done)
            return _heard(request, record, day, put_right)
        except WrongError as problem:
            wrong = str(problem)
    unit = lived.decision.unit
    page = {
        "day": day,
        "named": record.named(day),
        "is_today": day == record.today,
        "wrong": wrong,
        "step": lived.dose and amount(record.words, unit, lived.dose),
        "parts": _parts() if lived.dose else [],
        "unit": counted_in(record.words, unit),
        "amount": request.POST.get("amount", "") or _told(lived, record),
    }
    return render(request, "history/session.html", page, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@on_a_day
def flare(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    """Say afterwards that a day was a flare."""
    if request.method != "POST":
        page = {"day": day, "named": record.named(day), "is_today": day == record.today}
        return render(request, "history/flare.html", page)
    at = acts.noon_of(day, record.now)
    told = any(one.event == on.FlareTold(FlareWord.A_FLARE) for one in record.told(day))
    events = () if told else (on.FlareTold(FlareWord.A_FLARE),)
    return _heard(request, record, day, Correction(events, at))


@require_POST
@on_a_day
def remove(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    """Take back something that was said of a day."""
    what = request.POST.get("what", "")
    return _heard(request, record, day, removed(record.told(day), day, record.now, [what]))


def _heard(request: HttpRequest, record: Read, day: date, put_right: Correction) -> HttpResponse:
    """Write it, and show the day as it is now."""
    write(request, record, put_right)
    return redirect(reverse("history:day", args=[day]) + "?right")


def _answer(request: HttpRequest, record: Read, day: date) -> Correction:
    """The answer of the form.

    Raises:
        WrongError: A number is none, or there is none at all.
    """
    said = {
        one: from_0_to_10(request.POST[one]) * 10 for one in Symptom if request.POST.get(one, "")
    }
    if not said:
        raise WrongError(_("Tap a number for one of them, then save."))
    return new_answer(
        record.told(day),
        day,
        record.now,
        pain=said.get(Symptom.PAIN),
        fatigue=said.get(Symptom.FATIGUE),
        sleep=said.get(Symptom.SLEEP),
    )


def _questions(
    lived: HistoryDay,
) -> list[tuple[Symptom, str, tuple[Level, ...], int | None]]:
    return [
        (Symptom.PAIN, _("Pain"), levels_of(Symptom.PAIN), lived.pain),
        (Symptom.FATIGUE, _("Fatigue"), levels_of(Symptom.FATIGUE), lived.fatigue),
        (Symptom.SLEEP, _("Sleep"), levels_of(Symptom.SLEEP), lived.sleep),
    ]


def _picked(request: HttpRequest, name: Symptom, tenths: int | None) -> int | None:
    """The number that stands picked: the one that was sent, else the one on record."""
    sent = request.POST.get(name, "")
    if sent.isascii() and sent.isdigit():
        return int(sent[:3])
    return None if tenths is None else tenths // 10


def _done(request: HttpRequest, lived: HistoryDay) -> int:
    """What was done by the form, tenths of a unit.

    Raises:
        WrongError: It is no button of ours, and no amount of this movement.
    """
    unit = lived.decision.unit
    if "part" in request.POST:
        part = one_of(PARTS, request.POST["part"])
        if lived.dose is None:
            raise WrongError(_("There was no step that day. Write how much it was."))
        return acts.did(lived.dose, part).done
    most = MOVEMENT[unit].doses[-1] * acts.MOST_TOPS
    return amount_of(request.POST.get("amount", ""), unit, most)


def _parts() -> list[tuple[str, str]]:
    names = {Part.NONE: _("Rest"), Part.A_BIT: _("A bit"), Part.YES: _("All of it")}
    return [(value, names[part]) for value, part in PARTS.items()]


def _told(lived: HistoryDay, record: Read) -> str:
    return "" if lived.done is None else decimal(record.words, lived.done)
