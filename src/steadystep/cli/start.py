"""`steadystep start`: the first run, one question at a time. It goes on where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.arguments import a_bad_day, of_ten, read_name
from steadystep.cli.first_run import Options, events_of, unanswered
from steadystep.cli.record import Record, opened
from steadystep.cli.safety import (
    FLAGS,
    NONE_OF_THESE,
    ask_safety,
    malaise_events,
    stop_words,
    typed_answers,
)
from steadystep.cli.today import card
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.cli.words import languages
from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.beginning import (
    ANCHORS,
    OWN_UNITS,
    Screen,
    begin_events,
    beginning_of,
)
from steadystep.core.facts import Gate
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.safety import Told
from steadystep.core.safety_questions import (
    CHOICES,
    SafetyQuestion,
    chosen_by,
    told_by,
)
from steadystep.core.screening import answer_events, answers_of, is_screen_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.core.events import Event

STOPS = (Screen.RED_FLAG, Screen.UNDER_18)
MOVEMENTS = {one.value.replace("_", "-"): one for one in Movement}
TIMES = {one.replace("_", "-") or "any": one for one in ANCHORS}
_ASKED_ABOUT = {
    SafetyQuestion.HEART: gettext("Chest pain, fainting, short of breath at rest."),
    SafetyQuestion.STROKE: gettext("Sudden weakness, trouble speaking, a hanging face."),
    SafetyQuestion.TODAY: gettext("New numbness, a hot calf, dark urine after effort."),
    SafetyQuestion.CLINICIAN: gettext("New fever, swollen joints, something unlike your usual."),
    SafetyQuestion.ILLNESS: gettext("ME/CFS, or long COVID that effort makes worse."),
    SafetyQuestion.MALAISE: gettext("Ill for more than a day after doing more."),
    SafetyQuestion.CLINICIAN_FIRST: gettext("All that fit, or none."),
    SafetyQuestion.CARE: gettext("All that fit, or none."),
}


def _safety_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """One flag for each safety question; there is none that answers several."""
    for question in reversed(SafetyQuestion):
        kinds = CHOICES.get(question)
        choice = click.Choice(typed_answers(question))
        verb = click.option(
            FLAGS[question],
            f"safety_{question.value}",
            type=choice,
            metavar="yes|no|not-sure" if kinds is None else "KIND",
            multiple=kinds is not None,
            help=_ASKED_ABOUT[question],
        )(verb)
    return verb


@verb(
    "start",
    says=gettext(
        """Begin, or go on where you were. One question comes after the other.

        Without a terminal, every safety question needs its own flag. Other flags may be left out.
        A new sign can be told at any time: steadystep start --heart-signs yes
        """
    ),
    examples=("steadystep start", "steadystep start --movement walk --bad-day 6"),
)
@click.option("--language", type=click.Choice(languages()), help=gettext("The language."))
@_safety_options
@click.option(
    "--movement", type=click.Choice(tuple(MOVEMENTS)), help=gettext("One small movement.")
)
@click.option("--name", default="", help=gettext("What you call a movement of your own."))
@click.option(
    "--unit", type=click.Choice([one.value for one in OWN_UNITS]), help=gettext("Its unit.")
)
@click.option("--when", type=click.Choice(tuple(TIMES)), help=gettext("When in the day."))
@click.option(
    "--bad-day",
    metavar="AMOUNT",
    callback=a_bad_day,
    help=gettext("How much you can do on a bad day; - skips."),
)
@click.option(
    "--pain", metavar="0-10", callback=of_ten, help=gettext("Your usual pain, 0 to 10; - skips.")
)
@click.option(
    "--fatigue",
    metavar="0-10",
    callback=of_ten,
    help=gettext("Your usual fatigue, 0 to 10; - skips."),
)
@click.pass_context
def start(ctx: click.Context, /, **said: Any) -> None:  # noqa: ANN401 - the options above
    """Ask what is not answered yet, and show the first step."""
    record = opened(ctx)
    options = _options(record, said)
    try:
        _go_on(record, options)
    except click.Abort:
        click.echo(err=True)
        kept = record.words.gettext("What you said is kept. To go on: steadystep start")
        raise CannotDo(kept) from None
    for line in card(record):
        click.echo(line)


def _go_on(record: Record, options: Options) -> None:
    """Ask one screen after the other. Each is written before the next is shown."""
    _answered_without_asking(record, options)
    _say_anew(record, options)
    _ask_about_malaise(record)
    while True:
        record.look_again()
        begun = beginning_of(record.entries)
        if begun.screen in STOPS or record.today.standing.gate == Gate.RED_FLAG:
            raise CannotDo(stop_words(record, begun.screen))
        if begun.is_over:
            return
        if record.someone_is_there():
            click.echo(err=True)
        events = events_of(record, begun, options)
        record.look_again()
        record.write(begin_events(record.entries, events, record.now))


def _answered_without_asking(record: Record, options: Options) -> None:
    """Where nobody can be asked, refuse before anything is written.

    Raises:
        click.UsageError: Safety questions are open; it names a flag for each.
    """
    begun = beginning_of(record.entries)
    if record.someone_is_there() or begun.is_over or begun.screen in STOPS:
        return
    lines = unanswered(record, begun, options)
    if lines:
        words = record.words
        heading = words.gettext("These questions need an answer first:")
        raise click.UsageError("\n".join((heading, *lines)))


def _say_anew(record: Record, options: Options) -> None:
    """Safety questions that were answered before, and are answered otherwise now.

    New signs are told in this way at any time, and a slip of the finger is put right.
    """
    begun = beginning_of(record.entries)
    if not begun.is_over and begun.screen not in STOPS:
        return
    known = answers_of(record.lasting)
    for question, event in options.safety.items():
        if known.get(question) != event:
            record.look_again()
            record.write(answer_events(record.lasting, event, record.now))


def _ask_about_malaise(record: Record) -> None:
    """Where a plan has begun: the malaise screen that was left for later, or is asked again."""
    if not record.someone_is_there() or not beginning_of(record.entries).is_over:
        return
    if Ask.SCREEN in record.today.asks and not is_screen_asked(record.lasting, record.day):
        event = ask_safety(record, SafetyQuestion.MALAISE)
        record.look_again()
        record.write(answer_events(record.lasting, event, record.now))
    while is_screen_asked(record.lasting, record.day):
        events = malaise_events(record)
        record.look_again()
        record.write(begin_events(record.entries, events, record.now))
        if on.AskSkipped(Ask.SCREEN) in events:
            return


def _options(record: Record, said: dict[str, Any]) -> Options:
    """What was said by options, checked before anything is written."""
    movement = MOVEMENTS.get(said["movement"])
    unit = Unit(said["unit"]) if said["unit"] else None
    words = record.words
    if movement != Movement.OWN and (said["name"] or unit):
        raise click.UsageError(words.gettext("--name and --unit go with --movement own."))
    return Options(
        language=said["language"],
        safety=_safety(record, said),
        movement=movement,
        name=read_name(record, said["name"]),
        unit=unit,
        anchor=None if said["when"] is None else TIMES[said["when"]],
        bad_day=said["bad_day"],
        pain=said["pain"],
        fatigue=said["fatigue"],
    )


def _safety(record: Record, said: dict[str, Any]) -> dict[SafetyQuestion, Event]:
    """The safety questions that were answered by options."""
    told: dict[SafetyQuestion, Event] = {}
    for question in SafetyQuestion:
        answer = said[f"safety_{question.value}"]
        if not answer:
            continue
        if question not in CHOICES:
            told[question] = told_by(question, Told(answer.replace("-", "_")))
        else:
            told[question] = _chosen(record, question, answer)
    return told


def _chosen(record: Record, question: SafetyQuestion, answer: tuple[str, ...]) -> Event:
    """All that fits, or none of it. "None" beside something else is no answer."""
    if NONE_OF_THESE in answer and len(answer) > 1:
        words = record.words
        both = words.gettext("{flag}: say none, or what fits.")
        raise click.UsageError(both.format(flag=FLAGS[question]))
    kinds = [one.replace("-", "_") for one in answer if one != NONE_OF_THESE]
    return chosen_by(question, kinds)
