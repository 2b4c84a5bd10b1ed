"""One symptom's answers over time, and the usual that is taken from them."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from steadystep.core.facts import NONE
from steadystep.core.memory import Heard
from steadystep.core.reference import Usual, settle
from steadystep.core.reference import look as look_at
from steadystep.core.signal import Reference

if TYPE_CHECKING:
    from steadystep.core.observations import Symptom
    from steadystep.core.policy import Policy

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

    def looks_after(self, days: int, policy: Policy) -> bool:
        """Is usual, once it is settled, looked at when this day closes? Days count from one."""
        settled = self.usual is not None
        return settled and (days - policy.usual_at_day) % policy.look_every_days == 0

    def close(self, answer: int, days: int, policy: Policy, *, look: bool = True) -> bool:
        """Take in a day's answer (NONE where silent or marked); say whether usual moved.

        Where the record knows usual, it is not looked at anew.
        """
        self.window.append(answer)
        if self.usual is None:
            if answer != NONE:
                self.answers.append(answer)
            if not look:
                return False
            if days < policy.usual_at_day or len(self.answers) < policy.usual_answers:
                return False
            self.usual = settle(self.answers, policy, step=self.step)
            return True
        if not look or not self.looks_after(days, policy):
            return False
        seen = [one for one in self.window if one != NONE]
        if len(seen) < policy.look_answers:
            # Silence answers nothing: what was asked before is asked still.
            return False
        looked = look_at(self.usual, seen, policy, step=self.step)
        moved = looked.usual != self.usual
        self.usual, self.higher = looked.usual, looked.higher
        return moved

    def answer(self, *, take: bool) -> None:
        """Take the higher usual, or keep the present one until the next look."""
        if take and self.higher is not None and self.usual is not None:
            self.usual = self.usual._replace(tenths=self.higher)
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
    by_pain, by_fatigue = pain.usual or pain.told, fatigue.usual or fatigue.told
    return Reference(
        by_pain.tenths if by_pain else NONE,
        by_fatigue.tenths if by_fatigue else NONE,
        by_pain.rise if by_pain else NONE,
        by_fatigue.rise if by_fatigue else NONE,
    )
