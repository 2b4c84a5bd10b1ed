"""Invented exports of Fitbit, Google Fit and Fitabase, and what is read of them, written down.

`python -m tests.importers.exports.fitbit_readings` writes the golden readings anew. Look at what
changed before committing it: the readings are the promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers import fitabase
from steadystep.importers.export import ExportChoices
from steadystep.importers.takeout import fitbit, google_fit
from tests.importers.exports.garmin_readings import FIXTURES, TODAY, files_of, in_words
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.importers.export import ExportReader

READERS: Final[dict[str, ExportReader]] = {
    "fitbit": fitbit,
    "fitbit_website": fitbit,
    "fitbit_api": fitbit,
    "google_fit": google_fit,
    "fitabase": fitabase,
}


def read_with(
    reader: ExportReader, files: Mapping[str, bytes], choices: ExportChoices | None = None
) -> Noted:
    """Read some files."""
    noted = Noted()
    reader.read(InMemory(files), noted, choices=choices or ExportChoices(), today=TODAY)
    return noted


def reading_of(folder: str) -> str:
    """Tell all that is read of a fixture."""
    return in_words(read_with(READERS[folder], files_of(folder)))


if __name__ == "__main__":
    for name in READERS:
        (FIXTURES / name / "export.expected.txt").write_text(reading_of(name), encoding="utf-8")
