"""The numbers of a decision, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from steadystep.core import reasons as r
from steadystep.core.observations import Symptom, Unit
from steadystep.core.reasons import Felt, Limit, RedFlagKind
from steadystep.explain import banned_in
from steadystep.explain.figures import Figure, figures
from tests.explain.catalogues import Nowhere
from tests.explain.golden import SATURDAY
from tests.explain.invented import decided, decisions
from tests.explain.numbers_in import dates_in, enforced, tenths_in

if TYPE_CHECKING:
    from steadystep.core.decision import Decision

PAIN = Felt(Symptom.PAIN, 70, 40, 60)
PAIN_ROWS = [("Pain that day", "7", "warning from 6"), ("Usual pain", "4", "")]


@pytest.mark.parametrize(
    ("reason", "rows"),
    [
        (r.RedFlag(RedFlagKind.URGENT), []),
        (r.ClinicianFirst(), []),
        (r.Paused(), []),
        (r.NoAnswerToday(), []),
        (r.ScreenDue(), []),
        (r.SleepWorse(), []),
        (r.HeartVariabilityOff(), []),
        (r.HeartRateUp(), []),
        (r.PacingOnly(50, eased=True), [("Highest step", "5 minutes", "")]),
        (r.NoPlanYet(1, 3), [("Ordinary days known", "1 day", "at least 3 days")]),
        (
            r.FlareAfterRise(PAIN, 2, 60, 50, 14),
            [
                *PAIN_ROWS,
                ("Days after the new step began", "2 days", ""),
                ("Step before", "6 minutes", ""),
                ("Step now", "5 minutes", ""),
                ("Days until a new step", "14 days", ""),
            ],
        ),
        (
            r.FlareGoesOn(PAIN, 4, 60, 50),
            [
                *PAIN_ROWS,
                ("Days of this flare", "4 days", ""),
                ("Step before", "6 minutes", ""),
                ("Step now", "5 minutes", ""),
            ],
        ),
        (r.FlareAfterBigDay(PAIN, SATURDAY), [*PAIN_ROWS, ("Big day", "27 April", "")]),
        (r.FlareOnItsOwn(Felt(marked=True)), [("Your own word", "a flare", "")]),
        (r.FlareOnItsOwn(Felt()), []),
        (
            r.FlareOnItsOwn(Felt(Symptom.FATIGUE, 65, 45, 60)),
            [("Fatigue that day", "6.5", "warning from 6"), ("Usual fatigue", "4.5", "")],
        ),
        (
            r.Unsettled(Felt(Symptom.SLEEP, 65, 45, 60)),
            [("Sleep that day", "6.5", "warning from 6"), ("Usual sleep", "4.5", "")],
        ),
        (r.Easing(2), [("Days since the flare day", "2 days", "")]),
        (
            r.BackAfterGap(6, 60, 55, new_baseline=False),
            [
                ("Days without movement", "6 days", ""),
                ("Step before", "6 minutes", ""),
                ("Step now", "5½ minutes", ""),
            ],
        ),
        (
            r.Smaller(60, 50),
            [("Step before", "6 minutes", ""), ("Step now", "5 minutes", "")],
        ),
        (
            r.LimitLowered(Limit.GOAL, 60, 50),
            [("Step before", "6 minutes", ""), ("Step now", "5 minutes", "")],
        ),
        (
            r.Started(50, 7),
            [("Step", "5 minutes", ""), ("Days at the same step", "7 days", "")],
        ),
        (
            r.StepTaken(50, 60, 72),
            [
                ("Step before", "5 minutes", ""),
                ("Step now", "6 minutes", ""),
                ("Time to answer", "72 hours", ""),
            ],
        ),
        (
            r.Calming(3, 5, 1, 2),
            [
                ("Days since the flare day", "3 days", "at least 5 days"),
                ("Calm answers since", "1", "at least 2"),
            ],
        ),
        (
            r.Watching(31, 48, 1, 2, begun=True),
            [
                ("Time since", "31 hours", "at least 48 hours"),
                ("Answers since", "1", "at least 2"),
            ],
        ),
        (r.FewAnswers(3, 5), [("Answers within a week", "3", "at least 5")]),
        (
            r.HalfPace(4, 9, 14),
            [
                ("Answers within a week", "4", ""),
                ("Days since the last new step", "9 days", "at least 14 days"),
            ],
        ),
        (r.LearningUsual(4, 7), [("Answers so far", "4", "at least 7")]),
        (r.BaselineWeek(3, 7), [("Day at the same step", "3", "of 7")]),
        (r.NotYetSteady(3, 6, 5), [("Steady days, of the last 6", "3 days", "at least 5 days")]),
        (r.TooSoon(3, 7), [("Days since the last new step", "3 days", "at least 7 days")]),
        (
            r.BackOff(3, 14),
            [("Days since the step or its flare", "3 days", "at least 14 days")],
        ),
        (r.Resting(4), [("Days of rest from new steps", "4 days", "")]),
        (r.Plateau(1), [("Days of rest from new steps", "1 day", "")]),
        (r.BigDay(SATURDAY), [("Big day", "27 April", "")]),
        (r.Unsure(5, 7), [("How sure you felt", "5", "at least 7")]),
        (r.Guarded(60, 55), [("Next step", "6 minutes", "at most 5½ minutes")]),
        (
            r.UsualMovedUp(Symptom.FATIGUE, 40, 60),
            [("Usual fatigue", "4", ""), ("The middle of your answers lately", "6", "")],
        ),
        (r.Arrived(Limit.GOAL, 50), [("Step", "5 minutes", "")]),
        (
            r.Ready(50, 60, 9),
            [
                ("Step", "5 minutes", ""),
                ("Step offered", "6 minutes", ""),
                ("Days since the last new step", "9 days", ""),
            ],
        ),
    ],
    ids=lambda one: getattr(one, "kind", None),
)
def test_each_reason_has_its_rows(reason: r.Reason, rows: list[tuple[str, str, str]]) -> None:
    assert list(figures(decided(reason))) == [Figure(*row) for row in rows]


def test_every_kind_of_reason_is_among_them() -> None:
    marker = test_each_reason_has_its_rows.pytestmark[0]  # type: ignore[attr-defined]

    assert {type(case[0]) for case in marker.args[1]} == set(r.Reason.__args__)


def test_a_dose_has_the_unit_of_its_plan() -> None:
    assert figures(decided(r.Arrived(Limit.GOAL, 20_000), unit=Unit.STEPS))[0].here == "2,000 steps"


@given(decision=decisions())
def test_every_number_in_the_table_was_enforced(decision: Decision) -> None:
    numbers, dates = enforced(decision)

    for text in (part for row in figures(decision) for part in row):
        assert tenths_in(text) <= numbers
        assert dates_in(text) <= dates


@given(decision=decisions())
def test_rows_are_filled_in_and_hold_no_heavy_word(decision: Decision) -> None:
    for row in figures(decision):
        assert row.what
        assert row.here
        assert banned_in(" ".join(row)) == ()
        assert not set("".join(row)) & set("{}")


@given(decision=decisions())
def test_all_of_it_comes_from_the_catalogue(decision: Decision) -> None:
    text = " ".join(part for row in figures(decision, Nowhere()) for part in row)

    assert not any(letter.isascii() and letter.isalpha() for letter in text)
