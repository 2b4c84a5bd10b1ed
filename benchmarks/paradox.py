"""How often the picture of the paradox says something of people in whom there is nothing.

    python benchmarks/paradox.py
    python benchmarks/paradox.py --people 200
    python benchmarks/paradox.py --diary P1.csv

Each invented person answers most days for a year. Pain wanders from day to day, and is told as a
whole number from 0 to 10. Big days come on good days alone, which is the trap. In some people a big
day is answered by two worse days, or pain goes down over the year; in most, nothing is.

A diary of one's own is looked at year by year; its big days are the booms of the rule.
Nothing here is clinical evidence.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from steadystep.cli.diary_file import read_record
from steadystep.core.alike import LivedDay
from steadystep.core.facts import NONE
from steadystep.core.paradox import Paradox, Shows, paradox
from steadystep.core.policy import GENTLE
from steadystep.core.signal import weigh
from steadystep.importers.reading import Choices

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLE, SEED, YEAR, HALF, FOUR_WEEKS = 1_000, 1, 364, 182, 28
# People who are looked at again and again: a part of them, since it takes thirteen looks each.
LOOKED_AT_OFTEN = 4
FIRST = date(2026, 1, 5)
USUAL, ANSWERED = 5.5, 0.85
SAID = (Shows.LOWER, Shows.HIGHER)


@dataclass(frozen=True, slots=True)
class Invented:
    """A kind of person.

    Attributes:
        name: What the kind is called in the table.
        rho: How much of a day's pain above usual is left on the next.
        sd: How far pain wanders from usual, points.
        after: How much higher pain is on the two days after a big day, points.
        drift: How much pain changes over the year, points.
        big: How many of the good days are big, of 100.
    """

    name: str
    rho: float = 0.3
    sd: float = 1.3
    after: float = 0.0
    drift: float = 0.0
    big: int = 20


KINDS = (
    Invented("nothing, rho 0", rho=0.0),
    Invented("nothing, rho .3"),
    Invented("nothing, rho .6", rho=0.6),
    Invented("nothing, wanders by 2 points", sd=2.0),
    Invented("nothing, few big days", big=8),
    Invented("1 point after big days", after=1.0),
    Invented("2 points after big days", after=2.0),
    Invented("2 points, few big days", after=2.0, big=8),
    Invented("down by 1 in a year", drift=-1.0),
    Invented("down by 2 in a year", drift=-2.0),
    Invented("down by 4 in a year", drift=-4.0),
)


def a_year(kind: Invented, chance: np.random.Generator) -> list[LivedDay]:
    """One person's year."""
    away = np.empty(YEAR)
    away[0] = chance.normal(0, kind.sd)
    for day in range(1, YEAR):
        fresh = chance.normal(0, kind.sd * (1 - kind.rho**2) ** 0.5)
        away[day] = kind.rho * away[day - 1] + fresh
    pain = USUAL + away + kind.drift * np.arange(YEAR) / YEAR
    # Good days alone are big ones; what they bring is added after they were chosen.
    big = (away < 0) & (chance.random(YEAR) * 100 < kind.big)
    for after in np.flatnonzero(big):
        pain[after + 1 : after + 3] += kind.after
    tenths = np.clip(np.rint(pain), 0, 10).astype(int) * 10
    answered = chance.random(YEAR) < ANSWERED
    return [
        LivedDay(FIRST + timedelta(days=day), int(one) if known else None, 50, bool(is_big))
        for day, (one, known, is_big) in enumerate(zip(tenths, answered, big, strict=True))
    ]


def of_a_diary(path: Path) -> list[LivedDay]:
    """A real diary, from its first answer to its last."""
    days = read_record(path, Choices(), ask=False).days
    hearing, loads, found = GENTLE.hearing(), list[int](), list[LivedDay]()
    for one in days:
        big = bool(weigh(one.load, loads, hearing)[0]) or one.far_too_much
        loads.append(one.load)
        found.append(LivedDay(one.day, None if one.pain == NONE else one.pain, None, big))
    known = [at for at, one in enumerate(found) if one.pain is not None]
    return found[known[0] : known[-1] + 1]


def row(kind: Invented, people: int) -> str:
    """One line of the table, in percent: after half a year, after a year, ever in a year."""
    chance = np.random.default_rng(SEED)
    often = people // LOOKED_AT_OFTEN
    counts = np.zeros((4, 3), dtype=int)
    for number in range(people):
        days = a_year(kind, chance)
        counts[:, 0] += _said(paradox(days[:HALF]))
        counts[:, 1] += _said(paradox(days))
        if number < often:
            counts[:, 2] += np.any([_said(one) for one in _looks(days)], axis=0)
    shares = counts * 100 / [people, people, often]
    cells = (" · ".join(f"{share:.1f}" for share in line) for line in shares)
    return f"| {kind.name} | {' | '.join(cells)} |"


def _looks(days: list[LivedDay]) -> Iterator[Paradox]:
    """What is shown when the picture is looked at every four weeks."""
    for until in range(FOUR_WEEKS, YEAR + 1, FOUR_WEEKS):
        yield paradox(days[:until])


def _said(found: Paradox) -> list[bool]:
    return [shows == said for shows in (found.weeks.shows, found.after.shows) for said in SAID]


def show_diary(path: Path) -> None:
    """Print what each year of a diary shows."""
    days = of_a_diary(path)
    for at in range(0, len(days), YEAR):
        year = days[at : at + YEAR]
        found = paradox(year)
        compared = found.after.compared
        span = f" ({compared.difference.mean / 10:+.1f}" if compared else ""
        span += f" ± {compared.difference.within / 10:.1f})" if compared else ""
        print(
            f"{year[0].day}, {len(year)} days: weeks {found.weeks.shows}"
            f" ({found.weeks.known} known, {found.weeks.change / 10:+.1f});"
            f" after {found.after.big} big days beside {found.after.other} others:"
            f" {found.after.shows}{span}"
        )


def main() -> None:
    """Print the table, or what a diary shows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--diary", type=Path)
    said = parser.parse_args()
    if said.diary is not None:
        show_diary(said.diary)
        return
    print("| people | weeks lower | weeks higher | after lower | after higher |")
    print("|---|---|---|---|---|")
    for kind in KINDS:
        print(row(kind, said.people))


if __name__ == "__main__":
    main()
