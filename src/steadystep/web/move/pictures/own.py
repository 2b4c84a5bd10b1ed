"""A movement of the person's own: somebody about to begin."""

from __future__ import annotations

from steadystep.web.move.drawing.figures import Picture, Shot
from steadystep.web.move.drawing.props import Chair
from steadystep.web.move.drawing.space import ASIDE, Camera
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.pictures.held import CHAIR, LYING, MAT, SITTING, STANDING

_STANDING = Picture((Shot(STANDING, (Chair(x=-4, z=-52),)),), Camera(64, 8))
_SITTING = Picture((Shot(SITTING, (CHAIR,)),), ASIDE, (10, 42))
_LYING = Picture((Shot(LYING, (MAT,)),), Camera(7, 17), (0, 0))

PICTURES = {
    ("your-own", Posture.STANDING): _STANDING,
    ("your-own", Posture.SITTING): _SITTING,
    ("your-own", Posture.LYING): _LYING,
}
