"""Steps, flares and what lies between.

People whose bodies answer: to a step, to a big day, late, or to nothing at all.
"""

from tests.spec.fixtures import RuleOfTwo


def test_1_the_boom_buster_hears_the_word_boom(rule_of_two: RuleOfTwo) -> None:
    """On good days I do two and a half times my step. Two flare days follow.

    Then: the boom was never named. Now: each flare names the big day. The step never moves.
    """
    rule_of_two("""
        day   | pain | did  | says  | level | because             | numbers
        1–14  | 4    | yes  |       | 5     |                     |
        15    | 2    | 250% | offer | 5     | ready               |
        16    | 7    | no   | ease  | 5     | flare after big day | big day 15
        17    | 7    | no   | ease  | 5     |                     |
        18–23 | 4    | yes  | hold  | 5     | calming             |
        24    | 2    | 250% | offer | 5     | ready               |
        25    | 7    | no   | ease  | 5     | flare after big day | big day 24
        26    | 7    | no   | ease  | 5     |                     |
        27–32 | 4    | yes  | hold  | 5     | calming             |
        33    | 2    | 250% | offer | 5     | ready               |
        34    | 7    | no   | ease  | 5     | flare after big day | big day 33
    """)


def test_1_a_quiet_week_brings_the_boom_buster_a_small_step(rule_of_two: RuleOfTwo) -> None:
    """I let one good day be a good day. The small step came, and it passed."""
    rule_of_two("""
        day   | pain | did  | reply  | says  | level | because
        1–14  | 4    | yes  |        |       | 5     |
        15    | 2    | 250% |        | offer | 5     | ready
        16–17 | 7    | no   |        | ease  | 5     |
        18–23 | 4    | yes  |        | hold  | 5     | calming
        24    | 2    | yes  | accept | hold  | 6     | step taken
        25–30 | 4    | yes  |        | hold  | 6     |
        31    | 4    | yes  |        | offer | 6     | ready
    """)


def test_2_the_slow_responder_is_stepped_back_every_time(rule_of_two: RuleOfTwo) -> None:
    """My flares come on the third and fourth day after a step.

    Then: ten steps up in twelve weeks, a flare after each. Now: one rung back each time, and a
    longer wait each time. After three it is a plateau.
    """
    rule_of_two("""
        day   | pain | did | reply  | level | because          | blocked by
        1–14  | 4    | yes |        | 5     |                  |
        15    | 4    | yes | accept | 6     | step taken       |
        16–17 | 4    | yes |        | 6     |                  |
        18    | 6    | no  |        | 5     | flare after rise |
        19    | 6    | no  |        | 5     | easing           |
        20–31 | 4    | yes |        | 5     |                  |
        32    | 4    | yes | accept | 6     | step taken       |
        33–34 | 4    | yes |        | 6     |                  |
        35    | 6    | no  |        | 5     | flare after rise |
        36    | 6    | no  |        | 5     | easing           |
        37–62 | 4    | yes |        | 5     |                  |
        63    | 4    | yes | accept | 6     | step taken       |
        64–65 | 4    | yes |        | 6     |                  |
        66    | 6    | no  |        | 5     | flare after rise |
        67    | 6    | no  |        | 5     | easing           |
        68–73 | 4    | yes |        | 5     | calming          | calming, plateau, back off
        74–93 | 4    | yes |        | 5     | plateau          | plateau, back off
    """)


def test_2_flares_on_the_fourth_and_fifth_day_never_lock_anyone_out(
    rule_of_two: RuleOfTwo,
) -> None:
    """My flares come later still. Then: pacing for ever. Now: the second one steps back."""
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because
        1–14  | 4    | yes |        |           | 5     |
        15    | 4    | yes | accept | hold      | 6     | step taken
        16–18 | 4    | yes |        | hold      | 6     |
        19–20 | 6    | no  |        | ease      | 6     |
        21–26 | 4    | yes |        | hold      | 6     |
        27    | 4    | yes | accept | hold      | 7     | step taken
        28–30 | 4    | yes |        | hold      | 7     |
        31    | 6    | no  |        | step back | 6     | flare after rise
        32    | 6    | no  |        | ease      | 6     | easing
        33–44 | 4    | yes |        | hold      | 6     |
        45    | 4    | yes |        | offer     | 6     | ready
    """)


def test_9_flares_that_answer_nothing_leave_the_step_alone(rule_of_two: RuleOfTwo) -> None:
    """My flares come with the weather. Then: pacing for ever. Now: a smaller day, a week of calm,
    and the step is where it was.
    """
    rule_of_two("""
        day   | pain | did | reply  | says  | level | because
        1–14  | 4    | yes |        |       | 5     |
        15–17 | 6    | no  |        | ease  | 5     |
        18–23 | 4    | yes |        | hold  | 5     | calming
        24    | 4    | yes | accept | hold  | 6     | step taken
        25–31 | 4    | yes |        |       | 6     |
        32–34 | 6    | no  |        | ease  | 6     |
        35–40 | 4    | yes |        | hold  | 6     | calming
        41    | 4    | yes |        | offer | 6     | ready
    """)


def test_14_from_one_minute_three_answered_steps_are_a_plateau(rule_of_two: RuleOfTwo) -> None:
    """I began with one minute, and every half minute more brought a flare.

    Then: the plan was paused, at one minute. Now: one minute stays mine, and nobody asks.
    """
    rule_of_two(
        """
        day   | pain | did | reply  | says      | level | dose | because
        1–14  | 4    | yes |        |           | 1     | 1    |
        15    | 4    | yes | accept | hold      | 1.5   | 1.5  | step taken
        16    | 6    | no  |        | step back | 1     | 0.5  | flare after rise
        17–29 | 4    | yes |        | hold      | 1     | 1    |
        30    | 4    | yes | accept | hold      | 1.5   | 1.5  | step taken
        31    | 6    | no  |        | step back | 1     | 0.5  | flare after rise
        32–58 | 4    | yes |        | hold      | 1     | 1    |
        59    | 4    | yes | accept | hold      | 1.5   | 1.5  | step taken
        60    | 6    | no  |        | step back | 1     | 0.5  | flare after rise
        61–87 | 4    | yes |        | hold      | 1     | 1    |
        """,
        start=1,
    )


def test_18_the_step_back_is_from_here_and_not_to_last_spring(rule_of_two: RuleOfTwo) -> None:
    """In spring I did 30. After a long break I am at 10, tried 11, and it flared.

    Then: back to "the highest that was fine", which was 30. Now: back to 10.
    """
    rule_of_two(
        """
        day   | pain | did | own step | reply  | says      | level | because
        1–14  | 4    | yes |          |        |           | 30    |
        15–54 | 4    |     |          |        |           |       |
        55    | 4    | yes |          |        | ease in   | 15    | back after gap
        56    | 4    | yes | 10       |        | step back | 10    | smaller
        57–62 | 4    | yes |          |        | hold      | 10    |
        63    | 4    | yes |          | accept | hold      | 11    | step taken
        64    | 6    | no  |          |        | step back | 10    | flare after rise
        """,
        start=30,
    )
