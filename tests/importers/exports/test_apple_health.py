"""Exports of Apple Health, as people have them."""

from __future__ import annotations

import csv
import io
import os
import tracemalloc
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from steadystep.core.observed import Activity, Daily, Kind, Maker, Point, Session, Stretch
from steadystep.importers import apple_health
from steadystep.importers.apple_health import kinds as apple_health_kinds
from steadystep.importers.apple_health import parts as apple_health_parts
from steadystep.importers.apple_health import records as apple_health_records
from steadystep.importers.apple_health.parts import About, Part, read_part
from steadystep.importers.apple_health.sources import source_of
from steadystep.importers.apple_health.times import Zones
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import CannotRead
from tests.importers.exports.apple_health_readings import (
    FIXTURE,
    GOLDEN,
    HEAD,
    TAIL,
    TODAY,
    export,
    in_words,
    read,
    record,
)
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from steadystep.importers.export import Member

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[3].parent / "shared" / "data")
)
ROUTE = b'<?xml version="1.0"?><gpx><trkpt lat="1" lon="2"/></gpx>'
CLINICAL = b'<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"/>'
SLEEP = "CategoryTypeIdentifierSleepAnalysis"
STEPS = "QuantityTypeIdentifierStepCount"


def test_the_invented_export_reads_as_it_is_written_down() -> None:
    assert in_words(read(FIXTURE.read_bytes())) == GOLDEN.read_text(encoding="utf-8")


# What is an export ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [
        {"export.xml": export()},
        {"what my phone sent": export()},
        {
            "apple_health_export/export.xml": export(),
            "apple_health_export/export_cda.xml": CLINICAL,
        },
        {"apple_health_export/导出.xml": export(), "a/workout-routes/route.gpx": ROUTE},
        {"Exportación.xml": b"\xef\xbb\xbf\n\n<HealthData locale='es_ES'>"},
    ],
)
def test_an_export_is_known_by_what_it_says_of_itself(files: dict[str, bytes]) -> None:
    assert apple_health.recognises(InMemory(files))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"export.xml": CLINICAL},
        {"export.xml": b"<HealthDataSet/>"},
        {"export.xml": b"date,pain\n"},
        {"notes.txt": export(), "route.gpx": ROUTE},
    ],
)
def test_a_file_with_the_name_of_an_export_is_none(files: dict[str, bytes]) -> None:
    look = InMemory(files)
    assert not apple_health.recognises(look)
    with pytest.raises(CannotRead, match="no export of Apple Health"):
        apple_health.read(look, Noted(), choices=ExportChoices(), today=TODAY)


class Watched(InMemory):
    """An export in memory that says what was opened of it."""

    opened: list[str]

    def head(self, member: Member, length: int = 4096) -> bytes:
        self.opened.append(member.name)
        return super().head(member, length)

    def open(self, member: Member) -> IO[bytes]:
        self.opened.append(member.name)
        return super().open(member)


def test_routes_are_never_opened_and_progress_adds_up_all_the_same() -> None:
    files = {"a/export.xml": export(record()), "a/export_cda.xml": CLINICAL, "a/r.gpx": ROUTE}
    look = Watched(files)
    object.__setattr__(look, "opened", [])
    told: list[int] = []

    apple_health.read(look, Noted(), choices=ExportChoices(), today=TODAY, progress=told.append)

    assert "a/r.gpx" not in look.opened
    assert sum(told) == look.size


def test_of_two_exports_the_larger_is_read() -> None:
    noted = Noted()
    files = {"old/export.xml": export(record()), "new/export.xml": export(record(), record())}

    apple_health.read(InMemory(files), noted, choices=ExportChoices(), today=TODAY)

    assert len(noted.seen) == 2
    assert noted.without == {"another, smaller export.xml": 1}


def test_an_export_without_records_is_refused() -> None:
    with pytest.raises(CannotRead, match="holds no records"):
        read(export())


def test_a_day_of_export_that_is_no_day_is_not_used() -> None:
    rings = b' <ActivitySummary dateComponents="2024-06-01" appleExerciseTime="9"/>\n'
    known, unknown = export(rings), export(rings).replace(b"2024-06-01 18", b"2024-06-31 18")

    assert [seen.whole for seen in read(known).seen if isinstance(seen, Daily)] == [False]
    assert [seen.whole for seen in read(unknown).seen if isinstance(seen, Daily)] == [True]


# What is inside ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "device", "source"),
    [
        ("Dana’s Apple\u00a0Watch", "", (Maker.WATCH, "Apple Watch")),
        ("iPhone von Dana", "", (Maker.PHONE, "iPhone")),
        ("OURA", "", (Maker.RING, "Oura")),
        ("Health", "", (Maker.BY_HAND, "Health")),
        ("Dana", "", (Maker.APP, "App 744")),
        (
            "Dana",
            "<<HKDevice: 0x1>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:W>",
            (Maker.WATCH, "Apple Watch 744"),
        ),
        ("Dana", "<<HKDevice: 0x1>, manufacturer:Apple, model:Vision>", (Maker.APP, "App 744")),
    ],
)
def test_a_source_keeps_no_name_of_a_person(
    name: str, device: str, source: tuple[Maker, str]
) -> None:
    assert source_of(name, device) == source


def test_two_apps_that_are_not_known_stay_two() -> None:
    assert source_of("Step App One", "") != source_of("Step App Two", "")


def test_entities_of_the_definitions_are_never_put_in() -> None:
    secret = Path(__file__).as_uri()
    raw = export(record(source="&secret;"), record(value="&seventy;"), record()).replace(
        b"<!ELEMENT",
        f'<!ENTITY secret SYSTEM "{secret}"><!ENTITY seventy "70"><!ELEMENT'.encode(),
    )

    noted = read(raw)

    assert [seen.tenths for seen in noted.seen if isinstance(seen, Point)] == [720, 720]
    assert [source.name for source in noted.sources] == ["App 248", "Apple Watch"]
    assert "“&seventy;” cannot be HeartRate" in noted.troubles[0]


def test_a_billion_laughs_are_not_told() -> None:
    laughs = b'<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY a%d "&a%d;&a%d;&a%d;">' % (each, each - 1, each - 1, each - 1)
        for each in range(1, 40)
    )
    noted = read(export(record(source="&a39;")).replace(b"<!ELEMENT", laughs + b"<!ELEMENT"))
    assert len(noted.seen) == 1


@pytest.mark.parametrize(
    ("written", "at", "offset"),
    [
        ("2024-05-01 10:00:00 +0100", 36_000, 3_600),
        ("2024-05-01 10:00:00 +05:45", 36_000, 20_700),
        ("2024-05-01T10:00:00Z", 36_000, 0),
        ("2024-05-01 10:00:00.123", 36_000, None),
        ("2024-05-01 12:00:00 AM -0930", 0, -34_200),
        ("2024-05-01 12:30:00\u202fp.m. +0000", 45_000, 0),
    ],
)
def test_dates_are_read_as_phones_write_them(written: str, at: int, offset: int | None) -> None:
    seen = read(export(record(start=written, end=written))).seen[0]
    assert isinstance(seen, Point)
    assert (seen.at % 86_400, seen.offset) == (at, offset)


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "",
        "2024-02-30 10:00:00 +0100",
        "2024-05-0x 10:00:00 +0100",
        "2024-05-01 10:00:00 01:00",
        "2024-05-01 24:00:00 +0100",
        "2024-05-01 10:60:00 +0100",
        "2024-05-01 10:00:60 +0100",
        "2024-05-01 13:00:00 PM +0100",
        "2024-05-01 10:00:00 +1500",
        "2024-05-01 10:00:00 +0160",
        "1989-12-31 10:00:00 +0100",
        "2026-11-24 10:00:00 +0100",
    ],
)
def test_a_date_that_cannot_be_is_said_and_the_next_record_is_read(written: str) -> None:
    noted = read(export(record(start=written), record(end=written), record()))
    # The end of a moment is looked at where it is not in its usual place.
    assert 1 <= len(noted.seen) <= 2
    assert len(noted.troubles) == 3 - len(noted.seen)
    assert noted.troubles[0].startswith(f"export.xml, byte {len(HEAD) + 1}: ")


def test_an_offset_out_of_its_place_is_none() -> None:
    zones = Zones(b'" endDate="')
    assert zones[b'+0100" endDate="'] == 3_600
    for text in b'+01000" endDate=', b'+0100" endDate="x':
        with pytest.raises(ValueError, match=r"^$"):
            zones[text]


def test_tomorrow_is_a_day_somewhere() -> None:
    assert len(read(export(record(start="2026-11-23 10:00:00 +1400"))).seen) == 1


@pytest.mark.parametrize("kind", [STEPS, SLEEP])
@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("2024-05-02 10:00:00 +0100", "2024-05-02 10:00:00 +0200", "ends before it begins"),
        ("2024-05-01 10:00:00 +0100", "2024-05-02 11:00:01 +0100", "longer than a day"),
    ],
)
def test_a_stretch_that_cannot_be_is_said(kind: str, start: str, end: str, why: str) -> None:
    noted = read(export(record(kind, start, end, "9", "count")))
    assert not noted.seen
    assert why in noted.troubles[0]


def test_the_night_when_clocks_change_is_as_long_as_it_was() -> None:
    back = record(SLEEP, "2024-10-27 01:30:00 +0200", "2024-10-27 02:30:00 +0100", "1", None)
    forth = record(SLEEP, "2024-03-31 01:30:00 +0100", "2024-03-31 03:30:00 +0200", "1", None)
    assert [
        seen.tenths for seen in read(export(back, forth)).seen if isinstance(seen, Stretch)
    ] == [
        1_200,
        600,
    ]


def test_two_zones_in_a_day_keep_the_clock_on_the_wall() -> None:
    there = record(STEPS, "2024-05-01 09:00:00 -0500", "2024-05-01 09:10:00 -0500", "9", "count")
    here = record(STEPS, "2024-05-01 22:00:00 +0100", "2024-05-01 22:10:00 +0100", "9", "count")
    seen = [each for each in read(export(there, here)).seen if isinstance(each, Stretch)]
    assert [(each.start % 86_400 // 3_600, each.offset) for each in seen] == [
        (9, -18_000),
        (22, 3_600),
    ]


@pytest.mark.parametrize(
    ("unit", "value", "glucose", "tenths"),
    [
        ("mg/dL", "99", None, 990),
        ("mmol&lt;180.1558800000541&gt;/L", "5,5", None, 991),
        (None, "5.5", "mmol/L", 991),
        (None, "99", "mg/dL", 990),
    ],
)
def test_glucose_is_in_its_unit_or_in_that_the_person_named(
    unit: str | None, value: str, glucose: str | None, tenths: int
) -> None:
    raw = export(record("QuantityTypeIdentifierBloodGlucose", value=value, unit=unit))
    noted = read(raw, glucose=glucose)  # type: ignore[arg-type]
    assert [seen.tenths for seen in noted.seen if isinstance(seen, Point)] == [tenths]


def test_a_unit_that_is_not_known_is_never_guessed() -> None:
    glucose = record("QuantityTypeIdentifierBloodGlucose", value="99", unit=None)
    heart = record(unit="furlong")
    assert [trouble.partition(": ")[2] for trouble in read(export(glucose, heart)).troubles] == [
        "“” is no unit of BloodGlucose that is known here. It was left out.",
        "“furlong” is no unit of HeartRate that is known here. It was left out.",
    ]


def test_a_record_without_a_type_or_without_an_end_is_cut_short() -> None:
    noted = read(export(b' <Record type=""/>', record(), b' <Record type="HKQuan'))
    assert len(noted.seen) == 1
    assert [trouble.partition(": ")[2] for trouble in noted.troubles] == [
        "The record is cut short. Export again from the Health app."
    ] * 2


def test_elements_whose_names_go_on_are_not_ours() -> None:
    raw = export(b'<RecordOfMine startDate="x"/>', b"<WorkoutPlan/>", record())
    assert not read(raw).troubles


def test_a_file_cut_in_the_middle_is_read_up_to_there() -> None:
    raw = export(record(), record(), record())
    noted = read(raw[: raw.rindex(b"value")])
    assert len(noted.seen) == 2
    assert [trouble.partition(": ")[2] for trouble in noted.troubles] == [
        "The record is cut short. Export again from the Health app.",
        "The file ends early. All before was read. Export again from the Health app.",
    ]


def test_a_workout_is_cut_short_too() -> None:
    noted = read(export(b' <Workout workoutActivityType="HK', b' <Workout startDate="x"/>'))
    assert len(noted.troubles) == 2


def test_numbers_of_a_workout_that_cannot_be_are_as_good_as_missing() -> None:
    workout = (
        b' <Workout startDate="2024-05-01 10:00:00 +0100" endDate="2024-05-01 10:10:00 +0100">'
        b'<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="9999"/>'
        b'<WorkoutStatistics type="HKQuantityTypeIdentifierStepCount"/>'
        b'<WorkoutStatistics type="HKQuantityTypeIdentifierOther" sum="1"/>'
        b'<WorkoutStatistics type="HKQuanti'
    )
    (seen,) = read(export(workout + b"</Workout>")).seen
    assert isinstance(seen, Session)
    assert (seen.activity, seen.heart_rate, seen.steps) == (Activity.OTHER, None, None)


def test_rings_without_minutes_are_left_out_and_without_a_day_said() -> None:
    noted = read(export(b'<ActivitySummary dateComponents="2024-05-01"/>', b"<ActivitySummary />"))
    assert noted.without == {"ActivitySummary without minutes": 1}
    assert noted.troubles[0].endswith("“” is no day. Export again from the Health app.")


def group(*elements: bytes) -> bytes:
    return b"<Correlation type='Food'>" + b"".join(elements) + b"</Correlation>"


def test_a_group_repeats_what_stands_outside_of_it() -> None:
    workout = b' <Workout startDate="x"/>'
    assert len(read(export(record(), group(record(), workout), group(record()))).seen) == 1
    assert len(read(export(group(record()), record())).seen) == 1
    assert not read(export(group(workout), record())).troubles


def test_a_group_that_never_ends_takes_no_record_with_it() -> None:
    opened, ends = b"<Correlation type='Food'>", b"</Correlation>"
    assert len(read(export(opened, record())).seen) == 1
    assert len(read(export(opened, record(), opened, record(), ends)).seen) == 1
    assert len(read(export(b"<Correlation type='Food'/>", record(), ends)).seen) == 1


@pytest.mark.parametrize("chunk", [50, 300, 1_000])
@pytest.mark.parametrize("longest", [500, 4_000])
def test_a_group_larger_than_what_is_read_at_once_is_one_group(
    monkeypatch: pytest.MonkeyPatch, chunk: int, longest: int
) -> None:
    monkeypatch.setattr(apple_health_parts, "READ_BYTES", chunk)
    monkeypatch.setattr(apple_health_parts, "LONGEST_ELEMENT", longest)
    raw = export(record(), group(record(), record(), record()), record())
    # A group that holds more than any of Apple's is taken for a mistake.
    assert len(read(raw).seen) == (2 if longest == 4_000 else 5)


def test_a_part_of_a_file_on_the_disk_begins_where_it_is_told_to(tmp_path: Path) -> None:
    raw = export(*[record(value=str(50 + each)) for each in range(20)])
    file = tmp_path / "export.xml"
    file.write_bytes(raw)
    about = About("export.xml", ExportChoices(), TODAY, None)
    noted, told = Noted(), list[int]()
    for part in Part(0, 1_500), Part(1_500, None):
        with file.open("rb") as stream:
            read_part(stream, part, about, noted, told.append)
    assert [each.tenths for each in noted.seen if isinstance(each, Point)] == list(
        range(500, 700, 10)
    )
    assert sum(told) == len(raw)


def test_a_part_of_what_comes_out_of_a_zip_is_reached_by_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(apple_health_parts, "LONGEST_ELEMENT", 500)
    raw = export(*[record(value=str(50 + each)) for each in range(20)])
    about = About("export.xml", ExportChoices(), TODAY, None)
    noted = Noted()
    for part in Part(0, 3_500), Part(3_500, None):
        stream = Endless(raw, b"", 0, b"")
        read_part(stream, part, about, noted, lambda _: None)  # type: ignore[arg-type]
    assert len(noted.seen) == 20


def test_a_record_of_a_moment_is_read_by_its_attributes_too() -> None:
    loose = record().replace(b" creationDate", b" createdAt")
    steps = record(STEPS, value="9", unit="count").replace(b" creationDate", b" createdAt")
    sleep = record(SLEEP, value="3", unit=None).replace(b" creationDate", b" createdAt")
    seen = [type(each) for each in read(export(loose, steps, sleep)).seen]
    assert seen == [Point, Stretch, Stretch]


# Bounds -----------------------------------------------------------------------------------------


class Endless(io.RawIOBase):
    """A beginning, very much of one text, and an end; it cannot be sought in."""

    def __init__(self, begin: bytes, text: bytes, times: int, end: bytes) -> None:
        super().__init__()
        self._left = [end, *[text] * times, begin]

    def read(self, size: int = -1) -> bytes:
        piece = self._left.pop() if self._left else b""
        if len(piece) > size:
            self._left.append(piece[size:])
        return piece[:size]


@pytest.mark.parametrize(
    ("begin", "text"),
    [
        (HEAD, b"no element here " * 16_384),
        (HEAD + b' <Record type="', b"x" * 262_144),
        (HEAD + b"<Workout ", b"<WorkoutEvent type='x'/>" * 8_192),
        (HEAD + b"<Correlation a='1'>", record() * 500),
        (HEAD + b"<Record ", b'a="b" ' * 32_768),
    ],
)
def test_nothing_grows_beyond_its_bound(begin: bytes, text: bytes) -> None:
    stream = Endless(begin, text, 24, record() + TAIL)
    noted = Noted()
    noted.point = lambda *_: None  # type: ignore[method-assign]
    tracemalloc.start()

    about = About("export.xml", ExportChoices(), TODAY, None)
    assert read_part(stream, Part(0, None), about, noted, lambda _: None)  # type: ignore[arg-type]

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000
    assert not [trouble for trouble in noted.troubles if "early" in trouble]


def test_what_is_remembered_is_forgotten_before_it_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health_records, "_MOST_PLANS", 2)
    monkeypatch.setattr(apple_health_kinds, "_MOST_REMEMBERED", 2)
    rows = [record(value=str(50 + each), source=f"App {each}") for each in range(9)]
    assert len(read(export(*rows)).seen) == 9


def test_very_many_types_are_counted_as_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apple_health_records, "_MOST_NAMES", 2)
    rows = [record(f"QuantityTypeIdentifierOdd{each % 5}") for each in range(10)]
    loose = [row.replace(b"creationDate", b"createdAt") for row in rows]
    assert read(export(*rows, *loose)).without == {"Odd0": 4, "Odd1": 4, "other records": 12}


# Real exports, where they are at hand -----------------------------------------------------------


def test_a_real_sample_reads_as_another_program_read_it() -> None:
    folder = DATA / "apple_health"
    if not folder.is_dir():
        pytest.skip("no real exports here")

    noted = read((folder / "export6s3sample_ios9.xml").read_bytes())

    with (folder / "expected_StepCount.csv").open(encoding="utf-8") as file:
        steps = [int(row["value"]) * 10 for row in csv.DictReader(file)]
    assert [s.tenths for s in noted.seen if isinstance(s, Stretch)] == steps
    with (folder / "expected_ActivitySummary.csv").open(encoding="utf-8") as file:
        minutes = [int(row["appleExerciseTime"]) * 10 for row in csv.DictReader(file)]
    assert [s.tenths for s in noted.seen if isinstance(s, Daily)] == minutes
    with (folder / "expected_DistanceWalkingRunning.csv").open(encoding="utf-8") as file:
        assert noted.without == {"DistanceWalkingRunning": len(list(csv.DictReader(file)))}
    sessions = [each for each in noted.seen if isinstance(each, Session)]
    assert [(each.end - each.start) // 60 for each in sessions] == [31]
    assert not noted.troubles
    assert {source.name for source in noted.sources} <= {"Health", "Apple Watch", "Apple Health"}


def test_every_real_sample_is_known_and_read_whole() -> None:
    samples = sorted((DATA / "apple_health").glob("*.xml"))
    if not samples:
        pytest.skip("no real exports here")

    for sample in samples:
        raw = sample.read_bytes()
        assert apple_health.recognises(InMemory({"x": raw}))
        noted = read(raw)
        kinds = {each.kind for each in noted.seen if not isinstance(each, Session)}
        assert kinds <= {Kind.STEPS, Kind.ACTIVE_MINUTES, Kind.HEART_RATE}
        assert not noted.troubles
