"""Invented people beside real ones, measure by measure.

    python benchmarks/calibrate.py ../shared/data
    python benchmarks/calibrate.py ../shared/data --into docs/researchers/calibration.md

The records lie with those who published them; no day of them is printed. With `--into` the tables
of the page are written anew. The page says beforehand what may be changed by what is found.
Nothing here is clinical evidence.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from steadystep.cli.diary_file import read_record
from steadystep.cohort.calibrate import Diary, measure
from steadystep.cohort.calibrate_flares import load_before_onset
from steadystep.cohort.calibrate_invented import (
    by_evenings,
    by_mornings,
    endless,
    half_year,
    in_groups,
    invented,
    load_before_flares,
    of_parts,
    together_between,
    together_within,
    unanswered,
)
from steadystep.cohort.calibrate_people import Band, band, bands
from steadystep.cohort.calibrate_series import Days, lag_one
from steadystep.cohort.calibrate_tables import compared, fits, heading, number
from steadystep.core.facts import NONE
from steadystep.importers.reading import Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from steadystep.core.facts import DayFacts

FAMILIES = ("A", "B", "C", "D")
# Walk On: so many women, so many days. Groups of that size are drawn from the invented people.
WOMEN, FORTNIGHT = 34, 14
# LifeSnaps: people with fewer days of steps are left out, as in the first reading.
LEAST_DAYS = 30
BEGIN, END = "<!-- printed: begin -->", "<!-- printed: end -->"
NOT_BY_DAYS = "no: 2.5 hours are no day"
TENTHS = 10.0


# ---------------------------------------------------------------------------- real people


def my_ai_guide(data: Path, person: str) -> Diary:
    """Worst pain of a day, and steps."""
    path = data / "myaiguide" / "tidy" / f"{person}.csv"
    days = read_record(path, Choices(pain="pain_max", load="steps")).days
    return Diary(pain=told(days, "pain"), load=told(days, "load"))


@dataclass(frozen=True)
class Visible:
    """One year of one person.

    Attributes:
        diary: Answers stretched to 0-10; load is the sum of four ratings of exertion, 0 to 12.
        onsets: Days on which a run of marked crashes began.
    """

    diary: Diary
    onsets: list[int]


def visible(data: Path) -> Visible:
    """The importer reads answers and HRV; the ratings of exertion and the marks are read here."""
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
    return Visible(diary, np.flatnonzero(began).tolist())


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


# ---------------------------------------------------------------------------- the tables


COLUMNS = ("measure", "record", "real", *FAMILIES, "the record lies")
SYMPTOMS = ("pain_carry", "pain_change_sd", "pain_missing")
LOADS = ("load_cv", "load_carry", "load_change", "big_share", "very_big_share")
AROUND = ("before_big", "on_big", "after_big")
FLARES = ("flares_2_points", "flares_30_percent", "flares_1_sd", "flare_length", "long_share")


def day_by_day(data: Path) -> Iterator[str]:
    """Symptoms, loads, HRV and sleep of single days."""
    singles = {
        "P1": measure(my_ai_guide(data, "P1")),
        "P8": measure(my_ai_guide(data, "P8")),
        "P3": measure(my_ai_guide(data, "P3")),
        "Visible": measure(visible(data).diary),
    }
    healthy = life_snaps(data)
    group = bands([measure(one) for one in healthy])
    every = {family: by_mornings(family) for family in FAMILIES}
    moved = {family: by_evenings(family) for family in FAMILIES}

    def line(name: str, record: str, of: dict[str, dict[str, Band]], note: str = "") -> str:
        real = group[name] if record == "LifeSnaps" else getattr(singles[record], name)
        who = f"LifeSnaps, {group[name].people} healthy" if record == "LifeSnaps" else record
        return compared(name, who + note, real, {one: of[one][name] for one in of})

    yield from heading(COLUMNS)
    for name in SYMPTOMS:
        yield from (line(name, record, every) for record in ("P1", "P8", "Visible"))
    # Of four steps most answers are yesterday's, whatever the body does: Visible is left out.
    yield from (line("pain_same", record, every) for record in ("P1", "P8"))
    yield line("fatigue_carry", "Visible", every)
    yield line("together", "Visible", every)
    for name in LOADS:
        yield from (line(name, record, every) for record in ("P1", "P8", "P3", "LifeSnaps"))
    for name in AROUND:
        yield from (line(name, record, every) for record in ("P1", "P8"))
    for name in AROUND:
        note = ", against the answer of the next morning"
        yield from (line(name, record, moved, note) for record in ("P1", "P8"))
    for name in ("load_to_pain", "pain_to_load"):
        yield from (line(name, record, every) for record in ("P1", "P8", "Visible"))
    for name in ("load_to_fatigue", "fatigue_to_load"):
        yield line(name, "Visible", every)
    for name in FLARES:
        yield from (line(name, record, every) for record in ("P1", "P8"))
    for record in ("Visible", "LifeSnaps"):
        yield line("hrv_carry", record, every)
    yield line("sleep_carry", "LifeSnaps", every)


def levels(data: Path) -> Iterator[str]:
    """Walk On's levels and spreads against groups of as many invented people."""
    tables = data / "walkon_fm_ema" / "tables"
    rows = {row["variable"]: row for row in published(tables / "02_ema_descriptives.csv")}
    shares = {row["variable"]: row for row in published(tables / "03_variance_decomposition.csv")}
    within = {row[""]: row for row in published(tables / "02_within_person_corr.csv")}
    between = {row[""]: row for row in published(tables / "02_between_person_corr.csv")}
    yield from heading(COLUMNS)
    for symptom, code in (("pain", "PIJN"), ("fatigue", "MOE")):
        row, of = rows[code], partial(of_parts, symptom=symptom)
        for name, real, part in (
            ("mean, points", row["mean"], "mean"),
            ("spread between people, points", row["sd_between_person"], "between_sd"),
            ("spread within a person, points", row["sd_within_person"], "within_sd"),
            ("share of the variance between people", shares[code]["icc_person"], "icc"),
        ):
            yield of_women(f"{symptom}: {name}", float(real), partial(of, part=part))
        missing = float(row["pct_missing"]) / 100.0
        found = partial(unanswered, symptom=symptom)
        yield of_women(f"{symptom}: answers not given, share", missing, found)
    both = "pain and fatigue: correlation"
    yield of_women(f"{both} within people", float(within["PIJN"]["MOE"]), together_within)
    yield of_women(f"{both} between people", float(between["PIJN"]["MOE"]), together_between)


def of_women(name: str, real: float, found: Callable[[Sequence[Diary]], float]) -> str:
    """One line of Walk On."""
    groups = {one: in_groups(one, found, size=WOMEN, days=FORTNIGHT) for one in FAMILIES}
    return compared(name, "Walk On", real, groups)


EDGES = {"pain": "PIJN", "fatigue": "MOE", "activity": "ENMO_log"}


def lag_ones(data: Path) -> Iterator[str]:
    """Walk On's coefficients to the next prompt, beside the same ones to the next day."""
    networks = data / "walkon_fm_ema" / "networks"
    edges = {
        (row["from"], row["to"]): row
        for row in published(networks / "05_mlvar_core_temporal_edges.csv")
    }
    alone = published(networks / "07_perperson_var_ols_wide.csv")
    by_day = {
        family: [
            lag_one([one.diary.pain, one.diary.fatigue, one.diary.load]) for one in invented(family)
        ]
        for family in FAMILIES
    }
    crash = visible(data).diary
    of_visible = lag_one([crash.pain, crash.fatigue, crash.load])
    yield from heading(
        (
            "from → to",
            "Walk On, next prompt (SE)",
            "each woman alone",
            "Visible, next day",
            *(f"{family}, next day" for family in FAMILIES),
            "comparable?",
        )
    )
    for row, (source, code) in enumerate(EDGES.items()):
        for column, (aim, aim_code) in enumerate(EDGES.items()):
            edge = edges[code, aim_code]
            yield cells(
                f"{source} → {aim}",
                f"{number(float(edge['weight']))} ({number(float(edge['SE']))})",
                number(band(known(one[f"{code}__to__{aim_code}"]) for one in alone)),
                number(float(of_visible[row, column])),
                *(number(band(one[row, column] for one in by_day[f])) for f in FAMILIES),
                NOT_BY_DAYS,
            )
    for aim, aim_code in EDGES.items():
        edge = edges["STRESS", aim_code]
        real = f"{number(float(edge['weight']))} ({number(float(edge['SE']))})"
        blanks = ["–"] * (2 + len(FAMILIES))
        yield cells(f"stress → {aim}", real, *blanks, "no: no check-in asks for stress")


def known(text: str) -> float:
    """A number of a published table, NaN where it has none."""
    return float("nan") if text in {"", "NA"} else float(text)


def long_flares(data: Path) -> Iterator[str]:
    """True flares of invented people against what patients told, and load before a crash."""
    halves = [half_year(invented(family)) for family in FAMILIES]
    yield from heading(("what", "told or recorded", *FAMILIES))
    # Gomez-Arguelles 2022, as the design papers quote it: patients' own word on half a year.
    shares = [f"{one.share:.0%}".replace("%", " %") for one in halves]
    yield cells("people with a flare or more in half a year", "**75 %**", *shares)
    yield cells("flares in half a year, mean", "**2**", *(f"{one.flares:.1f}" for one in halves))
    yield cells("length of a flare, mean days", "**77**", *(f"{one.days:.1f}" for one in halves))
    one = visible(data)
    recorded = load_before_onset(one.diary.load, one.onsets)
    before = {f: load_before_flares(invented(f), len(one.onsets)) for f in FAMILIES}
    name = f"load on the day before {len(one.onsets)} crashes (Visible) or flares, own SDs"
    yield cells(name, f"**{number(recorded)}**", *map(number, before.values()))
    yield ""
    yield f"The day before the Visible crashes lies: {fits(recorded, before)}."
    yield ""
    shares = [f"{endless(invented(family)):.0%}".replace("%", " %") for family in FAMILIES]
    told = ", ".join(f"{one} {share}" for one, share in zip(FAMILIES, shares, strict=True))
    yield f"People who are in a flare on more than 80 % of the days of the year: {told}."


def alone_real(data: Path) -> Iterator[str]:
    """Measures for which invented people have no number to stand beside."""
    group = bands([measure(one) for one in life_snaps(data)])
    one = measure(visible(data).diary)
    yield from heading(("measure", "record", "real", "cannot be compared, because"))
    why = "invented HRV is told in standard deviations and has no milliseconds"
    yield cells("HRV: coefficient of variation", "LifeSnaps", number(group["hrv_cv"]), why)
    yield cells("HRV: coefficient of variation", "Visible", number(one.hrv_cv), why)
    why = "invented sleep is a depth in standard deviations and has no minutes"
    yield cells("sleep: spread within a person, min", "LifeSnaps", number(group["sleep_sd"]), why)


def cells(*words: str) -> str:
    """One line of a table."""
    return f"| {' | '.join(words)} |"


TABLES = {
    "Days": day_by_day,
    "Levels and spreads": levels,
    "From one day to the next, beside Walk On": lag_ones,
    "Long flares, and the day before": long_flares,
    "Real figures that stand alone": alone_real,
}


def lines(data: Path) -> Iterator[str]:
    """All tables, with a heading each."""
    for title, table in TABLES.items():
        yield f"### {title}"
        yield ""
        yield from table(data)
        yield ""


def main() -> None:
    """Print the tables, or write them into a page."""
    printed = "\n".join(lines(Path(sys.argv[1])))
    if "--into" not in sys.argv:
        print(printed)
        return
    page = Path(sys.argv[sys.argv.index("--into") + 1])
    text = page.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n\n{printed}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
