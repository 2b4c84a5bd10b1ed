"""An invented language: every letter is one letter, so that English that comes through is seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.words.catalogues import brought_up_to_date, compiled, msgids
from tests.words.gathering import DOMAINS

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Message

# Nobody has translated Steadystep into Ukrainian yet. Django's own words for it (weekdays, months)
# have letters of their own, so that they are not taken for English.
CODE = "uk"
_LETTER = re.compile(r"[A-Za-z]")
# What a translator leaves alone: gaps, tags and their like.
_KEPT = re.compile(r"(\{[^}]*\}|%\([a-z_]+\)[sd]|%%|<[^>]+>|&[a-z]+;)")


def invent(folder: Path) -> Path:
    """Write both catalogues of the invented language, as a third language would be added."""
    for domain in DOMAINS:
        catalogue = brought_up_to_date(domain, CODE)
        for message in catalogue:
            if message.id:
                message.string = _words(message, catalogue.num_plurals)
        file = folder / CODE / "LC_MESSAGES" / f"{domain}.mo"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(compiled(catalogue))
    return folder


def in_it(english: str) -> str:
    """A text in the invented language."""
    parts = _KEPT.split(english)
    return "".join(
        part if place % 2 else _LETTER.sub("ж", part) for place, part in enumerate(parts)
    )


def _words(message: Message, forms: int) -> str | tuple[str, ...]:
    english = msgids(message)
    if message.context == "the code of your language":
        return CODE
    if message.context == "ltr or rtl: how your language is written":
        return english[0]
    if message.pluralizable:
        return tuple(in_it(english[min(form, 1)]) for form in range(forms))
    return in_it(english[0])
