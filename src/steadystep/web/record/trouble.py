"""When a page cannot be had: what happened and what to do, in plain words and without blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

from steadystep.store import LogTrouble
from steadystep.web.record.door import StaleKeyError
from steadystep.web.record.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


class Trouble:
    """Turns what the log could not do into a page that says what to do."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Make the page."""
        return self.next_one(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Say what to do about a log that cannot be read or written."""
        if isinstance(problem, StaleKeyError):
            return stale_form(request)
        if isinstance(problem, LogTrouble):
            said = words(request).gettext(problem.words).format(**problem.parts)
            return _page(request, 503, _("Your record cannot be opened now"), said)
        return None


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's shape
    """A form from an old page, or from a page that is not ours."""
    return _page(
        request,
        422,
        _("This page was open for a long time"),
        _("Nothing was saved. Open it again, and tell us once more."),
    )


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """A request no page of ours would make."""
    return _page(
        request,
        400,
        _("We did not understand that"),
        _("Nothing was saved. Go back and try again."),
    )


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Something that is not for this reader."""
    return _page(request, 403, _("This is not open to you"), _("Go back to your day."))


def no_such_page(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """An address that leads nowhere."""
    return _page(
        request, 404, _("There is no page here"), _("It may have moved. Your record is safe.")
    )


def our_mistake(request: HttpRequest) -> HttpResponse:
    """Something in the program went wrong."""
    return _page(
        request, 500, _("Something went wrong on our side"), _("What you saved before is safe.")
    )


def _page(request: HttpRequest, status: int, heading: str, body: str) -> HttpResponse:
    words = {"heading": heading, "body": body}
    return render(request, "record/trouble.html", words, status=status)
