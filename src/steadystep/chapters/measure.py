"""How hard a text is to read: words, sentences, and a school grade for English."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’״\"-][^\W\d_]+)*|\d[\d,.]*½?|½")
ENDS = re.compile(r"(?<=[.?!…:])[\"”’)]*\s+|\n+")
VOWELS = re.compile(r"[aeiouy]+")
# Markdown that is no word: emphasis, links, references to claims, bullets.
MARKS = re.compile(r"\[\^[^\]]*\]|^[ \t]*(?:[-*]|\d+\.)[ \t]+|[*_`#>]", re.MULTILINE)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def plain(markdown: str) -> str:
    """The text as it is read aloud."""
    return MARKS.sub("", LINK.sub(r"\1", markdown)).strip()


def sentences(markdown: str) -> list[str]:
    """Its sentences; a heading and a bullet are one each."""
    return [one.strip() for one in ENDS.split(plain(markdown)) if WORD.search(one)]


def words(text: str) -> list[str]:
    """Its words; a number is one."""
    return WORD.findall(plain(text))


def grade(markdown: str) -> float:
    """The school grade at which an English text reads easily; 6 is about eleven years of age.

    Source: Kincaid, Fishburne, Rogers and Chissom 1975 (Flesch-Kincaid). Syllables are counted as
    groups of vowels, which is rough, and the same roughness for everyone.
    """
    told = words(markdown)
    if not told:
        return 0.0
    a_sentence = len(told) / max(len(sentences(markdown)), 1)
    a_word = sum(syllables(word) for word in told) / len(told)
    return 0.39 * a_sentence + 11.8 * a_word - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out."""
    spoken = word.lower().removesuffix("'s").removesuffix("’s")
    groups = len(VOWELS.findall(spoken))
    if spoken.endswith("e") and not spoken.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(groups, 1)
