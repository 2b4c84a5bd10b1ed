"""The small pictures of a chapter are true to their numbers, and time runs left to right."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from steadystep.charts import Words
from steadystep.charts.paradox import ParadoxLabels, paradox_svg
from steadystep.charts.small import PARADOX, TRAP
from steadystep.charts.trap import TrapLabels, trap_svg
from steadystep.core.alike import Compared, Estimate, NextDay
from steadystep.core.paradox import After, Paradox, Shows, Week, Weeks

if TYPE_CHECKING:
    from collections.abc import Sequence

SVG = "{http://www.w3.org/2000/svg}"
LABELS = ParadoxLabels(
    title="Pain <weeks>",
    description="What & when.",
    pain="Pain",
    step="The step",
    after="After",
    days=("One", "Two"),
    big="bigger",
    other="others",
    too_few="Too few",
    scale="points",
)


def weeks(*pain: int | None, level: int | None = 50) -> Weeks:
    first = date(2026, 1, 5)
    every = tuple(Week(first + timedelta(weeks=at), one, level) for at, one in enumerate(pain))
    return Weeks(Shows.NEITHER, every, len(pain), 0)


def after(*means: tuple[int, int]) -> After:
    """The means of the first day after bigger and other days, then of the second."""
    one, two, three, four = (Estimate(*each) for each in means)
    compared = Compared(Estimate(0, 0), (NextDay(one, two), NextDay(three, four)))
    return After(Shows.NEITHER, 9, 30, compared)


TOO_FEW = After(Shows.NOT_ENOUGH, 0, 0)


def drawn(above: Weeks, below: After = TOO_FEW, *, rtl: bool = False) -> ET.Element:
    return ET.fromstring(  # noqa: S314 -- our own drawing
        paradox_svg(Paradox(above, below), labels=LABELS, words=Words(), rtl=rtl)
    )


def dots(picture: ET.Element) -> list[tuple[float, float]]:
    return [
        (float(one.get("cx", "")), float(one.get("cy", ""))) for one in picture.iter(f"{SVG}circle")
    ]


def said(picture: ET.Element) -> list[str | None]:
    return [one.text for one in picture.iter(f"{SVG}text")]


def test_later_weeks_lie_further_right_and_more_pain_higher_up() -> None:
    (x1, y1), (x2, y2) = dots(drawn(weeks(40, 60)))

    assert x1 < x2
    assert y1 - y2 == pytest.approx(PARADOX.pain_height * 2 / 10)


def test_time_runs_left_to_right_whichever_way_the_words_run() -> None:
    assert dots(drawn(weeks(40, 60), rtl=True)) == dots(drawn(weeks(40, 60)))


def test_nothing_joins_weeks_across_one_that_is_not_known() -> None:
    picture = drawn(weeks(40, None, 60, 50))
    lines = [one.get("d", "") for one in picture.iter(f"{SVG}path") if "L" in one.get("d", "")]

    assert len(dots(picture)) == 3
    assert [line.count("L") for line in lines] == [1]


def test_a_bar_is_as_high_as_the_step_and_none_stands_where_there_is_none() -> None:
    above = weeks(40, 40, 40)
    every = [
        one.__class__(one.first, one.pain, level)
        for one, level in zip(above.weeks, (40, None, 80), strict=True)
    ]
    picture = drawn(Weeks(above.shows, tuple(every), 3, 0))
    bars = next(
        one.get("d", "") for one in picture.iter(f"{SVG}path") if "f-dose" in one.get("class", "")
    )

    assert [float(one) for one in re.findall(r"v-([\d.]+)h", bars)] == [
        PARADOX.step_height / 2,
        PARADOX.step_height,
    ]


def test_the_first_and_the_last_week_are_dated_where_both_fit() -> None:
    assert {"5 Jan", "2 Mar"} <= set(said(drawn(weeks(*[50] * 9))))
    assert "12 Jan" not in said(drawn(weeks(50, 50)))


def test_twenty_six_weeks_and_none_stay_on_the_paper() -> None:
    assert max(x for x, _ in dots(drawn(weeks(*[50] * 26)))) < PARADOX.width - PARADOX.right
    assert dots(drawn(weeks())) == []


def test_too_few_days_are_said_in_place_of_a_picture() -> None:
    assert "Too few" in said(drawn(weeks(50)))
    assert "bigger" not in said(drawn(weeks(50)))


def rows(picture: ET.Element) -> list[tuple[float, float, float]]:
    """Where each span of the days after begins and ends, and its height, from top to bottom."""
    found = (
        re.fullmatch(r"M([\d.]+) ([\d.]+)H([\d.]+)", one.get("d", ""))
        for one in picture.iter(f"{SVG}path")
        if one.get("class") in {"s-pain", "s-usual", "f-none s-pain", "f-none s-usual"}
    )
    return [(float(one[1]), float(one[3]), float(one[2])) for one in found if one]


def test_more_pain_lies_further_right_and_a_span_goes_equally_far_to_both_sides() -> None:
    found = rows(drawn(weeks(50), after((14, 9), (0, 4), (-5, 10), (0, 4)), rtl=True))
    nought = (PARADOX.names + PARADOX.width - PARADOX.right) / 2
    middles = [(left + right) / 2 - nought for left, right, _ in found]

    assert len(found) == 4
    assert middles[0] > 0
    assert middles[1] == pytest.approx(0, abs=0.1)
    assert middles[2] < 0
    assert [y for _, _, y in found] == sorted(y for _, _, y in found)


def test_the_scale_is_wide_enough_for_all_and_no_wider_than_ten() -> None:
    assert {"\u2066\u22123\u2069", "+3"} <= set(
        said(drawn(weeks(50), after((14, 9), (0, 4), (0, 4), (0, 4))))
    )
    assert "+2" in said(drawn(weeks(50), after((1, 1), (0, 1), (0, 1), (0, 1))))
    wide = drawn(weeks(50), after((90, 90), (0, 4), (0, 4), (0, 4)))
    assert "+10" in said(wide)
    assert max(right for _, right, _ in rows(wide)) <= PARADOX.width - PARADOX.right


def test_what_is_written_is_escaped_and_what_is_drawn_has_a_name() -> None:
    picture = drawn(weeks(50))

    assert picture.get("role") == "img"
    assert picture.findtext(f"{SVG}title") == "Pain <weeks>"
    assert picture.findtext(f"{SVG}desc") == "What & when."


# The trap -------------------------------------------------------------------------------------


def trap(moved: Sequence[int], pain: Sequence[int], *, rtl: bool = False) -> ET.Element:
    labels = TrapLabels("Do more", "All of it.", "Pain", "Minutes", ("a", "b", "c", "d"))
    return ET.fromstring(  # noqa: S314 -- our own drawing
        trap_svg(moved, pain, most=200, labels=labels, words=Words(), rtl=rtl)
    )


def heights(picture: ET.Element) -> list[float]:
    bars = next(
        one.get("d", "") for one in picture.iter(f"{SVG}path") if "f-dose" in one.get("class", "")
    )
    return [abs(float(one)) for one in re.findall(r"v(-?[\d.]+)h", bars)]


def test_a_bar_is_as_high_as_what_was_moved() -> None:
    assert heights(trap((200, 20, 0, 100), (30, 60, 70, 60))) == [
        TRAP.move_height,
        TRAP.move_height / 10,
        0,
        TRAP.move_height / 2,
    ]


def test_each_bar_has_its_number_and_each_day_its_name() -> None:
    assert {"20", "2", "0", "a", "d"} <= set(said(trap((200, 20, 0, 20), (30, 60, 70, 60))))


def test_the_days_run_left_to_right_in_every_language() -> None:
    def places(picture: ET.Element) -> list[str]:
        names = [one for one in picture.iter(f"{SVG}text") if one.text in {"a", "b", "c", "d"}]
        return [one.text or "" for one in sorted(names, key=lambda one: float(one.get("x", "")))]

    days = ((50, 50, 50, 50), (30, 45, 40, 45))
    assert places(trap(*days)) == places(trap(*days, rtl=True)) == ["a", "b", "c", "d"]
