"""The screens of the first run as a terminal asks them: by options, else one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from steadystep.cli.arguments import read_name
from steadystep.cli.asking import ask, ask_amount, ask_of_ten, ask_one_of, tell
from steadystep.cli.safety import FLAGS, ask_safety, malaise_events, typed_answers
from steadystep.cli.shown import filled
from steadystep.cli.words import languages, words_in
from steadystep.core import events as on
from steadystep.core.beginning import (
    ANCHORS,
    BAD_DAY_AMOUNTS,
    OWN_UNITS,
    SKIPPED,
    UNIT_OF,
    Beginning,
    Screen,
    usual_events,
)
from steadystep.core.facts import NONE
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.safety import Told
from steadystep.core.safety_questions import SafetyQuestion
from steadystep.explain.amounts import amount
from steadystep.explain.beginning_words import (
    anchor_word,
    counted_by,
    movement_help,
    movement_word,
    usual_question,
    why_this_start,
)
from steadystep.explain.safety_words import question_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.cli.record import Record
    from steadystep.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was said by options. NONE is a skip, None was not said.

    Attributes:
        language: The code of a language.
        safety: Answers to safety questions.
        movement: The kind of movement.
        name: What a movement of one's own is called.
        unit: What it is counted in.
        anchor: When in the day.
        bad_day: What a bad day allows, tenths.
        pain: Usual pain, tenths.
        fatigue: Usual fatigue, tenths.
    """

    language: str | None = None
    safety: Mapping[SafetyQuestion, Event] = field(default_factory=dict)
    movement: Movement | None = None
    name: str = ""
    unit: Unit | None = None
    anchor: str | None = None
    bad_day: int | None = None
    pain: int | None = None
    fatigue: int | None = None


def events_of(record: Record, begun: Beginning, options: Options) -> list[Event]:
    """What is told on the screen that comes next."""
    match begun.screen:
        case Screen.LANGUAGE:
            return _language(record, options)
        case Screen.WHAT:
            return _what_it_is(record)
        case Screen.SAFETY if begun.question is not None:
            said = options.safety.get(begun.question)
            return [said or ask_safety(record, begun.question)]
        case Screen.MALAISE:
            return malaise_events(record)
        case Screen.MOVEMENT:
            return [asked_movement(record, options)]
        case Screen.BAD_DAY:
            unit = begun.movement.unit if begun.movement else Unit.MINUTES
            return [on.BadDayTold(asked_bad_day(record, unit, options))]
        case Screen.PAIN:
            return usual_events(begun, Symptom.PAIN, _usual(record, Symptom.PAIN, options.pain))
        case Screen.FATIGUE:
            told = _usual(record, Symptom.FATIGUE, options.fatigue)
            return usual_events(begun, Symptom.FATIGUE, told)
        case _:
            return _first_step(record, begun)


def unanswered(record: Record, begun: Beginning, options: Options) -> list[str]:
    """What nobody is there to be asked: a flag for each, and what it asks.

    A safety question is never answered by saying nothing. All else can be skipped.
    """
    illness = options.safety.get(SafetyQuestion.ILLNESS) or begun.answers.get(
        SafetyQuestion.ILLNESS
    )
    named = illness == on.IllnessNamed(Told.YES)
    return [
        line
        for question in SafetyQuestion
        if question not in begun.answers
        and question not in options.safety
        and not (named and question == SafetyQuestion.MALAISE)
        for line in _flag_and_question(record, question)
    ]


def _flag_and_question(record: Record, question: SafetyQuestion) -> list[str]:
    words = record.words
    asked = question_words(words, question)
    about = words.pgettext("between two parts of a line", "; ").join(asked.points)
    typed = "|".join(typed_answers(question))
    return [
        f"  {FLAGS[question]} {typed}",
        *filled(f"{asked.asked} {about}".rstrip(), indent="      "),
    ]


def _language(record: Record, options: Options) -> list[Event]:
    """Which language: it is asked where there is a choice, and somebody to choose."""
    code = options.language
    if code is None and record.someone_is_there():
        names = {one: name_of_language(one) for one in languages()}
        tell("Language · שפה")
        code = ask_one_of(record, names)
    chosen = [] if code is None else [on.PreferenceSet("language", code)]
    return [*chosen, on.PageSeen(Screen.LANGUAGE)]


def name_of_language(code: str) -> str:
    """What a language is called by those who speak it."""
    return words_in(code).pgettext("the name of your language", "English")


def _what_it_is(record: Record) -> list[Event]:
    words = record.words
    tell(
        words.gettext("Steadystep plans one small movement a day. It stays small, and waits."),
        words.gettext("It is not a medical device, and it promises nothing."),
        words.gettext("What you say stays on this machine."),
        words.gettext("Some questions come first. Ctrl-C stops; what you said is kept."),
    )
    return [on.PageSeen(Screen.WHAT)]


def asked_movement(record: Record, options: Options) -> on.MovementChosen:
    """One small movement, its name and its unit where it is one's own, and when in the day."""
    words, movement = record.words, options.movement
    if movement is None and not record.someone_is_there():
        return replace(SKIPPED, anchor=_anchor(record, options))
    if movement is None:
        kinds = {
            one.value.replace("_", "-"): f"{movement_word(words, one)}. {movement_help(words, one)}"
            for one in Movement
        }
        tell(words.gettext("One small movement that you can do on most days:"))
        movement = Movement(ask_one_of(record, kinds).replace("-", "_"))
    name, unit = "", UNIT_OF.get(movement)
    if movement == Movement.OWN:
        name, unit = _own(record, options)
    return on.MovementChosen(movement, unit or Unit.MINUTES, name, _anchor(record, options))


def _own(record: Record, options: Options) -> tuple[str, Unit]:
    words, name, unit = record.words, options.name, options.unit
    if not name and record.someone_is_there():
        name = ask(words.gettext("What do you call it"), lambda text: read_name(record, text))
    if unit is None and record.someone_is_there():
        ways = {one.value: counted_by(words, one) for one in OWN_UNITS}
        tell(words.gettext("How is it counted?"))
        unit = Unit(ask_one_of(record, ways))
    return name, unit or Unit.MINUTES


def _anchor(record: Record, options: Options) -> str:
    if options.anchor is not None or not record.someone_is_there():
        return options.anchor or ""
    words = record.words
    times = {one.replace("_", "-") or "any": anchor_word(words, one) for one in ANCHORS}
    tell(words.gettext("When in the day?"))
    said = ask_one_of(record, times)
    return "" if said == "any" else said.replace("-", "_")


def asked_bad_day(record: Record, unit: Unit, options: Options) -> int | None:
    """What a bad day allows; the first step is half of it."""
    words, most = record.words, BAD_DAY_AMOUNTS[unit][-1]
    if options.bad_day is not None:
        return None if options.bad_day == NONE else options.bad_day
    if not record.someone_is_there():
        return None
    asked = words.gettext("How much can you do on a bad day? Up to {most}. Enter skips")
    return ask_amount(record, asked.format(most=amount(words, unit, most)), most)


def _first_step(record: Record, begun: Beginning) -> list[Event]:
    words, movement, bad_day = record.words, begun.movement, begun.bad_day
    if movement is not None and bad_day is not None and begun.start is not None:
        first = words.gettext("Your first step: {amount}.")
        tell(
            first.format(amount=amount(words, movement.unit, begun.start)),
            why_this_start(words, movement.unit, bad_day.amount, begun.start),
        )
    return [on.PageSeen(Screen.START)]


def _usual(record: Record, symptom: Symptom, told: int | None) -> int | None:
    """Usual as the person tells it; Enter skips."""
    if told is not None:
        return None if told == NONE else told
    if not record.someone_is_there():
        return None
    words = record.words
    zero = words.gettext("{question} 0 is none, 10 is the worst. Enter skips")
    return ask_of_ten(record, zero.format(question=usual_question(words, symptom)))
