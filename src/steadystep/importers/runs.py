"""Sorted runs: any number of values in any order leave a day at a time, each once.

Values come in by the thousand, sorted. While they are few they stay in memory; beyond that they lie
in a scratch file. They leave in order, all of one group together, merged from all runs. So what
comes out depends on what came in and not on the order of it, in constant memory.
"""

from __future__ import annotations

import shutil
import tempfile
import time
import weakref
from array import array
from bisect import bisect_left
from contextlib import suppress
from heapq import heapify, heappop, heappush
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple
from uuid import uuid4

from steadystep.importers.reading import CannotRead, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Choices. What is held in memory before it goes to the disk, by each of two sorts of values and by
# each of two processes. With 8 MiB these took 118 MiB for a large export, of the 80 they may take.
RUNS_IN_MEMORY_BYTES = 2 * 1024 * 1024
# How many values of a run are read at a time: many runs may be open at once.
VALUES_AT_A_TIME = 4_096
# A heart measured every second gives 86,400 a day. More of one day than this is no measurement.
MOST_A_GROUP = 100_000
# Sixty million values are the longest history we know of. This is some gigabytes of scratch.
MOST_VALUES = 400_000_000
# A choice. Nothing is sorted for so long.
LEFT_BEHIND_SECONDS = 24 * 3_600
# Nobody else calls a folder so: what is old under this name is ours.
_FOLDER = "steadystep-sorting-"
NO_ROOM = Sentence(
    "There is no room on the disk to read this. Make some room, then try again. "
    "Nothing was written."
)
TOO_MANY = Sentence(
    "This export holds more values than can be sorted here. Bring a shorter time of it."
)


class Shape(NamedTuple):
    """How a value is laid out.

    Attributes:
        halves: Where a value is cut in two to be written; 0 where it fits into 63 bits whole.
        group: The group a value belongs to. Groups rise with their values.
        first: The lowest value a group can have.
    """

    halves: int
    group: Callable[[int], int]
    first: Callable[[int], int]


class Group(NamedTuple):
    """All values of one group, in order, each once.

    Attributes:
        number: Its number.
        values: None where there were more than any day can have.
    """

    number: int
    values: list[int] | None


class Run(NamedTuple):
    """A run, in memory or on the disk.

    Attributes:
        lies: Its words, or the name of the file they lie in.
        begins: Where it begins in that file, bytes.
        length: How many values it has.
        lowest: The first of them.
    """

    lies: array[int] | str
    begins: int
    length: int
    lowest: int


class Scratch:
    """A folder for what does not stay in memory. It is made when first needed, and goes away."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._begin()

    def _begin(self) -> None:
        self._open: dict[str, IO[bytes]] = {}
        self._own: list[str] = []
        self._mine = ""
        self._closing = weakref.finalize(self, _let_go, self._open, self._own)

    @property
    def folder(self) -> Path:
        """The folder, made where there is none."""
        if self._folder is None:
            _sweep(Path(tempfile.gettempdir()))
            self._folder = Path(tempfile.mkdtemp(prefix=_FOLDER))
            self._own.append(str(self._folder))
        return self._folder

    def write(self, text: bytes) -> tuple[str, int]:
        """Put something aside; where it lies, and where it begins there."""
        try:
            if not self._mine:
                self._mine = str(self.folder / uuid4().hex)
                self._open[self._mine] = Path(self._mine).open("w+b")  # noqa: SIM115 - see close
            file = self._open[self._mine]
            begins = file.seek(0, 2)
            file.write(text)
            file.flush()
        except OSError:
            raise CannotRead(NO_ROOM) from None
        return self._mine, begins

    def read(self, name: str, begins: int, length: int) -> bytes:
        """What was put aside, here or by another process."""
        if name not in self._open:
            self._open[name] = Path(name).open("rb")  # noqa: SIM115 - see close
        self._open[name].seek(begins)
        return self._open[name].read(length)

    def close(self) -> None:
        """Let go of the files. A folder of our own is deleted."""
        if self._own:
            self._folder = None
        self._closing()
        self._begin()

    def __reduce__(self) -> tuple[type[Scratch], tuple[Path | None]]:
        """For another process: the folder alone. Who made it deletes it."""
        return Scratch, (self._folder,)


def _sweep(place: Path) -> None:
    """Delete what programs that were ended left behind, a day ago or longer."""
    for folder in place.glob(f"{_FOLDER}*"):
        with suppress(OSError):
            if time.time() - folder.lstat().st_mtime > LEFT_BEHIND_SECONDS:
                shutil.rmtree(folder)


def _let_go(files: dict[str, IO[bytes]], folders: list[str]) -> None:
    """Close what is open, and delete the folders that were made for it."""
    for file in files.values():
        file.close()
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


class Runs:
    """All runs of one shape."""

    def __init__(self, shape: Shape, scratch: Scratch) -> None:
        self.shape = shape
        self._scratch = scratch
        self._runs: list[Run] = []
        self._in_memory = 0
        self._count = 0

    def add(self, values: list[int]) -> None:
        """Take in values that are sorted, each once.

        Raises:
            CannotRead: There are too many, or no room for them.
        """
        if not values:
            return
        self._count += len(values)
        if self._count > MOST_VALUES:
            raise CannotRead(TOO_MANY)
        words = self._words(values)
        self._runs.append(Run(words, 0, len(values), values[0]))
        self._in_memory += words.itemsize * len(words)
        if self._in_memory > RUNS_IN_MEMORY_BYTES:
            self.put_aside()

    def put_aside(self) -> None:
        """Write the runs that are in memory to the disk."""
        for place, run in enumerate(self._runs):
            if isinstance(run.lies, array):
                name, begins = self._scratch.write(run.lies.tobytes())
                self._runs[place] = run._replace(lies=name, begins=begins)
        self._in_memory = 0

    def groups(self) -> Iterator[Group]:
        """Each group with all its values, in order. May be asked for again."""
        group = self.shape.group
        waiting = [(group(run.lowest), place) for place, run in enumerate(self._runs)]
        heapify(waiting)
        # A run is opened when its first group comes, and closed after its last.
        reading: dict[int, _Reader] = {}
        while waiting:
            number, taken = waiting[0][0], list[int]()
            while waiting and waiting[0][0] == number:
                taken.append(heappop(waiting)[1])
            for place in taken:
                if place not in reading:
                    reading[place] = _Reader(self, self._runs[place])
            readers = [reading[place] for place in taken]
            yield Group(number, _merged(readers, self.shape.first(number + 1)))
            for place, reader in zip(taken, readers, strict=True):
                if reader.values:
                    heappush(waiting, (group(reader.values[0]), place))
                else:
                    del reading[place]

    def whole(self) -> Iterator[list[int]]:
        """All values, a run at a time: as they came in, sorted."""
        for run in self._runs:
            yield self.values_of(run, 0, run.length)

    def values_of(self, run: Run, begins: int, most: int) -> list[int]:
        """The next values of a run, at most so many."""
        count = min(most, run.length - begins)
        wide = 2 if self.shape.halves else 1
        if isinstance(run.lies, str):
            words = array("q")
            at, length = run.begins + 8 * wide * begins, 8 * wide * count
            words.frombytes(self._scratch.read(run.lies, at, length))
        else:
            words = run.lies[wide * begins : wide * (begins + count)]
        if wide == 1:
            return words.tolist()
        halves = self.shape.halves
        return [high << halves | low for high, low in zip(words[::2], words[1::2], strict=True)]

    def _words(self, values: list[int]) -> array[int]:
        halves = self.shape.halves
        if not halves:
            return array("q", values)
        words = array("q", bytes(16 * len(values)))
        words[::2] = array("q", [value >> halves for value in values])
        mask = (1 << halves) - 1
        words[1::2] = array("q", [value & mask for value in values])
        return words


class _Reader:
    """Reads a run from its beginning, group by group."""

    def __init__(self, runs: Runs, run: Run) -> None:
        self._runs = runs
        self._run = run
        self._read = 0
        self.values: list[int] = []
        self._more()

    def take(self, before: int) -> Iterator[list[int]]:
        """Take all values below one."""
        while self.values:
            end = bisect_left(self.values, before)
            taken, self.values = self.values[:end], self.values[end:]
            yield taken
            if self.values:
                return
            self._more()

    def _more(self) -> None:
        if self._read < self._run.length:
            self.values = self._runs.values_of(self._run, self._read, VALUES_AT_A_TIME)
            self._read += len(self.values)


def _merged(readers: list[_Reader], before: int) -> list[int] | None:
    """The values of one group out of all runs, sorted, each once."""
    if len(readers) == 1:
        values: list[int] = []
        for taken in readers[0].take(before):
            if len(values) <= MOST_A_GROUP:
                values += taken
        return values if len(values) <= MOST_A_GROUP else None
    several: set[int] = set()
    for reader in readers:
        for taken in reader.take(before):
            if len(several) <= MOST_A_GROUP:
                several.update(taken)
    return sorted(several) if len(several) <= MOST_A_GROUP else None
