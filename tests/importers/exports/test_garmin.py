"""The export of a Garmin account: its own sums first, and no name, place or address with them."""

from __future__ import annotations

import json
import os
import tracemalloc
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import IO

import pytest

from steadystep.core.observed import Activity, Daily, Kind, Session, Stretch
from steadystep.importers import garmin, json_rows
from steadystep.importers.export import ExportChoices, Member
from steadystep.importers.json_rows import rows_of
from steadystep.importers.reading import CannotRead, Sentence
from tests.importers.exports.fit_made import a_day, a_night
from tests.importers.exports.garmin_readings import (
    FIXTURES,
    READINGS,
    TODAY,
    account,
    files_of,
    in_words,
    read_garmin,
)
from tests.importers.exports.noted import InMemory, Noted

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[3].parent / "shared" / "data")
)


def a_day_told(day: str = "2024-05-02", **more: object) -> dict[str, object]:
    return {
        "calendarDate": day,
        "durationInMilliseconds": 86_400_000,
        "totalSteps": 3000,
        "wellnessStartTimeGmt": f"{day}T00:00:00.0",
        "wellnessStartTimeLocal": f"{day}T00:00:00.0",
        "minHeartRate": 55,
        **more,
    }


def a_night_told(day: str = "2024-05-02", **more: object) -> dict[str, object]:
    return {
        "sleepStartTimestampGMT": f"{day}T00:00:00.0",
        "sleepEndTimestampGMT": f"{day}T06:00:00.0",
        "calendarDate": day,
        "sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL",
        "lightSleepSeconds": 18_000,
        **more,
    }


def a_session_told(**more: object) -> dict[str, object]:
    return {
        "activityType": "walking",
        "startTimeGmt": 1_714_546_800_000.0,
        "startTimeLocal": 1_714_554_000_000.0,
        "duration": 360_000.0,
        **more,
    }


def days_file(*rows: object) -> dict[str, bytes]:
    return {"a.json": json.dumps(rows).encode()}


def sessions_file(*rows: object) -> dict[str, bytes]:
    return {"s.json": json.dumps([{"summarizedActivitiesExport": rows}]).encode()}


def dailies(noted: Noted, kind: Kind) -> list[tuple[str, int, bool]]:
    return [
        (date.fromordinal(seen.day).isoformat(), seen.tenths, seen.whole)
        for seen in noted.seen
        if isinstance(seen, Daily) and seen.kind is kind
    ]


def sessions(noted: Noted) -> list[Session]:
    return [seen for seen in noted.seen if isinstance(seen, Session)]


# Readings that are written down ------------------------------------------------------------------


def test_the_invented_account_reads_as_it_is_written_down() -> None:
    reading = "garmin/account.expected.txt"

    assert in_words(READINGS[reading]()) == (FIXTURES / reading).read_text(encoding="utf-8")


def test_names_places_and_numbers_of_people_end_at_the_reader() -> None:
    told = in_words(read_garmin(account())).casefold()

    for secret in ("dana", "example", "home town", "evening", "12345678", "15001", "41.9", "d6b1"):
        assert secret not in told


def test_an_account_is_known_by_what_its_files_hold() -> None:
    for name, raw in files_of("garmin").items():
        assert garmin.recognises(InMemory({"x": raw})) is ("User" not in name)
    assert not garmin.recognises(InMemory(files_of("fit")))
    assert not garmin.recognises(InMemory({}))


def test_progress_adds_up_to_the_size_of_the_export() -> None:
    look, told = InMemory(account()), list[int]()
    garmin.read(look, Noted(), choices=ExportChoices(), today=TODAY, progress=told.append)

    assert sum(told) == look.size


def test_an_export_with_nothing_of_use_is_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="holds nothing of use"):
        read_garmin(days_file(a_day_told(totalSteps=0, minHeartRate=None)))


# Days --------------------------------------------------------------------------------------------


def test_a_day_that_is_cut_short_says_so() -> None:
    noted = read_garmin(
        days_file(
            a_day_told("2024-05-01"),
            a_day_told("2024-05-02", durationInMilliseconds=50_400_000),
            a_day_told("2024-05-03", wellnessEndTimeLocal="2024-05-03T23:20:00.0"),
            a_day_told("2024-05-04", wellnessEndTimeLocal="2024-05-05T00:00:00.0"),
            a_day_told("2024-05-05", durationInMilliseconds=None),
        )
    )

    assert [whole for _, _, whole in dailies(noted, Kind.STEPS)] == [True, False, False, True, True]


@pytest.mark.parametrize(
    ("hours", "day", "next_day", "starts", "ends"),
    [
        (23, "2024-03-31", "2024-04-01", "2024-03-30T23:00:00.0", "2024-03-31T22:00:00.0"),
        (25, "2024-10-27", "2024-10-28", "2024-10-26T22:00:00.0", "2024-10-27T23:00:00.0"),
    ],
)
def test_a_day_on_which_the_clocks_change_is_whole(
    hours: int, day: str, next_day: str, starts: str, ends: str
) -> None:
    told = a_day_told(
        day,
        durationInMilliseconds=hours * 3_600_000,
        wellnessStartTimeGmt=starts,
        wellnessEndTimeGmt=ends,
        wellnessEndTimeLocal=f"{next_day}T00:00:00.0",
    )
    night = a_night_told(day) | {
        "sleepStartTimestampGMT": starts,
        "sleepEndTimestampGMT": f"{day}T06:00:00.0",
    }
    noted = read_garmin(days_file(told) | {"n.json": json.dumps([night]).encode()})

    assert dailies(noted, Kind.STEPS) == [(day, 30_000, True)]
    # The night began before the clocks were changed.
    assert slept(noted) == [(3000, 3600 if hours == 23 else 7200)]


def test_a_worn_day_of_no_steps_is_nought_and_an_unworn_one_is_nothing() -> None:
    noted = read_garmin(
        days_file(
            a_day_told("2024-05-01", totalSteps=0),
            a_day_told("2024-05-02", totalSteps=0, minHeartRate=None),
            a_day_told("2024-05-03", totalSteps=None),
        )
    )

    assert dailies(noted, Kind.STEPS) == [("2024-05-01", 0, True)]
    assert noted.without == {"days on which the watch was not worn": 1}


def test_active_minutes_are_all_active_time() -> None:
    noted = read_garmin(
        days_file(
            a_day_told("2024-05-01", activeSeconds=600, highlyActiveSeconds=90),
            a_day_told("2024-05-02", highlyActiveSeconds=90),
            a_day_told("2024-05-03"),
        )
    )

    assert dailies(noted, Kind.ACTIVE_MINUTES) == [
        ("2024-05-01", 115, True),
        ("2024-05-02", 15, True),
    ]


def test_resting_heart_rate_is_the_days_own() -> None:
    noted = read_garmin(
        days_file(
            a_day_told("2024-05-01", restingHeartRate=60, currentDayRestingHeartRate=57),
            a_day_told("2024-05-02", restingHeartRate=60),
            a_day_told("2024-05-03", restingHeartRate=60, currentDayRestingHeartRate=3),
        )
    )

    assert dailies(noted, Kind.RESTING_HEART_RATE) == [("2024-05-01", 570, True)]


@pytest.mark.parametrize(
    "wrong", [-1, 300_000, "many", True, float("nan"), float("inf"), [1], {"a": 1}, 10**300]
)
def test_a_number_that_cannot_be_costs_its_entry_alone(wrong: object) -> None:
    noted = read_garmin(days_file(a_day_told("2024-05-01", totalSteps=wrong), a_day_told()))

    assert [day for day, *_ in dailies(noted, Kind.STEPS)] == ["2024-05-02"]
    assert noted.troubles[0].startswith("a.json, entry 1: “")
    assert noted.troubles[0].endswith(
        "” for “totalSteps” is no number from 0 to 200000. The entry is left out."
    )


@pytest.mark.parametrize("day", [None, 7, "soon", "", "1989-12-31", "2026-11-24", "0001-01-01"])
def test_an_entry_with_a_day_that_cannot_be_is_told(day: object) -> None:
    noted = read_garmin(days_file(a_day_told() | {"calendarDate": day}, a_day_told()))

    assert len(dailies(noted, Kind.STEPS)) == 1
    assert len(noted.troubles) == 1


def test_tomorrow_may_have_begun_elsewhere() -> None:
    assert read_garmin(days_file(a_day_told("2026-11-23"))).troubles == []


def test_of_two_tellings_of_a_day_the_fuller_counts_whichever_comes_first() -> None:
    cut = a_day_told(durationInMilliseconds=40_000_000, totalSteps=900)

    for rows in ((cut, a_day_told()), (a_day_told(), cut)):
        assert dailies(read_garmin(days_file(*rows)), Kind.STEPS) == [("2024-05-02", 30_000, True)]


def test_clocks_that_no_zone_shows_tell_no_zone() -> None:
    row = a_day_told(wellnessStartTimeLocal="2024-05-02T20:00:00.0")
    session = a_session_told(startTimeLocal=None)
    noted = read_garmin(days_file(row) | sessions_file(session))

    assert [session.offset for session in sessions(noted)] == [None]


# Nights ------------------------------------------------------------------------------------------


def read_nights(*rows: object, days: bool = True) -> Noted:
    nights = {"n.json": json.dumps(rows).encode()}
    return read_garmin(nights | (days_file(a_day_told()) if days else {}))


def slept(noted: Noted) -> list[tuple[int, int | None]]:
    return [(seen.tenths, seen.offset) for seen in noted.seen if isinstance(seen, Stretch)]


def test_a_night_has_its_times_and_its_stages() -> None:
    noted = read_nights(
        a_night_told(deepSleepSeconds=1200, remSleepSeconds=600, awakeSleepSeconds=300)
    )

    assert slept(noted) == [(3300, 0)]
    assert [dailies(noted, kind)[0][1] for kind in (
        Kind.SLEEP_DEEP, Kind.SLEEP_LIGHT, Kind.SLEEP_REM, Kind.SLEEP_AWAKE,
    )] == [200, 3000, 100, 50]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        a_night_told(sleepWindowConfirmationType="UNCONFIRMED"),
        a_night_told(sleepWindowConfirmationType=None),
        a_night_told(sleepWindowConfirmationType=7),
        a_night_told(lightSleepSeconds=None),
        a_night_told(lightSleepSeconds=0, awakeSleepSeconds=600),
    ],
)
def test_a_night_that_was_not_confirmed_or_not_measured_is_left_out(row: object) -> None:
    noted = read_nights(row)

    assert slept(noted) == []
    assert noted.without == {"nights not confirmed or not measured": 1}


@pytest.mark.parametrize(
    "row",
    [
        a_night_told(sleepStartTimestampGMT=None),
        a_night_told(sleepEndTimestampGMT="late"),
        a_night_told(sleepEndTimestampGMT="2024-05-02T00:00:00.0"),
        a_night_told(sleepStartTimestampGMT="2024-04-30T23:00:00.0"),
        a_night_told("2024-05-02") | {"calendarDate": "2024-05-04"},
        a_night_told(deepSleepSeconds=9000),
        a_night_told(deepSleepSeconds=-1),
    ],
)
def test_a_night_that_cannot_be_is_told(row: object) -> None:
    noted = read_nights(row)

    assert slept(noted) == []
    assert len(noted.troubles) == 1


def test_of_several_sleeps_of_a_day_the_longest_is_the_night() -> None:
    nap = a_night_told(lightSleepSeconds=1200)

    assert slept(read_nights(nap, a_night_told(), nap)) == [(3000, 0)]
    assert read_nights(nap, a_night_told(), nap).without == {"shorter sleeps of a day": 2}


def test_a_night_may_tell_its_own_zone_or_none_at_all() -> None:
    own = a_night_told(
        sleepStartTimestampGMT=1_714_608_000_000,
        sleepEndTimestampGMT=1_714_629_600_000,
        sleepStartTimestampLocal=1_714_608_000_000 - 4 * 3_600_000,
    )

    assert slept(read_nights(own)) == [(3000, -4 * 3600)]
    alone = read_nights(a_night_told(), days=False)
    assert slept(alone) == [(3000, None)]
    assert "The export names no time zone. Times are taken as they are, in UTC." in alone.guesses


@pytest.mark.parametrize("wrong", [10**30, float("nan"), float("inf"), [], True, -(10**15)])
def test_a_moment_that_cannot_be_is_none(wrong: object) -> None:
    assert json_rows.moment_in({"a": wrong}, "a") is None


# HRV ---------------------------------------------------------------------------------------------


def test_hrv_is_that_of_a_night_that_was_measured() -> None:
    def health(day: str, *metrics: object) -> dict[str, object]:
        return {"calendarDate": day, "outliersCount": 0, "metrics": list(metrics)}

    files = {
        "h.json": json.dumps(
            [
                health("2024-05-01", {"type": "HR", "value": 50}, {"type": "HRV", "value": 40.2}),
                health("2024-05-02", {"type": "HRV", "value": 40.2}),
                health("2024-05-03", {"type": "HRV", "value": 41, "status": "UNKNOWN"}),
                health("2024-05-04", {"type": "HRV", "value": 39}),
                health("2024-05-05", {"type": "HRV", "value": "high"}),
                health("2024-05-06", "HRV"),
                health("2024-05-07") | {"metrics": None},
            ]
        ).encode(),
        "n.json": json.dumps([a_night_told("2024-05-01"), a_night_told("2024-05-04")]).encode(),
    }
    noted = read_garmin(files)

    assert dailies(noted, Kind.HRV_RMSSD) == [("2024-05-01", 402, True), ("2024-05-04", 390, True)]
    assert noted.without == {"HRV carried over from another night": 1}
    assert len(noted.troubles) == 1


# Sessions ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("walking", Activity.WALK),
        ("treadmill_running", Activity.RUN),
        ("indoor_cycling", Activity.CYCLE),
        ("lap_swimming", Activity.SWIM),
        ("strength_training", Activity.STRENGTH),
        ("yoga", Activity.YOGA),
        ("breathwork", Activity.BREATH),
        ("pilates", Activity.STRETCH),
        ("other", Activity.OTHER),
        (None, Activity.OTHER),
    ],
)
def test_a_session_is_what_its_name_says(name: str | None, what: Activity) -> None:
    (session,) = sessions(read_garmin(sessions_file(a_session_told(activityType=name))))

    assert session.activity is what
    assert (session.end - session.start, session.offset) == (360, 7200)


@pytest.mark.parametrize(
    "row",
    [
        a_session_told(startTimeGmt=None),
        a_session_told(duration=None),
        a_session_told(duration=0),
        # Microseconds, or a watch that was forgotten for three days.
        a_session_told(duration=360_000_000.0),
        a_session_told(duration="six minutes"),
        a_session_told(avgHr=900),
        a_session_told(startTimeGmt=1_795_500_000_000, startTimeLocal=1_795_500_000_000),
    ],
)
def test_a_session_that_cannot_be_is_told_and_the_others_are_read(row: object) -> None:
    noted = read_garmin(sessions_file(row, a_session_told()))

    assert len(sessions(noted)) == 1
    assert len(noted.troubles) == 1


def test_a_session_without_a_wall_clock_takes_the_zone_of_the_days() -> None:
    row = a_session_told(startTimeGmt=None, beginTimestamp=1_714_546_800_000, startTimeLocal=None)
    noted = read_garmin(days_file(a_day_told()) | sessions_file(row, row))
    alone = read_garmin(sessions_file(row))

    assert [session.offset for session in sessions(noted)] == [0]
    assert [session.offset for session in sessions(alone)] == [None]


# FIT files beside them ---------------------------------------------------------------------------


def test_fit_files_add_what_the_account_does_not_tell() -> None:
    fits = {"day.fit": a_day().made(), "night.fit": a_night().made()}
    alone = read_garmin(days_file(a_day_told("2024-01-01")) | fits)
    beside = read_garmin(
        fits
        | days_file(a_day_told("2024-05-02", currentDayRestingHeartRate=50))
        | {"n.json": json.dumps([a_night_told("2024-05-02")]).encode()}
    )

    assert ("2024-05-02", 34_000, True) in dailies(alone, Kind.STEPS)
    assert ("2024-05-02", 30_000, True) in dailies(beside, Kind.STEPS)
    assert dailies(beside, Kind.RESTING_HEART_RATE) == [("2024-05-02", 500, True)]
    stages = {seen.kind for seen in beside.seen if isinstance(seen, Stretch)}
    assert stages == {Kind.ASLEEP, Kind.STEPS}


# Damage ------------------------------------------------------------------------------------------


def whole_file(count: int = 30) -> bytes:
    return json.dumps([a_day_told(f"2024-05-{day:02}") for day in range(1, count + 1)]).encode()


@pytest.mark.parametrize(
    "broken",
    [
        b"\x0b}",
        b"\xff\xfe",
        b'"',
        b"{",
        b"]",
        b"}",
        b"nul",
        b"1e",
        b"\\u12",
        b"[" * 3000,
        b"9" * 5000,
    ],
)
def test_bytes_that_break_one_row_cost_no_other(broken: bytes) -> None:
    raw = whole_file()
    at = raw.index(b'"totalSteps"', len(raw) // 2)
    noted = read_garmin({"a.json": raw[:at] + broken + raw[at:]})

    assert len(dailies(noted, Kind.STEPS)) >= 29
    assert len(noted.troubles) <= 1


def test_a_vertical_tab_between_rows_and_in_words_is_a_blank() -> None:
    raw = whole_file().replace(b"}, {", b"}\x0b,\0\n{").replace(b"2024-05-01T", b"2024\x0b")
    noted = read_garmin({"a.json": b"\xef\xbb\xbf\n" + raw})

    assert len(dailies(noted, Kind.STEPS)) == 30
    assert noted.troubles == []


@pytest.mark.parametrize("lost", [1, 2, 60, 4000])
def test_a_file_cut_short_is_read_as_far_as_it_goes(lost: int) -> None:
    raw = whole_file()
    noted = read_garmin({"a.json": raw[:-lost]})
    whole = raw[:-lost].count(b"}")

    assert len(dailies(noted, Kind.STEPS)) == whole
    assert len(noted.troubles) == 1


def test_a_file_that_is_no_list_is_told() -> None:
    files = {"a.json": b'{"wellnessStartTimeGmt": 1}', **sessions_file(a_session_told())}

    assert read_garmin(files).troubles == [
        "a.json, entry 1: The file holds no list of entries. Unpack the export again."
    ]


def test_what_is_in_the_list_and_is_no_row_is_told() -> None:
    noted = read_garmin({"a.json": whole_file(2).replace(b"}, {", b"}, 7, [8], {")})

    assert len(dailies(noted, Kind.STEPS)) == 2
    assert len(noted.troubles) == 1


def test_very_many_blanks_between_rows_are_blanks() -> None:
    raw = whole_file(2).replace(b"}, {", b"}," + b" " * 1_500_000 + b"{")

    assert len(list(rows_of(BytesIO(raw)))) == 2


def test_of_a_file_that_is_damaged_all_over_the_rest_is_left_out() -> None:
    raw = b"[" + b'{"a":{"a":' * 5000
    rows = list(rows_of(BytesIO(raw)))

    assert len(rows) == 1001
    assert str(rows[-1]).startswith("Too much of the file is damaged.")


def test_a_row_of_very_many_columns_and_one_without_end_cost_no_other() -> None:
    wide = (
        b'{"calendarDate": "2024-05-09", '
        + b", ".join(b'"%d": %d' % (name, name) for name in range(100_000))
        + b"}"
    )
    endless = b'{"calendarDate": "' + b"x" * 3_000_000
    raw = whole_file(3)[:-1] + b", " + wide + b", " + endless + b', {"calendarDate": "2024-05-10"}]'
    rows = list(rows_of(BytesIO(raw)))

    assert [type(row) for row in rows] == [dict, dict, dict, Sentence, Sentence, dict]


def test_a_long_file_takes_no_more_memory_than_a_short_one() -> None:
    row = json.dumps(a_day_told(more="é" * 3000)).encode()

    class Long(BytesIO):
        left = 6000

        def read(self, size: int | None = -1, /) -> bytes:
            assert size
            taken = min(self.left, size // len(row))
            self.left -= taken
            return (row + b",") * taken

    long = Long()
    tracemalloc.start()
    count = sum(1 for _ in rows_of(_After(b"[", long)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 6001
    assert most < 16 << 20


class _After(BytesIO):
    """A stream behind some bytes."""

    def __init__(self, first: bytes, then: IO[bytes]) -> None:
        super().__init__()
        self.first, self.then = first, then

    def read(self, size: int | None = -1, /) -> bytes:
        first, self.first = self.first, b""
        return first or self.then.read(size or -1)


class Breaking(InMemory):
    """An export of which one file does not unpack to its end."""

    def open(self, member: Member) -> IO[bytes]:
        if member.name == "bad.json":
            return _Refusing()
        return super().open(member)


class _Refusing(BytesIO):
    def read(self, _: int | None = -1, /) -> bytes:
        raise CannotRead(Sentence("It does not unpack."))


def test_a_file_that_does_not_unpack_costs_no_other() -> None:
    noted = Noted()
    look = Breaking(days_file(a_day_told()) | {"bad.json": whole_file()})
    garmin.read(look, noted, choices=ExportChoices(), today=TODAY)

    assert noted.troubles == ["bad.json: It does not unpack."]
    assert len(dailies(noted, Kind.STEPS)) == 1


# Real exports ------------------------------------------------------------------------------------


def test_a_real_export_is_read_without_a_word_of_trouble() -> None:
    paths = sorted(DATA.glob("garmin_gdpr/*.json"))
    if not paths:
        pytest.skip("no real export here")
    noted = read_garmin({path.name: path.read_bytes() for path in paths})

    assert noted.troubles == []
    assert len(dailies(noted, Kind.STEPS)) == 51
    assert len(sessions(noted)) == 38
    assert {session.offset for session in sessions(noted)} <= {3600, 7200}
