"""How a person wants their pages, as they said it. What was never said is the first of its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_supported_language_variant

from steadystep.core.events import PreferenceSet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.core.events import Entry

# Every value a preference may have; the first is how things are until the person says otherwise.
# Text sizes are percent of the browser's own.
CHOICES: dict[str, tuple[str, ...]] = {
    "language": tuple(code for code, _ in settings.LANGUAGES),
    "text_size": ("100", "125", "150", "175", "200"),
    "theme": ("auto", "light", "dark"),
    "contrast": ("auto", "more"),
    "fog": ("off", "on"),
    "clock": ("locale", "24", "12"),
}


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the pages are to be.

    Attributes:
        language: Its code; it was chosen, or the browser asked for it.
        text_size: Percent of the browser's own size.
        theme: The device's own, light, or dark.
        contrast: The device's own, or more.
        fog: One thing at a time, one question a day.
        clock: How a time of day is written.
        language_chosen: The person chose the language.
    """

    language: str = "en"
    text_size: str = "100"
    theme: str = "auto"
    contrast: str = "auto"
    fog: bool = False
    clock: str = "locale"
    language_chosen: bool = False


def preferences_of(entries: Iterable[Entry], *, browser_asks: str = "") -> Preferences:
    """The last word on each preference counts; a value nobody offered counts for nothing.

    Args:
        entries: The person's lasting entries in the order of writing: a clock that was put back
            takes no choice back.
        browser_asks: The browser's Accept-Language, for as long as no language is chosen.
    """
    said: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry.event, PreferenceSet) and is_offered(entry.event):
            said[entry.event.name] = entry.event.value
    language = said.get("language", "")
    return Preferences(
        language=language or first_spoken(browser_asks),
        text_size=said.get("text_size", "100"),
        theme=said.get("theme", "auto"),
        contrast=said.get("contrast", "auto"),
        fog=said.get("fog") == "on",
        clock=said.get("clock", "locale"),
        language_chosen=bool(language),
    )


def is_offered(set_to: PreferenceSet) -> bool:
    """Tell whether a preference has a value from its list."""
    return set_to.value in CHOICES.get(set_to.name, ())


def first_spoken(accepted: str) -> str:
    """The first language of a browser's list that these pages speak."""
    for wish in accepted.split(","):
        try:
            return get_supported_language_variant(wish.split(";")[0].strip().lower())
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
