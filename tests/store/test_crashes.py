"""A writer may die at any moment: what was acknowledged is there, and nothing by halves."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.store.killing import MAKERS, kill_writers, write_of
from tests.store.logs import AnyLog, all_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there"),
]
WRITERS = 100
WRITES = 60


@pytest.mark.parametrize("name", MAKERS)
def test_of_a_hundred_writers_killed_nothing_acknowledged_is_lost(name: str) -> None:
    found = kill_writers(MAKERS[name], WRITERS, seed=4)
    assert (found.killed, found.lost, found.halves) == (WRITERS, 0, 0)
    # A write may be on the disk when its writer dies before it says so; one at the most.
    assert found.unheard <= WRITERS
    assert found.acknowledged > 0


def write_all(make: Callable[[Path], AnyLog], folder: Path, writer: int) -> int:
    """Another process that writes; its number."""
    child = os.fork()
    if child:
        return child
    try:
        log = make(folder)
        for number in range(WRITES):
            log.append(write_of(f"{writer}-{number}"))
    finally:
        os._exit(0)


@pytest.mark.parametrize("name", MAKERS)
def test_three_writers_at_once_write_all_and_each_write_in_one_piece(
    name: str, tmp_path: Path
) -> None:
    children = [write_all(MAKERS[name], tmp_path, writer) for writer in range(3)]
    for child in children:
        os.waitpid(child, 0)
    there = [one.key for one in all_of(MAKERS[name](tmp_path))]
    writes = [
        [one.key for one in write_of(f"{writer}-{number}")]
        for writer in range(3)
        for number in range(WRITES)
    ]
    assert len(there) == sum(map(len, writes))
    for keys in writes:
        first = there.index(keys[0])
        assert there[first : first + len(keys)] == keys
