"""The step that is taken in a chapter: a plan begins or changes, and never with a larger dose.

A first dose is the one that the first run would give. For the movement of the plan it is taken
where it is smaller; a larger one comes by an offer alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steadystep.core import acts
from steadystep.core.beginning import BAD_DAY_AMOUNTS, start_of
from steadystep.core.events import BadDayTold, ChapterLeft, MovementChosen
from steadystep.core.screening import care_of
from steadystep.explain.beginning_words import movement_word
from steadystep.web.begin.telling import begun as begun_now
from steadystep.web.begin.telling import next_screen, tell
from steadystep.web.learn.living.choose import (
    AMOUNT,
    KIND,
    about,
    form,
    kinds_of,
    step_now,
    stop_of,
)
from steadystep.web.learn.living.whose import whose
from steadystep.web.learn.programme import chapter_or_404, the_programme
from steadystep.web.record.door import say
from steadystep.web.record.words import rule_words
from steadystep.web.today.fields import WrongError, one_of
from steadystep.web.today.telling import is_heard, stay_about
from steadystep.web.today.words import dose_in_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Event
    from steadystep.web.learn.living.choose import Kind
    from steadystep.web.learn.living.whose import Whose

STAYS = "stays"


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, day: int) -> HttpResponse:
    """Take the step; then say what it is now, or why nothing changed."""
    chapter_or_404(day)
    reader = whose(request)
    if request.method != "POST":
        return _show(request, day, reader)
    if is_heard(request) or stop_of(reader) is not None:
        return redirect("learn:step", day)
    try:
        stay_about(request, about(reader))
        kind = one_of({str(one.movement): one for one in kinds_of(reader)}, _said(request, KIND))
        amounts = {str(one): one for one in BAD_DAY_AMOUNTS[kind.unit]}
        bad_day = one_of(amounts, _said(request, f"{AMOUNT}-{kind.unit}"))
    except WrongError as wrong:
        return _show(request, day, reader, str(wrong))
    if reader.plan is None:
        return _begin(request, day, kind, bad_day)
    change = _change(reader, kind, start_of(kind.unit, bad_day))
    if change is None:
        return redirect(f"{reverse('learn:step', args=[day])}?{STAYS}")
    say(request, change)
    return redirect("learn:step", day)


def _said(request: HttpRequest, field: str) -> str:
    """What was picked.

    Raises:
        WrongError: Nothing was.
    """
    said = request.POST.get(field, "")
    if not said:
        raise WrongError(_("Choose a movement and an amount."))
    return said


def _begin(request: HttpRequest, day: int, kind: Kind, bad_day: int) -> HttpResponse:
    """Without a plan the choice is the first run's own; what is still open there comes next.

    Where the chapter was left is told with it, so that the last screen leads back here.
    """
    before = begun_now(request).movement
    chosen = MovementChosen(kind.movement, kind.unit)
    if before is not None and before.movement == kind.movement:
        chosen = before
    part = max(len(chapter_or_404(day).parts) - 1, 0)
    tell(request, chosen, BadDayTold(bad_day), ChapterLeft(the_programme().name, day, part))
    return redirect("learn:step", day)


def _change(reader: Whose, kind: Kind, start: int) -> Event | None:
    """What to write; None where the step is as small already."""
    today, plan = reader.morning.today, reader.plan
    assert plan is not None  # noqa: S101 - for the type checker: without a plan it begins instead
    if (kind.movement, kind.unit) == (plan.movement, plan.unit):
        smaller = reader.level is not None and start < reader.level
        return acts.own_step(today, start) if smaller else None
    chosen = MovementChosen(kind.movement, kind.unit, anchor=plan.anchor)
    ignore_heart = care_of(reader.morning.entries).ignore_heart
    return acts.new_plan(today, chosen, start=start, ignore_heart=ignore_heart)


def _kept(reader: Whose) -> str:
    """What was chosen before there is a plan; nothing where there is one, or nothing was chosen."""
    chosen, start = reader.so_far.movement, reader.so_far.start
    if reader.plan is not None or chosen is None or start is None:
        return ""
    known = {
        "movement": chosen.name or movement_word(rule_words(), chosen.movement),
        "start": dose_in_words(chosen.unit, start),
    }
    return _("%(movement)s. It begins with %(start)s.") % known


def _show(request: HttpRequest, day: int, reader: Whose, wrong: str = "") -> HttpResponse:
    """What the step is now; the form where something was wrong with it, or nothing is known yet."""
    kept = _kept(reader)
    page = {
        "day": day,
        "now": step_now(reader),
        "stays": STAYS in request.GET,
        "kept": kept,
        "stop": stop_of(reader),
        "goes_on": next_screen(reader.so_far),
        "form": form(request, day, wrong=wrong) if wrong or not (reader.plan or kept) else "",
    }
    return render(request, "learn/living/step.html", page, status=422 if wrong else 200)
