"""Invented exports of Garmin for tests, and what is read of them, written down.

`python -m tests.importers.exports.garmin_readings` writes the files and their golden readings.
Look at what changed before committing it: the readings are the promise.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, assert_never

from steadystep.core.observed import Daily, Point, Session, Stretch
from steadystep.importers import fit, garmin
from steadystep.importers.export import ExportChoices
from tests.importers.exports.fit_made import a_day, a_night, a_walk
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from steadystep.core.observed import Seen

TODAY: Final = date(2026, 11, 22)
FIXTURES: Final = Path(__file__).parent / "fixtures"
MADE: Final = {"walk.fit": a_walk, "day.fit": a_day, "night.fit": a_night}


def files_of(folder: str) -> dict[str, bytes]:
    """Take the files of a fixture, with their paths inside it."""
    root = FIXTURES / folder
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".expected." not in path.name
    }


def account() -> dict[str, bytes]:
    """Put the FIT files beside the account's own, as an export has them."""
    sent = "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip"
    fits = {f"{sent}/dana@example.org_{name}": raw for name, raw in files_of("fit").items()}
    return files_of("garmin") | fits


def read_fit(files: Mapping[str, bytes]) -> Noted:
    """Read FIT files."""
    noted = Noted()
    fit.read(InMemory(files), noted, choices=ExportChoices(), today=TODAY)
    return noted


def read_garmin(files: Mapping[str, bytes]) -> Noted:
    """Read the export of an account."""
    noted = Noted()
    garmin.read(InMemory(files), noted, choices=ExportChoices(), today=TODAY)
    return noted


def in_words(noted: Noted) -> str:
    """Tell all that was handed on, a line for each."""
    lines = [
        *("read: " + said(seen, noted) for seen in noted.seen),
        *("could not be read: " + trouble for trouble in noted.troubles),
        *(f"left out: {name} {count}" for name, count in noted.without.items()),
        *("assumed: " + guess for guess in noted.guesses),
    ]
    return "\n".join(lines) + "\n"


def said(seen: Seen, noted: Noted) -> str:
    """Tell one thing that was seen."""
    maker, name = noted.sources[seen.source]
    match seen:
        case Point(kind, _, at, offset, tenths):
            what = f"{_at(at, offset)} {kind} {tenths / 10}"
        case Stretch(kind, _, start, end, offset, tenths):
            what = f"{_at(start, offset)} to {_at(end, offset)} {kind} {tenths / 10}"
        case Daily(kind, _, day, tenths, whole):
            what = f"{date.fromordinal(day)} {kind} {tenths / 10}{'' if whole else ' so far'}"
        case Session(_, activity, start, end, offset, heart, steps):
            what = f"{_at(start, offset)} to {_at(end, offset)} {activity}"
            what += "" if heart is None else f", heart rate {heart / 10}"
            what += "" if steps is None else f", {steps} steps"
        case _:
            assert_never(seen)
    return f"{what}, {name} ({maker})"


def _at(at: int, offset: int | None) -> str:
    wall = datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S")
    return wall if offset is None else f"{wall} {offset / 3600:+g} h"


READINGS: Final[dict[str, Callable[[], Noted]]] = {
    "fit/walk.expected.txt": lambda: read_fit({"walk.fit": files_of("fit")["walk.fit"]}),
    "fit/folder.expected.txt": lambda: read_fit(files_of("fit")),
    "garmin/account.expected.txt": lambda: read_garmin(account()),
}

if __name__ == "__main__":
    for file, make in MADE.items():
        (FIXTURES / "fit" / file).write_bytes(make().made())
    for file, reading in READINGS.items():
        (FIXTURES / file).write_text(in_words(reading()), encoding="utf-8")
