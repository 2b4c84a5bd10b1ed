"""The export of Flaredown: one person's wide table, or the long one for research."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.importers.daily_tables import has_columns
from steadystep.importers.flaredown.long import read_long
from steadystep.importers.flaredown.wide import read_wide
from steadystep.importers.parts import knows_one, read_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress
    from steadystep.importers.parts import Part

name = "Flaredown"
page = "flaredown"

_WIDE: Final = frozenset(["date", "tags", "foods", "weather summary"])
_LONG: Final = frozenset(["checkin date", "trackable type", "trackable name", "trackable value"])


def recognises(look: Look) -> bool:
    """Know both tables by the names of their columns."""
    return knows_one(look, lambda head: has_columns(head, _WIDE) or has_columns(head, _LONG))


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read what is called pain or fatigue; treatments, tags and foods stay where they are."""

    def reader_of(head: bytes) -> Callable[[Part], None] | None:
        if has_columns(head, _WIDE):
            return partial(read_wide, into, choices, today)
        if has_columns(head, _LONG):
            return partial(read_long, into, choices, today)
        return None

    read_parts(look, into, reader_of=reader_of, progress=progress)
