"""A chapter's text as the page shows it. Every word of it is escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from steadystep.chapters import Living, blocks_of, numbers_of
from steadystep.chapters.blocks import Cite, Emphasis, Paragraph, Points, Quote, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from steadystep.chapters import Chapter
    from steadystep.chapters.blocks import Block, Inline

NOTHING = SafeString()


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a chapter under one heading.

    Attributes:
        part: Its place among the chapter's parts: what "go on at" remembers.
        heading: Its heading; nothing before the first.
        pieces: What is read there, and what lives there, in order.
    """

    part: int
    heading: str
    pieces: tuple[SafeString, ...]


def sections_of(chapter: Chapter, alive: Callable[[str], SafeString]) -> tuple[Section, ...]:
    """Write a chapter out, section by section.

    Args:
        chapter: The chapter.
        alive: Makes what lives under a name, such as the reader's own picture.
    """
    numbers, sections, cited = numbers_of(chapter), list[Section](), set[str]()
    for place, part in enumerate(chapter.parts):
        if isinstance(part, Living):
            before = sections.pop() if sections else Section(place, "", ())
            piece = alive(part.name)
            sections.append(Section(before.part, before.heading, (*before.pieces, piece)))
            continue
        piece = prose(blocks_of(part.markdown), numbers, cited)
        if sections and not part.heading:
            before = sections.pop()
            sections.append(Section(before.part, before.heading, (*before.pieces, piece)))
        else:
            sections.append(Section(place, part.heading, (piece,)))
    return tuple(sections)


def prose(blocks: Iterable[Block], numbers: Mapping[str, int], cited: set[str]) -> SafeString:
    """Write blocks out.

    Args:
        blocks: The blocks.
        numbers: The number of each claim.
        cited: What was cited before, to which the first place's mark belongs; it grows.
    """
    page = _Page(numbers, cited)
    inside = format_html_join("\n", "{}", ((page.block(one),) for one in blocks))
    return format_html('<div class="prose">{}</div>', inside) if inside else NOTHING


@dataclass(frozen=True, slots=True)
class _Page:
    numbers: Mapping[str, int]
    cited: set[str]

    def block(self, block: Block) -> SafeString:
        match block:
            case Paragraph(inside):
                return format_html("<p>{}</p>", self.inline(inside))
            case Quote(inside):
                return format_html("<blockquote><p>{}</p></blockquote>", self.inline(inside))
            case Points(items, numbered):
                tag = mark_safe("ol" if numbered else "ul")  # noqa: S308 - a word of ours
                rows = format_html_join("", "<li>{}</li>", ((self.inline(one),) for one in items))
                return format_html("<{}>{}</{}>", tag, rows, tag)

    def inline(self, inside: Iterable[Inline]) -> SafeString:
        return format_html_join("", "{}", ((self.one(part),) for part in inside))

    def one(self, part: Inline) -> SafeString | str:
        match part:
            case Text(words):
                return words
            case Strong(inside):
                return format_html("<strong>{}</strong>", self.inline(inside))
            case Emphasis(inside):
                return format_html("<em>{}</em>", self.inline(inside))
            case Cite(claim):
                return self.cite(claim)

    def cite(self, claim: str) -> SafeString:
        """A small number that leads to where this comes from; nothing for a claim nobody made."""
        number = self.numbers.get(claim)
        if number is None:
            return NOTHING
        mark = NOTHING if claim in self.cited else format_html(' id="cited-{}"', number)
        self.cited.add(claim)
        return format_html(
            '<sup class="cite"><a href="#claim-{}"{} aria-label="{}">{}</a></sup>',
            number,
            mark,
            _("Where this comes from: %(number)s") % {"number": number},
            number,
        )
