"""Usual on its scale: how often each answer was given, and one line for each usual."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from steadystep.charts.axes import TOP_OF_SCALE, symptom_ticks
from steadystep.charts.svg import Side, element, num, path, safe, text
from steadystep.charts.theme import FONTS, PICTURE_CLASS, SCALE, paint
from steadystep.charts.words import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.charts.words import Words


def usual_svg(
    answers: Sequence[float],
    *,
    usual: float,
    higher: float | None,
    colour: Literal["pain", "fatigue"],
    words: Words,
    title: str,
    description: str,
    name: str = "usual",
) -> str:
    """Draw the answers on their scale, 0 to 10 from left to right in every language.

    Args:
        answers: Points.
        usual: What is usual now.
        higher: What is asked about; None where nothing is asked.
        colour: That of the symptom.
        words: How numbers are written.
        title: What it is a picture of.
        description: What is seen, for whoever listens.
        name: Keeps two pictures on one page apart.
    """
    return element(
        "svg",
        element("title", safe(title), id=f"{name}-title"),
        element("desc", safe(description), id=f"{name}-description"),
        element("rect", width="100%", height="100%", **paint(fill="paper")),
        _scale(words),
        *_usuals(usual, higher, words),
        path("".join(_bars(answers)), fill=colour),
        **{
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {num(SCALE.width)} {num(SCALE.height)}",
            "class": PICTURE_CLASS,
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-description",
            "font-family": FONTS,
            "direction": "ltr",
        },
    )


def _x(points: float) -> float:
    """Where a number lies on the scale."""
    return SCALE.side + (SCALE.width - 2 * SCALE.side) * points / TOP_OF_SCALE


def _scale(words: Words) -> str:
    line = path(f"M{num(_x(0))} {num(SCALE.floor)}H{num(_x(TOP_OF_SCALE))}", stroke="hairline")
    ticks = (
        text(
            number(tick, words),
            x=_x(tick),
            y=SCALE.floor + SCALE.below,
            size=SCALE.small_size,
            side="middle",
            fill="quiet",
        )
        for tick in symptom_ticks()
    )
    return line + "".join(ticks)


def _bars(answers: Sequence[float]) -> Iterable[str]:
    """A bar for each number, as high as it was answered often; a line beside it stays in sight."""
    often = Counter(answers)
    highest = max(often.values(), default=1)
    each = min(SCALE.answer, (SCALE.floor - SCALE.top - SCALE.headroom) / highest)
    for answer, many in sorted(often.items()):
        left, down = num(_x(answer) - SCALE.bar / 2), num(SCALE.floor)
        yield f"M{left} {down}v{num(-many * each)}h{num(SCALE.bar)}V{down}z"


def _usuals(usual: float, higher: float | None, words: Words) -> Iterable[str]:
    """The line of usual, and beside it the one that is asked about; their numbers stand apart."""
    close = higher is not None and _x(higher) - _x(usual) < SCALE.text_room
    yield _line(usual, words, "usual", "right" if close else "middle")
    if higher is not None:
        yield _line(higher, words, "ink", "left" if close else "middle", dashes=SCALE.dashes)


def _line(points: float, words: Words, colour: str, side: Side, *, dashes: str = "") -> str:
    x = _x(points)
    away = {"left": -SCALE.away, "middle": 0.0, "right": SCALE.away}[side]
    dashed = {"stroke_dasharray": dashes} if dashes else {}
    drawn = path(
        f"M{num(x)} {num(SCALE.top)}V{num(SCALE.floor)}",
        stroke=colour,
        stroke_width=SCALE.line,
        **dashed,
    )
    label = text(
        number(points, words),
        x=x + away,
        y=SCALE.top - SCALE.above,
        size=SCALE.text_size,
        side=side,
        weight=600,
    )
    return drawn + label
