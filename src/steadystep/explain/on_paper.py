"""What lives in a chapter, as it stands on paper: words, what can be ticked, and drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.charts.paradox import paradox_svg
from steadystep.charts.trap import TrapLabels, trap_svg
from steadystep.core.beginning import UNIT_OF
from steadystep.core.observations import Unit
from steadystep.explain.beginning_words import movement_word
from steadystep.explain.living import twin
from steadystep.explain.paradox_words import EXAMPLE, labels, whose_example
from steadystep.explain.pictures import from_the_right, picture_words
from steadystep.explain.remembered import remembered
from steadystep.explain.trap_words import (
    FOUR_DAYS,
    Chosen,
    choice_words,
    day_names,
    line_names,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.explain.translations import Translations


class OnPaper(NamedTuple):
    """What stands on paper in place of something that lives on a page.

    Attributes:
        words: What it says, a paragraph each.
        choices: What can be ticked.
        drawings: SVGs, side by side.
    """

    words: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    drawings: tuple[str, ...] = ()


@remembered
def on_paper(words: Translations) -> Mapping[str, OnPaper]:
    """Everything that a chapter may ask for, by its name. Nobody's own numbers are on it."""
    return {
        "own-picture": OnPaper(whose_example(words), drawings=(_paradox(words),)),
        "boom-bust-trap": OnPaper(
            twin("boom-bust-trap", words), drawings=tuple(_trap(words, one) for one in Chosen)
        ),
        "four-kinds": OnPaper(choices=twin("four-kinds", words)),
        "choose-step": OnPaper(choices=tuple(movement_word(words, one) for one in UNIT_OF)),
        "bad-day": OnPaper(choices=twin("bad-day", words)),
    }


def _paradox(words: Translations) -> str:
    return paradox_svg(
        EXAMPLE,
        labels=labels(EXAMPLE, unit=Unit.MINUTES, description="", words=words),
        words=picture_words(words),
        rtl=from_the_right(words),
    )


def _trap(words: Translations, chosen: Chosen) -> str:
    days, (body, moved) = FOUR_DAYS[chosen], line_names(words)
    return trap_svg(
        days.moved,
        days.pain,
        most=max(max(one.moved) for one in FOUR_DAYS.values()),
        labels=TrapLabels(
            choice_words(words)[chosen],
            " ".join(told(words, chosen)),
            body,
            moved,
            day_names(words),
        ),
        words=picture_words(words),
        rtl=from_the_right(words),
    )
