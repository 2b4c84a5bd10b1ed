"""The rows of a JSON file that holds a list of them. A row that is broken costs no other."""

from __future__ import annotations

import codecs
import re
from datetime import UTC, date, datetime
from json import JSONDecoder
from typing import IO, TYPE_CHECKING, Any, Final

from steadystep.importers.offsets import OLDEST
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.units import MILLISECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = dict[str, Any]

LIST: Final = re.compile(r"\[")

_DECODER: Final = JSONDecoder(strict=False)
_BETWEEN: Final = re.compile(r"[\s,\0]*")
_FIRST_KEY: Final = re.compile(r'\{\s*"[^"]{0,80}"')
# Rows hold a few thousand letters; a longer one is no row.
_LONGEST_ROW: Final = 1 << 19
# Each attempt at a broken row may go through as many letters as the longest row has.
_MOST_BROKEN: Final = 1000
_SECOND_LETTERS: Final = 19
_DAY_LETTERS: Final = 10


def rows_of(file: IO[bytes], opening: re.Pattern[str] = LIST) -> Iterator[Row | Sentence]:
    """Yield the rows of a list; a sentence stands in the place of each that is broken.

    After a broken row the next one is found by the key with which the first began.
    """
    window, broken = _Window(file), 0
    if not window.begin(opening):
        yield Sentence("The file holds no list of entries. Unpack the export again.")
        return
    while window.goes_on():
        row = window.row()
        if row is not None:
            yield row
            continue
        broken += 1
        yield _broken_row()
        if broken == _MOST_BROKEN:
            yield Sentence("Too much of the file is damaged. The rest of it is left out.")
            return
        window.skip()
    if not window.closed:
        yield Sentence("The file is cut short. What came before is read. Export it again.")


def number_in(row: Row, key: str, lowest: float, highest: float) -> float | Sentence | None:
    """Tell a number; none if there is none; or why it cannot be taken."""
    value = row.get(key)
    if value is None:
        return None
    # A yes or no is a number to Python, and so are those beyond all numbers.
    if type(value) in (int, float) and lowest <= value <= highest:
        return float(value)
    return Sentence(
        "“{value}” for “{key}” is no number from {lowest} to {highest}. The entry is left out.",
        {
            "value": shown(str(value)),
            "key": key,
            "lowest": round(lowest),
            "highest": round(highest),
        },
    )


def moment_in(row: Row, key: str) -> int | None:
    """Tell a moment in seconds since 1970, of whichever clock; none if there is none."""
    value = row.get(key)
    try:
        if isinstance(value, str):
            moment = datetime.fromisoformat(value[:_SECOND_LETTERS]).replace(tzinfo=UTC)
        else:
            moment = datetime.fromtimestamp(value // MILLISECONDS, UTC)  # type: ignore[operator]
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    return int(moment.timestamp()) if moment.year >= OLDEST.year else None


def numbers_in(row: Row, most: Mapping[str, float]) -> dict[str, float] | Sentence:
    """Tell those numbers of a row that are there, from nought to the most of each; or why not."""
    told: dict[str, float] = {}
    for key, highest in most.items():
        value = number_in(row, key, 0, highest)
        if isinstance(value, Sentence):
            return value
        if value is not None:
            told[key] = value
    return told


def word_in(row: Row, key: str) -> str:
    """Tell a word; an empty one if there is none."""
    value = row.get(key)
    return value if isinstance(value, str) else ""


def day_in(row: Row, today: date) -> int | Sentence:
    """Tell the day of a row, as `date.toordinal` counts, or why it cannot be told."""
    text = row.get("calendarDate")
    try:
        day = date.fromisoformat(text[:_DAY_LETTERS])  # type: ignore[index]
    except (TypeError, ValueError):
        return Sentence("The entry has no date that can be read. It is left out.")
    if day.year < OLDEST.year or day.toordinal() > today.toordinal() + 1:
        return Sentence(
            "{date} cannot be. The clock was wrong. The entry is left out.",
            {"date": day.isoformat()},
        )
    return day.toordinal()


class _Window:
    """A stretch of a long text, in which the next row lies whole."""

    def __init__(self, file: IO[bytes]) -> None:
        self.closed = False
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._text, self._at, self._ended = "", 0, False
        self._key = "{"

    def begin(self, opening: re.Pattern[str]) -> bool:
        """Go to the beginning of the list, and learn how its rows begin."""
        self._fill()
        found = opening.search(self._text)
        if found:
            self._at = found.end()
            first = _FIRST_KEY.search(self._text, self._at)
            self._key = first[0] if first else "{"
        return found is not None

    def goes_on(self) -> bool:
        """Go to the next row, if there is one."""
        while True:
            self._fill()
            between = _BETWEEN.match(self._text, self._at)
            self._at = between.end() if between else self._at
            if self._at < len(self._text):
                self.closed = self._text[self._at] == "]"
                return not self.closed
            if self._ended:
                return False

    def row(self) -> Row | None:
        """Read a row; none if it is broken."""
        try:
            row, after = _DECODER.raw_decode(self._text, self._at)
        except (ValueError, RecursionError):
            return None
        if not isinstance(row, dict):
            return None
        self._at = after
        return row

    def skip(self) -> None:
        """Go on to where another row begins."""
        self._at += 1
        while (found := self._text.find(self._key, self._at)) < 0 and not self._ended:
            self._at = max(self._at, len(self._text) - len(self._key))
            self._fill()
        if found < 0:
            self.closed = True
        self._at = found if found >= 0 else len(self._text)

    def _fill(self) -> None:
        while not self._ended and len(self._text) - self._at < _LONGEST_ROW:
            raw = self._file.read(_LONGEST_ROW)
            self._ended = not raw
            self._text = self._text[self._at :] + self._decode(raw, final=self._ended)
            self._at = 0


def _broken_row() -> Sentence:
    return Sentence("The entry is damaged. The others are read. Unpack the export again.")
