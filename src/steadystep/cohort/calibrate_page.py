"""The tables of the page on calibration: real people, handed in, beside invented ones.

Reading the records is not done here. Nothing here is clinical evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from steadystep.cohort.calibrate import Diary, measure
from steadystep.cohort.calibrate_flares import load_before_onset
from steadystep.cohort.calibrate_invented import (
    by_evenings,
    by_mornings,
    endless,
    half_year,
    in_groups,
    invented,
    lived,
    load_before_flares,
    of_parts,
    together_between,
    together_within,
    unanswered,
)
from steadystep.cohort.calibrate_people import Band, band, bands
from steadystep.cohort.calibrate_series import lag_one
from steadystep.cohort.calibrate_tables import cells, compared, fits, heading, number, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

FAMILIES = ("A", "B", "C", "D")
# Walk On: so many women, so many days. Groups of that size are drawn from the invented people.
WOMEN, FORTNIGHT = 34, 14
BEGIN, END = "<!-- printed: begin -->", "<!-- printed: end -->"
NOT_BY_DAYS = "no: 2.5 hours are no day"
FIRST = "The first people, to compare by"
# What the page shows beside the boom as it is. Fewer people: three measures, of single people.
HALVED, HALVED_PEOPLE = 0.5, 100
# People shown one by one, so that a page of old figures is found out in seconds.
SHOWN = 2

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class WalkOn:
    """Published results of 34 women, by the names that were published.

    Attributes:
        levels: Mean, spreads and missing answers of each variable.
        shares: Its variance taken apart.
        within: Correlations within people.
        between: Correlations between people.
        edges: Coefficients from one prompt to the next, with their standard errors.
        alone: The same for each woman alone.
    """

    levels: Mapping[str, Row]
    shares: Mapping[str, Row]
    within: Mapping[str, Row]
    between: Mapping[str, Row]
    edges: Mapping[tuple[str, str], Row]
    alone: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything real that the page speaks of.

    Attributes:
        diaries: Single people: P1, P8 and P3 of MyAIGuide, and Visible.
        healthy: LifeSnaps.
        onsets: Days on which a run of marked crashes of Visible began.
        walk_on: Walk On's tables.
    """

    diaries: Mapping[str, Diary]
    healthy: Sequence[Diary]
    onsets: Sequence[int]
    walk_on: WalkOn


COLUMNS = ("measure", "record", "real", *FAMILIES, "the record lies")
SYMPTOMS = ("pain_carry", "pain_change_sd", "pain_missing")
LOADS = ("load_cv", "load_carry", "load_change", "big_share", "very_big_share")
AROUND = ("before_big", "on_big", "after_big")
FLARES = ("flares_2_points", "flares_30_percent", "flares_1_sd", "flare_length", "long_share")


def day_by_day(real: Records) -> Iterator[str]:
    """Symptoms, loads, HRV and sleep of single days."""
    singles = {name: measure(diary) for name, diary in real.diaries.items()}
    group = bands([measure(one) for one in real.healthy])
    every = {family: by_mornings(family) for family in FAMILIES}
    moved = {family: by_evenings(family) for family in FAMILIES}

    def line(name: str, record: str, of: dict[str, dict[str, Band]], note: str = "") -> str:
        found = group[name] if record == "LifeSnaps" else getattr(singles[record], name)
        who = f"LifeSnaps, {group[name].people} healthy" if record == "LifeSnaps" else record
        return compared(name, who + note, found, {one: of[one][name] for one in of})

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


def levels(real: Records) -> Iterator[str]:
    """Walk On's levels and spreads against groups of as many invented people."""
    of = real.walk_on
    yield from heading(COLUMNS)
    for symptom, code in (("pain", "PIJN"), ("fatigue", "MOE")):
        row, in_part = of.levels[code], partial(of_parts, symptom=symptom)
        for name, value, part in (
            ("mean, points", row["mean"], "mean"),
            ("spread between people, points", row["sd_between_person"], "between_sd"),
            ("spread within a person, points", row["sd_within_person"], "within_sd"),
            ("share of the variance between people", of.shares[code]["icc_person"], "icc"),
        ):
            yield of_women(f"{symptom}: {name}", float(value), partial(in_part, part=part))
        missing = float(row["pct_missing"]) / 100.0
        found = partial(unanswered, symptom=symptom)
        yield of_women(f"{symptom}: answers not given, share", missing, found)
    both = "pain and fatigue: correlation"
    yield of_women(f"{both} within people", float(of.within["PIJN"]["MOE"]), together_within)
    yield of_women(f"{both} between people", float(of.between["PIJN"]["MOE"]), together_between)


def of_women(name: str, real: float, found: Callable[[Sequence[Diary]], float]) -> str:
    """One line of Walk On."""
    groups = {one: in_groups(one, found, size=WOMEN, days=FORTNIGHT) for one in FAMILIES}
    return compared(name, "Walk On", real, groups)


EDGES = {"pain": "PIJN", "fatigue": "MOE", "activity": "ENMO_log"}


def lag_ones(real: Records) -> Iterator[str]:
    """Walk On's coefficients to the next prompt, beside the same ones to the next day."""
    edges = real.walk_on.edges
    by_day = {
        family: [
            lag_one([one.diary.pain, one.diary.fatigue, one.diary.load]) for one in invented(family)
        ]
        for family in FAMILIES
    }
    crash = real.diaries["Visible"]
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
                number(band(known(one[f"{code}__to__{aim_code}"]) for one in real.walk_on.alone)),
                number(float(of_visible[row, column])),
                *(number(band(one[row, column] for one in by_day[f])) for f in FAMILIES),
                NOT_BY_DAYS,
            )
    for aim, aim_code in EDGES.items():
        edge = edges["STRESS", aim_code]
        published = f"{number(float(edge['weight']))} ({number(float(edge['SE']))})"
        blanks = ["–"] * (2 + len(FAMILIES))
        yield cells(f"stress → {aim}", published, *blanks, "no: no check-in asks for stress")


def known(text: str) -> float:
    """A number of a published table, NaN where it has none."""
    return float("nan") if text in {"", "NA"} else float(text)


def long_flares(real: Records) -> Iterator[str]:
    """True flares of invented people against what patients told, and load before a crash."""
    halves = [half_year(invented(family)) for family in FAMILIES]
    yield from heading(("what", "told or recorded", *FAMILIES))
    # Gomez-Arguelles 2022, as the design papers quote it: patients' own word on half a year.
    yield cells(
        "people with a flare or more in half a year",
        "**75 %**",
        *(percent(one.share) for one in halves),
    )
    yield cells("flares in half a year, mean", "**2**", *(f"{one.flares:.1f}" for one in halves))
    yield cells("length of a flare, mean days", "**77**", *(f"{one.days:.1f}" for one in halves))
    recorded = load_before_onset(real.diaries["Visible"].load, real.onsets)
    before = {f: load_before_flares(invented(f), len(real.onsets)) for f in FAMILIES}
    name = f"load on the day before {len(real.onsets)} crashes (Visible) or flares, own SDs"
    yield cells(name, f"**{number(recorded)}**", *map(number, before.values()))
    yield ""
    yield f"The day before the Visible crashes lies: {fits(recorded, before)}."
    yield ""
    told = ", ".join(f"{family} {percent(endless(invented(family)))}" for family in FAMILIES)
    yield f"People who are in a flare on more than 80 % of the days of the year: {told}."


def alone_real(real: Records) -> Iterator[str]:
    """Measures for which invented people have no number to stand beside."""
    group = bands([measure(one) for one in real.healthy])
    one = measure(real.diaries["Visible"])
    yield from heading(("measure", "record", "real", "cannot be compared, because"))
    why = "invented HRV is told in standard deviations and has no milliseconds"
    yield cells("HRV: coefficient of variation", "LifeSnaps", number(group["hrv_cv"]), why)
    yield cells("HRV: coefficient of variation", "Visible", number(one.hrv_cv), why)
    why = "invented sleep is a depth in standard deviations and has no minutes"
    yield cells("sleep: spread within a person, min", "LifeSnaps", number(group["sleep_sd"]), why)


def halved_boom(real: Records) -> Iterator[str]:
    """Pain around big days, where a good day tempts half as much as assumed."""
    every = {one: by_mornings(one, HALVED, HALVED_PEOPLE) for one in FAMILIES}
    moved = {one: by_evenings(one, HALVED, HALVED_PEOPLE) for one in FAMILIES}
    yield from heading(COLUMNS)
    for of, note in ((every, ""), (moved, ", against the answer of the next morning")):
        for name in AROUND:
            for record in ("P1", "P8"):
                found = getattr(measure(real.diaries[record]), name)
                of_families = {one: of[one][name] for one in FAMILIES}
                yield compared(name, record + note, found, of_families)


TABLES = {
    "Days": day_by_day,
    "Levels and spreads": levels,
    "From one day to the next, beside Walk On": lag_ones,
    "Long flares, and the day before": long_flares,
    "Around big days, with the boom halved": halved_boom,
    "Real figures that stand alone": alone_real,
}


def lines(real: Records) -> Iterator[str]:
    """All tables, with a heading each."""
    for title, table in TABLES.items():
        yield from under(title, table(real))
    yield from under(FIRST, first_people())


def shown(page: str) -> list[str]:
    """The same lines, as a page holds them."""
    tables = page.partition(BEGIN)[2].partition(END)[0]
    return [*tables.strip("\n").splitlines(), ""]


def under(title: str, table: Iterator[str]) -> Iterator[str]:
    """One table below its heading."""
    yield f"### {title}"
    yield ""
    yield from table
    yield ""


def first_people() -> Iterator[str]:
    """Each family's first people, one by one: a change of any equation shows in their days."""
    yield from heading(("family", "person", "pain, mean", "pain, lag-1", "load, CV", "HRV, lag-1"))
    for family in FAMILIES:
        for person, one in enumerate(lived(family, SHOWN)):
            found = measure(one.diary)
            told = (found.pain_mean, found.pain_carry, found.load_cv, found.hrv_carry)
            yield cells(family, str(person), *map(number, told))
