"""Catalogues for tests: one in no language at all, and one that remembers what it was asked for."""

from __future__ import annotations

import re
from typing import ClassVar

PLACEHOLDER = re.compile(r"(\{[^}]*\})")
NO_LETTER = {ord(letter): "ж" for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}


class Nowhere:
    """A language of a single letter: an English letter that comes through was never asked for."""

    def gettext(self, message: str, /) -> str:
        """Leave the placeholders and nothing else of the English."""
        parts = PLACEHOLDER.split(message)
        return "".join(one if one.startswith("{") else one.translate(NO_LETTER) for one in parts)

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """The same for either form."""
        return self.gettext(singular if n == 1 else plural)

    def pgettext(self, context: str, message: str, /) -> str:  # noqa: ARG002 - one letter fits all
        """The same in every place."""
        return self.gettext(message)


class Asked:
    """English that writes down every msgid it was asked for."""

    def __init__(self) -> None:
        self.msgids: set[str] = set()

    def gettext(self, message: str, /) -> str:
        """Write it down and give it back."""
        self.msgids.add(message)
        return message

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Write the singular down: a catalogue finds both forms under it."""
        self.msgids.add(singular)
        return singular if n == 1 else plural

    def pgettext(self, context: str, message: str, /) -> str:  # noqa: ARG002 - the msgid is enough here
        """Write it down and give it back."""
        self.msgids.add(message)
        return message


class German:
    """A handful of words of another grammar: other marks, another order, months of its own."""

    words: ClassVar = {
        "{day} {month}": "{day}. {month}",
        "May": "Mai",
        "{weekday} was a big day.": "Ein großer Tag war {weekday}.",
        "Saturday": "Samstag",
        ",": ".",
        ".": ",",
        "{number} step": "{number} Schritt",
        "{number} steps": "{number} Schritte",
        "{whole}½ minutes": "{whole}½ Minuten",
    }

    def gettext(self, message: str, /) -> str:
        """The word, where it is known."""
        return self.words.get(message, message)

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """One or many, as in English."""
        return self.gettext(singular if n == 1 else plural)

    def pgettext(self, context: str, message: str, /) -> str:  # noqa: ARG002 - one meaning each
        """The word, where it is known."""
        return self.gettext(message)
