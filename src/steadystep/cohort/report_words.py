"""How a report writes its numbers: one decimal, a true minus, a dash for what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cohort.compare import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cohort.compare import Interval, Spread
    from steadystep.cohort.world import World

MINUS = "\u2212"
UNKNOWN = "\u2013"
NO_EVIDENCE = "Nothing here is clinical evidence."
IN_HUNDRED = f"{CONFIDENCE:.0%}".replace("%", " %")

# A family of bodies in a few words: what it does when a day is too much.
OF_FAMILY = {
    "A": "A: remembers a day that was too much",
    "B": "B: fitness and fatigue, forgets",
    "C": "C: activity barely matters",
    "D": "D: long flares, late answers",
    "R": "R: each rise is answered",
}


def said(value: float | None, decimals: int = 1) -> str:
    """Write a number."""
    if value is None:
        return UNKNOWN
    written = f"{abs(value):,.{decimals}f}"
    return MINUS + written if value < 0 and float(written.replace(",", "")) else written


def signed(value: float, decimals: int = 1) -> str:
    """Write a difference, its sign always shown."""
    written = said(value, decimals)
    nothing = not float(written.replace(",", "").replace(MINUS, ""))
    return written if written.startswith(MINUS) or nothing else f"+{written}"


def between(interval: Interval | Spread) -> str:
    """Write where a mean lies."""
    if interval.low is None or interval.high is None:
        return UNKNOWN
    return f"{said(interval.low)} to {said(interval.high)}"


def apart(interval: Interval | None) -> str:
    """Write a difference and where it lies."""
    if interval is None:
        return UNKNOWN
    return f"{signed(interval.mean)} ({between(interval)})"


def listed(names: Sequence[str]) -> str:
    """Write some names in a row."""
    if len(names) < 2:  # noqa: PLR2004 - one needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def told_world(world: World) -> str:
    """Say what a world is like, where it is not as it comes."""
    usual = type(world)()
    part = f"the plan replaces {world.rho:.0%} of the own day".replace("%", " %")
    plain = {
        0.0: "one movement on top of the own day, as the app is used",
        1.0: "the plan is the whole day",
    }.get(world.rho, part)
    others = [
        f"{name} {said(getattr(world, name), 0 if isinstance(getattr(world, name), int) else 2)}"
        for name in world._fields
        if name not in {"family", "days", "run_in", "rho"}
        and getattr(world, name) != getattr(usual, name)
    ]
    return "; ".join((f"{world.days:,} days after {world.run_in} days of run-in", plain, *others))
