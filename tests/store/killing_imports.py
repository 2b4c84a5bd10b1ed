"""Imports that are killed in the middle, and brought again.

    python -m tests.store.killing_imports sqlite 300

A child process brings an export, or undoes one, and is killed at a moment that chance picks. Then
the store is looked through: what was not finished is not there, what was is whole. The same is done
once more to its end, and has to give what it gives where nobody is killed.
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

from steadystep.store import observed_sqlite
from steadystep.store.observed import bring
from tests.store.observing import MAKERS, AnyObserved, brought, closed, day, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.core.observed_days import DayRow, SessionRow

# The longest that a child lives. The shortest is no time at all.
LONGEST_LIFE_SECONDS = 0.05
# After so many children the folder is a new one.
CHILDREN_A_FOLDER = 10
DAYS = 120
BATCH = 25


@dataclass
class Found:
    """What was found after all the killing.

    Attributes:
        killed: Children killed before they had done.
        done: Children that had done before they were killed.
        halves: Times that a part of an import, or of its undoing, was seen.
        other: Times that doing it again gave something else than it gives undisturbed.
    """

    killed: int = 0
    done: int = 0
    halves: int = 0
    other: int = 0


def kill_imports(make: Callable[[Path], AnyObserved], children: int, *, seed: int) -> Found:
    """Let imports begin and die, one after the other, and look at what they leave."""
    luck, found = random.Random(seed), Found()
    while found.killed + found.done < children:
        with tempfile.TemporaryDirectory() as folder:
            store = make(Path(folder))
            bring(store, "her", brought("before"), days_of("before"), [walk(0)])
            for number in range(CHILDREN_A_FOLDER):
                _live_and_die(make, Path(folder), f"export {number}", luck, found)
                _look(store, f"export {number}", luck, found)
            closed(store)
    return found


def days_of(key: str) -> list[DayRow]:
    """What an export holds."""
    tenths = 1 + sum(map(ord, key))
    return [day(number, tenths) for number in range(DAYS)]


def expected(keys: list[str]) -> tuple[list[DayRow], list[SessionRow]]:
    """What is seen where these were brought one after the other, undisturbed."""
    return days_of(keys[-1]), [walk(0)]


def _live_and_die(
    make: Callable[[Path], AnyObserved],
    folder: Path,
    key: str,
    luck: random.Random,
    found: Found,
) -> None:
    """One child's life: it brings an export and undoes it again, for ever."""
    child = os.fork()
    if child == 0:
        try:
            vars(observed_sqlite)["BATCH_ROWS"] = BATCH
            store = make(folder)
            while True:
                number = bring(store, "her", brought(key), days_of(key), [walk(0)])
                if number is not None:
                    store.undo("her", number)
                else:
                    break
        finally:
            # Never back into the program that was forked.
            os._exit(1)
    time.sleep(luck.uniform(0, LONGEST_LIFE_SECONDS))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    found.killed += os.WIFSIGNALED(status)
    found.done += not os.WIFSIGNALED(status)


def _look(store: AnyObserved, key: str, luck: random.Random, found: Found) -> None:
    """Look at what is there, then do it again to its end, and now and then undo it."""
    keys = [one.brought.key for one in store.imports("her")]
    found.halves += (store.days("her"), store.sessions("her")) != expected(keys)
    found.halves += any(
        store.rows_of("her", one.number) != (days_of(one.brought.key), [walk(0)])
        for one in store.imports("her")
    )
    bring(store, "her", brought(key), days_of(key), [walk(0)])
    keys = [*(one for one in keys if one != key), key]
    found.other += (store.days("her"), store.sessions("her")) != expected(keys)
    if luck.random() < 0.5:
        store.undo("her", store.imports("her")[-1].number)
        found.other += (store.days("her"), store.sessions("her")) != expected(keys[:-1])


if __name__ == "__main__":
    begun = time.monotonic()
    print(kill_imports(MAKERS[sys.argv[1]], int(sys.argv[2]), seed=1))  # noqa: T201 - it measures
    print(f"{time.monotonic() - begun:.1f} s")  # noqa: T201 - the same
