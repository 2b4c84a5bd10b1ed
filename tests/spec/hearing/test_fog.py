"""Fog words.

On a foggy day one word is enough: better, same, worse, much worse.
"""

from tests.spec.fixtures import Listen, RuleOfTwo


def test_four_words_in_fog(heard: Listen) -> None:
    """No numbers today. Same is calm, worse is a warning, much worse is a flare.

    Near the top of the scale worse is a flare too.
    """
    heard("""
        usual | warning rise | feels      | is heard as
        4     | 2            | better     | calm
        4     | 2            | same       | calm
        4     | 2            | worse      | warm
        4     | 2            | much worse | high
        9     | 2            | same       | calm
        9     | 2            | worse      | high
    """)


def test_worse_on_two_of_three_days_is_a_flare(rule_of_two: RuleOfTwo) -> None:
    """Worse on Monday, worse on Wednesday. Nobody asks which symptom it was."""
    rule_of_two("""
        day  | pain | feels | did | is
        1–14 | 4    |       | yes |
        15   |      | worse | yes | amber
        16   |      | same  | yes | none
        17   |      | worse | no  | red
    """)


def test_a_word_and_a_number_on_two_days_count_together(rule_of_two: RuleOfTwo) -> None:
    """A word on the foggy day, a number on the next. Both are warnings."""
    rule_of_two("""
        day  | pain | feels | did | is
        1–14 | 4    |       | yes |
        15   |      | worse | yes | amber
        16   | 5    |       | no  | red
    """)


def test_worse_at_the_top_of_the_scale_is_a_flare(rule_of_two: RuleOfTwo) -> None:
    """My usual is 10. I am asked for a word since no number is left. Worse means a flare."""
    rule_of_two("""
        day  | pain | feels | did | says | is
        1–14 | 10   |       | yes |      |
        15   |      | worse | no  | ease | red
    """)
