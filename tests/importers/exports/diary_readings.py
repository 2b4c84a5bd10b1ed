"""Invented exports of diaries and meters, and what is read of them, written down.

`python -m tests.importers.exports.diary_readings` writes the golden readings.
Look at what changed before committing it: the readings are the promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers import (
    bearable,
    clarity,
    daylio,
    flaredown,
    libreview,
    nightscout,
    visible_export,
)
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import CannotRead
from tests.importers import golden
from tests.importers.exports.garmin_readings import FIXTURES, TODAY, files_of, in_words
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.importers.export import ExportReader

READERS: Final[dict[str, ExportReader]] = {
    "visible": visible_export,
    "bearable": bearable,
    "flaredown": flaredown,
    "daylio": daylio,
    "libreview": libreview,
    "clarity": clarity,
    "nightscout": nightscout,
}
NOTHING_SAID: Final = ExportChoices()
# Each reading: the files of the fixture, and what the person said.
READINGS: Final[dict[str, tuple[tuple[str, ...], ExportChoices]]] = {
    "visible/first": (("visible_2025.csv",), ExportChoices()),
    "visible/newer": (("visible_2026.csv",), ExportChoices()),
    "bearable/first": (("first.csv",), ExportChoices()),
    "bearable/newer": (("newer.csv",), ExportChoices()),
    "flaredown/own": (("dana_flaredown.csv",), ExportChoices(dates="mdy")),
    "flaredown/research": (("research.csv",), ExportChoices()),
    "flaredown/research_one_chosen": (("research.csv",), ExportChoices(person="71")),
    "daylio/export": (("daylio_export.csv",), ExportChoices()),
    "libreview/mmol": (("DanaCohen_glucose_1-4-2026.csv",), ExportChoices()),
    "libreview/german": (("deutsch.csv",), ExportChoices()),
    "libreview/american": (("english_us.csv",), ExportChoices()),
    "libreview/spanish": (("espanol.csv",), ExportChoices()),
    "clarity/export": (("Clarity_Export_Cohen_Dana.csv",), ExportChoices()),
    "clarity/german_mmol": (("eu.csv",), ExportChoices()),
    "nightscout/site": (("entries.json", "treatments.json"), ExportChoices()),
    "nightscout/lines": (("entries.jsonl",), ExportChoices()),
    "nightscout/bare_table": (("entries.csv",), ExportChoices()),
    "nightscout/report": (("report.csv",), ExportChoices()),
}


def files_in(reading: str) -> dict[str, bytes]:
    """Take the files of a reading. Those of Visible are the ones that `replay` reads too."""
    folder = reading.partition("/")[0]
    names, _ = READINGS[reading]
    if folder == "visible":
        return {name: (golden.FIXTURES / name).read_bytes() for name in names}
    return {name: raw for name, raw in files_of(folder).items() if name in names}


def read_as(app: str, files: Mapping[str, bytes], choices: ExportChoices = NOTHING_SAID) -> Noted:
    """Read files with the reader of an app."""
    noted = Noted()
    READERS[app].read(InMemory(files), noted, choices=choices, today=TODAY)
    return noted


def told(reading: str) -> str:
    """Tell a reading in words, also where it is refused."""
    _, choices = READINGS[reading]
    noted = Noted()
    reader = READERS[reading.partition("/")[0]]
    try:
        reader.read(InMemory(files_in(reading)), noted, choices=choices, today=TODAY)
    except CannotRead as refusal:
        return f"{in_words(noted)}cannot be read: {refusal} [{refusal.flag}]\n"
    return in_words(noted)


if __name__ == "__main__":
    for name in READINGS:
        file = FIXTURES / f"{name}.expected.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(told(name), encoding="utf-8")
