"""The bytes of a FIT file become columns of whole numbers: only the fields that are asked for.

Messages of one kind mostly follow each other without a gap, all of one size and with the same
first byte. Such a run is unpacked in one go, which makes reading many times faster than message by
message. What a layout means is worked out once, however often a watch defines it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from operator import itemgetter
from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.fit_checksum import checksum
from steadystep.importers.fit_profile import PLACES, TIMESTAMP
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Column = tuple[int | None, ...]
# The time, the wanted fields, and an end that is always empty.
Row = tuple[int | None, ...]

_SIGNATURE: Final = b".FIT"
_SIGNATURE_AT: Final = 8
_SHORTEST_HEADER: Final = 12
_CHECKSUM_BYTES: Final = 2
_MESSAGES_AT_ONCE: Final = 512
_MOST_LAYOUTS: Final = 1024

# The first byte of a message.
_SHORT_TIME: Final = 0x80
_DEFINITION: Final = 0x40
_DEVELOPER: Final = 0x20
_TIME_BITS: Final = 0x1F
# Which of the sixteen layouts in force a message has.
_LAYOUT_OF: Final = bytes(
    byte >> 5 & 0x03 if byte & _SHORT_TIME else byte & 0x0F for byte in range(256)
)
# Two messages belong together if these bytes are alike; the short time may differ.
_TOGETHER: Final = bytes(byte & ~_TIME_BITS if byte & _SHORT_TIME else byte for byte in range(256))

_FIELDS_AT: Final = 6
_FIELD_BYTES: Final = 3
# How a number is packed, by the lower five bits of its type, and which value means none.
_NUMBERS: Final = {
    0x00: ("B", 0xFF),
    0x01: ("b", 0x7F),
    0x02: ("B", 0xFF),
    0x03: ("h", 0x7FFF),
    0x04: ("H", 0xFFFF),
    0x05: ("i", 0x7FFF_FFFF),
    0x06: ("I", 0xFFFF_FFFF),
    0x0A: ("B", 0),
    0x0B: ("H", 0),
    0x0C: ("I", 0),
    0x0D: ("B", 0xFF),
    0x0E: ("q", 0x7FFF_FFFF_FFFF_FFFF),
    0x0F: ("Q", 0xFFFF_FFFF_FFFF_FFFF),
    0x10: ("Q", 0),
}
_TYPE_BITS: Final = 0x1F
_TIME_BYTES: Final = 4
_NO_TIME: Final = b"\xff" * _TIME_BYTES
# The clock of the protocol ends here.
_NEVER: Final = 0xFFFF_FFFF
_BYTES_OF: Final = {"": 0, "B": 1, "b": 1, "h": 2, "H": 2, "i": 4, "I": 4, "q": 8, "Q": 8}


@dataclass(frozen=True, slots=True)
class Part:
    """One FIT file; several may be chained into one.

    Attributes:
        raw: The bytes of the whole chain.
        start: Where its messages begin.
        end: Where they end, or are cut off.
        trouble: What is wrong with it as a whole. Its messages may be good all the same.
    """

    raw: bytes
    start: int
    end: int
    trouble: Sentence | None = None


class Messages(NamedTuple):
    """Some messages of one kind that follow each other.

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


def is_fit(head: bytes) -> bool:
    """Know a FIT file by its first bytes."""
    return head[_SIGNATURE_AT:_SHORTEST_HEADER] == _SIGNATURE and head[0] >= _SHORTEST_HEADER


def parts_of(raw: bytes) -> Iterator[Part | Sentence]:
    """Go through the files of a chain."""
    at = 0
    while at < len(raw):
        if not is_fit(raw[at : at + _SHORTEST_HEADER]):
            yield _no_file() if at == 0 else _more_bytes()
            return
        start = at + raw[at]
        length = int.from_bytes(raw[at + 4 : at + 8], "little")
        end = start + length
        if end + _CHECKSUM_BYTES > len(raw):
            yield Part(raw, min(start, len(raw)), min(end, len(raw)), _cut_short())
            return
        after = end + _CHECKSUM_BYTES
        if not length and len(raw) > after and not is_fit(raw[after : after + _SHORTEST_HEADER]):
            yield Part(raw, start, len(raw), _not_closed())
            return
        # Some apps write no checksum; a good one leaves nothing behind when it is added.
        good = not any(raw[end:after]) or checksum(raw[at:after]) == 0
        yield Part(raw, start, end, None if good else _wrong_checksum())
        at = after


class FitDecoder:
    """Reads the messages of some kinds, and of each the fields that are wanted.

    Messages of one kind come in the order of the file, and all of them before a turn come before
    it; otherwise kinds are told one after the other, for watches like to write two in turns.
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
        self._known: dict[bytes, _Layout] = {}

    def messages(self, part: Part) -> Iterator[Messages | Sentence]:
        """Go through one file. A sentence comes last if it could not be read to its end."""
        raw, clock = part.raw, _Clock()
        pending: dict[int, _Pending] = {}
        walk = _Walk(part, self._layout)
        for layout, start, stop in walk:
            times = clock.hears(layout, raw, start, stop)
            if not layout.wanted:
                continue
            number = layout.number
            if number in self._turns:
                yield from _all_of(pending)
            waiting = pending.get(number) or pending.setdefault(number, _Pending())
            waiting.take(layout, layout.rows(raw[start:stop], times))
            if len(waiting.rows) >= _MESSAGES_AT_ONCE:
                yield pending.pop(number).messages(number)
        yield from _all_of(pending)
        if walk.at != part.end:
            yield _damaged()

    def _layout(self, definition: bytes) -> _Layout:
        """Know a layout again, or work it out."""
        layout = self._known.get(definition)
        if layout is None:
            if len(self._known) >= _MOST_LAYOUTS:
                self._known.clear()
            number = int.from_bytes(definition[3:5], "big" if definition[2] else "little")
            layout = _Layout(definition, number, self._wanted.get(number))
            self._known[definition] = layout
        return layout


class _Walk:
    """A walk along the messages of one file; it ends early where they cannot be told apart."""

    def __init__(self, part: Part, layout_of: Callable[[bytes], _Layout]) -> None:
        self.at = part.start
        self._part = part
        self._layout_of = layout_of

    def __iter__(self) -> Iterator[tuple[_Layout, int, int]]:
        """Find the messages of one layout that follow each other: where they begin and end."""
        raw, at, end = self._part.raw, self._part.start, self._part.end
        in_force: list[_Layout | None] = [None] * 16
        while at < end:
            first = raw[at]
            if first & (_SHORT_TIME | _DEFINITION) == _DEFINITION:
                stop = _end_of_definition(raw, at, end)
                if stop > end:
                    break
                in_force[first & 0x0F] = self._layout_of(raw[at:stop])
            else:
                layout = in_force[_LAYOUT_OF[first]]
                if layout is None or (stop := at + layout.size) > end:
                    break
                if stop < end and _TOGETHER[raw[stop]] == _TOGETHER[first]:
                    stop = _end_of_run(raw, at, end, layout.size)
                yield layout, at, stop
            at = stop
        self.at = at


def _end_of_definition(raw: bytes, at: int, end: int) -> int:
    """Tell where a definition ends. If it is cut off, that is behind the end."""
    stop = at + _FIELDS_AT
    if stop <= end:
        stop += _FIELD_BYTES * raw[stop - 1]
    if raw[at] & _DEVELOPER:
        stop += 1 + (_FIELD_BYTES * raw[stop] if stop < end else 0)
    return stop


def _end_of_run(raw: bytes, at: int, end: int, size: int) -> int:
    """Tell where the whole messages end that follow each other in one layout."""
    furthest = at + min((end - at) // size, _MESSAGES_AT_ONCE) * size
    firsts = raw[at:furthest:size].translate(_TOGETHER)
    return at + (len(firsts) - len(firsts.lstrip(firsts[:1]))) * size


class _Pending:
    """Messages of one kind that wait for more."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._placed = 0

    def take(self, layout: _Layout, rows: list[Row]) -> None:
        """Add some messages."""
        self.rows += rows
        if layout.placed:
            self._placed += len(rows)

    def messages(self, number: int) -> Messages:
        """Turn the rows into columns."""
        times, *columns = zip(*self.rows, strict=True)
        return Messages(number, self._placed, times, tuple(columns[:-1]))


def _all_of(pending: dict[int, _Pending]) -> Iterator[Messages]:
    """Let go of all messages that wait."""
    for number, waiting in pending.items():
        yield waiting.messages(number)
    pending.clear()


class _Clock:
    """The last time that was told. Short times are put on to it."""

    def __init__(self) -> None:
        self._last = _NO_TIME
        self._big = False

    def hears(self, layout: _Layout, raw: bytes, start: int, stop: int) -> Iterable[int | None]:
        """Hear of the times of a run, and tell those that are short."""
        if raw[start] & _SHORT_TIME:
            return self._long_times(raw[start : stop : layout.size])
        if layout.time_at:
            # Nearly always it is the last message that tells the last time.
            for at in range(stop - layout.size + layout.time_at, start, -layout.size):
                told = raw[at : at + _TIME_BYTES]
                if told != _NO_TIME:
                    self._last, self._big = told, layout.big
                    break
        return repeat(None)

    def _long_times(self, firsts: bytes) -> list[int]:
        """Put five bits of a time on to the last whole one: it is the next that ends so."""
        none = self._last == _NO_TIME
        clock = 0 if none else int.from_bytes(self._last, "big" if self._big else "little")
        times = []
        for first in firsts:
            clock += (first - clock) & _TIME_BITS
            times.append(clock)
        self._last, self._big = (clock % _NEVER).to_bytes(_TIME_BYTES, "little"), False
        return times


class _Layout:
    """How the messages of one definition lie, and how to take out what is wanted."""

    def __init__(self, definition: bytes, number: int, wanted: tuple[int, ...] | None) -> None:
        stop = _FIELDS_AT + _FIELD_BYTES * definition[_FIELDS_AT - 1]
        self._fields = definition[_FIELDS_AT:stop:_FIELD_BYTES]
        self._sizes = definition[_FIELDS_AT + 1 : stop : _FIELD_BYTES]
        more = sum(definition[stop + 2 :: _FIELD_BYTES]) if definition[0] & _DEVELOPER else 0
        self.size = 1 + sum(self._sizes) + more
        self.number = number
        self.placed = number in PLACES and PLACES[number] in self._fields
        self.wanted = wanted is not None
        self.big = bool(definition[2])
        place = self._fields.find(TIMESTAMP)
        told = place >= 0 and self._sizes[place] == _TIME_BYTES
        self.time_at = 1 + sum(self._sizes[:place]) if told else 0
        if wanted is not None:
            self._prepare((TIMESTAMP, *wanted), definition[_FIELDS_AT + 2 : stop : 3], more)

    def rows(self, run: bytes, times: Iterable[int | None]) -> list[Row]:
        """Unpack the messages of a run, whose times may stand elsewhere."""
        pick, all_told = self._pick, self._bad.isdisjoint
        return [
            pick((*(row if all_told(row) else self._with_gaps(row)), None, time))
            for row, time in zip(self._unpack(run), times, strict=False)
        ]

    def _with_gaps(self, row: tuple[int, ...]) -> list[int | None]:
        """Put None where the value says that there is none."""
        return [None if one == none else one for one, none in zip(row, self._none, strict=True)]

    def _prepare(self, wanted: tuple[int, ...], types: bytes, more: int) -> None:
        """Work out how to unpack what is wanted, and to pass over everything else."""
        pattern = [">x" if self.big else "<x"]
        places, none = dict[int, int](), list[int]()
        for field, size, kind in zip(self._fields, self._sizes, types, strict=True):
            code, nothing = _NUMBERS.get(kind & _TYPE_BITS, ("", 0))
            if field in wanted and field not in places and _BYTES_OF[code] == size:
                places[field] = len(none)
                none.append(nothing)
                pattern.append(code)
            else:
                pattern.append(f"{size}x")
        self._unpack = Struct(f"{''.join(pattern)}{more}x").iter_unpack
        self._none = none
        self._bad = frozenset(none)
        # Behind what was unpacked stand nothing at all, and the short time if there is one.
        self._pick = itemgetter(
            places.get(TIMESTAMP, -1), *(places.get(field, -2) for field in wanted[1:]), -2
        )


def _no_file() -> Sentence:
    return Sentence("This is no FIT file. Copy it from the watch again.")


def _more_bytes() -> Sentence:
    return Sentence("After its end the file holds more, which is no FIT. What came before is read.")


def _cut_short() -> Sentence:
    return Sentence("The file is cut short. What is there is read. Copy it from the watch again.")


def _not_closed() -> Sentence:
    return Sentence("The watch did not close the file. What is there is read.")


def _wrong_checksum() -> Sentence:
    return Sentence("The checksum is wrong. What can be read is kept. Copy the file again.")


def _damaged() -> Sentence:
    return Sentence("From some point on it is damaged. What came before is read. Copy it again.")
