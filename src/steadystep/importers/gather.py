"""What a reader hands on is gathered into days, in constant memory and in whatever order it comes.

A moment goes into a buffer as one whole number; full buffers become sorted runs; and when all is
read each day is made of what lies in it (`importers.making`). Exact repetitions within a source
count once, wherever in the export they lie.
"""

from __future__ import annotations

from itertools import islice
from operator import eq
from typing import TYPE_CHECKING, Any, Self

from steadystep.core.observed import DAY_SECONDS, Kind, Session, Source, day_of_second, night_of
from steadystep.core.observed_days import (
    NUMBERS,
    STAGES_ASLEEP,
    DayRow,
    Made,
    SessionRow,
    session_row,
)
from steadystep.importers.found import Told, nothing_of
from steadystep.importers.making import row_of
from steadystep.importers.packed import (
    DAY_BITS,
    FIRST_SECOND,
    LAST_SECOND,
    LONGEST_STRETCH_SECONDS,
    LONGS,
    MOMENTS,
    MOST_AT_ONCE,
    STREAM_SHIFT_OF_LONG,
    STREAM_SHIFT_OF_MOMENT,
    TENTHS_BITS,
    packed_stretch,
    packed_summary,
)
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.runs import Runs, Scratch
from steadystep.importers.spans import divided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from steadystep.core.observed import Maker
    from steadystep.importers.found import Found, KindFound
    from steadystep.importers.runs import Group

# Choices, all of them wide: a person has a few devices, and moves some ten thousand times.
MOST_SOURCES = 200
MOST_SESSIONS = 100_000
# Long names that are alike at their beginning are one source.
NAMES_KNOWN = 10_000
MOMENTS_BUFFERED = 65_536
LONGS_BUFFERED = 16_384
TOO_MANY_SOURCES = Sentence(
    "This export names more than {most} devices and apps, which no person has. "
    "Export it once more, then try again.",
    {"most": MOST_SOURCES},
)
_EPOCH = day_of_second(0)
_FIRST_DAY, _LAST_DAY = day_of_second(FIRST_SECOND), day_of_second(LAST_SECOND)


class _Streams(dict[Kind, tuple[int, int, int]]):
    """A number for each kind of one source, with the least and the most of a moment's value."""

    def __init__(self, source: int, numbered: list[tuple[Kind, int]]) -> None:
        super().__init__()
        self._source = source
        # Shared by all sources: the place of a kind and source in it is its number.
        self._numbered = numbered

    def __missing__(self, kind: Kind) -> tuple[int, int, int]:
        numbers = NUMBERS[kind]
        most = min(numbers.most, MOST_AT_ONCE)
        base = len(self._numbered) << STREAM_SHIFT_OF_MOMENT
        stream = self[kind] = (base, numbers.least, most)
        self._numbered.append((kind, self._source))
        return stream


class Gathering(Told):
    """Where a reader hands what was seen (`export.Into`); afterwards, its days."""

    def __init__(self, scratch: Path | None = None) -> None:
        """Begin with nothing.

        Args:
            scratch: A folder for what does not fit into memory. Without one, a folder is made
                when it is needed, and goes away with the gathering.
        """
        super().__init__()
        self._sources: dict[Source, int] = {}
        self._known: dict[tuple[Maker, str], int] = {}
        self._numbered: list[tuple[Kind, int]] = []
        self._streams: list[_Streams] = []
        self._scratch = Scratch(scratch)
        self._moments: list[int] = []
        self._longs: list[int] = []
        self._moment_runs = Runs(MOMENTS, self._scratch)
        self._long_runs = Runs(LONGS, self._scratch)
        self._sessions: set[Session] = set()

    # What a reader calls -----------------------------------------------------------------------

    def source(self, maker: Maker, name: str) -> int:
        """The number of a source; the same for the same maker and name."""
        number = self._known.get((maker, name))
        if number is None:
            one = Source(maker, shown(name))
            number = self._sources.setdefault(one, len(self._sources))
            if number >= MOST_SOURCES or len(self._known) >= NAMES_KNOWN:
                raise CannotRead(TOO_MANY_SOURCES)
            self._known[maker, name] = number
            if number == len(self._streams):
                self._streams.append(_Streams(number, self._numbered))
        return number

    def point(self, kind: Kind, source: int, at: int, offset: int | None, tenths: int) -> None:  # noqa: ARG002 - moments are told apart by the clock on the wall
        """Something of one moment."""
        # Called millions of times: each name that is looked up here is felt.
        base, least, most = self._streams[source][kind]
        if least <= tenths <= most and FIRST_SECOND <= at < LAST_SECOND:
            self._moments.append(base | at << TENTHS_BITS | tenths)
            if len(self._moments) >= MOMENTS_BUFFERED:
                self._drain_moments()
        else:
            self.beyond(kind)

    def points(
        self,
        kind: Kind,
        source: int,
        offset: int | None,
        ats: Sequence[int],
        tenths: Sequence[int],
    ) -> None:
        """Some moments of one kind and source, and the value of each."""
        base, least, most = self._streams[source][kind]
        if _all_within(tenths, least, most) and _all_within(ats, FIRST_SECOND, LAST_SECOND - 1):
            self._moments += [
                base | at << TENTHS_BITS | one for at, one in zip(ats, tenths, strict=True)
            ]
            if len(self._moments) >= MOMENTS_BUFFERED:
                self._drain_moments()
        else:
            for at, one in zip(ats, tenths, strict=True):
                self.point(kind, source, at, offset, one)

    def stretch(  # noqa: PLR0917 - as in `Into`
        self, kind: Kind, source: int, start: int, end: int, offset: int | None, tenths: int
    ) -> None:
        """Something over a stretch of time."""
        numbers = NUMBERS[kind]
        if numbers.made not in (Made.SUM, Made.UNION) or (
            start == end and numbers.made is Made.SUM
        ):
            self.point(kind, source, start, offset, tenths)
        elif not (
            numbers.least <= tenths <= numbers.most
            and FIRST_SECOND <= start < end < LAST_SECOND
            and end - start <= LONGEST_STRETCH_SECONDS
        ):
            self.beyond(kind)
        elif numbers.of_the_night:
            self._sleep(kind, source, start, end, offset, tenths)
        else:
            for begins, ends, share in divided(start, end, tenths):
                self._long(
                    packed_stretch(
                        self._stream(kind, source),
                        begins // DAY_SECONDS,
                        begins,
                        ends - begins,
                        offset,
                        share,
                    )
                )

    def daily(self, kind: Kind, source: int, day: int, tenths: int, *, whole: bool = True) -> None:
        """A day as the device itself sums it up."""
        numbers = NUMBERS[kind]
        if numbers.least <= tenths <= numbers.most and _FIRST_DAY <= day < _LAST_DAY:
            stream = self._stream(kind, source)
            self._long(packed_summary(stream, day - _EPOCH, tenths, whole=whole))
        else:
            self.beyond(kind)

    def session(self, session: Session) -> None:
        """A stretch of moving on purpose."""
        if not FIRST_SECOND <= session.start <= session.end < LAST_SECOND:
            self.left_out("sessions at a time that no clock shows")
        elif len(self._sessions) < MOST_SESSIONS:
            self._sessions.add(session)
        elif session not in self._sessions:
            self.left_out("sessions beyond the first 100,000")

    # What comes out ----------------------------------------------------------------------------

    def rows(self) -> Iterator[DayRow]:
        """Each day of each kind and source. May be asked for again."""
        for kind, source, day, moments, longs in self._days():
            if moments is not None and longs is not None:
                yield row_of(day, kind, source, moments, longs)

    def sessions(self) -> list[SessionRow]:
        """All sessions, the earliest first."""
        sources = list(self._sources)
        rows = (session_row(one, sources[one.source]) for one in self._sessions)
        return sorted(rows, key=lambda row: (row.start, row.end, repr(row)))

    def found(self) -> Found:
        """What a preview shows. All values are walked through once for it."""
        kinds: dict[Kind, KindFound] = {}
        days: dict[Kind, set[int]] = {}
        crowded = 0
        for kind, source, day, moments, longs in self._days():
            if moments is None or longs is None:
                crowded += 1
            else:
                days.setdefault(kind, set()).add(day)
                found = kinds.get(kind) or nothing_of(kind)
                kinds[kind] = found.with_day(source, len(moments) + len(longs))
        whole = (kinds[kind].over(days[kind]) for kind in Kind if kind in kinds)
        return self.told(tuple(whole), sessions=len(self._sessions), crowded=crowded)

    # Two processes -----------------------------------------------------------------------------

    def twin(self) -> Gathering:
        """An empty gathering for another process. It comes back pickled, and is absorbed."""
        return Gathering(self._scratch.folder)

    def absorb(self, other: Gathering) -> None:
        """Take in all that another one gathered."""
        sources = [self.source(*one) for one in other._sources]
        streams = {
            number: self._stream(kind, sources[source])
            for number, (kind, source) in enumerate(other._numbered)
        }
        other.drain()
        for mine, theirs, shift in (
            (self._moment_runs, other._moment_runs, STREAM_SHIFT_OF_MOMENT),
            (self._long_runs, other._long_runs, STREAM_SHIFT_OF_LONG),
        ):
            for run in theirs.whole():
                mine.add(_renumbered(run, streams, shift))
        for one in other._sessions:
            self.session(one._replace(source=sources[one.source]))
        self.absorb_told(other)

    def drain(self) -> None:
        """Sort what is buffered."""
        self._drain_moments()
        self._drain_longs()

    def close(self) -> None:
        """Let go of the scratch folder, and of all that was gathered."""
        self._scratch.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getstate__(self) -> dict[str, Any]:
        # All of it goes to the disk: what is sent between processes lies in the memory of both.
        self.drain()
        self._moment_runs.put_aside()
        self._long_runs.put_aside()
        return self.__dict__

    # Inside ------------------------------------------------------------------------------------

    def _stream(self, kind: Kind, source: int) -> int:
        return self._streams[source][kind][0] >> STREAM_SHIFT_OF_MOMENT

    def _sleep(  # noqa: PLR0917 - as `stretch`
        self, kind: Kind, source: int, start: int, end: int, offset: int | None, tenths: int
    ) -> None:
        """A stretch of the night. A stage of sleep is sleep too."""
        # By its middle: who lies down at three in the afternoon and wakes next day slept then.
        night = night_of((start + end) // 2) - _EPOCH
        kinds = (kind, Kind.ASLEEP) if kind in STAGES_ASLEEP else (kind,)
        for one in kinds:
            stream = self._stream(one, source)
            self._long(packed_stretch(stream, night, start, end - start, offset, tenths))

    def _long(self, value: int) -> None:
        self._longs.append(value)
        if len(self._longs) >= LONGS_BUFFERED:
            self._drain_longs()

    def _drain_moments(self) -> None:
        # Most exports are in order already, and repeat nothing: both are quick to see.
        self._moments.sort()
        repeats = any(map(eq, self._moments, islice(self._moments, 1, None)))
        self._moment_runs.add(list(dict.fromkeys(self._moments)) if repeats else self._moments)
        self._moments.clear()

    def _drain_longs(self) -> None:
        self._long_runs.add(sorted(set(self._longs)))
        self._longs.clear()

    def _days(
        self,
    ) -> Iterator[tuple[Kind, Source, int, list[int] | None, list[int] | None]]:
        """Each day of each stream: kind, source, day, its moments, and what is longer."""
        self.drain()
        sources = list(self._sources)
        for number, moments, longs in _together(
            self._moment_runs.groups(), self._long_runs.groups()
        ):
            kind, source = self._numbered[number >> DAY_BITS]
            day = (number & (1 << DAY_BITS) - 1) + _EPOCH
            yield kind, sources[source], day, moments, longs


def _all_within(values: Sequence[int], least: int, most: int) -> bool:
    return least <= min(values, default=least) and max(values, default=most) <= most


def _together(
    moments: Iterator[Group], longs: Iterator[Group]
) -> Iterator[tuple[int, list[int] | None, list[int] | None]]:
    """Both sorts of values of each group, in order; an empty list where there are none."""
    moment, long = next(moments, None), next(longs, None)
    while moment or long:
        number = min(one.number for one in (moment, long) if one)
        here: list[list[int] | None] = [[], []]
        if moment and moment.number == number:
            here[0], moment = moment.values, next(moments, None)
        if long and long.number == number:
            here[1], long = long.values, next(longs, None)
        yield number, here[0], here[1]


def _renumbered(run: list[int], streams: dict[int, int], shift: int) -> list[int]:
    """Values of another gathering, under the numbers that their streams have in this one."""
    add = {old: (new - old) << shift for old, new in streams.items()}
    return sorted([value + add[value >> shift] for value in run])
