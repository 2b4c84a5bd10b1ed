"""Steps as a watch counts them: since midnight, walking and running apart, each device its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import DAY_SECONDS, day_of_second

if TYPE_CHECKING:
    from collections.abc import Iterator

# A choice: a watch that was still counting then has seen the whole day.
_LAST_SECONDS: Final = 300


@dataclass(slots=True)
class StepCounts:
    """The highest count of each day, over all the files of an export."""

    _most: dict[tuple[int, int], dict[int, int]] = field(default_factory=dict)
    _until: dict[int, int] = field(default_factory=dict)

    def count(self, device: int, day: int, way: int, steps: int) -> None:
        """Take note of a count."""
        counts = self._most.setdefault((day, device), {})
        if steps > counts.get(way, -1):
            counts[way] = steps

    def alive(self, device: int, at: int) -> None:
        """Take note that the device was still running."""
        self._until[device] = max(at, self._until.get(device, at))

    def days(self) -> Iterator[tuple[int, int, bool]]:
        """Tell each day, its steps, and whether it was seen to its end.

        Of two devices the one that counted more was worn more. A day without a step was not worn.
        """
        days: dict[int, tuple[int, bool]] = {}
        for (day, device), counts in self._most.items():
            whole = day_of_second(self._until[device] + _LAST_SECONDS) > day
            days[day] = max(days.get(day, (0, False)), (sum(counts.values()), whole))
        for day, (steps, whole) in sorted(days.items()):
            if steps:
                yield day, steps, whole


@dataclass(slots=True)
class StepsInOneFile:
    """What was walked between two counts of one file."""

    _counts: dict[int, tuple[int, int]] = field(default_factory=dict)
    _from_midnight: bool = False

    def begin(self, at: int) -> None:
        """Note when the file begins. At midnight all counts begin at nought."""
        self._from_midnight = at % DAY_SECONDS == 0

    def walked(
        self, before: int | None, at: int, day: int, way: int, steps: int
    ) -> tuple[int, int] | None:
        """Tell since when how many steps were walked on a way; None if that is not known.

        Args:
            before: When the watch wrote something last; None if it is the first thing in the file.
            at: When it counted.
            day: The day that it counted on.
            way: What it counted: walking or running.
            steps: The steps on this way since midnight.
        """
        last_day, last = self._counts.get(way, (day, 0 if self._from_midnight else None))
        self._counts[way] = day, steps
        if last_day != day:
            last = 0
        if last is None or before is None or steps <= last or before >= at:
            return None
        midnight = (at - 1) // DAY_SECONDS * DAY_SECONDS
        return max(midnight, before), steps - last


def counted_on(at: int) -> int:
    """Tell the day whose steps a count holds. At midnight that is the day that ends there."""
    return day_of_second(at - 1)
