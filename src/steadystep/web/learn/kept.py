"""Chapters for when the program cannot be reached: plain copies, and the worker that keeps them.

A plain copy holds the words of the programme and nothing of a person: no form, no name, no mark of
what was read. What is kept changes its name when a word of it does, or when the language does.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import get_language_info, override
from django.views.decorators.http import require_safe

from steadystep.chapters import LIVING
from steadystep.explain.living import twin
from steadystep.web.learn.chapter import frame_of
from steadystep.web.learn.contents import title_of, weeks_of, written_or_planned
from steadystep.web.learn.programme import chapter_or_404, reading_language, the_programme
from steadystep.web.learn.words import sections_of
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

WORKER = Path(__file__).parent / "static" / "learn" / "worker.js"
STYLES = ("site/site.css", "learn/learn.css")
STAMP_LENGTH = 10


@require_safe
def plain_chapter(request: HttpRequest, language: str, day: int) -> HttpResponse:  # noqa: ARG001 - it must not shape the copy
    """The words of a chapter, the same for everybody who reads this language."""
    _stay_ours(language)
    with override(language):
        return HttpResponse(_chapter(language, day))


@require_safe
def plain_contents(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001 - the same
    """The list of what is kept."""
    _stay_ours(language)
    with override(language):
        return HttpResponse(_contents(language))


@require_safe
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - one for all who read a language
    """The worker, with what it keeps written above it."""
    kept = json.dumps(what_is_kept(reading_language(), settings.STEADYSTEP_PROGRAMME))
    script = f"const KEPT = {kept};\n{WORKER.read_text(encoding='utf-8')}"
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@lru_cache(maxsize=8)
def what_is_kept(language: str, folder: Path | None) -> dict[str, object]:  # noqa: ARG001 - another folder, other words
    """What the worker keeps: for each page's address its plain copy, and the styles."""
    programme = the_programme()
    days = [day for day in programme.written if programme.chapter(day, language)]
    pages = {
        reverse("learn:contents"): reverse("learn:plain_contents", args=[language]),
        **{
            reverse("learn:chapter", args=[day]): reverse("learn:plain", args=[language, day])
            for day in days
        },
    }
    styles = [static(name) for name in STYLES]
    with override(language):
        words = [_contents(language), *(_chapter(language, day) for day in days)]
    stamp = hashlib.sha256("\n".join(words).encode()).hexdigest()[:STAMP_LENGTH]
    return {"name": f"chapters-{language}-{stamp}", "pages": pages, "styles": styles}


def _chapter(language: str, day: int) -> SafeString:
    found = chapter_or_404(day, language)
    page = {**frame_of(found), "sections": sections_of(found, _in_words)}
    return render_to_string("learn/plain_chapter.html", {**page, **_frame(language)})


def _in_words(name: str) -> SafeString:
    """What lives there, as it is told of an invented person."""
    told = twin(name, rule_words()) if name in LIVING else ()
    return format_html_join("", "<p>{}</p>", ((line,) for line in told))


def _contents(language: str) -> SafeString:
    programme = the_programme()
    lines = [written_or_planned(one, programme, language) for one in programme.plan]
    page = {**title_of(programme, language), "weeks": weeks_of(lines)}
    return render_to_string("learn/plain_contents.html", {**page, **_frame(language)})


def _frame(language: str) -> dict[str, object]:
    return {"language": language, "rtl": get_language_info(language)["bidi"]}


def _stay_ours(language: str) -> None:
    """Refuse a language that has no catalogue here.

    Raises:
        Http404: It has none.
    """
    if language not in dict(settings.LANGUAGES):
        raise Http404
