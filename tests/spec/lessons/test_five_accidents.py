"""Five accidents.

What went wrong in another loop, and what the same thing would be here.
"""

from pathlib import Path

import pytest

from steadystep.core.reasons import BLOCKER_KINDS, Reason
from tests.spec.fixtures import Replay, RuleOfTwo
from tests.spec.table import spoken

EVERY_KIND = sorted({*BLOCKER_KINDS, *(reason.kind for reason in Reason.__args__)})


def test_hours_without_a_sensor_are_not_hours_of_calm(rule_of_two: RuleOfTwo) -> None:
    """oref0 issue 172. A sensor was off at swim practice. The loop took the gap for news.

    Here: a silent week is no calm week. It holds, says why, and the way back is eased.
    """
    rule_of_two("""
        day   | pain | did | says    | level | because         | missing
        1–14  | 4    | yes |         | 5     |                 |
        15–17 |      |     | hold    | 5     | no answer today | answer
        18    |      |     | hold    | 5     | no answer today | answer
        19–21 |      |     | ease in | 4     | back after gap  | answer
        22    | 4    | yes | ease in | 4     | back after gap  | nothing
        23    | 4    | yes | hold    | 4     | few answers     | nothing
        24–25 | 4    | yes | hold    | 4     | half pace       | nothing
        26–28 | 4    | yes | hold    | 4     | too soon        | nothing
        29    | 4    | yes | offer   | 4     | ready           | nothing
    """)


def test_silence_after_a_flare_is_not_calm(rule_of_two: RuleOfTwo) -> None:
    """oref0 issue 172. The same gap, after a flare. Silence never ends a flare."""
    rule_of_two("""
        day   | pain | did | says  | dose | because          | blocked by
        1–14  | 4    | yes |       | 5    |                  |
        15    | 6    | no  | ease  | 3    | flare on its own |
        16–29 |      | no  | ease  | 3    | easing           |
        30    | 4    | yes | hold  | 5    | calming          | calming, few answers
        31    | 4    | yes | hold  | 5    | calming          | calming, few answers
        32    | 4    | yes | offer | 5    | ready            | nothing
    """)


def test_no_value_is_not_an_unchanged_value(diary: Replay) -> None:
    """oref0 issue 1265. A wrong source gave no value. The log said: unchanged, doing nothing.

    Here: what was not there is named, and no number is made of it. Zero is a number.
    """
    diary(
        """
        day  | pain | load | says | missing
        1–17 | 4    | 3000 |      |
        18   | 4    |      |      | nothing
        19   |      | 3000 | hold | answer, load
        20   | 4    | 0    |      | nothing
        21   | 4    | 3000 |      | nothing
        """,
        unit="steps",
        has_load=True,
    )


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_check_is_seen_to_fire(kind: str) -> None:
    """oref0 pull request 807. A safety check stood in the code and could never fire.

    Here: every reason the rule can give is given somewhere in these examples.
    """
    chapters = Path(__file__).parent.parent
    told = [page.read_text(encoding="utf-8") for page in chapters.glob("*/test_*.py")]

    assert any(f"{spoken(kind)} " in page or f"{spoken(kind)}\n" in page for page in told)


def test_a_check_fires_though_all_else_is_well(rule_of_two: RuleOfTwo) -> None:
    """oref0 pull request 807. One check fires alone, on an otherwise perfect day."""
    rule_of_two("""
        day  | pain | sure | did | says  | blocked by
        1–14 | 4    |      | yes |       |
        15   | 4    | 10   | yes | offer | nothing
        16   | 4    | 6    | yes | hold  | unsure
    """)


def test_the_limit_that_is_told_is_the_limit_that_holds(rule_of_two: RuleOfTwo) -> None:
    """oref0 pull request 177. The log printed one limit and the pump got another.

    Here: the number in the words comes from the dose, never from what was typed.
    """
    rule_of_two("""
        day  | pain | ceiling | did | says      | level | dose | because       | numbers
        1–14 | 4    |         | yes |           | 5     | 5    |               |
        15   | 4    | 4½      | yes | step back | 4     | 4    | limit lowered | dose now 40
        16   | 4    | 4½      | yes | hold      | 4     | 4    | arrived       | dose 40
    """)


def test_the_guard_that_is_told_is_the_guard_that_holds(rule_of_two: RuleOfTwo) -> None:
    """oref0 pull request 177. The same accident, for the guard."""
    rule_of_two("""
        day  | pain | guard | did | says      | level | because       | numbers
        1–14 | 4    |       | yes |           | 5     |               |
        15   | 4    | 4.9   | yes | step back | 4     | limit lowered | limit guard, dose now 40
        16   | 4    | 4.9   | yes | hold      | 4     | guarded       | next dose 50, limit 40
    """)


def test_a_limit_holds_whichever_way_the_step_comes_in(rule_of_two: RuleOfTwo) -> None:
    """trio-oref pull request 7. A limit existed in the words of the log alone.

    Here: the ceiling holds for an offer, a yes, and my own bigger step.
    """
    rule_of_two("""
        day   | pain | ceiling | did | own step | reply    | says | level | offered | because
        1–14  | 4    | 6       | yes |          |          |      | 5     | none    |
        15    | 4    | 6       | yes | 20       |          | hold | 6     | none    | step taken
        16    | 4    | 6       | yes | 20       | accept   | hold | 6     | none    | watching
        17–21 | 4    | 6       | yes | 20       | accept   | hold | 6     | none    | too soon
        22–60 | 4    | 6       | yes | 20       | try more | hold | 6     | none    | arrived
    """)


def test_an_old_diary_goes_no_higher_than_the_ladder(diary: Replay) -> None:
    """trio-oref pull request 7. The same for an old diary: the ladder ends at 30."""
    diary(
        """
        day   | pain | says  | level | because
        1–14  | 4    |       | 28    |
        15    | 4    | offer | 28    | ready
        16    | 4    | hold  | 30    | step taken
        17–22 | 4    | hold  | 30    |
        23–90 | 4    | hold  | 30    | arrived
        """,
        start=28,
    )
