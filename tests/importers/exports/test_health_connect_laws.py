"""Whatever the bytes of a database are, the reader of Health Connect answers in words.

`STEADYSTEP_FUZZ=100000` tries as many inputs as it says; without it the tests stay quick.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from steadystep.importers import health_connect
from steadystep.importers.health_connect.kinds import READ
from tests.importers.exports.health_connect_readings import NAME, export, made
from tests.importers.exports.possible import answered

if TYPE_CHECKING:
    from tests.importers.exports.noted import Noted

TRIES = settings(max_examples=int(os.environ.get("STEADYSTEP_FUZZ", "40")), deadline=None)
WHOLE = export()
SMALL = made(
    "steps_record_table: start_time end_time start_zone_offset app_info_id count\n"
    "1714550400000 1714551000000 7200 1 640\n"
    "sleep_session_record_table: row_id start_time end_time start_zone_offset app_info_id\n"
    "1 1714550400000 1714551000000 7200 1\n",
    page_bytes=512,
)
CELLS = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.binary(max_size=9)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
    | st.sampled_from([0, 1, 7200, 40, 53, 1_714_550_400_000, 1_714_551_000_000, 5e-324])
)


def look(raw: bytes) -> Noted:
    """Read a database; the answer is in words."""
    return answered(health_connect, {NAME: raw})


@TRIES
@given(st.sampled_from([WHOLE, SMALL]), st.data())
def test_a_database_with_scratches_is_read_or_answered_in_words(
    raw: bytes, data: st.DataObject
) -> None:
    changed = bytearray(raw)
    for _ in range(data.draw(st.integers(1, 8))):
        # What steers a database lies in its first pages and at the beginning of each.
        page = data.draw(st.integers(0, len(raw) // 512 - 1)) * 512
        place = page + data.draw(st.integers(0, 120) | st.integers(0, 511))
        piece = data.draw(st.binary(min_size=1, max_size=6))
        changed[place : place + len(piece)] = piece
    look(bytes(changed))


@TRIES
@given(st.sampled_from([WHOLE, SMALL]), st.floats(0, 1))
def test_a_database_cut_anywhere_is_read_or_answered_in_words(raw: bytes, where: float) -> None:
    look(raw[: int(len(raw) * where)])


def test_words_of_sqlite_that_are_no_text_are_no_trouble() -> None:
    table = b"CREATE TABLE steps_record_table"
    for letter in range(len(table)):
        raw = bytearray(WHOLE)
        raw[WHOLE.index(table) + letter] = 0xE9
        look(bytes(raw))


@TRIES
@given(st.binary(max_size=300))
@example(b"steps_record_table")
def test_random_bytes_are_answered_in_words(raw: bytes) -> None:
    look(raw)
    look(b"SQLite format 3\0" + raw + b"steps_record_table")


@TRIES
@given(
    st.dictionaries(
        st.sampled_from([*READ, "heart_rate_record_table", "application_info_table"]),
        st.lists(st.lists(CELLS, min_size=13, max_size=13), max_size=6),
        min_size=1,
    )
)
def test_any_values_in_the_rows_are_read_or_answered_in_words(
    tables: dict[str, list[list[object]]],
) -> None:
    columns = (
        "start_time, end_time, start_zone_offset, app_info_id, count, time, zone_offset,"
        " beats_per_minute, epoch_millis, parent_key, level, stage_type, row_id"
    )
    with closing(sqlite3.connect(":memory:")) as database:
        for table, rows in tables.items():
            database.execute(f"CREATE TABLE {table} ({columns})")
            marks = ", ".join("?" * 13)
            database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - written above
        database.commit()
        look(database.serialize())
