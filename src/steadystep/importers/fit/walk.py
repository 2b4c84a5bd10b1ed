"""Where the messages of a FIT file lie, and by which of the layouts in force they are laid out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from steadystep.importers.fit.layout import DEVELOPER, FIELD_BYTES, FIELDS_AT, Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from steadystep.importers.fit.chain import Part

    # Where messages of one layout lie that follow each other: from, to.
    Run = tuple[int, int]
    Runs = Mapping[Layout, list[Run]]

# The first byte of a message.
SHORT_TIME: Final = 0x80
TIME_BITS: Final = 0x1F
_DEFINITION: Final = 0x40
_LAYOUT_BITS: Final = 0x0F
# In the first byte of a message with a short time its layout stands here.
_SHORT_LAYOUT_AT: Final = 5
_SHORT_LAYOUT_BITS: Final = 0x03
# Two messages belong together if these bytes are alike; the short time may differ.
_TOGETHER: Final = bytes(byte & ~TIME_BITS if byte & SHORT_TIME else byte for byte in range(256))

# Choices: how many bytes are told in one go, and how many messages are looked at one by one.
_BYTES_AT_ONCE: Final = 16_384
_LOOKED_AT: Final = 12


class Walk:
    """A walk along the messages of one file; it ends early where they cannot be told apart.

    Attributes:
        at: How far it has come.
        some_short: Of what it last told, some messages have a short time.
    """

    def __init__(self, part: Part, layout_of: Callable[[bytes], Layout]) -> None:
        self.at = part.start
        self.some_short = False
        self._part = part
        self._layout_of = layout_of
        # By the first byte of a message. Those of definitions and of short times stay empty.
        self._in_force: list[Layout | None] = [None] * 256

    def __iter__(self) -> Iterator[Runs]:
        """Find where the messages of each layout lie, some thousand bytes at a time."""
        before = -1
        while before < self.at < self._part.end:
            before = self.at
            if runs := self._stretch():
                yield runs

    def _stretch(self) -> Runs:
        """Walk until that is enough, or a turn comes, or there is no going on."""
        raw, at, end = self._part.raw, self.at, self._part.end
        in_force, together, enough = self._in_force, _TOGETHER, min(at + _BYTES_AT_ONCE, end)
        runs: defaultdict[Layout, list[Run]] = defaultdict(list)
        self.some_short = False
        while at < enough:
            first = raw[at]
            layout = in_force[first]
            if layout is None:
                if first & (SHORT_TIME | _DEFINITION) == _DEFINITION:
                    stop = _end_of_definition(raw, at, end)
                    if stop > end:
                        break
                    self._define(first, raw[at:stop])
                    at = stop
                    continue
                layout = self._of_short_time(first)
            if layout is None or (stop := at + layout.size) > end or (layout.turn and runs):
                break
            if stop < enough and together[raw[stop]] == together[first]:
                stop = _end_of_run(raw, at, end, layout.size)
            runs[layout].append((at, stop))
            at = stop
        self.at = at
        return runs

    def _define(self, first: int, definition: bytes) -> None:
        """Put a layout in force. Two bits of the first byte of a message mean nothing."""
        layout = self._layout_of(definition)
        for byte in range(first & _LAYOUT_BITS, _DEFINITION, _LAYOUT_BITS + 1):
            self._in_force[byte] = layout

    def _of_short_time(self, first: int) -> Layout | None:
        """Tell the layout of a message whose time is part of its first byte."""
        if not first & SHORT_TIME:
            return None
        self.some_short = True
        return self._in_force[first >> _SHORT_LAYOUT_AT & _SHORT_LAYOUT_BITS]


def _end_of_definition(raw: bytes, at: int, end: int) -> int:
    """Tell where a definition ends. If it is cut off, that is behind the end."""
    stop = at + FIELDS_AT
    if stop <= end:
        stop += FIELD_BYTES * raw[stop - 1]
    if raw[at] & DEVELOPER:
        stop += 1 + (FIELD_BYTES * raw[stop] if stop < end else 0)
    return stop


def _end_of_run(raw: bytes, at: int, end: int, size: int) -> int:
    """Tell where the whole messages end that follow each other in one layout."""
    furthest = min(at + _BYTES_AT_ONCE, at + (end - at) // size * size)
    like = _TOGETHER[raw[at]]
    soon = min(at + _LOOKED_AT * size, furthest)
    # Most runs are of a few messages, and all others of hundreds.
    for stop in range(at + size, soon, size):
        if _TOGETHER[raw[stop]] != like:
            return stop
    firsts = raw[soon:furthest:size].translate(_TOGETHER)
    return soon + (len(firsts) - len(firsts.lstrip(bytes((like,))))) * size
