"""What an editor wrote in TOML, asked for one value after the other; what is off is gathered.

So one look names everything that is wanted, and not the first thing alone.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Wanted = TypeVar("Wanted", str, int, date)
Word = TypeVar("Word", bound=StrEnum)
# Where a name stands: its table, how many such tables came before it, and the name itself.
Place = tuple[str, int, str]

# Nothing in a programme is counted this far.
MOST = 9_999
_TABLE = re.compile(r"^\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(?:#.*)?$")
_NAME = re.compile(r"^\s*([\w-]+)[\w.-]*\s*=")
_KINDS: dict[type, str] = {
    str: "text between quotation marks",
    int: f"a whole number from 0 to {MOST}",
    date: "a date such as 2026-11-22",
}
# What stands in for a value that is not there, so that the other values are looked at too.
_NOTHING: dict[type, Any] = {str: "", int: 0, date: date.min}


@dataclass(frozen=True, slots=True)
class Off:
    """Something that is off.

    Attributes:
        what: What is there, and what to do.
        line: The line of the file, where one is known.
        stops: Without it the file cannot be used.
    """

    what: str
    line: int | None = None
    stops: bool = True


class NotToml(Exception):
    """The text is no TOML; the message says where, and what the reader stumbled over."""


def toml(text: str) -> dict[str, Any]:
    """Read a text as TOML.

    Raises:
        NotToml: It is none.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise NotToml("brackets in brackets in brackets, and so on") from None
    except ValueError as problem:
        # Beside the reader's own: a whole number of thousands of digits.
        raise NotToml(str(problem)) from None


def lines_of(text: str, *, first: int = 1) -> dict[Place, int]:
    """The line of each name in a TOML text, as far as a quick look tells.

    Args:
        text: The text.
        first: The line of the file on which it begins.
    """
    table, number, seen = "", 0, dict[str, int]()
    found: dict[Place, int] = {}
    for line, words in enumerate(text.split("\n"), start=first):
        begins, named = _TABLE.match(words), _NAME.match(words)
        if begins:
            table = begins[1]
            number = seen.get(table, 0)
            seen[table] = number + 1
            found[table, number, ""] = line
        elif named:
            found.setdefault((table, number, named[1]), line)
    return found


class Table:
    """One table of an editor's.

    Attributes:
        offs: What is off, in this table and in those inside it.
    """

    def __init__(
        self,
        values: Mapping[str, Any],
        called: str,
        *,
        lines: Mapping[Place, int],
        place: tuple[str, int] = ("", 0),
        offs: list[Off] | None = None,
    ) -> None:
        """Begin to ask.

        Args:
            values: What the editor wrote.
            called: How the table is called in a sentence, such as "the front matter".
            lines: Where the names stand.
            place: Which table this is, and how many such came before it.
            offs: Where what is off is gathered; a list of its own if not given.
        """
        self.offs: list[Off] = [] if offs is None else offs
        self._values = values
        self._called = called
        self._lines = lines
        self._place = place
        self._asked: list[str] = []

    @property
    def names(self) -> tuple[str, ...]:
        """What the editor wrote here, by name."""
        return tuple(self._values)

    def line(self, name: str = "") -> int | None:
        """The line of a name, else that of the table."""
        return self._lines.get((*self._place, name), self._lines.get((*self._place, "")))

    def want(self, name: str, kind: type[Wanted]) -> Wanted:
        """A value that has to be there."""
        if self._get(name) is None:
            self.off(name, f"{self._called} has no '{name}'. Add it.")
        return self.may(name, kind)

    def may(self, name: str, kind: type[Wanted]) -> Wanted:
        """A value that may be left out; nothing then stands in for it."""
        found = self._get(name)
        if found is not None and not _fits(found, kind):
            wanted = f"It has to be {_KINDS[kind]}."
            self.off(name, f"'{name}' of {self._called} is {_short(found)}. {wanted}")
            found = None
        value: Wanted = _NOTHING[kind] if found is None else found
        return value

    def word(self, name: str, words: type[Word]) -> Word:
        """One of a few words; the first stands in for one that is not there."""
        said = self.want(name, str)
        if said in set(words):
            return words(said)
        if self._get(name) is not None:
            self.off(name, f"'{name}' is {_short(said)}, which is none of {', '.join(words)}.")
        return next(iter(words))

    def several(self, name: str, kind: type[Wanted]) -> tuple[Wanted, ...]:
        """A list of values; empty where it is left out."""
        found = self._get(name)
        if found is None:
            return ()
        if isinstance(found, list) and all(_fits(one, kind) for one in found):
            return tuple(found)
        wanted = f"It has to be a list, and in it {_KINDS[kind]}, or more of them."
        self.off(name, f"'{name}' of {self._called} is {_short(found)}. {wanted}")
        return ()

    def by_language(self, name: str) -> dict[str, str]:
        """A text in each language, by its code."""
        found = self._get(name)
        if isinstance(found, dict) and all(isinstance(one, str) for one in found.values()):
            return dict(found)
        self.off(name, f"{self._called} needs '{name}' in each language: {name}.en = \"…\".")
        return {}

    def tables(self, name: str) -> Iterator[Table]:
        """The tables of a list, each begun with [[name]]; none where they are left out."""
        found = self._get(name)
        if found is None:
            return
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.off(name, f"'{name}' is no list of tables. Begin each with [[{name}]].")
            return
        for number, one in enumerate(found):
            yield Table(one, f"[[{name}]]", lines=self._lines, place=(name, number), offs=self.offs)

    def done(self) -> None:
        """Say which of the names that the editor wrote were never asked for."""
        for name in self._values:
            if name in self._asked:
                continue
            close = get_close_matches(name, self._asked, n=1)
            meant = f"Did you mean '{close[0]}'?" if close else "Leave it out."
            self.off(name, f"'{name}' of {self._called} is not known. {meant}", stops=False)

    def off(self, name: str, what: str, *, stops: bool = True) -> None:
        """Gather something that is off."""
        self.offs.append(Off(what, self.line(name), stops))

    def _get(self, name: str) -> Any:  # noqa: ANN401 - whatever an editor wrote
        if name not in self._asked:
            self._asked.append(name)
        return self._values.get(name)


def _fits(found: object, kind: type) -> bool:
    # In Python, yes and no are numbers, and an hour of a day is a day.
    if isinstance(found, bool | datetime) or not isinstance(found, kind):
        return False
    return not isinstance(found, int) or 0 <= found <= MOST


def _short(found: object) -> str:
    """What an editor wrote, as a sentence names it."""
    most = 40
    match found:
        case str():
            return f"'{found[:most]}…'" if len(found) > most else f"'{found}'"
        case bool() | int() | float():
            return "yes or no" if isinstance(found, bool) else "a number"
        case list() | dict():
            return "a list" if isinstance(found, list) else "a table"
        case _:
            return "a date or a time"
