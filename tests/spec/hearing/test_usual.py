"""Your usual.

Learnt in two weeks, looked at every four. Down by itself; up when you say so.
"""

from tests.spec.fixtures import RuleOfTwo


def test_usual_is_the_middle_of_the_first_fourteen_days(rule_of_two: RuleOfTwo) -> None:
    """Some 3s, some 5s, some 4s. The middle one is 4, and from day 15 it is what counts."""
    rule_of_two("""
        day  | pain  | did | usual | warns at
        1–14 | 3/4/5 | yes | none  | none
        15   | 4     | yes | 4     | 5.6
    """)


def test_the_more_my_days_differ_the_further_off_is_the_warning(rule_of_two: RuleOfTwo) -> None:
    """My days swing from 2 to 6. A 6 is no news; a 7 is."""
    rule_of_two("""
        day  | pain | did | usual | warns at
        1–14 | 2/6  | yes |       |
        15   | 6    | yes | 4     | 7
    """)


def test_a_warning_is_at_least_one_point(rule_of_two: RuleOfTwo) -> None:
    """Four, four, four. One point above it is the least that counts."""
    rule_of_two("""
        day  | pain | did | usual | warns at
        1–14 | 4    | yes |       |
        15   | 4    | yes | 4     | 5
    """)


def test_with_decimals_half_a_point_is_enough(rule_of_two: RuleOfTwo) -> None:
    """I answer in tenths and use few of them. Half a point above usual is a warning for me."""
    rule_of_two("""
        day  | pain        | did | usual | warns at
        1–14 | 3.1/3.2/3.3 | yes |       |
        15   | 3.2         | yes | 3.2   | 3.7
    """)


def test_a_warning_is_never_less_than_a_step_of_the_scale(rule_of_two: RuleOfTwo) -> None:
    """My diary asks for 0 to 3. One step on it is 3.3 points, and so is a warning."""
    rule_of_two(
        """
        day  | pain | did | usual | warns at | is
        1–14 | 3.3  | yes |       |          |
        15   | 6.7  | yes | 3.3   | 6.6      | amber
        16   | 3.3  | yes | 3.3   | 6.6      | none
        17   | 3.3  | yes | 3.3   | 6.6      | none
        18   | 10   | no  | 3.3   | 6.6      | red
        """,
        scale_step=3.3,
    )


def test_a_day_marked_as_a_flare_is_left_out(rule_of_two: RuleOfTwo) -> None:
    """Five flare days in the first fortnight, and I marked them. They are not my usual."""
    rule_of_two("""
        day  | pain | flare | did | usual
        1–5  | 9    | yes   |     | none
        6–14 | 4    |       | yes | none
        15   | 4    |       | yes | 4
    """)


def test_usual_comes_down_by_itself(rule_of_two: RuleOfTwo) -> None:
    """It was a hard fortnight when I began. After 28 calmer days the calmer ones are my usual."""
    rule_of_two("""
        day   | pain | did | usual | warns at
        1–14  | 7    | yes | none  | none
        15–42 | 5    | yes | 7     | 8
        43    | 5    | yes | 5     | 6
    """)


def test_half_a_warning_lower_is_enough_to_come_down(rule_of_two: RuleOfTwo) -> None:
    """Half a point lower, where a warning is one point. Warnings come sooner from now on."""
    rule_of_two("""
        day   | pain | did | usual | warns at
        1–14  | 4    | yes |       |
        15–42 | 3/4  | yes | 4     | 5
        43    | 4    | yes | 3.5   | 4.5
    """)


def test_calmer_swings_bring_the_warning_nearer(rule_of_two: RuleOfTwo) -> None:
    """My days differ less than they did. The warning moves nearer by itself."""
    rule_of_two("""
        day   | pain | did | usual | warns at
        1–14  | 2/6  | yes |       |
        15–42 | 4    | yes | 4     | 7
        43    | 4    | yes | 4     | 5
    """)


def test_wider_swings_never_move_the_warning_away(rule_of_two: RuleOfTwo) -> None:
    """My days differ more than they did. The warning stays where it was."""
    rule_of_two("""
        day   | pain      | did | usual | warns at
        1–14  | 4         | yes |       |
        15–42 | 4/4/4/2/6 | yes | 4     | 5
        43    | 4         | yes | 4     | 5
    """)


def test_with_fewer_than_fourteen_answers_nothing_is_looked_at(rule_of_two: RuleOfTwo) -> None:
    """Thirteen answers in four weeks. Too few to call anything usual."""
    rule_of_two("""
        day   | pain | did | usual
        1–14  | 7    | yes |
        15–40 | 5/–  | yes | 7
        41–42 |      | yes | 7
        43    | 5    | yes | 7
    """)


def test_usual_goes_up_with_my_word_alone(rule_of_two: RuleOfTwo) -> None:
    """Four weeks a point higher. Offers stop, and I am shown both values.

    Nothing moves by itself.
    """
    rule_of_two("""
        day   | pain | did | says  | usual | because        | numbers
        1–14  | 3/5  | yes |       | none  |                |
        15–42 | 5    | yes | offer | 4     | ready          |
        43–70 | 5    | yes | hold  | 4     | usual moved up | usual 40, now 50
        71    | 5    | yes | hold  | 4     | usual moved up |
    """)


def test_when_the_weeks_are_as_before_the_question_goes(rule_of_two: RuleOfTwo) -> None:
    """The hard month passed. At the next look nothing is asked any more."""
    rule_of_two("""
        day   | pain | did | says  | usual | because
        1–14  | 3/5  | yes |       | none  |
        15–42 | 5    | yes | offer | 4     | ready
        43–70 | 4    | yes | hold  | 4     | usual moved up
        71    | 4    | yes | offer | 4     | ready
    """)


def test_the_higher_usual_i_took_begins_a_new_first_week(rule_of_two: RuleOfTwo) -> None:
    """I saw both values and took the higher one. From tomorrow it counts, with seven quiet days."""
    rule_of_two("""
        day   | pain | did | my usual | says  | usual | because        | blocked by
        1–14  | 3/5  | yes |          |       | none  |                |
        15–42 | 5    | yes |          | offer | 4     | ready          | nothing
        43    | 5    | yes | take     | hold  | 4     | usual moved up | usual moved up
        44–50 | 5    | yes |          | hold  | 5     | baseline week  | baseline week
        51    | 5    | yes |          | offer | 5     | ready          | nothing
    """)


def test_the_usual_i_kept_stays_until_the_next_look(rule_of_two: RuleOfTwo) -> None:
    """It was a hard month, and not my usual. I am asked again after the next four weeks."""
    rule_of_two("""
        day   | pain | did | my usual | says  | usual | because
        1–14  | 3/5  | yes |          |       | none  |
        15–42 | 5    | yes |          | offer | 4     | ready
        43    | 5    | yes | keep     | hold  | 4     | usual moved up
        44–70 | 5    | yes |          | offer | 4     | ready
        71    | 5    | yes |          | hold  | 4     | usual moved up
    """)


def test_nothing_is_taken_that_was_not_asked(rule_of_two: RuleOfTwo) -> None:
    """My usual did not move. A tap on "take" by mistake changes nothing."""
    rule_of_two("""
        day   | pain | did | my usual | says  | usual
        1–14  | 4    | yes |          |       | none
        15–20 | 4    | yes | take     | offer | 4
    """)


def test_with_few_answers_my_days_are_taken_to_differ_as_most_peoples_do(
    rule_of_two: RuleOfTwo,
) -> None:
    """Seven answers, all of them 4. Too few to say that my days are all alike."""
    rule_of_two("""
        day  | pain | did | usual | warns at
        1–14 | 4/–  | yes |       |
        15   | 4    | yes | 4     | 6
    """)
