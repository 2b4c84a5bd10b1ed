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
from steadystep.store import SqliteObserved
from steadystep.store.bringing import put_right
from steadystep.store.export import all_observed, copy_of, observed_in, restore_observed
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
    copy, imports = _copy(record)
    if path == TO_STDOUT:
        for line in copy.splitlines(keepends=True):
            click.echo(line, nl=False)
        return
    _write(record, path, copy)
    copied = words.ngettext(
        "Written into {file}: {number} entry. Whoever has the file can read it.",
        "Written into {file}: {number} entries. Whoever has the file can read it.",
        len(entries),
    )
    say(copied.format(file=path, number=len(entries)))
    if imports:
        say(_with_it(record, imports))


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
    with in_plain_words(words), SqliteObserved(record.folder) as observed:
        # Read to its end before anything is written: it is all of it or none.
        observed_in(copy, name=str(file))
        new = restore_copy(record.log, copy, name=str(file))
        imports = restore_observed(observed, record.log.person, copy, name=str(file))
        if imports:
            put_right(record.log, observed, now=record.now)
    record.look_again()
    read = words.ngettext(
        "Read from {file}: {number} new entry.", "Read from {file}: {number} new entries.", len(new)
    )
    told = [read.format(file=file, number=len(new))]
    if imports:
        told.append(_with_it(record, imports))
    show(record, *told)


def _with_it(record: Record, imports: int) -> str:
    return record.words.ngettext(
        "With it: {number} import of what devices and diaries saw.",
        "With it: {number} imports of what devices and diaries saw.",
        imports,
    ).format(number=imports)


def _copy(record: Record) -> tuple[bytes, int]:
    """All of the record, and how many imports are in it."""
    person = record.log.person
    with in_plain_words(record.words), SqliteObserved(record.folder) as observed:
        imports = len(observed.imports(person))
        return copy_of(record.entries, all_observed(observed, person)), imports


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
