"""Days and nights on the clock on the wall."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from steadystep.core.observed import (
    Activity,
    Maker,
    Session,
    Source,
    day_of_second,
    night_of,
    second_of_day,
)
from steadystep.core.observed_days import session_row

WATCH = Source(Maker.WATCH, "Watch")


def wall(day: int, hour: int, minute: int = 0) -> int:
    """A moment of a day of October 2026, in seconds on the wall."""
    return int(datetime(2026, 10, day, hour, minute, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("at", "day"),
    [(wall(25, 0), 25), (wall(25, 23, 59), 25), (wall(26, 0) - 1, 25), (wall(26, 0), 26)],
)
def test_a_day_goes_from_midnight_to_midnight(at: int, day: int) -> None:
    assert day_of_second(at) == date(2026, 10, day).toordinal()


def test_a_day_begins_at_its_first_second() -> None:
    assert second_of_day(date(2026, 10, 25).toordinal()) == wall(25, 0)


@pytest.mark.parametrize(
    ("asleep", "wakes"),
    [(wall(24, 15, 59), 24), (wall(24, 16), 25), (wall(24, 23), 25), (wall(25, 3), 25)],
)
def test_sleep_belongs_to_the_day_of_its_waking(asleep: int, wakes: int) -> None:
    """Who lies down in the early afternoon sleeps for that day, and after four for the next."""
    assert night_of(asleep) == date(2026, 10, wakes).toordinal()


def test_a_session_is_kept_with_what_saw_it_on_the_day_it_began() -> None:
    walk = Session(3, Activity.WALK, wall(25, 23, 55), wall(26, 0, 5), 7_200, 900, 700)
    row = session_row(walk, WATCH)
    assert (row.source, *row[1:]) == (WATCH, *walk[1:])
    assert row.day == date(2026, 10, 25).toordinal()
