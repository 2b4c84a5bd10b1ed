"""A session that a device saw waits for the person's word; data that stopped are said kindly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.acts import NothingToSayError, count_seen
from steadystep.core.arriving import FITS, Stale, amount_of, match, seen_of, stopped
from steadystep.core.asks import Ask
from steadystep.core.facts import Gate
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.observed import DAY_SECONDS, Activity, Maker, Source, day_of_second
from steadystep.core.observed_days import SessionRow
from steadystep.core.record import decisions
from steadystep.core.today import today_of
from tests.core.lives import at, begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry, PlanStarted
    from steadystep.core.today import Today

WATCH = Source(Maker.WATCH, "Apple Watch")
WALK = on.PlanStarted(unit=Unit.MINUTES, start=50, movement=Movement.WALK)
SIX = on.SessionSeen(60, Unit.MINUTES, "Apple Watch")


def row(
    hour: float,
    minutes: float,
    activity: Activity = Activity.WALK,
    *,
    day: int = 9,
    steps: int | None = None,
) -> SessionRow:
    """A session at this hour of a numbered day, by the clock on the wall."""
    midnight = (date_of(day).toordinal() - day_of_second(0)) * DAY_SECONDS
    start = midnight + int(hour * 3_600)
    return SessionRow(WATCH, activity, start, start + int(minutes * 60), None, None, steps)


def decided() -> Decision:
    """Day 9 of a plan of five minutes."""
    return list(decisions([begun(), *ordinary(*range(1, 9))], until=date_of(9)))[-1]


def found(*rows: SessionRow, plan: PlanStarted = WALK, told: int | None = None) -> object:
    return match(rows, plan, decided(), date_of(9), told)


# What fits ------------------------------------------------------------------------------------


def test_the_session_nearest_to_the_step_is_the_one_that_is_asked_about() -> None:
    near = row(10, 6)
    assert found(row(8, 30), near, row(12, 3)) == near
    assert found(row(12, 4), row(8, 6)) == row(8, 6)


@pytest.mark.parametrize(
    "other",
    [
        row(10, 6, day=8),
        row(3.5, 6),
        row(10, 2),
        row(10, 6, Activity.RUN),
        row(10, -6),
        row(10, 25 * 60),
    ],
    ids=["the day before", "before four", "too short", "no walk", "backwards", "over a day"],
)
def test_what_does_not_fit_the_step_is_not_asked_about(other: SessionRow) -> None:
    assert found(other) is None


def test_after_midnight_it_is_still_the_same_day() -> None:
    late = row(25, 6)
    assert found(late) == late


def test_where_something_was_told_of_the_day_nothing_is_asked() -> None:
    assert found(row(10, 6), told=0) is None


def test_without_a_step_or_under_another_unit_nothing_is_asked() -> None:
    six, day = row(10, 6), date_of(9)
    assert match([six], WALK, decided()._replace(dose=None), day, None) is None
    assert match([six], WALK, decided()._replace(unit=Unit.STEPS), day, None) is None


@pytest.mark.parametrize("movement", Movement)
def test_every_movement_knows_what_a_device_may_call_it(movement: Movement) -> None:
    plan = replace(WALK, movement=movement)
    fits = {one for one in Activity if found(row(10, 6, one), plan=plan)}
    assert fits == FITS[movement] != set()


def test_steps_are_counted_in_steps_and_repetitions_not_at_all() -> None:
    walk = row(10, 6, steps=640)
    assert amount_of(walk, Unit.STEPS) == 6_400
    assert amount_of(row(10, 6), Unit.STEPS) == 0
    assert amount_of(walk, Unit.REPS) == 0
    assert seen_of(row(10, 6.09), Unit.MINUTES) == SIX


# The question ---------------------------------------------------------------------------------


def look(number: int, hour: float, *more: Entry) -> Today:
    return today_of([begun(), *ordinary(*range(1, 8)), *more], at(number, hour))


def test_todays_session_waits_for_a_word() -> None:
    today = look(8, 12, entry(8, 10, SIX))
    assert Ask.WATCH_SESSION in today.asks
    assert today.session_seen == (date_of(8), SIX)
    assert today.session is None
    assert count_seen(today) == (date_of(8), on.SessionTold(60))


def test_yesterdays_session_is_asked_about_before_yesterday_itself() -> None:
    today = look(9, 8, entry(8, 10, SIX), entry(9, 7, SIX))
    assert today.asks[:2] == (Ask.WATCH_SESSION, Ask.YESTERDAY)
    assert count_seen(today) == (date_of(8), on.SessionTold(60))


@pytest.mark.parametrize(
    "other",
    [
        entry(8, 11, on.SessionTold(0)),
        entry(8, 11, on.AskSkipped(Ask.WATCH_SESSION)),
    ],
)
def test_it_is_not_asked_again(other: Entry) -> None:
    assert Ask.WATCH_SESSION not in look(8, 12, entry(8, 10, SIX), other).asks


def test_a_no_holds_the_next_morning_and_for_no_other_session() -> None:
    no = entry(8, 11, on.AskSkipped(Ask.WATCH_SESSION))
    assert look(9, 8, entry(8, 10, SIX), no).asks[0] == Ask.YESTERDAY
    assert look(9, 12, entry(8, 10, SIX), no, entry(9, 10, SIX)).session_seen == (date_of(9), SIX)


@pytest.mark.parametrize(
    "seen",
    [on.SessionSeen(6_400, Unit.STEPS, "Fitbit"), on.SessionSeen(0, Unit.MINUTES, "Fitbit")],
)
def test_what_nobody_can_count_is_not_asked_about(seen: on.SessionSeen) -> None:
    today = look(8, 12, entry(8, 10, seen))
    assert Ask.WATCH_SESSION not in today.asks
    with pytest.raises(NothingToSayError):
        count_seen(today)


def test_it_counts_for_nothing_until_the_person_says_so() -> None:
    log = [begun(), *ordinary(*range(1, 8))]
    seen = [entry(day, 10, SIX) for day in range(1, 20)]
    assert list(decisions([*log, *seen], until=date_of(20))) == list(
        decisions(log, until=date_of(20))
    )


def test_more_than_the_step_opens_a_window_once_it_is_counted() -> None:
    long = replace(SIX, seen=300)
    today = look(8, 12, entry(8, 10, long))
    assert today.decision is not None
    assert today.decision.watching is False
    _, counted = count_seen(today)
    after = look(9, 12, entry(8, 10, long), entry(8, 10, counted))
    assert after.decision is not None
    assert after.decision.watching


def test_no_more_is_counted_than_anybody_can_mean() -> None:
    today = look(8, 12, entry(8, 10, replace(SIX, seen=14_400)))
    assert count_seen(today) == (date_of(8), on.SessionTold(3_000))


# Data that stopped ----------------------------------------------------------------------------


def seen_until(day: int, *, days: int = 28, source: str = "Fitbit") -> on.DataSeen:
    return on.DataSeen(source, date_of(day), days)


def test_data_that_stopped_are_said_for_a_week_from_the_third_day_on() -> None:
    said = [day for day in range(20, 50) if stopped([seen_until(20)], date_of(day))]
    assert said == list(range(23, 30))


def test_a_source_that_came_now_and_then_is_not_waited_for() -> None:
    assert stopped([seen_until(20, days=19)], date_of(24)) is None


def test_what_reaches_furthest_counts_and_of_several_sources_the_last_that_stopped() -> None:
    assert stopped([seen_until(20), seen_until(23), seen_until(19)], date_of(24)) is None
    two = [seen_until(20), seen_until(21, source="Oura")]
    assert stopped(two, date_of(25)) == Stale("Oura", date_of(21))


def test_today_says_which_source_stopped_until_its_import_is_undone() -> None:
    key = replace(entry(5, 9, seen_until(5)), key="import")
    assert look(8, 12, key).stale == Stale("Fitbit", date_of(5))
    assert look(8, 12, key, entry(8, 11, on.TakenBack("import"))).stale is None
    assert today_of([key], at(8, 12)).stale is None


@pytest.mark.parametrize(
    ("gate", "said"),
    [(Gate.OPEN, True), (Gate.PACING_ONLY, True), (Gate.PAUSED, False), (Gate.RED_FLAG, False)],
)
def test_nobody_waits_for_data_while_a_plan_rests(gate: Gate, *, said: bool) -> None:
    stops = entry(6, 9, on.GateSet(gate))
    assert (look(8, 12, entry(5, 9, seen_until(5)), stops).stale is not None) is said
