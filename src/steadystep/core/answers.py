"""One symptom's answers over time, and the usual that is taken from them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from steadystep.core import reference
from steadystep.core.facts import NONE
from steadystep.core.memory import Heard
from steadystep.core.reference import NOT_KNOWN, Look, Usual

if TYPE_CHECKING:
    from steadystep.core.observations import Symptom
    from steadystep.core.policy import Hearing
    from steadystep.core.signal import Reference

# The longest look back, days.
KEPT_DAYS = 28


class Answers:
    """One symptom's answers and the usual taken from them."""

    __slots__ = ("answers", "higher", "step", "symptom", "told", "usual", "window")

    def __init__(self, symptom: Symptom, step: int) -> None:
        self.symptom = symptom
        self.step = step
        self.told: Usual | None = None
        self.usual: Usual | None = None
        self.higher: int | None = None
        self.answers: list[int] = []
        self.window: deque[int] = deque(maxlen=KEPT_DAYS)

    def looks_after(self, days: int, hearing: Hearing) -> bool:
        """Is usual, once it is settled, looked at when this day closes? Days count from one."""
        return self.usual is not None and reference.is_due(self.usual, 0, days, hearing) == 1

    def close(self, answer: int, days: int, hearing: Hearing, *, look: bool = True) -> bool:
        """Take in a day's answer (NONE where silent or marked); say whether usual moved.

        Where the record knows usual, it is not looked at anew.
        """
        self.window.append(answer)
        if self.usual is None and answer != NONE:
            self.answers.append(answer)
        usual = self.usual or NOT_KNOWN
        if not look or not reference.is_due(usual, len(self.answers), days, hearing):
            return False
        held = Look(usual, NONE if self.higher is None else self.higher)
        now = reference.renew(held, self.answers, self.window, hearing, self.step)
        self.usual, self.higher = now.usual, None if now.higher == NONE else now.higher
        return now.usual != usual

    def answer(self, *, take: bool) -> None:
        """Take the higher usual, or keep the present one until the next look."""
        if take and self.higher is not None and self.usual is not None:
            self.usual = reference.raised(self.usual, self.higher)
        self.higher = None

    def memory(self) -> Heard:
        """All that is kept of this symptom, to be put aside."""
        return Heard(self.told, self.usual, self.higher, tuple(self.answers), tuple(self.window))

    def recall(self, heard: Heard) -> None:
        """Go on from what was put aside."""
        self.told, self.usual, self.higher = heard.told, heard.usual, heard.higher
        self.answers = list(heard.answers)
        self.window = deque(heard.window, maxlen=KEPT_DAYS)


def higher_of(one: Answers) -> tuple[Symptom, int, int] | None:
    """Usual and median of a symptom whose usual may have moved up."""
    if one.higher is None or one.usual is None:
        return None
    return one.symptom, one.usual.tenths, one.higher


def reference_of(pain: Answers, fatigue: Answers) -> Reference:
    """What the answers are measured against now: their own usual, else the told one."""
    return reference.measured_against(_in_force(pain), _in_force(fatigue))


def _in_force(one: Answers) -> Usual:
    return reference.in_force(one.usual or NOT_KNOWN, one.told or NOT_KNOWN)
