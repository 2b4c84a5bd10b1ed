"""Light resistance: a wall, a chair, a small bottle, a towel."""

from __future__ import annotations

from steadystep.core.movements import Movement
from steadystep.web.move.library.common import LIE, SIT, SIT_IN_FRONT, STAND, STAND_AT_CHAIR
from steadystep.web.move.library.marking import gettext_noop as _
from steadystep.web.move.library.shapes import Posture, Sheet, Way

_BOTTLE = _("Take a small bottle of water in one hand.")
_CURL = _("Bend your elbow to bring the bottle up.")
_CURL_DOWN = _("Let it down slowly.")
_OTHER_HAND = _("Change hands when you like.")
_TOWEL = _("Hold a small towel in both hands.")
_PULL = _("Pull the towel gently apart for three counts, then let go.")
_LOW_SHOULDERS = _("Keep your shoulders low.")

SHEETS = (
    Sheet(
        "gentle-press",
        Movement.RESISTANCE,
        _("Gentle press"),
        (
            Way(
                Posture.STANDING,
                (
                    _("Stand an arm's length from a wall, hands on it."),
                    _("Bend your elbows to lean in, then press back."),
                    _("Breathe out as you press."),
                    _("The closer you stand, the lighter it is."),
                ),
            ),
            Way(
                Posture.SITTING,
                (
                    SIT,
                    _("Bring your palms in front of your chest."),
                    _("Press your palms together for three counts, then let go."),
                    _("Let your breath flow."),
                ),
                heart=2,
            ),
        ),
    ),
    Sheet(
        "knee-bend",
        Movement.RESISTANCE,
        _("Small knee bend"),
        (
            Way(
                Posture.STANDING,
                (
                    STAND_AT_CHAIR,
                    _("Bend your knees a little, as if to sit."),
                    _("Come back up slowly."),
                    _("Your heels stay on the floor."),
                ),
            ),
            Way(
                Posture.SITTING,
                (
                    SIT_IN_FRONT,
                    _("Lean forward and press your feet down, as if to stand."),
                    _("Let go, and sit tall again."),
                    _("You stay on the chair."),
                ),
            ),
            Way(
                Posture.LYING,
                (
                    LIE,
                    _("Lift your hips a little, and put them down."),
                    _("Breathe out as you lift."),
                    _("Keep it low."),
                ),
            ),
        ),
    ),
    Sheet(
        "leg-lift",
        Movement.RESISTANCE,
        _("Leg lift"),
        (
            Way(
                Posture.STANDING,
                (
                    _("Stand beside a firm chair and hold its back."),
                    _("Lift one leg a little to the side, then down."),
                    _("Stay tall as you lift."),
                    _("Then turn round for the other leg."),
                ),
            ),
            Way(
                Posture.SITTING,
                (
                    SIT,
                    _("Straighten one knee, and put the foot down again."),
                    _("Half way is fine."),
                    _("Then the other leg."),
                ),
            ),
        ),
    ),
    Sheet(
        "arm-curl",
        Movement.RESISTANCE,
        _("Arm curl"),
        (
            Way(Posture.STANDING, (STAND, _BOTTLE, _CURL, _CURL_DOWN, _OTHER_HAND), heart=2),
            Way(Posture.SITTING, (SIT, _BOTTLE, _CURL, _CURL_DOWN, _OTHER_HAND), heart=2),
        ),
    ),
    Sheet(
        "towel-pull",
        Movement.RESISTANCE,
        _("Towel pull"),
        (
            Way(Posture.STANDING, (STAND, _TOWEL, _PULL, _LOW_SHOULDERS), heart=2),
            Way(Posture.SITTING, (SIT, _TOWEL, _PULL, _LOW_SHOULDERS), heart=2),
        ),
    ),
)
