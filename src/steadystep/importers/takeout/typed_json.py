"""The two kinds of Fitbit's JSON that are large: heart rate and counts, thousands of rows a file.

Where msgspec is installed, it reads a file whose rows are all as they should be. Otherwise, and
where one row is not, the standard library does; what comes out is the same.
"""

from __future__ import annotations

import io
import json
from importlib import import_module
from importlib.util import find_spec
from types import GenericAlias
from typing import IO, TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from steadystep.importers.json_rows import rows_of
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from steadystep.importers.json_rows import Row

# When, beats a minute, and how sure Fitbit is of it: 0 not at all, 3 very.
Beat = tuple[str, float, float]
# When, and how many, in letters.
Count = tuple[str, str]
Made = TypeVar("Made", Beat, Count)

SURE: Final = 3.0
# A choice: the largest day of heart rate seen has 4.3 MB. Larger files are read row by row.
MOST_AT_ONCE: Final = 6 << 20
_NUMBERS: Final = (int, float)


class Decoders(NamedTuple):
    """Read a whole file; none where it is not all as it should be."""

    beats: Callable[[bytes], list[Beat] | None]
    counts: Callable[[bytes], list[Count] | None]


def beats_of(file: IO[bytes], decoders: Decoders | None = None) -> Iterator[Beat | Sentence]:
    """Yield heart rates; a sentence stands in the place of each row that cannot be read."""
    return _rows(file, (decoders or DECODERS).beats, _beat)


def counts_of(file: IO[bytes], decoders: Decoders | None = None) -> Iterator[Count | Sentence]:
    """Yield counts of minutes or days; a sentence stands for each row that cannot be read."""
    return _rows(file, (decoders or DECODERS).counts, _count)


def plain() -> Decoders:
    """Read with the standard library."""
    return Decoders(lambda raw: _loaded(raw, _beat), lambda raw: _loaded(raw, _count))


def typed(msgspec: ModuleType) -> Decoders:
    """Read with msgspec, which knows beforehand what each row holds."""
    value = msgspec.defstruct("Value", [("bpm", float), ("confidence", float, SURE)], gc=False)
    beat = msgspec.defstruct("Beat", [("dateTime", str), ("value", value)], gc=False)
    count = msgspec.defstruct("Count", [("dateTime", str), ("value", str)], gc=False)
    of_beats = msgspec.json.Decoder(GenericAlias(list, (beat,))).decode
    of_counts = msgspec.json.Decoder(GenericAlias(list, (count,))).decode
    not_so = (msgspec.MsgspecError, RecursionError, ValueError)

    def beats(raw: bytes) -> list[Beat] | None:
        try:
            rows = of_beats(raw)
        except not_so:
            return None
        return [(row.dateTime, row.value.bpm, row.value.confidence) for row in rows]

    def counts(raw: bytes) -> list[Count] | None:
        try:
            rows = of_counts(raw)
        except not_so:
            return None
        return [(row.dateTime, row.value) for row in rows]

    return Decoders(beats, counts)


def fastest() -> Decoders:
    """Take msgspec where it is installed."""
    return typed(import_module("msgspec")) if find_spec("msgspec") else plain()


def _rows(
    file: IO[bytes],
    decode: Callable[[bytes], list[Made] | None],
    make: Callable[[Row], Made],
) -> Iterator[Made | Sentence]:
    raw = file.read(MOST_AT_ONCE)
    # A stream may give less than it is asked for.
    while piece := file.read(MOST_AT_ONCE + 1 - len(raw)) if len(raw) <= MOST_AT_ONCE else b"":
        raw += piece
    whole = decode(raw) if len(raw) <= MOST_AT_ONCE else None
    return (
        iter(whole) if whole is not None else _one_by_one(cast("IO[bytes]", _Rest(raw, file)), make)
    )


def _one_by_one(file: IO[bytes], make: Callable[[Row], Made]) -> Iterator[Made | Sentence]:
    for row in rows_of(file):
        if isinstance(row, Sentence):
            yield row
            continue
        try:
            yield make(row)
        except (KeyError, TypeError, AttributeError):
            yield Sentence("The entry tells no time or no value. Export again, then bring that.")


class _Rest:
    """A file of which the beginning was read already."""

    def __init__(self, raw: bytes, file: IO[bytes]) -> None:
        self._raw = io.BytesIO(raw)
        self._file = file

    def read(self, size: int) -> bytes:
        """Read on."""
        return self._raw.read(size) or self._file.read(size)


def _loaded(raw: bytes, make: Callable[[Row], Made]) -> list[Made] | None:
    try:
        rows = json.loads(raw.decode())
        return [make(row) for row in rows] if isinstance(rows, list) else None
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None


def _beat(row: Row) -> Beat:
    text, value = row["dateTime"], row["value"]
    bpm, confidence = value["bpm"], value.get("confidence", SURE)
    if type(text) is str and type(bpm) in _NUMBERS and type(confidence) in _NUMBERS:
        return text, bpm, confidence
    raise TypeError


def _count(row: Row) -> Count:
    text, value = row["dateTime"], row["value"]
    if type(text) is str and type(value) is str:
        return text, value
    raise TypeError


DECODERS: Final = fastest()
