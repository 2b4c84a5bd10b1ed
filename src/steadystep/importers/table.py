"""A CSV file as rows of cells: opened as often as needed, never held whole."""

from __future__ import annotations

import codecs
import csv
import io
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from steadystep.importers.letters import UTF_16, encoding_of, not_text, text_of
from steadystep.importers.reading import HEAD_BYTES, CannotRead, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from steadystep.importers.letters import Encoding
    from steadystep.importers.reading import Progress

Row = list[str]

_BYTES_BETWEEN_NEWS: Final = 1 << 18
_SAMPLE_LETTERS: Final = 1 << 16
_SAMPLE_LINES: Final = 40
# So many letters, times the lines at once, are held in memory.
_LONGEST_LINE: Final = 1 << 20
_LINES_AT_ONCE: Final = 16
_ROWS_AT_ONCE: Final = 4096
_DELIMITERS: Final = ",;\t"
_LINE_END: Final = re.compile("[\r\n]")
# A text holds no such character, so a row that begins with it is ours.
_TOO_LONG: Final = "\0"

PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")
_SHEETS: Final = (b"[Content_Types].xml", b"application/vnd.oasis", b"\xd0\xcf\x11\xe0")
_NOT_TEXT: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"SQLite format 3")
A_SPREADSHEET = Sentence("This is a spreadsheet. Save the sheet as CSV and read that file.")
_NOT_ROWS: Final = (b"{", b"[", b"<")


@dataclass(frozen=True, slots=True)
class Table:
    """Where the rows are, and how they are written."""

    file: IO[bytes]
    encoding: Encoding
    delimiter: str
    rows_before: int
    header: tuple[str, ...]
    assumed: tuple[Sentence, ...]

    def rows(self, progress: Progress | None) -> Iterator[tuple[int, Row | Sentence]]:
        """Yield each row with the line it starts on; a row that cannot be read has a sentence."""
        lines = _Lines(self.file, self.encoding, progress)
        reader = _csv(lines, self.delimiter)
        for _ in islice(reader, self.rows_before):
            pass
        while True:
            start = reader.line_num + 1
            try:
                row = next(reader, None)
            except csv.Error:
                yield start, _cell_too_long()
                continue
            if row is None:
                return
            if not row:
                continue
            if lines.ended:
                # Every row that is given has a cell.
                if len(row) > 1:
                    yield start, row[:-1]
                yield start, _quote_left_open()
            elif row[0] == _TOO_LONG:
                yield start, _line_too_long()
            else:
                yield start, row

    def many_rows(self, progress: Progress | None) -> Iterator[list[Row]]:
        """Yield very many rows at a time, fast, without the ones that cannot be read."""
        reader = _csv(_Lines(self.file, self.encoding, progress), self.delimiter)
        for _ in islice(reader, self.rows_before):
            pass
        ended = False
        while not ended:
            before = reader.line_num
            rows: list[Row] = []
            with suppress(csv.Error):
                rows.extend(islice(reader, _ROWS_AT_ONCE))
            ended = reader.line_num == before
            yield list(filter(None, rows))


class _Lines:
    """The lines of the file, none of them endless. Knows when they have ended."""

    def __init__(self, file: IO[bytes], encoding: Encoding, progress: Progress | None) -> None:
        self.ended = False
        self._file = file
        self._encoding = encoding
        self._progress = progress

    def __iter__(self) -> Iterator[str]:
        told = 0
        with text_of(self._file, self._encoding) as text:
            some_lines = iter(partial(text.readline, _LONGEST_LINE), "")
            while lines := list(islice(some_lines, _LINES_AT_ONCE)):
                yield from lines if max(map(len, lines)) < _LONGEST_LINE else _cut(lines, text)
                if self._progress and self._file.tell() - told >= _BYTES_BETWEEN_NEWS:
                    self._progress(self._file.tell() - told)
                    told = self._file.tell()
        if self._progress:
            self._progress(self._file.tell() - told)
        # One empty line more: a quote mark that is still open would swallow it.
        self.ended = True
        yield "\n"


def _cut(lines: Sequence[str], text: io.TextIOWrapper) -> Iterator[str]:
    """Give one short mark in place of each line that is too long to be a diary's."""
    pieces = iter(lines)
    for line in pieces:
        if len(line) < _LONGEST_LINE:
            yield line
            continue
        piece = line
        while len(piece) == _LONGEST_LINE and not piece.endswith(("\n", "\r")):
            piece = next(pieces, None) or text.readline(_LONGEST_LINE)
        yield f"{_TOO_LONG}\n"


def open_table(file: IO[bytes]) -> Table:
    """Find out how the file is written, and what its columns are called."""
    file.seek(0)
    refuse_what_is_no_table(file.read(HEAD_BYTES))
    encoding = encoding_of(file)
    sample = _sample(file, encoding)
    named = re.match(r"\s*sep=([,;\t])\s*$", sample[0]) if sample else None
    before = 1 if named else 0
    delimiter = named[1] if named else _delimiter(sample)
    rows = _sample_rows(sample[before:], delimiter)
    header = next((at for at, row in enumerate(rows) if any(map(str.strip, row))), None)
    if header is None:
        raise CannotRead(_empty())
    return Table(
        file=file,
        encoding=encoding,
        delimiter=delimiter,
        rows_before=before + header + 1,
        header=tuple(name.strip() for name in rows[header]),
        assumed=tuple(_said_of(encoding.name, delimiter)),
    )


def first_line(head: bytes) -> str:
    """Give the first line as far as its first bytes tell."""
    encoding = "utf-16" if head.startswith(UTF_16) else "utf-8-sig"
    return _LINE_END.split(head.decode(encoding, errors="replace").lstrip(), maxsplit=1)[0]


def refuse_what_is_no_table(head: bytes) -> None:
    """Say what else the file is, and what to do, if its first bytes tell."""
    if not head:
        raise CannotRead(_empty())
    if any(mark in head for mark in _SHEETS):
        raise CannotRead(A_SPREADSHEET)
    if head.startswith(PACKED):
        raise CannotRead(Sentence("This is a packed file. Unpack it first, then read the CSV."))
    if head.startswith(_NOT_TEXT):
        raise CannotRead(not_text())
    if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(_NOT_ROWS):
        raise CannotRead(
            Sentence("This file has no rows and columns. Save the diary as CSV and read that.")
        )


def _sample(file: IO[bytes], encoding: Encoding) -> list[str]:
    """Take a few whole lines from the start."""
    with text_of(file, encoding) as text:
        lines = io.StringIO(text.read(_SAMPLE_LETTERS), newline="").readlines()
        more = text.read(1)
    if more:
        lines = lines[:-1]
        if not lines:
            raise CannotRead(
                Sentence("The first line is far too long. It holds the names of the columns.")
            )
    return lines[:_SAMPLE_LINES]


def _delimiter(sample: Sequence[str]) -> str:
    """Take the separator that cuts the first two rows alike, and into the most cells."""

    def fit(delimiter: str) -> tuple[bool, int]:
        first, *others = [len(row) for row in _sample_rows(sample, delimiter) if row] or [0]
        return (first > 1 and others[:1] == [first], first)

    return max(_DELIMITERS, key=fit)


def _sample_rows(sample: Sequence[str], delimiter: str) -> list[Row]:
    return list(_csv(sample, delimiter))


if TYPE_CHECKING:
    from _csv import Reader as _CsvReader


def _csv(lines: Iterable[str], delimiter: str) -> _CsvReader:
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True)


def _said_of(encoding: str, delimiter: str) -> Iterator[Sentence]:
    if encoding == "cp1252":
        yield Sentence(
            "The file is not UTF-8, so it was read as Windows-1252. "
            "If letters look wrong, save it again as UTF-8."
        )
    if delimiter == ";":
        yield Sentence("Semicolons part the columns.")
    if delimiter == "\t":
        yield Sentence("Tabs part the columns.")


def _empty() -> Sentence:
    return Sentence("The file is empty. Choose the file that holds the diary.")


def _cell_too_long() -> Sentence:
    return Sentence(
        'A cell is far too long. Perhaps a quote mark (") was left open: close it and read again.'
    )


def _line_too_long() -> Sentence:
    return Sentence("The line is far too long, so it was left out. Shorten it and read again.")


def _quote_left_open() -> Sentence:
    return Sentence(
        'A quote mark (") is left open, so the rest of the file was taken as one cell. '
        "Close it and read again."
    )
