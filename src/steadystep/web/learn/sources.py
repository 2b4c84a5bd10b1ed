"""Every claim of the app: how well it is known, its doubt, its sources, and where it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from steadystep.chapters import claims
from steadystep.web.learn.chapter import direction_of
from steadystep.web.learn.programme import reading_language, the_programme
from steadystep.web.learn.whence import whence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from steadystep.chapters import Chapter, Programme
    from steadystep.web.learn.whence import Whence


@dataclass(frozen=True, slots=True)
class Said:
    """What a chapter is the first to say.

    Attributes:
        chapter: The chapter.
        direction: In which direction its language runs.
        whence: Its claims, each with where it comes from.
    """

    chapter: Chapter
    direction: str
    whence: tuple[Whence, ...]


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Chapter by chapter, and then what is said beside them."""
    page = {"chapters": tuple(_chapters(the_programme(), reading_language()))}
    return render(request, "learn/sources.html", page)


def _chapters(programme: Programme, language: str) -> Iterator[Said]:
    for day, told in groupby(claims(programme, language), key=lambda one: one.days[0]):
        chapter = programme.chapter(day, language)
        if chapter is not None:
            own = (replace(whence(one.claim, one.sources), also=one.days[1:]) for one in told)
            yield Said(chapter, direction_of(chapter), tuple(own))
