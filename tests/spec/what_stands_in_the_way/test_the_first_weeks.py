"""The first weeks.

First we learn what is usual for you. Nothing rises before that.
"""

from tests.spec.fixtures import RuleOfTwo


def test_the_first_week_holds_whatever_the_answers(rule_of_two: RuleOfTwo) -> None:
    """A good first week. It stays a first week."""
    rule_of_two("""
        day | pain | did | reply  | says  | level | blocked by
        1   | 4    | yes |        | start | 5     |
        2   | 4    | yes | accept | hold  | 5     |
        3–5 | 3    | yes | accept | hold  | 5     | learning usual, baseline week, not yet steady
        6–7 | 2    | yes | accept | hold  | 5     | learning usual, baseline week
        8   | 2    | yes | accept | hold  | 5     | learning usual
    """)


def test_no_offer_before_my_usual_is_known(rule_of_two: RuleOfTwo) -> None:
    """Fourteen days of answers say what is usual for me. The first offer comes after them."""
    rule_of_two("""
        day  | pain | did | says  | usual | because        | numbers
        1    | 4    | yes | start | none  | started        |
        2    | 4    | yes | hold  | none  | few answers    |
        3–13 | 4    | yes | hold  | none  | learning usual |
        14   | 4    | yes | hold  | none  | learning usual | answers needed 7
        15   | 4    | yes | offer | 4     | ready          |
    """)


def test_with_few_answers_usual_waits_for_the_seventh(rule_of_two: RuleOfTwo) -> None:
    """I answer twice a week. My usual is known with the seventh answer."""
    rule_of_two("""
        day  | pain          | did | usual
        1–21 | 4/–/–/4/–/–/– | yes | none
        22   | 4             | yes | none
        23   |               | yes | 4
    """)


def test_the_usual_told_at_the_start_is_used_until_then(rule_of_two: RuleOfTwo) -> None:
    """I said at the start that my usual is 4. An 8 on day five is far above it, and is heard."""
    rule_of_two(
        """
        day   | pain | did | says  | usual | warns at | is
        1–4   | 5    | yes |       | 4     | 6        | none
        5     | 8    | no  | ease  | 4     | 6        | red
        6–11  | 5    | yes | hold  | 4     | 6        | none
        12–14 | 5    | yes | offer | 4     | 6        | none
        15    | 5    | yes | offer | 5     | 6.6      | none
        """,
        told_usual=4,
    )


def test_without_one_a_number_has_nothing_to_be_measured_against(
    rule_of_two: RuleOfTwo,
) -> None:
    """No usual was told. An 8 on day five: much, or my usual? Nobody knows.

    The Flare button says it.
    """
    rule_of_two("""
        day | pain | did | says | level | dose | is   | missing
        1–4 | 4    | yes |      | 5     | 5    |      |
        5   | 8    | yes | hold | 5     | 5    | none | usual
    """)


def test_a_flare_in_my_own_word_is_heard_from_the_first_day(rule_of_two: RuleOfTwo) -> None:
    """My usual is not known yet. My word is."""
    rule_of_two("""
        day | pain | flare | did | says | level | dose | because
        1–2 | 4    |       | yes |      | 5     | 5    |
        3   | 7    | yes   |     | ease | 5     | 3    | flare on its own
        4   | 4    |       | yes | hold | 5     | 5    | calming
    """)


def test_five_of_the_last_seven_known_sessions_make_it_steady(rule_of_two: RuleOfTwo) -> None:
    """Three days off, then back. Five steady days, and an offer may come."""
    rule_of_two("""
        day   | pain | did | says  | because        | numbers
        1–11  | 4    | yes |       |                |
        12–14 | 4    | no  |       |                |
        15    | 4    | yes | hold  | not yet steady | done 4, known 7, needed 5
        16    | 4    | yes | hold  | not yet steady | done 4
        17    | 4    | yes | hold  | not yet steady | done 4
        18–19 | 4    | yes | hold  | not yet steady | done 4
        20    | 4    | yes | offer | ready          |
    """)


def test_a_session_that_was_not_told_counts_neither_way(rule_of_two: RuleOfTwo) -> None:
    """Fog: I forget the tap. A forgotten tap is no session left out."""
    rule_of_two("""
        day  | pain | did   | says  | because
        1–14 | 4    | yes/– |       |
        15   | 4    | yes   | offer | ready
    """)


def test_four_fifths_of_it_is_steady_enough(rule_of_two: RuleOfTwo) -> None:
    """Eight minutes of ten, every day. That is done."""
    rule_of_two(
        """
        day  | pain | did | says  | because
        1–14 | 4    | 80% |       |
        15   | 4    | 80% | offer | ready
        """,
        start=10,
    )


def test_a_bit_is_kept_and_is_not_yet_the_step(rule_of_two: RuleOfTwo) -> None:
    """Half of it, most days. We wait for five steady days, and no gap is counted."""
    rule_of_two("""
        day   | pain | did   | says | level | because
        1–14  | 4    | a bit |      | 5     |
        15–30 | 4    | a bit | hold | 5     | not yet steady
    """)
