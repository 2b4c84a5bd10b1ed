"""A small fixed study that CI runs, so that no change of the rule goes by without its price.

    python -m tests.cohort.fixed_study            what changed since the table was written
    python -m tests.cohort.fixed_study --write    write it anew, for the commit to show

The same few people in every family, with the plan as shipped, in plain Python. Too few to say what
a plan is worth; paired with themselves they show what a change did to gain and to harm.
"""

from __future__ import annotations

import sys
from pathlib import Path

from steadystep.cohort import engine
from steadystep.cohort.outcome import Outcome
from steadystep.cohort.policies.shipped import shipped
from steadystep.cohort.world import FAMILIES, World
from steadystep.core.policy import GUARDED

TABLE = Path(__file__).with_name("fixed_study.csv")
PEOPLE, SEED = 16, 3
# On top of the day as the app is used, and the plan as the whole day.
SETTINGS = (0.0, 1.0)
SHOWN = ("gain", "caused_days", "flare_days", "rises", "calls", "last_dose")


def table() -> str:
    """The study's means, a line for each setting and family."""
    lines = [",".join(("rho", "family", *SHOWN))]
    for rho in SETTINGS:
        for family, name in enumerate(FAMILIES):
            world = World(family=family, rho=rho)
            rows = engine.run(world, shipped(GUARDED), SEED, 0, PEOPLE, compiled=False)
            means = (float(rows[:, Outcome._fields.index(one)].mean()) for one in SHOWN)
            lines.append(",".join((f"{rho:g}", name, *(f"{mean:.2f}" for mean in means))))
    return "\n".join(lines) + "\n"


def changes(before: str, now: str) -> str:
    """Each line that changed, as it was and as it is."""
    pairs = zip(before.splitlines(), now.splitlines(), strict=False)
    changed = [f"  was {old}\n  now {new}" for old, new in pairs if old != new]
    return "\n".join([before.partition("\n")[0], *changed])


if __name__ == "__main__":
    fresh = table()
    if "--write" in sys.argv:
        TABLE.write_text(fresh)
    else:
        sys.stdout.write(changes(TABLE.read_text(), fresh) + "\n")
