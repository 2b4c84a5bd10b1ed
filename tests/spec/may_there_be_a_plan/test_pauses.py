"""Pauses.

A pause is yours to take. Coming back is treated like any other gap.
"""

from tests.spec.fixtures import RuleOfTwo


def test_three_days_of_pause_change_nothing(rule_of_two: RuleOfTwo) -> None:
    """A long weekend away. My step waited for me."""
    rule_of_two("""
        day   | pain | did | gate   | says  | level | because
        1–14  | 4    | yes |        |       | 5     |
        15–17 | 4    |     | paused | pause | none  | paused
        18    | 4    | yes |        | offer | 5     | ready
    """)


def test_after_ten_days_of_pause_the_way_back_is_eased(rule_of_two: RuleOfTwo) -> None:
    """Ten days away: three quarters of my step, from the day I am back."""
    rule_of_two("""
        day   | pain | did | gate   | says    | level | because
        1–14  | 4    | yes |        |         | 5     |
        15–24 | 4    |     | paused | pause   | none  | paused
        25    | 4    | yes |        | ease in | 3.5   | back after gap
        26–31 | 4    | yes |        | hold    | 3.5   | too soon
        32    | 4    | yes |        | offer   | 3.5   | ready
    """)


def test_a_flare_on_paused_days_still_answers_the_rise(rule_of_two: RuleOfTwo) -> None:
    """I went up, the flare came, and I paused because of it. The step was too big all the same."""
    rule_of_two("""
        day   | pain | did | gate   | reply  | says      | level | because
        1–14  | 4    | yes |        |        |           | 5     |
        15    | 4    | yes |        | accept | hold      | 6     | step taken
        16–17 | 8    |     | paused |        | pause     | none  | paused
        18    | 4    | yes |        |        | step back | 5     | flare after rise
        19    | 4    | yes |        |        | hold      | 5     | calming
    """)
