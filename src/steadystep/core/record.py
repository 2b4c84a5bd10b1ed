"""From a person's events to their days, and through the rule.

A day turns at 04:00 by the person's own clock. Hours are counted in absolute time, so that a
clock change or a journey never shortens a window.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.fold import (
    Fold,
    NoPlanError,
    Standing,
    begin_course,
    by_day,
    in_order,
    local_day,
)
from steadystep.core.policy import GUARDED, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry

__all__ = ["NoPlanError", "Standing", "begin_course", "decisions", "local_day", "usual_known_until"]


def decisions(
    entries: Iterable[Entry], *, until: date | None = None, policy: Policy = GUARDED
) -> Iterator[Decision]:
    """Replay a record by `at`: what the rule says for each day from the plan's first day on.

    The order in which events arrive does not matter.

    Args:
        entries: One person's events.
        until: The last day to decide for; the last day with an event if not given.
        policy: The numbers.

    Yields:
        One decision for each local day.

    Raises:
        NoPlanError: There is no plan among the events.
    """
    ordered = in_order(entries)
    first = next((local_day(one) for one in ordered if isinstance(one.event, on.PlanStarted)), None)
    if first is None:
        raise NoPlanError("this record holds no plan yet")
    days = by_day(ordered)
    last = until or max(days)
    fold = Fold(policy, usual_known_until=usual_known_until(ordered))
    fold.standing_before(one for one in ordered if local_day(one) < first)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        yield fold.evening(day, days.get(day, []))


def usual_known_until(entries: Sequence[Entry]) -> date | None:
    """The day of the last `ReferenceSet`: until then usual is a fact of the record."""
    set_on = (local_day(one) for one in entries if isinstance(one.event, on.ReferenceSet))
    return max(set_on, default=None)
