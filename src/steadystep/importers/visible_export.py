"""The export of the Visible app, as days of symptoms and measures. `visible` knows the format."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final, assert_never

from steadystep.core.observations import (
    FlareMarked,
    LoadMeasured,
    Measure,
    Measured,
    Symptom,
    SymptomRated,
)
from steadystep.core.observed import Kind, Maker
from steadystep.importers import visible
from steadystep.importers.offsets import cannot_be, is_possible
from steadystep.importers.parts import knows_one, read_alike
from steadystep.importers.reading import TIMES_READ, Choices, Unreadable

if TYPE_CHECKING:
    from steadystep.core.observations import Observation
    from steadystep.importers.export import ExportChoices, Into, Look, Progress
    from steadystep.importers.parts import Part

name = "Visible"
page = "visible"

_SYMPTOMS: Final = {
    Symptom.PAIN: Kind.PAIN,
    Symptom.FATIGUE: Kind.FATIGUE,
    Symptom.SLEEP: Kind.SLEEP_RATED,
}
_MEASURES: Final = {
    Measure.HRV_RMSSD: Kind.HRV_RMSSD,
    Measure.RESTING_HEART_RATE: Kind.RESTING_HEART_RATE,
}
# One, in tenths.
_CRASHED: Final = 10


def recognises(look: Look) -> bool:
    """Know the export by the names of its columns."""
    return knows_one(look, visible.recognises)


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read symptoms, crashes, resting heart rate and HRV; notes go no further."""
    read_alike(look, into, visible.recognises, partial(_read_one, into, choices, today), progress)


def _read_one(into: Into, choices: ExportChoices, today: date, part: Part) -> None:
    part.share.times = TIMES_READ
    tomorrow = today + timedelta(days=1)
    reading = visible.read(
        part.file, Choices(dates=choices.dates), today=tomorrow, progress=part.share
    )
    for said in reading.assumed:
        into.assumed(said)
    answers = into.source(Maker.DIARY, "Visible")
    measures = into.source(Maker.APP, "Visible")
    for seen in reading.observations:
        if isinstance(seen, Unreadable):
            into.unreadable(f"{part.where}line {seen.line}", seen.why)
        elif not is_possible(seen.day, today=today):
            into.unreadable(f"{part.where}{seen.day}", cannot_be(seen.day))
        else:
            _hand_on(into, seen, answers=answers, measures=measures)


def _hand_on(into: Into, seen: Observation, *, answers: int, measures: int) -> None:
    day = seen.day.toordinal()
    match seen:
        case SymptomRated(_, symptom, tenths):
            into.daily(_SYMPTOMS[symptom], answers, day, tenths)
        case Measured(_, measure, tenths):
            into.daily(_MEASURES[measure], measures, day, tenths)
        case FlareMarked():
            into.daily(Kind.CRASH, answers, day, _CRASHED)
        case LoadMeasured():
            into.left_out("movement")
        case _:
            assert_never(seen)
