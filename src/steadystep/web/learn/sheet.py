"""A chapter as a sheet of paper: the page that a browser hands to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from steadystep.explain.on_paper import on_paper
from steadystep.web.learn.programme import chapter_or_404, the_programme
from steadystep.web.record.words import words_for

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def sheet(request: HttpRequest, day: int) -> HttpResponse:  # noqa: ARG001 - nobody's own numbers are on it
    """The chapter as a PDF. It is made anew each time, and holds nothing of a person."""
    # The press is large, and few pages ask for it.
    from steadystep.chapters.paper import Twin, paper  # noqa: PLC0415 - as said

    chapter = chapter_or_404(day)
    words = words_for(chapter.language)
    twins = {name: Twin(*one) for name, one in on_paper(words).items()}
    name = f"{the_programme().name}-day-{day:02}-{chapter.language}.pdf"
    return HttpResponse(
        paper(chapter, the_programme(), words=words, twins=twins),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
