"""Observations gathered into days: one row for each calendar day of a record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, assert_never

from steadystep.core.facts import NONE, DayFacts, FlareWord
from steadystep.core.observations import (
    FlareMarked,
    LoadMeasured,
    Measure,
    Measured,
    Observation,
    SymptomRated,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class DayTable:
    """The days of a record as they fill up. It grows with the days and not with the file."""

    def __init__(self) -> None:
        """Begin with no days."""
        self._rows: dict[date, dict[str, int]] = {}

    def add(self, one: Observation) -> None:
        """Take in one observation. Several of a kind in a day: the worst, or the most, counts."""
        row = self._rows.setdefault(one.day, {})
        name, value = _column(one)
        row[name] = max(row.get(name, NONE), value)

    def days(self) -> list[DayFacts]:
        """One row a day from the first to the last; days nobody wrote down are there, silent."""
        if not self._rows:
            return []
        first, last = min(self._rows), max(self._rows)
        spanned = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return [_facts(day, self._rows.get(day, {})) for day in spanned]


def days_of(observations: Iterable[Observation]) -> list[DayFacts]:
    """Gather observations, in whatever order they come, into days."""
    table = DayTable()
    for one in observations:
        table.add(one)
    return table.days()


def _column(one: Observation) -> tuple[str, int]:
    match one:
        case SymptomRated(symptom=symptom, tenths=tenths):
            return symptom.value, tenths
        case FlareMarked():
            return "flare", 1
        case LoadMeasured(tenths=tenths):
            return "load", tenths
        case Measured(measure=measure, tenths=tenths):
            return ("rmssd" if measure == Measure.HRV_RMSSD else "resting_heart_rate"), tenths
        case _:
            assert_never(one)


def _facts(day: date, row: dict[str, int]) -> DayFacts:
    return DayFacts(
        day=day,
        pain=row.get("pain", NONE),
        fatigue=row.get("fatigue", NONE),
        sleep=row.get("sleep", NONE),
        flare=FlareWord.A_FLARE if "flare" in row else FlareWord.NOT_SAID,
        load=row.get("load", NONE),
        rmssd=row.get("rmssd", NONE),
        resting_heart_rate=row.get("resting_heart_rate", NONE),
    )
