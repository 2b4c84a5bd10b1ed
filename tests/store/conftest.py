"""Each test that asks for a log runs over both of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.store.sqlite import SqliteLog
from tests.store.logs import BOTH, AnyLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(params=BOTH, ids=lambda make: str(make.__name__))
def make(request: pytest.FixtureRequest) -> Callable[..., AnyLog]:
    """Make a log in a folder; called again, another program that opens the same one."""
    maker: Callable[..., AnyLog] = request.param
    return maker


@pytest.fixture
def log(make: Callable[..., AnyLog], tmp_path: Path) -> Iterator[AnyLog]:
    """An empty log."""
    opened = make(tmp_path)
    yield opened
    if isinstance(opened, SqliteLog):
        opened.close()
