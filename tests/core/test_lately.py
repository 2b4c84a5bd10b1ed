"""The last boom and the last flare: what a page may pick up some days later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.decision import Flare
from steadystep.core.facts import FlareWord, Gate
from steadystep.core.lately import last_boom, last_flare
from steadystep.core.record import decisions
from steadystep.core.today import DAYS_AT_HAND, Today, today_of
from tests.core.lives import at, begun, date_of, entry, ordinary
from tests.core.records import records

if TYPE_CHECKING:
    from steadystep.core.events import Entry, Event


def look(number: int, *entries: Entry) -> Today:
    """Today on the evening of a numbered day."""
    return today_of(entries, at(number, 22))


@pytest.mark.parametrize("event", [on.FarTooMuchTold(), on.DayTold(on.Busy.FAR_TOO_MUCH)])
def test_a_day_that_was_far_too_much_is_a_boom(event: Event) -> None:
    log = [begun(), *ordinary(*range(1, 10)), entry(6, 20, event)]
    assert look(5, *log).boom_on is None
    assert look(6, *log).boom_on == look(9, *log).boom_on == date_of(6)


def test_a_busy_day_is_no_boom_and_the_last_word_on_a_day_counts() -> None:
    busier = entry(2, 20, on.DayTold(on.Busy.BUSIER))
    too_much = entry(2, 19, on.DayTold(on.Busy.FAR_TOO_MUCH))
    assert look(3, begun(), too_much).boom_on == date_of(2)
    assert look(3, begun(), too_much, busier).boom_on is None


def test_a_load_that_was_a_boom_is_known_on_the_morning_after() -> None:
    decision = next(iter(decisions([begun(), *ordinary(1)])))
    morning_after = decision._replace(day=date_of(8), boom=True)
    assert last_boom({}, (morning_after, None)) == date_of(7)


def test_a_flare_by_word_is_known_for_the_days_at_hand_and_no_longer() -> None:
    log = [begun(), *ordinary(1, 2), entry(2, 9, on.FlareTold(FlareWord.A_FLARE))]
    assert look(2, *log).flared_on == look(3, *log).flared_on == date_of(2)
    assert look(2 + DAYS_AT_HAND, *log).flared_on == date_of(2)
    assert look(3 + DAYS_AT_HAND, *log).flared_on is None


def test_a_flare_by_the_numbers_counts_until_the_person_says_otherwise() -> None:
    log = [begun(), *ordinary(1, 2, 3), entry(4, 8, on.CheckedIn(pain=80, fatigue=80))]
    assert look(4, *log).decision is not None
    assert look(4, *log).flared_on == look(5, *log).flared_on == date_of(4)
    hard_day = entry(4, 9, on.FlareTold(FlareWord.A_HARD_DAY))
    assert look(4, *log, hard_day).flared_on is None


def test_a_silent_day_that_is_remembered_as_a_flare_is_one() -> None:
    remembered = entry(3, 12, on.SilentDaysTold(FlareWord.A_FLARE))
    assert look(4, begun(), *ordinary(1), remembered).flared_on == date_of(3)


def test_what_was_taken_back_never_happened() -> None:
    flare = replace(entry(2, 9, on.FlareTold(FlareWord.A_FLARE)), key="flare")
    log = [begun(), *ordinary(1, 2), flare]
    assert look(2, *log).flared_on == date_of(2)
    assert look(2, *log, entry(2, 10, on.TakenBack("flare"))).flared_on is None


def test_without_a_plan_a_word_counts_too() -> None:
    flag = entry(1, 7, on.GateSet(Gate.RED_FLAG))
    flare = entry(1, 9, on.FlareTold(FlareWord.A_FLARE))
    assert look(1, flag).flared_on is None
    assert look(1, flag, flare).flared_on == date_of(1)


@given(records(), st.integers(1, 45))
@settings(max_examples=25)
def test_a_flare_that_the_rule_tells_today_is_todays(log: list[Entry], number: int) -> None:
    today = look(number, *log)
    # Before the first plan there is no decision, and the rule tells no flare.
    if today.decision is not None and today.decision.flare == Flare.RED:
        assert today.flared_on == today.day
    assert last_flare({}, ()) is None
