"""What the room of the store offers: all of it is there, and a morning loads no observations."""

from __future__ import annotations

import subprocess
import sys

import pytest

from steadystep import store


@pytest.mark.parametrize("name", store.__all__)
def test_all_that_is_offered_is_there(name: str) -> None:
    assert getattr(store, name).__name__ == name


def test_nothing_else_is() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Observatory'"):
        _ = store.Observatory


def test_what_devices_saw_is_loaded_when_it_is_asked_for() -> None:
    asked = "import sys, steadystep.store as one; print(*sys.modules); one.SqliteObserved; print()"
    loaded = subprocess.run(
        [sys.executable, "-c", f"{asked}; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert "steadystep.store.observed_sqlite" not in loaded[0]
    assert "steadystep.store.observed_sqlite" in loaded[-1]
