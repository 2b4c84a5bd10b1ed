"""The little of SVG that is needed here: numbers, elements, text that fits."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import Literal

from steadystep.charts.theme import paint

Side = Literal["left", "middle", "right"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Widths in ems, a little generous, since the reader's own font is not known here.
_NARROW, _SPACE, _MIDDLE, _BROAD, _FULL = 0.33, 0.31, 0.57, 0.7, 1.0
_NARROW_LETTERS = frozenset("fijlrtI.,:;'!|()[]/-\u2013")
_BROAD_LETTERS = frozenset("mwMW@%\u2014")


def num(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def safe(words: str) -> str:
    """Escape what a person or a translator wrote; letters XML cannot carry are dropped."""
    return escape(_NOT_XML.sub("", words), quote=True)


def element(name: str, *children: str, **attributes: str | float) -> str:
    """Write one element. Children are markup already; attributes are escaped here."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def _attribute(value: str | float) -> str:
    return safe(value) if isinstance(value, str) else num(value)


def path(d: str, *, fill: str = "none", stroke: str = "none", **attributes: str | float) -> str:
    """Draw a path; a path that goes nowhere draws nothing at all."""
    return element("path", d=d, **paint(fill=fill, stroke=stroke), **attributes) if d else ""


def text(
    words: str,
    *,
    x: float,
    y: float,
    size: float,
    side: Side = "left",
    fill: str = "ink",
    rtl: bool = False,
    weight: int = 400,
    halo: float = 0,
) -> str:
    """Write one line; `side` is where on the line x lies, whichever way the words run."""
    # text-anchor "start" is the right-hand end of a right-to-left line.
    anchors = {"left": "end" if rtl else "start", "middle": "middle"}
    anchors["right"] = "start" if rtl else "end"
    extra: dict[str, str | float] = {}
    if rtl:
        extra["direction"] = "rtl"
    if anchors[side] != "start":
        extra["text_anchor"] = anchors[side]
    if weight != 400:  # noqa: PLR2004 -- the weight a font has when nobody asks
        extra["font_weight"] = weight
    if halo:
        extra |= {"stroke_width": halo, "paint_order": "stroke", "stroke_linejoin": "round"}
    colours = paint(fill=fill, stroke="paper" if halo else "none")
    return element("text", safe(words), x=x, y=y, font_size=size, **colours, **extra)


def width_of(words: str, size: float) -> float:
    """Guess how wide a line will be."""
    return size * sum(_letter_width(letter) for letter in words)


def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _FULL
    if letter.isspace():
        return _SPACE
    if letter in _NARROW_LETTERS:
        return _NARROW
    return _BROAD if letter.isupper() or letter in _BROAD_LETTERS else _MIDDLE


def lines(words: str, *, size: float, width: float) -> list[str]:
    """Break a sentence into lines that fit; a word longer than a line is cut."""
    broken: list[str] = []
    line = ""
    for word in _short_enough(words.split(), size, width):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > width:
            broken.append(line)
            line = word
        else:
            line = longer
    return [*broken, line] if line else broken


def _short_enough(words: list[str], size: float, width: float) -> list[str]:
    pieces: list[str] = []
    for word in words:
        piece = ""
        for letter in word:
            if piece and width_of(piece + letter, size) > width:
                pieces.append(piece)
                piece = ""
            piece += letter
        pieces.append(piece)
    return pieces
