"""Whose chapter it is: today, what may be done, and how far the first run has come. Read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.core.safety import ClinicianFirst
from steadystep.core.screening import screening_of
from steadystep.web.begin.telling import begun, entries_of
from steadystep.web.move.doing import doing_of
from steadystep.web.today.morning import morning_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from steadystep.core.beginning import Beginning
    from steadystep.core.events import PlanStarted
    from steadystep.core.facts import Gate
    from steadystep.web.move.doing import Doing
    from steadystep.web.today.morning import Morning


@dataclass(frozen=True, slots=True)
class Whose:
    """The reader, as the parts of a chapter need to know them.

    Attributes:
        morning: The day as it stands; nothing is written for it.
        doing: What may be done today.
        so_far: How far the first run has come.
        under_18: There is no plan before 18.
    """

    morning: Morning
    doing: Doing
    so_far: Beginning
    under_18: bool

    @property
    def gate(self) -> Gate:
        """What stands before a plan."""
        return self.morning.today.standing.gate

    @property
    def plan(self) -> PlanStarted | None:
        """The plan in force."""
        return self.morning.today.plan

    @property
    def level(self) -> int | None:
        """The rung in force, tenths of a unit."""
        decision = self.morning.today.decision
        return None if decision is None else decision.level


def whose(request: HttpRequest) -> Whose:
    """Who reads this page. Several parts of one chapter ask, and the record is read once."""
    known: Whose | None = getattr(request, "_whose", None)
    if known is None:
        morning = morning_of(request)
        screening = screening_of(entries_of(request))
        known = Whose(
            morning=morning,
            doing=doing_of(morning.entries, morning.today),
            so_far=begun(request),
            under_18=ClinicianFirst.UNDER_18 in screening.clinician_first,
        )
        request._whose = known  # type: ignore[attr-defined]  # noqa: SLF001 - kept with its page
    return known
