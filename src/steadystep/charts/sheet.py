"""The sheet every layer draws on: paper, time, words, and the kinds of mark there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from steadystep.charts.axes import TimeAxis
    from steadystep.charts.theme import Layout
    from steadystep.charts.words import Words


class Mark(Enum):
    """What a reader may meet, in the order the legend explains it; each is named as in Words."""

    LEVEL = "level"
    DOSE = "dose"
    OFFER = "offer"
    STEP_BACK = "step_back"
    LOAD = "load"
    OVER = "over"
    BOOM = "boom"
    BUST = "bust"
    WATCHING = "watching"
    ANSWER = "answer"
    RANGE = "answer_range"
    USUAL = "usual"
    WARNING = "warning"
    AMBER = "amber"
    RED = "red"
    FLARE = "flare"
    MARKED = "marked"
    BESIDE = "beside"


class Layer(NamedTuple):
    """One kind of mark, drawn wherever it occurs; empty when it does not."""

    mark: Mark
    drawing: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every layer needs to know."""

    axis: TimeAxis
    layout: Layout
    words: Words
    rtl: bool

    @property
    def one_by_one(self) -> bool:
        """Whether each day has a place of its own."""
        return self.axis.days_each == 1

    @property
    def roomy(self) -> bool:
        """Whether a place is wide enough for dots."""
        return self.axis.place >= self.layout.dots_from

    @property
    def detailed(self) -> bool:
        """Whether single days may carry signs; ten years on one sheet show flares and no more."""
        return self.one_by_one or self.roomy

    @property
    def sign(self) -> float:
        """Half the size of a sign: smaller where days are thin."""
        return self.layout.sign * (1 if self.axis.a_day >= self.layout.dots_from else 0.75)

    @property
    def line(self) -> float:
        """The width of the staircase."""
        return self.layout.line if self.roomy else self.layout.thin_line
