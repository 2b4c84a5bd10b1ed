"""What a reader of diaries promises: facts, rows it could not read, and what it assumed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from typing import IO

    from steadystep.core.observations import Observation, Symptom, Unit

    # Told how many more bytes were read. A reader reads a file twice: all the numbers it tells
    # add up to TIMES_READ times the size of the file.
    Progress = Callable[[int], None]

TIMES_READ = 2
HEAD_BYTES = 4096
LEAVE_OUT = "none"
LONGEST_SHOWN = 40

DateOrder = Literal["ymd", "dmy", "mdy"]
DATE_ORDERS: tuple[DateOrder, ...] = ("ymd", "dmy", "mdy")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain English sentence with gaps, and what goes into the gaps.

    The template is written out where it is made, so that a catalogue can collect and translate it.
    A value may itself be a sentence.
    """

    template: str
    values: Mapping[str, str | int | Sentence] = field(default_factory=dict, hash=False)

    def said(self, translate: Callable[[str], str] = str) -> str:
        """Put the template into the reader's language first, then fill it."""
        return translate(self.template).format(
            **{
                name: value.said(translate) if isinstance(value, Sentence) else value
                for name, value in self.values.items()
            }
        )

    def __str__(self) -> str:
        return self.said()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row, or one cell of it, that could not be read. The others were."""

    line: int
    why: Sentence

    @property
    def sentence(self) -> Sentence:
        """Where it is, what is wrong, and what to do next."""
        return Sentence("Line {line}: {why}", {"line": self.line, "why": self.why})

    def __str__(self) -> str:
        return str(self.sentence)


class CannotRead(Exception):
    """The whole file cannot be used, or the person has to choose first."""

    def __init__(self, why: Sentence, flag: str | None = None) -> None:
        super().__init__(str(why))
        self.why = why
        self.flag = flag


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale a person answers on. A reader stretches it to 0-10."""

    bottom: int = 0
    top: int = 10

    def tenths(self, answer: float) -> int:
        """Tell the answer in tenths of a point from 0 to 10."""
        return round((answer - self.bottom) * 100 / (self.top - self.bottom))

    @property
    def step_tenths(self) -> int:
        """One step of the scale, in tenths of a point, after stretching."""
        return max(1, round(100 / (self.top - self.bottom)))


def parse_scale(text: str) -> Scale:
    """Read "0-3" or "1–10", as it is written after --scale."""
    found = re.fullmatch(r"\s*(\d{1,3})\s*(?:[-\u2013\u2014]|to)\s*(\d{1,3})\s*", text)
    if not found or int(found[1]) >= int(found[2]):
        raise CannotRead(
            Sentence(
                "“{scale}” is not a scale. Write its two ends, such as --scale 0-3.",
                {"scale": shown(text)},
            ),
            flag="--scale",
        )
    return Scale(int(found[1]), int(found[2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the person said about the file. None: let the reader find out.

    The first five are names of columns; "none" leaves that kind of answer out.
    """

    pain: str | None = None
    fatigue: str | None = None
    load: str | None = None
    flare: str | None = None
    sleep: str | None = None
    unit: Unit | None = None
    scale: Scale | None = None
    dates: DateOrder | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that can be read: what was assumed, and its facts as they come."""

    assumed: tuple[Sentence, ...]
    has_load: bool
    unit: Unit | None
    step_tenths: Mapping[Symptom, int]
    observations: Iterator[Observation | Unreadable]


class Reader(Protocol):
    """One kind of file. A module with these three names is a reader."""

    @property
    def name(self) -> str:
        """What people call this kind of file."""
        ...

    def recognises(self, head: bytes) -> bool:
        """Tell by the first bytes, never by the file's name."""
        ...

    def read(
        self,
        file: IO[bytes],
        choices: Choices,
        *,
        today: date,
        progress: Progress | None = None,
    ) -> Reading:
        """Look through the file once; the facts come while it is read again."""
        ...


def find_reader(head: bytes, readers: Iterable[Reader]) -> Reader:
    """Take the first reader that knows this kind of file."""
    for reader in readers:
        if reader.recognises(head):
            return reader
    raise CannotRead(
        Sentence("This kind of file is not known here. Save the diary as a CSV file and read that.")
    )


def shown(text: str) -> str:
    """Make words from a file safe and short enough to stand in a sentence."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text[: 4 * LONGEST_SHOWN])
    plain = " ".join(plain.split())
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"
