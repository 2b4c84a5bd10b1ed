"""What stands on a chapter's sheet, as plain values that the template takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, assert_never

from steadystep.chapters.blocks import Cite, Emphasis, Paragraph, Points, Quote, Strong, Text
from steadystep.chapters.chapter import Living
from steadystep.chapters.markdown import blocks_of
from steadystep.chapters.said import FROM_THE_RIGHT, day_and_minutes, grade_in_words, read_by
from steadystep.chapters.sourced import numbered, numbers_of
from steadystep.charts.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steadystep.chapters.blocks import Block, Inline
    from steadystep.chapters.chapter import Chapter, Part, Programme, Source
    from steadystep.chapters.said import Catalogue

# Steps that are taken every day of a week.
DAILY = frozenset({"choose-step", "todays-step"})
# A sign before a number, and a range. After a letter the line is a hyphen: "ב-8".
_NUMBER = r"\d+(?:[.,]\d+)*"
_SIGNED = re.compile(
    rf"(?<![\w.,])[+−-]{_NUMBER}%?|(?<![\d–−-]){_NUMBER}\s?[–−-]\s?{_NUMBER}%?(?![\d–−-])"
)
# The beginning of a line of words in an SVG.
_LINE = re.compile(r"<text\b[^>]*>")
# Unicode's "what follows runs left to right, and disturbs nothing around it", and its end.
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class Twin(NamedTuple):
    """What stands on paper in place of something that lives on a page.

    Attributes:
        words: What it says, a paragraph each.
        choices: What can be ticked.
        drawings: SVGs, side by side. Where a sheet has no room for them, the words do.
    """

    words: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    drawings: tuple[str, ...] = ()


def sheet_data(
    chapter: Chapter, programme: Programme, *, words: Catalogue, twins: Mapping[str, Twin]
) -> dict[str, Any]:
    """Write down everything that is printed of a chapter."""
    numbers = numbers_of(chapter)
    told: dict[str, Any] = in_place(
        {
            "kind": "sheet",
            "language": chapter.language,
            "from_the_right": chapter.language in FROM_THE_RIGHT,
            "programme": programme.titles.get(chapter.language, programme.name),
            "day": chapter.day,
            "title": chapter.title,
            "above": day_and_minutes(chapter, words),
            "parts": [_part(one, numbers, words, twins) for one in chapter.parts],
            "step": _step(chapter, words, twins),
            "tomorrow": [words.gettext("Tomorrow"), chapter.tomorrow],
            "claims_heading": words.gettext("Where this comes from"),
            "claims": _claims(chapter, words),
            "reviewed": words.gettext("Last looked at: {date}.").format(
                date=chapter.reviewed.isoformat()
            ),
            "read_by": read_by(chapter, words),
            "page": words.gettext("Page {page} of {pages}"),
        },
        chapter.language,
    )
    return told


def in_place(data: Any, language: str) -> Any:  # noqa: ANN401 - whatever a sheet holds
    """Keep signs and ranges from left to right where the language is not."""
    if language not in FROM_THE_RIGHT:
        return data
    match data:
        case str():
            return _SIGNED.sub(lambda found: f"{_LEFT_TO_RIGHT}{found[0]}{_END}", data)
        case list():
            return [in_place(one, language) for one in data]
        case dict():
            return {
                name: one if name in _AS_IT_IS else in_place(one, language)
                for name, one in data.items()
            }
        case _:
            return data


# Nobody reads these in a line of text from the right.
_AS_IT_IS = frozenset({"drawings", "source", "where", "reviewed"})


# The text ------------------------------------------------------------------------------------


def _part(
    part: Part, numbers: Mapping[str, int], words: Catalogue, twins: Mapping[str, Twin]
) -> dict[str, Any]:
    if isinstance(part, Living):
        return _living(part.name, twins.get(part.name, Twin()), words)
    blocks = [_block(one, numbers) for one in blocks_of(part.markdown)]
    return {"kind": "prose", "heading": part.heading, "blocks": blocks}


def _block(block: Block, numbers: Mapping[str, int]) -> dict[str, Any]:
    match block:
        case Paragraph(inside=inside):
            return {"kind": "paragraph", "inside": _inline(inside, numbers)}
        case Points(items=items, numbered=is_numbered):
            told = [_inline(one, numbers) for one in items]
            return {"kind": "points", "items": told, "numbered": is_numbered}
        case Quote(inside=inside):
            return {"kind": "quote", "inside": _inline(inside, numbers)}
        case _:
            assert_never(block)


def _inline(inside: Sequence[Inline], numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    # A number that leads nowhere is left out; `chapters check` speaks of it.
    shown = (one for one in inside if not isinstance(one, Cite) or one.claim in numbers)
    return [_run(one, numbers) for one in shown]


def _run(run: Inline, numbers: Mapping[str, int]) -> dict[str, Any]:
    match run:
        case Text(words=words):
            return {"kind": "text", "words": words}
        case Strong(inside=inside):
            return {"kind": "strong", "inside": _inline(inside, numbers)}
        case Emphasis(inside=inside):
            return {"kind": "emphasis", "inside": _inline(inside, numbers)}
        case Cite(claim=claim):
            return {"kind": "cite", "number": numbers[claim]}
        case _:
            assert_never(run)


# What lives on a page --------------------------------------------------------------------------


def _living(name: str, twin: Twin, words: Catalogue) -> dict[str, Any]:
    told = {
        "kind": name,
        "words": list(twin.words),
        "choices": list(twin.choices),
        "drawings": [_for_print(one) for one in twin.drawings],
    }
    if name == "rule-of-two":
        return {**told, "says": _rule(words)}
    if name == "own-picture":
        # Words about an example say nothing beside an empty picture.
        said = told["words"] if twin.drawings else []
        return {**told, "words": said, "says": _own_picture(words)}
    return told


def _rule(words: Catalogue) -> dict[str, str]:
    """The words of the small diagram. What they say is docs/people/rule.md in brief."""
    return {
        "step": words.gettext("A new step"),
        "first": words.gettext("One day later: how are you?"),
        "second": words.gettext("Two days later: how are you?"),
        "usual": words.gettext("Both as usual"),
        "then_stays": words.gettext("The step stays. Later, a little more may be offered."),
        "above": words.gettext("A flare, or two warnings"),
        "then_smaller": words.gettext("One step back, at once."),
    }


def _own_picture(words: Catalogue) -> dict[str, str]:
    """The words of the empty picture that can be filled in by hand."""
    return {
        "how": words.gettext("One column is one day. Put a dot where your pain was, 0 to 10."),
        "moved": words.gettext("On a day with movement, fill the square below."),
        "pain": words.gettext("Pain"),
        "did": words.gettext("Moved"),
        "alt": words.gettext("An empty picture of fourteen days, to fill in by hand."),
    }


# The end of the sheet --------------------------------------------------------------------------


def _step(chapter: Chapter, words: Catalogue, twins: Mapping[str, Twin]) -> dict[str, Any]:
    chosen = chapter.opens == "choose-step"
    # What stands in the text to be ticked is not there twice.
    above = {one.name for one in chapter.parts if isinstance(one, Living)}
    twin = twins.get(chapter.opens, Twin())
    choices = () if above & {chapter.opens, "four-kinds"} else twin.choices
    daily = words.gettext("A square for each day of the week, if you like.")
    return {
        "heading": words.gettext("Today's step"),
        "words": chapter.step,
        "choices": list(choices),
        "lines": [words.gettext("My movement"), words.gettext("When in the day")] if chosen else [],
        "week": daily if chapter.opens in DAILY else "",
    }


def _claims(chapter: Chapter, words: Catalogue) -> list[dict[str, Any]]:
    """The claims by their numbers. A source that two of them share is written out once."""
    known = {one.name: one for one in chapter.sources}
    first: dict[str, int] = {}
    told = []
    for number, claim in numbered(chapter):
        named = [name for name in claim.sources if name in known]
        for name in named:
            first.setdefault(name, number)
        told.append(
            {
                "number": number,
                "words": claim.text,
                "grade": grade_in_words(claim.grade, words),
                "doubt": claim.doubt,
                "sources": [_source(known[name]) for name in named if first[name] == number],
                "as_before": [
                    words.gettext("Source: see {number}.").format(number=first[name])
                    for name in named
                    if first[name] != number
                ],
            }
        )
    return told


def _source(source: Source) -> dict[str, str]:
    where = f"doi {source.doi}" if source.doi else source.place
    return {"source": source.cite, "where": where}


def _for_print(drawing: str) -> str:
    """A drawing on white paper. typst's reader of SVG takes a line's start for its left end."""
    return _LINE.sub(_anchored, drawing).replace(f'"{LIGHT.paper}"', '"#ffffff"')


def _anchored(found: re.Match[str]) -> str:
    line = found[0]
    if 'direction="rtl"' not in line or 'text-anchor="middle"' in line:
        return line
    if 'text-anchor="end"' in line:
        return line.replace('text-anchor="end"', 'text-anchor="start"')
    return line.replace('direction="rtl"', 'direction="rtl" text-anchor="end"')
