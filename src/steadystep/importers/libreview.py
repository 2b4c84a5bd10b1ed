"""The export of LibreView: glucose of FreeStyle Libre, in several languages and both units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers.meters import Header, Known, Value
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress

name = "LibreView"
page = "libreview"

# Folded names of the columns: English, German, Spanish, and Spanish of the older export.
_MOMENT: Final = (
    "device timestamp",
    "meter timestamp",
    "geratezeitstempel",
    "sello de tiempo del dispositivo",
    "hora",
)
_KIND: Final = ("record type", "aufzeichnungstyp", "tipo de registro")
# What the sensor kept by itself, and what a scan read. The name goes on with the unit.
_HISTORIC: Final = (
    "historic glucose",
    "glukosewert verlauf",
    "historial de glucosa",
    "historico glucosa",
)
_SCAN: Final = ("scan glucose", "glukose scan", "escaneo de glucosa", "glucosa leida")
_OTHERS: Final = {
    "2": "strip glucose",
    "3": "ketones",
    "4": "insulin",
    "5": "food",
    "6": "other events",
}


def recognises(look: Look) -> bool:
    """Know the export by the names of its columns."""
    return _LIBREVIEW.recognises(look)


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read what sensors kept and what scans read; name and serial numbers go no further."""
    _LIBREVIEW.read(look, into, choices=choices, today=today, progress=progress)


def _find(names: Sequence[str], folded: Sequence[str]) -> Header | None:
    moment = next((index for index, name in enumerate(folded) if name in _MOMENT), None)
    kind = next((index for index, name in enumerate(folded) if name in _KIND), None)
    values = {
        number: Value(index, names[index])
        for number, beginnings in (("0", _HISTORIC), ("1", _SCAN))
        for index, name in enumerate(folded)
        if name.startswith(beginnings)
    }
    if moment is None or kind is None or not values:
        return None
    return Header(names[moment], (moment,), kind, values, _OTHERS)


_LIBREVIEW: Final = Known(
    "FreeStyle Libre", Sentence("This is an export of LibreView, by the sensor's own clock."), _find
)
