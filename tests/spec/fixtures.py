"""How a table is lived: as a plan, as a diary without one, or answer by answer."""

from __future__ import annotations

from typing import Protocol

from steadystep.core import diary as diaries
from steadystep.core import ladder, shapes, signal
from steadystep.core.course import Course
from steadystep.core.diary import DiaryTerms
from steadystep.core.facts import Terms
from steadystep.core.observations import Unit
from steadystep.core.policy import GENTLE, Policy
from steadystep.core.signal import Reference
from tests.spec import table as tables
from tests.spec.table import Seen, tenths


class RuleOfTwo(Protocol):
    """Live a plan day by day and compare what the rule says with the table."""

    def __call__(
        self,
        table: str,
        *,
        start: float = 5,
        unit: str = "minutes",
        new: bool = False,
        resistance: bool = False,
        per_week: int = 7,
        scale_step: float = 1,
        told_usual: float | None = None,
        ignore_heart: bool = False,
        pace: Policy = GENTLE,
    ) -> None:
        """Compare. The movement is one the person knows, unless it is said to be new."""


class Replay(Protocol):
    """Replay a diary that contains no plan and compare what the rule would have said."""

    def __call__(
        self,
        table: str,
        *,
        start: float = 5,
        unit: str = "minutes",
        has_load: bool = False,
        pacing_only: bool = False,
    ) -> None:
        """Compare."""


class Listen(Protocol):
    """Hear each answer against usual and warning, and compare."""

    def __call__(self, table: str) -> None:
        """Compare."""


def live_a_plan(
    table: str,
    *,
    start: float = 5,
    unit: str = "minutes",
    new: bool = False,
    resistance: bool = False,
    per_week: int = 7,
    scale_step: float = 1,
    told_usual: float | None = None,
    ignore_heart: bool = False,
    pace: Policy = GENTLE,
) -> None:
    """Live the days of a table under a plan that begins on day 1."""
    terms = Terms(
        unit=Unit(unit),
        ladder=ladder.MOVEMENT[Unit(unit)],
        new_movement=new,
        resistance=resistance,
        per_week=per_week,
        pain_step=round(scale_step * 10),
        ignore_heart=ignore_heart,
    )
    course = Course(terms, pace, start=round(start * 10))
    if told_usual is not None:
        course.told_usual(pain=round(told_usual * 10), fatigue=None)
    tables.compare(table, tables.live(tables.read(table), course))


def replay_a_diary(
    table: str,
    *,
    start: float = 5,
    unit: str = "minutes",
    has_load: bool = False,
    pacing_only: bool = False,
) -> None:
    """Replay the days of a table as a diary that nobody planned by."""
    terms = DiaryTerms(
        unit=Unit(unit), has_load=has_load, start=round(start * 10), pacing_only=pacing_only
    )
    days = list(tables.moments(tables.read(table)))
    facts = [tables.facts_of(number, row.cells) for number, row in days]
    told = diaries.replay(facts, terms)
    tables.compare(
        table,
        (Seen(number, row, one.decision) for (number, row), one in zip(days, told, strict=True)),
    )


_HEARD = ("silent", "calm", "raised", "warm", "high")
_IN_FOG = ("better", "same", "worse", "much worse")


def listen_to(table: str) -> None:
    """Hear each row's answer against its usual and warning rise, and compare the word for it."""
    columns, *rows = [[cell.strip() for cell in line.split("|")] for line in tables.lines_of(table)]
    for cells in rows:
        told = dict(zip(columns, cells, strict=True))
        level = _level(told)
        if _HEARD[level] != told["is heard as"]:
            message = f"{told}: the rule hears {_HEARD[level]!r}"
            raise tables.ToldDifferently(message)


def _level(told: dict[str, str]) -> int:
    usual, warning_rise = tenths(told["usual"]), tenths(told["warning rise"])
    if told.get("feels"):
        reference = Reference(usual, shapes.NONE, warning_rise, shapes.NONE)
        return signal.listen_in_fog(_IN_FOG.index(told["feels"]) - 1, reference)[0]
    answer = tenths(told["answer"]) if told["answer"] else shapes.NONE
    return signal.level(usual, warning_rise, answer)
