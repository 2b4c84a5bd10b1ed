"""`steadystep forget`: everything is deleted, after a word that nobody types by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.asking import ask, tell
from steadystep.cli.record import in_plain_words, opened
from steadystep.cli.shown import say
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core.fold import local_day
from steadystep.store import SqliteObserved
from steadystep.store.waiting import forget_waiting, waiting

if TYPE_CHECKING:
    from steadystep.cli.record import Record

SURE = "forget"


@verb(
    "forget",
    says=gettext(
        """Delete all you ever said, for ever. You are asked first.

        Copies that you made with export stay where they are.
        """
    ),
    examples=("steadystep export my-record.jsonl", "steadystep forget"),
)
@click.option("--yes", is_flag=True, help=gettext("Do not ask."))
@click.pass_context
def forget(ctx: click.Context, /, *, yes: bool) -> None:
    """Delete the record, and say what was deleted."""
    record = opened(ctx)
    words, person = record.words, record.log.person
    with in_plain_words(words), SqliteObserved(record.folder) as observed:
        imports, wait = len(observed.imports(person)), waiting(record.folder)
        if not (record.entries or imports or wait):
            say(words.gettext("There is nothing to delete."))
            return
        what = _what_is_there(record, imports, wait)
        if not yes:
            _be_sure(record, what)
        forget_waiting(record.folder)
        observed.forget(person)
        record.log.forget()
        left = len(record.log.read()) + len(observed.imports(person)) + waiting(record.folder)
    if left:
        raise CannotDo(words.gettext("Something was written meanwhile. Delete once more."))
    say(words.gettext("Deleted: {what}").format(what=what))
    say(words.gettext("Copies that you made are still where you put them."))


def _what_is_there(record: Record, imports: int, wait: int) -> str:
    """The record, what was brought into it, and what waits to be."""
    words = record.words
    told = [_entries_there(record)] if record.entries else []
    if imports:
        brought = words.ngettext(
            "{number} import of what devices and diaries saw.",
            "{number} imports of what devices and diaries saw.",
            imports,
        )
        told.append(brought.format(number=imports))
    if wait:
        on_its_way = words.ngettext(
            "{number} export that waits to be brought in.",
            "{number} exports that wait to be brought in.",
            wait,
        )
        told.append(on_its_way.format(number=wait))
    return words.pgettext("between two sentences", " ").join(told)


def _entries_there(record: Record) -> str:
    words, days = record.words, [local_day(one) for one in record.entries]
    number = len(record.entries)
    there = words.ngettext(
        "{number} entry, from {first} to {last}, in {folder}.",
        "{number} entries, from {first} to {last}, in {folder}.",
        number,
    )
    return there.format(
        number=number,
        first=min(days).isoformat(),
        last=max(days).isoformat(),
        folder=record.folder,
    )


def _be_sure(record: Record, what: str) -> None:
    """Ask for a word. Any other one leaves everything as it is.

    Raises:
        CannotDo: Another word was typed.
        click.UsageError: Nobody is there to type one.
    """
    words = record.words
    if not record.someone_is_there():
        raise click.UsageError(words.gettext("Nobody is there to ask. Add --yes to be sure."))
    tell(words.gettext("This deletes for ever: {what}").format(what=what))
    typed = ask(words.gettext('Type "{word}" to delete it').format(word=SURE), str)
    if typed.strip().lower() != SURE:
        raise CannotDo(words.gettext("Nothing was deleted."))
