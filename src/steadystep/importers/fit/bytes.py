"""The bytes of a FIT file become columns of whole numbers: only the fields that are asked for.

A file is walked along some thousand bytes at a time. All messages of one layout that lie there are
unpacked in one go, wherever they lie, and then put back into the order of the file: that makes
reading many times faster than message by message. What a layout means is worked out once, however
often a watch defines it.
"""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.fit.layout import TIME_BYTES, Layout
from steadystep.importers.fit.walk import SHORT_TIME, TIME_BITS, Walk
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from steadystep.importers.fit.chain import Part
    from steadystep.importers.fit.layout import Column
    from steadystep.importers.fit.walk import Run, Runs

    # The times of a run of short ones, by where it begins.
    ShortTimes = Mapping[int, list[int]]
    # The columns of one layout. What its messages do not have is None.
    Columns = list[Column | None]

# A choice; a watch has a few dozen.
_MOST_LAYOUTS: Final = 1024
_NO_TIME: Final = b"\xff" * TIME_BYTES
# The clock of the protocol ends here.
_NEVER: Final = 0xFFFF_FFFF


class Messages(NamedTuple):
    """Some messages of one kind, in the order of the file.

    Attributes:
        number: Their kind.
        placed: How many of them also tell where somebody was. That is not unpacked.
        times: Seconds since the protocol's own beginning.
        columns: The fields that were asked for, in that order; None where there is no value.
    """

    number: int
    placed: int
    times: Column
    columns: tuple[Column, ...]


class FitDecoder:
    """Reads the messages of some kinds, and of each the fields that are wanted.

    Messages of one kind come in the order of the file, and all of them before a turn come before
    it, all after it after it; otherwise kinds are told one after the other, for watches like to
    write two in turns.
    """

    def __init__(
        self, wanted: Mapping[int, tuple[int, ...]], turns: frozenset[int] = frozenset()
    ) -> None:
        """Prepare to read.

        Args:
            wanted: The fields that are wanted of each kind.
            turns: Kinds after which the others mean something else.
        """
        self._wanted = wanted
        self._turns = turns
        self._known: dict[bytes, Layout] = {}

    def messages(self, part: Part) -> Iterator[Messages | Sentence]:
        """Go through one file. A sentence comes last if it could not be read to its end."""
        raw, clock = part.raw, _Clock()
        walk = Walk(part, self._layout)
        for runs in walk:
            times = clock.hears(raw, runs, some_short=walk.some_short)
            kinds: dict[int, list[Layout]] = {}
            for layout in runs:
                if layout.wanted:
                    kinds.setdefault(layout.number, []).append(layout)
            for layouts in kinds.values():
                yield _messages(raw, layouts, runs, times)
        if walk.at != part.end:
            yield _damaged()

    def _layout(self, definition: bytes) -> Layout:
        """Know a layout again, or work it out."""
        layout = self._known.get(definition)
        if layout is None:
            if len(self._known) >= _MOST_LAYOUTS:
                self._known.clear()
            number = int.from_bytes(definition[3:5], "big" if definition[2] else "little")
            layout = Layout(
                definition, number, self._wanted.get(number), turn=number in self._turns
            )
            self._known[definition] = layout
        return layout


def _messages(raw: bytes, layouts: list[Layout], runs: Runs, short: ShortTimes) -> Messages:
    """Unpack all messages of one kind, layout by layout, and put them into their order."""
    lengths = [
        sum([stop - start for start, stop in runs[layout]]) // layout.size for layout in layouts
    ]
    columns = [_columns(raw, layout, runs[layout], short) for layout in layouts]
    if len(layouts) == 1:
        nothing: Column = (None,) * lengths[0]
        times, *rest = [nothing if one is None else one for one in columns[0]]
    else:
        times, *rest = _in_order(columns, lengths, _order(layouts, runs))
    placed = sum(length for layout, length in zip(layouts, lengths, strict=True) if layout.placed)
    return Messages(layouts[0].number, placed, times, tuple(rest))


def _columns(raw: bytes, layout: Layout, runs: list[Run], short: ShortTimes) -> Columns:
    """Unpack the messages of one layout, wherever they lie."""
    columns = layout.columns(b"".join([raw[start:stop] for start, stop in runs]))
    if columns[0] is None and short:
        none: list[int | None] = [None]
        lengths = ((start, (stop - start) // layout.size) for start, stop in runs)
        columns[0] = (*chain(*(short.get(start) or none * length for start, length in lengths)),)
    return columns


def _order(layouts: list[Layout], runs: Runs) -> Iterator[int]:
    """Tell the places of messages, counted layout by layout, in the order of the file."""
    behind = 0
    order: list[tuple[int, int, int]] = []
    for layout in layouts:
        for start, stop in runs[layout]:
            first, behind = behind, behind + (stop - start) // layout.size
            order.append((start, first, behind))
    order.sort()
    return chain.from_iterable([range(first, behind) for _, first, behind in order])


def _in_order(
    columns: Sequence[Columns], lengths: Sequence[int], order: Iterable[int]
) -> Iterator[Column]:
    """Put the columns of several layouts into one each."""
    nothing: Column = (None,) * sum(lengths)
    pick = itemgetter(*order)
    for same in zip(*columns, strict=True):
        if any(column is not None for column in same):
            parts = zip(same, lengths, strict=True)
            yield pick(
                [*chain(*(nothing[:length] if one is None else one for one, length in parts))]
            )
        else:
            yield nothing


class _Clock:
    """The last time that was told. Short times are put on to it."""

    def __init__(self) -> None:
        self._last = 0

    def hears(self, raw: bytes, runs: Runs, *, some_short: bool) -> ShortTimes:
        """Hear of the times of a stretch, and tell those that are short."""
        if not some_short:
            last = 0, self._last
            for layout in runs:
                if layout.time_at:
                    last = max(last, _last_told(raw, layout, reversed(runs[layout])) or last)
            _, self._last = last
            return {}
        times: dict[int, list[int]] = {}
        by_start = {run[0]: (run, layout) for layout in runs for run in runs[layout]}
        for start in sorted(by_start):
            run, layout = by_start[start]
            if raw[start] & SHORT_TIME:
                times[start] = self._long_times(raw[start : run[1] : layout.size])
            elif told_last := _last_told(raw, layout, [run]):
                _, self._last = told_last
        return times

    def _long_times(self, firsts: bytes) -> list[int]:
        """Put five bits of a time on to the last whole one: it is the next that ends so."""
        clock, times = self._last, []
        for first in firsts:
            clock += (first - clock) & TIME_BITS
            times.append(clock)
        self._last = clock % _NEVER
        return times


def _last_told(raw: bytes, layout: Layout, runs: Iterable[Run]) -> tuple[int, int] | None:
    """Tell where the last time is told, and which. Nearly always the last message tells it."""
    if layout.time_at:
        for start, stop in runs:
            for at in range(stop - layout.size + layout.time_at, start, -layout.size):
                told = raw[at : at + TIME_BYTES]
                if told != _NO_TIME:
                    return at, int.from_bytes(told, "big" if layout.big else "little")
    return None


def _damaged() -> Sentence:
    return Sentence("From some point on it is damaged. What came before is read. Copy it again.")
