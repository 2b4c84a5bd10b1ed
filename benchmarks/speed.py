"""How fast a person is answered. Each figure is a ratio to its limit, measured in one run.

    python benchmarks/speed.py

It prints the best of several runs in processor time, which a busy machine disturbs least, and a
yardstick: what this machine takes for ten million additions.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from steadystep.core import rule, shapes
from steadystep.core.diary import DiaryTerms, replay
from steadystep.core.facts import NONE, DayFacts
from steadystep.core.ladder import MINUTES
from steadystep.core.observations import Unit
from steadystep.core.policy import GENTLE
from steadystep.explain import expert, said

if TYPE_CHECKING:
    from collections.abc import Callable

DECISION_LIMIT_US = 5.0
TEN_YEARS_LIMIT_MS = 150.0
HELP_LIMIT_MS = 300.0
REPEATS = 7
SILENT = 0.15


def timed(work: Callable[[], object]) -> float:
    """Processor seconds of the best of a few runs."""
    taken = []
    for _ in range(REPEATS):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def invented(years: int) -> list[DayFacts]:
    """An invented record: whole-number answers around a usual, a load most days, some silence."""
    luck = random.Random(2)
    first = date(2006, 1, 1)
    return [
        DayFacts(
            day=first + timedelta(days=number),
            pain=answer(luck),
            fatigue=answer(luck),
            load=10 * round(luck.lognormvariate(3.4, 0.4)),
        )
        for number in range(365 * years)
    ]


def answer(luck: random.Random) -> int:
    """An answer in tenths, a whole number of points; none on some days."""
    return NONE if luck.random() < SILENT else 10 * max(0, min(10, round(luck.gauss(5, 1.2))))


def one_decision() -> float:
    """Microseconds of `rule.morning` over a lived year, the average day."""
    numbers, state, mornings = GENTLE.numbers(), rule.newborn(8), []
    luck = random.Random(1)
    for today in range(365):
        answer = luck.choices((0, 1, 2, 3, 4), (3, 12, 4, 2, 1))[0]
        warm = 1 if answer >= shapes.WARM else 0
        hour = today * 24 + 12
        day = shapes.Day(
            today, 0, answer, warm, 0, hour, 1, 100, hour, 0, 1, -1, 28, -1, 0, 0, 7, 0, 0
        )
        mornings.append((state, day))
        heard, spoken = rule.morning(state, day, numbers, MINUTES)
        state = rule.evening(heard, day, spoken, numbers)

    def year() -> None:
        for before, day in mornings * 20:
            rule.morning(before, day, numbers, MINUTES)

    return timed(year) / (365 * 20) * 1e6


def replayed(years: int) -> float:
    """Milliseconds to replay and explain a record of so many years."""
    days = invented(years)
    terms = DiaryTerms(unit=Unit.MINUTES, has_load=True)

    def all_of_it() -> None:
        for one in replay(days, terms):
            said(one.decision)
            expert(one.decision)

    return timed(all_of_it) * 1e3


def help_page() -> float:
    """Milliseconds of wall time for `steadystep --help`, the median of a few starts."""
    taken = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "steadystep", "--help"], check=True, capture_output=True
        )
        taken.append(time.perf_counter() - begun)
    return median(taken) * 1e3


def additions() -> None:
    """Ten million additions: a yardstick for this machine."""
    total = 0
    for number in range(10_000_000):
        total += number


def main() -> None:
    """Print each figure beside its limit."""
    print(f"{'yardstick, ten million additions':36}{timed(additions):8.2f} s")
    for name, figure, unit, limit in (
        ("one decision", one_decision(), "us", DECISION_LIMIT_US),
        ("ten years replayed and explained", replayed(10), "ms", TEN_YEARS_LIMIT_MS),
        ("steadystep --help", help_page(), "ms", HELP_LIMIT_MS),
    ):
        print(f"{name:36}{figure:8.2f} {unit} {figure / limit:6.2f} x limit")
    for years in (1, 5, 10, 20):
        each = replayed(years) / (365 * years) * 1e3
        print(f"{f'each day of {years} years':36}{each:8.2f} us")


if __name__ == "__main__":
    main()
