"""What a catalogue of words has to offer. The door opens one; here it is asked, and never opened.

English is the language of the msgids, so English needs no catalogue at all.
"""

from __future__ import annotations

from typing import Protocol


class Translations(Protocol):
    """A catalogue, in the shape of the standard library's own translations.

    It stands for one language for as long as it lives: what it said is remembered.
    """

    def __hash__(self) -> int:
        """What was said once in this language is remembered under it."""
        ...

    def gettext(self, message: str, /) -> str:
        """Give one sentence in the person's language."""
        ...

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Give the form of a sentence that goes with this many."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """Give a word as it reads in one place, where another place may want another form."""
        ...


class English:
    """The words as they are written here."""

    def gettext(self, message: str, /) -> str:
        """Give the sentence back."""
        return message

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """One is singular; nought and many are plural."""
        return singular if n == 1 else plural

    def pgettext(self, context: str, message: str, /) -> str:  # noqa: ARG002 - English reads the same everywhere
        """Give the word back."""
        return message


ENGLISH = English()
