"""The three scales of the check-in, 0 to 10. Each number has a word, and high is always worse."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

# Where the word of a scale changes: 0, then 1 to 3, 4 to 6, 7 to 9, and 10. A choice; the cuts
# near 4 and 7 are those usual for pain in clinics.
_FROM = (0, 1, 4, 7, 10)
LEVELS = range(11)


@dataclass(frozen=True, slots=True)
class Level:
    """One answer of a scale: its number of ten, and its word."""

    number: int
    word: str


def pain() -> tuple[Level, ...]:
    """How much it hurts."""
    return _scale(_("none"), _("mild"), _("medium"), _("strong"), _("worst"))


def fatigue() -> tuple[Level, ...]:
    """How tired: 0 is not tired at all."""
    return _scale(_("not tired"), _("a bit tired"), _("tired"), _("very tired"), _("worn out"))


def sleep() -> tuple[Level, ...]:
    """How bad the night was: 0 is a very good one."""
    return _scale(_("very good"), _("good"), _("so-so"), _("bad"), _("very bad"))


def effort() -> tuple[Level, ...]:
    """How hard a movement was."""
    return _scale(_("no effort"), _("easy"), _("medium"), _("hard"), _("the most"))


def sure() -> tuple[Level, ...]:
    """How sure of doing it. Here high is good."""
    return _scale(_("not at all"), _("not very"), _("half"), _("fairly"), _("very"))


def _scale(*words: str) -> tuple[Level, ...]:
    return tuple(Level(number, _word(number, words)) for number in LEVELS)


def _word(number: int, words: tuple[str, ...]) -> str:
    return next(
        word for start, word in reversed(list(zip(_FROM, words, strict=True))) if number >= start
    )
