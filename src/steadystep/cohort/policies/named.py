"""Every planner by the name that a study's file gives it, with its numbers checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from steadystep.cohort.policies import (
    ewoc,
    literal,
    oracle,
    percentile,
    plus,
    still,
    today,
    weekly,
)
from steadystep.cohort.policies.informed import Sources, informed
from steadystep.cohort.policies.knobs import Knob, changed, declared, number, unknown
from steadystep.cohort.policies.shipped import shipped
from steadystep.cohort.told import Planner
from steadystep.core.policy import GENTLE, Policy, guardrails

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(NamedTuple):
    """What makes a planner of one kind.

    Attributes:
        begin: Its memory on the first morning.
        choose: Its choice of a day.
        knobs: Its numbers, where nothing else is said.
        clairvoyant: Whether it is told what nobody can know.
    """

    begin: Callable[..., Any]
    choose: Callable[..., Any]
    knobs: Any
    clairvoyant: bool = False


OURS = {
    "none": Kind(still.begin_nothing, still.choose_nothing, still.Nothing()),
    "constant": Kind(still.begin_constant, still.choose_constant, still.Constant()),
    "envelope": Kind(today.begin, today.choose, today.ENVELOPE),
    "symptom_contingent": Kind(today.begin, today.choose, today.SYMPTOM_CONTINGENT),
    "percentile": Kind(percentile.begin, percentile.choose, percentile.Percentile()),
    "graded": Kind(weekly.begin, weekly.choose, weekly.GRADED),
    "trial": Kind(weekly.begin, weekly.choose, weekly.TRIAL),
    "ramp": Kind(weekly.begin, weekly.choose, weekly.RAMP),
    "ramp_minutes": Kind(weekly.begin, weekly.choose, weekly.RAMP_MINUTES),
    "literal": Kind(literal.begin, literal.choose, literal.Literal()),
    "plus": Kind(plus.begin, plus.choose, plus.Plus()),
    "ewoc": Kind(ewoc.begin, ewoc.choose, ewoc.Ewoc()),
    "plus_guard": Kind(plus.begin_guarded, plus.choose_guarded, plus.PlusGuard()),
    "oracle": Kind(oracle.begin, oracle.choose, oracle.Oracle(), clairvoyant=True),
}
# The rule as the app runs it, its guard asleep or awake.
SHIPPED, SHIPPED_GUARD = "shipped", "shipped_guard"
# The same with its guard awake and more to go by.
INFORMED = "informed"
KINDS = (*OURS, SHIPPED, SHIPPED_GUARD, INFORMED)
# The guard's risk where the app's own policy has it asleep, % a day: the prototype's.
RISK_PERCENT = 10
# How an invented person answers the rule: each 1 for yes.
_YES_OR_NO = Knob("1 for yes, 0 for no", 0, 1, "choice")
ANSWERS = {
    "asks": (1, _YES_OR_NO),
    "takes": (1, _YES_OR_NO),
    "accepts": (1, _YES_OR_NO),
}


def planner(kind: str, **knobs: Any) -> Planner:  # noqa: ANN401 - a file may hold anything
    """A planner by its name, with some of its numbers changed.

    Args:
        kind: One of `KINDS`.
        knobs: Its numbers, by name; those left out are as they come. The shipped rule takes those
            of `Policy`, and how its offers and questions are answered; the informed one those of
            `Policy`, and 1 for each source it goes by.

    Returns:
        The planner, named after its kind and what was changed.

    Raises:
        ValueError: The kind or a knob is not known, or a number cannot be, in a plain sentence.
    """
    if kind not in KINDS:
        raise ValueError(f"No planner is called {kind!r}. There are {', '.join(KINDS)}.")
    if kind in {SHIPPED, SHIPPED_GUARD}:
        return _shipped(kind, knobs)
    if kind == INFORMED:
        return _informed(knobs)
    made = OURS[kind]
    numbers = changed(kind, made.knobs, knobs)
    return Planner(named(kind, knobs), made.begin, made.choose, numbers, made.clairvoyant)


def _shipped(kind: str, knobs: dict[str, Any]) -> Planner:
    """The rule with the numbers of the app's policy, some of them changed."""
    policy, answers = _ruled(kind, knobs, ANSWERS)
    return shipped(policy, named(kind, knobs), **answers)


def _informed(knobs: dict[str, Any]) -> Planner:
    """The rule with its guard, and the sources that are named."""
    sources = {name: (0, knob) for name, knob in declared(Sources).items()}
    policy, chosen = _ruled(INFORMED, knobs, sources)
    return informed(Sources(**chosen), policy, named(INFORMED, knobs))


def _ruled(
    kind: str, knobs: dict[str, Any], others: dict[str, tuple[int, Knob]]
) -> tuple[Policy, dict[str, int]]:
    """The app's policy with what was changed of it, and the knobs that are none of the policy's."""
    risk = 0 if kind == SHIPPED else GENTLE.guard_risk_percent or RISK_PERCENT
    policy = replace(GENTLE, guard_risk_percent=risk)
    known = {
        name: (getattr(policy, name), Knob(rail.unit, *rail.absolute, rail.source))
        for name, rail in guardrails().items()
    } | others
    for name in knobs:
        if name not in known:
            raise ValueError(unknown(kind, name, known))
    numbers = {
        name: int(number(f"{name!r} of {kind!r}", value, *known[name]))
        for name, value in knobs.items()
    }
    changes = {name: value for name, value in numbers.items() if name not in others}
    return replace(policy, **changes), {n: v for n, v in numbers.items() if n in others}


def named(kind: str, knobs: dict[str, Any]) -> str:
    """What tables call it: the kind, and what was changed of it."""
    if not knobs:
        return kind
    return f"{kind} ({', '.join(f'{name} {value:g}' for name, value in knobs.items())})"
