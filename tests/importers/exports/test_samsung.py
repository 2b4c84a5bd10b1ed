"""The tables of Samsung Health: a day once, a night at its waking, and no name and no device."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from datetime import date
from typing import IO, TYPE_CHECKING

import pytest

from steadystep.core.observed import Daily, Kind, Maker, Point, Session, Source, Stretch
from steadystep.importers import samsung
from steadystep.importers.export import ExportChoices, Member
from steadystep.importers.exports import find_export_reader
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.samsung import clock as samsung_clock
from steadystep.importers.samsung import nights as samsung_nights
from steadystep.importers.samsung import series as samsung_series
from steadystep.importers.samsung.clock import Clock, zone
from steadystep.importers.samsung.sheets import type_of
from tests.importers.exports.garmin_readings import TODAY, in_words
from tests.importers.exports.noted import InMemory, Noted
from tests.importers.exports.samsung_readings import GOLDEN, export, read

if TYPE_CHECKING:
    from pathlib import Path

BEATS = "com.samsung.shealth.tracker.heart_rate,7006011,3\n"
BEATS_COLUMNS = "start_time,time_offset,binning_data,heart_rate\n"
DAYS = "com.samsung.shealth.step_daily_trend,6305010,3\ncount,source_type,day_time\n"
SLEEP = "com.samsung.shealth.sleep,7006003,11\n"
STAGES = (
    "com.samsung.health.sleep_stage,7006003,7\nstart_time,end_time,stage,sleep_id,time_offset\n"
)


def table(text: str) -> Noted:
    return read({"a.csv": text.encode()})


def steps(noted: Noted) -> list[tuple[str, int, bool]]:
    return [
        (date.fromordinal(seen.day).isoformat(), seen.tenths // 10, seen.whole)
        for seen in noted.seen
        if isinstance(seen, Daily) and seen.kind is Kind.STEPS
    ]


def asleep(noted: Noted) -> list[int]:
    return [
        seen.tenths for seen in noted.seen if isinstance(seen, Stretch) and seen.kind is Kind.ASLEEP
    ]


# Readings that are written down ------------------------------------------------------------------


def test_the_invented_export_reads_as_it_is_written_down() -> None:
    assert in_words(read(export())) == GOLDEN.read_text(encoding="utf-8")


def test_names_places_and_numbers_of_devices_end_at_the_reader() -> None:
    told = in_words(read(export())).casefold()
    there = b"".join(export().values()).decode().casefold()

    for secret in ("dana", "home street", "52.1", "watch1", "merged", "sm-r880", "night-1"):
        assert secret in there
        assert secret not in told


def test_an_export_is_known_by_its_first_lines_and_not_by_names() -> None:
    assert samsung.recognises(InMemory({"x": BEATS.encode()}))
    assert samsung.recognises(InMemory(export()))
    assert not samsung.recognises(InMemory({"com.samsung.shealth.sleep.csv": b"a,b\n"}))
    assert not samsung.recognises(InMemory({}))
    assert type_of(b"\xef\xbb\xbfcom.samsung.health.exercise\n") == "exercise"
    assert not type_of(b"com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time\n")


def test_a_zip_of_it_reads_the_same_and_progress_adds_up(tmp_path: Path) -> None:
    path = tmp_path / "anything.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file, raw in export().items():
            packed.writestr(file, raw)
    told: list[int] = []
    noted = Noted()
    with look_at([path]) as look:
        assert samsung.recognises(look)
        samsung.read(look, noted, choices=ExportChoices(), today=TODAY, progress=told.append)
        assert sum(told) == look.size

    assert noted.seen == read(export()).seen


def test_tables_are_read_in_an_order_of_their_own() -> None:
    look = InMemory(export())
    ordered = samsung._in_order(look, samsung_series.Series(look))

    assert ordered.size == look.size
    assert [type_of(ordered.head(member)) for member in ordered.members[:3]] == [
        "heart_rate",
        "sleep_stage",
        "sleep",
    ]


def test_no_other_reader_takes_it_for_its_own(tmp_path: Path) -> None:
    for file, raw in export().items():
        (tmp_path / file.rpartition("/")[2]).write_bytes(raw)

    with look_at([tmp_path]) as look:
        assert find_export_reader(look) is samsung


def test_a_night_of_several_sessions_is_one_night(tmp_path: Path) -> None:
    for file, raw in export().items():
        (tmp_path / file.rpartition("/")[2]).write_bytes(raw)
    with look_at([tmp_path]) as look, Gathering() as into:
        samsung.read(look, into, choices=ExportChoices(), today=TODAY)
        nights = [
            (date.fromordinal(row.day).isoformat(), row.source.name, row.tenths)
            for row in into.rows()
            if row.kind is Kind.ASLEEP
        ]

    assert nights == [
        ("2024-05-01", "Samsung Health", 3_400 + 400),
        ("2024-05-01", "Sleep as Android", 300),
    ]


# Days --------------------------------------------------------------------------------------------


def test_the_row_of_all_devices_counts_and_else_the_most_of_one() -> None:
    noted = table(
        DAYS
        + "900,0,1714435200000,\n4000,3,1714435200000,\n"
        + "3100,0,2024-05-01 00:00:00.000,\n3000,-2,2024-05-01 00:00:00.000,\n"
        + "50,-2,2024-05-02 00:00:00.000,\n"
    )

    assert steps(noted) == [
        ("2024-04-30", 4000, True),
        ("2024-05-01", 3000, True),
        ("2024-05-02", 50, False),
    ]


@pytest.mark.parametrize("millis", [1714521600000, 1714514400000, 1714536000000])
def test_a_day_told_in_milliseconds_is_that_of_the_nearest_midnight(millis: int) -> None:
    assert steps(table(f"{DAYS}70,-2,{millis},\n")) == [("2024-05-01", 70, False)]


def test_a_day_without_a_step_is_no_day_of_zero() -> None:
    active = "com.samsung.shealth.activity.day_summary,7,6\nstep_count,active_time,day_time\n"
    noted = read(
        {
            "a": f"{DAYS}0,-2,2024-05-01,\n".encode(),
            "b": f"{active},0,2024-05-01 00:00:00.000,\n10,0,2024-05-02 00:00:00.000,\n".encode(),
        }
    )

    assert [(seen.kind, seen.tenths) for seen in noted.seen if isinstance(seen, Daily)] == [
        (Kind.STEPS, 100),
        (Kind.ACTIVE_MINUTES, 0),
    ]
    assert noted.without == {"days without a step": 1}


# Clocks ------------------------------------------------------------------------------------------


def beats_and_series(text: str, millis: int) -> Noted:
    series = [{"start_time": millis, "end_time": millis + 59_000, "heart_rate": 61.0}]
    return read(
        {
            "a.csv": f"{BEATS}{BEATS_COLUMNS}{text},UTC+0200,x.json,60\n"
            f"{text},UTC+0200,,62\n".encode(),
            "x.json": json.dumps(series).encode(),
        }
    )


def test_the_series_tells_whether_dates_are_in_utc_or_on_the_wall() -> None:
    eight = 1_714_550_400_000
    utc = beats_and_series("2024-05-01 08:00:00.000", eight)
    wall = beats_and_series("2024-05-01 10:00:00.000", eight)
    neither = beats_and_series("2024-05-01 15:00:00.000", eight)

    assert {seen.at for seen in utc.seen if isinstance(seen, Point)} == {eight // 1000 + 7200}
    assert utc.seen == wall.seen
    assert utc.guesses != wall.guesses
    assert "on the wall" in wall.guesses[0]
    assert "UTC" in neither.guesses[0]


def test_a_few_rows_are_enough_to_tell() -> None:
    rows = "2024-05-01 10:00:00.000,UTC+0200,x.json,60\n" * 30
    series = b'[{"start_time":1714550400000,"end_time":1714550460000,"heart_rate":61}]'
    noted = read({"a.csv": f"{BEATS}{BEATS_COLUMNS}{rows}".encode(), "x.json": series})

    assert "on the wall" in noted.guesses[0]


def test_old_exports_write_the_zone_in_milliseconds_beside_the_clock_on_the_wall() -> None:
    clock = Clock(TODAY)

    assert clock.at("2024-05-01 10:00:00", "7200000") == (1_714_557_600, 7200)
    assert clock.at("2024-05-01 08:00:00", "UTC+0200") == (1_714_557_600, 7200)
    assert clock.at("1714550400000", "UTC+02:00") == (1_714_557_600, 7200)
    assert clock.at("1714550400000", "") == (1_714_550_400, None)


@pytest.mark.parametrize("text", ["UTC+2500", "UTC+0275", "soon", "UTC", "999999999999"])
def test_a_zone_that_no_clock_has_is_told(text: str) -> None:
    assert isinstance(zone(text), Sentence)


def test_the_clock_keeps_no_more_zones_than_a_person_can_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(samsung_clock, "_MOST_CHANGES", 3)
    clock = Clock(TODAY)
    for hour in range(12):
        clock.at(f"2024-05-01 {hour:02}:00:00", f"UTC+{hour:02}00")

    assert len(clock.offsets.told) == 3


def test_the_night_when_clocks_go_back_is_an_hour_longer() -> None:
    text = (
        f"{SLEEP}sleep_duration,start_time,end_time,time_offset\n"
        "540,2024-10-26 21:00:00.000,2024-10-27 06:00:00.000,UTC+0200,\n"
    )

    assert asleep(table(text)) == [5400]


# Nights ------------------------------------------------------------------------------------------


def test_a_session_lasts_as_long_as_it_says_and_never_longer_than_it_is() -> None:
    rows = "".join(
        f"{minutes},2024-05-0{day} 22:00:00.000,2024-05-0{day} 23:00:00.000,UTC+0000,\n"
        for day, minutes in ((1, "30"), (2, "900"), (3, ""), (4, "soon"), (5, "-30"))
    )
    noted = table(f"{SLEEP}sleep_duration,start_time,end_time,time_offset\n{rows}")

    assert asleep(noted) == [300, 600, 0]
    assert noted.without == {"bedtimes without sleep": 2}


def test_an_old_table_without_lengths_is_read_by_its_ends() -> None:
    text = f"{SLEEP}start_time,end_time\n2024-05-01 22:00:00.000,2024-05-02 06:00:00.000,\n"

    assert asleep(table(text)) == [4800]


def test_beyond_many_nights_it_is_not_known_which_have_stages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(samsung_nights, "MOST_NIGHTS", 0)

    assert asleep(read(export())) == [3510, 400, 300]


# Apps and sessions -------------------------------------------------------------------------------


def test_what_another_app_wrote_is_a_source_of_its_own() -> None:
    columns = "start_time,heart_rate,pkg_name\n"
    rows = "2024-05-01 08:00:00.000,60,com.urbandroid.sleep,\n2024-05-01 08:00:00.000,61,,\n"

    assert table(f"{BEATS}{columns}{rows}").sources == [
        Source(Maker.APP, "Sleep as Android"),
        Source(Maker.WATCH, "Samsung Health"),
    ]


def test_a_session_lasts_as_long_as_its_timer_ran() -> None:
    text = (
        "com.samsung.shealth.exercise,7,1\nstart_time,end_time,duration,exercise_type\n"
        "2024-05-01 08:00:00.000,2024-05-01 09:00:00.000,360000,1001,\n"
    )
    (session,) = table(text).seen

    assert isinstance(session, Session)
    assert session.end - session.start == 360


# Files that are not as they were -----------------------------------------------------------------


def test_an_export_with_nothing_of_use_is_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="nothing of use"):
        read({"a": b"hello"})
    with pytest.raises(CannotRead, match="nothing of use"):
        table(DAYS)
    with pytest.raises(CannotRead, match="has no columns"):
        table(BEATS)


def test_a_table_without_columns_is_told_and_the_others_are_read() -> None:
    noted = read({"a": BEATS.encode(), "b": f"{DAYS}70,-2,2024-05-01,\n".encode()})

    assert steps(noted) == [("2024-05-01", 70, False)]
    assert "has no columns" in noted.troubles[0]


def test_a_million_columns_are_answered_in_words() -> None:
    with pytest.raises(CannotRead):
        table(BEATS + "start_time,heart_rate" + "," * 1_000_000 + "\n1,2\n")
    noted = table(f"{DAYS}{',' * 1_100_000}\n70,-2,2024-05-01,\n")

    assert steps(noted) == [("2024-05-01", 70, False)]
    assert "far too long" in noted.troubles[0]


def test_odd_letters_and_a_row_cut_short_cost_no_other_row() -> None:
    rows = "70,-2,2024-05-01 00:00:00.000,\n\x0b,\x0b,\x0b\n80\n90,-2,2024-05-02 00:00:00.000"
    noted = read({"a": DAYS.encode() + rows.encode() + b"\n\xff,\xff\n"})

    assert steps(noted) == [("2024-05-01", 70, True), ("2024-05-02", 90, False)]
    assert noted.troubles


def test_a_quote_left_open_is_told_in_each_table() -> None:
    text = '2024-05-01 08:00:00.000,UTC+0200,,60\n"2024-05-01 08:00:00.000,UTC+0200,,60\n'
    exercise = "com.samsung.shealth.exercise,7,1\nstart_time,duration\n"
    hrv = "com.samsung.health.hrv,7,1\nstart_time,time_offset\n"
    noted = read(
        {
            "a": f"{BEATS}{BEATS_COLUMNS}{text}".encode(),
            "b": f'{DAYS}70,-2,2024-05-01,\n"70,-2,2024-05-01,\n'.encode(),
            "c": f'{STAGES}"'.encode(),
            "d": f'{exercise}"'.encode(),
            "e": f'{hrv}"'.encode(),
        }
    )

    assert len(noted.seen) == 2
    assert sum("quote mark" in trouble for trouble in noted.troubles) == 4


def test_a_series_that_is_none_is_left_out() -> None:
    noted = read(
        {
            "a": f"{DAYS}70,-2,2024-05-01,\n".encode(),
            "b.json": b'{"heart_rate": 60}',
            "c.json": b'[{"heart_rate": 60}]',
            "d.json": b'[{"start_time":1714550400000,"heart_rate": 60}]',
            "e.json": b'[{"start_time":1714550400000,"end_time":1714550400000,"heart_rate": 60,',
        }
    )

    assert noted.without == {"files with other things": 3}
    assert "damaged" in noted.troubles[0]


def test_a_file_that_cannot_be_opened_is_passed_over() -> None:
    class Broken(InMemory):
        def head(self, member: Member, length: int = 4096) -> bytes:
            if member.name.startswith("bad"):
                raise CannotRead(Sentence("It is damaged."))
            return super().head(member, length)

    noted = Noted()
    files = {"a": f"{DAYS}70,-2,2024-05-01,\n".encode(), "bad": b"x", "bad.json": b"x"}
    samsung.read(Broken(files), noted, choices=ExportChoices(), today=TODAY)

    assert len(noted.seen) == 1


# Size --------------------------------------------------------------------------------------------


def test_a_long_table_is_read_in_the_memory_of_a_short_one() -> None:
    row = b"2024-05-01 08:00:00.000,UTC+0200,,60,\n"

    class Long(InMemory):
        def open(self, member: Member) -> IO[bytes]:
            return io.BufferedReader(Rows(self.files[member.name], row, 5_000))

    class Deaf(Noted):
        def point(self, *_: object) -> None:
            pass

    look = Long({"a": (BEATS + BEATS_COLUMNS).encode()})
    tracemalloc.start()
    samsung.read(look, Deaf(), choices=ExportChoices(), today=TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 8_000_000


class Rows(io.RawIOBase):
    """A head, and then a row again and again."""

    def __init__(self, head: bytes, row: bytes, count: int) -> None:
        self._rest = head
        self._row, self._left = row, count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # a view it is
        while len(self._rest) < len(buffer) and self._left:
            self._rest += self._row * min(100, self._left)
            self._left -= min(100, self._left)
        piece, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)
