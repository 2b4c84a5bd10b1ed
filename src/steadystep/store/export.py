"""A whole record as text that outlasts any program, and back into a log.

A copy is a log of JSON Lines: its first line says what it is, each other line is an entry. After
the entries comes what devices saw, import by import. Whose it is does not stand in it.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from steadystep.core.events import PlanStarted
from steadystep.core.observed_days import DayRow
from steadystep.store import observed_lines
from steadystep.store.jsonl import HEADER, entry_on, whole
from steadystep.store.notation import line_of, text_of
from steadystep.store.observed import Brought, bring
from steadystep.store.trouble import ALREADY_THERE, BAD_LINE, CUT_OFF, NO_RECORD, LogTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from steadystep.core.events import Entry
    from steadystep.core.observed_days import SessionRow
    from steadystep.store.observed import Observed
    from steadystep.store.person import PersonLog


def copy_of(
    entries: Iterable[Entry], observed: Iterable[Brought | DayRow | SessionRow] = ()
) -> bytes:
    """A copy of a record, to keep: a line that says what it is, then one line an entry.

    Args:
        entries: All that was told.
        observed: All that devices saw, as `all_observed` gives it.
    """
    lines = chain(map(line_of, entries), map(observed_lines.line_of, observed))
    return HEADER + b"".join(text_of(line).encode() + b"\n" for line in lines)


def all_observed(observed: Observed, person: str) -> Iterator[Brought | DayRow | SessionRow]:
    """All imports of a person, each with the rows it holds after it."""
    for one in observed.imports(person):
        days, sessions = observed.rows_of(person, one.number)
        yield one.brought
        yield from days
        yield from sessions


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
    return [
        entry_on(path, number, person, line)
        for number, line in _lines(path, copy)
        if observed_lines.WHAT not in line
    ]


def observed_in(copy: bytes, *, name: str) -> list[tuple[Brought, list[DayRow], list[SessionRow]]]:
    """Read all imports of a copy.

    Args:
        copy: What `copy_of` made.
        name: What the copy is called, for words about what is wrong in it.

    Raises:
        WrittenByNewer: A newer version wrote it.
        LogTrouble: It is no copy, or not a whole one, or a line in it cannot be read.
    """
    path = Path(name)
    imports: list[tuple[Brought, list[DayRow], list[SessionRow]]] = []
    for number, line in _lines(path, copy):
        if observed_lines.WHAT not in line:
            continue
        one = observed_lines.line_on(path, number, line)
        if isinstance(one, Brought):
            imports.append((one, [], []))
        elif not imports:
            raise LogTrouble(BAD_LINE, path=path, line=number, what="no import stands before it")
        elif isinstance(one, DayRow):
            imports[-1][1].append(one)
        else:
            imports[-1][2].append(one)
    return imports


def restore_observed(observed: Observed, person: str, copy: bytes, *, name: str) -> int:
    """Bring the imports of a copy that are not here yet, in their order; how many they were.

    Raises:
        LogTrouble: It cannot be read. Nothing was written then.
    """
    new = 0
    here = {one.brought.key: one.number for one in observed.imports(person)}
    for brought, days, sessions in observed_in(copy, name=name):
        number = here.get(brought.key)
        if number is None:
            new += bring(observed, person, brought, days, sessions) is not None
        elif new:
            # The later one covers the earlier one here too, so it comes once more, after it.
            rows = observed.rows_of(person, number)
            observed.undo(person, number)
            bring(observed, person, brought, *rows)
    return new


def _lines(path: Path, copy: bytes) -> list[tuple[int, dict[str, Any]]]:
    """The lines of a copy that is whole."""
    lines, length = whole(path, copy)
    if not lines:
        raise LogTrouble(NO_RECORD, path=str(path))
    if length < len(copy):
        raise LogTrouble(CUT_OFF, path=str(path))
    return lines


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
