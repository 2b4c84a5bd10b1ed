"""The pace.

A week between two steps. Longer after a flare, and a long rest after three of them.
"""

from steadystep.core.policy import STEADY
from tests.spec.fixtures import RuleOfTwo


def test_a_week_lies_between_two_steps(rule_of_two: RuleOfTwo) -> None:
    """A step on day 15. The next one is offered on day 22. I know it from the start."""
    rule_of_two("""
        day   | pain | did | reply  | says  | level | because    | look
        1–14  | 4    | yes |        |       | 5     |            |
        15    | 4    | yes | accept | hold  | 6     | step taken |
        16    | 4    | yes |        | hold  | 6     | watching   | 22
        17–21 | 4    | yes |        | hold  | 6     | too soon   | 22
        22    | 4    | yes |        | offer | 6     | ready      |
    """)


def test_at_the_steady_pace_it_is_four_days(rule_of_two: RuleOfTwo) -> None:
    """I chose the steady pace in settings. Two steps a week are the most there are."""
    rule_of_two(
        """
        day   | pain | did | reply  | says | level
        1–14  | 4    | yes |        |      | 5
        15    | 4    | yes | accept | hold | 6
        16–18 | 4    | yes | accept | hold | 6
        19    | 4    | yes | accept | hold | 7
        20–22 | 4    | yes | accept | hold | 7
        23    | 4    | yes | accept | hold | 8
        """,
        pace=STEADY,
    )


def test_the_wait_doubles_with_every_step_that_was_answered(rule_of_two: RuleOfTwo) -> None:
    """Every step up brought a flare. The next try comes after 14 days, then 28, then 56.

    After the third in a row offers rest for 28 days. The dose stays.
    """
    rule_of_two("""
        day    | pain | did | reply  | says      | level | because          | numbers
        1–14   | 4    | yes |        |           | 5     |                  |
        15     | 4    | yes | accept | hold      | 6     | step taken       |
        16     | 6    | no  |        | step back | 5     | flare after rise | wait days 14
        17–22  | 4    | yes |        | hold      | 5     | calming          |
        23–29  | 4    | yes |        | hold      | 5     | back off         | days needed 14
        30     | 4    | yes | accept | hold      | 6     | step taken       |
        31     | 6    | no  |        | step back | 5     | flare after rise | wait days 28
        32–37  | 4    | yes |        | hold      | 5     | calming          |
        38–58  | 4    | yes |        | hold      | 5     | back off         | days needed 28
        59     | 4    | yes | accept | hold      | 6     | step taken       |
        60     | 6    | no  |        | step back | 5     | flare after rise | wait days 56
        61–66  | 4    | yes |        | hold      | 5     | calming          |
        67–87  | 4    | yes |        | hold      | 5     | plateau          |
        88–115 | 4    | yes |        | hold      | 5     | back off         | days needed 56
        116    | 4    | yes |        | offer     | 5     | ready            |
    """)


def test_a_step_that_passes_halves_the_wait(rule_of_two: RuleOfTwo) -> None:
    """Two steps were answered, the third one went well. The wait is fourteen days again, not 28."""
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because          | numbers
        1–14  | 4    | yes |        |           | 5     |                  |
        15    | 4    | yes | accept | hold      | 6     |                  |
        16    | 6    | no  |        | step back | 5     | flare after rise | wait days 14
        17–29 | 4    | yes |        | hold      | 5     |                  |
        30    | 4    | yes | accept | hold      | 6     |                  |
        31    | 6    | no  |        | step back | 5     | flare after rise | wait days 28
        32–58 | 4    | yes |        | hold      | 5     |                  |
        59    | 4    | yes | accept | hold      | 6     |                  |
        60–65 | 4    | yes |        | hold      | 6     |                  |
        66–72 | 4    | yes |        | hold      | 6     | back off         | days needed 14
        73    | 4    | yes |        | offer     | 6     | ready            |
    """)


def test_three_answered_steps_in_a_row_are_a_plateau(rule_of_two: RuleOfTwo) -> None:
    """Three tries, three flares. For 28 days nobody asks. I keep moving at my own step."""
    rule_of_two("""
        day   | pain | did | reply  | level | because          | blocked by
        1–14  | 4    | yes |        | 5     |                  |
        15    | 4    | yes | accept | 6     |                  |
        16    | 6    | no  |        | 5     | flare after rise |
        17–29 | 4    | yes |        | 5     |                  |
        30    | 4    | yes | accept | 6     |                  |
        31    | 6    | no  |        | 5     | flare after rise |
        32–58 | 4    | yes |        | 5     |                  |
        59    | 4    | yes | accept | 6     |                  |
        60    | 6    | no  |        | 5     | flare after rise |
        61–66 | 4    | yes |        | 5     | calming          | calming, plateau, back off
        67–87 | 4    | yes |        | 5     | plateau          | plateau, back off
        88    | 4    | yes |        | 5     | back off         | back off
    """)


def test_a_step_that_passes_between_breaks_the_row(rule_of_two: RuleOfTwo) -> None:
    """Flare, flare, fine, flare. That is no row of three, and no plateau."""
    rule_of_two("""
        day   | pain | did | reply  | says      | because          | blocked by
        1–14  | 4    | yes |        |           |                  |
        15    | 4    | yes | accept | hold      |                  |
        16    | 6    | no  |        | step back | flare after rise |
        17–29 | 4    | yes |        | hold      |                  |
        30    | 4    | yes | accept | hold      |                  |
        31    | 6    | no  |        | step back | flare after rise |
        32–58 | 4    | yes |        | hold      |                  |
        59    | 4    | yes | accept | hold      |                  |
        60–72 | 4    | yes |        | hold      |                  |
        73    | 4    | yes | accept | hold      |                  |
        74    | 6    | no  |        | step back | flare after rise | calming, unsettled, back off
    """)


def test_stay_rests_the_offer_for_seven_days(rule_of_two: RuleOfTwo) -> None:
    """Not now, thank you. For a week nobody asks again."""
    rule_of_two("""
        day   | pain | did | reply | says  | level | because | look
        1–14  | 4    | yes |       |       | 5     |         |
        15    | 4    | yes |       | offer | 5     | ready   |
        15    |      |     | stay  | stay  | 5     | resting | 22
        16–21 | 4    | yes |       | stay  | 5     | resting | 22
        22    | 4    | yes |       | offer | 5     | ready   |
    """)


def test_stay_twice_in_a_row_rests_it_for_28_days(rule_of_two: RuleOfTwo) -> None:
    """I said it twice, so I mean it. Four weeks of peace."""
    rule_of_two("""
        day   | pain | did | reply | says  | because | look
        1–14  | 4    | yes |       |       |         |
        15    | 4    | yes | stay  | stay  | resting | 22
        16–21 | 4    | yes |       | stay  | resting | 22
        22    | 4    | yes | stay  | stay  | resting | 50
        23–49 | 4    | yes |       | stay  | resting | 50
        50    | 4    | yes |       | offer | ready   |
    """)


def test_try_more_calls_the_offer_back(rule_of_two: RuleOfTwo) -> None:
    """I changed my mind on day 30. The offer is there again, where nothing else waits."""
    rule_of_two("""
        day   | pain | did | reply    | says  | because
        1–14  | 4    | yes |          |       |
        15    | 4    | yes | stay     | stay  | resting
        16–21 | 4    | yes |          | stay  | resting
        22    | 4    | yes | stay     | stay  | resting
        23–29 | 4    | yes |          | stay  | resting
        30    | 4    | yes | try more | offer | ready
        31    | 4    | yes |          | offer | ready
    """)


def test_try_more_calls_nothing_back_that_the_rule_holds(rule_of_two: RuleOfTwo) -> None:
    """I would like more, five days after a flare. The flare still comes first."""
    rule_of_two("""
        day   | pain | did | reply    | says | because
        1–14  | 4    | yes |          |      |
        15    | 6    | no  |          | ease |
        16–19 | 4    | yes |          | hold | calming
        20    | 4    | yes | try more | hold | calming
    """)


def test_an_offer_without_an_answer_is_made_again(rule_of_two: RuleOfTwo) -> None:
    """I neither took it nor left it. It stands there again tomorrow."""
    rule_of_two("""
        day   | pain | did | says  | level | offered
        1–14  | 4    | yes |       | 5     |
        15–20 | 4    | yes | offer | 5     | 6
    """)
