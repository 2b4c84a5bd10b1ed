"""All that a programme says to be so, each claim once, and all that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.chapters.markdown import CITED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.chapters.chapter import Chapter, Claim, Programme, Source


@dataclass(frozen=True, slots=True)
class Sourced:
    """A claim with what it stands on.

    Attributes:
        claim: The claim, in the language that was asked for.
        sources: Its sources, in its own order.
        days: The days on which it is said.
    """

    claim: Claim
    sources: tuple[Source, ...]
    days: tuple[int, ...]


def numbers_of(chapter: Chapter) -> dict[str, int]:
    """The number of each claim by its name, in the order in which the text first leans on them.

    A page, a terminal and a sheet of paper write the same number behind the same sentence.
    """
    told = {claim.name for claim in chapter.claims}
    cited = [name for name in CITED.findall(chapter.text) if name in told]
    names = dict.fromkeys([*cited, *(claim.name for claim in chapter.claims)])
    return {name: number for number, name in enumerate(names, start=1)}


def numbered(chapter: Chapter) -> tuple[tuple[int, Claim], ...]:
    """The claims of a chapter with their numbers, in that order."""
    numbers = numbers_of(chapter)
    in_order = sorted(chapter.claims, key=lambda one: numbers[one.name])
    return tuple((numbers[one.name], one) for one in in_order)


def claims(programme: Programme, language: str) -> tuple[Sourced, ...]:
    """All claims of a programme, in the order of the days; one that is said twice stands once.

    Args:
        programme: The programme.
        language: Such as "en"; what is not there in it comes in the programme's first.
    """
    found: dict[tuple[object, ...], Sourced] = {}
    for chapter in _chapters(programme, language):
        known = {one.name: one for one in chapter.sources}
        for claim in chapter.claims:
            same = (claim.text, claim.grade, claim.doubt, claim.sources)
            named = tuple(known[name] for name in claim.sources if name in known)
            first = found.get(same, Sourced(claim, named, ()))
            days = tuple(dict.fromkeys((*first.days, chapter.day)))
            found[same] = Sourced(first.claim, first.sources, days)
    return tuple(found.values())


def sources(programme: Programme, language: str) -> tuple[tuple[Source, tuple[int, ...]], ...]:
    """All sources of a programme, each once by its name, and the days that lean on it."""
    found: dict[str, tuple[Source, tuple[int, ...]]] = {}
    for chapter in _chapters(programme, language):
        for source in chapter.sources:
            first, days = found.get(source.name, (source, ()))
            found[source.name] = (first, tuple(dict.fromkeys((*days, chapter.day))))
    return tuple(sorted(found.values(), key=lambda one: one[0].cite.casefold()))


def _chapters(programme: Programme, language: str) -> Iterator[Chapter]:
    for day in programme.written:
        chapter = programme.chapter(day, language)
        if chapter is not None:
            yield chapter
