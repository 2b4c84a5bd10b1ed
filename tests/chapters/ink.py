"""Where the ink is on a page that was made into a picture."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
# Lighter than this is the paper, or the calm ground of a box; of 255.
PALE = 200


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes:
        width: Pixels from side to side.
        rows: From the top: the places, from the left, that have ink.
    """

    width: int
    rows: list[list[int]]

    @property
    def is_blank(self) -> bool:
        return not any(self.rows)

    def lines(self) -> list[tuple[int, int]]:
        """Each line of text from the top: its first place with ink from the left, and its last."""
        found: list[list[int]] = []
        before_was_blank = True
        for row in self.rows:
            if row and before_was_blank:
                found.append([])
            if row:
                found[-1] += row
            before_was_blank = not row
        return [(min(line), max(line)) for line in found]


def page_of(png: bytes) -> Page:
    """Read a picture of eight bits a channel."""
    assert png.startswith(SIGNATURE)
    chunks = list(_chunks(png))
    width, height, bits, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    assert bits == 8
    step = CHANNELS[kind]
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    rows, before = [], bytearray(width * step)
    for number in range(height):
        start = number * (width * step + 1)
        row = _unfiltered(raw[start], raw[start + 1 : start + 1 + width * step], before, step)
        rows.append([at for at in range(width) if row[at * step] < PALE])
        before = row
    return Page(width, rows)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _unfiltered(kind: int, row: bytes, above: bytearray, step: int) -> bytearray:
    """A row as it was before it was made small. The five ways are those of the PNG standard."""
    out = bytearray(row)
    if kind == 0:
        return out
    for at in range(len(out)):
        left = out[at - step] if at >= step else 0
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = above[at]
        elif kind == 3:
            guess = (left + above[at]) // 2
        else:
            guess = _nearest(left, above[at], above[at - step] if at >= step else 0)
        out[at] = (out[at] + guess) & 255
    return out


def _nearest(left: int, up: int, corner: int) -> int:
    to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner
