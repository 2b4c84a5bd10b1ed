"""A chapter as calm text of a terminal: what is read, what lives told in words, the step."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from rich.text import Text as Line

from steadystep.chapters import Living, blocks_of, numbered, numbers_of
from steadystep.chapters.blocks import Cite, Emphasis, Points, Quote, Strong, Text
from steadystep.chapters.said import day_and_minutes, grade_in_words, read_by
from steadystep.explain.pictures import from_the_right

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rich.console import Console

    from steadystep.chapters import Chapter
    from steadystep.chapters.blocks import Block, Inline
    from steadystep.explain import Translations

# A line that tired eyes can follow: a choice.
WIDTH = 72
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Sheet:
    """A place to write on, from the side on which the language begins."""

    def __init__(self, console: Console, words: Translations) -> None:
        """Take a console, and the catalogue of the text's language."""
        self.console, self.words = console, words
        self._side = "right" if from_the_right(words) else "default"

    def line(self, line: Line | str, *, style: str = "", indent: int = 0) -> None:
        """Write a paragraph; its lines are set in by as many columns."""
        told = Line(line, style=style) if isinstance(line, str) else line
        room = self.console.width - indent
        for one in told.wrap(self.console, room, justify="default"):
            one.rstrip()
            if self._side == "right":
                one.pad_left(room - one.cell_len)
            else:
                one.pad_left(indent)
            self.console.print(one, soft_wrap=True)

    def gap(self) -> None:
        """Leave a line free."""
        self.console.print()


def console() -> Console:
    """A console of a calm width, writing to where the program writes."""
    import sys

    from rich.console import Console

    at_most = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    return Console(
        file=sys.stdout,
        width=min(WIDTH, at_most.width),
        highlight=False,
        markup=False,
        emoji=False,
    )


def write(
    sheet: Sheet, chapter: Chapter, lives: Callable[[str], Sequence[str]], *, begin: int = 0
) -> None:
    """Write a chapter, from a part on.

    Args:
        sheet: Where it is written.
        chapter: The chapter.
        lives: Tells in words what lives under a name.
        begin: The part to begin with, from 0.
    """
    sheet.line(day_and_minutes(chapter, sheet.words), style="dim")
    sheet.line(chapter.title, style="bold")
    numbers = numbers_of(chapter)
    for part in chapter.parts[begin:]:
        if isinstance(part, Living):
            told = lives(part.name)
            if told:
                sheet.gap()
            for one in told:
                sheet.line(one, indent=2)
            continue
        if part.heading:
            sheet.gap()
            sheet.line(part.heading, style="bold")
        for block in blocks_of(part.markdown):
            sheet.gap()
            _block(sheet, block, numbers)


def _block(sheet: Sheet, block: Block, numbers: Mapping[str, int]) -> None:
    if isinstance(block, Points):
        for number, item in enumerate(block.items, start=1):
            mark = f"{number}. " if block.numbered else "· "
            sheet.line(Line(mark).append_text(_inline(item, numbers)), indent=2)
    else:
        inside = _inline(block.inside, numbers)
        sheet.line(inside, indent=4 if isinstance(block, Quote) else 0)


def _inline(inside: Sequence[Inline], numbers: Mapping[str, int], style: str = "") -> Line:
    told = Line()
    for one in inside:
        match one:
            case Text(words=words):
                told.append(words, style or None)
            case Strong(inside=more):
                told.append_text(_inline(more, numbers, "bold"))
            case Emphasis(inside=more):
                told.append_text(_inline(more, numbers, "italic"))
            case Cite(claim=claim):
                told.append(str(numbers.get(claim, "")).translate(_RAISED))
            case _:
                assert_never(one)
    return told


def write_step(sheet: Sheet, chapter: Chapter, ways: Sequence[str]) -> None:
    """Write the step, what can be typed to take it, and a word about tomorrow."""
    words = sheet.words
    sheet.gap()
    sheet.line(words.gettext("Today's step"), style="bold")
    sheet.line(chapter.step)
    for way in ways:
        sheet.console.print(f"  {way}", soft_wrap=True)
    sheet.gap()
    sheet.line(words.gettext("Tomorrow"), style="bold")
    sheet.line(chapter.tomorrow)


def write_sources(sheet: Sheet, chapter: Chapter) -> None:
    """Write what the chapter says to be so, how well it is known, and where it comes from."""
    words, known = sheet.words, {one.name: one for one in chapter.sources}
    sheet.line(words.gettext("Where this comes from"), style="bold")
    for number, claim in numbered(chapter):
        sheet.gap()
        grade = grade_in_words(claim.grade, words)
        sheet.line(" ".join(filter(None, (f"{number}. {claim.text}", grade, claim.doubt))))
        for one in (known[name] for name in claim.sources if name in known):
            where = f"doi {one.doi}" if one.doi else one.place
            sheet.line(" ".join(filter(None, (one.cite, where))), style="dim", indent=3)
    sheet.gap()
    for line in below(chapter, words):
        sheet.line(line, style="dim")


def below(chapter: Chapter, words: Translations) -> Iterator[str]:
    """When it was looked at last, and by which native reader."""
    reviewed = words.gettext("Last looked at: {date}.")
    yield reviewed.format(date=chapter.reviewed.isoformat())
    yield read_by(chapter, words)
