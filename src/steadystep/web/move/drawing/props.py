"""Things a person moves beside: a chair, a wall, a table, a mat, a bottle, a towel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.web.move.drawing.body import FIRST
from steadystep.web.move.drawing.person import Part
from steadystep.web.move.drawing.shapes import Ball, Dot, Ring, chain, outline
from steadystep.web.move.drawing.space import UP, Vec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.web.move.drawing.body import Body
    from steadystep.web.move.drawing.space import Camera

SEAT_HEIGHT, SEAT_HALF, BACK_HEIGHT = 45.0, 20.0, 92.0
TABLE_HEIGHT = 84.0
_BEHIND, _BEFORE = -1_000.0, 1_000.0


@dataclass(frozen=True, slots=True)
class Chair:
    """A chair. `faces` is 1 where it faces the way the person does, -1 the other way.

    Attributes:
        x: The middle of the seat.
        z: The same, sideways.
        faces: Which way.
        before: It stands between the person and the eye.
    """

    x: float = 0
    z: float = 0
    faces: int = 1
    before: bool = False

    def parts(self, camera: Camera, whole: Body) -> list[Part]:  # noqa: ARG002 - stands by itself
        """Four legs, a seat, a back."""
        near = _BEFORE if self.before else _BEHIND
        front, back = self.x + self.faces * SEAT_HALF, self.x - self.faces * SEAT_HALF
        corners = [
            Vec(x, SEAT_HEIGHT, self.z + side * SEAT_HALF)
            for x, side in ((front, -1), (front, 1), (back, 1), (back, -1))
        ]
        lean = self.faces * 5
        posts = [
            (Vec(back, 0, z), Vec(back, SEAT_HEIGHT, z), Vec(back - lean, BACK_HEIGHT, z))
            for z in (self.z - SEAT_HALF, self.z + SEAT_HALF)
        ]
        rails = [
            tuple(Vec(back - lean * part, height, self.z + side * SEAT_HALF) for side in (-1, 1))
            for height, part in ((BACK_HEIGHT, 1.0), (BACK_HEIGHT - 18, 0.6))
        ]
        legs = [(Vec(one.x, 0, one.z), one) for one in corners[:2]]
        return [
            Part(near, "seat", _ring(camera, corners)),
            Part(near + 1, "prop", _lines(camera, (*posts, *rails, *legs))),
        ]


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall in front of the person."""

    x: float
    half: float = 42
    height: float = 178

    def parts(self, camera: Camera, whole: Body) -> list[Part]:  # noqa: ARG002 - stands by itself
        """A pale plane."""
        corners = [
            Vec(self.x, height, side * self.half)
            for height, side in ((0, -1), (self.height, -1), (self.height, 1), (0, 1))
        ]
        return [Part(_BEHIND - 1, "plane", _ring(camera, corners))]


@dataclass(frozen=True, slots=True)
class Table:
    """A table or a worktop in front of the person, from x on."""

    x: float
    deep: float = 34
    half: float = 42
    height: float = TABLE_HEIGHT
    before: bool = False

    def parts(self, camera: Camera, whole: Body) -> list[Part]:  # noqa: ARG002 - stands by itself
        """A top and four legs."""
        near = _BEFORE if self.before else _BEHIND
        corners = [
            Vec(x, self.height, side * self.half)
            for x, side in (
                (self.x, -1),
                (self.x, 1),
                (self.x + self.deep, 1),
                (self.x + self.deep, -1),
            )
        ]
        legs = [(Vec(one.x, 0, one.z), one) for one in corners]
        return [
            Part(near, "prop", _lines(camera, legs)),
            Part(near + 1, "seat", _ring(camera, corners)),
        ]


@dataclass(frozen=True, slots=True)
class Mat:
    """A mat or a bed under a person who lies."""

    x: float = 0
    half_long: float = 95
    half: float = 30

    def parts(self, camera: Camera, whole: Body) -> list[Part]:  # noqa: ARG002 - stands by itself
        """A pale plane on the floor."""
        corners = [
            Vec(self.x + along * self.half_long, 0, side * self.half)
            for along, side in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
        return [Part(_BEHIND, "plane", _ring(camera, corners))]


@dataclass(frozen=True, slots=True)
class Bottle:
    """A small bottle held in a hand.

    Attributes:
        side: In which hand.
        up: Where its neck points to.
    """

    side: int
    up: Vec = UP

    def parts(self, camera: Camera, whole: Body) -> list[Part]:
        """Body and neck."""
        arm, up = whole.arms[FIRST[self.side]], self.up.unit()
        at = arm.end * 0.4 + arm.tip * 0.6
        balls = [(at - up * 8, 3.8), (at + up * 6, 3.8), (at + up * 12, 1.7)]
        shape = chain([_ball(camera, one, thick) for one, thick in balls])
        hand = camera.sees((arm.middle + arm.end) * 0.5)[2]
        return [Part(hand - 0.5, "thing", shape)]


@dataclass(frozen=True, slots=True)
class Pillow:
    """A pillow under a head."""

    at: Vec

    def parts(self, camera: Camera, whole: Body) -> list[Part]:  # noqa: ARG002 - stands by itself
        """A soft block."""
        balls = [_ball(camera, self.at + Vec(x, 0, z), 4) for x in (-10, 10) for z in (-18, 18)]
        return [Part(_BEHIND + 5, "pillow", outline(balls))]


@dataclass(frozen=True, slots=True)
class Towel:
    """A towel held in both hands; it may hang down a little between them."""

    sag: float = 0

    def parts(self, camera: Camera, whole: Body) -> list[Part]:
        """One band."""
        left, right = (arm.end * 0.35 + arm.tip * 0.65 for arm in whole.arms)
        middle = (left + right) * 0.5 + Vec(1, -self.sag)
        balls = [_ball(camera, one, 2.2) for one in (left, middle, right)]
        near = max(camera.sees(one)[2] for one in (left, right)) + 12
        return [Part(near, "thing", chain(balls))]


Prop = Chair | Wall | Table | Mat | Bottle | Towel | Pillow


def _ring(camera: Camera, points: Sequence[Vec]) -> tuple[Ring, ...]:
    return (Ring(tuple(Dot(*camera.sees(one)[:2]) for one in points)),)


def _lines(camera: Camera, lines: Sequence[Sequence[Vec]]) -> tuple[Ring, ...]:
    return tuple(
        Ring(tuple(Dot(*camera.sees(one)[:2]) for one in points), closed=False) for points in lines
    )


def _ball(camera: Camera, at: Vec, radius: float) -> Ball:
    across, down, _ = camera.sees(at)
    return Ball(across, down, radius)
