"""What is to be done today, and how: the movements, the one chosen, the posture, the amount."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.core.events import PreferenceSet
from steadystep.core.facts import Gate
from steadystep.core.fold import in_order, told
from steadystep.core.movements import BEFORE_A_WORD
from steadystep.core.screening import care_of
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.library.shelf import LIBRARY, find, of_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.core.events import Entry, PlanStarted
    from steadystep.core.safety import Care
    from steadystep.core.today import Today
    from steadystep.web.move.library.shapes import Sheet

# The names under which a person's ways are kept in the log.
SHEET, POSTURE, BUZZ = "sheet", "posture", "buzz"
SWITCH = ("off", "on")


@dataclass(frozen=True, slots=True)
class Doing:
    """What a page of a movement needs to know.

    Attributes:
        today: Today.
        plan: The plan in force.
        offered: What may be done today.
        sheet: The one that was chosen last, or the first.
        posture: How the person does it.
        care: What to take care of.
        buzz: The phone may buzz at half time and at the end.
    """

    today: Today
    plan: PlanStarted | None
    offered: tuple[Sheet, ...]
    sheet: Sheet | None
    posture: Posture
    care: Care
    buzz: bool

    @property
    def amount(self) -> int | None:
        """What is left of today's step, tenths; all of it where nothing is left of it."""
        dose = self.today.dose
        if not dose or self.plan is None:
            return None
        return dose - self.done if self.done < dose else dose

    @property
    def done(self) -> int:
        """What was told of today's step so far, tenths."""
        return self.today.session or 0

    @property
    def is_done(self) -> bool:
        """Was all of today's step told?"""
        return self.done > 0 and self.done >= (self.today.dose or 0)

    def may_start(self, sheet: Sheet) -> bool:
        """Is there a step today, and is this one of the movements it is about?"""
        return self.amount is not None and sheet in self.offered


def doing_of(entries: Sequence[Entry], today: Today) -> Doing:
    """Gather it from the entries."""
    care = care_of(entries)
    offered = _offered(today)
    said = _said(entries)
    chosen = find(said.get(SHEET, ""))
    return Doing(
        today=today,
        plan=today.plan,
        offered=offered,
        sheet=chosen if chosen in offered else next(iter(offered), None),
        posture=_posture(said.get(POSTURE), care),
        care=care,
        buzz=said.get(BUZZ) == "on",
    )


def _offered(today: Today) -> tuple[Sheet, ...]:
    gate = today.standing.gate
    if gate == Gate.RED_FLAG:
        return ()
    if gate == Gate.CLINICIAN_FIRST:
        return tuple(sheet for sheet in LIBRARY if sheet.kind in BEFORE_A_WORD)
    return of_kind(today.plan.movement) if today.plan else ()


def _posture(said: str | None, care: Care) -> Posture:
    """The person's own word; without one, a chair for whoever gets dizzy."""
    if said in tuple(Posture):
        return Posture(said)
    return Posture.SITTING if care.start_seated else Posture.STANDING


def _said(entries: Iterable[Entry]) -> dict[str, str]:
    return {one.name: one.value for one in told(in_order(entries), PreferenceSet)}
