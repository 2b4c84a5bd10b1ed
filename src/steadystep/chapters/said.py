"""What the marks of a chapter are called in the reader's language: grades, and where one is read.

The catalogue comes in by the door; nothing is opened here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from steadystep.chapters.chapter import Grade

if TYPE_CHECKING:
    from steadystep.chapters.chapter import Chapter


# Languages that are written from the right, by their code.
FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ur", "yi"})


class Catalogue(Protocol):
    """What is asked of a catalogue of words, in the shape of the standard library's own."""

    def gettext(self, message: str, /) -> str:
        """Give one sentence in the reader's language."""
        ...

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Give the form of a sentence that goes with this many."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """Give a word as it reads in one place."""
        ...


def grade_in_words(grade: Grade, words: Catalogue) -> str:
    """How well a claim is known, in plain words."""
    return {
        Grade.HIGH: words.gettext("Known well."),
        Grade.MODERATE: words.gettext("Known fairly well."),
        Grade.LOW: words.gettext("Known a little."),
        Grade.VERY_LOW: words.gettext("Hardly known yet."),
        Grade.UNGRADED: words.gettext("Seen in studies. Nobody has graded it."),
        Grade.STATED: words.gettext("A fact, as its source states it."),
        Grade.CHOICE: words.gettext("A choice of ours."),
    }[grade]


def day_and_minutes(chapter: Chapter, words: Catalogue) -> str:
    """Which day it is, and how long it takes: "Day 13 · 3 min"."""
    line = words.gettext("Day {day} · {minutes} min")
    return line.format(day=chapter.day, minutes=chapter.minutes)


def read_by(chapter: Chapter, words: Catalogue) -> str:
    """Whether a native reader has read it."""
    if not chapter.read_by:
        return words.gettext("No native reader has checked these words yet.")
    return words.gettext("Read by {name}.").format(name=chapter.read_by)
