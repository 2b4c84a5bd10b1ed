"""Readers of diaries: a file comes in by the door and leaves as facts in the core's words."""

from steadystep.importers.diaries import READERS, read_diary
from steadystep.importers.reading import (
    HEAD_BYTES,
    LEAVE_OUT,
    TIMES_READ,
    CannotRead,
    Choices,
    DateOrder,
    Reader,
    Reading,
    Scale,
    Sentence,
    Unreadable,
    find_reader,
    parse_scale,
)

__all__ = [
    "HEAD_BYTES",
    "LEAVE_OUT",
    "READERS",
    "TIMES_READ",
    "CannotRead",
    "Choices",
    "DateOrder",
    "Reader",
    "Reading",
    "Scale",
    "Sentence",
    "Unreadable",
    "find_reader",
    "parse_scale",
    "read_diary",
]
