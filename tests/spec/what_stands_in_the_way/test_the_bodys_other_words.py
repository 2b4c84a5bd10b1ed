"""The body's other words.

A big day, a bad night, a restless heart, an uneasy feeling. They hold an offer back, and no more.
"""

from tests.spec.fixtures import RuleOfTwo


def test_a_big_day_holds_offers_for_48_hours(rule_of_two: RuleOfTwo) -> None:
    """More than twice my usual day. Two days of quiet; on the third an offer may come."""
    rule_of_two("""
        day  | pain | load | did | says  | because  | boom | look
        1–14 | 4    | 30   | yes |       |          |      |
        15   | 4    | 61   | yes | offer | ready    | no   |
        16   | 4    | 30   | yes | hold  | watching | yes  | 18
        17   | 4    | 30   | yes | hold  | big day  | no   | 18
        18   | 4    | 30   | yes | offer | ready    | no   |
    """)


def test_twice_the_usual_day_is_no_big_day_yet(rule_of_two: RuleOfTwo) -> None:
    """Exactly twice. The line lies above it."""
    rule_of_two("""
        day  | pain | load | did | says  | boom
        1–14 | 4    | 30   | yes |       |
        15   | 4    | 60   | yes | offer | no
        16   | 4    | 30   | yes | offer | no
    """)


def test_a_day_that_is_large_and_common_is_no_big_day(rule_of_two: RuleOfTwo) -> None:
    """Every Saturday is market day. What happens every week is part of my usual."""
    rule_of_two("""
        day  | pain | load                 | did | boom
        1–7  | 4    | 70/30/30/30/30/30/30 | yes |
        8–28 | 4    | 70/30/30/30/30/30/30 | yes | no
        29   | 4    | 70                   | yes | no
        30   | 4    | 30                   | yes | no
    """)


def test_far_too_much_is_a_big_day_in_my_own_words(rule_of_two: RuleOfTwo) -> None:
    """No watch, and no number. I know when it was far too much."""
    rule_of_two("""
        day  | pain | load         | did | says  | because
        1–14 | 4    |              | yes |       |
        15   | 4    | far too much | yes | offer | ready
        16   | 4    |              | yes | hold  | watching
        17   | 4    |              | yes | hold  | big day
        18   | 4    |              | yes | offer | ready
    """)


def test_a_night_three_points_worse_waits_a_day(rule_of_two: RuleOfTwo) -> None:
    """A bad night. Today is no day for more; tomorrow may be."""
    rule_of_two("""
        day  | pain | sleep | did | says  | because
        1–14 | 4    | 3     | yes |       |
        15   | 4    | 6     | yes | hold  | sleep worse
        16   | 4    | 5.9   | yes | offer | ready
    """)


def test_a_resting_heart_rate_five_beats_up_waits(rule_of_two: RuleOfTwo) -> None:
    """My heart beats five faster than in the weeks before. The step waits until it settles."""
    rule_of_two("""
        day   | pain | heart rate | did | says  | because
        1–21  | 4    | 60         | yes |       |
        22–27 | 4    | 65         | yes | offer | ready
        28    | 4    | 65         | yes | hold  | heart rate up
        29–33 | 4    | 60         | yes | offer | ready
    """)


def test_under_a_heart_medicine_readings_of_the_heart_say_nothing(rule_of_two: RuleOfTwo) -> None:
    """A tablet sets my heart rate. What the watch reads of it is left out."""
    rule_of_two(
        """
        day   | pain | heart rate | did | says  | because
        1–21  | 4    | 60         | yes |       |
        22–28 | 4    | 65         | yes | offer | ready
        """,
        ignore_heart=True,
    )


def test_heart_rate_variability_off_its_usual_waits(rule_of_two: RuleOfTwo) -> None:
    """A week of unusual readings. A rough sign, so it can hold a step and do nothing else."""
    rule_of_two("""
        day   | pain | rmssd | did | says | because
        1–21  | 4    | 38/42 | yes |      |
        22–27 | 4    | 30    | yes |      |
        28    | 4    | 30    | yes | hold | hrv off
    """)


def test_steady_readings_change_nothing(rule_of_two: RuleOfTwo) -> None:
    """All readings as always. The offer comes on the day it would have come without them."""
    rule_of_two("""
        day   | pain | rmssd | heart rate | sleep | did | says  | because
        1–14  | 4    | 38/42 | 60         | 3     | yes |       |
        15–40 | 4    | 38/42 | 60         | 3     | yes | offer | ready
    """)


def test_under_seven_of_ten_sure_the_step_waits(rule_of_two: RuleOfTwo) -> None:
    """Could I do six minutes most days? Six of ten sure. Then not yet."""
    rule_of_two("""
        day  | pain | sure | did | says  | because | numbers
        1–14 | 4    |      | yes |       |         |
        15   | 4    | 6    | yes | hold  | unsure  | confidence 6, needed 7
        16   | 4    | 7    | yes | offer | ready   |
    """)
