"""The rule that plans for invented people decides as the app does, day after day."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from steadystep.cohort.engine import run
from steadystep.cohort.policies.shipped import (
    CHECK_IN_HOUR,
    DAY_HOURS,
    SESSION_HOUR,
    Knobs,
    Memory,
    begin,
    choose,
    shipped,
)
from steadystep.cohort.told import UNTOLD, Planner
from steadystep.cohort.world import FAMILIES, R, World
from steadystep.core import ladder as ladders
from steadystep.core.course import Course
from steadystep.core.decision import ACTIONS, Decision, Flare
from steadystep.core.facts import NONE, DayFacts, FlareWord, Reply, Terms, UsualWord
from steadystep.core.observations import Unit
from steadystep.core.policy import GENTLE, Policy
from steadystep.core.reasons import BLOCKER_KINDS
from steadystep.core.reference import in_force, measured_against

if TYPE_CHECKING:
    from steadystep.cohort.told import Choice, Start, Told
    from steadystep.core.signal import Reference

GUARDED = replace(GENTLE, guard_risk_percent=10)
SEED = 11


class Way(NamedTuple):
    """How a person answers the app: 1 or 0 each."""

    asks: int = 1
    takes: int = 1
    accepts: int = 1


EAGER = Way()


class Both(NamedTuple):
    """A person planned for twice: by the cohort's rule, and by the app's own fold beside it."""

    cohort: Memory
    app: Course
    facts: DayFacts | None


class Said(NamedTuple):
    """What of a morning is compared. Doses in tenths of a minute."""

    action: str
    rung: int | None
    dose: int | None
    offered: int | None
    blocked: tuple[str, ...]
    red: bool
    usual_and_rise: Reference
    evidence: tuple[int, ...]


class Twice:
    """Plans by the cohort's rule, and holds each morning beside what the app says."""

    def __init__(self, policy: Policy, way: Way, blink: int) -> None:
        self.policy, self.way = policy, way
        self.planner = shipped(policy, **way._asdict())
        # A watch that shows nothing every so many days; 0 for one that always does.
        self.blink = blink
        self.mornings = 0
        self.met: Counter[str] = Counter()

    def begin(self, start: Start, knobs: Knobs) -> Both:
        ladder = ladders.WHOLE_DAY_MINUTES if start.whole_day else ladders.MINUTES
        whole_day = bool(start.whole_day)
        terms = Terms(
            unit=Unit.MINUTES, ladder=ladder, whole_day=whole_day, new_movement=not whole_day
        )
        app = Course(terms, self.policy, start=int(start.dose * 10))
        app.told_usual(pain=known(start.usual_pain), fatigue=known(start.usual_fatigue))
        return Both(begin(start, knobs), app, None)

    def choose(self, both: Both, told: Told, knobs: Knobs) -> tuple[Both, Choice]:
        if self.blink and told.day % self.blink == 0:
            told = told._replace(load=float(UNTOLD), sleep=UNTOLD)
        app, facts = both.app, both.facts
        if facts is not None:
            app.evening(facts._replace(did=told.did, load=in_tenths(told.load)))
        before = app.state
        facts, decision = self.morning(app, told)
        memory, choice = choose(both.cohort, told, knobs)

        assert by_the_cohort(memory, app) == by_the_app(decision, app), told
        assert choice.dose * 10 == decision.dose
        assert choice.call == (decision.flare == Flare.RED and not before.body.flaring)
        assert choice.rose == (app.morning(facts).reason.kind == "step_taken")
        assert choice.held == ("plateau" in decision.blocked_by)
        self.mornings += 1
        self.met.update((decision.reason.kind, *decision.blocked_by))
        return Both(memory, app, facts), choice

    def morning(self, app: Course, told: Told) -> tuple[DayFacts, Decision]:
        """Check in at nine and hear the app; a session would be at three."""
        day = date.fromordinal(told.day + 1)
        word = UsualWord.TAKE if self.way.takes else UsualWord.KEEP
        facts = DayFacts(
            day=day,
            pain=told.pain,
            fatigue=told.fatigue,
            sleep=told.sleep,
            answered_at=day.toordinal() * DAY_HOURS + CHECK_IN_HOUR,
            did_at=day.toordinal() * DAY_HOURS + SESSION_HOUR,
            reply=Reply.ACCEPT if self.way.accepts else Reply.NONE,
            usual_word=UsualWord.NOT_SAID if told.pain == UNTOLD else word,
        )
        decision = app.morning(facts)
        if decision.ask_flare and told.hard_day and self.way.asks:
            facts = facts._replace(flare=FlareWord.A_HARD_DAY)
            decision = app.morning(facts)
        return facts, decision


def known(tenths: int) -> int | None:
    return None if tenths == UNTOLD else tenths


def in_tenths(minutes: float) -> int:
    return NONE if minutes < 0 else int(minutes * 10)


def by_the_cohort(memory: Memory, app: Course) -> Said:
    guarded = app.policy.guard_risk_percent > 0
    said, doses = memory.said, (*app.terms.ladder.doses, None)
    return Said(
        ACTIONS[said.action],
        doses[said.rung],
        doses[said.dose],
        doses[said.offered],
        tuple(kind for bit, kind in enumerate(BLOCKER_KINDS) if said.blocked >> bit & 1),
        bool(said.red),
        measured_against(
            in_force(memory.pain.held.usual, memory.pain.as_told),
            in_force(memory.fatigue.held.usual, memory.fatigue.as_told),
        ),
        tuple(memory.evidence) if guarded else (),
    )


def by_the_app(decision: Decision, app: Course) -> Said:
    evidence = app.memory().guard.evidence
    return Said(
        decision.action,
        decision.level,
        decision.dose,
        decision.offered,
        decision.blocked_by,
        decision.flare == Flare.RED,
        decision.reference,
        evidence,
    )


def lives(
    world: World, people: range, policy: Policy = GENTLE, way: Way = EAGER, blink: int = 0
) -> Twice:
    """Let people live with both, in plain Python; each morning is compared."""
    twice = Twice(policy, way, blink)
    planner = Planner("twice", twice.begin, twice.choose, twice.planner.knobs)
    for person in people:
        run(world, planner, SEED, person, 1, compiled=False)
    return twice


@pytest.mark.parametrize("policy", [GENTLE, GUARDED], ids=["unguarded", "guarded"])
@pytest.mark.parametrize("rho", [0.0, 1.0])
@pytest.mark.parametrize("family", range(len(FAMILIES)), ids=FAMILIES)
def test_in_the_first_weeks_the_cohorts_rule_says_what_the_app_says(
    family: int, rho: float, policy: Policy
) -> None:
    assert lives(World(family=family, rho=rho, days=50), range(1), policy).mornings


@pytest.mark.parametrize("way", [EAGER, Way(0, 1, 1), Way(1, 0, 1), Way(1, 1, 0)])
def test_whoever_keeps_or_takes_a_higher_usual_hears_the_same_from_both(way: Way) -> None:
    """Pain rises by two points after joining: the opposite of bad first weeks."""
    better_first = World(family=R, sensitivity=0.0, first_weeks=-2.5, days=80)
    assert lives(better_first, range(3), way=way).met["usual_moved_up"]


def test_a_person_with_a_watch_that_blinks_hears_the_same_from_both() -> None:
    met = lives(World(watch=1, boom=2.0, days=70), range(3), blink=5).met
    assert met["big_day"]
    assert met["sleep_worse"]


def test_few_answers_are_heard_alike_by_both() -> None:
    met = lives(World(family=R, missing=4.0, days=90), range(3)).met
    assert met["no_answer_today"]
    assert met["few_answers"]
    assert met["half_pace"]


def test_a_person_of_whom_nothing_is_known_on_joining_hears_the_same_from_both() -> None:
    assert lives(World(run_in=0, days=40), range(2)).met["learning_usual"]


@pytest.mark.slow
@pytest.mark.parametrize("policy", [GENTLE, GUARDED], ids=["unguarded", "guarded"])
@pytest.mark.parametrize("rho", [0.0, 1.0])
@pytest.mark.parametrize("family", range(len(FAMILIES)), ids=FAMILIES)
def test_through_whole_years_the_cohorts_rule_says_what_the_app_says(
    family: int, rho: float, policy: Policy
) -> None:
    plain = World(family=family, rho=rho)
    hard = plain._replace(missing=2.0, noise=1.3, first_weeks=-1.5, watch=1, boom=1.5)
    for place, world in enumerate((plain, hard)):
        ways = (EAGER, Way(0, 1, 1), Way(1, 0, 1), Way(0, 0, 0))
        for person, way in enumerate(ways):
            people = range(10 * place + person, 10 * place + person + 1)
            assert lives(world, people, policy, way, blink=9 * place).mornings
