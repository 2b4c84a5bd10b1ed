"""Law 13: what noise alone does to a rung over a year. Invented people, and evidence of nothing.

People whose answers have nothing to do with what they do: AR(1) noise, whole numbers, most days
answered, most sessions done (the assumptions of the design findings). They take every offer, and
where usual may have moved up they look at both values and take the higher one.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from statistics import median

import pytest

from steadystep.core.course import Course
from steadystep.core.decision import Action, Flare
from steadystep.core.facts import NONE, DayFacts, FlareWord, Reply, Terms, UsualWord
from steadystep.core.ladder import MINUTES
from steadystep.core.observations import Unit
from steadystep.core.policy import GENTLE

DAYS = 365
PEOPLE = 200
FIRST = date(2026, 1, 1)
START_MINUTES = 5
PHI, TOGETHER = 0.45, 0.5
ANSWERED, DONE, WAVED_OFF = 0.85, 0.85, 0.7


class Noise:
    """Two symptoms that wander around their usual, half of it together."""

    def __init__(self, spread: float, luck: random.Random) -> None:
        self.luck, self.spread = luck, spread
        self.usual = luck.gauss(5, 1.2), luck.gauss(5.5, 1.2)
        self.pain = self.fatigue = 0.0

    def next(self) -> tuple[int, int]:
        """Tomorrow's answers in tenths of a point."""
        shared = self.luck.gauss(0, 1)
        fresh = (1 - PHI**2) ** 0.5 * self.spread
        own = (1 - TOGETHER) ** 0.5
        both = TOGETHER**0.5 * shared
        self.pain = PHI * self.pain + fresh * (both + own * self.luck.gauss(0, 1))
        self.fatigue = PHI * self.fatigue + fresh * (both + own * self.luck.gauss(0, 1))
        return _whole(self.usual[0] + self.pain), _whole(self.usual[1] + self.fatigue)


def _whole(points: float) -> int:
    return 10 * max(0, min(10, round(points)))


def year(spread: float, person: int) -> int:
    """The rung after a year of noise."""
    luck = random.Random(f"{spread} {person}")
    noise = Noise(spread, luck)
    terms = Terms(unit=Unit.MINUTES, ladder=MINUTES)
    course = Course(terms, GENTLE, start=START_MINUTES * 10)
    for number in range(DAYS):
        pain, fatigue = noise.next()
        silent = luck.random() > ANSWERED
        wave = luck.random() < WAVED_OFF
        facts = DayFacts(
            day=FIRST + timedelta(days=number),
            pain=NONE if silent else pain,
            fatigue=NONE if silent else fatigue,
            did=100 if luck.random() < DONE else 0,
            reply=Reply.ACCEPT,
            usual_word=UsualWord.TAKE,
        )
        decision = course.morning(facts)
        if decision.flare == Flare.RED and decision.ask_flare and wave:
            facts = facts._replace(flare=FlareWord.A_HARD_DAY)
            decision = course.morning(facts)
        assert decision.action != Action.PACING_ONLY
        course.evening(facts)
    return course.state.plan.rung


@pytest.mark.slow
@pytest.mark.parametrize("spread", [0.8, 1.15, 1.6])
def test_law_13_after_a_year_of_noise_the_median_rung_lies_above_the_start(spread: float) -> None:
    """And at most 1 in 20 end below it."""
    rungs = [year(spread, person) for person in range(PEOPLE)]
    start = MINUTES.doses.index(START_MINUTES * 10)
    assert median(rungs) > start
    assert sum(rung < start for rung in rungs) <= PEOPLE / 20
