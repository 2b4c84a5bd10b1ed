"""The course: days in, decisions out. Oldest first, one closed day at a time."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import reference, rule, shapes, signal
from steadystep.core.answers import KEPT_DAYS, Answers, higher_of, reference_of
from steadystep.core.because import Told, next_look_in, reason_of
from steadystep.core.decision import ACTIONS, FLARES, Decision
from steadystep.core.events import ReferenceSet
from steadystep.core.facts import NONE, DayFacts, Gate, Terms, UsualWord
from steadystep.core.guarding import Guarding
from steadystep.core.ladder import rung_at_most
from steadystep.core.memory import Memory
from steadystep.core.observations import Symptom
from steadystep.core.reasons import (
    BLOCKER_KINDS,
    ClinicianFirst,
    Limit,
    NoPlanYet,
    Paused,
    Reason,
    RedFlag,
)
from steadystep.core.signal import NOTHING_KNOWN, Reference

if TYPE_CHECKING:
    from steadystep.core.brought import BroughtUsual
    from steadystep.core.policy import Policy

ENGINE = "1"
NOON = 12
_LADDER = Limit.LADDER


class Window(NamedTuple):
    """An open window: how long the body has been heard, and what closes it.

    Attributes:
        hours: Hours since it opened.
        hours_needed: Hours after which it may close.
        answers: Answers heard in it, none of them warm.
        answers_needed: How many it takes.
    """

    hours: int
    hours_needed: int
    answers: int
    answers_needed: int


class Course:
    """The fold of a record. It keeps yesterday's state and the last weeks' numbers.

    `morning` decides and changes nothing, however often it is asked. `evening` closes the day.
    """

    def __init__(self, terms: Terms, policy: Policy, *, start: int | None = None) -> None:
        """Begin a course.

        Args:
            terms: What the plan is about.
            policy: The numbers.
            start: The first dose in tenths of a unit, or None while it is not known.
        """
        self.terms = terms
        self.policy = policy
        self.numbers, self.hearing = policy.numbers(), policy.hearing()
        self.state = rule.newborn(0 if start is None else rung_at_most(terms.ladder.doses, start))
        self.days = 0
        self.reference = NOTHING_KNOWN
        self._top = len(terms.ladder.doses) - 1
        # NONE is -1: the place after the last rung, where there is no dose.
        self._doses = (*terms.ladder.doses, None)
        self._version = policy.version
        self._symptoms = (
            Answers(Symptom.PAIN, terms.pain_step),
            Answers(Symptom.FATIGUE, terms.fatigue_step),
        )
        self._higher: tuple[Symptom, int, int] | None = None
        self._loads: list[int] = []
        self._sleep: list[int] = []
        self._rmssd: list[int] = []
        self._heart_rate: list[int] = []
        self._asked: tuple[date, shapes.Day, shapes.State, shapes.Morning] | None = None
        self._guard = Guarding(terms.ladder, policy)
        self._boom = self._bust = False
        self._answers = 0
        self.looked_on: date | None = None

    def start_at(self, dose: int) -> None:
        """Give the plan its first dose (tenths of a unit): the highest rung at or under it."""
        self.state = self.state._replace(
            plan=rule.newborn(rung_at_most(self.terms.ladder.doses, dose)).plan
        )

    def told_usual(self, *, pain: int | None, fatigue: int | None) -> None:
        """Measure against what the person told (tenths), until their answers can be taken."""
        for symptom, told in zip(self._symptoms, (pain, fatigue), strict=True):
            if told is not None:
                symptom.told = reference.told(told, self.hearing, symptom.step)
        self.reference = reference_of(*self._symptoms)

    def fill_usual(self, usual: BroughtUsual) -> None:
        """Where the person told no usual, measure against the one of another diary."""
        for symptom, brought in usual:
            one = next(one for one in self._symptoms if one.symptom == symptom)
            one.told = one.told or brought
        self.reference = reference_of(*self._symptoms)

    def keep_to(self, alone: Course) -> None:
        """Keep to the record as the person told it: usual is theirs, and no rung is above it."""
        for mine, theirs in zip(self._symptoms, alone._symptoms, strict=True):
            filled = mine.told
            mine.recall(theirs.memory())
            mine.told = filled
        self._answers, self.looked_on = alone._answers, alone.looked_on
        plan, others = self.state.plan, alone.state.plan
        self.state = self.state._replace(
            plan=plan._replace(rung=min(plan.rung, others.rung), told=min(plan.told, others.told))
        )
        self._weigh_usual()

    def follow(self, policy: Policy) -> None:
        """Go by these numbers from now on."""
        if policy != self.policy:
            self.policy, self._version = policy, policy.version
            self.numbers, self.hearing = policy.numbers(), policy.hearing()
            self._guard.follow(self.terms.ladder, policy)

    def usual_was_set(self, event: ReferenceSet) -> None:
        """Take usual as the record says it was set, whatever would be worked out today."""
        symptom = next(one for one in self._symptoms if one.symptom == event.symptom)
        symptom.usual = reference.Usual(event.usual, event.spread, event.rise)
        symptom.higher = event.higher
        self._weigh_usual()

    def usual_as_set(self) -> tuple[ReferenceSet, ...]:
        """Usual as it stands, symptom by symptom, for the record to keep."""
        return tuple(
            ReferenceSet(
                one.symptom, one.usual.tenths, one.usual.spread, one.usual.rise, one.higher
            )
            for one in self._symptoms
            if one.usual is not None
        )

    def window(self, hour: int, facts: DayFacts) -> Window | None:
        """The window of a morning just asked, were the day closed at this absolute hour."""
        assert self._asked is not None  # noqa: S101 - for the type checker: it was asked
        _, day, state, said = self._asked
        boom, _ = signal.weigh(facts.load, self._loads, self.hearing)
        watch = rule.evening(state, _lived(day, facts, boom), said, self.numbers).watch
        if watch.opened == shapes.CLOSED:
            return None
        numbers = self.numbers
        slow = rule.is_slow(watch, day, numbers)
        return Window(
            max(0, hour - watch.opened),
            numbers.watch_hours_long if slow else numbers.watch_hours,
            watch.answers,
            numbers.watch_answers,
        )

    def carry_on(self, before: Course) -> None:
        """Begin where another plan ends: the body and its usual are the same.

        Offers wait for a new baseline week; a flare, and the calm it asks for, go on.
        """
        self._symptoms = before._symptoms
        self._loads, self._sleep = list(before._loads), list(before._sleep)
        self._rmssd, self._heart_rate = list(before._rmssd), list(before._heart_rate)
        self.days, self.looked_on = before.days, before.looked_on
        pace = self.state.pace._replace(
            plateau_until=before.state.pace.plateau_until, rest_until=before.state.pace.rest_until
        )
        self.state = self.state._replace(body=before.state.body, pace=pace)
        self._guard.carry_on(before._guard)
        self._weigh_usual()

    def memory(self) -> Memory:
        """All that is kept when a day is closed, to be put aside."""
        pain, fatigue = self._symptoms
        return Memory(
            self.state,
            self.days,
            pain.memory(),
            fatigue.memory(),
            tuple(self._loads),
            tuple(self._sleep),
            tuple(self._rmssd),
            tuple(self._heart_rate),
            self._boom,
            self._bust,
            self.looked_on,
            self._guard.memory(),
        )

    def recall(self, memory: Memory) -> None:
        """Go on from what was put aside when a day was closed."""
        pain, fatigue = self._symptoms
        self.state, self.days = memory.state, memory.days
        pain.recall(memory.pain)
        fatigue.recall(memory.fatigue)
        self._loads, self._sleep = list(memory.loads), list(memory.sleep)
        self._rmssd, self._heart_rate = list(memory.rmssd), list(memory.heart_rate)
        self._boom, self._bust = memory.boom, memory.bust
        self._answers = max(len(pain.answers), len(fatigue.answers))
        self.looked_on = memory.looked_on
        self._guard.recall(memory.guard)
        self._weigh_usual()

    def morning(self, facts: DayFacts) -> Decision:
        """Decide for a day from its answer and all that came before it."""
        day, limit = self._day(facts)
        state, said = rule.morning(self.state, day, self.numbers, self.terms.ladder)
        self._asked = facts.day, day, state, said
        told = Told(
            state,
            self.state,
            said,
            day,
            self.numbers,
            self.terms.ladder,
            self.reference,
            facts.pain,
            facts.fatigue,
            limit,
            self._higher,
            self._answers,
            self.policy.usual_answers,
            NONE if facts.confidence is None else facts.confidence,
            self.policy.confidence_least,
        )
        return self._decision(facts, told)

    def evening(
        self,
        facts: DayFacts,
        *,
        did: int | None = None,
        done: int | None = None,
        look: bool = True,
    ) -> None:
        """Close the day: remember what was done, and look at usual where a look is due.

        The answers are those of the last morning that was asked of this day.

        Args:
            facts: The day, with all that became of it.
            did: What was done in percent of the dose, where the facts do not say it yet.
            done: What was done in tenths of a unit, where that is known.
            look: Whether usual may be worked out anew; False where the record knows it.
        """
        if self._asked is None or self._asked[0] != facts.day:
            self.morning(facts)
        assert self._asked is not None  # noqa: S101 - for the type checker: it was asked above
        _, day, state, said = self._asked
        boom, bust = signal.weigh(facts.load, self._loads, self.hearing)
        self._boom, self._bust = bool(boom), bool(bust)
        lived = _lived(day, facts if did is None else facts._replace(did=did), boom)
        self._guard.close(self.state, lived, said, done)
        self.state = rule.evening(state, lived, said, self.numbers)
        if facts.usual_word:
            self._answer_usual(facts)
        self._remember(facts, look=look)

    def _remember(self, facts: DayFacts, *, look: bool) -> None:
        """Keep the day's numbers for the days that follow."""
        _keep(self._loads, facts.load)
        # Days before the first reading are no days of readings.
        if self._sleep or facts.sleep != NONE:
            _keep(self._sleep, facts.sleep)
        if self._rmssd or facts.rmssd != NONE:
            _keep(self._rmssd, facts.rmssd)
        if self._heart_rate or facts.resting_heart_rate != NONE:
            _keep(self._heart_rate, facts.resting_heart_rate)
        self.days += 1
        if facts.flare == shapes.A_FLARE:
            facts = facts._replace(pain=NONE, fatigue=NONE)
        pain, fatigue = self._symptoms
        looks = look and any(one.looks_after(self.days, self.hearing) for one in self._symptoms)
        moved = pain.close(facts.pain, self.days, self.hearing, look=look)
        if fatigue.close(facts.fatigue, self.days, self.hearing, look=look) or moved:
            self.reference = reference_of(pain, fatigue)
            looks = True
        if looks:
            self.looked_on = facts.day
        self._higher = higher_of(pain) or higher_of(fatigue)
        self._answers = max(len(pain.answers), len(fatigue.answers))

    def _answer_usual(self, facts: DayFacts) -> None:
        """Take or keep, as the person said; taking the higher one begins a new baseline week."""
        asked = next((one for one in self._symptoms if one.higher is not None), None)
        if asked is None:
            return
        take = facts.usual_word == UsualWord.TAKE
        asked.answer(take=take)
        if take:
            began = rule.begin(self.state.plan, facts.day.toordinal() + 1)
            self.state = self.state._replace(plan=began)
        self._weigh_usual()

    def _weigh_usual(self) -> None:
        """Measure against usual as it stands now."""
        pain, fatigue = self._symptoms
        self.reference = reference_of(pain, fatigue)
        self._higher = higher_of(pain) or higher_of(fatigue)

    def _day(self, facts: DayFacts) -> tuple[shapes.Day, Limit]:
        """The day in the rule's own words."""
        answer, warm = signal.listen(self.reference, facts.pain, facts.fatigue)
        if facts.than_usual is not None:
            # Numbers and a word on one day: the worst counts.
            in_fog, both = signal.listen_in_fog(facts.than_usual, self.reference)
            answer, warm = max(answer, in_fog), warm | both
        index = facts.day.toordinal()
        noon = index * 24 + NOON
        rungs, limit = self._limit(facts)
        doses = self.terms.ladder.doses
        return shapes.Day(
            index,
            self._gate(facts),
            answer,
            warm,
            facts.flare,
            noon if facts.answered_at is None else facts.answered_at,
            1 if facts.planned and facts.gate != shapes.NO_PLAN else 0,
            facts.did,
            noon if facts.did_at is None else facts.did_at,
            0,
            facts.reply,
            NONE if facts.chosen is None else rung_at_most(doses, facts.chosen),
            rungs,
            self._guard_rung(facts, index),
            self._waits(facts),
            self._is_slow(index),
            self.terms.per_week,
            1 if facts.kept_moving else 0,
            1 if facts.more else 0,
        ), limit

    def _guard_rung(self, facts: DayFacts, today: int) -> int:
        """The lower of the guard that was told and the guard that was learned."""
        learned = self._guard.rung_for(self.state, today, facts.chosen)
        if facts.guard is None:
            return learned
        told = rung_at_most(self.terms.ladder.doses, facts.guard)
        return told if learned == NONE else min(told, learned)

    def _gate(self, facts: DayFacts) -> int:
        """The gate that was told; a limit under the smallest rung leaves nothing to tell."""
        gate = facts.gate
        if gate != shapes.OPEN or (facts.ceiling is None and facts.goal is None):
            return gate
        smallest = self.terms.ladder.doses[0]
        told = (one for one in (facts.ceiling, facts.goal) if one is not None)
        return shapes.PAUSED if min(told) < smallest else gate

    def _limit(self, facts: DayFacts) -> tuple[int, Limit]:
        """The lowest of ladder, clinician's ceiling and goal, and what it is called."""
        if facts.ceiling is None and facts.goal is None:
            return self._top, _LADDER
        doses = self.terms.ladder.doses
        highest, limit = self._top, Limit.LADDER
        for dose, name in ((facts.goal, Limit.GOAL), (facts.ceiling, Limit.CLINICIAN)):
            if dose is not None and rung_at_most(doses, dose) <= highest:
                highest, limit = rung_at_most(doses, dose), name
        return highest, limit

    def _waits(self, facts: DayFacts) -> int:
        """What the body and the record say besides today's answer, as the rule's bits."""
        hearing, waits = self.hearing, 0
        if self.reference == NOTHING_KNOWN:
            waits |= shapes.LEARNING
        if facts.screen_due:
            waits |= shapes.SCREEN_DUE
        if self._higher is not None:
            waits |= shapes.USUAL_UP
        if facts.sleep != NONE and signal.sleep_is_worse(facts.sleep, self._sleep, hearing):
            waits |= shapes.SLEEP_WORSE
        if self.terms.ignore_heart:
            return waits | self._unsure(facts)
        if facts.rmssd != NONE and signal.hrv_is_off([*self._rmssd, facts.rmssd], hearing):
            waits |= shapes.HRV_OFF
        rate = facts.resting_heart_rate
        if rate != NONE and signal.heart_rate_is_up([*self._heart_rate, rate], hearing):
            waits |= shapes.HEART_RATE_UP
        return waits | self._unsure(facts)

    def _unsure(self, facts: DayFacts) -> int:
        if facts.confidence is None or facts.confidence >= self.policy.confidence_least:
            return 0
        return shapes.UNSURE

    def _is_slow(self, today: int) -> int:
        """Does this movement's answer come late: resistance, or new to the person?"""
        if self.terms.resistance:
            return 1
        if not self.terms.new_movement:
            return 0
        began = self.state.plan.began
        age = 0 if began == shapes.NEVER else today - began
        return 1 if age < self.policy.new_movement_days else 0

    def _decision(self, facts: DayFacts, told: Told) -> Decision:
        said, doses = told.said, self._doses
        gate = told.day.gate
        closed = gate not in (shapes.OPEN, shapes.PACING_ONLY)
        reason = _reason_without_plan(Gate(gate), facts, self.policy) if closed else reason_of(told)
        waits_for_a_person = said.action == shapes.PAUSE
        warm = told.day.answer >= shapes.WARM
        return Decision(
            facts.day,
            ACTIONS[said.action],
            doses[said.rung],
            doses[said.dose],
            doses[said.offered],
            self.terms.unit,
            reason,
            _kinds(said.blocked),
            _would_have_been(told, self.terms.ladder.doses),
            FLARES[2 if said.red else warm],
            bool(
                said.red
                and facts.flare == shapes.NOT_SAID
                and told.before.watch.first == shapes.NEVER
                and not told.before.body.flaring
            ),
            _is_good(self.reference, facts),
            self._boom,
            self._bust,
            told.state.watch.opened != shapes.CLOSED,
            _missing(facts, self.reference, self._loads if self.terms.whole_day else []),
            None if waits_for_a_person else date.fromordinal(told.day.today + next_look_in(told)),
            self.reference,
            None if facts.pain == NONE else facts.pain,
            None if facts.fatigue == NONE else facts.fatigue,
            self._version,
            ENGINE,
        )


def _lived(day: shapes.Day, facts: DayFacts, boom: int) -> shapes.Day:
    """The day with what became of it."""
    return day._replace(
        did=facts.did,
        did_at=day.did_at if facts.did_at is None else facts.did_at,
        boom=1 if boom or facts.far_too_much else 0,
    )


def _keep(days: list[int], value: int) -> None:
    """Add a day, and let go of what nothing looks back to."""
    days.append(value)
    if len(days) > KEPT_DAYS:
        del days[0]


def _reason_without_plan(gate: Gate, facts: DayFacts, policy: Policy) -> Reason:
    """The reason of a day that something stands against (question A)."""
    match gate:
        case Gate.RED_FLAG:
            return RedFlag(facts.how_soon)
        case Gate.CLINICIAN_FIRST:
            return ClinicianFirst()
        case Gate.NO_PLAN:
            return NoPlanYet(facts.days_to_start, policy.start_days)
        case _:
            return Paused()


@cache
def _kinds(blocked: int) -> tuple[str, ...]:
    """The kinds of all that stands in the way, in the rule's order. Few sets ever occur."""
    return tuple(kind for bit, kind in enumerate(BLOCKER_KINDS) if blocked >> bit & 1)


def _would_have_been(told: Told, doses: tuple[int, ...]) -> int | None:
    """The dose had the reason not stood there."""
    action, rung = told.said.action, told.said.rung
    if told.said.fired == shapes.STEP_TAKEN:
        return doses[told.before.plan.rung]
    if action in (shapes.HOLD, shapes.STAY):
        return doses[rung + 1] if rung + 1 < len(doses) else None
    if action in (shapes.EASE, shapes.EASE_IN, shapes.STEP_BACK):
        return doses[told.before.plan.rung]
    return None


def _is_good(reference: Reference, facts: DayFacts) -> bool:
    """Is a symptom clearly below its usual, and none above? Said, and never acted on."""
    pain, fatigue, better = facts.pain, facts.fatigue, False
    if NONE not in (pain, reference.usual_pain):
        if pain > reference.usual_pain:
            return False
        better = reference.usual_pain - pain >= reference.rise_pain
    if NONE not in (fatigue, reference.usual_fatigue):
        if fatigue > reference.usual_fatigue:
            return False
        better = better or reference.usual_fatigue - fatigue >= reference.rise_fatigue
    return better


def _missing(facts: DayFacts, reference: Reference, loads: list[int]) -> tuple[str, ...]:
    """What was not there to decide with this morning, by name."""
    gone: tuple[str, ...] = ()
    if not facts.answered:
        gone = () if facts.flare == shapes.A_FLARE else ("answer",)
    elif facts.than_usual is None:
        if facts.pain == NONE and reference.usual_pain != NONE:
            gone = ("pain",)
        if facts.fatigue == NONE and reference.usual_fatigue != NONE:
            gone = (*gone, "fatigue")
    if loads and loads[-1] == NONE:
        gone = (*gone, "load")
    return (*gone, "usual") if reference == NOTHING_KNOWN else gone
