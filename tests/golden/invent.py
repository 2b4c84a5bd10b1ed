"""Three invented people who followed the step they were told: where the golden diaries come from.

Each diary is written forwards, one day at a time: the rule is asked what it would say that
morning, and the invented person does it, or does not, in their own way. Nobody here is real, and
nothing they show is evidence.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from steadystep.core.days import days_of
from steadystep.core.decision import Decision
from steadystep.core.diary import DiaryTerms, replay
from steadystep.core.facts import NONE, DayFacts
from steadystep.core.observations import LoadMeasured, Observation, Symptom, SymptomRated, Unit

FIRST_DAY = date(2026, 3, 2)
DAYS = 84
ORDINARY_MINUTES = (10, 12, 10)
BIG_DAYS = (24, 41, 58, 75)
TERMS = DiaryTerms(unit=Unit.MINUTES, has_load=True)


@dataclass
class Life:
    """An invented person's days so far.

    Attributes:
        usual_pain: What pain comes back to, points.
        usual_fatigue: The same for fatigue.
        chance: Their own luck, from a fixed seed.
        extra: Points that a day still adds to both symptoms, by day number.
        minutes: What was moved, by day.
        decisions: What the rule said, by day.
    """

    usual_pain: int
    usual_fatigue: int
    chance: random.Random
    extra: dict[int, int] = field(default_factory=dict)
    minutes: list[int | None] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def hurts(self, *, days: tuple[int, ...], points: tuple[int, ...]) -> None:
        """Let the coming days (counted from today) hurt by so many points."""
        for after, more in zip(days, points, strict=True):
            self.extra[len(self.minutes) + after] = more


# What a person does on a day: minutes, or None where the day was not written down.
Way = Callable[[Life, Decision], int | None]


def told_minutes(life: Life, decision: Decision) -> int:
    """The dose told; from an offer on, the offered dose, which is how a diary says yes."""
    if decision.dose is None:
        return ORDINARY_MINUTES[len(life.minutes)]
    return (decision.offered or _standing_offer(life) or decision.dose) // 10


def _standing_offer(life: Life) -> int | None:
    """An offer of the last two days that nothing got in the way of."""
    for earlier in reversed(life.decisions[-2:]):
        if earlier.offered is not None and earlier.level == life.decisions[-1].level:
            return earlier.offered
    return None


def steady(life: Life, decision: Decision) -> int | None:
    """Does what was told, every day; forgets to write on a few."""
    if life.chance.random() < 0.04:
        return None
    return told_minutes(life, decision)


def boom_buster(life: Life, decision: Decision) -> int | None:
    """On a good day does three times as much; the three days after are hard, and little is done."""
    today = len(life.minutes)
    if life.extra.get(today, 0) >= 2:
        return 2
    minutes = told_minutes(life, decision)
    if today in BIG_DAYS:
        life.hurts(days=(1, 2, 3), points=(3, 3, 2))
        return minutes * 3
    return minutes


def slow_responder(life: Life, decision: Decision) -> int | None:
    """Does what was told; three days after each bigger step come two flare days."""
    minutes = told_minutes(life, decision)
    yesterday = life.decisions[-2] if len(life.decisions) > 1 else decision
    if decision.level and yesterday.level and decision.level > yesterday.level:
        life.hurts(days=(3, 4), points=(4, 4))
    return minutes


WAYS: dict[str, tuple[Way, int, int, int]] = {
    "steady": (steady, 4, 5, 11),
    "boom-buster": (boom_buster, 5, 5, 12),
    "slow-responder": (slow_responder, 4, 4, 14),
}


def invent(name: str) -> str:
    """Write one diary as CSV text. The same name gives the same bytes."""
    way, pain, fatigue, seed = WAYS[name]
    life = Life(pain, fatigue, random.Random(seed))
    seen: list[Observation] = []
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["date", "pain", "fatigue", "active minutes"])
    for number in range(DAYS):
        day = FIRST_DAY + timedelta(days=number)
        answers = _answers(life, number)
        today: list[Observation] = [
            SymptomRated(day, Symptom.PAIN, answers[0] * 10),
            SymptomRated(day, Symptom.FATIGUE, answers[1] * 10),
        ]
        decision = _ask([*seen, *today])
        life.decisions.append(decision)
        minutes = way(life, decision)
        life.minutes.append(minutes)
        if minutes is None:
            continue
        seen += [*today, LoadMeasured(day, minutes * 10, Unit.MINUTES)]
        table.writerow([day.isoformat(), *answers, minutes])
    return out.getvalue()


def _answers(life: Life, number: int) -> tuple[int, int]:
    """Usual, a point less now and then, and whatever a day before still adds."""
    extra = life.extra.get(number, 0)
    wobble = [life.chance.choices((-1, 0), (1, 5))[0] for _ in range(2)]
    return (
        max(0, min(10, life.usual_pain + wobble[0] + extra)),
        max(0, min(10, life.usual_fatigue + wobble[1] + extra)),
    )


def _ask(observations: list[Observation]) -> Decision:
    days: list[DayFacts] = days_of(observations)
    *_, last = replay(days, TERMS)
    assert last.facts.pain != NONE
    return last.decision
