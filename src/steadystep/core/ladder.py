"""Ladders: the rungs a dose may stand on. A rise is one rung up, a step back one rung down.

Doses are whole tenths of a unit, so that half a minute is 5 and nothing is ever rounded upwards.
The short ladders are for one planned movement; the whole-day ladders are for a diary that knows
how much was moved in a day and nothing of a planned session.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from typing import NamedTuple

from steadystep.core.observations import Unit


class Ladder(NamedTuple):
    """One ladder, with the rung that each kind of lowering leads to worked out beforehand.

    Attributes:
        doses: The rungs, smallest first, in tenths of a unit.
        eased: For each rung, the highest rung at or under two thirds of it (rule B8).
        three_quarters: The same for three quarters (rule B5, a gap of 8 to 14 days).
        half: The same for one half (rule B5, a gap of 15 to 28 days).
    """

    doses: tuple[int, ...]
    eased: tuple[int, ...]
    three_quarters: tuple[int, ...]
    half: tuple[int, ...]


def build(doses: tuple[int, ...]) -> Ladder:
    """Work out where easing and gaps lead on these doses (tenths, strictly rising, at least 1).

    Raises:
        ValueError: The doses do not rise, or there are none.
    """
    if not doses or doses[0] < 1 or any(low >= high for low, high in itertools.pairwise(doses)):
        message = "a ladder needs doses that rise from above zero"
        raise ValueError(message)
    return Ladder(
        doses,
        eased=tuple(rung_at_most(doses, dose * 2 // 3) for dose in doses),
        three_quarters=tuple(rung_at_most(doses, dose * 3 // 4) for dose in doses),
        half=tuple(rung_at_most(doses, dose // 2) for dose in doses),
    )


def rung_at_most(doses: tuple[int, ...], tenths: int) -> int:
    """The highest rung whose dose is at most this; the lowest rung where none is."""
    return max(0, bisect_right(doses, tenths) - 1)


def _steps(*stretches: tuple[int, int, int]) -> tuple[int, ...]:
    """Join stretches of (first, last, by), all in tenths of a unit, last included."""
    return tuple(dose for first, last, by in stretches for dose in range(first, last + 1, by))


# The movement ladders are rule-of-two.md §1, word for word; the whole-day ones are a *choice*:
# the same small steps while the load is small, then about one part in twenty.
MINUTES = build(_steps((5, 35, 5), (40, 200, 10), (220, 300, 20)))
REPS = build(_steps((20, 150, 10)))
STEPS = build(_steps((1_000, 20_000, 1_000), (22_000, 80_000, 2_000)))
WHOLE_DAY_MINUTES = build(_steps((10, 200, 10), (220, 600, 20), (650, 3_000, 50)))
WHOLE_DAY_REPS = build(_steps((20, 200, 10), (220, 600, 20)))
WHOLE_DAY_STEPS = build(
    _steps((1_000, 20_000, 1_000), (22_000, 80_000, 2_000), (85_000, 200_000, 5_000))
)

MOVEMENT = {Unit.MINUTES: MINUTES, Unit.REPS: REPS, Unit.STEPS: STEPS}
WHOLE_DAY = {
    Unit.MINUTES: WHOLE_DAY_MINUTES,
    Unit.REPS: WHOLE_DAY_REPS,
    Unit.STEPS: WHOLE_DAY_STEPS,
}
