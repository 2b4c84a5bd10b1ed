"""Gentle mobility: shoulders, feet, a turn, the hips, the neck."""

from __future__ import annotations

from dataclasses import replace

from steadystep.web.move.drawing.body import (
    ANKLE_HEIGHT,
    HIP_HEIGHT,
    LEFT,
    RIGHT,
    Pose,
    Reach,
    Swing,
)
from steadystep.web.move.drawing.figures import Picture, Shot
from steadystep.web.move.drawing.props import Mat, Pillow
from steadystep.web.move.drawing.space import ASIDE, UP, Camera, Vec
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.pictures.held import (
    ABOVE,
    CHAIR,
    CHAIR_AHEAD,
    FACING,
    HIGH_ABOVE,
    LYING,
    LYING_LONG,
    MAT,
    MORE_ASIDE,
    SITTING,
    STANDING,
    arrow,
    at_chair_back,
    both,
    foot,
    hand,
)

# Shoulders ---------------------------------------------------------------------------------------

_UP_STANDING = replace(STANDING, shrug=7, ahead=2)
_SHOULDER_ROLLS = Picture(
    (
        Shot(_UP_STANDING, (), (arrow((0, 150, 36), (0, 168, 36)),)),
        Shot(
            replace(STANDING, ahead=-4, shrug=-1), (), (arrow((8, 156, 34), (-20, 140, 34), -0.5),)
        ),
    ),
    ASIDE,
)
_SITTING_SHOULDER_ROLLS = Picture(
    (
        Shot(replace(SITTING, shrug=7, ahead=2), (CHAIR,), (arrow((-8, 112, 38), (-8, 130, 38)),)),
        Shot(
            replace(SITTING, ahead=-4, shrug=-1),
            (CHAIR,),
            (arrow((0, 122, 36), (-28, 104, 36), -0.5),),
        ),
    ),
    ASIDE,
    (10, 42),
)

# Feet and ankles ---------------------------------------------------------------------------------

_HOLDING = at_chair_back(STANDING)
_STANDING_ANKLE = Picture(
    (
        Shot(_HOLDING, (CHAIR_AHEAD,)),
        Shot(
            replace(
                _HOLDING,
                right_leg=Reach(Vec(9, 18, 11), Vec(1, 0, 0.2), Vec(1, -0.15, 0.3)),
            ),
            (CHAIR_AHEAD,),
            (arrow((-8, 8, 22), (-4, 30, 22), -0.45), arrow((40, 30, 16), (38, 6, 16), -0.4)),
        ),
    ),
    Camera(24, 8),
    (20, 60),
)
_FOOT_UP = Reach(Vec(52, 22, 10), Vec(1, 0.5, 0.1), Vec(1, 0.9, 0))
_FOOT_DOWN = Reach(Vec(52, 22, 10), Vec(1, 0.5, 0.1), Vec(1, -0.5, 0))
_SITTING_ANKLE = Picture(
    (
        Shot(
            replace(SITTING, right_leg=_FOOT_UP),
            (CHAIR,),
            (arrow((76, 12, 10), (70, 38, 10), 0.3),),
        ),
        Shot(
            replace(SITTING, right_leg=_FOOT_DOWN),
            (CHAIR,),
            (arrow((72, 38, 10), (78, 14, 10), -0.3),),
        ),
    ),
    MORE_ASIDE,
    (12, 44),
)
_PULLED = Reach(Vec(81, ANKLE_HEIGHT, 10), UP, Vec(-0.25, 1, 0.1))
_POINTED = Reach(Vec(81, ANKLE_HEIGHT, 10), UP, Vec(0.9, 0.7, 0.1))
_LYING_ANKLE = Picture(
    (
        Shot(
            replace(LYING_LONG, right_leg=_PULLED, left_leg=replace(_PULLED, at=Vec(81, 6, -10))),
            (MAT,),
            (arrow((100, 20, 10), (84, 40, 10), 0.3),),
        ),
        Shot(
            replace(LYING_LONG, right_leg=_POINTED, left_leg=replace(_POINTED, at=Vec(81, 6, -10))),
            (MAT,),
            (arrow((88, 40, 10), (104, 18, 10), -0.3),),
        ),
    ),
    ABOVE,
    (0, 0),
)

# A turn ------------------------------------------------------------------------------------------

_CROSSED_LEFT = Swing((28, 4), (128, -62), 0)
_CROSSED_RIGHT = Swing((28, 4), (128, -62), 0)
_CROSSED = both(_CROSSED_LEFT, _CROSSED_RIGHT)
_STANDING_TURN = Picture(
    (
        Shot(replace(STANDING, **_CROSSED)),
        Shot(
            replace(STANDING, **_CROSSED, turn=38, look=14),
            (),
            (arrow((24, 180, -20), (24, 180, 22), -0.08),),
        ),
    ),
    FACING,
)
_SITTING_TURN = Picture(
    (
        Shot(replace(SITTING, **_CROSSED), (CHAIR,)),
        Shot(
            replace(SITTING, **_CROSSED, turn=38, look=14),
            (CHAIR,),
            (arrow((24, 146, -20), (20, 146, 22), -0.08),),
        ),
    ),
    FACING,
    (10, 42),
)
_ARMS_WIDE = both(Swing((6, 40), (6, 40)), Swing((6, 40), (6, 40)))
_KNEES_OVER = replace(
    LYING,
    **_ARMS_WIDE,
    left_leg=Reach(Vec(44, ANKLE_HEIGHT + 3, 4), Vec(0, 0.75, 1)),
    right_leg=Reach(Vec(46, ANKLE_HEIGHT, 20), Vec(0, 0.6, 1)),
)
_LYING_TURN = Picture(
    (
        Shot(replace(LYING, **_ARMS_WIDE), (Mat(half=36),)),
        Shot(_KNEES_OVER, (Mat(half=36),), (arrow((66, 40, -14), (66, 20, 44), -0.2),)),
    ),
    HIGH_ABOVE,
    (0, 0),
)

# The hips ----------------------------------------------------------------------------------------

_HANDS_ON_HIPS = both(
    hand(Vec(3, 96, -15), LEFT, elbow=Vec(-0.4, 0, -1), fingers=Vec(0.7, -0.5, 0.5)),
    hand(Vec(3, 96, 15), RIGHT, elbow=Vec(-0.4, 0, 1), fingers=Vec(0.7, -0.5, -0.5)),
)
_APART = replace(STANDING, left_leg=foot(0, LEFT, apart=16), right_leg=foot(0, RIGHT, apart=16))


def _swayed(aside: float) -> Pose:
    return replace(
        _APART,
        hip=Vec(0, HIP_HEIGHT - 3, aside),
        tilt=-aside * 1.1,
        ear=aside * 0.6,
        **both(
            hand(Vec(3, 95, aside - 15), LEFT, elbow=Vec(-0.4, 0, -1), fingers=Vec(0.7, -0.5, 0.5)),
            hand(
                Vec(3, 95, aside + 15), RIGHT, elbow=Vec(-0.4, 0, 1), fingers=Vec(0.7, -0.5, -0.5)
            ),
        ),
    )


_STANDING_SWAY = Picture(
    (
        Shot(_swayed(-10), (), (arrow((0, 84, -30), (0, 84, -52)),)),
        Shot(_swayed(10), (), (arrow((0, 84, 30), (0, 84, 52)),)),
    ),
    Camera(80, 6),
)
_SITTING_SWAY = Picture(
    (
        Shot(
            replace(SITTING, tilt=-14, ear=8), (CHAIR,), (arrow((0, 150, 4), (0, 144, -28), 0.1),)
        ),
        Shot(
            replace(SITTING, tilt=14, ear=-8), (CHAIR,), (arrow((0, 150, -4), (0, 144, 28), -0.1),)
        ),
    ),
    Camera(76, 8),
    (10, 42),
)
_LYING_ROCK = Picture(
    (Shot(LYING, (MAT,), (arrow((14, 34, 20), (-26, 34, 20), 0.35, both=True),)),),
    ABOVE,
    (0, 0),
)

# The neck ----------------------------------------------------------------------------------------

_STANDING_LOOK = Picture(
    (
        Shot(replace(STANDING, look=-48), (), (arrow((22, 181, 4), (14, 181, -26), 0.1),)),
        Shot(replace(STANDING, look=48), (), (arrow((22, 181, -4), (14, 181, 26), -0.1),)),
    ),
    Camera(82, 6),
)
_SITTING_LOOK = Picture(
    (
        Shot(replace(SITTING, look=-48), (CHAIR,), (arrow((22, 148, 4), (14, 148, -26), 0.1),)),
        Shot(replace(SITTING, look=48), (CHAIR,), (arrow((22, 148, -4), (14, 148, 26), -0.1),)),
    ),
    Camera(78, 8),
    (10, 42),
)
_PILLOW = Pillow(Vec(-68, 4, 0))
_LYING_LOOK = Picture(
    (
        Shot(replace(LYING, hip=Vec(0, 9), nod=12), (MAT, _PILLOW)),
        Shot(
            replace(LYING, hip=Vec(0, 9), nod=12, look=55),
            (MAT, _PILLOW),
            (arrow((-100, 20, -22), (-100, 20, 22), 0.1),),
        ),
    ),
    HIGH_ABOVE,
    (0, 0),
)

PICTURES = {
    ("shoulder-rolls", Posture.STANDING): _SHOULDER_ROLLS,
    ("shoulder-rolls", Posture.SITTING): _SITTING_SHOULDER_ROLLS,
    ("feet", Posture.STANDING): _STANDING_ANKLE,
    ("feet", Posture.SITTING): _SITTING_ANKLE,
    ("feet", Posture.LYING): _LYING_ANKLE,
    ("turn", Posture.STANDING): _STANDING_TURN,
    ("turn", Posture.SITTING): _SITTING_TURN,
    ("turn", Posture.LYING): _LYING_TURN,
    ("sway", Posture.STANDING): _STANDING_SWAY,
    ("sway", Posture.SITTING): _SITTING_SWAY,
    ("sway", Posture.LYING): _LYING_ROCK,
    ("look-round", Posture.STANDING): _STANDING_LOOK,
    ("look-round", Posture.SITTING): _SITTING_LOOK,
    ("look-round", Posture.LYING): _LYING_LOOK,
}
