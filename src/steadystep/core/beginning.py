"""The first run: which screen comes next, from the entries alone, so that it resumes where it was.

Beside safety there are six screens. Whatever is skipped gets the smallest or the plainest answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.facts import Gate
from steadystep.core.fold import in_order
from steadystep.core.ladder import MOVEMENT, rung_at_most
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.policy import GENTLE, GUARDED, Policy
from steadystep.core.safety import ClinicianFirst, Screening, Told, may_there_be_a_plan
from steadystep.core.safety_questions import RED_FLAGS, SafetyQuestion
from steadystep.core.screening import (
    SAFETY,
    answer_events,
    answers_of,
    care_of,
    screening_of,
    with_more,
)
from steadystep.core.start import first_dose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from steadystep.core.events import Entry, Event


class Screen(StrEnum):
    """One screen of the first run, by the word in its address."""

    LANGUAGE = "language"
    WHAT = "what"
    SAFETY = "safety"
    MALAISE = "malaise"
    RED_FLAG = "red-flag"
    UNDER_18 = "under-18"
    MOVEMENT = "movement"
    BAD_DAY = "bad-day"
    START = "start"
    PAIN = "usual-pain"
    FATIGUE = "usual-fatigue"
    OVER = "over"


# At most six beside safety (journey §2, corrected by design finding 15). The start is no screen of
# its own: it is what the answer to the bad day turns into.
BESIDE_SAFETY = (
    Screen.LANGUAGE,
    Screen.WHAT,
    Screen.MOVEMENT,
    Screen.BAD_DAY,
    Screen.PAIN,
    Screen.FATIGUE,
)

UNIT_OF: Mapping[Movement, Unit] = {
    Movement.WALK: Unit.MINUTES,
    Movement.MOBILITY: Unit.MINUTES,
    Movement.RESISTANCE: Unit.REPS,
    Movement.BREATH_STRETCH: Unit.MINUTES,
}
# What a movement of one's own may be counted in. Steps want a device, and come with one.
OWN_UNITS = (Unit.MINUTES, Unit.REPS)
# A choice: who skips this screen begins with the movement that needs nothing.
SKIPPED = on.MovementChosen(Movement.WALK, Unit.MINUTES)

# What a bad day allows, in tenths. Choices; the largest is twice the largest start of 10 minutes
# (Policy.start_most), so that half of it never lies above.
BAD_DAY_AMOUNTS: Mapping[Unit, tuple[int, ...]] = {
    Unit.MINUTES: (0, 10, 20, 30, 50, 100, 150, 200),
    Unit.REPS: (0, 20, 40, 60, 80, 100, 150, 200),
}

# What a step may be tied to in the day. A choice: a few times that most days have.
ANCHORS = ("", "after_breakfast", "after_lunch", "in_the_afternoon", "in_the_evening")
# Letters in the name of a movement of one's own: a choice that fits a line.
NAME_MOST = 40


@dataclass(frozen=True, slots=True)
class Beginning:
    """How far the first run has come.

    Attributes:
        screen: The screen that comes next.
        question: The safety question that comes next, where that is a safety question.
        screening: All that was said about safety so far.
        answers: The last answer to each safety question.
        seen: Pages that were read and left.
        movement: The movement, where it was chosen.
        bad_day: What a bad day allows, where it was told or skipped.
        usual: Usual, where pain was told or skipped; fatigue comes last.
    """

    screen: Screen = Screen.LANGUAGE
    question: SafetyQuestion | None = None
    screening: Screening = field(default_factory=lambda: Screening(red_flags={}))
    answers: Mapping[SafetyQuestion, Event] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    movement: on.MovementChosen | None = None
    bad_day: on.BadDayTold | None = None
    usual: on.UsualTold | None = None

    @property
    def is_over(self) -> bool:
        """A plan has begun."""
        return self.screen == Screen.OVER

    @property
    def is_told(self) -> bool:
        """Everything is told, and the plan may be written."""
        return self.screen == Screen.FATIGUE and Screen.FATIGUE in self.seen

    @property
    def start(self) -> int | None:
        """The first dose, tenths of a unit, as soon as it is known."""
        if self.movement is None or self.bad_day is None:
            return None
        return start_of(self.movement.unit, self.bad_day.amount)


def beginning_of(entries: Iterable[Entry]) -> Beginning:
    """How far the first run has come, whatever page was left last and by which door."""
    known = [one for one in entries if isinstance(one.event, _OF_THE_FIRST_RUN)]
    ordered = in_order(known)
    if any(isinstance(one.event, on.PlanStarted) for one in ordered):
        return Beginning(Screen.OVER)
    so_far = Beginning(screening=screening_of(known), answers=answers_of(known))
    for entry in ordered:
        so_far = _after(so_far, entry.event)
    screen, question = _next(so_far, ordered)
    return replace(so_far, screen=screen, question=question)


def begin_events(
    entries: Iterable[Entry], events: Sequence[Event], at: datetime, *, policy: Policy = GUARDED
) -> list[Event]:
    """What to write when a screen is answered: with the last of them, the plan.

    Args:
        entries: What was written so far.
        events: What is being told.
        at: When.
        policy: The numbers.
    """
    known: list[Entry] = list(entries)
    more: list[Event] = []
    for event in events:
        if isinstance(event, SAFETY):
            more += answer_events(with_more(known, more, at), event, at)
        else:
            more.append(event)
    after = with_more(known, more, at)
    begun = beginning_of(after)
    return [*more, _plan(begun, after, policy)] if begun.is_told else more


def usual_events(so_far: Beginning, symptom: Symptom, tenths: int | None) -> list[Event]:
    """What usual pain, or usual fatigue, is to be written as; None is a skip."""
    usual = so_far.usual or on.UsualTold(None, None)
    if symptom == Symptom.PAIN:
        return [replace(usual, pain=tenths)]
    return [replace(usual, fatigue=tenths), on.PageSeen(Screen.FATIGUE)]


def start_of(unit: Unit, bad_day: int | None, policy: Policy = GENTLE) -> int:
    """The first dose: half of what a bad day allows, on a rung; else the smallest rung."""
    doses = MOVEMENT[unit].doses
    dose = first_dose(policy, bad_day=bad_day)
    return doses[0] if dose is None else doses[rung_at_most(doses, dose)]


# How far it has come --------------------------------------------------------------------------

_OF_THE_FIRST_RUN = (
    on.PlanStarted,
    on.PageSeen,
    on.MovementChosen,
    on.BadDayTold,
    on.UsualTold,
    on.AskSkipped,
    on.TakenBack,
    *SAFETY,
)


def _after(so_far: Beginning, event: Event) -> Beginning:
    """What is known after one more word."""
    match event:
        case on.PageSeen(page):
            return replace(so_far, seen=so_far.seen | {page})
        case on.MovementChosen():
            return _with_movement(so_far, event)
        case on.BadDayTold():
            return replace(so_far, bad_day=event, seen=so_far.seen - {Screen.START})
        case on.UsualTold():
            return replace(so_far, usual=event)
        case _:
            return so_far


def _with_movement(so_far: Beginning, chosen: on.MovementChosen) -> Beginning:
    """Another movement asks anew what a bad day allows."""
    was = so_far.movement
    if was is None or (was.movement, was.unit) == (chosen.movement, chosen.unit):
        return replace(so_far, movement=chosen)
    seen = so_far.seen - {Screen.START}
    return replace(so_far, movement=chosen, bad_day=None, seen=seen)


def _next(so_far: Beginning, ordered: Sequence[Entry]) -> tuple[Screen, SafetyQuestion | None]:
    """The first screen that is not answered. What stops a plan comes before all others."""
    told = so_far.screening
    if may_there_be_a_plan(told).gate == Gate.RED_FLAG:
        return Screen.RED_FLAG, None
    if ClinicianFirst.UNDER_18 in told.clinician_first:
        return Screen.UNDER_18, None
    for page in (Screen.LANGUAGE, Screen.WHAT):
        if page not in so_far.seen:
            return page, None
    question = next((one for one in SafetyQuestion if not _is_answered(so_far, one)), None)
    after_the_gate = question is None or question > SafetyQuestion.MALAISE
    if after_the_gate and _is_screen_open(told, ordered):
        return Screen.MALAISE, None
    if question is not None:
        return Screen.SAFETY, question
    is_open = {
        Screen.MOVEMENT: so_far.movement is None,
        Screen.BAD_DAY: so_far.bad_day is None,
        Screen.START: Screen.START not in so_far.seen,
        Screen.PAIN: so_far.usual is None,
    }
    return next((one for one in is_open if is_open[one]), Screen.FATIGUE), None


def _is_answered(so_far: Beginning, question: SafetyQuestion) -> bool:
    """Where an illness was named, the gate question has its answer."""
    if question in RED_FLAGS:
        return all(one in so_far.screening.red_flags for one in RED_FLAGS[question])
    if question == SafetyQuestion.MALAISE and so_far.screening.illness_named:
        return True
    return question in so_far.answers


def _is_screen_open(told: Screening, ordered: Sequence[Entry]) -> bool:
    """Is the malaise screen to be asked now? It may be left for later; offers then wait."""
    if told.illness_named or told.malaise_gate == Told.NO or told.screen is not None:
        return False
    asked = [
        one.at for one in ordered if isinstance(one.event, on.MalaiseGateTold | on.IllnessNamed)
    ]
    return not any(
        one.at >= asked[-1] and one.event == on.AskSkipped(Ask.SCREEN) for one in ordered
    )


def _plan(begun: Beginning, entries: Sequence[Entry], policy: Policy) -> on.PlanStarted:
    """The plan, from all that was told. What was skipped is taken as small and as plain."""
    movement = begun.movement or SKIPPED
    usual = begun.usual or on.UsualTold(None, None)
    return on.PlanStarted(
        unit=movement.unit,
        start=start_of(movement.unit, begun.bad_day.amount if begun.bad_day else None, policy),
        new_movement=movement.new_movement,
        resistance=movement.movement == Movement.RESISTANCE,
        ignore_heart=care_of(entries).ignore_heart,
        usual_pain=usual.pain,
        usual_fatigue=usual.fatigue,
        movement=movement.movement,
        name=movement.name,
        anchor=movement.anchor,
    )
