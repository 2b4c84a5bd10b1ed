"""One day: what was told then, word for word, what was said, and what leads to putting it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steadystep.core.correcting import CORRECTABLE
from steadystep.core.facts import FlareWord
from steadystep.explain.amounts import amount
from steadystep.web.history import said
from steadystep.web.history.log import on_a_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.history import HistoryDay, Telling
    from steadystep.web.history.log import Read


class Shown(NamedTuple):
    """What was told at one time of a day, as it was told.

    Attributes:
        sentences: Word for word.
        language: The language they were said in.
        direction: How that language runs.
        at: When.
        dose: What was told to do, where no sentence was kept.
    """

    sentences: tuple[str, ...]
    language: str
    direction: str
    at: datetime
    dose: str


class Removable(NamedTuple):
    """Something that was said and may be removed."""

    key: str
    said: str


@require_safe
@on_a_day
def day(request: HttpRequest, record: Read, day: date) -> HttpResponse:
    """The page of one day."""
    lived = record.lived(day)
    page = {
        "day": day,
        "named": record.named(day),
        "tellings": [shown(one, lived, record) for one in reversed(lived.tellings)],
        "step": lived.dose and amount(record.words, lived.decision.unit, lived.dose),
        "answers": said.answers_of(lived, record.words),
        "movement": said.movement_of(lived, record.words),
        "beside": said.beside(lived, record.words),
        "notes": lived.notes,
        "removable": removable(lived, record),
        "is_today": day == record.today,
        "may_flare": day != record.today and lived.word != FlareWord.A_FLARE,
        "put_right": "right" in request.GET,
    }
    return render(request, "history/day.html", page)


def shown(telling: Telling, lived: HistoryDay, record: Read) -> Shown:
    """What was told, as a page shows it: in the language it was told in."""
    given = telling.given
    dose = amount(record.words, lived.decision.unit, given.dose)
    return Shown(
        given.said,
        given.language,
        "rtl" if given.language in settings.LANGUAGES_BIDI else "ltr",
        telling.at,
        _("The step was %(dose)s.") % {"dose": dose} if given.dose else _("There was no step."),
    )


def removable(lived: HistoryDay, record: Read) -> list[Removable]:
    """What was said that day and may be removed, in its order."""
    unit = lived.decision.unit
    return [
        Removable(one.key, ", ".join(said.entry_in_words(one, unit, record.words)))
        for one in lived.entries
        if one.key and isinstance(one.event, CORRECTABLE)
    ]
