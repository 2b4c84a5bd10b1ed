"""Red flags.

Some signs need a person, and no planner. Then the plan rests.
"""

from tests.spec.fixtures import RuleOfTwo


def test_a_red_flag_stops_the_plan_until_the_all_clear(rule_of_two: RuleOfTwo) -> None:
    """I told of a sign that a doctor wants to see. No step today, and no date: a person is next.

    The day after, all was clear. One day away changes nothing.
    """
    rule_of_two("""
        day  | pain | did | gate     | says  | level | because  | look
        1–14 | 4    | yes |          |       | 5     |          |
        15   | 4    |     | red flag | pause | none  | red flag | none
        16   | 4    | yes |          | offer | 5     | ready    | 17
    """)


def test_a_red_flag_never_offers_however_calm_the_days(rule_of_two: RuleOfTwo) -> None:
    """I feel fine and I moved. The sign still waits for a person."""
    rule_of_two("""
        day   | pain | did | gate     | reply  | says  | offered | dose | because
        1–14  | 4    | yes |          |        |       |         |      |
        15–60 | 4    | yes | red flag | accept | pause | none    | none | red flag
    """)


def test_a_red_flag_outranks_a_flare(rule_of_two: RuleOfTwo) -> None:
    """A hard day and a sign on one day: the sign is answered first."""
    rule_of_two("""
        day  | pain | did | gate     | says  | because  | is
        1–14 | 4    | yes |          |       |          |
        15   | 8    |     | red flag | pause | red flag | red
    """)
