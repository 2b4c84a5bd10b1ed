"""What a Nightscout site holds: its entries as JSON or as a table. Treatments are counted only."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.importers.meters import Header, Known, Value, read_table
from steadystep.importers.nightscout.entries import LINES, Entries
from steadystep.importers.parts import first_rows, knows_one, read_parts
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress
    from steadystep.importers.parts import Part

name = "Nightscout"
page = "nightscout"

_TREATMENTS: Final = "treatments"
_JSON: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_ENTRY: Final = re.compile(rb'"sgv"\s*:')
_DATED: Final = re.compile(rb'"date(?:String)?"\s*:')
_TREATMENT: Final = re.compile(rb'"eventType"\s*:|"created_at"\s*:')
# "2026-04-05T20:30:29.000Z",1775421029000,162,"Flat": the table has no header.
_BARE_ROW: Final = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*"?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,12}[^,\t]{0,8}"?[,\t]'
    rb'"?[0-9]{12,13}"?[,\t]"?[0-9]{1,4}'
)


def recognises(look: Look) -> bool:
    """Know entries by what stands in them."""
    return knows_one(look, _holds_entries)


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read the entries of every file, whatever its form."""
    entries = Entries(into, today)

    def reader_of(head: bytes) -> Callable[[Part], None] | None:
        if _BARE_ROW.match(head):
            return entries.read_bare_table
        if _TABLE.is_ours(head):
            return partial(read_table, into, _TABLE, choices=choices, today=today)
        if _holds_entries(head):
            return entries.read_json
        if _JSON.match(head) and _TREATMENT.search(head):
            return entries.count_treatments
        return None

    read_parts(look, into, reader_of=reader_of, progress=progress)


def _holds_entries(head: bytes) -> bool:
    if _JSON.match(head):
        return bool(_ENTRY.search(head) and _DATED.search(head))
    return bool(_BARE_ROW.match(head)) or any(map(_is_header, first_rows(head)))


def _is_header(folded: Sequence[str]) -> bool:
    return _find(folded, folded) is not None


def _find(names: Sequence[str], folded: Sequence[str]) -> Header | None:
    """Find the columns of a table that a program for reports wrote, or those of its treatments."""
    places = {name: index for index, name in reversed(list(enumerate(folded)))}
    if not {"date", "time"} <= places.keys():
        return None
    at = (places["date"], places["time"])
    if "event type" in places and "insulin u" in places:
        return Header(names[at[0]], at, places["event type"], {}, {}, _TREATMENTS)
    value = next((index for index, name in enumerate(folded) if name.startswith("glucose")), None)
    if value is None or not {"type", "trend"} <= places.keys():
        return None
    values = {"sgv": Value(value, names[value])}
    return Header(names[at[0]], at, places["type"], values, LINES, "other entries")


_TABLE: Final = Known("Nightscout", Sentence("This is an export of Nightscout."), _find)
