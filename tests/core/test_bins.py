"""A day of bins is packed into few bytes, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core.bins import BINS, pack, unpack

A_DAY = st.dictionaries(st.integers(0, BINS - 1), st.integers(0, 2_500_000))


@given(A_DAY)
def test_a_day_of_bins_comes_back_as_it_was(bins: dict[int, int]) -> None:
    assert unpack(pack(bins)) == tuple(bins.get(place) for place in range(BINS))


def test_bytes_are_the_unit_then_runs_then_steps() -> None:
    # Whole ones: tens of tenths. One bin filled, four empty, two filled, and the rest empty.
    assert pack({0: 20, 5: 30, 6: 10}) == bytes(
        (10, 0, 1, 4, 2, 0x80 | 281 % 128, 281 // 128, 4, 2, 3)
    )
    # With a tenth among them, and the last bin of the day.
    assert pack({0: 20, 287: 1}) == bytes((1, 0, 1, 0x80 | 286 % 128, 286 // 128, 1, 40, 37))


def test_an_empty_bin_is_not_a_zero() -> None:
    day = unpack(pack({3: 0}))
    assert day[3] == 0
    assert day[2] is None


def test_a_day_of_heart_rate_takes_less_than_two_bytes_a_bin() -> None:
    assert len(pack({place: 600 + place * 37 % 90 for place in range(BINS)})) < 2 * BINS


def test_a_quiet_day_takes_few_bytes() -> None:
    assert len(pack({place: 10 * (place % 7) for place in range(100, 120)})) < 30


@given(st.binary(max_size=40))
def test_bytes_that_are_no_series_are_refused_in_words_or_are_one(series: bytes) -> None:
    try:
        assert len(unpack(series)) == BINS
    except ValueError as why:
        assert "series" in str(why)  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    "series", [b"", b"\1", b"\2" + pack({})[1:], pack({0: 5}) + b"\0", pack({0: 5})[:-1]]
)
def test_what_is_cut_or_too_long_is_refused(series: bytes) -> None:
    with pytest.raises(ValueError, match="series"):
        unpack(series)
