"""A part of export.xml, read from its first byte to its last in constant memory.

An element belongs to the part in which its "<" stands. So a file may be read in any number of
parts, each in a process of its own, and all of them together hand on what one reading would.
Nothing depends on how many bytes are read at a time either.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.apple_health.records import RECORD, Records
from steadystep.importers.apple_health.workouts import Workouts
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Progress

READ_BYTES: Final = 262_144
# A choice. What an element, or a group of records, may hold.
LONGEST_ELEMENT: Final = 1_048_576
# No beginning of an element that we look for is longer.
_LONGEST_BEGINNING: Final = 32

_BEGINS: Final = re.compile(rb"<(?:Record|Workout|ActivitySummary|Correlation)\s")
_NO_RECORD: Final = re.compile(rb"<(Workout|ActivitySummary|Correlation)\s")
_GROUP: Final = re.compile(rb"<Correlation\s[^>]*(?<!/)>")
_GROUP_BEGINS: Final = re.compile(rb"<Correlation\s")
_GROUP_ENDS: Final = b"</Correlation"
_FILE_ENDS: Final = b"</HealthData"
_ENDS_EARLY: Final = Sentence(
    "The file ends early. All before was read. Export again from the Health app."
)


class Part(NamedTuple):
    """A part of a file.

    Attributes:
        first: Its first byte.
        end: The byte after its last; None at the end of the file.
    """

    first: int
    end: int | None


class About(NamedTuple):
    """What is the same for all parts of a file.

    Attributes:
        file: Its name, for the person.
        choices: What the person said.
        today: The day of the reading.
        exported: The day of the export, which was not over yet; None where the file does not tell.
    """

    file: str
    choices: ExportChoices
    today: date
    exported: date | None


def read_part(stream: IO[bytes], part: Part, about: About, into: Into, progress: Progress) -> bool:
    """Hand on what begins in this part, and tell whether anything did.

    The stream is the whole file, at its beginning. The progress told is that of the part.
    """
    elements = _Elements(into, part, about)
    # A group that begins before the part may reach into it.
    place = _go_to(stream, max(0, part.first - LONGEST_ELEMENT))
    text = b""
    while part.end is None or place < part.end:
        more = stream.read(READ_BYTES)
        progress(_inside(part, place + len(text), len(more)))
        text += more
        plain = _NO_RECORD.search(text) is None
        whole = _whole(text, plain=plain) if more else len(text)
        elements.read(text[:whole], place, plain=plain)
        if not more:
            if part.end is None and _FILE_ENDS not in text:
                into.unreadable(f"{about.file}, byte {place + whole:,}", _ENDS_EARLY)
            break
        place, text = place + whole, text[whole:]
    elements.end()
    return elements.any


class _Elements:
    """Finds the elements of a text, and gives each to its reader."""

    def __init__(self, into: Into, part: Part, about: About) -> None:
        file, choices, today, exported = about
        self._part = part
        self._records = Records(into, choices=choices, today=today, file=file)
        self._workouts = Workouts(into, today=today, file=file, exported=exported)
        self.any = False

    def read(self, text: bytes, place: int, *, plain: bool) -> None:
        """Read the elements that begin in the text and in the part; it stands at a place.

        Args:
            text: Whole elements.
            place: Where it stands in the file.
            plain: There are none but records in it.
        """
        done = 0
        for found in () if plain else _NO_RECORD.finditer(text):
            begins = found.start()
            if begins < done:
                continue
            if found[1] == b"Correlation":
                if group_ends := _end_of_group(text, begins):
                    # What is in a group stands outside of it as well, so says Apple in the file.
                    self._read_records(text, done, begins, place)
                    done = group_ends
            elif self._is_mine(place + begins):
                following = _BEGINS.search(text, found.end())
                ends = min(following.start() if following else len(text), begins + LONGEST_ELEMENT)
                self._workouts.read(found[1], text[begins:ends], place + begins)
                self.any = True
        self._read_records(text, done, len(text), place)

    def end(self) -> None:
        """Say what can be said only when all is read."""
        self._records.tell_what_was_left_out()

    def _read_records(self, text: bytes, begins: int, ends: int, place: int) -> None:
        begins = max(begins, self._part.first - place)
        if self._part.end is not None and place + ends > self._part.end:
            # The last record that is ours runs on to where the next one begins.
            following = _BEGINS.search(text, max(begins, self._part.end - place), ends)
            ends = following.start() if following else ends
        if begins < ends:
            met = self._records.read(text[begins:ends], place + begins)
            self.any = self.any or met

    def _is_mine(self, place: int) -> bool:
        return place >= self._part.first and (self._part.end is None or place < self._part.end)


def _whole(text: bytes, *, plain: bool) -> int:
    """Tell how far a text holds whole elements: as far as where its last one begins."""
    last = _last_beginning(text)
    seen = len(text) - _LONGEST_BEGINNING
    if last < 0 or seen - last >= LONGEST_ELEMENT:
        last = max(0, seen)
    return last if plain else _not_inside_a_group(text, last, seen)


def _not_inside_a_group(text: bytes, last: int, seen: int) -> int:
    """Move a place that lies inside a group to its end, or before it while its end is not seen."""
    begins = -1
    for found in _GROUP_BEGINS.finditer(text):
        begins = found.start()
    if begins < 0:
        return last
    ends = text.find(_GROUP_ENDS, begins, begins + LONGEST_ELEMENT)
    if ends >= 0:
        return max(last, ends + len(_GROUP_ENDS))
    return last if seen - begins >= LONGEST_ELEMENT else begins


def _last_beginning(text: bytes) -> int:
    # Mostly it is a record, and looked for from the end; another element may follow it.
    last = text.rfind(RECORD)
    if not _BEGINS.match(text, max(0, last)):
        last = -1
    for found in _BEGINS.finditer(text, last + 1):
        last = found.start()
    return last


def _end_of_group(text: bytes, begins: int) -> int | None:
    """Where the group ends that begins here; nothing where it has no end that can be trusted."""
    ends = text.find(_GROUP_ENDS, begins, begins + LONGEST_ELEMENT)
    if ends < 0 or not _GROUP.match(text, begins, ends):
        return None
    return None if _GROUP_BEGINS.search(text, begins + 1, ends) else ends


def _go_to(stream: IO[bytes], place: int) -> int:
    """Go to a place of a stream. What comes out of a zip has to be read up to there."""
    if stream.seekable():
        return stream.seek(place)
    passed = 0
    while passed < place and (more := stream.read(min(READ_BYTES, place - passed))):
        passed += len(more)
    return passed


def _inside(part: Part, place: int, length: int) -> int:
    """How many of these bytes lie in the part."""
    end = place + length if part.end is None else min(place + length, part.end)
    return max(0, end - max(place, part.first))
