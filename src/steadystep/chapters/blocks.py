"""The text of a chapter as a small tree, which a page, a terminal and a sheet of paper write out.

There are paragraphs, lists and quotations; in them plain words, strong and emphasised ones, and the
places where a claim is cited. Nothing else: no raw HTML, no picture, no link.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    words: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry weight."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words said with a lean."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Cite:
    """Here a claim is made: its name."""

    claim: str


Inline = Text | Strong | Emphasis | Cite


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list; numbered where the order matters."""

    items: tuple[tuple[Inline, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody says, such as a thought that many know."""

    inside: tuple[Inline, ...]


Block = Paragraph | Points | Quote
