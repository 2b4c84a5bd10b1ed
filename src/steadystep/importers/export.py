"""What a reader of exports promises: it knows its own by content, and hands on what was seen.

An export is a file, a zip or a folder. A reader looks at its members, streams those it wants, and
hands each thing seen to whoever gathers (`Into`), which keeps days and not samples. Names of
people, places, routes and devices' numbers are never handed on: they end at the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import IO

    from steadystep.core.observed import Kind, Maker, Session
    from steadystep.importers.reading import DateOrder, Sentence

    # Told how many more bytes of the export were read, so that all of them add up to `Look.size`.
    Progress = Callable[[int], None]

GlucoseUnit = Literal["mg/dL", "mmol/L"]


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an export.

    Attributes:
        name: Its path inside, with forward slashes; never absolute and never above the export.
        size: Its size once unpacked, bytes.
    """

    name: str
    size: int


class Look(Protocol):
    """An export as it lies there: its members, none of them read yet. See `opening.look_at`."""

    @property
    def members(self) -> Sequence[Member]:
        """Its files in the order of their names; a single file has one member."""
        ...

    @property
    def size(self) -> int:
        """All its bytes, unpacked."""
        ...

    def head(self, member: Member, length: int = 4096) -> bytes:
        """The first bytes of a member."""
        ...

    def open(self, member: Member) -> IO[bytes]:
        """A member as a stream. A damaged one ends where its damage begins, which is told."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoices:
    """What the person said about an export. None: let the reader find out, or ask.

    Attributes:
        dates: Which way round day and month stand.
        glucose: The unit of glucose values.
        person: Whose days are read, where an export holds those of several people.
    """

    dates: DateOrder | None = None
    glucose: GlucoseUnit | None = None
    person: str | None = None


class Into(Protocol):
    """Where a reader hands what was seen. The numbers are those of `core.observed`."""

    def source(self, maker: Maker, name: str) -> int:
        """The number of a source; the same for the same maker and name."""
        ...

    def point(self, kind: Kind, source: int, at: int, offset: int | None, tenths: int) -> None:
        """Something of one moment (`observed.Point`)."""
        ...

    def points(
        self,
        kind: Kind,
        source: int,
        offset: int | None,
        ats: Sequence[int],
        tenths: Sequence[int],
    ) -> None:
        """Some moments and the value of each: the same as one by one, and quicker."""
        ...

    def stretch(  # noqa: PLR0917 - called millions of times, where names cost as much as reading
        self, kind: Kind, source: int, start: int, end: int, offset: int | None, tenths: int
    ) -> None:
        """Something over a stretch of time (`observed.Stretch`)."""
        ...

    def daily(self, kind: Kind, source: int, day: int, tenths: int, *, whole: bool = True) -> None:
        """A day as the device itself sums it up (`observed.Daily`)."""
        ...

    def session(self, session: Session) -> None:
        """A stretch of moving on purpose."""
        ...

    def unreadable(self, where: str, why: Sentence) -> None:
        """A row that cannot be read; `where` is such as "sleep.csv, line 14"."""
        ...

    def left_out(self, what: str, count: int = 1) -> None:
        """Something that was left out on purpose, by the name its app gives it."""
        ...

    def assumed(self, what: Sentence) -> None:
        """Something that was assumed, told once."""
        ...


class ExportReader(Protocol):
    """One kind of export. A module with these names is a reader."""

    @property
    def name(self) -> str:
        """What people call it, such as "Apple Health"."""
        ...

    @property
    def page(self) -> str:
        """Its page in docs/people/exports, which says how to get the export out of the app."""
        ...

    def recognises(self, look: Look) -> bool:
        """Tell by what is inside, never by the name a person gave the file."""
        ...

    def read(
        self,
        look: Look,
        into: Into,
        *,
        choices: ExportChoices,
        today: date,
        progress: Progress | None = None,
    ) -> None:
        """Read it through once, in constant memory.

        Raises:
            CannotRead: Nothing of it can be used, or the person has to choose first.
        """
        ...
