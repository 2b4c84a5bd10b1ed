"""What would change a decision: what is waited for, in the person's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given

from steadystep.core import reasons as r
from steadystep.core.observations import Symptom
from steadystep.core.reasons import BLOCKER_KINDS, Felt, Limit, RedFlagKind
from steadystep.explain import banned_in
from steadystep.explain.behind import Kind, behind
from steadystep.explain.translations import ENGLISH
from steadystep.explain.waits import what_would_change
from tests.explain.catalogues import Nowhere
from tests.explain.golden import GOLDEN, SATURDAY, Told
from tests.explain.invented import decided, decisions
from tests.explain.numbers_in import dates_in, enforced, tenths_in
from tests.explain.reading_age import grade, words_of

if TYPE_CHECKING:
    from steadystep.core.decision import Decision

MOST_WORDS = 14
HARDEST_GRADE = 6


def test_each_kind_of_wait_has_its_sentence() -> None:
    assert get_args(Kind) == BLOCKER_KINDS
    assert len(behind(BLOCKER_KINDS, ENGLISH)) == len(BLOCKER_KINDS)


def test_a_kind_of_another_version_goes_unsaid() -> None:
    assert behind(("moon_phase", "watching"), ENGLISH) == ("We watch how the last change sits.",)


@pytest.mark.parametrize(
    ("reason", "waits"),
    [
        (
            r.RedFlag(RedFlagKind.URGENT),
            ("We wait until someone who can help has looked at it.",),
        ),
        (r.PacingOnly(50, eased=False), ("We wait for a clinician's word.",)),
        (r.ClinicianFirst(), ("We wait for a clinician's word.",)),
        (r.Paused(), ("We wait until the pause is over.",)),
        (r.NoPlanYet(1, 3), ("1 of 3 ordinary days are known.",)),
        (r.FlareOnItsOwn(Felt(marked=True)), ("We wait for a calm answer.",)),
        (r.Smaller(50, 40), ("We wait for nothing now.",)),
        (
            r.Calming(3, 5, 1, 2),
            ("3 of 5 days have passed since the flare.", "1 of 2 calm answers are in."),
        ),
        (r.Unsettled(Felt()), ("We wait for a calm answer.",)),
        (
            r.Watching(31, 48, 1, 2, begun=True),
            (
                "31 of 48 hours have passed since the change.",
                "1 of 2 answers since the change are in.",
            ),
        ),
        (
            r.Watching(49, 48, 1, 2, begun=True),
            ("1 of 2 answers since the change are in.",),
        ),
        (
            r.Watching(74, 48, 2, 2, begun=True),
            ("We watch a little longer how this step sits.",),
        ),
        (r.Calming(5, 5, 1, 2), ("1 of 2 calm answers are in.",)),
        (r.Calming(5, 5, 2, 2), ("We wait for a calm answer.",)),
        (
            r.Watching(0, 48, 0, 2, begun=False),
            ("We start to watch once the new step is done.",),
        ),
        (r.NoAnswerToday(), ("We wait for today's answer.",)),
        (r.FewAnswers(3, 5), ("3 of 5 answers within a week are in.",)),
        (r.HalfPace(4, 9, 14), ("9 of 14 days have passed since the last new step.",)),
        (r.LearningUsual(4, 7), ("4 of 7 answers to learn your usual are in.",)),
        (r.ScreenDue(), ("We wait for your answers about worse days after effort.",)),
        (r.BaselineWeek(3, 7), ("This is day 3 of 7 at the same step.",)),
        (r.NotYetSteady(3, 6, 5), ("3 of 5 steady days are there.",)),
        (r.TooSoon(3, 7), ("3 of 7 days have passed since the last new step.",)),
        (r.BackOff(3, 14), ("3 of 14 days have passed since the step or its flare.",)),
        (r.Resting(4), ("You chose to stay: new steps rest 4 days.",)),
        (r.BigDay(SATURDAY), ("We wait until the big day lies further back.",)),
        (r.SleepWorse(), ("We wait for a night like your usual ones.",)),
        (r.HeartVariabilityOff(), ("We wait until your watch shows a usual week.",)),
        (r.HeartRateUp(), ("We wait until your heart is as usual at rest.",)),
        (r.Unsure(5, 7), ("You felt 5 sure; we wait for 7.",)),
        (r.Guarded(60, 55), ("We wait until the last weeks suggest it.",)),
        (r.Plateau(20), ("New steps rest 20 days.",)),
        (
            r.UsualMovedUp(Symptom.PAIN, 40, 60),
            ("We wait for your word on your usual.",),
        ),
        (r.Arrived(Limit.GOAL, 50), ("You set the goal, and you can change it.",)),
        (r.Arrived(Limit.CLINICIAN, 50), ("Your clinician can change this limit with you.",)),
        (r.Arrived(Limit.LADDER, 50), ("This is the top of the plan.",)),
        (r.Arrived(Limit.GUARD, 50), ("We wait until the last weeks suggest it.",)),
        (r.Ready(50, 60, 9), ("The choice is yours.",)),
    ],
    ids=lambda one: getattr(one, "kind", None),
)
def test_the_reason_that_was_told_says_what_it_waits_for(
    reason: r.Reason, waits: tuple[str, ...]
) -> None:
    assert what_would_change(decided(reason)) == waits


def test_what_stands_behind_it_follows_and_nothing_is_said_twice() -> None:
    held = decided(
        r.TooSoon(3, 7), blocked_by=("too_soon", "unsettled", "not_yet_steady", "unsettled")
    )

    assert what_would_change(held) == (
        "3 of 7 days have passed since the last new step.",
        "We wait for a calm answer.",
        "We wait for a few steady days.",
    )


def test_one_of_anything_is_said_in_the_singular() -> None:
    assert [
        what_would_change(decided(reason))
        for reason in (
            r.NoPlanYet(0, 1),
            r.Calming(0, 1, 0, 1),
            r.Watching(0, 1, 0, 1, begun=True),
            r.FewAnswers(0, 1),
            r.HalfPace(0, 0, 1),
            r.LearningUsual(0, 1),
            r.NotYetSteady(0, 0, 1),
            r.BackOff(0, 1),
            r.Resting(1),
            r.Plateau(1),
        )
    ] == [
        ("0 of 1 ordinary day is known.",),
        ("0 of 1 day has passed since the flare.", "0 of 1 calm answer is in."),
        ("0 of 1 hour has passed since the change.", "0 of 1 answer since the change is in."),
        ("0 of 1 answer within a week is in.",),
        ("0 of 1 day has passed since the last new step.",),
        ("0 of 1 answer to learn your usual is in.",),
        ("0 of 1 steady day is there.",),
        ("0 of 1 day has passed since the step or its flare.",),
        ("You chose to stay: new steps rest 1 day.",),
        ("New steps rest 1 day.",),
    ]


@pytest.mark.parametrize("told", GOLDEN, ids=lambda told: told.decision.reason.kind)
def test_every_decision_has_something_to_say(told: Told) -> None:
    assert what_would_change(told.decision)


@given(decision=decisions())
def test_each_is_one_short_sentence_and_none_is_heavy(decision: Decision) -> None:
    for one in what_would_change(decision):
        assert one.endswith(".")
        assert len(words_of(one)) <= MOST_WORDS
        assert banned_in(one) == ()
        assert not set(one) & set("{}")


@given(decision=decisions())
def test_every_number_that_is_heard_was_enforced(decision: Decision) -> None:
    numbers, dates = enforced(decision)

    for one in what_would_change(decision):
        assert tenths_in(one) <= numbers
        assert dates_in(one) <= dates


@given(decision=decisions())
def test_no_english_is_heard_past_the_catalogue(decision: Decision) -> None:
    said = " ".join(what_would_change(decision, Nowhere()))

    assert not any(letter.isascii() and letter.isalpha() for letter in said)


def test_an_eleven_year_old_can_read_each_of_them() -> None:
    said = {
        *behind(BLOCKER_KINDS, ENGLISH),
        *(one for told in GOLDEN for one in what_would_change(told.decision)),
    }

    # One sentence by itself is graded by its longest words, so a single one may be a grade harder.
    assert {one: grade(one) for one in said if grade(one) > HARDEST_GRADE + 2} == {}
    assert sum(map(grade, said)) / len(said) < HARDEST_GRADE
