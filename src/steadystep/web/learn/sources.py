"""Every claim of the app: how well it is known, its doubt, its sources, and where it is said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from steadystep.chapters import claims
from steadystep.web.learn.chapter import direction_of
from steadystep.web.learn.programme import reading_language, the_programme
from steadystep.web.learn.said import said_beside
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


@dataclass(frozen=True, slots=True)
class OnAPage:
    """What a page says, and where it comes from.

    Attributes:
        address: The page's address.
        name: What it is called.
        whence: The claim.
        language: The language of both.
    """

    address: str
    name: str
    whence: Whence
    language: str


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Chapter by chapter, and then what is said beside them."""
    language = reading_language()
    page = {
        "chapters": tuple(_chapters(the_programme(), language)),
        "pages": tuple(_pages(language)),
    }
    return render(request, "learn/sources.html", page)


def _chapters(programme: Programme, language: str) -> Iterator[Said]:
    for day, told in groupby(claims(programme, language), key=lambda one: one.days[0]):
        chapter = programme.chapter(day, language)
        if chapter is not None:
            own = (replace(whence(one.claim, one.sources), also=one.days[1:]) for one in told)
            yield Said(chapter, direction_of(chapter), tuple(own))


def _pages(language: str) -> Iterator[OnAPage]:
    for one in said_beside(language):
        yield OnAPage(reverse(one.at), one.where, whence(one.claim, one.sources), one.language)
