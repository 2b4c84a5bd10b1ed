"""The export of Dexcom Clarity: glucose of a Dexcom sensor, in both units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers.meters import Header, Known, Value
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress

name = "Dexcom Clarity"
page = "clarity"

# Beginnings of the folded names of the columns: English, German, Spanish.
_MOMENT: Final = ("timestamp yyyy", "zeitstempel jjjj", "marca temporal aaaa")
_KIND: Final = ("event type", "ereignistyp", "ereignisart", "tipo de evento")
_VALUE: Final = ("glucose value", "glukosewert", "nivel de glucosa")
_OTHERS: Final = {
    "calibration": "calibrations",
    "carbs": "food",
    "insulin": "insulin",
    "exercise": "exercise written down by hand",
    "activity": "exercise written down by hand",
    "health": "health notes",
}
_PREAMBLE: Final = "rows about the person and the device"


def recognises(look: Look) -> bool:
    """Know the export by the names of its columns."""
    return _CLARITY.recognises(look)


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read what the sensor told; the first rows hold a name, which goes no further."""
    _CLARITY.read(look, into, choices=choices, today=today, progress=progress)


def _find(names: Sequence[str], folded: Sequence[str]) -> Header | None:
    moment, kind, value = (
        next((index for index, name in enumerate(folded) if name.startswith(beginnings)), None)
        for beginnings in (_MOMENT, _KIND, _VALUE)
    )
    if moment is None or kind is None or value is None:
        return None
    values = {"egv": Value(value, names[value])}
    return Header(names[moment], (moment,), kind, values, _OTHERS, _PREAMBLE)


_CLARITY: Final = Known(
    "Dexcom", Sentence("This is an export of Dexcom Clarity, by the sensor's own clock."), _find
)
