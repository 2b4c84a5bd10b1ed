"""Moments become five-minute means and days, one by one or many at once, as plainly defined."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core.bins import BIN_SECONDS, BINS, unpack
from steadystep.core.observed import DAY_SECONDS, Kind, Maker, day_of_second
from steadystep.core.observed_days import NUMBERS
from steadystep.importers import gather
from steadystep.importers.gather import Gathering
from tests.importers.gathered import MONDAY, MONDAY_ORDINAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pytest

Moment = tuple[int, int]
Days = dict[int, tuple[int, tuple[int | None, ...]]]

MOMENTS = st.lists(
    st.tuples(st.integers(MONDAY, MONDAY + 3 * DAY_SECONDS), st.integers(0, 2_500)), max_size=60
)
CLOSE = st.lists(st.tuples(st.integers(MONDAY, MONDAY + 900), st.integers(400, 410)), max_size=60)


def plainly(moments: Iterable[Moment]) -> Days:
    """Each day's value and five minutes, by their definition."""
    bins: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, tenths in set(moments):
        bins[day_of_second(at)][at % DAY_SECONDS // BIN_SECONDS].append(tenths)
    days: Days = {}
    for day, filled in bins.items():
        means = {place: to_nearest(values) for place, values in filled.items()}
        series = tuple(means.get(place) for place in range(BINS))
        days[day] = to_nearest(list(means.values())), series
    return days


def to_nearest(values: Sequence[int]) -> int:
    """Take the mean, halves upwards."""
    whole, rest = divmod(sum(values), len(values))
    return whole + (2 * rest >= len(values))


def days_of(gathering: Gathering) -> Days:
    return {row.day: (row.tenths, unpack(row.series or b"")) for row in gathering.rows()}


def one_by_one(moments: Iterable[Moment]) -> Gathering:
    gathering = Gathering()
    watch = gathering.source(Maker.WATCH, "Watch")
    for at, tenths in moments:
        gathering.point(Kind.HEART_RATE, watch, at, 7200, tenths)
    return gathering


def at_once(moments: Sequence[Moment]) -> Gathering:
    gathering = Gathering()
    watch = gathering.source(Maker.WATCH, "Watch")
    ats, tenths = [at for at, _ in moments], [tenths for _, tenths in moments]
    gathering.points(Kind.HEART_RATE, watch, 7200, ats, tenths)
    return gathering


@settings(max_examples=60)
@given(MOMENTS | CLOSE)
def test_five_minutes_and_days_are_the_means_that_they_are_defined_to_be(
    moments: list[Moment],
) -> None:
    for gathering in (one_by_one(moments), at_once(moments)):
        beyond = gathering.found().beyond.get(Kind.HEART_RATE, 0)
        possible = [(at, tenths) for at, tenths in moments if is_possible(tenths)]

        assert days_of(gathering) == plainly(possible)
        assert beyond == len(moments) - len(possible)


def is_possible(tenths: int) -> bool:
    numbers = NUMBERS[Kind.HEART_RATE]
    return numbers.least <= tenths <= numbers.most


def test_the_mean_of_five_minutes_is_rounded_with_halves_upwards() -> None:
    moments = [(MONDAY, 700), (MONDAY + 299, 701), (MONDAY + 300, 800)]

    assert days_of(at_once(moments)) == plainly(moments)
    assert days_of(at_once(moments))[MONDAY_ORDINAL][1][:3] == (701, 800, None)


def test_moments_at_once_are_counted_out_as_one_by_one() -> None:
    moments = [(MONDAY, 700), (MONDAY + 1, 1), (-5, 700), (MONDAY, 700)]

    for gathering in (one_by_one(moments), at_once(moments)):
        assert gathering.found().beyond == {Kind.HEART_RATE: 2}
        assert [row.made_of for row in gathering.rows()] == [1]


def test_moments_at_once_may_be_more_than_the_buffer_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gather, "MOMENTS_BUFFERED", 4)
    moments = [(MONDAY + 100 * step, 700 + step) for step in range(11)]

    assert days_of(at_once(moments)) == days_of(one_by_one(moments)) == plainly(moments)
