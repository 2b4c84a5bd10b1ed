"""What lives in a chapter, in words alone: for a terminal, for paper, for whoever listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.beginning import BAD_DAY_AMOUNTS, UNIT_OF, start_of
from steadystep.core.facts import Gate
from steadystep.core.movements import BEFORE_A_WORD
from steadystep.core.observations import Unit
from steadystep.core.paradox import lived, paradox
from steadystep.core.up_and_back import example, walk_of
from steadystep.explain.amounts import amount
from steadystep.explain.beginning_words import bad_day_word, movement_help, movement_word
from steadystep.explain.paradox_words import (
    is_enough,
    shown,
    what_is_big,
    whose_example,
)
from steadystep.explain.person import sentences
from steadystep.explain.remembered import remembered
from steadystep.explain.translations import ENGLISH, Translations
from steadystep.explain.trap_words import Chosen, choice_words, invented
from steadystep.explain.trap_words import told as told_of
from steadystep.explain.up_and_back_words import example_words, no_way_up, walked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from steadystep.core.events import Entry
    from steadystep.core.history import HistoryDay
    from steadystep.core.today import Today


def twin(
    name: str,
    words: Translations = ENGLISH,
    *,
    today: Today | None = None,
    entries: Sequence[Entry] = (),
    days: Sequence[HistoryDay] = (),
) -> tuple[str, ...]:
    """Say what a living part of a chapter shows, a sentence or two a line.

    Without a person, as on paper, it is the invented example and says so.

    Args:
        name: What the chapter calls the part by.
        words: The catalogue of the reader's language.
        today: The person's day.
        entries: Their entries; those of `events.LASTING` kinds are enough.
        days: Their last year as it was lived, from the first day of a week of the record.

    Raises:
        KeyError: No part has this name.
    """
    return _TWINS[name](words, today, entries, days)


def _own_picture(
    words: Translations,
    today: Today | None,
    entries: Sequence[Entry],  # noqa: ARG001 - one shape for all
    days: Sequence[HistoryDay],
) -> tuple[str, ...]:
    found = paradox(lived(days))
    if today is None:
        return whose_example(words)
    if not is_enough(found) and today.standing.gate == Gate.OPEN:
        return *shown(found, words), *whose_example(words)
    return *shown(found, words), what_is_big(words)


def _trap(
    words: Translations,
    today: Today | None,  # noqa: ARG001 - the same
    entries: Sequence[Entry],  # noqa: ARG001 - the same
    days: Sequence[HistoryDay],  # noqa: ARG001 - the same
) -> tuple[str, ...]:
    ways = (f"{choice_words(words)[one]}: {' '.join(told_of(words, one))}" for one in Chosen)
    return " ".join(invented(words)), *ways


def _rule_of_two(
    words: Translations,
    today: Today | None,
    entries: Sequence[Entry],
    days: Sequence[HistoryDay],  # noqa: ARG001 - the same
) -> tuple[str, ...]:
    if today is not None and today.standing.gate != Gate.OPEN:
        said = sentences(today.decision, words) if today.decision else ()
        return no_way_up(words), *said
    walk = walk_of(today, entries) if today is not None else None
    lines = tuple(f"{name}: {said}" for name, said in walked(words, walk or example(Unit.MINUTES)))
    return lines if walk else (example_words(words), *lines)


def _four_kinds(
    words: Translations,
    today: Today | None,
    entries: Sequence[Entry],  # noqa: ARG001 - the same
    days: Sequence[HistoryDay],  # noqa: ARG001 - the same
) -> tuple[str, ...]:
    gate = Gate.OPEN if today is None else today.standing.gate
    if gate == Gate.RED_FLAG:
        return (nothing_today(words),)
    kinds = BEFORE_A_WORD if gate == Gate.CLINICIAN_FIRST else tuple(UNIT_OF)
    return tuple(f"{movement_word(words, one)}: {movement_help(words, one)}" for one in kinds)


def _bad_day(
    words: Translations,
    today: Today | None,
    entries: Sequence[Entry],  # noqa: ARG001 - the same
    days: Sequence[HistoryDay],  # noqa: ARG001 - the same
) -> tuple[str, ...]:
    if today is not None and today.standing.gate == Gate.RED_FLAG:
        return (nothing_today(words),)
    unit = today.plan.unit if today is not None and today.plan else Unit.MINUTES
    said = words.gettext("A bad day allows {amount}: begin with {start}.")
    nothing = words.gettext("A bad day allows nothing: begin with {start}.")
    return tuple(
        (said if one else nothing).format(
            amount=bad_day_word(words, unit, one), start=amount(words, unit, start_of(unit, one))
        )
        for one in BAD_DAY_AMOUNTS.get(unit, ())
    )


@remembered
def nothing_today(words: Translations) -> str:
    """Said behind a red flag."""
    return words.gettext("Nothing to try today. This needs a person, not an app.")


_TWINS: Mapping[str, Callable[..., tuple[str, ...]]] = {
    "own-picture": _own_picture,
    "boom-bust-trap": _trap,
    "rule-of-two": _rule_of_two,
    "four-kinds": _four_kinds,
    "bad-day": _bad_day,
    "choose-step": _bad_day,
}
NAMES = tuple(_TWINS)
