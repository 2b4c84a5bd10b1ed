"""What a person can say of today, and which dose they mean by it."""

from __future__ import annotations

import pytest

from steadystep.core import acts
from steadystep.core import events as on
from steadystep.core.acts import NothingToSayError, Part
from steadystep.core.facts import Gate, Reply
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.today import today_of
from tests.core.lives import at, begun, date_of, entry, ordinary
from tests.core.test_today import look, with_keys

PLAN = [begun(), *ordinary(*range(1, 8))]
TODAY = look(8, 9, *PLAN, entry(8, 8, on.CheckedIn(pain=40, fatigue=40)))
NOBODY = look(1, 9)


@pytest.mark.parametrize(
    ("part", "tenths"), [(Part.NONE, 0), (Part.A_BIT, 25), (Part.YES, 50), (Part.MORE, 75)]
)
def test_how_much_of_the_step_was_done(part: Part, tenths: int) -> None:
    assert acts.did(50, part) == on.SessionTold(tenths)


def test_more_is_as_much_as_was_told_and_never_less_than_the_step() -> None:
    assert acts.did(50, Part.MORE, more=120) == on.SessionTold(120)
    assert acts.did(50, Part.MORE, more=10) == on.SessionTold(50)


def test_of_no_step_nothing_can_be_said() -> None:
    with pytest.raises(NothingToSayError):
        acts.did(None, Part.YES)
    for say in (acts.easier, acts.smaller, acts.ladder_of):
        with pytest.raises(NothingToSayError):
            say(NOBODY)
    with pytest.raises(NothingToSayError):
        acts.answer_offer(NOBODY, accept=True)


def test_a_paused_plan_has_no_step_to_make_easier_or_smaller() -> None:
    paused = look(8, 9, *PLAN, entry(8, 8, on.GateSet(Gate.PAUSED)))
    for say in (acts.easier, acts.smaller):
        with pytest.raises(NothingToSayError):
            say(paused)


def test_easier_is_two_thirds_on_the_ladder() -> None:
    assert acts.easier(TODAY) == on.EasierToday(30)


def test_smaller_is_one_rung_and_stays_on_the_ladder() -> None:
    assert acts.smaller(TODAY) == on.DoseChosen(40)
    least = look(1, 9, begun(start=5))
    assert acts.smaller(least) == on.DoseChosen(5)


def test_below_the_smallest_step_and_without_one_there_is_no_smaller_step() -> None:
    assert acts.smaller_step(TODAY) == 40
    assert acts.smaller_step(look(1, 9, begun(start=5))) is None
    assert acts.smaller_step(NOBODY) is None


def test_a_step_of_ones_own_is_a_rung() -> None:
    assert acts.own_step(TODAY, 77) == on.DoseChosen(70)
    assert acts.own_step(TODAY, 1) == on.DoseChosen(5)
    assert acts.most_to_tell(TODAY) == 3_000


def test_an_offer_is_taken_or_left() -> None:
    assert acts.answer_offer(TODAY, accept=True) == [on.OfferAnswered(Reply.ACCEPT)]
    assert acts.answer_offer(TODAY, accept=False) == [on.OfferAnswered(Reply.STAY)]


def test_an_offer_that_has_gone_cannot_be_answered() -> None:
    with pytest.raises(NothingToSayError):
        acts.answer_offer(look(3, 9, *PLAN), accept=True)


def test_another_movement_keeps_what_is_the_persons() -> None:
    chosen = on.MovementChosen(Movement.RESISTANCE, Unit.REPS, anchor="after lunch")
    plan = acts.new_plan(TODAY, chosen, start=40, ignore_heart=True)
    assert (plan.unit, plan.start, plan.resistance) == (Unit.REPS, 40, True)
    assert (plan.usual_pain, plan.usual_fatigue, plan.per_week) == (40, 40, 7)
    assert (plan.anchor, plan.ignore_heart) == ("after lunch", True)


def test_a_first_plan_knows_no_usual() -> None:
    plan = acts.new_plan(
        NOBODY, on.MovementChosen(Movement.WALK, Unit.MINUTES), start=10, ignore_heart=False
    )
    assert (plan.usual_pain, plan.per_week, plan.resistance) == (None, 7, False)


def test_another_day_is_told_at_noon_and_today_as_it_is() -> None:
    now = at(8, 9)
    assert acts.noon_of(date_of(8), now) == now
    assert acts.noon_of(acts.yesterday_of(TODAY), now) == at(7, 12)


def test_what_can_be_undone_is_taken_back_and_nothing_else() -> None:
    log = with_keys(begun(), *ordinary(1))
    today = today_of(log, at(1, 12))
    assert acts.take_back(today, ["key-2", "no such key"]) == [on.TakenBack("key-2")]
