"""What every form of the day goes through: heard once, about today, or answered in plain words."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.shortcuts import redirect
from django.utils.translation import gettext as _

from steadystep.web.record.door import form_key
from steadystep.web.today.fields import WrongError
from steadystep.web.today.morning import morning_of
from steadystep.web.today.page import show

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from steadystep.web.today.morning import Morning

ABOUT = "about"


class ClosedError(WrongError):
    """What is answered is not asked any more: an old page, or another window."""


def tells(
    view: Callable[[HttpRequest, Morning], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Make a view that takes a form: heard twice it is one, and what is wrong is said on Today.

    After a form that was refused its address stays in the browser; opened, it leads to Today.
    """

    @wraps(view)
    def told(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or is_heard(request):
            return redirect("today:today")
        try:
            return view(request, morning_of(request))
        except WrongError as wrong:
            return show(request, morning_of(request), wrong=str(wrong), status=422)

    return told


def is_heard(request: HttpRequest) -> bool:
    """Was this very form heard before? A double click is no second word."""
    key = form_key(request)
    return any(one.key == key for one in morning_of(request).entries)


def stay_about(request: HttpRequest, about: str) -> None:
    """Refuse a form from a page that showed something else.

    Raises:
        ClosedError: The page it comes from is not how things are now.
    """
    if request.POST.get(ABOUT, "") != about:
        raise ClosedError(_("That page was old. Nothing was changed. This is how it is now."))
