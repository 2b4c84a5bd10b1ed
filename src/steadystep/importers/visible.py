"""The Visible app's export: a line for each thing tracked on a day. Both generations of it."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.core.observations import FlareMarked, Measure, Measured, Symptom
from steadystep.importers.cells import rated_at
from steadystep.importers.dates import Evidence, day_of, looks_like_a_date, said_of_order
from steadystep.importers.numbers import is_no_answer, rating
from steadystep.importers.reading import (
    LEAVE_OUT,
    CannotRead,
    Reading,
    Scale,
    Sentence,
    Unreadable,
    shown,
)
from steadystep.importers.remembered import Remembered
from steadystep.importers.table import first_line, open_table
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import IO

    from steadystep.core.observations import Observation
    from steadystep.importers.cells import Meaning
    from steadystep.importers.reading import Choices, Progress
    from steadystep.importers.table import Row, Table

name = "Visible"

_DATE, _TRACKER, _VALUE = "observation_date", "tracker_name", "observation_value"
_SCALE: Final = Scale(0, 3)
# Where fibromyalgia hurts. Headache and stomach pain are left to other names.
_PAINS: Final = ("joint pain", "muscle aches", "nerve pain")
_MEASURES: Final = {
    "hrv": Measure.HRV_RMSSD,
    "hr variability": Measure.HRV_RMSSD,
    "resting hr": Measure.RESTING_HEART_RATE,
}
# What a heart can do; anything else is a slip of the sensor.
_POSSIBLE: Final = {Measure.HRV_RMSSD: (1, 500), Measure.RESTING_HEART_RATE: (20, 250)}
_FATIGUE: Final = "fatigue"
_CRASH: Final = "crash"
_SLEEP: Final = "sleep"
_NOTE: Final = "note"
_RATED: Final = (*_PAINS, _FATIGUE)
_USED: Final = (*_RATED, *_MEASURES, _CRASH, _SLEEP)
_MOST_NAMED: Final = 5
_MOST_COUNTED: Final = 1000


def recognises(head: bytes) -> bool:
    """Know the export by the names of its columns."""
    names = {cell.strip(' "\r').casefold() for cell in re.split(r"[,;\t]", first_line(head))}
    return {_DATE, _TRACKER, _VALUE} <= names


def read(
    file: IO[bytes], choices: Choices, *, today: date, progress: Progress | None = None
) -> Reading:
    """Count what is there; the entries of use come while the file is read again."""
    table = open_table(file)
    places = _places(table)
    evidence, entries = _survey(table, places, progress)
    order = evidence.order(choices.dates)
    return Reading(
        assumed=(
            Sentence("This is an export of the Visible app."),
            *table.assumed,
            said_of_order(_DATE, order),
            *_said_of(entries, choices),
        ),
        has_load=False,
        unit=None,
        step_tenths={
            Symptom.PAIN: _SCALE.step_tenths,
            Symptom.FATIGUE: _SCALE.step_tenths,
        },
        observations=_observations(
            table,
            places,
            crashes=choices.flare != LEAVE_OUT,
            day_in=partial(day_of, order=order, today=today),
            progress=progress,
        ),
    )


def _places(table: Table) -> tuple[int, int, int]:
    """Find the day, the tracker and the value. A further column, such as baseline, may follow."""
    header = [column.casefold() for column in table.header]
    try:
        return header.index(_DATE), header.index(_TRACKER), header.index(_VALUE)
    except ValueError:
        raise CannotRead(
            Sentence("This is no export of the Visible app. Save the whole export and read that.")
        ) from None


def _survey(
    table: Table, places: tuple[int, int, int], progress: Progress | None
) -> tuple[Evidence, Counter[str]]:
    at_date, at_tracker, _ = places
    evidence, entries = Evidence(), Counter[str]()
    is_date = Remembered(evidence.sees)
    for _, row in table.rows(progress):
        if isinstance(row, Sentence) or len(row) <= max(places) or not is_date[row[at_date]]:
            continue
        tracker = row[at_tracker]
        if tracker in entries or len(entries) < _MOST_COUNTED:
            entries[tracker] += 1
    if not entries:
        raise CannotRead(Sentence("The export holds no entries. Export it again from the app."))
    return evidence, entries


def _said_of(entries: Counter[str], choices: Choices) -> Iterator[Sentence]:
    found = {tracker.strip().casefold() for tracker in entries}
    if not found.isdisjoint(_PAINS):
        yield Sentence("Pain is the worst of joint pain, muscle aches and nerve pain of a day.")
    if not found.isdisjoint(_RATED):
        yield Sentence(
            "Answers from {bottom} to {top} are stretched to 0-10.",
            {"bottom": _SCALE.bottom, "top": _SCALE.top},
        )
    if _CRASH in found and choices.flare == LEAVE_OUT:
        yield Sentence("Crashes are left out.")
    elif _CRASH in found:
        yield Sentence("A crash is taken as a flare.")
    if _SLEEP in found:
        yield Sentence("Sleep is left out: the export does not tell which end is good.")
    others = Counter(
        {
            tracker.strip(): count
            for tracker, count in entries.items()
            if tracker.strip().casefold() not in _USED
        }
    )
    if others:
        names = ", ".join(shown(tracker) for tracker, _ in others.most_common(_MOST_NAMED))
        yield Sentence(
            "Other entries left out: {count}, such as {names}.",
            {"count": others.total(), "names": names},
        )
    if flags := _flags_without_use(choices):
        yield Sentence("For a Visible export these are not used: {flags}.", {"flags": flags})


def _flags_without_use(choices: Choices) -> str:
    flags = {
        "--pain": choices.pain,
        "--fatigue": choices.fatigue,
        "--load": choices.load,
        "--flare": None if choices.flare == LEAVE_OUT else choices.flare,
        "--sleep": choices.sleep,
        "--unit": choices.unit,
        "--scale": choices.scale,
        "--person": choices.person,
    }
    return ", ".join(flag for flag, choice in flags.items() if choice is not None)


def _observations(
    table: Table,
    places: tuple[int, int, int],
    *,
    crashes: bool,
    day_in: Callable[[str], date | Sentence],
    progress: Progress | None,
) -> Iterator[Observation | Unreadable]:
    at_date, at_tracker, at_value = places
    days = Remembered(day_in)
    trackers = Remembered(partial(_meanings, crashes=crashes))
    for line, row in _entries(table, places, progress):
        if isinstance(row, Sentence):
            yield Unreadable(line, row)
            continue
        meanings = trackers[row[at_tracker]]
        meaning = meanings[row[at_value]] if meanings is not None else None
        if meaning is None:
            continue
        day = days[row[at_date]]
        if isinstance(day, Sentence):
            yield Unreadable(line, day)
        elif isinstance(meaning, Sentence):
            yield Unreadable(line, meaning)
        else:
            yield meaning(day)


def _entries(
    table: Table, places: tuple[int, int, int], progress: Progress | None
) -> Iterator[tuple[int, Row | Sentence]]:
    """Yield whole rows. A note may run on over several lines, which are no rows."""
    at_date, at_tracker, _ = places
    in_a_note = False
    for line, row in table.rows(progress):
        if isinstance(row, Sentence):
            yield line, row
        elif in_a_note and not looks_like_a_date(row[at_date] if len(row) > at_date else ""):
            continue
        elif len(row) <= max(places):
            yield line, Sentence("The line is cut short. Export the file again from the app.")
        else:
            in_a_note = row[at_tracker].strip().casefold() == _NOTE
            yield line, row


def _meanings(tracker: str, *, crashes: bool) -> Remembered[Meaning] | None:
    """Give a memory of what the values of this tracker mean; nothing if it is left out."""
    tracker = tracker.strip()
    kind = tracker.casefold()
    if kind in _PAINS:
        return Remembered(partial(_answer, tracker=tracker, symptom=Symptom.PAIN))
    if kind == _FATIGUE:
        return Remembered(partial(_answer, tracker=tracker, symptom=Symptom.FATIGUE))
    if kind in _MEASURES:
        return Remembered(partial(_measured, tracker=tracker, measure=_MEASURES[kind]))
    if kind == _CRASH and crashes:
        return Remembered(partial(_crash, tracker=tracker))
    return None


def _answer(text: str, *, tracker: str, symptom: Symptom) -> Meaning:
    if is_no_answer(text):
        return None
    answer = rating(text)
    if answer is None or not _SCALE.bottom <= answer <= _SCALE.top:
        return _not_from(text, tracker, _SCALE.bottom, _SCALE.top)
    return rated_at(symptom, _SCALE.tenths(answer))


def _measured(text: str, *, tracker: str, measure: Measure) -> Meaning:
    if is_no_answer(text):
        return None
    value = rating(text)
    lowest, highest = _POSSIBLE[measure]
    if value is None or not lowest <= value <= highest:
        return _not_from(text, tracker, lowest, highest)
    return partial(Measured, measure=measure, tenths=round(value * TENTHS))


def _crash(text: str, *, tracker: str) -> Meaning:
    if is_no_answer(text):
        return None
    crash = rating(text)
    if crash not in (0, 1):
        return _not_from(text, tracker, 0, 1)
    return FlareMarked if crash else None


def _not_from(text: str, tracker: str, lowest: int, highest: int) -> Sentence:
    return Sentence(
        "“{answer}” for “{tracker}” is no number from {lowest} to {highest}. "
        "Correct it or delete the line.",
        {"answer": shown(text), "tracker": shown(tracker), "lowest": lowest, "highest": highest},
    )
