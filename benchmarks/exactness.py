"""Do invented people live the same years in CPython and in compiled code, to the last bit?

    python benchmarks/exactness.py
    python benchmarks/exactness.py --years 300

Every family, plans beside the own day and for the whole day, and a world in which everything that
can be changed is changed. A year is a year with the plan, its run-in before it.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import product

import numpy as np

from steadystep.cohort import engine
from steadystep.cohort.policies.named import planner
from steadystep.cohort.world import FAMILIES, World

SEED = 12
YEARS = 10_000
RHOS = (0.0, 0.4, 1.0)
AS_THEY_ARE = World()
CHANGED = World(
    kappa=0.3,
    sensitivity=1.5,
    memory=0.7,
    trainability=1.2,
    noise=1.3,
    exogenous=1.4,
    boom=1.6,
    adherence=0.1,
    missing=2.0,
    late=1,
    first_weeks=2.0,
    watch=1,
    evening=1,
)
# A planner that looks at nothing, one that looks at every answer, one that is clairvoyant.
KINDS = ("ramp", "symptom_contingent", "oracle")
AT_ONCE = 20


def main() -> int:
    """Compare, and say how many people differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--years", type=int, default=YEARS, help="person-years to compare")
    years = parser.parse_args().years
    settings = list(product(FAMILIES, RHOS, (AS_THEY_ARE, CHANGED), KINDS))
    each = -(-years // len(settings))
    different, begun = 0, time.perf_counter()
    for place, (family, rho, base, kind) in enumerate(settings):
        world = base._replace(family=FAMILIES.index(family), rho=rho)
        different += differing(world, kind, place * each, each)
        print(f"\r{place + 1} of {len(settings)} settings", end="", file=sys.stderr, flush=True)
    taken = time.perf_counter() - begun
    print(file=sys.stderr)
    print(f"{each * len(settings):,} person-years in {len(settings)} settings, {taken:.0f} s:")
    print(f"{different} people differ in any bit of their outcome.")
    return 1 if different else 0


def differing(world: World, kind: str, first: int, count: int) -> int:
    """How many of these people have another outcome in compiled code."""
    chosen, found = planner(kind), 0
    for at in range(first, first + count, AT_ONCE):
        some = min(AT_ONCE, first + count - at)
        fast = engine.run(world, chosen, SEED, at, some)
        slow = engine.run(world, chosen, SEED, at, some, compiled=False)
        found += int(np.any(fast.view(np.int64) != slow.view(np.int64), axis=1).sum())
    return found


if __name__ == "__main__":
    sys.exit(main())
