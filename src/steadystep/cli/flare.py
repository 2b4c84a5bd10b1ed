"""`steadystep flare`: the person's own word, which needs no number."""

from __future__ import annotations

import click

from steadystep.cli.arguments import day_options, the_day
from steadystep.cli.record import planned
from steadystep.cli.shown import show, written
from steadystep.cli.told import flare_in_words
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.facts import FlareWord


@verb(
    "flare",
    says=gettext("Say that this is a flare. The step gets smaller at once, and rest counts."),
    examples=("steadystep flare", "steadystep flare --hard-day", "steadystep flare --yesterday"),
)
@click.option("--hard-day", is_flag=True, help=gettext("A hard day, and no flare."))
@click.option("--sore", is_flag=True, help=gettext("Sore muscles, and no flare."))
@day_options
@click.pass_context
def flare(
    ctx: click.Context,
    /,
    *,
    hard_day: bool,
    sore: bool,
    day: str | None,
    yesterday: bool,
) -> None:
    """Write the word, and show what it leads to."""
    record = planned(ctx)
    words = record.words
    if hard_day and sore:
        raise click.UsageError(words.gettext("Say one of them: --hard-day, or --sore."))
    about = the_day(record, day, yesterday=yesterday)
    # Sore muscles warn as a hard day does, and are no flare (design finding 20).
    word = FlareWord.A_HARD_DAY if hard_day or sore else FlareWord.A_FLARE
    record.write([on.FlareTold(word)], at=record.when(about))
    what = words.gettext("sore muscles") if sore else flare_in_words(word, words)
    show(record, written(record, what, about))
