"""Stretching with the breath: open, reach, round, lengthen, float."""

from __future__ import annotations

from steadystep.core.movements import Movement
from steadystep.web.move.library.common import (
    EASY,
    LIE,
    SIT,
    SIT_IN_FRONT,
    STAND,
    STAND_AT_CHAIR,
)
from steadystep.web.move.library.marking import gettext_noop as _
from steadystep.web.move.library.shapes import Posture, Sheet, Way

_OPEN = _("Open your arms as you breathe in.")
_CLOSE = _("Cross them loosely as you breathe out.")
_ARM_UP = _("Lift one arm as you breathe in.")
_LEAN = _("Lean a little to the other side as you breathe out.")
_CHANGE_ARMS = _("Come back with the next breath in, and change arms.")
_LONG_AND_ROUND = _("Make your back long breathing in, round breathing out.")
_HEAD_FOLLOWS = _("Let your head follow.")
_LEAN_FORWARD = _("Lean forward from your hips as you breathe out.")
_CHANGE_LEGS = _("Come back with the next breath in. Later, change legs.")
_FLOAT = _("Let your arms float up as you breathe in.")
_SINK = _("Let them sink as you breathe out.")
_SHOULDER_HIGH = _("As high as your shoulders is plenty.")

SHEETS = (
    Sheet(
        "open-arms",
        Movement.BREATH_STRETCH,
        _("Open and close"),
        (
            Way(Posture.STANDING, (STAND, _OPEN, _CLOSE, EASY)),
            Way(Posture.SITTING, (SIT, _OPEN, _CLOSE, EASY)),
            Way(
                Posture.LYING,
                (LIE, _OPEN, _("Bring them up again as you breathe out."), EASY),
            ),
        ),
    ),
    Sheet(
        "side-reach",
        Movement.BREATH_STRETCH,
        _("Reach to the side"),
        (
            Way(Posture.STANDING, (STAND, _ARM_UP, _LEAN, _CHANGE_ARMS), heart=2),
            Way(
                Posture.SITTING,
                (SIT, _("Hold the seat with one hand."), _ARM_UP, _LEAN, _CHANGE_ARMS),
                heart=3,
            ),
        ),
    ),
    Sheet(
        "round-and-lengthen",
        Movement.BREATH_STRETCH,
        _("Long and round"),
        (
            Way(
                Posture.STANDING,
                (
                    _("Put your hands on a table, and step back a little."),
                    _LONG_AND_ROUND,
                    _HEAD_FOLLOWS,
                    EASY,
                ),
            ),
            Way(
                Posture.SITTING,
                (SIT, _LONG_AND_ROUND, _HEAD_FOLLOWS, _("Your hands rest on your legs.")),
            ),
        ),
    ),
    Sheet(
        "back-of-the-leg",
        Movement.BREATH_STRETCH,
        _("Back of the leg"),
        (
            Way(
                Posture.STANDING,
                (
                    STAND_AT_CHAIR,
                    _("Put one heel forward, toes up."),
                    _LEAN_FORWARD,
                    _CHANGE_LEGS,
                ),
                heart=2,
            ),
            Way(
                Posture.SITTING,
                (
                    SIT_IN_FRONT,
                    _("Put one leg out, heel down, toes up."),
                    _LEAN_FORWARD,
                    _CHANGE_LEGS,
                ),
                heart=2,
            ),
            Way(
                Posture.LYING,
                (
                    LIE,
                    _("Hold the back of one thigh with both hands."),
                    _("Straighten the leg a little as you breathe out."),
                    _("Bend it with the next breath in. Later, change legs."),
                ),
                heart=2,
            ),
        ),
    ),
    Sheet(
        "float-arms",
        Movement.BREATH_STRETCH,
        _("Floating arms"),
        (
            Way(Posture.STANDING, (STAND, _FLOAT, _SINK, _SHOULDER_HIGH)),
            Way(Posture.SITTING, (SIT, _FLOAT, _SINK, _SHOULDER_HIGH)),
            Way(Posture.LYING, (LIE, _FLOAT, _SINK, EASY)),
        ),
    ),
)
