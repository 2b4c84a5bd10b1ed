"""The facts of one day, and the terms of a plan: what is told to the rule, in people's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import shapes
from steadystep.core.reasons import RedFlagKind

if TYPE_CHECKING:
    from datetime import date

    from steadystep.core.ladder import Ladder
    from steadystep.core.observations import Unit

NONE = shapes.NONE


class Gate(IntEnum):
    """May there be a plan? In the rule's own numbers."""

    OPEN = shapes.OPEN
    RED_FLAG = shapes.RED_FLAG
    PACING_ONLY = shapes.PACING_ONLY
    CLINICIAN_FIRST = shapes.CLINICIAN_FIRST
    PAUSED = shapes.PAUSED
    NO_PLAN = shapes.NO_PLAN


class Reply(IntEnum):
    """The person's word on an offer, in the rule's own numbers."""

    NONE = shapes.NO_REPLY
    ACCEPT = shapes.ACCEPT
    STAY = shapes.STAY_HERE
    TRY_MORE = shapes.TRY_MORE


class FlareWord(IntEnum):
    """The person's own word on a flare, in the rule's own numbers."""

    NOT_SAID = shapes.NOT_SAID
    A_FLARE = shapes.A_FLARE
    A_HARD_DAY = shapes.A_HARD_DAY


class UsualWord(IntEnum):
    """The person's word where usual may have moved up, both values seen."""

    NOT_SAID = 0
    KEEP = 1
    TAKE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a plan is about, for as long as it does not change.

    Attributes:
        unit: What the dose is counted in.
        ladder: The rungs.
        whole_day: The load is the person's whole day and no session of its own.
        new_movement: The movement was new to the person when the plan began.
        resistance: It is resistance work.
        per_week: Sessions planned in a week, 1 to 7.
        ignore_heart: A medicine or device sets the heart rate: readings of it say nothing.
        pain_step: The smallest step of the pain scale, tenths of a point.
        fatigue_step: The same for fatigue.
    """

    unit: Unit
    ladder: Ladder
    whole_day: bool = False
    new_movement: bool = True
    resistance: bool = False
    per_week: int = 7
    ignore_heart: bool = False
    pain_step: int = 10
    fatigue_step: int = 10


class DayFacts(NamedTuple):
    """All that is known of one local day. NONE (-1) and None mean: not told.

    A tuple, since a record has thousands of them; always written with names.

    Attributes:
        day: The local day; it turns at 04:00.
        pain: The day's worst answer, tenths.
        fatigue: The same for fatigue.
        sleep: The same for sleep; high is bad.
        than_usual: Fog mode's one answer: -1 better, 0 same, 1 worse, 2 much worse.
        flare: The person's own word.
        load: All that was moved that day, tenths of a unit.
        far_too_much: The person tapped "far too much".
        did: What was done, in percent of the dose told.
        planned: A session was planned.
        answered_at: Absolute hour of the answer; noon where only the date is known.
        did_at: Absolute hour of the session; noon where only the date is known.
        reply: The word on an offer.
        chosen: The dose the person set by their own word, tenths of a unit.
        gate: May there be a plan?
        how_soon: For a red flag.
        ceiling: A clinician's ceiling, tenths of a unit.
        goal: The person's goal, tenths of a unit.
        guard: The guard's limit, tenths of a unit.
        screen_due: The malaise screen is unanswered, unsure, or to be asked again.
        confidence: How sure of the next rung, 0 to 10.
        kept_moving: The person said they kept moving during a gap.
        more: The person raised the days a week, the effort, or the movement itself.
        usual_word: The person's word where usual may have moved up.
        rmssd: Heart rate variability, tenths of a millisecond.
        resting_heart_rate: Tenths of a beat a minute.
        days_to_start: Days known towards the first dose, while there is no plan.
    """

    day: date
    pain: int = NONE
    fatigue: int = NONE
    sleep: int = NONE
    than_usual: int | None = None
    flare: FlareWord = FlareWord.NOT_SAID
    load: int = NONE
    far_too_much: bool = False
    did: int = shapes.UNKNOWN
    planned: bool = True
    answered_at: int | None = None
    did_at: int | None = None
    reply: Reply = Reply.NONE
    chosen: int | None = None
    gate: Gate = Gate.OPEN
    how_soon: RedFlagKind = RedFlagKind.CLINICIAN
    ceiling: int | None = None
    goal: int | None = None
    guard: int | None = None
    screen_due: bool = False
    confidence: int | None = None
    kept_moving: bool = False
    more: bool = False
    usual_word: UsualWord = UsualWord.NOT_SAID
    rmssd: int = NONE
    resting_heart_rate: int = NONE
    days_to_start: int = 0

    @property
    def answered(self) -> bool:
        """Was there any answer that day?"""
        return self.pain != NONE or self.fatigue != NONE or self.than_usual is not None
