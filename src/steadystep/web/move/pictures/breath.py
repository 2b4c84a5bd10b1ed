"""Stretching with the breath: open, reach, round, lengthen, float."""

from __future__ import annotations

from dataclasses import replace

from steadystep.web.move.drawing.body import LEFT, RIGHT, Reach, Swing
from steadystep.web.move.drawing.figures import Picture, Shot
from steadystep.web.move.drawing.props import Table
from steadystep.web.move.drawing.space import ASIDE, Camera, Vec
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.pictures.held import (
    ABOVE,
    CHAIR,
    CHAIR_AHEAD,
    FACING,
    HIGH_ABOVE,
    LYING,
    MAT,
    MORE_ASIDE,
    SITTING,
    STANDING,
    arrow,
    at_chair_back,
    both,
    foot,
    hand,
    mirrored,
    on_heel,
)

# Open and close ----------------------------------------------------------------------------------

_CLOSED = mirrored(Swing((70, -8), (86, -22)))
_OPEN = mirrored(Swing((40, 62), (84, 66)))
_OPEN_ARMS = Picture(
    (
        Shot(replace(STANDING, **_CLOSED)),
        Shot(
            replace(STANDING, **_OPEN),
            (),
            (arrow((34, 154, -26), (20, 150, -62), 0.1), arrow((34, 154, 26), (20, 150, 62), -0.1)),
        ),
    ),
    FACING,
)
_SITTING_OPEN_ARMS = Picture(
    (
        Shot(replace(SITTING, **_CLOSED), (CHAIR,)),
        Shot(
            replace(SITTING, **_OPEN),
            (CHAIR,),
            (arrow((28, 120, -26), (14, 116, -62), 0.1), arrow((28, 120, 26), (14, 116, 62), -0.1)),
        ),
    ),
    FACING,
    (10, 42),
)
_LYING_UP = mirrored(Swing((90, -4), (90, -8)))
_LYING_OPEN = mirrored(Swing((14, 60), (24, 66)))
_LYING_OPEN_ARMS = Picture(
    (
        Shot(replace(LYING, **_LYING_UP), (MAT,)),
        Shot(
            replace(LYING, **_LYING_OPEN),
            (MAT,),
            (arrow((-52, 66, -22), (-40, 34, -66), 0.1),),
        ),
    ),
    HIGH_ABOVE,
    (0, 0),
)

# Reach to the side -------------------------------------------------------------------------------

_OVER = Swing((176, 4), (186, -26))
_SIDE_REACH = Picture(
    (
        Shot(replace(STANDING, left_arm=Swing((172, 8), (176, 2)))),
        Shot(
            replace(STANDING, tilt=20, ear=2, left_arm=_OVER),
            (),
            (arrow((6, 208, -12), (6, 196, 40), -0.12),),
        ),
    ),
    Camera(78, 8),
)
_HOLD_SEAT = hand(Vec(0, 50, 27), RIGHT, elbow=Vec(-0.6, -0.2, 1), fingers=Vec(0.3, -1, 0))
_SITTING_SIDE_REACH = Picture(
    (
        Shot(replace(SITTING, left_arm=Swing((172, 8), (176, 2)), right_arm=_HOLD_SEAT), (CHAIR,)),
        Shot(
            replace(SITTING, tilt=18, ear=2, left_arm=_OVER, right_arm=_HOLD_SEAT),
            (CHAIR,),
            (arrow((4, 174, -12), (4, 162, 40), -0.12),),
        ),
    ),
    Camera(74, 8),
    (10, 42),
)

# Round and lengthen ------------------------------------------------------------------------------

_ON_KNEES = both(
    hand(Vec(28, 63, -11), LEFT, fingers=Vec(1, -0.6, 0.1)),
    hand(Vec(28, 63, 11), RIGHT, fingers=Vec(1, -0.6, -0.1)),
)
_SITTING_ROUND = Picture(
    (
        Shot(
            replace(SITTING, **_ON_KNEES, lean=4, curl=-10, nod=-6),
            (CHAIR,),
            (arrow((-2, 140, 0), (-2, 158, 0)),),
        ),
        Shot(
            replace(SITTING, **_ON_KNEES, lean=-4, curl=44, nod=24),
            (CHAIR,),
            (arrow((-36, 84, 10), (-44, 102, 10), -0.1),),
        ),
    ),
    Camera(14, 8),
    (10, 42),
)
_TABLE = Table(x=44, deep=28)
_ON_TABLE = both(
    hand(Vec(50, 88, -18), LEFT, elbow=Vec(-0.2, -1, -0.4), fingers=Vec(1, 0, 0)),
    hand(Vec(50, 88, 18), RIGHT, elbow=Vec(-0.2, -1, 0.4), fingers=Vec(1, 0, 0)),
)
_STANDING_ROUND = Picture(
    (
        Shot(
            replace(STANDING, hip=Vec(-22, 86), **_ON_TABLE, lean=58, curl=4, nod=4),
            (_TABLE,),
            (arrow((-36, 112, 0), (-58, 104, 0)),),
        ),
        Shot(
            replace(STANDING, hip=Vec(-8, 88), **_ON_TABLE, lean=18, curl=44, nod=20),
            (_TABLE,),
            (arrow((-34, 118, 10), (-28, 140, 10), 0.1),),
        ),
    ),
    Camera(14, 8),
    (14, 60),
)

# The back of the leg -----------------------------------------------------------------------------

_HEEL_OUT = on_heel(26, RIGHT, lift=0.6)
_STANDING_BACK_OF_LEG = Picture(
    (
        Shot(
            at_chair_back(
                replace(STANDING, right_leg=on_heel(21, RIGHT, lift=0.6), hip=Vec(1, 86))
            ),
            (CHAIR_AHEAD,),
        ),
        Shot(
            at_chair_back(
                replace(
                    STANDING,
                    hip=Vec(-10, 84),
                    lean=26,
                    nod=-8,
                    right_leg=on_heel(21, RIGHT, lift=0.6),
                    left_leg=foot(-2, LEFT),
                )
            ),
            (CHAIR_AHEAD,),
            (arrow((-20, 96, 10), (-44, 96, 10)),),
        ),
    ),
    Camera(14, 8),
    (20, 60),
)
_LEG_OUT = Reach(Vec(64, 7, 10), Vec(0, 1, 0), Vec(0.35, 1, 0.05))
_SITTING_BACK_OF_LEG = Picture(
    (
        Shot(
            replace(SITTING, hip=Vec(2, 53), right_leg=replace(_LEG_OUT, at=Vec(70, 7, 10))),
            (CHAIR,),
        ),
        Shot(
            replace(
                SITTING,
                hip=Vec(2, 53),
                right_leg=replace(_LEG_OUT, at=Vec(70, 7, 10)),
                lean=24,
                nod=-8,
                **both(
                    hand(Vec(36, 63, -11), LEFT, fingers=Vec(1, -0.4, 0)),
                    hand(Vec(36, 54, 11), RIGHT, fingers=Vec(1, -0.6, 0)),
                ),
            ),
            (CHAIR,),
            (arrow((12, 142, 0), (38, 134, 0), -0.1),),
        ),
    ),
    MORE_ASIDE,
    (14, 48),
)
_BEHIND_THIGH = both(
    hand(Vec(-4, 36, -4), LEFT, elbow=Vec(-0.4, -1, -0.5), fingers=Vec(0.4, 0.3, 1)),
    hand(Vec(-4, 36, 17), RIGHT, elbow=Vec(-0.4, -1, 0.5), fingers=Vec(0.6, 0.4, -0.6)),
)
_LYING_BACK_OF_LEG = Picture(
    (
        Shot(
            replace(
                LYING,
                **_BEHIND_THIGH,
                right_leg=Swing((98, 2), (8, 2), -4),
            ),
            (MAT,),
        ),
        Shot(
            replace(
                LYING,
                **_BEHIND_THIGH,
                right_leg=Swing((98, 2), (64, 2), 6),
            ),
            (MAT,),
            (arrow((50, 44, 10), (44, 78, 10), -0.12),),
        ),
    ),
    ABOVE,
    (0, 0),
)

# Arms float up -----------------------------------------------------------------------------------

_FLOATED = mirrored(Swing((74, 8), (84, 4), -14))
_FLOAT_ARMS = Picture(
    (
        Shot(STANDING),
        Shot(replace(STANDING, **_FLOATED), (), (arrow((44, 88, 16), (56, 112, 16), -0.12),)),
    ),
    ASIDE,
)
_SITTING_FLOAT_ARMS = Picture(
    (
        Shot(SITTING, (CHAIR,)),
        Shot(replace(SITTING, **_FLOATED), (CHAIR,), (arrow((46, 62, 16), (54, 82, 16), -0.1),)),
    ),
    ASIDE,
    (10, 42),
)
_LYING_FLOAT_ARMS = Picture(
    (
        Shot(LYING, (MAT,)),
        Shot(
            replace(LYING, **mirrored(Swing((84, 6), (96, 2), -10))),
            (MAT,),
            (arrow((-14, 46, 18), (-30, 62, 18), 0.3),),
        ),
    ),
    ABOVE,
    (0, 0),
)

PICTURES = {
    ("open-arms", Posture.STANDING): _OPEN_ARMS,
    ("open-arms", Posture.SITTING): _SITTING_OPEN_ARMS,
    ("open-arms", Posture.LYING): _LYING_OPEN_ARMS,
    ("side-reach", Posture.STANDING): _SIDE_REACH,
    ("side-reach", Posture.SITTING): _SITTING_SIDE_REACH,
    ("round-and-lengthen", Posture.STANDING): _STANDING_ROUND,
    ("round-and-lengthen", Posture.SITTING): _SITTING_ROUND,
    ("back-of-the-leg", Posture.STANDING): _STANDING_BACK_OF_LEG,
    ("back-of-the-leg", Posture.SITTING): _SITTING_BACK_OF_LEG,
    ("back-of-the-leg", Posture.LYING): _LYING_BACK_OF_LEG,
    ("float-arms", Posture.STANDING): _FLOAT_ARMS,
    ("float-arms", Posture.SITTING): _SITTING_FLOAT_ARMS,
    ("float-arms", Posture.LYING): _LYING_FLOAT_ARMS,
}
