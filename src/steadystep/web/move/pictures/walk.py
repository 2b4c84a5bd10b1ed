"""Walking: along, with a rest, on the spot, to the side."""

from __future__ import annotations

from dataclasses import replace

from steadystep.web.move.drawing.body import ANKLE_HEIGHT, HIP_HEIGHT, LEFT, RIGHT, Reach, Swing
from steadystep.web.move.drawing.figures import Picture, Shot
from steadystep.web.move.drawing.props import Table
from steadystep.web.move.drawing.space import ASIDE, UP, Camera, Vec
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
    arrow,
    at_chair_back,
    foot,
    hand,
    on_heel,
    on_tiptoe,
)

# Walking -----------------------------------------------------------------------------------------

_STEP_RIGHT = replace(
    STANDING,
    hip=Vec(0, HIP_HEIGHT - 1.8),
    lean=2,
    left_arm=Swing((20, 6), (36, 2)),
    right_arm=Swing((-18, 8), (-2, 6)),
    left_leg=on_tiptoe(-21, LEFT, lift=7, apart=7),
    right_leg=on_heel(20, RIGHT, lift=0.3, apart=7),
)
_STEP_LEFT = replace(
    STANDING,
    hip=Vec(0, HIP_HEIGHT - 1.8),
    lean=2,
    left_arm=Swing((-18, 8), (-2, 6)),
    right_arm=Swing((20, 6), (36, 2)),
    left_leg=on_heel(20, LEFT, lift=0.3, apart=7),
    right_leg=on_tiptoe(-21, RIGHT, lift=7, apart=7),
)
_WALKING = Picture(
    (
        Shot(_STEP_RIGHT, (), (arrow((42, 104, 0), (66, 104, 0)),)),
        Shot(_STEP_LEFT, (), (arrow((42, 104, 0), (66, 104, 0)),)),
    ),
    MORE_ASIDE,
    (0, 40),
)

_LIFT_RIGHT = replace(
    SITTING,
    right_leg=on_tiptoe(33, RIGHT, lift=11, apart=10),
)
_LIFT_LEFT = replace(SITTING, left_leg=on_tiptoe(33, LEFT, lift=11, apart=10))
_SITTING_STEPS = Picture(
    (
        Shot(_LIFT_RIGHT, (CHAIR,), (arrow((46, 74, 24), (46, 94, 24)),)),
        Shot(_LIFT_LEFT, (CHAIR,), (arrow((44, 78, -16), (44, 98, -16)),)),
    ),
    ASIDE,
    (10, 42),
)

# Walking and resting -----------------------------------------------------------------------------

_AT_REST = replace(
    SITTING,
    hip=Vec(-9, 53),
    lean=-7,
    left_arm=hand(Vec(14, 62, -9), LEFT, fingers=Vec(1, -0.2, 0.5)),
    right_arm=hand(Vec(14, 62, 9), RIGHT, fingers=Vec(1, -0.2, -0.5)),
)
_WALK_AND_REST = Picture(
    (
        Shot(_STEP_RIGHT, (), (arrow((42, 104, 0), (66, 104, 0)),)),
        Shot(_AT_REST, (CHAIR,)),
    ),
    MORE_ASIDE,
    (6, 40),
)
_SITTING_AND_REST = Picture(
    (
        Shot(_LIFT_RIGHT, (CHAIR,), (arrow((46, 74, 24), (46, 94, 24)),)),
        Shot(_AT_REST, (CHAIR,)),
    ),
    ASIDE,
    (10, 42),
)

# Marching on the spot ----------------------------------------------------------------------------

_HOLDING = at_chair_back(STANDING)
_KNEE_UP = replace(
    _HOLDING,
    hip=Vec(-1, HIP_HEIGHT),
    right_leg=Reach(Vec(8, 32, 9), Vec(1, 0.2, 0.1), Vec(1, -0.25, 0)),
)
_OTHER_KNEE_UP = replace(
    _HOLDING,
    hip=Vec(-1, HIP_HEIGHT),
    left_leg=Reach(Vec(8, 32, -9), Vec(1, 0.2, -0.1), Vec(1, -0.25, 0)),
)
_MARCHING = Picture(
    (
        Shot(_HOLDING, (CHAIR_AHEAD,)),
        Shot(_KNEE_UP, (CHAIR_AHEAD,), (arrow((-14, 14, 14), (-14, 38, 14)),)),
    ),
    Camera(20, 8),
    (20, 60),
)
_HEELS_UP = replace(
    SITTING,
    left_leg=on_tiptoe(34, LEFT, lift=8, apart=10),
    right_leg=on_tiptoe(34, RIGHT, lift=8, apart=10),
)
_TOES_UP = replace(
    SITTING,
    left_leg=on_heel(40, LEFT, lift=0.55, apart=10),
    right_leg=on_heel(40, RIGHT, lift=0.55, apart=10),
)
_HEEL_AND_TOE = Picture(
    (
        Shot(_HEELS_UP, (CHAIR,), (arrow((8, 4, 14), (8, 22, 14)),)),
        Shot(_TOES_UP, (CHAIR,), (arrow((72, 4, 10), (72, 22, 10)),)),
    ),
    MORE_ASIDE,
    (12, 44),
)
_HEEL_OUT = replace(LYING, right_leg=Reach(Vec(72, ANKLE_HEIGHT, 10), UP, Vec(0.6, 0.8, 0.1)))
_HEEL_SLIDES = Picture(
    (
        Shot(LYING, (MAT,)),
        Shot(_HEEL_OUT, (MAT,), (arrow((52, 4, 40), (80, 4, 40)),)),
    ),
    ABOVE,
    (0, 0),
)

# To the side -------------------------------------------------------------------------------------

_TABLE = Table(x=24, half=62, deep=26)
_TOUCHING = replace(
    STANDING,
    left_arm=hand(Vec(29, 88, -20), LEFT, fingers=Vec(1, 0, 0)),
    right_arm=hand(Vec(29, 88, 20), RIGHT, fingers=Vec(1, 0, 0)),
)
_STEP_ASIDE = replace(
    _TOUCHING,
    hip=Vec(0, HIP_HEIGHT - 2.5, 6),
    left_leg=foot(0, LEFT, apart=6),
    right_leg=foot(0, RIGHT, apart=25),
    left_arm=hand(Vec(29, 88, -14), LEFT, fingers=Vec(1, 0, 0)),
    right_arm=hand(Vec(29, 88, 26), RIGHT, fingers=Vec(1, 0, 0)),
)
_SIDE_STEPS = Picture(
    (
        Shot(
            replace(_TOUCHING, left_leg=foot(0, LEFT, apart=6), right_leg=foot(0, RIGHT, apart=6)),
            (_TABLE,),
        ),
        Shot(_STEP_ASIDE, (_TABLE,), (arrow((-8, 20, 36), (-8, 20, 58)),)),
    ),
    Camera(-62, 10),
    (0, 36),
)
_TAP_ASIDE = replace(
    SITTING,
    right_leg=Reach(Vec(38, ANKLE_HEIGHT, 30), Vec(1, 0.4, 0.5), Vec(1, 0, 0.3)),
)
_SIDE_TAPS = Picture(
    (
        Shot(SITTING, (CHAIR,)),
        Shot(_TAP_ASIDE, (CHAIR,), (arrow((58, 2, 16), (58, 2, 44), -0.12),)),
    ),
    FACING,
    (10, 40),
)

PICTURES = {
    ("slow-walk", Posture.STANDING): _WALKING,
    ("slow-walk", Posture.SITTING): _SITTING_STEPS,
    ("walk-and-rest", Posture.STANDING): _WALK_AND_REST,
    ("walk-and-rest", Posture.SITTING): _SITTING_AND_REST,
    ("march", Posture.STANDING): _MARCHING,
    ("march", Posture.SITTING): _HEEL_AND_TOE,
    ("march", Posture.LYING): _HEEL_SLIDES,
    ("side-steps", Posture.STANDING): _SIDE_STEPS,
    ("side-steps", Posture.SITTING): _SIDE_TAPS,
}
