"""FIT files, as watches write them: one file, a folder or a zip of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.importers.fit.chain import is_fit
from steadystep.importers.fit.files import HEAD_BYTES, read_fit_files
from steadystep.importers.fit.seen import FitSeen
from steadystep.importers.limits import MOST_LOOKED_AT
from steadystep.importers.reading import CannotRead, Sentence

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress

name = "FIT"
page = "fit"


def recognises(look: Look) -> bool:
    """Know FIT files by their signature."""
    return any(is_fit(look.head(member, HEAD_BYTES)) for member in look.members[:MOST_LOOKED_AT])


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,  # noqa: ARG001 - a FIT file leaves nothing to choose
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read all FIT files that are there."""
    seen = FitSeen(into, today)
    read_fit_files(look, look.members, seen, progress)
    if not seen.found:
        raise CannotRead(
            Sentence("These FIT files hold no steps, heart rate, sleep or sessions. Choose others.")
        )
