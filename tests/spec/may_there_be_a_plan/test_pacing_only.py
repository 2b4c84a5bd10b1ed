"""Pacing, and no steps up.

With ME/CFS, or malaise after effort, more is not offered at all.
There is an envelope to stay inside.
"""

from tests.spec.fixtures import Replay, RuleOfTwo


def test_the_envelope_stays_as_it_is_on_calm_days(rule_of_two: RuleOfTwo) -> None:
    """My illness answers effort late and hard. So nothing rises, whatever I say to it."""
    rule_of_two("""
        day   | pain | did | gate        | reply  | says        | level | dose | offered
        1–100 | 4    | yes | pacing only | accept | pacing only | 5     | 5    | none
    """)


def test_a_relapse_makes_the_envelope_smaller(rule_of_two: RuleOfTwo) -> None:
    """After a relapse my body has less room. The envelope shrinks to two thirds and stays there."""
    rule_of_two("""
        day   | pain | did | gate        | says        | level | dose | because     | is
        1–14  | 4    | yes | pacing only | pacing only | 5     | 5    | pacing only | none
        15    | 6    |     | pacing only | pacing only | 3     | 2    | pacing only | red
        16    | 5    |     | pacing only | pacing only | 3     | 2    | pacing only | red
        17–90 | 4    | yes | pacing only | pacing only | 3     | 3    | pacing only | none
    """)


def test_a_long_relapse_is_counted_once(rule_of_two: RuleOfTwo) -> None:
    """Five hard days in a row are one relapse. The envelope shrinks on the first of them."""
    rule_of_two("""
        day   | pain | did | gate        | level | dose
        1–14  | 4    | yes | pacing only | 5     | 5
        15–19 | 6    |     | pacing only | 3     | 2
        20–25 | 4    | yes | pacing only | 3     | 3
        26    | 6    |     | pacing only | 2     | 1
        27–30 | 4    | yes | pacing only | 2     | 2
    """)


def test_i_may_make_the_envelope_smaller_and_not_larger(rule_of_two: RuleOfTwo) -> None:
    """I asked for less: that holds. I asked for more: that waits for a clinician's word."""
    rule_of_two("""
        day   | pain | did | gate        | own step | says        | level
        1–14  | 4    | yes | pacing only |          | pacing only | 5
        15    | 4    | yes | pacing only | 3        | pacing only | 3
        16–20 | 4    | yes | pacing only | 8        | pacing only | 3
    """)


def test_an_old_diary_can_be_read_as_pacing_too(diary: Replay) -> None:
    """I have ME/CFS and an old diary. Read it my way, without any step up."""
    diary(
        """
        day   | pain | says        | level | offered
        1–40  | 4    | pacing only | 5     | none
        41    | 7    | pacing only | 3     | none
        42–60 | 4    | pacing only | 3     | none
        """,
        pacing_only=True,
    )


def test_while_the_malaise_screen_is_due_offers_wait(rule_of_two: RuleOfTwo) -> None:
    """Am I ill for days after doing more? I am not sure. Nothing rises until I know."""
    rule_of_two("""
        day   | pain | did | screen | reply  | says  | level | because
        1–14  | 4    | yes |        |        |       | 5     |
        15–28 | 4    | yes | due    | accept | hold  | 5     | screen due
        29    | 4    | yes |        |        | offer | 5     | ready
    """)


def test_the_way_out_begins_with_the_smallest_step(rule_of_two: RuleOfTwo) -> None:
    """My clinician gave her word. A first week begins, at half a minute."""
    rule_of_two("""
        day   | pain | did | gate        | says        | level | because
        1–20  | 4    | yes | pacing only | pacing only | 5     | pacing only
        21    | 4    | yes |             | start       | 0.5   | started
        22–27 | 4    | yes |             | hold        | 0.5   |
        28    | 4    | yes |             | offer       | 0.5   | ready
    """)
