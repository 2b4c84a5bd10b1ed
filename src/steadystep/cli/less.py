"""`steadystep easier`, `smaller` and `skip`: less, today or from now on. None of it is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import a_step
from steadystep.cli.record import planned
from steadystep.cli.shown import show
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core import acts
from steadystep.core import events as on
from steadystep.core.acts import NothingToSayError, Part
from steadystep.core.asks import Ask
from steadystep.explain.amounts import amount

if TYPE_CHECKING:
    from steadystep.cli.record import Record

# What stands against a plan does not rest; it waits for a person.
MAY_REST = tuple(ask for ask in Ask if ask not in {Ask.ALL_CLEAR, Ask.NOTHING})


@verb("easier", says=gettext("Ask for less today. Your plan stays as it is."))
@click.pass_context
def easier(ctx: click.Context, /) -> None:
    """Ease today's step."""
    record = planned(ctx)
    try:
        less = acts.easier(record.today)
    except NothingToSayError as why:
        raise CannotDo(_no_step(record)) from why
    if less.dose == record.today.dose:
        words = record.words
        show(record, words.gettext("This is the smallest step there is. Rest is fine too."))
        return
    record.write([less])
    show(record)


@verb(
    "smaller",
    says=gettext("Take a smaller step from now on. Nothing rises for a week."),
    examples=("steadystep smaller", "steadystep smaller --to 2"),
)
@click.option("--to", metavar="AMOUNT", callback=a_step, help=gettext("A step of your own."))
@click.pass_context
def smaller(ctx: click.Context, /, *, to: int | None) -> None:
    """Set the dose one rung lower, or to a lower one of the person's own."""
    record = planned(ctx)
    words, level = record.words, level_of(record)
    less = acts.smaller(record.today) if to is None else acts.own_step(record.today, to)
    if to is None and less.dose == level:
        show(record, words.gettext("This is the smallest step there is. Rest is fine too."))
        return
    if less.dose >= level:
        more = words.gettext("Your step is {amount}. For more: steadystep more --to 6")
        raise CannotDo(more.format(amount=amount(words, record.unit, level)))
    record.write([less])
    smaller_now = words.gettext("Written: {amount} from now on.")
    show(record, smaller_now.format(amount=amount(words, record.unit, less.dose)))


def level_of(record: Record) -> int:
    """The rung in force.

    Raises:
        CannotDo: There is none.
    """
    decision = record.today.decision
    if decision is None or decision.level is None:
        raise CannotDo(_no_step(record))
    return decision.level


@verb(
    "skip",
    says=gettext("Leave the step for today, or one of the questions. That is a full answer."),
    examples=("steadystep skip", "steadystep skip check-in"),
)
@click.argument("question", required=False)
@click.pass_context
def skip(ctx: click.Context, /, question: str | None) -> None:
    """Write what is left for today."""
    record = planned(ctx)
    words = record.words
    if question is not None:
        record.write([on.AskSkipped(_ask(record, question))])
        show(record, words.gettext("That question rests for today."))
        return
    if record.today.session:
        done = words.gettext("You told {amount} for today. To change it: steadystep moved no")
        raise CannotDo(done.format(amount=amount(words, record.unit, record.today.session)))
    try:
        nothing = acts.did(record.today.dose, Part.NONE)
    except NothingToSayError as why:
        raise CannotDo(_no_step(record)) from why
    if record.today.session is None:
        record.write([nothing])
    show(record, words.gettext("Not today, and that is fine."))


def _ask(record: Record, question: str) -> Ask:
    """The question that is meant: one that is open now."""
    open_now = [one.value.replace("_", "-") for one in record.today.asks if one in MAY_REST]
    if question in open_now:
        return Ask(question.replace("-", "_"))
    words = record.words
    if not open_now:
        raise CannotDo(words.gettext("Nothing is asked now."))
    asked = words.gettext("This is not asked now. What can rest: {questions}.")
    raise CannotDo(asked.format(questions=", ".join(open_now)))


def _no_step(record: Record) -> str:
    return record.words.gettext("There is no step today, so there is nothing to make smaller.")
