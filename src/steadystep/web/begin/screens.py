"""One screen, one question: shown, answered, and left for the next; its way back and its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steadystep.core.beginning import BESIDE_SAFETY, Beginning, Screen
from steadystep.core.events import Event, PreferenceSet
from steadystep.core.safety_questions import SafetyQuestion
from steadystep.web.begin.telling import begun, go_on, is_reached, next_screen, tell
from steadystep.web.today.fields import WrongError

Shown: TypeAlias = Callable[[HttpRequest, Beginning], dict[str, Any]]
ToldBy: TypeAlias = Callable[[HttpRequest, Beginning], list[Event]]
View: TypeAlias = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tap.

    Attributes:
        value: What the form sends.
        name: What is read on it.
        help: A few words more.
        is_told: It is what was answered before.
    """

    value: str
    name: str
    help: str = ""
    is_told: bool = False


def screen(which: Screen, template: str, shown: Shown, told: ToldBy) -> View:
    """A view of one screen of the first run beside safety.

    Whoever is ahead of their turn is led to where they are. A wrong answer writes nothing.
    """

    def show(
        request: HttpRequest, so_far: Beginning, wrong: str = "", status: int = 200
    ) -> HttpResponse:
        about = {"back_to": way_back(so_far, which), "progress": progress(which), "wrong": wrong}
        return render(request, template, {**shown(request, so_far), **about}, status=status)

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest) -> HttpResponse:
        so_far = begun(request)
        if not is_reached(so_far, which):
            return redirect(next_screen(so_far))
        if request.method != "POST":
            return show(request, so_far)
        try:
            events = told(request, so_far)
        except WrongError as wrong:
            return show(request, so_far, str(wrong), 422)
        entries = tell(request, *events)
        stays = all(isinstance(one, PreferenceSet) for one in events)
        return redirect(request.path) if stays else go_on(entries)

    return view


def progress(which: Screen) -> str:
    """How far it has come, in words. The start is part of the bad day's screen."""
    counted = Screen.BAD_DAY if which == Screen.START else which
    number = BESIDE_SAFETY.index(counted) + 1
    return _("%(number)s of %(all)s") % {"number": number, "all": len(BESIDE_SAFETY)}


def safety_progress(question: SafetyQuestion) -> str:
    """How far the safety questions have come, in words."""
    told = {"number": int(question), "all": len(SafetyQuestion)}
    return _("Safety %(number)s of %(all)s") % told


def way_back(so_far: Beginning, which: Screen) -> str:
    """The address of the screen before this one; none before the first."""
    if which == Screen.MOVEMENT:
        return reverse("begin:question", args=[int(max(so_far.answers))])
    before = _BEFORE.get(which)
    return "" if before is None else reverse(f"begin:{before}")


_BEFORE = {
    Screen.WHAT: Screen.LANGUAGE,
    Screen.BAD_DAY: Screen.MOVEMENT,
    Screen.START: Screen.BAD_DAY,
    Screen.PAIN: Screen.START,
    Screen.FATIGUE: Screen.PAIN,
}
