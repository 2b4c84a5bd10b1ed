"""The drawing of the trap: a good day and the three after it, once for each choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.charts import marks
from steadystep.charts.small import TRAP as SIZES
from steadystep.charts.svg import Side, element, num, path, safe, text
from steadystep.charts.theme import FONTS, PICTURE_CLASS, paint
from steadystep.charts.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.charts.words import Words

_TENTHS = 10


@dataclass(frozen=True, slots=True)
class TrapLabels:
    """Every word of the drawing, in the reader's language.

    Attributes:
        title: What it is a drawing of.
        description: What is seen, for whoever listens.
        body: What the line is.
        moved: What the bars are.
        days: The names of the days.
    """

    title: str
    description: str
    body: str
    moved: str
    days: Sequence[str]


def trap_svg(
    moved: Sequence[int],
    pain: Sequence[int],
    *,
    most: int,
    labels: TrapLabels,
    words: Words,
    rtl: bool = False,
    name: str = "trap",
) -> str:
    """Draw some days: how the body is above, what was moved below.

    Args:
        moved: What was moved each day, tenths of a unit.
        pain: Pain each evening, tenths of a point.
        most: The tallest bar of all drawings that stand beside this one.
        labels: Its words.
        words: How numbers are written.
        rtl: The words run from right to left. Time does not.
        name: Keeps two drawings on one page apart.
    """
    top = SIZES.top + SIZES.heading_gap
    floor = top + SIZES.body_height
    bars_top = floor + SIZES.move_gap + SIZES.number_room
    bars_floor = bars_top + SIZES.move_height
    return element(
        "svg",
        element("title", safe(labels.title), id=f"{name}-title"),
        element("desc", safe(labels.description), id=f"{name}-description"),
        element("rect", width="100%", height="100%", **paint(fill="paper")),
        _heading(labels.body, SIZES.top, rtl=rtl),
        _line(pain, top, floor),
        _heading(labels.moved, floor + SIZES.move_gap, rtl=rtl),
        _bars(moved, most, bars_top, bars_floor, words),
        _days(labels.days, bars_floor + SIZES.under, rtl=rtl),
        **{
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {num(SIZES.width)} {num(bars_floor + SIZES.under + SIZES.foot)}",
            "class": PICTURE_CLASS,
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-description",
            "font-family": FONTS,
            "direction": "ltr",
        },
    )


def _heading(words: str, y: float, *, rtl: bool) -> str:
    x = SIZES.width - SIZES.right if rtl else SIZES.left
    side: Side = "right" if rtl else "left"
    return text(words, x=x, y=y, size=SIZES.text_size, side=side, rtl=rtl, weight=600)


def _middle(days: int, at: int) -> float:
    return SIZES.left + (SIZES.width - SIZES.left - SIZES.right) * (at + 0.5) / days


def _line(pain: Sequence[int], top: float, floor: float) -> str:
    """Pain over the days, higher up the stronger; nought is the line at its foot."""
    places = [
        (_middle(len(pain), at), floor - (floor - top) * one / (SIZES.most * _TENTHS))
        for at, one in enumerate(pain)
    ]
    base = path(
        f"M{num(SIZES.left)} {num(floor)}H{num(SIZES.width - SIZES.right)}", stroke="hairline"
    )
    line = path(
        "M" + "L".join(f"{num(x)} {num(y)}" for x, y in places),
        stroke="pain",
        stroke_width=SIZES.line,
        stroke_linejoin="round",
    )
    dots = [marks.circle(x, y, SIZES.dot) for x, y in places]
    return base + line + marks.solid(dots, "pain", line=SIZES.fine_line)


def _bars(moved: Sequence[int], most: int, top: float, floor: float, words: Words) -> str:
    """A bar a day, its number over it; a day without any keeps its nought."""
    bars, numbers = [], []
    for at, one in enumerate(moved):
        middle, tall = _middle(len(moved), at), (floor - top) * one / most
        left, down = num(middle - SIZES.bar / 2), num(floor)
        bars.append(f"M{left} {down}v{num(-tall)}h{num(SIZES.bar)}V{down}z")
        numbers.append(
            text(
                number(one / _TENTHS, words),
                x=middle,
                y=floor - tall - SIZES.heading_gap / 2,
                size=SIZES.small_size,
                side="middle",
            )
        )
    base = path(
        f"M{num(SIZES.left)} {num(floor)}H{num(SIZES.width - SIZES.right)}", stroke="hairline"
    )
    return path("".join(bars), fill="dose") + base + "".join(numbers)


def _days(names: Sequence[str], y: float, *, rtl: bool) -> str:
    return "".join(
        text(
            name,
            x=_middle(len(names), at),
            y=y,
            size=SIZES.small_size,
            side="middle",
            fill="quiet",
            rtl=rtl,
        )
        for at, name in enumerate(names)
    )
