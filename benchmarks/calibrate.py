"""Invented people beside real ones, measure by measure.

    python benchmarks/calibrate.py ../shared/data
    python benchmarks/calibrate.py ../shared/data --into docs/researchers/calibration.md

The records lie with those who published them; no day of them is printed. The tables are printed
and compared with those of the page; other figures end with 1. With `--into` the tables of the page
are written anew. The page says beforehand what may be changed by what is found.
Nothing here is clinical evidence.
"""

from __future__ import annotations

import argparse
import csv
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from steadystep.cli.diary_file import read_record
from steadystep.cohort.calibrate import Diary
from steadystep.cohort.calibrate_page import BEGIN, END, Records, WalkOn, lines, shown
from steadystep.core.facts import NONE
from steadystep.importers.reading import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cohort.calibrate_series import Days
    from steadystep.core.facts import DayFacts

HOME = Path(__file__).parents[1]
PAGE = HOME / "docs" / "researchers" / "calibration.md"
DATA = HOME.parent / "shared" / "data"
# What has to be there, in the folder of records.
NEEDED = ("myaiguide/tidy", "visible_app/raw", "lifesnaps/data", "walkon_fm_ema/tables")
# LifeSnaps: people with fewer days of steps are left out, as in the first reading.
LEAST_DAYS = 30
TENTHS = 10.0


def main() -> int:
    """Print the tables and compare them with the page, or write them into it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", default=DATA)
    parser.add_argument("--into", type=Path)
    words = parser.parse_args()
    if not all((words.data / needed).exists() for needed in NEEDED):
        print(f"No records in {words.data}: nothing is compared.")
        return 0
    printed = list(lines(records(words.data)))
    if words.into is None:
        print("\n".join(printed))
        same = printed == shown(PAGE.read_text(encoding="utf-8"))
        print("The page holds these figures." if same else "The page holds other figures.")
        return 0 if same else 1
    text = words.into.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    tables = "\n".join(printed)
    words.into.write_text(f"{before}{BEGIN}\n\n{tables}\n{END}{after}", encoding="utf-8")
    return 0


def records(data: Path) -> Records:
    """Everything real that the page speaks of."""
    year, onsets = visible(data)
    tables, networks = data / "walkon_fm_ema" / "tables", data / "walkon_fm_ema" / "networks"
    return Records(
        {**{name: my_ai_guide(data, name) for name in ("P1", "P8", "P3")}, "Visible": year},
        life_snaps(data),
        onsets,
        WalkOn(
            {row["variable"]: row for row in published(tables / "02_ema_descriptives.csv")},
            {row["variable"]: row for row in published(tables / "03_variance_decomposition.csv")},
            {row[""]: row for row in published(tables / "02_within_person_corr.csv")},
            {row[""]: row for row in published(tables / "02_between_person_corr.csv")},
            {
                (row["from"], row["to"]): row
                for row in published(networks / "05_mlvar_core_temporal_edges.csv")
            },
            published(networks / "07_perperson_var_ols_wide.csv"),
        ),
    )


def my_ai_guide(data: Path, person: str) -> Diary:
    """Worst pain of a day, and steps."""
    path = data / "myaiguide" / "tidy" / f"{person}.csv"
    days = read_record(path, Choices(pain="pain_max", load="steps")).days
    return Diary(pain=told(days, "pain"), load=told(days, "load"))


def visible(data: Path) -> tuple[Diary, list[int]]:
    """One year of one person, and the days on which a run of marked crashes began.

    Answers are stretched to 0-10; load is the sum of four ratings of exertion, 0 to 12. The
    importer reads answers and HRV; the ratings of exertion and the marks are read here.
    """
    (path,) = (data / "visible_app" / "raw").glob("*2026format.csv")
    days = read_record(path, Choices()).days
    first = days[0].day
    exertion = np.zeros(len(days))
    crashed = np.zeros(len(days), dtype=np.bool_)
    for name in ("Physically active", "Mentally demanding"):
        exertion += tracked(path, name, first, len(days))
    for name in ("Socially demanding", "Emotionally stressful"):
        exertion += tracked(path, name, first, len(days))
    crashed[:] = tracked(path, "Crash", first, len(days)) == 1
    diary = Diary(
        pain=told(days, "pain"),
        fatigue=told(days, "fatigue"),
        load=exertion,
        hrv=told(days, "rmssd"),
    )
    began = crashed & ~np.concatenate([[False], crashed[:-1]])
    return diary, np.flatnonzero(began).tolist()


def tracked(path: Path, tracker: str, first: date, count: int) -> Days:
    """One tracker of the export, day by day."""
    found = np.full(count, np.nan)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["tracker_name"] == tracker:
                day = (date.fromisoformat(row["observation_date"]) - first).days
                found[day] = float(row["observation_value"])
    return found


def life_snaps(data: Path) -> list[Diary]:
    """Steps, HRV and minutes asleep of healthy people. A day of no steps was not worn."""
    people: dict[str, dict[date, dict[str, str]]] = {}
    with (data / "lifesnaps" / "data" / "daily.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            people.setdefault(row["id"], {})[date.fromisoformat(row["date"])] = row
    diaries = []
    for rows in people.values():
        first, last = min(rows), max(rows)
        found = {
            name: np.full((last - first).days + 1, np.nan)
            for name in ("steps", "rmssd", "minutesAsleep")
        }
        for day, row in rows.items():
            for name, days in found.items():
                days[(day - first).days] = float(row[name] or "nan")
        found["steps"][found["steps"] == 0] = np.nan
        if (~np.isnan(found["steps"])).sum() >= LEAST_DAYS:
            diaries.append(
                Diary(load=found["steps"], hrv=found["rmssd"], sleep=found["minutesAsleep"])
            )
    return diaries


def told(days: Sequence[DayFacts], name: str) -> Days:
    """One kind of fact, day by day, in whole units."""
    tenths = np.array([getattr(day, name) for day in days], dtype=np.float64)
    return np.where(tenths == NONE, np.nan, tenths / TENTHS)


def published(path: Path) -> list[dict[str, str]]:
    """A table of results, by its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main())
