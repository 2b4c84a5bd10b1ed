"""The database of Health Connect: each app a source, and whatever else lies in it left alone."""

from __future__ import annotations

import random
import sqlite3
import tracemalloc
import zipfile
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from steadystep.core.observed import Activity, Kind, Maker, Point, Session, Source, Stretch
from steadystep.importers import health_connect
from steadystep.importers.export import ExportChoices, Member
from steadystep.importers.exports import find_export_reader
from steadystep.importers.gather import Gathering
from steadystep.importers.health_connect import file as health_connect_file
from steadystep.importers.health_connect import nights as health_connect_nights
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead
from tests.importers.exports.garmin_readings import TODAY, in_words
from tests.importers.exports.health_connect_readings import (
    FIXTURE,
    GOLDEN,
    NAME,
    export,
    made,
    read,
)
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from steadystep.core.observed_days import DayRow

APPS = """
application_info_table: row_id package_name app_name
1 com.sec.android.app.shealth -
2 com.example.steps Example_Steps
"""
STEPS = "steps_record_table: start_time end_time start_zone_offset app_info_id count\n"
ONE_WALK = "2024-05-01T08:00:00+02:00 2024-05-01T08:10:00+02:00 7200 1 640\n"
BEATS = """
heart_rate_record_table: row_id start_time end_time start_zone_offset app_info_id
1 2024-05-01T08:00:00+02:00 2024-05-01T20:00:00+02:00 7200 1
heart_rate_record_series_table: parent_key beats_per_minute epoch_millis
"""
SLEEP = "sleep_session_record_table: row_id start_time end_time start_zone_offset app_info_id\n"
EPOCH = date(1970, 1, 1).toordinal()


def stretches(noted: Noted, kind: Kind) -> list[Stretch]:
    return [seen for seen in noted.seen if isinstance(seen, Stretch) and seen.kind is kind]


def gathered(path: Path) -> list[DayRow]:
    with look_at([path]) as look, Gathering() as into:
        health_connect.read(look, into, choices=ExportChoices(), today=TODAY)
        return list(into.rows())


# Readings that are written down ------------------------------------------------------------------


def test_the_invented_export_reads_as_it_is_written_down() -> None:
    assert in_words(read(export())) == GOLDEN.read_text(encoding="utf-8")


def test_names_places_and_notes_end_at_the_reader() -> None:
    told = in_words(read(export())).casefold()

    for secret in ("dana", "home street", "52.1", "s928", "beside"):
        assert secret in FIXTURE.read_text(encoding="utf-8").casefold().replace("_", " ")
        assert secret not in told


def test_an_export_is_known_by_its_tables_and_not_by_its_name() -> None:
    other = made("notes: title\nsteps\n")

    assert health_connect.recognises(InMemory({"x": export()}))
    assert not health_connect.recognises(InMemory({NAME: other}))
    assert not health_connect.recognises(InMemory({NAME: b"steps_record_table"}))
    assert not health_connect.recognises(InMemory({}))


def test_no_other_reader_takes_it_for_its_own(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(export())

    with look_at([path]) as look:
        assert find_export_reader(look) is health_connect


def test_its_tables_are_found_wherever_in_the_file_they_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = b"SQLite format 3\0" + bytes(200) + b"heart_rate_record_table"

    for length in (50, 100, 220, 230):
        monkeypatch.setattr(health_connect, "_READ_BYTES", length)
        assert health_connect.recognises(InMemory({"x": raw}))


def test_a_zip_with_other_files_beside_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "anything.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"a/{NAME}", export())
        packed.writestr("a/readme.txt", "hello")
    told: list[int] = []
    noted = Noted()
    with look_at([path]) as look:
        assert health_connect.recognises(look)
        health_connect.read(look, noted, choices=ExportChoices(), today=TODAY, progress=told.append)
        assert sum(told) == look.size

    assert noted.without["files with other things"] == 1
    assert noted.seen == read(export()).seen


# Sources -----------------------------------------------------------------------------------------


def test_each_app_is_a_source_so_that_the_same_walk_is_never_added_up(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(export())
    walks = {
        row.source.name: row.tenths
        for row in gathered(path)
        if row.kind is Kind.STEPS and row.day == date(2024, 5, 1).toordinal()
    }

    assert walks == {"Samsung Health": 6400, "Google Fit": 6100, "Android phone": 6000}


def test_an_app_without_a_word_on_devices_counts_as_what_it_usually_reads() -> None:
    walk = STEPS + ONE_WALK + ONE_WALK.replace(" 1 ", " 2 ") + ONE_WALK.replace(" 1 ", " - ")

    assert read(made(APPS + walk)).sources == [
        Source(Maker.WATCH, "Samsung Health"),
        Source(Maker.APP, "Example Steps"),
        Source(Maker.APP, "Health Connect"),
    ]
    assert read(made(walk)).sources == [Source(Maker.APP, "Health Connect")]


def test_an_app_without_a_name_is_called_by_its_package_or_not_at_all() -> None:
    apps = "application_info_table: row_id package_name\n1 com.example.steps\n2 -\n"
    walk = STEPS + ONE_WALK + ONE_WALK.replace(" 1 ", " 2 ")

    names = [source.name for source in read(made(apps + walk)).sources]
    assert names == ["com.example.steps", "an app without a name"]


def test_an_odd_letter_in_the_name_of_an_app_does_no_harm() -> None:
    walk = STEPS + ONE_WALK.replace(" 1 ", " 2 ")

    for letters, name in (("4669740b6e657373", "Fit ness"), ("4669ff74", "Fi\ufffdt")):
        wrong = f"UPDATE application_info_table SET app_name = CAST(x'{letters}' AS TEXT)"  # noqa: S608 - a test
        assert read(made(APPS + walk, wrong)).sources[0].name == name


def test_a_device_of_an_unknown_type_tells_nothing() -> None:
    devices = "device_info_table: row_id device_type\n1 99\n2 watch\n3 1\n"
    steps = STEPS.replace("app_info_id", "app_info_id device_info_id")
    walk = "2024-05-01T08:00:00+02:00 2024-05-01T08:10:00+02:00 7200 2 {} 640\n"

    for device, maker in (("1", Maker.APP), ("2", Maker.APP), ("3", Maker.WATCH), ("-", Maker.APP)):
        made_of = made(APPS + devices + steps + walk.format(device))
        assert read(made_of).sources == [Source(maker, "Example Steps")]


# Nights ------------------------------------------------------------------------------------------


def test_a_night_in_sessions_of_a_minute_is_one_night(tmp_path: Path) -> None:
    begun = datetime(2024, 5, 1, 21, 0, tzinfo=UTC)
    rows = [
        f"{number} {(begun + timedelta(minutes=number)).isoformat()} "
        f"{(begun + timedelta(minutes=number + 1)).isoformat()} 7200 2"
        for number in range(1, 421)
    ]
    text = APPS + SLEEP + "\n".join(rows)
    nights = stretches(read(made(text)), Kind.ASLEEP)
    path = tmp_path / "x.db"
    # In whatever order they come, the night is as long.
    path.write_bytes(made(APPS + SLEEP + "\n".join(random.Random(4).sample(rows, len(rows)))))

    assert [night.tenths for night in nights] == [4200]
    assert [(row.day, row.tenths) for row in gathered(path)] == [
        (date(2024, 5, 2).toordinal(), 4200)
    ]


def test_sessions_are_put_together_up_to_the_length_of_a_night() -> None:
    begun = datetime(2024, 5, 1, 21, 0, tzinfo=UTC)
    rows = [
        f"{number} {(begun + timedelta(hours=6 * number)).isoformat()} "
        f"{(begun + timedelta(hours=6 * number + 6)).isoformat()} 7200 2\n"
        for number in range(1, 7)
    ]

    nights = stretches(read(made(APPS + SLEEP + "".join(rows))), Kind.ASLEEP)
    assert [night.tenths for night in nights] == [10_800, 10_800]


def test_beyond_many_nights_it_is_not_known_which_have_stages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(health_connect_nights, "MOST_NIGHTS", 0)
    noted = read(export())

    assert not stretches(noted, Kind.IN_BED)
    assert len(stretches(noted, Kind.SLEEP_DEEP)) == 1


# Tables that are not as they were ----------------------------------------------------------------


def test_a_table_that_lacks_columns_is_read_as_far_as_it_goes() -> None:
    noted = read(
        made(
            "steps_record_table: start_time end_time count\n"
            "2024-05-01T08:00:00+02:00 2024-05-01T08:10:00+02:00 640\n"
            "heart_rate_record_series_table: epoch_millis beats_per_minute\n"
            "2024-05-01T08:00:00+02:00 70\n"
            "resting_heart_rate_record_table: time\n2024-05-01T08:00:00+02:00\n"
            "exercise_session_record_table: start_time end_time\n"
            "2024-05-01T08:00:00+02:00 2024-05-01T08:10:00+02:00\n"
        )
    )

    assert [type(seen) for seen in noted.seen] == [Stretch, Point, Session]
    (trouble,) = noted.troubles
    assert "resting_heart_rate_record_table, row 1: “None” cannot be." in trouble
    session = noted.seen[2]
    assert isinstance(session, Session)
    assert session.activity is Activity.OTHER


def test_a_database_without_records_is_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="holds no records"):
        read(made(STEPS))
    with pytest.raises(CannotRead, match="no export of Health Connect"):
        read(b"hello")
    noted = Noted()
    with pytest.raises(CannotRead, match="no export of Health Connect"):
        health_connect.read(InMemory({}), noted, choices=ExportChoices(), today=TODAY)


def test_names_of_tables_may_be_written_large() -> None:
    assert len(read(made(STEPS.upper() + ONE_WALK)).seen) == 1


def test_a_table_of_very_many_columns_is_no_trouble() -> None:
    columns = " ".join(f"c{number}" for number in range(1_900))
    text = f"{STEPS.strip()} {columns}\n{ONE_WALK.strip()} {'- ' * 1_900}\n"

    assert len(read(made(text)).seen) == 1


# Databases that mean no good ---------------------------------------------------------------------

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


def test_a_view_or_a_virtual_table_is_not_looked_into() -> None:
    noted = read(
        made(
            STEPS + ONE_WALK,
            f"CREATE VIEW resting_heart_rate_record_table AS {ENDLESS}",
            "CREATE VIRTUAL TABLE sleep_session_record_table USING fts5(start_time, end_time)",
        )
    )

    assert len(noted.seen) == 1
    assert not noted.troubles


def test_a_column_that_is_worked_out_is_as_good_as_missing() -> None:
    noted = read(
        made(
            STEPS + ONE_WALK,
            "CREATE TABLE exercise_session_record_table(start_time, end_time,"
            " exercise_type AS (length(zeroblob(900000000))))",
            "INSERT INTO exercise_session_record_table VALUES(1714550400000, 1714551000000)",
        )
    )

    session = noted.seen[1]
    assert isinstance(session, Session)
    assert session.activity is Activity.OTHER


def test_nothing_but_reading_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(export())
    with (
        look_at([path]) as look,
        health_connect_file.opened(look, look.members[0], lambda _: None) as database,
    ):
        for query in (
            "SELECT load_extension('x')",
            "SELECT randomblob(10)",
            f"ATTACH '{tmp_path / 'y.db'}' AS y",
            "PRAGMA journal_mode = WAL",
            "DELETE FROM steps_record_table",
            ENDLESS,
        ):
            with pytest.raises(sqlite3.Error):
                database._connection.execute(query)

    assert path.read_bytes() == export()
    assert list(tmp_path.iterdir()) == [path]


def test_what_goes_on_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_connect_file, "_STEPS_AT_LEAST", 0)
    monkeypatch.setattr(health_connect_file, "_STEPS_A_BYTE", 0)
    monkeypatch.setattr(health_connect_file, "_STEPS_BETWEEN_LOOKS", 100)

    noted = read(made(STEPS + ONE_WALK * 200))
    assert 0 < len(noted.seen) < 200
    assert noted.troubles == [f"{NAME}, steps_record_table: {health_connect_file.DAMAGED}"]


def test_a_parent_that_stands_there_many_times_ends_in_bounded_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(health_connect_file, "_STEPS_AT_LEAST", 100_000)
    raw = made(
        BEATS + "1 70 2024-05-01T08:00:00+02:00\n" * 500,
        "DROP TABLE heart_rate_record_table",
        "CREATE TABLE heart_rate_record_table(row_id, start_zone_offset, app_info_id)",
        "INSERT INTO heart_rate_record_table SELECT 1, 7200, 1 FROM heart_rate_record_series_table",
    )
    noted = read(raw)

    assert 0 < len(noted.seen) < 250_000
    assert any("damaged" in trouble for trouble in noted.troubles)


def test_a_database_larger_than_any_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_connect_file, "MOST_BYTES", 4_096)

    with pytest.raises(CannotRead, match="which no phone does"):
        read(export())


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> IO[bytes]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(CannotRead, match="no room on the disk"):
        read(made(STEPS + ONE_WALK))


# Damage ------------------------------------------------------------------------------------------


def many_walks(count: int = 2_000) -> str:
    begun = 1_714_550_400_000
    rows = [
        f"{begun + 60_000 * at} {begun + 60_000 * at + 60_000} 7200 1 {at % 90}\n"
        for at in range(count)
    ]
    return STEPS + "".join(rows)


def test_rows_before_and_behind_a_damaged_page_are_read() -> None:
    raw = bytearray(made(many_walks(), page_bytes=512))
    pages = len(raw) // 512
    for page in (pages // 3, pages // 3 + 1, pages // 2):
        raw[page * 512 : page * 512 + 512] = b"\xaa" * 512
    noted = read(bytes(raw))

    assert len(noted.seen) > 1_800
    damaged = f"{NAME}, steps_record_table: {health_connect_file.DAMAGED}"
    assert noted.troubles in ([damaged], [damaged] * 2, [damaged] * 3)


def test_a_table_damaged_at_its_root_is_told_and_the_others_are_read() -> None:
    raw = bytearray(
        made(many_walks() + "weight_record_table: weight\n1\n" + BEATS + "1 70 1714550400000\n")
    )
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(bytes(raw))
        ((root,),) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'steps_record_table'"
        )
        ((weight,),) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'weight_record_table'"
        )
    for page in (root, weight):
        raw[(page - 1) * 4096 : page * 4096] = b"\xaa" * 4096
    noted = read(bytes(raw))

    assert [type(seen) for seen in noted.seen] == [Point]
    assert len(noted.troubles) == 1
    assert not noted.without


def test_a_table_with_damage_everywhere_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_connect_file, "_MOST_DAMAGES", 2)
    raw = bytearray(made(many_walks(), page_bytes=512))
    for page in range(10, len(raw) // 512, 10):
        raw[page * 512 : page * 512 + 512] = b"\xaa" * 512
    noted = read(bytes(raw))

    assert len(noted.troubles) == 2


@pytest.mark.parametrize("tenth", [3, 5, 9])
def test_of_a_database_whose_end_is_missing_the_rows_before_it_are_read(tenth: int) -> None:
    raw = made(many_walks(), page_bytes=4096)
    cut = read(raw[: len(raw) * tenth // 10])

    assert set(cut.seen) < set(read(raw).seen)
    assert len(cut.seen) > 2_000 * (tenth - 2) // 10
    assert str(health_connect_file.DAMAGED) in "".join(cut.troubles)


def test_pages_that_point_in_a_circle_give_no_row_twice() -> None:
    raw = made(many_walks(), page_bytes=512)
    cut = read(raw[: len(raw) * 9 // 10])

    assert 1_000 < len(cut.seen) <= 2_000


@pytest.mark.parametrize("length", [16, 100, 600, 5_000, 60_000])
def test_a_database_cut_short_is_read_as_far_as_it_goes_or_refused(length: int) -> None:
    raw = made(many_walks())[:length]
    noted = Noted()
    try:
        noted = read(raw)
    except CannotRead as refusal:
        assert str(refusal).endswith(("the phone.",))  # noqa: PT017 - either answer is good
    assert length < 60_000 or noted.seen


def test_a_beginning_alone_is_no_database() -> None:
    look = InMemory({"export.db": b"SQLite format 3\0"})

    with (
        pytest.raises(CannotRead, match="database of the export is damaged"),
        health_connect_file.opened(look, look.members[0], lambda _: None),
    ):
        pass


def test_a_list_of_tables_that_makes_no_sense_is_refused() -> None:
    raw = made(STEPS + ONE_WALK).replace(b"CREATE TABLE steps", b"CREATE TABLE (((((")

    with pytest.raises(CannotRead, match="database of the export is damaged"):
        read(raw)


def test_a_member_that_breaks_off_while_it_is_searched_is_not_ours() -> None:
    class Broken(InMemory):
        def open(self, member: Member) -> IO[bytes]:  # noqa: ARG002 - as in `Look`
            raise CannotRead(health_connect_file.DAMAGED)

    assert not health_connect.recognises(Broken({"x": export()}))


# Against plain SQL -------------------------------------------------------------------------------


def test_days_are_those_that_plain_sql_adds_up(tmp_path: Path) -> None:
    chance = random.Random(11)
    begun = datetime(2024, 3, 1, tzinfo=UTC)
    steps, beats = [], []
    for app in (1, 2):
        for at in range(3_000):
            start = begun + timedelta(minutes=20 * at)
            east = 3600 if at < 1_500 else -14_400
            day = (start + timedelta(seconds=east)).date()
            end = start + timedelta(minutes=1)
            steps.append(
                f"{start.isoformat()} {end.isoformat()} {east} {day.toordinal() - EPOCH} {app} "
                f"{chance.randrange(200)}\n"
            )
            beats.append(f"{app} {chance.randrange(40, 180)} {start.isoformat()}\n")
    text = (
        APPS
        + "steps_record_table: start_time end_time start_zone_offset local_date app_info_id count\n"
        + "".join(steps)
        + "heart_rate_record_table: row_id start_zone_offset app_info_id\n1 3600 1\n2 3600 2\n"
        + "heart_rate_record_series_table: parent_key beats_per_minute epoch_millis\n"
        + "".join(beats)
    )
    path = tmp_path / "x.db"
    path.write_bytes(made(text))
    rows = gathered(path)
    named = {"Samsung Health": 1, "Example Steps": 2}
    with closing(sqlite3.connect(path)) as plain:
        summed = plain.execute(
            "SELECT app_info_id, local_date, sum(count) FROM steps_record_table GROUP BY 1, 2"
        ).fetchall()
        meant = plain.execute(
            "SELECT parent_key, (epoch_millis / 1000 + 3600) / 86400, count(*),"
            " CAST(sum(beats_per_minute) * 20 + count(*) AS INTEGER) / (2 * count(*))"
            " FROM heart_rate_record_series_table GROUP BY 1, 2"
        ).fetchall()

    assert sorted(
        (named[row.source.name], row.day - EPOCH, row.tenths // 10)
        for row in rows
        if row.kind is Kind.STEPS
    ) == sorted(summed)
    assert sorted(
        (named[row.source.name], row.day - EPOCH, row.made_of, row.tenths)
        for row in rows
        if row.kind is Kind.HEART_RATE
    ) == sorted(meant)


# Size --------------------------------------------------------------------------------------------


def test_a_long_history_is_read_in_the_memory_of_a_short_one() -> None:
    raw = made(BEATS + "1 70 1714550400000\n" * 20_000)

    class Deaf(Noted):
        def point(self, *_: object) -> None:
            pass

    told: list[int] = []
    tracemalloc.start()
    health_connect.read(
        InMemory({NAME: raw}),
        Deaf(),
        choices=ExportChoices(),
        today=TODAY,
        progress=told.append,
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 6_000_000
    assert len(told) > 3
    assert sum(told) == len(raw)
