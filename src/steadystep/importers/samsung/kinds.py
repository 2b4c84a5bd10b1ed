"""What Samsung Health calls the things we know."""

from __future__ import annotations

from typing import Final

from steadystep.core.observed import Activity, Kind

STAGES: Final = {
    "40001": Kind.SLEEP_AWAKE,
    "40002": Kind.SLEEP_LIGHT,
    "40003": Kind.SLEEP_DEEP,
    "40004": Kind.SLEEP_REM,
}
_STRENGTH: Final = {str(code) for code in (*range(10004, 10028), 15002)}
ACTIVITIES: Final = {
    **dict.fromkeys(_STRENGTH - {"10007", "10009", "10010"}, Activity.STRENGTH),
    "1001": Activity.WALK,
    "13001": Activity.WALK,
    "13003": Activity.WALK,
    "1002": Activity.RUN,
    "11007": Activity.CYCLE,
    "13004": Activity.CYCLE,
    "15003": Activity.CYCLE,
    "14001": Activity.SWIM,
    "9001": Activity.STRETCH,
    "9002": Activity.YOGA,
    "10001": Activity.STRETCH,
}
