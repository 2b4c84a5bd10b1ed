"""When days are thinner than a line, several of them are told as if they were one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from statistics import fmean, median, median_low
from typing import TYPE_CHECKING, NamedTuple

from steadystep.charts.record import AMBER, RED, STEP_BACK, RecordDay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from steadystep.charts.record import Reading


class Range(NamedTuple):
    """The lowest and the highest answer of one group of days."""

    day: date
    low: float
    high: float


def grouped(days: Sequence[RecordDay], *, days_each: int) -> tuple[RecordDay, ...]:
    """Tell each group of days as one: middle values, and every sign that fell within it."""
    if days_each == 1:
        return tuple(days)
    return tuple(_as_one(first, group) for first, group in _groups(days, days_each))


def ranges(
    days: Sequence[RecordDay], *, days_each: int, read: Callable[[RecordDay], Reading]
) -> list[Range]:
    """Find how far the answers of each group reach."""
    return [
        Range(first, min(answers), max(answers))
        for first, group in _groups(days, days_each)
        if (answers := _known(read(day).answer for day in group))
    ]


def _groups(days: Sequence[RecordDay], days_each: int) -> Iterator[tuple[date, list[RecordDay]]]:
    groups: defaultdict[int, list[RecordDay]] = defaultdict(list)
    for day in days:
        groups[(day.day - days[0].day).days // days_each].append(day)
    for number, group in groups.items():
        yield days[0].day + timedelta(days=number * days_each), group


def _as_one(first: date, group: list[RecordDay]) -> RecordDay:
    last = group[-1]
    return replace(
        last,
        day=first,
        action=STEP_BACK if any(day.action == STEP_BACK for day in group) else last.action,
        level=_rung(day.level for day in group),
        dose=_rung(day.dose for day in group),
        offered=max(_known(day.offered for day in group), default=None),
        load=_mean(day.load for day in group),
        pain=_middle(day.pain for day in group),
        fatigue=_middle(day.fatigue for day in group),
        flare=_worst({day.flare for day in group}),
        marked=any(day.marked for day in group),
        watching=any(day.watching for day in group),
        boom=any(day.boom for day in group),
        bust=any(day.bust for day in group),
        beside=tuple(dict.fromkeys(name for day in group for name in day.beside)),
    )


def _known(values: Iterator[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _rung(values: Iterator[float | None]) -> float | None:
    """Keep to a rung that was really told: the middle of two rungs is no rung."""
    known = _known(values)
    return median_low(known) if known else None


def _middle(values: Iterator[float | None]) -> float | None:
    known = _known(values)
    return median(known) if known else None


def _mean(values: Iterator[float | None]) -> float | None:
    known = _known(values)
    return fmean(known) if known else None


def _worst(flares: set[str]) -> str:
    return next((flare for flare in (RED, AMBER) if flare in flares), "none")
