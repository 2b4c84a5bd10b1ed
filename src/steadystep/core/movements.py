"""The kinds of movement: one small thing at an effort of 3 of 10 or less."""

from __future__ import annotations

from enum import StrEnum

# Points of 10 on the scale of effort: up to here one can talk in full sentences. Source: the rule
# (§1, movement) says gentle; that gentle ends at this number is a choice.
GENTLE_EFFORT_MOST = 3


class Movement(StrEnum):
    """What the plan is about. Source: the kinds that the rule names (§1, movement)."""

    WALK = "walk"
    MOBILITY = "mobility"
    RESISTANCE = "resistance"
    BREATH_STRETCH = "breath_stretch"
    OWN = "own"


# What may be done before a clinician has said a word (rule-of-two §2 A).
BEFORE_A_WORD = (Movement.MOBILITY, Movement.BREATH_STRETCH)
