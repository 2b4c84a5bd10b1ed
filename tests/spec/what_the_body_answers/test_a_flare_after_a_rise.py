"""A flare after a rise.

A new step is watched. A flare that begins in the days after it takes one rung back.
"""

from tests.spec.fixtures import RuleOfTwo


def test_a_flare_the_day_after_the_first_session_steps_back(rule_of_two: RuleOfTwo) -> None:
    """Six minutes on Monday, a flare on Tuesday. One rung down, and a smaller day today.

    The next offer waits fourteen days.
    """
    rule_of_two("""
        day  | pain | did | reply  | says      | level | dose | because          | numbers
        1–14 | 4    | yes |        |           | 5     |      |                  |
        15   | 4    | yes | accept | hold      | 6     | 6    | step taken       |
        16   | 6    |     |        | step back | 5     | 3    | flare after rise | wait days 14
        17   | 4    | yes |        | hold      | 5     | 5    | calming          |
    """)


def test_a_flare_two_days_after_steps_back(rule_of_two: RuleOfTwo) -> None:
    """It came on the second day. That still answers the new step."""
    rule_of_two("""
        day  | pain | did | reply  | says      | level | dose | because          | numbers
        1–14 | 4    | yes |        |           | 5     |      |                  |
        15   | 4    | yes | accept | hold      | 6     | 6    | step taken       |
        16   | 4    | yes |        | hold      | 6     | 6    | watching         |
        17   | 6    |     |        | step back | 5     | 3    | flare after rise | days after 2
    """)


def test_a_flare_three_days_after_steps_back_though_the_window_is_closed(
    rule_of_two: RuleOfTwo,
) -> None:
    """We watch for two days. The answer may take three, and it counts."""
    rule_of_two("""
        day  | pain | did | reply  | says      | level | because          | watching | numbers
        1–14 | 4    | yes |        |           | 5     |                  |          |
        15   | 4    | yes | accept | hold      | 6     | step taken       | no       |
        16   | 4    | yes |        | hold      | 6     | watching         | yes      |
        17   | 4    | yes |        | hold      | 6     | too soon         | no       |
        18   | 6    |     |        | step back | 5     | flare after rise | no       | days after 3
    """)


def test_a_flare_four_days_after_stands_on_its_own(rule_of_two: RuleOfTwo) -> None:
    """Four days is a long time. Today is smaller, and the step stays."""
    rule_of_two("""
        day   | pain | did | reply  | says | level | dose | because
        1–14  | 4    | yes |        |      | 5     |      |
        15    | 4    | yes | accept | hold | 6     | 6    | step taken
        16–18 | 4    | yes |        | hold | 6     | 6    |
        19    | 6    |     |        | ease | 6     | 4    | flare on its own
        20    | 4    | yes |        | hold | 6     | 6    | calming
    """)


def test_after_resistance_work_the_fourth_day_counts(rule_of_two: RuleOfTwo) -> None:
    """Sore and worse four days after the weights. Muscles answer late."""
    rule_of_two(
        """
        day   | pain | did | reply  | says      | level | because          | numbers
        1–14  | 4    | yes |        |           | 5     |                  |
        15    | 4    | yes | accept | hold      | 6     | step taken       |
        16–18 | 4    | yes |        | hold      | 6     |                  |
        19    | 6    |     |        | step back | 5     | flare after rise | days after 4
        """,
        unit="reps",
        resistance=True,
    )


def test_a_new_movement_is_listened_to_for_four_days_as_well(rule_of_two: RuleOfTwo) -> None:
    """I have never done this before. My body may need longer to answer."""
    rule_of_two(
        """
        day   | pain | did | reply  | says      | level | because          | numbers
        1–14  | 4    | yes |        |           | 5     |                  |
        15    | 4    | yes | accept | hold      | 6     | step taken       |
        16–18 | 4    | yes |        | hold      | 6     |                  |
        19    | 6    |     |        | step back | 5     | flare after rise | days after 4
        """,
        new=True,
    )


def test_a_flare_on_the_day_of_the_first_session_is_heard_the_morning_after(
    rule_of_two: RuleOfTwo,
) -> None:
    """I did the new step and the flare came the same evening. The next morning it steps back."""
    rule_of_two("""
        day  | pain | did | reply  | says      | level | because          | numbers
        1–14 | 4    | yes |        |           | 5     |                  |
        15   | 4    | no  | accept | hold      | 6     | step taken       |
        16   | 4    | yes |        | hold      | 6     | watching         |
        16   | 6    |     |        | ease      | 6     | flare on its own |
        17   | 4    | yes |        | step back | 5     | flare after rise | days after 0
    """)


def test_a_flare_that_begins_on_day_three_and_peaks_on_day_five_counts(
    rule_of_two: RuleOfTwo,
) -> None:
    """It crept up: a warning on day three, a second one on day five. Its first day decides."""
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because          | is    | numbers
        1–14  | 4    | yes |        |           | 5     |                  |       |
        15    | 4    | yes | accept | hold      | 6     | step taken       | none  |
        16–17 | 4    | yes |        | hold      | 6     |                  | none  |
        18    | 5    | yes |        | hold      | 6     | unsettled        | amber |
        19    | 4.8  | yes |        | hold      | 6     | unsettled        | none  |
        20    | 5    |     |        | step back | 5     | flare after rise | red   | days after 3
    """)


def test_a_warning_before_and_one_after_the_new_step_count_together(
    rule_of_two: RuleOfTwo,
) -> None:
    """A hard day before the first longer walk, another one after it. Two warnings: step back."""
    rule_of_two("""
        day  | pain | did | reply  | says      | level | because          | is    | numbers
        1–14 | 4    | yes |        |           | 5     |                  |       |
        15   | 4    | no  | accept | hold      | 6     | step taken       | none  |
        16   | 5    | no  |        | hold      | 6     | unsettled        | amber |
        17   | 4    | yes |        | hold      | 6     | watching         | none  |
        18   | 5    |     |        | step back | 5     | flare after rise | red   | days after 1
    """)


def test_a_warm_day_with_the_first_session_and_a_warm_day_after(rule_of_two: RuleOfTwo) -> None:
    """I did the new step on a hard day. The next day was hard too. That is an answer."""
    rule_of_two("""
        day  | pain | did | reply  | says      | level | because          | is    | numbers
        1–14 | 4    | yes |        |           | 5     |                  |       |
        15   | 4    | no  | accept | hold      | 6     | step taken       | none  |
        16   | 5    | yes |        | hold      | 6     | unsettled        | amber |
        17   | 5    |     |        | step back | 5     | flare after rise | red   | days after 0
    """)


def test_my_own_word_is_enough(rule_of_two: RuleOfTwo) -> None:
    """The number is my usual one, and it is a flare all the same. I say so; that is heard."""
    rule_of_two("""
        day  | pain | flare | did | reply  | says      | level | because          | is
        1–14 | 4    |       | yes |        |           | 5     |                  |
        15   | 4    |       | yes | accept | hold      | 6     | step taken       | none
        16   | 4    | yes   |     |        | step back | 5     | flare after rise | red
    """)


def test_a_flare_told_without_a_number_is_heard(rule_of_two: RuleOfTwo) -> None:
    """Too tired for numbers. One tap on Flare says it all."""
    rule_of_two("""
        day  | pain | flare | did | reply  | says      | level | because          | missing
        1–14 | 4    |       | yes |        |           | 5     |                  |
        15   | 4    |       | yes | accept | hold      | 6     | step taken       |
        16   |      | yes   |     |        | step back | 5     | flare after rise | nothing
    """)


def test_the_second_flare_on_the_fourth_day_is_an_answer(rule_of_two: RuleOfTwo) -> None:
    """My body answers late. The first time it could be chance; the second time it steps back.

    From then on every new step is watched for three days.
    """
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because          | numbers
        1–14  | 4    | yes |        |           | 5     |                  |
        15    | 4    | yes | accept | hold      | 6     | step taken       | watch hours 48
        16–18 | 4    | yes |        | hold      | 6     |                  |
        19    | 6    |     |        | ease      | 6     | flare on its own |
        20–25 | 4    | yes |        | hold      | 6     | calming          |
        26    | 4    | yes | accept | hold      | 7     | step taken       | watch hours 48
        27–29 | 4    | yes |        | hold      | 7     |                  |
        30    | 6    |     |        | step back | 6     | flare after rise | days after 4
        31–43 | 4    | yes |        | hold      | 6     |                  |
        44    | 4    | yes | accept | hold      | 7     | step taken       | watch hours 72
    """)


def test_two_flares_on_the_third_day_lengthen_the_watch(rule_of_two: RuleOfTwo) -> None:
    """Both steps were answered on day three. From now on we watch for three days."""
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because          | numbers
        1–14  | 4    | yes |        |           | 5     |                  |
        15    | 4    | yes | accept | hold      | 6     | step taken       | watch hours 48
        16–17 | 4    | yes |        | hold      | 6     |                  |
        18    | 6    |     |        | step back | 5     | flare after rise | days after 3
        19–31 | 4    | yes |        | hold      | 5     |                  |
        32    | 4    | yes | accept | hold      | 6     | step taken       | watch hours 48
        33–34 | 4    | yes |        | hold      | 6     |                  |
        35    | 6    |     |        | step back | 5     | flare after rise | days after 3
        36–62 | 4    | yes |        | hold      | 5     |                  |
        63    | 4    | yes | accept | hold      | 6     | step taken       | watch hours 72
    """)


def test_a_watched_rise_needs_no_question(rule_of_two: RuleOfTwo) -> None:
    """Two days after the new step the number is enough. Calling it a hard day changes nothing."""
    rule_of_two("""
        day  | pain | flare    | did | reply  | says      | level | because          | is
        1–14 | 4    |          | yes |        |           | 5     |                  |
        15   | 4    |          | yes | accept | hold      | 6     | step taken       | none
        16   | 4    |          | yes |        | hold      | 6     | watching         | none
        17   | 6    | hard day |     |        | step back | 5     | flare after rise | red
    """)


def test_nothing_is_asked_whose_answer_would_not_count(rule_of_two: RuleOfTwo) -> None:
    """If my answer changes nothing, please do not ask me."""
    rule_of_two("""
        day  | pain | did | reply  | says      | because          | asks
        1–14 | 4    | yes |        |           |                  |
        15   | 4    | yes | accept | hold      | step taken       | no
        16   | 4    | yes |        | hold      | watching         | no
        17   | 6    |     |        | step back | flare after rise | no
    """)


def test_the_smallest_step_stays_the_smallest(rule_of_two: RuleOfTwo) -> None:
    """From half a minute there is no way down. It stays; nothing is paused by a count."""
    rule_of_two(
        """
        day   | pain | did | says | level | dose | because
        1–14  | 4    | yes |      | 0.5   |      |
        15    | 6    | no  | ease | 0.5   | 0.5  | flare on its own
        16–18 | 6    | no  | ease | 0.5   | 0.5  | easing
        19    | 6    | no  |      | 0.5   | 0.5  | flare goes on
        20    | 4    | yes | hold | 0.5   | 0.5  | calming
        """,
        start=0.5,
    )
