"""A hard day, not a flare.

Away from a watched step a high number is asked about. The person knows best.
"""

from tests.spec.fixtures import RuleOfTwo


def test_a_high_number_is_asked_about(rule_of_two: RuleOfTwo) -> None:
    """Much more than usual. Is this a flare? Until I answer it is treated as one."""
    rule_of_two("""
        day  | pain | flare    | did | says  | level | dose | because          | is    | asks
        1–14 | 4    |          | yes |       |       |      |                  |       |
        15   | 6    |          |     | ease  | 5     | 3    | flare on its own | red   | yes
        15   |      | hard day | yes | hold  | 5     | 5    | unsettled        | amber | no
        16   | 4    |          | yes | offer | 5     | 5    | ready            | none  | no
    """)


def test_yes_makes_it_a_flare(rule_of_two: RuleOfTwo) -> None:
    """I said yes. Seven days and three calm answers before more is offered."""
    rule_of_two("""
        day   | pain | flare | did | says  | level | dose | because          | is
        1–14  | 4    |       | yes |       |       |      |                  |
        15    | 6    | yes   |     | ease  | 5     | 3    | flare on its own | red
        16–21 | 4    |       | yes | hold  | 5     | 5    | calming          | none
        22    | 4    |       | yes | offer | 5     | 5    | ready            | none
    """)


def test_a_hard_day_still_counts_as_one_warning(rule_of_two: RuleOfTwo) -> None:
    """I called it a hard day. The next one is hard too, and it is asked about again."""
    rule_of_two("""
        day  | pain | flare    | did | is    | asks
        1–14 | 4    |          | yes |       |
        15   | 6    | hard day | yes | amber | no
        16   | 5    |          | yes | red   | yes
    """)
