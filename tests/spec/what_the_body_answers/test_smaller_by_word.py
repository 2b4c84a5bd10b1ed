"""Smaller at once.

A clinician's ceiling, the guard or my own wish lower the step that day.
"""

from tests.spec.fixtures import RuleOfTwo


def test_smaller_from_now_on_holds_at_once(rule_of_two: RuleOfTwo) -> None:
    """I asked for three. Three it is, today. That is no flare, and for seven days nothing rises."""
    rule_of_two("""
        day   | pain | did | own step | says      | level | because  | is   | numbers
        1–14  | 4    | yes |          |           | 5     |          |      |
        15    | 4    | yes | 3        | step back | 3     | smaller  | none | dose now 30
        16–21 | 4    | yes |          | hold      | 3     | too soon | none |
        22    | 4    | yes |          | offer     | 3     | ready    | none |
    """)


def test_a_ceiling_lowers_the_step_at_once(rule_of_two: RuleOfTwo) -> None:
    """My physiotherapist says three for now. Lifting it again brings offers, never a jump."""
    rule_of_two("""
        day   | pain | did | ceiling | says      | level | because       | numbers
        1–14  | 4    | yes |         |           | 5     |               |
        15    | 4    | yes | 3       | step back | 3     | limit lowered | limit clinician
        16–20 | 4    | yes | 3       | hold      | 3     | arrived       | limit clinician
        21    | 4    | yes |         | offer     | 3     | ready         | dose 30, offered 35
    """)


def test_the_guard_lowers_the_step_at_once(rule_of_two: RuleOfTwo) -> None:
    """The record says four is where flares begin for me. The guard lowers, and never lifts."""
    rule_of_two("""
        day  | pain | did | guard | says      | level | because       | numbers
        1–14 | 4    | yes |       |           | 5     |               |
        15   | 4    | yes | 4     | step back | 4     | limit lowered | limit guard
        16   | 4    | yes | 10    | offer     | 4     | ready         |
    """)


def test_a_ceiling_and_a_flare_after_a_rise_do_not_add_up(rule_of_two: RuleOfTwo) -> None:
    """The flare takes one rung, from six to five. Five is the ceiling too, so five it is."""
    rule_of_two("""
        day  | pain | did | reply  | ceiling | says      | level | because
        1–14 | 4    | yes |        |         |           | 5     |
        15   | 4    | yes | accept |         | hold      | 6     | step taken
        16   | 6    | no  |        | 5       | step back | 5     | flare after rise
    """)


def test_a_limit_between_two_rungs_holds_the_lower_one(rule_of_two: RuleOfTwo) -> None:
    """My doctor said 4½ minutes. There is no such rung, so it is 4."""
    rule_of_two("""
        day  | pain | did | ceiling | says      | level
        1–14 | 4    | yes |         |           | 5
        15   | 4    | yes | 4½      | step back | 4
    """)


def test_skipping_and_silence_are_never_a_step_back(rule_of_two: RuleOfTwo) -> None:
    """I did not feel like it for three days. My step is where it was."""
    rule_of_two("""
        day   | pain | did | says | level | is
        1–14  | 4    | yes |      | 5     |
        15–17 |      | no  | hold | 5     | none
        18    | 4    | yes | hold | 5     | none
    """)
