"""The words of a page beside its template: the rule's own sentences, amounts, and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from steadystep.core.observations import Unit
from steadystep.explain.amounts import amount, decimal
from steadystep.explain.beginning_words import anchor_word, movement_word
from steadystep.explain.days import on_date
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from datetime import date

    from steadystep.core.events import PlanStarted

_HALF = 5
# A weekday names a day without doubt for this many days.
_BY_WEEKDAY = 6


def movement_name(plan: PlanStarted) -> str:
    """What the movement is called: by the person's own name where they gave one."""
    return plan.name or movement_word(rule_words(), plan.movement)


def place_in_the_day(plan: PlanStarted) -> str:
    """When in the day the step has its place; nothing where it has none."""
    return anchor_word(rule_words(), plan.anchor) if plan.anchor else ""


def dose_in_words(unit: Unit, tenths: int) -> str:
    """A dose as it is told: "5 minutes"."""
    return amount(rule_words(), unit, tenths)


def dose_on_a_button(unit: Unit, tenths: int) -> str:
    """A dose without its unit: "6", "2½", "2,000"."""
    whole, tenth = divmod(tenths, 10)
    if unit == Unit.MINUTES and tenth == _HALF:
        return f"{decimal(rule_words(), whole * 10)}½" if whole else "½"
    return decimal(rule_words(), tenths)


def date_in_words(day: date) -> str:
    """A weekday and its date: "Monday, 4 May"."""
    return _("%(weekday)s, %(date)s") % {
        "weekday": WEEKDAYS[day.weekday()],
        "date": on_date(rule_words(), day),
    }


def weekday(day: date, today: date) -> str:
    """The name of a weekday gone by; nothing where it would be in doubt."""
    ago = (today - day).days
    return str(WEEKDAYS[day.weekday()]) if 0 < ago <= _BY_WEEKDAY else ""
