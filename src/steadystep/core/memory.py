"""What a course remembers from one closed day to the next, as values that can be put aside."""

# The shapes here are read and written by their annotations, so they stand for themselves.

from datetime import date
from typing import NamedTuple

from steadystep.core.reference import Usual
from steadystep.core.shapes import State


class Heard(NamedTuple):
    """One symptom's answers and its usual.

    Attributes:
        told: Usual as the person told it.
        usual: Usual as it was taken from the answers.
        higher: The higher usual the person is asked about, tenths.
        answers: The answers before usual was taken, tenths.
        window: The last days, NONE where silent or marked.
    """

    told: Usual | None
    usual: Usual | None
    higher: int | None
    answers: tuple[int, ...]
    window: tuple[int, ...]


class Learned(NamedTuple):
    """What the guard learned. Empty where the policy has no guard.

    Attributes:
        evidence: For each level of tolerance, a logarithm.
        done: What was done on the last days, tenths of a unit.
    """

    evidence: tuple[int, ...]
    done: tuple[int, ...]


class Memory(NamedTuple):
    """All that a course keeps when a day is closed.

    Attributes:
        state: What the rule remembers.
        days: Days closed.
        pain: What was heard of pain.
        fatigue: The same of fatigue.
        loads: The last days' loads, tenths of a unit.
        sleep: The last nights, tenths.
        rmssd: The last days' heart rate variability, tenths of a millisecond.
        heart_rate: The last days' resting heart rate, tenths of a beat a minute.
        boom: The last closed day was a boom.
        bust: The same for a bust.
        looked_on: The day usual was looked at last.
        guard: What the guard learned.
    """

    state: State
    days: int
    pain: Heard
    fatigue: Heard
    loads: tuple[int, ...]
    sleep: tuple[int, ...]
    rmssd: tuple[int, ...]
    heart_rate: tuple[int, ...]
    boom: bool
    bust: bool
    looked_on: date | None
    guard: Learned
