"""Words that stay out."""

from __future__ import annotations

import pytest

from steadystep.explain import BANNED, BANNED_IN_HEBREW, banned_in


@pytest.mark.parametrize("word", BANNED)
def test_each_word_of_the_list_is_found(word: str) -> None:
    assert banned_in(f"It was {word.upper()}, they said.") == (word.upper(),)


def test_endings_and_negations_are_found_too() -> None:
    assert banned_in("You failed: non-compliant, shouldn't rest, normally cured.") == (
        *("failed", "compliant", "shouldn't", "normally", "cured"),
    )


@pytest.mark.parametrize("fine", ["adjust", "justice", "abnormal", "secure", "commonly", "curious"])
def test_other_words_that_hold_the_same_letters_may_stay(fine: str) -> None:
    assert banned_in(fine) == ()


@pytest.mark.parametrize("word", BANNED_IN_HEBREW)
def test_each_hebrew_word_of_the_list_is_found(word: str) -> None:
    assert banned_in(f"אמרו: {word}, ועוד.") == (word,)


def test_hebrew_endings_and_letters_set_before_a_word_are_found_too() -> None:
    assert banned_in("היעד: שרק לא ייכשלו. נכשלת, צריכה, והרצף נורמלית.") == (
        *("היעד", "שרק", "נכשלת", "צריכה", "והרצף", "נורמלית"),
    )


@pytest.mark.parametrize(
    "fine",
    [
        *("מרק", "ברק", "פרק", "ירקות", "מרפאה", "מרפאת כאב", "דחוף", "דחופה", "רופא", "רצפה"),
        *("ריפוי בעיסוק", "נצרך", "ועדה", "חיוב", "כשל", "סתמי", "ציתות"),
    ],
)
def test_other_hebrew_words_that_hold_the_same_letters_may_stay(fine: str) -> None:
    assert banned_in(fine) == ()
