"""An export while it is read, what was found in it, and the word that brings it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseLocation

from steadystep.explain.left_out_words import left_out_named
from steadystep.web.bring.imports import CLOSED, redirect_to
from steadystep.web.bring.job import current, let_go
from steadystep.web.bring.stage import At, Stage
from steadystep.web.bring.telling import (
    beyond_of,
    count_told,
    dates_of,
    left_told,
    rows_of,
    said,
    sources_of,
)
from steadystep.web.record.door import ME, form_key, now
from steadystep.web.record.place import folder
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from steadystep.web.bring.job import Job

# What the progress asks for itself with.
PROGRESS = "progress"
_AT_WORK = (At.READING, At.KEEPING)
LONGEST_ANSWER = 200
DATES = "dates"
_ALL = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a reader: its title, its choices, and the field it is answered in."""

    field: str
    title: str
    choices: tuple[tuple[str, str], ...] = ()


@require_safe
def reading(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how far it is."""
    job = _job(key)
    if job is None:
        return redirect_to(CLOSED)
    stage = job.stage()
    if _asks_for_progress(request) and stage.at not in _AT_WORK:
        return HttpResponseLocation(request.path)
    if stage.at is At.KEPT:
        let_go(folder())
        return redirect_to(f"new={stage.number}")
    show, words = _PAGES[stage.at](stage)
    if "asked" in words:
        # Asked again, it did not fit.
        words["tried"] = job.choices.get(words["asked"].field, "")
    page = render(request, f"bring/{show}.html", {"key": key, "stage": stage, **words})
    if stage.at is At.HERE:
        let_go(folder())
    return page


@require_POST
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take the answer to what the reader asked, and read on."""
    form_key(request)
    job = _job(key)
    if job is None:
        return redirect_to(CLOSED)
    stage = job.stage()
    asked = _asked(stage.flag)
    if stage.at is At.ASKS and asked is not None:
        told = request.POST.get(asked.field, "").strip()[:LONGEST_ANSWER]
        if told and (not asked.choices or told in dict(asked.choices)):
            job.read(ME, now(request), **{asked.field: told})
            job.wait()
    return redirect("bring:reading", key=key)


@require_POST
def keep(request: HttpRequest, key: UUID) -> HttpResponse:
    """Bring in what was found."""
    form_key(request)
    job = _job(key)
    if job is None:
        return redirect_to(CLOSED)
    job.keep(ME, now(request))
    job.wait()
    return redirect("bring:reading", key=key)


@require_POST
def stop(request: HttpRequest, key: UUID) -> HttpResponse:
    """Stop, and leave nothing behind."""
    form_key(request)
    job = _job(key)
    if job is None:
        return redirect_to(CLOSED)
    if job.stage().at in {At.KEEPING, At.KEPT}:
        # What is being kept is kept to its end.
        return redirect("bring:reading", key=key)
    let_go(folder())
    return redirect_to("stopped")


def _job(key: UUID) -> Job | None:
    """The export of this address, where it is still the one that is being brought."""
    job = current(folder())
    return job if job is not None and job.key == str(key) else None


def _asks_for_progress(request: HttpRequest) -> bool:
    return request.headers.get("HX-Target") == PROGRESS


def _at_work(stage: Stage) -> tuple[str, dict[str, Any]]:
    percent = min(_ALL, stage.done * _ALL // stage.size) if stage.size else 0
    left = left_told(stage.done, stage.size, stage.seconds)
    return "reading", {
        "percent": percent,
        "left": left,
        "keeping": stage.at is At.KEEPING,
        "ordering": percent == _ALL,
    }


def _found(stage: Stage) -> tuple[str, dict[str, Any]]:
    found = stage.found
    if found is None or not (found.kinds or found.sessions):
        return "nothing", {}
    return "found", {
        "rows": rows_of(found),
        "sources": sources_of(found),
        "sessions": found.sessions,
        "assumed": [said(one) for one in found.assumed],
        "unreadable": count_told(found.unreadable) if found.unreadable else "",
        "troubles": [(one.where, said(one.why)) for one in found.troubles],
        "more": max(found.unreadable - len(found.troubles), 0),
        "left_out": [
            (left_out_named(what, rule_words()), count_told(many))
            for what, many in found.left_out.items()
        ],
        "beyond": beyond_of(found),
        "again": said(stage.why) if stage.why else "",
    }


def _asks(stage: Stage) -> tuple[str, dict[str, Any]]:
    asked = _asked(stage.flag)
    if asked is None:
        return _refused(stage)
    values = stage.why.values if stage.why else {}
    read_as = dates_of(str(values.get("date", ""))) if asked.field == DATES else {}
    choices = [
        (word, name, read_as.get(word, ""))
        for word, name in asked.choices
        if word in read_as or not read_as
    ]
    return "asks", {"asked": asked, "choices": choices, "values": values}


def _refused(stage: Stage) -> tuple[str, dict[str, Any]]:
    return "refused", {"why": said(stage.why) if stage.why else ""}


def _asked(flag: str | None) -> Asked | None:
    """The question behind what the terminal calls a flag."""
    if flag == "--dates":
        choices = (
            ("dmy", _("The day, then the month")),
            ("mdy", _("The month, then the day")),
            ("ymd", _("The year, then month and day")),
        )
        return Asked(DATES, _("What comes first in its dates?"), choices)
    if flag == "--glucose":
        units = (("mg/dL", "mg/dL"), ("mmol/L", "mmol/L"))
        return Asked("glucose", _("In which unit is your glucose?"), units)
    if flag == "--person":
        return Asked("person", _("Whose days are these?"))
    return None


_PAGES: dict[At, Callable[[Stage], tuple[str, dict[str, Any]]]] = {
    At.READING: _at_work,
    At.KEEPING: _at_work,
    At.FOUND: _found,
    At.ASKS: _asks,
    At.REFUSED: _refused,
    At.TROUBLE: _refused,
    At.HERE: lambda _: ("here", {}),
    At.BROKEN: lambda _: ("broken", {}),
}
