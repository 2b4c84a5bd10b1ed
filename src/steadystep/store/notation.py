"""How an event is written down: a kind and plain values. What was written stays readable for ever.

A kind is the name of the event's class in small letters, and is never given to anything else. A
part that is added later has a default that means what lines without it meant. A line with a kind
or a part from the future is refused, never read by halves: nothing is changed, and the newer
version reads it whole.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any, get_args

from steadystep.core.events import LASTING, DecisionGiven, Entry, Event
from steadystep.core.plain import NotPlain, UnknownPart, shape_of, to_plain
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
LINE_PARTS = ("key", "at", "recorded", "kind", "event")


def kind_of(event: Event) -> str:
    """The name of an event's kind."""
    return KIND_OF[type(event)]


def body_of(event: Event) -> dict[str, Any]:
    """What an event says, as plain values."""
    body: dict[str, Any] = to_plain(event)
    return body


def event_of(kind: str, body: object, *, decisions: bool = True) -> Event:
    """Read an event back.

    Args:
        kind: The name of its kind.
        body: What it says, as plain values.
        decisions: Whether a decision that was told is read with all its parts. The dose, the offer
            and the sentences are read in any case.

    Raises:
        UnknownEventKind: This version has never heard of the kind.
        WrittenByNewer: A newer version wrote it, with a part that this one does not know.
        LogTrouble: It does not say what an event of this kind says.
    """
    if kind not in EVENT_OF:
        raise UnknownEventKind(UNKNOWN_KIND, kind=kind)
    if not decisions and kind == DECISION_GIVEN and isinstance(body, dict):
        body = {**body, "decision": None}
    try:
        event: Event = shape_of(EVENT_OF[kind]).read(body)
    except UnknownPart as why:
        raise WrittenByNewer(UNKNOWN_PART, kind=kind, what=why) from None
    except NotPlain as why:
        raise LogTrouble(BAD_ENTRY, what=f"{kind}: {why}") from None
    return event


def line_of(entry: Entry) -> dict[str, Any]:
    """An entry as plain values. Whose it is says the place it is kept in."""
    return {
        "key": entry.key,
        "at": entry.at.isoformat(),
        "recorded": entry.recorded.isoformat(),
        "kind": kind_of(entry.event),
        "event": body_of(entry.event),
    }


def entry_of(person: str, line: object, *, decisions: bool = True) -> Entry:
    """Read an entry back from plain values.

    Raises:
        UnknownEventKind: This version has never heard of its kind.
        WrittenByNewer: A newer version wrote it, with a part that this one does not know.
        LogTrouble: It is not an entry.
    """
    if not isinstance(line, dict):
        raise LogTrouble(BAD_ENTRY, what=f"{line!r} has no named parts")
    if unknown := sorted(line.keys() - set(LINE_PARTS)):
        raise WrittenByNewer(UNKNOWN_PART, kind=line.get("kind"), what=unknown[0])
    words = [line.get(name) for name in ("key", "at", "recorded", "kind")]
    if not all(isinstance(word, str) for word in words) or "event" not in line:
        raise LogTrouble(BAD_ENTRY, what="key, at, recorded, kind and event belong in it")
    key, at, recorded, kind = map(str, words)
    return made(person, at, recorded, event_of(kind, line["event"], decisions=decisions), key)


def made(person: str, at: str, recorded: str, event: Event, key: str) -> Entry:
    """Put an entry together from its times as they were written.

    Raises:
        LogTrouble: A time is none, or has no offset.
    """
    try:
        return Entry(
            person, datetime.fromisoformat(at), datetime.fromisoformat(recorded), event, key
        )
    except ValueError as why:
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
