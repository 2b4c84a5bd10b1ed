"""An invented export of Samsung Health for tests, and what is read of it, written down.

`python -m tests.importers.exports.samsung_readings` writes the golden reading. Look at what changed
before committing it: the file is the promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers import samsung
from steadystep.importers.export import ExportChoices
from tests.importers.exports.garmin_readings import FIXTURES, TODAY, files_of, in_words
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Mapping

GOLDEN: Final = FIXTURES / "samsung_health" / "export.expected.txt"


def export() -> dict[str, bytes]:
    """Take the files of the invented export."""
    return files_of("samsung_health")


def read(files: Mapping[str, bytes]) -> Noted:
    """Read an export."""
    noted = Noted()
    samsung.read(InMemory(files), noted, choices=ExportChoices(), today=TODAY)
    return noted


if __name__ == "__main__":
    GOLDEN.write_text(in_words(read(export())), encoding="utf-8")
