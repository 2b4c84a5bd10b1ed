"""Which day a cell names. The order of day, month and year is found out or asked, never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, assert_never, get_args

from steadystep.importers.reading import CannotRead, DateOrder, Sentence, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

_OLDEST_YEAR: Final = 1900
_MONTHS: Final = 12
_DAYS: Final = 31
_YEAR_LETTERS: Final = 4

_DATE: Final = re.compile(
    r"([0-9]{1,4})\s*([-/.])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,4})"  # 2024-05-31 or 31. 5. 2024
    r"(?:(?:T|,?\s+)[0-9]{1,2}[:.][0-9]{2}.{0,40})?"  # 12:00:00 AM or T08:30:00+02:00
)
_COMPACT: Final = re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})")
# Marks of writing direction, which Hebrew exports put around a date.
_UNSEEN: Final = str.maketrans("", "", "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")


@dataclass(slots=True)
class Evidence:
    """What the dates of a whole file say about their order, with a date that says so."""

    year_first: str = ""
    day_first: str = ""
    month_first: str = ""
    either: str = ""
    alike: str = ""

    def look_at(self, texts: Iterable[str]) -> None:
        """Take note of some cells. A part above twelve is a day."""
        for text in texts:
            self.sees(text)

    def sees(self, text: str) -> bool:
        """Take note of one cell, and tell whether it is a date."""
        parts = _parts(text)
        if parts:
            self._note(text, *parts)
        return parts is not None

    def _note(self, text: str, first: str, second: str, third: str) -> None:
        if len(first) == _YEAR_LETTERS:
            self.year_first = self.year_first or text
        elif len(third) != _YEAR_LETTERS:
            return
        elif _MONTHS < int(first) <= _DAYS and int(second) <= _MONTHS:
            self.day_first = self.day_first or text
        elif _MONTHS < int(second) <= _DAYS and int(first) <= _MONTHS:
            self.month_first = self.month_first or text
        elif int(first) == int(second):
            self.alike = self.alike or text
        else:
            self.either = self.either or text

    def order(self, chosen: DateOrder | None) -> DateOrder:
        """Tell the order, or ask for it. A door may pass on whatever a person typed."""
        if chosen and chosen not in get_args(DateOrder):
            raise CannotRead(
                Sentence(
                    "“{order}” is no order of dates. Write --dates ymd, dmy or mdy.",
                    {"order": shown(chosen)},
                ),
                flag="--dates",
            )
        if not (self.day_first or self.month_first or self.either or self.alike):
            return self._year_first()
        if chosen:
            return chosen
        if self.day_first and self.month_first:
            raise CannotRead(_both_orders(self.day_first, self.month_first), flag="--dates")
        if self.either and not (self.day_first or self.month_first):
            raise CannotRead(_either_order(self.either), flag="--dates")
        return "mdy" if self.month_first else "dmy"

    def _year_first(self) -> DateOrder:
        if self.year_first:
            return "ymd"
        raise CannotRead(
            Sentence("No date could be read. Write dates like 2024-05-31, one on each line.")
        )


def day_of(text: str, order: DateOrder, today: date) -> date | Sentence:
    """Tell the day, or why it cannot be told. A date with its year first needs no order."""
    parts = _parts(text)
    if parts is None:
        return _no_date(text) if text.strip() else Sentence("There is no date. Add it.")
    if _YEAR_LETTERS not in (len(parts[0]), len(parts[2])):
        return Sentence(
            "“{date}” has no year of four digits. Write it like 2024-05-31.", {"date": shown(text)}
        )
    in_order = _year_month_day(parts, order)
    if in_order is None:
        return _other_order(text)
    try:
        day = date(*in_order)
    except ValueError:
        return _other_order(text)
    if day > today:
        return Sentence(
            "{date} is still to come. Correct the date and read again.", {"date": day.isoformat()}
        )
    if day.year < _OLDEST_YEAR:
        return _no_date(text)
    return day


def looks_like_a_date(text: str) -> bool:
    """Tell whether this is a date in any order."""
    return _parts(text) is not None


def said_of_order(column: str, order: DateOrder) -> Sentence:
    """Say where the days come from and in which order they were read."""
    values = {"column": shown(column)}
    match order:
        case "ymd":
            return Sentence("Days come from “{column}”, written year, month, day.", values)
        case "dmy":
            return Sentence("Days come from “{column}”, written day, month, year.", values)
        case "mdy":
            return Sentence("Days come from “{column}”, written month, day, year.", values)
        case _:
            assert_never(order)


def _parts(text: str) -> tuple[str, str, str] | None:
    text = text.translate(_UNSEEN).strip()
    found = _DATE.fullmatch(text) or _COMPACT.fullmatch(text)
    return (found[1], found[3], found[4]) if found else None


def _year_month_day(parts: tuple[str, str, str], order: DateOrder) -> tuple[int, int, int] | None:
    first, second, third = map(int, parts)
    if len(parts[0]) == _YEAR_LETTERS:
        return first, second, third
    match order:
        case "dmy":
            return third, second, first
        case "mdy":
            return third, first, second
        case "ymd":
            return None
        case _:
            assert_never(order)


def _no_date(text: str) -> Sentence:
    return Sentence("“{date}” is not a date. Write it like 2024-05-31.", {"date": shown(text)})


def _other_order(text: str) -> Sentence:
    return Sentence(
        "“{date}” is not a day in this file's order. Correct it, or name the order with --dates.",
        {"date": shown(text)},
    )


def _either_order(text: str) -> Sentence:
    return Sentence(
        "Dates such as {date} can be read in two ways. "
        "Add --dates dmy if the day comes first, or --dates mdy if the month does.",
        {"date": shown(text)},
    )


def _both_orders(day_first: str, month_first: str) -> Sentence:
    return Sentence(
        "{day_first} has the day first and {month_first} has the month first. "
        "Name the order with --dates dmy or --dates mdy.",
        {"day_first": shown(day_first), "month_first": shown(month_first)},
    )
