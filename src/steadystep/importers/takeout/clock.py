"""What to add to the times of Fitbit's files to tell the time on the wall.

Steps and heart rate stand in UTC, and no file says so. Two things tell the offset: tables of sleep
and exercise name it, and each file of heart rate holds one day of the person. A file that runs from
13:00:07 to 12:59:57 has its midnight at 13:00. Files that run from midnight stand in wall time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from steadystep.core.observed import DAY_SECONDS
from steadystep.importers.offsets import Offsets
from steadystep.importers.takeout.times import Moment

_QUARTER_SECONDS: Final = 900
# A choice: of the two places whose midnight is at one moment, where more people live. New Zealand's
# summer rather than Samoa's winter, Hawaii rather than the Line Islands.
_EASTERNMOST: Final = 13 * 3600


@dataclass(slots=True)
class Clocks:
    """What files told about the clock on the wall.

    Attributes:
        zones: Offsets that files name.
        pins: What has to be added to the times of steps and heart rate, as their days show.
    """

    zones: Offsets = field(default_factory=Offsets)
    pins: Offsets = field(default_factory=Offsets)

    def pin(self, first: int, last: int) -> bool:
        """Find midnight in a file of one day; none where the watch was off around it.

        Midnight lies at a quarter of an hour, not after the first and within a day of the last.
        """
        midnight = first // _QUARTER_SECONDS * _QUARTER_SECONDS
        if not midnight - _QUARTER_SECONDS <= last - DAY_SECONDS < midnight:
            return False
        offset = -midnight % DAY_SECONDS
        self.pins.tell(midnight, offset - DAY_SECONDS if offset > _EASTERNMOST else offset)
        return True

    def of_file(self, at: int) -> Moment:
        """Tell the time on the wall of a time of steps or heart rate."""
        shift = (self.pins if self.pins.told else self.zones).at(at)
        if shift is None:
            return Moment(at, None)
        return Moment(at + shift, self._offset(at))

    def of_utc(self, at: int) -> Moment:
        """Tell the time on the wall of a moment that is said to be in UTC."""
        offset = self._offset(at)
        return Moment(at + (offset or 0), offset)

    def offset_of_wall(self, at: int) -> int | None:
        """Tell the offset of a time on the wall."""
        offset = self._offset(at)
        return offset if offset is None else self._offset(at - offset)

    def _offset(self, at: int) -> int | None:
        # Some tables name +00:00 for everyone; days that begin elsewhere know better.
        moved = any(offset for _, offset in self.pins.told)
        return (self.pins if moved else self.zones).at(at)
