"""Outlines on paper: what a chain of balls looks like when it is seen, as SVG path data."""

from __future__ import annotations

import math
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Corners by which a circle is felt for; they are drawn as one arc again.
_AROUND = 48


class Ball(NamedTuple):
    """A ball as the camera sees it."""

    x: float
    y: float
    radius: float


class Dot(NamedTuple):
    """A point of an outline, and the ball it lies on."""

    x: float
    y: float
    ball: int = -1
    radius: float = 0


class Ring(NamedTuple):
    """A closed outline, or an open line."""

    dots: tuple[Dot, ...]
    closed: bool = True


def outline(balls: Sequence[Ball]) -> tuple[Ring, ...]:
    """The line around all of these balls, as a band stretched around them would lie."""
    return (Ring(_hull(_rim(balls))),)


def chain(balls: Sequence[Ball]) -> tuple[Ring, ...]:
    """The outlines of balls that follow one another: an arm, a leg."""
    return tuple(Ring(_hull(_rim(pair))) for pair in pairwise(balls))


def path(rings: Iterable[Ring]) -> str:
    """SVG path data, in steps of a tenth."""
    return "".join(_ring(ring) for ring in rings)


def number(value: float) -> str:
    """A number as short as a tenth allows."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def _ring(ring: Ring) -> str:
    """Lines from ball to ball, and an arc around each."""
    drawn = []
    for ball, on_it in groupby(ring.dots, key=attrgetter("ball")):
        dots = list(on_it)
        drawn.append(f"L{_at(dots[0])}")
        if ball >= 0 and len(dots) > 1:
            far = int(len(dots) > _AROUND / 2)
            size = number(dots[0].radius)
            drawn.append(f"A{size} {size} 0 {far} 1 {_at(dots[-1])}")
        else:
            drawn.extend(f"L{_at(dot)}" for dot in dots[1:])
    return "M" + "".join(drawn)[1:] + ("Z" if ring.closed else "")


def _at(dot: Dot) -> str:
    return f"{number(dot.x)} {number(dot.y)}"


def _rim(balls: Sequence[Ball]) -> list[Dot]:
    turns = [math.tau * step / _AROUND for step in range(_AROUND)]
    return [
        Dot(
            ball.x + ball.radius * math.cos(turn),
            ball.y + ball.radius * math.sin(turn),
            which,
            ball.radius,
        )
        for which, ball in enumerate(balls)
        for turn in turns
    ]


def _hull(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """The dots on the outside, in order (Andrew's monotone chain), no ball cut in two."""
    ordered = sorted(dots)
    around = (*_half(ordered)[:-1], *_half(ordered[::-1])[:-1])
    whole = next((turn for turn in range(len(around)) if _begins(around, turn)), 0)
    return around[whole:] + around[:whole]


def _begins(around: Sequence[Dot], turn: int) -> bool:
    return around[turn].ball != around[turn - 1].ball


def _half(dots: Sequence[Dot]) -> list[Dot]:
    kept: list[Dot] = []
    for dot in dots:
        while len(kept) > 1 and _turns_back(kept[-2], kept[-1], dot):
            kept.pop()
        kept.append(dot)
    return kept


def _turns_back(one: Dot, two: Dot, three: Dot) -> bool:
    across = (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
    return across <= 0
