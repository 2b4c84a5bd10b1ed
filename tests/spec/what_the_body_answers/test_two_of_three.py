"""Two warnings in three days.

One hard day is a hard day. The same symptom twice in three days is a flare.
"""

import pytest

from tests.spec.fixtures import RuleOfTwo


def test_one_warning_changes_no_dose(rule_of_two: RuleOfTwo) -> None:
    """One day a point above my usual. The step stays as it is."""
    rule_of_two("""
        day  | pain | did | says  | level | dose | because   | is
        1–14 | 4    | yes |       |       |      |           |
        15   | 5    | yes | hold  | 5     | 5    | unsettled | amber
        16   | 4    | yes | offer | 5     | 5    | ready     | none
    """)


def test_two_warnings_in_a_row_are_a_flare(rule_of_two: RuleOfTwo) -> None:
    """The same pain, two days running."""
    rule_of_two("""
        day  | pain | did | says | level | dose | because          | is
        1–14 | 4    | yes |      |       |      |                  |
        15   | 5    | yes | hold | 5     | 5    | unsettled        | amber
        16   | 5    | yes | ease | 5     | 3    | flare on its own | red
    """)


@pytest.mark.parametrize("between", ["4  ", "   "], ids=["a calm day", "a silent day"])
def test_two_warnings_with_a_day_between_are_a_flare(rule_of_two: RuleOfTwo, between: str) -> None:
    """Hard, better, hard again. The day between does not wipe it out, told or not."""
    rule_of_two(f"""
        day  | pain      | did | is
        1–14 | 4         | yes |
        15   | 5         | yes | amber
        16   | {between} | yes | none
        17   | 5         | yes | red
    """)


def test_two_warnings_with_two_days_between_are_two_hard_days(rule_of_two: RuleOfTwo) -> None:
    """Three days apart they stand alone."""
    rule_of_two("""
        day   | pain | did | is
        1–14  | 4    | yes |
        15    | 5    | yes | amber
        16–17 | 4    | yes | none
        18    | 5    | yes | amber
    """)


def test_pain_one_day_and_fatigue_the_next_are_no_flare(rule_of_two: RuleOfTwo) -> None:
    """Two different things on two days. Each is one warning."""
    rule_of_two("""
        day  | pain | fatigue | did | says | is    | because
        1–14 | 4    | 5       | yes |      |       |
        15   | 5    | 5       | yes | hold | amber | unsettled
        16   | 4    | 6       | yes | hold | amber | unsettled
        17   | 4    | 6       | yes | ease | red   | flare on its own
    """)


def test_one_high_answer_is_a_flare_at_once(rule_of_two: RuleOfTwo) -> None:
    """One and a half warnings above my usual. It needs no second day."""
    rule_of_two("""
        day  | pain | did | is
        1–14 | 4    | yes |
        15   | 5.4  | yes | amber
        16   | 4    | yes | none
        17   | 4    | yes | none
        18   | 5.5  | yes | red
    """)
