"""The word beside a number: high is always worse."""

from __future__ import annotations

import pytest

from steadystep.core.observations import Symptom
from steadystep.explain import ENGLISH
from steadystep.explain.scales import effort_word, scale_word


@pytest.mark.parametrize(
    ("symptom", "said"),
    [
        (Symptom.PAIN, ["none", "mild", "medium", "strong", "worst"]),
        (Symptom.FATIGUE, ["not tired", "a bit tired", "tired", "very tired", "worn out"]),
        (Symptom.SLEEP, ["very good", "good", "so-so", "bad", "very bad"]),
    ],
)
def test_a_word_changes_at_one_four_seven_and_ten(symptom: Symptom, said: list[str]) -> None:
    words = [scale_word(ENGLISH, symptom, tenths) for tenths in range(0, 101, 5)]

    assert list(dict.fromkeys(words)) == said
    assert [words.index(one) * 5 for one in said] == [0, 5, 40, 70, 100]


def test_effort_has_words_that_change_at_the_same_numbers() -> None:
    words = [effort_word(ENGLISH, tenths) for tenths in range(0, 101, 10)]

    assert list(dict.fromkeys(words)) == ["no effort", "easy", "medium", "hard", "the most"]
    assert [words.index(one) for one in ("easy", "medium", "hard", "the most")] == [1, 4, 7, 10]
