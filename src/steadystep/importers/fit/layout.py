"""How the messages of one definition lie, and how many of them are unpacked in one go.

Only the fields that are asked for are unpacked; all others are passed over by their size.
"""

from __future__ import annotations

from itertools import accumulate, chain
from struct import Struct
from typing import Final

from steadystep.importers.fit.known_fields import PLACES, TIMESTAMP

Column = tuple[int | None, ...]

# The first byte of a definition that also names fields of developers.
DEVELOPER: Final = 0x20
FIELDS_AT: Final = 6
FIELD_BYTES: Final = 3
TIME_BYTES: Final = 4

_TYPE_BITS: Final = 0x1F
# How a number is packed, by the lower five bits of its type, how long it is, and which value means
# none.
_NUMBERS: Final = {
    0x00: ("B", 1, 0xFF),
    0x01: ("b", 1, 0x7F),
    0x02: ("B", 1, 0xFF),
    0x03: ("h", 2, 0x7FFF),
    0x04: ("H", 2, 0xFFFF),
    0x05: ("i", 4, 0x7FFF_FFFF),
    0x06: ("I", 4, 0xFFFF_FFFF),
    0x0A: ("B", 1, 0),
    0x0B: ("H", 2, 0),
    0x0C: ("I", 4, 0),
    0x0D: ("B", 1, 0xFF),
    0x0E: ("q", 8, 0x7FFF_FFFF_FFFF_FFFF),
    0x0F: ("Q", 8, 0xFFFF_FFFF_FFFF_FFFF),
    0x10: ("Q", 8, 0),
}
_NO_NUMBER: Final = ("", 0, 0)


class Layout:
    """What one definition says of its messages.

    Attributes:
        number: Their kind.
        size: How many bytes each of them has.
        wanted: Some of it is to be unpacked.
        turn: After it other messages mean something else.
        placed: They also tell where somebody was. That is not unpacked.
        big: Their highest byte comes first.
        time_at: Where in each of them its time stands; nought if they have none.
    """

    def __init__(
        self, definition: bytes, number: int, wanted: tuple[int, ...] | None, *, turn: bool = False
    ) -> None:
        """Read a definition, of which so many fields are wanted; none where its kind is not."""
        stop = FIELDS_AT + FIELD_BYTES * definition[FIELDS_AT - 1]
        fields = definition[FIELDS_AT:stop:FIELD_BYTES]
        sizes = definition[FIELDS_AT + 1 : stop : FIELD_BYTES]
        self.number = number
        self.size = 1 + sum(sizes)
        if definition[0] & DEVELOPER:
            self.size += sum(definition[stop + 2 :: FIELD_BYTES])
        self.big = definition[2] != 0
        self.placed = number in PLACES and PLACES[number] in fields
        place = fields.find(TIMESTAMP)
        told = place >= 0 and sizes[place] == TIME_BYTES
        self.time_at = 1 + sum(sizes[:place]) if told else 0
        self.wanted = wanted is not None
        self.turn = turn
        if wanted is not None:
            types = definition[FIELDS_AT + 2 : stop : FIELD_BYTES]
            self._prepare((TIMESTAMP, *wanted), fields, sizes, types)

    def columns(self, messages: bytes) -> list[Column | None]:
        """Unpack messages that follow each other: the time and the wanted fields, where they are.

        A field that the messages do not have is None; a value that says so is None in its column.
        """
        columns = self._empty.copy()
        values = (*chain.from_iterable(self._unpack(messages)),)
        for first, (place, none) in enumerate(self._found):
            column = values[first :: len(self._found)]
            if none in column:
                columns[place] = tuple([None if one == none else one for one in column])
            else:
                columns[place] = column
        return columns

    def _prepare(self, wanted: tuple[int, ...], fields: bytes, sizes: bytes, types: bytes) -> None:
        """Work out how to unpack what is wanted. Of a field there twice the first counts."""
        begins = [*accumulate(sizes, initial=1)]
        found: list[tuple[int, int, str, int, int]] = []
        for place, field in enumerate(wanted):
            at = fields.find(field)
            if at >= 0:
                code, length, none = _NUMBERS.get(types[at] & _TYPE_BITS, _NO_NUMBER)
                # A text may have no bytes at all, and is still no number.
                if code and length == sizes[at]:
                    found.append((begins[at], place, code, length, none))
        found.sort()
        pattern, end = ">" if self.big else "<", 0
        for begin, _, code, length, _ in found:
            pattern += f"{begin - end}x{code}"
            end = begin + length
        self._unpack = Struct(f"{pattern}{self.size - end}x").iter_unpack
        self._found = [(place, none) for _, place, _, _, none in found]
        self._empty: list[Column | None] = [None] * len(wanted)
