"""`steadystep export` and `restore`: a copy of the record to keep, and its way back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from steadystep.cli.record import ME, in_plain_words, opened
from steadystep.cli.shown import say, show
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core.events import PlanStarted
from steadystep.store.jsonl import HEADER, whole
from steadystep.store.notation import entry_of, line_of, text_of
from steadystep.store.trouble import ALREADY_THERE, BAD_ENTRY, BAD_LINE, NO_RECORD, LogTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.cli.record import Record
    from steadystep.core.events import Entry

TO_STDOUT = Path("-")
_OWNER_ALONE = 0o600


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
    path = file or Path(f"steadystep-{record.today.day.isoformat()}.jsonl")
    if path == TO_STDOUT:
        click.echo(_as_file(entries), nl=False)
        return
    _write(record, path, _as_file(entries))
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
    entries = _read(record, file)
    here = {one.key for one in record.entries}
    new = [one for one in entries if one.key not in here]
    if new:
        _is_the_same_record(record, entries)
    record.write_entries(new)
    read = words.ngettext(
        "Read from {file}: {number} new entry.", "Read from {file}: {number} new entries.", len(new)
    )
    show(record, read.format(file=file, number=len(new)))


def _as_file(entries: Iterable[Entry]) -> bytes:
    return HEADER + b"".join(text_of(line_of(one)).encode() + b"\n" for one in entries)


def _write(record: Record, path: Path, text: bytes) -> None:
    """Put a new file there, for its owner alone. What is there already is not written over."""
    words, beside = record.words, path.with_name(path.name + ".part")
    if path.exists():
        there = words.gettext("{file} is there already. Choose another name.")
        raise CannotDo(there.format(file=path))
    try:
        file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ALONE)
        with os.fdopen(file, "wb") as copy:
            copy.write(text)
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        cannot = words.gettext("{file} cannot be written ({why}). Choose another folder.")
        raise CannotDo(cannot.format(file=path, why=problem.strerror)) from problem


def _read(record: Record, path: Path) -> list[Entry]:
    """All entries of a copy. A line that cannot be read is named, and nothing is written."""
    words = record.words
    try:
        written = path.read_bytes()
    except OSError as problem:
        cannot = words.gettext("{file} cannot be opened ({why}). Look at its name and its folder.")
        raise CannotDo(cannot.format(file=path, why=problem.strerror)) from problem
    with in_plain_words(words):
        lines = whole(path, written).lines
        if not lines:
            raise LogTrouble(NO_RECORD, path=path)
        return [_entry(path, number, line) for number, line in lines]


def _entry(path: Path, number: int, line: object) -> Entry:
    """One line of a copy; what is wrong in it is told with its number."""
    try:
        return entry_of(ME, line)
    except LogTrouble as why:
        if why.words != BAD_ENTRY:
            raise
        raise LogTrouble(BAD_LINE, path=path, line=number, **why.parts) from None


def _is_the_same_record(record: Record, entries: Sequence[Entry]) -> None:
    """Refuse to mix two records: a plan that began here, and one that began elsewhere.

    Raises:
        CannotDo: The copy does not know a plan that began here.
    """
    known = {one.key for one in entries}
    own = [one for one in record.lasting if isinstance(one.event, PlanStarted)]
    if any(one.key not in known for one in own):
        raise CannotDo(record.words.gettext(ALREADY_THERE))
