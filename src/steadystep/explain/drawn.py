"""From days that were lived to what a picture is drawn from, and what is seen in it at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from steadystep.charts import RecordDay
from steadystep.charts.record import flares
from steadystep.core.events import Mark
from steadystep.core.facts import NONE, FlareWord
from steadystep.explain.amounts import amount, number
from steadystep.explain.remembered import remembered
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.history import HistoryDay
    from steadystep.core.observations import Unit


def drawn(days: Sequence[HistoryDay], words: Translations = ENGLISH) -> list[RecordDay]:
    """What a picture is drawn from: the plan as it was told, the body as it is known by now.

    A picture has one scale: of a plan that counted in something else, movement is left out.
    """
    return [_drawn(day, words, days[-1].decision.unit) for day in days]


def seen(days: Sequence[HistoryDay], words: Translations = ENGLISH) -> tuple[str, ...]:
    """Say in a sentence or two what a picture of these days shows; nothing where there are none."""
    if not days:
        return ()
    return _step(days, words), _flares(len(flares(drawn(days, words))), words)


@remembered
def mark_name(mark: Mark, words: Translations) -> str:
    """The name of what else went on, at the beginning of a line."""
    match mark:
        case Mark.ILLNESS:
            return words.pgettext("what else went on", "Illness")
        case Mark.TRAVEL:
            return words.pgettext("what else went on", "Travel")
        case Mark.PERIOD:
            return words.pgettext("what else went on", "Period")
        case Mark.POOR_NIGHT:
            return words.pgettext("what else went on", "Poor night")
        case Mark.STRESS:
            return words.pgettext("what else went on", "Stress")
        case Mark.MEDICATION_CHANGE:
            return words.pgettext("what else went on", "New medicine")
        case _:
            assert_never(mark)


def _drawn(day: HistoryDay, words: Translations, unit: Unit) -> RecordDay:
    known = day.known
    reference, same = known.reference, day.decision.unit == unit
    return RecordDay(
        day=day.day,
        action=day.action.value,
        level=_units(day.level) if same else None,
        dose=_units(day.dose) if same else None,
        offered=_units(day.offered) if same else None,
        load=_units(day.done) if same else None,
        pain=_units(day.pain),
        fatigue=_units(day.fatigue),
        usual_pain=_units(reference.usual_pain),
        usual_fatigue=_units(reference.usual_fatigue),
        warning_pain=_warning(reference.usual_pain, reference.rise_pain),
        warning_fatigue=_warning(reference.usual_fatigue, reference.rise_fatigue),
        flare=known.flare.value,
        marked=day.word == FlareWord.A_FLARE,
        watching=known.watching,
        boom=day.boom,
        bust=day.bust,
        beside=tuple(mark_name(one, words) for one in day.marks),
    )


def _units(tenths: int | None) -> float | None:
    return None if tenths is None or tenths == NONE else tenths / 10


def _warning(usual: int, rise: int) -> float | None:
    return None if usual == NONE else (usual + rise) / 10


def _step(days: Sequence[HistoryDay], words: Translations) -> str:
    """Where the step was at first, and where it is at the end of these days."""
    told = [(day.level, day.decision.unit) for day in days if day.level is not None]
    if not told:
        said = words.ngettext(
            "On this day there was no step.",
            "In these {number} days there was no step.",
            len(days),
        )
        return said.format(number=number(words, len(days)))
    if len(set(told)) == 1:
        said = words.ngettext(
            "On this day the step was {first}.",
            "In these {number} days the step stayed at {first}.",
            len(days),
        )
    elif told[0] == told[-1]:
        said = words.gettext("In these {number} days the step moved, and is {first} again.")
    else:
        said = words.gettext("In these {number} days the step went from {first} to {last}.")
    first, last = (amount(words, unit, level) for level, unit in (told[0], told[-1]))
    return said.format(number=number(words, len(days)), first=first, last=last)


def _flares(many: int, words: Translations) -> str:
    if not many:
        return words.gettext("There was no flare.")
    return words.ngettext("There was {number} flare.", "There were {number} flares.", many).format(
        number=number(words, many)
    )
