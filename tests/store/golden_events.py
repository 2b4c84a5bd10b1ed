"""What the lines in golden/ say. Lines that were once written there are never changed.

A kind or a part that is added later gets lines of its own, in a new file beside the first.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core import reasons as why
from steadystep.core.asks import Ask
from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.observed import Kind, Maker
from steadystep.core.reasons import Felt, Limit, RedFlagKind
from steadystep.core.safety import (
    ClinicianFirst,
    Modifier,
    PemScreen,
    RedFlagQuestion,
    Told,
)
from steadystep.core.signal import Reference

if TYPE_CHECKING:
    from steadystep.core.events import Event

MARCH = date(2026, 3, 2)
FELT = Felt(Symptom.PAIN, 60, 40, 60, marked=True)

# In the order of `reasons.Reason`.
REASONS: tuple[why.Reason, ...] = (
    why.RedFlag(RedFlagKind.URGENT),
    why.PacingOnly(40, eased=True),
    why.ClinicianFirst(),
    why.Paused(),
    why.NoPlanYet(1, 3),
    why.FlareAfterRise(FELT, 2, 60, 50, 14),
    why.FlareGoesOn(Felt(marked=True), 5, 60, 50),
    why.FlareAfterBigDay(FELT, MARCH),
    why.FlareOnItsOwn(FELT),
    why.Easing(1),
    why.BackAfterGap(9, 60, 40, new_baseline=True),
    why.Smaller(60, 50),
    why.LimitLowered(Limit.CLINICIAN, 60, 40),
    why.Started(50, 7),
    why.StepTaken(50, 60, 48),
    why.Calming(2, 7, 1, 3),
    why.Unsettled(FELT),
    why.Watching(26, 48, 1, 2, begun=True),
    why.NoAnswerToday(),
    why.FewAnswers(2, 3),
    why.HalfPace(4, 9, 14),
    why.LearningUsual(3, 7),
    why.BaselineWeek(4, 7),
    why.NotYetSteady(3, 6, 5),
    why.TooSoon(4, 7),
    why.BackOff(9, 14),
    why.Plateau(20),
    why.Resting(6),
    why.ScreenDue(),
    why.UsualMovedUp(Symptom.FATIGUE, 40, 55),
    why.BigDay(MARCH),
    why.SleepWorse(),
    why.HeartVariabilityOff(),
    why.HeartRateUp(),
    why.Unsure(5, 7),
    why.Guarded(70, 65),
    why.Arrived(Limit.GOAL, 100),
    why.Ready(50, 60, 8),
)

# In the order of `events.Event`, some kinds more than once.
EVENTS: tuple[Event, ...] = (
    on.PlanStarted(
        unit=Unit.MINUTES,
        start=50,
        per_week=5,
        new_movement=False,
        resistance=True,
        ignore_heart=True,
        usual_pain=40,
        usual_fatigue=None,
        movement=Movement.RESISTANCE,
        name="chair rises",
        anchor="after lunch",
    ),
    on.MovementChosen(Movement.WALK, Unit.STEPS, "to the tree", "after lunch", new_movement=False),
    on.BadDayTold(30),
    on.BadDayTold(None),
    on.UsualTold(40, None),
    on.PageSeen("week_one"),
    on.PaceChosen(on.Pace.STEADY),
    on.PreferenceSet("language", "he"),
    on.CheckedIn(40, 55, 30, remembered=True),
    on.CheckedIn(),
    on.FogAnswered(-1),
    on.FlareTold(FlareWord.A_FLARE),
    on.FlareTold(FlareWord.A_HARD_DAY),
    on.SilentDaysTold(FlareWord.NOT_SAID),
    on.SessionTold(45),
    on.EffortTold(3),
    on.AfterTold(on.After.CALMER),
    on.EasierToday(30),
    on.FarTooMuchTold(),
    on.DayTold(on.Busy.FAR_TOO_MUCH),
    on.Marked(on.Mark.POOR_NIGHT),
    on.NoteWritten("ים, ואז שקט.\nQuiet after the sea."),
    on.OfferAnswered(Reply.ACCEPT),
    on.OfferAnswered(Reply.STAY),
    on.OfferAnswered(Reply.TRY_MORE),
    on.OfferAnswered(Reply.NONE),
    on.DoseChosen(40),
    on.MoreBegun(),
    on.KeptMovingTold(kept=False),
    on.ConfidenceTold(7),
    on.UsualAnswered(take=True),
    on.ReferenceSet(Symptom.PAIN, 40, 112, 20, 55),
    on.LimitSet(Limit.CLINICIAN, 100),
    on.LimitSet(Limit.GOAL, None),
    *(on.GateSet(gate, RedFlagKind.EMERGENCY) for gate in Gate),
    on.ScreenAsked(due=True),
    on.RedFlagsTold(tuple(RedFlagQuestion), Told.NOT_SURE),
    on.AllClearTold("Dr Levi"),
    on.IllnessNamed(Told.NO),
    on.MalaiseGateTold(Told.YES),
    on.MalaiseScreenTold(
        PemScreen(
            items=((0, 1), (2, 2), (3, 4), (1, 0), (2, 3)),
            worse_after_minimal_effort=True,
            worse_after_mental_effort=False,
            hours=14,
        )
    ),
    on.ClinicianFirstTold(tuple(ClinicianFirst)),
    on.ModifiersTold(tuple(Modifier)),
    on.ClinicianWordNoted(on.WordOn.MALAISE, "Dr Levi", MARCH),
    on.LongFlareTold(MARCH, 72, flu_like_or_foggy=True, a_day_or_more_after=False),
    *(on.AskSkipped(ask) for ask in Ask if ask != Ask.WATCH_SESSION),
    on.TakenBack("0123456789abcdef0123456789abcdef"),
    on.DecisionGiven(None, None),
)


def decision(reason: why.Reason) -> Decision:
    """A decision with this reason, all its other parts filled."""
    return Decision(
        day=MARCH,
        action=Action.HOLD,
        level=50,
        dose=40,
        offered=60,
        unit=Unit.MINUTES,
        reason=reason,
        blocked_by=("watching", "too_soon"),
        would_have_been=60,
        flare=Flare.AMBER,
        ask_flare=True,
        good_day=False,
        boom=True,
        bust=False,
        watching=True,
        missing=("load", "usual"),
        next_look=date(2026, 3, 4),
        reference=Reference(40, -1, 20, -1),
        pain=60,
        fatigue=None,
        policy="rule-of-two 1 gentle",
        engine="1",
    )


GIVEN = tuple(
    on.DecisionGiven(50, 40, 60, decision(reason), ("Keep to 4 minutes.", "Two lines."), "en")
    for reason in REASONS
)
FIRST: tuple[Event, ...] = (*EVENTS, *GIVEN)

# What the lines in golden/chapters.jsonl say.
CHAPTERS: tuple[Event, ...] = (
    on.ChapterLeft("steadystep", 13, 4),
    on.ChapterRead("steadystep", 13),
)

# What the lines in golden/brought.jsonl say.
BROUGHT: tuple[Event, ...] = (
    on.DayMeasured(612, 344),
    on.DayMeasured(),
    on.DiaryBrought(70, 60, 50, crash=True),
    on.DiaryBrought(),
    on.SessionSeen(60, Unit.MINUTES, "Apple Watch"),
    on.DataSeen("Apple Watch", MARCH, 27),
    on.SourcePreferred(Kind.HRV_RMSSD, Maker.WATCH, "Apple Watch"),
    on.AskSkipped(Ask.WATCH_SESSION),
    on.DecisionGiven(50, 30, alone=50),
)
