"""Ways of being held that many movements begin with: standing, sitting, lying."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from steadystep.web.move.drawing.body import (
    ANKLE_HEIGHT,
    HIP_HEIGHT,
    LEFT,
    RIGHT,
    Limb,
    Pose,
    Reach,
    Swing,
)
from steadystep.web.move.drawing.figures import Arrow
from steadystep.web.move.drawing.props import SEAT_HEIGHT, Chair, Mat
from steadystep.web.move.drawing.space import UP, Camera, Vec

# From where somebody is seen.
MORE_ASIDE = Camera(18, 8)
FACING = Camera(66, 8)
ABOVE = Camera(7, 17)
HIGH_ABOVE = Camera(10, 46)

CHAIR = Chair(x=-6)
MAT = Mat()
# A chair in front of somebody who stands, its back within reach.
CHAIR_AHEAD = Chair(x=61)
HIP_LYING = 9.0


def foot(x: float, side: int, *, apart: float = 9, y: float = ANKLE_HEIGHT) -> Reach:
    """A foot flat on the floor, or as high as told."""
    return Reach(Vec(x, y, side * apart), Vec(1, 0, side * 0.12))


def on_tiptoe(x: float, side: int, *, lift: float, apart: float = 9) -> Reach:
    """A foot whose heel is lifted, the toes on the floor."""
    down = lift / 21
    return Reach(
        Vec(x + lift * 0.25, ANKLE_HEIGHT + lift, side * apart),
        Vec(1, 0, side * 0.12),
        Vec(1, -down, side * 0.1),
    )


def on_heel(x: float, side: int, *, lift: float, apart: float = 9) -> Reach:
    """A foot whose toes are lifted, the heel on the floor."""
    return Reach(
        Vec(x, ANKLE_HEIGHT + 0.5, side * apart), Vec(1, 0.3, side * 0.12), Vec(1, lift, side * 0.1)
    )


def hand(at: Vec, side: int, *, elbow: Vec | None = None, fingers: Vec | None = None) -> Reach:
    """A hand at a point; the elbow hangs outwards unless told otherwise."""
    return Reach(at, elbow or Vec(-0.6, -0.7, side * 0.6), fingers)


class Arms(TypedDict):
    """Both arms, as `replace` takes them."""

    left_arm: Limb
    right_arm: Limb


def both(left: Limb, right: Limb) -> Arms:
    """Both arms."""
    return {"left_arm": left, "right_arm": right}


def mirrored(limb: Swing) -> Arms:
    """Both arms alike."""
    return both(limb, limb)


HANG = Swing((4, 9), (10, 4))

STANDING = Pose(
    hip=Vec(0, HIP_HEIGHT),
    left_arm=HANG,
    right_arm=HANG,
    left_leg=foot(0, LEFT),
    right_leg=foot(0, RIGHT),
)

_ON_LEFT_THIGH = hand(Vec(22, 61, -11), LEFT, fingers=Vec(1, -0.25, 0.1))
_ON_RIGHT_THIGH = hand(Vec(22, 61, 11), RIGHT, fingers=Vec(1, -0.25, -0.1))

SITTING = Pose(
    hip=Vec(-6, SEAT_HEIGHT + 8),
    left_arm=_ON_LEFT_THIGH,
    right_arm=_ON_RIGHT_THIGH,
    left_leg=foot(36, LEFT, apart=10),
    right_leg=foot(36, RIGHT, apart=10),
)

LYING = Pose(
    hip=Vec(0, HIP_LYING),
    left_arm=Swing((6, 16), (8, 10)),
    right_arm=Swing((6, 16), (8, 10)),
    left_leg=Reach(Vec(46, ANKLE_HEIGHT, -10), UP),
    right_leg=Reach(Vec(46, ANKLE_HEIGHT, 10), UP),
    pelvis=-90,
    nod=6,
)

LYING_LONG = replace(
    LYING,
    left_leg=Reach(Vec(81, ANKLE_HEIGHT, -10), UP, Vec(0.35, 1, -0.25)),
    right_leg=Reach(Vec(81, ANKLE_HEIGHT, 10), UP, Vec(0.35, 1, 0.25)),
)


def at_chair_back(pose: Pose) -> Pose:
    """Both hands on the back of a chair that stands in front."""
    x = 38.0
    return replace(
        pose,
        **both(
            hand(Vec(x, 96, -16), LEFT, elbow=Vec(-0.2, -1, -0.5), fingers=Vec(1, -0.5, 0)),
            hand(Vec(x, 96, 16), RIGHT, elbow=Vec(-0.2, -1, 0.5), fingers=Vec(1, -0.5, 0)),
        ),
    )


def arrow(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    bulge: float = 0,
    *,
    both: bool = False,
) -> Arrow:
    """An arrow from one point to another."""
    return Arrow(Vec(*start), Vec(*end), bulge, both)
