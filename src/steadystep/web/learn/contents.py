"""The programme as a list: week by week, what can be read and what is not written yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steadystep.chapters import Happening
from steadystep.web.learn.programme import reading_language
from steadystep.web.learn.reading import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

    from steadystep.chapters import Programme
    from steadystep.chapters.chapter import Planned
    from steadystep.web.learn.reading import Place

DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One day in the list.

    Attributes:
        day: The day of the programme.
        name: The chapter's title; or the plan's line, where it is not written yet.
        minutes: How long it takes to read; None where it is not written.
        is_read: It was read.
        why: Why it is there today, in words; nothing where it is not today's.
        language: The language of the name, which may be another than the page's.
    """

    day: int
    name: str
    minutes: int | None
    language: str
    is_read: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of the list."""

    number: int
    days: tuple[Line, ...]


@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """All days of the programme."""
    place, language = place_of(request), reading_language()
    lines = [_line(planned, place, language) for planned in place.programme.plan]
    page = {**title_of(place.programme, language), "weeks": weeks_of(lines)}
    return render(request, "learn/contents.html", page)


def weeks_of(lines: Iterable[Line]) -> tuple[Week, ...]:
    """The days, seven to a week."""
    weeks = groupby(lines, key=lambda line: (line.day - 1) // DAYS_A_WEEK + 1)
    return tuple(Week(number, tuple(days)) for number, days in weeks)


def written_or_planned(planned: Planned, programme: Programme, language: str) -> Line:
    """A day as anybody may see it, with nothing of a person."""
    chapter = programme.chapter(planned.day, language)
    if chapter is not None:
        return Line(planned.day, chapter.title, chapter.minutes, chapter.language)
    spoken = language if planned.lines.get(language) else programme.languages[0]
    return Line(planned.day, planned.lines.get(spoken, ""), None, spoken)


def title_of(programme: Programme, language: str) -> dict[str, str]:
    """The programme's title in the reader's language, or in its first; and that language."""
    spoken = language if programme.titles.get(language) else programme.languages[0]
    return {"title": programme.titles.get(spoken, programme.name), "title_language": spoken}


def called_in_words(called: Happening | None) -> str:
    """Why a chapter is there today."""
    if called == Happening.BOOM:
        return _("After your big day")
    if called == Happening.FLARE:
        return _("After your flare")
    return _("For today")


def _line(planned: Planned, place: Place, language: str) -> Line:
    line = written_or_planned(planned, place.programme, language)
    todays = place.todays
    why = called_in_words(todays.called) if todays and todays.day == planned.day else ""
    return replace(line, is_read=planned.day in place.reading.read, why=why)
