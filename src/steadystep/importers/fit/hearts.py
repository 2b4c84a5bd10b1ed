"""Heart rates of a FIT file: what a heart can do is handed on by the hundred, the rest counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.core.observed import Kind
from steadystep.importers.limits import FASTEST_HEART, SLOWEST_HEART
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.importers.export import Into


@dataclass(slots=True)
class Hearts:
    """Hands on the heart rates of one file.

    Attributes:
        into: Where they are handed.
        source: What saw them.
        found: How many were handed on.
        odd: How many no heart can have.
    """

    into: Into
    source: int
    found: int = 0
    odd: int = 0

    def take(
        self, ats: Sequence[int | None], beats: Sequence[int | None], offset: int | None
    ) -> None:
        """Take beats a minute; nought is none, and so is one at a time that no clock shows."""
        told = [(at, beat) for at, beat in zip(ats, beats, strict=True) if beat and at is not None]
        good = [one for one in told if SLOWEST_HEART <= one[1] <= FASTEST_HEART]
        tenths = [beat * TENTHS for _, beat in good]
        self.into.points(Kind.HEART_RATE, self.source, offset, [at for at, _ in good], tenths)
        self.found += len(good)
        self.odd += len(told) - len(good)
