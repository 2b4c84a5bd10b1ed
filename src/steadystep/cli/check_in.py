"""`steadystep check-in`: how the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import day_options, of_ten, the_day
from steadystep.cli.asking import ask_of_ten
from steadystep.cli.record import Record, planned
from steadystep.cli.shown import show, written
from steadystep.cli.told import in_words
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.correcting import new_answer
from steadystep.core.facts import NONE
from steadystep.core.fold import told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


# Fog mode's one answer, as it is typed.
THAN_USUAL = {"better": -1, "same": 0, "worse": 1, "much-worse": 2}


@verb(
    "check-in",
    says=gettext(
        """Say how you are: pain, fatigue, and how your sleep was.

        0 is none, 10 is the worst. A decimal is fine, and "-" leaves one out.
        """
    ),
    examples=(
        "steadystep check-in 4 5 3",
        "steadystep check-in --same",
        "steadystep check-in --fog worse",
        "steadystep check-in 4 - --yesterday",
    ),
)
@click.argument("pain", callback=of_ten, required=False)
@click.argument("fatigue", callback=of_ten, required=False)
@click.argument("sleep", callback=of_ten, required=False)
@click.option("--same", is_flag=True, help=gettext("The same as the last time."))
@click.option(
    "--fog",
    type=click.Choice(tuple(THAN_USUAL)),
    help=gettext("One answer on a foggy day: how it is beside your usual."),
)
@day_options
@click.pass_context
def check_in(
    ctx: click.Context,
    /,
    pain: int | None,
    fatigue: int | None,
    sleep: int | None,
    *,
    same: bool,
    fog: str | None,
    day: str | None,
    yesterday: bool,
) -> None:
    """Write an answer, and show what it leads to."""
    record = planned(ctx)
    _one_way(record, numbers=pain is not None, same=same, fog=fog is not None)
    about = the_day(record, day, yesterday=yesterday)
    if fog is not None:
        answer: on.CheckedIn | on.FogAnswered = on.FogAnswered(THAN_USUAL[fog])
    elif same:
        answer = _last(record)
    elif pain is None:
        answer = _asked(record)
    else:
        answer = _told(record, (pain, fatigue, sleep))
    _write(record, answer, about)
    show(record, written(record, in_words(answer, record.unit, record.words), about))


def _one_way(record: Record, *, numbers: bool, same: bool, fog: bool) -> None:
    """Refuse two answers in one call."""
    if numbers + same + fog > 1:
        words = record.words
        raise click.UsageError(words.gettext("Say it in one way: numbers, --same, or --fog."))


def _told(record: Record, answers: Sequence[int | None]) -> on.CheckedIn:
    """The numbers of the call. One that is left out is not told."""
    pain, fatigue, sleep = (None if one == NONE else one for one in answers)
    if (pain, fatigue, sleep) == (None, None, None):
        raise click.UsageError(record.words.gettext("Say at least one number."))
    return on.CheckedIn(pain, fatigue, sleep)


def _asked(record: Record) -> on.CheckedIn:
    """Ask one thing after the other; Enter leaves one out."""
    words = record.words
    if not record.someone_is_there():
        such_as = words.gettext("Say pain and fatigue, such as: steadystep check-in 4 5 3")
        raise click.UsageError(such_as)
    click.echo(words.gettext("0 is none, 10 is the worst. Enter leaves one out."), err=True)
    pain = ask_of_ten(record, words.gettext("Pain"))
    fatigue = ask_of_ten(record, words.gettext("Fatigue"))
    sleep = ask_of_ten(record, words.gettext("How bad was your sleep"))
    return _told(record, (pain, fatigue, sleep))


def _last(record: Record) -> on.CheckedIn:
    """The same as on the last day with a full answer."""
    if record.today.last_answer is None:
        words = record.words
        none = words.gettext(
            "There is no earlier answer. Say it in numbers: steadystep check-in 4 5 3"
        )
        raise CannotDo(none)
    last = record.today.last_answer[1]
    return on.CheckedIn(last.pain, last.fatigue, last.sleep)


def _write(record: Record, answer: on.CheckedIn | on.FogAnswered, about: date) -> None:
    """Write it: today beside what was said before, on another day in its place."""
    if about == record.day:
        record.write([answer])
        return
    if isinstance(answer, on.FogAnswered):
        raise click.UsageError(record.words.gettext("--fog is about today."))
    todays = record.of_day(about)
    whole = _with_what_was_said(answer, told(todays, on.CheckedIn))
    correction = new_answer(
        todays, about, record.now, pain=whole.pain, fatigue=whole.fatigue, sleep=whole.sleep
    )
    record.write(correction.events, at=correction.at)


def _with_what_was_said(answer: on.CheckedIn, before: Sequence[on.CheckedIn]) -> on.CheckedIn:
    """What is left out stays as it was said of that day."""
    for said in reversed(before):
        answer = on.CheckedIn(
            said.pain if answer.pain is None else answer.pain,
            said.fatigue if answer.fatigue is None else answer.fatigue,
            said.sleep if answer.sleep is None else answer.sleep,
        )
    return answer
