"""Where the record lies, with and without the package that knows each system's customs."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from steadystep.store.place import home


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that names no folder."""
    for name in ("STEADYSTEP_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_a_folder_that_the_environment_names_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADYSTEP_HOME", "~/mine")
    assert home() == Path.home() / "mine"


def test_otherwise_it_lies_where_the_system_keeps_such_things() -> None:
    assert home() == platformdirs.user_data_path("steadystep", appauthor=False)


def test_a_bare_install_finds_the_same_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert home() == Path.home() / ".local" / "share" / "steadystep"
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert home() == Path("/data/steadystep")


def test_asking_makes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STEADYSTEP_HOME", str(tmp_path / "mine"))
    assert not home().exists()
