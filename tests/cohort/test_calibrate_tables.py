"""Real beside invented, as a line that a person can read."""

from __future__ import annotations

from steadystep.cohort.calibrate_people import Band, band
from steadystep.cohort.calibrate_tables import cells, compared, fits, heading, number, percent

NONE = float("nan")
LOW, HIGH = Band(9, 0.1, 0.2, 0.3), Band(9, 0.6, 0.7, 0.8)


def test_a_line_holds_the_real_value_the_families_and_where_it_lies() -> None:
    line = compared("pain_carry", "P8", 0.25, {"A": LOW, "B": HIGH})

    assert line == (
        "| pain: lag-1 autocorrelation | P8 | **0.25** | 0.20 (0.10 to 0.30) "
        "| 0.70 (0.60 to 0.80) | inside in A; below in B |"
    )


def test_of_several_real_people_the_median_is_held_against_the_families() -> None:
    line = compared("a name of its own", "some", Band(3, 0.0, 0.9, 1.0), {"A": LOW})

    assert (
        line
        == "| a name of its own | some | **0.90 (0.00 to 1.00)** | 0.20 (0.10 to 0.30) | above |"
    )


def test_one_word_is_enough_where_all_families_agree() -> None:
    assert fits(0.25, {"A": LOW, "B": LOW}) == "inside"
    assert fits(NONE, {"A": LOW, "B": LOW}) == "cannot say"


def test_what_nobody_can_say_is_a_dash() -> None:
    assert number(NONE) == "–"
    assert number(band([])) == "–"


def test_a_minus_is_a_minus_and_a_zero_has_no_sign() -> None:
    assert number(-0.25) == "−0.25"
    assert number(-0.001) == "0.00"


def test_a_heading_has_a_rule_below_it() -> None:
    assert heading(["a", "b"]) == ["| a | b |", "|---|---|"]


def test_a_line_has_its_cells_side_by_side() -> None:
    assert cells("a", "b") == "| a | b |"


def test_a_share_is_told_in_whole_per_cent() -> None:
    assert percent(0.214) == "21 %"
