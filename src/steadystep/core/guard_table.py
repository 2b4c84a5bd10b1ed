"""The guard's numbers worked out once for a ladder: whole numbers, the same on every machine.

Levels of tolerance stand on a geometric grid, so that a chance depends on nothing but how many
places a dose stands above a tolerance. The curve is tabulated here, as logarithms; from then on
there are no fractions.
"""

from __future__ import annotations

from functools import cache
from math import ceil, exp, log, log2, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from steadystep.core.ladder import Ladder
    from steadystep.core.policy import Policy

# Logarithms are to the base of two, one octave being this much; so is a share of one.
SHIFT = 16
FULL = 1 << SHIFT
# The likeliest place counts this much, and what is fewer octaves under it still counts.
OCTAVE = 40
WHOLE = 1 << OCTAVE
# Two to the power of 0, 1/256 ... 1, times WHOLE.
FRACTIONS = tuple(round(WHOLE * 2 ** (part / 256)) for part in range(257))


class Table(NamedTuple):
    """The guard's numbers on one ladder. A cohort may hold the tuples as arrays.

    Attributes:
        levels: Levels of tolerance.
        backgrounds: Background rates that are told apart.
        size: Places in all: level after level, background rate after background rate.
        edges: For each level, the smallest dose (tenths) that stands nearest to it.
        limits: For each level and one more, where the doses of the wished risk begin (tenths).
        onset: What a flare that begins says of a tolerance, by places of the dose above it from
            `1 - levels` up, background rate after background rate; a logarithm.
        quiet: The same for a day on which none begins.
        prior: What is believed beforehand, by places from its middle; a logarithm.
        fade: Share of the evidence that is let go of in a day.
        share: Share of what is likely that may tolerate less than the dose named.
        prior_percent: The middle of what is believed, in percent of the first step up.
    """

    levels: int
    backgrounds: int
    size: int
    edges: tuple[int, ...]
    limits: tuple[int, ...]
    onset: tuple[int, ...]
    quiet: tuple[int, ...]
    prior: tuple[int, ...]
    fade: int
    share: int
    prior_percent: int


def table_for(ladder: Ladder, policy: Policy) -> Table | None:
    """The guard's numbers on a ladder; None where the policy has no guard."""
    return None if policy.guard_risk_percent == 0 else _tabulated(ladder, policy)


@cache
def _tabulated(ladder: Ladder, policy: Policy) -> Table:
    smallest, step = ladder.doses[0] / 2, log(1 + policy.guard_ratio_percent / 100)
    levels = 1 + ceil(log(ladder.doses[-1] * policy.guard_reach / smallest) / step)
    edges = [smallest * exp((level - 0.5) * step) for level in range(levels + 1)]
    places = range(1 - levels, levels)
    chances = [_onset(one * step, rate, policy) for rate in _rates(policy) for one in places]
    return Table(
        levels,
        policy.guard_backgrounds,
        levels * policy.guard_backgrounds,
        tuple(ceil(one) for one in edges[:-1]),
        tuple(int(one * _safe_share(policy)) for one in edges),
        tuple(round(FULL * log2(one)) for one in chances),
        tuple(round(FULL * log2(1 - one)) for one in chances),
        tuple(_believed(one * step, policy) for one in places),
        FULL // policy.guard_memory_days,
        FULL * policy.guard_quantile_percent // 100,
        policy.guard_prior_percent,
    )


def _rates(policy: Policy) -> tuple[float, ...]:
    """The background rates, each twice the one before; the policy's own is in the middle."""
    lowest = policy.guard_background_permille / 1_000 / 2 ** ((policy.guard_backgrounds - 1) // 2)
    return tuple(lowest * 2**one for one in range(policy.guard_backgrounds))


def _onset(above: float, rate: float, policy: Policy) -> float:
    """Chance that a flare begins: by itself, or because the dose stands so far above (log)."""
    caused = policy.guard_most_percent / 100 / (1 + exp(-policy.guard_slope_tenths / 10 * above))
    return rate + (1 - rate) * caused


def _safe_share(policy: Policy) -> float:
    """The dose of the wished risk, as a share of the tolerance."""
    odds = policy.guard_risk_percent / (policy.guard_most_percent - policy.guard_risk_percent)
    return exp(log(odds) * 10 / policy.guard_slope_tenths)


def _believed(away: float, policy: Policy) -> int:
    """A bell over the logarithm of tolerance, as a logarithm.

    Its upper side runs out straight: far above what was believed the days decide, and nobody is
    stuck. On its lower side one flare in the first days is no reason to believe the worst.
    """
    spreads = away * 100 / policy.guard_spread_percent
    under = sqrt(1 + spreads**2) - 1 if spreads > 0 else spreads**2 / 2
    return round(-FULL * under / log(2))
