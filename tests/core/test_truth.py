"""One truth for each day and kind, out of several that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core.observed import Kind, Maker, Source
from steadystep.core.observed_days import DayRow
from steadystep.core.truth import ORDER, Heard, Why, truth_of, truths

if TYPE_CHECKING:
    import random

DAY = 739_677
WATCH, PHONE, RING = (
    Source(Maker.WATCH, "Watch"),
    Source(Maker.PHONE, "Phone"),
    Source(Maker.RING, "Ring"),
)
OLD_WATCH = Source(Maker.WATCH, "Old watch")


def told(
    source: Source,
    tenths: int,
    kind: Kind = Kind.STEPS,
    *,
    day: int = DAY,
    made_of: int = 1,
    whole: bool = True,
    series: bytes | None = None,
) -> DayRow:
    """What a source told."""
    return DayRow(day, kind, source, tenths, made_of, series, whole)


def taken(*rows: DayRow, chosen: Source | None = None) -> tuple[Source | None, Why]:
    """Which source was taken, and why."""
    truth = truth_of(rows, chosen=chosen)
    return truth.row and truth.row.source, truth.why


ROWS = st.lists(
    st.builds(
        told,
        st.sampled_from([WATCH, PHONE, RING, OLD_WATCH]),
        st.integers(0, 30_000),
        st.just(Kind.STEPS),
        made_of=st.integers(1, 5),
        whole=st.booleans(),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row.source,
)
CHOSEN = st.sampled_from([None, WATCH, PHONE])


@given(ROWS, CHOSEN, st.randoms(use_true_random=False))
def test_the_order_of_sources_does_not_matter(
    rows: list[DayRow], chosen: Source | None, luck: random.Random
) -> None:
    mixed = list(rows)
    luck.shuffle(mixed)
    assert truth_of(mixed, chosen=chosen) == truth_of(rows, chosen=chosen)


@given(ROWS, CHOSEN)
def test_a_truth_is_what_one_source_told_and_never_a_mix(
    rows: list[DayRow], chosen: Source | None
) -> None:
    truth = truth_of(rows, chosen=chosen)
    assert truth.row is None or truth.row in rows
    assert len(truth.others) == len(rows) - (truth.row is not None)
    assert truth.row is None or truth.row.tenths > 0


@given(ROWS, CHOSEN)
def test_nothing_is_known_where_all_that_was_told_is_nought(
    rows: list[DayRow], chosen: Source | None
) -> None:
    truth = truth_of(rows, chosen=chosen)
    assert (truth.row is None) == all(row.tenths == 0 for row in rows)
    assert (truth.why is Why.NOBODY_WORE) == (truth.row is None)


@given(ROWS)
def test_a_choice_is_kept_where_what_was_chosen_saw_anything(rows: list[DayRow]) -> None:
    for row in rows:
        if row.tenths:
            assert truth_of(rows, chosen=row.source).row == row


def test_the_watch_goes_before_the_phone_and_the_phone_before_the_ring() -> None:
    assert taken(told(PHONE, 31_000), told(WATCH, 44_000)) == (WATCH, Why.FIRST)
    assert taken(told(RING, 60_000), told(PHONE, 31_000)) == (PHONE, Why.FIRST)
    truth = truth_of([told(PHONE, 31_000), told(WATCH, 44_000)])
    assert truth.others == (Heard(PHONE, 31_000, worn=True),)


def test_one_that_is_alone_is_taken() -> None:
    assert taken(told(PHONE, 310)) == (PHONE, Why.ALONE)


def test_a_watch_in_a_drawer_is_set_aside() -> None:
    drawer = truth_of([told(WATCH, 2_000), told(PHONE, 31_000)])
    assert (drawer.row, drawer.why) == (told(PHONE, 31_000), Why.OTHERS_UNWORN)
    assert drawer.others == (Heard(WATCH, 2_000, worn=False),)
    assert taken(told(WATCH, 0), told(PHONE, 310)) == (PHONE, Why.OTHERS_UNWORN)


def test_little_beside_little_is_a_quiet_day() -> None:
    assert taken(told(WATCH, 1_000), told(PHONE, 9_000)) == (WATCH, Why.FIRST)


def test_less_is_no_sign_of_anything_where_a_kind_is_not_counted() -> None:
    rows = [told(WATCH, 500, Kind.RESTING_HEART_RATE), told(PHONE, 900, Kind.RESTING_HEART_RATE)]
    assert taken(*rows) == (WATCH, Why.FIRST)


def test_a_day_without_a_crash_is_known() -> None:
    assert taken(told(PHONE, 0, Kind.CRASH)) == (PHONE, Why.ALONE)


def test_a_day_cut_short_does_not_cover_a_whole_one() -> None:
    assert taken(told(WATCH, 20_000, whole=False), told(PHONE, 31_000)) == (
        PHONE,
        Why.OTHERS_UNWORN,
    )
    assert taken(told(WATCH, 40_000, whole=False), told(PHONE, 31_000)) == (WATCH, Why.FIRST)


def test_of_two_watches_the_one_that_saw_more_often_is_taken() -> None:
    assert taken(told(OLD_WATCH, 40_000), told(WATCH, 39_000, made_of=9)) == (WATCH, Why.FIRST)


def test_the_persons_own_choice_goes_before_the_order_and_before_doubt() -> None:
    rows = [told(PHONE, 3_000), told(WATCH, 44_000)]
    assert taken(*rows, chosen=PHONE) == (PHONE, Why.CHOSEN)
    assert taken(*rows, chosen=RING) == (WATCH, Why.FIRST)
    assert taken(told(PHONE, 0), rows[1], chosen=PHONE) == (WATCH, Why.FIRST)


def test_two_kinds_and_two_days_are_never_one_truth() -> None:
    with pytest.raises(ValueError, match="one kind"):
        truth_of([told(WATCH, 400, Kind.HRV_RMSSD), told(WATCH, 400, Kind.HRV_SDNN)])
    with pytest.raises(ValueError, match="one day"):
        truth_of([told(WATCH, 400), told(PHONE, 400, day=DAY + 1)])
    with pytest.raises(ValueError, match="one day"):
        truth_of([])


def test_every_maker_has_a_place_for_every_kind() -> None:
    assert set(ORDER) == set(Kind)
    for order in ORDER.values():
        assert sorted(order) == sorted(Maker)


def test_each_day_and_kind_has_its_truth_and_the_persons_choice() -> None:
    rows = [
        told(WATCH, 44_000),
        told(PHONE, 31_000),
        told(PHONE, 12_000, day=DAY - 1),
        told(WATCH, 600, Kind.HRV_SDNN),
    ]
    found = list(truths(rows, {Kind.STEPS: PHONE}))
    assert [(one.day, one.kind, one.row and one.row.source) for one in found] == [
        (DAY - 1, Kind.STEPS, PHONE),
        (DAY, Kind.HRV_SDNN, WATCH),
        (DAY, Kind.STEPS, PHONE),
    ]


def test_a_watch_that_saw_no_heart_was_not_worn() -> None:
    def heart(day: int, made_of: int) -> DayRow:
        return told(WATCH, 700, Kind.HEART_RATE, day=day, made_of=made_of, series=b"")

    rows = [
        heart(DAY, 200),
        heart(DAY + 1, 3),
        *(told(WATCH, 20_000, day=DAY + number) for number in range(3)),
        *(told(PHONE, 31_000, day=DAY + number) for number in range(3)),
    ]
    used = [one.row and one.row.source for one in truths(rows) if one.kind is Kind.STEPS]
    assert used == [WATCH, PHONE, PHONE]


def test_a_watch_that_saw_more_steps_than_the_phone_is_believed_without_a_heart() -> None:
    rows = [
        told(WATCH, 700, Kind.HEART_RATE, day=DAY - 1, made_of=99, series=b""),
        told(WATCH, 40_000),
        told(PHONE, 31_000),
    ]
    assert list(truths(rows))[-1].row == told(WATCH, 40_000)


def test_before_a_watch_measured_any_heart_its_steps_are_believed() -> None:
    rows = [
        told(WATCH, 20_000),
        told(PHONE, 31_000),
        told(WATCH, 700, Kind.HEART_RATE, day=DAY + 5, made_of=99, series=b""),
    ]
    assert next(truths(rows)).row == told(WATCH, 20_000)


def test_what_counted_no_step_was_not_worn_and_its_active_minutes_are_no_nought() -> None:
    rows = [
        told(WATCH, 0),
        told(WATCH, 0, Kind.ACTIVE_MINUTES),
        told(PHONE, 31_000),
        told(PHONE, 300, Kind.ACTIVE_MINUTES),
    ]
    active, steps = truths(rows)
    assert (active.row, active.why) == (told(PHONE, 300, Kind.ACTIVE_MINUTES), Why.OTHERS_UNWORN)
    assert steps.row == told(PHONE, 31_000)


def test_a_worn_watch_may_say_that_there_were_no_active_minutes() -> None:
    rows = [
        told(WATCH, 20_000),
        told(WATCH, 0, Kind.ACTIVE_MINUTES),
        told(PHONE, 300, Kind.ACTIVE_MINUTES),
    ]
    assert next(truths(rows)).row == told(WATCH, 0, Kind.ACTIVE_MINUTES)


def test_a_phone_that_sees_the_heart_now_and_then_is_carried_and_not_worn() -> None:
    rows = [
        told(PHONE, 20_000),
        told(PHONE, 700, Kind.HEART_RATE, made_of=2, series=b""),
        told(RING, 31_000),
    ]
    assert list(truths(rows))[-1].row == told(PHONE, 20_000)
