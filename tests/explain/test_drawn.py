"""What a picture of lived days is drawn from, and what is said beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.events import Mark
from steadystep.core.facts import FlareWord
from steadystep.core.history import history
from steadystep.core.observations import Unit
from steadystep.explain import ENGLISH, banned_in
from steadystep.explain.drawn import drawn, mark_name, seen
from tests.core.lives import begun, date_of, entry, ordinary
from tests.explain.catalogues import Nowhere

if TYPE_CHECKING:
    from steadystep.charts import RecordDay
    from steadystep.core.events import Entry, Event
    from steadystep.core.history import HistoryDay


def lived(*log: Entry, last: int = 2) -> tuple[HistoryDay, ...]:
    """The days of a plan of five minutes that began on day 1."""
    return history([begun(), *log], until=date_of(last))


def the_day(*events: Event) -> RecordDay:
    """The second day as it is drawn."""
    return drawn(lived(*(entry(2, 9 + n / 10, event) for n, event in enumerate(events))))[1]


def test_doses_and_answers_are_drawn_in_whole_units() -> None:
    day = the_day(on.CheckedIn(pain=35, fatigue=60), on.SessionTold(25))

    assert (day.level, day.dose, day.load) == (5, 5, 2.5)
    assert (day.pain, day.fatigue) == (3.5, 6)
    assert (day.usual_pain, day.usual_fatigue) == (4, 4)
    assert day.warning_pain is not None
    assert day.warning_pain > 4


def test_what_is_not_known_is_not_drawn() -> None:
    first, _ = drawn(history([begun(usual_pain=None, usual_fatigue=None)], until=date_of(2)))

    assert (first.load, first.pain, first.usual_pain, first.warning_pain) == (None,) * 4


def test_the_plan_is_drawn_as_it_was_told_and_the_body_as_it_is_known() -> None:
    told = on.DecisionGiven(30, 20, 40)
    day = the_day(told, on.CheckedIn(pain=100), on.FlareTold(FlareWord.A_FLARE))

    assert (day.level, day.dose, day.offered) == (3, 2, 4)
    assert (day.flare, day.marked) == ("red", True)


def test_what_else_went_on_is_drawn_by_its_name() -> None:
    day = the_day(on.Marked(Mark.POOR_NIGHT), on.FarTooMuchTold())

    assert day.beside == ("Poor night",)
    assert day.boom


def test_a_plan_that_counted_in_something_else_has_no_place_on_the_scale() -> None:
    steps = begun(unit=Unit.STEPS, start=20_000).event
    days = drawn(lived(*ordinary(1), entry(3, 7, steps), last=3))

    assert [(one.level, one.dose, one.load) for one in days[:2]] == [(None, None, None)] * 2
    assert days[2].level == 2_000
    assert days[0].pain == 4


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_has_a_name_of_its_own_in_every_language(mark: Mark) -> None:
    names = {mark_name(one, ENGLISH) for one in Mark}

    assert len(names) == len(Mark)
    assert not any(letter.isascii() and letter.isalpha() for letter in mark_name(mark, Nowhere()))


# In a sentence or two -------------------------------------------------------------------------


def with_levels(*levels: int | None) -> list[HistoryDay]:
    """Days on which these levels were told, tenths."""
    days = lived(last=len(levels))
    return [
        replace(day, known=day.known._replace(level=level))
        for day, level in zip(days, levels, strict=True)
    ]


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ((50,), "On this day the step was 5 minutes."),
        ((50, 50, 50), "In these 3 days the step stayed at 5 minutes."),
        ((40, 40, 50), "In these 3 days the step went from 4 minutes to 5 minutes."),
        ((50, None, 40), "In these 3 days the step went from 5 minutes to 4 minutes."),
        ((50, 60, 50), "In these 3 days the step moved, and is 5 minutes again."),
        ((None,), "On this day there was no step."),
        ((None, None), "In these 2 days there was no step."),
    ],
)
def test_where_the_step_went_is_said(levels: tuple[int | None, ...], said: str) -> None:
    assert seen(with_levels(*levels)) == (said, "There was no flare.")


def test_flares_are_counted_as_they_are_drawn() -> None:
    flare = on.FlareTold(FlareWord.A_FLARE)
    one = lived(entry(2, 9, flare), entry(3, 9, flare), last=4)
    two = lived(entry(2, 9, flare), *ordinary(3, 4), entry(9, 9, flare), last=9)

    assert seen(one)[1] == "There was 1 flare."
    assert seen(two)[1] == "There were 2 flares."


def test_of_no_days_there_is_nothing_to_say() -> None:
    assert seen([]) == ()
    assert drawn([]) == []


def test_it_is_said_without_a_heavy_word_and_in_any_language() -> None:
    days = with_levels(50, 60, 70)

    assert banned_in(" ".join(seen(days))) == ()
    assert not any(
        letter.isascii() and letter.isalpha() for letter in " ".join(seen(days, Nowhere()))
    )
