"""Whose day it is: days count from joining, wait with the person, and are never late."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.chapters import (
    Happening,
    Programme,
    Reading,
    TodaysChapter,
    happened,
    own_day,
    place_in,
    reading_of,
    todays_chapter,
)
from steadystep.chapters.chapter import Planned
from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Gate
from steadystep.core.safety import RedFlagQuestion, Told
from steadystep.core.screening import pause_events, resume_events
from steadystep.core.today import DAYS_AT_HAND, today_of
from tests.chapters.invented import chapter_of, programme_of
from tests.core.lives import at, begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from steadystep.core.events import Entry

NAME = "small-days"
PAUSED, OPEN = on.GateSet(Gate.PAUSED), on.GateSet(Gate.OPEN)
JOINED = entry(1, 9, on.PageSeen("language"))


def written(*days: int) -> Programme:
    """A programme of five days with these written; 3 needs 2, a boom calls 4 and a flare 5."""
    chapter = chapter_of()
    programme = programme_of(chapter, days=5)
    needs, called_by = {3: (2,)}, {4: ("boom",), 5: ("flare",)}
    plan = tuple(
        Planned(one.day, one.lines, needs.get(one.day, ()), called_by.get(one.day, ()))
        for one in programme.plan
    )
    chapters = {(day, "en"): replace(chapter, day=day) for day in days}
    return replace(programme, plan=plan, chapters=chapters)


ALL = written(1, 2, 3, 4, 5)


def read(*days: int) -> Reading:
    return Reading(frozenset(days))


# The person's own day -------------------------------------------------------------------------


def test_the_day_of_joining_is_day_one_and_a_day_turns_at_four() -> None:
    assert own_day([JOINED], date_of(1)) == 1
    assert own_day([JOINED], date_of(13)) == 13
    late = [entry(2, 3.9, on.PageSeen("language"))]
    assert own_day(late, date_of(1)) == 1


def test_nobody_joins_by_making_the_letters_larger() -> None:
    letters = entry(1, 9, on.PreferenceSet("text_size", "large"))
    assert own_day([letters], date_of(5)) == 1
    assert own_day([letters, entry(4, 9, on.PageSeen("language"))], date_of(5)) == 2


def test_before_anything_was_told_it_is_day_one() -> None:
    assert own_day([], date_of(5)) == 1


def test_what_a_clock_put_forward_wrote_is_not_known_yet() -> None:
    ahead = [entry(30, 9, PAUSED), entry(40, 9, OPEN)]
    assert own_day([JOINED, *ahead], date_of(5)) == 5
    assert own_day(ahead, date_of(5)) == 1


def test_days_stand_still_between_the_pause_and_the_return() -> None:
    log = [JOINED, entry(3, 10, PAUSED)]
    assert [own_day(log, date_of(day)) for day in (2, 3, 4, 9)] == [2, 3, 3, 3]
    back = [*log, entry(9, 10, OPEN)]
    assert [own_day(back, date_of(day)) for day in (9, 10)] == [4, 5]


def test_a_pause_of_a_morning_costs_no_day() -> None:
    log = [JOINED, entry(1, 10, OPEN), entry(3, 8, PAUSED), entry(3, 12, OPEN)]
    assert own_day(log, date_of(4)) == 4


def test_each_pause_waits_by_itself_and_told_twice_is_one() -> None:
    log = [JOINED, entry(2, 8, PAUSED), entry(4, 8, PAUSED), entry(5, 8, OPEN)]
    more = [entry(7, 8, PAUSED), entry(9, 8, OPEN)]
    assert own_day([*more, *log], date_of(10)) == 10 - 2 - 1


def test_behind_a_red_flag_days_go_on_and_a_pause_around_it_holds() -> None:
    flag = entry(3, 8, on.GateSet(Gate.RED_FLAG))
    assert own_day([JOINED, flag], date_of(6)) == 6
    paused = [JOINED, entry(2, 8, PAUSED), flag, entry(5, 8, PAUSED)]
    assert own_day(paused, date_of(8)) == 2


def test_a_pause_as_the_doors_write_it_is_heard() -> None:
    screen = on.RedFlagsTold(tuple(RedFlagQuestion), Told.NO)
    log = [JOINED, entry(1, 10, screen)]
    log += [entry(3, 8, one) for one in pause_events(log, date_of(3))]
    log += [entry(6, 8, one) for one in resume_events(log, date_of(6))]
    assert own_day(log, date_of(6)) == 4


def test_a_pause_that_was_taken_back_never_stood() -> None:
    slip = replace(entry(2, 8, PAUSED), key="slip")
    log = [JOINED, slip, entry(2, 9, on.TakenBack("slip"))]
    assert own_day(log, date_of(5)) == 5


def test_a_pause_from_before_joining_costs_nothing() -> None:
    letters = [entry(1, 9, on.PreferenceSet("theme", "dark"))]
    assert own_day([*letters, entry(3, 9, PAUSED)], date_of(5)) == 1


GATES = st.lists(st.tuples(st.integers(1, 40), st.sampled_from(Gate)), max_size=8)


@given(GATES)
@settings(max_examples=40)
def test_days_never_go_back_and_never_run(gates: list[tuple[int, Gate]]) -> None:
    log = [JOINED, *(entry(day, 10, on.GateSet(gate)) for day, gate in gates)]
    days = [own_day(log, date_of(number)) for number in range(1, 42)]
    assert days[0] == 1
    assert all(later - day in (0, 1) for day, later in pairwise(days))


# What was read --------------------------------------------------------------------------------


def test_a_chapter_put_down_is_taken_up_where_it_was() -> None:
    log = [entry(2, 9, on.ChapterLeft(NAME, 2, 3)), entry(2, 8, on.ChapterLeft(NAME, 2, 1))]
    reading = reading_of(log, ALL)
    assert reading.place(2) == 3
    assert reading.place(1) == 0
    assert reading.read == frozenset()


def test_a_chapter_read_to_its_end_begins_at_its_beginning_when_it_is_opened_again() -> None:
    log = [entry(2, 8, on.ChapterLeft(NAME, 2, 3)), entry(2, 9, on.ChapterRead(NAME, 2))]
    assert reading_of(log, ALL) == read(2)
    again = reading_of([*log, entry(5, 9, on.ChapterLeft(NAME, 2, 1))], ALL)
    assert (again.read, again.place(2)) == (frozenset({2}), 1)


def test_another_programme_is_another_book() -> None:
    log = [entry(2, 8, on.ChapterLeft("other", 2, 3)), entry(2, 9, on.ChapterRead("other", 1))]
    assert reading_of([JOINED, *log], ALL) == Reading()


def test_a_page_that_was_taken_back_was_not_read() -> None:
    page = replace(entry(2, 9, on.ChapterRead(NAME, 1)), key="page")
    assert reading_of([page, entry(2, 10, on.TakenBack("page"))], ALL) == Reading()


# Today's chapter ------------------------------------------------------------------------------


def test_the_chapter_of_the_day_is_the_one_of_its_day() -> None:
    assert todays_chapter(ALL, read(), day=2) == TodaysChapter(2)


def test_what_was_not_read_is_offered_where_the_day_has_nothing_new() -> None:
    assert todays_chapter(ALL, read(2), day=2) == TodaysChapter(1)
    assert todays_chapter(ALL, read(1, 2, 3, 4), day=90) == TodaysChapter(5)
    assert todays_chapter(ALL, read(1, 2), day=2) is None


def test_days_that_nobody_has_written_are_passed_over() -> None:
    programme = written(1, 4)
    assert todays_chapter(programme, read(), day=3) == TodaysChapter(1)
    assert todays_chapter(programme, read(1), day=3) is None
    assert todays_chapter(written(), read(), day=3) is None


def test_a_chapter_waits_for_the_one_it_needs() -> None:
    assert todays_chapter(ALL, read(), day=3) == TodaysChapter(2)
    assert todays_chapter(ALL, read(2), day=3) == TodaysChapter(3)


def test_a_chapter_waits_for_none_that_nobody_has_written() -> None:
    assert todays_chapter(written(1, 3), read(1), day=3) == TodaysChapter(3)


def test_a_boom_calls_its_chapter_up_before_its_day() -> None:
    found = todays_chapter(ALL, read(), day=1, happened=(Happening.BOOM,))
    assert found == TodaysChapter(4, Happening.BOOM)


def test_what_was_read_once_is_not_called_up_again() -> None:
    happened = (Happening.FLARE, Happening.BOOM)
    assert todays_chapter(ALL, read(5), day=1, happened=happened) == TodaysChapter(
        4, Happening.BOOM
    )
    assert todays_chapter(ALL, read(4, 5), day=1, happened=happened) == TodaysChapter(1)


def test_what_nobody_has_written_is_not_called_up() -> None:
    assert todays_chapter(written(1), read(), day=1, happened=(Happening.BOOM,)) == TodaysChapter(1)


@given(
    st.sets(st.integers(1, 5)),
    st.sets(st.integers(1, 5)),
    st.integers(1, 40),
    st.lists(st.sampled_from(Happening), unique=True),
)
@settings(max_examples=60)
def test_what_is_offered_is_written_and_new(
    days: set[int], seen: set[int], day: int, happened: list[Happening]
) -> None:
    found = todays_chapter(written(*days), read(*seen), day=day, happened=happened)
    if found is not None:
        assert found.day in days - seen
        assert found.called in happened or found.day <= day
    else:
        assert not {one for one in days - seen if one <= day and (one != 3 or 2 not in days)}


def test_a_persons_place_is_what_they_read_and_what_waits_for_them_today() -> None:
    log = [JOINED, begun(), entry(2, 9, on.ChapterRead(NAME, 1))]
    assert place_in(ALL, log, today_of(log, at(2, 10))) == (read(1), TodaysChapter(2))

    flare = [*log, entry(2, 9, on.FlareTold(FlareWord.A_FLARE))]
    found = place_in(ALL, flare, today_of(flare, at(2, 10)))
    assert found == (read(1), TodaysChapter(5, Happening.FLARE))


# What happened --------------------------------------------------------------------------------

FLARE, TOO_MUCH = on.FlareTold(FlareWord.A_FLARE), on.FarTooMuchTold()


def on_day(number: int, *more: Entry) -> tuple[Happening, ...]:
    log = [begun(), *ordinary(*range(1, 20)), *more]
    return happened(today_of([one for one in log if one.at <= at(number, 22)], at(number, 22)))


@pytest.mark.parametrize(("event", "what"), [(FLARE, "flare"), (TOO_MUCH, "boom")])
def test_a_happening_calls_for_some_days_and_then_is_quiet(event: on.Event, what: str) -> None:
    told = entry(5, 20, event)
    said = {number: on_day(number, told) for number in (4, 5, 6, 8, 9, 5 + DAYS_AT_HAND)}
    assert said == {4: (), 5: (what,), 6: (what,), 8: (what,), 9: (), 5 + DAYS_AT_HAND: ()}


def test_the_latest_is_heard_first_and_a_flare_before_a_boom() -> None:
    assert on_day(6, entry(5, 20, FLARE), entry(6, 20, TOO_MUCH)) == ("boom", "flare")
    assert on_day(6, entry(6, 20, FLARE), entry(6, 20, TOO_MUCH)) == ("flare", "boom")
