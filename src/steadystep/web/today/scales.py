"""The scales of the check-in: each answer a number and the word for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from steadystep.core.observations import Symptom
from steadystep.core.signal import TOP, is_blind
from steadystep.explain.amounts import decimal
from steadystep.web.record.scales import levels_of
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from steadystep.core.signal import Reference

# How far below usual "better" is noted, tenths of a point. A choice: any better day counts alike.
BETTER = 10
WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Step:
    """One answer of a scale.

    Attributes:
        value: What its button sends.
        tenths: What is noted.
        number: As it is written; nothing where it is asked next to usual.
        word: Its word.
    """

    value: str
    tenths: int
    number: str
    word: str


def name_of(symptom: Symptom) -> str:
    """What a symptom is called at the head of a line."""
    return {
        Symptom.PAIN: _("Pain"),
        Symptom.FATIGUE: _("Fatigue"),
        Symptom.SLEEP: _("Sleep"),
    }[symptom]


def question_about(symptom: Symptom) -> str:
    """The question of the check-in."""
    return {
        Symptom.PAIN: _("How is your pain?"),
        Symptom.FATIGUE: _("How tired are you?"),
        Symptom.SLEEP: _("How did you sleep?"),
    }[symptom]


def steps_of(symptom: Symptom, reference: Reference | None) -> tuple[Step, ...]:
    """The answers that a symptom may have, best first.

    Where a warning lies above the scale no number can show a flare: then it is asked as better,
    same or worse than usual (rule-of-two §1).
    """
    usual = usual_where_blind(symptom, reference)
    if usual is not None:
        return _next_to(usual)
    return tuple(
        Step(str(one.number * 10), one.number * 10, str(one.number), one.word)
        for one in levels_of(symptom)
    )


def step_of(symptom: Symptom, tenths: int, reference: Reference | None) -> Step:
    """How an answer reads that was given before, on whichever scale."""
    usual = usual_where_blind(symptom, reference)
    if usual is not None:
        better, same, worse = _next_to(usual)
        return better if tenths < usual else same if tenths == usual else worse
    word = levels_of(symptom)[min(tenths, TOP) // 10].word
    return Step(str(tenths), tenths, decimal(rule_words(), tenths), word)


def step_sent(symptom: Symptom, value: str, reference: Reference | None) -> Step | None:
    """The answer whose button sends this; None where no button of ours does.

    Beside the buttons there is "the same again", which may have a decimal from another door.
    """
    known = {one.value: one for one in steps_of(symptom, reference)}
    if value in known or usual_where_blind(symptom, reference) is not None:
        return known.get(value)
    is_tenths = value.isascii() and value.isdigit() and len(value) <= len(str(TOP))
    return step_of(symptom, int(value), reference) if is_tenths and int(value) <= TOP else None


def usual_where_blind(symptom: Symptom, reference: Reference | None) -> int | None:
    """The usual of a symptom (tenths) whose warning lies above the scale; None for all others."""
    if reference is None or symptom == Symptom.SLEEP:
        return None
    usual, rise = (
        (reference.usual_pain, reference.rise_pain)
        if symptom == Symptom.PAIN
        else (reference.usual_fatigue, reference.rise_fatigue)
    )
    return usual if is_blind(usual, rise) else None


def _next_to(usual: int) -> tuple[Step, Step, Step]:
    return (
        Step("better", max(usual - BETTER, 0), "", _("better")),
        Step("same", usual, "", _("same")),
        Step(WORSE, TOP, "", _("worse")),
    )
