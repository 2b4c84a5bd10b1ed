"""What a whole import takes, from the export to days in the store, and what it does to Today.

    PYTHONPATH=src:. python benchmarks/whole_import.py --days 365

A year of Apple Health is invented, and brought with `steadystep bring --yes` into the record of
somebody who has lived ten years with a plan: looked at, known by its bytes, read, gathered, written
in batches with pauses, and told to the log. Meanwhile another program works out Today, again and
again, first while nothing else happens and then during the import. Seconds are those of a clock on
the wall, with the processor's own beside them, which a busy machine disturbs least. A Today that
had to fold all ten years anew would be told apart: the import has done so before anybody asks.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from apple_health_invented import BYTES_A_DAY, invent
from log import NOW, a_life

from steadystep.store import PersonLog, SqliteLog, SqliteObserved

if TYPE_CHECKING:
    from collections.abc import Callable

# The invented export ends a day after the invented life.
THEN = NOW + timedelta(days=2)
IDLE_SECONDS = 15
# A person looks at a page now and then; this one looks without rest but for such a pause.
PAUSE_SECONDS = 0.02
MOST_TIMES_SLOWER = 3.0
HUNDREDTHS = 100
# A Today that takes so many times the processor's usual time has folded the days anew.
FOLDS_ANEW_TIMES = 10

BRING = """
import resource, sys
from datetime import datetime
from pathlib import Path
from steadystep.cli.main import steadystep
from steadystep.cli.record import Home
if __name__ == "__main__":
    home = Home(Path(sys.argv[1]), lambda: datetime.fromisoformat(sys.argv[3]))
    try:
        steadystep(["bring", sys.argv[2], "--yes"], obj=home)
    finally:
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""
ASK = """
import sys, time
from datetime import datetime
from pathlib import Path
from steadystep.store import PersonLog, SqliteLog
now = datetime.fromisoformat(sys.argv[2])
while True:
    begun = time.perf_counter(), time.process_time()
    # Opened anew each time, as each page does.
    with SqliteLog(Path(sys.argv[1])) as log:
        assert PersonLog(log, "me").today(now).decision is not None
    print(time.perf_counter() - begun[0], time.process_time() - begun[1], flush=True)
    time.sleep(float(sys.argv[3]))
"""


class Ran(NamedTuple):
    """What a program took: seconds, seconds of the processor, and the most memory it held."""

    wall: float
    processor: float
    mebibytes: float


def main() -> None:
    """Print what it took, and what Today took beside it."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as name:
        home, export = Path(name) / "record", Path(name) / "export.xml"
        with SqliteLog(home) as log:
            log.append(list(a_life()))
            # Usual is written down when a page first shows it, as on any morning of a real life.
            PersonLog(log, "me").tell(THEN, lambda _: [], language="en")
        kept = invent(export, asked.days * BYTES_A_DAY)
        print(f"{export.stat().st_size / 1e6:.0f} MB, {kept:,} things to keep")
        idle = _todays_beside(home, lambda: time.sleep(IDLE_SECONDS))
        ran: list[Ran] = []
        during = _todays_beside(home, lambda: ran.append(_run(home, export)))
        _tell(ran[0], idle, during)
        print(_store(home))
        again = _run(home, export)
        print(f"the same again: {again.wall:.1f} s, processor {again.processor:.1f} s")


def _asked() -> argparse.Namespace:
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--days", type=int, default=365)
    return said.parse_args()


def _run(home: Path, export: Path) -> Ran:
    """Bring the export in a program of its own."""
    begun = time.perf_counter()
    words = [sys.executable, "-c", BRING, str(home), str(export), THEN.isoformat()]
    with subprocess.Popen(  # noqa: S603 - words above
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stderr is not None  # noqa: S101 - it is a pipe
        told = program.stderr.read().split()
        _, status, used = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        raise SystemExit(" ".join(told))
    wall = time.perf_counter() - begun
    unit = 1 if sys.platform == "darwin" else 1024
    most = used.ru_maxrss + int(told[-1])
    return Ran(wall, used.ru_utime + used.ru_stime, most * unit / 2**20)


def _todays_beside(home: Path, meanwhile: Callable[[], object]) -> list[tuple[float, float]]:
    """How long Today took each time, while something else happened: by the wall, and busy."""
    words = [sys.executable, "-c", ASK, str(home), THEN.isoformat(), str(PAUSE_SECONDS)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as asking:  # noqa: S603 - the same
        assert asking.stdout is not None  # noqa: S101 - it is a pipe
        # The first time Python is started and the code is read.
        asking.stdout.readline()
        meanwhile()
        asking.kill()
        lines = asking.stdout.read().splitlines()
    told = [tuple(map(float, line.split())) for line in lines]
    return [(one[0], one[1]) for one in told if len(one) == len(("wall", "busy"))]


def _tell(ran: Ran, idle: list[tuple[float, float]], during: list[tuple[float, float]]) -> None:
    print(
        f"brought in {ran.wall:.1f} s, processor {ran.processor:.1f} s,"
        f" most memory {ran.mebibytes:.0f} MiB"
    )
    print(f"Today, idle        {_told(idle)}")
    print(f"Today, during      {_told(during, idle)}")
    usual = median(busy for _, busy in idle)
    quick = [one for one in during if one[1] < FOLDS_ANEW_TIMES * usual]
    anew = [one for one in during if one[1] >= FOLDS_ANEW_TIMES * usual]
    print(f"  but those anew   {_told(quick, idle)}")
    for wall, busy in anew:
        print(f"  folded anew      {wall:.2f} s, processor {busy:.2f} s")


def _told(some: list[tuple[float, float]], before: list[tuple[float, float]] | None = None) -> str:
    """Median and p99, by the wall and of the processor; and how many times as long as before."""
    said = [f"{len(some):5} times"]
    for place, what in enumerate(("wall", "processor")):
        column = [one[place] for one in some]
        said.append(f"{what}: {1e3 * median(column):6.1f} ms, p99 {1e3 * _p99(column):7.1f} ms")
        if before is not None:
            slower = _p99(column) / _p99([one[place] for one in before])
            said.append(f"{slower:4.1f} x (at most {MOST_TIMES_SLOWER:.0f})")
    return "  ".join(said)


def _p99(seconds: list[float]) -> float:
    return quantiles(seconds, n=HUNDREDTHS)[-1]


def _store(home: Path) -> str:
    with SqliteObserved(home) as observed:
        (one,) = observed.imports("me")
        rows = len(observed.days("me"))
    size = sum(file.stat().st_size for file in home.glob("observed*"))
    return f"{rows:,} rows of {len(one.kinds)} kinds, {one.sessions} sessions, {size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
