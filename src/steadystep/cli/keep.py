"""`steadystep export` and `restore`: a copy of the record to keep, and its way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from steadystep.cli.files import write_whole
from steadystep.cli.record import in_plain_words, opened
from steadystep.cli.shown import say, show
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.store.export import copy_of
from steadystep.store.export import restore as restore_copy

if TYPE_CHECKING:
    from steadystep.cli.record import Record

TO_STDOUT = Path("-")


@verb(
    "export",
    says=gettext(
        """Write all you ever said into a file: one entry on each line.

        Whoever has the file can read it. "-" writes to the screen, or into a pipe.
        """
    ),
    examples=("steadystep export", "steadystep export my-record.jsonl", "steadystep export - | wc"),
)
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def export(ctx: click.Context, /, file: Path | None) -> None:
    """Write a copy, whole or not at all."""
    record = opened(ctx)
    entries, words = record.entries, record.words
    path = file or Path(f"steadystep-{record.day.isoformat()}.jsonl")
    if path == TO_STDOUT:
        for line in copy_of(entries).splitlines(keepends=True):
            click.echo(line, nl=False)
        return
    _write(record, path, copy_of(entries))
    copied = words.ngettext(
        "Written into {file}: {number} entry. Whoever has the file can read it.",
        "Written into {file}: {number} entries. Whoever has the file can read it.",
        len(entries),
    )
    say(copied.format(file=path, number=len(entries)))


@verb(
    "restore",
    says=gettext("Read back a file that export wrote. What is there already stays as it is."),
    examples=("steadystep restore my-record.jsonl",),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore(ctx: click.Context, /, file: Path) -> None:
    """Read a copy back, all of it or none."""
    record = opened(ctx)
    words = record.words
    copy = _read(record, file)
    with in_plain_words(words):
        new = restore_copy(record.log, copy, name=str(file))
    record.look_again()
    read = words.ngettext(
        "Read from {file}: {number} new entry.", "Read from {file}: {number} new entries.", len(new)
    )
    show(record, read.format(file=file, number=len(new)))


def _write(record: Record, path: Path, text: bytes) -> None:
    """Put a new file there, for its owner alone. What is there already is not written over."""
    words = record.words
    if path.exists():
        there = words.gettext("{file} is there already. Choose another name.")
        raise CannotDo(there.format(file=path))
    write_whole(path, text, words, owner_alone=True)


def _read(record: Record, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        cannot = record.words.gettext(
            "{file} cannot be opened ({why}). Look at its name and its folder."
        )
        raise CannotDo(cannot.format(file=path, why=problem.strerror)) from problem
