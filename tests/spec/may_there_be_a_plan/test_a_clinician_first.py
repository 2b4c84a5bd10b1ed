"""A clinician's word first.

Pregnancy, a recent operation, a heart condition: someone who knows you looks first.
"""

from datetime import date

import pytest

from steadystep.core.facts import Gate
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import (
    ClinicianFirst,
    PemScreen,
    RedFlagQuestion,
    Screening,
    Told,
    may_there_be_a_plan,
)
from tests.spec.fixtures import RuleOfTwo

WORD = date(2026, 3, 1)
ALL_CLEAR = dict.fromkeys(RedFlagQuestion, Told.NO)
POSITIVE = PemScreen(((4, 4),) * 5, True, True, 24)  # noqa: FBT003 - items 7 and 8 of the screen


def test_no_step_is_offered_before_the_word_of_a_clinician(rule_of_two: RuleOfTwo) -> None:
    """I am pregnant. Gentle breathing is fine; a plan begins once my midwife has said so."""
    rule_of_two("""
        day  | pain | did  | gate            | says  | level | because
        1–20 | 4    | free | clinician first | pause | none  | clinician first
        21   | 4    | yes  |                 | start | 5     | started
    """)


def test_the_weeks_of_waiting_are_no_gap(rule_of_two: RuleOfTwo) -> None:
    """Three weeks until my appointment. There was no plan yet, so nothing is cut."""
    rule_of_two("""
        day  | pain | did | gate            | says  | level | because
        1–20 | 4    |     | clinician first | pause | none  | clinician first
        21   | 4    | yes |                 | start | 5     | started
    """)


@pytest.mark.parametrize(
    ("told", "gate"),
    [
        pytest.param(Screening(red_flags=ALL_CLEAR), Gate.OPEN, id="every sign told as absent"),
        pytest.param(Screening(red_flags={}), Gate.NO_PLAN, id="never asked is no no"),
        pytest.param(
            Screening(red_flags={RedFlagQuestion.UNLIKE: Told.NOT_SURE}, illness_named=True),
            Gate.RED_FLAG,
            id="a red flag comes before malaise, and not sure counts as yes",
        ),
        pytest.param(
            Screening(
                red_flags=ALL_CLEAR, illness_named=True, negative_screens=(date(2026, 1, 1), WORD)
            ),
            Gate.PACING_ONLY,
            id="a named illness is not lifted by a screen",
        ),
        pytest.param(
            Screening(red_flags=ALL_CLEAR, illness_named=True, word_on_malaise=WORD),
            Gate.OPEN,
            id="a clinician's word lifts it",
        ),
        pytest.param(
            Screening(
                red_flags=ALL_CLEAR,
                screen=POSITIVE,
                negative_screens=(date(2026, 1, 1), date(2026, 1, 28)),
            ),
            Gate.PACING_ONLY,
            id="two clear screens 27 days apart are too near",
        ),
        pytest.param(
            Screening(
                red_flags=ALL_CLEAR,
                screen=POSITIVE,
                negative_screens=(date(2026, 1, 1), date(2026, 1, 29)),
            ),
            Gate.OPEN,
            id="two clear screens 28 days apart lift a screen",
        ),
        pytest.param(
            Screening(red_flags=ALL_CLEAR, clinician_first=(ClinicianFirst.PREGNANCY,)),
            Gate.CLINICIAN_FIRST,
            id="pregnancy asks for a clinician's word",
        ),
        pytest.param(
            Screening(
                red_flags=ALL_CLEAR, clinician_first=(ClinicianFirst.UNDER_18,), word_on_plan=WORD
            ),
            Gate.CLINICIAN_FIRST,
            id="under 18 there is no plan",
        ),
    ],
)
def test_the_first_answer_that_applies_decides(told: Screening, gate: Gate) -> None:
    """Red flag, malaise, clinician first: in this order, and the first ends the day."""
    assert may_there_be_a_plan(told).gate == gate


def test_the_most_pressing_sign_says_how_soon() -> None:
    """Two signs on one day: the one that cannot wait speaks."""
    told = Screening(
        red_flags={RedFlagQuestion.JOINTS: Told.YES, RedFlagQuestion.CHEST: Told.NOT_SURE}
    )

    assert may_there_be_a_plan(told).how_soon == RedFlagKind.EMERGENCY
