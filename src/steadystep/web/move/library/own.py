"""A movement of the person's own. The page calls it by the person's name for it."""

from __future__ import annotations

from steadystep.core.movements import Movement
from steadystep.web.move.library.common import LIE, SIT, STAND
from steadystep.web.move.library.marking import gettext_noop as _
from steadystep.web.move.library.shapes import Posture, Sheet, Way

_AS_YOU_KNOW_IT = _("Do your movement slowly, the way you know it.")
_TALK = _("Keep it so easy that you could talk.")

SHEETS = (
    Sheet(
        "your-own",
        Movement.OWN,
        _("Your own movement"),
        (
            Way(Posture.STANDING, (STAND, _AS_YOU_KNOW_IT, _TALK)),
            Way(Posture.SITTING, (SIT, _AS_YOU_KNOW_IT, _TALK)),
            Way(Posture.LYING, (LIE, _AS_YOU_KNOW_IT, _TALK)),
        ),
    ),
)
