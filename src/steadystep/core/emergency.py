"""Emergency numbers: the one home of them. A language is no place, so all of them are shown."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Place(StrEnum):
    """Where a number is answered."""

    EUROPE = "europe"
    UNITED_KINGDOM = "united_kingdom"
    UNITED_STATES = "united_states"
    ISRAEL = "israel"


class EmergencyNumber(NamedTuple):
    """A number to call, and where."""

    place: Place
    number: str


# Sources: 112 is answered in every state of the European Union (European Commission, MEMO/05/363).
# 999 is the United Kingdom's own, and 911 that of the United States (both national services).
# 101 is the ambulance service of Israel, Magen David Adom. Look at them again once a year.
NUMBERS = (
    EmergencyNumber(Place.EUROPE, "112"),
    EmergencyNumber(Place.UNITED_KINGDOM, "999"),
    EmergencyNumber(Place.UNITED_STATES, "911"),
    EmergencyNumber(Place.ISRAEL, "101"),
)
# Which number is most likely where a language or a language of a country is spoken. It decides the
# order and nothing else: somebody may speak Hebrew in Boston.
_LIKELY = {
    "he": Place.ISRAEL,
    "he-il": Place.ISRAEL,
    "en-il": Place.ISRAEL,
    "ar-il": Place.ISRAEL,
    "en-gb": Place.UNITED_KINGDOM,
    "en-us": Place.UNITED_STATES,
    "es-us": Place.UNITED_STATES,
}


def emergency_numbers(languages: tuple[str, ...] = ()) -> tuple[EmergencyNumber, ...]:
    """All numbers, the most likely one first.

    Args:
        languages: Codes such as "he" or "en-GB", the most telling first.
    """
    likely = next((_LIKELY[one.lower()] for one in languages if one.lower() in _LIKELY), None)
    return tuple(sorted(NUMBERS, key=lambda one: one.place != likely))
