"""How far an export is, as the process that reads it writes it down and a page reads it.

It is one small file, replaced whole each time: a page never sees half of it.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from steadystep.core.observed import Kind, Maker, Source
from steadystep.importers.found import Found, KindFound, Trouble
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from pathlib import Path

# What a process is started for.
READ, KEEP = "read", "keep"
NAME = "stage.json"
_NEXT = "stage.next"
ENDED = Sentence("It ended in the middle.")
# How often the progress is written down: a choice, quicker than a page asks.
SECONDS_BETWEEN = 0.25


class At(StrEnum):
    """How far it is."""

    READING = "reading"
    ASKS = "asks"
    REFUSED = "refused"
    HERE = "here"
    FOUND = "found"
    KEEPING = "keeping"
    KEPT = "kept"
    TROUBLE = "trouble"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How far an export is, and what is known of it by then.

    Attributes:
        at: How far.
        done: Bytes read.
        size: Bytes in all.
        seconds: How long it took so far.
        reader: What read it.
        found: What was found.
        why: Why it was refused, what is asked, or why what was found was not kept to the end.
        flag: What is asked for, by the name the terminal has for it.
        number: The import's number, once it is kept.
    """

    at: At
    done: int = 0
    size: int = 0
    seconds: float = 0
    reader: str = ""
    found: Found | None = None
    why: Sentence | None = None
    flag: str | None = None
    number: int | None = None


def write_stage(folder: Path, stage: Stage) -> None:
    """Put this stage in the place of the one before."""
    values = {
        "at": stage.at,
        "done": stage.done,
        "size": stage.size,
        "seconds": stage.seconds,
        "reader": stage.reader,
        "found": _plain_found(stage.found),
        "why": _plain(stage.why),
        "flag": stage.flag,
        "number": stage.number,
    }
    following = folder / _NEXT
    following.write_text(json.dumps(values), encoding="utf-8")
    following.replace(folder / NAME)


def read_stage(folder: Path) -> Stage:
    """The stage as it was written last; before the first, nothing is read yet."""
    try:
        values = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Stage(at=At.READING)
    return Stage(
        **values
        | {
            "at": At(values["at"]),
            "found": _found_of(values["found"]),
            "why": _sentence(values["why"]),
        }
    )


class Meter:
    """Told of bytes that were read, it writes down how far that is."""

    def __init__(self, folder: Path, size: int, reader: str = "") -> None:
        self._folder = folder
        self._stage = Stage(at=At.READING, size=size, reader=reader)
        self._began = self._told = time.monotonic()
        self._done = 0

    def __call__(self, more: int) -> None:
        """So many more bytes were read."""
        self._done += more
        moment = time.monotonic()
        if moment - self._told >= SECONDS_BETWEEN:
            self._told = moment
            seconds = moment - self._began
            write_stage(self._folder, replace(self._stage, done=self._done, seconds=seconds))


def _plain(one: Sentence | None) -> dict[str, Any] | None:
    """A sentence as plain values."""
    if one is None:
        return None
    values = {
        name: _plain(value) if isinstance(value, Sentence) else value
        for name, value in one.values.items()
    }
    return {"template": one.template, "values": values}


def _sentence(plain: dict[str, Any] | None) -> Sentence | None:
    if plain is None:
        return None
    values = {
        name: _sure(value) if isinstance(value, dict) else value
        for name, value in plain["values"].items()
    }
    return Sentence(plain["template"], values)


def _sure(plain: dict[str, Any]) -> Sentence:
    one = _sentence(plain)
    assert one is not None  # noqa: S101 - it was written from a sentence
    return one


def _plain_found(found: Found | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "kinds": found.kinds,
        "sessions": found.sessions,
        "unreadable": found.unreadable,
        "troubles": [(one.where, _plain(one.why)) for one in found.troubles],
        "left_out": found.left_out,
        "assumed": [_plain(one) for one in found.assumed],
        "beyond": found.beyond,
        "crowded": found.crowded,
    }


def _found_of(plain: dict[str, Any] | None) -> Found | None:
    if plain is None:
        return None
    return Found(
        tuple(
            KindFound(
                Kind(kind), days, first, last, values, tuple(Source(Maker(a), b) for a, b in told)
            )
            for kind, days, first, last, values, told in plain["kinds"]
        ),
        plain["sessions"],
        plain["unreadable"],
        tuple(Trouble(where, _sure(why)) for where, why in plain["troubles"]),
        plain["left_out"],
        tuple(map(_sure, plain["assumed"])),
        {Kind(kind): many for kind, many in plain["beyond"].items()},
        plain["crowded"],
    )
