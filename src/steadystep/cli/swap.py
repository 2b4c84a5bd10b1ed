"""`steadystep swap`: another movement, which begins at a small step of its own."""

from __future__ import annotations

import click

from steadystep.cli.arguments import a_bad_day, read_name
from steadystep.cli.first_run import Options, asked_bad_day, asked_movement
from steadystep.cli.record import Record, planned
from steadystep.cli.shown import show
from steadystep.cli.verbs import gettext, verb
from steadystep.core.acts import new_plan
from steadystep.core.beginning import OWN_UNITS, start_of
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.screening import care_of
from steadystep.explain.amounts import amount

MOVEMENTS = {one.value.replace("_", "-"): one for one in Movement}


@verb(
    "swap",
    says=gettext(
        """Change to another movement. It begins small, and its first week stays the same.

        How your body was is carried along.
        """
    ),
    examples=("steadystep swap", "steadystep swap mobility --bad-day 4"),
)
@click.argument(
    "movement", required=False, type=click.Choice(tuple(MOVEMENTS)), metavar="[MOVEMENT]"
)
@click.option("--name", default="", help=gettext("What you call a movement of your own."))
@click.option(
    "--unit", type=click.Choice([one.value for one in OWN_UNITS]), help=gettext("Its unit.")
)
@click.option(
    "--bad-day",
    metavar="AMOUNT",
    callback=a_bad_day,
    help=gettext("How much you can do on a bad day; - skips."),
)
@click.pass_context
def swap(
    ctx: click.Context,
    /,
    movement: str | None,
    *,
    name: str,
    unit: str | None,
    bad_day: int | None,
) -> None:
    """Begin another plan."""
    record = planned(ctx)
    kind = None if movement is None else MOVEMENTS[movement]
    options = Options(
        movement=kind,
        name=read_name(record, name),
        unit=None if unit is None else Unit(unit),
        anchor=record.today.plan.anchor if record.today.plan else "",
        bad_day=bad_day,
    )
    _can_be_asked(record, options)
    chosen = asked_movement(record, options)
    start = start_of(chosen.unit, asked_bad_day(record, chosen.unit, options))
    ignore_heart = care_of(record.lasting).ignore_heart
    record.write([new_plan(record.today, chosen, start=start, ignore_heart=ignore_heart)])
    begins = record.words.gettext("Written: it begins at {amount}.")
    show(record, begins.format(amount=amount(record.words, chosen.unit, start)))


def _can_be_asked(record: Record, options: Options) -> None:
    """Refuse what cannot be done, or cannot be asked, before anything is written."""
    words = record.words
    if options.movement != Movement.OWN and (options.name or options.unit):
        raise click.UsageError(words.gettext("--name and --unit go with a movement of your own."))
    if options.movement is None and not record.someone_is_there():
        such_as = words.gettext("Say which, such as: steadystep swap mobility --bad-day 4")
        raise click.UsageError(such_as)
