"""A flare that goes on.

Some flares last. Every four days the step gets one rung smaller.
"""

from tests.spec.fixtures import RuleOfTwo


def test_a_flare_that_goes_on_steps_back_every_four_days(rule_of_two: RuleOfTwo) -> None:
    """Nine hard days. The step comes to meet me, slowly."""
    rule_of_two("""
        day   | pain | did | says      | level | dose | because          | numbers
        1–14  | 4    | yes |           | 5     | 5    |                  |
        15    | 6    | no  | ease      | 5     | 3    | flare on its own |
        16–18 | 6    | no  | ease      | 5     | 3    | easing           |
        19    | 6    | no  | step back | 4     | 2.5  | flare goes on    | days 4
        20–22 | 6    | no  | ease      | 4     | 2.5  | easing           |
        23    | 6    | no  | step back | 3.5   | 2    | flare goes on    | days 4
        24    | 4    | yes | hold      | 3.5   | 3.5  | calming          |
    """)


def test_a_step_back_for_the_rise_comes_first_and_four_days_later_one_more(
    rule_of_two: RuleOfTwo,
) -> None:
    """The new step brought it on, and it stayed. One rung at once, one more on the fifth day."""
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because
        1–14  | 4    | yes |        |           | 5     |
        15    | 4    | yes | accept | hold      | 6     | step taken
        16    | 6    | no  |        | step back | 5     | flare after rise
        17–19 | 6    | no  |        | ease      | 5     | easing
        20    | 6    | no  |        | step back | 4     | flare goes on
    """)


def test_one_hard_day_long_after_is_not_a_flare_that_goes_on(rule_of_two: RuleOfTwo) -> None:
    """Never quite calm, and three weeks later one hard day. With none in between the rung stays."""
    rule_of_two("""
        day   | pain | did | says | level | because
        1–14  | 4    | yes |      | 5     |
        15    | 6    | no  | ease | 5     | flare on its own
        16–35 | 4.8  | yes | hold | 5     |
        36    | 6    | no  | ease | 5     |
    """)


def test_a_flare_that_ends_and_comes_back_starts_anew(rule_of_two: RuleOfTwo) -> None:
    """One calm day lies between. The second flare is its own."""
    rule_of_two("""
        day   | pain | did | says | level | because
        1–14  | 4    | yes |      | 5     |
        15–17 | 6    | no  | ease | 5     |
        18    | 4    | yes | hold | 5     | calming
        19    | 6    | no  | ease | 5     | flare on its own
    """)
