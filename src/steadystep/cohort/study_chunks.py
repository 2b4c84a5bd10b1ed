"""Finished chunks of a study, each in a file of its own: a study that is stopped goes on from them.

A chunk is found by all that its numbers depend on, and by nothing else: another title or another
planner beside it leaves it as it is. A file that is not whole is as good as none.
"""

from __future__ import annotations

import io
import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from steadystep.cohort.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.cohort.compare import Values
    from steadystep.cohort.spec import Knobs
    from steadystep.cohort.world import World

_SEAL = 32
_WIDTH = len(Outcome._fields)
# Files that do not change what happens to a person: what is made of it afterwards.
_AFTERWARDS = ("spec", "study", "compare", "frontier", "report", "figures", "calibrate")


class Chunk(NamedTuple):
    """Some people in one world under one planner.

    Attributes:
        world: The world.
        kind: The planner's kind.
        knobs: The planner's numbers.
        seed: Where all chance begins.
        first: The first person's number.
        people: How many people.
    """

    world: World
    kind: str
    knobs: Knobs
    seed: int
    first: int
    people: int

    def told(self) -> str:
        """Name the people, counted from one."""
        return f"people {self.first + 1:,} to {self.first + self.people:,}"


class ChunkGone(Exception):
    """A finished chunk was taken away while its study was being read."""


class ChunkStore:
    """A folder of finished chunks."""

    def __init__(self, folder: Path, code: str) -> None:
        """Open the folder.

        Args:
            folder: Where chunks are kept; made when the first is.
            code: What tells one state of the models and the rule from another.
        """
        self._folder = folder
        self._code = code

    def read(self, chunk: Chunk) -> Values | None:
        """Read a finished chunk; None where there is none that is whole."""
        key = self._key(chunk)
        try:
            kept = self._file(key).read_bytes()
        except FileNotFoundError:
            return None
        array, seal = kept[:-_SEAL], kept[-_SEAL:]
        if seal != _seal(key, array):
            return None
        outcomes: Values = np.load(io.BytesIO(array), allow_pickle=False)
        return outcomes

    def need(self, chunk: Chunk) -> Values:
        """Read a chunk that is finished.

        Raises:
            ChunkGone: It was there a moment ago.
        """
        outcomes = self.read(chunk)
        if outcomes is None:
            raise ChunkGone(f"A finished chunk is gone from {self._folder}. Run the study again.")
        return outcomes

    def keep(self, chunk: Chunk, outcomes: Values) -> None:
        """Keep a finished chunk: it is there whole, or not at all."""
        key = self._key(chunk)
        file = self._file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        written = io.BytesIO()
        np.save(written, np.asarray(outcomes, dtype=np.float64), allow_pickle=False)
        # Two studies may fill one folder: each writes beside, under a name of its own.
        beside = file.with_suffix(f".{os.getpid()}.part")
        try:
            beside.write_bytes(written.getvalue() + _seal(key, written.getvalue()))
            beside.replace(file)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise

    def _key(self, chunk: Chunk) -> bytes:
        facts = [self._code, chunk.world._asdict(), chunk.kind, dict(chunk.knobs), *chunk[3:]]
        return sha256(json.dumps(_plain(facts)).encode()).digest()

    def _file(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()[:32]}.npy"


def fits(outcomes: object, chunk: Chunk) -> bool:
    """Whether what an engine gave is a row of numbers for each person."""
    return isinstance(outcomes, np.ndarray) and outcomes.shape == (chunk.people, _WIDTH)


def code_fingerprint() -> str:
    """Sum up the sources on which an invented person's life depends: the rule and the models."""
    here = Path(__file__).parent
    digest = sha256()
    for path in sorted([*_sources(here), *_sources(here.parent / "core")]):
        digest.update(path.relative_to(here.parent).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*.py") if not path.name.startswith(_AFTERWARDS))


def _plain(fact: object) -> object:
    """Facts that are equal are written alike: 1 and 1.0 are one pace."""
    if isinstance(fact, dict):
        return {name: _plain(one) for name, one in fact.items()}
    if isinstance(fact, list | tuple):
        return [_plain(one) for one in fact]
    return int(fact) if isinstance(fact, float) and fact.is_integer() else fact


def _seal(key: bytes, array: bytes) -> bytes:
    return sha256(key + array).digest()
