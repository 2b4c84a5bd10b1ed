"""The plan's own settings: pace, a smaller step, the goal, a clinician's limit, a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.core import acts
from steadystep.core.events import LimitSet, Pace, PaceChosen
from steadystep.core.facts import Gate
from steadystep.core.ladder import MOVEMENT
from steadystep.core.policy import GENTLE, STEADY
from steadystep.core.reasons import Limit
from steadystep.explain.amounts import amount
from steadystep.web.record.door import now, say, the_log
from steadystep.web.record.looks import Choice
from steadystep.web.record.words import words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.core.today import Today

LIMITS = {"goal": Limit.GOAL, "clinician": Limit.CLINICIAN}
NONE = "none"


def standing_rows(request: HttpRequest) -> list[tuple[str, str, str]]:
    """What leads to each setting of the plan: its name, what holds now, its address."""
    today = the_log(request).today(now(request))
    if today.plan is None:
        return []
    standing = today.standing
    paused = _("Paused") if standing.gate == Gate.PAUSED else _("Going on")
    return [
        (_("Pace"), _paces()[standing.pace].name, reverse("yours:pace")),
        (_("Smaller from now on"), "", reverse("yours:smaller")),
        (_("Goal"), _amount(request, today, standing.goal), reverse("yours:goal")),
        (_("Clinician's limit"), _amount(request, today, standing.ceiling), reverse("yours:limit")),
        (_("Pause"), paused, reverse("yours:pause")),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def pace(request: HttpRequest) -> HttpResponse:
    """Choose how soon after a step up the next may be offered."""
    chosen = the_log(request).today(now(request)).standing.pace
    wanted = request.POST.get("value", "")
    if request.method == "POST" and wanted in set(Pace):
        say(request, PaceChosen(Pace(wanted)))
        return redirect("yours:yours")
    page = {
        "heading": _("Pace"),
        "body": _("How soon after a step up another may be offered."),
        "choices": _paces().values(),
        "chosen": _paces()[chosen],
        "not_offered": request.method == "POST",
    }
    return render(request, "yours/look.html", page, status=_status(page))


@require_safe
def smaller(request: HttpRequest) -> HttpResponse:
    """What one rung less from now on would be. Its button is that of Today."""
    today = the_log(request).today(now(request))
    step = acts.smaller_step(today)
    level = today.decision.level if today.decision else None
    page = {
        "step": step and _amount(request, today, step),
        "level": _amount(request, today, level),
    }
    return render(request, "yours/smaller.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def limit(request: HttpRequest, name: str) -> HttpResponse:
    """Set or lift a goal, or the most that a clinician allows."""
    today = the_log(request).today(now(request))
    wanted = request.POST.get("dose", "")
    allowed = {str(dose): dose for dose in _rungs(today)}
    if request.method == "POST" and (wanted == NONE or wanted in allowed):
        say(request, LimitSet(LIMITS[name], allowed.get(wanted)))
        return redirect("yours:yours")
    standing = today.standing
    page = {
        "name": name,
        "none": NONE,
        "doses": [(value, _amount(request, today, dose)) for value, dose in allowed.items()],
        "chosen": str(standing.goal if name == "goal" else standing.ceiling),
        "has_plan": today.plan is not None,
        "not_offered": request.method == "POST",
    }
    return render(request, "yours/limit.html", page, status=_status(page))


@require_safe
def pause(request: HttpRequest) -> HttpResponse:
    """What a rest means, or going on after it. Its button is that of Today."""
    standing = the_log(request).today(now(request)).standing
    return render(request, "yours/pause.html", {"paused": standing.gate == Gate.PAUSED})


def _paces() -> dict[Pace, Choice]:
    """The two paces, by what they do. Neither is praised."""
    days = _("A step up may be offered %(days)d days after the last one.")
    return {
        Pace.GENTLE: Choice(Pace.GENTLE, _("Gentle"), days % {"days": GENTLE.spacing_days}),
        Pace.STEADY: Choice(Pace.STEADY, _("Steady"), days % {"days": STEADY.spacing_days}),
    }


def _rungs(today: Today) -> tuple[int, ...]:
    """Every step the plan's ladder has, tenths of its unit."""
    return MOVEMENT[today.plan.unit].doses if today.plan else ()


def _amount(request: HttpRequest, today: Today, dose: int | None) -> str:
    if dose is None or today.plan is None:
        return _("None")
    return amount(words(request), today.plan.unit, dose)


def _status(page: dict[str, object]) -> int:
    return 422 if page["not_offered"] else 200
