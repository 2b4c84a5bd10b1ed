"""The paper of a study's figures: scales, ticks, marks. One width serves a phone and a desk."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10, sqrt
from typing import TYPE_CHECKING, Literal, NamedTuple

from steadystep.charts import marks
from steadystep.charts.svg import element, num, path, safe, text
from steadystep.charts.theme import FONTS, PICTURE_CLASS, paint, picture_css
from steadystep.cohort.report_words import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

WIDTH = 360.0
SMALL, SIZE = 12.0, 13.0
LINE = 18.0
LEFT, RIGHT, TOP = 40.0, 12.0, 22.0
_RIM = 1.5

Role = Literal["level", "pain", "load", "fatigue", "warning", "red", "usual", "ink"]


class Figure(NamedTuple):
    """A figure.

    Attributes:
        name: Its file's name, without an ending.
        title: What it is a picture of.
        description: What is seen, for whoever listens.
        body: What is drawn.
        height: How tall that is.
        key: What the marks mean, drawn below it.
        key_height: How tall that is.
        shared_key: The figures beside it have the same key.
    """

    name: str
    title: str
    description: str
    body: str
    height: float
    key: str = ""
    key_height: float = 0.0
    shared_key: bool = False

    def svg(self, *, styled: bool, keyed: bool = True) -> str:
        """Write it out.

        Args:
            styled: It carries its own colours for a dark screen; False where a page brings them.
            keyed: What the marks mean is told below it.
        """
        height = self.height + self.key_height if keyed else self.height
        return element(
            "svg",
            element("title", safe(self.title), id=f"{self.name}-title"),
            element("desc", safe(self.description), id=f"{self.name}-description"),
            element("style", picture_css()) if styled else "",
            element("rect", width="100%", height="100%", **paint(fill="paper")),
            self.body,
            self.key if keyed else "",
            **{
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {num(WIDTH)} {num(height)}",
                "class": PICTURE_CLASS,
                "role": "img",
                "aria-labelledby": f"{self.name}-title {self.name}-description",
                "font-family": FONTS,
                "direction": "ltr",
            },
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a value lies on a line of the paper.

    Attributes:
        low: The least value.
        high: The greatest.
        start: Where the least lies.
        end: Where the greatest lies.
        rooted: Room goes by the square root, so that small numbers are told apart.
    """

    low: float
    high: float
    start: float
    end: float
    rooted: bool = False

    def at(self, value: float) -> float:
        """Where a value lies; beyond the scale, on its edge."""
        low, high, here = self.low, self.high, min(max(value, self.low), self.high)
        if self.rooted:
            low, high, here = sqrt(low), sqrt(high), sqrt(here)
        return self.start + (self.end - self.start) * (here - low) / (high - low)

    def ticks(self, *, room: float) -> list[float]:
        """Round numbers that stand at least so far apart."""
        if not self.rooted:
            return _even_ticks(self, room)
        chosen: list[float] = []
        for tick in (0, 1, 2, 5, 10, 20, 50, 100, 150, 200, 300, 365):
            far = not chosen or abs(self.at(tick) - self.at(chosen[-1])) >= room
            if self.low <= tick <= self.high and far:
                chosen.append(tick)
        return chosen


def scale(
    values: Iterable[float], *, start: float, end: float, through: float | None = 0.0
) -> Scale:
    """A scale that holds all values, a little air, and some number that has to be seen."""
    known = [*values, *(() if through is None else (through,))]
    low, high = min(known), max(known)
    air = (high - low) * 0.06 or 1.0
    return Scale(low - air, high + air, start, end)


def harm_scale(values: Iterable[float], *, start: float, end: float) -> Scale:
    """A scale of days from nought, on which few days are told apart."""
    return Scale(0.0, max([*values, 1.0]) * 1.1, start, end, rooted=True)


def across(scale: Scale, *, top: float, bottom: float, name: str = "") -> str:
    """Draw the scale that runs from left to right, its name below it."""
    drawn = [
        path(
            "".join(f"M{num(scale.at(one))} {num(top)}V{num(bottom)}" for one in _some(scale, 44)),
            stroke="hairline",
        ),
        *(
            text(_tick(one), x=scale.at(one), y=bottom + 16, size=SMALL, side="middle",
                 fill="quiet")
            for one in _some(scale, 44)
        ),
        text(name, x=scale.end, y=bottom + 33, size=SMALL, side="right", fill="quiet")
        if name
        else "",
    ]  # fmt: skip
    return "".join(drawn)


def upright(scale: Scale, *, left: float, right: float, name: str) -> str:
    """Draw the scale that runs from below to above, its name over it."""
    ticks = _some(scale, 34)
    nought = path(f"M{num(left)} {num(scale.at(0))}H{num(right)}", stroke="usual")
    return "".join(
        (
            path(
                "".join(f"M{num(left)} {num(scale.at(one))}H{num(right)}" for one in ticks),
                stroke="hairline",
            ),
            nought if scale.low < 0 < scale.high else "",
            *(
                text(_tick(one), x=left - 6, y=scale.at(one) + 4, size=SMALL, side="right",
                     fill="quiet")
                for one in ticks
            ),
            text(name, x=4, y=scale.end - 10, size=SMALL, fill="quiet"),
        )
    )  # fmt: skip


class Look(NamedTuple):
    """How a planner is drawn: told apart by its shape before its colour."""

    role: Role
    shape: Callable[[float, float, float], str]
    filled: bool = True


LOOKS = (
    Look("level", marks.circle),
    Look("pain", marks.square),
    Look("warning", marks.diamond),
    Look("fatigue", marks.upward),
    Look("load", marks.downward),
    Look("level", marks.circle, filled=False),
    Look("pain", marks.square, filled=False),
    Look("warning", marks.diamond, filled=False),
    Look("fatigue", marks.upward, filled=False),
    Look("load", marks.downward, filled=False),
)


def mark(look: Look, x: float, y: float, r: float = 4.5) -> str:
    """Draw a planner's mark."""
    shape = look.shape(x, y, r)
    if look.filled:
        return path(shape, fill=look.role, stroke="paper", stroke_width=_RIM, paint_order="stroke")
    return path(shape, fill="paper", stroke=look.role, stroke_width=_RIM + 0.3)


def bar(look: Look, *, x: tuple[float, float] | float, y: tuple[float, float] | float) -> str:
    """Draw where a mean lies, along one of the two."""
    if isinstance(x, tuple):
        d = f"M{num(x[0])} {num(y if not isinstance(y, tuple) else y[0])}H{num(x[1])}"
    else:
        low, high = y if isinstance(y, tuple) else (y, y)
        d = f"M{num(x)} {num(low)}V{num(high)}"
    return path(d, stroke=look.role, stroke_width=_RIM)


def wrapped_names(
    entries: Sequence[tuple[str, str]], *, top: float, columns: int
) -> tuple[str, float]:
    """Write a key: a drawing and a name each, in columns. Gives what is drawn and where it ends."""
    rows = ceil(len(entries) / columns)
    drawn = "".join(
        element(
            "g",
            picture,
            text(name, x=26, y=4.5, size=SIZE),
            transform=f"translate({num(8 + WIDTH / columns * (place // rows))} "
            f"{num(top + LINE * (place % rows))})",
        )
        for place, (picture, name) in enumerate(entries)
    )
    return drawn, top + LINE * rows


def _some(scale: Scale, room: float) -> list[float]:
    return scale.ticks(room=room)


def _even_ticks(scale: Scale, room: float) -> list[float]:
    each = (scale.high - scale.low) * room / abs(scale.end - scale.start)
    power = 10.0 ** floor(log10(each))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= each)
    first, last = ceil(scale.low / step), floor(scale.high / step)
    return [place * step for place in range(first, last + 1)]


def _tick(value: float) -> str:
    return said(value, 0 if value == int(value) else 1)
