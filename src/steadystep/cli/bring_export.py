"""One export at this door: known again, or read into days, with a question where one is open."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from steadystep.cli.asking import ask, ask_one_of, tell
from steadystep.cli.bring_bar import BAR_FROM_BYTES, BAR_FROM_DAYS, bar
from steadystep.cli.record import in_plain_words
from steadystep.cli.shown import on_one_line
from steadystep.cli.trouble import CannotDo
from steadystep.importers.export import ExportChoices, GlucoseUnit
from steadystep.importers.exports import (
    EXPORT_READERS,
    NOT_KNOWN,
    find_export_reader,
    read_export,
)
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import content_key, look_at
from steadystep.importers.reading import CannotRead
from steadystep.store import Brought
from steadystep.store.bringing import bring_in, take_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steadystep.cli.bring_asked import Asked
    from steadystep.cli.record import Record
    from steadystep.importers.found import Found
    from steadystep.store import Imported, SqliteObserved

# What may be asked for, by the flag that a reader names.
ASKED_FOR = {"--dates": "dates", "--glucose": "glucose", "--person": "person"}


class Looked(NamedTuple):
    """An export that was read, and nothing of it written.

    Attributes:
        brought: What is told of it when it comes in.
        found: What is in it.
        gathering: Its days.
    """

    brought: Brought
    found: Found
    gathering: Gathering


@contextmanager
def looked_at(
    record: Record, observed: SqliteObserved, path: Path, asked: Asked
) -> Iterator[Looked | Imported]:
    """Read an export; one that is here already is known by its bytes, and is not read again.

    Raises:
        CannotDo: It cannot be opened or used, or a choice is open and nobody is there.
    """
    choices = ExportChoices(dates=asked.dates, glucose=asked.glucose, person=asked.person)  # type: ignore[arg-type]  # click let none but these pass
    ask = record.someone_is_there() and not asked.as_json
    _refuse_what_never_ends(record, path)
    while True:
        try:
            key = content_key([path])
            here = [one for one in observed.imports(record.log.person) if one.brought.key == key]
            if here:
                yield here[0]
                return
            with Gathering() as gathering:
                yield _read(record, path, choices, key, gathering)
                return
        except CannotRead as why:
            if not ask or why.flag not in ASKED_FOR:
                raise CannotDo(_refusal(record, why)) from why
            choices = _ask_for(record, why, choices)


def keep(record: Record, observed: SqliteObserved, seen: Looked) -> int | None:
    """Write an export into the record. Where somebody stops it, nothing of it stays.

    Returns:
        Its number; None where another program has brought it meanwhile.
    """
    words, now = record.words, record.now
    is_large = sum(one.days for one in seen.found.kinds) >= BAR_FROM_DAYS
    with in_plain_words(words), bar(words.gettext("Writing"), is_large=is_large):
        try:
            return bring_in(record.log, observed, seen.brought, seen.gathering, now=now)
        except KeyboardInterrupt:
            _take_back(record, observed, seen.brought)
            raise


def _read(
    record: Record, path: Path, choices: ExportChoices, key: str, gathering: Gathering
) -> Looked:
    words = record.words
    with (
        look_at([path]) as look,
        bar(words.gettext("Reading"), look.size, is_large=look.size >= BAR_FROM_BYTES) as shown,
    ):
        reader = find_export_reader(look)
        read_export(
            look,
            gathering,
            today=record.day,
            choices=choices,
            progress=shown.advance,
            readers=(reader,),
        )
        shown.next(words.gettext("Making days"))
        found = gathering.found()
    brought = Brought(key, reader.name, record.now, found.unreadable)
    if not found.kinds and not found.sessions:
        raise CannotDo(_nothing_of_use(record, found))
    return Looked(brought, found, gathering)


def _take_back(record: Record, observed: SqliteObserved, brought: Brought) -> None:
    """Take back what was written of an import, seen or not seen yet."""
    person = record.log.person
    number = observed.begin(person, brought)
    if number is not None:
        observed.undo(person, number)
        return
    for one in observed.imports(person):
        if one.brought.key == brought.key:
            take_out(record.log, observed, one.number, now=record.now)


def _refuse_what_never_ends(record: Record, path: Path) -> None:
    """A pipe cannot be looked at twice, and a device has no end."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        no_file = record.words.gettext("{file} is no file and no folder. Save it as a file first.")
        raise CannotDo(no_file.format(file=path))


def _refusal(record: Record, why: CannotRead) -> str:
    """What a reader says, and which apps are known where this one is not."""
    words = record.words
    said = why.why.said(words.gettext)
    if why.why is not NOT_KNOWN:
        return said
    between = words.pgettext("between two words of a list", ", ")
    known = words.gettext("Known are: {apps}.").format(
        apps=between.join(reader.name for reader in EXPORT_READERS)
    )
    return words.pgettext("between two sentences", " ").join((said, known))


def _nothing_of_use(record: Record, found: Found) -> str:
    words = record.words
    nothing = words.gettext("Nothing in it can be used here.")
    first = [f"{one.where}: {one.why.said(words.gettext)}" for one in found.troubles[:1]]
    return " ".join((nothing, *map(on_one_line, first)))


def _ask_for(record: Record, why: CannotRead, choices: ExportChoices) -> ExportChoices:
    """Say what is open, and take the answer as if it had been given as a flag."""
    flag = why.flag or ""
    tell(why.why.said(record.words.gettext))
    answer: Any = _answer_to(record, flag)
    return replace(choices, **{ASKED_FOR[flag]: answer})


def _answer_to(record: Record, flag: str) -> str:
    words = record.words
    if flag == "--dates":
        orders = {"dmy": words.gettext("The day first."), "mdy": words.gettext("The month first.")}
        return ask_one_of(record, orders)
    if flag == "--glucose":
        # What is typed is read in small letters.
        units: dict[str, str] = {one.lower(): one for one in get_args(GlucoseUnit)}
        return units[ask_one_of(record, units)]
    return ask(words.gettext("Your answer"), str.strip)
