"""The page about calibration holds the figures that are printed, where the records are here."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.calibrate import BEGIN, END, lines
from tests.cli.test_real_diaries import DATA, real

PAGE = (Path(__file__).parents[2] / "docs" / "researchers" / "calibration.md").read_text(
    encoding="utf-8"
)


@pytest.mark.slow
def test_the_page_holds_what_the_command_prints() -> None:
    for needed in ("myaiguide/tidy", "visible_app/raw", "lifesnaps/data", "walkon_fm_ema/tables"):
        real(needed)
    shown = PAGE.split(BEGIN)[1].split(END)[0]

    assert list(lines(DATA)) == [*shown.strip("\n").splitlines(), ""]


def row(measure: str, record: str = "") -> list[str]:
    """The cells of one printed row, its medians without their bands."""
    (found,) = (line for line in PAGE.splitlines() if line.startswith(f"| {measure} | {record}"))
    return [cell.strip().strip("*").split(" (")[0] for cell in found.strip("|").split("|")]


def test_the_words_about_lag_hold_the_printed_figures() -> None:
    measure = "pain: lag-1 autocorrelation"
    _, _, p8, a, b, c, d, _ = row(measure, "P8")
    visible = row(measure, "Visible")[2]

    assert f"is {p8} in P8 and {visible} in Visible" in PAGE
    assert f"it is {a} in A, B and C, and {d} in D" in PAGE
    assert max(abs(float(a) - float(one)) for one in (b, c)) < 0.02


def test_the_words_about_big_days_hold_the_printed_figures() -> None:
    after = "pain over the three days after, own SDs"
    p1, p8 = row(after, "P1 ")[2], row(after, "P8 ")[2]
    before = "pain on the day before a big day, own SDs"

    assert f"P1 and P8 show {p1} and {p8}" in PAGE
    assert f"hurts, shows {row(after, 'P1 ')[3]} (" in PAGE
    assert f"{row(before, 'P1 ')[2]} (P1) and {row(before, 'P8 ')[2]} (P8)".replace("−", "") in PAGE


def test_the_words_about_walk_on_hold_the_printed_figures() -> None:
    tired, pain = row("activity → fatigue"), row("activity → pain")

    assert f"next prompt** ({tired[1]}" in PAGE
    assert f"change of pain ({pain[1]}" in PAGE
    assert (tired[4], tired[7]) == (pain[4], pain[7])
    assert f"other way, {tired[4]} and {tired[7]} for both" in PAGE


def test_the_page_says_that_it_is_no_evidence() -> None:
    assert "Nothing here is clinical evidence." in PAGE


def test_every_table_of_the_page_was_printed() -> None:
    shown = PAGE.split(BEGIN)[1].split(END)[0]

    assert shown.count("### ") == 5
