"""Two days of watching.

A new step is watched for 48 hours, until two answers came. Three days for new or heavy movement.
"""

from steadystep.core.policy import STEADY
from tests.spec.fixtures import RuleOfTwo


def test_the_window_opens_with_the_first_session_and_not_with_yes(
    rule_of_two: RuleOfTwo,
) -> None:
    """I said yes on Monday and did it on Thursday. The two days begin on Thursday."""
    rule_of_two("""
        day   | pain | did   | reply  | says | because    | watching | numbers
        1–14  | 4    | yes   |        |      |            |          |
        15    | 4    | a bit | accept | hold | step taken | no       |
        16–17 | 4    | a bit |        | hold | watching   | no       | begun False
        18    | 4    | yes   |        | hold | watching   | no       | begun False
        19    | 4    | yes   |        | hold | watching   | yes      | hours 24, hours needed 48
        20    | 4    | yes   |        | hold |            | no       |
    """)


def test_two_answers_and_48_hours_close_the_window(rule_of_two: RuleOfTwo) -> None:
    """Answers on both days, none of them warm.

    At the steady pace the next offer comes on day 19.
    """
    rule_of_two(
        """
        day  | pain | did | reply  | says  | because    | watching | look
        1–14 | 4    | yes |        |       |            |          |
        15   | 4    | yes | accept | hold  | step taken | no       |
        16   | 4    | yes |        | hold  | watching   | yes      |
        17   | 4    | yes |        | hold  | too soon   | no       | 19
        18   | 4    | yes |        | hold  | too soon   | no       | 19
        19   | 4    | yes |        | offer | ready      | no       |
        """,
        pace=STEADY,
    )


def test_two_hours_short_of_two_days_are_not_two_days(rule_of_two: RuleOfTwo) -> None:
    """I moved at ten and answered at eight. Two mornings later two hours are wanting."""
    rule_of_two("""
        day  | pain | told at | did | moved at | reply  | watching
        1–14 | 4    |         | yes |          |        |
        15   | 4    | 8:00    | yes | 10:00    | accept | no
        16   | 4    | 8:00    | yes | 10:00    |        | yes
        17   | 4    | 8:00    | yes | 10:00    |        | yes
        18   | 4    | 8:00    | yes | 10:00    |        | no
    """)


def test_resistance_work_is_watched_for_three_days(rule_of_two: RuleOfTwo) -> None:
    """Muscles answer late. Seventy-two hours, then."""
    rule_of_two(
        """
        day   | pain | did | reply  | because    | watching | numbers
        1–14  | 4    | yes |        |            |          |
        15    | 4    | yes | accept | step taken | no       | watch hours 72
        16–17 | 4    | yes |        | watching   | yes      | hours needed 72
        18    | 4    | yes |        | too soon   | no       |
        """,
        unit="reps",
        resistance=True,
    )


def test_a_new_movement_is_watched_for_three_days_in_its_first_28(
    rule_of_two: RuleOfTwo,
) -> None:
    """New to me: three days. After four weeks it is mine, and two days will do."""
    rule_of_two(
        """
        day   | pain | did | reply  | watching | numbers
        1–14  | 4    | yes |        |          |
        15    | 4    | yes | accept | no       | watch hours 72
        16–17 | 4    | yes |        | yes      |
        18–28 | 4    | yes |        | no       |
        29    | 4    | yes | accept | no       | watch hours 48
        30    | 4    | yes |        | yes      |
        31    | 4    | yes |        | no       |
        """,
        new=True,
    )


def test_silence_makes_the_window_longer_and_never_passes_it(rule_of_two: RuleOfTwo) -> None:
    """I was silent for four days. Nothing is taken for granted: two answers are still wanted."""
    rule_of_two("""
        day   | pain | did | reply  | watching
        1–14  | 4    | yes |        |
        15    | 4    | yes | accept | no
        16–19 |      | yes |        | yes
        20    | 4    | yes |        | yes
        21    | 4    | yes |        | no
    """)


def test_silence_does_not_restart_the_window(rule_of_two: RuleOfTwo) -> None:
    """One answer before the silence, one after. Together they are two."""
    rule_of_two("""
        day   | pain | did | reply  | watching
        1–14  | 4    | yes |        |
        15    | 4    | yes | accept | no
        16    | 4    | yes |        | yes
        17–18 |      | yes |        | yes
        19    | 4    | yes |        | no
    """)


def test_a_warm_answer_restarts_the_window(rule_of_two: RuleOfTwo) -> None:
    """A warning on day 17. The 48 hours begin again with it."""
    rule_of_two("""
        day  | pain | did | reply  | watching | is
        1–14 | 4    | yes |        |          |
        15   | 4    | yes | accept | no       | none
        16   | 4    | yes |        | yes      | none
        17   | 5    | yes |        | yes      | amber
        18   | 4    | yes |        | yes      | none
        19   | 4    | yes |        | no       | none
    """)


def test_the_new_step_is_done_twice_before_it_passes(rule_of_two: RuleOfTwo) -> None:
    """Once at the new step, then days of rest. A second time is wanted before it is called fine."""
    rule_of_two("""
        day   | pain | did | reply  | watching
        1–14  | 4    | yes |        |
        15    | 4    | yes | accept | no
        16–18 | 4    | no  |        | yes
        19    | 4    | yes |        | yes
        20    | 4    | yes |        | no
    """)


def test_four_fifths_of_the_step_are_enough(rule_of_two: RuleOfTwo) -> None:
    """Nearly all of it is done. Half of it is a bit, and kept as a bit."""
    rule_of_two("""
        day  | pain | did   | reply  | watching
        1–14 | 4    | yes   |        |
        15   | 4    | 80%   | accept | no
        16   | 4    | 79%   |        | yes
        17   | 4    | a bit |        | yes
        18   | 4    | 80%   |        | yes
        19   | 4    | yes   |        | no
    """)


def test_with_three_sessions_a_week_once_is_enough(rule_of_two: RuleOfTwo) -> None:
    """My plan has three days a week. One session at the new step counts as tried."""
    rule_of_two(
        """
        day  | pain | did      | reply  | says | watching
        1–14 | 4    | yes/free |        |      |
        15   | 4    | yes      | accept | hold | no
        16   | 4    | free     |        | hold | yes
        17   | 4    | free     |        | hold | no
        """,
        per_week=3,
    )


def test_a_session_well_above_the_dose_opens_a_window_of_its_own(
    rule_of_two: RuleOfTwo,
) -> None:
    """Thirteen minutes instead of ten, on a good day. Two days of watching, and no offer."""
    rule_of_two(
        """
        day  | pain | did  | says  | because  | watching | blocked by        | look
        1–14 | 4    | yes  |       |          |          |                   |
        15   | 4    | 130% | offer | ready    | no       | nothing           |
        16   | 4    | yes  | hold  | watching | yes      | watching, big day |
        17   | 4    | yes  | hold  | big day  | no       | big day           | 18
        18   | 4    | yes  | offer | ready    | no       | nothing           |
        """,
        start=10,
    )


def test_a_tenth_more_than_told_is_still_the_step(rule_of_two: RuleOfTwo) -> None:
    """Eleven minutes instead of ten. Nobody minds a minute."""
    rule_of_two(
        """
        day  | pain | did  | says  | because | watching
        1–14 | 4    | yes  |       |         |
        15   | 4    | 110% | offer | ready   | no
        16   | 4    | yes  | offer | ready   | no
        """,
        start=10,
    )
