"""Exports of Apple Health for tests, and what is read of them, written down.

`python -m tests.importers.exports.apple_health_readings` writes the golden reading. Look at what
changed before committing it: the file is the promise.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Daily, Point, Stretch
from steadystep.importers import apple_health
from steadystep.importers.export import ExportChoices
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from steadystep.core.observed import Seen
    from steadystep.importers.export import GlucoseUnit

TODAY: Final = date(2026, 11, 22)
FIXTURE: Final = Path(__file__).parent / "fixtures" / "apple_health" / "export.xml"
GOLDEN: Final = FIXTURE.with_name("export.expected.txt")

HEAD: Final = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
]>
<HealthData locale="en_GB">
 <ExportDate value="2024-06-01 18:20:00 +0100"/>
"""
TAIL: Final = b"</HealthData>\n"


def export(*elements: bytes) -> bytes:
    """Put elements into an export."""
    return HEAD + b"".join(elements) + TAIL


def record(  # noqa: PLR0917 - in the order in which Apple writes them
    kind: str = "QuantityTypeIdentifierHeartRate",
    start: str = "2024-05-01 10:00:00 +0100",
    end: str = "2024-05-01 10:00:00 +0100",
    value: str | None = "72",
    unit: str | None = "count/min",
    source: str = "Dana&apos;s Apple Watch",
    more: str = "",
) -> bytes:
    """Write a record as Apple does."""
    unit = "" if unit is None else f' unit="{unit}"'
    value = "" if value is None else f' value="{value}"'
    return (
        f' <Record type="HK{kind}" sourceName="{source}" sourceVersion="9.4.1"{more}{unit}'
        f' creationDate="{end}" startDate="{start}" endDate="{end}"{value}/>\n'
    ).encode()


def read(raw: bytes, name: str = "export.xml", glucose: GlucoseUnit | None = None) -> Noted:
    """Read an export that is one file."""
    noted = Noted()
    choices = ExportChoices(glucose=glucose)
    apple_health.read(InMemory({name: raw}), noted, choices=choices, today=TODAY)
    return noted


def in_words(noted: Noted) -> str:
    """Tell all that was handed on, a line for each."""
    lines = [
        *("read: " + _said(seen, noted) for seen in noted.seen),
        *("could not be read: " + trouble for trouble in noted.troubles),
        *(f"left out: {name} {count}" for name, count in noted.without.items()),
        *("assumed: " + guess for guess in noted.guesses),
    ]
    return "\n".join(lines) + "\n"


def _said(seen: Seen, noted: Noted) -> str:
    maker, name = noted.sources[seen.source]
    source = f"{name} ({maker})"
    if isinstance(seen, Daily):
        cut = "" if seen.whole else ", cut short"
        return f"{date.fromordinal(seen.day)} {seen.kind} {seen.tenths / 10} {source}{cut}"
    if isinstance(seen, Point):
        return f"{_clock(seen.at)} {_east(seen.offset)} {seen.kind} {seen.tenths / 10} {source}"
    span = f"{_clock(seen.start)} to {_clock(seen.end)} {_east(seen.offset)}"
    if isinstance(seen, Stretch):
        return f"{span} {seen.kind} {seen.tenths / 10} {source}"
    heart = None if seen.heart_rate is None else seen.heart_rate / 10
    return f"{span} {seen.activity} {source}, heart {heart}, steps {seen.steps}"


def _clock(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S}"


def _east(offset: int | None) -> str:
    return "?" if offset is None else f"{offset // 60:+}"


if __name__ == "__main__":
    GOLDEN.write_text(in_words(read(FIXTURE.read_bytes())), encoding="utf-8")
