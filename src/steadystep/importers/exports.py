"""Every kind of export this version reads, and how one of them is found and let read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from steadystep.importers import (
    apple_health,
    bearable,
    clarity,
    daylio,
    fit,
    fitabase,
    flaredown,
    garmin,
    health_connect,
    libreview,
    nightscout,
    samsung,
    visible_export,
)
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import HEAD_BYTES, CannotRead, Sentence
from steadystep.importers.shelf import DAMAGED
from steadystep.importers.table import A_SPREADSHEET, PACKED
from steadystep.importers.takeout import fitbit, google_fit
from steadystep.importers.zips import ODDLY_PACKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from steadystep.importers.export import ExportReader, Into, Progress
    from steadystep.importers.opening import Opened

# The first that knows an export reads it. Fitbit and Garmin stand before what lies in their exports
# too: Google Fit's tables in a Takeout, FIT files in an account.
EXPORT_READERS: Final[tuple[ExportReader, ...]] = (
    apple_health,
    health_connect,
    fitbit,
    fitabase,
    google_fit,
    garmin,
    fit,
    samsung,
    visible_export,
    bearable,
    flaredown,
    daylio,
    libreview,
    clarity,
    nightscout,
)
# What lies in another's export, and is read with it.
_READ_WITH: Final[dict[ExportReader, ExportReader]] = {fitbit: google_fit, garmin: fit}
# What every spreadsheet, which is a zip, holds at its beginning.
SHEETS_LIST: Final = "[Content_Types].xml"
NOT_KNOWN = Sentence(
    "This kind of export is not known here. Look at the list of apps for how to get one that is."
)


def find_export_reader(
    look: Opened, readers: Iterable[ExportReader] = EXPORT_READERS
) -> ExportReader:
    """Take the first reader that knows this export.

    Raises:
        CannotRead: None does, or it is too damaged to tell.
    """
    for reader in readers:
        if reader.recognises(look):
            return reader
    raise CannotRead(_why_not_known(look))


def read_export(
    look: Opened,
    into: Into,
    *,
    today: date,
    choices: ExportChoices | None = None,
    progress: Progress | None = None,
    readers: Iterable[ExportReader] = EXPORT_READERS,
) -> ExportReader:
    """Find the reader that knows this export, and let it read; what was not opened is told too.

    Args:
        look: What `opening.look_at` found.
        into: Where it goes, such as a `Gathering`.
        today: The day at the door.
        choices: What the person said about it.
        progress: Told how many more bytes were read.
        readers: Which readers there are.

    Raises:
        CannotRead: No reader knows it, or nothing of it can be used.
    """
    reader = find_export_reader(look, readers)
    told = look.troubles
    for trouble in told:
        into.unreadable(*trouble)
    reader.read(look, into, choices=choices or ExportChoices(), today=today, progress=progress)
    for other in _others_in(look, reader):
        into.assumed(
            Sentence(
                "It holds an export of {app} too. That stays out: bring it by itself.",
                {"app": other.name},
            )
        )
    # Some damage shows only where it is read.
    for trouble in look.troubles[len(told) :]:
        into.unreadable(*trouble)
    return reader


def _why_not_known(look: Opened) -> Sentence:
    """Say what it is instead, where its first bytes or its names tell."""
    if look.is_damaged:
        return DAMAGED
    if any(member.name == SHEETS_LIST for member in look.members):
        return A_SPREADSHEET
    alone = len(look.members) == 1 and look.head(look.members[0], HEAD_BYTES)
    return ODDLY_PACKED if alone and alone.startswith(PACKED) else NOT_KNOWN


def _others_in(look: Opened, reader: ExportReader) -> Iterator[ExportReader]:
    """Whose exports lie there too: one import is one reader's."""
    if len(look.members) == 1:
        return
    for other in EXPORT_READERS:
        if other not in {reader, _READ_WITH.get(reader)}:
            with suppress(CannotRead):
                if other.recognises(look):
                    yield other
