"""A decision: what is told for one day, why, and from what. A value that anyone can replay."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from steadystep.core.observations import Unit
from steadystep.core.reasons import Reason
from steadystep.core.signal import Reference


class Action(StrEnum):
    """What the rule does with the dose today. The order is that of the rule's numbers."""

    START = "start"
    HOLD = "hold"
    OFFER = "offer"
    STEP_BACK = "step_back"
    EASE = "ease"
    EASE_IN = "ease_in"
    STAY = "stay"
    PAUSE = "pause"
    PACING_ONLY = "pacing_only"
    NO_PLAN = "no_plan"


ACTIONS = tuple(Action)


class Flare(StrEnum):
    """How today stands: none, a warning, or a flare."""

    NONE = "none"
    AMBER = "amber"
    RED = "red"


# By how warm the day is.
FLARES = (Flare.NONE, Flare.AMBER, Flare.RED)


class Decision(NamedTuple):
    """What is told for one day. Doses are tenths of a unit.

    Attributes:
        day: The local day.
        action: What the rule does.
        level: The rung in force, None without a plan.
        dose: What is told for today, None where nothing is.
        offered: The next rung, where it is offered.
        unit: What doses are counted in.
        reason: Why, with the numbers that were compared.
        blocked_by: All that stood in the way of an offer, as kinds of reason, in the rule's order.
        would_have_been: The dose had the reason not stood there, None where none would have been.
        flare: How the day stands.
        ask_flare: The numbers alone say RED, and the person may say otherwise.
        good_day: A symptom is clearly below its usual; the dose does not move for that.
        boom: The load known last, yesterday's, was a boom.
        bust: The same for a bust.
        watching: A window is open.
        missing: What was not there to decide with.
        next_look: The day on which more may be known, None where a person has to act first.
        reference: Usual and warning rise that were in force.
        pain: Today's worst pain answer, tenths.
        fatigue: Today's worst fatigue answer, tenths.
        policy: The version of the numbers.
        engine: The version of the rule.
    """

    day: date
    action: Action
    level: int | None
    dose: int | None
    offered: int | None
    unit: Unit
    reason: Reason
    blocked_by: tuple[str, ...]
    would_have_been: int | None
    flare: Flare
    ask_flare: bool
    good_day: bool
    boom: bool
    bust: bool
    watching: bool
    missing: tuple[str, ...]
    next_look: date | None
    reference: Reference
    pain: int | None
    fatigue: int | None
    policy: str
    engine: str
