"""A fold put aside and taken up again goes on as if nothing had been between."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core.course import Course
from steadystep.core.fold import Fold, by_day, in_order
from steadystep.core.memory import Memory
from steadystep.core.packing import Packed, pack, unpack
from steadystep.core.plain import NotPlain
from steadystep.core.policy import GUARDED
from steadystep.core.record import usual_known_until
from tests.core.lives import begun, date_of, ordinary, plan
from tests.core.records import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry

DAYS = 60


def closed(fold: Fold, entries: Sequence[Entry], first: int, last: int) -> list[Decision]:
    """Close these numbered days, and say what the rule said."""
    days = by_day(in_order(entries))
    fold.usual_known_until = usual_known_until(in_order(entries))
    return [fold.evening(date_of(one), days.get(date_of(one), [])) for one in range(first, last)]


@settings(max_examples=30)
@given(records(), st.integers(2, DAYS - 1))
def test_a_fold_goes_on_from_where_it_was_put_aside(entries: list[Entry], aside_on: int) -> None:
    told = [one for one in entries if one.at >= begun().at]
    straight, first_part = Fold(), Fold()
    closed(straight, [begun(), *told], 1, aside_on)
    closed(first_part, [begun(), *told], 1, aside_on)
    values = json.loads(json.dumps(pack(first_part)))

    taken_up = unpack(values, GUARDED)

    assert pack(taken_up) == values
    assert closed(taken_up, [begun(), *told], aside_on, DAYS) == closed(
        straight, [begun(), *told], aside_on, DAYS
    )
    assert pack(taken_up) == pack(straight)


def test_before_a_plans_first_day_is_closed_there_is_nothing_to_put_aside() -> None:
    assert pack(Fold()) is None


def test_nothing_that_a_fold_keeps_is_left_out() -> None:
    """A new part of Fold or Course belongs in the packing too, or is worked out from the rest."""
    assert set(vars(Fold())) == set(Packed._fields) - {"memory"} | {"policy", "course"}
    from_the_terms_and_policy = {
        "terms",
        "policy",
        "numbers",
        "hearing",
        "_top",
        "_doses",
        "_version",
    }
    from_the_answers = {"reference", "_higher", "_answers", "_symptoms"}
    asked_anew_each_morning = {"_asked"}
    assert {name.strip("_") for name in vars(plan())} == {
        name.strip("_")
        for name in (set(Memory._fields) - {"pain", "fatigue"})
        | from_the_terms_and_policy
        | from_the_answers
        | asked_anew_each_morning
    }


def test_what_is_worked_out_from_the_rest_is_the_same() -> None:
    before = plan(usual_fatigue=50)
    after = Course(before.terms, GUARDED)
    after.recall(before.memory())
    assert (after.reference, after._higher, after._answers) == (
        before.reference,
        before._higher,
        before._answers,
    )


@pytest.mark.parametrize(
    ("part", "value"),
    [("closed", "yesterday"), ("memory", {}), ("plan", None), ("standing", {"gate": "ajar"})],
)
def test_what_is_damaged_is_refused(part: str, value: object) -> None:
    fold = Fold()
    closed(fold, [begun(), *ordinary(1)], 1, 3)
    with pytest.raises(NotPlain, match=part):
        unpack({**(pack(fold) or {}), part: value}, GUARDED)
