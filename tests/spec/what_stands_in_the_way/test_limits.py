"""Arrived.

A goal, a clinician's ceiling or the top of the ladder. Staying there is arriving.
"""

from tests.spec.fixtures import RuleOfTwo


def test_at_my_goal_i_have_arrived(rule_of_two: RuleOfTwo) -> None:
    """I wanted six minutes. Here they are; more is not the point."""
    rule_of_two("""
        day   | pain | goal | did | reply  | says | level | because    | numbers
        1–14  | 4    | 6    | yes |        |      | 5     |            |
        15    | 4    | 6    | yes | accept | hold | 6     | step taken |
        16–21 | 4    | 6    | yes |        | hold | 6     |            |
        22–60 | 4    | 6    | yes |        | hold | 6     | arrived    | limit goal, dose 60
    """)


def test_a_larger_goal_brings_offers_back(rule_of_two: RuleOfTwo) -> None:
    """A new goal on day 20. The way goes on."""
    rule_of_two("""
        day   | pain | goal | did | says  | because
        1–14  | 4    | 5    | yes |       |
        15–19 | 4    | 5    | yes | hold  | arrived
        20    | 4    | 8    | yes | offer | ready
    """)


def test_the_ceiling_is_named_before_the_goal(rule_of_two: RuleOfTwo) -> None:
    """Both end at five. The clinician's word is the one that is told."""
    rule_of_two("""
        day  | pain | goal | ceiling | did | says | because | numbers
        1–14 | 4    | 5    | 5       | yes |      |         |
        15   | 4    | 5    | 5       | yes | hold | arrived | limit clinician
    """)


def test_the_ladder_has_a_top(rule_of_two: RuleOfTwo) -> None:
    """Thirty minutes. That is plenty."""
    rule_of_two(
        """
        day  | pain | did | says | level | because | numbers
        1–14 | 4    | yes |      | 30    |         |
        15   | 4    | yes | hold | 30    | arrived | limit ladder
        """,
        start=30,
    )


def test_the_guard_stands_before_the_next_step(rule_of_two: RuleOfTwo) -> None:
    """The record suggests that six is where flares begin. Five is as far as it goes for now."""
    rule_of_two("""
        day  | pain | guard | did | says  | level | because | numbers
        1–14 | 4    |       | yes |       | 5     |         |
        15   | 4    | 5     | yes | hold  | 5     | guarded | next dose 60, limit 50
        16   | 4    |       | yes | offer | 5     | ready   |
    """)


def test_all_that_stands_in_the_way_is_noted(rule_of_two: RuleOfTwo) -> None:
    """Several things wait at once. The first of them is told, and all of them are kept."""
    rule_of_two("""
        day  | pain | sleep | goal | did | because   | blocked by
        1–14 | 4    | 3     |      | yes |           |
        15   | 5    | 7     | 5    | yes | unsettled | unsettled, sleep worse, arrived
    """)
