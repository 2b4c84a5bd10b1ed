"""The guard in a person's days: what it forbids, what it lowers, and what it leaves alone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from steadystep.core import events as on
from steadystep.core import reasons, shapes
from steadystep.core.decision import Action, Decision
from steadystep.core.facts import DayFacts, Gate, Reply
from steadystep.core.fold import Fold, by_day, in_order
from steadystep.core.guarding import Guarding
from steadystep.core.ladder import MINUTES, REPS
from steadystep.core.observations import Unit
from steadystep.core.packing import pack, unpack
from steadystep.core.policy import GENTLE
from steadystep.core.reasons import Limit
from tests.core.lives import (
    LIFE,
    begun,
    calm,
    date_of,
    days,
    entry,
    live,
    ordinary,
    plan,
    told,
)

GUARDED = replace(GENTLE, guard_risk_percent=10)
# Someone of whom little is believed beforehand: one flare is then enough to see what follows.
WARY = replace(GUARDED, guard_prior_percent=100, guard_spread_percent=30)
FLARE = 80


def calm_days(first: int, last: int, **facts: int) -> list[DayFacts]:
    """Ordinary days, both included, on which every offer is taken."""
    return [calm(number, **({"reply": Reply.ACCEPT} | facts)) for number in range(first, last + 1)]


def test_without_a_guard_nothing_is_kept_and_nothing_is_told() -> None:
    course = plan()
    live(course, calm_days(1, 20))

    assert course.memory().guard == ((), ())
    assert course._day(calm(21))[0].guard == shapes.NONE


def test_with_calm_days_a_guarded_plan_goes_up_as_any_other() -> None:
    guarded = live(plan(policy=GUARDED), calm_days(1, 120))
    free = live(plan(), calm_days(1, 120))

    assert [one.level for one in guarded] == [one.level for one in free]


def test_a_next_step_above_the_guard_is_not_offered_and_both_numbers_are_told() -> None:
    said = live(plan(policy=WARY), calm_days(1, 8))

    assert said[-1].action == Action.HOLD
    assert said[-1].reason == reasons.Guarded(60, 50)


def flared(*after: DayFacts) -> list[Decision]:
    """A flare on day 10 at ten minutes, and what was said from then on."""
    lived = [*calm_days(1, 9, reply=Reply.STAY), told(10, pain=FLARE, did=0), *after]
    return live(plan(start=100, policy=WARY), lived)[9:]


@pytest.mark.parametrize("next_day", [told(11, pain=FLARE, did=0), told(11)])
def test_a_flare_may_lower_the_step_and_that_is_said_while_the_dose_is_eased(
    next_day: DayFacts,
) -> None:
    """Whether the next day is RED as well, or silent."""
    flare, eased, calmed = flared(next_day, calm(12))

    assert isinstance(flare.reason, reasons.FlareOnItsOwn)
    assert (eased.action, eased.level, eased.dose) == (Action.EASE, 90, 60)
    assert eased.reason == reasons.LimitLowered(Limit.GUARD, 100, 90)
    assert calmed.dose == 90


def test_a_step_is_lowered_by_name_on_a_calm_morning_after_a_flare() -> None:
    _, calmed, later = flared(calm(11), calm(12))

    assert calmed.action == Action.STEP_BACK
    assert calmed.reason == reasons.LimitLowered(Limit.GUARD, 100, 90)
    assert isinstance(later.reason, reasons.Calming)


def test_a_flare_that_goes_on_easing_under_a_guard_that_stands_above_is_told_as_easing() -> None:
    course = plan(policy=GUARDED)
    said = live(course, [*calm_days(1, 4), told(5, pain=FLARE), told(6, pain=60), calm(7)])

    assert isinstance(said[5].reason, reasons.Easing)


def test_silence_and_a_pause_lower_nothing() -> None:
    """What was borne for months stands, though the evidence for it fades."""
    course = plan(policy=WARY)
    up = live(course, calm_days(1, 150))[-1].level
    silent = [told(number, gate=Gate.PAUSED) for number in range(151, 551)]
    live(course, silent)
    back = course.morning(calm(551, kept_moving=True))

    assert back.level == up
    assert back.level is not None
    assert course._day(calm(551))[0].guard == MINUTES.doses.index(back.level)


def test_a_persons_own_bigger_step_stands() -> None:
    course = plan(policy=WARY)
    live(course, calm_days(1, 8))
    own = course.morning(calm(9, chosen=80))

    assert own.level == 80
    assert own.reason == reasons.StepTaken(50, 80, 48)


def test_a_guard_that_is_told_and_one_that_was_learned_are_held_by_the_lower() -> None:
    course = plan(start=100, policy=GUARDED)
    learned = course._day(calm(1))[0].guard

    assert learned > MINUTES.doses.index(100)
    assert course._day(calm(1, guard=80))[0].guard == MINUTES.doses.index(80)
    assert course._day(calm(1, guard=300))[0].guard == learned


def test_someone_slow_to_answer_is_listened_to_for_a_day_longer() -> None:
    """Resistance work on day 1, and a flare on day 5: four days between them."""

    def evidence(*, resistance: bool) -> tuple[int, ...]:
        course = plan(policy=GUARDED, resistance=resistance)
        quiet = [told(number, did=0) for number in (2, 3, 4)]
        live(course, [told(1, did=100), *quiet, told(5, pain=FLARE)])
        return course.memory().guard.evidence

    assert set(evidence(resistance=False)) == {0}
    assert min(evidence(resistance=True)) < 0


def test_what_was_done_is_taken_from_the_record_where_it_is_told_in_minutes() -> None:
    fold = Fold(GUARDED)
    record = by_day(in_order([begun(), *ordinary(1, 2, done=35)]))
    for number in (1, 2, 3):
        fold.evening(date_of(number), record.get(date_of(number), []))

    assert fold.course is not None
    assert fold.course.memory().guard.done == (35, 35, 0)


def test_a_plan_on_the_same_ladder_knows_what_was_learned_and_another_begins_anew() -> None:
    before = plan(policy=GUARDED)
    live(before, calm_days(1, 20))
    same, other = plan(policy=GUARDED), plan(policy=GUARDED, unit=Unit.REPS, ladder=REPS)
    same.carry_on(before)
    other.carry_on(before)

    assert same.memory().guard == before.memory().guard
    assert other.memory().guard.done == ()
    assert set(other.memory().guard.evidence) == {0}


def test_another_pace_keeps_what_was_learned_and_another_grid_lets_it_go() -> None:
    course = plan(policy=GUARDED)
    live(course, calm_days(1, 20))
    learned = course.memory().guard
    course.follow(replace(GUARDED, spacing_days=4))
    assert course.memory().guard == learned
    course.follow(replace(GUARDED, guard_ratio_percent=15))
    assert set(course.memory().guard.evidence) == {0}
    course.follow(GENTLE)
    assert course.memory().guard == ((), ())


@pytest.mark.parametrize("policy", [GUARDED, WARY, replace(GUARDED, guard_backgrounds=2)])
def test_a_guarded_fold_goes_on_from_where_it_was_put_aside(policy: object) -> None:
    assert isinstance(policy, type(GENTLE))
    events = [begun(), *ordinary(*range(1, 40)), entry(20, 9, on.CheckedIn(pain=90, fatigue=40))]
    record = by_day(in_order(events))
    fold = Fold(policy)
    for number in range(1, 25):
        fold.evening(date_of(number), record.get(date_of(number), []))
    taken_up = unpack(json.loads(json.dumps(pack(fold))), policy)
    for number in range(25, 40):
        todays = record.get(date_of(number), [])
        assert taken_up.evening(date_of(number), todays) == fold.evening(date_of(number), todays)
    assert pack(taken_up) == pack(fold)


@settings(max_examples=50)
@given(LIFE)
def test_whatever_is_told_the_guard_names_a_rung_and_the_dose_keeps_to_it(
    life: list[dict[str, object]],
) -> None:
    course = plan(policy=WARY)
    for facts in days(life):
        rung = course._day(facts)[0].guard
        assert 0 <= rung < len(MINUTES.doses)
        dose = course.morning(facts).dose
        assert dose is None or dose <= MINUTES.doses[rung]
        course.evening(facts)


def test_a_guard_on_the_last_rung_has_no_step_above_it() -> None:
    course = plan(start=300, policy=GUARDED)
    assert course._day(calm(1))[0].guard == len(MINUTES.doses) - 1


def test_a_guard_can_be_asked_before_anything_is_known() -> None:
    assert Guarding(MINUTES, GUARDED).memory().done == ()
