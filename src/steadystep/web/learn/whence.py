"""Where a claim comes from, as a reader is told: how well it is known, the doubt, the sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from steadystep.chapters import Seen, numbered
from steadystep.chapters.said import grade_in_words
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.chapters import Chapter, Claim, Source

# The two shelves of the American national library of medicine, by the number of the paper.
SHELVES = {
    re.compile(r"PMID (\d+)"): "https://pubmed.ncbi.nlm.nih.gov/{}/",
    re.compile(r"(PMC\d+)"): "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
}
# A place on the net as an editor writes it: nice.org.uk/guidance/ng193
ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./-]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Paper:
    """A source as it is shown.

    Attributes:
        cite: Authors, year, and what it is.
        address: Where it can be opened, by whoever taps it; nothing where it is on paper alone.
        name: What the link is called: its DOI, or its place.
        seen: Where we saw what it says.
    """

    cite: str
    address: str
    name: str
    seen: str


@dataclass(frozen=True, slots=True)
class Whence:
    """A claim, and where it comes from.

    Attributes:
        number: Its number in the chapter; 0 where it stands by itself.
        text: The claim.
        grade: How well it is known, in plain words.
        doubt: What speaks against leaning on it.
        papers: Its sources.
        also: Further days on which it is said.
    """

    number: int
    text: str
    grade: str
    doubt: str
    papers: tuple[Paper, ...]
    also: tuple[int, ...] = ()


def whence_of(chapter: Chapter) -> tuple[Whence, ...]:
    """All claims of a chapter, in the order of their numbers."""
    return tuple(whence(one, chapter.sources, number) for number, one in numbered(chapter))


def whence(claim: Claim, sources: Iterable[Source], number: int = 0) -> Whence:
    """One claim with its sources."""
    papers = tuple(_paper(one) for one in sources if one.name in claim.sources)
    return Whence(
        number, claim.text, grade_in_words(claim.grade, rule_words()), claim.doubt, papers
    )


def _paper(source: Source) -> Paper:
    name = f"doi {source.doi}" if source.doi else source.place
    return Paper(source.cite, _address(source), name, _seen(source.seen))


def _address(source: Source) -> str:
    """Where a source can be opened; nothing for a place that is no address."""
    if source.doi:
        return f"https://doi.org/{source.doi}"
    for name, shelf in SHELVES.items():
        if number := name.fullmatch(source.place):
            return shelf.format(number[1])
    return f"https://{source.place}" if ADDRESS.fullmatch(source.place) else ""


def _seen(seen: Seen) -> str:
    return {
        Seen.PAPER: _("We read the paper."),
        Seen.ABSTRACT: _("We read its summary."),
        Seen.OWNER: _("We read it at its own home."),
        Seen.COPIES: _("We read copies of it that agree."),
        Seen.COPY: _("We read one copy of it."),
        Seen.NOWHERE: _("We have not read it."),
    }[seen]
