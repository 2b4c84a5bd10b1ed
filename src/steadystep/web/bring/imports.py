"""The page "Bring my data": what to choose, what was brought, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.store.bringing import take_out
from steadystep.web.bring.door import the_observed
from steadystep.web.bring.job import current
from steadystep.web.bring.place import is_worked_in
from steadystep.web.bring.stage import At
from steadystep.web.bring.telling import day_with_year, kinds_told, moment_told
from steadystep.web.record.door import ME, form_key, now, the_log
from steadystep.web.record.place import folder

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.store import Imported

# What the address says after an export that is no longer looked at was asked for.
CLOSED = "closed"
_OVER = (At.HERE, At.KEPT, At.BROKEN, At.TROUBLE, At.REFUSED)


@dataclass(frozen=True, slots=True)
class Row:
    """One import as the list shows it."""

    number: int
    reader: str
    at: str
    days: int
    first: str
    last: str
    kinds: str
    sessions: int
    unreadable: int
    is_new: bool


@require_safe
def bring(request: HttpRequest) -> HttpResponse:
    """Choose what to bring, and see what was brought."""
    return show(request)


def show(request: HttpRequest, *, wrong: str = "", status: int = 200) -> HttpResponse:
    """Show the page, with what was wrong about a form where something was."""
    job = current(folder())
    words = {
        "wrong": wrong,
        "job": job if job is not None and job.stage().at not in _OVER else None,
        "imports": [_row(one, request) for one in reversed(the_observed().imports(ME))],
        "undone": "undone" in request.GET,
        "stopped": "stopped" in request.GET,
        "closed": CLOSED in request.GET,
        "goes_on": job is None and is_worked_in(folder()),
    }
    return render(request, "bring/bring.html", words, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Undo an import whole, once the person has seen which one."""
    if request.method == "POST":
        form_key(request)
        take_out(the_log(request), the_observed(), number, now=now(request))
        return redirect_to("undone")
    rows = [_row(one, request) for one in the_observed().imports(ME) if one.number == number]
    if not rows:
        return redirect("bring:bring")
    return render(request, "bring/undo.html", {"row": rows[0]})


def redirect_to(what: str) -> HttpResponse:
    """Go to the page, which says what was done."""
    answer = redirect("bring:bring")
    answer["Location"] += f"?{what}"
    return answer


def _row(one: Imported, request: HttpRequest) -> Row:
    days = [*(kind.first for kind in one.kinds), *(kind.last for kind in one.kinds)]
    return Row(
        number=one.number,
        reader=one.brought.reader,
        at=moment_told(request, one.brought.at),
        days=max((kind.days for kind in one.kinds), default=0),
        first=day_with_year(date.fromordinal(min(days))) if days else "",
        last=day_with_year(date.fromordinal(max(days))) if days else "",
        kinds=kinds_told(kind.kind for kind in one.kinds),
        sessions=one.sessions,
        unreadable=one.brought.unreadable,
        is_new=request.GET.get("new") == str(one.number),
    )
