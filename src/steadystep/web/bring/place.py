"""Where an export waits while it is read: a private folder beside the record, gone afterwards.

Whoever made such a folder holds a lock in it, and so does the process that works there. The system
lets go of a lock when its program dies, so what was left behind is told from what is still at work,
and is deleted at the next start.
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
# Held by the process at work in it, which may outlive the program that made the folder.
AT_WORK = ".at-work"


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


def sweep(home: Path) -> bool:
    """Delete what a program left behind that was ended in the middle.

    Returns:
        Was there anything?
    """
    there = home / FOLDER
    left = [one for one in (sorted(there.iterdir()) if there.is_dir() else ()) if _is_left(one)]
    for one in left:
        _delete(one)
    return bool(left)


def is_worked_in(home: Path) -> bool:
    """Is a process at work on an export, whoever began it?"""
    there = home / FOLDER
    works = (one / AT_WORK for one in (there.iterdir() if there.is_dir() else ()))
    return any(one.exists() and not _is_free(one) for one in works)


def leave_only(folder: Path, *names: str) -> None:
    """Delete what lies in such a folder, but for what holds it and what is named."""
    for one in folder.iterdir():
        if one.is_dir() and one.name not in names:
            shutil.rmtree(one, ignore_errors=True)
        elif one.name not in {LOCK, AT_WORK, *names}:
            one.unlink(missing_ok=True)


def _is_left(folder: Path) -> bool:
    """Does nobody hold this folder, nor work in it?"""
    return all(_is_free(folder / name) for name in (LOCK, AT_WORK))


def _is_free(path: Path) -> bool:
    try:
        lock = hold(path)
    except OSError:
        return False
    if lock is not None:
        os.close(lock)
    return lock is not None


def _delete(folder: Path) -> None:
    """Delete a folder; where that was the last one, the folder around it too."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        folder.parent.rmdir()
