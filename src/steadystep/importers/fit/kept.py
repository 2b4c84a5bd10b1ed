"""What is kept while the files of an export are read one after the other: days, never samples."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from steadystep.core.observed import Kind
from steadystep.importers.fit.steps import StepCounts
from steadystep.importers.limits import MOST_STEPS_A_DAY
from steadystep.importers.offsets import Offsets
from steadystep.importers.reading import Sentence
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.importers.export import Into


@dataclass(slots=True)
class Known:
    """What other files of an export tell better: days, nights, and starts of sessions (UTC)."""

    steps: set[int] = field(default_factory=set)
    resting: set[int] = field(default_factory=set)
    nights: set[int] = field(default_factory=set)
    hrv: set[int] = field(default_factory=set)
    starts: set[int] = field(default_factory=set)
    offsets: Offsets = field(default_factory=Offsets)


@dataclass(slots=True)
class Kept:
    """The days that FIT files tell of. Each is handed on once, however many files tell of it."""

    counts: StepCounts = field(default_factory=StepCounts)
    counted_by: int = 0
    resting: dict[int, tuple[int, int]] = field(default_factory=dict)
    hrv: dict[int, tuple[int, int]] = field(default_factory=dict)

    def hand_on(self, into: Into, known: Known) -> int:
        """Hand on the days that nothing else tells of, and tell how many."""
        found = 0
        for day, steps, whole in self.counts.days():
            if day in known.steps:
                continue
            if steps > MOST_STEPS_A_DAY:
                into.unreadable(date.fromordinal(day).isoformat(), too_many_steps(steps))
            else:
                found += 1
                into.daily(Kind.STEPS, self.counted_by, day, steps * TENTHS, whole=whole)
        found += _days(into, Kind.RESTING_HEART_RATE, self.resting, known.resting)
        return found + _days(into, Kind.HRV_RMSSD, self.hrv, known.hrv)


def too_many_steps(steps: int) -> Sentence:
    """Say why a day's steps are not taken."""
    return Sentence(
        "{steps} steps are more than a day can hold. The day is left out.", {"steps": steps}
    )


def _days(into: Into, kind: Kind, days: Mapping[int, tuple[int, int]], known: set[int]) -> int:
    new = sorted(days.keys() - known)
    for day in new:
        source, tenths = days[day]
        into.daily(kind, source, day, tenths)
    return len(new)
