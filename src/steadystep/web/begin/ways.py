"""The way through the safety questions: what comes after an answer, and what came before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from steadystep.core.beginning import Screen, beginning_of
from steadystep.core.events import WordOn
from steadystep.core.facts import Gate
from steadystep.core.safety import ClinicianFirst, is_pacing_only
from steadystep.core.safety_questions import SafetyQuestion
from steadystep.core.screening import is_screen_asked, screening_of, verdict_of
from steadystep.core.today import day_of
from steadystep.web.begin.telling import TODAY, next_screen

if TYPE_CHECKING:
    from datetime import datetime

    from steadystep.core.beginning import Beginning
    from steadystep.core.events import Entry
    from steadystep.core.safety import Screening


def is_reached(so_far: Beginning, which: SafetyQuestion) -> bool:
    """Any question can be answered again; none can be answered ahead of its turn."""
    return so_far.is_over or which == so_far.question or which in so_far.answers


def after_answer(entries: list[Entry], which: SafetyQuestion, at: datetime) -> str:
    """The page that an answer leads to: what follows from it, else the next question."""
    told = screening_of(entries)
    if verdict_of(entries, day_of(at)).gate == Gate.RED_FLAG:
        return reverse(f"begin:{Screen.RED_FLAG}")
    if which == SafetyQuestion.CLINICIAN_FIRST and ClinicianFirst.UNDER_18 in told.clinician_first:
        return reverse(f"begin:{Screen.UNDER_18}")
    if has_outcome(told, which):
        return reverse("begin:outcome", args=[int(which)])
    return after_outcome(entries, which, at)


def after_outcome(entries: list[Entry], which: SafetyQuestion, at: datetime) -> str:
    """The next question. Answered again, the malaise screen comes last and only if it is due."""
    so_far = beginning_of(entries)
    if not so_far.is_over:
        return next_screen(so_far)
    later = [one for one in SafetyQuestion if one > which]
    if screening_of(entries).illness_named:
        later = [one for one in later if one != SafetyQuestion.MALAISE]
    if later:
        return reverse("begin:question", args=[int(later[0])])
    if is_screen_asked(entries, day_of(at)):
        return reverse(f"begin:{Screen.MALAISE}")
    return TODAY


def has_outcome(told: Screening, which: SafetyQuestion) -> bool:
    """Is there something to say about what this answer means?"""
    if which == SafetyQuestion.ILLNESS:
        return told.illness_named and told.word_on_malaise is None
    if which == SafetyQuestion.CLINICIAN_FIRST:
        return bool(told.clinician_first) and told.word_on_plan is None
    return False


def waits_for_a_word(told: Screening) -> tuple[WordOn, ...]:
    """What a clinician's word could open. Under 18 it opens nothing."""
    first = has_outcome(told, SafetyQuestion.CLINICIAN_FIRST)
    waits = {WordOn.MALAISE: is_pacing_only(told), WordOn.PLAN: first}
    return tuple(one for one, is_waiting in waits.items() if is_waiting)


def way_back(so_far: Beginning, which: SafetyQuestion) -> str:
    """The address of the page before a question."""
    before = [one for one in SafetyQuestion if one < which]
    if not so_far.is_over:
        before = [one for one in before if one in so_far.answers]
    if before:
        return reverse("begin:question", args=[int(before[-1])])
    return reverse("begin:safety" if so_far.is_over else f"begin:{Screen.WHAT}")
