"""The safety questions, the malaise screen, and what is said where a plan has to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cli.asking import ask_many_of, ask_one_of, tell
from steadystep.cli.record import language
from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.beginning import Screen
from steadystep.core.emergency import emergency_numbers
from steadystep.core.malaise_screen import Draft, PemQuestion, draft_answer, draft_of
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import Told
from steadystep.core.safety_questions import (
    CHOICES,
    RED_FLAGS,
    SafetyQuestion,
    chosen_by,
    told_by,
)
from steadystep.core.screening import answer_events, screening_of
from steadystep.explain.malaise_words import answer_words, attribution, item_words, part_words
from steadystep.explain.safety_words import (
    choice_word,
    needs_a_person,
    place_word,
    question_words,
    told_word,
    under_18_words,
    what_to_say,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.cli.record import Record
    from steadystep.core.events import Event

# The flag by which a script answers each question. Each is named for what it asks.
FLAGS: Mapping[SafetyQuestion, str] = {
    SafetyQuestion.HEART: "--heart-signs",
    SafetyQuestion.STROKE: "--stroke-signs",
    SafetyQuestion.TODAY: "--urgent-signs",
    SafetyQuestion.CLINICIAN: "--other-signs",
    SafetyQuestion.ILLNESS: "--illness",
    SafetyQuestion.MALAISE: "--ill-after-effort",
    SafetyQuestion.CLINICIAN_FIRST: "--clinician-first",
    SafetyQuestion.CARE: "--care",
}
NONE_OF_THESE = "none"
LATER = "later"


def typed_answers(question: SafetyQuestion) -> list[str]:
    """What may follow the flag of a question."""
    kinds = CHOICES.get(question)
    answers = [*Told] if kinds is None else [NONE_OF_THESE, *kinds]
    return [one.replace("_", "-") for one in answers]


def ask_safety(record: Record, question: SafetyQuestion) -> Event:
    """Ask one of the eight questions."""
    words = record.words
    asked = question_words(words, question)
    if question in CHOICES:
        kinds = {one.value.replace("_", "-"): choice_word(words, one) for one in CHOICES[question]}
        tell(asked.asked)
        chosen = ask_many_of(record, kinds)
        return chosen_by(question, [one.replace("-", "_") for one in chosen])
    tell(asked.asked, *(f"- {point}" for point in asked.points), *filter(None, (asked.help,)))
    answers = {one.value.replace("_", "-"): told_word(words, one) for one in Told}
    said = ask_one_of(record, answers)
    return told_by(question, Told(said.replace("-", "_")))


def malaise_events(record: Record) -> list[Event]:
    """Ask the next question of the malaise screen. It may be left for later."""
    words, draft = record.words, draft_of(record.entries, record.day)
    question = draft.next
    if question is None or not record.someone_is_there():
        return [on.AskSkipped(Ask.SCREEN)]
    if not draft.answers:
        tell(attribution(words))
    tell(*filter(None, (item_words(words, question), part_words(words, question))))
    typed = {str(one): answer_words(words, question, one) for one in question.answers}
    typed[LATER] = words.gettext("Later. Until then nothing is offered.")
    said = ask_one_of(record, typed, by_number=False)
    if said == LATER:
        return [on.AskSkipped(Ask.SCREEN)]
    return _answered(draft, question, int(said))


def stop_words(record: Record, screen: Screen) -> str:
    """Why there is no plan now, whom to turn to, and the way back."""
    words = record.words
    if screen == Screen.UNDER_18:
        slip = f"steadystep start {FLAGS[SafetyQuestion.CLINICIAN_FIRST]} {NONE_OF_THESE}"
        return "\n".join((*under_18_words(words), _if_a_slip(record, slip)))
    how_soon, raised = record.today.standing.how_soon, _raised(record)
    lines = [*needs_a_person(words, how_soon)]
    if how_soon == RedFlagKind.EMERGENCY:
        lines += [f"  {one}" for one in whom_to_call(record)]
    lines.append(words.gettext("What you can say:"))
    lines += [f"  {one}" for one in what_to_say(words, raised)]
    lines.append(
        words.gettext('When they say all is clear: steadystep resume --all-clear "their name"')
    )
    no = answer_events(record.lasting, told_by(raised, Told.NO), record.now)
    if any(isinstance(one, on.TakenBack) for one in no):
        lines.append(_if_a_slip(record, f"steadystep start {FLAGS[raised]} no"))
    return "\n".join(lines)


def whom_to_call(record: Record) -> list[str]:
    """Emergency numbers, the most likely one first."""
    words = record.words
    numbers = emergency_numbers((language(words),))
    return [f"{one.number} {place_word(words, one.place)}" for one in numbers]


def _if_a_slip(record: Record, command: str) -> str:
    slip = record.words.gettext("Was it a slip of the finger? Then: {command}")
    return slip.format(command=command)


def _raised(record: Record) -> SafetyQuestion:
    """The most pressing question that was answered with yes, or not sure."""
    told = screening_of(record.lasting).red_flags
    return next(
        question
        for question, flags in RED_FLAGS.items()
        if any(told.get(flag, Told.NO) != Told.NO for flag in flags)
    )


def _answered(draft: Draft, question: PemQuestion, answer: int) -> list[Event]:
    """One answer is kept as a draft; the last one makes the screen whole."""
    whole = Draft({**draft.answers, question: answer}).screen
    if whole is None:
        return [draft_answer(question, answer)]
    return [draft_answer(question, answer), on.MalaiseScreenTold(whole)]
