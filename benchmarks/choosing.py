"""Which numbers the app ships: the least regret over four families of invented people.

    python benchmarks/choosing.py [people]

Each candidate is the shipped rule with one of its numbers changed, at rho = 0, the app as it is
used. What a plan is worth to a family is the gain of capacity in percent less the flare days a year
that activity caused; a regret is what is lacking to the best candidate in that family. No plan and
one constant dose stand beside them, and choose nothing. Nothing here is clinical evidence.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from steadystep.cohort import engine
from steadystep.cohort.outcome import Outcome
from steadystep.cohort.policies.named import planner
from steadystep.cohort.policies.shipped import shipped
from steadystep.cohort.world import FAMILIES, World
from steadystep.core.policy import GENTLE, GUARDED, Policy

PEOPLE, SEED = 1_000, 19
# Family R is scripted, and has no capacity to gain.
ASKED = FAMILIES[:4]
GAIN, CAUSED = Outcome._fields.index("gain"), Outcome._fields.index("caused_days")

CANDIDATES: dict[str, Policy] = {
    "no guard": GENTLE,
    **{
        f"guard, risk {risk} %": replace(GENTLE, guard_risk_percent=risk)
        for risk in (1, 2, 3, 5, 10, 20)
    },
    "guard, usual after 28 days": replace(GUARDED, usual_at_day=28),
    "guard, calming 14 days": replace(GUARDED, calming_days=14),
    "guard, 14 days between rises": replace(GUARDED, spacing_days=14),
    "guard, a rise of 1.5 is warm": replace(GUARDED, rise_most=15),
    "guard, a rise of 2.5 is warm": replace(GUARDED, rise_most=25),
    "guard, goes on after 3 days": replace(GUARDED, goes_on_days=3),
    "guard, learned background": replace(GUARDED, guard_backgrounds=4),
}


def worths(one: object, people: int) -> list[tuple[float, float]]:
    """Gain in percent and caused flare days, family by family."""
    rows = [engine.run(World(family=family), one, SEED, 0, people) for family in range(len(ASKED))]
    return [(float(row[:, GAIN].mean()), float(row[:, CAUSED].mean())) for row in rows]


def main() -> None:
    """Run every candidate, and print its regrets."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    found = {name: worths(shipped(policy), people) for name, policy in CANDIDATES.items()}
    beside = {
        "one constant dose": worths(planner("constant"), people),
        "no plan": worths(planner("none"), people),
    }
    best = [max(one[at][0] - one[at][1] for one in found.values()) for at in range(len(ASKED))]
    print(f"{people} people a family, seed {SEED}, rho = 0; gain % / caused days (regret)")
    for name, one in (found | beside).items():
        regrets = [best[at] - (gain - caused) for at, (gain, caused) in enumerate(one)]
        told = "  ".join(
            f"{family} {gain:5.1f} /{caused:5.1f} ({regret:4.1f})"
            for family, (gain, caused), regret in zip(ASKED, one, regrets, strict=True)
        )
        print(f"{name:30} {told}  worst {max(regrets):4.1f}")


if __name__ == "__main__":
    main()
