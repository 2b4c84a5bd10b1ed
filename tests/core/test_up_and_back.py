"""The Rule of Two walked once: every station is the rule's own."""

from __future__ import annotations

import pytest

from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.core.observations import Unit
from steadystep.core.policy import GENTLE
from steadystep.core.reasons import Limit
from steadystep.core.today import today_of
from steadystep.core.up_and_back import Walk, example, walk_of
from tests.core.lives import at, entry, ordinary


def walk(*told: on.Event, day: int = 3, **plan: object) -> Walk | None:
    """The walk of someone who began on day 1 with 5 minutes of a movement they know."""
    begun = on.PlanStarted(**{"unit": Unit.MINUTES, "start": 50, "new_movement": False, **plan})  # type: ignore[arg-type]
    entries = [entry(1, 7, begun), *(entry(2, 9, one) for one in told)]
    return walk_of(today_of(entries, at(day, 8)), entries)


def test_it_goes_up_one_rung_and_back_to_this_one() -> None:
    assert walk() == Walk(
        unit=Unit.MINUTES,
        now=50,
        above=60,
        below=40,
        hours=GENTLE.watch_hours,
        answers=GENTLE.watch_answers,
        sessions=GENTLE.watch_sessions,
        spacing_days=GENTLE.spacing_days,
        calming_days=GENTLE.calming_days,
        calm_answers=GENTLE.calming_answers,
    )


def hours(**plan: object) -> int:
    found = walk(**plan)  # type: ignore[arg-type]
    assert found is not None
    return found.hours


def test_resistance_and_what_is_new_is_watched_for_longer() -> None:
    assert hours(resistance=True) == GENTLE.watch_hours_long
    assert hours(new_movement=True, day=28) == GENTLE.watch_hours_long
    assert hours(new_movement=True, day=29) == GENTLE.watch_hours


def test_three_sessions_a_week_wait_for_one() -> None:
    found = walk(per_week=3)
    assert found is not None
    assert found.sessions == GENTLE.watch_sessions_few


def test_at_the_steady_pace_the_next_offer_comes_sooner() -> None:
    found = walk(on.PaceChosen(on.Pace.STEADY))
    assert found is not None
    assert found.spacing_days < GENTLE.spacing_days


@pytest.mark.parametrize("limit", [Limit.GOAL, Limit.CLINICIAN])
def test_at_a_limit_there_is_no_rung_above(limit: Limit) -> None:
    found = walk(on.LimitSet(limit, 50))
    assert found is not None
    assert found.above is None


def test_at_the_top_of_the_ladder_there_is_none_either() -> None:
    assert example(Unit.MINUTES, level=300).above is None


def test_below_the_smallest_rung_there_is_no_other() -> None:
    assert example(Unit.MINUTES, level=5).below == 5


@pytest.mark.parametrize("gate", [one for one in Gate if one != Gate.OPEN])
def test_behind_a_gate_there_is_no_way_up(gate: Gate) -> None:
    assert walk(on.GateSet(gate)) is None


def test_without_a_plan_there_is_no_walk() -> None:
    entries = ordinary(1)
    assert walk_of(today_of(entries, at(2, 8)), entries) is None


def test_while_a_rise_is_watched_the_hours_are_those_of_the_window() -> None:
    told = [entry(1, 7, on.PlanStarted(unit=Unit.MINUTES, start=50, resistance=True))]
    told.append(entry(2, 9, on.DoseChosen(60)))
    told.append(entry(2, 10, on.SessionTold(60)))
    today = today_of(told, at(3, 8))
    found = walk_of(today, told)

    assert today.window is not None
    assert found is not None
    assert found.hours == today.window.hours_needed
