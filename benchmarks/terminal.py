"""How soon the terminal answers somebody who has kept a record for ten years.

    python benchmarks/terminal.py [FOLDER]

It invents a record, opens `steadystep today` in a process of its own again and again, and prints
the best and the middle of several runs by the clock on the wall, and the best in processor time,
which a busy machine disturbs least. A bare `python -c pass` stands beside them. The first run has
no fold put aside to go on from; the others have.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from steadystep.core.events import (
    CheckedIn,
    DecisionGiven,
    EffortTold,
    Entry,
    Event,
    PageSeen,
    PlanStarted,
    SessionTold,
)
from steadystep.core.observations import Unit
from steadystep.core.record import decisions
from steadystep.explain import sentences
from steadystep.store import PersonLog, SqliteLog

YEARS = 10
LIMIT_MS = 300.0
REPEATS = 9
SILENT = 0.15


def invented(years: int) -> list[Entry]:
    """A record of so many years: answers on most days, a session on most, and all that was told."""
    luck = random.Random(10)
    now = datetime.now().astimezone().replace(hour=8, minute=0, second=0, microsecond=0)
    began = now - timedelta(days=365 * years)
    plan = PlanStarted(unit=Unit.MINUTES, start=50, usual_pain=50, usual_fatigue=50)
    said = [_entry(began, plan), _entry(began, PageSeen("week_one"))]
    for number in range(365 * years):
        morning = began + timedelta(days=number, minutes=1)
        if luck.random() > SILENT:
            said.append(_entry(morning, CheckedIn(_answer(luck), _answer(luck), _answer(luck))))
        if luck.random() > SILENT:
            said += [
                _entry(morning + timedelta(hours=2), SessionTold(luck.choice((50, 50, 50, 25)))),
                _entry(morning + timedelta(hours=2), EffortTold(luck.randint(1, 4))),
            ]
    told = [
        _entry(
            datetime.combine(one.day, began.time(), began.tzinfo) + timedelta(minutes=2),
            DecisionGiven(one.level, one.dose, one.offered, one, sentences(one), "en"),
        )
        for one in decisions(said, until=(now - timedelta(days=1)).date())
    ]
    return sorted([*said, *told], key=lambda one: one.at)


def _entry(at: datetime, event: Event) -> Entry:
    return Entry("me", at, at, event)


def _answer(luck: random.Random) -> int:
    """An answer in tenths, a whole number of points around a usual of 5."""
    return 10 * max(0, min(10, round(luck.gauss(5, 1.2))))


def opened(words: list[str], folder: Path) -> tuple[float, float]:
    """Milliseconds until a program of its own has ended well: on the wall, and of a processor."""
    before, begun = os.times(), time.perf_counter()
    subprocess.run(  # noqa: S603 - our own words
        [sys.executable, *words],
        check=True,
        capture_output=True,
        env={**os.environ, "STEADYSTEP_HOME": str(folder)},
    )
    wall, after = time.perf_counter() - begun, os.times()
    worked = (
        after.children_user - before.children_user + after.children_system - before.children_system
    )
    return wall * 1e3, worked * 1e3


def tell(name: str, words: list[str], folder: Path, *, repeats: int = REPEATS) -> None:
    """Print the figures of several runs."""
    runs = [opened(words, folder) for _ in range(repeats)]
    wall = [one for one, _ in runs]
    worked = min(one for _, one in runs)
    print(f"{name:34}{min(wall):8.0f}{median(wall):8.0f}{worked:11.0f}")


def main(folder: Path) -> None:
    """Invent, measure, print."""
    entries = invented(YEARS)
    PersonLog(SqliteLog(folder), "me").append(entries)
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
    print(f"{len(entries):,} entries of {YEARS} years, {size / 1e6:.1f} MB")
    print(f"{'milliseconds':34}{'best':>8}{'middle':>8}{'processor':>11}")
    tell("python -c pass", ["-c", "pass"], folder)
    tell("steadystep --help", ["-m", "steadystep", "--help"], folder)
    tell("steadystep today, the first time", ["-m", "steadystep", "today"], folder, repeats=1)
    tell(f"steadystep today (limit {LIMIT_MS:.0f})", ["-m", "steadystep", "today"], folder)
    tell("steadystep check-in 5 5", ["-m", "steadystep", "check-in", "5", "5"], folder)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with TemporaryDirectory() as place:
            main(Path(place))
