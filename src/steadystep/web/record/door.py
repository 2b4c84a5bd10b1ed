"""The one door to the log: what was said, what is being said, and what time it is."""

from __future__ import annotations

import uuid
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings

from steadystep.store import PersonLog, SqliteLog
from steadystep.store.log import Wanted
from steadystep.web.record.place import folder

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from django.http import HttpRequest

    from steadystep.core.events import Entry, Event

# At home there is one person.
ME = "me"
KEY = "key"


class StaleKeyError(Exception):
    """A form came without its key, or with one that no page of ours made."""


def open_log() -> SqliteLog:
    """The log of this home, whoever's it is."""
    return _log_in(folder())


def the_log(request: HttpRequest) -> PersonLog:
    """The person's log. One for each page."""
    log: PersonLog | None = getattr(request, "_log", None)
    if log is None:
        log = PersonLog(open_log(), ME)
        request._log = log  # type: ignore[attr-defined]  # noqa: SLF001 - kept with its page
    return log


def lasting_as_written() -> list[Entry]:
    """What holds beyond its day, in the order of writing, whatever the clock said meanwhile."""
    return [one.entry for one in _log_in(folder()).read(ME, Wanted(lasting=True))]


def now(request: HttpRequest) -> datetime:
    """The person's own time, with its offset from UTC; the same for the whole page."""
    moment: datetime | None = getattr(request, "_now", None)
    if moment is None:
        moment = settings.STEADYSTEP_CLOCK()
        request._now = moment  # type: ignore[attr-defined]  # noqa: SLF001 - kept with its page
    return moment


def say(request: HttpRequest, *events: Event, at: datetime | None = None) -> tuple[str, ...]:
    """Write what the person said, under the key of the form they said it with.

    A form sent twice is said once: a double click, a page reloaded, two tabs of one page.

    Args:
        request: The form as it was sent.
        events: What was said, in its order.
        at: When it happened, if not now.

    Returns:
        The keys of the entries, by which each can be taken back.

    Raises:
        StaleKeyError: The form has no key of ours.
    """
    key = form_key(request)
    recorded = now(request)
    keys = [key if number == 0 else f"{key}.{number}" for number in range(len(events))]
    the_log(request).append(events, at=at or recorded, recorded=recorded, keys=keys)
    return tuple(keys)


def form_key(request: HttpRequest) -> str:
    """The key a form was sent with, in one way of writing.

    Raises:
        StaleKeyError: It has none, or not one of ours.
    """
    try:
        return str(uuid.UUID(request.POST.get(KEY, "")))
    except ValueError:
        raise StaleKeyError from None


def fresh_key() -> str:
    """A key for a form that is being shown."""
    return str(uuid.uuid4())


def person_log() -> PersonLog:
    """The person's log, where no page asks for it."""
    return PersonLog(_log_in(folder()), ME)


@lru_cache(maxsize=8)
def _log_in(place: Path) -> SqliteLog:
    """The log in a folder: opened once for all pages, and closed when nobody holds it any more."""
    return SqliteLog(place)
