"""The words of the first run beside safety: movements, a bad day, the first step, usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.explain.amounts import amount
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations


@remembered
def movement_word(words: Translations, movement: Movement) -> str:
    """What a kind of movement is called."""
    return {
        Movement.WALK: words.gettext("Slow walk"),
        Movement.MOBILITY: words.gettext("Gentle mobility"),
        Movement.RESISTANCE: words.gettext("Light strength"),
        Movement.BREATH_STRETCH: words.gettext("Stretching with the breath"),
        Movement.OWN: words.gettext("My own movement"),
    }[movement]


@remembered
def movement_help(words: Translations, movement: Movement) -> str:
    """What is meant by it, in a few words."""
    return {
        Movement.WALK: words.gettext("Minutes. Indoors counts."),
        Movement.MOBILITY: words.gettext("Minutes. Sitting is fine."),
        Movement.RESISTANCE: words.gettext("Counted in times."),
        Movement.BREATH_STRETCH: words.gettext("Minutes. Lying down is fine."),
        Movement.OWN: words.gettext("You give it a name."),
    }[movement]


@remembered
def counted_by(words: Translations, unit: Unit) -> str:
    """How a movement of one's own is counted, on a button."""
    return {
        Unit.MINUTES: words.gettext("Count minutes"),
        Unit.REPS: words.gettext("Count times"),
        Unit.STEPS: words.gettext("Count steps"),
    }[unit]


@remembered
def bad_day_word(words: Translations, unit: Unit, tenths: int) -> str:
    """What a bad day allows, on a button."""
    return amount(words, unit, tenths) if tenths else words.gettext("Nothing")


@remembered
def why_this_start(words: Translations, unit: Unit, bad_day: int | None, start: int) -> str:
    """Why the first step is what it is."""
    if bad_day is None:
        return words.gettext("This is the smallest step there is.")
    if start * 2 > bad_day:
        return words.gettext("The smallest step there is, for a day like that.")
    told = amount(words, unit, bad_day)
    if start * 2 == bad_day:
        return words.gettext("Half of a bad day's {amount}.").format(amount=told)
    return words.gettext("A little less than half of a bad day's {amount}.").format(amount=told)


def anchor_word(words: Translations, anchor: str) -> str:
    """When in the day, by its code; what the person wrote themselves stays as it is."""
    known = {
        "": words.gettext("Any time"),
        "after_breakfast": words.gettext("After breakfast"),
        "after_lunch": words.gettext("After lunch"),
        "in_the_afternoon": words.gettext("In the afternoon"),
        "in_the_evening": words.gettext("In the evening"),
    }
    return known.get(anchor, anchor)


@remembered
def usual_question(words: Translations, symptom: Symptom) -> str:
    """What is asked about an ordinary day."""
    if symptom == Symptom.PAIN:
        return words.gettext("How strong is your usual pain?")
    return words.gettext("How strong is your usual fatigue?")
