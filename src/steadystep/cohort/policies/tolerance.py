"""What this person's weeks suggest they can bear: a Bayesian belief, and the bound that follows.

Tolerance is the load at which a flare caused by activity is as likely as not. A flare begins on a
day either by itself, at one of four rates, or through the loads of the four days before, by a curve
that is logistic in the logarithm of the load:

    P(flare begins) = 1 - (1 - rate) (1 - x^8 / (x^8 + tolerance^8))

Belief is a weight on each of 45 tolerances by 4 rates. Every answered morning outside a flare
moves it; a flare moves it down, calm days under a load move it up; and each night it spreads a
little, since bodies change. The bound is the load at which the risk is as chosen, for a tolerance
so low that it is believed lower with probability alpha: escalation with overdose control
(Babb 1998). The form, the prior and the drift are assumed.

The weights are changed in place: a memory that holds them is good for one morning. They are scaled
to a sum of 1 at each flare, which is often enough for a double.
"""

from itertools import accumulate, repeat
from math import exp, log, sqrt
from operator import mul
from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray

from steadystep.cohort.policies.doses import done_minutes, own_load
from steadystep.cohort.policies.knobs import Knob
from steadystep.cohort.told import UNTOLD, Start, Told

# Tolerances stand on a grid, even in the logarithm, as multiples of the first day's load.
LEVELS = 45
LOWEST, HIGHEST = 0.5, 6.0
STEP = log(HIGHEST / LOWEST) / (LEVELS - 1)
TIMES = tuple(accumulate(repeat(exp(STEP), LEVELS - 1), mul, initial=LOWEST))
TIMES_8 = tuple(one**8 for one in TIMES)
# Flares that begin by themselves, a day: every hundredth day to every twelfth. Assumed.
RATES = (0.01, 0.02, 0.04, 0.08)
# How much of an answer comes after one, two, three and four days: peak at 24 hours, 95 % within
# 72, as in the prototype. Assumed.
SHARES = (0.50, 0.33, 0.12, 0.05)


class Guard(NamedTuple):
    """The numbers of the belief and its bound.

    Attributes:
        risk: The chance of a flare caused by activity, a day, that the bound allows.
        alpha: How likely the bound may be too high.
        prior_times: The tolerance expected before anything is known, of the first day's load.
        prior_spread: How uncertain that is, standard deviation of the logarithm.
        drift: By how much tolerance may change in a day, the same unit.
    """

    risk: Annotated[float, Knob("a day", 0.001, 0.5, "prototype: 0.05 and 0.10")] = 0.10
    alpha: Annotated[float, Knob("probability", 0.01, 0.99, "EWOC, Babb 1998: 0.25")] = 0.25
    prior_times: Annotated[float, Knob("of the first load", 0.5, 6.0, "assumed")] = 1.8
    prior_spread: Annotated[float, Knob("SD of the logarithm", 0.05, 2.0, "assumed")] = 0.35
    drift: Annotated[float, Knob("SD of the logarithm a day", 0.0, 0.05, "assumed")] = 0.01


class Belief(NamedTuple):
    """What is believed of one person.

    Attributes:
        weights: How likely each rate (rows) with each tolerance (columns) is, to a common factor.
        room: Room to reckon in, one place for each tolerance.
        recent: The loads of the last four days, the newest first, minutes.
        first: The first day's load, minutes: the grid's unit.
        own: The load that stays beside the dose, minutes.
    """

    weights: NDArray[np.float64]
    room: NDArray[np.float64]
    recent: NDArray[np.float64]
    first: float
    own: float


def belief_at_start(start: Start, guard: Guard) -> Belief:
    """The prior: a bell in the logarithm, and every rate as likely."""
    weights = np.zeros((len(RATES), LEVELS))
    for level in range(LEVELS):
        away = (log(TIMES[level]) - log(guard.prior_times)) / guard.prior_spread
        for rate in range(len(RATES)):
            weights[rate, level] = exp(-0.5 * away * away)
    own = own_load(start)
    first = max(own + start.dose, 1.0)
    return Belief(weights, np.zeros(LEVELS), np.full(len(SHARES), first), first, own)


def note_load(belief: Belief, told: Told, dose: float) -> None:
    """Write yesterday's load down: a watch's, else own day and dose; else as the day before."""
    if told.day == 0:
        return
    load = belief.recent[0]
    if told.load >= 0.0:
        load = told.load
    elif told.did != UNTOLD:
        load = belief.own + done_minutes(dose, told.did)
    for day in range(len(SHARES) - 1, 0, -1):
        belief.recent[day] = belief.recent[day - 1]
    belief.recent[0] = load


def learn(belief: Belief, flare_begins: int) -> None:
    """Weigh a morning: a flare that begins (1), or none (0), after the loads of late."""
    weighed = 0.0
    for day in range(len(SHARES)):
        weighed += SHARES[day] * belief.recent[day]
    load = _eighth_power(weighed / belief.first)
    for level in range(LEVELS):
        belief.room[level] = TIMES_8[level] / (load + TIMES_8[level])
    for rate in range(len(RATES)):
        on_its_own = 1.0 - RATES[rate]
        for level in range(LEVELS):
            none = on_its_own * belief.room[level]
            belief.weights[rate, level] *= 1.0 - none if flare_begins == 1 else none
    if flare_begins == 1:
        _sum_to_one(belief.weights)


def spread(belief: Belief, guard: Guard) -> None:
    """A night passes: a little of each weight goes to its neighbours, none over the edge."""
    share = min(guard.drift * guard.drift / (2.0 * STEP * STEP), 0.25)
    for rate in range(len(RATES)):
        before = belief.weights[rate, 0]
        for level in range(LEVELS):
            here = belief.weights[rate, level]
            after = belief.weights[rate, level + 1] if level < LEVELS - 1 else here
            belief.weights[rate, level] = here + share * (before - here + after - here)
            before = here


def bound(belief: Belief, guard: Guard) -> float:
    """The largest load that the belief allows, minutes."""
    total = 0.0
    for level in range(LEVELS):
        here = 0.0
        for rate in range(len(RATES)):
            here += belief.weights[rate, level]
        belief.room[level] = here
        total += here
    sought, below = guard.alpha * total, 0.0
    for level in range(LEVELS):
        here = float(belief.room[level])
        if below + here >= sought and here > 0.0:
            # Between two levels, so that the bound moves as smoothly as the belief.
            part = (sought - below) / here
            low = TIMES[max(level - 1, 0)]
            return (low + part * (TIMES[level] - low)) * belief.first * _share_at(guard.risk)
        below += here
    return TIMES[LEVELS - 1] * belief.first * _share_at(guard.risk)


def _share_at(risk: float) -> float:
    """The load, as a share of the tolerance, at which the risk is this: an eighth root."""
    return sqrt(sqrt(sqrt(risk / (1.0 - risk))))


def _eighth_power(value: float) -> float:
    """Steep, and plain arithmetic: the same to the bit on every machine."""
    square = value * value
    fourth = square * square
    return fourth * fourth


def _sum_to_one(weights: NDArray[np.float64]) -> None:
    """Scale the weights, which every morning makes smaller."""
    total = 0.0
    for rate in range(len(RATES)):
        for level in range(LEVELS):
            total += weights[rate, level]
    for rate in range(len(RATES)):
        for level in range(LEVELS):
            weights[rate, level] /= total
