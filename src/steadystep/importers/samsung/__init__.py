"""Samsung Health: the folder of tables that "Download personal data" makes, packed or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.importers.android_apps import app_source
from steadystep.importers.parts import knows_one, read_parts
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.samsung.clock import Clock
from steadystep.importers.samsung.days import Days
from steadystep.importers.samsung.moments import Moments
from steadystep.importers.samsung.nights import Nights
from steadystep.importers.samsung.series import HEART, Series, kinds_of
from steadystep.importers.samsung.sheets import Sheet, type_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from typing import IO

    from steadystep.core.observed import Kind
    from steadystep.importers.export import ExportChoices, Into, Look, Member, Progress
    from steadystep.importers.parts import Part

name = "Samsung Health"
page = "samsung-health"

_ITSELF: Final = "com.sec.android.app.shealth"
# In this order: heart rates tell how dates are written; stages tell which nights have them; all
# tables tell the time zones that the series have not.
_ORDER: Final = (
    "heart_rate",
    "sleep_stage",
    "sleep",
    "step_daily_trend",
    "pedometer_day_summary",
    "activity.day_summary",
    "exercise",
    "hrv",
)
_HEAD_BYTES: Final = 4_096


def recognises(look: Look) -> bool:
    """Know the export by the first line of a table."""
    return knows_one(look, lambda head: bool(type_of(head)))


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,  # noqa: ARG001 - the export leaves nothing to choose
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read the tables that are known here, then the series beside them."""
    series = Series(look)
    tables = _Tables(into, today, series)
    read_parts(_in_order(look, series), into, reader_of=tables.reader_of, progress=progress)
    if not tables.finish():
        raise CannotRead(
            Sentence("The export holds nothing of use. Download it again from Samsung Health.")
        )


@dataclass(frozen=True, slots=True)
class _Ordered:
    """An export whose members come in another order."""

    look: Look
    members: Sequence[Member]

    @property
    def size(self) -> int:
        return self.look.size

    def head(self, member: Member, length: int = 4096) -> bytes:
        return self.look.head(member, length)

    def open(self, member: Member) -> IO[bytes]:
        return self.look.open(member)


class _Tables:
    """Gives each table to what reads it."""

    def __init__(self, into: Into, today: date, series: Series) -> None:
        clock = Clock(today)
        self._into = into
        self._days = Days(into, clock)
        self._nights = Nights(into, clock, self._source)
        self._moments = Moments(into, clock, self._source, series)
        self._readers: dict[str, Callable[[Sheet], None]] = {
            "heart_rate": self._moments.heart,
            "sleep_stage": self._nights.stages,
            "sleep": self._nights.sessions,
            "step_daily_trend": self._days.trend,
            "pedometer_day_summary": self._days.summary,
            "activity.day_summary": self._days.summary,
            "exercise": self._moments.exercise,
            "hrv": self._moments.zones,
        }

    def reader_of(self, head: bytes) -> Callable[[Part], None] | None:
        """What reads a file that begins like this; None where nothing does."""
        table = type_of(head)
        if table in self._readers:
            return partial(self._table, table)
        if table:
            return partial(self._count, table)
        kinds = kinds_of(head)
        return partial(self._series, kinds) if kinds else None

    def finish(self) -> int:
        """Hand on what was kept, and tell how much was found."""
        self._nights.finish()
        days = self._days.finish(partial(self._source, ""))
        return days + self._nights.found + self._moments.found

    def _table(self, table: str, part: Part) -> None:
        self._readers[table](Sheet(part, table))

    def _count(self, table: str, part: Part) -> None:
        """Tell how many rows a table has that is not used here."""
        rows = sum(1 for _ in Sheet(part, table).rows())
        if rows:
            self._into.left_out(table.replace("_", " ").replace(".", " "), rows)

    def _series(self, kinds: Mapping[str, Kind], part: Part) -> None:
        self._moments.series(part, kinds, "heart_rate" if kinds is HEART else "hrv")

    def _source(self, package: str) -> int:
        return self._into.source(*app_source(package or _ITSELF))


def _in_order(look: Look, series: Series) -> _Ordered:
    """Put the tables in their order, and everything else behind them."""
    ranks: dict[Member, int] = {}
    for member in look.members:
        table = "" if member.name.casefold().endswith(".json") else _type(look, member)
        if not table:
            series.take(member)
        ranks[member] = _ORDER.index(table) if table in _ORDER else len(_ORDER)
    return _Ordered(look, sorted(look.members, key=lambda member: ranks[member]))


def _type(look: Look, member: Member) -> str:
    try:
        return type_of(look.head(member, _HEAD_BYTES))
    except CannotRead:
        return ""
