"""The front door: nobody passes without the key of this start or a cookie given for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation

from steadystep.web.home.keys import KnownBrowsers
from steadystep.web.record.place import folder
from steadystep.web.record.preferences import first_spoken

if TYPE_CHECKING:
    from collections.abc import Callable

_KNOWN = "browsers"
_YEAR = 365 * 24 * 3_600
# What anybody may have: the same for everyone, and it says nothing of the person.
_OPEN_TO_ALL = ("/static/",)


class Key:
    """Lets in who holds the key, and tells everybody else where the key is."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Exchange a key for a cookie; let a known cookie pass."""
        if request.path_info.startswith(_OPEN_TO_ALL):
            return self.next_one(request)
        browsers = KnownBrowsers(folder() / _KNOWN)
        known = browsers.knows(request.COOKIES.get(cookie_name(), ""))
        key = request.GET.get("key", "")
        if key and (known or settings.STEADYSTEP_KEYS.open(key)):
            return _let_in(request, "" if known else browsers.welcome())
        return self.next_one(request) if known else _kept_out(request)


def cookie_name() -> str:
    """The invented person's cookie never takes the place of the real one's."""
    return "steadystep-demo" if settings.STEADYSTEP_DEMO else "steadystep"


def _let_in(request: HttpRequest, cookie: str) -> HttpResponse:
    """Go on to the same address without the key, so that it stays in no history."""
    response = HttpResponseRedirect(request.path)
    if cookie:
        response.set_cookie(
            cookie_name(), cookie, max_age=_YEAR, httponly=True, samesite="Strict", path="/"
        )
    return response


def _kept_out(request: HttpRequest) -> HttpResponse:
    """Say where the key is, in the language of the browser: the person's own is not looked up."""
    with translation.override(first_spoken(request.headers.get("Accept-Language", ""))):
        return render(request, "home/kept_out.html", status=403)
