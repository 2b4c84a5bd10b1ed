"""Workouts of Apple Health, and the rings of a day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Activity, Kind, Maker, Session
from steadystep.importers.apple_health.kinds import (
    ACTIVITIES,
    ACTIVITY,
    MEASURED,
    Tenths,
    plain_name,
)
from steadystep.importers.apple_health.sources import source_of
from steadystep.importers.apple_health.tags import CUT_SHORT, attributes, span_of
from steadystep.importers.offsets import cannot_be, is_possible
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.export import Into

_STATISTICS: Final = b"<WorkoutStatistics"
# A workout of several parts tells each part's numbers first, and then its own.
_PART: Final = re.compile(rb"<WorkoutActivity\s.*?</WorkoutActivity>", re.DOTALL)
_UNWORN: Final = "ActivitySummary of a day without the watch"
_WITHOUT_MINUTES: Final = "ActivitySummary without minutes"


class Workouts:
    """Reads workouts and the rings of days, and hands them on."""

    def __init__(self, into: Into, *, today: date, file: str, exported: date | None) -> None:
        self._into = into
        self._today = today
        self._file = file
        self._exported = exported
        self._heart = Tenths(MEASURED["HeartRate"], 1.0)
        self._steps = Tenths(MEASURED["StepCount"], 1.0)
        self._minutes = Tenths(MEASURED["AppleExerciseTime"], 1.0)

    def read(self, name: bytes, element: bytes, place: int) -> None:
        """Read the element of this name, with what lies in it; `place` is where it begins."""
        told = attributes(element, len(name) + 1)
        if told is None:
            why: Sentence | None = CUT_SHORT
        elif name == b"Workout":
            why = self._workout(told, element)
        else:
            why = self._rings(told)
        if why:
            self._into.unreadable(f"{self._file}, byte {place:,}", why)

    def _workout(self, told: dict[str, str], element: bytes) -> Sentence | None:
        span = span_of(told, today=self._today)
        if isinstance(span, Sentence):
            return span
        name = told.get("workoutActivityType", "").removeprefix(ACTIVITY)
        heart = steps = None
        for numbers in _statistics(element):
            kind = plain_name(numbers.get("type", ""))
            if kind == "HeartRate":
                heart = _known(self._heart, numbers.get("average"))
            elif kind == "StepCount":
                steps = _known(self._steps, numbers.get("sum"))
        source = source_of(told.get("sourceName", ""), told.get("device", ""))
        self._into.session(
            Session(
                self._into.source(*source),
                ACTIVITIES.get(name, Activity.OTHER),
                *span,
                heart_rate=heart,
                steps=None if steps is None else steps // TENTHS,
            )
        )
        return None

    def _rings(self, told: dict[str, str]) -> Sentence | None:
        """Hand on a day's minutes of exercise. A zero beside no hour of standing is no watch."""
        text = told.get("dateComponents", "")
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return Sentence(
                "“{text}” is no day. Export again from the Health app.", {"text": shown(text)}
            )
        if not is_possible(day, today=self._today):
            return cannot_be(day)
        minutes = _known(self._minutes, told.get("appleExerciseTime"))
        if minutes is None:
            self._into.left_out(_WITHOUT_MINUTES)
        elif not minutes and told.get("appleStandHours", "0") == "0":
            self._into.left_out(_UNWORN)
        else:
            self._into.daily(
                Kind.ACTIVE_MINUTES,
                self._into.source(Maker.APP, "Apple Health"),
                day.toordinal(),
                minutes,
                whole=self._exported is None or day < self._exported,
            )
        return None


def _statistics(element: bytes) -> Iterator[dict[str, str]]:
    if b"<WorkoutActivity" in element:
        element = _PART.sub(b"", element)
    at = element.find(_STATISTICS)
    while at >= 0:
        at += len(_STATISTICS)
        if numbers := attributes(element, at):
            yield numbers
        at = element.find(_STATISTICS, at)


def _known(tenths: Tenths, text: str | None) -> int | None:
    """A number that may be missing. One that cannot be is as good as missing."""
    try:
        return None if text is None else tenths[text.encode()]
    except ValueError:
        return None
