"""A day put right afterwards: nothing is edited, and little is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.correcting import (
    NOTE_LETTERS,
    REVIEW_AFTER_DAYS,
    REVIEW_SAID_DAYS,
    Correction,
    NotThatDay,
    medicine_changed_on,
    new_answer,
    new_note,
    new_session,
    of_day,
    other_mark,
    own_words,
    removed,
    why_not,
)
from steadystep.core.events import Mark
from steadystep.core.facts import FlareWord
from steadystep.core.fold import in_order
from steadystep.core.history import history
from tests.core.lives import at, begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from steadystep.core.events import Entry, Event

# Friday of the first week, in the morning.
NOW = at(5, 9)


def keyed(*entries: Entry) -> list[Entry]:
    """The entries, each under a name of its own."""
    return [replace(one, key=f"k{number}") for number, one in enumerate(entries)]


def after(log: list[Entry], correction: Correction) -> list[Entry]:
    """The log with a correction written into it."""
    written = (
        replace(entry(1, 0, event), at=correction.at, recorded=NOW, key=f"c{number}")
        for number, event in enumerate(correction.events)
    )
    return [*log, *written]


def said_on(number: int, log: list[Entry]) -> list[Event]:
    """What counts of a day, in its order, without the taking back itself."""
    said = (one.event for one in of_day(log, date_of(number)))
    return [one for one in said if not isinstance(one, on.TakenBack)]


# Which days -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (1, None),
        (4, None),
        (5, None),
        (6, NotThatDay.FUTURE),
        (0, NotThatDay.BEFORE_THE_PLAN),
    ],
)
def test_any_day_of_the_plan_may_be_put_right(number: int, why: NotThatDay | None) -> None:
    assert why_not([begun()], date_of(number), NOW) == why


def test_the_day_turns_at_four_here_as_well() -> None:
    assert why_not([begun()], date_of(5), at(5, 3)) == NotThatDay.FUTURE


def test_before_there_is_a_plan_there_is_nothing_to_put_right() -> None:
    assert why_not([], date_of(5), NOW) == NotThatDay.NO_PLAN


# An answer ------------------------------------------------------------------------------------


def test_a_new_answer_takes_the_place_of_all_that_was_answered_that_day() -> None:
    log = keyed(
        begun(),
        entry(3, 8, on.CheckedIn(pain=70, fatigue=40)),
        entry(3, 20, on.FogAnswered(1)),
        entry(3, 21, on.NoteWritten("Rain.")),
    )
    right = new_answer(of_day(log, date_of(3)), date_of(3), NOW, pain=40, fatigue=50, sleep=None)

    assert said_on(3, after(log, right)) == [
        on.CheckedIn(pain=40, fatigue=50, remembered=True),
        on.NoteWritten("Rain."),
    ]


def test_it_is_taken_to_have_been_when_the_last_of_those_was() -> None:
    log = keyed(entry(3, 8, on.CheckedIn(pain=70)), entry(3, 20, on.CheckedIn(pain=60)))
    right = new_answer(log, date_of(3), NOW, pain=40, fatigue=None, sleep=None)

    assert right.at == at(3, 20)


def test_a_forgotten_answer_is_taken_to_have_been_at_noon() -> None:
    right = new_answer([], date_of(3), NOW, pain=40, fatigue=None, sleep=30)

    assert right == Correction((on.CheckedIn(40, None, 30, remembered=True),), at(3, 12))


def test_todays_own_answer_is_not_remembered() -> None:
    right = new_answer([], date_of(5), NOW, pain=40, fatigue=None, sleep=None)

    assert right == Correction((on.CheckedIn(40),), NOW)


def test_what_has_no_key_cannot_be_taken_back() -> None:
    nameless = [entry(3, 8, on.CheckedIn(pain=70))]
    right = new_answer(nameless, date_of(3), NOW, pain=40, fatigue=None, sleep=None)

    assert [type(one) for one in right.events] == [on.CheckedIn]


@given(pain=st.integers(0, 10), number=st.integers(1, 4))
def test_what_was_told_that_day_stays_and_today_goes_by_the_new_answer(
    pain: int, number: int
) -> None:
    given_then = on.DecisionGiven(50, 50)
    told = [entry(one, 7, given_then) for one in (1, 2, 3, 4)]
    log = keyed(begun(), *ordinary(1, 2, 3, 4), *told)
    right = new_answer(
        of_day(log, date_of(number)), date_of(number), NOW, pain=pain * 10, fatigue=0, sleep=0
    )
    before = history(log, until=date_of(5))
    seen = history(after(log, right), until=date_of(5))

    assert [one.given for one in seen] == [one.given for one in before]
    assert seen[number - 1].pain == pain * 10


# A session ------------------------------------------------------------------------------------


def test_a_new_session_takes_the_place_of_those_of_the_day() -> None:
    log = keyed(begun(), *ordinary(3), entry(3, 18, on.SessionTold(20)))
    right = new_session(of_day(log, date_of(3)), date_of(3), NOW, done=30)

    assert right.at == at(3, 18)
    assert said_on(3, after(log, right))[1:] == [on.SessionTold(30)]


def test_a_forgotten_session_is_taken_to_have_been_at_noon() -> None:
    assert new_session([], date_of(4), NOW, done=50) == Correction((on.SessionTold(50),), at(4, 12))


# A note ---------------------------------------------------------------------------------------


def test_a_day_has_one_note_and_the_last_one_stays() -> None:
    log = keyed(begun(), entry(3, 9, on.NoteWritten("Rain.")))
    right = new_note(of_day(log, date_of(3)), date_of(3), NOW, "  Sun after all.\r\nLate.  ")

    assert said_on(3, after(log, right)) == [on.NoteWritten("Sun after all.\nLate.")]


def test_an_empty_note_leaves_none() -> None:
    log = keyed(begun(), entry(3, 9, on.NoteWritten("Rain.")))
    right = new_note(of_day(log, date_of(3)), date_of(3), NOW, " \u202e ")

    assert said_on(3, after(log, right)) == []


def test_the_same_note_again_writes_nothing() -> None:
    log = keyed(entry(3, 9, on.NoteWritten("Rain.")))

    assert new_note(log, date_of(3), NOW, "Rain. ").events == ()


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("a day\u202e off", "a day off"),
        ("\ufeffrain\u2066x\u2069", "rainx"),
        ("a\x00b\x07c\u2028d", "abcd"),
        ("tab\there", "tab\there"),
        ("יום טוב \u200fעם ✨", "יום טוב \u200fעם ✨"),
        ("👩\u200d🦽 out", "👩\u200d🦽 out"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("\ud800x", "x"),
        (" one \r two ", "one\ntwo"),
    ],
)
def test_own_words_are_kept_without_what_turns_a_page_round(told: str, kept: str) -> None:
    assert own_words(told) == kept


@given(text=st.text(max_size=2 * NOTE_LETTERS))
def test_own_words_tidied_twice_are_tidied_once(text: str) -> None:
    once = own_words(text)

    assert own_words(once) == once
    assert len(once) <= len(text)


# Marks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", Mark)
def test_a_mark_tapped_twice_is_gone_and_three_times_is_there(mark: Mark) -> None:
    log = keyed(begun())
    for number, there in enumerate((True, False, True)):
        tap = other_mark(of_day(log, date_of(3)), date_of(3), NOW, mark)
        written = after([], tap)
        log += [replace(one, key=f"{number}.{one.key}") for one in written]
        assert (on.Marked(mark) in said_on(3, log)) is there


def test_a_mark_leaves_the_others_alone() -> None:
    log = keyed(begun(), entry(3, 9, on.Marked(Mark.STRESS)))
    tap = other_mark(of_day(log, date_of(3)), date_of(3), NOW, Mark.ILLNESS)

    assert tap == Correction((on.Marked(Mark.ILLNESS),), at(3, 12))


# Removing -------------------------------------------------------------------------------------


def test_what_was_said_can_be_removed() -> None:
    log = keyed(begun(), *ordinary(3), entry(3, 11, on.FlareTold(FlareWord.A_FLARE)))
    gone = removed(of_day(log, date_of(3)), date_of(3), NOW, ["k1", "k3"])

    assert said_on(3, after(log, gone)) == [on.SessionTold(50)]


def test_a_step_that_was_chosen_cannot_be_removed_by_looking_back() -> None:
    log = keyed(entry(3, 8, on.DoseChosen(60)), entry(3, 8, on.DecisionGiven(50, 50)))

    assert removed(log, date_of(3), NOW, ["k0", "k1", "", "nobody"]).events == ()


# Medicine -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (REVIEW_AFTER_DAYS - 1, False),
        (REVIEW_AFTER_DAYS, True),
        (REVIEW_AFTER_DAYS + REVIEW_SAID_DAYS - 1, True),
        (REVIEW_AFTER_DAYS + REVIEW_SAID_DAYS, False),
        (-1, False),
    ],
)
def test_two_weeks_after_a_change_of_medicine_usual_may_be_looked_at(
    days: int, *, said: bool
) -> None:
    changed = entry(3, 9, on.Marked(Mark.MEDICATION_CHANGE))
    today = date_of(3) + timedelta(days=days)

    assert medicine_changed_on([changed], today) == (date_of(3) if said else None)


def test_the_last_change_counts() -> None:
    changes = [entry(number, 9, on.Marked(Mark.MEDICATION_CHANGE)) for number in (3, 9)]

    assert medicine_changed_on(changes, date_of(20)) is None
    assert medicine_changed_on(changes, date_of(24)) == date_of(9)


def test_other_marks_say_nothing_of_usual() -> None:
    ill = [entry(3, 9, on.Marked(Mark.ILLNESS))]

    assert medicine_changed_on(ill, date_of(20)) is None
    assert in_order(ill) == ill
