"""The families of reasons, by what is said about them. `Ready` is a family of its own."""

from __future__ import annotations

from typing import TypeAlias

from steadystep.core.reasons import (
    Arrived,
    BackAfterGap,
    BackOff,
    BaselineWeek,
    BigDay,
    Calming,
    ClinicianFirst,
    Easing,
    FewAnswers,
    FlareAfterBigDay,
    FlareAfterRise,
    FlareGoesOn,
    FlareOnItsOwn,
    Guarded,
    HalfPace,
    HeartRateUp,
    HeartVariabilityOff,
    LearningUsual,
    LimitLowered,
    NoAnswerToday,
    NoPlanYet,
    NotYetSteady,
    PacingOnly,
    Paused,
    Plateau,
    RedFlag,
    Resting,
    ScreenDue,
    SleepWorse,
    Smaller,
    Started,
    StepTaken,
    TooSoon,
    Unsettled,
    Unsure,
    UsualMovedUp,
    Watching,
)

# Something stands against a plan (question A).
Gate: TypeAlias = RedFlag | PacingOnly | ClinicianFirst | Paused | NoPlanYet
# The body answered with a flare (question B).
InAFlare: TypeAlias = FlareAfterRise | FlareGoesOn | FlareAfterBigDay | FlareOnItsOwn | Easing
# The step is another one from today.
Changed: TypeAlias = BackAfterGap | Smaller | LimitLowered | Started | StepTaken
# Answers are waited for (question C, as are all below).
Hearing: TypeAlias = (
    Calming
    | Unsettled
    | Watching
    | NoAnswerToday
    | FewAnswers
    | HalfPace
    | LearningUsual
    | ScreenDue
)
# Steps lie apart.
Pacing: TypeAlias = BaselineWeek | NotYetSteady | TooSoon | BackOff | Resting
# Something speaks for waiting a little.
BodySays: TypeAlias = BigDay | SleepWorse | HeartVariabilityOff | HeartRateUp | Unsure | Guarded
# A stay that is more than a day's.
Standing: TypeAlias = Plateau | UsualMovedUp | Arrived
