"""`steadystep mark` and `note`: what else was going on. No rule acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import day_options, the_day
from steadystep.cli.record import planned
from steadystep.cli.shown import show, written
from steadystep.cli.told import in_words, mark_in_words
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.correcting import NOTE_LETTERS, other_mark, own_words

if TYPE_CHECKING:
    from steadystep.cli.record import Record

MARKS = {mark.value.replace("_", "-"): mark for mark in on.Mark}


@verb(
    "mark",
    says=gettext("Mark what else was going on that day. Nothing is decided by it."),
    examples=("steadystep mark illness", "steadystep mark travel --day 2026-05-14"),
)
@click.argument("what", type=click.Choice(tuple(MARKS)), metavar="[" + "|".join(MARKS) + "]")
@click.option("--off", is_flag=True, help=gettext("Take the mark away again."))
@day_options
@click.pass_context
def mark(ctx: click.Context, /, what: str, *, off: bool, day: str | None, yesterday: bool) -> None:
    """Set a mark, or take it away."""
    record = planned(ctx)
    words, meant = record.words, MARKS[what]
    about = the_day(record, day, yesterday=yesterday)
    todays = record.of_day(about)
    is_set = any(one.event == on.Marked(meant) for one in todays)
    if is_set == off:
        correction = other_mark(todays, about, record.now, meant)
        record.write(correction.events, at=correction.at)
    if off:
        gone = words.gettext("The mark is gone: {what}.")
        show(record, gone.format(what=mark_in_words(meant, words)))
    else:
        show(record, written(record, in_words(on.Marked(meant), record.unit, words), about))


@verb(
    "note",
    says=gettext("Write a few words of your own about a day."),
    examples=('steadystep note "Slept at the seaside"',),
)
@click.argument("text", nargs=-1, required=True)
@day_options
@click.pass_context
def note(ctx: click.Context, /, text: tuple[str, ...], *, day: str | None, yesterday: bool) -> None:
    """Add a note."""
    record = planned(ctx)
    about = the_day(record, day, yesterday=yesterday)
    told = on.NoteWritten(_words_of(record, " ".join(text)))
    record.write([told], at=record.when(about))
    show(record, written(record, in_words(told, record.unit, record.words), about))


def _words_of(record: Record, text: str) -> str:
    """The note as it is kept."""
    kept, words = own_words(text), record.words
    if not kept:
        raise click.UsageError(words.gettext("There is nothing to read in this note."))
    if len(kept) > NOTE_LETTERS:
        shorter = words.gettext("A note may have {most} letters. This one has {number}.")
        raise click.UsageError(shorter.format(most=NOTE_LETTERS, number=len(kept)))
    return kept
