"""What to do today: the movement, how it looks, and other movements of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from steadystep.core.events import PreferenceSet
from steadystep.core.movements import GENTLE_EFFORT_MOST
from steadystep.web.move.doing import BUZZ, POSTURE, SWITCH, doing_of
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.library.shelf import find
from steadystep.web.move.words import care_notes, drawings, posture_name, sheet_name
from steadystep.web.record.door import say
from steadystep.web.today.morning import told_morning
from steadystep.web.today.words import dose_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

    from steadystep.web.move.doing import Doing
    from steadystep.web.move.library.shapes import Sheet


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """Today's movement: the one chosen last."""
    doing = doing_now(request)
    if doing.sheet is None:
        return nothing(request)
    return show(request, doing.sheet, doing)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """The movements that may be done today, the chosen one marked."""
    doing = doing_now(request)
    if not doing.offered:
        return nothing(request)
    rows = [_row(sheet, doing) for sheet in doing.offered]
    return render(request, "move/choose.html", {"rows": rows, "doing": doing})


@require_safe
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """One movement."""
    return show(request, sheet_or_404(slug), doing_now(request))


@require_POST
def posture(request: HttpRequest, slug: str) -> HttpResponse:
    """Standing, sitting or lying: remembered until the person says otherwise."""
    return _prefer(request, slug, POSTURE, tuple(Posture))


@require_POST
def buzz(request: HttpRequest, slug: str) -> HttpResponse:
    """Whether the phone may buzz."""
    return _prefer(request, slug, BUZZ, SWITCH)


def doing_now(request: HttpRequest) -> Doing:
    """What is to be done, written as told before it is shown."""
    morning = told_morning(request)
    return doing_of(morning.entries, morning.today)


def sheet_or_404(slug: str) -> Sheet:
    """The movement of an address.

    Raises:
        Http404: There is none of this name.
    """
    sheet = find(slug)
    if sheet is None:
        raise Http404
    return sheet


def nothing(request: HttpRequest) -> HttpResponse:
    """There is no movement today; Today says why."""
    return render(request, "move/nothing.html")


def show(
    request: HttpRequest, sheet: Sheet, doing: Doing, *, wrong: str = "", status: int = 200
) -> HttpResponse:
    """The sheet of a movement, with what was wrong about a form where something was."""
    if not doing.offered:
        return nothing(request)
    way, name = sheet.way(doing.posture), sheet_name(sheet, doing)
    words = {
        "sheet": sheet,
        "way": way,
        "name": name,
        "doing": doing,
        "drawings": drawings(sheet, way, name),
        "steps": [_(step) for step in way.steps],
        "in_short": _(way.in_short),
        "postures": [
            (one.posture, posture_name(one.posture), one.posture == way.posture)
            for one in sheet.ways
        ],
        "care": care_notes(doing.care),
        "may_start": doing.may_start(sheet),
        "amount": amount_in_words(doing),
        "effort_most": GENTLE_EFFORT_MOST,
        "others": len(doing.offered) > 1,
        "wrong": wrong,
    }
    return render(request, "move/sheet.html", words, status=status)


def amount_in_words(doing: Doing) -> str:
    """What is left of the step, in words; nothing where there is none."""
    if doing.amount is None or doing.plan is None:
        return ""
    return dose_in_words(doing.plan.unit, doing.amount)


def _row(sheet: Sheet, doing: Doing) -> dict[str, object]:
    way, name = sheet.way(doing.posture), sheet_name(sheet, doing)
    return {
        "slug": sheet.slug,
        "name": name,
        "in_short": _(way.in_short),
        "drawing": drawings(sheet, way, name)[-1],
        "chosen": sheet == doing.sheet,
    }


def _prefer(request: HttpRequest, slug: str, name: str, values: Iterable[str]) -> HttpResponse:
    sheet = sheet_or_404(slug)
    said = request.POST.get(name, "")
    if said not in tuple(values):
        wrong = _("We did not understand that answer. Tap one of the buttons.")
        return show(request, sheet, doing_now(request), wrong=wrong, status=422)
    say(request, PreferenceSet(name, said))
    return redirect("move:one", slug=slug)
