"""A plan that has begun, and a terminal before there is one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.at_home import BEGUN, Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def new(tmp_path: Path) -> Terminal:
    """Nothing was said yet."""
    return Terminal(tmp_path / "record")


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A plan began; nobody writes here, it is copied."""
    terminal = Terminal(tmp_path_factory.mktemp("begun") / "record")
    terminal.well(BEGUN)
    return terminal


@pytest.fixture
def at_home(new: Terminal, begun: Terminal) -> Terminal:
    """A plan of five minutes of walking began this Monday morning."""
    shutil.copytree(begun.folder, new.folder)
    new.time = begun.time
    return new
