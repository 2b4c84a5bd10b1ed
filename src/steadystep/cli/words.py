"""The words of this door: a catalogue in the person's language where there is one, else English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.explain import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.explain import Translations

DOMAIN = "steadystep"
CATALOGUES = Path(__file__).parent.parent / "locale"
# Where a terminal says which languages its person reads; the first that says anything is heard.
_SAID_IN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@cache
def words(catalogues: Path = CATALOGUES) -> Translations:
    """The catalogue of the first language that the environment names and we speak."""
    for language in _wanted():
        # English is the language of the msgids: nobody who asks for it first hears another.
        if _code(language) in {"en", "c", "posix"}:
            return ENGLISH
        if (spoken := words_in(language, catalogues)) is not ENGLISH:
            return spoken
    return ENGLISH


@cache
def words_in(language: str, catalogues: Path = CATALOGUES) -> Translations:
    """The catalogue of one language, English where there is none."""
    import gettext

    if gettext.find(DOMAIN, str(catalogues), [language]) is None:
        return ENGLISH
    return gettext.translation(DOMAIN, str(catalogues), [language])


def languages(catalogues: Path = CATALOGUES) -> tuple[str, ...]:
    """The codes of the languages we speak, English first."""
    spoken = (one.parent.parent.name for one in catalogues.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return ("en", *sorted(spoken))


def _wanted() -> Iterator[str]:
    import os

    said = next((os.environ[name] for name in _SAID_IN if os.environ.get(name)), "")
    return (language for language in said.split(":") if language)


def _code(language: str) -> str:
    """The language of "en_GB.UTF-8"."""
    return language.replace(".", "_").partition("_")[0].lower()
