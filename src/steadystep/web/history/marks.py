"""What else went on: one tap each, today or another day, and a note in one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steadystep.core import events as on
from steadystep.core.correcting import (
    NOTE_LETTERS,
    Correction,
    medicine_changed_on,
    new_note,
    other_mark,
    own_words,
    why_not,
)
from steadystep.core.events import Mark
from steadystep.core.facts import Gate
from steadystep.explain.drawn import mark_name
from steadystep.web.history.dates import day_in, short_date
from steadystep.web.history.log import not_that_day, on_a_day, read, write
from steadystep.web.today.fields import WrongError, one_of

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from steadystep.web.history.log import Read

MARKS = {one.value: one for one in Mark}


@require_http_methods(["GET", "HEAD"])
def todays(request: HttpRequest) -> HttpResponse:
    """Today's marks; or those of the day that was picked."""
    record = read(request)
    if "day" not in request.GET or record.began is None:
        return redirect("history:marks_of", day=record.today)
    day = day_in(request.GET["day"])
    if day is None:
        return _page(request, record, record.today, _("Write a day such as 2026-05-31."), "day")
    why = why_not(record.entries, day, record.now)
    if why is not None:
        return _page(request, record, record.today, not_that_day(why), "day")
    return redirect("history:marks_of", day=day)


@require_http_methods(["GET", "HEAD", "POST"])
@on_a_day
def of_a_day(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    """The marks and the note of one day."""
    if request.method != "POST":
        return _page(request, record, day)
    try:
        write(request, record, _told(request, record, day))
    except WrongError as wrong:
        return _page(request, record, day, str(wrong), "note" if "note" in request.POST else "")
    return redirect(reverse("history:marks_of", args=[day]) + "?saved")


def _told(request: HttpRequest, record: Read, day: date) -> Correction:
    """The mark that was tapped, or the note that was written.

    Raises:
        WrongError: It is no button of ours, or too long a note.
    """
    todays = record.told(day)
    if "note" not in request.POST:
        mark = one_of(MARKS, request.POST.get("mark", ""))
        return other_mark(todays, day, record.now, mark)
    words = own_words(request.POST["note"])
    # What is on record already may be longer; it is not cut by being shown.
    most = max(NOTE_LETTERS, len(_note(record, day)))
    if len(words) > most:
        message = _("That is too long. %(most)d letters fit; this has %(many)d.")
        raise WrongError(message % {"most": most, "many": len(words)})
    return new_note(todays, day, record.now, words)


def _page(
    request: HttpRequest, record: Read, day: date, wrong: str = "", field: str = ""
) -> HttpResponse:
    """The page; where something is wrong, it says what, and marks the field it stands in."""
    told = {one.event.mark for one in record.told(day) if isinstance(one.event, on.Marked)}
    changed = medicine_changed_on(record.entries, record.today)
    gate = record.morning.standing.gate
    page = {
        "day": day,
        "named": record.named(day),
        "is_today": day == record.today,
        "marks": [(one.value, mark_name(one, record.words), one in told) for one in Mark],
        "note": request.POST.get("note") or _note(record, day),
        "most": NOTE_LETTERS,
        "began": record.began,
        "today": record.today,
        "wrong": wrong,
        "field": field,
        "saved": "saved" in request.GET,
        "ill": day == record.today and Mark.ILLNESS in told and gate != Gate.PAUSED,
        "changed": changed and short_date(changed, record.words, today=record.today),
    }
    return render(request, "history/marks.html", page, status=422 if wrong else 200)


def _note(record: Read, day: date) -> str:
    """The notes of a day as one."""
    notes = (one.event.text for one in record.told(day) if isinstance(one.event, on.NoteWritten))
    return "\n".join(notes)
