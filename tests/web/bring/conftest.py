"""An export is read here and now, where no test asks for a process of its own."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

import pytest

from steadystep.web.bring import job, worker

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.web.house import Home


class Done:
    """A process that did what it was told before anybody looked."""

    stdin = None

    def poll(self) -> int:
        """It is over."""
        return 0

    def wait(self, _: float | None = None) -> int:
        """It is over."""
        return 0


class Held:
    """A process that has begun, and gets no further until it is ended."""

    stdin = None
    pid = 0

    def __init__(self) -> None:
        self.is_over = threading.Event()

    def poll(self) -> int | None:
        """Is it over?"""
        return 0 if self.is_over.is_set() else None

    def wait(self, _: float | None = None) -> int:
        """Nobody waits."""
        return 0


_RUN = job.run


@pytest.fixture
def really_run() -> Callable[..., subprocess.Popen[str]]:
    """How a process is started at home."""
    return _RUN


@pytest.fixture(autouse=True)
def at_once(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the work be done where it is asked for; at the end nothing is left."""

    def run(folder: Path, order: dict[str, Any]) -> subprocess.Popen[str]:
        worker.work(folder, order)
        return cast("subprocess.Popen[str]", Done())

    monkeypatch.setattr(job, "run", run)
    yield
    job.let_go(home.folder)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    """The next process begins, and gets no further."""
    process = Held()
    monkeypatch.setattr(job, "run", lambda *_: process)
    monkeypatch.setattr(job, "_end", lambda one: one.is_over.set())
    return process
