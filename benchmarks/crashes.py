"""How often a labelled crash is heard by the numbers alone, and how often RED falls on no crash.

    python benchmarks/crashes.py ../shared/data/visible_app/raw/*.csv

The crash labels are left out of what the rule hears (`--flare none`) and are then compared with
what it said. A crash counts as heard where a RED (or AMBER) day lies within a day of it.

Beside it stands chance: the share of all days that lie within a day of a RED day, and how many
crashes that share alone would come near to, had they fallen on any days at random. Crashes come in
runs, so the labels are also moved along the record as they are, by every number of days: how many
of these shifts come near RED at least as often as the true labels do?
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from steadystep.cli.diary_file import Record, read_record
from steadystep.core.decision import Flare
from steadystep.core.diary import DEFAULT_START
from steadystep.core.facts import FlareWord
from steadystep.importers.reading import LEAVE_OUT, Choices

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Heard:
    """Counts for one export.

    Attributes:
        days: Days in the record.
        answered: Days with an answer.
        crashes: Days labelled as a crash.
        on_red: Crashes with RED within a day.
        on_amber: Crashes with AMBER within a day and no RED.
        red: RED days.
        red_alone: RED days with no crash within a day.
        amber: AMBER days.
        near_red: Days of the record within a day of a RED day.
        shifts_as_good: Shifts of the labels that come near RED as often as the true ones, or more.
    """

    days: int
    answered: int
    crashes: int
    on_red: int
    on_amber: int
    red: int
    red_alone: int
    amber: int
    near_red: int
    shifts_as_good: int

    @property
    def by_chance(self) -> float:
        """Crashes that would lie near a RED day if they had fallen on any days."""
        return self.crashes * self.near_red / self.days


def crash_days(record: Record) -> set[date]:
    """The days the person labelled."""
    return {facts.day for facts in record.days if facts.flare == FlareWord.A_FLARE}


def near(day: date, others: set[date]) -> bool:
    """Does one of them lie within a day?"""
    return bool({day - A_DAY, day, day + A_DAY} & others)


def heard(path: Path) -> Heard:
    """Count one export, the labels kept from the rule."""
    crashes = crash_days(read_record(path, Choices(), ask=False))
    record = read_record(path, Choices(flare=LEAVE_OUT), ask=False)
    days = record.replay(record.terms(start=DEFAULT_START, pacing_only=False))
    red = {one.decision.day for one in days if one.decision.flare == Flare.RED}
    amber = {one.decision.day for one in days if one.decision.flare == Flare.AMBER}
    on_red = {day for day in crashes if near(day, red)}
    is_near = [near(one.decision.day, red) for one in days]
    first = days[0].decision.day
    return Heard(
        days=len(days),
        answered=sum(one.facts.answered for one in days),
        crashes=len(crashes),
        on_red=len(on_red),
        on_amber=sum(near(day, amber) for day in crashes - on_red),
        red=len(red),
        red_alone=sum(not near(day, crashes) for day in red),
        amber=len(amber),
        near_red=sum(is_near),
        shifts_as_good=shifts_as_good([(day - first).days for day in crashes], is_near),
    )


def shifts_as_good(labelled: list[int], is_near: list[bool]) -> int:
    """Count the shifts of the labels, round the end, that hit at least as often as they lie."""
    days = len(is_near)
    hits = [sum(is_near[(day + by) % days] for day in labelled) for by in range(days)]
    return sum(one >= hits[0] for one in hits[1:])


def main() -> None:
    """Print one row a file."""
    columns = (
        "export",
        "days",
        "answered",
        "crashes",
        "RED within a day",
        "AMBER within a day",
        "RED days",
        "on no crash",
        "AMBER days",
        "days near RED",
        "crashes near RED by chance",
        "shifts as good",
    )
    print(f"| {' | '.join(columns)} |")
    print("|---" * len(columns) + "|")
    for name in sys.argv[1:]:
        one = heard(Path(name))
        print(
            f"| {Path(name).stem} | {one.days} | {one.answered} | {one.crashes} | {one.on_red} |"
            f" {one.on_amber} | {one.red} | {one.red_alone} | {one.amber} |"
            f" {one.near_red} ({one.near_red / one.days:.0%}) | {one.by_chance:.1f} |"
            f" {one.shifts_as_good} of {one.days - 1} |"
        )


if __name__ == "__main__":
    main()
