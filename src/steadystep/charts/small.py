"""Sizes and distances of the small pictures in a chapter, in the units of their view boxes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParadoxSizes:
    """The picture of the paradox: weeks above, the two days after below."""

    width: float = 360
    left: float = 30
    right: float = 14
    top: float = 18
    text_size: float = 14
    small_size: float = 13
    heading_gap: float = 16
    pain_height: float = 92
    step_gap: float = 40
    step_height: float = 34
    bar_share: float = 0.72
    widest_week: float = 24
    axis_gap: float = 18
    between: float = 44
    names: float = 116
    row: float = 26
    pair_gap: float = 34
    least_reach: int = 2
    scale_gap: float = 18
    dot: float = 4.6
    line: float = 2
    dot_rim: float = 1.8
    week_dot: float = 3.2
    line_opacity: float = 0.6
    foot: float = 12


@dataclass(frozen=True, slots=True)
class TrapSizes:
    """The drawing of the trap: four days of movement, and a line of how the body is."""

    width: float = 360
    left: float = 8
    right: float = 8
    top: float = 20
    text_size: float = 14
    small_size: float = 13
    body_height: float = 84
    move_gap: float = 34
    move_height: float = 96
    heading_gap: float = 14
    number_room: float = 30
    bar: float = 40
    under: float = 20
    foot: float = 10
    line: float = 2.4
    fine_line: float = 1.2
    dot: float = 5
    # What a bar and the body's scale are drawn up to.
    most: float = 10


PARADOX = ParadoxSizes()
TRAP = TrapSizes()
