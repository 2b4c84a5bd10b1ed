"""Whatever the bytes of a FIT file or an account are, the reader answers in words.

`STEADYSTEP_FUZZ=100000` tries as many inputs as it says; without it the tests stay quick.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from steadystep.core.observed import DAY_SECONDS, Daily, Kind, Point, Session, Stretch
from steadystep.importers import fit, garmin
from steadystep.importers.export import ExportChoices
from steadystep.importers.fit.checksum import checksum
from steadystep.importers.reading import CannotRead
from tests.importers.exports.fit_made import a_day, a_night, a_walk
from tests.importers.exports.garmin_readings import TODAY, files_of
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Mapping

TRIES = settings(max_examples=int(os.environ.get("STEADYSTEP_FUZZ", "40")))
FITS = [make().made() for make in (a_walk, a_day, a_night)]
FILES = files_of("garmin")
LAST_DAY = TODAY.toordinal() + 1
LAST_SECOND = (LAST_DAY - 719_162) * DAY_SECONDS
MOST = {
    Kind.STEPS: 2_000_000,
    Kind.ACTIVE_MINUTES: 36_000,
    Kind.HEART_RATE: 2500,
    Kind.RESTING_HEART_RATE: 2500,
    Kind.HRV_RMSSD: 5000,
}
PIECES = st.sampled_from(
    [b"\xff", b"\0", b"\x0b", b"@", b"\x60", b"\x80", b'"', b"{", b"}", b"]", b",", b"null",
     b"1e999", b"NaN", b"-9" * 40, b"\\ud800", b"\xff\xff\xff\xff", b"\xfd\x04\x86", b"true",
     b"[" * 2000]
)  # fmt: skip


def look(files: Mapping[str, bytes]) -> Noted:
    """Read with both readers; whatever is raised but a refusal is a mistake of ours."""
    noted, export = Noted(), InMemory(files)
    for reader in (fit, garmin):
        reader.recognises(export)
        told: list[int] = []
        with suppress(CannotRead):
            reader.read(export, noted, choices=ExportChoices(), today=TODAY, progress=told.append)
        assert sum(told) == export.size
    for seen in noted.seen:
        assert_possible(seen)
    assert all(trouble.endswith(".") for trouble in noted.troubles)
    return noted


def assert_possible(seen: Point | Stretch | Daily | Session) -> None:
    match seen:
        case Point(kind, _, at, _, tenths):
            assert 0 < at < LAST_SECOND
            assert 0 < tenths <= MOST[kind]
        case Stretch(kind, _, start, end, _, tenths):
            assert 0 < start < end < LAST_SECOND + DAY_SECONDS
            assert 0 <= tenths <= MOST.get(kind, 43_000_000_000)
        case Daily(kind, _, day, tenths, _):
            assert 726_000 < day <= LAST_DAY
            assert 0 <= tenths <= MOST.get(kind, 14_400)
        case Session(_, _, start, end, _, heart, steps):
            assert 0 < start < end
            assert heart is None or 200 <= heart <= 2500
            assert steps is None or 0 < steps <= 864_000


def scratched(raw: bytes, data: st.DataObject) -> bytes:
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 9)))
        raw = raw[:start] + data.draw(PIECES | st.binary(max_size=8)) + raw[end:]
    return raw


@TRIES
@given(st.binary(max_size=300))
@example(b"\x0e\x20\0\0\0\0\0\0.FIT\0\0")
@example(b'[{"wellnessStartTimeGmt":')
def test_random_bytes_are_answered_in_words(raw: bytes) -> None:
    look({"a": raw})
    look({"a": b"\x0c\x20\0\0" + len(raw).to_bytes(4, "little") + b".FIT" + raw})


@TRIES
@given(st.sampled_from(FITS), st.data())
def test_a_fit_file_with_a_scratch_is_read_or_answered_in_words(
    raw: bytes, data: st.DataObject
) -> None:
    look({"a.fit": scratched(raw, data)})


@TRIES
@given(st.sampled_from(FITS), st.floats(0, 1))
def test_a_fit_file_cut_anywhere_is_read_as_far_as_it_goes(raw: bytes, where: float) -> None:
    look({"a.fit": raw[: int(len(raw) * where)]})
    hearts, beats = (
        [seen.tenths for seen in read_points({"a.fit": part})]
        for part in (raw, raw[: int(len(raw) * where)])
    )

    assert beats == hearts[: len(beats)]


def read_points(files: Mapping[str, bytes]) -> list[Point]:
    noted = Noted()
    with suppress(CannotRead):
        fit.read(InMemory(files), noted, choices=ExportChoices(), today=TODAY)
    return [seen for seen in noted.seen if isinstance(seen, Point)]


@TRIES
@given(
    st.lists(
        st.tuples(
            st.sampled_from([0, 18, 20, 34, 55, 103, 211, 275, 370, 371, 9]),
            st.lists(
                st.tuples(
                    st.sampled_from([0, 1, 2, 3, 5, 8, 24, 26, 27, 253]),
                    st.integers(0, 8),
                    st.sampled_from([0, 1, 2, 0x83, 0x84, 0x85, 0x86, 7, 0x88, 0x8C, 0x0D, 0x8F]),
                ),
                max_size=6,
            ),
            st.booleans(),
            st.binary(max_size=60),
        ),
        min_size=1,
        max_size=5,
    )
)
@example([(20, [(3, 0, 7)], False, b"")])
def test_any_layout_with_any_values_is_read_or_answered_in_words(
    kinds: list[tuple[int, list[tuple[int, int, int]], bool, bytes]],
) -> None:
    body = b""
    for local, (number, fields, big, values) in enumerate(kinds):
        order: Literal["big", "little"] = "big" if big else "little"
        body += bytes([0x40 | local, 0, big]) + number.to_bytes(2, order) + bytes([len(fields)])
        body += b"".join(map(bytes, fields))
        size = sum(length for _, length, _ in fields)
        for start in range(0, len(values) - size + 1, size or 1):
            body += bytes([local]) + values[start : start + size]
    head = b"\x0c\x20\0\0" + len(body).to_bytes(4, "little") + b".FIT"
    look({"a.fit": head + body + checksum(head + body).to_bytes(2, "little")})


@TRIES
@given(st.sampled_from(sorted(FILES)), st.data())
def test_an_account_with_a_scratch_is_read_or_answered_in_words(
    name: str, data: st.DataObject
) -> None:
    look(FILES | {name: scratched(FILES[name], data)})


ODD: list[object] = [
    None, True, 0.5, float("nan"), float("-inf"), 10**40, "", "\ud800", "HRV", "2024-05-01",
     "2024-05-01T10:00:00.0", "2024-05-01T16:00:00.0", "ENHANCED_CONFIRMED", 86_400_000,
     1_714_546_800_000, 1_714_554_000_000.0, "walking", {}, [], [[]],
     [{"type": "HRV", "value": 40}],
     {"type": "HRV"}, [{"type": "HRV", "value": [1]}], "9999-12-31T23:59:59", "0001-01-01",
]  # fmt: skip
ANYTHING = st.integers(-5, 90_000) | st.sampled_from(ODD)
KEYS = st.sampled_from(
    ["calendarDate", "totalSteps", "activeSeconds", "durationInMilliseconds", "minHeartRate",
     "currentDayRestingHeartRate", "wellnessStartTimeGmt", "wellnessStartTimeLocal", "metrics",
     "wellnessEndTimeLocal", "sleepStartTimestampGMT", "sleepEndTimestampGMT", "type", "value",
     "sleepWindowConfirmationType", "lightSleepSeconds", "awakeSleepSeconds", "startTimeGmt",
     "startTimeLocal", "beginTimestamp", "duration", "avgHr", "steps", "activityType"]
)  # fmt: skip


@TRIES
@given(
    st.sampled_from(
        [
            "wellnessStartTimeGmt",
            "sleepStartTimestampGMT",
            "outliersCount",
            "summarizedActivitiesExport",
        ]
    ),
    st.lists(st.dictionaries(KEYS, ANYTHING, max_size=12), max_size=5),
)
def test_any_values_in_the_rows_are_read_or_answered_in_words(
    mark: str, rows: list[dict[str, object]]
) -> None:
    rows_in = [{mark: rows}] if mark.startswith("summarized") else [{mark: None}, *rows]
    look({"a.json": json.dumps(rows_in).encode()})
