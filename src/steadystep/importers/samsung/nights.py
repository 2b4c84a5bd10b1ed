"""Nights of Samsung Health: sessions of sleep, of which a night may have several, and stages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind, night_of
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.samsung.kinds import STAGES
from steadystep.importers.samsung.sheets import number
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.importers.epochs import Stay
    from steadystep.importers.export import Into
    from steadystep.importers.samsung.clock import Clock
    from steadystep.importers.samsung.sheets import Sheet
    from steadystep.importers.table import Row

# A choice: what a session is called is kept while the tables are read, and 250 years are enough.
MOST_NIGHTS: Final = 100_000
_LONGEST_NAME: Final = 64
_LEAST_PERCENT: Final = 1
_MOST_PERCENT: Final = 100
_PLANS: Final = "bedtimes without sleep"


@dataclass(slots=True)
class Nights:
    """Takes stages, then sessions."""

    into: Into
    clock: Clock
    source: Callable[[str], int]
    found: int = 0
    _staged: set[str] = field(default_factory=set)
    # Of each day of waking, how long its longest sleep was and how efficient.
    _efficient: dict[int, tuple[int, int, int]] = field(default_factory=dict)

    def stages(self, sheet: Sheet) -> None:
        """Take the table of stages."""
        for where, row in sheet.rows():
            stay = self._stay(sheet, where, row)
            if stay is None or isinstance(row, Sentence):
                continue
            stage = sheet.cell(row, "stage")
            kind = STAGES.get(stage)
            if kind is None:
                self.into.left_out(f"stage of sleep {shown(stage)}")
                continue
            if len(self._staged) < MOST_NIGHTS:
                self._staged.add(sheet.cell(row, "sleep_id")[:_LONGEST_NAME])
            self.into.stretch(kind, self._source(sheet, row), *stay, stay.tenths)
            self.found += 1

    def sessions(self, sheet: Sheet) -> None:
        """Take the table of sessions."""
        for where, row in sheet.rows():
            stay = self._stay(sheet, where, row)
            if stay is None or isinstance(row, Sentence):
                continue
            staged = sheet.cell(row, "datauuid")[:_LONGEST_NAME] in self._staged
            minutes = number(sheet.cell(row, "sleep_duration"))
            if not minutes and sheet.has("sleep_duration") and not staged:
                self.into.left_out(_PLANS)
                continue
            source = self._source(sheet, row)
            self.into.stretch(Kind.IN_BED, source, *stay, stay.tenths)
            if not staged:
                asleep = stay.tenths if not minutes else min(round(minutes * TENTHS), stay.tenths)
                self.into.stretch(Kind.ASLEEP, source, *stay, max(asleep, 0))
            self._efficiency(source, stay, number(sheet.cell(row, "efficiency")))
            self.found += 1

    def finish(self) -> None:
        """Hand on how efficient each night's longest sleep was."""
        for day, (_, tenths, source) in sorted(self._efficient.items()):
            self.into.daily(Kind.SLEEP_EFFICIENCY, source, day, tenths)

    def _stay(self, sheet: Sheet, where: str, row: Row | Sentence) -> Stay | None:
        stay = (
            row
            if isinstance(row, Sentence)
            else self.clock.stay(
                *(sheet.cell(row, column) for column in ("start_time", "end_time", "time_offset"))
            )
        )
        if isinstance(stay, Sentence):
            self.into.unreadable(where, stay)
            return None
        return stay

    def _source(self, sheet: Sheet, row: Row) -> int:
        return self.source(sheet.cell(row, "pkg_name"))

    def _efficiency(self, source: int, stay: Stay, percent: float | None) -> None:
        # A zero stands where it was not measured.
        if percent is None or not _LEAST_PERCENT <= percent <= _MOST_PERCENT:
            return
        day = night_of((stay.start + stay.end) // 2)
        told = (stay.tenths, round(percent * TENTHS), source)
        self._efficient[day] = max(self._efficient.get(day, told), told)
