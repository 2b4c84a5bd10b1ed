"""One rung, and yours to take.

An offer is a question. The step changes when you say yes.
"""

import pytest

from tests.spec.fixtures import RuleOfTwo


def test_nothing_rises_before_i_say_yes(rule_of_two: RuleOfTwo) -> None:
    """Ten calm days, and ten times the same question. My step stays five until I answer."""
    rule_of_two("""
        day   | pain | did | reply  | says  | level | dose | offered | because
        1–14  | 4    | yes |        |       | 5     | 5    |         |
        15–24 | 4    | yes |        | offer | 5     | 5    | 6       | ready
        25    | 4    | yes |        | offer | 5     | 5    | 6       | ready
        25    |      |     | accept | hold  | 6     | 6    | none    | step taken
    """)


@pytest.mark.parametrize(
    ("start", "offered"),
    [("0.5", "1"), ("3.5", "4"), ("4", "5"), ("19", "20"), ("20", "22"), ("28", "30")],
)
def test_a_step_is_one_rung_of_the_ladder(rule_of_two: RuleOfTwo, start: str, offered: str) -> None:
    """Half a minute while it is little, a minute later, two above twenty."""
    rule_of_two(
        f"""
        day  | pain | did | says  | offered
        1–14 | 4    | yes |       |
        15   | 4    | yes | offer | {offered}
        """,
        start=float(start),
    )


def test_steps_go_up_by_a_hundred(rule_of_two: RuleOfTwo) -> None:
    """I count steps. A hundred more, or two hundred above two thousand."""
    rule_of_two(
        """
        day   | pain | did | reply  | says  | level | offered
        1–14  | 4    | yes |        |       | 1900  |
        15    | 4    | yes | accept | hold  | 2000  |
        16–21 | 4    | yes |        | hold  | 2000  |
        22    | 4    | yes |        | offer | 2000  | 2200
        """,
        start=1900,
        unit="steps",
    )


def test_repetitions_go_up_by_one(rule_of_two: RuleOfTwo) -> None:
    """Standing up from a chair, five times. Then six."""
    rule_of_two(
        """
        day  | pain | did | says  | level | offered
        1–14 | 4    | yes |       | 5     |
        15   | 4    | yes | offer | 5     | 6
        """,
        unit="reps",
    )


def test_a_yes_to_no_offer_changes_nothing(rule_of_two: RuleOfTwo) -> None:
    """Yesterday's offer was tapped today, on a hard day. It waits for a calm one."""
    rule_of_two("""
        day  | pain | did | reply  | says  | level | because
        1–14 | 4    | yes |        |       | 5     |
        15   | 4    | yes |        | offer | 5     | ready
        16   | 5    | yes | accept | hold  | 5     | unsettled
        17   | 4    | yes | accept | hold  | 6     | step taken
    """)


def test_a_worse_evening_takes_the_offer_back(rule_of_two: RuleOfTwo) -> None:
    """Fine in the morning, hard by noon. The worst answer of the day counts."""
    rule_of_two("""
        day  | pain | did | says  | level | because   | is
        1–14 | 4    | yes |       | 5     |           |
        15   | 4    |     | offer | 5     | ready     | none
        15   | 5    | yes | hold  | 5     | unsettled | amber
    """)


def test_a_step_can_be_taken_back(rule_of_two: RuleOfTwo) -> None:
    """Six was my idea, and it is too much. Back to five, and nobody asks for a week."""
    rule_of_two("""
        day   | pain | did | reply  | own step | says      | level | because
        1–14  | 4    | yes |        |          |           | 5     |
        15    | 4    | yes | accept |          | hold      | 6     | step taken
        16    | 4    | yes |        | 5        | step back | 5     | smaller
        17–22 | 4    | yes |        |          | hold      | 5     |
        23    | 4    | yes |        |          | offer     | 5     | ready
    """)


def test_a_flare_after_a_step_taken_back_still_answers_it(rule_of_two: RuleOfTwo) -> None:
    """I took six back on Tuesday, and the flare came on Wednesday. Six was what it answered.

    Five stays, and six is offered again after fourteen days, not after seven.
    """
    rule_of_two("""
        day   | pain | did | reply  | own step | says      | level | because
        1–14  | 4    | yes |        |          |           | 5     |
        15    | 4    | yes | accept |          | hold      | 6     | step taken
        16    | 4    | yes |        | 5        | step back | 5     | smaller
        17    | 6    | no  |        |          |           | 5     |
        18–30 | 4    | yes |        |          | hold      | 5     |
        31    | 4    | yes |        |          | offer     | 5     | ready
    """)


def test_my_own_bigger_step_is_mine_and_is_watched(rule_of_two: RuleOfTwo) -> None:
    """I want eight, today. It is my word, and it is watched like any other step."""
    rule_of_two("""
        day   | pain | did | own step | says | level | because    | watching
        1–14  | 4    | yes |          |      | 5     |            |
        15    | 4    | yes | 8        | hold | 8     | step taken | no
        16    | 4    | yes |          | hold | 8     | watching   | yes
        17–21 | 4    | yes |          | hold | 8     | too soon   | no
    """)


def test_one_thing_at_a_time(rule_of_two: RuleOfTwo) -> None:
    """I added a day a week. That is a step too: it is watched, and the minutes wait a week."""
    rule_of_two("""
        day   | pain | did | something else | says  | level | because    | watching
        1–14  | 4    | yes |                |       | 5     |            |
        15    | 4    | yes | more           | hold  | 5     | step taken | no
        16    | 4    | yes |                | hold  | 5     | watching   | yes
        17–21 | 4    | yes |                | hold  | 5     | too soon   | no
        22    | 4    | yes |                | offer | 5     | ready      | no
    """)


def test_smaller_holds_though_something_else_was_raised(rule_of_two: RuleOfTwo) -> None:
    """More days, and fewer minutes on each: I told both today. Three minutes it is."""
    rule_of_two("""
        day  | pain | did | something else | own step | level
        1–14 | 4    | yes |                |          | 5
        15   | 4    | yes | more           | 3        | 3
    """)


def test_a_flare_still_answers_the_step_before_my_own(rule_of_two: RuleOfTwo) -> None:
    """Six on Monday. On Tuesday I set eight and did not get to it.

    Wednesday's flare answers Monday.
    """
    rule_of_two("""
        day  | pain | did | reply  | own step | says      | level | because
        1–14 | 4    | yes |        |          |           | 5     |
        15   | 4    | yes | accept |          | hold      | 6     | step taken
        16   | 4    | no  |        | 8        | hold      | 8     | step taken
        17   | 6    | no  |        |          | step back | 7     | flare after rise
    """)


def test_my_own_step_is_watched_on_the_day_the_last_one_passes(rule_of_two: RuleOfTwo) -> None:
    """Six went well, and on the day that was clear I set eight. Eight is watched all the same."""
    rule_of_two("""
        day   | pain | did | reply  | own step | says      | level | because          | watching
        1–14  | 4    | yes |        |          |           | 5     |                  |
        15    | 4    | yes | accept |          | hold      | 6     | step taken       | no
        16    | 4    | yes |        |          | hold      | 6     | watching         | yes
        17–18 | 4    | yes |        |          | hold      | 6     | too soon         | no
        19    | 4    | yes |        | 8        | hold      | 8     | step taken       | no
        20    | 4    | yes |        |          | hold      | 8     | watching         | yes
        21    | 6    | no  |        |          | step back | 7     | flare after rise | no
    """)


def test_a_flare_after_my_own_bigger_step_goes_one_rung_down(rule_of_two: RuleOfTwo) -> None:
    """Eight was too much. One rung down at once; I may ask for less at any time."""
    rule_of_two("""
        day  | pain | did | own step | says      | level | because
        1–14 | 4    | yes |          |           | 5     |
        15   | 4    | yes | 8        | hold      | 8     | step taken
        16   | 6    | no  |          | step back | 7     | flare after rise
        17   | 4    | yes | 5        | step back | 5     | smaller
    """)
