"""Glucose: two units, two orders of the date, limits that are no numbers, and other clocks."""

from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import IO, TYPE_CHECKING

import pytest

from steadystep.core.observed import Kind, Point
from steadystep.importers import nightscout
from steadystep.importers.export import ExportChoices, Member
from steadystep.importers.gather import Gathering
from steadystep.importers.glucose import tenths_of
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.wall_clock import WallClock
from tests.importers.exports.diary_readings import read_as
from tests.importers.exports.garmin_readings import TODAY
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRE = "Device,Device Timestamp,Record Type,Historic Glucose {unit},Scan Glucose {unit}\n"
CLARITY = "Index,Timestamp (YYYY-MM-DDThh:mm:ss),Event Type,Glucose Value (mg/dL)\n"


def libre(*rows: str, unit: str = "mg/dL", choices: ExportChoices | None = None) -> Noted:
    raw = LIBRE.format(unit=unit) + "\n".join(rows) + "\n"
    return read_as("libreview", {"x": raw.encode()}, choices or ExportChoices())


def clarity(*rows: str) -> Noted:
    return read_as("clarity", {"x": (CLARITY + "\n".join(rows) + "\n").encode()})


def site(*entries: object) -> Noted:
    return read_as("nightscout", {"x": json.dumps(entries).encode()})


def entry(**more: object) -> dict[str, object]:
    return {"type": "sgv", "sgv": 118, "date": 1_773_439_200_000, "dateString": "", **more}


def values(noted: Noted) -> list[float]:
    return [seen.tenths / 10 for seen in noted.seen if isinstance(seen, Point)]


def times(noted: Noted) -> list[str]:
    return [
        datetime.fromtimestamp(seen.at, UTC).strftime("%Y-%m-%d %H:%M:%S")
        for seen in noted.seen
        if isinstance(seen, Point)
    ]


# Units -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mmol", "tenths"), [(5.6, 1009), (5.5, 991), (3.9, 703), (10.0, 1802), (22.2, 3999)]
)
def test_one_mmol_is_eighteen_and_a_bit(mmol: float, tenths: int) -> None:
    assert tenths_of(mmol, "mmol/L") == tenths


@pytest.mark.parametrize("value", [0, 0.4, 9.9, 1001, 1e300])
def test_what_no_blood_holds_is_none(value: float) -> None:
    assert tenths_of(value, "mg/dL") is None


def test_a_unit_that_is_not_told_is_asked_for() -> None:
    with pytest.raises(CannotRead, match="names no unit") as refusal:
        libre("F,13-03-2026 10:00,0,90,", unit="")
    assert refusal.value.flag == "--glucose"

    told = libre("F,13-03-2026 10:00,0,5.6,", unit="", choices=ExportChoices(glucose="mmol/L"))
    assert values(told) == [100.9]


def test_the_unit_in_the_header_is_surer_than_the_one_that_was_said() -> None:
    said = ExportChoices(glucose="mmol/L")

    assert values(libre("F,13-03-2026 10:00,0,90,", choices=said)) == [90]


@pytest.mark.parametrize("word", ["Low", "LO", "Niedrig", "bajo", "High", "HI", "hoch", "Alto"])
def test_limits_of_the_sensor_are_told_and_are_no_numbers(word: str) -> None:
    noted = libre(f"F,13-03-2026 10:00,0,{word},", "F,13-03-2026 10:05,0,90,")

    assert values(noted) == [90]
    assert sum(noted.without.values()) == 1
    assert any("are limits of the sensor" in guess for guess in noted.guesses)


@pytest.mark.parametrize("text", ["ten", "1e5", "-90", "9", "99999", "∞"])
def test_what_cannot_be_glucose_costs_its_row_alone(text: str) -> None:
    noted = libre(f"F,13-03-2026 10:00,0,{text},", "F,13-03-2026 10:05,0,90,")

    assert values(noted) == [90]
    assert noted.troubles[0].startswith(f"line 2: “{text}” cannot be a glucose value.")


def test_an_empty_cell_is_no_value_and_no_zero() -> None:
    noted = libre("F,13-03-2026 10:00,0,,", "F,13-03-2026 10:00,1,,90")

    assert values(noted) == [90]
    assert noted.troubles == []


# Dates -------------------------------------------------------------------------------------------


def test_the_order_of_day_and_month_is_looked_for_in_the_whole_file() -> None:
    rows = ["F,01-02-2026 10:00,0,90,"] * 3000
    last = "F,{},0,91,"

    assert times(libre(*rows, last.format("13-02-2026 10:00")))[0] == "2026-02-01 10:00:00"
    assert times(libre(*rows, last.format("02-13-2026 10:00 AM")))[0] == "2026-01-02 10:00:00"
    with pytest.raises(CannotRead) as refusal:
        libre(*rows)
    assert refusal.value.flag == "--dates"
    chosen = libre(*rows[:1], choices=ExportChoices(dates="mdy"))
    assert times(chosen) == ["2026-01-02 10:00:00"]


def test_rows_are_told_apart_by_their_kind_and_not_by_their_order() -> None:
    noted = libre(
        "F,14-03-2026 10:00,0,90,",
        "F,13-03-2026 10:00,0,91,",
        "F,13-03-2026 10:00,1,,92",
        "F,13-03-2026 10:00,2,,",
        "F,13-03-2026 10:00,9,,",
    )

    assert values(noted) == [90, 91, 92]
    assert noted.without == {"strip glucose": 1, "other rows": 1}


def test_a_table_may_have_its_header_twice_and_in_another_order() -> None:
    second = "Record Type,Scan Glucose mmol/L,Device Timestamp\n1,5.6,13-03-2026 11:00"
    noted = libre("F,13-03-2026 10:00,0,90,", second, "1,5.7")

    assert values(noted) == [90, 100.9]
    assert noted.troubles == ["line 5: There is no date. Add it."]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("13-03-2026 21:00", 75_600),
        ("13-03-2026 09:00 PM", 75_600),
        ("13-03-2026 12:00 am", 0),
        ("13-03-2026 12:30 p.m.", 45_000),
        ("13.03.2026, 07:05:09", 25_509),
        ("2026-03-13T07:05:09.123", 25_509),
        ("13. 3. 2026 7:05", 25_500),
        ("13-03-2026 9:00\u202fPM", 75_600),
    ],
)
def test_a_moment_is_read_as_clocks_show_it(text: str, seconds: int) -> None:
    moment = WallClock("dmy", TODAY).moment(text)

    assert isinstance(moment, int)
    assert moment % 86_400 == seconds
    assert datetime.fromtimestamp(moment, UTC).date().isoformat() == "2026-03-13"


@pytest.mark.parametrize(
    "text",
    [
        "", "13-03-2026", "13-03-2026 25:00", "13-03-2026 10:61", "13-03-2026 13:00 PM",
        "13-03-2026 0:00 AM", "13-03-2026 10:00:60", "31-02-2026 10:00", "13-03-1989 10:00",
        "25-11-2026 10:00", "noon", "13-03-2026 10:00 " + "x" * 300, "9" * 5000,
    ],
)  # fmt: skip
def test_a_moment_that_cannot_be_is_told(text: str) -> None:
    assert isinstance(WallClock("dmy", TODAY).moment(text), Sentence)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8th Dec 2021", "2021-12-08"),
        ("22nd January 2022", "2022-01-22"),
        ("1 Sept. 2023", "2023-09-01"),
        ("3rd mar, 2026", "2026-03-03"),
        ("2026-03-03", "2026-03-03"),
    ],
)
def test_a_day_is_read_as_people_say_it(text: str, day: str) -> None:
    ordinal = WallClock("ymd", TODAY).day(text)

    assert isinstance(ordinal, int)
    assert datetime.fromordinal(ordinal).date().isoformat() == day


@pytest.mark.parametrize("text", ["31st Feb 2026", "8th Foo 2021", "8th Dec 0000", "8th Dec"])
def test_a_day_that_is_in_no_calendar_is_told(text: str) -> None:
    assert isinstance(WallClock("ymd", TODAY).day(text), Sentence)


def test_an_hour_that_comes_twice_keeps_both_its_values() -> None:
    # Berlin, 26 October 2025: the hour from two to three comes twice.
    rows = [f"F,26-10-2025 02:{minute:02},0,{value}," for value in (90, 110) for minute in (5, 20)]
    noted = libre(*rows)
    into = Gathering()
    for seen in noted.seen:
        assert isinstance(seen, Point)
        into.point(Kind.GLUCOSE, into.source(*noted.sources[0]), seen.at, seen.offset, seen.tenths)

    assert [row.tenths for row in into.rows()] == [1000]


def test_an_hour_that_never_was_is_taken_as_the_clock_showed_it() -> None:
    noted = libre("F,29-03-2026 02:30,0,90,", "F,29-03-2026 03:30,0,91,")

    assert times(noted) == ["2026-03-29 02:30:00", "2026-03-29 03:30:00"]


# Clarity -----------------------------------------------------------------------------------------


def test_clarity_parts_day_and_time_by_a_t_or_by_a_blank() -> None:
    noted = clarity("1,2026-03-13T10:00:00,EGV,90", "2,2026-03-13 10:05:00,EGV,91")

    assert times(noted) == ["2026-03-13 10:00:00", "2026-03-13 10:05:00"]


def test_an_alert_is_no_value() -> None:
    noted = clarity("1,,Alert,251", "2,,Alert,64", "3,2026-03-13T10:00:00,EGV,90")

    assert values(noted) == [90]


def test_a_header_without_values_is_no_header() -> None:
    with pytest.raises(CannotRead, match="no glucose values"):
        clarity("1,,FirstName,", "2,,LastName,")


def test_a_row_that_the_table_cannot_read_is_told_where_it_stands() -> None:
    noted = clarity("1,2026-03-13T10:00:00,EGV,90", f"2,2026-03-13T10:05:00,EGV,{'9' * 140_000}")

    assert values(noted) == [90]
    assert noted.troubles[0].startswith("line 3: A cell is far too long.")


def test_a_quote_mark_left_open_above_the_header_swallows_it_and_is_answered() -> None:
    raw = f'Name,Dana\n"\n{CLARITY}{"x" * 140_000}"\n'
    with pytest.raises(CannotRead, match="no glucose values"):
        read_as("clarity", {"x": raw.encode()})


# Nightscout --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "at", "offset"),
    [
        ({"utcOffset": 120}, "2026-03-14 00:00:00", 7200),
        ({"utcOffset": -210}, "2026-03-13 18:30:00", -12_600),
        ({"utcOffset": 0}, "2026-03-13 22:00:00", 0),
        ({}, "2026-03-13 22:00:00", 0),
        ({"utcOffset": 9000}, "2026-03-13 22:00:00", 0),
        ({"utcOffset": "far"}, "2026-03-13 22:00:00", 0),
        ({"dateString": "2026-03-14T00:00:00+02:00"}, "2026-03-14 00:00:00", 7200),
        ({"date": None, "dateString": "2026-03-14T01:00:00.5+0300"}, "2026-03-14 01:00:00", 10_800),
        ({"date": "soon", "dateString": "2026-03-13T22:00:00Z"}, "2026-03-13 22:00:00", 0),
    ],
)
def test_an_entry_tells_its_moment_and_its_zone(
    more: dict[str, object], at: str, offset: int
) -> None:
    noted = site(entry(**more))

    assert times(noted) == [at]
    assert [seen.offset for seen in noted.seen if isinstance(seen, Point)] == [offset]
    assert any("stand in UTC" in guess for guess in noted.guesses) is (offset == 0)


@pytest.mark.parametrize(
    "more",
    [
        {"date": 0},
        {"date": None},
        {"date": [1]},
        {"date": 1e300},
        {"date": 4_000_000_000_000},
        {"date": None, "dateString": "1971-01-01T00:00:00Z"},
        {"date": None, "dateString": "2026-03-13T22:00:00"},
        {"date": None, "dateString": "0001-01-01T00:00:00+14:00"},
    ],
)
def test_an_entry_of_no_possible_time_is_told(more: dict[str, object]) -> None:
    noted = site(entry(**more), entry())

    assert values(noted) == [118]
    assert "no time that can be" in noted.troubles[0]


@pytest.mark.parametrize("sgv", [0, 5, 10, 38])
def test_codes_of_a_sensor_in_trouble_are_counted_and_left_out(sgv: int) -> None:
    noted = site(entry(sgv=sgv), entry(date=1_773_439_500_000, sgv=39))

    assert values(noted) == [39]
    assert noted.without == {"error codes of the sensor": 1}


@pytest.mark.parametrize("sgv", ["118", -1, 1001, True, [118]])
def test_a_value_that_is_no_number_is_told(sgv: object) -> None:
    noted = site(entry(sgv=sgv), entry())

    assert values(noted) == [118]
    assert len(noted.troubles) == 1


def test_an_entry_told_by_two_programs_counts_once() -> None:
    noted = site(entry(), entry(device="other", sgv=119), entry(type="mbg", mbg=120))

    assert values(noted) == [118]
    assert noted.without == {"entries told twice": 1, "finger-prick values": 1}


def test_entries_of_an_unknown_kind_are_counted() -> None:
    assert site(entry(type="thing"), entry()).without == {"other entries": 1}


def test_a_site_without_values_is_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="holds no entries of a sensor"):
        site(entry(type="mbg"))


def test_a_list_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    raw = json.dumps([entry(), entry(date=1_773_439_500_000)]).encode()
    noted = read_as("nightscout", {"x": raw[:-20]})

    assert values(noted) == [118]
    assert len(noted.troubles) == 1


def test_a_damaged_treatment_is_not_counted() -> None:
    raw = b'[{"eventType": "SMB", "created_at": "x"}, {"eventType": nothing}]'

    assert read_as("nightscout", {"x": raw}).without == {"treatments": 1}


def test_a_row_of_a_bare_table_that_cannot_be_read_is_told() -> None:
    good = b'"2026-03-13T22:00:00.000Z",1773439200000,118,"Flat"\n'
    noted = read_as("nightscout", {"x": good + b'"' + b"x" * 140_000 + b'"\n' + b"a,b\n" + good})

    assert values(noted) == [118]
    assert len(noted.troubles) == 2


def test_a_row_of_a_bare_table_without_a_value_is_left_out() -> None:
    rows = (
        b'"2026-03-13T22:00:00.000Z",1773439200000,118\n"2026-03-13T22:05:00.000Z",1773439500000,\n'
    )

    assert read_as("nightscout", {"x": rows}).without == {"entries without a value": 1}


class Endless(InMemory):
    """A list of very many entries that lies nowhere."""

    entries = 4_000

    @property
    def members(self) -> list[Member]:
        return [Member("entries.json", 2_000 * self.entries)]

    def head(self, member: Member, length: int = 4096) -> bytes:
        return self.open(member).read(length)

    def open(self, member: Member) -> IO[bytes]:  # noqa: ARG002 - there is one
        return Flowing(self.pieces())

    def pieces(self) -> Iterator[bytes]:
        yield b"["
        start = datetime(2024, 1, 1, tzinfo=UTC)
        for number in range(self.entries):
            at = (start + timedelta(minutes=5 * number)).timestamp() * 1000
            yield b'{"type":"sgv","sgv":%d,"date":%d,"utcOffset":60,"device":"%s"},' % (
                90 + number % 70,
                at,
                b"x" * 2_000,
            )
        yield b"]"


class Flowing(BytesIO):
    """Bytes as they come."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._held = b""

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = size or 0
        while len(self._held) < wanted and (piece := next(self._pieces, b"")):
            self._held += piece
        given, self._held = self._held[:wanted], self._held[wanted:]
        return given


def test_a_list_of_any_size_is_read_in_constant_memory() -> None:
    look = Endless({})
    counted = Counted()
    tracemalloc.start()
    nightscout.read(look, counted, choices=ExportChoices(), today=TODAY)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert counted.moments == Endless.entries
    # The list holds 8 megabytes; half a megabyte of it is looked at at once.
    assert peak < 5 << 20


class Counted(Noted):
    """Counts what it is handed."""

    moments = 0

    def point(self, kind: Kind, source: int, at: int, offset: int | None, tenths: int) -> None:  # noqa: ARG002 - counted only
        self.moments += 1
