"""Google Fit: days, quarters of hours and sessions; never a place."""

from __future__ import annotations

import json
import tarfile
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from steadystep.core.observed import Activity, Daily, Kind, Point, Session, Stretch
from steadystep.importers.export import ExportChoices
from steadystep.importers.gather import Gathering
from steadystep.importers.reading import CannotRead
from steadystep.importers.takeout import google_fit
from tests.importers.exports.fitbit_readings import read_with
from tests.importers.exports.garmin_readings import TODAY, files_of
from tests.importers.exports.noted import InMemory, Noted
from tests.importers.exports.test_fitbit import DATA, Breaking

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS: Final = "Date,Move Minutes count,Calories (kcal),Step count\n"
QUARTERS: Final = "Start time,End time,Calories (kcal),Average heart rate (bpm),Step count\n"
WALKED: Final = {"days.csv": (DAYS + "2024-05-01,5,1,100\n").encode()}


def read(files: Mapping[str, bytes]) -> Noted:
    return read_with(google_fit, files)


def session(**more: object) -> bytes:
    walk = {
        "fitnessActivity": "walking",
        "startTime": "2024-05-01T08:00:00.000Z",
        "endTime": "2024-05-01T08:06:00.000Z",
    }
    return json.dumps(walk | more).encode()


def sessions(noted: Noted) -> list[Session]:
    return [one for one in noted.seen if isinstance(one, Session)]


def test_the_days_sum_and_its_quarters_are_not_added() -> None:
    with Gathering() as gathering:
        google_fit.read(
            InMemory(files_of("google_fit")), gathering, choices=ExportChoices(), today=TODAY
        )
        steps = {
            date.fromordinal(row.day).isoformat(): (row.tenths, row.whole)
            for row in gathering.rows()
            if row.kind is Kind.STEPS
        }

    assert steps == {
        "2024-03-30": (41_000, True),
        "2024-03-31": (750, True),
        "2024-04-02": (14_900, True),
        "2024-04-03": (4_000, False),
    }


def test_the_last_day_is_cut_short_wherever_it_stands() -> None:
    rows = "2024-05-03,5,1,300\n2024-05-01,5,1,100\n2024-05-02,5,1,200\n"
    noted = read({"days.csv": (DAYS + rows).encode()})
    steps = [one for one in noted.seen if isinstance(one, Daily) and one.kind is Kind.STEPS]

    assert sorted((one.tenths, one.whole) for one in steps) == [
        (1000, True),
        (2000, True),
        (3000, False),
    ]


@pytest.mark.parametrize(
    "row", ["soon,5,1,100", "2024-05-02,5,1,-3", "2024-05-02,lots,1,3", "2039-05-02,5,1,3"]
)
def test_a_day_that_cannot_be_is_told_and_the_others_are_read(row: str) -> None:
    noted = read({"days.csv": (DAYS + "2024-05-01,5,1,100\n" + row + "\n").encode()})

    assert len(noted.seen) == 2
    assert len(noted.troubles) == 1


def test_a_table_without_active_minutes_and_with_short_lines_is_read() -> None:
    rows = '2024-05-01,1,100\n2024-05-02,1\n2024-05-03,1,"7\n'
    noted = read({"days.csv": f"Date,Calories (kcal),Nombre de pas,Poids\n{rows}".encode()})

    assert [one.tenths for one in noted.seen if isinstance(one, Daily)] == [1000]
    assert noted.without == {"days on which nothing was counted": 2}
    assert len(noted.troubles) == 1


def test_on_the_night_when_clocks_go_back_both_hours_are_kept() -> None:
    rows = (
        "02:45:00.000+02:00,02:00:00.000+01:00,1,,10\n02:45:00.000+01:00,03:00:00.000+01:00,1,,20\n"
    )
    noted = read({"2024-10-27.csv": (QUARTERS + rows).encode()})

    assert [
        (one.end - one.start, one.offset) for one in noted.seen if isinstance(one, Stretch)
    ] == [
        (900, 7200),
        (900, 3600),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "noon,02:15:00.000,1,,10",
        "02:00:00.000,,1,,10",
        "02:00:00.000,02:15:00.000,1,fast,10",
        "02:00:00.000,02:15:00.000,1,,ten",
        '02:00:00.000,"02:15',
    ],
)
def test_a_quarter_that_cannot_be_is_told(row: str) -> None:
    good = "08:00:00.000,08:15:00.000,1,70,5\n08:15:00.000,08:15:00.000,1,5,5\n"
    noted = read({"2024-05-01.csv": (QUARTERS + good + row + "\n").encode()})

    assert [type(one) for one in noted.seen] == [Stretch, Point]
    assert noted.troubles


@pytest.mark.parametrize("name", ["renamed.csv", "2039-05-01.csv"])
def test_a_file_that_lost_its_day_is_told(name: str) -> None:
    quarter = (QUARTERS + "08:00:00.000,08:15:00.000,1,,5\n").encode()
    noted = read(WALKED | {name: quarter})

    assert len(noted.troubles) == 1
    assert not any(isinstance(one, Stretch) for one in noted.seen)


def test_a_quarter_may_tell_no_steps_column_for_heart_rate() -> None:
    head = "Start time,End time,Calories (kcal),Max heart rate (bpm),Step count\n"
    noted = read({"2024-05-01.csv": (head + "08:00:00.000,08:15:00.000,1,99,5\n").encode()})

    assert [type(one) for one in noted.seen] == [Stretch]


def test_a_session_in_utc_without_any_zone_is_told() -> None:
    noted = read({"walk.json": session()})

    assert [(one.start, one.offset) for one in sessions(noted)] == [(1_714_550_400, None)]
    assert "The export names no time zone. Times are taken as they are, in UTC." in noted.guesses


def test_a_session_with_its_own_offset_keeps_it() -> None:
    walk = session(
        startTime="2024-05-01T10:00:00.000+02:00",
        endTime="2024-05-01T10:06:00.000+02:00",
        aggregate=[
            7,
            {"metricName": "x"},
            {"metricName": "com.google.step_count.delta", "intValue": 600},
        ],
    )
    (walked,) = sessions(read({"walk.json": walk}))

    assert (walked.start, walked.offset, walked.steps) == (1_714_557_600, 7200, 600)


@pytest.mark.parametrize("steps", ["many", None, -4])
def test_a_session_without_a_number_of_steps_is_still_one(steps: object) -> None:
    parts = [{"metricName": "com.google.step_count.delta", "intValue": steps}]
    (walked,) = sessions(read({"walk.json": session(aggregate=parts)}))

    assert (walked.activity, walked.steps) == (Activity.WALK, None)


@pytest.mark.parametrize(
    "raw",
    [
        session(startTime="then"),
        session(endTime="then"),
        session(endTime="2024-05-01T08:00:00.000Z"),
        session()[:-1],
        b'["fitnessActivity"]',
        b'{"fitnessActivity":' + b"[" * 5000,
        session(more="x" * (1 << 20)),
    ],
)
def test_a_session_that_cannot_be_is_told(raw: bytes) -> None:
    noted = read(WALKED | {"walk.json": raw})

    assert sessions(noted) == []
    assert len(noted.troubles) == 1


def track(*laps: str, sport: str = "Walking", end: str = "</Activity>") -> bytes:
    return f'<TrainingCenterDatabase><Activity Sport="{sport}">{"".join(laps)}{end}'.encode()


def lap(start: str = "2024-05-01T08:00:00Z", seconds: str = "60.5") -> str:
    return f'<Lap StartTime="{start}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds></Lap>'


def test_a_track_is_as_long_as_its_laps() -> None:
    noted = read(WALKED | {"a.tcx": track(lap(), lap("2024-05-01T09:00:00Z", "1.2.3"))})
    (walked,) = sessions(noted)

    assert (walked.activity, walked.end - walked.start) == (Activity.WALK, 60)


def test_a_track_of_many_places_is_read_in_constant_memory() -> None:
    places = "<LatitudeDegrees>41.9</LatitudeDegrees>" * 20_000
    noted = read(WALKED | {"a.tcx": track(lap(), places, lap("x", "30"))})

    assert [one.end - one.start for one in sessions(noted)] == [90]


@pytest.mark.parametrize(
    "raw", [track(lap(), end=""), track(), track(lap("then")), track(lap(seconds="9999999"))]
)
def test_a_track_that_cannot_be_is_told(raw: bytes) -> None:
    noted = read(WALKED | {"a.tcx": raw})

    assert sessions(noted) == []
    assert len(noted.troubles) == 1


def test_an_end_of_a_track_without_a_beginning_is_nothing() -> None:
    raw = b"<TrainingCenterDatabase></Activity>"

    assert read(WALKED | {"a.tcx": raw}).troubles == []
    assert not google_fit.recognises(InMemory({"a.tcx": raw}))


def test_an_export_with_nothing_of_use_is_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="holds nothing of use"):
        read({"days.csv": (DAYS + "2024-05-01,,,0\n").encode()})


def test_a_file_that_does_not_unpack_costs_no_other() -> None:
    noted = Noted()
    files = WALKED | {"bad.csv": WALKED["days.csv"], "bad.json": session()}
    google_fit.read(Breaking(files), noted, choices=ExportChoices(), today=TODAY)

    assert noted.troubles == ["bad.csv: It does not unpack.", "bad.json: It does not unpack."]
    assert len(noted.seen) == 2


@pytest.mark.parametrize(
    ("file", "days"), [("dailySummaries_en.csv", 805), ("dailySummaries_fr.csv", 394)]
)
def test_real_days_are_read_without_a_word_of_trouble(file: str, days: int) -> None:
    path = DATA / "google_fit" / file
    if not path.exists():
        pytest.skip("no real export here")
    noted = read({file: path.read_bytes()})

    assert noted.troubles == []
    assert sum(isinstance(one, Daily) and one.kind is Kind.STEPS for one in noted.seen) == days


def test_real_quarters_add_up_to_the_real_days() -> None:
    root = DATA / "myaiguide/raw/Participant1/GoogleFitData/smartphone1/dailyAggregations"
    packed, summaries = root / "intraday_15min_scrubbed.tar.gz", root / "dailySummaries.csv"
    if not packed.exists():
        pytest.skip("no real export here")
    with tarfile.open(packed) as tar:
        files = {
            member.name: tar.extractfile(member).read()  # type: ignore[union-attr]
            for member in tar.getmembers()[:100]
            if member.isfile()
        }
    quarters = rows_of_steps(files)
    days = rows_of_steps({"days.csv": summaries.read_bytes()})
    alike = [day for day in quarters if day in days and abs(quarters[day] - days[day]) <= 20]

    assert len(quarters) > 60
    assert len(alike) > 0.9 * len(quarters)


def rows_of_steps(files: Mapping[str, bytes]) -> dict[int, int]:
    with Gathering() as gathering:
        google_fit.read(InMemory(files), gathering, choices=ExportChoices(), today=TODAY)
        assert gathering.found().unreadable == 0
        return {row.day: row.tenths for row in gathering.rows() if row.kind is Kind.STEPS}
