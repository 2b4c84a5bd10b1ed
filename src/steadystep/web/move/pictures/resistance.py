"""Light resistance: a wall, a chair, a small bottle, a towel."""

from __future__ import annotations

from dataclasses import replace

from steadystep.web.move.drawing.body import ANKLE_HEIGHT, HIP_HEIGHT, LEFT, RIGHT, Reach, Swing
from steadystep.web.move.drawing.figures import Picture, Shot
from steadystep.web.move.drawing.props import Bottle, Chair, Towel, Wall
from steadystep.web.move.drawing.space import ASIDE, Camera, Vec
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.pictures.held import (
    ABOVE,
    CHAIR,
    CHAIR_AHEAD,
    FACING,
    LYING,
    MAT,
    MORE_ASIDE,
    SITTING,
    STANDING,
    Arms,
    arrow,
    at_chair_back,
    both,
    foot,
    hand,
)

# Against a wall ----------------------------------------------------------------------------------

_WALL = Wall(x=44)
_ON_WALL = both(
    hand(Vec(40, 124, -17), LEFT, elbow=Vec(-0.2, -1, -0.5), fingers=Vec(0.25, 1, 0)),
    hand(Vec(40, 124, 17), RIGHT, elbow=Vec(-0.2, -1, 0.5), fingers=Vec(0.25, 1, 0)),
)
_BACK_FROM_WALL = replace(
    STANDING,
    **_ON_WALL,
    hip=Vec(-9, 88),
    lean=3,
    left_leg=foot(-16, LEFT),
    right_leg=foot(-16, RIGHT),
)
_TOWARDS_WALL = replace(_BACK_FROM_WALL, hip=Vec(0, 87), pelvis=0, lean=13, nod=-6)
_WALL_PUSH = Picture(
    (
        Shot(_TOWARDS_WALL, (_WALL,), (arrow((-46, 150, 0), (-20, 152, 0)),)),
        Shot(_BACK_FROM_WALL, (_WALL,), (arrow((-24, 152, 0), (-50, 150, 0)),)),
    ),
    Camera(16, 8),
    (0, 40),
)
_PALMS_LOOSE = both(
    hand(Vec(26, 98, -9), LEFT, elbow=Vec(-0.1, -0.7, -1), fingers=Vec(0.5, 0.6, 0.55)),
    hand(Vec(26, 98, 9), RIGHT, elbow=Vec(-0.1, -0.7, 1), fingers=Vec(0.5, 0.6, -0.55)),
)
_PALMS_PRESSED = both(
    hand(Vec(26, 98, -3.4), LEFT, elbow=Vec(-0.1, -0.4, -1), fingers=Vec(0.6, 0.9, 0)),
    hand(Vec(26, 98, 3.4), RIGHT, elbow=Vec(-0.1, -0.4, 1), fingers=Vec(0.6, 0.9, 0)),
)
_PALM_PRESS = Picture(
    (
        Shot(replace(SITTING, **_PALMS_LOOSE), (CHAIR,)),
        Shot(
            replace(SITTING, **_PALMS_PRESSED),
            (CHAIR,),
            (arrow((28, 86, -60), (28, 90, -40)), arrow((28, 86, 60), (28, 90, 40))),
        ),
    ),
    FACING,
    (10, 42),
)

# Knees -------------------------------------------------------------------------------------------

_HOLDING = at_chair_back(STANDING)
_KNEE_BEND = Picture(
    (
        Shot(_HOLDING, (CHAIR_AHEAD,)),
        Shot(
            at_chair_back(replace(STANDING, hip=Vec(-13, HIP_HEIGHT - 9), lean=20, nod=-8)),
            (CHAIR_AHEAD,),
            (arrow((-46, 104, 0), (-46, 80, 0)),),
        ),
    ),
    Camera(18, 8),
    (20, 60),
)
_FEET_NEAR = replace(
    SITTING, left_leg=foot(28, LEFT, apart=11), right_leg=foot(28, RIGHT, apart=11)
)
_HINGED = both(
    hand(Vec(28, 66, -12), LEFT, fingers=Vec(1, -0.5, 0.1)),
    hand(Vec(28, 66, 12), RIGHT, fingers=Vec(1, -0.5, -0.1)),
)
_HALF_RISE = Picture(
    (
        Shot(_FEET_NEAR, (CHAIR,)),
        Shot(
            replace(_FEET_NEAR, **_HINGED, lean=34, nod=-16),
            (CHAIR,),
            (arrow((8, 146, 0), (34, 138, 0), -0.1), arrow((52, 30, 24), (52, 8, 24))),
        ),
    ),
    MORE_ASIDE,
    (10, 42),
)
_FEET_IN = replace(
    LYING,
    left_leg=Reach(Vec(40, ANKLE_HEIGHT, -10), Vec(0, 1)),
    right_leg=Reach(Vec(40, ANKLE_HEIGHT, 10), Vec(0, 1)),
)
_BRIDGE = Picture(
    (
        Shot(_FEET_IN, (MAT,)),
        Shot(
            replace(_FEET_IN, hip=Vec(-1, 20), pelvis=-104, nod=16),
            (MAT,),
            (arrow((-4, 44, 14), (-4, 64, 14)),),
        ),
    ),
    ABOVE,
    (0, 0),
)

# Legs --------------------------------------------------------------------------------------------

_CHAIR_BESIDE = Chair(x=4, z=-46)
_HOLDING_BESIDE = hand(Vec(-14, 94, -34), LEFT, elbow=Vec(-1, -0.4, -0.4), fingers=Vec(0, -0.4, -1))
_LEG_ASIDE = Picture(
    (
        Shot(replace(STANDING, left_arm=_HOLDING_BESIDE), (_CHAIR_BESIDE,)),
        Shot(
            replace(
                STANDING,
                left_arm=_HOLDING_BESIDE,
                left_leg=foot(0, LEFT, apart=7),
                right_leg=Swing((2, 20), (2, 20)),
            ),
            (_CHAIR_BESIDE,),
            (arrow((14, 6, 24), (14, 14, 54), -0.2),),
        ),
    ),
    Camera(72, 8),
    (0, 34),
)
_STRAIGHT = Reach(Vec(72, 40, 10), Vec(0, 1, 0), Vec(0.12, 1, 0.05))
_KNEE_STRAIGHT = Picture(
    (
        Shot(SITTING, (CHAIR,)),
        Shot(
            replace(SITTING, right_leg=_STRAIGHT),
            (CHAIR,),
            (arrow((66, 8, 14), (84, 28, 14), -0.12),),
        ),
    ),
    MORE_ASIDE,
    (14, 46),
)

# A small bottle ----------------------------------------------------------------------------------

_DOWN = Swing((4, 8), (22, 4))
_CURLED = Swing((6, 8), (128, 2))
_FIST_DOWN = Swing((4, 8), (40, 4))


_CURL = Picture(
    (
        Shot(replace(STANDING, right_arm=_FIST_DOWN), (Bottle(RIGHT, Vec(0.5, 1, 0.3)),)),
        Shot(
            replace(STANDING, right_arm=_CURLED),
            (Bottle(RIGHT, Vec(-0.4, 1, 0.3)),),
            (arrow((42, 92, 25), (44, 120, 25), 0.25),),
        ),
    ),
    ASIDE,
)
_SITTING_CURL = Picture(
    (
        Shot(
            replace(SITTING, right_arm=Swing((16, 10), (72, 2))),
            (CHAIR, Bottle(RIGHT, Vec(-0.2, 1, 0.2))),
        ),
        Shot(
            replace(SITTING, right_arm=Swing((12, 10), (124, 2))),
            (CHAIR, Bottle(RIGHT, Vec(-0.5, 1, 0.2))),
            (arrow((42, 72, 22), (42, 96, 22), 0.25),),
        ),
    ),
    MORE_ASIDE,
    (10, 42),
)

# A towel -----------------------------------------------------------------------------------------


def _towel(x: float, y: float, half: float) -> Arms:
    return both(
        hand(Vec(x, y, -half), LEFT, elbow=Vec(-0.2, -1, -0.6), fingers=Vec(1, 0.4, 0.2)),
        hand(Vec(x, y, half), RIGHT, elbow=Vec(-0.2, -1, 0.6), fingers=Vec(1, 0.4, -0.2)),
    )


_TOWEL_PULL = Picture(
    (
        Shot(replace(STANDING, **_towel(36, 118, 13)), (Towel(9),)),
        Shot(
            replace(STANDING, **_towel(34, 118, 26)),
            (Towel(),),
            (arrow((36, 100, -26), (36, 100, -48)), arrow((36, 100, 26), (36, 100, 48))),
        ),
    ),
    Camera(74, 8),
)
_SITTING_TOWEL_PULL = Picture(
    (
        Shot(replace(SITTING, **_towel(30, 86, 13)), (CHAIR, Towel(8))),
        Shot(
            replace(SITTING, **_towel(28, 86, 26)),
            (CHAIR, Towel()),
            (arrow((30, 106, -34), (30, 106, -56)), arrow((30, 106, 34), (30, 106, 56))),
        ),
    ),
    Camera(74, 8),
    (10, 42),
)

PICTURES = {
    ("gentle-press", Posture.STANDING): _WALL_PUSH,
    ("gentle-press", Posture.SITTING): _PALM_PRESS,
    ("knee-bend", Posture.STANDING): _KNEE_BEND,
    ("knee-bend", Posture.SITTING): _HALF_RISE,
    ("knee-bend", Posture.LYING): _BRIDGE,
    ("leg-lift", Posture.STANDING): _LEG_ASIDE,
    ("leg-lift", Posture.SITTING): _KNEE_STRAIGHT,
    ("arm-curl", Posture.STANDING): _CURL,
    ("arm-curl", Posture.SITTING): _SITTING_CURL,
    ("towel-pull", Posture.STANDING): _TOWEL_PULL,
    ("towel-pull", Posture.SITTING): _SITTING_TOWEL_PULL,
}
