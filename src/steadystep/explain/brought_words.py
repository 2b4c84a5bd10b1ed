"""What devices and other diaries brought, in a few words; and what is asked and said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core import events as on
from steadystep.core.observations import Symptom
from steadystep.explain.amounts import amount, decimal, symptom_word
from steadystep.explain.days import by_name

if TYPE_CHECKING:
    from datetime import date

    from steadystep.core.arriving import Stale
    from steadystep.core.events import DayMeasured, DiaryBrought, SessionSeen
    from steadystep.explain.translations import Translations


def data_stopped(words: Translations, stale: Stale, today: date) -> tuple[str, ...]:
    """Say that the data of a source stopped, and that nothing is wrong with that."""
    nothing = words.gettext("Nothing new from {source} since {day}.")
    return (
        nothing.format(source=stale.source, day=by_name(words, stale.until, today)),
        words.gettext("That is fine."),
        words.gettext("We use your answers."),
    )


def count_it(words: Translations, seen: SessionSeen, *, is_today: bool) -> str:
    """Ask whether a session that a device saw counts."""
    asked = words.gettext("{source} saw {amount} yesterday. Count it?")
    if is_today:
        asked = words.gettext("{source} saw {amount}. Count it?")
    source = seen.source or words.gettext("Your device")
    return asked.format(source=source, amount=amount(words, seen.unit, seen.seen))


def brought_in_words(words: Translations, event: DayMeasured | DiaryBrought) -> tuple[str, ...]:
    """Name what was brought of a day, each part by itself."""
    if isinstance(event, on.DayMeasured):
        rate, variability = event.resting_heart_rate, event.hrv_rmssd
        parts = (
            (words.gettext("resting heart rate {number}"), rate),
            (words.gettext("heart rate variability {number}"), variability),
        )
        return tuple(
            said.format(number=decimal(words, tenths))
            for said, tenths in parts
            if tenths is not None
        )
    rated = (
        (Symptom.PAIN, event.pain),
        (Symptom.FATIGUE, event.fatigue),
        (Symptom.SLEEP, event.sleep),
    )
    other = words.gettext("{symptom} {number} in another diary")
    numbers = tuple(
        other.format(symptom=symptom_word(words, symptom), number=decimal(words, tenths))
        for symptom, tenths in rated
        if tenths is not None
    )
    return (*numbers, words.gettext("a flare in another diary")) if event.crash else numbers
