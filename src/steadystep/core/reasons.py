"""Why: each reason a small fact that carries the numbers that were compared.

A reason is data. It is stored, counted and tested; the sentence comes last, in `explain`.
Doses are tenths of a unit, answers tenths of a point, days are whole days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from steadystep.core.observations import Symptom


class Limit(StrEnum):
    """What may stand above the dose."""

    LADDER = "ladder"
    CLINICIAN = "clinician"
    GOAL = "goal"
    GUARD = "guard"


class RedFlagKind(StrEnum):
    """How soon a person is needed."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    CLINICIAN = "clinician"


@dataclass(frozen=True, slots=True)
class Felt:
    """The answer that was heard, and the line it was measured against.

    Attributes:
        symptom: The symptom that stood highest above its usual; None where the word alone spoke.
        tenths: The answer.
        usual: The person's usual for it.
        warning: Usual plus the warning rise.
        marked: The person said so in their own word.
    """

    symptom: Symptom | None = None
    tenths: int | None = None
    usual: int | None = None
    warning: int | None = None
    marked: bool = False


# A. May there be a plan?


@dataclass(frozen=True, slots=True)
class RedFlag:
    """Something that needs a person, not an app."""

    kind: ClassVar = "red_flag"
    rule: ClassVar = "A1"
    how_soon: RedFlagKind


@dataclass(frozen=True, slots=True)
class PacingOnly:
    """Malaise is named or screened: an envelope to stay inside, and no increment of any kind."""

    kind: ClassVar = "pacing_only"
    rule: ClassVar = "A2"
    envelope: int
    eased: bool


@dataclass(frozen=True, slots=True)
class ClinicianFirst:
    """A clinician's word comes before a plan."""

    kind: ClassVar = "clinician_first"
    rule: ClassVar = "A3"


@dataclass(frozen=True, slots=True)
class Paused:
    """Paused by the person or a clinician."""

    kind: ClassVar = "paused"
    rule: ClassVar = "A4"


@dataclass(frozen=True, slots=True)
class NoPlanYet:
    """The first dose waits for a few ordinary days."""

    kind: ClassVar = "no_plan_yet"
    rule: ClassVar = "start"
    days_known: int
    days_needed: int


# B. What did the body answer?


@dataclass(frozen=True, slots=True)
class FlareAfterRise:
    """A flare that answers a rise: one rung down."""

    kind: ClassVar = "flare_after_rise"
    rule: ClassVar = "B6"
    felt: Felt
    days_after: int
    dose_before: int
    dose_now: int
    wait_days: int


@dataclass(frozen=True, slots=True)
class FlareGoesOn:
    """A flare that goes on: one rung down."""

    kind: ClassVar = "flare_goes_on"
    rule: ClassVar = "B7"
    felt: Felt
    days: int
    dose_before: int
    dose_now: int


@dataclass(frozen=True, slots=True)
class FlareAfterBigDay:
    """A flare within three days of a big day: the rung stays, today is eased."""

    kind: ClassVar = "flare_after_big_day"
    rule: ClassVar = "B8"
    felt: Felt
    big_day: date


@dataclass(frozen=True, slots=True)
class FlareOnItsOwn:
    """A flare that follows neither a rise nor a big day: the rung stays, today is eased."""

    kind: ClassVar = "flare_on_its_own"
    rule: ClassVar = "B8"
    felt: Felt


@dataclass(frozen=True, slots=True)
class Easing:
    """The flare has not come below its warning yet."""

    kind: ClassVar = "easing"
    rule: ClassVar = "B8"
    days_since_red: int


@dataclass(frozen=True, slots=True)
class BackAfterGap:
    """Back after some days without movement: a little smaller."""

    kind: ClassVar = "back_after_gap"
    rule: ClassVar = "B5"
    days: int
    dose_before: int
    dose_now: int
    new_baseline: bool


@dataclass(frozen=True, slots=True)
class Smaller:
    """The person asked for a smaller step from now on."""

    kind: ClassVar = "smaller"
    rule: ClassVar = "B9"
    dose_before: int
    dose_now: int


@dataclass(frozen=True, slots=True)
class LimitLowered:
    """A limit now lies under the rung."""

    kind: ClassVar = "limit_lowered"
    rule: ClassVar = "B9"
    limit: Limit
    dose_before: int
    dose_now: int


@dataclass(frozen=True, slots=True)
class Started:
    """The first dose."""

    kind: ClassVar = "started"
    rule: ClassVar = "start"
    dose: int
    baseline_days: int


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A bigger step begins today: accepted, or the person's own."""

    kind: ClassVar = "step_taken"
    rule: ClassVar = "D"
    dose_before: int
    dose_now: int
    watch_hours: int


# C. What stands in the way of an offer?


@dataclass(frozen=True, slots=True)
class Calming:
    """Some calm is wanted after a flare."""

    kind: ClassVar = "calming"
    rule: ClassVar = "C10"
    days: int
    days_needed: int
    calm: int
    calm_needed: int


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A warning today, or no calm answer since the last one."""

    kind: ClassVar = "unsettled"
    rule: ClassVar = "C10"
    felt: Felt


@dataclass(frozen=True, slots=True)
class Watching:
    """A window is open: the body is being heard."""

    kind: ClassVar = "watching"
    rule: ClassVar = "C11"
    hours: int
    hours_needed: int
    answers: int
    answers_needed: int
    begun: bool


@dataclass(frozen=True, slots=True)
class NoAnswerToday:
    """Nothing rises on silence."""

    kind: ClassVar = "no_answer_today"
    rule: ClassVar = "C12"


@dataclass(frozen=True, slots=True)
class FewAnswers:
    """Too few answers in the last seven days to go by."""

    kind: ClassVar = "few_answers"
    rule: ClassVar = "C12"
    answers: int
    answers_needed: int


@dataclass(frozen=True, slots=True)
class HalfPace:
    """With few answers, offers come at half the pace."""

    kind: ClassVar = "half_pace"
    rule: ClassVar = "C12"
    answers: int
    days: int
    days_needed: int


@dataclass(frozen=True, slots=True)
class LearningUsual:
    """The person's usual is not known yet."""

    kind: ClassVar = "learning_usual"
    rule: ClassVar = "C13"
    answers: int
    answers_needed: int


@dataclass(frozen=True, slots=True)
class BaselineWeek:
    """The first seven days hold, whatever the answers."""

    kind: ClassVar = "baseline_week"
    rule: ClassVar = "C13"
    day: int
    days: int


@dataclass(frozen=True, slots=True)
class NotYetSteady:
    """The dose waits for five of the last seven known sessions."""

    kind: ClassVar = "not_yet_steady"
    rule: ClassVar = "C14"
    done: int
    known: int
    needed: int


@dataclass(frozen=True, slots=True)
class TooSoon:
    """A week lies between two rises."""

    kind: ClassVar = "too_soon"
    rule: ClassVar = "C15"
    days: int
    days_needed: int


@dataclass(frozen=True, slots=True)
class BackOff:
    """The wait after an answered rise is longer."""

    kind: ClassVar = "back_off"
    rule: ClassVar = "C15"
    days: int
    days_needed: int


@dataclass(frozen=True, slots=True)
class Plateau:
    """Three rises in a row were answered by a flare: a rest from offers, the dose stays."""

    kind: ClassVar = "plateau"
    rule: ClassVar = "C15"
    days_left: int


@dataclass(frozen=True, slots=True)
class Resting:
    """The person chose to stay."""

    kind: ClassVar = "resting"
    rule: ClassVar = "C15"
    days_left: int


@dataclass(frozen=True, slots=True)
class ScreenDue:
    """The malaise screen is unanswered, unsure, or to be asked again: offers wait for it."""

    kind: ClassVar = "screen_due"
    rule: ClassVar = "A2"


@dataclass(frozen=True, slots=True)
class UsualMovedUp:
    """The answers of the last 28 days lie clearly above usual; the person is asked."""

    kind: ClassVar = "usual_moved_up"
    rule: ClassVar = "C16"
    symptom: Symptom
    usual: int
    now: int


@dataclass(frozen=True, slots=True)
class BigDay:
    """A big day within the last two."""

    kind: ClassVar = "big_day"
    rule: ClassVar = "C17"
    big_day: date


@dataclass(frozen=True, slots=True)
class SleepWorse:
    """A night clearly worse than the person's usual ones."""

    kind: ClassVar = "sleep_worse"
    rule: ClassVar = "C17"


@dataclass(frozen=True, slots=True)
class HeartVariabilityOff:
    """Heart rate variability is off its usual this week."""

    kind: ClassVar = "hrv_off"
    rule: ClassVar = "C17"


@dataclass(frozen=True, slots=True)
class HeartRateUp:
    """Resting heart rate is up this week."""

    kind: ClassVar = "heart_rate_up"
    rule: ClassVar = "C17"


@dataclass(frozen=True, slots=True)
class Unsure:
    """The person does not feel sure of the next rung."""

    kind: ClassVar = "unsure"
    rule: ClassVar = "C17"
    confidence: int
    needed: int


@dataclass(frozen=True, slots=True)
class Guarded:
    """The next rung lies above what the last weeks suggest."""

    kind: ClassVar = "guarded"
    rule: ClassVar = "C18"
    next_dose: int
    limit: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """The goal, a clinician's ceiling or the ladder's top: arrived, which is not stalling."""

    kind: ClassVar = "arrived"
    rule: ClassVar = "C19"
    limit: Limit
    dose: int


# D. Otherwise offer one rung


@dataclass(frozen=True, slots=True)
class Ready:
    """Nothing stands in the way: one rung more may be tried."""

    kind: ClassVar = "ready"
    rule: ClassVar = "D"
    dose: int
    offered: int
    days: int


Reason = (
    RedFlag
    | PacingOnly
    | ClinicianFirst
    | Paused
    | NoPlanYet
    | FlareAfterRise
    | FlareGoesOn
    | FlareAfterBigDay
    | FlareOnItsOwn
    | Easing
    | BackAfterGap
    | Smaller
    | LimitLowered
    | Started
    | StepTaken
    | Calming
    | Unsettled
    | Watching
    | NoAnswerToday
    | FewAnswers
    | HalfPace
    | LearningUsual
    | BaselineWeek
    | NotYetSteady
    | TooSoon
    | BackOff
    | Plateau
    | Resting
    | ScreenDue
    | UsualMovedUp
    | BigDay
    | SleepWorse
    | HeartVariabilityOff
    | HeartRateUp
    | Unsure
    | Guarded
    | Arrived
    | Ready
)

# The kinds of what may stand in the way, in the order of the rule's bits.
BLOCKER_KINDS: tuple[str, ...] = tuple(
    reason.kind
    for reason in (
        Calming,
        Unsettled,
        Watching,
        NoAnswerToday,
        FewAnswers,
        HalfPace,
        LearningUsual,
        BaselineWeek,
        NotYetSteady,
        Plateau,
        TooSoon,
        BackOff,
        Resting,
        ScreenDue,
        UsualMovedUp,
        BigDay,
        SleepWorse,
        HeartVariabilityOff,
        HeartRateUp,
        Unsure,
        Guarded,
        Arrived,
    )
)

# The fields of reasons that count tenths of a unit, and those that count tenths of a point.
DOSES = frozenset({"dose", "dose_before", "dose_now", "offered", "envelope", "next_dose", "limit"})
TENTHS = frozenset({"tenths", "usual", "warning", "now"})
