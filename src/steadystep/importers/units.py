"""How the units of files become ours: tenths of each kind's own."""

from __future__ import annotations

from typing import Final

TENTHS: Final = 10
MILLISECONDS: Final = 1000
SECONDS_IN_A_TENTH_OF_A_MINUTE: Final = 6
