"""A day put right afterwards: what may be changed, and the events that change it.

Nothing is edited. What was said is taken back and said anew, and what was told stays as it was.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core import events as on
from steadystep.core.acts import noon_of
from steadystep.core.fold import by_day, in_order
from steadystep.core.history import began_on
from steadystep.core.today import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from steadystep.core.events import Entry, Event, Mark

# The longest note that is kept, in letters: a choice, a few sentences.
NOTE_LETTERS = 500
# How long after a change of medicine usual may be looked at again, and for how long that is said:
# a choice; two weeks for a medicine to settle, as many to read the line.
REVIEW_AFTER_DAYS = 14
REVIEW_SAID_DAYS = 14

# What a person may take back on any day. A step that was chosen or accepted is a fact that the
# days after it rest on: it is changed by a new choice, and not by looking back.
CORRECTABLE = (
    on.CheckedIn,
    on.FogAnswered,
    on.FlareTold,
    on.SilentDaysTold,
    on.SessionTold,
    on.EffortTold,
    on.AfterTold,
    on.FarTooMuchTold,
    on.DayTold,
    on.Marked,
    on.NoteWritten,
)
_ANSWERS = (on.CheckedIn, on.FogAnswered)

# Control letters, halves of letters, and breaks that are no line of a note.
_CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Letters that turn all that follows round, until another ends it.
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_BYTE_ORDER = "\ufeff"


class NotThatDay(StrEnum):
    """Why a day cannot be put right."""

    FUTURE = "future"
    BEFORE_THE_PLAN = "before_the_plan"
    NO_PLAN = "no_plan"


class Correction(NamedTuple):
    """What is to be written.

    Attributes:
        events: In their order.
        at: When they are taken to have been.
    """

    events: tuple[Event, ...]
    at: datetime


def why_not(entries: Iterable[Entry], day: date, now: datetime) -> NotThatDay | None:
    """Why a day cannot be put right; None where it can."""
    began = began_on(in_order(entries))
    if began is None:
        return NotThatDay.NO_PLAN
    if day > day_of(now):
        return NotThatDay.FUTURE
    return NotThatDay.BEFORE_THE_PLAN if day < began else None


def of_day(entries: Iterable[Entry], day: date) -> tuple[Entry, ...]:
    """What counts of a day, in its order."""
    return tuple(by_day(in_order(entries)).get(day, ()))


def new_answer(
    todays: Sequence[Entry],
    day: date,
    now: datetime,
    *,
    pain: int | None,
    fatigue: int | None,
    sleep: int | None,
) -> Correction:
    """Another answer takes the place of all that was answered that day; tenths of a point.

    It is taken to have been when the last of those was; a forgotten one at noon.
    """
    old = [one for one in todays if isinstance(one.event, _ANSWERS)]
    remembered = day != day_of(now)
    answer = on.CheckedIn(pain, fatigue, sleep, remembered)
    return Correction((*_gone(old), answer), _when(old, day, now))


def new_session(todays: Sequence[Entry], day: date, now: datetime, *, done: int) -> Correction:
    """Another session takes the place of those told of that day; tenths of a unit."""
    old = [one for one in todays if isinstance(one.event, on.SessionTold)]
    return Correction((*_gone(old), on.SessionTold(done)), _when(old, day, now))


def new_note(todays: Sequence[Entry], day: date, now: datetime, text: str) -> Correction:
    """Another note takes the place of the day's; an empty one leaves none."""
    old = [one for one in todays if isinstance(one.event, on.NoteWritten)]
    words = own_words(text)
    if words and [one.event for one in old] == [on.NoteWritten(words)]:
        return Correction((), noon_of(day, now))
    note = (on.NoteWritten(words),) if words else ()
    return Correction((*_gone(old), *note), noon_of(day, now))


def other_mark(todays: Sequence[Entry], day: date, now: datetime, mark: Mark) -> Correction:
    """A mark is set where there is none, and taken back where there is one."""
    old = [one for one in todays if one.event == on.Marked(mark)]
    events = _gone(old) if old else (on.Marked(mark),)
    return Correction(events, noon_of(day, now))


def removed(todays: Sequence[Entry], day: date, now: datetime, keys: Sequence[str]) -> Correction:
    """What was said is taken back; keys of anything else are left alone."""
    old = [one for one in todays if one.key in keys and isinstance(one.event, CORRECTABLE)]
    return Correction(_gone(old), noon_of(day, now))


def own_words(text: str) -> str:
    """A person's own words as they are kept: whole lines, and nothing that turns a page around."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(one for one in line if _is_written(one)).strip() for line in lines)
    return "\n".join(kept).strip()


def medicine_changed_on(entries: Iterable[Entry], today: date) -> date | None:
    """The last change of medicine, where it is time to say that usual may be looked at again."""
    changed = [
        day
        for day, todays in by_day(in_order(entries)).items()
        if any(one.event == on.Marked(on.Mark.MEDICATION_CHANGE) for one in todays)
    ]
    last = max((one for one in changed if one <= today), default=None)
    if last is None:
        return None
    days = (today - last).days
    is_time = REVIEW_AFTER_DAYS <= days < REVIEW_AFTER_DAYS + REVIEW_SAID_DAYS
    return last if is_time else None


def _gone(old: Iterable[Entry]) -> tuple[on.TakenBack, ...]:
    return tuple(on.TakenBack(one.key) for one in old if one.key)


def _when(old: Sequence[Entry], day: date, now: datetime) -> datetime:
    """When a correction is taken to have been: as what it replaces, else at noon."""
    return max((one.at for one in old), default=noon_of(day, now))


def _is_written(letter: str) -> bool:
    """Is it something one can read, and nothing that rules how the letters after it run?"""
    return letter == "\t" or not (
        unicodedata.category(letter) in _CONTROLS
        or unicodedata.bidirectional(letter) in _TURNS
        or letter == _BYTE_ORDER
    )
