"""Today, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from steadystep.core.beginning import beginning_of
from steadystep.explain.brought_words import data_stopped
from steadystep.web.record.door import the_log
from steadystep.web.record.words import apart, rule_words
from steadystep.web.today.asked import asked
from steadystep.web.today.card import card_of
from steadystep.web.today.morning import told_morning
from steadystep.web.today.undoing import is_changed, last_said
from steadystep.web.today.words import date_in_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.web.today.morning import Morning


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The front page; before there is a plan, the first run."""
    if not beginning_of(the_log(request).lasting()).is_over:
        return redirect("begin:begin")
    return show(request, told_morning(request))


def show(
    request: HttpRequest, morning: Morning, *, wrong: str = "", status: int = 200
) -> HttpResponse:
    """Show today, with what was wrong about a form where something was."""
    words = {
        "morning": morning,
        "date": date_in_words(morning.today.day),
        "card": card_of(morning),
        "question": asked(morning),
        "stale": _stale(morning),
        "undo": last_said(morning),
        "changed": is_changed(morning),
        "wrong": wrong,
    }
    return render(request, "today/today.html", words, status=status)


def _stale(morning: Morning) -> str:
    """That the data of a source stopped, where they did; in fog nothing is added to the page."""
    stale = morning.today.stale
    if stale is None or morning.fog:
        return ""
    stale = stale._replace(source=apart(stale.source))
    return " ".join(data_stopped(rule_words(), stale, morning.today.day))
