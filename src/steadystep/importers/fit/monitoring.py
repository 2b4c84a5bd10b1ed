"""What a watch writes all day long: heart rate, and counts of steps that begin anew at midnight.

A day holds thousands of these messages, so they are taken some hundred at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.importers.fit.known_fields import ACTIVITY_TYPE_BITS, STEPPING
from steadystep.importers.fit.steps import StepsInOneFile, counted_on
from steadystep.importers.limits import MOST_STEPS_A_DAY, OUT_OF_ORDER_SECONDS
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.importers.export import Into
    from steadystep.importers.fit.clock import FileClock
    from steadystep.importers.fit.hearts import Hearts
    from steadystep.importers.fit.kept import Kept
    from steadystep.importers.fit.layout import Column

# How far a time of 16 bits counts before it begins again.
_SHORT_CLOCK: Final = 0x1_0000
_FARTHEST_AHEAD: Final = _SHORT_CLOCK - OUT_OF_ORDER_SECONDS


@dataclass(slots=True)
class Monitoring:
    """Takes the monitoring of one file.

    Attributes:
        into: Where stretches of steps are handed.
        source: What counted them.
        device: Its number, to tell two devices apart.
        clock: The clock of the file.
        hearts: Where heart rates go.
        kept: Where the counts of days are kept.
        found: How many stretches of steps were handed on.
        odd: How many counts were more than a day can hold.
    """

    into: Into
    source: int
    device: int
    clock: FileClock
    hearts: Hearts
    kept: Kept
    found: int = 0
    odd: int = 0
    _time: int = 0
    _before: int | None = None
    _steps: StepsInOneFile = field(default_factory=StepsInOneFile)

    def begin(self, times: Column, walls: Column) -> None:
        """Begin a stretch of monitoring, perhaps in another zone than before."""
        for time, wall in zip(times, walls, strict=True):
            if time is None:
                continue
            self._time = time
            self.clock.hear(time, wall)
            at = self.clock.wall(time)
            if at is not None and self._before is None:
                self._steps.begin(at)
                self._before = at

    def take(  # noqa: PLR0917 - the columns in the order of the profile
        self,
        times: Column,
        ways: Column,
        ways_and_more: Column,
        cycles: Column,
        short_cycles: Column,
        beats: Column,
        short_times: Column,
        walls: Column,
    ) -> None:
        """Take some messages. Each of them may tell that from there on the wall shows another."""
        long_times = self._long_times(times, short_times)
        turns = [place for place, wall in enumerate(walls) if wall] if any(walls) else []
        for begins, ends in pairwise((0, *turns, len(times))):
            some = slice(begins, ends)
            if long_times[some]:
                self.clock.hear(long_times[begins], walls[begins])
            ats = self.clock.walls(long_times[some])
            self.hearts.take(ats, beats[some], self.clock.offset)
            self._take_counts(
                ats, ways[some], ways_and_more[some], cycles[some], short_cycles[some]
            )

    def _long_times(self, times: Column, short_times: Column) -> list[int]:
        """Put the lower 16 bits of each time on to the last whole one."""
        now, long_times = self._time, []
        for time, short in zip(times, short_times, strict=True):
            if time is not None:
                now = time
            elif short is not None:
                ahead = (short - now) % _SHORT_CLOCK
                now += ahead if ahead <= _FARTHEST_AHEAD else ahead - _SHORT_CLOCK
            long_times.append(now)
        self._time = now
        return long_times

    def _take_counts(
        self,
        ats: Sequence[int | None],
        ways: Column,
        ways_and_more: Column,
        cycles: Column,
        short_cycles: Column,
    ) -> None:
        """Take counts of steps, and note until when the watch was running."""
        if until := max(filter(None, ats), default=None):
            self.kept.counts.alive(self.device, until)
        rows = zip(ats, ways, ways_and_more, cycles, short_cycles, strict=True)
        before = self._before
        for at, way, way_and_more, cycle, short_cycle in rows:
            if at is None:
                continue
            steps = short_cycle if cycle is None else cycle
            if steps is not None:
                self._counted(before, at, _way(way, way_and_more), steps)
            before = at
        self._before = before

    def _counted(self, before: int | None, at: int, way: int, steps: int) -> None:
        if way not in STEPPING:
            return
        if steps > MOST_STEPS_A_DAY:
            self.odd += 1
            return
        day = counted_on(at)
        self.kept.counted_by = self.source
        self.kept.counts.count(self.device, day, way, steps)
        if walked := self._steps.walked(before, at, day, way, steps):
            since, taken = walked
            offset = self.clock.offset
            self.into.stretch(Kind.STEPS, self.source, since, at, offset, taken * TENTHS)
            self.found += 1


def _way(way: int | None, way_and_more: int | None) -> int:
    """Tell how somebody moved, which stands alone or in the lower bits of something else."""
    if way is None:
        return 0 if way_and_more is None else way_and_more & ACTIVITY_TYPE_BITS
    return way
