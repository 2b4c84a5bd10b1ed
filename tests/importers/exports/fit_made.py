"""FIT files made for tests and measurements, as a watch writes them. All people are invented."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from steadystep.importers.fit.checksum import checksum
from steadystep.importers.fit.known_fields import EPOCH_SECONDS

if TYPE_CHECKING:
    from collections.abc import Sequence

# How the protocol calls what `struct` packs.
TYPES: Final = {
    "enum": (0x00, "B"),
    "s8": (0x01, "b"),
    "u8": (0x02, "B"),
    "s16": (0x83, "h"),
    "u16": (0x84, "H"),
    "s32": (0x85, "i"),
    "u32": (0x86, "I"),
    "u32z": (0x8C, "I"),
    "byte": (0x0D, "B"),
    "f64": (0x89, "d"),
}
GARMIN: Final = 1
DEVICE: Final = 4_000_000_001


def clock(text: str) -> int:
    """Tell a moment, written in UTC, as a FIT file does."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) - EPOCH_SECONDS


@dataclass
class FitMade:
    """A FIT file in the making."""

    big: bool = False
    body: bytearray = field(default_factory=bytearray)
    layouts: dict[int, str] = field(default_factory=dict)

    def define(
        self,
        local: int,
        number: int,
        fields: Sequence[tuple[int, str]],
        *,
        developer: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Define how the messages of a place lie; developer fields by number and size."""
        order = ">" if self.big else "<"
        self.body.append(0x40 | (0x20 if developer else 0) | local)
        self.body += struct.pack(f"{order}BBHB", 0, int(self.big), number, len(fields))
        pattern = order
        for name, kind in fields:
            code, letter = TYPES[kind]
            self.body += bytes([name, struct.calcsize(letter), code])
            pattern += letter
        if developer:
            self.body.append(len(developer))
            for name, size in developer:
                self.body += bytes([name, size, 0])
                pattern += f"{size}s"
        self.layouts[local] = pattern

    def add(self, local: int, *values: int | float | bytes) -> None:  # noqa: PYI041 - both are packed
        """Add a message."""
        self.body.append(local)
        self.body += struct.pack(self.layouts[local], *values)

    def add_short(self, local: int, time: int, *values: int) -> None:
        """Add a message with five bits of its time in its first byte."""
        self.body.append(0x80 | local << 5 | time & 0x1F)
        self.body += struct.pack(self.layouts[local], *values)

    def made(self, *, header: int = 14, good: bool = True, closed: bool = True) -> bytes:
        """Close the file, or leave it as a watch does whose battery ran out."""
        head = struct.pack("<BBHI4s", header, 0x20, 2140, len(self.body) * closed, b".FIT")
        if header > len(head):
            head += checksum(head).to_bytes(2, "little").ljust(header - len(head), b"\0")
        raw = head + self.body
        if not closed:
            return raw
        return raw + (checksum(raw) ^ (0 if good else 0x5555)).to_bytes(2, "little")


def begun(made: str, kind: int = 4, *, maker: int = GARMIN, device: int = DEVICE) -> FitMade:
    """Begin a file with its own name: when it was made, and by what."""
    fit = FitMade()
    fit.define(0, 0, [(0, "enum"), (1, "u16"), (2, "u16"), (3, "u32z"), (4, "u32")])
    fit.add(0, kind, maker, 2697, device, clock(made))
    return fit


def a_walk() -> FitMade:
    """A walk of a minute and a half in the morning, two hours east, with a route."""
    fit = begun("2024-05-01T07:00:00")
    fit.define(1, 20, [(253, "u32"), (0, "s32"), (1, "s32"), (3, "u8"), (7, "u16")])
    fit.define(2, 78, [(0, "u16")])
    start = clock("2024-05-01T07:00:00")
    for second in range(90):
        beat = 0xFF if second in {3, 4} else 84 + second // 10
        fit.add(1, start + second, 500_000_000, 100_000_000, beat, 0xFFFF)
        if not second % 30:
            fit.add(2, 700)
    fit.define(
        3, 18, [(253, "u32"), (2, "u32"), (5, "enum"), (6, "enum"), (7, "u32"), (8, "u32"),
                (10, "u32"), (16, "u8")],
    )  # fmt: skip
    fit.add(3, start + 90, start, 11, 0, 90_000, 85_000, 70, 88)
    fit.define(4, 34, [(253, "u32"), (5, "u32"), (1, "u16")])
    fit.add(4, start + 90, start + 90 + 7200, 1)
    return fit


def a_day() -> FitMade:
    """A day and an hour of monitoring: counts of steps, heart rate, times of 16 bits, midnight."""
    fit = begun("2024-05-01T22:00:00", 32)
    midnight = clock("2024-05-01T22:00:00")
    fit.define(1, 103, [(253, "u32"), (0, "u32")])
    fit.add(1, midnight, midnight + 7200)
    fit.define(2, 55, [(26, "u16"), (27, "u8")])
    fit.define(3, 55, [(253, "u32"), (5, "enum"), (3, "u32")])
    fit.define(4, 55, [(26, "u16"), (24, "byte"), (3, "u32")])
    fit.add(2, midnight + 60 & 0xFFFF, 58)
    fit.add(3, midnight + 8 * 3600, 6, 120)
    fit.add(2, midnight + 8 * 3600 + 60 & 0xFFFF, 91)
    # The lower bits of the time go round in the middle of the day.
    fit.add(4, midnight + 17 * 3600 & 0xFFFF, 0x46, 2400)
    fit.add(2, midnight + 17 * 3600 + 60 & 0xFFFF, 0)
    fit.add(4, midnight + 18 * 3600 & 0xFFFF, 0x41, 300)
    fit.add(3, midnight + 86_400, 6, 3100)
    fit.add(3, midnight + 86_400, 1, 300)
    fit.add(3, midnight + 90_000, 6, 40)
    fit.define(5, 211, [(253, "u32"), (0, "u8"), (1, "u8")])
    fit.add(5, midnight + 4000, 61, 0xFF)
    fit.add(5, midnight + 80_000, 61, 57)
    return fit


def a_night() -> FitMade:
    """A night with its stages and its HRV. Such files tell no time zone."""
    fit = begun("2024-05-02T05:00:00", 49)
    bed = clock("2024-05-01T21:00:00")
    fit.define(1, 275, [(253, "u32"), (0, "enum")])
    for minutes, level in (
        (0, 1),
        (10, 2),
        (70, 3),
        (130, 0),
        (135, 4),
        (180, 1),
        (185, 2),
        (480, 1),
    ):
        fit.add(1, bed + minutes * 60, level)
    fit.define(2, 371, [(253, "u32"), (0, "u16")])
    for minutes, value in ((20, 40 * 128), (25, 44 * 128), (30, 0xFFFF)):
        fit.add(2, bed + minutes * 60, value)
    fit.define(3, 370, [(253, "u32"), (0, "u16"), (1, "u16"), (6, "enum")])
    fit.add(3, bed + 481 * 60, 45 * 128, 42 * 128 + 64, 4)
    fit.define(4, 346, [(6, "u8")])
    fit.add(4, 81)
    fit.define(5, 227, [(0, "s16"), (1, "u32")])
    fit.add(5, 30, bed)
    return fit
