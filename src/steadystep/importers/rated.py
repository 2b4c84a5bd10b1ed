"""Answers of a diary about pain and fatigue: what they are called, and on which scale they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.importers.cells import WORST
from steadystep.importers.columns import (
    Column,
    Role,
    fold,
    is_called,
    mentions,
    speaking_of_pain,
    words,
)
from steadystep.importers.numbers import is_no_answer, rating
from steadystep.importers.reading import Scale, Sentence, shown

if TYPE_CHECKING:
    from steadystep.importers.export import Into

# Pain of these is no pain of muscles and joints, and is left to its own name.
_ELSEWHERE: Final = words(
    "head stomach abdominal belly chest tooth teeth ear eye throat period menstrual"
)
# Ache is another word for it: "muscle aches", "achy joints".
_ACHES: Final = re.compile(r"(?:muscle|joint|body|back|neck|hip|knee)s? (?:ache|aches|aching)")
# A name with one of these is that of an illness, not of how a day was.
_ILLNESSES: Final = words("syndrome disease disorder cfs me adrenal")
_OF_SO_MANY: Final = re.compile(r"\s*([0-9.,]{1,6})\s*/\s*([0-9]{1,3})\s*")
# Scales that diaries use where the export does not tell. A choice: the smallest that fits.
_TOPS: Final = (5, 10, 100)


def symptom_called(name: str) -> Kind | None:
    """Tell whether a name speaks of pain or of fatigue, in any language that is known here."""
    column = Column(0, name, fold(name))
    spoken = set(column.folded.split())
    if not spoken or spoken & _ILLNESSES:
        return None
    if is_called(column, Role.FATIGUE) or mentions(column, Role.FATIGUE):
        return Kind.FATIGUE
    painful = (
        is_called(column, Role.PAIN)
        or is_called(column, Role.WORST_PAIN)
        or speaking_of_pain([column])
        or _ACHES.fullmatch(column.folded)
    )
    return Kind.PAIN if painful and not spoken & _ELSEWHERE else None


def fitting_scale(bottom: int, highest: float) -> Scale:
    """Tell the smallest scale that holds the highest answer of an export."""
    return Scale(bottom, next((top for top in _TOPS if highest <= top), _TOPS[-1]))


def number_of(text: str) -> float | None:
    """Tell the number of an answer such as 3, 3,5 or 3/5."""
    of_so_many = _OF_SO_MANY.fullmatch(text)
    return rating(of_so_many[1] if of_so_many else text)


@dataclass(frozen=True, slots=True)
class Answers:
    """Hands on the answers of one kind that stand on one scale.

    Attributes:
        into: Where they go.
        source: Whose they are.
        kind: What was asked.
        scale: The scale of the answers.
        best_is_high: The highest answer is the best, as for energy.
    """

    into: Into
    source: int
    kind: Kind
    scale: Scale
    best_is_high: bool = False

    def tells(self, where: str, day: int, text: str, name: str) -> None:
        """Hand on one answer. An empty cell is none, and never a zero."""
        if is_no_answer(text):
            return
        of_so_many = _OF_SO_MANY.fullmatch(text)
        top = int(of_so_many[2]) if of_so_many else self.scale.top
        scale = Scale(self.scale.bottom, top) if top > self.scale.bottom else self.scale
        answer = number_of(text)
        if answer is None or not scale.bottom <= answer <= scale.top:
            self.into.unreadable(where, _not_from(text, name, scale))
            return
        tenths = scale.tenths(answer)
        self.into.daily(
            self.kind, self.source, day, WORST - tenths if self.best_is_high else tenths
        )


def said_of_scale(what: str | Sentence, scale: Scale) -> Sentence:
    """Say on which scale answers were taken to be."""
    return Sentence(
        "The export does not tell its scale. {what} is taken as {bottom} to {top}.",
        {"what": what, "bottom": scale.bottom, "top": scale.top},
    )


def _not_from(text: str, name: str, scale: Scale) -> Sentence:
    return Sentence(
        "“{answer}” for “{name}” is no number from {lowest} to {highest}. It is left out.",
        {
            "answer": shown(text),
            "name": shown(name),
            "lowest": scale.bottom,
            "highest": scale.top,
        },
    )
