"""What readers hand on becomes days: the same in any order, and nothing twice."""

from __future__ import annotations

import os
import pickle
import tempfile
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core.bins import unpack
from steadystep.core.observed import Activity, Daily, Kind, Maker, Point, Seen, Session, Stretch
from steadystep.core.observed_days import NUMBERS
from steadystep.importers import found, gather, runs
from steadystep.importers.gather import Gathering
from steadystep.importers.reading import CannotRead, Sentence
from tests.importers.gathered import (
    MONDAY,
    MONDAY_ORDINAL,
    all_of,
    days_of,
    gathered,
    hand_on,
    seen,
    value_of,
)

if TYPE_CHECKING:
    import random
    from pathlib import Path

HOUR = 3_600
THINGS = st.lists(seen(), max_size=15)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Buffers so small that all goes to the disk."""
    monkeypatch.setattr(gather, "MOMENTS_BUFFERED", 3)
    monkeypatch.setattr(gather, "LONGS_BUFFERED", 2)
    monkeypatch.setattr(runs, "RUNS_IN_MEMORY_BYTES", 40)
    monkeypatch.setattr(runs, "VALUES_AT_A_TIME", 2)


# Laws -----------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(THINGS, st.randoms(use_true_random=False))
def test_what_comes_out_does_not_depend_on_the_order(
    things: list[Seen], luck: random.Random
) -> None:
    mixed = list(things)
    luck.shuffle(mixed)
    assert all_of(gathered(mixed)) == all_of(gathered(things))


@settings(max_examples=40)
@given(THINGS)
def test_what_is_told_twice_counts_once(things: list[Seen]) -> None:
    assert all_of(gathered([*things, *things])) == all_of(gathered(things))


@settings(max_examples=40)
@given(THINGS, st.integers(0, 40))
@pytest.mark.usefixtures("small")
def test_two_halves_absorbed_are_the_whole(things: list[Seen], cut: int) -> None:
    with gathered(things[:cut]) as first:
        second = first.twin()
        # The other process meets the sources in another order.
        phone, watch = second.source(Maker.PHONE, "Phone"), second.source(Maker.WATCH, "Watch")
        hand_on(second, things[cut:], (watch, phone))
        first.absorb(pickle.loads(pickle.dumps(second)))  # noqa: S301 - our own
        assert all_of(first) == all_of(gathered(things))


@settings(max_examples=40)
@given(THINGS)
@pytest.mark.usefixtures("small")
def test_what_goes_to_the_disk_comes_back(things: list[Seen]) -> None:
    with pytest.MonkeyPatch.context() as wide:
        wide.setattr(gather, "MOMENTS_BUFFERED", 1_000)
        wide.setattr(gather, "LONGS_BUFFERED", 1_000)
        expected = all_of(gathered(things))
    with gathered([*things, *reversed(things)]) as into:
        assert all_of(into) == expected
        assert all_of(into) == expected


@settings(max_examples=40)
@given(THINGS)
def test_every_value_lies_within_what_its_kind_can_be(things: list[Seen]) -> None:
    for row in days_of(gathered(things)):
        assert NUMBERS[row.kind].least <= row.tenths <= NUMBERS[row.kind].most
        assert row.made_of > 0
        assert row.series is None or NUMBERS[row.kind].has_series


@given(st.lists(st.tuples(st.integers(0, 80_000), st.integers(1, 9_000), st.integers(0, 5_000))))
def test_steps_are_never_more_than_all_that_was_told(
    stretches: list[tuple[int, int, int]],
) -> None:
    things = [
        Stretch(Kind.STEPS, 0, MONDAY + at, MONDAY + at + length, 0, tenths)
        for at, length, tenths in stretches
    ]
    days = days_of(gathered(things))
    assert sum(row.tenths for row in days) <= sum(one.tenths for one in things)
    for row in days:
        assert sum(one or 0 for one in unpack(row.series or b"")) == row.tenths


# How a day is made ----------------------------------------------------------------------------


def test_steps_are_added_up_and_a_repetition_is_not() -> None:
    steps = [Stretch(Kind.STEPS, 0, MONDAY + at, MONDAY + at + 600, 0, 1_000) for at in (0, 600, 0)]
    assert value_of(steps, Kind.STEPS) == 2_000


def test_an_hour_that_repeats_its_tens_of_minutes_is_counted_once() -> None:
    tens = [
        Stretch(Kind.STEPS, 0, MONDAY + at, MONDAY + at + 600, 0, 500)
        for at in range(0, 3_600, 600)
    ]
    hour = Stretch(Kind.STEPS, 0, MONDAY, MONDAY + HOUR, 0, 3_000)
    assert value_of([hour, *tens], Kind.STEPS) == 3_000


def test_of_two_stretches_that_overlap_the_denser_counts_where_they_do() -> None:
    slow = Stretch(Kind.STEPS, 0, MONDAY, MONDAY + 1_200, 0, 1_200)
    quick = Stretch(Kind.STEPS, 0, MONDAY + 600, MONDAY + 1_800, 0, 3_600)
    assert value_of([slow, quick], Kind.STEPS) == 600 + 3_600


def test_steps_over_midnight_are_divided_and_none_is_lost() -> None:
    night = [Stretch(Kind.STEPS, 0, MONDAY + 86_400 - 1_000, MONDAY + 86_400 + 2_000, 0, 1_000)]
    assert value_of(night, Kind.STEPS) == 333
    assert value_of(night, Kind.STEPS, MONDAY_ORDINAL + 1) == 667


def test_steps_of_one_moment_are_added() -> None:
    steps: list[Seen] = [Point(Kind.STEPS, 0, MONDAY + 60, None, 400)]
    steps += [Stretch(Kind.STEPS, 0, MONDAY + 120, MONDAY + 120, None, 100)]
    (row,) = days_of(gathered(steps))
    assert (row.tenths, row.made_of) == (500, 2)
    assert unpack(row.series or b"")[:2] == (500, None)


def test_each_five_minutes_of_heart_rate_weigh_the_same() -> None:
    walk = [Point(Kind.HEART_RATE, 0, MONDAY + second, 0, 1_200) for second in range(300)]
    rest = [
        Point(Kind.HEART_RATE, 0, MONDAY + 3_000 + at, 0, tenths)
        for at, tenths in ((0, 590), (9, 600))
    ]
    (row,) = days_of(gathered([*walk, *rest]))
    assert row.made_of == 302
    assert row.tenths == (1_200 + 595 + 1) // 2
    assert [one for one in unpack(row.series or b"") if one] == [1_200, 595]


def test_the_last_resting_heart_rate_of_a_day_counts() -> None:
    told = [
        Point(Kind.RESTING_HEART_RATE, 0, MONDAY + at, 0, tenths)
        for at, tenths in ((9, 610), (5, 700))
    ]
    assert value_of(told, Kind.RESTING_HEART_RATE) == 610


def test_the_worst_answer_of_a_day_counts_even_beside_a_summary() -> None:
    told: list[Seen] = [Point(Kind.PAIN, 0, MONDAY + at, None, 10 * at) for at in (3, 7, 5)]
    assert value_of(told, Kind.PAIN) == 70
    assert value_of([*told, Daily(Kind.PAIN, 0, MONDAY_ORDINAL, 60)], Kind.PAIN) == 70
    assert value_of([*told, Daily(Kind.PAIN, 0, MONDAY_ORDINAL, 90)], Kind.PAIN) == 90


def test_a_day_without_a_crash_is_known_as_one() -> None:
    assert value_of([Daily(Kind.CRASH, 0, MONDAY_ORDINAL, 0)], Kind.CRASH) == 0


# Summaries ------------------------------------------------------------------------------------


def test_the_devices_own_sum_of_a_whole_day_counts_before_its_parts() -> None:
    parts = [Point(Kind.STEPS, 0, MONDAY, None, 9_000)]
    (row,) = days_of(gathered([*parts, Daily(Kind.STEPS, 0, MONDAY_ORDINAL, 5_000)]))
    assert (row.tenths, row.made_of, row.whole) == (5_000, 1, True)
    assert row.series is not None


@pytest.mark.parametrize(("part", "tenths", "whole"), [(9_000, 9_000, True), (4_000, 5_000, False)])
def test_beside_a_day_cut_short_the_larger_counts(part: int, tenths: int, whole: bool) -> None:  # noqa: FBT001
    things: list[Seen] = [
        Point(Kind.STEPS, 0, MONDAY, None, part),
        Daily(Kind.STEPS, 0, MONDAY_ORDINAL, 5_000, whole=False),
    ]
    (row,) = days_of(gathered(things))
    assert (row.tenths, row.whole) == (tenths, whole)


def test_beside_a_day_cut_short_the_mean_of_its_parts_counts() -> None:
    things: list[Seen] = [
        Point(Kind.HEART_RATE, 0, MONDAY, None, 700),
        Daily(Kind.HEART_RATE, 0, MONDAY_ORDINAL, 900, whole=False),
    ]
    assert value_of(things, Kind.HEART_RATE) == 700


def test_a_whole_days_summary_counts_before_one_cut_short() -> None:
    told = [
        Daily(Kind.STEPS, 0, MONDAY_ORDINAL, tenths, whole)
        for tenths, whole in ((9, False), (5, True))
    ]
    assert value_of(told, Kind.STEPS) == 5


@pytest.mark.parametrize(
    ("kind", "counts"), [(Kind.HRV_RMSSD, 300), (Kind.RESTING_HEART_RATE, 400)]
)
def test_of_two_summaries_the_one_that_makes_us_careful_counts(kind: Kind, counts: int) -> None:
    assert (
        value_of([Daily(kind, 0, MONDAY_ORDINAL, tenths) for tenths in (300, 400)], kind) == counts
    )


# Sleep ----------------------------------------------------------------------------------------


def test_a_night_belongs_to_the_day_of_waking() -> None:
    night = Stretch(Kind.ASLEEP, 0, MONDAY - 2 * HOUR, MONDAY + 6 * HOUR, 0, 4_800)
    assert value_of([night], Kind.ASLEEP) == 4_800
    assert value_of([night], Kind.ASLEEP, MONDAY_ORDINAL - 1) is None


def test_a_nap_belongs_to_its_own_day_and_a_long_night_to_the_next() -> None:
    nap = Stretch(Kind.ASLEEP, 0, MONDAY + 14 * HOUR, MONDAY + 15 * HOUR, 0, 600)
    long = Stretch(Kind.IN_BED, 0, MONDAY + 15 * HOUR, MONDAY + 31 * HOUR, 0, 9_600)
    assert value_of([nap], Kind.ASLEEP) == 600
    assert value_of([long], Kind.IN_BED, MONDAY_ORDINAL + 1) == 9_600


def test_stages_are_sleep_and_no_minute_is_counted_twice() -> None:
    night = [
        Stretch(Kind.SLEEP_LIGHT, 0, MONDAY, MONDAY + HOUR, 0, 600),
        Stretch(Kind.SLEEP_DEEP, 0, MONDAY + HOUR, MONDAY + 2 * HOUR, 0, 600),
        Stretch(Kind.SLEEP_AWAKE, 0, MONDAY + 2 * HOUR, MONDAY + 3 * HOUR, 0, 600),
        Stretch(Kind.ASLEEP, 0, MONDAY + HOUR // 2, MONDAY + 2 * HOUR, 0, 900),
    ]
    assert value_of(night, Kind.ASLEEP) == 1_200
    assert value_of(night, Kind.SLEEP_DEEP) == 600


def test_sleep_that_fills_less_than_its_stretch_is_as_long_as_told() -> None:
    assert (
        value_of([Stretch(Kind.ASLEEP, 0, MONDAY, MONDAY + 8 * HOUR, 0, 4_200)], Kind.ASLEEP)
        == 4_200
    )


def test_in_the_night_when_clocks_go_back_an_hour_that_comes_twice_counts_twice() -> None:
    night = [
        Stretch(Kind.SLEEP_LIGHT, 0, MONDAY + HOUR, MONDAY + 2 * HOUR, 3 * HOUR, 600),
        Stretch(Kind.SLEEP_DEEP, 0, MONDAY + HOUR, MONDAY + 2 * HOUR, 2 * HOUR, 600),
    ]
    assert value_of(night, Kind.ASLEEP) == 1_200
    steps = [one._replace(kind=Kind.STEPS) for one in night]
    assert value_of(steps, Kind.STEPS) == 1_200


def test_a_day_in_two_zones_is_read_by_the_clock_on_the_wall() -> None:
    there = [Stretch(Kind.STEPS, 0, MONDAY, MONDAY + 600, offset, 100) for offset in (0, -5 * HOUR)]
    (row,) = days_of(gathered(there))
    assert row.tenths == 200
    assert unpack(row.series or b"")[:3] == (100, 100, None)


# What no body has, and what does not fit ---------------------------------------------------------


@pytest.mark.parametrize(
    "thing",
    [
        Point(Kind.HEART_RATE, 0, MONDAY, None, 0),
        Point(Kind.HEART_RATE, 0, MONDAY, None, 9_999),
        Point(Kind.HEART_RATE, 0, 0, None, 700),
        Point(Kind.HEART_RATE, 0, 1 << 40, None, 700),
        Point(Kind.STEPS, 0, MONDAY, None, -1),
        Stretch(Kind.ASLEEP, 0, MONDAY, MONDAY, None, 600),
        Stretch(Kind.STEPS, 0, MONDAY + 9, MONDAY, None, 600),
        Stretch(Kind.STEPS, 0, MONDAY, MONDAY + 200_000, None, 600),
        Stretch(Kind.STEPS, 0, MONDAY, MONDAY + 600, None, 1 << 30),
        Daily(Kind.STEPS, 0, MONDAY_ORDINAL, 1 << 30),
        Daily(Kind.STEPS, 0, 5, 600),
    ],
)
def test_what_no_body_has_and_no_clock_shows_is_counted_and_left_out(thing: Seen) -> None:
    into = gathered([thing])
    assert days_of(into) == set()
    assert into.found().beyond == {thing.kind: 1}  # type: ignore[union-attr]


def test_a_session_at_a_time_no_clock_shows_is_left_out_and_told() -> None:
    into = gathered([Session(0, Activity.WALK, 5, 50, None)])
    assert into.sessions() == []
    assert into.found().left_out == {"sessions at a time that no clock shows": 1}


def test_sessions_come_with_their_source_and_day_the_earliest_first() -> None:
    late = Session(0, Activity.WALK, MONDAY + HOUR, MONDAY + 2 * HOUR, 7_200, 900, 300)
    early = Session(1, Activity.YOGA, MONDAY, MONDAY + HOUR, None)
    one, two = gathered([late, early, late]).sessions()
    assert (one.source.name, one.day, one.activity) == ("Phone", MONDAY_ORDINAL, Activity.YOGA)
    assert two[1:] == late[1:]


def test_more_sessions_than_a_life_holds_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "MOST_SESSIONS", 1)
    walks = [Session(0, Activity.WALK, MONDAY + at, MONDAY + HOUR, None) for at in (0, 0, 5)]
    into = gathered(walks)
    assert len(into.sessions()) == 1
    assert sum(into.found().left_out.values()) == 1


def test_a_day_with_more_values_than_a_day_can_hold_is_left_out_whole_and_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runs, "MOST_A_GROUP", 5)
    busy: list[Seen] = [Point(Kind.HEART_RATE, 0, MONDAY + at, None, 700) for at in range(6)]
    quiet = Point(Kind.HEART_RATE, 0, MONDAY + 86_400, None, 700)
    crowd = [Stretch(Kind.STEPS, 0, MONDAY + at, MONDAY + at + 1, None, 1) for at in range(6)]
    into = gathered([*busy, quiet, *crowd])
    assert [row.day for row in days_of(into)] == [MONDAY_ORDINAL + 1]
    assert into.found().crowded == 2
    monkeypatch.setattr(runs, "VALUES_AT_A_TIME", 2)
    assert (
        gathered(Point(Kind.HEART_RATE, 0, MONDAY + at, None, 700) for at in range(12))
        .found()
        .crowded
        == 1
    )
    monkeypatch.setattr(gather, "MOMENTS_BUFFERED", 4)
    assert gathered([*busy, quiet, *crowd]).found().crowded == 2
    assert gathered(busy * 4).found().crowded == 1
    # Told twice in different lots they are no more than they are.
    assert gathered([*busy[:5], *busy[:5]]).found().crowded == 0


def test_more_devices_than_a_person_has_are_refused_in_words() -> None:
    into = Gathering()
    for number in range(200):
        into.source(Maker.WATCH, f"Watch {number}")
    with pytest.raises(CannotRead, match="more than 200 devices"):
        into.source(Maker.WATCH, "Another")


def test_more_names_than_can_be_kept_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "NAMES_KNOWN", 3)
    into = Gathering()
    for number in range(3):
        into.source(Maker.WATCH, "x" * 50 + str(number))
    with pytest.raises(CannotRead, match="devices"):
        into.source(Maker.WATCH, "x" * 50 + "3")


def test_a_source_has_one_number_and_a_name_that_fits() -> None:
    into = Gathering()
    watch = into.source(Maker.WATCH, "Watch\x0b one")
    assert into.source(Maker.WATCH, "Watch\x0b one") == watch
    assert into.source(Maker.WATCH, "Watch one") == watch
    assert into.source(Maker.PHONE, "Watch one") != watch


def test_more_values_than_can_be_sorted_are_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runs, "MOST_VALUES", 2)
    into = gathered(Point(Kind.HEART_RATE, 0, MONDAY + at, None, 700) for at in range(3))
    with pytest.raises(CannotRead, match="more values than can be sorted"):
        into.drain()


@pytest.mark.usefixtures("small")
def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    into = Gathering(tmp_path / "not there")
    into.source(Maker.WATCH, "Watch")
    points = [Point(Kind.HEART_RATE, 0, MONDAY + at, None, 700) for at in range(50)]
    with pytest.raises(CannotRead, match="no room on the disk"):
        hand_on(into, points)


@pytest.mark.usefixtures("small")
def test_scratch_goes_away_with_the_gathering_and_a_folder_of_others_stays(tmp_path: Path) -> None:
    with Gathering(tmp_path) as into:
        watch = into.source(Maker.WATCH, "Watch")
        for at in range(50):
            into.point(Kind.HEART_RATE, watch, MONDAY + at, None, 700)
        assert list(tmp_path.iterdir())
    assert tmp_path.exists()
    with gathered(Point(Kind.HEART_RATE, 0, MONDAY + at, None, 700) for at in range(50)) as own:
        folder = own.twin()._scratch.folder
        assert list(folder.iterdir())
    assert not folder.exists()


def test_what_a_program_that_was_ended_left_is_deleted_after_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name, hours in (("sorting-old", 25), ("sorting-now", 1), ("backup", 99)):
        folder = tmp_path / f"steadystep-{name}"
        folder.mkdir()
        (folder / "values").write_bytes(b"1")
        os.utime(folder, (time.time() - hours * HOUR,) * 2)
    (tmp_path / "steadystep-sorting-file").touch()
    os.utime(tmp_path / "steadystep-sorting-file", (0, 0))
    with Gathering() as into:
        mine = into.twin()._scratch.folder
        left = {one.name.removeprefix("steadystep-") for one in tmp_path.iterdir() if one != mine}
        assert left == {"sorting-now", "sorting-file", "backup"}


def test_what_another_process_sends_back_is_small_however_much_it_read() -> None:
    with Gathering() as first:
        into = first.twin()
        watch = into.source(Maker.WATCH, "Watch")
        for number in range(10_000):
            into.point(Kind.HEART_RATE, watch, MONDAY + number, None, 700)
            into.stretch(Kind.STEPS, watch, MONDAY + number, MONDAY + number + 1, None, 10)
        assert len(pickle.dumps(into)) < 4_000


@pytest.mark.usefixtures("small")
def test_what_another_process_put_aside_is_read_and_a_part_of_it_again() -> None:
    things: list[Seen] = [
        Point(Kind.HEART_RATE, 0, MONDAY + at, None, 700 + at) for at in range(50)
    ]
    with gathered(things[:30]) as first:
        second = first.twin()
        hand_on(second, things[20:], [second.source(Maker.WATCH, "Watch")])
        first.absorb(pickle.loads(pickle.dumps(second)))  # noqa: S301 - our own
        assert all_of(first) == all_of(gathered(things))
        assert first.found().kinds[0].values == 50


@pytest.mark.usefixtures("small")
def test_sessions_and_nights_of_another_process_are_taken_in() -> None:
    nights: list[Seen] = [
        Stretch(Kind.SLEEP_DEEP, 0, MONDAY + 600 * at, MONDAY + 600 * (at + 1), None, 100)
        for at in range(20)
    ]
    walk = Session(0, Activity.WALK, MONDAY + 40_000, MONDAY + 41_000, None)
    with gathered(nights[:5]) as first:
        second = first.twin()
        hand_on(second, [*nights[5:], walk], [second.source(Maker.WATCH, "Watch")])
        first.absorb(pickle.loads(pickle.dumps(second)))  # noqa: S301 - our own
        assert all_of(first) == all_of(gathered([*nights, walk]))


# What a preview shows ---------------------------------------------------------------------------


def test_a_preview_tells_kinds_days_and_what_saw_them() -> None:
    into = gathered(
        [
            Daily(Kind.STEPS, 1, MONDAY_ORDINAL + 5, 1_000),
            Daily(Kind.STEPS, 0, MONDAY_ORDINAL, 1_000),
            Daily(Kind.STEPS, 0, MONDAY_ORDINAL + 5, 1_000),
            Point(Kind.HEART_RATE, 0, MONDAY, None, 700),
        ]
    )
    into.unreadable("a.csv, line 3", Sentence("No."))
    into.left_out("Weight", 3)
    into.assumed(Sentence("Days first."))
    into.assumed(Sentence("Days first."))
    told = into.found()
    assert [one[:5] for one in told.kinds] == [
        (Kind.STEPS, 2, MONDAY_ORDINAL, MONDAY_ORDINAL + 5, 3),
        (Kind.HEART_RATE, 1, MONDAY_ORDINAL, MONDAY_ORDINAL, 1),
    ]
    assert [source.name for source in told.kinds[0].sources] == ["Phone", "Watch"]
    assert (told.unreadable, told.troubles) == (1, (("a.csv, line 3", Sentence("No.")),))
    assert told.left_out == {"Weight": 3}
    assert told.assumed == (Sentence("Days first."),)


def test_what_is_told_stays_within_bounds_and_all_of_it_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(found, "TROUBLES_KEPT", 2)
    monkeypatch.setattr(found, "NAMES_KEPT", 2)
    into, other = Gathering(), Gathering()
    for each in (into, other):
        for name in "abcab":
            each.unreadable(name * 500, Sentence("No."))
            each.left_out(name)
            each.assumed(Sentence(name))
        each.beyond(Kind.STEPS)
    into.absorb(other)
    told = into.found()
    assert told.unreadable == 10
    assert len(told.troubles) == 2
    assert len(told.troubles[0].where) == 120
    assert told.left_out == {"a": 4, "b": 4, "…": 2}
    assert len(told.assumed) == 2
    assert told.beyond == {Kind.STEPS: 2}
