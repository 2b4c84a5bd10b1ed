"""The page about calibration holds the figures that are printed.

All of them are compared by `python benchmarks/calibrate.py`, which takes minutes. Here the real
side is compared exactly where the records are at hand, and each family's first people everywhere.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.calibrate import NEEDED, records
from steadystep.cohort import calibrate_invented, calibrate_page
from steadystep.cohort.calibrate_page import FAMILIES, FIRST, first_people, lines, shown, under
from tests.cli.test_real_diaries import DATA, real

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGE = (Path(__file__).parents[2] / "docs" / "researchers" / "calibration.md").read_text(
    encoding="utf-8"
)
# Columns and lines that speak of invented people.
OF_FAMILIES = {*FAMILIES, *(f"{one}, next day" for one in FAMILIES), "the record lies"}
SAYS_OF_FAMILIES = re.compile("The day before the Visible|People who are in a flare")


def real_side(printed: Iterable[str]) -> list[tuple[str, ...]]:
    """The lines without what speaks of invented people; the first people are left out."""
    found: list[tuple[str, ...]] = []
    columns: list[str] = []
    for line in printed:
        if line == f"### {FIRST}":
            break
        if SAYS_OF_FAMILIES.match(line) or line.startswith("|-"):
            continue
        cells = row_of(line)
        columns = cells if not columns or not line.startswith("|") else columns
        found.append(tuple(cell for at, cell in enumerate(cells) if columns[at] not in OF_FAMILIES))
        columns = columns if line.startswith("|") else []
    return found


@pytest.fixture
def few_people(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """So few invented people that the tables are there in seconds."""
    caches = (
        calibrate_invented.invented,
        calibrate_invented.by_mornings,
        calibrate_invented.by_evenings,
    )
    for one in caches:
        one.cache_clear()
    monkeypatch.setattr(calibrate_invented, "PEOPLE", 3)
    monkeypatch.setattr(calibrate_invented, "DAYS", 40)
    monkeypatch.setattr(calibrate_invented, "GROUPS", 2)
    monkeypatch.setattr(calibrate_page, "WOMEN", 3)
    monkeypatch.setattr(calibrate_page, "HALVED_PEOPLE", 3)
    yield
    for one in caches:
        one.cache_clear()


@pytest.mark.slow
@pytest.mark.usefixtures("few_people")
def test_the_page_holds_the_real_figures_that_the_command_prints() -> None:
    for needed in NEEDED:
        real(needed)

    assert real_side(lines(records(DATA))) == real_side(shown(PAGE))


@pytest.mark.slow
def test_the_first_people_are_those_of_the_page() -> None:
    """Where any equation or draw has changed, the page has to be printed anew."""
    printed = list(under(FIRST, first_people()))

    assert shown(PAGE)[-len(printed) :] == printed


def row(measure: str, record: str = "") -> list[str]:
    """The cells of the first such row, its medians without their bands."""
    found = next(line for line in PAGE.splitlines() if line.startswith(f"| {measure} | {record}"))
    return [cell.strip("*").split(" (")[0] for cell in row_of(found)]


def row_of(line: str) -> list[str]:
    """The cells of one line."""
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_words_about_lag_hold_the_printed_figures() -> None:
    measure = "pain: lag-1 autocorrelation"
    _, _, p8, *families, fits = row(measure, "P8")
    visible, p1 = row(measure, "Visible"), row(measure, "P1")

    assert f"is {p8} in P8 and {visible[2]} in Visible, inside all families" in PAGE
    assert fits == visible[-1] == "inside"
    assert f"families go from {min(families)} to {max(families)}" in PAGE
    assert f"P1, at {p1[2]}, lies above all" in PAGE
    assert p1[-1] == "above"


def test_the_words_about_fatigue_hold_the_printed_figures() -> None:
    carried, within = (
        row("fatigue: lag-1 autocorrelation"),
        row("pain and fatigue: correlation within people"),
    )
    between = row("pain and fatigue: correlation between people")
    spread = (
        row("pain: spread within a person, points"),
        row("fatigue: spread within a person, points"),
    )

    assert f"({carried[2]} against about 0.55)" in PAGE
    assert all(abs(float(one) - 0.55) < 0.03 for one in carried[3:7])
    assert (
        f"Walk On's {within[2]} within women lies inside all families; {between[2]} between" in PAGE
    )
    assert within[-1] == "inside"
    assert f"{spread[0][2]} points against about 1.2 for pain, {spread[1][2]} against" in PAGE
    assert all(abs(float(one) - 1.2) < 0.05 for each in spread for one in each[3:7])


def test_the_words_about_big_days_hold_the_printed_figures() -> None:
    after = "pain over the three days after, own SDs"
    p1, p8 = row(after, "P1 ")[2], row(after, "P8 ")[2]
    before = "pain on the day before a big day, own SDs"

    assert f"P1 and P8 show {p1} and {p8}" in PAGE
    assert f"hurts, shows {row(after, 'P1 ')[3]} (" in PAGE
    assert f"{row(before, 'P1 ')[2]} (P1) and {row(before, 'P8 ')[2]} (P8)".replace("−", "") in PAGE


def test_the_words_about_the_halved_boom_hold_the_printed_figures() -> None:
    table = PAGE.split("### Around big days, with the boom halved")[1].split("###")[0]
    found = {tuple(cells[:2]): cells[-1] for cells in (row_of(line) for line in table.splitlines())}
    before, on = "pain on the day before a big day, own SDs", "pain on the big day, own SDs"
    moved = ", against the answer of the next morning"

    assert {found[before, "P8"], found[before, f"P8{moved}"]} == {"inside"}
    assert found[before, "P1"] == "inside in B, C; above in A, D"
    assert "P1 at the edge of two by one reading, and in none by the other" in PAGE
    assert found[before, f"P1{moved}"] == "above"
    assert {found[on, "P1"], found[on, "P8"]} == {"above"}


def test_the_words_about_long_flares_hold_the_printed_figures() -> None:
    days = [float(one) for one in row("length of a flare, mean days")[2:]]
    flares = [float(one) for one in row("flares in half a year, mean")[2:]]
    endless = PAGE.split("80 % of the days of the year: ")[1].split(" D ")[1].split(".")[0]

    lengths, numbers = (f"{min(one):.0f} to {max(one):.0f}" for one in (days, flares))
    assert f"lasts {lengths} days, and there are {numbers} in half a year" in PAGE
    assert f"Now it is {endless}." in PAGE


def test_the_words_about_walk_on_hold_the_printed_figures() -> None:
    tired, pain = row("activity → fatigue"), row("activity → pain")

    assert f"next prompt** ({tired[1]}" in PAGE
    assert f"change of pain ({pain[1]}" in PAGE
    assert f"way, {tired[4]} and {tired[7]} for fatigue, {pain[4]} and {pain[7]} for pain" in PAGE


def test_the_page_says_that_it_is_no_evidence() -> None:
    assert "Nothing here is clinical evidence." in PAGE


def test_every_table_of_the_page_was_printed() -> None:
    assert [line for line in shown(PAGE) if line.startswith("### ")] == [
        f"### {title}" for title in (*calibrate_page.TABLES, FIRST)
    ]
