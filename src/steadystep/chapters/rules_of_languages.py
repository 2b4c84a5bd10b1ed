"""Every language says the same: the same parts, the same claims, the same numbers in them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

from steadystep.chapters.chapter import Chapter, Living, Part, Programme
from steadystep.chapters.markdown import CITED
from steadystep.chapters.problem import Problem, of

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def rules_of_languages(programme: Programme) -> Iterator[Problem]:
    """What is not there in every language, or not the same."""
    for day in programme.written:
        there = {one: programme.chapters.get((day, one)) for one in programme.languages}
        first = next((one for one in there.values() if one is not None), None)
        for language, chapter in there.items():
            if chapter is None:
                yield Problem(f"day-{day:02}", f"there is no {language}.md in its folder.")
            elif first is not None and chapter is not first:
                yield from _parts(first, chapter)
                yield from _claims(first, chapter)
                yield from _rest(first, chapter)
    for day, language in sorted(programme.chapters):
        if language not in programme.languages:
            chapter = programme.chapters[day, language]
            what = f"'{language}' is none of the plan's languages. Add it there, or take this out."
            yield of(chapter, what)


def _parts(first: Chapter, other: Chapter) -> Iterator[Problem]:
    """The first part that is another; those after it would be compared with the wrong ones."""
    pairs = zip_longest(first.parts, other.parts)
    for number, (one, two) in enumerate(pairs, start=1):
        if _called(one) != _called(two):
            there, here = _called(one), _called(two)
            what = f"part {number} is {here}, and in {first.file} it is {there}."
            yield of(other, what, two.line if two is not None else None)
            return
        if _cites(one) != _cites(two):
            told = ", ".join(sorted(set((_cites(one) - _cites(two)) + (_cites(two) - _cites(one)))))
            what = f"part {number} does not cite what it does in {first.file}: {told}."
            yield of(other, what, two.line if two is not None else None)


def _claims(first: Chapter, other: Chapter) -> Iterator[Problem]:
    theirs, ours = ({one.name: one for one in each.claims} for each in (first, other))
    for name in theirs.keys() - ours.keys():
        yield of(other, f"the claim '{name}' of {first.file} is not here.")
    for name, claim in ours.items():
        if name not in theirs:
            yield of(other, f"the claim '{name}' is not in {first.file}.", claim.line)
            continue
        same = theirs[name]
        if claim.grade != same.grade:
            what = f"the claim '{name}' is '{claim.grade}', and in {first.file} '{same.grade}'."
            yield of(other, what, claim.line)
        if set(claim.sources) != set(same.sources):
            what = f"the claim '{name}' does not name the sources that it names in {first.file}."
            yield of(other, what, claim.line)
        if numbers(claim.text) != numbers(same.text):
            what = f"the claim '{name}' has other numbers than in {first.file}."
            yield of(other, what, claim.line)
        if bool(claim.doubt) != bool(same.doubt):
            yield of(other, f"the doubt of '{name}' is in one language alone.", claim.line)


def _rest(first: Chapter, other: Chapter) -> Iterator[Problem]:
    if first.opens != other.opens:
        what = f"its step opens '{other.opens}', and in {first.file} '{first.opens}'."
        yield of(other, what, other.lines.get("opens"))
    if {one.name for one in first.sources} != {one.name for one in other.sources}:
        yield of(other, f"its sources are not those of {first.file}.")


def numbers(text: str) -> Counter[str]:
    """The numbers of a text that are written in digits, in whatever order a language has them."""
    return Counter(one.replace(",", ".") for one in NUMBER.findall(text))


def _called(part: Part | None) -> str:
    if part is None:
        return "not there"
    if isinstance(part, Living):
        return f":: {part.name}"
    return "a text under a heading" if part.heading else "a text without a heading"


def _cites(part: Part | None) -> Counter[str]:
    return (
        Counter()
        if part is None or isinstance(part, Living)
        else Counter(CITED.findall(part.markdown))
    )
