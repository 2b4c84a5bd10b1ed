"""Years at a glance: what there was of each month."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from steadystep.core.decision import Flare
from steadystep.core.facts import FlareWord
from steadystep.core.reference import median

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from steadystep.core.history import HistoryDay
    from steadystep.core.observations import Unit


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a record, or the part of it that there is.

    Attributes:
        first: The first day of it in the record.
        last: The last one.
        answered: Days with an answer.
        moved: Days with movement.
        flares: Days that were a flare, by the numbers or in the person's own word.
        level: The step at its end, tenths of a unit; None where there was none.
        unit: What the step is counted in.
        pain: The middle answer, tenths; None where none was told.
        fatigue: The same for fatigue.
    """

    first: date
    last: date
    answered: int
    moved: int
    flares: int
    level: int | None
    unit: Unit
    pain: int | None
    fatigue: int | None


def months(days: Sequence[HistoryDay]) -> tuple[Month, ...]:
    """The months of these days, oldest first."""
    by_month = groupby(days, key=lambda one: (one.day.year, one.day.month))
    return tuple(_month(list(those)) for _, those in by_month)


def is_flare(day: HistoryDay) -> bool:
    """Was the day a flare: by the numbers, or in the person's own word?"""
    return day.known.flare == Flare.RED or day.word == FlareWord.A_FLARE


def _month(days: Sequence[HistoryDay]) -> Month:
    last = days[-1]
    return Month(
        first=days[0].day,
        last=last.day,
        answered=sum(one.answered for one in days),
        moved=sum(bool(one.done) for one in days),
        flares=sum(is_flare(one) for one in days),
        level=last.level,
        unit=last.decision.unit,
        pain=_middle([one.pain for one in days if one.pain is not None]),
        fatigue=_middle([one.fatigue for one in days if one.fatigue is not None]),
    )


def _middle(answers: list[int]) -> int | None:
    return median(answers) if answers else None
