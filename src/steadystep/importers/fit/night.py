"""A night's stages, each told by the moment at which it begins, become stretches of sleep."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core.observed import night_of
from steadystep.importers.fit.known_fields import SLEEP_STAGES
from steadystep.importers.limits import LONGEST_STAGE_SECONDS
from steadystep.importers.units import SECONDS_IN_A_TENTH_OF_A_MINUTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.core.observed import Kind


class Stage(NamedTuple):
    """A stage of sleep, or a time awake, on the wall's clock."""

    kind: Kind
    start: int
    end: int

    @property
    def tenths(self) -> int:
        """How long it lasted, tenths of minutes."""
        return (self.end - self.start) // SECONDS_IN_A_TENTH_OF_A_MINUTE

    @property
    def night(self) -> int:
        """The day of waking."""
        return night_of((self.start + self.end) // 2)


def stages_of(levels: Sequence[tuple[int, int]]) -> Iterator[Stage]:
    """Tell each stage. It holds until the next begins; the last only says when the night ended."""
    for (start, level), (end, _) in pairwise(sorted(levels)):
        kind = SLEEP_STAGES.get(level)
        if kind is not None and 0 < end - start <= LONGEST_STAGE_SECONDS:
            yield Stage(kind, start, end)
