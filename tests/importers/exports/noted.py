"""For tests of readers: what they hand on, written down, and exports made in memory."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from steadystep.core.observed import Daily, Kind, Maker, Point, Seen, Session, Source, Stretch
from steadystep.importers.export import Member

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steadystep.importers.reading import Sentence


@dataclass
class Noted:
    """All that a reader handed on, in its order."""

    sources: list[Source] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    without: dict[str, int] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)

    def source(self, maker: Maker, name: str) -> int:
        one = Source(maker, name)
        if one not in self.sources:
            self.sources.append(one)
        return self.sources.index(one)

    def point(self, kind: Kind, source: int, at: int, offset: int | None, tenths: int) -> None:
        self.seen.append(Point(kind, source, at, offset, tenths))

    def points(
        self,
        kind: Kind,
        source: int,
        offset: int | None,
        ats: Sequence[int],
        tenths: Sequence[int],
    ) -> None:
        for at, one in zip(ats, tenths, strict=True):
            self.point(kind, source, at, offset, one)

    def stretch(  # noqa: PLR0917 - as in `Into`
        self, kind: Kind, source: int, start: int, end: int, offset: int | None, tenths: int
    ) -> None:
        self.seen.append(Stretch(kind, source, start, end, offset, tenths))

    def daily(self, kind: Kind, source: int, day: int, tenths: int, *, whole: bool = True) -> None:
        self.seen.append(Daily(kind, source, day, tenths, whole))

    def session(self, session: Session) -> None:
        self.seen.append(session)

    def unreadable(self, where: str, why: Sentence) -> None:
        self.troubles.append(f"{where}: {why}")

    def left_out(self, what: str, count: int = 1) -> None:
        self.without[what] = self.without.get(what, 0) + count

    def assumed(self, what: Sentence) -> None:
        if str(what) not in self.guesses:
            self.guesses.append(str(what))


@dataclass(frozen=True)
class InMemory:
    """An export of some files that lie in memory."""

    files: Mapping[str, bytes]

    @property
    def members(self) -> list[Member]:
        return [Member(name, len(self.files[name])) for name in sorted(self.files)]

    @property
    def size(self) -> int:
        return sum(map(len, self.files.values()))

    def head(self, member: Member, length: int = 4096) -> bytes:
        return self.files[member.name][:length]

    def open(self, member: Member) -> IO[bytes]:
        return io.BytesIO(self.files[member.name])
