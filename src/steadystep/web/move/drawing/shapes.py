"""Outlines on paper: what a chain of balls looks like when it is seen, as SVG path data."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_AROUND = 28


class Ball(NamedTuple):
    """A ball as the camera sees it."""

    x: float
    y: float
    radius: float


Point = tuple[float, float]


def outline(balls: Sequence[Ball]) -> str:
    """The path around all of these balls, as a band stretched around them would lie."""
    return path([_hull(_rim(balls))])


def chain(balls: Sequence[Ball]) -> str:
    """The path around balls that follow one another: an arm, a leg."""
    pairs = zip(balls, balls[1:], strict=False)
    return path([_hull(_rim(pair)) for pair in pairs])


def path(rings: Sequence[Sequence[Point]]) -> str:
    """Path data of closed rings, in steps of a tenth."""
    return "".join(_ring(ring) for ring in rings)


def line(points: Sequence[Point]) -> str:
    """Path data of an open line."""
    return "M" + "L".join(_point(one) for one in points)


def _ring(points: Sequence[Point]) -> str:
    return line(points) + "Z"


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def number(value: float) -> str:
    """A number as short as a tenth allows."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def _rim(balls: Sequence[Ball]) -> list[Point]:
    turns = [math.tau * step / _AROUND for step in range(_AROUND)]
    return [
        (ball.x + ball.radius * math.cos(turn), ball.y + ball.radius * math.sin(turn))
        for ball in balls
        for turn in turns
    ]


def _hull(points: Sequence[Point]) -> list[Point]:
    """The points on the outside, in order (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def _half(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and _turns_back(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _turns_back(one: Point, two: Point, three: Point) -> bool:
    across = (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
    return across <= 0
