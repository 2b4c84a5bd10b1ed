"""What a morning may ask, one thing at a time, in the order of this list."""

from __future__ import annotations

from enum import StrEnum


class Ask(StrEnum):
    """One question. The first that is open is asked; the others wait.

    Source: design finding 15 (one ask at a time) and 16 (yesterday before anything else).
    """

    ALL_CLEAR = "all_clear"
    KEPT_MOVING = "kept_moving"
    WATCH_SESSION = "watch_session"
    YESTERDAY = "yesterday"
    SILENT_DAYS = "silent_days"
    CHECK_IN = "check_in"
    IS_IT_A_FLARE = "is_it_a_flare"
    LONG_FLARE = "long_flare"
    USUAL = "usual"
    SCREEN = "screen"
    CONFIDENCE = "confidence"
    OFFER = "offer"
    EFFORT = "effort"
    AFTER = "after"
    WEEK = "week"
    EVENING = "evening"
    NOTHING = "nothing"
