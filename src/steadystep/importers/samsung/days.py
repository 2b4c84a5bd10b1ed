"""Samsung's own sums of a day, which stands there for each device and once for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.epochs import cannot_be
from steadystep.importers.reading import Sentence
from steadystep.importers.samsung.sheets import number
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.importers.export import Into
    from steadystep.importers.samsung.clock import Clock
    from steadystep.importers.samsung.sheets import Sheet
    from steadystep.importers.table import Row

# The mark of the row that stands for all devices together.
_ALL_DEVICES: Final = "-2"
_MILLISECONDS_IN_A_TENTH_OF_A_MINUTE: Final = 6_000
_UNCARRIED: Final = "days without a step"


@dataclass(slots=True)
class Days:
    """Takes the rows of all tables of days, and hands on each day once."""

    into: Into
    clock: Clock
    # Of all devices together; the most of one device; of tables that tell it beside other things.
    _whole: dict[int, int] = field(default_factory=dict)
    _most: dict[int, int] = field(default_factory=dict)
    _besides: dict[int, int] = field(default_factory=dict)
    _active: dict[int, int] = field(default_factory=dict)

    def trend(self, sheet: Sheet) -> None:
        """Take the table of steps a day."""
        self._rows(sheet, self._trend)

    def summary(self, sheet: Sheet) -> None:
        """Take a table that tells steps and active time of a day."""
        self._rows(sheet, self._summary)

    def finish(self, source: Callable[[], int]) -> int:
        """Hand on the days, and tell how many. The last one was not over at the export."""
        steps = {**self._besides, **self._most, **self._whole}
        last = max((*steps, *self._active), default=0)
        for day, tenths in sorted(steps.items()):
            if tenths:
                self.into.daily(Kind.STEPS, source(), day, tenths, whole=day < last)
            else:
                self.into.left_out(_UNCARRIED)
        for day, tenths in sorted(self._active.items()):
            if tenths or steps.get(day):
                self.into.daily(Kind.ACTIVE_MINUTES, source(), day, tenths, whole=day < last)
        return len(steps) + len(self._active)

    def _rows(self, sheet: Sheet, take: Callable[[Sheet, Row, int], Sentence | None]) -> None:
        for where, row in sheet.rows():
            if isinstance(row, Sentence):
                self.into.unreadable(where, row)
                continue
            day = self.clock.day(sheet.cell(row, "day_time"))
            why = day if isinstance(day, Sentence) else take(sheet, row, day)
            if why:
                self.into.unreadable(where, why)

    def _trend(self, sheet: Sheet, row: Row, day: int) -> Sentence | None:
        of_all = sheet.cell(row, "source_type") == _ALL_DEVICES
        return _keep(
            self._whole if of_all else self._most,
            day,
            Kind.STEPS,
            sheet.cell(row, "count") or sheet.cell(row, "step_count"),
            TENTHS,
        )

    def _summary(self, sheet: Sheet, row: Row, day: int) -> Sentence | None:
        steps = sheet.cell(row, "step_count") or sheet.cell(row, "count")
        time = sheet.cell(row, "active_time")
        worth = 1 / _MILLISECONDS_IN_A_TENTH_OF_A_MINUTE
        return _keep(self._besides, day, Kind.STEPS, steps, TENTHS) or _keep(
            self._active, day, Kind.ACTIVE_MINUTES, time, worth
        )


def _keep(days: dict[int, int], day: int, kind: Kind, text: str, worth: float) -> Sentence | None:
    """Keep the most of a day, or say why a value cannot be. An empty cell is no value."""
    if not text:
        return None
    value = number(text)
    tenths = -1 if value is None else round(value * worth)
    if not NUMBERS[kind].least <= tenths <= NUMBERS[kind].most:
        return cannot_be(text)
    days[day] = max(days.get(day, 0), tenths)
    return None
