"""A night's stages, each told by the moment at which it begins, become stretches of sleep."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.importers.fit_limits import LONGEST_STAGE_SECONDS
from steadystep.importers.fit_profile import SLEEP_STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECONDS_IN_TENTH: Final = 6


def stretches_of(stages: Sequence[tuple[int, int]]) -> Iterator[tuple[Kind, int, int, int]]:
    """Tell each stage with its start, its end and its tenths of minutes; and all time asleep.

    A stage holds until the next one begins; the last one only says when the night was over.
    """
    asleep_since = until = None
    for (start, level), (end, _) in pairwise(sorted(stages)):
        kind = SLEEP_STAGES.get(level)
        if kind is None or not 0 < end - start <= LONGEST_STAGE_SECONDS:
            continue
        yield kind, start, end, (end - start) // _SECONDS_IN_TENTH
        if kind is Kind.SLEEP_AWAKE:
            continue
        if asleep_since is not None and until != start:
            yield Kind.ASLEEP, asleep_since, until, (until - asleep_since) // _SECONDS_IN_TENTH
            asleep_since = None
        asleep_since, until = asleep_since or start, end
    if asleep_since is not None and until is not None:
        yield Kind.ASLEEP, asleep_since, until, (until - asleep_since) // _SECONDS_IN_TENTH
