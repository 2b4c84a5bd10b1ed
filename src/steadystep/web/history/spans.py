"""Which days a picture shows: a week, a month of four weeks, or all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from steadystep.web.history.dates import day_in

if TYPE_CHECKING:
    from collections.abc import Mapping


class Span(StrEnum):
    """How much is shown at once."""

    WEEK = "week"
    MONTH = "month"
    ALL = "all"


# Whole weeks, so that each weekday is there as often as the others. A choice.
DAYS = {Span.WEEK: 7, Span.MONTH: 28}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """The days that are shown, and where the days beside them are.

    Attributes:
        span: How much.
        since: The first day.
        until: The last day.
        earlier: The last day of the stretch before; None where the record begins here.
        later: The last day of the stretch after; None where today is shown.
    """

    span: Span
    since: date
    until: date
    earlier: date | None
    later: date | None


def shown(query: Mapping[str, str], *, began: date, today: date) -> Shown:
    """Read the stretch from an address. What it does not say, or says badly, is the usual one.

    Args:
        query: `span` and `until` of the address.
        began: The first day of the record.
        today: The last one.
    """
    wanted = query.get("span", "")
    span = Span(wanted) if wanted in set(Span) else Span.MONTH
    if span == Span.ALL:
        return Shown(span, began, today, None, None)
    days = timedelta(days=DAYS[span])
    until = min(max(day_in(query.get("until", "")) or today, began), today)
    # A stretch that would begin before the record begins with it, and is as long as the others.
    until = min(max(until, began + days - _A_DAY), today)
    since = max(until - days + _A_DAY, began)
    return Shown(
        span,
        since,
        until,
        earlier=since - _A_DAY if since > began else None,
        later=min(until + days, today) if until < today else None,
    )
