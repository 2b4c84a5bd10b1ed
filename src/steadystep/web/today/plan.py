"""The plan in the person's own hands: a step of their own, another movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from steadystep.core import acts
from steadystep.core import events as on
from steadystep.core.beginning import (
    BAD_DAY_AMOUNTS,
    NAME_MOST,
    OWN_UNITS,
    UNIT_OF,
    start_of,
)
from steadystep.core.movements import Movement
from steadystep.core.screening import care_of
from steadystep.explain.beginning_words import (
    bad_day_word,
    counted_by,
    movement_help,
    movement_word,
)
from steadystep.web.record.door import say
from steadystep.web.record.words import rule_words
from steadystep.web.today.fields import WrongError, amount_of, few_words, one_of
from steadystep.web.today.morning import Morning, morning_of
from steadystep.web.today.telling import ABOUT, is_heard, stay_about
from steadystep.web.today.words import dose_in_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOVEMENTS = {str(one): one for one in Movement}
OWN = {str(one): one for one in OWN_UNITS}


@require_http_methods(["GET", "HEAD", "POST"])
def own_step(request: HttpRequest) -> HttpResponse:
    """A step of the person's own; it is noted as theirs."""
    morning = morning_of(request)
    today = morning.today
    if today.plan is None or today.decision is None or today.decision.level is None:
        return redirect("today:today")
    if request.method != "POST":
        return _own_step(request, morning)
    if is_heard(request):
        return redirect("today:today")
    try:
        stay_about(request, _about(morning))
        most = acts.ladder_of(today).doses[-1]
        dose = amount_of(request.POST.get("amount", ""), today.plan.unit, most, least=1)
    except WrongError as wrong:
        return _own_step(request, morning, str(wrong))
    say(request, acts.own_step(today, dose))
    return redirect("today:today")


@require_http_methods(["GET", "HEAD", "POST"])
def swap(request: HttpRequest) -> HttpResponse:
    """Another movement: which one, what a bad day allows of it, and it begins."""
    morning = morning_of(request)
    if morning.today.plan is None or morning.today.decision is None:
        return redirect("today:today")
    if request.method != "POST":
        return _which(request, morning)
    if is_heard(request):
        return redirect("today:today")
    try:
        stay_about(request, _about(morning))
        chosen = _chosen(request, morning.today.plan)
    except WrongError as wrong:
        return _which(request, morning, str(wrong))
    if "bad_day" not in request.POST:
        return _how_much(request, morning, chosen)
    amounts = {str(one): one for one in BAD_DAY_AMOUNTS[chosen.unit]}
    try:
        bad_day = one_of(amounts, request.POST["bad_day"])
    except WrongError as wrong:
        return _how_much(request, morning, chosen, str(wrong))
    start = start_of(chosen.unit, bad_day)
    ignore_heart = care_of(morning.entries).ignore_heart
    say(request, acts.new_plan(morning.today, chosen, start=start, ignore_heart=ignore_heart))
    return redirect("today:today")


def _chosen(request: HttpRequest, plan: on.PlanStarted) -> on.MovementChosen:
    """The movement as the form names it; the step keeps its place in the day.

    Raises:
        WrongError: It is none of ours, or one of the person's own without a name.
    """
    form = request.POST
    movement = one_of(MOVEMENTS, form.get("movement", ""))
    if movement != Movement.OWN:
        return on.MovementChosen(movement, UNIT_OF[movement], anchor=plan.anchor)
    unit = one_of(OWN, form.get("unit", ""))
    name = few_words(form.get("name", ""), NAME_MOST).replace("\n", " ")
    return on.MovementChosen(movement, unit, name, plan.anchor)


def _own_step(request: HttpRequest, morning: Morning, wrong: str = "") -> HttpResponse:
    today = morning.today
    assert today.plan is not None  # noqa: S101 - for the type checker: the page asks first
    assert today.decision is not None  # noqa: S101 - the same
    assert today.decision.level is not None  # noqa: S101 - the same
    words = {
        ABOUT: _about(morning),
        "unit": today.plan.unit,
        "level": dose_in_words(today.plan.unit, today.decision.level),
        "amount": request.POST.get("amount", "")[:12],
        "wrong": wrong,
    }
    return render(request, "today/own_step.html", words, status=422 if wrong else 200)


def _which(request: HttpRequest, morning: Morning, wrong: str = "") -> HttpResponse:
    now_is = morning.today.plan.movement if morning.today.plan else None
    words = {
        ABOUT: _about(morning),
        "kinds": [
            (one, movement_word(rule_words(), one), movement_help(rule_words(), one))
            for one in UNIT_OF
        ],
        "now_is": now_is,
        "units": [(one, counted_by(rule_words(), one)) for one in OWN_UNITS],
        "own_name": request.POST.get("name", "")[: NAME_MOST * 2],
        "name_most": NAME_MOST,
        "wrong": wrong,
    }
    return render(request, "today/swap.html", words, status=422 if wrong else 200)


def _how_much(
    request: HttpRequest, morning: Morning, chosen: on.MovementChosen, wrong: str = ""
) -> HttpResponse:
    amounts = [
        (one, bad_day_word(rule_words(), chosen.unit, one)) for one in BAD_DAY_AMOUNTS[chosen.unit]
    ]
    words = {ABOUT: _about(morning), "chosen": chosen, "amounts": amounts, "wrong": wrong}
    words["called"] = chosen.name or movement_word(rule_words(), chosen.movement)
    return render(request, "today/swap_amount.html", words, status=422 if wrong else 200)


def _about(morning: Morning) -> str:
    """The plan that is changed, on the day of the page."""
    level = morning.today.decision.level if morning.today.decision else None
    return f"{morning.today.day}/{level}"
