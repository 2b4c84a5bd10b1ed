"""Whatever the bytes of these exports are, the reader answers in words; both decoders say the same.

`STEADYSTEP_FUZZ=100000` tries as many inputs as it says; without it the tests stay quick.
"""

from __future__ import annotations

import json
import os
import tracemalloc
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core.observed import DAY_SECONDS, Daily, Kind, Point, Session, Stretch
from steadystep.importers import json_rows
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.takeout import typed_json as fitbit_json
from steadystep.importers.takeout.typed_json import Decoders, beats_of, counts_of, plain
from tests.importers.exports.fitbit_readings import READERS
from tests.importers.exports.garmin_readings import TODAY, files_of
from tests.importers.exports.noted import InMemory, Noted
from tests.importers.exports.test_garmin_laws import scratched

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    import pytest

TRIES = settings(max_examples=int(os.environ.get("STEADYSTEP_FUZZ", "40")), deadline=None)
FILES = {folder: files_of(folder) for folder in READERS}
EACH = [(folder, name) for folder, files in FILES.items() for name in files]
END = (TODAY.toordinal() + 3 - 719_163) * DAY_SECONDS


def look(files: Mapping[str, bytes]) -> None:
    """Read with every reader; whatever is raised but a refusal is a mistake of ours."""
    export = InMemory(files)
    for reader in dict.fromkeys(READERS.values()):
        reader.recognises(export)
        noted, told = Noted(), list[int]()
        with suppress(CannotRead):
            reader.read(
                export,
                noted,
                choices=ExportChoices(dates="dmy", person=None),
                today=TODAY,
                progress=told.append,
            )
            assert sum(told) == export.size
        for one in noted.seen:
            assert_possible(one)
        assert all(trouble.endswith(".") for trouble in noted.troubles)


def assert_possible(one: Point | Stretch | Daily | Session) -> None:
    match one:
        case Point(kind, _, at, _, tenths):
            assert kind is Kind.HEART_RATE
            assert 0 < at < END
            assert 200 <= tenths <= 2500
        case Stretch(kind, _, start, end, _, tenths):
            assert 0 < start < end < END
            assert 0 <= tenths <= 2_000_000
        case Daily(kind, _, day, tenths, _):
            assert 726_000 < day <= TODAY.toordinal() + 2
            assert 0 < tenths <= 2_000_000
        case Session(_, _, start, end, _, heart, steps):
            assert 0 < start < end < END + 2 * DAY_SECONDS
            assert heart is None or 200 <= heart <= 2500
            assert steps is None or 0 < steps <= 864_000


@TRIES
@given(st.binary(max_size=300))
def test_random_bytes_are_answered_in_words(raw: bytes) -> None:
    look({"steps-1.json": raw})
    look({"a": b'[{"dateTime":"05/01/24 10:00:00","value":{"bpm":' + raw})
    look({"a.csv": b"timestamp,steps,data source\n" + raw})
    look({"2024-05-01.csv": b"Start time,End time,Step count\n00:00:00.000," + raw})


@TRIES
@given(st.sampled_from(EACH), st.data())
def test_an_export_with_a_scratch_is_read_or_answered_in_words(
    which: tuple[str, str], data: st.DataObject
) -> None:
    folder, name = which
    look(FILES[folder] | {name: scratched(FILES[folder][name], data)})


@TRIES
@given(st.sampled_from(EACH), st.floats(0, 1))
def test_an_export_cut_anywhere_is_read_or_answered_in_words(
    which: tuple[str, str], where: float
) -> None:
    folder, name = which
    raw = FILES[folder][name]
    look({name: raw[: int(len(raw) * where)]})


ODD: list[object] = [
    None, True, 0, 1, -1, 0.5, float("nan"), float("-inf"), 10**40, "", "0", "12", "1e9", "\ud800",
    "05/01/24 10:00:00", "2024-05-01", "2024-05-01T10:00:00.000", "2024-05-01T23:00:00Z",
    "12/31/99 00:00:00", "01/01/70 00:00:00", "light", "wake", "Walk", {}, [], [[]],
    {"bpm": 70, "confidence": 2}, {"bpm": "70"}, {"value": 60, "date": "05/01/24", "error": 1},
    {"data": [{"level": "wake", "dateTime": "2024-05-01T10:00:00", "seconds": 60}]},
]  # fmt: skip
KEYS = st.sampled_from(
    ["dateTime", "value", "dateOfSleep", "startTime", "endTime", "minutesAsleep", "timeInBed",
     "efficiency", "levels", "mainSleep", "activityName", "duration", "activeDuration", "steps",
     "originalStartTime", "averageHeartRate", "fitnessActivity", "aggregate"]
)  # fmt: skip
ROWS = st.lists(st.dictionaries(KEYS, st.integers(-5, 90_000) | st.sampled_from(ODD)), max_size=5)


@TRIES
@given(
    st.sampled_from(
        ["steps-1.json", "very_active_minutes-1.json", "resting_heart_rate-1.json", "x.json"]
    ),
    st.sampled_from(
        [
            "{%s}",
            '[{"bpm":1,"dateTime":1},%s]',
            '[{"dateOfSleep":1},%s]',
            '[{"activityName":1},%s]',
            '[{"dateTime":1},%s]',
            '{"activities-steps":[%s]}',
            '{"activities-heart":[%s]}',
            '{"hrv":[%s]}',
            '{"sleep":[{"logId":1},%s]}',
            "%s",
        ]
    ),
    ROWS,
)
def test_any_values_in_the_rows_are_read_or_answered_in_words(
    name: str, shape: str, rows: list[dict[str, object]]
) -> None:
    inside = ",".join(map(json.dumps, rows))
    look({name: (shape % inside).encode()})


CELLS = st.sampled_from(
    ["", "0", "5", "-1", "1,773", "many", "2024-05-01", "01-05-2019", "2024-05-01T10:00:00Z",
     "01-05-2019 11:00PM", "02-05-2019 6:00AM", "4/12/2016 7:21:00 AM", "08:00:00.000+01:00",
     "+05:30", "Charge 5", "MobileTrack", '"', "9" * 400, "\x0b"]
)  # fmt: skip
HEADS = [
    raw.decode().partition("\n")[0] for files in FILES.values() for name, raw in files.items()
    if name.endswith(".csv")
] + [FILES["fitbit_website"]["fitbit_export_20210101.csv"].decode().splitlines()[1]]  # fmt: skip


@TRIES
@given(st.sampled_from(HEADS), st.lists(st.lists(CELLS, max_size=12), max_size=6))
def test_any_cells_in_the_tables_are_read_or_answered_in_words(
    head: str, rows: list[list[str]]
) -> None:
    table = "\n".join([head, *(",".join(row) for row in rows)])
    look({"2024-05-01.csv": table.encode()})


# Both decoders -----------------------------------------------------------------------------------


def both() -> list[Decoders]:
    return [fitbit_json.typed(msgspec), plain()]


VALUE = st.dictionaries(
    st.sampled_from(["bpm", "confidence", "more"]), st.integers(-9, 300) | st.sampled_from(ODD)
)


@TRIES
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "dateTime": st.sampled_from(["05/01/24 10:00:00", 5]),
                "value": VALUE | st.sampled_from(ODD),
            }
        )
        | st.sampled_from(ODD),
        max_size=6,
    )
)
def test_both_decoders_say_the_same(rows: list[object]) -> None:
    for raw in (json.dumps(rows).encode(), json.dumps(rows).encode()[:-2], b"\xef\xbb\xbf[]"):
        for read in (beats_of, counts_of):
            typed, loaded = (list(map(repr, read(BytesIO(raw), one))) for one in both())
            assert [one.replace(".0", "") for one in typed] == [
                one.replace(".0", "") for one in loaded
            ]


def test_both_decoders_read_what_is_as_it_should_be_at_once() -> None:
    rows = (
        '{"dateTime":"a","value":{"bpm":60}}',
        '{"dateTime":"b","value":{"bpm":61,"confidence":0}}',
    )
    raw = f"[{','.join(rows)}]".encode()
    for decoders in both():
        assert decoders.beats(raw) == [("a", 60, 3), ("b", 61, 0)]
        assert decoders.counts(b'[{"dateTime":"a","value":"0"}]') == [("a", "0")]
        assert decoders.beats(b"{}") is None
        assert decoders.counts(raw) is None
        assert decoders.beats(b'[{"dateTime":5,"value":{"bpm":60}}]') is None


def test_msgspec_is_taken_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def typed(module: ModuleType) -> Decoders:
        taken.append(module.__name__)
        return plain()

    monkeypatch.setattr(fitbit_json, "typed", typed)
    raw = b'[{"dateTime":"a","value":"7"}]'
    assert fitbit_json.fastest().counts(raw) == [("a", "7")]
    monkeypatch.setattr(fitbit_json, "find_spec", lambda _: None)
    assert fitbit_json.fastest().counts(raw) == [("a", "7")]
    assert taken == ["msgspec"]


def test_a_large_file_is_read_row_by_row_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = json.dumps([{"dateTime": f"{n}", "value": "7"} for n in range(500)]).encode()
    whole = list(counts_of(BytesIO(raw)))
    monkeypatch.setattr(fitbit_json, "MOST_AT_ONCE", 100)

    assert list(counts_of(BytesIO(raw))) == whole
    assert not any(isinstance(one, Sentence) for one in whole)


class Slow(BytesIO):
    """A stream that gives a little at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(7, size or 7) if size and size > 0 else 7)


def test_a_stream_that_gives_little_at_a_time_is_read_whole() -> None:
    raw = json.dumps([{"dateTime": f"{n}", "value": "7"} for n in range(50)]).encode()

    assert list(counts_of(Slow(raw))) == list(counts_of(BytesIO(raw)))


class Long(BytesIO):
    """A list of so many bytes that is never held."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self.left, self.first = left, b"["

    def read(self, size: int | None = -1, /) -> bytes:
        row = b'{"dateTime":"05/01/24 10:00:00","value":{"bpm":70,"confidence":2}},'
        first, self.first = self.first, b""
        taken = min(self.left, size or 0) // len(row)
        if first:
            return first
        self.left -= taken * len(row)
        return row * taken


def test_a_long_file_takes_no_more_memory_than_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitbit_json, "MOST_AT_ONCE", 1 << 15)
    monkeypatch.setattr(json_rows, "_LONGEST_ROW", 1 << 14)
    peaks = []
    for size in (1 << 18, 1 << 19):
        tracemalloc.start()
        count = sum(not isinstance(one, Sentence) for one in beats_of(Long(size)))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert count == size // 67

    assert peaks[1] < 1.1 * peaks[0]
