"""The kinds of movement: one small thing at an effort of 3 of 10 or less."""

from __future__ import annotations

from enum import StrEnum


class Movement(StrEnum):
    """What the plan is about. Source: the kinds that the rule names (§1, movement)."""

    WALK = "walk"
    MOBILITY = "mobility"
    RESISTANCE = "resistance"
    BREATH_STRETCH = "breath_stretch"
    OWN = "own"
