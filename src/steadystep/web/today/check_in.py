"""The check-in: pain, fatigue, sleep, one to a page, each answer one tap; then Save.

What is said waits in the form itself until it is saved; it stands in no address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steadystep.core import events as on
from steadystep.core.acts import noon_of, yesterday_of
from steadystep.core.observations import Symptom
from steadystep.core.signal import TOP
from steadystep.web.record.door import now, say
from steadystep.web.today.fields import WrongError
from steadystep.web.today.morning import Morning, morning_of
from steadystep.web.today.scales import (
    WORSE,
    Step,
    name_of,
    question_about,
    step_of,
    step_sent,
    steps_of,
    usual_where_blind,
)
from steadystep.web.today.telling import ABOUT, is_heard, stay_about

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest, HttpResponse, QueryDict

    from steadystep.core.events import Event
    from steadystep.core.signal import Reference

SYMPTOMS = (Symptom.PAIN, Symptom.FATIGUE, Symptom.SLEEP)
SKIPPED = "skip"
SAVE, CHANGE = "save", "change"
# Fog mode's word for a day worse than usual.
IN_FOG = 1

# What was said of each symptom; None was left out.
Answers = dict[Symptom, Step | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One answer on the page that is saved: whose, and how it reads."""

    symptom: Symptom
    name: str
    step: Step | None

    @property
    def value(self) -> str:
        """What the form carries along."""
        return SKIPPED if self.step is None else self.step.value


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest) -> HttpResponse:
    """Today's check-in."""
    return _asked(request, morning_of(request), remembered=False)


@require_http_methods(["GET", "HEAD", "POST"])
def yesterdays_check_in(request: HttpRequest) -> HttpResponse:
    """Yesterday's check-in, as it is remembered."""
    return _asked(request, morning_of(request), remembered=True)


def _asked(request: HttpRequest, morning: Morning, *, remembered: bool) -> HttpResponse:
    if morning.today.plan is None or (remembered and morning.today.yesterday is None):
        return redirect("today:today")
    if request.method != "POST":
        return _next_page(
            request, morning, _from_the_start(request, morning), remembered=remembered
        )
    if is_heard(request):
        return redirect("today:today")
    answers: Answers = {}
    try:
        stay_about(request, morning.today.day.isoformat())
        answers = _said_so_far(request.POST, _reference(morning))
    except WrongError as wrong:
        return _next_page(request, morning, answers, remembered=remembered, wrong=str(wrong))
    if SAVE not in request.POST or set(answers) != set(SYMPTOMS):
        return _next_page(request, morning, answers, remembered=remembered)
    return _save(request, morning, answers, remembered=remembered)


def _save(
    request: HttpRequest, morning: Morning, answers: Answers, *, remembered: bool
) -> HttpResponse:
    """Write what was said; where nothing was, leave the question for today."""
    if all(one is None for one in answers.values()):
        wrong = _("There is no answer yet. Tap one, or go back.")
        return _next_page(request, morning, answers, remembered=remembered, wrong=wrong)
    moment = now(request)
    at = noon_of(yesterday_of(morning.today), moment) if remembered else moment
    say(request, *events_of(answers, _reference(morning), remembered=remembered), at=at)
    return redirect("today:today")


def events_of(answers: Answers, reference: Reference | None, *, remembered: bool) -> list[Event]:
    """The check-in as the log holds it.

    At the very top of a scale no number is worse than usual; then the word itself is noted too.
    """
    tenths = {symptom: one.tenths if one else None for symptom, one in answers.items()}
    numbers = on.CheckedIn(
        pain=tenths[Symptom.PAIN],
        fatigue=tenths[Symptom.FATIGUE],
        sleep=tenths[Symptom.SLEEP],
        remembered=remembered,
    )
    above_the_top = any(
        one is not None and one.value == WORSE and usual_where_blind(symptom, reference) == TOP
        for symptom, one in answers.items()
    )
    return [on.FogAnswered(IN_FOG), numbers] if above_the_top else [numbers]


def _from_the_start(request: HttpRequest, morning: Morning) -> Answers:
    """Nothing said yet; or the last answers, where the same again was tapped."""
    if "same" not in request.GET or morning.today.last_answer is None:
        return {}
    last, reference = morning.today.last_answer[1], _reference(morning)
    said = {Symptom.PAIN: last.pain, Symptom.FATIGUE: last.fatigue, Symptom.SLEEP: last.sleep}
    return {
        symptom: None if tenths is None else step_of(symptom, tenths, reference)
        for symptom, tenths in said.items()
    }


def _said_so_far(said: QueryDict, reference: Reference | None) -> Answers:
    """What the form holds so far.

    Raises:
        WrongError: Something in it is no answer of the scale.
    """
    answers: Answers = {}
    for symptom in SYMPTOMS:
        given = said.getlist(symptom)
        if not given:
            continue
        # The button that was tapped comes after what was said before.
        answers[symptom] = step_sent(symptom, given[-1], reference)
        if answers[symptom] is None and given[-1] != SKIPPED:
            raise WrongError(_("We did not understand that answer. Tap one of the buttons."))
    return answers


def _next_page(
    request: HttpRequest,
    morning: Morning,
    answers: Answers,
    *,
    remembered: bool,
    wrong: str = "",
) -> HttpResponse:
    """The question that comes next, or all three answers and Save."""
    changed = next((one for one in SYMPTOMS if one == request.POST.get(CHANGE)), None)
    asked = changed or next((one for one in SYMPTOMS if one not in answers), None)
    words: dict[str, object] = {
        ABOUT: morning.today.day.isoformat(),
        "remembered": remembered,
        "lines": [Line(one, name_of(one), answers[one]) for one in SYMPTOMS if one in answers],
        "wrong": wrong,
    }
    if asked is None:
        return _page(request, "today/check_in_save.html", words)
    reference = _reference(morning)
    words |= {
        "symptom": asked,
        "question": question_about(asked),
        "number": SYMPTOMS.index(asked) + 1,
        "of": len(SYMPTOMS),
        "steps": steps_of(asked, reference),
        "next_to_usual": usual_where_blind(asked, reference) is not None,
        "chosen": answers.get(asked),
    }
    return _page(request, "today/check_in.html", words)


def _page(request: HttpRequest, template: str, words: Mapping[str, object]) -> HttpResponse:
    return render(request, template, words, status=422 if words["wrong"] else 200)


def _reference(morning: Morning) -> Reference | None:
    return morning.today.decision.reference if morning.today.decision else None
