"""Whatever stands in the tables of Samsung Health, the reader answers in words.

`STEADYSTEP_FUZZ=100000` tries as many inputs as it says; without it the tests stay quick.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from steadystep.core.observed import Daily, Kind
from steadystep.importers import samsung
from tests.importers.exports.possible import answered
from tests.importers.exports.samsung_readings import export

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.importers.exports.noted import Noted

TRIES = settings(max_examples=int(os.environ.get("STEADYSTEP_FUZZ", "50")), deadline=None)
FILES = export()
PIECES = st.sampled_from(
    [b"\xff", b"\0", b"\x0b", b'"', b",", b"\n", b"\r", b"1e999", b"NaN", b"-9" * 40, b";" * 9,
     b"UTC+1400", b"UTC-1200", b"253402300799999", b"9999-12-31 23:59:59", b"0001-01-01 00:00:00",
     b"[" * 2000, b"null", b"{", b"}", b"40001", b"-2", "२".encode(), b"\xff\xfe"]
)  # fmt: skip
CELLS = st.sampled_from(
    ["", "60", "-1", "0", "1714550400000", "2024-05-01 08:00:00.000", "2024-05-01 09:30:00.000",
     "UTC+0200", "UTC-0400", "-7200000", "40002", "1001", "-2", "600000", "a", "x.json", "nan"]
) | st.text(max_size=8)  # fmt: skip
COLUMNS = ["start_time", "end_time", "time_offset", "stage", "sleep_id", "datauuid", "day_time",
           "count", "source_type", "active_time", "sleep_duration", "efficiency", "heart_rate",
           "binning_data", "duration", "exercise_type", "mean_heart_rate", "pkg_name"]  # fmt: skip
TABLES = ["shealth.tracker.heart_rate", "health.sleep_stage", "shealth.sleep", "health.hrv",
          "shealth.step_daily_trend", "shealth.tracker.pedometer_day_summary",
          "shealth.activity.day_summary", "shealth.exercise", "health.weight"]  # fmt: skip


def look(files: Mapping[str, bytes]) -> Noted:
    """Read an export; the answer is in words."""
    return answered(samsung, files)


@TRIES
@given(st.sampled_from(sorted(FILES)), st.data())
def test_an_export_with_a_scratch_is_read_or_answered_in_words(
    name: str, data: st.DataObject
) -> None:
    raw = FILES[name]
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 9)))
        raw = raw[:start] + data.draw(PIECES | st.binary(max_size=8)) + raw[end:]
    look(FILES | {name: raw})


@TRIES
@given(st.binary(max_size=200))
@example(b"")
@example(b'"')
def test_random_bytes_behind_any_first_line_are_answered_in_words(raw: bytes) -> None:
    for table in TABLES:
        look({"a": f"com.samsung.{table},7,1\n".encode() + raw})
    look({"a": raw})


@TRIES
@given(
    st.lists(
        st.tuples(st.sampled_from(TABLES), st.lists(st.lists(CELLS, max_size=20), max_size=6)),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4),
)
def test_any_cells_are_read_or_answered_in_words(
    tables: list[tuple[str, list[list[str]]]], series: list[tuple[str, str, str]]
) -> None:
    files = {
        f"{number}.csv": "\n".join(
            [f"com.samsung.{table},7,1", ",".join(COLUMNS), *(",".join(row) + "," for row in rows)]
        ).encode("utf-8", "replace")
        for number, (table, rows) in enumerate(tables)
    }
    entries = ",".join(
        f'{{"start_time": {start or 1714550400000}, "end_time": "{end}", "heart_rate": {beats},'
        f' "rmssd": {beats}}}'
        for start, end, beats in series
    )
    look(files | {"x.json": f"[{entries}]".encode("utf-8", "replace")})


@TRIES
@given(st.floats(0, 1))
def test_an_export_cut_anywhere_keeps_every_day_before(where: float) -> None:
    name = next(name for name in FILES if "step_daily_trend" in name)
    raw = FILES[name]
    whole, part = (
        {
            seen.day: seen.tenths
            for seen in look({"a": rows}).seen
            if isinstance(seen, Daily) and seen.kind is Kind.STEPS
        }
        for rows in (raw, raw[: raw.rfind(b"\n", 0, int(len(raw) * where) + 1) + 1])
    )

    assert set(part) <= set(whole)
