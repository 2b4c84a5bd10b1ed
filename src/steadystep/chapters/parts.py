"""The text of a chapter in its order: stretches of Markdown, and places where something lives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steadystep.chapters.chapter import Living, Part, Prose
from steadystep.chapters.front import Off
from steadystep.chapters.markdown import NotOurs, blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADING = "## "
LIVING = re.compile(r"::\s*([a-z][a-z0-9-]*)\s*")
BEGINS_LIVING = "::"
# A heading is plain words: it also stands in lists, where nothing can be cited or stressed.
NOT_PLAIN = re.compile(r"[*_`<\[]")


def parts_of(body: str, *, first: int = 1) -> tuple[tuple[Part, ...], tuple[Off, ...]]:
    """Split a text at its headings, and at the places where something lives.

    Args:
        body: What stands below the front matter.
        first: The line of the file on which it begins.

    Returns:
        Its parts, and what has no place in a chapter.
    """
    offs: list[Off] = []
    parts = tuple(_parts(body.split("\n"), first, offs))
    for part in parts:
        if isinstance(part, Prose):
            offs += _not_ours(part)
    return parts, tuple(offs)


def _parts(lines: list[str], first: int, offs: list[Off]) -> Iterator[Part]:
    heading, begins, told = "", first, list[str]()
    for number, line in enumerate(lines, start=first):
        is_heading, is_living = line.startswith(HEADING), line.startswith(BEGINS_LIVING)
        if not (is_heading or is_living):
            told.append(line)
            continue
        yield from _prose(heading, told, begins)
        heading, begins, told = "", number + 1, []
        if is_heading:
            heading = line.removeprefix(HEADING).strip()
            continue
        living = LIVING.fullmatch(line)
        if living:
            yield Living(living[1], number)
        else:
            offs.append(
                Off("after :: comes one name in small letters, as in :: own-picture", number)
            )
    yield from _prose(heading, told, begins)


def _prose(heading: str, lines: list[str], begins: int) -> Iterator[Prose]:
    """What was gathered, without the empty lines around it."""
    text = "\n".join(lines)
    if heading or text.strip():
        empty = len(text) - len(text.lstrip("\n"))
        yield Prose(heading, text.strip("\n"), begins + empty)


def _not_ours(part: Prose) -> Iterator[Off]:
    if NOT_PLAIN.search(part.heading):
        yield Off(f"the heading '{part.heading}' has marks in it. Plain words alone.", part.line)
    try:
        blocks_of(part.markdown)
    except NotOurs as problem:
        yield Off(f"{problem.what}", part.line + problem.line - 1)
