"""The clock of one FIT file: which of its times can be, and what the wall showed at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.importers.fit.known_fields import EPOCH_SECONDS, FIRST_TRUE_TIME
from steadystep.importers.offsets import offset_between

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class FileClock:
    """Turns the times of one FIT file into those on the wall, and counts those that cannot be.

    Attributes:
        latest: The moment on the wall after which nothing can have been seen yet.
        offset: What the wall's clock is ahead at this point of the file; None if not known.
        told: How many times could be.
        wrong: How many could not.
    """

    latest: int
    offset: int | None
    told: int = 0
    wrong: int = 0

    def wall(self, time: int | None) -> int | None:
        """Turn a time of the file into the wall's; none if no clock told it."""
        return self.walls((time,))[0]

    def walls(self, times: Sequence[int | None]) -> list[int | None]:
        """Turn some times of the file into the wall's; none for each that no clock told."""
        shift = EPOCH_SECONDS + (self.offset or 0)
        behind = self.latest - shift
        walls = [
            time + shift if time is not None and FIRST_TRUE_TIME <= time < behind else None
            for time in times
        ]
        wrong = walls.count(None)
        self.wrong += wrong
        self.told += len(walls) - wrong
        return walls

    def hear(self, time: int, wall: int | None) -> None:
        """Hear what the wall showed at a time of the file; it holds from there on."""
        if wall is not None and (offset := offset_between(time, wall)) is not None:
            self.offset = offset
