"""The malaise screen, one question at a time. It can be left, and goes on where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.core.asks import Ask
from steadystep.core.beginning import Screen, beginning_of
from steadystep.core.events import AskSkipped, MalaiseGateTold, MalaiseScreenTold
from steadystep.core.malaise_screen import (
    BY_NAME,
    PEM_QUESTIONS,
    Draft,
    Part,
    PemQuestion,
    draft_answer,
    draft_of,
)
from steadystep.core.safety import Told, is_pacing_only
from steadystep.core.safety_questions import SafetyQuestion
from steadystep.core.screening import screening_of, with_more
from steadystep.core.today import day_of
from steadystep.explain.malaise_words import (
    SOURCE,
    answer_words,
    attribution,
    item_words,
    part_words,
)
from steadystep.web.begin.screens import Choice
from steadystep.web.begin.telling import begun, entries_of, go_on, next_screen, tell
from steadystep.web.record.door import now
from steadystep.web.record.words import words
from steadystep.web.today.fields import WrongError, one_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.core.beginning import Beginning
    from steadystep.core.events import Event

LATER = "later"
UNSURE = "not_sure"
_LEFT: dict[str, tuple[Event, ...]] = {
    LATER: (AskSkipped(Ask.SCREEN),),
    # Not sure freezes offers, and the screen is asked again after two weeks.
    UNSURE: (MalaiseGateTold(Told.NOT_SURE), AskSkipped(Ask.SCREEN)),
}


@require_safe
def screen(request: HttpRequest) -> HttpResponse:
    """Go on where the screen was left."""
    so_far = begun(request)
    if not _is_open(so_far):
        return redirect(next_screen(so_far))
    question = _draft(request).next or PEM_QUESTIONS[0]
    return redirect("begin:item", name=question.name)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, name: str) -> HttpResponse:
    """One question of the screen."""
    so_far, question = begun(request), BY_NAME.get(name)
    if question is None:
        raise Http404
    if not _is_open(so_far):
        return redirect(next_screen(so_far))
    if request.method != "POST":
        return _show(request, question)
    said = request.POST.get("answer", "")
    if said in _LEFT:
        return go_on(tell(request, *_LEFT[said]))
    try:
        answer = one_of({str(one): one for one in question.answers}, said)
    except WrongError as wrong:
        return _show(request, question, str(wrong), 422)
    return _kept(request, question, answer)


def _is_open(so_far: Beginning) -> bool:
    """In the first run where it is its turn; afterwards whenever the person wishes."""
    return so_far.is_over or so_far.screen == Screen.MALAISE


def _kept(request: HttpRequest, question: PemQuestion, answer: int) -> HttpResponse:
    """Keep one answer; with the last of them the screen is whole, and is told."""
    known, at = entries_of(request), now(request)
    kept = draft_answer(question, answer)
    whole = draft_of(with_more(known, [kept], at), day_of(at)).screen
    if whole is None:
        tell(request, kept)
        return redirect(f"begin:{Screen.MALAISE}")
    entries = tell(request, kept, MalaiseScreenTold(whole))
    if is_pacing_only(screening_of(entries)):
        return redirect("begin:outcome", number=int(SafetyQuestion.MALAISE))
    return redirect(next_screen(beginning_of(entries)))


def _draft(request: HttpRequest) -> Draft:
    return draft_of(entries_of(request), day_of(now(request)))


def _show(
    request: HttpRequest, question: PemQuestion, wrong: str = "", status: int = 200
) -> HttpResponse:
    catalogue, draft = words(request), _draft(request)
    before, told = draft.before(question), draft.answers.get(question)
    number = PEM_QUESTIONS.index(question) + 1
    about = {
        "item": item_words(catalogue, question),
        "part": part_words(catalogue, question),
        "answers": [
            Choice(str(one), answer_words(catalogue, question, one), is_told=one == told)
            for one in question.answers
        ],
        "attribution": attribution(catalogue),
        "source": SOURCE,
        "is_short": question.part == Part.HOURS,
        "progress": _("%(number)s of %(all)s") % {"number": number, "all": len(PEM_QUESTIONS)},
        "back_to": reverse("begin:item", args=[before.name]) if before else _way_out(request),
        "wrong": wrong,
    }
    return render(request, "begin/malaise.html", about, status=status)


def _way_out(request: HttpRequest) -> str:
    """Before the first question: the gate question, or the page of safety."""
    if begun(request).is_over:
        return reverse("begin:safety")
    return reverse("begin:question", args=[int(SafetyQuestion.MALAISE)])
