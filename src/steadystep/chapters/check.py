"""What a programme has to hold before anyone reads it, each rule in an editor's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steadystep.chapters.chapter import Chapter, Grade, Living, Programme, Prose
from steadystep.chapters.measure import grade, sentences, words
from steadystep.chapters.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Choices of the house: style for people, and what a tired reader manages in three minutes.
SENTENCE_WORDS_MOST = 14
WORDS_LEAST = 250
WORDS_MOST = 500
GRADE_MOST = 7.0
READING_WORDS_A_MINUTE = 120

DOI = re.compile(r"^10\.\d{4,9}/\S+$")
CITED = re.compile(r"\[\^([^\]]+)\]")
ADDRESS = re.compile(r"https?://|//\w|\bwww\.|data:", re.IGNORECASE)
# A word in quotation marks is somebody else's, and may be one that we do not use.
QUOTED = re.compile(r"[“\"„][^”\"“]*[”\"“]")


def check(
    programme: Programme,
    *,
    banned: Callable[[str], Sequence[str]],
    living: Sequence[str],
) -> tuple[Problem, ...]:
    """Look through a programme.

    Args:
        programme: What was read.
        banned: Finds the words that we do not use in a text.
        living: The names of the things that a page can put into a chapter.

    Returns:
        What an editor has to look at; nothing, where all is well.
    """
    found = list(_the_plan(programme))
    for chapter in programme.chapters.values():
        found += _the_words(chapter, banned)
        found += _the_claims(chapter)
        found += _the_parts(chapter, living)
    return tuple(found + list(_the_languages(programme)))


def _of(chapter: Chapter, what: str) -> Problem:
    return Problem(f"day-{chapter.day:02}, {chapter.language}", what)


def _the_plan(programme: Programme) -> Iterator[Problem]:
    days = [one.day for one in programme.plan]
    if days != list(range(1, len(days) + 1)):
        yield Problem("programme.toml", "the days are not 1, 2, 3 and so on, each once.")
    for one in programme.plan:
        for language in programme.languages:
            if not one.lines.get(language, "").strip():
                yield Problem("programme.toml", f"day {one.day} has no line in '{language}'.")
        later = [day for day in one.needs if day >= one.day]
        if later:
            yield Problem("programme.toml", f"day {one.day} needs day {later[0]}, which is later.")
    for day in programme.written:
        if day not in days:
            yield Problem(f"day-{day:02}", "it is written, and the plan does not name it.")


def _the_words(chapter: Chapter, banned: Callable[[str], Sequence[str]]) -> Iterator[Problem]:
    told = [chapter.title, chapter.step, chapter.tomorrow, chapter.text]
    for sentence in (one for text in told for one in sentences(text)):
        if len(words(sentence)) > SENTENCE_WORDS_MOST:
            yield _of(chapter, f"more than {SENTENCE_WORDS_MOST} words: “{sentence}”")
    for text in (*told, *(one.text for one in chapter.claims)):
        for word in banned(QUOTED.sub("", text)):
            yield _of(chapter, f"“{word}” is a word we do not use. Say it another way.")
    count = len(words(chapter.text))
    if not WORDS_LEAST <= count <= WORDS_MOST:
        yield _of(chapter, f"{count} words. {WORDS_LEAST} to {WORDS_MOST} are wanted.")
    takes = max(1, round(count / READING_WORDS_A_MINUTE))
    if chapter.minutes != takes:
        yield _of(chapter, f"it says {chapter.minutes} minutes, and takes about {takes}.")
    if chapter.language == "en" and grade(chapter.text) > GRADE_MOST:
        yield _of(chapter, f"its school grade is {grade(chapter.text):.1f}, above {GRADE_MOST}.")


def _the_claims(chapter: Chapter) -> Iterator[Problem]:
    cited, claims = set(CITED.findall(chapter.text)), {one.name: one for one in chapter.claims}
    for name in sorted(cited - set(claims)):
        yield _of(chapter, f"the text cites [^{name}], and no claim has that name.")
    for name in sorted(set(claims) - cited):
        yield _of(chapter, f"the claim '{name}' is cited nowhere in the text.")
    known = {one.name for one in chapter.sources}
    for claim in chapter.claims:
        if not claim.sources and claim.grade != Grade.CHOICE:
            yield _of(chapter, f"the claim '{claim.name}' has no source.")
        for name in claim.sources:
            if name not in known:
                yield _of(chapter, f"the claim '{claim.name}' names the source '{name}': unknown.")
    used = {name for one in chapter.claims for name in one.sources}
    for source in chapter.sources:
        if source.name not in used:
            yield _of(chapter, f"the source '{source.name}' carries no claim.")
        if source.doi and not DOI.match(source.doi):
            yield _of(chapter, f"'{source.doi}' is no DOI. It begins with 10. and a number.")


def _the_parts(chapter: Chapter, living: Sequence[str]) -> Iterator[Problem]:
    for part in chapter.parts:
        if isinstance(part, Living) and part.name not in living:
            yield _of(chapter, f"':: {part.name}' is nothing that a page knows.")
        if isinstance(part, Prose) and ADDRESS.search(part.markdown):
            yield _of(chapter, "there is an address in the text. Nothing is fetched from outside.")


def _the_languages(programme: Programme) -> Iterator[Problem]:
    """Every language is there, and built alike: headings, living places, claims, sources."""
    for day in programme.written:
        first = programme.chapters.get((day, programme.languages[0]))
        for language in programme.languages:
            other = programme.chapters.get((day, language))
            if other is None:
                yield Problem(f"day-{day:02}", f"it is not there in '{language}'.")
            elif first is not None:
                for what, is_equal in _alike(first, other):
                    if not is_equal:
                        yield _of(other, f"its {what} are not those of '{first.language}'.")


def _alike(one: Chapter, other: Chapter) -> Iterator[tuple[str, bool]]:
    yield "parts", [_shape(part) for part in one.parts] == [_shape(part) for part in other.parts]
    yield (
        "claims",
        {(claim.name, claim.grade, claim.sources) for claim in one.claims}
        == {(claim.name, claim.grade, claim.sources) for claim in other.claims},
    )
    yield (
        "sources",
        {(source.name, source.doi) for source in one.sources}
        == {(source.name, source.doi) for source in other.sources},
    )


def _shape(part: Prose | Living) -> tuple[str, bool, tuple[str, ...]]:
    """What has to be the same in every language: what lives where, and what is cited where."""
    if isinstance(part, Living):
        return part.name, False, ()
    return "", bool(part.heading), tuple(sorted(CITED.findall(part.markdown)))
