"""What the claims of a chapter have to hold: a source, where it was seen, and what speaks against.

A claim is as sure as where it was seen. What was seen in one copy alone may be cited, as long as
nobody is told that it is known well: a copy can be wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from steadystep.chapters.chapter import Chapter, Claim, Grade, Programme, Prose, Seen, Source
from steadystep.chapters.markdown import CITED
from steadystep.chapters.problem import Problem, of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Claims are looked at again after a year: a choice, the rhythm of a living guideline's editors.
REVIEW_AFTER = timedelta(days=365)
DOI = re.compile(r"10\.\d{4,9}/\S+")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SCHEME = re.compile(r"\w+://|doi:|doi\.org", re.IGNORECASE)
# These say that something is known well, or is simply so; one copy cannot carry that.
NEEDS_MORE_THAN_A_COPY = (Grade.HIGH, Grade.MODERATE, Grade.STATED)
NEEDS_NO_DOUBT = (Grade.STATED, Grade.CHOICE)


def rules_of_claims(chapter: Chapter, today: date | None) -> Iterator[Problem]:
    """What is off in the claims of one chapter, and in what they stand on."""
    known = {one.name: one for one in chapter.sources}
    yield from _names(chapter)
    yield from _cited(chapter)
    for claim in chapter.claims:
        yield from _claim(chapter, claim, known)
    used = {name for one in chapter.claims for name in one.sources}
    for source in chapter.sources:
        yield from _source(chapter, source)
        if source.name not in used:
            what = f"the source '{source.name}' carries no claim. Cite it, or leave it out."
            yield of(chapter, what, source.line)
    if today is not None:
        yield from _review(chapter, today)


def one_source_is_one(programme: Programme) -> Iterator[Problem]:
    """The same name is the same source, in every chapter and language."""
    first: dict[str, tuple[Chapter, Source]] = {}
    for _, chapter in sorted(programme.chapters.items()):
        for source in chapter.sources:
            where, other = first.setdefault(source.name, (chapter, source))
            different = [
                name for name in ("cite", "doi", "place", "seen") if _differ(name, source, other)
            ]
            if different:
                told = " and ".join(different)
                what = f"the source '{source.name}' has another {told} in {where.file}."
                yield of(chapter, what, source.line)


def _names(chapter: Chapter) -> Iterator[Problem]:
    for kind, named in (("claim", chapter.claims), ("source", chapter.sources)):
        times = Counter(one.name for one in named)
        for one in named:
            if times[one.name] > 1:
                yield of(chapter, f"the {kind} '{one.name}' is there twice.", one.line)
            if not NAME.fullmatch(one.name):
                what = f"a {kind}'s name is small letters, digits and hyphens: not '{one.name}'."
                yield of(chapter, what, one.line)


def _cited(chapter: Chapter) -> Iterator[Problem]:
    claims, cited = {one.name: one for one in chapter.claims}, set[str]()
    for part in (one for one in chapter.parts if isinstance(one, Prose)):
        for found in CITED.finditer(part.markdown):
            cited.add(found[1])
            if found[1] not in claims:
                line = part.line + part.markdown.count("\n", 0, found.start())
                what = f"the text cites [^{found[1]}], and no claim has that name."
                yield of(chapter, what, line)
    for name, claim in claims.items():
        if name not in cited:
            what = f"the claim '{name}' is not in the text. Put [^{name}] where it is said."
            yield of(chapter, what, claim.line)


def _claim(chapter: Chapter, claim: Claim, known: Mapping[str, Source]) -> Iterator[Problem]:
    called = f"the claim '{claim.name}'"
    if not claim.text.strip():
        yield of(chapter, f"{called} has no words.", claim.line)
    if not claim.sources and claim.grade != Grade.CHOICE:
        yield of(chapter, f"{called} has no source. Name one, or more.", claim.line)
    for name in claim.sources:
        if name not in known:
            what = f"{called} names the source '{name}', and there is none of that name."
            yield of(chapter, what, claim.line)
    if not claim.doubt.strip() and claim.grade not in NEEDS_NO_DOUBT:
        what = f"{called} has no doubt. Say what speaks against leaning on it."
        yield of(chapter, what, claim.line)
    seen = {known[name].seen for name in claim.sources if name in known}
    if seen == {Seen.COPY} and claim.grade in NEEDS_MORE_THAN_A_COPY:
        what = f"{called} is '{claim.grade}', and was seen in one copy alone. Find a second one"
        yield of(chapter, f"{what}, or call it '{Grade.UNGRADED}' or '{Grade.LOW}'.", claim.line)


def _source(chapter: Chapter, source: Source) -> Iterator[Problem]:
    called = f"the source '{source.name}'"
    if not source.cite.strip():
        yield of(chapter, f"{called} has no 'cite'. Say who wrote what, and when.", source.line)
    if not (source.doi or source.place):
        yield of(chapter, f"{called} has no 'doi' and no 'place'. Add one.", source.line)
    if source.doi and not DOI.fullmatch(source.doi):
        what = f"'{source.doi}' is no DOI. It begins with 10. and a number, without an address."
        yield of(chapter, what, source.line)
    if SCHEME.search(source.place):
        what = f"{called} has a place such as nice.org.uk/guidance, without https:// before it."
        yield of(chapter, what, source.line)
    if source.seen == Seen.NOWHERE:
        what = f"{called} was seen nowhere. Look it up before you publish it."
        yield of(chapter, what, source.line)


def _review(chapter: Chapter, today: date) -> Iterator[Problem]:
    line = chapter.lines.get("reviewed")
    if chapter.reviewed > today:
        yield of(chapter, f"it was reviewed on {chapter.reviewed}, which is yet to come.", line)
    elif today - chapter.reviewed > REVIEW_AFTER:
        what = f"its claims were last looked at on {chapter.reviewed}. It is time again."
        yield of(chapter, what, line, is_hint=True)


def _differ(name: str, one: Source, other: Source) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
