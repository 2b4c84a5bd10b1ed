"""Undo, with one tap: the last word, or any word of the last 24 hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steadystep.web.record.door import now, say
from steadystep.web.record.person import time_told
from steadystep.web.today.morning import Morning, morning_of
from steadystep.web.today.telling import ClosedError, tells
from steadystep.web.today.undoing import sayings, to_take_back

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@tells
def undo(request: HttpRequest, morning: Morning) -> HttpResponse:
    """Take back what was said under a key."""
    events = to_take_back(morning, request.POST.get("what", ""), now(request))
    if not events:
        raise ClosedError(_("That cannot be taken back here any more. Nothing was changed."))
    say(request, *events)
    return redirect("today:today")


@require_safe
def undo_list(request: HttpRequest) -> HttpResponse:
    """Everything that was said in the last 24 hours."""
    said = [
        (one.key, one.label, time_told(request, one.at)) for one in sayings(morning_of(request))
    ]
    return render(request, "today/undo.html", {"sayings": said})
