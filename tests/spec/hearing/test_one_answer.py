"""One answer.

Calm, raised, warm or high: how far above your usual it lies.
"""

from tests.spec.fixtures import Listen, RuleOfTwo


def test_four_words_for_one_answer(heard: Listen) -> None:
    """My usual is 4, and my warning lies 2 above it.

    One point is calm still; three points are high.
    """
    heard("""
        usual | warning rise | answer | is heard as
        4     | 2            |        | silent
        4     | 2            | 0      | calm
        4     | 2            | 4      | calm
        4     | 2            | 5      | calm
        4     | 2            | 5.1    | raised
        4     | 2            | 5.9    | raised
        4     | 2            | 6      | warm
        4     | 2            | 6.9    | warm
        4     | 2            | 7      | high
        4     | 2            | 10     | high
    """)


def test_a_narrow_scale_has_narrow_words(heard: Listen) -> None:
    """I write 3.2 and 3.3, and 3.7 is a hard day. For me half a point is a warning."""
    heard("""
        usual | warning rise | answer | is heard as
        3.2   | 0.5          | 3.3    | calm
        3.2   | 0.5          | 3.6    | raised
        3.2   | 0.5          | 3.7    | warm
        3.2   | 0.5          | 4.0    | high
    """)


def test_near_the_top_of_the_scale_worse_is_a_flare(heard: Listen) -> None:
    """My usual is 9. There is no 11 to tell. Anything clearly worse is heard as a flare."""
    heard("""
        usual | warning rise | answer | is heard as
        9     | 2            | 9      | calm
        9     | 2            | 10     | high
        8.5   | 2            | 9.5    | calm
        8.5   | 2            | 9.6    | high
        8     | 2            | 10     | warm
    """)


def test_the_worse_of_the_two_symptoms_counts(rule_of_two: RuleOfTwo) -> None:
    """Pain as usual and very tired. The day is as hard as its harder half."""
    rule_of_two("""
        day  | pain | fatigue | did | is
        1–14 | 4    | 5       | yes |
        15   | 4    | 7       | no  | red
        16   | 4    | 5       | yes | none
        17   | 6    | 5       | no  | red
    """)


def test_one_symptom_is_enough(rule_of_two: RuleOfTwo) -> None:
    """I tell how tired I am, and nothing else. That is heard, and the other is not guessed."""
    rule_of_two("""
        day  | fatigue | did | says  | is   | missing
        1–14 | 5       | yes |       |      |
        15   | 5       | yes | offer | none | nothing
        16   | 7       | no  | ease  | red  | nothing
    """)
