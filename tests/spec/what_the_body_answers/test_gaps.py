"""Back after a gap.

Life happens. Coming back begins a little smaller, and nobody counts the days aloud.
"""

import pytest

from tests.spec.fixtures import RuleOfTwo


@pytest.mark.parametrize(
    ("away", "says", "level"),
    [
        (1, "offer", "10"),
        (3, "offer", "10"),
        (4, "ease in", "9"),
        (7, "ease in", "9"),
        (8, "ease in", "7"),
        (14, "ease in", "7"),
        (15, "ease in", "5"),
        (28, "ease in", "5"),
    ],
)
def test_the_longer_the_gap_the_smaller_the_first_step(
    rule_of_two: RuleOfTwo, away: int, says: str, level: str
) -> None:
    """Up to three days: the same. Then one rung less, three quarters, half."""
    last, back, next_day = 14 + away, 15 + away, 16 + away
    rule_of_two(
        f"""
        day        | pain | did | says   | level
        1–14       | 4    | yes |        | 10
        15–{last}  | 4    |     |        |
        {back}     | 4    | yes | {says} | {level}
        {next_day} | 4    | yes |        | {level}
        """,
        start=10,
    )


def test_at_28_days_it_is_half_and_no_new_first_week(rule_of_two: RuleOfTwo) -> None:
    """Four weeks to the day. Half of my step, and no first week."""
    rule_of_two("""
        day   | pain | did | own step | says    | level | because
        1–14  | 4    | yes |          |         | 5     |
        15–20 | 4    | yes | 20       |         | 20    |
        21–48 | 4    |     |          |         |       |
        49    | 4    | yes |          | ease in | 10    | back after gap
        50–55 | 4    | yes |          | hold    | 10    | too soon
        56    | 4    | yes |          | offer   | 10    | ready
    """)


def test_after_four_weeks_a_new_first_week_begins(rule_of_two: RuleOfTwo) -> None:
    """Five weeks away. Where it once started, or half where that is less; then seven quiet days."""
    rule_of_two("""
        day   | pain | did | own step | says    | level | because        | numbers
        1–14  | 4    | yes |          |         | 5     |                |
        15–20 | 4    | yes | 20       |         | 20    |                |
        21–55 | 4    |     |          |         |       |                |
        56    | 4    | yes |          | ease in | 5     | back after gap | new baseline True
        57–62 | 4    | yes |          | hold    | 5     | baseline week  |
        63    | 4    | yes |          | offer   | 5     | ready          |
    """)


def test_a_longer_gap_never_gives_a_larger_step(rule_of_two: RuleOfTwo) -> None:
    """I never went above my start. After five weeks half of it is the way back, as after four."""
    rule_of_two("""
        day   | pain | did | says    | level | because
        1–14  | 4    | yes |         | 5     |
        15–49 | 4    |     |         |       |
        50    | 4    | yes | ease in | 2.5   | back after gap
    """)


def test_the_cut_is_taken_once_on_the_day_of_return(rule_of_two: RuleOfTwo) -> None:
    """The smaller step waits until I do it. After that it is my step; nothing is cut again."""
    rule_of_two("""
        day   | pain | did | says    | level | because
        1–14  | 4    | yes |         | 5     |
        15–18 | 4    | no  |         |       |
        19    | 4    | no  | ease in | 4     | back after gap
        20    | 4    | yes | ease in | 4     | back after gap
        21–24 | 4    | yes | hold    | 4     | not yet steady
        25–26 | 4    | yes | hold    | 4     | too soon
        27    | 4    | yes | offer   | 4     | ready
    """)


def test_having_kept_moving_is_no_gap(rule_of_two: RuleOfTwo) -> None:
    """A week without the app, with walks. I said so, and my step is where it was."""
    rule_of_two("""
        day   | pain | did | kept moving | says  | level
        1–14  | 4    | yes |             |       | 5
        15–21 | 4    |     |             |       |
        22    | 4    | yes | yes         | offer | 5
        23    | 4    | yes |             | offer | 5
    """)


def test_two_sessions_a_week_on_neighbouring_days_are_no_gap(rule_of_two: RuleOfTwo) -> None:
    """I swim on Monday and Tuesday. The five days after are the plan, and no absence."""
    rule_of_two(
        """
        day   | pain | did  | level
        1–2   | 4    | yes  | 5
        3–7   | 4    | free | 5
        8–9   | 4    | yes  | 5
        10–14 | 4    | free | 5
        15–16 | 4    | yes  | 5
        17–21 | 4    | free | 5
        22–23 | 4    | yes  | 5
        24–28 | 4    | free | 5
        29–30 | 4    | yes  | 5
        """,
        per_week=2,
    )


def test_a_gap_is_counted_by_the_rhythm_of_the_plan(rule_of_two: RuleOfTwo) -> None:
    """Two sessions a week, and two were not done: that is seven days, one rung."""
    rule_of_two(
        """
        day   | pain | did  | says    | level | numbers
        1–2   | 4    | yes  |         | 5     |
        3–7   | 4    | free |         | 5     |
        8–9   | 4    | yes  |         | 5     |
        10–14 | 4    | free |         | 5     |
        15–16 | 4    | no   |         | 5     |
        17–21 | 4    | free |         |       |
        22    | 4    | yes  | ease in | 4     | days 7
        23    | 4    | yes  |         | 4     |
        """,
        per_week=2,
    )


def test_a_gap_and_a_flare_on_one_day_do_not_add_up(rule_of_two: RuleOfTwo) -> None:
    """Back after five days and straight into a flare: one rung, from the rung before."""
    rule_of_two("""
        day   | pain | did | says | level | dose | because
        1–14  | 4    | yes |      | 5     |      |
        15–19 | 4    | no  |      |       |      |
        20    | 6    | yes | ease | 4     | 2.5  | flare on its own
        21    | 4    | yes | hold | 4     | 4    | calming
    """)


def test_a_flare_of_four_days_is_judged_before_the_gap(rule_of_two: RuleOfTwo) -> None:
    """I stopped because of the flare the new step brought. The flare is heard, and first."""
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because
        1–14  | 4    | yes |        |           | 5     |
        15    | 4    | yes | accept | hold      | 6     | step taken
        16    | 6    | no  |        | step back | 5     | flare after rise
        17–19 | 6    | no  |        | ease      | 5     | easing
        20    | 4    | yes |        | hold      | 5     | calming
    """)


def test_a_step_accepted_and_never_done_before_a_gap_is_forgotten(
    rule_of_two: RuleOfTwo,
) -> None:
    """I said yes to six and then life came. I am back on five; six was never tried."""
    rule_of_two("""
        day   | pain | did | reply  | says    | level | because
        1–14  | 4    | yes |        |         | 5     |
        15    | 4    | no  | accept | hold    | 6     | step taken
        16–18 | 4    | no  |        | hold    | 6     | watching
        19    | 4    | yes |        | ease in | 5     | back after gap
        20–23 | 4    | yes |        | hold    | 5     | not yet steady
        24–25 | 4    | yes |        | hold    | 5     | too soon
        26    | 4    | yes |        | offer   | 5     | ready
    """)


def test_a_step_is_not_passed_by_days_away_and_a_smaller_step(rule_of_two: RuleOfTwo) -> None:
    """Two steps were answered. The third I did once; then ten silent days, and back on four.

    Six was never shown to be fine, so the long wait stands: 28 days, until day 87.
    """
    rule_of_two("""
        day   | pain | did | reply  | says      | level | because
        1–14  | 4    | yes |        |           | 5     |
        15    | 4    | yes | accept | hold      | 6     | step taken
        16    | 6    | no  |        | step back | 5     | flare after rise
        17–29 | 4    | yes |        | hold      | 5     |
        30    | 4    | yes | accept | hold      | 6     | step taken
        31    | 6    | no  |        | step back | 5     | flare after rise
        32–58 | 4    | yes |        | hold      | 5     |
        59    | 4    | yes | accept | hold      | 6     | step taken
        60–69 |      |     |        |           |       |
        70    | 4    | yes |        | ease in   | 4     | back after gap
        71–97 | 4    | yes |        | hold      | 4     |
        98    | 4    | yes |        | offer     | 4     | ready
    """)


def test_after_a_gap_nothing_is_offered_for_a_week(rule_of_two: RuleOfTwo) -> None:
    """Four weeks without movement, answering all the while. Half is my step on the way back.

    A week later half a minute more is offered; a yes to it is watched like any other.
    """
    rule_of_two("""
        day   | pain | did | says    | level | offered | because
        1–14  | 4    | yes |         | 5     |         |
        15–41 | 4    |     |         |       |         |
        42    | 4    | yes | ease in | 2.5   | none    | back after gap
        43–48 | 4    | yes | hold    | 2.5   | none    | too soon
        49    | 4    | yes | offer   | 2.5   | 3       | ready
    """)
