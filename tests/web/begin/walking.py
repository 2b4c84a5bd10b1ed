"""A first run, answered screen by screen as a browser would send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.beginning import Screen, begin_events, beginning_of, usual_events
from steadystep.core.events import BadDayTold, Entry, MovementChosen, PageSeen, PreferenceSet
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.safety import Told
from steadystep.core.safety_questions import CHOICES, SafetyQuestion, chosen_by, told_by
from steadystep.web.record.door import ME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from django.http import HttpResponse

    from steadystep.core.beginning import Beginning
    from steadystep.core.events import Event
    from tests.web.house import Home

Sent = dict[str, str]

# What the shortest honest way through sends, in its order: one tap each.
NO: Sent = {"answer": "no"}
NONE: Sent = {"answer": "none"}
FIRST: list[tuple[str, Sent]] = [
    (f"/begin/{Screen.LANGUAGE}/", {}),
    (f"/begin/{Screen.WHAT}/", {}),
]
SAFETY: list[tuple[str, Sent]] = [
    (f"/safety/{int(one)}/", NONE if one in CHOICES else NO) for one in SafetyQuestion
]
LAST: list[tuple[str, Sent]] = [
    (f"/begin/{Screen.MOVEMENT}/", {"movement": "walk"}),
    (f"/begin/{Screen.BAD_DAY}/", {"amount": "50"}),
    (f"/begin/{Screen.START}/", {"new": "yes", "anchor": "after_lunch"}),
    (f"/begin/{Screen.PAIN}/", {"level": "4"}),
    (f"/begin/{Screen.FATIGUE}/", {"level": "6"}),
]
ALL = [*FIRST, *SAFETY, *LAST]


def tap(home: Home, path: str, data: Mapping[str, str | Sequence[str]]) -> HttpResponse:
    """Answer one screen, some seconds after the last."""
    home.wall.later(seconds=5)
    return home.post(path, dict(data))


def walk(home: Home, *, until: str = "/") -> None:
    """Write what the shortest way writes, up to a screen that is left open, all at one stroke."""
    entries: list[Entry] = []
    for path, _ in ALL:
        if path == until:
            break
        home.wall.later(seconds=5)
        entries = [*entries, *_answered(entries, path, home.wall())]
    home.log.append(entries)


def leads_to(home: Home, path: str = "/begin/") -> str:
    """Where an address leads to."""
    answer = home.get(path)
    return str(answer.headers.get("Location", path))


def _answered(entries: list[Entry], path: str, at: datetime) -> list[Entry]:
    """One screen of the shortest way, as it is written."""
    events = begin_events(entries, _told_on(beginning_of(entries), path), at)
    return [Entry(ME, at, at, one, key=f"{path}{place}") for place, one in enumerate(events)]


def _told_on(so_far: Beginning, path: str) -> list[Event]:
    """What the shortest way tells on one screen."""
    _, kind, word, _ = path.split("/")
    if kind == "safety":
        question = SafetyQuestion(int(word))
        if question in CHOICES:
            return [chosen_by(question, [])]
        return [told_by(question, Told.NO)]
    told: dict[str, list[Event]] = {
        Screen.LANGUAGE: [PageSeen(Screen.LANGUAGE), PreferenceSet("language", "en")],
        Screen.WHAT: [PageSeen(Screen.WHAT)],
        Screen.MOVEMENT: [MovementChosen(Movement.WALK, Unit.MINUTES)],
        Screen.BAD_DAY: [BadDayTold(50)],
        Screen.START: [
            MovementChosen(Movement.WALK, Unit.MINUTES, anchor="after_lunch"),
            PageSeen(Screen.START),
        ],
        Screen.PAIN: usual_events(so_far, Symptom.PAIN, 40),
        Screen.FATIGUE: usual_events(so_far, Symptom.FATIGUE, 60),
    }
    return told[word]
