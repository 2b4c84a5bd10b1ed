"""A flare: one tap says it, and the page it leads to helps now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steadystep.core import events as on
from steadystep.core.facts import FlareWord
from steadystep.core.fold import local_day
from steadystep.web.record.door import say
from steadystep.web.today.card import card_of
from steadystep.web.today.fields import LINE_MOST, WrongError, few_words
from steadystep.web.today.morning import morning_of, told_morning
from steadystep.web.today.telling import is_heard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Entry
    from steadystep.web.today.morning import Morning

# The person's own words for a hard day, kept as preferences: they hold beyond the day.
LIST, CALL = "flare_list", "flare_call"
# A choice: what a foggy head reads.
LINES_MOST = 10


@dataclass(frozen=True, slots=True)
class Own:
    """The person's own words: what helps them, and whom to call."""

    lines: tuple[str, ...]
    call: str


def say_flare(request: HttpRequest) -> HttpResponse:
    """Note a flare. It is taken from whatever page it comes, old or new."""
    is_form = request.method == "POST"
    if is_form and not is_heard(request) and not morning_of(request).today.flare:
        say(request, on.FlareTold(FlareWord.A_FLARE))
    return redirect("today:flare")


@require_http_methods(["GET", "HEAD", "POST"])
def flare(request: HttpRequest) -> HttpResponse:
    """The page that helps now; a form on it changes the person's own words."""
    own = own_words(morning_of(request).entries)
    if request.method != "POST":
        return _show(request, own)
    if is_heard(request):
        return redirect("today:flare")
    try:
        word = _word(request, own)
    except WrongError as wrong:
        return _show(request, own, str(wrong))
    say(request, word)
    return redirect("today:flare")


def own_words(entries: Sequence[Entry]) -> Own:
    """What the person wrote for such a day; the last word counts."""
    said = {LIST: "", CALL: ""}
    for entry in entries:
        if isinstance(entry.event, on.PreferenceSet) and entry.event.name in said:
            said[entry.event.name] = entry.event.value
    return Own(tuple(one for one in said[LIST].split("\n") if one), said[CALL])


def _word(request: HttpRequest, own: Own) -> on.PreferenceSet:
    """The person's words as they are after this form.

    Raises:
        WrongError: A line is empty, too long, or one too many.
    """
    form = request.POST
    if "remove" in form:
        kept = [one for one in own.lines if one != form["remove"]]
        return on.PreferenceSet(LIST, "\n".join(kept))
    if CALL in form:
        # Emptied is a word too: nobody is named any more.
        call = few_words(form[CALL], LINE_MOST) if form[CALL].strip() else ""
        return on.PreferenceSet(CALL, call.replace("\n", " "))
    line = few_words(form.get("line", ""), LINE_MOST).replace("\n", " ")
    if len(own.lines) >= LINES_MOST:
        raise WrongError(_("Your list is full. Take a line away first."))
    return on.PreferenceSet(LIST, "\n".join(dict.fromkeys((*own.lines, line))))


def _show(request: HttpRequest, own: Own, wrong: str = "") -> HttpResponse:
    morning = morning_of(request) if wrong else told_morning(request)
    words = {
        "card": card_of(morning),
        "own": own,
        "marked": _marked(morning),
        "is_flare": morning.today.flare,
        "list_is_full": len(own.lines) >= LINES_MOST,
        "line_most": LINE_MOST,
        "line": request.POST.get("line", ""),
        "wrong": wrong,
    }
    return render(request, "today/flare.html", words, status=422 if wrong else 200)


def _marked(morning: Morning) -> str:
    """The key by which today's flare can still be taken back; nothing where it cannot."""
    for entry in morning.today.undoable:
        event = entry.event
        is_flare = isinstance(event, on.FlareTold) and event.word == FlareWord.A_FLARE
        if is_flare and local_day(entry) == morning.today.day:
            return entry.key
    return ""
