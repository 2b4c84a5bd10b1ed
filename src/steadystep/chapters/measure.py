"""How hard a text is to read: words, sentences, a school grade for English, a count for Hebrew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from steadystep.chapters.blocks import Emphasis, Inline, Points, Quote, Strong, Text
from steadystep.chapters.markdown import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Hebrew writes some words with a mark inside, such as ד״ר; English some with a hyphen.
WORD = re.compile(r"[^\W\d_]+(?:['’״\"-][^\W\d_]+)*|\d[\d,.]*½?|½")
ENDS = re.compile(r"(?:(?<=[.?!…])|(?<=[.?!…][\"”’)»]))\s+")
VOWELS = re.compile(r"[aeiouy]+")
# An e that is written and not heard: "while", "walked", "moves", "movement". In "table", "rested"
# and "doses" it is heard.
SILENT = re.compile(
    r"(?:(?<![^aeiouy]l)(?<!e)e|(?<=[^aeiouytd])ed|(?<=[^aeiouyszxcgh])es)$"
    r"|(?<=[^aeiouyl])e(?=(?:ments?|less|ful|ly)$)"
)
HEBREW = re.compile(r"[א-ת]")


class Spoken(NamedTuple):
    """One paragraph, point or quotation, as it is read aloud.

    Attributes:
        words: Its words.
        is_quoted: They are somebody else's, such as a thought that many know.
    """

    words: str
    is_quoted: bool = False


def spoken(markdown: str) -> Iterator[Spoken]:
    """The text as it is read aloud, without marks and without what is cited.

    Raises:
        NotOurs: It holds something that a chapter has no place for.
    """
    for block in blocks_of(markdown):
        match block:
            case Points(items):
                yield from (Spoken(_aloud(one)) for one in items)
            case Quote(inside):
                yield Spoken(_aloud(inside), is_quoted=True)
            case _:
                yield Spoken(_aloud(block.inside))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [one.strip() for one in ENDS.split(text) if WORD.search(one)]


def words(text: str) -> list[str]:
    """The words of a text; a number is one."""
    return WORD.findall(text)


# English --------------------------------------------------------------------------------------


def grade(texts: Iterable[str]) -> float:
    """The school grade at which an English text reads easily; 6 is about eleven years of age.

    Source: Kincaid, Fishburne, Rogers and Chissom 1975 (Flesch-Kincaid). Syllables are counted by
    groups of vowels, which is rough, and the same roughness for everyone.
    """
    told = list(texts)
    every = [word for text in told for word in words(text)]
    if not every:
        return 0.0
    a_sentence = len(every) / sum(len(sentences(text)) for text in told)
    a_word = sum(syllables(word) for word in every) / len(every)
    return 0.39 * a_sentence + 11.8 * a_word - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, without an e that nobody hears."""
    heard = word.lower().removesuffix("'s").removesuffix("’s")
    groups = len(VOWELS.findall(heard))
    return max(groups - len(SILENT.findall(heard)), 1)


# Hebrew ---------------------------------------------------------------------------------------


class InHebrew(NamedTuple):
    """How a Hebrew text is built. No formula turns this into a school grade, and we make none up.

    Attributes:
        sentence_words: Words of a sentence, on average.
        long_share: The share of words that are long, 0 to 1.
    """

    sentence_words: float
    long_share: float


def hebrew(texts: Iterable[str], *, long_letters: int) -> InHebrew:
    """Measure a Hebrew text.

    Args:
        texts: Its paragraphs.
        long_letters: From how many letters on a word is long.
    """
    told = list(texts)
    every = [word for text in told for word in words(text)]
    if not every:
        return InHebrew(0.0, 0.0)
    long = [word for word in every if len(HEBREW.findall(word)) >= long_letters]
    return InHebrew(len(every) / sum(len(sentences(text)) for text in told), len(long) / len(every))


def _aloud(inside: Iterable[Inline]) -> str:
    """The words of a stretch; what is cited has none."""
    told = ""
    for one in inside:
        match one:
            case Text(said):
                told += said
            case Strong(more) | Emphasis(more):
                told += _aloud(more)
    return told
