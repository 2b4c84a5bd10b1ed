"""One writer at a time, and no reader in the middle of a write, between processes."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def locked(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold a lock that lies in a file of its own; the system lets go of it when a process dies.

    Args:
        path: The lock's file. It is made where there is none, and never deleted.
        shared: Readers share it; a writer has it alone.
    """
    file = _opened(path, may_do_without=shared)
    try:
        if file is not None:
            _wait_for(file, shared=shared)
        yield
    finally:
        if file is not None:
            # Closing it lets go of the lock.
            os.close(file)


def hold(path: Path) -> int | None:
    """Hold a lock from now on, without waiting; None where somebody else holds it.

    Returns:
        The open file. Closing it lets go of the lock, and so does the end of the process.
    """
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(file)
    except OSError:
        os.close(file)
        return None
    return file


def _opened(path: Path, *, may_do_without: bool) -> int | None:
    """The lock's file; None where somebody who reads may write nothing here."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as why:
        if may_do_without and why.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return None
        raise


if sys.platform == "win32":  # pragma: no cover - looked at by hand, on Windows
    import msvcrt

    def _wait_for(file: int, *, shared: bool) -> None:  # noqa: ARG001 - as below
        """There are no shared locks here: readers wait for each other too."""
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)

    def _take(file: int) -> None:
        """Take the lock, or say at once that it is taken."""
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _wait_for(file: int, *, shared: bool) -> None:
        """Wait until the lock is free."""
        fcntl.flock(file, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)

    def _take(file: int) -> None:
        """Take the lock, or say at once that it is taken."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
