"""What was written into a form, looked at before it is believed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeVar

from django.utils.translation import gettext as _

from steadystep.core.correcting import NOTE_LETTERS
from steadystep.core.observations import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

Word = TypeVar("Word")

NOTE_MOST = NOTE_LETTERS
# A choice: a line of one's own list, or whom to call.
LINE_MOST = 80

_AMOUNT = re.compile(r"(\d{1,7})(?:[.,](\d))?", re.ASCII)
_NUMBER = re.compile(r"\d{1,3}", re.ASCII)
# Marks that turn the direction of all that follows: they may make a line say what it does not.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class WrongError(Exception):
    """A field cannot be taken as it is; the message says what would do."""


def one_of(words: Mapping[str, Word], said: str) -> Word:
    """What one of a few words stands for, as a button of ours sends it.

    Raises:
        WrongError: No button of ours sends this.
    """
    if said not in words:
        raise WrongError(_("We did not understand that answer. Tap one of the buttons."))
    return words[said]


def from_0_to_10(said: str) -> int:
    """A whole number of a scale.

    Raises:
        WrongError: It is none, or beyond the scale.
    """
    if not _NUMBER.fullmatch(said) or int(said) > 10:  # noqa: PLR2004 - the scale's own end
        raise WrongError(_("Tap a number from 0 to 10."))
    return int(said)


def amount_of(said: str, unit: Unit, most: int, *, least: int = 0) -> int:
    """An amount as people write it ("5", "2.5", "2½"), in tenths of a unit.

    Args:
        said: What was written.
        unit: Minutes may have halves; times and steps are whole.
        most: The largest amount that is taken for what was meant, tenths.
        least: The smallest.

    Raises:
        WrongError: It is no such amount; the message says what would do.
    """
    tidy = unicodedata.normalize("NFKC", said.replace("½", ".5")).strip()
    found = _AMOUNT.fullmatch(f"0{tidy}" if tidy.startswith(".") else tidy)
    tenths = int(found[1]) * 10 + int(found[2] or 0) if found else -1
    whole = unit == Unit.MINUTES or tenths % 10 == 0
    if not least <= tenths <= most or not whole:
        raise WrongError(_("Write a number up to %(most)s, such as 5.") % {"most": most // 10})
    return tenths


def few_words(said: str, most: int) -> str:
    """Words of the person's own, without what cannot be read.

    Raises:
        WrongError: Nothing is left, or too much.
    """
    clear = unicodedata.normalize("NFC", said.replace("\r\n", "\n")).translate(_TURNS)
    kept = "".join(one for one in clear if one == "\n" or unicodedata.category(one) != "Cc")
    words = kept.strip()
    if not words:
        raise WrongError(_("Write a few words first."))
    if len(words) > most:
        raise WrongError(_("That is too long. Up to %(most)s letters fit.") % {"most": most})
    return words
