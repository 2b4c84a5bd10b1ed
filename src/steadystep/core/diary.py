"""A diary as if the rule had been there: what it would have said, day by day.

A diary contains no plan, so some things are assumed, and all of them are said. Nobody followed
what is told here, and nothing is known of what would have come of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from steadystep.core import ladder
from steadystep.core.course import Course
from steadystep.core.decision import Action, Decision
from steadystep.core.facts import NONE, DayFacts, FlareWord, Gate, Reply, Terms
from steadystep.core.observations import Unit
from steadystep.core.policy import GENTLE, Policy
from steadystep.core.reasons import NoAnswerToday
from steadystep.core.start import first_dose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEFAULT_START = 50
# How many known loads in a row have to reach an offer before it counts as taken.
LOADS_TO_ACCEPT = 3
ONLY_SILENCE = (NoAnswerToday.kind,)


class Assumed(StrEnum):
    """What a replay takes for granted, since a diary does not say."""

    SCREENED_NEGATIVE = "screened_negative"
    PACING_ONLY = "pacing_only"
    NOBODY_FOLLOWED = "nobody_followed"
    NOON = "noon"
    RED_IS_FLARE = "red_is_flare"
    USUAL_UP_UNANSWERED = "usual_up_unanswered"
    START_FROM_LOAD = "start_from_load"
    DONE_FROM_LOAD = "done_from_load"
    ACCEPTED_FROM_LOAD = "accepted_from_load"
    GAP_FROM_LOAD = "gap_from_load"
    WALK_DONE_WHEN_ANSWERED = "walk_done_when_answered"
    ACCEPTED_NEXT_ANSWER = "accepted_next_answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryTerms:
    """How a diary is to be read under the rule.

    Attributes:
        unit: What the load is counted in; minutes where there is no load.
        has_load: Whether the diary knows how much was moved.
        start: The dose assumed where it does not, tenths of a minute.
        pacing_only: Malaise was named or screened: an envelope, and no increment.
        pain_step: The smallest step of the pain scale, tenths of a point.
        fatigue_step: The same for fatigue.
    """

    unit: Unit = Unit.MINUTES
    has_load: bool = False
    start: int = DEFAULT_START
    pacing_only: bool = False
    pain_step: int = 10
    fatigue_step: int = 10

    @property
    def assumed(self) -> tuple[Assumed, ...]:
        """All that is taken for granted under these terms, in the order it is told."""
        screen = Assumed.PACING_ONLY if self.pacing_only else Assumed.SCREENED_NEGATIVE
        common = (Assumed.NOBODY_FOLLOWED, screen, Assumed.NOON, Assumed.RED_IS_FLARE)
        plan = (
            (
                Assumed.START_FROM_LOAD,
                Assumed.DONE_FROM_LOAD,
                Assumed.ACCEPTED_FROM_LOAD,
                Assumed.GAP_FROM_LOAD,
            )
            if self.has_load
            else (Assumed.WALK_DONE_WHEN_ANSWERED, Assumed.ACCEPTED_NEXT_ANSWER)
        )
        return (*common, *plan, Assumed.USUAL_UP_UNANSWERED)

    @property
    def terms(self) -> Terms:
        """The terms of the plan that is assumed."""
        ladders = ladder.WHOLE_DAY if self.has_load else ladder.MOVEMENT
        return Terms(
            unit=self.unit,
            ladder=ladders[self.unit],
            whole_day=self.has_load,
            new_movement=not self.has_load,
            pain_step=self.pain_step,
            fatigue_step=self.fatigue_step,
        )


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day of a diary: what was known of it, and what the rule says that morning."""

    facts: DayFacts
    decision: Decision


def replay(
    days: Sequence[DayFacts], terms: DiaryTerms, policy: Policy = GENTLE
) -> Iterator[DiaryDay]:
    """Say for each day what the rule decides that morning, and why.

    The line of a day knows its answers and the loads of the days before it, so that cutting the
    record at any day gives the same lines up to there.
    """
    course = Course(terms.terms, policy, start=None if terms.has_load else terms.start)
    follow = _FollowLoad(terms, policy) if terms.has_load else _FollowAnswers(terms)
    for facts in days:
        asked = follow.before(facts, course)
        decision = course.morning(asked)
        course.evening(asked, did=follow.after(facts, decision))
        yield DiaryDay(facts, decision)


class _FollowAnswers:
    """Without a load: a walk done on every day with an answer, offers taken at the next one."""

    def __init__(self, terms: DiaryTerms) -> None:
        self.gate = Gate.PACING_ONLY if terms.pacing_only else Gate.OPEN
        self.offered = False

    def before(self, facts: DayFacts, course: Course) -> DayFacts:  # noqa: ARG002 - one shape
        """Accept at the next answer what was offered before."""
        return _asked(facts, self.gate, accept=self.offered and facts.answered)

    def after(self, facts: DayFacts, decision: Decision) -> int:
        """Count the walk as done where there was an answer; else nobody knows."""
        if decision.action == Action.OFFER:
            self.offered = True
        elif facts.answered:
            self.offered = False
        return 100 if facts.answered and decision.dose else NONE


class _FollowLoad:
    """With a load: started from three known days, done and accepted by what was really moved."""

    def __init__(self, terms: DiaryTerms, policy: Policy) -> None:
        self.gate = Gate.PACING_ONLY if terms.pacing_only else Gate.OPEN
        self.policy = policy
        self.known: list[int] = []
        self.started = False
        self.offered: int | None = None
        self.reached = 0

    def before(self, facts: DayFacts, course: Course) -> DayFacts:
        """Start once enough ordinary days are known; accept once three loads reached the offer."""
        if not self.started:
            if len(self.known) < self.policy.start_days:
                known = len(self.known)
                return facts._replace(gate=Gate.NO_PLAN, planned=False, days_to_start=known)
            self.started = True
            course.start_at(first_dose(self.policy, tolerated=self.known, whole_day=True) or 0)
        accept = self.offered is not None and self.reached >= LOADS_TO_ACCEPT
        return _asked(facts, self.gate, accept=accept)

    def after(self, facts: DayFacts, decision: Decision) -> int:
        """Measure the day's load against the rung; note whether it reached what was offered."""
        if not self.started:
            if facts.load > 0 and facts.flare != FlareWord.A_FLARE:
                self.known.append(facts.load)
            return NONE
        self._note_offer(decision)
        if facts.load == NONE or not decision.level:
            return NONE
        self._note_load(facts.load)
        # The load is the whole day and no session: more than the rung is no big session.
        return min(facts.load * 100 // decision.level, 100)

    def _note_offer(self, decision: Decision) -> None:
        """An offer stands until it is taken, not reached, or something gets in its way."""
        if decision.action == Action.OFFER:
            if self.offered != decision.offered:
                self.offered, self.reached = decision.offered, 0
        elif decision.blocked_by != ONLY_SILENCE:
            self.offered, self.reached = None, 0

    def _note_load(self, load: int) -> None:
        if self.offered is not None:
            self.reached = self.reached + 1 if load >= self.offered else 0


def _asked(facts: DayFacts, gate: Gate, *, accept: bool) -> DayFacts:
    """The day as it is asked of the rule, unchanged where there is nothing to add."""
    if gate == Gate.OPEN and not accept:
        return facts
    return facts._replace(gate=gate, reply=Reply.ACCEPT if accept else Reply.NONE)
