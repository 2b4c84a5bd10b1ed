"""One chapter: it is read, put down, or read to its end; and its step is taken right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from steadystep.chapters.said import day_and_minutes, read_by
from steadystep.core.events import ChapterLeft, ChapterRead
from steadystep.explain.gates import before_a_chapter
from steadystep.web.learn.living import PARTS, living
from steadystep.web.learn.programme import chapter_or_404, the_programme
from steadystep.web.learn.reading import place_of
from steadystep.web.learn.step import opens
from steadystep.web.learn.whence import whence_of
from steadystep.web.learn.words import NOTHING, Section, sections_of
from steadystep.web.record.door import say
from steadystep.web.record.words import rule_words
from steadystep.web.today.fields import WrongError, one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter


@require_safe
def chapter(request: HttpRequest, day: int) -> HttpResponse:
    """A chapter, from its title to its step and a word about tomorrow."""
    found = chapter_or_404(day)
    place = place_of(request)
    sections = sections_of(found, lambda name: _alive(name, request, found))
    page = {
        **frame_of(found),
        "sections": sections,
        "go_on": _go_on(sections, place.reading.place(day)),
        "is_read": day in place.reading.read,
        "before": before_a_chapter(place.gate, rule_words()),
        "step": opens(request, found),
    }
    return render(request, "learn/chapter.html", page)


@require_POST
def left(request: HttpRequest, day: int) -> HttpResponse:
    """Put the chapter down: the part that was on the screen is remembered."""
    parts = {str(part): part for part in range(len(chapter_or_404(day).parts))}
    try:
        part = one_of(parts, request.POST.get("part", ""))
    except WrongError:
        return HttpResponse(status=422)
    say(request, ChapterLeft(the_programme().name, day, part))
    return HttpResponse(status=204)


@require_POST
def read(request: HttpRequest, day: int) -> HttpResponse:
    """Read to its end, or put aside as known; either way the day goes on."""
    chapter_or_404(day)
    if day not in place_of(request).reading.read:
        say(request, ChapterRead(the_programme().name, day))
    return redirect("today:today")


def frame_of(found: Chapter) -> dict[str, object]:
    """What every way of showing a chapter says of it."""
    return {
        "chapter": found,
        "direction": direction_of(found),
        "day_and_minutes": day_and_minutes(found, rule_words()),
        "read_by": read_by(found, rule_words()),
        "whence": whence_of(found),
    }


def direction_of(found: Chapter) -> str:
    """In which direction the chapter's language runs."""
    return "rtl" if found.language.partition("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def _alive(name: str, request: HttpRequest, found: Chapter) -> SafeString:
    """What lives under this name; nothing for one that a programme of others made up."""
    return living(name, request, found) if name in PARTS else NOTHING


def _go_on(sections: Sequence[Section], part: int) -> Section | None:
    """The section that was on the screen when the chapter was put down; None at its beginning."""
    begun = [one for one in sections if one.part <= part and one.heading]
    return begun[-1] if begun and begun[-1] is not sections[0] else None
