"""The Markdown of a chapter, read into the small tree of `blocks`. What has no place is refused.

It is CommonMark, read by markdown-it-py, and most of CommonMark has no place here: a chapter has
paragraphs, lists and quotations.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from steadystep.chapters.blocks import (
    Block,
    Cite,
    Emphasis,
    Inline,
    Paragraph,
    Points,
    Quote,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

# How a claim is cited: `[^name]`.
CITED = re.compile(r"\[\^([^\]\s]+)\]")
# A footnote's own text, which stands in the front matter here.
FOOTNOTE = re.compile(r"^\[\^[^\]\s]+\]:")
# Chapters are few, and each is asked for at every look at its page.
KEPT = 512

_REFUSED = {
    "heading": "a heading of another kind. Headings begin with ## and a space.",
    "hr": "a line across the page. Leave it out.",
    "fence": "a block of code. Write it as plain words.",
    "code_block": "a line set in by four spaces, which means code. Begin it at the margin.",
    "code_inline": "code between `…`. Write it as plain words.",
    "footnote": "a footnote's text. It stands in the front matter, under [[claims]].",
    "html_block": "raw HTML. Write it as plain words.",
    "html_inline": "raw HTML. Write it as plain words.",
    "image": "a picture. A chapter has words alone.",
    "link": "a link. Name the source in the front matter, and cite it with [^name].",
    "table": "a table. Write it as a list, or as sentences.",
    "bullet_list": "a list inside something else. Keep lists to one level.",
    "ordered_list": "a list inside something else. Keep lists to one level.",
    "blockquote": "a quotation inside something else. Let it stand by itself.",
}
_UNKNOWN = "something that a chapter has no place for. Write it as plain words."


class NotOurs(Exception):
    """A text holds something that a chapter has no place for.

    Attributes:
        line: The line of the text, from 1.
        what: What is there, and what to do.
    """

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line = line
        self.what = what


@lru_cache(maxsize=KEPT)
def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Read a stretch of Markdown.

    Raises:
        NotOurs: It holds something else than paragraphs, lists and quotations.
    """
    # A morning in the terminal opens no text, and waits for no reader of texts.
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - as said

    root = SyntaxTreeNode(_reader().parse(markdown))
    return tuple(_block(node) for node in root.children)


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - the same

    # A table is read so that it can be refused by its name; without references, `[^name]` stays.
    return MarkdownIt("commonmark").enable("table").disable("reference")


def _block(node: SyntaxTreeNode) -> Block:
    line = _line(node)
    match node.type:
        case "paragraph":
            return Paragraph(_words(node))
        case "blockquote":
            return Quote(_one_paragraph(node, "a quotation of several paragraphs. Make it one."))
        case "bullet_list" | "ordered_list":
            many = "a point of several paragraphs. Make it one, or make two points."
            items = tuple(_one_paragraph(item, many) for item in node.children)
            return Points(items, numbered=node.type == "ordered_list")
        case other:
            raise _refused(other, line)


def _one_paragraph(node: SyntaxTreeNode, many: str) -> tuple[Inline, ...]:
    """What stands in a quotation or a point."""
    for child in node.children:
        if child.type != "paragraph":
            raise _refused(child.type, _line(child))
    if not node.children:
        raise NotOurs(_line(node), "a point or a quotation is empty. Fill it, or leave it out.")
    if len(node.children) > 1:
        raise NotOurs(_line(node), f"there is {many}")
    return _words(node.children[0])


def _words(paragraph: SyntaxTreeNode) -> tuple[Inline, ...]:
    line, inline = _line(paragraph), paragraph.children[0]
    if FOOTNOTE.match(inline.content):
        raise NotOurs(line, f"there is {_REFUSED['footnote']}")
    return _inside(inline.children, line)


def _inside(nodes: Sequence[SyntaxTreeNode], line: int) -> tuple[Inline, ...]:
    """Words, strong and emphasised ones, and the places where a claim is cited."""
    found: list[Inline] = []
    for node in nodes:
        match node.type:
            case "text":
                found += _text(node.content)
            case "softbreak" | "hardbreak":
                found.append(Text(" "))
                line += 1
            case "strong":
                found.append(Strong(_inside(node.children, line)))
            case "em":
                found.append(Emphasis(_inside(node.children, line)))
            case other:
                raise _refused(other, line)
    return tuple(_joined(found))


def _text(words: str) -> Iterator[Inline]:
    # Split at what is cited: plain words and names take turns.
    for number, piece in enumerate(CITED.split(words)):
        if number % 2:
            yield Cite(piece)
        elif piece:
            yield Text(piece)


def _joined(found: list[Inline]) -> Iterator[Inline]:
    """Plain words side by side become one."""
    words = ""
    for one in found:
        if isinstance(one, Text):
            words += one.words
            continue
        if words:
            yield Text(words)
        words = ""
        yield one
    if words:
        yield Text(words)


def _refused(kind: str, line: int) -> NotOurs:
    return NotOurs(line, f"there is {_REFUSED.get(kind, _UNKNOWN)}")


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1
