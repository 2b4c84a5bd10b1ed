"""How hard a text is to read: the Flesch–Kincaid grade, its syllables counted by ear of thumb.

Source: Kincaid, Fishburne, Rogers, Chissom 1975. A grade of 6 is about eleven years of age.
"""

from __future__ import annotations

import re

VOWELS = re.compile(r"[aeiouy]+")
WORD = re.compile(r"[A-Za-z'’]+|\d[\d,.]*½?|½")
SENTENCE_END = re.compile(r"[.?!](?:\s|$)")


def words_of(text: str) -> list[str]:
    """The words of a text; a number is one word."""
    return WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """Split where a sentence ends, so that a decimal point ends none."""
    return [one for one in re.split(r"(?<=[.?!])\s", text) if one]


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out."""
    spoken = word.lower().removesuffix("'s")
    groups = len(VOWELS.findall(spoken))
    if spoken.endswith("e") and not spoken.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(groups, 1)


def grade(text: str) -> float:
    """The school grade at which a text reads easily."""
    words = words_of(text)
    a_sentence = len(words) / max(len(SENTENCE_END.findall(text)), 1)
    a_word = sum(syllables(word) for word in words) / len(words)
    return 0.39 * a_sentence + 11.8 * a_word - 15.59
