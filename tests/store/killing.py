"""Writers that are killed in the middle of what they do, and what they leave behind.

    python -m tests.store.killing sqlite 1000

A writer tells on a pipe each write that it was told is on the disk. It is killed at a moment that
chance picks; then the log is opened and looked through. Forking is cheap, so a hundred writers die
in a few seconds.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.store.sqlite import SqliteLog
from tests.store.logs import AnyLog, all_of, entry, jsonl_in, sqlite_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.core.events import Entry

MAKERS: dict[str, Callable[[Path], AnyLog]] = {"sqlite": sqlite_in, "jsonl": jsonl_in}
# The longest that a writer lives. The shortest is no time at all: the file is then being made.
LONGEST_LIFE_SECONDS = 0.04
# After so many writers the folder is a new one.
WRITERS_A_FOLDER = 20


@dataclass
class Found:
    """What was found after all the killing.

    Attributes:
        killed: Writers killed.
        acknowledged: Writes that were acknowledged.
        lost: Acknowledged writes that are not in the log.
        halves: Writes of which a part is in the log, or which say something else.
        unheard: Writes in the log whose acknowledgement was not heard any more.
    """

    killed: int = 0
    acknowledged: int = 0
    lost: int = 0
    halves: int = 0
    unheard: int = 0


def kill_writers(make: Callable[[Path], AnyLog], writers: int, *, seed: int) -> Found:
    """Let writers write and die, one after the other, and look at what they leave."""
    luck, found = random.Random(seed), Found()
    while found.killed < writers:
        with tempfile.TemporaryDirectory() as folder:
            told: set[str] = set()
            for number in range(min(WRITERS_A_FOLDER, writers - found.killed)):
                heard = _live_and_die(make, Path(folder), number, luck)
                told.update(heard)
                found.killed += 1
                found.acknowledged += len(heard)
                told.update(_look(make(Path(folder)), told, found))
    return found


def write_of(name: str) -> list[Entry]:
    """What is written under a name: one to three entries."""
    number = sum(map(ord, name))
    return [
        entry(1 + number % 300, on.NoteWritten(f"{name} " * (1 + number % 90)), f"{name}.{part}")
        for part in range(1 + number % 3)
    ]


def write_for_ever(log: AnyLog, writer: int, pipe: int) -> None:
    """Write, and tell what was acknowledged."""
    number = 0
    while True:
        name = f"{writer}-{number}"
        log.append(write_of(name))
        os.write(pipe, f"{name}\n".encode())
        number += 1


def _live_and_die(
    make: Callable[[Path], AnyLog], folder: Path, writer: int, luck: random.Random
) -> set[str]:
    """One writer's life; the names of what it was told is on the disk."""
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_for_ever(make(folder), writer, tells)
        finally:
            # Never back into the program that was forked.
            os._exit(1)
    os.close(tells)
    time.sleep(luck.uniform(0, LONGEST_LIFE_SECONDS))
    os.kill(child, signal.SIGKILL)
    with os.fdopen(hears, encoding="utf-8") as pipe:
        heard = pipe.read()
    os.waitpid(child, 0)
    return set(heard.split("\n")[:-1])


def _look(log: AnyLog, told: set[str], found: Found) -> set[str]:
    """Open the log and compare it with what was acknowledged so far; the names that are there."""
    there: dict[str, list[Entry]] = {}
    for one in all_of(log):
        there.setdefault(one.key.rpartition(".")[0], []).append(one)
    found.lost += len(told - there.keys())
    found.halves += sum(1 for name, entries in there.items() if entries != write_of(name))
    found.unheard += len(there.keys() - told)
    if isinstance(log, SqliteLog):
        log.close()
    return set(there)


if __name__ == "__main__":
    begun = time.monotonic()
    print(kill_writers(MAKERS[sys.argv[1]], int(sys.argv[2]), seed=1))  # noqa: T201 - it measures
    print(f"{time.monotonic() - begun:.1f} s")  # noqa: T201 - the same
