"""Exports of Fitbit: each thing once, on the person's own clock, and no name with it."""

from __future__ import annotations

import json
import os
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from steadystep.core.observed import Daily, Kind, Maker, Point, Session, Stretch
from steadystep.importers.export import ExportChoices
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.takeout import fitbit
from tests.importers.exports.fitbit_readings import READERS, read_with, reading_of
from tests.importers.exports.garmin_readings import FIXTURES, TODAY, files_of
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from typing import IO

    from steadystep.importers.export import ExportReader, Member

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[3].parent / "shared" / "data")
)
NIGHT: Final = {
    "dateOfSleep": "2024-05-01",
    "startTime": "2024-04-30T23:00:00.000",
    "endTime": "2024-05-01T07:00:00.000",
    "minutesAsleep": 400,
    "timeInBed": 480,
}


def listed(*rows: object) -> bytes:
    return json.dumps(rows).encode()


def read(files: dict[str, bytes], choices: ExportChoices | None = None) -> Noted:
    return read_with(fitbit, files, choices)


def beats(*times: str, bpm: float = 60) -> bytes:
    return listed(*({"dateTime": at, "value": {"bpm": bpm, "confidence": 2}} for at in times))


def day_of_beats(midnight: str, hours: float = 24) -> bytes:
    """Heart rates of one day, from its midnight by the file's clock to just before the next."""
    first = datetime.strptime(midnight, "%m/%d/%y %H:%M").replace(tzinfo=UTC)
    last = first + timedelta(hours=hours) - timedelta(seconds=10)
    between = first + timedelta(hours=hours / 2)
    return beats(*(f"{at:%m/%d/%y %H:%M:%S}" for at in (first, between, last)))


def steps(*rows: tuple[str, str]) -> bytes:
    return listed(*({"dateTime": at, "value": value} for at, value in rows))


def seen(noted: Noted, kind: Kind) -> list[Point | Stretch | Daily]:
    return [one for one in noted.seen if not isinstance(one, Session) and one.kind is kind]


def wall(noted: Noted, kind: Kind) -> list[tuple[str, int | None]]:
    return [
        (f"{datetime.fromtimestamp(one.at, UTC):%Y-%m-%d %H:%M}", one.offset)
        if isinstance(one, Point)
        else (f"{datetime.fromtimestamp(one.start, UTC):%Y-%m-%d %H:%M}", one.offset)
        for one in seen(noted, kind)
        if not isinstance(one, Daily)
    ]


def dailies(noted: Noted, kind: Kind) -> dict[str, float]:
    return {
        date.fromordinal(one.day).isoformat(): one.tenths / 10
        for one in seen(noted, kind)
        if isinstance(one, Daily)
    }


# Readings that are written down ------------------------------------------------------------------


@pytest.mark.parametrize("folder", READERS)
def test_the_invented_exports_read_as_they_are_written_down(folder: str) -> None:
    expected = (FIXTURES / folder / "export.expected.txt").read_text(encoding="utf-8")

    assert reading_of(folder) == expected


@pytest.mark.parametrize("folder", READERS)
def test_names_places_and_numbers_of_people_end_at_the_reader(folder: str) -> None:
    told = reading_of(folder).casefold()

    for secret in ("dana", "example", "1111111111", "70000000001", "41.9", "-87.6", "90000000"):
        assert secret not in told


@pytest.mark.parametrize(("folder", "reader"), READERS.items())
def test_each_export_is_known_by_what_its_files_hold(folder: str, reader: ExportReader) -> None:
    files = files_of(folder)
    renamed = {f"{number}.bin": raw for number, raw in enumerate(files.values())}

    for other in set(READERS.values()):
        assert other.recognises(InMemory(files)) is (other is reader)
        assert other.recognises(InMemory(renamed)) is (other is reader)
        assert not other.recognises(InMemory({}))


@pytest.mark.parametrize(("folder", "reader"), READERS.items())
def test_progress_adds_up_to_the_size_of_the_export(folder: str, reader: ExportReader) -> None:
    look, told = InMemory(files_of(folder)), list[int]()
    reader.read(look, Noted(), choices=ExportChoices(), today=TODAY, progress=told.append)

    assert sum(told) == look.size


@pytest.mark.parametrize(("folder", "reader"), READERS.items())
def test_a_zip_is_read_as_its_folder_is(folder: str, reader: ExportReader, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in files_of(folder).items():
            packed.writestr(name, raw)
    zipped, plain = Noted(), read_with(reader, files_of(folder))
    with look_at([tmp_path / "x.zip"]) as look:
        reader.read(look, zipped, choices=ExportChoices(), today=TODAY)

    assert zipped == plain


def test_an_export_with_nothing_of_use_is_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="holds nothing of use"):
        read({"weight-2024-01-01.json": steps(("01/01/24 00:00:00", "1"))})
    assert not fitbit.recognises(InMemory({"weight.json": b"[]", "other.json": b"[1]"}))


def test_a_takeout_of_both_apps_is_read_whole() -> None:
    both = files_of("fitbit") | files_of("google_fit")
    noted = read(both)
    makers = {noted.sources[one.source].maker for one in noted.seen}

    assert fitbit.recognises(InMemory(both))
    assert makers == {Maker.WATCH, Maker.PHONE}


def test_a_takeout_of_both_apps_tells_how_far_it_is() -> None:
    look, told = InMemory(files_of("fitbit") | files_of("google_fit")), list[int]()
    fitbit.read(look, Noted(), choices=ExportChoices(), today=TODAY, progress=told.append)

    assert sum(told) == look.size


# The clock ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("midnight", "hours", "local"),
    [
        ("01/25/23 13:00", 11, "2023-01-26 00:00"),
        ("01/26/23 07:00", -7, "2023-01-26 00:00"),
        ("01/26/23 00:00", 0, "2023-01-26 00:00"),
        ("01/25/23 18:30", 5.5, "2023-01-26 00:00"),
        ("01/25/23 11:00", 13, "2023-01-26 00:00"),
        ("01/26/23 10:00", -10, "2023-01-26 00:00"),
    ],
)
def test_a_day_of_heart_rate_shows_its_midnight(midnight: str, hours: float, local: str) -> None:
    noted = read({"heart_rate-2023-01-26.json": day_of_beats(midnight)})
    offset = round(hours * 3600) if hours else None

    assert wall(noted, Kind.HEART_RATE)[0] == (local, offset)
    assert wall(noted, Kind.HEART_RATE)[-1] == ("2023-01-26 23:55", offset)


def test_steps_stand_in_the_clock_that_heart_rate_shows() -> None:
    noted = read(
        {
            "heart_rate-2023-01-26.json": day_of_beats("01/25/23 13:00"),
            "steps-2023-01-26.json": steps(("01/25/23 14:05:00", "30"), ("01/25/23 12:00:00", "9")),
        }
    )

    assert wall(noted, Kind.STEPS) == [("2023-01-26 01:05", 39_600), ("2023-01-25 23:00", 39_600)]
    assert any(
        guess.startswith("Steps, heart rate and exercise stand in UTC") for guess in noted.guesses
    )


def test_files_that_run_from_midnight_to_midnight_stand_in_wall_time() -> None:
    files = {
        "heart_rate-2024-05-01.json": day_of_beats("05/01/24 00:00"),
        "UserSleeps.csv": files_of("fitbit")[
            "Takeout/Fitbit/Health Fitness Data_GoogleData/UserSleeps_2024-05-01.csv"
        ],
    }

    assert wall(read(files), Kind.HEART_RATE)[0] == ("2024-05-01 00:00", 7200)
    assert (
        "Steps, heart rate and exercise stand in your own time in these files."
        in read(files).guesses
    )


def test_a_table_of_nights_that_names_utc_for_everyone_gives_way_to_the_days() -> None:
    table = (
        "sleep_id,sleep_type,start_utc_offset,sleep_start\n1,STAGES,+00:00,2024-05-01T06:00:00Z\n"
    )
    noted = read(
        {
            "heart_rate-2024-05-01.json": day_of_beats("05/01/24 08:00"),
            "UserSleeps.csv": table.encode(),
        }
    )

    assert wall(noted, Kind.HEART_RATE)[0] == ("2024-05-01 00:00", -28_800)


def test_days_without_a_midnight_wait_for_the_clock_of_others() -> None:
    noted = read(
        {
            "heart_rate-2024-05-01.json": beats("05/01/24 08:00:00", "05/01/24 09:00:00"),
            "heart_rate-2024-05-02.json": day_of_beats("05/01/24 22:00"),
            "heart_rate-2024-05-03.json": beats("05/03/24 08:00:00", bpm=500),
        }
    )

    assert wall(noted, Kind.HEART_RATE)[-2:] == [
        ("2024-05-01 10:00", 7200),
        ("2024-05-01 11:00", 7200),
    ]
    # It is read twice, and told once.
    assert len(noted.troubles) == 1


def test_nights_tell_the_clock_where_no_day_of_heart_rate_does() -> None:
    files = {name: raw for name, raw in files_of("fitbit").items() if "UserSleeps" in name} | {
        "steps-2024-05-01.json": steps(("04/30/24 22:30:00", "30"))
    }
    noted = read(files)

    assert wall(noted, Kind.STEPS) == [("2024-05-01 00:30", 7200)]
    assert any("as the nights tell it" in guess for guess in noted.guesses)


def test_without_any_zone_times_are_kept_and_that_is_said() -> None:
    noted = read({"steps-2024-05-01.json": steps(("04/30/24 22:30:00", "30"))})

    assert wall(noted, Kind.STEPS) == [("2024-04-30 22:30", None)]
    assert any("name no time zone" in guess for guess in noted.guesses)


@pytest.mark.parametrize(
    ("midnight", "hours", "after"),
    # The clocks of Berlin went forward in the night to 31 March, and back in that to 27 October.
    [("03/30/24 23:00", 23, "03/31/24 22:00"), ("10/26/24 22:00", 25, "10/27/24 23:00")],
)
def test_on_the_night_when_clocks_change_each_day_keeps_its_beats(
    midnight: str, hours: int, after: str
) -> None:
    before = datetime.strptime(midnight, "%m/%d/%y %H:%M").replace(tzinfo=UTC) - timedelta(days=1)
    noted = read(
        {
            "heart_rate-1.json": day_of_beats(f"{before:%m/%d/%y %H:%M}"),
            "heart_rate-2.json": day_of_beats(midnight, hours),
            "heart_rate-3.json": day_of_beats(after),
        }
    )
    days = [at[:10] for at, _ in wall(noted, Kind.HEART_RATE)]

    assert {day: days.count(day) for day in days} == dict.fromkeys(days, 3)


def test_two_zones_in_a_journey_are_kept_apart() -> None:
    noted = read(
        {
            "heart_rate-1.json": day_of_beats("05/01/24 22:00"),
            "heart_rate-2.json": day_of_beats("05/20/24 04:00"),
            "steps-2024-05-01.json": steps(("05/02/24 10:00:00", "7"), ("05/20/24 10:00:00", "7")),
        }
    )

    assert wall(noted, Kind.STEPS) == [("2024-05-02 12:00", 7200), ("2024-05-20 06:00", -14_400)]


@pytest.mark.parametrize(
    "text",
    [
        "13/01/24 10:00:00",
        "05/01/24 25:00:00",
        "soon",
        "",
        "05/01/24 1",
        "2024-05-01T10:00:00+19:00",
    ],
)
def test_a_time_that_cannot_be_costs_its_row_alone(text: str) -> None:
    noted = read({"steps-2024-05-01.json": steps((text, "5"), ("05/01/24 10:00:00", "5"))})

    assert len(seen(noted, Kind.STEPS)) == 1
    assert len(noted.troubles) == 1


@pytest.mark.parametrize("text", ["11/24/26 10:00:00", "05/01/85 10:00:00"])
def test_a_clock_that_was_wrong_is_told(text: str) -> None:
    noted = read({"steps-2024-05-01.json": steps((text, "5"), ("05/01/24 10:00:00", "5"))})

    assert "before 1990 or still to come" in noted.troubles[0]


# Heart rate --------------------------------------------------------------------------------------


def test_heart_rate_is_the_mean_of_each_five_minutes() -> None:
    rows = [
        ("05/01/24 10:00:00", 60, 3),
        ("05/01/24 10:04:59", 65, 1),
        ("05/01/24 10:05:00", 80, 2),
    ]
    raw = listed(
        *({"dateTime": at, "value": {"bpm": bpm, "confidence": sure}} for at, bpm, sure in rows)
    )

    assert [one.tenths for one in seen(read({"x.json": raw}), Kind.HEART_RATE)] == [625, 800]


def test_a_reading_that_fitbit_is_not_sure_of_is_none() -> None:
    unsure = {"dateTime": "05/01/24 10:00:00", "value": {"bpm": 70, "confidence": 0}}
    noted = read({"x.json": listed(unsure), "y.json": beats("05/01/24 12:00:00")})

    assert len(seen(noted, Kind.HEART_RATE)) == 1
    assert noted.without == {"heart rates of which Fitbit is not sure at all": 1}


def test_a_file_of_very_many_days_is_handed_on_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steadystep.importers.takeout.beats._MOST_MINUTES", 2)
    raw = beats(*(f"05/{day:02}/24 10:{minute:02}:00" for day in (1, 2, 3) for minute in (0, 30)))
    at_once, monkey = read({"x.json": raw}), seen(read({"x.json": raw}), Kind.HEART_RATE)

    assert len(monkey) == 6
    assert at_once.troubles == []


def test_a_day_that_is_gathered_has_its_own_bins() -> None:
    with Gathering() as gathering:
        fitbit.read(InMemory(files_of("fitbit")), gathering, choices=ExportChoices(), today=TODAY)
        rows = {
            (row.kind, row.day): row for row in gathering.rows() if row.source.maker is Maker.WATCH
        }
    first = date(2024, 5, 1).toordinal()

    assert rows[Kind.STEPS, first].tenths == 1290
    assert rows[Kind.HEART_RATE, first].tenths == 685
    assert rows[Kind.ASLEEP, first].tenths == 3890
    assert rows[Kind.ASLEEP, first + 1].tenths == 3400
    assert rows[Kind.SLEEP_AWAKE, first].tenths == 310


# Sleep -------------------------------------------------------------------------------------------


def part(
    level: str, at: str = "2024-04-30T23:00:00.000", seconds: object = 3600
) -> dict[str, object]:
    return {"dateTime": at, "level": level, "seconds": seconds}


@pytest.mark.parametrize(
    "levels",
    [
        None,
        [],
        {"data": None},
        {"data": [7]},
        {"data": [part("dreaming")]},
        {"data": [part("light", "long ago")]},
        {"data": [part("light", seconds=0)]},
        {"data": [part("light", seconds="long")]},
        {"data": [part("light", "2024-04-30T22:00:00.000")]},
        {"data": [part("light", "2024-05-01T06:30:00.000")]},
    ],
)
def test_a_night_whose_stages_do_not_fit_keeps_its_sums(levels: object) -> None:
    noted = read({"sleep-2024.json": listed(NIGHT | {"levels": levels})})

    assert [one.tenths for one in seen(noted, Kind.ASLEEP)] == [4000]
    assert [one.tenths for one in seen(noted, Kind.IN_BED)] == [4800]


def test_short_waking_lies_over_the_long_stages() -> None:
    night = NIGHT | {
        "levels": {
            "data": [part("wake"), part("deep", "2024-05-01T00:00:00.000")],
            "shortData": [
                part("wake", "2024-04-30T23:30:00.000", 60),
                part("wake", "2024-05-01T00:00:00.000", 60),
                part("wake", "2024-05-01T00:59:00.000", 60),
                part("light", "2024-05-01T00:30:00.000", 60),
            ],
        }
    }
    noted = read({"sleep-2024.json": listed(night)})

    assert [one.tenths for one in seen(noted, Kind.SLEEP_DEEP)] == [580]
    with Gathering() as gathering:
        fitbit.read(
            InMemory({"s.json": listed(night)}), gathering, choices=ExportChoices(), today=TODAY
        )
        rows = {row.kind: row.tenths for row in gathering.rows()}
    assert rows[Kind.SLEEP_AWAKE] == 620


@pytest.mark.parametrize(
    "wrong",
    [
        {"startTime": "then"},
        {"endTime": None},
        {"minutesAsleep": -1},
        {"timeInBed": "long"},
        {"endTime": "2024-05-02T07:00:00.000"},
        {"endTime": "2024-04-30T23:00:00.000"},
    ],
)
def test_a_night_that_cannot_be_is_told_and_the_others_are_read(wrong: dict[str, object]) -> None:
    other = NIGHT | {
        "startTime": "2024-05-02T23:00:00",
        "endTime": "2024-05-03T07:00:00",
        "efficiency": 0,
    }
    noted = read({"sleep-2024.json": listed(NIGHT | wrong, other)})

    assert len(seen(noted, Kind.ASLEEP)) == 1
    assert len(noted.troubles) == 1


def test_a_night_may_tell_its_sleep_alone() -> None:
    noted = read({"sleep-2024.json": listed(NIGHT | {"timeInBed": None})})

    assert [one.kind for one in noted.seen if not isinstance(one, Session)] == [Kind.ASLEEP]


def test_a_night_that_two_files_tell_is_told_once() -> None:
    noted = read({"sleep-1.json": listed(NIGHT), "sleep-2.json": listed(NIGHT)})

    assert len(seen(noted, Kind.ASLEEP)) == 1
    assert noted.without == {"nights told a second time": 1}


def sleep_table(*rows: str) -> bytes:
    head = (
        "sleep_id,sleep_type,minutes_in_sleep_period,minutes_asleep,"
        "start_utc_offset,sleep_start,end_utc_offset,sleep_end"
    )
    return "\n".join([head, *rows]).encode()


def test_of_the_sleeps_of_a_day_in_a_table_the_longest_is_the_night() -> None:
    noted = read(
        {
            "UserSleeps.csv": sleep_table(
                "1,CLASSIC,30,25,+02:00,2024-05-01T12:00:00Z,+02:00,2024-05-01T12:30:00Z",
                "2,STAGES,480,440,+02:00,2024-04-30T21:00:00Z,+02:00,2024-05-01T05:00:00Z",
                "3,CLASSIC,20,15,,2024-05-01T16:00:00Z,what,2024-05-01T16:20:00Z",
            )
        }
    )

    assert wall(noted, Kind.ASLEEP) == [("2024-04-30 23:00", 7200)]
    assert noted.without == {"naps": 2}


@pytest.mark.parametrize(
    "row",
    [
        "1,CLASSIC,30,25,+02:00,noon,+02:00,2024-05-01T12:30:00Z",
        "1,CLASSIC,30,25,+02:00,2024-05-01T12:00:00Z,+02:00",
        "1,CLASSIC,30,,+02:00,2024-05-01T12:00:00Z,+02:00,2024-05-01T12:30:00Z",
        "1,CLASSIC,9999,25,+02:00,2024-05-01T12:00:00Z,+02:00,2024-05-01T12:30:00Z",
        "1,CLASSIC,30,25,+02:00,2024-05-01T12:30:00Z,+02:00,2024-05-01T12:00:00Z",
        '1,CLASSIC,30,25,+02:00,2024-05-01T12:30:00Z,+02:00,"2024-05-01T12:00:00Z',
        "1,CLASSIC,30,25,+02:00," + "x" * 1_100_000,
    ],
)
def test_a_line_of_nights_that_cannot_be_is_told(row: str) -> None:
    good = "2,STAGES,480,440,+02:00,2024-04-30T21:00:00Z,+02:00,2024-05-01T05:00:00Z"
    noted = read({"UserSleeps.csv": sleep_table(good, row)})

    assert len(seen(noted, Kind.ASLEEP)) == 1
    assert len(noted.troubles) >= 1


# Counts of days ----------------------------------------------------------------------------------


def test_a_minute_without_steps_tells_nothing() -> None:
    noted = read(
        {
            "steps-2024.json": steps(
                ("05/01/24 10:00:00", "0"), ("05/01/24 10:01:00", "00"), ("05/01/24 10:02:00", "3")
            )
        }
    )

    assert len(seen(noted, Kind.STEPS)) == 1
    assert noted.troubles == []


def test_active_minutes_are_three_files_together_and_no_day_holds_more_than_its_minutes() -> None:
    noted = read(
        {
            "lightly_active_minutes-2024.json": steps(
                ("05/01/24 00:00:00", "1000"), ("05/02/24 00:00:00", "x"), ("when", "5")
            ),
            "very_active_minutes-2024.json": steps(("05/01/24 00:00:00", "600")),
        }
    )

    assert dailies(noted, Kind.ACTIVE_MINUTES) == {"2024-05-01": 1440.0}
    assert len(noted.troubles) == 2


@pytest.mark.parametrize(
    "value",
    [
        {"date": "05/01/24", "value": 3},
        {"date": "05/01/24", "value": 400},
        {"date": "soon", "value": 60},
        {"date": "05/01/24", "value": "60"},
    ],
)
def test_a_resting_heart_rate_that_cannot_be_is_told(value: object) -> None:
    good = {"dateTime": "05/02/24 00:00:00", "value": {"date": "05/02/24", "value": 60, "error": 1}}
    noted = read({"resting_heart_rate-2024.json": listed({"dateTime": "", "value": value}, good)})

    assert dailies(noted, Kind.RESTING_HEART_RATE) == {"2024-05-02": 60.0}
    assert len(noted.troubles) == 1


def test_a_resting_heart_rate_without_a_value_is_none() -> None:
    noted = read(
        {
            "resting_heart_rate-2024.json": listed({"dateTime": "05/02/24 00:00:00", "value": 7}),
            "s.json": listed(NIGHT),
        }
    )

    assert noted.without == {"days without a resting heart rate": 1}


def test_heart_rate_variability_in_utc_belongs_to_the_night_on_the_wall() -> None:
    head = "timestamp,rmssd,coverage,low_frequency,high_frequency\n"
    noted = read(
        {
            "heart_rate-1.json": day_of_beats("05/01/24 04:00"),
            "details.csv": (
                head
                + "2024-05-01T03:00:00Z,30,1,1,1\n2024-05-01T12:00:00Z,50,1,1,1\n"
                + "2024-05-01T19:00:00Z,50,1,1,1\n2024-05-01T20:00:00Z,60,1,1,1\n"
                + "when,60\n2024-05-01T03:00:00Z\n2024-05-01T03:00:00Z,0\n"
            ).encode(),
            "night.csv": b"timestamp,rmssd,nremhr,entropy\nsoon,31,1,1\n"
            b'2024-05-09T00:00:00,0.0,0,0\n2024-05-09T00:00:00,"31,1,1\n',
        }
    )

    # Four in the afternoon by the clock of Chicago: the night to come.
    assert dailies(noted, Kind.HRV_RMSSD) == {"2024-05-01": pytest.approx(43.3), "2024-05-02": 60.0}
    assert len(noted.troubles) == 5


def test_answers_of_the_web_api_that_cannot_be_are_told() -> None:
    noted = read(
        {
            "a.json": b'{"hrv":[{"dateTime":"2026-03-01","value":{"dailyRmssd":42.5}},'
            b'{"dateTime":"?","value":{"dailyRmssd":42.5}},'
            b'{"dateTime":"2026-03-02","value":{"dailyRmssd":-1}},'
            b'{"dateTime":"2026-03-03","value":7},{"dateTime":"2026-03-03"}, nonsense]}',
            "b.json": b'{"activities-steps":[{"dateTime":"2026-03-01","value":"-4"},'
            b'{"dateTime":"2026-03-01","value":null}, 7 ]}',
            "c.json": b'{"other": 1}',
        }
    )

    assert dailies(noted, Kind.HRV_RMSSD) == {"2026-03-01": 42.5}
    assert len(noted.troubles) == 6


# Exercise ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"startTime": "then"},
        {"duration": "long"},
        {"duration": 0},
        {"duration": 10**12},
    ],
)
def test_exercise_that_cannot_be_is_told_and_the_rest_is_read(wrong: dict[str, object]) -> None:
    walk = {
        "activityName": "Walk",
        "startTime": "05/01/24 10:00:00",
        "duration": 360_000,
        "steps": "many",
        "averageHeartRate": 900,
    }
    noted = read({"exercise-0.json": listed(walk | wrong, walk, b"".decode())})

    assert [one for one in noted.seen if isinstance(one, Session)] == [
        Session(0, noted.seen[0].activity, 1_714_557_600, 1_714_557_960, None)  # type: ignore[union-attr]
    ]
    assert len(noted.troubles) == 2


def test_exercise_that_names_utc_is_put_on_the_wall() -> None:
    walk = {"activityName": "Walk", "startTime": "2024-05-01T10:00:00Z", "duration": 360_000}
    noted = read(
        {"exercise-0.json": listed(walk), "heart_rate-1.json": day_of_beats("05/01/24 04:00")}
    )
    (session,) = (one for one in noted.seen if isinstance(one, Session))

    assert session.offset == -14_400


def test_a_table_of_exercise_that_cannot_be_read_is_told_line_by_line() -> None:
    head = "exercise_id,exercise_start,exercise_end,utc_offset,activity_name\n"
    rows = (
        "1,soon,2024-05-01T10:00:00Z,+02:00,Walk\n"
        "2,2024-05-01T10:00:00Z,later,+02:00,Walk\n"
        "3,2024-05-01T10:00:00Z,2024-05-01T10:00:00Z,+02:00,Walk\n"
        "4,2024-05-01T10:00:00Z,2024-05-01T10:06:00Z,,Walk\n"
    )
    noted = read({"UserExercises.csv": (head + rows).encode()})

    assert len(noted.seen) == 1
    assert len(noted.troubles) == 3


def test_no_more_starts_are_remembered_than_a_life_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steadystep.importers.takeout.exercise._MOST_STARTS", 0)
    walk = {"activityName": "Walk", "startTime": "05/01/24 10:00:00", "duration": 360_000}

    assert len(read({"exercise-0.json": listed(walk, walk)}).seen) == 2


# Google's tables ---------------------------------------------------------------------------------


def test_tables_of_google_count_where_fitbits_files_have_nothing() -> None:
    noted = read(
        {
            "steps_2024.csv": b"timestamp,steps,data source\n"
            b"2024-05-01T10:00:00Z,12,Pixel Watch\nsoon,12,Pixel Watch\n"
            b"2024-05-01T10:00:00Z,-1,Pixel Watch\n",
            "heart_rate_2024.csv": b"timestamp,beats per minute,data source\n"
            b"2024-05-01T10:00:00Z,70,Pixel Watch\nsoon and late,70,Pixel Watch\n"
            b"2024-05-01T10:00:00Z\n2024-05-01T10:00:00Z,9,Pixel Watch\n"
            b'2024-05-01T10:00:00Z,"70\n',
            "daily_resting_heart_rate.csv": b"timestamp,beats per minute,data source\n"
            b"2024-05-01T00:00:00Z,60,x\nsoon,60,x\n"
            b"2024-05-02T00:00:00Z,,x\n2024-05-03T00:00:00Z,9,x\n",
        }
    )

    assert len(seen(noted, Kind.STEPS)) == 1
    assert [one.tenths for one in seen(noted, Kind.HEART_RATE)] == [700]
    assert dailies(noted, Kind.RESTING_HEART_RATE) == {"2024-05-01": 60.0}
    assert len(noted.troubles) == 10


# The website -------------------------------------------------------------------------------------


DAYS: Final = (
    "Activities\nDate,Calories Burned,Steps,Distance,Floors,Minutes Sedentary,"
    "Minutes Lightly Active,Minutes Fairly Active,Minutes Very Active,Activity Calories\n"
)


def website(*rows: str, head: str = DAYS) -> dict[str, bytes]:
    return {"fitbit_export.csv": (head + "\n".join(rows)).encode()}


def test_dates_that_can_be_read_in_two_ways_are_asked_for() -> None:
    files = website("01-09-2016,1,430,0.3,0,1,1,0,0,1")

    with pytest.raises(CannotRead, match="can be read in two ways") as refusal:
        read(files)
    assert refusal.value.flag == "--dates"
    assert dailies(read(files, ExportChoices(dates="dmy")), Kind.STEPS) == {"2016-09-01": 430.0}
    assert dailies(read(files, ExportChoices(dates="mdy")), Kind.STEPS) == {"2016-01-09": 430.0}


def test_another_file_of_the_website_tells_the_order_too() -> None:
    files = website("01-09-2016,1,430,0.3,0,1,1,0,0,1") | {
        "b.csv": website("09-30-2016,1,430,0.3,0,1,1,0,0,1")["fitbit_export.csv"]
    }

    assert set(dailies(read(files), Kind.STEPS)) == {"2016-01-09", "2016-09-30"}


def test_lines_of_the_website_that_cannot_be_are_told() -> None:
    noted = read(
        website(
            "2016-09-01,1,430,0.3,0,1,1,0,0,1",
            "2016-09-02,1,430,0.3",
            "2016-09-03,1,430,0.3,0,1,1,0,many,1",
            "2016-09-04,1,lots,0.3,0,1,1,0,0,1",
            "soon,1,430,0.3,0,1,1,0,0,1",
            "2016-09-05,1,0,0.3,0,1,1,0,0,1",
            "2016-09-06,1,40,0.3,0,1,0,0,0,1",
            "Sleep,,",
            "a,b,c,d,e,f",
            "2016-09-01 11:00PM,2016-09-02 6:00AM,400,1,1,420",
            "2016-09-02 11:00PM,2016-09-03 6:00AM,x,1,1,420",
            "2016-09-02 11:00PM,2016-09-03 6:00AM,400,1,1,x",
            "2016-09-03 11:00PM,2016-09-03 6:00AM,400,1,1,420",
            '2016-09-03 11:00PM,"2016-09-03 6:00AM,400,1,1,420',
        )
    )

    assert set(dailies(noted, Kind.STEPS)) == {"2016-09-01", "2016-09-06"}
    assert set(dailies(noted, Kind.ACTIVE_MINUTES)) == {"2016-09-01", "2016-09-05"}
    assert wall(noted, Kind.ASLEEP) == [("2016-09-01 23:00", None)]
    assert len(noted.troubles) == 8


def test_a_file_of_sleep_alone_is_known_too() -> None:
    head = (
        "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed\n"
    )
    noted = read(website("2016-09-01 11:00PM,2016-09-02 6:00AM,400,1,1,420", head=head))

    assert len(seen(noted, Kind.ASLEEP)) == 1


def test_a_table_without_days_costs_no_other() -> None:
    noted = read(website() | {"s.json": listed(NIGHT)})

    assert len(seen(noted, Kind.ASLEEP)) == 1
    assert noted.troubles == [
        "fitbit_export.csv: No date could be read. Write dates like 2024-05-31, one on each line."
    ]


# Damage ------------------------------------------------------------------------------------------


def month(count: int = 40) -> bytes:
    return steps(*((f"05/01/24 10:{minute:02}:00", "5") for minute in range(count)))


@pytest.mark.parametrize(
    "broken", [b"\x0b}", b"\xff\xfe", b'"', b"{", b"nul", b"\\u12", b"[" * 3000, b"9" * 5000]
)
def test_bytes_that_break_one_row_cost_no_other(broken: bytes) -> None:
    raw = month()
    at = raw.index(b'"value"', len(raw) // 2)
    noted = read({"steps-2024.json": raw[:at] + broken + raw[at:]})

    assert len(seen(noted, Kind.STEPS)) >= 39
    assert len(noted.troubles) <= 1


@pytest.mark.parametrize("lost", [1, 2, 30, 900])
def test_a_file_cut_short_is_read_as_far_as_it_goes(lost: int) -> None:
    raw = month()[:-lost]
    noted = read({"steps-2024.json": raw})

    assert len(seen(noted, Kind.STEPS)) == raw.count(b"}")
    assert len(noted.troubles) == 1


def test_a_row_of_very_many_columns_costs_no_other() -> None:
    wide = b"{" + b",".join(b'"%d":1' % number for number in range(100_000)) + b"}"
    noted = read({"steps-2024.json": month()[:-1] + b"," + wide + b"]"})

    assert len(seen(noted, Kind.STEPS)) == 40
    assert len(noted.troubles) == 1


def test_a_table_of_a_million_columns_is_read_or_told() -> None:
    head = b"timestamp,steps,data source" + b",x" * 1_000_000
    noted = read(
        {
            "steps_2024.csv": head + b"\n2024-05-01T10:00:00Z,12,Pixel Watch\n",
            "s.json": listed(NIGHT),
        }
    )

    assert len(seen(noted, Kind.ASLEEP)) == 1
    assert len(seen(noted, Kind.STEPS)) + len(noted.troubles) >= 1


@pytest.mark.parametrize("folder", ["fitbit", "fitbit_website", "google_fit", "fitabase"])
def test_a_quote_mark_left_open_in_a_table_is_told(folder: str) -> None:
    files = {
        name: raw + b'"\n' if name.endswith(".csv") else raw
        for name, raw in files_of(folder).items()
    }
    noted, whole = read_with(READERS[folder], files), read_with(READERS[folder], files_of(folder))

    assert noted.seen == whole.seen
    assert len(noted.troubles) > len(whole.troubles)


class Breaking(InMemory):
    """An export of which some files do not unpack to their end."""

    def open(self, member: Member) -> IO[bytes]:
        if member.name.startswith("bad"):
            raise CannotRead(Sentence("It does not unpack."))
        return super().open(member)


def test_a_file_that_does_not_unpack_costs_no_other() -> None:
    noted = Noted()
    files = {
        "s.json": listed(NIGHT),
        "bad.json": beats("05/01/24 10:00:00"),
        "bad.csv": sleep_table(),
    }
    fitbit.read(Breaking(files), noted, choices=ExportChoices(), today=TODAY)

    assert noted.troubles == ["bad.json: It does not unpack.", "bad.csv: It does not unpack."]
    assert len(seen(noted, Kind.ASLEEP)) == 1


# Real exports ------------------------------------------------------------------------------------


def test_years_of_a_real_website_are_read_without_a_word_of_trouble() -> None:
    paths = sorted(DATA.glob("myaiguide/raw/Participant1/dailyFitBitPerMonth/*.csv"))
    if not paths:
        pytest.skip("no real export here")
    noted = read({path.name: path.read_bytes() for path in paths})

    assert noted.troubles == []
    assert len(dailies(noted, Kind.STEPS)) == 1754
    assert noted.without == {"days on which the tracker was not worn": 9}


@pytest.mark.parametrize(
    ("file", "days"),
    [
        ("Participant4Anonymized/Participant4Fitbit.json", 70),
        ("Participant8Anonymized/participant8Fitbit.json", 547),
    ],
)
def test_real_answers_of_the_web_api_are_read_without_a_word_of_trouble(
    file: str, days: int
) -> None:
    path = DATA / "myaiguide/raw" / file
    if not path.exists():
        pytest.skip("no real export here")
    noted = read({path.name: path.read_bytes()})

    assert noted.troubles == []
    assert len(dailies(noted, Kind.STEPS)) == days
