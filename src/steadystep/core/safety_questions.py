"""The eight safety questions: what each one asks, and the event that an answer to it is.

The malaise screen has its own room; it is asked where the sixth is answered yes or not sure.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.safety import ClinicianFirst, Modifier, RedFlagQuestion, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.events import Event


class SafetyQuestion(IntEnum):
    """One screen, one question. They are asked in this order, the most pressing first."""

    HEART = 1
    STROKE = 2
    TODAY = 3
    CLINICIAN = 4
    ILLNESS = 5
    MALAISE = 6
    CLINICIAN_FIRST = 7
    CARE = 8


# The red flags behind each of the first four. What is as pressing is asked together, so that eight
# screens are enough (design finding 15).
RED_FLAGS: dict[SafetyQuestion, tuple[RedFlagQuestion, ...]] = {
    SafetyQuestion.HEART: (RedFlagQuestion.CHEST,),
    SafetyQuestion.STROKE: (RedFlagQuestion.STROKE,),
    SafetyQuestion.TODAY: (RedFlagQuestion.NERVES, RedFlagQuestion.CALF, RedFlagQuestion.MUSCLE),
    SafetyQuestion.CLINICIAN: (
        RedFlagQuestion.ILLNESS,
        RedFlagQuestion.JOINTS,
        RedFlagQuestion.UNLIKE,
    ),
}
# What is answered by choosing all that fits, or none of it.
CHOICES: dict[SafetyQuestion, tuple[ClinicianFirst, ...] | tuple[Modifier, ...]] = {
    SafetyQuestion.CLINICIAN_FIRST: tuple(ClinicianFirst),
    SafetyQuestion.CARE: tuple(Modifier),
}


def told_by(question: SafetyQuestion, told: Told) -> Event:
    """The event that yes, no or not sure is.

    Raises:
        ValueError: The question is answered by choosing.
    """
    match question:
        case SafetyQuestion.ILLNESS:
            return on.IllnessNamed(told)
        case SafetyQuestion.MALAISE:
            return on.MalaiseGateTold(told)
        case SafetyQuestion.CLINICIAN_FIRST | SafetyQuestion.CARE:
            raise ValueError("this question is answered by choosing all that fits")
        case _:
            return on.RedFlagsTold(RED_FLAGS[question], told)


def chosen_by(question: SafetyQuestion, chosen: Sequence[str]) -> Event:
    """The event that a choice is, each kind once and in the order in which it is listed.

    Raises:
        ValueError: One of them is not among the choices, or the question has none.
    """
    known = CHOICES.get(question, ())
    if unknown := set(chosen) - set(known):
        raise ValueError(f"not among the choices: {', '.join(sorted(unknown))}")
    if question == SafetyQuestion.CLINICIAN_FIRST:
        return on.ClinicianFirstTold(tuple(one for one in ClinicianFirst if one in chosen))
    if question == SafetyQuestion.CARE:
        return on.ModifiersTold(tuple(one for one in Modifier if one in chosen))
    raise ValueError("this question is answered by yes, no or not sure")


def question_of(event: Event) -> SafetyQuestion | None:
    """The question that an event answers; None where it answers none of the eight."""
    match event:
        case on.RedFlagsTold():
            return next((one for one, asked in RED_FLAGS.items() if asked == event.asked), None)
        case on.IllnessNamed():
            return SafetyQuestion.ILLNESS
        case on.MalaiseGateTold():
            return SafetyQuestion.MALAISE
        case on.ClinicianFirstTold():
            return SafetyQuestion.CLINICIAN_FIRST
        case on.ModifiersTold():
            return SafetyQuestion.CARE
        case _:
            return None
