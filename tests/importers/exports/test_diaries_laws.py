"""Whatever the bytes of a diary or a meter: days that can be, or an answer in words.

More inputs: STEADYSTEP_FUZZ=20000 python -m pytest tests/importers/exports/test_diaries_laws.py
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from steadystep.core.observed import DAY_SECONDS, Daily, Point
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import CannotRead
from tests.importers.exports.diary_readings import READERS, READINGS, files_in
from tests.importers.exports.garmin_readings import TODAY
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Mapping

TRIES = settings(max_examples=int(os.environ.get("STEADYSTEP_FUZZ", "60")), deadline=None)
LAST_DAY = TODAY.toordinal() + 1
FIRST_DAY = 726_468  # 1990-01-01
CHOICES = st.sampled_from(
    [ExportChoices(), ExportChoices(dates="dmy"), ExportChoices(dates="mdy", glucose="mmol/L"),
     ExportChoices(person="71")]
)  # fmt: skip
CELLS = st.sampled_from(
    ["", "0", "1", "4", "5.6", "5,6", "98", "-1", "1e9", "9" * 400, "NaN", "∞", "٣", "3/5", "1/0",
     "2026-03-13", "13-03-2026 21:00", "03-13-2026 09:00 PM", "2026-03-13T10:00:00", "9999-12-31",
     "0000-00-00 00:00", "29.02.2025 24:61", "8th Dec 2021", "99th Dec 2021", "7:30", "99:99",
     "EGV", "Low", "Symptom", "Energy", "Sleep", "Health measurements", "Neck pain (Mild)",
     "Step count", "flare | Pain: 3", "Pain: x | : ", "Taken", "Joint pain", "Condition", "71",
     "Asleep 9h 99m. In bed", '"', '""', "\x0b", "\0", "\ud7ff", "x" * 3000, "#", "sep=;"]
)  # fmt: skip
PIECES = st.sampled_from(
    [b"\xff", b"\0", b"\x0b", b'"', b",", b";", b"\t", b"\n", b"\r", b"\xef\xbb\xbf", b"\xff\xfe",
     b"PK\x03\x04", b"{", b"[", b"]", b"1e999", b"-", b"/", b"99999999999999999999", b"[" * 3000]
)  # fmt: skip
HEADERS = {
    app: [
        line.decode("utf-8-sig")
        for name in READINGS
        if name.startswith(app)
        for raw in files_in(name).values()
        for line in raw.splitlines()[:2]
    ]
    for app in READERS
}
READABLE = sorted(READINGS)


def look(files: Mapping[str, bytes], choices: ExportChoices) -> Noted:
    """Read with every reader; whatever is raised but a refusal is a mistake of ours."""
    export, noted = InMemory(files), Noted()
    for reader in READERS.values():
        told: list[int] = []
        reader.recognises(export)
        try:
            reader.read(export, noted, choices=choices, today=TODAY, progress=told.append)
        except CannotRead as refusal:
            assert str(refusal)  # noqa: PT017 - which it may or may not be
            assert sum(told) <= export.size
        else:
            assert sum(told) == export.size
    for seen in noted.seen:
        assert isinstance(seen, Daily | Point)
        numbers = NUMBERS[seen.kind]
        assert numbers.least <= seen.tenths <= numbers.most
        day = seen.day if isinstance(seen, Daily) else seen.at // DAY_SECONDS + 719_163
        assert FIRST_DAY <= day <= LAST_DAY + 1
    assert all(trouble.endswith(".") for trouble in noted.troubles)
    return noted


@TRIES
@given(st.binary(max_size=300), CHOICES)
@example(b"[" * 100_000, ExportChoices())
@example(b'[{"sgv":' + b"9" * 5000 + b',"date":1}]', ExportChoices())
def test_random_bytes_are_answered_in_words(raw: bytes, choices: ExportChoices) -> None:
    look({"a": raw}, choices)


@TRIES
@given(st.sampled_from(READABLE), CHOICES, st.data())
def test_an_export_with_scratches_is_read_or_answered_in_words(
    reading: str, choices: ExportChoices, data: st.DataObject
) -> None:
    files = {}
    for name, raw in files_in(reading).items():
        scratched = raw
        for _ in range(data.draw(st.integers(0, 4))):
            start = data.draw(st.integers(0, len(scratched)))
            end = min(len(scratched), start + data.draw(st.integers(0, 9)))
            piece = data.draw(PIECES | st.binary(max_size=8))
            scratched = scratched[:start] + piece + scratched[end:]
        files[name] = scratched
    look(files, choices)


@TRIES
@given(
    st.sampled_from(sorted(READERS)),
    st.data(),
    st.lists(st.lists(CELLS, max_size=14), max_size=8),
    st.sampled_from(",;\t"),
    CHOICES,
)
def test_any_cells_below_a_header_are_read_or_answered_in_words(
    app: str, data: st.DataObject, rows: list[list[str]], comma: str, choices: ExportChoices
) -> None:
    header = data.draw(st.sampled_from(HEADERS[app]))
    lines = [header.replace(",", comma), *(comma.join(row) for row in rows)]
    look({"a": "\n".join(lines).encode(errors="replace")}, choices)


ANYTHING: st.SearchStrategy[object] = st.integers(-5, 2000) | st.sampled_from(
    [None, True, 0.5, 38, float("nan"), float("-inf"), 10**40, "", "118", "sgv", "mbg", [], {},
     "2026-03-13T22:00:00Z", "2026-03-13T22:00:00+0100", "9999-12-31T23:59:59+00:00",
     "0001-01-01T00:00:00+14:00", 1_773_439_200_000, 4e12, -1e12, 840, -841]
)  # fmt: skip
KEYS = st.sampled_from(["type", "sgv", "date", "dateString", "utcOffset", "eventType", "device"])


@TRIES
@given(
    st.lists(st.dictionaries(KEYS, ANYTHING, max_size=7), max_size=6),
    st.sampled_from(["list", "lines"]),
    CHOICES,
)
def test_any_values_of_entries_are_read_or_answered_in_words(
    entries: list[dict[str, object]],
    form: str,
    choices: ExportChoices,
) -> None:
    entries = [{"sgv": 118, "date": 1_773_439_200_000}, *entries]
    lines = "\n".join(map(json.dumps, entries))
    noted = look({"a": (json.dumps(entries) if form == "list" else lines).encode()}, choices)

    assert len(noted.seen) >= 1


@TRIES
@given(st.sampled_from(READABLE), st.floats(0, 1), CHOICES)
def test_an_export_cut_anywhere_is_read_or_answered_in_words(
    reading: str, where: float, choices: ExportChoices
) -> None:
    look({name: raw[: int(len(raw) * where)] for name, raw in files_in(reading).items()}, choices)


@TRIES
@given(st.sampled_from([name for name in READABLE if name != "flaredown/research"]), st.data())
def test_a_bad_row_costs_no_other(reading: str, data: st.DataObject) -> None:
    """Rows of nonsense anywhere below the header change nothing of what the others say."""
    app, (_, choices) = reading.partition("/")[0], READINGS[reading]
    name, raw = min(files_in(reading).items())
    if name.endswith(("json", "jsonl")):
        return
    before, after = Noted(), Noted()
    lines = raw.splitlines(keepends=True)
    place = data.draw(st.integers(3, len(lines)))
    bad = data.draw(st.sampled_from([b"?,?,?,?\n", b"x\n", b"\xc3\x28,\n", b",,,,,,,,\n", b"\n"]))
    with suppress(CannotRead):
        READERS[app].read(InMemory({"a": raw}), before, choices=choices, today=TODAY)
    lines.insert(place, bad)
    READERS[app].read(InMemory({"a": b"".join(lines)}), after, choices=choices, today=TODAY)

    assert after.seen == before.seen
