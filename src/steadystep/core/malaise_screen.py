"""The malaise screen, one answer at a time. What was answered is kept, and can wait for later.

DSQ-PEM, items 1 to 5 and 7 to 9, those that decide.
Source: Cotler, Holtzman, Dudun, Jason 2018, doi 10.3390/diagnostics8030066.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.fold import in_order, local_day
from steadystep.core.safety import PEM_ASK_AGAIN_DAYS, PEM_ITEMS, PEM_SCALE, PemScreen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from steadystep.core.events import Entry

# Answers wait under this name until the screen is whole: they are drafts, and decide nothing.
DRAFT = "malaise_screen."
# Item 9's bands as they are printed, by their lower end in hours. They leave a gap at one hour.
BANDS_HOURS = (0, 2, 4, 11, 14, 24)
NO, YES = 0, 1


class Part(StrEnum):
    """What is asked about an item."""

    OFTEN = "often"
    STRONG = "strong"
    YES_OR_NO = "yes_or_no"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class PemQuestion:
    """One question of the screen.

    Attributes:
        item: Its number in the instrument, 1 to 5 and 7 to 9.
        part: How often, how strong, yes or no, or how long.
    """

    item: int
    part: Part

    @property
    def name(self) -> str:
        """The word by which an address and a draft know it."""
        return f"{self.item}-{self.part}"

    @property
    def answers(self) -> tuple[int, ...]:
        """What may be answered."""
        if self.part == Part.YES_OR_NO:
            return (YES, NO)
        return BANDS_HOURS if self.part == Part.HOURS else tuple(PEM_SCALE)


_AFTER_MOVING = PemQuestion(7, Part.YES_OR_NO)
_AFTER_THINKING = PemQuestion(8, Part.YES_OR_NO)
_HOW_LONG = PemQuestion(9, Part.HOURS)
PEM_QUESTIONS = (
    *(PemQuestion(item, part) for item in range(1, 6) for part in (Part.OFTEN, Part.STRONG)),
    _AFTER_MOVING,
    _AFTER_THINKING,
    _HOW_LONG,
)
BY_NAME: Mapping[str, PemQuestion] = {one.name: one for one in PEM_QUESTIONS}


@dataclass(frozen=True, slots=True)
class Draft:
    """What was answered of the screen so far."""

    answers: Mapping[PemQuestion, int] = field(default_factory=dict)

    @property
    def next(self) -> PemQuestion | None:
        """The first question without an answer; None where all are answered."""
        return next((one for one in PEM_QUESTIONS if self.answer(one) is None), None)

    @property
    def screen(self) -> PemScreen | None:
        """The screen, where it is whole."""
        if self.next is not None:
            return None
        return PemScreen(
            items=tuple(
                (self._of(item, Part.OFTEN), self._of(item, Part.STRONG)) for item in ITEMS
            ),
            worse_after_minimal_effort=self.answers[_AFTER_MOVING] == YES,
            worse_after_mental_effort=self.answers[_AFTER_THINKING] == YES,
            hours=self.answers[_HOW_LONG],
        )

    def answer(self, question: PemQuestion) -> int | None:
        """The answer to one question. What is there none of the time is not present: 0 strong."""
        never = self.answers.get(PemQuestion(question.item, Part.OFTEN)) == 0
        if question.part == Part.STRONG and never:
            return 0
        return self.answers.get(question)

    def before(self, question: PemQuestion) -> PemQuestion | None:
        """The question asked before this one; None at the first."""
        earlier = PEM_QUESTIONS[: PEM_QUESTIONS.index(question)]
        return next((one for one in reversed(earlier) if one in self.answers), None)

    def _of(self, item: int, part: Part) -> int:
        return self.answer(PemQuestion(item, part)) or 0


ITEMS = range(1, PEM_ITEMS + 1)


def draft_answer(question: PemQuestion, answer: int) -> on.PreferenceSet:
    """The event that keeps one answer until the screen is whole.

    Raises:
        ValueError: It is no answer to this question.
    """
    if answer not in question.answers:
        raise ValueError(f"{answer} is no answer to {question.name}")
    return on.PreferenceSet(DRAFT + question.name, str(answer))


def draft_of(entries: Iterable[Entry], today: date) -> Draft:
    """What was answered since the last whole screen. A draft of two weeks ago is begun anew."""
    ordered = in_order(one for one in entries if _is_of_the_screen(one))
    screens = [one.at for one in ordered if isinstance(one.event, on.MalaiseScreenTold)]
    oldest = today - timedelta(days=PEM_ASK_AGAIN_DAYS)
    fresh = [
        one.event
        for one in ordered
        if isinstance(one.event, on.PreferenceSet)
        and (not screens or one.at > screens[-1])
        and local_day(one) > oldest
    ]
    return Draft(_read(fresh))


def _is_of_the_screen(entry: Entry) -> bool:
    event = entry.event
    if isinstance(event, on.PreferenceSet):
        return event.name.startswith(DRAFT)
    return isinstance(event, on.MalaiseScreenTold | on.TakenBack)


def _read(drafts: Sequence[on.PreferenceSet]) -> dict[PemQuestion, int]:
    """The answers among these; what no question of ours has for an answer is left out."""
    answers = {}
    for draft in drafts:
        question = BY_NAME.get(draft.name.removeprefix(DRAFT))
        if question is not None and draft.value in map(str, question.answers):
            answers[question] = int(draft.value)
    return answers
