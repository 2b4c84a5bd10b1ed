"""FIT files are gone through one after the other, and what they saw is handed on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.importers.fit.bytes import FitDecoder, Messages
from steadystep.importers.fit.chain import Part, parts_of
from steadystep.importers.fit.clock import FileClock
from steadystep.importers.fit.kept import Kept, Known
from steadystep.importers.fit.known_fields import (
    EPOCH_SECONDS,
    FIELDS,
    FILE_ID,
    FIRST_TRUE_TIME,
    MAKERS,
    NO_MAKER,
    TURNS,
    WALL_CLOCKS,
)
from steadystep.importers.fit.part import PartSeen
from steadystep.importers.offsets import end_of_tomorrow, offset_between
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from steadystep.core.observed import Maker
    from steadystep.importers.export import Into

    _Told = Messages | Sentence

_EVERYTHING: Final = FitDecoder(FIELDS, TURNS)
_SURVEY: Final = FitDecoder({number: FIELDS[number] for number in (FILE_ID, *WALL_CLOCKS)})
# A choice: a day of monitoring has less. What a smaller file holds is kept from the survey on.
_SMALL_BYTES: Final = 1 << 17


@dataclass(slots=True)
class FitSeen:
    """Takes FIT files and keeps their days to the end.

    Attributes:
        into: Where things seen are handed.
        today: What is later than tomorrow cannot have been seen.
        known: What other files of the export tell better.
        found: How many things were handed on.
    """

    into: Into
    today: date
    known: Known = field(default_factory=Known)
    found: int = 0
    _kept: Kept = field(default_factory=Kept)

    def read(self, raw: bytes, where: str, *, guess: bool) -> bool:
        """Read a file. One that does not tell its offset is left for later, unless it may guess."""
        parts = list(_surveyed(raw))
        for _, survey, _ in parts:
            if survey.offset is not None:
                self.known.offsets.tell(survey.at, survey.offset)
        if not guess and any(survey.offset is None for _, survey, _ in parts):
            return False
        for part, survey, held in parts:
            if isinstance(part, Sentence):
                self.into.unreadable(where, part)
            else:
                self._read(held or _EVERYTHING.messages(part), survey, where, part.trouble)
        return True

    def finish(self) -> None:
        """Hand on the days, once all files are read."""
        self.found += self._kept.hand_on(self.into, self.known)

    def _read(
        self, told: Iterable[_Told], survey: _Survey, where: str, trouble: Sentence | None
    ) -> None:
        offset = self.known.offsets.at(survey.at) if survey.offset is None else survey.offset
        seen = PartSeen(
            into=self.into,
            known=self.known,
            kept=self._kept,
            source=self.into.source(*(survey.maker or NO_MAKER)),
            device=survey.device,
            clock=FileClock(end_of_tomorrow(self.today), offset),
        )
        for messages in told:
            if isinstance(messages, Messages):
                seen.take(messages)
            else:
                # One damage shows in several ways; the first of them says enough.
                trouble = trouble or messages
        for said in (*([trouble] if trouble else ()), *seen.end()):
            self.into.unreadable(where, said)
        if seen.clock.told and seen.clock.offset is None:
            self.into.assumed(_no_zone())
        self.found += seen.found


class _Survey(NamedTuple):
    """What has to be known of a file before its messages mean something.

    Attributes:
        maker: Who made the device; None if the file does not tell.
        device: Its number, to tell two of them apart. It goes no further.
        at: A moment of the file, seconds since 1970 (UTC).
        offset: What the wall's clock was ahead then; None if the file does not tell.
    """

    maker: tuple[Maker, str] | None = None
    device: int = 0
    at: int = 0
    offset: int | None = None


def _surveyed(raw: bytes) -> Iterator[tuple[Part | Sentence, _Survey, Sequence[_Told]]]:
    """Go through a chain of files. What one of them does not tell holds on from the one before."""
    last = _Survey()
    for part in parts_of(raw):
        held: Sequence[_Told] = ()
        if isinstance(part, Part):
            if len(raw) <= _SMALL_BYTES:
                held = list(_EVERYTHING.messages(part))
            one = _survey(held or _SURVEY.messages(part))
            last = _Survey(
                one.maker or last.maker,
                one.device or last.device,
                one.at or last.at,
                last.offset if one.offset is None else one.offset,
            )
        yield part, last, held


def _survey(told: Iterable[_Told]) -> _Survey:
    """Look for the maker and the clock on the wall, which activities tell at their end."""
    survey = _Survey()
    for messages in told:
        if isinstance(messages, Sentence):
            break
        number, _, times, columns = messages
        if number == FILE_ID:
            maker, device, made = (column[0] for column in columns)
            at = (made or 0) + EPOCH_SECONDS
            survey = _Survey(MAKERS.get(maker or 0, NO_MAKER), device or 0, at)
            continue
        walls = columns[WALL_CLOCKS[number]] if number in WALL_CLOCKS else ()
        for time, wall in zip(times, walls, strict=False):
            if time is None or time < FIRST_TRUE_TIME:
                continue
            survey = survey._replace(at=time + EPOCH_SECONDS)
            offset = None if wall is None else offset_between(time, wall)
            if offset is not None:
                return survey._replace(offset=offset)
    return survey


def _no_zone() -> Sentence:
    return Sentence("A file names no time zone. Its times are taken as they are, in UTC.")
