"""A smaller day.

In a flare two thirds of the step is plenty. Rest counts as done.
"""

import pytest

from tests.spec.fixtures import RuleOfTwo


def test_today_is_two_thirds_until_the_answer_is_below_the_warning(
    rule_of_two: RuleOfTwo,
) -> None:
    """Two thirds on flare days, on silent days and on warm ones. Then my own step again."""
    rule_of_two(
        """
        day  | pain | did | says | level | dose | because          | is
        1–14 | 4    | yes |      | 9     | 9    |                  |
        15   | 6    | yes | ease | 9     | 6    | flare on its own | red
        16   |      | no  | ease | 9     | 6    | easing           | none
        17   | 5    | no  | ease | 9     | 6    | easing           | red
        18   |      | no  | ease | 9     | 6    | easing           | none
        19   | 4.8  | yes | hold | 9     | 9    | calming          | none
    """,
        start=9,
    )


@pytest.mark.parametrize(
    ("start", "eased"),
    [("0.5", "0.5"), ("1", "0.5"), ("1.5", "1"), ("2", "1"), ("3", "2"), ("6", "4"), ("30", "20")],
)
def test_two_thirds_is_rounded_down_to_a_rung(
    rule_of_two: RuleOfTwo, start: str, eased: str
) -> None:
    """Rounded down, always, and never below the smallest step."""
    rule_of_two(
        f"""
        day  | pain | did | level   | dose
        1–14 | 4    | yes | {start} | {start}
        15   | 6    |     | {start} | {eased}
        """,
        start=float(start),
    )


def test_rest_counts_as_done_while_easing(rule_of_two: RuleOfTwo) -> None:
    """I rested for three days. Nobody holds that against me: all seven count."""
    rule_of_two("""
        day   | pain | did | says  | because
        1–14  | 4    | yes |       |
        15–17 | 6    | no  | ease  |
        18–23 | 4    | yes | hold  | calming
        24    | 4    | yes | offer | ready
    """)


def test_a_long_rest_in_a_flare_is_no_gap(rule_of_two: RuleOfTwo) -> None:
    """Four days of rest in a flare. No cut for a gap comes on top."""
    rule_of_two("""
        day   | pain | did | says | level | dose | because
        1–14  | 4    | yes |      | 5     | 5    |
        15    | 6    | no  | ease | 5     | 3    | flare on its own
        16–18 | 6    | no  | ease | 5     | 3    | easing
        19    | 4    | yes | hold | 5     | 5    | calming
    """)


def test_a_flare_day_on_which_nothing_was_told_is_rest(rule_of_two: RuleOfTwo) -> None:
    """Too ill to tap Done or Rest. Five such days are rest, and no gap to come back from."""
    rule_of_two("""
        day   | pain | did | says | level | dose | because
        1–14  | 4    | yes |      | 5     | 5    |
        15–17 | 6    |     | ease | 5     | 3    |
        18    | 5    |     | ease | 5     | 3    | easing
        19    | 4    | yes | hold | 5     | 5    | calming
    """)


def test_the_first_flare_day_is_smaller_than_the_day_before(rule_of_two: RuleOfTwo) -> None:
    """My step was already cut after some days away. The flare day is smaller still."""
    rule_of_two("""
        day   | pain | did | says    | level | dose | because
        1–14  | 4    | yes |         | 5     | 5    |
        15–24 | 4    | no  |         |       |      |
        25    | 4    | no  | ease in | 3.5   | 3.5  | back after gap
        26    | 6    | yes | ease    | 3.5   | 2    | flare on its own
        27    | 4    | yes | hold    | 3.5   | 3.5  | calming
    """)


def test_no_day_of_the_flare_is_larger_than_its_first(rule_of_two: RuleOfTwo) -> None:
    """The step is cut further while the flare goes on. No flare day is larger than the first."""
    rule_of_two(
        """
        day   | pain | did | ceiling | level | dose
        1–14  | 4    | yes |         | 9     | 9
        15    | 6    | no  |         | 9     | 6
        16–18 | 6    | no  | 6       | 6     | 4
        19    | 6    | no  | 6       | 5     | 3
        20–22 | 6    | no  |         | 5     | 3
    """,
        start=9,
    )


def test_a_flare_names_the_big_day_before_it(rule_of_two: RuleOfTwo) -> None:
    """Saturday was twice my usual day, Monday was hard. The step stays; the big day is named."""
    rule_of_two("""
        day  | pain | load | did | says | level | dose | because             | numbers
        1–14 | 4    | 30   | yes |      | 5     | 5    |                     |
        15   | 4    | 70   | yes |      | 5     | 5    |                     |
        16   | 4    | 30   | yes | hold | 5     | 5    | watching            |
        17   | 6    | 20   |     | ease | 5     | 3    | flare after big day | big day 15
        18   | 6    | 20   |     | ease | 5     | 3    |                     |
    """)


def test_three_days_after_a_big_day_it_is_still_named(rule_of_two: RuleOfTwo) -> None:
    """Three days later. The big day is named, and the step stays."""
    rule_of_two("""
        day   | pain | load         | did | says | level | because
        1–14  | 4    |              | yes |      | 5     |
        15    | 4    | far too much | yes |      | 5     |
        16–17 | 4    |              | yes |      | 5     |
        18    | 6    |              | no  | ease | 5     | flare after big day
    """)


def test_four_days_after_a_big_day_a_flare_stands_on_its_own(rule_of_two: RuleOfTwo) -> None:
    """Four days later nobody blames the big day."""
    rule_of_two("""
        day   | pain | load         | did | says | level | because
        1–14  | 4    |              | yes |      | 5     |
        15    | 4    | far too much | yes |      | 5     |
        16–18 | 4    |              | yes |      | 5     |
        19    | 6    |              |     | ease | 5     | flare on its own
    """)
