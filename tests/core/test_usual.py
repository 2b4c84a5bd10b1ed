"""Usual as it stands: what, since when, from where, and what is asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given, settings

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.facts import NONE
from steadystep.core.observations import Symptom
from steadystep.core.today import today_of
from steadystep.core.usual import How, UsualNow, asked_about, usual_now
from tests.core.lives import at, begun, date_of, entry, ordinary
from tests.core.records import records

if TYPE_CHECKING:
    from steadystep.core.events import Entry

PAIN, FATIGUE = Symptom.PAIN, Symptom.FATIGUE


def usual(*log: Entry, on_day: int) -> tuple[UsualNow, ...]:
    """Usual as it stands at nine of a numbered day."""
    return usual_now(log, today_of(log, at(on_day, 9)))


def set_on(
    number: int, tenths: int, *, symptom: Symptom = PAIN, higher: int | None = None
) -> Entry:
    """A look on a numbered day, with a warning two points above."""
    return entry(number, 8, on.ReferenceSet(symptom, tenths, 120, 20, higher))


def test_at_first_usual_is_as_it_was_told() -> None:
    pain, fatigue = usual(begun(usual_fatigue=60), on_day=2)

    assert (pain.usual, pain.since, pain.how) == (40, date_of(1), How.TOLD)
    assert (fatigue.symptom, fatigue.usual) == (FATIGUE, 60)
    assert pain.warning > pain.usual


def test_what_was_never_told_is_left_out() -> None:
    assert [one.symptom for one in usual(begun(usual_pain=None), on_day=2)] == [FATIGUE]
    assert usual(begun(usual_pain=None, usual_fatigue=None), on_day=2) == ()


def test_a_usual_set_before_there_was_a_plan_counts_for_nothing() -> None:
    pain, _ = usual(set_on(0, 90), begun(), on_day=2)

    assert (pain.usual, pain.how) == (40, How.TOLD)


def test_without_a_plan_there_is_no_usual() -> None:
    assert usual(entry(1, 8, on.CheckedIn(pain=40)), on_day=2) == ()


def test_the_warning_of_a_told_usual_is_the_one_in_force() -> None:
    log = [begun()]
    today = today_of(log, at(2, 9))
    assert today.decision is not None
    reference = today.decision.reference

    assert [one.warning - one.usual for one in usual_now(log, today)] == [
        reference.rise_pain,
        reference.rise_fatigue,
    ]


def test_from_a_look_on_it_is_as_the_answers_say() -> None:
    pain, _ = usual(begun(), set_on(15, 50), on_day=16)

    assert pain == UsualNow(PAIN, 50, 70, date_of(15), How.ANSWERS)


def test_a_look_that_moves_nothing_leaves_the_day_as_it_was() -> None:
    pain, _ = usual(begun(), set_on(15, 50), set_on(43, 50), on_day=44)

    assert pain.since == date_of(15)


def test_a_look_that_finds_what_was_told_says_so_of_its_own_day() -> None:
    pain, _ = usual(begun(), set_on(15, 40), on_day=16)

    assert (pain.since, pain.how) == (date_of(15), How.ANSWERS)


def test_a_higher_one_is_asked_about() -> None:
    log = usual(begun(), set_on(43, 40, higher=60), on_day=44)

    assert log[0].higher == 60
    assert asked_about(log) == log[0]
    assert asked_about(log[1:]) is None


def test_kept_it_is_as_before_and_nothing_is_asked() -> None:
    log = [begun(), set_on(15, 40), set_on(43, 40, higher=60)]
    pain, _ = usual(*log, entry(43, 9, on.UsualAnswered(take=False)), on_day=44)

    assert pain == UsualNow(PAIN, 40, 60, date_of(15), How.ANSWERS)


def test_taken_it_is_the_higher_one_from_that_day_on() -> None:
    log = [begun(), set_on(43, 40, higher=60), entry(43, 9, on.UsualAnswered(take=True))]

    assert usual(*log, on_day=44)[0] == UsualNow(PAIN, 60, 80, date_of(43), How.TAKEN)


def test_the_next_look_leaves_a_taken_one_taken() -> None:
    log = [begun(), set_on(43, 40, higher=60), entry(43, 9, on.UsualAnswered(take=True))]

    assert usual(*log, set_on(71, 60), on_day=72)[0].how == How.TAKEN


def test_pain_is_answered_before_fatigue() -> None:
    log = [
        begun(),
        set_on(43, 40, higher=60),
        set_on(43, 40, symptom=FATIGUE, higher=50),
        entry(43, 9, on.UsualAnswered(take=False)),
    ]

    assert [one.higher for one in usual(*log, on_day=44)] == [None, 50]


def test_an_answer_to_nothing_changes_nothing() -> None:
    log = [begun(), entry(3, 9, on.UsualAnswered(take=True))]

    assert usual(*log, on_day=4)[0].usual == 40


def test_the_last_word_of_a_day_counts() -> None:
    log = [
        begun(),
        set_on(43, 40, higher=60),
        entry(43, 9, on.UsualAnswered(take=True)),
        entry(43, 10, on.UsualAnswered(take=False)),
    ]

    assert usual(*log, on_day=44)[0].usual == 40


def test_a_later_plan_carries_usual_along() -> None:
    log = [begun(), entry(9, 8, begun(usual_pain=90).event)]

    assert usual(*log, on_day=10)[0].usual == 40


def test_a_look_that_is_not_written_yet_counts_already() -> None:
    """Two quiet weeks at two above what was told: usual is set from the answers."""
    log = [begun(usual_pain=20, usual_fatigue=20), *ordinary(*range(1, 16))]
    today = today_of(log, at(16, 9))
    seen = usual_now(log, today)

    assert today.to_write
    assert [(one.usual, one.how) for one in seen] == [(40, How.ANSWERS)] * 2
    assert Ask.USUAL not in today.asks


@settings(max_examples=60)
@given(record=records(days=45, most=25))
def test_what_stands_there_is_what_the_answers_are_measured_against(record: list[Entry]) -> None:
    """Whatever was told, and as late: usual as it is shown is the one in force this morning."""
    first, *others = record
    record = [first, *(one for one in others if not isinstance(one.event, on.PlanStarted))]
    today = today_of(record, at(46, 9))
    assume(today.decision is not None)
    assert today.decision is not None
    reference = today.decision.reference
    shown = {one.symptom: one.usual for one in usual_now(record, today)}
    in_force = {PAIN: reference.usual_pain, FATIGUE: reference.usual_fatigue}

    assert shown == {one: usual for one, usual in in_force.items() if usual != NONE}
