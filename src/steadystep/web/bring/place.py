"""Where an export waits while it is read: a private folder beside the record, gone afterwards.

Whoever made such a folder holds a lock in it. The system lets go of the lock when a program dies,
so what was left behind is told from what is still at work, and is deleted at the next start.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from steadystep.store.locking import hold
from steadystep.store.waiting import WAITING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = WAITING
FILES = "files"
LOCK = ".lock"


class Place:
    """One such folder, held for as long as it is needed.

    Attributes:
        folder: The folder.
        files: Where in it the export's files lie, as they came.
    """

    def __init__(self, home: Path, name: str) -> None:
        """Make it, for its owner's eyes alone."""
        (home / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = home / FOLDER / name
        self.folder.mkdir(mode=0o700)
        self._lock = hold(self.folder / LOCK)
        self.files = self.folder / FILES
        self.files.mkdir(mode=0o700)

    def let_go(self) -> None:
        """Delete it, and all that is in it."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        _delete(self.folder)


def sweep(home: Path) -> None:
    """Delete what a program left behind that was ended in the middle."""
    there = home / FOLDER
    for left in sorted(there.iterdir()) if there.is_dir() else ():
        try:
            lock = hold(left / LOCK)
        except OSError:
            continue
        if lock is not None:
            os.close(lock)
            _delete(left)


def _delete(folder: Path) -> None:
    """Delete a folder; where that was the last one, the folder around it too."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        folder.parent.rmdir()
