"""The world a study is set in: which bodies, how long, and what about them is changed."""

from __future__ import annotations

from typing import NamedTuple

# Families of bodies. A remembers overdoing (threshold and sensitisation); B forgets (fitness and
# fatigue); in C activity barely matters; D has long flares, and some answers come late. R is
# scripted: each rise costs three points the day after and two on the next; the rest is noise.
FAMILIES = ("A", "B", "C", "D", "R")
A, B, C, D, R = range(5)


class World(NamedTuple):
    """One setting. The defaults are the app as it is used, with bodies of family A.

    Attributes:
        family: A, B, C, D or R.
        days: Days with the plan.
        run_in: Days before it, self-directed, from which usual is known.
        rho: Share of the own day that the plan replaces, 0 to 1. 0: one movement on top of the
            day, as the app is used. 1: the plan is the whole day.
        kappa: How much the words on a good day damp a boom, 0 to 0.5.
        sensitivity: Times how strongly a body answers too much.
        memory: Times how long sensitisation (or a flare of family D) lasts.
        trainability: Times how fast capacity grows.
        noise: Times the symptoms' own noise.
        exogenous: Times stress, infections and the like.
        boom: Times the boom-and-bust of self-directed days.
        adherence: Added to the share of doses done.
        missing: Times the share of check-ins not given.
        late: Days by which the body's answer comes later.
        first_weeks: Points by which pain is up on joining, fading over five weeks.
        watch: 1 where a watch shows yesterday's load, last night's HRV and sleep.
        evening: 1 where a second check-in is given in the evening.
    """

    family: int = A
    days: int = 365
    run_in: int = 28
    rho: float = 0.0
    kappa: float = 0.0
    sensitivity: float = 1.0
    memory: float = 1.0
    trainability: float = 1.0
    noise: float = 1.0
    exogenous: float = 1.0
    boom: float = 1.0
    adherence: float = 0.0
    missing: float = 1.0
    late: int = 0
    first_weeks: float = 0.0
    watch: int = 0
    evening: int = 0
