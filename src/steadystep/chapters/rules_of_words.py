"""What the words of a chapter have to hold: short sentences, plain words, a few minutes."""

from __future__ import annotations

import re
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from steadystep.chapters.chapter import Chapter, Prose
from steadystep.chapters.measure import grade, hebrew, sentences, spoken, words
from steadystep.chapters.problem import Problem, of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Reads(NamedTuple):
    """How much of a language is read at one sitting.

    Attributes:
        least: Words of a chapter at the least.
        most: Words at the most.
        a_minute: Words that a tired person reads in a minute.
    """

    least: int
    most: int
    a_minute: int


# Choices of the house: 250 to 500 words, and half the pace of an easy reader.
ENGLISH = Reads(250, 500, 120)
# Hebrew writes "and", "the" and "to" onto the next word: our own 404 longest sentences, in both
# languages, take four Hebrew words for five English ones (0.79).
READS = {"en": ENGLISH, "he": Reads(200, 400, 96)}
# The house's longest sentence (style for people), in every language.
SENTENCE_WORDS_MOST = 14
# A claim by itself stands among the sources, with its numbers. A choice.
CLAIM_WORDS_MOST = 25
# The school grade of eleven years of age.
GRADE_MOST = 6.0
# Choices, since no measure of Hebrew is agreed on: what our own pages keep to. There, 4 words of a
# hundred have seven letters or more.
HEBREW_LONG_LETTERS = 7
HEBREW_LONG_SHARE_MOST = 0.10
HEBREW_SENTENCE_WORDS_MOST = 9.0

# Between quotation marks words are somebody else's, and may be some that we do not use. A mark
# inside a word, as Hebrew has it, is none.
QUOTED = re.compile(r"(?<!\w)[“„\"«][^“”„\"«»]*[”“\"»](?!\w)|(?<!\w)‘(?:[^‘’]|\b’\b)*’(?!\w)")
ADDRESS = re.compile(
    r"https?:|//\w|\bwww\.|\bdata:\w+/|\bmailto:"
    r"|\b[a-z0-9-]+\.(?:com|org|net|gov|edu|info|io|eu|uk|il|de)\b",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """Something that a chapter says, and the line of its file."""

    text: str
    line: int | None
    is_quoted: bool = False


def rules_of_words(chapter: Chapter, banned: Callable[[str], Sequence[str]]) -> Iterator[Problem]:
    """What is off in the words of one chapter."""
    beside, told = list(_beside(chapter)), list(_text(chapter))
    yield from _sentences(chapter, [*beside, *told], most=SENTENCE_WORDS_MOST)
    aside = list(_of_claims(chapter))
    yield from _sentences(chapter, aside, most=CLAIM_WORDS_MOST, is_hint=True)
    for one in (*beside, *told, *aside):
        yield from _plain(chapter, one, banned)
    texts = [one.text for one in told]
    yield from _length(chapter, sum(len(words(one)) for one in texts))
    yield from _measure(chapter, texts)


def _beside(chapter: Chapter) -> Iterator[Said]:
    for name in ("title", "step", "tomorrow"):
        yield Said(getattr(chapter, name), chapter.lines.get(name))


def _text(chapter: Chapter) -> Iterator[Said]:
    for part in chapter.parts:
        if not isinstance(part, Prose):
            continue
        if part.heading:
            yield Said(part.heading, part.line)
        for text, is_quoted in spoken(part.markdown):
            yield Said(text, _line_of(part, text), is_quoted)


def _of_claims(chapter: Chapter) -> Iterator[Said]:
    for claim in chapter.claims:
        yield Said(claim.text, claim.line)
        yield Said(claim.doubt, claim.line)


def _sentences(
    chapter: Chapter, told: Sequence[Said], *, most: int, is_hint: bool = False
) -> Iterator[Problem]:
    for one in told:
        for sentence in sentences(one.text):
            count = len(words(sentence))
            if count > most:
                long = f"{count} words, and {most} are the most: “{sentence}”"
                yield of(chapter, long, one.line, is_hint=is_hint)


def _plain(
    chapter: Chapter, said: Said, banned: Callable[[str], Sequence[str]]
) -> Iterator[Problem]:
    found = () if said.is_quoted else banned(QUOTED.sub("", said.text))
    for word in found:
        yield of(chapter, f"“{word}” is a word we do not use. Say it another way.", said.line)
    address = ADDRESS.search(said.text)
    if address:
        what = f"“{address[0]}” looks like an address. Name it as a source, and cite it."
        yield of(chapter, what, said.line)


def _length(chapter: Chapter, count: int) -> Iterator[Problem]:
    reads = READS.get(chapter.language, ENGLISH)
    if not reads.least <= count <= reads.most:
        yield of(chapter, f"it has {count} words. {reads.least} to {reads.most} are wanted.")
    takes = max(count / reads.a_minute, 1)
    if chapter.minutes not in (floor(takes), ceil(takes)):
        what = f"it says {chapter.minutes} minutes, and takes about {round(takes)}."
        yield of(chapter, what, chapter.lines.get("minutes"))


def _measure(chapter: Chapter, texts: Sequence[str]) -> Iterator[Problem]:
    if chapter.language == "en" and grade(texts) > GRADE_MOST:
        what = f"it reads at school grade {grade(texts):.1f}, and {GRADE_MOST:.0f} is the most."
        yield of(chapter, f"{what} Shorter words and sentences help.")
    if chapter.language != "he":
        return
    built = hebrew(texts, long_letters=HEBREW_LONG_LETTERS)
    if built.sentence_words > HEBREW_SENTENCE_WORDS_MOST:
        what = f"a sentence has {built.sentence_words:.1f} words on average"
        yield of(chapter, f"{what}, and {HEBREW_SENTENCE_WORDS_MOST:.0f} are the most.")
    if built.long_share > HEBREW_LONG_SHARE_MOST:
        what = f"{built.long_share:.0%} of its words have {HEBREW_LONG_LETTERS} letters or more"
        yield of(chapter, f"{what}, and {HEBREW_LONG_SHARE_MOST:.0%} are the most.")


def _line_of(part: Prose, text: str) -> int:
    """The line on which a paragraph begins, as far as its first words tell."""
    first = words(text)[:3]
    between = r"(?:\[\^[^\]]*\]|[\W_])+"
    found = re.search(between.join(re.escape(one) for one in first), part.markdown)
    return part.line + part.markdown.count("\n", 0, found.start() if found else 0)
