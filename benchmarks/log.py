"""How quick today and history are after ten years, how many writes a second, and what it weighs.

    PYTHONPATH=src python benchmarks/log.py

Each morning is a program of its own that was not running before: what it costs to start Python and
to read the code is told apart from what the log and the rule take. Seconds are those of a clock on
the wall, the median of a few runs, with the processor's own beside them. A page of history reads
all of the log; the pages after it in the same program read it again, each with one answer more.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.events import Entry
from steadystep.core.facts import Reply
from steadystep.core.fold import Fold
from steadystep.core.observations import Unit
from steadystep.explain import sentences
from steadystep.store import JsonlLog, SqliteLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from steadystep.core.decision import Decision
    from steadystep.core.events import Event
    from steadystep.store import Log

TODAY_LIMIT_SECONDS = 0.3
YEARS = 10
FIRST = datetime(2016, 1, 4, tzinfo=UTC)
NOW = FIRST + timedelta(days=365 * YEARS, hours=9)
# How often an invented person does what they may.
ANSWERS, ACCEPTS, MOVES, SAYS_HOW_THE_DAY_WAS, WRITES_A_NOTE = 0.85, 0.5, 0.8, 0.6, 0.1
RUNS = 7
WRITES = 300
PAGES_READ = 4

MORNING = """
import sys, time
begun, busy = time.perf_counter(), time.process_time()
from datetime import datetime
from pathlib import Path
from steadystep.store import JsonlLog, PersonLog, SqliteLog
ready, ready_busy = time.perf_counter(), time.process_time()
log = {"sqlite": SqliteLog, "jsonl": JsonlLog}[sys.argv[1]](Path(sys.argv[2]))
today = PersonLog(log, "me").today(datetime.fromisoformat(sys.argv[3]))
done, done_busy = time.perf_counter(), time.process_time()
assert today.decision is not None
print(ready - begun, done - ready, done_busy - ready_busy)
"""

PAGES = """
import sys, time
from datetime import datetime
from pathlib import Path
from steadystep.core.events import CheckedIn
from steadystep.store import JsonlLog, PersonLog, SqliteLog
log = PersonLog({"sqlite": SqliteLog, "jsonl": JsonlLog}[sys.argv[1]](Path(sys.argv[2])), "me")
now, seconds = datetime.fromisoformat(sys.argv[3]), []
for page in range(int(sys.argv[4])):
    begun, busy = time.perf_counter(), time.process_time()
    read = log.read()
    seconds += [time.perf_counter() - begun, time.process_time() - busy]
    log.append([CheckedIn(pain=40)], at=now, recorded=now)
print(*seconds)
"""


def a_life() -> Iterator[Entry]:
    """Ten years of an invented person: five or six entries a day, decisions told among them."""
    luck, fold = random.Random(5), Fold()
    plan: Event = on.PlanStarted(unit=Unit.MINUTES, start=50, usual_pain=40, usual_fatigue=50)
    for number in range(365 * YEARS):
        morning = FIRST + timedelta(days=number, hours=8, minutes=luck.randrange(90))
        todays = [_entry(morning, plan)] if number == 0 else []
        if luck.random() < ANSWERS:
            todays.append(_entry(morning, _answers(luck)))
        decision = fold.morning(morning.date(), todays)
        todays += _told(morning, decision, luck)
        fold.evening(morning.date(), todays)
        yield from todays


def _answers(luck: random.Random) -> Event:
    pain, fatigue, sleep = (10 * max(0, min(10, round(luck.gauss(4, 1.1)))) for _ in range(3))
    return on.CheckedIn(pain, fatigue, sleep)


def _told(morning: datetime, decision: Decision, luck: random.Random) -> list[Entry]:
    """What was shown and done on a day."""
    given = on.DecisionGiven(
        decision.level, decision.dose, decision.offered, decision, sentences(decision), "en"
    )
    told: list[Event] = [given]
    if decision.offered is not None and luck.random() < ACCEPTS:
        told.append(on.OfferAnswered(Reply.ACCEPT))
    if luck.random() < MOVES:
        told += [on.SessionTold(decision.dose or 0), on.EffortTold(luck.randrange(1, 5))]
    if luck.random() < SAYS_HOW_THE_DAY_WAS:
        told.append(on.DayTold(luck.choice(list(on.Busy)[:3])))
    if luck.random() < WRITES_A_NOTE:
        told.append(on.NoteWritten("A short walk to the tree by the river, and back."))
    return [
        _entry(morning + timedelta(minutes=5 * place), event) for place, event in enumerate(told, 1)
    ]


def _entry(when: datetime, event: Event) -> Entry:
    return Entry("me", when, when, event)


def mornings(kind: str, folder: Path, *, forget_the_fold: bool) -> tuple[float, float, float]:
    """Seconds to read the code, to work out today, and of those the processor's: the medians."""
    runs = []
    for _ in range(RUNS):
        if forget_the_fold:
            _drop_the_fold(folder)
        runs.append(_run(MORNING, kind, folder))
    code, today, busy = (median(column) for column in zip(*runs, strict=True))
    return code, today, busy


def pages(kind: str, folder: Path) -> tuple[float, float, float, float]:
    """Seconds to read all of it for the first page and for a later one, each by wall and busy."""
    ran = _run(PAGES, kind, folder, str(PAGES_READ))
    first, first_busy, *later = ran
    return first, first_busy, median(later[::2]), median(later[1::2])


def _run(program: str, kind: str, folder: Path, *more: str) -> list[float]:
    """Run a program of its own, and take the numbers it prints."""
    ran = subprocess.run(  # noqa: S603 - the words above
        [sys.executable, "-c", program, kind, str(folder), NOW.isoformat(), *more],
        check=True,
        capture_output=True,
        text=True,
    )
    return [float(one) for one in ran.stdout.split()]


def _drop_the_fold(folder: Path) -> None:
    """Drop what was put aside, as anybody may."""
    with SqliteLog(folder) as log:
        kept = log.kept("me")
        if kept is not None:
            log.keep("me", kept._replace(packed=""))


def writes_a_second(log: Log, entries: list[Entry]) -> float:
    """Writes of one entry each, a second."""
    begun = time.perf_counter()
    for one in entries:
        log.append([one])
    return len(entries) / (time.perf_counter() - begun)


def weight(folder: Path) -> float:
    """Megabytes on the disk."""
    return sum(one.stat().st_size for one in folder.iterdir()) / 1e6


def main() -> None:
    """Print each figure, today's beside its limit."""
    life = list(a_life())
    told = sum(isinstance(one.event, on.DecisionGiven) for one in life)
    print(f"{YEARS} years: {len(life)} entries, {told} of them decisions told")
    with tempfile.TemporaryDirectory() as name:
        sqlite, jsonl = Path(name) / "sqlite", Path(name) / "jsonl"
        with SqliteLog(sqlite) as log:
            log.append(life)
        JsonlLog(jsonl).append(life)
        print(f"on the disk: SQLite {weight(sqlite):.1f} MB, JSON Lines {weight(jsonl):.1f} MB")
        for what, kind, folder, forget in (
            ("today, a fold put aside", "sqlite", sqlite, False),
            ("today, all of it replayed", "sqlite", sqlite, True),
            ("today, JSON Lines", "jsonl", jsonl, False),
        ):
            code, today, busy = mornings(kind, folder, forget_the_fold=forget)
            print(
                f"{what:28}{today:7.3f} s {today / TODAY_LIMIT_SECONDS:6.2f} x limit"
                f"   (processor {busy:.3f} s; the code is read in {code:.3f} s)"
            )
        for kind, folder in (("sqlite", sqlite), ("jsonl", jsonl)):
            first, first_busy, later, later_busy = pages(kind, folder)
            print(
                f"{f'history, {kind}':28}{first:7.3f} s (processor {first_busy:.3f} s), then"
                f" {later:.3f} s ({later_busy:.3f} s) for each page after it"
            )
    makers: dict[str, Callable[[Path], Log]] = {
        "SQLite, FULL": SqliteLog,
        "SQLite, NORMAL": lambda folder: SqliteLog(folder, synchronous="NORMAL"),
        "JSON Lines": JsonlLog,
    }
    for what, make in makers.items():
        with tempfile.TemporaryDirectory() as name:
            print(
                f"{what:28}{writes_a_second(make(Path(name)), life[:WRITES]):7.0f} writes a second"
            )


if __name__ == "__main__":
    main()
