"""`steadystep undo`: what was said in the last 24 hours can be taken back."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from steadystep.cli.record import opened
from steadystep.cli.shown import show
from steadystep.cli.told import in_words
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core.acts import take_back
from steadystep.core.screening import gate_events, with_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cli.record import Record
    from steadystep.core.events import Entry


@verb(
    "undo",
    says=gettext("Take back what you said last. After 24 hours, say it anew for that day."),
    examples=("steadystep undo", "steadystep undo --list", "steadystep undo 2"),
)
@click.argument("number", type=click.IntRange(min=1), default=1)
@click.option("--list", "as_list", is_flag=True, help=gettext("List what can be taken back."))
@click.pass_context
def undo(ctx: click.Context, /, number: int, *, as_list: bool) -> None:
    """Take back what was said together."""
    record = opened(ctx)
    words = record.words
    said = _said_together(record)
    if not said:
        raise CannotDo(words.gettext("There is nothing to take back from the last 24 hours."))
    if as_list:
        _list(record, said)
        return
    if number > len(said):
        fewer = words.gettext("There is no number {number}. To see all: steadystep undo --list")
        raise CannotDo(fewer.format(number=number))
    _take_back(record, said[number - 1])


def _said_together(record: Record) -> list[tuple[Entry, ...]]:
    """What can be taken back, latest first; what was said in one breath is one."""
    together = groupby(record.today.undoable, key=lambda one: one.recorded)
    return [tuple(group) for _, group in together]


def _list(record: Record, said: Sequence[Sequence[Entry]]) -> None:
    for number, group in enumerate(said, start=1):
        at = group[0].recorded.astimezone(record.now.tzinfo)
        click.echo(f"{number:>2}  {at:%H:%M}  {_names(record, group)}")


def _take_back(record: Record, group: Sequence[Entry]) -> None:
    names = _names(record, group)
    taken = take_back(record.today, [one.key for one in group])
    # What was told about safety may open or close a plan.
    later = with_more(record.lasting, taken, record.now)
    record.write([*taken, *gate_events(later, record.day)])
    show(record, record.words.gettext("Taken back: {what}.").format(what=names))


def _names(record: Record, group: Sequence[Entry]) -> str:
    comma = record.words.pgettext("between two answers", ", ")
    named = (in_words(one.event, record.unit, record.words) for one in group)
    return comma.join(dict.fromkeys(named))
