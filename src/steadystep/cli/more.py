"""`steadystep more`: "I'd like to try more". The rule says whether there is an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import a_step
from steadystep.cli.less import level_of
from steadystep.cli.record import planned
from steadystep.cli.shown import show
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.acts import own_step
from steadystep.core.facts import Gate, Reply
from steadystep.explain.amounts import amount

if TYPE_CHECKING:
    from steadystep.cli.record import Record


@verb(
    "more",
    says=gettext(
        """Ask to try more. An offer that rests comes back, where the rule allows it.

        --to sets a step of your own. It is noted as yours, and the next days are watched.
        """
    ),
    examples=("steadystep more", "steadystep more --to 6"),
)
@click.option("--to", metavar="AMOUNT", callback=a_step, help=gettext("A step of your own."))
@click.pass_context
def more(ctx: click.Context, /, *, to: int | None) -> None:
    """Call back an offer that rests, or set a bigger step."""
    record = planned(ctx)
    if to is not None:
        _own_step(record, to)
        return
    words, decision = record.words, record.today.decision
    if decision is not None and decision.offered is not None:
        show(record, words.gettext("There is an offer already. To take it: steadystep accept"))
        return
    record.write([on.OfferAnswered(Reply.TRY_MORE)])
    show(record, words.gettext("Written: you would like to try more."))


def _own_step(record: Record, to: int) -> None:
    """A bigger step by the person's own word. Where something stands against a plan there is none.

    Raises:
        CannotDo: Something does, or the step is no bigger one.
    """
    words, level = record.words, level_of(record)
    if record.today.standing.gate != Gate.OPEN:
        raise CannotDo(words.gettext("This has to wait. To see why: steadystep why"))
    bigger = own_step(record.today, to)
    if bigger.dose <= level:
        less = words.gettext("Your step is {amount}. For less: steadystep smaller --to 2")
        raise CannotDo(less.format(amount=amount(words, record.unit, level)))
    record.write([bigger])
    now = words.gettext("Written: {amount} from now on, by your own word.")
    show(record, now.format(amount=amount(words, record.unit, bigger.dose)))
