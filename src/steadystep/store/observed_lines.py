"""How observations are written down as text that outlasts any program: one JSON line each.

`observed` on a line says what it is: an `import`, and then the `day`s and `session`s that it holds.
What was once written stays readable for ever; what comes from the future is refused.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar, assert_never

from steadystep.core.bins import unpack
from steadystep.core.observed import Activity, Kind, Maker, Source
from steadystep.core.observed_days import DayRow, SessionRow
from steadystep.store.observed import Brought
from steadystep.store.trouble import BAD_ENTRY, BAD_LINE, UNKNOWN_KIND, LogTrouble, UnknownEventKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WHAT: Final = "observed"
_WALL_BEGAN = datetime(1970, 1, 1)  # noqa: DTZ001 - the clock on the wall has no zone
Word = TypeVar("Word", Kind, Maker, Activity)


def line_of(one: Brought | DayRow | SessionRow) -> dict[str, Any]:
    """What is written of an import, a day or a session, as plain values."""
    match one:
        case Brought():
            return {
                WHAT: "import",
                "key": one.key,
                "reader": one.reader,
                "at": one.at.isoformat(),
                "unreadable": one.unreadable,
            }
        case DayRow():
            return {
                WHAT: "day",
                "day": date.fromordinal(one.day).isoformat(),
                "kind": str(one.kind),
                "source": _told(one.source),
                "tenths": one.tenths,
                "made_of": one.made_of,
                **({} if one.series is None else {"series": b64encode(one.series).decode()}),
                **({} if one.whole else {"whole": False}),
            }
        case SessionRow():
            return {
                WHAT: "session",
                "activity": str(one.activity),
                "source": _told(one.source),
                "start": _wall(one.start),
                "end": _wall(one.end),
                "offset": one.offset,
                "heart_rate": one.heart_rate,
                "steps": one.steps,
            }
    assert_never(one)


def read_line(line: Mapping[str, Any]) -> Brought | DayRow | SessionRow:
    """Read a line back.

    Raises:
        UnknownEventKind: It is of a sort, or has a word, that this version does not know.
        LogTrouble: It does not say what such a line says.
    """
    what = line.get(WHAT)
    try:
        match what:
            case "import":
                return _brought(line)
            case "day":
                return _day(line)
            case "session":
                return _session(line)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as why:
        raise LogTrouble(BAD_ENTRY, what=f"{what}: {why}") from None
    raise UnknownEventKind(UNKNOWN_KIND, kind=what)


def line_on(path: Path, number: int, line: Mapping[str, Any]) -> Brought | DayRow | SessionRow:
    """Read a line of a file; what is wrong in it is told with its number."""
    try:
        return read_line(line)
    except LogTrouble as why:
        if why.words != BAD_ENTRY:
            raise
        raise LogTrouble(BAD_LINE, path=path, line=number, **why.parts) from None


def _brought(line: Mapping[str, Any]) -> Brought:
    at = datetime.fromisoformat(line["at"])
    return Brought(_text(line["key"]), _text(line["reader"]), at, _whole(line["unreadable"]))


def _day(line: Mapping[str, Any]) -> DayRow:
    series = line.get("series")
    packed = None if series is None else b64decode(series, validate=True)
    if packed is not None:
        unpack(packed)
    return DayRow(
        date.fromisoformat(line["day"]).toordinal(),
        _known(Kind, line["kind"]),
        _source(line["source"]),
        _whole(line["tenths"]),
        _whole(line["made_of"]),
        packed,
        bool(line.get("whole", True)),
    )


def _session(line: Mapping[str, Any]) -> SessionRow:
    return SessionRow(
        _source(line["source"]),
        _known(Activity, line["activity"]),
        _second(line["start"]),
        _second(line["end"]),
        *(None if line[part] is None else _whole(line[part]) for part in _MAY_BE_MISSING),
    )


_MAY_BE_MISSING = ("offset", "heart_rate", "steps")


def _told(source: Source) -> list[str]:
    return [str(source.maker), source.name]


def _source(told: Any) -> Source:  # noqa: ANN401 - whatever stands there
    maker, name = told
    return Source(_known(Maker, maker), _text(name))


def _wall(second: int) -> str:
    return (_WALL_BEGAN + timedelta(seconds=second)).isoformat()


def _second(told: str) -> int:
    return int((datetime.fromisoformat(told) - _WALL_BEGAN).total_seconds())


def _known(words: type[Word], word: object) -> Word:
    """A word of ours; one from the future is refused."""
    try:
        return words(_text(word))
    except ValueError:
        raise UnknownEventKind(UNKNOWN_KIND, kind=word) from None


def _whole(told: object) -> int:
    if type(told) is not int or abs(told) >= 1 << 62:
        raise ValueError(f"{told!r} is no number")
    return told


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError(f"{told!r} is no text")
    return told
