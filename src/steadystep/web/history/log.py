"""The record as the pages of history read it, and how a correction is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import gettext as _

from steadystep.core.correcting import NotThatDay, of_day, why_not
from steadystep.core.fold import in_order
from steadystep.core.history import began_on, history, replayed
from steadystep.core.today import day_of
from steadystep.core.usual import usual_now
from steadystep.web.history.dates import date_in_words
from steadystep.web.record.door import form_key, now, say, the_log
from steadystep.web.record.person import preferences
from steadystep.web.record.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.correcting import Correction
    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry
    from steadystep.core.history import HistoryDay
    from steadystep.core.today import Today
    from steadystep.core.usual import UsualNow
    from steadystep.explain import Translations
    from steadystep.web.record.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Read:
    """One page's reading of the record.

    Attributes:
        entries: All of the person's entries.
        now: The moment at the door.
        began: The first day of the first plan; None without one.
        morning: Today as it stands.
        words: The catalogue of the rule's words.
        prefer: How the person wants their pages.
    """

    entries: Sequence[Entry]
    now: datetime
    began: date | None
    morning: Today
    words: Translations
    prefer: Preferences

    @property
    def today(self) -> date:
        """The person's day."""
        return day_of(self.now)

    def usual(self) -> tuple[UsualNow, ...]:
        """Usual as it stands now."""
        return usual_now(self.entries, self.morning)

    def days(self, since: date, until: date) -> tuple[HistoryDay, ...]:
        """The days of a stretch, oldest first."""
        known = _replayed(_Told(tuple(one.key for one in self.entries), self.today, self.entries))
        return history(self.entries, since=since, until=until, known=known)

    def lived(self, day: date) -> HistoryDay:
        """One day that is on record."""
        return self.days(day, day)[0]

    def told(self, day: date) -> tuple[Entry, ...]:
        """What counts of a day."""
        return of_day(self.entries, day)

    def named(self, day: date) -> str:
        """A day by its weekday and date."""
        return date_in_words(day, self.words, today=self.today)


@dataclass(frozen=True, slots=True)
class _Told:
    """A record as it was read. Entries are never edited, so their keys say which it is."""

    keys: tuple[str, ...]
    until: date
    entries: Sequence[Entry] = field(compare=False)


@lru_cache(maxsize=1)
def _replayed(told: _Told) -> tuple[Decision, ...]:
    """The replay of the record that was looked at last: kept from page to page, never on disk."""
    return replayed(told.entries, until=told.until)


def read(request: HttpRequest) -> Read:
    """Read the record once for this page."""
    log, moment = the_log(request), now(request)
    entries = log.read()
    return Read(
        entries=entries,
        now=moment,
        began=began_on(in_order(entries)),
        morning=log.today(moment),
        words=words(request),
        prefer=preferences(request),
    )


def on_a_day(
    view: Callable[[HttpRequest, Read, date], HttpResponse],
) -> Callable[[HttpRequest, date], HttpResponse]:
    """Make a view of one day: of a day that is not on record there is a kind page."""

    @wraps(view)
    def looked_at(request: HttpRequest, day: date) -> HttpResponse:
        record = read(request)
        why = why_not(record.entries, day, record.now)
        if why is not None:
            page = {"said": not_that_day(why), "began": record.began}
            return render(request, "history/no_day.html", page, status=404)
        return view(request, record, day)

    return looked_at


def not_that_day(why: NotThatDay) -> str:
    """Why there is no page for a day."""
    return {
        NotThatDay.FUTURE: _("That day is still to come."),
        NotThatDay.BEFORE_THE_PLAN: _("Your record begins after that day."),
        NotThatDay.NO_PLAN: _("Your record begins with your first step."),
    }[why]


def write(request: HttpRequest, record: Read, correction: Correction) -> None:
    """Write a correction under the form's key. The same form sent again changes nothing.

    Raises:
        StaleKeyError: The form has no key of ours.
    """
    if not is_heard(request, record) and correction.events:
        say(request, *correction.events, at=correction.at)


def is_heard(request: HttpRequest, record: Read) -> bool:
    """Was this very form heard before? A double click is no second word.

    Raises:
        StaleKeyError: The form has no key of ours.
    """
    key = form_key(request)
    return any(one.key == key for one in record.entries)
