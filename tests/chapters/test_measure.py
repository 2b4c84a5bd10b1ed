"""How hard a text is to read, held against figures that were worked out by hand."""

from __future__ import annotations

import pytest

from steadystep.chapters.measure import (
    InHebrew,
    Spoken,
    grade,
    hebrew,
    sentences,
    spoken,
    syllables,
    words,
)

# Counted aloud.
SYLLABLES = {
    "cat": 1,
    "the": 1,
    "walk": 1,
    "walked": 1,
    "rested": 2,
    "while": 1,
    "table": 2,
    "moves": 1,
    "doses": 2,
    "tree": 1,
    "agreed": 2,
    "minutes": 2,
    "movement": 2,
    "element": 3,
    "careful": 2,
    "today": 2,
    "person's": 2,
    "exercises": 4,
    "medicine": 3,
    "fatigue": 2,
    "recommendation": 5,
    "rhythm": 1,
    "12": 1,
    "mm": 1,
}


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items())
def test_syllables_are_those_that_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_grade_is_that_of_the_formula() -> None:
    """Six words of one syllable each: 0.39 · 6 + 11.8 · 1 − 15.59."""
    assert grade(["The cat sat on the mat."]) == pytest.approx(-1.45)


def test_a_grade_counts_words_and_sentences_of_all_paragraphs() -> None:
    """9 words, 2 sentences, 13 syllables: 0.39 · 9 / 2 + 11.8 · 13 / 9 − 15.59 = 3.21."""
    told = ["Movement may help.", "Medicine may help a little too."]
    assert [syllables(one) for text in told for one in words(text)] == [2, 1, 1, 3, 1, 1, 1, 2, 1]
    assert grade(told) == pytest.approx(3.21, abs=0.005)


def test_nothing_has_no_grade() -> None:
    assert grade([]) == grade(["…"]) == 0.0


def test_a_point_in_a_number_ends_no_sentence() -> None:
    assert sentences("It fell by 1.6 points. Then it rose.") == [
        "It fell by 1.6 points.",
        "Then it rose.",
    ]


def test_a_mark_after_the_full_stop_belongs_to_the_sentence() -> None:
    told = "“Not today.” That is an answer! (It is.) Is it… yes?"
    assert sentences(told) == ["“Not today.”", "That is an answer!", "(It is.)", "Is it…", "yes?"]


def test_words_are_counted_in_both_languages() -> None:
    assert words("Don't walk-run 10.5 minutes, 2½ times.") == [
        "Don't",
        "walk-run",
        "10.5",
        "minutes",
        "2½",
        "times",
    ]
    assert words("ד״ר אבו־חסן הלכה 5 דקות.") == ["ד״ר", "אבו", "חסן", "הלכה", "5", "דקות"]


def test_what_is_read_aloud_has_no_marks() -> None:
    told = "One **two**.[^a]\nThree.\n\n- *Four.*\n- Five.[^b]\n\n> Six."
    assert list(spoken(told)) == [
        Spoken("One two. Three."),
        Spoken("Four."),
        Spoken("Five."),
        Spoken("Six.", is_quoted=True),
    ]


def test_hebrew_is_counted_and_not_graded() -> None:
    """Two sentences of five words; one word of ten has seven letters."""
    told = ["היום אני הולכת חמש דקות.", "מחר ההתלקחות אולי כבר תעבור."]
    assert hebrew(told, long_letters=7) == InHebrew(5.0, 0.1)
    assert hebrew([], long_letters=7) == InHebrew(0.0, 0.0)
