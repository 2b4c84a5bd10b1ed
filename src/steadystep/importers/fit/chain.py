"""A FIT file may be a chain of several: where the messages of each lie, and whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from steadystep.importers.fit.checksum import checksum
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE: Final = b".FIT"
_SIGNATURE_AT: Final = 8
_SHORTEST_HEADER: Final = 12
_CHECKSUM_BYTES: Final = 2
# A choice: programs chain a handful. All of a chain are looked at before any of them is read.
_MOST_CHAINED: Final = 1_000


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


def is_fit(head: bytes) -> bool:
    """Know a FIT file by its first bytes."""
    return head[_SIGNATURE_AT:_SHORTEST_HEADER] == _SIGNATURE and head[0] >= _SHORTEST_HEADER


def parts_of(raw: bytes) -> Iterator[Part | Sentence]:
    """Go through the files of a chain."""
    at = chained = 0
    while at < len(raw):
        chained += 1
        if chained > _MOST_CHAINED:
            yield _too_many()
            return
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


def _no_file() -> Sentence:
    return Sentence("This is no FIT file. Copy it from the watch again.")


def _more_bytes() -> Sentence:
    return Sentence("After its end the file holds more, which is no FIT. What came before is read.")


def _too_many() -> Sentence:
    return Sentence(
        "More than {most} files are chained into this one. The first ones are read.",
        {"most": _MOST_CHAINED},
    )


def _cut_short() -> Sentence:
    return Sentence("The file is cut short. What is there is read. Copy it from the watch again.")


def _not_closed() -> Sentence:
    return Sentence("The watch did not close the file. What is there is read.")


def _wrong_checksum() -> Sentence:
    return Sentence("The checksum is wrong. What can be read is kept. Copy the file again.")
