"""Gentle mobility: shoulders, feet, a turn, a sway, the neck."""

from __future__ import annotations

from steadystep.core.movements import Movement
from steadystep.web.move.library.common import (
    EASY,
    LIE,
    OTHER_FOOT,
    SIT,
    SLOWLY,
    STAND,
    STAND_AT_CHAIR,
)
from steadystep.web.move.library.marking import gettext_noop as _
from steadystep.web.move.library.shapes import Posture, Sheet, Way

_ROLL = _("Roll your shoulders up, back and down.")
_SMALLER = _("Make the circle smaller where it pulls.")
_TOES = _("Pull your toes up, then point them away.")
_FOLD = _("Fold your arms loosely.")
_TURN = _("Turn your chest to one side, then the other.")
_LOOK = _("Look slowly to one side, then the other.")
_BEFORE_IT_PULLS = _("Stop before it pulls.")

SHEETS = (
    Sheet(
        "shoulder-rolls",
        Movement.MOBILITY,
        _("Shoulder rolls"),
        (
            Way(Posture.STANDING, (STAND, _ROLL, _("Let your arms hang loosely."), _SMALLER)),
            Way(Posture.SITTING, (SIT, _ROLL, _("Leave your hands on your legs."), _SMALLER)),
        ),
    ),
    Sheet(
        "feet",
        Movement.MOBILITY,
        _("Feet and ankles"),
        (
            Way(
                Posture.STANDING,
                (STAND_AT_CHAIR, _("Lift one foot, and draw small circles with it."), OTHER_FOOT),
            ),
            Way(
                Posture.SITTING,
                (SIT, _("Stretch one leg out a little."), _TOES, OTHER_FOOT),
                heart=2,
            ),
            Way(
                Posture.LYING,
                (_("Lie on your back with your legs long."), _TOES, SLOWLY),
            ),
        ),
    ),
    Sheet(
        "turn",
        Movement.MOBILITY,
        _("Gentle turn"),
        (
            Way(
                Posture.STANDING,
                (STAND, _FOLD, _TURN, _("Your hips stay where they are.")),
                heart=2,
            ),
            Way(
                Posture.SITTING,
                (SIT, _FOLD, _TURN, _("Both sides of your seat stay on the chair.")),
                heart=2,
            ),
            Way(
                Posture.LYING,
                (
                    LIE,
                    _("Let both knees sink a little to one side."),
                    _("Bring them back, then let them sink to the other."),
                    EASY,
                ),
            ),
        ),
    ),
    Sheet(
        "sway",
        Movement.MOBILITY,
        _("Gentle sway"),
        (
            Way(
                Posture.STANDING,
                (
                    _("Stand with your feet wider than your hips."),
                    _("Shift your weight from one foot to the other."),
                    _("Put your hands on your hips, or hold a chair."),
                    SLOWLY,
                ),
            ),
            Way(
                Posture.SITTING,
                (SIT, _("Lean a little to one side, then the other."), SLOWLY),
            ),
            Way(
                Posture.LYING,
                (
                    LIE,
                    _("Press your lower back down a little, then let go."),
                    _("Let your breath flow."),
                    SLOWLY,
                ),
            ),
        ),
    ),
    Sheet(
        "look-round",
        Movement.MOBILITY,
        _("Look round"),
        (
            Way(
                Posture.STANDING,
                (STAND, _LOOK, _("Your shoulders stay where they are."), _BEFORE_IT_PULLS),
            ),
            Way(
                Posture.SITTING,
                (SIT, _LOOK, _("Your shoulders stay where they are."), _BEFORE_IT_PULLS),
            ),
            Way(
                Posture.LYING,
                (
                    _("Lie on your back, a flat pillow under your head."),
                    _("Let your head roll to one side, then the other."),
                    _BEFORE_IT_PULLS,
                ),
            ),
        ),
    ),
)
