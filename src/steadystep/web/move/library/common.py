"""Sentences that many movements share."""

from __future__ import annotations

from steadystep.web.move.library.marking import gettext_noop as _

STAND = _("Stand tall with your feet a little apart.")
STAND_AT_CHAIR = _("Stand behind a firm chair and hold its back.")
SIT = _("Sit well back on a firm chair, feet flat.")
SIT_IN_FRONT = _("Sit at the front of a firm chair.")
LIE = _("Lie on your back, knees bent, feet flat.")

SLOW_BEAT = _("Find a slow, even beat.")
SLOWLY = _("Go slowly. Smaller is fine.")
OTHER_SIDE = _("Then the other side.")
OTHER_FOOT = _("Then the other foot.")
EASY = _("Go as far as it stays easy.")
