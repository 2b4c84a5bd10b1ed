"""After a session: how hard it was, what to do when it was too much, and the rule while moving."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.core.events import EffortTold, SessionTold
from steadystep.core.fold import in_order, local_day
from steadystep.core.movements import GENTLE_EFFORT_MOST
from steadystep.core.today import day_of
from steadystep.web.move.library.shelf import find
from steadystep.web.move.pacing import LONGEST_HOURS, RISE_MOST, SETTLED_MINUTES
from steadystep.web.record.door import now, say, the_log
from steadystep.web.record.scales import effort_levels
from steadystep.web.today.fields import WrongError, from_0_to_10

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Entry

# What a session keeps in its address.
IN_ADDRESS = ("since", "step", "way", "count")
# The front page; it belongs to another feature.
TODAY = "/"


@require_http_methods(["GET", "HEAD", "POST"])
def effort(request: HttpRequest) -> HttpResponse:
    """How hard was it, 0 to 10? Asked once, and it may be left."""
    session = _asked_about(request)
    if session is None:
        return redirect(TODAY)
    if request.method != "POST":
        return _how_hard(request)
    try:
        level = from_0_to_10(request.POST.get("effort", ""))
    except WrongError as wrong:
        return _how_hard(request, str(wrong))
    same_day = local_day(session) == day_of(now(request))
    say(request, EffortTold(level), at=None if same_day else session.at)
    return redirect("move:above" if level > GENTLE_EFFORT_MOST else TODAY)


@require_safe
def above(request: HttpRequest) -> HttpResponse:
    """It was harder than gentle: what that means, and no blame."""
    return render(request, "move/above.html", {"effort_most": GENTLE_EFFORT_MOST})


@require_safe
def rest(request: HttpRequest) -> HttpResponse:
    """Stopped for today."""
    return render(request, "move/rest.html", {"settled": SETTLED_MINUTES})


@require_safe
def rule(request: HttpRequest) -> HttpResponse:
    """The rule while moving, and why. A session under way is one step back."""
    words = {"rise": RISE_MOST, "settled": SETTLED_MINUTES, "back": _way_back(request)}
    return render(request, "move/rule.html", words)


def _way_back(request: HttpRequest) -> str:
    """The session that was left to read this, or the sheet."""
    sheet = find(request.GET.get("of", ""))
    if sheet is None:
        return reverse("move:now")
    kept = QueryDict(mutable=True)
    for name in IN_ADDRESS:
        kept[name] = request.GET.get(name, "")
    return f"{reverse('move:go', args=[sheet.slug])}?{kept.urlencode()}"


def _asked_about(request: HttpRequest) -> Entry | None:
    """The session that the question is about: the last, where nothing was said of it yet."""
    oldest = now(request) - timedelta(hours=LONGEST_HOURS)
    lately = in_order(the_log(request).entries(since=day_of(oldest)))
    for entry in reversed([one for one in lately if one.recorded >= oldest]):
        if isinstance(entry.event, EffortTold):
            return None
        if isinstance(entry.event, SessionTold):
            return entry if entry.event.done else None
    return None


def _how_hard(request: HttpRequest, wrong: str = "") -> HttpResponse:
    words = {"levels": effort_levels(), "effort_most": GENTLE_EFFORT_MOST, "wrong": wrong}
    return render(request, "move/effort.html", words, status=422 if wrong else 200)
