"""Why: what was told and the numbers behind it, what would change it, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steadystep.core import events as on
from steadystep.core.brought import BROUGHT
from steadystep.core.facts import NONE
from steadystep.core.fold import local_day
from steadystep.core.history import HistoryDay, Telling, data_used
from steadystep.core.observations import Symptom
from steadystep.core.today import day_of
from steadystep.explain import expert
from steadystep.explain.days import looking
from steadystep.explain.figures import figures
from steadystep.explain.waits import what_would_change
from steadystep.web.history import said
from steadystep.web.history.dates import short_date, when
from steadystep.web.history.day import shown
from steadystep.web.history.log import on_a_day, read
from steadystep.web.today.morning import told_morning

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry
    from steadystep.web.history.log import Read


class Datum(NamedTuple):
    """One thing a decision rests on.

    Attributes:
        what: What was told.
        when: When, and by whom.
    """

    what: str
    when: str


@require_safe
def todays(request: HttpRequest) -> HttpResponse:
    """Why today's step is what it is. It is written down before it is shown."""
    morning = told_morning(request)
    if morning.today.decision is None:
        return render(request, "history/no_why.html")
    return _page(request, read(request), morning.today.day)


@require_safe
@on_a_day
def of_a_day(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    """Why the step of a day was what it was, as it was told then."""
    return _page(request, record, day)


def _page(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    lived = record.lived(day)
    last = lived.tellings[-1] if lived.tellings else None
    decision, is_today = lived.decision, day == record.today
    rows = figures(decision, record.words)
    page = {
        "day": day,
        "named": record.named(day),
        "is_today": is_today,
        "telling": last and shown(last, lived, record),
        "waits": what_would_change(decision, record.words),
        "figures": rows,
        "has_lines": any(one.line for one in rows),
        "data": [*_data(record, lived, last), *_usual(decision, record, is_today=is_today)],
        "missing": [_missing(one) for one in decision.missing],
        "look": _look(decision, record, is_today=is_today),
        "expert": expert(decision, record.words),
        "decision": decision,
    }
    return render(request, "history/why.html", page)


def _data(record: Read, lived: HistoryDay, last: Telling | None) -> list[Datum]:
    """What was known when it was told; of a day on which nothing was, what is known by now."""
    as_of = record.now if last is None else last.recorded
    used = data_used(record.entries, lived.day, as_of)
    return [Datum(_words_of(one, lived, record), _source(one, lived.day, record)) for one in used]


def _words_of(entry: Entry, lived: HistoryDay, record: Read) -> str:
    parts = " · ".join(said.entry_in_words(entry, lived.decision.unit, record.words))
    if local_day(entry) == lived.day:
        return parts
    return _("The day before: %(said)s") % {"said": parts}


def _source(entry: Entry, day: date, record: Read) -> str:
    """When it was told, and by whom: what no file brought comes from the person."""
    if isinstance(entry.event, BROUGHT):
        return _("from a file you brought")
    time = when(_told_at(entry), day, record.words, record.prefer, today=record.today)
    if isinstance(entry.event, on.CheckedIn) and entry.event.remembered:
        return _("told %(when)s, by you, remembered") % {"when": time}
    return _("told %(when)s, by you") % {"when": time}


def _told_at(entry: Entry) -> datetime:
    """When it was said: what is told of another day was said when it was written."""
    return entry.at if day_of(entry.recorded) == local_day(entry) else entry.recorded


def _usual(decision: Decision, record: Read, *, is_today: bool) -> list[Datum]:
    """Usual as it stood in the decision; of today's it is known where it comes from."""
    reference = decision.reference
    known = {Symptom.PAIN: reference.usual_pain, Symptom.FATIGUE: reference.usual_fatigue}
    since = {one.symptom: one for one in record.usual()} if is_today else {}
    return [
        Datum(
            said.usual(symptom, tenths, record.words),
            said.usual_since(since[symptom], record.words, today=record.today)
            if symptom in since
            else _("from what you told before"),
        )
        for symptom, tenths in known.items()
        if tenths != NONE
    ]


def _missing(name: str) -> str:
    """What was not there; a name of another version stands as it is."""
    return {
        "answer": _("an answer that day"),
        "pain": _("pain"),
        "fatigue": _("fatigue"),
        "load": _("how much was moved the day before"),
        "usual": _("what is usual for you"),
    }.get(name, name)


def _look(decision: Decision, record: Read, *, is_today: bool) -> str:
    """When it is looked at again; of a day gone by, when it was to be."""
    if decision.next_look is None:
        return _("We wait for a word from you or a clinician.")
    if is_today:
        return looking(record.words, decision.next_look, decision.day)
    return _("The next look was to be on %(date)s.") % {
        "date": short_date(decision.next_look, record.words, today=record.today)
    }
