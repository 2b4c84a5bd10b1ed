"""The export that is being brought: its folder, the process at work on it, and how far it is.

One person brings one export at a time. What was not kept when the next one comes is let go.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from steadystep.web.bring.place import Place, sweep
from steadystep.web.bring.stage import ENDED, KEEP, READ, At, Stage, read_stage, write_stage

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

# Most exports are small. Who waits so long sees the answer at once, and no page in between.
PATIENCE_SECONDS = 0.8
_AT_WORK = (At.READING, At.KEEPING)
# Started with less of the processor than the pages have, where the system knows such a thing.
_QUIETLY = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)


class Job:
    """One export on its way into the record.

    Attributes:
        key: The key of the form it came with, which is its name in addresses.
        place: Its folder.
        choices: What the person said about it so far.
    """

    def __init__(self, home: Path) -> None:
        """Make its folder, and clear away what a crash left behind."""
        sweep(home)
        self.key = ""
        self.place = Place(home, uuid4().hex)
        self._home = home
        self._process: subprocess.Popen[str] | None = None
        self.choices: dict[str, str] = {}
        self._begins = False
        self._turn = threading.Lock()

    def read(self, person: str, now: datetime, /, **choices: str) -> None:
        """Begin to read it, with what the person said about it so far."""
        with self._turn:
            if not self._is_at_work():
                self.choices |= choices
                self._begin(Stage(at=At.READING), READ, person, now)

    def keep(self, person: str, now: datetime) -> None:
        """Begin to write what was found into the record. Said twice, it is done once."""
        with self._turn:
            stage = self.stage()
            if stage.at is At.FOUND:
                self._begin(replace(stage, at=At.KEEPING, why=None), KEEP, person, now)

    def stage(self) -> Stage:
        """How far it is; a process that ended without a word is told too.

        Where it ended while it kept what was found, that is still there, and can be kept again.
        """
        # Asked before the file is read: a process ends after it wrote.
        is_at_work = self._is_at_work()
        stage = read_stage(self.place.folder)
        if is_at_work or stage.at not in _AT_WORK:
            return stage
        if stage.at is At.KEEPING:
            return replace(stage, at=At.FOUND, why=ENDED)
        return Stage(at=At.BROKEN)

    def let_go(self) -> None:
        """Stop, and leave nothing behind. What is being kept is kept to its end."""
        with self._turn:
            if self._process is not None:
                if self._is_at_work() and self.stage().at is not At.KEEPING:
                    _end(self._process)
                self._process.wait()
                self._close()
            self.place.let_go()

    def _begin(self, stage: Stage, what: str, person: str, now: datetime) -> None:
        """Write down what begins, and start the process that does it."""
        # Between the two nobody may take it for a process that ended.
        self._begins = True
        try:
            write_stage(self.place.folder, stage)
            self._start(what, person, now)
        finally:
            self._begins = False

    def _start(self, what: str, person: str, now: datetime) -> None:
        """Start the process, and tell it what to do."""
        self._close()
        order: dict[str, Any] = {
            "do": what,
            "person": person,
            "record": str(self._home),
            "now": now.isoformat(),
            "choices": self.choices,
        }
        self._process = run(self.place.folder, order)

    def _is_at_work(self) -> bool:
        return self._begins or (self._process is not None and self._process.poll() is None)

    def _close(self) -> None:
        """Let go of the input of a process that is over."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def wait(self) -> None:
        """Wait a moment: most are done by then."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE_SECONDS)


def run(folder: Path, order: dict[str, Any]) -> subprocess.Popen[str]:
    """Start a process that works on a folder. Its input stays open for as long as we live."""
    process = subprocess.Popen(  # noqa: S603 - our own program, and a folder of ours
        [sys.executable, "-m", "steadystep.web.bring.worker", str(folder)],
        stdin=subprocess.PIPE,
        text=True,
        # Ctrl-C in the terminal is for us.
        start_new_session=True,
        creationflags=_QUIETLY,
    )
    assert process.stdin is not None  # noqa: S101 - it is a pipe
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    return process


_JOBS: dict[Path, Job] = {}
_ONE_AT_A_TIME = threading.Lock()


def current(home: Path) -> Job | None:
    """The export that is being brought in this home."""
    return _JOBS.get(home)


def take(home: Path, key: str, job: Job) -> bool:
    """Go on with this export under the key of its form; the one before is let go.

    Returns:
        False where the form was sent before: then this one is let go.
    """
    with _ONE_AT_A_TIME:
        before = current(home)
        if before is not None and before.key == key:
            job.let_go()
            return False
        let_go(home)
        job.key = key
        _JOBS[home] = job
        return True


def let_go(home: Path) -> None:
    """Let go of the export that is being brought, if there is one."""
    job = _JOBS.pop(home, None)
    if job is not None:
        job.let_go()


@atexit.register
def _let_all_go() -> None:
    """The program ends: nothing of what was not kept stays."""
    for home in list(_JOBS):
        let_go(home)


def _end(process: subprocess.Popen[str]) -> None:
    """End a process, and whoever helps it."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
