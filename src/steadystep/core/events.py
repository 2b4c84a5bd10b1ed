"""What happened, in the order it happened. Events are never edited.

Doses are tenths of a unit, answers tenths of a point. `at` is when it happened, in the person's
own offset from UTC; `recorded` is when it was written. A record is replayed by `at` and audited
by `recorded`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.core.reasons import Limit, RedFlagKind

if TYPE_CHECKING:
    from datetime import datetime

    from steadystep.core.facts import FlareWord, Gate, Reply
    from steadystep.core.observations import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStarted:
    """A plan began: one movement, its first dose, and usual as the person told it."""

    unit: Unit
    start: int
    per_week: int = 7
    new_movement: bool = True
    resistance: bool = False
    ignore_heart: bool = False
    usual_pain: int | None = None
    usual_fatigue: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """An answer to the check-in, each part of it free. Yesterday's may be told as remembered."""

    pain: int | None = None
    fatigue: int | None = None
    sleep: int | None = None
    remembered: bool = False


@dataclass(frozen=True, slots=True)
class FogAnswered:
    """Fog mode's one answer: -1 better, 0 same, 1 worse, 2 much worse than usual."""

    than_usual: int


@dataclass(frozen=True, slots=True)
class FlareTold:
    """The person's own word: a flare, or no flare and a hard day."""

    word: FlareWord


@dataclass(frozen=True, slots=True)
class SessionTold:
    """What was done of the dose: none of it, a part, all, or more."""

    done: int


@dataclass(frozen=True, slots=True)
class FarTooMuchTold:
    """The evening tap: today was far too much."""


@dataclass(frozen=True, slots=True)
class OfferAnswered:
    """The person's word on an offer."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class DoseChosen:
    """The person set the dose by their own word: smaller, bigger, or a step taken back."""

    dose: int


@dataclass(frozen=True, slots=True)
class MoreBegun:
    """The person raised the days a week, the effort, or the movement itself."""


@dataclass(frozen=True, slots=True)
class KeptMovingTold:
    """After some days unknown: yes, I kept moving."""


@dataclass(frozen=True, slots=True)
class ConfidenceTold:
    """How sure of the next rung, 0 to 10."""

    of_ten: int


@dataclass(frozen=True, slots=True)
class UsualAnswered:
    """Both values of usual seen, the higher one taken or not."""

    take: bool


@dataclass(frozen=True, slots=True)
class LimitSet:
    """A goal or a clinician's ceiling; None lifts it."""

    limit: Limit
    dose: int | None


@dataclass(frozen=True, slots=True)
class GateSet:
    """What the screening, the person or a clinician said about whether there may be a plan."""

    gate: Gate
    how_soon: RedFlagKind = RedFlagKind.CLINICIAN


@dataclass(frozen=True, slots=True)
class ScreenAsked:
    """The malaise screen is due (offers wait), or has been answered."""

    due: bool


@dataclass(frozen=True, slots=True)
class DecisionGiven:
    """What the person was told that day. Later knowledge never rewrites it."""

    level: int | None
    dose: int | None
    offered: int | None = None


Event = (
    PlanStarted
    | CheckedIn
    | FogAnswered
    | FlareTold
    | SessionTold
    | FarTooMuchTold
    | OfferAnswered
    | DoseChosen
    | MoreBegun
    | KeptMovingTold
    | ConfidenceTold
    | UsualAnswered
    | LimitSet
    | GateSet
    | ScreenAsked
    | DecisionGiven
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of one person's record.

    Raises:
        ValueError: A time without an offset: nobody can say when it was.
    """

    person: str
    at: datetime
    recorded: datetime
    event: Event

    def __post_init__(self) -> None:
        """Refuse a time that could be any hour of the day."""
        if self.at.tzinfo is None or self.recorded.tzinfo is None:
            message = "an event needs a time with its offset from UTC"
            raise ValueError(message)
