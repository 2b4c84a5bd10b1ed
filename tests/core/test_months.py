"""Years at a glance."""

from __future__ import annotations

from datetime import date

from steadystep.core import events as on
from steadystep.core.facts import FlareWord
from steadystep.core.history import history
from steadystep.core.months import Month, is_flare, months
from steadystep.core.observations import Unit
from tests.core.lives import begun, date_of, entry, ordinary


def test_each_month_tells_its_days_and_where_the_step_was_at_its_end() -> None:
    """The plan begins on 5 January; day 28 is the first of February."""
    log = [
        begun(usual_pain=None, usual_fatigue=None),
        *ordinary(1, 2, 3),
        entry(4, 8, on.CheckedIn(pain=80)),
        entry(5, 9, on.FlareTold(FlareWord.A_FLARE)),
        entry(6, 10, on.SessionTold(0)),
        entry(27, 8, on.DecisionGiven(45, 45)),
    ]

    january, february = months(history(log, until=date_of(29)))

    assert january == Month(
        first=date(2026, 1, 5),
        last=date(2026, 1, 31),
        answered=4,
        moved=3,
        flares=1,
        level=45,
        unit=Unit.MINUTES,
        pain=40,
        fatigue=40,
    )
    assert (february.first, february.last) == (date(2026, 2, 1), date(2026, 2, 2))
    assert (february.answered, february.pain, february.fatigue) == (0, None, None)


def test_the_same_month_of_another_year_is_another_month() -> None:
    days = history([begun()], until=date(2027, 1, 31))

    assert len(months(days)) == 13


def test_a_flare_is_one_by_the_numbers_or_by_the_persons_word() -> None:
    log = [
        begun(),
        *ordinary(1),
        entry(2, 8, on.CheckedIn(pain=100, fatigue=40)),
        entry(9, 9, on.FlareTold(FlareWord.A_FLARE)),
    ]
    days = history(log, until=date_of(9))

    assert [number for number, one in enumerate(days, start=1) if is_flare(one)] == [2, 9]


def test_of_no_days_there_are_no_months() -> None:
    assert months(()) == ()
