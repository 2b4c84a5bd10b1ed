"""The process that reads an export, so that the pages stay quick: one thing to do, then it ends.

    python -m steadystep.web.bring.worker FOLDER     what to do comes as one line on its input

It knows no Django. While it reads, the end of its input means that nobody waits any more; once it
writes into the record it goes on to the end.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from steadystep.core.today import day_of
from steadystep.importers.export import ExportChoices
from steadystep.importers.exports import find_export_reader, read_export
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import content_key, look_at
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.store import (
    Brought,
    JsonlObserved,
    LogTrouble,
    PersonLog,
    SqliteLog,
    SqliteObserved,
    bring,
)
from steadystep.store.bringing import bring_in
from steadystep.store.locking import hold
from steadystep.store.observed_jsonl import FOLDER as WAITING
from steadystep.web.bring.place import AT_WORK, FILES, leave_only
from steadystep.web.bring.stage import (
    ENDED,
    KEEP,
    READ,
    At,
    Meter,
    Stage,
    read_stage,
    write_stage,
)
from steadystep.web.bring.stage import NAME as STAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.observed_days import DayRow, SessionRow

# What was read waits here until the person says yes: observations like any others, of nobody else.
_NOBODY = "read"
_NOT_NICE = 10
NO_ROOM = Sentence("There is no room for it on the disk. Make some room, then try again.")
_FULL = (errno.ENOSPC, errno.EDQUOT)


def main() -> None:
    """Do what the first line of the input says, in the folder of the first argument."""
    folder = Path(sys.argv[1])
    # Until the end of this process the folder is in use, whoever else ends before.
    hold(folder / AT_WORK)
    order = json.loads(sys.stdin.readline())
    with suppress(OSError, AttributeError):
        os.nice(_NOT_NICE)
    if order["do"] == READ:
        threading.Thread(target=_end_with_the_pages, args=(folder,), daemon=True).start()
    work(folder, order)


def work(folder: Path, order: dict[str, Any]) -> None:
    """Read the export of a folder, or keep what was read of it; each trouble is written down."""
    try:
        {READ: _read, KEEP: _keep}[order["do"]](folder, order)
    except CannotRead as why:
        at = At.ASKS if why.flag else At.REFUSED
        write_stage(folder, Stage(at=at, why=why.why, flag=why.flag))
    except LogTrouble as why:
        parts = {name: str(part) for name, part in why.parts.items()}
        _trouble(folder, Stage(at=At.TROUBLE, why=Sentence(why.words, parts)))
    except OSError as why:
        _tell(why)
        full = Stage(at=At.REFUSED, why=NO_ROOM)
        with suppress(OSError):
            _trouble(folder, full if why.errno in _FULL else Stage(at=At.BROKEN, why=ENDED))
    except Exception as why:  # noqa: BLE001 - whatever it was, the page says that it ended
        _tell(why)
        with suppress(OSError):
            _trouble(folder, Stage(at=At.BROKEN, why=ENDED))


def _tell(why: Exception) -> None:
    """Tell the place in the code, and nothing of what is in the export."""
    traceback.print_tb(why.__traceback__)
    sys.stderr.write(f"{type(why).__name__}\n")


def _trouble(folder: Path, trouble: Stage) -> None:
    """Write down a trouble; what was found before is still there, and can be kept again."""
    before = read_stage(folder)
    if before.found is not None:
        trouble = replace(before, at=At.FOUND, why=trouble.why)
    write_stage(folder, trouble)


def _read(folder: Path, order: dict[str, Any]) -> None:
    """Read an export through, and let what was found wait for the person's word."""
    now, files = datetime.fromisoformat(order["now"]), sorted((folder / FILES).iterdir())
    key = content_key(files)
    with SqliteObserved(Path(order["record"])) as observed:
        if any(one.brought.key == key for one in observed.imports(order["person"])):
            write_stage(folder, Stage(at=At.HERE))
            return
    with look_at(files) as look, Gathering(folder) as into:
        reader = find_export_reader(look)
        name = reader.name
        read_export(
            look,
            into,
            today=day_of(now),
            choices=ExportChoices(**order["choices"]),
            progress=Meter(folder, look.size, name),
            readers=(reader,),
        )
        write_stage(folder, Stage(at=At.READING, done=1, size=1, reader=name))
        found = into.found()
        brought = Brought(key, name, now, found.unreadable)
        bring(JsonlObserved(folder), _NOBODY, brought, into.rows(), into.sessions())
    # All is read: neither the copy of the export nor what was noted meanwhile is needed any more.
    leave_only(folder, STAGE, WAITING)
    write_stage(folder, Stage(at=At.FOUND, reader=name, found=found))


def _keep(folder: Path, order: dict[str, Any]) -> None:
    """Bring in what was read."""
    now, record = datetime.fromisoformat(order["now"]), Path(order["record"])
    read = _Read(JsonlObserved(folder))
    with SqliteObserved(record) as observed:
        log = PersonLog(SqliteLog(record), order["person"])
        bring_in(log, observed, read.brought._replace(at=now), read, now=now)
        # It has a number too where an earlier try had kept it, and ended before it could say so.
        number = next(
            one.number
            for one in observed.imports(order["person"])
            if one.brought.key == read.brought.key
        )
    write_stage(folder, Stage(at=At.KEPT, reader=read.brought.reader, number=number))
    # What waited is kept now. Should nobody be left to clear the folder away, it holds no more.
    leave_only(folder, STAGE)


class _Read:
    """What was read of an export and waits."""

    def __init__(self, waiting: JsonlObserved) -> None:
        (one,) = waiting.imports(_NOBODY)
        self.brought = one.brought
        self._days, self._sessions = waiting.rows_of(_NOBODY, one.number)

    def rows(self) -> Sequence[DayRow]:
        """Each day of each kind and source, once: ten years of them are not held on to."""
        days, self._days = self._days, []
        return days

    def sessions(self) -> Sequence[SessionRow]:
        """All sessions."""
        return self._sessions


def _end_with_the_pages(folder: Path) -> NoReturn:
    """Wait for the end of the input, then end at once, with whoever helps to read.

    Nobody is left then who could clear the folder away.
    """
    sys.stdin.read()
    shutil.rmtree(folder, ignore_errors=True)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
