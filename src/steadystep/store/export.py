"""A whole record as text that outlasts any program, and back into a log.

A copy is a log of JSON Lines: its first line says what it is, each other line is an entry. Whose it
is does not stand in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.core.events import PlanStarted
from steadystep.store.jsonl import HEADER, entry_on, whole
from steadystep.store.notation import line_of, text_of
from steadystep.store.trouble import ALREADY_THERE, CUT_OFF, NO_RECORD, LogTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.core.events import Entry
    from steadystep.store.person import PersonLog


def copy_of(entries: Iterable[Entry]) -> bytes:
    """A copy of a record, to keep: a line that says what it is, then one line an entry."""
    return HEADER + b"".join(text_of(line_of(one)).encode() + b"\n" for one in entries)


def entries_in(copy: bytes, person: str, *, name: str) -> list[Entry]:
    """Read all entries of a copy, as a person's own.

    Args:
        copy: What `copy_of` made.
        person: Whose they are to be.
        name: What the copy is called, for words about what is wrong in it.

    Raises:
        WrittenByNewer: A newer version wrote it.
        LogTrouble: It is no copy, or not a whole one, or a line in it cannot be read.
    """
    path = Path(name)
    lines, length = whole(path, copy)
    if not lines:
        raise LogTrouble(NO_RECORD, path=name)
    if length < len(copy):
        raise LogTrouble(CUT_OFF, path=name)
    return [entry_on(path, number, person, line) for number, line in lines]


def restore(record: PersonLog, copy: bytes, *, name: str) -> list[Entry]:
    """Write what is in a copy and not in the record yet: all of it or none.

    Args:
        record: Where to.
        copy: What `copy_of` made.
        name: What the copy is called.

    Returns:
        The entries that are new.

    Raises:
        LogTrouble: It cannot be read, or a plan began here that the copy does not know: two
            records are not mixed into one.
    """
    entries = entries_in(copy, record.person, name=name)
    known, here = {one.key for one in entries}, {one.key for one in record.read()}
    new = [one for one in entries if one.key not in here]
    plans = (one for one in record.lasting() if isinstance(one.event, PlanStarted))
    if new and any(one.key not in known for one in plans):
        raise LogTrouble(ALREADY_THERE)
    record.append(new)
    return new
