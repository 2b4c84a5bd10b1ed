"""How fast an export of Apple Health is read, beside other ways to read the same file.

    PYTHONPATH=src:. python benchmarks/apple_health.py --megabytes 300 --beside PYTHON

An export of the asked size is invented, streamed to a folder of its own, and deleted afterwards. It
has the shapes of real ones: device names with an address in them, records with and without
children, the records of a type together, and of a hundred records seventy of kinds that we keep.
Each way is a program of its own. Seconds are those of a clock on the wall, the best of `--times`,
with the processor's own beside them, which a busy machine disturbs least; memory is the most that
all processes of a way held together. PYTHON is one that has lxml and
healthkit-to-sqlite; the ceiling in C needs `cc`. What is not there is not measured.
"""

# ruff: noqa: D102, D103, ARG002 - what is measured stands in OURS, and `Into` says what each takes.

from __future__ import annotations

import argparse
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from apple_health_beside import C_SCANNER, COUNT, LXML
from apple_health_invented import invent

from steadystep.importers import apple_health
from steadystep.importers.apple_health import halves as apple_health_halves
from steadystep.importers.export import ExportChoices
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steadystep.core.observed import Kind, Maker, Session
    from steadystep.importers.export import Into
    from steadystep.importers.reading import Sentence

TODAY = date(2026, 11, 22)
MOST_MEMORY_MIB = 80.0
TO_SQLITE_AT_LEAST, READING_AT_LEAST = 15.0, 2.5
ROWS_AT_ONCE = 2_000
ALONE = 1 << 60


class Counted:
    """Takes what is handed on and keeps a count of it: reading alone."""

    def __init__(self) -> None:
        self.count = 0

    def source(self, maker: Maker, name: str) -> int:
        return 0

    def point(self, kind: Kind, source: int, at: int, offset: int | None, tenths: int) -> None:
        self.count += 1

    def points(
        self,
        kind: Kind,
        source: int,
        offset: int | None,
        ats: Sequence[int],
        tenths: Sequence[int],
    ) -> None:
        for at, one in zip(ats, tenths, strict=True):
            self.point(kind, source, at, offset, one)

    def stretch(  # noqa: PLR0917
        self,
        kind: Kind,
        source: int,
        start: int,
        end: int,
        offset: int | None,
        tenths: int,
    ) -> None:
        self.count += 1

    def daily(self, *_: object, whole: bool = True) -> None:
        self.count += 1

    def session(self, _: Session) -> None:
        self.count += 1

    def unreadable(self, where: str, why: Sentence) -> None:
        raise AssertionError(f"{where}: {why}")

    def left_out(self, what: str, count: int = 1) -> None:
        pass

    def assumed(self, what: Sentence) -> None:
        pass


class Rows(Counted):
    """Writes everything handed on into SQLite, a row for each: what other importers do."""

    def __init__(self, database: sqlite3.Connection) -> None:
        super().__init__()
        self._database = database
        self._rows: list[tuple[object, ...]] = []
        database.execute(
            "create table seen (kind text, source integer, start integer, end integer,"
            " east integer, tenths integer)"
        )

    def source(self, maker: Maker, name: str) -> int:
        return hash((maker, name)) % 1_000

    def point(self, kind: Kind, source: int, at: int, offset: int | None, tenths: int) -> None:
        self._add((kind, source, at, at, offset, tenths))

    def stretch(  # noqa: PLR0917
        self, kind: Kind, source: int, start: int, end: int, offset: int | None, tenths: int
    ) -> None:
        self._add((kind, source, start, end, offset, tenths))

    def _add(self, row: tuple[object, ...]) -> None:
        self.count += 1
        self._rows.append(row)
        if len(self._rows) >= ROWS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what is held back."""
        self._database.executemany("insert into seen values (?, ?, ?, ?, ?, ?)", self._rows)
        self._rows.clear()


def read(file: Path, into: Into, *, two: bool) -> None:
    """Read the export, by one process or by two."""
    apple_health_halves.LARGE_BYTES = 0 if two else ALONE  # type: ignore[misc]
    with look_at([file]) as look:
        apple_health.read(look, into, choices=ExportChoices(), today=TODAY)


def count(file: Path, _: Path) -> int:
    into = Counted()
    read(file, into, two=False)
    return into.count


def gather(file: Path, _: Path, *, two: bool = False) -> int:
    with Gathering() as into:
        read(file, into, two=two)
        return sum(kind.values for kind in into.found().kinds)


def gather_by_two(file: Path, folder: Path) -> int:
    return gather(file, folder, two=True)


def days_in_sqlite(file: Path, folder: Path, *, two: bool = False) -> int:
    with Gathering() as into, sqlite3.connect(folder / "days.sqlite") as database:
        read(file, into, two=two)
        database.execute(
            "create table day (day integer, kind text, source text, tenths integer,"
            " count integer, series blob, primary key (day, kind, source)) without rowid"
        )
        # A day at a time, as the store does: ten years of them are never all in memory.
        rows = (
            (row.day, row.kind, str(row.source), row.tenths, row[4], row.series)
            for row in into.rows()
        )
        return database.executemany("insert into day values (?, ?, ?, ?, ?, ?)", rows).rowcount


def days_in_sqlite_by_two(file: Path, folder: Path) -> int:
    return days_in_sqlite(file, folder, two=True)


def rows_in_sqlite(file: Path, folder: Path) -> int:
    with sqlite3.connect(folder / "rows.sqlite") as database:
        into = Rows(database)
        read(file, into, two=False)
        into.write()
        return into.count


OURS: dict[str, Callable[[Path, Path], int]] = {
    "reading alone": count,
    "gathered into days, one process": gather,
    "gathered into days, two processes": gather_by_two,
    "every record a row in SQLite": rows_in_sqlite,
    "days in SQLite, one process": days_in_sqlite,
    "days in SQLite, two processes": days_in_sqlite_by_two,
}


class Measured(NamedTuple):
    """Seconds on the wall, those of the processor, the most memory, and what the program said."""

    seconds: float
    busy: float
    mebibytes: float
    said: str


def measured(command: list[str], times: int) -> Measured | None:
    """Run a program some times; the best of them. Nothing where it is not there."""
    best: Measured | None = None
    for _ in range(times):
        begun, busy = time.perf_counter(), _busy()
        try:
            done = subprocess.run(  # noqa: S603 - programs named here
                command, capture_output=True, text=True, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        seconds = time.perf_counter() - begun
        said = done.stdout.strip()
        memory = float(said.rpartition("MiB ")[2] or 0) if "MiB " in said else 0.0
        if best is None or seconds < best.seconds:
            best = Measured(seconds, _busy() - busy, memory, said.partition(" MiB")[0])
    return best


def _busy() -> float:
    """Processor seconds of all programs that were run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def one_way(way: str, file: Path, folder: Path) -> None:
    """Be the program that reads in one way of ours."""
    found = OURS[way](file, folder)
    most = sum(
        resource.getrusage(whose).ru_maxrss
        for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"{found} MiB {most / 1024:.0f}")


def ways(file: Path, beside: str | None, times: int, *, slow: bool) -> dict[str, Measured | None]:
    """Measure all ways, one after the other."""
    results: dict[str, Measured | None] = {
        "cat": measured(["sh", "-c", f"cat '{file}' > /dev/null"], times),
        "Python's read and count of '<Record '": measured(
            [sys.executable, "-c", COUNT, str(file)], times
        ),
        "a scanner in C, dates and numbers too": _in_c(file, times),
    }
    for way in OURS:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, __file__, "--way", way, str(file), folder]
            # Each of several runs writes a database of its own.
            runs = [measured(command, 1) for _ in range(1)]
            for _ in range(times - 1):
                shutil.rmtree(folder)
                Path(folder).mkdir()
                runs.append(measured(command, 1))
        results[way] = min((run for run in runs if run), default=None)
    lxml = [beside, "-c", LXML, str(file)] if beside else None
    results["lxml, target parser"] = measured(lxml, times) if lxml else None
    results["healthkit-to-sqlite"] = _healthkit(file, beside) if beside and slow else None
    return results


def _in_c(file: Path, times: int) -> Measured | None:
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder, "scan.c"), Path(folder, "scan")
        source.write_text(C_SCANNER, encoding="utf-8")
        if measured(["cc", "-O2", "-o", str(program), str(source)], 1) is None:
            return None
        return measured([str(program), str(file)], times)


def _healthkit(file: Path, beside: str) -> Measured | None:
    with tempfile.TemporaryDirectory() as folder:
        tool = str(Path(beside).with_name("healthkit-to-sqlite"))
        return measured([tool, "--silent", "--xml", str(file), f"{folder}/h.sqlite"], 1)


def told(results: dict[str, Measured | None], size: int) -> None:
    """Print what was measured, and how it stands to what is asked for."""
    print(f"{'':42}  seconds    MB/s  processor   MiB  found")
    for way, found in results.items():
        if found is None:
            print(f"{way:42}  not measured")
        else:
            memory = f"{found.mebibytes:5.0f}" if found.mebibytes else "    -"
            speed = size / found.seconds / 1e6
            times = f"{found.seconds:8.2f} {speed:7.0f} {found.busy:8.2f} s"
            print(f"{way:42} {times} {memory}  {found.said}")
    print()
    lxml, tool = results["lxml, target parser"], results["healthkit-to-sqlite"]
    for way in ("reading alone", "gathered into days, two processes"):
        _ratio(way, results[way], lxml, "lxml", READING_AT_LEAST)
    for way in list(OURS)[3:]:
        _ratio(way, results[way], tool, "healthkit-to-sqlite", TO_SQLITE_AT_LEAST)
    for way in ("cat", "a scanner in C, dates and numbers too"):
        _ratio(way, results[way], results["reading alone"], "our reading alone", None)
    most = max(found.mebibytes for way, found in results.items() if way in OURS and found)
    print(f"most memory {most:.0f} MiB, of {MOST_MEMORY_MIB:.0f}")


def _ratio(
    way: str, ours: Measured | None, theirs: Measured | None, name: str, least: float | None
) -> None:
    if ours and theirs:
        asked = "" if least is None else f", asked for: {least}"
        ratio = theirs.seconds / ours.seconds
        busy = theirs.busy / max(ours.busy, 0.001)
        print(f"{way}: {ratio:.1f} times as fast as {name} ({busy:.1f} by processor){asked}")


def main() -> None:
    """Invent an export and measure all ways to read it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--megabytes", type=int, default=300)
    words.add_argument("--beside", help="a Python with lxml and healthkit-to-sqlite")
    words.add_argument("--times", type=int, default=3)
    words.add_argument("--without-the-slow-one", action="store_true")
    words.add_argument("--way", nargs=3, metavar=("WAY", "FILE", "FOLDER"), help="for itself")
    said = words.parse_args()
    if said.way:
        one_way(said.way[0], Path(said.way[1]), Path(said.way[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "export.xml")
        kept = invent(file, said.megabytes * 1_000_000)
        size = file.stat().st_size
        print(f"{size / 1e6:.1f} MB, {kept:,} records and sessions to keep\n")
        told(ways(file, said.beside, said.times, slow=not said.without_the_slow_one), size)


if __name__ == "__main__":
    main()
