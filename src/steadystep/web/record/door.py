"""The one door to the log: what was said, what is being said, and what time it is."""

from __future__ import annotations

import uuid
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from django.conf import settings

from steadystep.core.events import Entry
from steadystep.web.record.place import folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from django.http import HttpRequest

    from steadystep.core.events import Event
    from steadystep.core.today import Today

# At home there is one person.
ME = "me"
KEY = "key"


class StaleKeyError(Exception):
    """A form came without its key, or with one that no page of ours made."""


class PersonLog(Protocol):
    """One person's record, as the store keeps it."""

    def read(self) -> Sequence[Entry]:
        """All entries, in the order in which they were written."""
        ...

    def append(self, entries: Iterable[Entry]) -> object:
        """Write entries, all of them or none. An entry told twice under one key is one."""
        ...

    def today(self, now: datetime) -> Today:
        """Today as it stands at this moment."""
        ...

    def forget(self) -> None:
        """Delete all that this person ever told."""
        ...


def the_log(request: HttpRequest) -> PersonLog:
    """The person's log. One for each page: what a page shows is read at one moment."""
    log: PersonLog | None = getattr(request, "_log", None)
    if log is None:
        log = settings.STEADYSTEP_LOG(folder(), ME)
        request._log = log  # type: ignore[attr-defined]  # noqa: SLF001 - kept with its page
    return log


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
    keys = tuple(key if number == 0 else f"{key}.{number}" for number in range(len(events)))
    the_log(request).append(
        Entry(person=ME, at=at or recorded, recorded=recorded, event=event, key=name)
        for event, name in zip(events, keys, strict=True)
    )
    return keys


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


def log_on_disk(place: object, person: str) -> PersonLog:
    """Open the person's log where it is kept."""
    store = import_module("steadystep.store")
    return cast("PersonLog", store.PersonLog(store.SqliteLog(place), person))
