"""What the messages of one FIT file mean: heart rate, steps, sleep, HRV and sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steadystep.core.observed import day_of_second, night_of
from steadystep.importers.fit import known_fields as profile
from steadystep.importers.fit.hearts import Hearts
from steadystep.importers.fit.known_fields import EPOCH_SECONDS, HRV_PARTS, LEFT_OUT
from steadystep.importers.fit.monitoring import Monitoring
from steadystep.importers.fit.night import stages_of
from steadystep.importers.fit.session import fit_session
from steadystep.importers.limits import (
    FASTEST_HEART,
    HIGHEST_HRV,
    LOWEST_HRV,
    MOST_SESSIONS,
    MOST_STAGES,
    SAME_START_SECONDS,
    SLOWEST_HEART,
)
from steadystep.importers.reading import Sentence
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.export import Into
    from steadystep.importers.fit.bytes import Messages
    from steadystep.importers.fit.clock import FileClock
    from steadystep.importers.fit.kept import Kept, Known
    from steadystep.importers.fit.layout import Column


@dataclass(slots=True)
class PartSeen:
    """Hands on what one file holds. Times become the wall's; what cannot be is counted."""

    into: Into
    known: Known
    kept: Kept
    source: int
    device: int
    clock: FileClock
    _found: int = 0
    _odd_sessions: int = 0
    _stages: list[tuple[int, int]] = field(default_factory=list)
    _hrv: dict[int, tuple[int, int]] = field(default_factory=dict)
    _hearts: Hearts = field(init=False)
    _monitoring: Monitoring = field(init=False)

    def __post_init__(self) -> None:
        self._hearts = Hearts(self.into, self.source)
        self._monitoring = Monitoring(
            self.into, self.source, self.device, self.clock, self._hearts, self.kept
        )

    @property
    def found(self) -> int:
        """How many things were handed on."""
        return self._found + self._hearts.found + self._monitoring.found

    def take(self, messages: Messages) -> None:
        """Take some messages, in the order of the file."""
        number, placed, times, columns = messages
        match number:
            case profile.RECORD:
                self._records(times, *columns, placed=placed)
            case profile.MONITORING:
                self._monitoring.take(times, *columns)
            case profile.MONITORING_INFO:
                self._monitoring.begin(times, *columns)
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
                    stage.kind, self.source, stage.start, stage.end, self.clock.offset, stage.tenths
                )
                self._found += 1
        for night, (parts, count) in self._hrv.items():
            self._keep_hrv(night, parts / count, summary=False)
        if self.clock.wrong:
            yield _wrong_clock(self.clock.wrong)
        if self._hearts.odd:
            yield _odd_hearts(self._hearts.odd)
        if self._monitoring.odd:
            yield _odd_steps(self._monitoring.odd)
        if self._odd_sessions:
            yield _odd_sessions(self._odd_sessions)

    def _records(self, times: Column, beats: Column, *, placed: int) -> None:
        """Take every moment of an activity: by far the most of all messages."""
        if placed:
            self.into.left_out("places (GPS)", placed)
        told = [(time, beat) for time, beat in zip(times, beats, strict=True) if beat]
        walls = self.clock.walls([time for time, _ in told])
        self._hearts.take(walls, [beat for _, beat in told], self.clock.offset)

    def _resting(self, times: Column, beats: Column) -> None:
        """Keep the day's own resting heart rate; the last one told of a day holds."""
        for time, beat in zip(times, beats, strict=True):
            if beat and (at := self.clock.wall(time)) is not None:
                if SLOWEST_HEART <= beat <= FASTEST_HEART:
                    self.kept.resting[day_of_second(at)] = self.source, beat * TENTHS
                else:
                    self._hearts.odd += 1

    def _hrv_summaries(self, times: Column, means: Column) -> None:
        """Keep last night's mean. On a day with no reading there is none, only the week's."""
        for time, mean in zip(times, means, strict=True):
            if mean and (at := self.clock.wall(time)) is not None:
                self._keep_hrv(day_of_second(at), mean, summary=True)

    def _hrv_values(self, times: Column, values: Column) -> None:
        """Gather the values of a night, five minutes each, in case no summary comes."""
        for time, value in zip(times, values, strict=True):
            if value and (at := self.clock.wall(time)) is not None:
                night = night_of(at)
                parts, count = self._hrv.get(night, (0, 0))
                self._hrv[night] = parts + value, count + 1

    def _keep_hrv(self, day: int, parts: float, *, summary: bool) -> None:
        tenths = round(parts * TENTHS / HRV_PARTS)
        if not LOWEST_HRV <= tenths <= HIGHEST_HRV:
            self._hearts.odd += 1
        elif summary or day not in self.kept.hrv:
            self.kept.hrv[day] = self.source, tenths

    def _levels(self, times: Column, levels: Column) -> None:
        for time, level in zip(times, levels, strict=True):
            if level is None or (at := self.clock.wall(time)) is None:
                continue
            if len(self._stages) < MOST_STAGES:
                self._stages.append((at, level))
            else:
                self.into.left_out("stages of sleep beyond the first 50,000 of a file")

    def _sessions(self, *columns: Column) -> None:
        for start, *rest in zip(*columns, strict=True):
            at = self.clock.wall(start)
            if start is None or at is None:
                continue
            session = fit_session(self.source, at, self.clock.offset, *rest)
            if session is None:
                self._odd_sessions += 1
            elif self._is_new(start + EPOCH_SECONDS):
                self.into.session(session)
                self._found += 1

    def _is_new(self, start: int) -> bool:
        near = range(start - SAME_START_SECONDS, start + SAME_START_SECONDS + 1)
        if not self.known.starts.isdisjoint(near):
            return False
        # Who gathers keeps no more sessions than that either, and tells of the others.
        if len(self.known.starts) < MOST_SESSIONS:
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
