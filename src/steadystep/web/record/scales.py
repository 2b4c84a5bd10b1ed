"""The scales as a page shows them: eleven numbers, 0 to 10, each with its word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.explain.scales import effort_word, scale_word
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from steadystep.core.observations import Symptom

LEVELS = range(11)
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One answer of a scale: its number of ten, and its word."""

    number: int
    word: str


def levels_of(symptom: Symptom) -> tuple[Level, ...]:
    """The answers about a symptom, from the best to the worst."""
    words = rule_words()
    return tuple(Level(one, scale_word(words, symptom, one * _TENTHS)) for one in LEVELS)


def effort_levels() -> tuple[Level, ...]:
    """How hard a movement was."""
    words = rule_words()
    return tuple(Level(one, effort_word(words, one * _TENTHS)) for one in LEVELS)
