"""`steadystep accept` and `stay`: the person's word on an offer. No is a good answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import whole_of_ten
from steadystep.cli.record import planned
from steadystep.cli.shown import show
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.acts import answer_offer
from steadystep.explain.amounts import amount

if TYPE_CHECKING:
    from steadystep.cli.record import Record


@verb(
    "accept",
    says=gettext("Try the step that is offered. You can take it back until the next one."),
    examples=("steadystep accept", "steadystep accept --sure 8"),
)
@click.option(
    "--sure",
    metavar="0-10",
    callback=whole_of_ten,
    help=gettext("How sure you are of it, 0 to 10."),
)
@click.pass_context
def accept(ctx: click.Context, /, *, sure: int | None) -> None:
    """Take the offer."""
    record = planned(ctx)
    _look_at_it(record)
    if sure is not None:
        record.write([on.ConfidenceTold(sure)])
        if not _is_offered(record):
            # Not sure enough: the offer is gone, and today's words say why.
            show(record)
            return
    _answer(record, accept=True)


@verb(
    "stay",
    says=gettext("Stay where you are. The offer rests for a week."),
    examples=("steadystep stay",),
)
@click.option(
    "--sure",
    metavar="0-10",
    callback=whole_of_ten,
    help=gettext("How sure you are of it, 0 to 10."),
)
@click.pass_context
def stay(ctx: click.Context, /, *, sure: int | None) -> None:
    """Leave the offer."""
    record = planned(ctx)
    _look_at_it(record)
    if sure is not None:
        record.write([on.ConfidenceTold(sure)])
    if _is_offered(record):
        _answer(record, accept=False)
        return
    show(record)


def _look_at_it(record: Record) -> None:
    """What is answered has to be told first: an accepted step is taken as it was told.

    Raises:
        CannotDo: Nothing is offered.
    """
    if not _is_offered(record):
        raise CannotDo(record.words.gettext("Nothing is offered today. To see why: steadystep why"))
    record.tell()


def _is_offered(record: Record) -> bool:
    return record.today.decision is not None and record.today.decision.offered is not None


def _answer(record: Record, *, accept: bool) -> None:
    words, decision = record.words, record.today.decision
    assert decision is not None  # noqa: S101 - for the type checker: it was offered
    record.write(answer_offer(record.today, accept=accept))
    if accept:
        tried = words.gettext("Written: you try {amount}.")
        show(record, tried.format(amount=amount(words, record.unit, decision.offered)))
    else:
        stays = words.gettext("Written: you stay at {amount}.")
        show(record, stays.format(amount=amount(words, record.unit, decision.level)))
