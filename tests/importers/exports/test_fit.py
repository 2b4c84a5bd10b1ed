"""FIT files tell heart rate, steps, sleep, HRV and sessions, on the clock of the wall."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

import pytest

from steadystep.core.observed import (
    DAY_SECONDS,
    Activity,
    Daily,
    Kind,
    Maker,
    Point,
    Session,
    Source,
    Stretch,
    day_of_second,
)
from steadystep.importers import fit
from steadystep.importers.export import ExportChoices, Member
from steadystep.importers.fit import files as fit_files
from steadystep.importers.fit import part as fit_part
from steadystep.importers.fit import seen as fit_seen
from steadystep.importers.fit.known_fields import EPOCH_SECONDS
from steadystep.importers.names import name_of
from steadystep.importers.offsets import Offsets, offset_between
from steadystep.importers.reading import CannotRead, Sentence
from tests.importers.exports.fit_made import FitMade, a_day, a_night, a_walk, begun, clock
from tests.importers.exports.garmin_readings import (
    FIXTURES,
    MADE,
    READINGS,
    TODAY,
    files_of,
    in_words,
    read_fit,
)
from tests.importers.exports.noted import InMemory, Noted

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[3].parent / "shared" / "data")
)
MIDNIGHT = clock("2024-05-01T22:00:00")
EAST = 7200
A_DAY = day_of_second(MIDNIGHT + EPOCH_SECONDS + EAST)


def of_kind(noted: Noted, kind: Kind) -> list[Point | Stretch | Daily]:
    return [seen for seen in noted.seen if not isinstance(seen, Session) and seen.kind is kind]


def sessions(noted: Noted) -> list[Session]:
    return [seen for seen in noted.seen if isinstance(seen, Session)]


def days(noted: Noted, kind: Kind) -> list[tuple[int, int, bool]]:
    """Days since A_DAY, tenths, and whether they are whole."""
    return [
        (seen.day - A_DAY, seen.tenths, seen.whole)
        for seen in noted.seen
        if isinstance(seen, Daily) and seen.kind is kind
    ]


def monitoring(*, midnight: int = MIDNIGHT, offset: int = EAST, device: int = 1) -> FitMade:
    """Begin a file of monitoring: place 2 counts steps, place 3 is heart rate."""
    made = FitMade()
    made.define(0, 0, [(1, "u16"), (3, "u32"), (4, "u32")])
    made.add(0, 1, device, midnight)
    made.define(1, 103, [(253, "u32"), (0, "u32")])
    made.add(1, midnight, midnight + offset)
    made.define(2, 55, [(253, "u32"), (5, "enum"), (3, "u32")])
    made.define(3, 55, [(26, "u16"), (27, "u8")])
    return made


def activity(
    *, sport: int = 11, sub_sport: int = 0, seconds: int = 360, cycles: int = 270
) -> FitMade:
    made = begun("2024-05-01T07:00:00")
    start = clock("2024-05-01T07:00:00")
    made.define(
        3, 18, [(2, "u32"), (5, "enum"), (6, "enum"), (8, "u32"), (10, "u32"), (16, "u8")]
    )  # fmt: skip
    made.add(3, start, sport, sub_sport, seconds * 1000, cycles, 0xFF)
    made.define(4, 34, [(253, "u32"), (5, "u32")])
    made.add(4, start + 400, start + 400 + EAST)
    return made


# Readings that are written down ------------------------------------------------------------------


@pytest.mark.parametrize("reading", [one for one in READINGS if one.startswith("fit/")])
def test_the_invented_files_read_as_it_is_written_down(reading: str) -> None:
    assert in_words(READINGS[reading]()) == (FIXTURES / reading).read_text(encoding="utf-8")


def test_the_files_are_those_that_are_made() -> None:
    assert files_of("fit") == {name: make().made() for name, make in MADE.items()}


def test_fit_files_are_known_among_others() -> None:
    assert fit.recognises(InMemory({"a.txt": b"a", "b": a_walk().made()}))
    assert not fit.recognises(InMemory({"walk.fit": b"date,pain\n2024-05-01,3\n"}))
    assert not fit.recognises(InMemory({}))


def test_other_files_beside_them_are_counted_and_progress_adds_up() -> None:
    files = {"READ.ME": b"hello", "walk.fit": a_walk().made(), "z/night.fit": a_night().made()}
    noted, told = Noted(), list[int]()
    fit.read(InMemory(files), noted, choices=ExportChoices(), today=TODAY, progress=told.append)

    assert noted.without["files of another kind"] == 1
    assert sum(told) == InMemory(files).size


def test_files_with_nothing_of_use_are_refused_in_words() -> None:
    with pytest.raises(CannotRead, match="hold no steps, heart rate, sleep or sessions"):
        read_fit({"settings.fit": begun("2024-05-01T07:00:00", 2).made()})


# Heart rate --------------------------------------------------------------------------------------


def test_a_gap_in_heart_rate_is_a_gap_and_places_stay_out() -> None:
    noted = read_fit({"walk.fit": a_walk().made()})

    assert len(of_kind(noted, Kind.HEART_RATE)) == 88
    assert noted.without["places (GPS)"] == 90
    assert noted.sources == [Source(Maker.WATCH, "Garmin")]


def test_what_no_heart_can_do_is_told_once_for_all() -> None:
    made = monitoring()
    made.define(4, 20, [(253, "u32"), (3, "u8")])
    for beat in (19, 251, 60):
        made.add(4, MIDNIGHT + 60, beat)
    made.add(3, MIDNIGHT & 0xFFFF, 11)
    made.define(5, 211, [(253, "u32"), (1, "u8")])
    made.add(5, MIDNIGHT, 3)
    made.define(6, 370, [(253, "u32"), (1, "u16")])
    made.add(6, MIDNIGHT, 64_200)
    noted = read_fit({"a.fit": made.made()})

    assert [seen.tenths for seen in of_kind(noted, Kind.HEART_RATE)] == [600]
    assert noted.troubles == ["a.fit: Values that no heart has: 5. They are left out."]


# Clocks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "time", [16_441_241, clock("2026-11-24T00:00:00"), 0xFFFF_FFFE, 0xFFFF_FFFF, 0]
)
def test_a_clock_that_was_not_set_is_told(time: int) -> None:
    made = monitoring(offset=0)
    made.add(2, MIDNIGHT + 60, 6, 50)
    made.define(4, 20, [(253, "u32"), (3, "u8")])
    made.add(4, time, 60)
    made.add(4, time, 61)
    made.define(5, 275, [(253, "u32"), (0, "enum")])
    made.add(5, time, 2)
    noted = read_fit({"a.fit": made.made()})

    assert of_kind(noted, Kind.HEART_RATE) == []
    assert noted.troubles == [
        "a.fit: Entries with a time that cannot be: 3. The device's clock was not set."
    ]


def test_what_happened_tomorrow_in_another_zone_may_be() -> None:
    made = begun("2026-11-23T20:00:00")
    made.define(4, 20, [(253, "u32"), (3, "u8")])
    made.add(4, clock("2026-11-23T23:59:59"), 60)

    assert len(read_fit({"a.fit": made.made()}).seen) == 1


def test_a_time_of_16_bits_goes_round_and_may_step_back_a_little() -> None:
    made = monitoring()
    for seconds in (30_000, 29_400, 90_000, 150_000):
        made.add(3, (MIDNIGHT + seconds) & 0xFFFF, 60)
    noted = read_fit({"a.fit": made.made()})

    wall = MIDNIGHT + EPOCH_SECONDS + EAST
    assert [seen.at - wall for seen in noted.seen if isinstance(seen, Point)] == [
        30_000,
        29_400,
        90_000,
        150_000,
    ]


def test_no_minute_of_many_busy_days_is_lost() -> None:
    made = monitoring()
    for minute in range(6 * 1440):
        made.add(3, MIDNIGHT + 60 * minute & 0xFFFF, 60 + minute % 30)
    noted = read_fit({"a.fit": made.made()})
    begins = MIDNIGHT + EPOCH_SECONDS + EAST

    assert noted.troubles == []
    assert of_kind(noted, Kind.HEART_RATE) == [
        Point(Kind.HEART_RATE, 0, begins + 60 * minute, EAST, 10 * (60 + minute % 30))
        for minute in range(6 * 1440)
    ]


def test_a_large_file_is_gone_through_twice_and_says_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = {"a.fit": a_day().made() + a_walk().made(), "b.fit": a_night().made()}
    small = read_fit(files)
    monkeypatch.setattr(fit_seen, "_SMALL_BYTES", 0)

    assert read_fit(files) == small


def test_a_time_of_16_bits_with_no_whole_one_before_it_is_no_time() -> None:
    made = FitMade()
    made.define(3, 55, [(26, "u16"), (27, "u8")])
    made.add(3, 900, 60)
    made.define(4, 103, [(0, "u32")])
    made.add(4, MIDNIGHT)
    made.define(5, 55, [(27, "u8")])
    made.add(5, 60)
    with pytest.raises(CannotRead):
        read_fit({"a.fit": made.made()})


def test_two_zones_in_a_day_are_each_on_their_own_clock() -> None:
    made = monitoring()
    made.add(3, (MIDNIGHT + 600) & 0xFFFF, 60)
    made.add(1, 0xFFFF_FFFF, MIDNIGHT)
    made.add(1, MIDNIGHT + 3600, MIDNIGHT + 3600 - 5 * 3600)
    made.add(1, 5, 0xFFFF_FFFF)
    made.add(1, MIDNIGHT + 3600, 0xFFFF_FFFF)
    made.add(3, (MIDNIGHT + 4200) & 0xFFFF, 61)
    noted = read_fit({"a.fit": made.made()})

    points = [seen for seen in noted.seen if isinstance(seen, Point)]
    assert [seen.offset for seen in points] == [EAST, -5 * 3600]
    assert points[1].at - points[0].at == 3600 - 7 * 3600


def test_the_night_when_clocks_change_is_as_long_as_it_was() -> None:
    bed = clock("2024-03-30T22:00:00")
    made = monitoring(midnight=bed, offset=3600)
    made.define(4, 275, [(253, "u32"), (0, "enum")])
    for hours, level in ((0, 2), (5, 3), (8, 1)):
        made.add(4, bed + hours * 3600, level)
    noted = read_fit({"a.fit": made.made()})

    assert [one.tenths for one in noted.seen if isinstance(one, Stretch)] == [3000, 1800]


def test_a_file_without_a_zone_takes_that_of_the_file_nearest_in_time() -> None:
    night, day = a_night().made(), a_day().made()
    winter = monitoring(midnight=clock("2024-01-10T23:00:00"), offset=3600)
    winter.add(2, clock("2024-01-11T12:00:00"), 6, 900)
    noted = read_fit({"0.fit": night, "day.fit": day, "winter.fit": winter.made()})

    stages = of_kind(noted, Kind.SLEEP_DEEP)
    assert [seen.offset for seen in stages if isinstance(seen, Stretch)] == [EAST]
    assert noted.guesses == []


def test_with_no_zone_anywhere_utc_is_taken_and_told() -> None:
    noted = read_fit({"night.fit": a_night().made()})

    assert {seen.offset for seen in noted.seen if isinstance(seen, Stretch)} == {None}
    assert noted.guesses == ["A file names no time zone. Its times are taken as they are, in UTC."]


def test_a_zone_that_no_clock_shows_is_no_zone() -> None:
    made = activity()
    made.add(4, MIDNIGHT, MIDNIGHT + 400_000)
    made.add(4, MIDNIGHT, MIDNIGHT + 500)
    made.add(4, MIDNIGHT, 0xFFFF_FFFF)
    made.add(4, 9, 0xFFFF_FFFF)

    assert sessions(read_fit({"a.fit": made.made()}))[0].offset == EAST
    assert offset_between(0, 20_000) is None
    assert offset_between(0, 20_700 + 60) == 20_700
    assert offset_between(0, -46_800) is None


def test_offsets_that_say_the_same_are_kept_at_both_ends_alone() -> None:
    offsets = Offsets()
    assert offsets.at(5) is None
    for at in (0, 900, 100, 200, 300):
        offsets.tell(at, 3600)
    offsets.tell(400, 7200)

    assert offsets.told == [(0, 3600), (400, 7200), (900, 3600)]
    assert [offsets.at(at) for at in (-5, 190, 390, 640, 660, 2000)] == [
        3600,
        3600,
        7200,
        7200,
        3600,
        3600,
    ]


# Steps -------------------------------------------------------------------------------------------


def test_steps_are_the_days_highest_count_however_many_files_tell_of_it() -> None:
    first, second = monitoring(), monitoring(midnight=MIDNIGHT + 40_000)
    first.add(2, MIDNIGHT + 30_000, 6, 1000)
    first.add(2, MIDNIGHT + 30_000, 1, 200)
    second.add(2, MIDNIGHT + 40_000, 6, 1500)
    second.add(2, MIDNIGHT + 50_000, 6, 1900)
    noted = read_fit({"2.fit": second.made(), "1.fit": first.made()})

    assert days(noted, Kind.STEPS) == [(0, 21_000, False)]
    stretches = [seen for seen in noted.seen if isinstance(seen, Stretch)]
    assert [seen.tenths for seen in stretches] == [10_000, 4000]


def test_a_count_made_at_midnight_is_of_the_day_that_ends_there() -> None:
    made = monitoring()
    made.add(2, MIDNIGHT + DAY_SECONDS, 6, 4000)
    made.add(2, MIDNIGHT + DAY_SECONDS + 600, 6, 10)
    made.add(2, MIDNIGHT + DAY_SECONDS + 1200, 6, 10)

    noted = read_fit({"a.fit": made.made()})
    assert days(noted, Kind.STEPS) == [(0, 40_000, True), (1, 100, False)]
    assert sum(seen.tenths for seen in noted.seen if isinstance(seen, Stretch)) == 40_100


def test_of_two_watches_the_one_that_counted_more_was_worn_more() -> None:
    one, other = monitoring(device=1), monitoring(device=2)
    one.add(2, MIDNIGHT + 30_000, 6, 1000)
    other.add(2, MIDNIGHT + 30_000, 6, 700)

    noted = read_fit({"1.fit": one.made(), "2.fit": other.made()})
    assert days(noted, Kind.STEPS) == [(0, 10_000, False)]


def test_a_day_without_a_step_was_not_worn_and_other_ways_are_no_steps() -> None:
    made = monitoring()
    made.add(2, MIDNIGHT + 30_000, 6, 0)
    made.add(2, MIDNIGHT + 30_000, 2, 500)
    made.add(2, MIDNIGHT + 30_000, 6, 0xFFFF_FFFF)
    made.add(3, (MIDNIGHT + 30_060) & 0xFFFF, 60)

    assert days(read_fit({"a.fit": made.made()}), Kind.STEPS) == []


def test_steps_may_be_counted_in_16_bits() -> None:
    made = monitoring()
    made.define(4, 55, [(253, "u32"), (5, "enum"), (9, "u16")])
    made.add(4, MIDNIGHT + 600, 6, 77)

    assert days(read_fit({"a.fit": made.made()}), Kind.STEPS) == [(0, 770, False)]


def test_more_steps_than_a_day_can_hold_are_left_out() -> None:
    made = monitoring()
    made.add(2, MIDNIGHT + 600, 6, 300_000)
    made.add(2, MIDNIGHT + 700, 6, 900)
    for way in (1, 6):
        made.add(2, MIDNIGHT + DAY_SECONDS + 600, way, 150_000)
    noted = read_fit({"a.fit": made.made()})

    assert days(noted, Kind.STEPS) == [(0, 9000, True)]
    assert noted.troubles == [
        "a.fit: Counts of more steps than a day can hold: 1. They are left out.",
        "2024-05-03: 300000 steps are more than a day can hold. The day is left out.",
    ]


def test_monitoring_with_no_beginning_tells_days_and_no_stretches_at_first() -> None:
    made = FitMade()
    made.define(2, 55, [(253, "u32"), (5, "enum"), (3, "u32"), (11, "u32")])
    made.add(2, MIDNIGHT + 600, 6, 100, MIDNIGHT + 600 + EAST)
    made.add(2, MIDNIGHT + 900, 6, 130, 0xFFFF_FFFF)
    noted = read_fit({"a.fit": made.made()})

    assert days(noted, Kind.STEPS) == [(0, 1300, False)]
    assert [
        (one.start - one.end, one.tenths) for one in noted.seen if isinstance(one, Stretch)
    ] == [(-300, 300)]


# Nights ------------------------------------------------------------------------------------------


def test_a_stage_lasts_until_the_next_and_one_that_never_ended_is_none() -> None:
    made = monitoring()
    made.define(4, 275, [(253, "u32"), (0, "enum")])
    for minutes, level in ((0, 2), (10, 0), (20, 4), (20, 4), (500, 3), (520, 1), (520, 0xFF)):
        made.add(4, MIDNIGHT + minutes * 60, level)
    noted = read_fit({"a.fit": made.made()})

    assert [(seen.kind, seen.tenths) for seen in noted.seen if isinstance(seen, Stretch)] == [
        (Kind.SLEEP_LIGHT, 100),
        (Kind.SLEEP_DEEP, 200),
    ]


def test_the_hrv_of_a_night_is_its_summary_or_else_the_mean_of_its_parts() -> None:
    made = monitoring()
    made.define(4, 371, [(253, "u32"), (0, "u16")])
    for minutes, value in ((-120, 40 * 128), (60, 44 * 128), (1440, 50 * 128)):
        made.add(4, MIDNIGHT + minutes * 60, value)
    made.define(5, 370, [(253, "u32"), (0, "u16"), (1, "u16")])
    made.add(5, MIDNIGHT + DAY_SECONDS + 7 * 3600, 60 * 128, 51 * 128)
    # Nothing was measured on this day: the mean of the week alone is told.
    made.add(5, MIDNIGHT + 2 * DAY_SECONDS + 7 * 3600, 60 * 128, 0xFFFF)
    noted = read_fit({"a.fit": made.made()})

    assert days(noted, Kind.HRV_RMSSD) == [(0, 420, True), (1, 510, True)]


def test_resting_heart_rate_is_the_days_own_and_the_last_that_was_told() -> None:
    made = monitoring()
    made.define(5, 211, [(253, "u32"), (0, "u8"), (1, "u8")])
    for seconds, week, own in ((60, 61, 59), (70, 61, 57), (90_000, 61, 0xFF)):
        made.add(5, MIDNIGHT + seconds, week, own)

    noted = read_fit({"a.fit": made.made()})
    assert days(noted, Kind.RESTING_HEART_RATE) == [(0, 570, True)]


# Sessions ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sport", "sub_sport", "what", "steps"),
    [
        (11, 0, Activity.WALK, 540),
        (1, 0, Activity.RUN, 540),
        (10, 43, Activity.YOGA, None),
        (10, 20, Activity.STRENGTH, None),
        (99, 99, Activity.OTHER, None),
        (0xFF, 0xFF, Activity.OTHER, None),
        (5, 17, Activity.SWIM, None),
    ],
)
def test_a_session_is_what_its_sport_says(
    sport: int, sub_sport: int, what: Activity, steps: int | None
) -> None:
    (session,) = sessions(read_fit({"a.fit": activity(sport=sport, sub_sport=sub_sport).made()}))

    assert session.activity is what
    assert session.end - session.start == 360
    assert session.steps == steps
    assert session.heart_rate is None


def test_more_steps_than_feet_can_do_are_not_taken() -> None:
    (session,) = sessions(read_fit({"a.fit": activity(cycles=4000).made()}))

    assert session.steps is None


@pytest.mark.parametrize("seconds", [0, 49 * 3600, 4_294_967])
def test_a_session_that_cannot_be_is_told(seconds: int) -> None:
    noted = read_fit({"a.fit": activity(seconds=seconds).made(), "walk.fit": a_walk().made()})

    assert len(sessions(noted)) == 1
    assert "Sessions with no length, or over two days: 1." in noted.troubles[0]


def test_a_session_told_by_two_files_counts_once() -> None:
    noted = read_fit({"a.fit": activity().made(), "b.fit": activity(cycles=271).made()})

    assert len(sessions(noted)) == 1


def test_a_session_with_a_start_that_cannot_be_is_told() -> None:
    made = activity()
    made.add(3, 77, 11, 0, 60_000, 60, 90)
    made.add(3, 0xFFFF_FFFF, 11, 0, 60_000, 60, 90)
    noted = read_fit({"a.fit": made.made()})

    assert len(sessions(noted)) == 1
    assert noted.troubles == [
        "a.fit: Entries with a time that cannot be: 2. The device's clock was not set."
    ]


# Damage ------------------------------------------------------------------------------------------


def test_one_damage_is_told_once_and_the_file_counts() -> None:
    noted = read_fit({"dana@example.org_4711.fit": a_walk().made()[:-20]})

    assert len(of_kind(noted, Kind.HEART_RATE)) == 88
    assert noted.troubles == [
        "4711.fit: The file is cut short. What is there is read. Copy it from the watch again."
    ]


def test_a_damaged_end_of_a_good_file_is_told() -> None:
    made = a_walk()
    made.body += b"\x0f\x0b\x0b"
    noted = read_fit({"a.fit": made.made() + b"\x0b\x0b", "b.fit": b"not a fit at all"})

    assert len(noted.troubles) == 2
    assert noted.troubles[0].startswith("a.fit: From some point on it is damaged.")


def test_a_chained_file_keeps_the_watch_and_the_zone_of_the_one_before() -> None:
    more = FitMade()
    more.define(0, 20, [(253, "u32"), (3, "u8")])
    more.add(0, clock("2024-05-01T07:10:00"), 99)
    noted = read_fit({"a.fit": activity().made() + more.made()})

    assert [seen.offset for seen in noted.seen if isinstance(seen, Point)] == [EAST]
    assert noted.sources == [Source(Maker.WATCH, "Garmin")]


def test_another_maker_is_named_and_an_unknown_one_is_a_fit_file() -> None:
    suunto, nobody = begun("2024-05-01T07:00:00", maker=23), begun("2024-05-01T07:00:00", maker=9)
    for made in (suunto, nobody):
        made.define(1, 20, [(253, "u32"), (3, "u8")])
        made.add(1, MIDNIGHT, 70)
    noted = read_fit({"1.fit": suunto.made(), "2.fit": nobody.made()})

    assert noted.sources == [Source(Maker.WATCH, "Suunto"), Source(Maker.WATCH, "FIT file")]


def test_a_night_without_end_is_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_fit({"night.fit": a_night().made()})
    monkeypatch.setattr(fit_part, "MOST_STAGES", 2)
    noted = read_fit({"night.fit": a_night().made()})

    assert noted.without["stages of sleep beyond the first 50,000 of a file"] > 0
    assert len(noted.seen) < len(whole.seen)


def test_starts_of_sessions_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_part, "MOST_SESSIONS", 0)
    noted = read_fit({"a.fit": a_walk().made(), "b.fit": a_walk().made()})

    assert len([seen for seen in noted.seen if isinstance(seen, Session)]) == 2


class Breaking(InMemory):
    """An export of which one file does not unpack."""

    def open(self, member: Member) -> IO[bytes]:
        if member.name == "bad.fit":
            raise CannotRead(Sentence("It does not unpack."))
        return super().open(member)


def test_a_file_that_does_not_unpack_or_is_huge_costs_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fit_files, "MOST_BYTES", 3000)
    huge = a_walk().made() + bytes(3000)
    files = {"bad.fit": b"", "huge.fit": huge, "night.fit": a_night().made()}
    noted, told = Noted(), list[int]()
    fit.read(Breaking(files), noted, choices=ExportChoices(), today=TODAY, progress=told.append)

    assert noted.troubles[0] == "bad.fit: It does not unpack."
    assert noted.troubles[1].startswith("huge.fit: The file is larger than")
    assert of_kind(noted, Kind.SLEEP_DEEP)
    assert sum(told) == sum(map(len, files.values()))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("DI/UploadedFiles_0-_Part1.zip/dana@example.org_123456789.fit", "123456789.fit"),
        ("dana.e_x@mail.example.org_9.fit", "9.fit"),
        ("a/2024-05-01_12345678_sleepData.json", "2024-05-01_sleepData.json"),
        ("12345678", "…"),
    ],
)
def test_names_of_files_are_shown_without_whose_they_are(name: str, shown: str) -> None:
    assert name_of(Member(name, 1)) == shown


# Real files --------------------------------------------------------------------------------------


def test_a_real_day_of_monitoring_adds_up_to_its_own_sum() -> None:
    paths = list(DATA.glob("garmin_fit/MonitoringFile.fit"))
    if not paths:
        pytest.skip("no real files here")
    noted = read_fit({"a.fit": paths[0].read_bytes()})

    stretches = [seen for seen in noted.seen if isinstance(seen, Stretch)]
    (day,) = [seen for seen in noted.seen if isinstance(seen, Daily)]
    assert sum(seen.tenths for seen in stretches) == day.tenths
    assert day.whole


def test_all_real_files_are_read_or_answered_in_words() -> None:
    paths = sorted(DATA.glob("garmin_fit/*.fit"))
    if not paths:
        pytest.skip("no real files here")
    noted = read_fit({path.name: path.read_bytes() for path in paths})

    assert {one.activity for one in sessions(noted)} == {
        Activity.RUN,
        Activity.WALK,
        Activity.CYCLE,
        Activity.SWIM,
    }
    assert len(of_kind(noted, Kind.HEART_RATE)) > 2000
