"""The first dose.

The plan starts a little below what you do already.
"""

from tests.spec.fixtures import Replay, RuleOfTwo


def test_no_plan_until_three_days_are_known(diary: Replay) -> None:
    """My watch knows my steps. Three ordinary days say where to begin.

    It is four fifths of the middle one.
    """
    diary(
        """
        day | pain | load | says    | level | because
        1   | 4    | 3000 | no plan | none  | no plan yet
        2   | 4    |      | no plan | none  | no plan yet
        3   | 4    | 2500 | no plan | none  | no plan yet
        4   | 4    | 4000 | no plan | none  | no plan yet
        5   | 4    | 3000 | start   | 2400  | started
        """,
        unit="steps",
        has_load=True,
    )


def test_a_flare_day_is_no_ordinary_day(diary: Replay) -> None:
    """On a flare day I hardly moved. That is not where my plan begins."""
    diary(
        """
        day | pain | flare | load | says    | numbers
        1   | 4    |       | 3000 | no plan | days known 0
        2   | 8    | yes   | 300  | no plan | days known 1
        3   | 4    |       | 3000 | no plan | days known 1
        4   | 4    |       | 3000 | no plan | days known 2
        5   | 4    |       | 3000 | start   |
        """,
        unit="steps",
        has_load=True,
    )


def test_the_first_day_says_what_the_dose_is_and_for_how_long(rule_of_two: RuleOfTwo) -> None:
    """Day one: five minutes, for one week."""
    rule_of_two("""
        day | pain | did | says  | level | dose | because | numbers
        1   | 4    | yes | start | 5     | 5    | started | dose 50, baseline days 7
        2   | 4    | yes | hold  | 5     | 5    |         |
    """)
