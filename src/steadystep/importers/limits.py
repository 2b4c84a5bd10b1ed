"""What a body can do, and a device can mean. Anything else in a file is a slip, and is told."""

from __future__ import annotations

from typing import Final

# Beats a minute: what a heart can do.
SLOWEST_HEART: Final = 20
FASTEST_HEART: Final = 250
# Tenths of a millisecond: what a night's RMSSD can be.
LOWEST_HRV: Final = 10
HIGHEST_HRV: Final = 5000
# The rest are choices.
MOST_STEPS_A_DAY: Final = 200_000
MOST_STEPS_A_SECOND: Final = 5
LONGEST_STAGE_SECONDS: Final = 6 * 3600
LONGEST_SESSION_SECONDS: Final = 48 * 3600
# Stages of one file, and sessions of an export: more are no night's, and no life's.
MOST_STAGES: Final = 50_000
MOST_SESSIONS: Final = 100_000
# A summary and a file of the same session begin within this.
SAME_START_SECONDS: Final = 2
# A watch may write two moments in the wrong order, at most this far apart.
OUT_OF_ORDER_SECONDS: Final = 900
# Files of watches are small: a day and a night of running fit into this several times. A file is
# held whole while it is read.
MOST_BYTES: Final = 32 << 20
# A choice: what holds no FIT file among so many is something else.
MOST_LOOKED_AT: Final = 2000
