"""How much a record must hold before anything is said of it: every number, and its one home."""

from __future__ import annotations

from dataclasses import dataclass, fields

from steadystep.core.policy import OutOfBoundsError, number

_CHOICE = "choice"
_MEASURED = "choice; false words counted by benchmarks/paradox.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How much a record must hold before anything is said of it.

    Raises:
        OutOfBoundsError: A number lies outside its absolute bounds.
    """

    week_answers: int = number(4, "answered days of a week", (3, 5), (1, 7), _CHOICE)
    weeks_least: int = number(8, "weeks", (8, 12), (6, 52), _MEASURED)
    weeks_most: int = number(26, "weeks, the latest", (13, 52), (6, 520), _CHOICE)
    days_most: int = number(364, "days, the latest", (182, 728), (42, 3640), _CHOICE)
    near_days: int = number(14, "days before", (14, 28), (7, 56), "as Policy.load_days")
    near_answers: int = number(7, "answers in them", (7, 14), (3, 56), "as Policy.load_days_least")
    alike: int = number(
        10, "tenths of a point that days of like pain lie apart", (5, 10), (1, 30), _MEASURED
    )
    alike_most: int = number(3, "such steps from the days before", (2, 4), (1, 10), _CHOICE)
    big_least: int = number(8, "big days", (8, 20), (4, 99), _MEASURED)
    other_least: int = number(24, "other days", (24, 60), (8, 999), _CHOICE)
    size: int = number(10, "tenths of a point", (10, 20), (5, 50), "as Policy.rise_floor")
    sure: int = number(
        258, "hundredths of a standard deviation", (258, 329), (196, 500), f"99 %; {_MEASURED}"
    )

    def __post_init__(self) -> None:
        """Refuse numbers outside their absolute bounds."""
        for one in fields(self):
            low, high = one.metadata["guardrail"].absolute
            if not low <= getattr(self, one.name) <= high:
                message = f"{one.name} = {getattr(self, one.name)} is outside {low} to {high}"
                raise OutOfBoundsError(message)


LOOK = Look()
