"""Reading a table of a spec key by key. What is wrong is gathered, each with its place."""

from __future__ import annotations

from difflib import get_close_matches
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a planner's knob may hold.
Plain = bool | int | float | str | tuple["Plain", ...]

LONGEST_NAME = 60


class Limits(NamedTuple):
    """What a number may be.

    Attributes:
        low: The least.
        high: The most.
        whole: No fractions.
    """

    low: float
    high: float
    whole: bool = False

    def __str__(self) -> str:
        return f"{self.low:,g} to {self.high:,.15g}"


class Fields:
    """One table of a spec. Each key is asked for once; `close` names those nobody asked for."""

    def __init__(self, values: Mapping[str, Any], place: str, wrong: list[str]) -> None:
        self._values = dict(values)
        self._known: list[str] = []
        self._place = place
        self._wrong = wrong

    def complain(self, key: str, what: str) -> None:
        """Note what is wrong with a key, after its place."""
        where = ".".join(part for part in (self._place, key) if part)
        self._wrong.append(f"{where}: {what}")

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """Read a name or a title; without a default it has to be there."""
        value = self._take(key, default)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.complain(key, f"{_shown(value)} is not text. Put it in quotation marks.")
        elif not value.strip() or len(value) > LONGEST_NAME or not value.isprintable():
            self.complain(key, f"Say it in 1 to {LONGEST_NAME} letters, on one line.")
        else:
            return value.strip()
        return ""

    def number(self, key: str, limits: Limits, default: float | None = None) -> float:
        """Read a number within its limits; without a default it has to be there."""
        value = self._take(key, default)
        return limits.low if value is None else self._number(key, value, limits)

    def whole(self, key: str, limits: Limits, default: int | None = None) -> int:
        """Read a whole number within its limits."""
        return int(self.number(key, limits._replace(whole=True), default))

    def numbers(
        self, key: str, limits: Limits, default: tuple[float, ...] | None = None
    ) -> tuple[float, ...]:
        """Read a list of numbers, all different."""
        if not self.has(key) and default is not None:
            self._known.append(key)
            return default
        read = tuple(self._number(key, one, limits) for one in self._list(key, at_least=1))
        if len(set(read)) < len(read):
            self.complain(key, "A number stands there twice.")
        return read

    def chosen(
        self, key: str, known: Sequence[str], default: Sequence[str] | None = None
    ) -> tuple[str, ...]:
        """Read a list of words out of the known ones, each once."""
        if not self.has(key) and default is not None:
            self._known.append(key)
            return tuple(default)
        words = self._list(key, at_least=1)
        for word in words:
            self._one_of(key, word, known)
        if len({str(word) for word in words}) < len(words):
            self.complain(key, "A name stands there twice.")
        return tuple(word for word in words if word in known)

    def one_of(self, key: str, known: Sequence[str], default: str | None = None) -> str:
        """Read one of the known words."""
        value = self._take(key, default)
        return value if value is not None and self._one_of(key, value, known) else ""

    def table(self, key: str) -> Fields | None:
        """Open a table inside this one; None where there is none."""
        value = self._take(key, {}) if self.has(key) else None
        self._known.append(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.complain(key, f"{_shown(value)} is not a table. Begin it with [{key}].")
            return None
        return Fields(value, self._inside(key), self._wrong)

    def tables(self, key: str, *, at_least: int = 0) -> list[Fields]:
        """Open each of a list of tables, which are counted from one."""
        values = self._list(key, at_least=at_least) if self.has(key) or at_least else []
        self._known.append(key)
        opened: list[Fields] = []
        for number, value in enumerate(values, start=1):
            name = f"{key}[{number}]"
            if isinstance(value, dict):
                opened.append(Fields(value, self._inside(name), self._wrong))
            else:
                self.complain(name, f"{_shown(value)} is not a table. Begin it with [[{key}]].")
        return opened

    def unread(self) -> list[str]:
        """The keys that have not been asked for."""
        return [key for key in self._values if key not in self._known]

    def plain(self, key: str) -> Plain:
        """Read a number, a word or a list of them, whatever it is called."""
        value = _plain(self._take(key, None))
        if value is None:
            self.complain(key, "Say a number, a word, or a list of them.")
            return 0
        return value

    def close(self) -> None:
        """Name the keys that mean nothing here."""
        known = list(dict.fromkeys(self._known))
        for key in self.unread():
            near = get_close_matches(key, known, n=1)
            asked = f" Perhaps {near[0]}?" if near else f" Known: {', '.join(known)}."
            self.complain(key, f"There is no such key here.{asked}")

    def _take(self, key: str, default: object) -> Any:  # noqa: ANN401 - whatever TOML holds
        self._known.append(key)
        if key in self._values:
            return self._values[key]
        if default is None:
            self.complain(key, "It is missing.")
        return default

    def _list(self, key: str, *, at_least: int) -> list[Any]:
        value = self._take(key, None)
        if value is None:
            return []
        if not isinstance(value, list):
            self.complain(key, f"{_shown(value)} is not a list. Put it in square brackets.")
            return []
        if len(value) < at_least:
            self.complain(key, f"Name at least {at_least}.")
        return value

    def _number(self, key: str, value: object, limits: Limits) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.complain(key, f"{_shown(value)} is not a number.")
        elif not isfinite(value):
            self.complain(key, f"{value} is not a number one can count with.")
        elif limits.whole and value != int(value):
            self.complain(key, f"{value:g} is not a whole number.")
        elif not limits.low <= value <= limits.high:
            self.complain(key, f"{value:,.15g} is outside {limits}.")
        else:
            return value
        return limits.low

    def _one_of(self, key: str, value: object, known: Sequence[str]) -> bool:
        if value in known:
            return True
        self.complain(key, f"{_shown(value)} is not known. Known: {', '.join(known) or 'none'}.")
        return False

    def _inside(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key


def _plain(value: object) -> Plain | None:
    if isinstance(value, list):
        parts = [_plain(one) for one in value]
        return None if None in parts else tuple(one for one in parts if one is not None)
    if isinstance(value, float) and not isfinite(value):
        return None
    return value if isinstance(value, bool | int | float | str) else None


def _shown(value: object) -> str:
    """A value as the person wrote it, cut where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= LONGEST_NAME else shown[:LONGEST_NAME] + "…"
