"""The page that closes the first week: what there was of it, and how it was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from steadystep.core import acts
from steadystep.core import events as on
from steadystep.core.asking import WEEK_DAYS, WEEK_PAGE
from steadystep.core.fold import in_order, local_day
from steadystep.explain.amounts import amount
from steadystep.web.history.log import is_heard, read
from steadystep.web.record.door import say
from steadystep.web.today.fields import WrongError, one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Entry, Event
    from steadystep.core.today import Today
    from steadystep.web.history.log import Read

EASIER, RIGHT, TOO_MUCH = "easier", "right", "too_much"
SMALLER = "smaller"
ANSWERS = {one: one for one in (EASIER, RIGHT, TOO_MUCH, SMALLER)}


@require_http_methods(["GET", "HEAD", "POST"])
def week(request: HttpRequest) -> HttpResponse:
    """Look back on seven days; "too much" leads to one rung less."""
    record = read(request)
    today = record.morning
    began = _began(record.entries)
    if began is None or today.day < began + timedelta(days=WEEK_DAYS):
        return render(request, "history/no_week.html", status=404)
    wrong = ""
    if request.method == "POST":
        try:
            return _heard(request, record, today)
        except WrongError as problem:
            wrong = str(problem)
    page = {
        "wrong": wrong,
        "sentences": _sentences(record, began),
        "smaller": _smaller(record, today),
        "level": _level(today),
        "step": _amount(record, today, _level(today)),
        "too_much": request.GET.get("was") == TOO_MUCH,
    }
    return render(request, "history/week.html", page, status=422 if wrong else 200)


def _heard(request: HttpRequest, record: Read, today: Today) -> HttpResponse:
    """Write how it was, once; after "too much" the smaller step is offered.

    Raises:
        WrongError: No button of ours sends this.
    """
    was = one_of(ANSWERS, request.POST.get("was", ""))
    if not is_heard(request, record):
        say(request, *_told(was, request.POST.get("level", ""), record, today))
    if was == TOO_MUCH and _smaller(record, today):
        return redirect("/history/week/?was=too_much")
    return redirect("today:today")


def _told(was: str, said_level: str, record: Read, today: Today) -> Sequence[Event]:
    """The page was read; how it was is the way by which it was left.

    Raises:
        WrongError: There is nothing smaller, or the step has changed since the page was made.
    """
    if was != SMALLER:
        return on.PageSeen(WEEK_PAGE), on.PageSeen(f"{WEEK_PAGE}.{was}")
    if not _smaller(record, today) or said_level != str(_level(today)):
        raise WrongError(_("That page was old. The step is another one by now."))
    return (acts.smaller(today),)


def _began(entries: Sequence[Entry]) -> date | None:
    """The first day of the plan in force."""
    begun = [one for one in in_order(entries) if isinstance(one.event, on.PlanStarted)]
    return local_day(begun[-1]) if begun else None


def _sentences(record: Read, began: date) -> list[str]:
    """What there was of the seven days: what is there is counted, and nothing else."""
    days = record.days(began, began + timedelta(days=WEEK_DAYS - 1))
    moved = sum(bool(one.done) for one in days)
    answered = sum(one.answered for one in days)
    said = []
    if moved:
        said.append(ngettext("You moved on %(n)d day.", "You moved on %(n)d days.", moved))
    if answered:
        said.append(ngettext("You answered on %(n)d day.", "You answered on %(n)d days.", answered))
    counts = [many for many in (moved, answered) if many]
    return [one % {"n": many} for one, many in zip(said, counts, strict=True)]


def _smaller(record: Read, today: Today) -> str:
    """The step one rung down; nothing on the smallest, and where there is no step."""
    level = _level(today)
    if level is None:
        return ""
    dose = acts.smaller(today).dose
    return _amount(record, today, dose) if dose < level else ""


def _level(today: Today) -> int | None:
    """The rung in force, tenths; None where there is no step."""
    return None if today.decision is None else today.decision.level


def _amount(record: Read, today: Today, dose: int | None) -> str:
    if today.plan is None or dose is None:
        return ""
    return amount(record.words, today.plan.unit, dose)
