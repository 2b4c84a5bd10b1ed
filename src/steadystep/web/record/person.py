"""Who is reading: their language and the look of their pages, from what they said in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import translation
from django.utils.formats import time_format
from django.utils.module_loading import import_string

from steadystep.store import LogTrouble
from steadystep.web.record.door import lasting_as_written
from steadystep.web.record.preferences import Preferences, preferences_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

# By name: the package's front names the terminal's things too, and the two doors are strangers.
VERSION = "steadystep.__version__"
# How a time of day is written; else as the language writes it.
_CLOCKS = {"24": "H:i", "12": "g:i A"}


class Person:
    """Speaks the person's language for as long as a page is made."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the language, make the page, say which language it is in."""
        with translation.override(preferences(request).language):
            response = self.next_one(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
        return response


def preferences(request: HttpRequest) -> Preferences:
    """How this person wants their pages. Read once for each page."""
    known: Preferences | None = getattr(request, "_preferences", None)
    if known is None:
        accepted = request.headers.get("Accept-Language", "")
        try:
            entries = lasting_as_written()
        except LogTrouble:
            # The page itself will say what is the matter; it has to be in some language.
            entries = []
        known = preferences_of(entries, browser_asks=accepted)
        request._preferences = known  # type: ignore[attr-defined]  # noqa: SLF001 - kept with its page
    return known


def time_told(request: HttpRequest, at: datetime) -> str:
    """A time of day as this person wants to read it."""
    return time_format(at.time(), _CLOCKS.get(preferences(request).clock, "TIME_FORMAT"))


def on_every_page(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page needs to know."""
    return {
        "language": translation.get_language(),
        "prefer": getattr(request, "_preferences", Preferences()),
        "rtl": translation.get_language_bidi(),
        "demo": settings.STEADYSTEP_DEMO,
        "version": import_string(VERSION),
    }
