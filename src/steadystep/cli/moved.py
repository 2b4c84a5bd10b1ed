"""`steadystep moved`: what was done of a day's step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import day_options, tenths_in, the_day, whole_of_ten
from steadystep.cli.record import planned
from steadystep.cli.shown import show, written
from steadystep.cli.told import in_words
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.acts import NothingToSayError, Part, did, most_to_tell
from steadystep.core.correcting import new_session
from steadystep.core.history import history
from steadystep.explain.amounts import amount

if TYPE_CHECKING:
    from datetime import date

    from steadystep.cli.record import Record

PARTS = {"yes": Part.YES, "a-bit": Part.A_BIT, "no": Part.NONE}


@verb(
    "moved",
    says=gettext(
        """Say what you did of the step: yes, a-bit, no, or how much.

        Said once more, it takes the place of what was said before.
        --again adds to it.
        """
    ),
    examples=(
        "steadystep moved",
        "steadystep moved a-bit",
        "steadystep moved 4 --effort 3",
        "steadystep moved yes --yesterday",
    ),
)
@click.argument("what", default="yes", metavar="[yes|a-bit|no|AMOUNT]")
@click.option(
    "--effort", metavar="0-10", callback=whole_of_ten, help=gettext("How hard it was, 0 to 10.")
)
@click.option("--again", is_flag=True, help=gettext("One more time on that day."))
@day_options
@click.pass_context
def moved(
    ctx: click.Context,
    /,
    what: str,
    *,
    effort: int | None,
    again: bool,
    day: str | None,
    yesterday: bool,
) -> None:
    """Write a session, and show what it leads to."""
    record = planned(ctx)
    about = the_day(record, day, yesterday=yesterday)
    session = _session(record, what, about)
    if effort is not None and not session.done:
        words = record.words
        raise click.UsageError(words.gettext("--effort goes with something that was done."))
    hard = [] if effort is None else [on.EffortTold(effort)]
    if again:
        record.write([session, *hard], at=record.when(about))
    else:
        todays = record.of_day(about)
        correction = new_session(todays, about, record.now, done=session.done)
        record.write([*correction.events, *hard], at=correction.at)
    show(record, _wrote(record, session, about))


def _session(record: Record, what: str, about: date) -> on.SessionTold:
    """What was said, as an amount.

    Raises:
        click.UsageError: It is neither a part nor an amount.
        CannotDo: There was no step of which this could be a part.
    """
    words = record.words
    if what in PARTS:
        try:
            return did(_dose_of(record, about), PARTS[what])
        except NothingToSayError as why:
            none = words.gettext(
                "There was no step. Say how much it was, such as: steadystep moved 5"
            )
            raise CannotDo(none) from why
    amount_told = tenths_in(what)
    if amount_told is None:
        such_as = words.gettext("Say yes, a-bit, no, or a number such as 5.")
        raise click.BadParameter(such_as, param_hint="moved")
    most = most_to_tell(record.today)
    if amount_told > most:
        less = words.gettext("Say {most} at the most.")
        raise click.BadParameter(
            less.format(most=amount(words, record.unit, most)), param_hint="moved"
        )
    return on.SessionTold(amount_told)


def _dose_of(record: Record, about: date) -> int | None:
    """The step of a day as it was told, or less where less was asked for."""
    if about == record.day:
        return record.today.dose
    lived = history(record.entries, until=about, since=about)
    return lived[-1].dose if lived else None


def _wrote(record: Record, session: on.SessionTold, about: date) -> str:
    words, unit = record.words, record.unit
    line = written(record, in_words(session, unit, words), about)
    if about == record.day and record.today.session not in {None, session.done}:
        total = words.gettext("Today in all: {amount}.")
        return f"{line} {total.format(amount=amount(words, unit, record.today.session))}"
    return line
