"""An import may die at any moment: it is seen whole or not at all, and can be done again."""

from __future__ import annotations

import sys

import pytest

from tests.store.killing_imports import kill_imports
from tests.store.observing import MAKERS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork there"),
]
CHILDREN = 100


@pytest.mark.parametrize("name", MAKERS)
def test_of_a_hundred_imports_killed_none_is_seen_by_halves_and_all_are_completed(
    name: str,
) -> None:
    found = kill_imports(MAKERS[name], CHILDREN, seed=4)
    assert (found.killed + found.done, found.halves, found.other) == (CHILDREN, 0, 0)
    assert found.killed > CHILDREN // 2
