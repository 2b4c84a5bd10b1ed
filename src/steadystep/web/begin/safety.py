"""The eight safety questions, in the first run and whenever they are answered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.core.events import (
    ClinicianFirstTold,
    IllnessNamed,
    MalaiseGateTold,
    ModifiersTold,
    RedFlagsTold,
)
from steadystep.core.safety import Told
from steadystep.core.safety_questions import CHOICES, SafetyQuestion, chosen_by, told_by
from steadystep.core.screening import answers_of, screening_of
from steadystep.explain.safety_words import choice_word, question_words, told_word
from steadystep.web.begin.screens import Choice, safety_progress
from steadystep.web.begin.telling import begun, entries_of, next_screen, tell
from steadystep.web.begin.ways import after_answer, is_reached, waits_for_a_word, way_back
from steadystep.web.record.door import now
from steadystep.web.record.words import words
from steadystep.web.today.fields import WrongError, one_of

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.beginning import Beginning
    from steadystep.core.events import Event

NONE_OF_THESE = "none"
_TOLD = {str(one): one for one in (Told.YES, Told.NO, Told.NOT_SURE)}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What can be told about safety at any time."""
    so_far = begun(request)
    if not so_far.is_over:
        return redirect(next_screen(so_far))
    waits = waits_for_a_word(screening_of(entries_of(request)))
    return render(request, "begin/safety.html", {"waits_for_a_word": bool(waits)})


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, number: int) -> HttpResponse:
    """One of the eight. None of them can be skipped, and none answered ahead of its turn."""
    if number not in set(SafetyQuestion):
        raise Http404
    which, so_far = SafetyQuestion(number), begun(request)
    if not is_reached(so_far, which):
        return redirect(next_screen(so_far))
    if request.method != "POST":
        return _show(request, so_far, which)
    try:
        event = _answer(request, which)
    except WrongError as wrong:
        return _show(request, so_far, which, str(wrong), 422)
    return redirect(after_answer(tell(request, event), which, now(request)))


def _answer(request: HttpRequest, which: SafetyQuestion) -> Event:
    """The answer that was tapped.

    Raises:
        WrongError: No button of ours sends this.
    """
    if which not in CHOICES:
        return told_by(which, one_of(_TOLD, request.POST.get("answer", "")))
    fits, none = request.POST.getlist("fits"), request.POST.get("answer") == NONE_OF_THESE
    if none == bool(fits):
        raise WrongError(_("Choose all that fit. Or clear them and tap “None of these”."))
    known = {str(one): str(one) for one in CHOICES[which]}
    return chosen_by(which, [one_of(known, one) for one in fits])


def _show(
    request: HttpRequest,
    so_far: Beginning,
    which: SafetyQuestion,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    told = answers_of(entries_of(request)).get(which)
    about = {
        "question": question_words(words(request), which),
        "progress": safety_progress(which),
        "back_to": way_back(so_far, which),
        "wrong": wrong,
    }
    if which in CHOICES:
        return render(
            request, "begin/choose.html", about | _to_choose(request, which, told), status=status
        )
    answers = [
        Choice(value, told_word(words(request), one), is_told=one == _word(told))
        for value, one in _TOLD.items()
    ]
    return render(request, "begin/question.html", about | {"answers": answers}, status=status)


def _to_choose(request: HttpRequest, which: SafetyQuestion, told: Event | None) -> dict[str, Any]:
    """What may fit, with what was chosen a moment ago or before."""
    before = list(map(str, _kinds(told)))
    chosen = request.POST.getlist("fits") if request.method == "POST" else before
    fits = [
        Choice(str(one), choice_word(words(request), one), is_told=str(one) in chosen)
        for one in CHOICES[which]
    ]
    return {"fits": fits, "none_told": told is not None and not before}


def _word(told: Event | None) -> Told | None:
    """The word of an answer by yes, no or not sure."""
    if isinstance(told, RedFlagsTold | IllnessNamed | MalaiseGateTold):
        return told.told
    return None


def _kinds(told: Event | None) -> tuple[str, ...]:
    """What was chosen in an answer by choosing."""
    return told.kinds if isinstance(told, ClinicianFirstTold | ModifiersTold) else ()
