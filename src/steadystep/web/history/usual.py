"""The review of usual: the present one and the higher one side by side, and the person chooses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steadystep.charts import usual_svg
from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.correcting import medicine_changed_on
from steadystep.core.observations import Symptom
from steadystep.core.policy import GENTLE
from steadystep.core.signal import TOP
from steadystep.core.usual import asked_about
from steadystep.explain.amounts import decimal
from steadystep.explain.pictures import picture_words
from steadystep.web.history import said
from steadystep.web.history.dates import short_date
from steadystep.web.history.log import is_heard, read
from steadystep.web.record.door import say
from steadystep.web.today.fields import WrongError, one_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

    from steadystep.core.today import Today
    from steadystep.core.usual import UsualNow
    from steadystep.web.history.log import Read

ANSWERS = {"keep": False, "take": True}
# What a look at usual looks back on, days.
LOOKED_AT = timedelta(days=GENTLE.look_every_days)


@dataclass(frozen=True, slots=True)
class Card:
    """Usual of one symptom as the page shows it.

    Attributes:
        name: What it is called.
        usual: Its number.
        how: Since when, and where it comes from.
        warning: Where a warning starts; nothing where no number can show one.
        higher: The number that is asked about; nothing where nothing is asked.
        picture: The answers of the last weeks, with a line for each number.
        told: What the picture shows, in words.
    """

    name: str
    usual: str
    how: str
    warning: str
    higher: str
    picture: SafeString
    told: str


@require_http_methods(["GET", "HEAD", "POST"])
def usual(request: HttpRequest) -> HttpResponse:
    """Show usual at any time; where a higher one is asked about, take the answer."""
    record = read(request)
    today = record.morning
    stands = record.usual()
    asked = asked_about(stands) if Ask.USUAL in today.asks else None
    wrong = ""
    if request.method == "POST":
        if is_heard(request, record):
            return _answered(request)
        try:
            take = one_of(ANSWERS, request.POST.get("answer", ""))
        except WrongError as problem:
            wrong = str(problem)
        else:
            if asked is not None:
                say(request, on.UsualAnswered(take))
                return redirect(_page_after(take=take))
            wrong = _("Nothing is asked now. Your usual is as it was.")
    changed = medicine_changed_on(record.entries, record.today)
    page = {
        "cards": [_card(one, record, asked=one is asked) for one in stands],
        "asked": asked and _card(asked, record, asked=True),
        "wrong": wrong,
        "kept": request.GET.get("answer") == "keep",
        "taken": request.GET.get("answer") == "take",
        "every": GENTLE.look_every_days,
        "changed": changed and short_date(changed, record.words, today=record.today),
        "learning": _learning(today),
    }
    return render(request, "history/usual.html", page, status=422 if wrong else 200)


def _answered(request: HttpRequest) -> HttpResponse:
    return redirect(_page_after(take=request.POST.get("answer") == "take"))


def _page_after(*, take: bool) -> str:
    return f"{reverse('history:usual')}?answer={'take' if take else 'keep'}"


def _learning(today: Today) -> bool:
    """Is there a plan, and no usual yet?"""
    return today.plan is not None


def _card(stands: UsualNow, record: Read, *, asked: bool) -> Card:
    name, usual = _names(stands.symptom), decimal(record.words, stands.usual)
    higher = decimal(record.words, stands.higher) if asked and stands.higher is not None else ""
    told = _told(usual, higher)
    return Card(
        name=name,
        usual=usual,
        how=said.usual_since(stands, record.words, today=record.today),
        warning=decimal(record.words, stands.warning) if stands.warning <= TOP else "",
        higher=higher,
        picture=_picture(stands, record, title=name, told=told, asked=asked),
        told=told,
    )


def _names(symptom: Symptom) -> str:
    return _("Usual pain") if symptom == Symptom.PAIN else _("Usual fatigue")


def _told(usual: str, higher: str) -> str:
    """What the picture shows, in words."""
    if higher:
        return _("Your answers of the last weeks lie around %(higher)s, above %(usual)s.") % {
            "higher": higher,
            "usual": usual,
        }
    return _("Your answers of the last weeks, and a line at %(usual)s.") % {"usual": usual}


def _picture(stands: UsualNow, record: Read, *, title: str, told: str, asked: bool) -> SafeString:
    colour: Literal["pain", "fatigue"] = "pain" if stands.symptom == Symptom.PAIN else "fatigue"
    days = record.days(record.today - LOOKED_AT, record.today)
    answers = [one.pain if colour == "pain" else one.fatigue for one in days]
    drawing = usual_svg(
        [one / 10 for one in answers if one is not None],
        usual=stands.usual / 10,
        higher=stands.higher / 10 if asked and stands.higher is not None else None,
        colour=colour,
        words=picture_words(record.words),
        title=title,
        description=told,
        name=colour,
    )
    return mark_safe(drawing)  # noqa: S308 - charts escapes every word
