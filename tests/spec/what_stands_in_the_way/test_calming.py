"""Calm after a flare.

Seven days, and three calm answers. After a warning one calm answer is enough.
"""

from tests.spec.fixtures import RuleOfTwo


def test_seven_days_of_calm_after_a_flare(rule_of_two: RuleOfTwo) -> None:
    """A flare on day 15. On day 22 the next offer may come. I am told so at once."""
    rule_of_two("""
        day   | pain | did | says  | because          | look | numbers
        1–14  | 4    | yes |       |                  |      |
        15    | 6    | no  | ease  | flare on its own | 16   |
        16    | 4    | yes | hold  | calming          | 22   | days 1, days needed 7, calm 1
        17–21 | 4    | yes | hold  | calming          | 22   |
        22    | 4    | yes | offer | ready            |      |
    """)


def test_three_calm_answers_are_wanted_as_well(rule_of_two: RuleOfTwo) -> None:
    """I was silent after the flare. Seven days alone say nothing; three calm answers do."""
    rule_of_two("""
        day   | pain | did | says  | because | numbers
        1–14  | 4    | yes |       |         |
        15    | 6    | no  | ease  |         |
        16–21 |      | yes | ease  | easing  |
        22–23 | 4    | yes | hold  | calming |
        24    | 4    | yes | offer | ready   |
    """)


def test_a_second_flare_starts_the_seven_days_again(rule_of_two: RuleOfTwo) -> None:
    """Five days in, another flare. The seven days are counted from it."""
    rule_of_two("""
        day   | pain | did | says  | because
        1–14  | 4    | yes |       |
        15    | 6    | no  | ease  |
        16–19 | 4    | yes | hold  | calming
        20    | 6    | no  | ease  |
        21–26 | 4    | yes | hold  | calming
        27    | 4    | yes | offer | ready
    """)


def test_after_a_warning_no_offer_until_a_calm_answer(rule_of_two: RuleOfTwo) -> None:
    """A hard day, then days that are not quite calm. More is offered once a calm one came.

    Without this, a step taken now could meet the next warning. Nobody would know which
    of the two it was.
    """
    rule_of_two("""
        day   | pain | did | says  | because   | is    | blocked by
        1–14  | 4    | yes |       |           |       |
        15    | 5    | yes | hold  | unsettled | amber | unsettled
        16–17 | 4.8  | yes | hold  | unsettled | none  | unsettled
        18    |      | yes | hold  | unsettled | none  | unsettled, no answer today
        19    | 4    | yes | offer | ready     | none  | nothing
    """)


def test_a_raised_answer_alone_does_not_stop_an_offer(rule_of_two: RuleOfTwo) -> None:
    """A little above usual, and below a warning. That is an ordinary day."""
    rule_of_two("""
        day  | pain | did | says  | because
        1–14 | 4    | yes |       |
        15   | 4.8  | yes | offer | ready
    """)
