"""Days as people name them: yesterday, tomorrow, on Thursday, on 14 May."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.explain.amounts import number
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from datetime import date

    from steadystep.explain.translations import Translations

# A weekday names a day without doubt for this many days either way.
_BY_WEEKDAY = 6


def looking(words: Translations, look: date, today: date) -> str:
    """When we look again. A look whose day has come is today's."""
    ahead = look.toordinal() - today.toordinal()
    if ahead <= 0:
        return words.gettext("We look again today.")
    if ahead == 1:
        return words.gettext("We look again tomorrow.")
    if ahead <= _BY_WEEKDAY:
        return _looking_on_weekday(words, look.weekday())
    return _looking_on_date(words, look.day, look.month)


def big_day(words: Translations, big: date, today: date) -> str:
    """Name the big day, and nothing else of it."""
    ago = today.toordinal() - big.toordinal()
    if ago == 1:
        return words.gettext("Yesterday was a big day.")
    if 1 < ago <= _BY_WEEKDAY:
        return words.gettext("{weekday} was a big day.").format(
            weekday=_weekdays(words)[big.weekday()]
        )
    return words.gettext("{date} was a big day.").format(date=on_date(words, big))


def by_name(words: Translations, day: date, today: date) -> str:
    """A day of the last week by its weekday, an older one by its date."""
    if 0 < today.toordinal() - day.toordinal() <= _BY_WEEKDAY:
        return _weekdays(words)[day.weekday()]
    return on_date(words, day)


def on_date(words: Translations, day: date) -> str:
    """A day and its month, in the order of the language."""
    return _on_date(words, day.day, day.month)


@remembered
def _looking_on_weekday(words: Translations, weekday: int) -> str:
    return words.gettext("We look again on {weekday}.").format(weekday=_on_weekdays(words)[weekday])


@remembered
def _looking_on_date(words: Translations, day: int, month: int) -> str:
    return words.gettext("We look again on {date}.").format(date=_on_date(words, day, month))


@remembered
def _on_date(words: Translations, day: int, month: int) -> str:
    return words.pgettext("a date", "{day} {month}").format(
        day=number(words, day), month=_months(words)[month - 1]
    )


@remembered
def _on_weekdays(words: Translations) -> tuple[str, ...]:
    """Weekdays as they follow "on"."""
    return (
        words.pgettext("on a weekday", "Monday"),
        words.pgettext("on a weekday", "Tuesday"),
        words.pgettext("on a weekday", "Wednesday"),
        words.pgettext("on a weekday", "Thursday"),
        words.pgettext("on a weekday", "Friday"),
        words.pgettext("on a weekday", "Saturday"),
        words.pgettext("on a weekday", "Sunday"),
    )


@remembered
def _weekdays(words: Translations) -> tuple[str, ...]:
    """Weekdays as they begin a sentence."""
    return (
        words.pgettext("a weekday", "Monday"),
        words.pgettext("a weekday", "Tuesday"),
        words.pgettext("a weekday", "Wednesday"),
        words.pgettext("a weekday", "Thursday"),
        words.pgettext("a weekday", "Friday"),
        words.pgettext("a weekday", "Saturday"),
        words.pgettext("a weekday", "Sunday"),
    )


@remembered
def _months(words: Translations) -> tuple[str, ...]:
    """Months as they stand in a date."""
    return (
        words.pgettext("in a date", "January"),
        words.pgettext("in a date", "February"),
        words.pgettext("in a date", "March"),
        words.pgettext("in a date", "April"),
        words.pgettext("in a date", "May"),
        words.pgettext("in a date", "June"),
        words.pgettext("in a date", "July"),
        words.pgettext("in a date", "August"),
        words.pgettext("in a date", "September"),
        words.pgettext("in a date", "October"),
        words.pgettext("in a date", "November"),
        words.pgettext("in a date", "December"),
    )
