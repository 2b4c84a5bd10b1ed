"""How an event is written down: a kind and plain values. What was written stays readable for ever.

A kind is the name of the event's class in small letters, and is never given to anything else. A
part that is added later has a default that means what lines without it meant. A line with a kind
or a part from the future is refused, never read by halves: nothing is changed, and the newer
version reads it whole.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any, NamedTuple, get_args

from steadystep.core.events import LASTING, DecisionGiven, Entry, Event
from steadystep.core.plain import NotPlain, UnknownPart, shape_of, to_plain
from steadystep.core.today import day_of
from steadystep.store.trouble import (
    BAD_ENTRY,
    UNKNOWN_KIND,
    UNKNOWN_PART,
    LogTrouble,
    UnknownEventKind,
    WrittenByNewer,
)

_BEFORE_A_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def _kind_name(kind: type) -> str:
    return _BEFORE_A_CAPITAL.sub("_", kind.__name__).lower()


KIND_OF: dict[type, str] = {kind: _kind_name(kind) for kind in get_args(Event)}
EVENT_OF: dict[str, Any] = {name: kind for kind, name in KIND_OF.items()}
LASTING_KINDS: tuple[str, ...] = tuple(KIND_OF[kind] for kind in LASTING)
DECISION_GIVEN = KIND_OF[DecisionGiven]
# The part of it that says why.
DECISION = "decision"


class Line(NamedTuple):
    """An entry as it is written. Whose it is says the place it is kept in."""

    key: str
    at: str
    recorded: str
    kind: str
    event: object


def kind_of(event: Event) -> str:
    """The name of an event's kind."""
    return KIND_OF[type(event)]


def body_of(event: Event) -> dict[str, Any]:
    """What an event says, as plain values."""
    body: dict[str, Any] = to_plain(event)
    return body


def event_of(kind: str, body: object) -> Event:
    """Read an event back.

    Args:
        kind: The name of its kind.
        body: What it says, as plain values.

    Raises:
        UnknownEventKind: This version has never heard of the kind.
        WrittenByNewer: A newer version wrote it, with a part that this one does not know.
        LogTrouble: It does not say what an event of this kind says.
    """
    if kind not in EVENT_OF:
        raise UnknownEventKind(UNKNOWN_KIND, kind=kind)
    try:
        event: Event = shape_of(EVENT_OF[kind]).read(body)
    except UnknownPart as why:
        raise WrittenByNewer(UNKNOWN_PART, kind=kind, what=why) from None
    except NotPlain as why:
        raise LogTrouble(BAD_ENTRY, what=f"{kind}: {why}") from None
    return event


def line_of(entry: Entry) -> dict[str, Any]:
    """An entry as plain values."""
    return Line(
        entry.key,
        entry.at.isoformat(),
        entry.recorded.isoformat(),
        kind_of(entry.event),
        body_of(entry.event),
    )._asdict()


def entry_of(person: str, line: object, *, decisions_from: date = date.min) -> Entry:
    """Read an entry back from plain values.

    Args:
        person: Whose it is.
        line: What `line_of` made.
        decisions_from: As for `put_together`.

    Raises:
        UnknownEventKind: This version has never heard of its kind.
        WrittenByNewer: A newer version wrote it, with a part that this one does not know.
        LogTrouble: It is not an entry.
    """
    if not isinstance(line, dict):
        raise LogTrouble(BAD_ENTRY, what=f"{line!r} has no named parts")
    if unknown := sorted(line.keys() - set(Line._fields)):
        raise WrittenByNewer(UNKNOWN_PART, kind=line.get("kind"), what=unknown[0])
    if gone := sorted(set(Line._fields) - line.keys()):
        raise LogTrouble(BAD_ENTRY, what=f"'{gone[0]}' is not there")
    return put_together(person, Line(**line), decisions_from)


def put_together(person: str, line: Line, decisions_from: date) -> Entry:
    """Put an entry together from its parts as they were written.

    A decision that was told before `decisions_from` is read without its parts: the dose, the offer
    and the sentences are there, and why is not.

    Raises:
        LogTrouble: The event cannot be read, or a time is none, or has no offset.
    """
    key, at, recorded, kind, body = line
    if not isinstance(key, str):
        raise LogTrouble(BAD_ENTRY, what=f"{key!r} is not a key")
    try:
        happened, written = datetime.fromisoformat(at), datetime.fromisoformat(recorded)
        if kind == DECISION_GIVEN and isinstance(body, dict) and day_of(happened) < decisions_from:
            body = {**body, DECISION: None}
        return Entry(person, happened, written, event_of(kind, body), key)
    except (TypeError, ValueError, OverflowError) as why:
        raise LogTrouble(BAD_ENTRY, what=why) from None


def text_of(values: object) -> str:
    """Plain values as one line of JSON, in letters of any alphabet."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # Half a letter, as a terminal may hand it over: it is spelled out, and read back as it was.
        return json.dumps(values, separators=(",", ":"))
    return text
