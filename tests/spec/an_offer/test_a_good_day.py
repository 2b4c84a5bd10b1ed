"""A good day changes nothing.

A good day is the trap. It is said, it is enjoyed, and the step stays.
"""

from tests.spec.fixtures import RuleOfTwo


def test_a_good_day_leaves_the_step_as_it_is(rule_of_two: RuleOfTwo) -> None:
    """Hardly any pain, and so much to catch up on. The step is the one I know."""
    rule_of_two("""
        day   | pain | did | reply  | says | level | dose | good day
        1–14  | 4    | yes |        |      | 5     | 5    |
        15    | 4    | yes | accept | hold | 6     | 6    | no
        16    | 1    | yes |        | hold | 6     | 6    | yes
        17–20 | 0    | yes |        | hold | 6     | 6    | yes
    """)


def test_a_good_day_is_heard_as_an_ordinary_one(rule_of_two: RuleOfTwo) -> None:
    """A week of wonderful days brings the offer no sooner than a usual week."""
    rule_of_two("""
        day   | pain | did | says  | because | good day
        1–14  | 4    | yes |       |         |
        15    | 6    | no  | ease  |         | no
        16–21 | 0    | yes | hold  | calming | yes
        22    | 0    | yes | offer | ready   | yes
    """)


def test_good_in_one_symptom_and_worse_in_the_other_is_no_good_day(
    rule_of_two: RuleOfTwo,
) -> None:
    """Little pain and very tired. The tiredness is what counts."""
    rule_of_two("""
        day  | pain | fatigue | did | is    | good day
        1–14 | 4    | 5       | yes |       |
        15   | 1    | 6       | yes | amber | no
        16   | 1    | 5       | yes | none  | yes
    """)
