"""What the messages of one FIT file mean: heart rate, steps, sleep, HRV and sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind, day_of_second, night_of
from steadystep.importers import fit_profile as profile
from steadystep.importers.fit_clock import offset_between
from steadystep.importers.fit_limits import (
    FASTEST_HEART,
    HIGHEST_HRV,
    LOWEST_HRV,
    MOST_STEPS_A_DAY,
    OUT_OF_ORDER_SECONDS,
    SAME_START_SECONDS,
    SLOWEST_HEART,
    TENTHS,
)
from steadystep.importers.fit_night import stages_of
from steadystep.importers.fit_profile import EPOCH_SECONDS, FIRST_TRUE_TIME, HRV_PARTS, LEFT_OUT
from steadystep.importers.fit_session import fit_session
from steadystep.importers.fit_steps import StepsInOneFile
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.export import Into
    from steadystep.importers.fit_bytes import Messages
    from steadystep.importers.fit_kept import Kept, Known
    from steadystep.importers.fit_layout import Column

# How far a time of 16 bits counts before it begins again.
_SHORT_CLOCK: Final = 0x1_0000


@dataclass(slots=True)
class PartSeen:
    """Hands on what one file holds. Times become the wall's; what cannot be is counted."""

    into: Into
    known: Known
    kept: Kept
    source: int
    device: int
    offset: int | None
    latest: int
    found: int = 0
    timed: int = 0
    wrong_times: int = 0
    odd_hearts: int = 0
    odd_steps: int = 0
    odd_sessions: int = 0
    _clock: int = 0
    _steps: StepsInOneFile = field(default_factory=StepsInOneFile)
    _stages: list[tuple[int, int]] = field(default_factory=list)
    _hrv: dict[int, list[int]] = field(default_factory=dict)

    def take(self, messages: Messages) -> None:
        """Take some messages, in the order of the file."""
        number, placed, times, columns = messages
        match number:
            case profile.RECORD:
                self._records(times, *columns, placed=placed)
            case profile.MONITORING:
                self._monitoring(times, *columns)
            case profile.MONITORING_INFO:
                self._monitoring_info(times, *columns)
            case profile.SESSION:
                self._sessions(*columns)
            case profile.SLEEP_LEVEL:
                self._levels(times, *columns)
            case profile.HRV_SUMMARY:
                self._hrv_summaries(times, *columns)
            case profile.HRV_VALUE:
                self._hrv_values(times, *columns)
            case profile.RESTING:
                self._resting(times, *columns)
            case _ if number in LEFT_OUT:
                self.into.left_out(LEFT_OUT[number], len(times))

    def end(self) -> Iterator[Sentence]:
        """Hand on the night, and say what could not be used, each once."""
        for stage in stages_of(self._stages):
            if stage.night not in self.known.nights:
                self.into.stretch(
                    stage.kind, self.source, stage.start, stage.end, self.offset, stage.tenths
                )
                self.found += 1
        for night, parts in self._hrv.items():
            self._keep_hrv(night, sum(parts) / len(parts), summary=False)
        if self.wrong_times:
            yield _wrong_clock(self.wrong_times)
        if self.odd_hearts:
            yield _odd_hearts(self.odd_hearts)
        if self.odd_steps:
            yield _odd_steps(self.odd_steps)
        if self.odd_sessions:
            yield _odd_sessions(self.odd_sessions)

    def _wall(self, time: int | None) -> int | None:
        """Turn a time of the file into the wall's; none if no clock told it."""
        if time is not None and time >= FIRST_TRUE_TIME:
            wall = time + EPOCH_SECONDS + (self.offset or 0)
            if wall < self.latest:
                self.timed += 1
                return wall
        self.wrong_times += 1
        return None

    def _records(self, times: Column, beats: Column, *, placed: int) -> None:
        """Take every moment of an activity: by far the most of all messages."""
        if placed:
            self.into.left_out("places (GPS)", placed)
        point, source, offset = self.into.point, self.source, self.offset
        shift = EPOCH_SECONDS + (offset or 0)
        last, kind = self.latest - shift, Kind.HEART_RATE
        none = wrong = odd = 0
        for time, beat in zip(times, beats, strict=True):
            if not beat:
                none += 1
            elif time is None or not FIRST_TRUE_TIME <= time < last:
                wrong += 1
            elif SLOWEST_HEART <= beat <= FASTEST_HEART:
                point(kind, source, time + shift, offset, beat * TENTHS)
            else:
                odd += 1
        self.found += len(times) - none - wrong - odd
        self.wrong_times += wrong
        self.odd_hearts += odd

    def _monitoring_info(self, times: Column, walls: Column) -> None:
        """Begin a stretch of monitoring, perhaps in another zone than before."""
        for time, wall in zip(times, walls, strict=True):
            if time is None:
                continue
            self._clock = time
            self._hear_of_wall(time, wall)
            if (at := self._wall(time)) is not None:
                self._steps.begin(at)

    def _monitoring(  # noqa: PLR0917 - the columns in the order of the profile
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
        """Take what a watch writes all day: counts of steps, and heart rate."""
        rows = zip(
            times, ways, ways_and_more, cycles, short_cycles, beats, short_times, walls, strict=True
        )
        for time, way, way_and_more, cycle, short_cycle, beat, short_time, wall in rows:
            self._clock = self._long_time(time, short_time)
            if wall is not None:
                self._hear_of_wall(self._clock, wall)
            at = self._wall(self._clock)
            if at is None:
                continue
            if beat:
                self._heart(at, beat)
            if way is None and way_and_more is not None:
                way = way_and_more & profile.ACTIVITY_TYPE_BITS  # noqa: PLW2901 - the same, found elsewhere
            count = short_cycle if cycle is None else cycle
            if way in profile.STEPPING and count is not None:
                self._counted(at, way, count)
            self._steps.alive(at)
            self.kept.counts.alive(self.device, at)

    def _long_time(self, time: int | None, short: int | None) -> int:
        """Put the lower 16 bits of a time on to the last whole one."""
        if time is not None:
            return time
        if short is None:
            return self._clock
        ahead = (short - self._clock) % _SHORT_CLOCK
        if ahead > _SHORT_CLOCK - OUT_OF_ORDER_SECONDS:
            ahead -= _SHORT_CLOCK
        return self._clock + ahead

    def _hear_of_wall(self, time: int, wall: int | None) -> None:
        if wall is not None and (offset := offset_between(time, wall)) is not None:
            self.offset = offset

    def _heart(self, at: int, beat: int) -> None:
        if SLOWEST_HEART <= beat <= FASTEST_HEART:
            self.into.point(Kind.HEART_RATE, self.source, at, self.offset, beat * TENTHS)
            self.found += 1
        else:
            self.odd_hearts += 1

    def _counted(self, at: int, way: int, steps: int) -> None:
        if steps > MOST_STEPS_A_DAY:
            self.odd_steps += 1
            return
        self.kept.counted_by = self.source
        self.kept.counts.count(self.device, at, way, steps)
        if walked := self._steps.walked(at, way, steps):
            start, end, taken = walked
            self.into.stretch(Kind.STEPS, self.source, start, end, self.offset, taken * TENTHS)
            self.found += 1

    def _resting(self, times: Column, beats: Column) -> None:
        """Keep the day's own resting heart rate; the last one told of a day holds."""
        for time, beat in zip(times, beats, strict=True):
            if beat and (at := self._wall(time)) is not None:
                if SLOWEST_HEART <= beat <= FASTEST_HEART:
                    self.kept.resting[day_of_second(at)] = self.source, beat * TENTHS
                else:
                    self.odd_hearts += 1

    def _hrv_summaries(self, times: Column, means: Column) -> None:
        """Keep last night's mean. On a day with no reading there is none, only the week's."""
        for time, mean in zip(times, means, strict=True):
            if mean and (at := self._wall(time)) is not None:
                self._keep_hrv(day_of_second(at), mean, summary=True)

    def _hrv_values(self, times: Column, values: Column) -> None:
        """Gather the values of a night, five minutes each, in case no summary comes."""
        for time, value in zip(times, values, strict=True):
            if value and (at := self._wall(time)) is not None:
                self._hrv.setdefault(night_of(at), []).append(value)

    def _keep_hrv(self, day: int, parts: float, *, summary: bool) -> None:
        tenths = round(parts * TENTHS / HRV_PARTS)
        if not LOWEST_HRV <= tenths <= HIGHEST_HRV:
            self.odd_hearts += 1
        elif summary or day not in self.kept.hrv:
            self.kept.hrv[day] = self.source, tenths

    def _levels(self, times: Column, levels: Column) -> None:
        for time, level in zip(times, levels, strict=True):
            if level is not None and (at := self._wall(time)) is not None:
                self._stages.append((at, level))

    def _sessions(self, *columns: Column) -> None:
        for start, *rest in zip(*columns, strict=True):
            at = self._wall(start)
            if start is None or at is None:
                continue
            session = fit_session(self.source, at, self.offset, *rest)
            if session is None:
                self.odd_sessions += 1
            elif self._is_new(start + EPOCH_SECONDS):
                self.into.session(session)
                self.found += 1

    def _is_new(self, start: int) -> bool:
        near = range(start - SAME_START_SECONDS, start + SAME_START_SECONDS + 1)
        if not self.known.starts.isdisjoint(near):
            return False
        self.known.starts.add(start)
        return True


def _wrong_clock(count: int) -> Sentence:
    return Sentence(
        "Entries with a time that cannot be: {count}. The device's clock was not set.",
        {"count": count},
    )


def _odd_hearts(count: int) -> Sentence:
    return Sentence("Values that no heart has: {count}. They are left out.", {"count": count})


def _odd_steps(count: int) -> Sentence:
    return Sentence(
        "Counts of more steps than a day can hold: {count}. They are left out.", {"count": count}
    )


def _odd_sessions(count: int) -> Sentence:
    return Sentence(
        "Sessions with no length, or over two days: {count}. They are left out.", {"count": count}
    )
