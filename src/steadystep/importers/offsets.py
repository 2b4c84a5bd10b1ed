"""What the clock on the wall showed at a moment, as far as files tell, and which days can be."""

from __future__ import annotations

from bisect import bisect, insort
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from steadystep.core.observed import DAY_SECONDS, day_of_second
from steadystep.importers.reading import Sentence

# A choice: no watch and no phone of these exports is older; an earlier date is a clock gone wrong.
OLDEST: Final = date(1990, 1, 1)
# The farthest from Greenwich that people set their clocks: Kiribati.
FARTHEST_HOURS: Final = 14
# Clocks of the world lie a whole number of quarter hours from UTC, between these two.
_QUARTER_SECONDS: Final = 900
WESTERNMOST: Final = -12 * 3600
EASTERNMOST: Final = FARTHEST_HOURS * 3600
# A choice: two clocks of one device that were read one after the other differ by less.
_SLACK_SECONDS: Final = 120


@dataclass(slots=True)
class Offsets:
    """Moments (seconds since 1970, UTC) at which the offset of the wall's clock is known."""

    told: list[tuple[int, int]] = field(default_factory=list)

    def tell(self, at: int, offset: int) -> None:
        """Take note of one. What stands on both sides of it already adds nothing."""
        place = bisect(self.told, (at, offset))
        beside = self.told[max(0, place - 1) : place + 1]
        if len(beside) < 2 or {one for _, one in beside} != {offset}:  # noqa: PLR2004 - two sides
            insort(self.told, (at, offset))

    def at(self, at: int) -> int | None:
        """Tell the offset of the moment nearest to this one; None if none is known."""
        place = bisect(self.told, (at,))
        beside = self.told[max(0, place - 1) : place + 1]
        return min(beside, key=lambda one: abs(one[0] - at))[1] if beside else None


def offset_between(at: int, wall: int) -> int | None:
    """Tell the offset between a moment and what the wall showed; None if no clock shows that."""
    offset = round((wall - at) / _QUARTER_SECONDS) * _QUARTER_SECONDS
    possible = WESTERNMOST <= offset <= EASTERNMOST
    return offset if possible and abs(wall - at - offset) <= _SLACK_SECONDS else None


def end_of_tomorrow(today: date) -> int:
    """Tell the moment on the wall after which nothing can have been seen yet."""
    return (today.toordinal() + 2 - day_of_second(0)) * DAY_SECONDS


def is_possible(day: date, *, today: date) -> bool:
    """Tell whether a clock that is right can show this day. Somewhere it is tomorrow already."""
    return OLDEST <= day <= today + timedelta(days=1)


def cannot_be(day: date) -> Sentence:
    """Say that a clock was wrong."""
    return Sentence(
        "{day} is before {year} or still to come. The clock of the device was wrong.",
        {"day": day.isoformat(), "year": OLDEST.year},
    )
