"""Walking: along, with a rest, on the spot, to the side."""

from __future__ import annotations

from steadystep.core.movements import Movement
from steadystep.web.move.library.common import (
    LIE,
    OTHER_SIDE,
    SIT,
    SLOW_BEAT,
    SLOWLY,
    STAND_AT_CHAIR,
)
from steadystep.web.move.library.marking import gettext_noop as _
from steadystep.web.move.library.shapes import Posture, Sheet, Way

_ONE_FOOT = _("Lift one foot a little, then the other.")

SHEETS = (
    Sheet(
        "slow-walk",
        Movement.WALK,
        _("Slow walk"),
        (
            Way(
                Posture.STANDING,
                (
                    _("Wear shoes that hold your feet well."),
                    _("Walk slowly, as if you had all day."),
                    _("Let your arms swing loosely."),
                    _("Turn round at half time, while it is still easy."),
                ),
                turn_round=True,
            ),
            Way(
                Posture.SITTING,
                (SIT, _ONE_FOOT, _("Let your arms swing along if you like."), SLOW_BEAT),
            ),
        ),
    ),
    Sheet(
        "walk-and-rest",
        Movement.WALK,
        _("Walk and rest"),
        (
            Way(
                Posture.STANDING,
                (
                    _("Choose a way that has a place to sit."),
                    _("Walk slowly until you would like a rest."),
                    _("Sit down, and let your breath settle."),
                    _("Walk back when you are ready."),
                ),
                turn_round=True,
            ),
            Way(
                Posture.SITTING,
                (
                    SIT,
                    _("Lift one foot, then the other, for a few breaths."),
                    _("Stop, and rest your hands on your legs."),
                    _("Begin again when you are ready."),
                ),
            ),
        ),
    ),
    Sheet(
        "march",
        Movement.WALK,
        _("Steps on the spot"),
        (
            Way(
                Posture.STANDING,
                (
                    STAND_AT_CHAIR,
                    _ONE_FOOT,
                    _("Keep your back long and your shoulders loose."),
                    SLOW_BEAT,
                ),
            ),
            Way(Posture.SITTING, (SIT, _("Lift both heels, then both toes."), SLOW_BEAT)),
            Way(
                Posture.LYING,
                (
                    LIE,
                    _("Slide one heel away, then back again."),
                    _("The heel stays on the ground."),
                    OTHER_SIDE,
                ),
            ),
        ),
    ),
    Sheet(
        "side-steps",
        Movement.WALK,
        _("Steps to the side"),
        (
            Way(
                Posture.STANDING,
                (
                    _("Stand at a worktop, your hands resting on it."),
                    _("Step to the side, and bring the other foot along."),
                    _("After a few steps, go back the other way."),
                    SLOWLY,
                ),
            ),
            Way(
                Posture.SITTING,
                (
                    SIT,
                    _("Tap one foot to the side, and bring it back."),
                    OTHER_SIDE,
                    SLOW_BEAT,
                ),
            ),
        ),
    ),
)
