"""Two processes, each with half of a large file: what they gather is put together afterwards.

The second one is started afresh (spawn), so that nothing of a server's or a terminal's is in it.
Where it cannot be started, or is ended by someone, its half is read here: slower, and with the same
result.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import contextmanager
from pickle import PicklingError
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, runtime_checkable

from steadystep.importers.apple_health.parts import Part, read_part
from steadystep.importers.opening import Opened, look_at
from steadystep.importers.reading import CannotRead, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path
    from typing import Self

    from steadystep.importers.apple_health.parts import About
    from steadystep.importers.export import Into, Look, Member, Progress

# A choice. Another process begins in some tenths of a second; this is read in about one.
LARGE_BYTES: Final = 128 * 1024 * 1024
_CANNOT_START: Final = (OSError, RuntimeError, PicklingError, TypeError, AttributeError)
# How a pipe ends when the process at its other end is gone.
_GONE: Final = (EOFError, OSError)
_SECONDS_TO_END: Final = 5.0


@runtime_checkable
class Divisible(Protocol):
    """Something that gathers, and takes in what another like it gathered elsewhere."""

    @property
    def twin(self) -> Callable[[], Self]:
        """Make another one, empty, which can be sent to another process and back."""
        ...

    @property
    def absorb(self) -> Callable[[Self], None]:
        """Take in all that another one gathered."""
        ...


class _Gathered(NamedTuple):
    """What comes back: what was gathered, and whether there was anything."""

    into: Into
    there_was_any: bool


class _Refused(NamedTuple):
    """What comes back when nothing can be used, as `CannotRead` says it."""

    why: Sentence
    flag: str | None


def worth_two(member: Member, into: Into) -> bool:
    """Tell whether a file is large enough, and whether there is a second processor to read it."""
    return (
        member.size >= LARGE_BYTES
        and isinstance(into, Divisible)
        and (os.cpu_count() or 1) > 1
        # Such a process may not start another.
        and not multiprocessing.current_process().daemon
    )


def read_in_two(look: Look, member: Member, about: About, into: Into, progress: Progress) -> bool:
    """Read the first half of a file here and the second elsewhere, at the same time."""
    middle = member.size // 2
    second = Part(middle, None)
    with _Elsewhere(look, member, second, about, into) as elsewhere:

        def both(count: int) -> None:
            progress(count + elsewhere.progressed())

        with look.open(member) as stream:
            any_there = read_part(stream, Part(0, middle), about, into, both)
        gathered = elsewhere.wait(progress)
    if isinstance(gathered, _Refused):
        raise CannotRead(gathered.why, gathered.flag)
    if gathered:
        into.absorb(gathered.into)  # type: ignore[attr-defined]  # It is Divisible: `worth_two`.
        return gathered.there_was_any or any_there
    with look.open(member) as stream:
        again = _Beyond(elsewhere.told, progress)
        return read_part(stream, second, about, into, again) or any_there


class _Elsewhere:
    """A part of a file that another process reads."""

    def __init__(self, look: Look, member: Member, part: Part, about: About, into: Into) -> None:
        self.told = 0
        self._came_back: _Gathered | _Refused | None = None
        self._here, there = multiprocessing.Pipe(duplex=False)
        self._process: SpawnProcess | None = multiprocessing.get_context("spawn").Process(
            target=read_there,
            args=(there, look.paths if isinstance(look, Opened) else look, member),
            kwargs={"part": part, "about": about, "into": into.twin()},  # type: ignore[attr-defined]
            daemon=True,
        )
        try:
            self._process.start()
        except _CANNOT_START:
            self._process = None
        # Only the other process holds that end now, so that the pipe ends when the process does.
        there.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.terminate()
            self._process.join(_SECONDS_TO_END)
        self._here.close()

    def progressed(self) -> int:
        """Tell how many bytes were read there since the last time."""
        before = self.told
        try:
            while self._came_back is None and self._here.poll():
                self._take()
        except _GONE:
            pass
        return self.told - before

    def wait(self, progress: Progress) -> _Gathered | _Refused | None:
        """Wait for what comes back; nothing where the process is gone."""
        try:
            while self._came_back is None:
                before = self.told
                self._take()
                progress(self.told - before)
        except _GONE:
            return None
        return self._came_back

    def _take(self) -> None:
        message: int | _Gathered | _Refused = self._here.recv()
        if isinstance(message, int):
            self.told += message
        else:
            self._came_back = message


def read_there(
    pipe: Connection,
    where: Look | tuple[Path, ...],
    member: Member,
    *,
    part: Part,
    about: About,
    into: Into,
) -> None:
    """Read a part, in the other process, and send back what was gathered."""
    # Ctrl-C is for the first process, which then ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with _looked_at(where) as look, look.open(member) as stream:
            there_was_any = read_part(stream, part, about, into, pipe.send)
        pipe.send(_Gathered(into, there_was_any))
    except CannotRead as refusal:
        pipe.send(_Refused(refusal.why, refusal.flag))
    except BrokenPipeError:
        pass  # Nobody waits for it any more.


@contextmanager
def _looked_at(where: Look | tuple[Path, ...]) -> Iterator[Look]:
    """Look once more at what lies there: open files cannot be sent to another process."""
    if isinstance(where, tuple):
        with look_at(where) as look:
            yield look
    else:
        yield where


class _Beyond:
    """Passes on the progress beyond what was told before."""

    def __init__(self, before: int, progress: Progress) -> None:
        self._before = before
        self._progress = progress

    def __call__(self, count: int) -> None:
        known = min(self._before, count)
        self._before -= known
        self._progress(count - known)
