"""Numbers as people and programs write them: decimal commas, thousands, and no answer at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_ANSWER: Final = frozenset(
    ["", "-", "–", "—", "nan", "none", "null", "nil", "na", "n/a", "#n/a", "n.a."]
)
_MARKS: Final = ".,"
_DASHES: Final = str.maketrans("\u2212\u2013", "--")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})")
# 9 365 or 9'365, with any of the blanks that programs print.
_BLANK: Final = r"[ '\u00a0\u2009\u2019\u202f]"
_BLANKS: Final = re.compile(_BLANK)
_SPACED: Final = re.compile(rf"[+-]?[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?:[.,][0-9]{{1,2}})?")
_GROUPED: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")


def is_no_answer(text: str) -> bool:
    """Tell an empty cell, a dash or a program's word for nothing. Never a zero."""
    return text.strip().casefold() in _NO_ANSWER


def rating(text: str) -> float | None:
    """Read an answer on a scale. A comma in it can be nothing but a decimal comma."""
    return _number(text.strip().translate(_DASHES).replace(",", "."))


@dataclass(slots=True)
class Amounts:
    """How one column writes its amounts.

    9,365 can be nine thousand or nine and a bit: the other cells of the column decide.
    """

    decimal_marks: set[str] = field(default_factory=set)
    thousands: str = ""
    zero: bool = False

    def look_at(self, texts: Iterable[str]) -> None:
        """Take note of some cells."""
        for text in texts:
            amount = _tidy(text)
            marks = _marks(amount)
            if len(marks) == 1 and _is_grouped(amount):
                self.thousands = self.thousands or amount
            elif len(marks) == 1:
                self.decimal_marks.add(marks)
            self.zero = self.zero or self.amount(text) == 0

    @property
    def taken_for_thousands(self) -> str:
        """An amount such as 9,365 that was read as 9365, or nothing."""
        mark = _marks(self.thousands)
        return "" if mark in self.decimal_marks else self.thousands

    def amount(self, text: str) -> float | None:
        """Read an amount the way the whole column is written."""
        amount = _tidy(text)
        marks = _marks(amount)
        if len(marks) == 1 and not (_is_grouped(amount) and marks not in self.decimal_marks):
            return _number(amount.replace(marks, "."))
        if len(set(marks)) > 1:
            whole, _, decimals = amount.rpartition(marks[-1])
            return _number(f"{_ungrouped(whole)}.{decimals}")
        return _number(_ungrouped(amount))


def _tidy(text: str) -> str:
    text = text.strip().translate(_DASHES)
    return _BLANKS.sub("", text) if _SPACED.fullmatch(text) else text


def _is_grouped(amount: str) -> bool:
    return _GROUPED.fullmatch(amount) is not None


def _ungrouped(amount: str) -> str:
    return amount.replace(",", "").replace(".", "") if _is_grouped(amount) else amount


def _marks(amount: str) -> str:
    return "".join(letter for letter in amount if letter in _MARKS)


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text) else None
