"""`steadystep more`: "I'd like to try more". The rule says whether there is an offer."""

from __future__ import annotations

import click

from steadystep.cli.record import planned
from steadystep.cli.shown import show
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.facts import Reply


@verb(
    "more",
    says=gettext(
        """Ask to try more. An offer that rests comes back, where the rule allows it.

        Nothing else waits any less for it.
        """
    ),
)
@click.pass_context
def more(ctx: click.Context, /) -> None:
    """Call back an offer that rests."""
    record = planned(ctx)
    words, decision = record.words, record.today.decision
    if decision is not None and decision.offered is not None:
        show(record, words.gettext("There is an offer already. To take it: steadystep accept"))
        return
    record.write([on.OfferAnswered(Reply.TRY_MORE)])
    show(record, words.gettext("Written: you would like to try more."))
