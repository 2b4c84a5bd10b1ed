"""For laws of readers: whatever is in an export, the answer is in words and within what can be."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import DAY_SECONDS, Daily, Point, Session, Stretch
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.export import ExportChoices
from steadystep.importers.packed import FIRST_SECOND
from steadystep.importers.reading import CannotRead
from tests.importers.exports.garmin_readings import TODAY
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.core.observed import Seen
    from steadystep.importers.export import ExportReader

LAST_DAY: Final = TODAY.toordinal() + 1
LAST_SECOND: Final = (LAST_DAY + 1 - 719_163) * DAY_SECONDS
# A day and an hour, in tenths of minutes.
LONGEST: Final = 15_000


def answered(reader: ExportReader, files: Mapping[str, bytes]) -> Noted:
    """Read an export; whatever is raised but a refusal is a mistake of ours."""
    noted, look = Noted(), InMemory(files)
    reader.recognises(look)
    told: list[int] = []
    with suppress(CannotRead):
        reader.read(look, noted, choices=ExportChoices(), today=TODAY, progress=told.append)
        assert sum(told) == look.size
    for seen in noted.seen:
        assert_possible(seen)
    assert all(trouble.endswith(".") for trouble in noted.troubles)
    return noted


def assert_possible(seen: Seen) -> None:
    """Hold what was seen against what can be."""
    match seen:
        case Point(kind, _, at, _, tenths):
            assert FIRST_SECOND <= at < LAST_SECOND
            assert NUMBERS[kind].least <= tenths <= NUMBERS[kind].most
        case Stretch(kind, _, start, end, _, tenths):
            assert FIRST_SECOND <= start <= end < LAST_SECOND + 2 * DAY_SECONDS
            assert 0 <= tenths <= max(NUMBERS[kind].most, LONGEST)
        case Session(_, _, start, end, _, _, _):
            assert FIRST_SECOND <= start <= end
        case Daily(kind, _, day, tenths, _):
            assert 726_000 < day <= LAST_DAY + 1
            assert NUMBERS[kind].least <= tenths <= NUMBERS[kind].most
