"""The numbers a planner may be given: what each counts, what it may be, and where it comes from.

A planner's numbers are one NamedTuple, which numba reads as it stands. What is known about each of
them is written beside its default, in its annotation.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, TypeVar, get_type_hints

from steadystep.core.ladder import MINUTES, WHOLE_DAY_MINUTES

_Knobs = TypeVar("_Knobs", bound=NamedTuple)
_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Knob:
    """What one number of a planner may be.

    Attributes:
        unit: What it counts.
        low: The smallest it may be.
        high: The largest it may be.
        source: Where its default comes from, or "assumed", or "choice".
    """

    unit: str
    low: float
    high: float
    source: str


# The ceilings and the floor are those of the ladders on which the shipped rule stands.
LEAST_MINUTES = MINUTES.doses[0] / _TENTHS
MOST_MINUTES = MINUTES.doses[-1] / _TENTHS
MOST_DAY_MINUTES = WHOLE_DAY_MINUTES.doses[-1] / _TENTHS
A_DAY = 1440.0

Least = Annotated[float, Knob("minutes", 0.0, A_DAY, "lowest rung of the minutes ladder, choice")]
Most = Annotated[float, Knob("minutes of one movement", 0.0, A_DAY, "top of its ladder, choice")]
MostDay = Annotated[float, Knob("minutes of a whole day", 0.0, A_DAY, "top of its ladder, choice")]


def declared(knobs: type[NamedTuple]) -> dict[str, Knob]:
    """What is known of every number of a planner, by name, those of its parts included."""
    known: dict[str, Knob] = {}
    for name, hint in get_type_hints(knobs, include_extras=True).items():
        if hasattr(hint, "__metadata__"):
            known[name] = hint.__metadata__[0]
        else:
            known |= declared(hint)
    return known


def changed(kind: str, knobs: _Knobs, changes: dict[str, Any]) -> _Knobs:
    """The planner's numbers with some of them changed.

    Args:
        kind: What the planner is called, for the answer where a number cannot be.
        knobs: Its numbers as they are.
        changes: New numbers by name, of any type a file may hold.

    Returns:
        The same tuple, each number of the type that its default has.

    Raises:
        ValueError: A name is not known, or a number cannot be, with a sentence that says what can.
    """
    known = declared(type(knobs))
    for name in changes:
        if name not in known:
            raise ValueError(unknown(kind, name, known))
    fresh: dict[str, Any] = {}
    for name, default in knobs._asdict().items():
        if name not in known:
            # A part with numbers of its own.
            its = declared(type(default))
            fresh[name] = changed(kind, default, {n: v for n, v in changes.items() if n in its})
        elif name in changes:
            fresh[name] = number(f"{name!r} of {kind!r}", changes[name], default, known[name])
    return knobs._replace(**fresh)


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """What to answer to a name that a planner does not know."""
    names = sorted(known)
    return f"{kind!r} knows no knob {name!r}. It knows {', '.join(names) if names else 'none'}."


def number(whose: str, value: object, default: float, knob: Knob) -> float:
    """One number, checked, of the type of its default: numba gives each its own type.

    Raises:
        ValueError: It is no number, no whole one where one is needed, or outside its bounds.
    """
    whole = isinstance(default, int)
    wanted = f"a {'whole number' if whole else 'number'} from {knob.low:g} to {knob.high:g}"
    answer = f"{whose} is {value!r}. It has to be {wanted} ({knob.unit})."
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        raise ValueError(answer)
    if not knob.low <= value <= knob.high or (whole and value != int(value)):
        raise ValueError(answer)
    return int(value) if whole else float(value)
