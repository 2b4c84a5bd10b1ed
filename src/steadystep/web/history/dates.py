"""Days as they stand in an address, in a form and on a page."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from steadystep.core.today import day_of
from steadystep.explain.days import on_date
from steadystep.web.record.templatetags.record import clock

if TYPE_CHECKING:
    from steadystep.explain import Translations
    from steadystep.web.record.preferences import Preferences

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DayInAnAddress:
    """A day as an address carries it; what is no day leads nowhere."""

    regex = _ISO.pattern

    def to_python(self, text: str) -> date:
        """Read it.

        Raises:
            ValueError: There is no such day.
        """
        return date.fromisoformat(text)

    def to_url(self, day: date) -> str:
        """Write it."""
        return day.isoformat()


def day_in(text: str) -> date | None:
    """The day a field names; None where it names none."""
    if not _ISO.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def date_in_words(day: date, words: Translations, *, today: date) -> str:
    """A weekday and its date, with the year where it is another one: "Monday, 4 May"."""
    return _("%(weekday)s, %(date)s") % {
        "weekday": WEEKDAYS[day.weekday()],
        "date": short_date(day, words, today=today),
    }


def short_date(day: date, words: Translations, *, today: date) -> str:
    """A date without its weekday, with the year where it is another one."""
    if day.year == today.year:
        return on_date(words, day)
    return pgettext("a date with its year", "%(date)s %(year)s") % {
        "date": on_date(words, day),
        "year": day.year,
    }


def when(
    moment: datetime, day: date, words: Translations, prefer: Preferences, *, today: date
) -> str:
    """When something was told, seen from a day: "today at 08:10", "on 3 May at 08:10"."""
    told_on = day_of(moment)
    time = {"time": clock(moment, prefer)}
    if told_on == day:
        return (_("today at %(time)s") if day == today else _("that day at %(time)s")) % time
    if (day - told_on).days == 1:
        return _("the day before at %(time)s") % time
    return _("on %(date)s at %(time)s") % {"date": short_date(told_on, words, today=today), **time}
