"""Every claim of the app: how well it is known, its doubt, its sources, and where it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from steadystep.web.learn.chapter import frame_of
from steadystep.web.learn.programme import reading_language, the_programme

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Chapter by chapter, and then what is said beside them."""
    programme, language = the_programme(), reading_language()
    chapters = [programme.chapter(day, language) for day in programme.written]
    page = {"chapters": [frame_of(one) for one in chapters if one is not None]}
    return render(request, "learn/sources.html", page)
