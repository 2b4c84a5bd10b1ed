"""The numbers of the rule: each with its unit, its bounds and where it comes from."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from steadystep.core.policy import (
    GENTLE,
    STEADY,
    Guardrail,
    Hearing,
    Numbers,
    OutOfBoundsError,
    Policy,
    guardrails,
)

NAMES = [one.name for one in fields(Policy)]
RAILS = guardrails()


def another(name: str) -> int:
    """A value inside the absolute bounds that is not the default."""
    low, high = RAILS[name].absolute
    return high if getattr(GENTLE, name) != high else low


@pytest.mark.parametrize("rail", RAILS.values(), ids=RAILS)
def test_every_number_says_what_it_counts_and_where_it_comes_from(rail: Guardrail) -> None:
    assert rail.unit.strip()
    assert rail.source.strip()


@pytest.mark.parametrize("rail", RAILS.values(), ids=RAILS)
def test_recommended_bounds_lie_inside_the_absolute_ones(rail: Guardrail) -> None:
    assert rail.absolute[0] < rail.absolute[1]
    assert rail.absolute[0] <= rail.recommended[0] <= rail.recommended[1] <= rail.absolute[1]


@pytest.mark.parametrize("name", NAMES)
def test_every_default_lies_inside_its_recommended_bounds(name: str) -> None:
    low, high = RAILS[name].recommended
    assert low <= getattr(GENTLE, name) <= high


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("side", [0, 1])
def test_a_bound_itself_is_allowed_and_one_beyond_it_is_refused_by_name_and_unit(
    name: str, side: int
) -> None:
    rail = RAILS[name]
    bound = rail.absolute[side]
    beyond = bound + (1 if side else -1)
    assert getattr(replace(GENTLE, **{name: bound}), name) == bound
    with pytest.raises(OutOfBoundsError) as refused:
        replace(GENTLE, **{name: beyond})
    low, high = rail.absolute
    assert str(refused.value) == f"{name} = {beyond} {rail.unit} is outside {low} to {high}"


@pytest.mark.parametrize("name", Numbers._fields)
def test_each_number_crosses_to_the_rule_alone_and_under_its_own_name(name: str) -> None:
    changed = replace(GENTLE, **{name: another(name)}).numbers()
    assert changed == GENTLE.numbers()._replace(**{name: another(name)})
    assert changed != GENTLE.numbers()


@pytest.mark.parametrize("name", Hearing._fields)
def test_each_number_crosses_to_the_hearing_alone_and_under_its_own_name(name: str) -> None:
    changed = replace(GENTLE, **{name: another(name)}).hearing()
    assert changed == GENTLE.hearing()._replace(**{name: another(name)})
    assert changed != GENTLE.hearing()


def test_no_answer_is_heard_by_a_number_that_the_policy_does_not_document() -> None:
    assert set(Hearing._fields) <= set(NAMES)
    assert all(isinstance(number, int) for number in GENTLE.hearing())


def test_the_rule_takes_no_number_that_the_policy_does_not_document() -> None:
    assert set(Numbers._fields) <= set(NAMES)
    assert all(isinstance(number, int) for number in GENTLE.numbers())


def test_nothing_about_the_gentle_pace_is_unusual() -> None:
    assert GENTLE.unusual == ()


def test_the_steady_pace_is_outside_the_recommended_spacing_and_says_so() -> None:
    """Four days between rises: chosen in settings, never suggested."""
    assert STEADY.spacing_days == 4
    assert STEADY.unusual == ("spacing_days",)


def test_what_is_unusual_is_named_on_either_side_of_what_is_recommended() -> None:
    policy = replace(GENTLE, calming_days=15, watch_hours=47)
    assert policy.unusual == ("watch_hours", "calming_days")


def test_a_pace_has_a_name_where_it_is_one_of_ours() -> None:
    assert Policy().pace == "gentle"
    assert STEADY.pace == "steady"
    assert replace(STEADY, calming_days=8).pace == "own"


def test_a_decision_can_say_which_numbers_it_was_made_with() -> None:
    assert GENTLE.version == "rule-of-two 1 gentle"
    assert replace(GENTLE, stay_days=8).version == "rule-of-two 1 own"
