"""What is brought from a device or another diary only warns, whatever else is in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.brought import BROUGHT, is_larger
from steadystep.core.events import Entry
from steadystep.core.facts import FlareWord
from steadystep.core.fold import Fold, by_day, in_order
from steadystep.core.packing import pack
from steadystep.core.policy import GUARDED, STEADY, Policy
from steadystep.core.record import decisions
from tests.core.lives import at, begun, date_of, entry
from tests.core.records import TENTHS, records

if TYPE_CHECKING:
    from steadystep.core.decision import Decision
    from steadystep.core.events import Event

DAYS = 45
OF_A_DAY: st.SearchStrategy[Event] = st.one_of(
    st.builds(on.DayMeasured, st.none() | st.integers(400, 1_200), st.none() | st.integers(1, 900)),
    st.builds(on.DiaryBrought, TENTHS, TENTHS, TENTHS, st.booleans()),
    st.just(on.DiaryBrought(30, 40, 20)),
    st.just(on.DiaryBrought(crash=True)),
)


@st.composite
def brought(draw: st.DrawFn) -> list[Entry]:
    """Days here and there, and a stretch of days as a file holds them, before the plan or in it."""
    single = draw(st.lists(st.tuples(st.integers(-40, DAYS + 5), OF_A_DAY), max_size=12))
    first, length = draw(st.integers(-40, DAYS)), draw(st.sampled_from((0, 0, 20, 60)))
    days = [*single, *((first + ahead, draw(OF_A_DAY)) for ahead in range(length))]
    late = timedelta(days=draw(st.sampled_from((0, 3, 30))))
    return [
        Entry("her", at(day, 12), at(day, 12) + late, event, f"import {place}")
        for place, (day, event) in enumerate(days)
    ]


def as_told(entries: list[Entry]) -> list[Entry]:
    """A record of a plan into which nothing was brought."""
    return [begun(), *(one for one in entries if not isinstance(one.event, BROUGHT))]


def said(entries: list[Entry], policy: Policy = GUARDED) -> list[Decision]:
    """What the rule says of every day of the record."""
    return list(decisions(entries, until=date_of(DAYS), policy=policy))


@settings(max_examples=60)
@given(records(days=DAYS), brought(), st.sampled_from((GUARDED, STEADY)))
def test_law_8_nothing_that_is_brought_gives_a_larger_dose_a_higher_rung_or_an_earlier_offer(
    told: list[Entry], more: list[Entry], policy: Policy
) -> None:
    """On its own day and on any later day, with all that the rule learns switched on."""
    record = as_told(told)
    both = zip(said([*record, *more], policy), said(record, policy), strict=True)
    assert not any(is_larger(with_it, without) for with_it, without in both)


class Answers(NamedTuple):
    """What a person says on a day, whatever was told: how it is, and how much was done."""

    morning: Event | None
    done: int | None


# Some weeks, mostly calm, in which half of the steps are done in part: there an offer hangs on how
# much of a step was done.
LIVED_DAYS = 20
A_DAY = st.builds(
    Answers,
    st.sampled_from(
        (
            *[on.CheckedIn(pain=40, fatigue=40)] * 12,
            on.CheckedIn(pain=70, fatigue=40),
            on.FlareTold(FlareWord.A_FLARE),
            None,
        )
    ),
    st.sampled_from((50, 50, 50, 30, 30, 30, 25, 60, None)),
)
A_CRASH = st.integers(2, LIVED_DAYS).map(
    lambda day: [replace(entry(day, 5, on.DiaryBrought(crash=True)), key="crash")]
)


def lived(answers: list[Answers], more: list[Entry], policy: Policy) -> list[Decision]:
    """What is told each morning to somebody who answers so, each word of it written down."""
    days, fold, told = by_day(in_order(more)), Fold(policy), []
    fold.standing_before(one for day in days if day < date_of(1) for one in days[day])
    for number, answer in enumerate(answers, start=1):
        day = date_of(number)
        todays = [*([begun()] if number == 1 else []), *days.get(day, [])]
        if answer.morning:
            todays.append(entry(number, 8, answer.morning))
        said_now, alone = fold.morning(day, todays), fold.dose_alone(day, todays)
        given = on.DecisionGiven(said_now.level, said_now.dose, said_now.offered, alone=alone)
        todays.append(entry(number, 8.5, given))
        if answer.done is not None:
            todays.append(entry(number, 10, on.SessionTold(answer.done)))
        told += [said_now, fold.evening(day, in_order(todays))]
    return told


@settings(max_examples=40)
@given(st.lists(A_DAY, min_size=20, max_size=DAYS), brought(), st.sampled_from((GUARDED, STEADY)))
def test_law_8_of_two_lives_with_the_same_answers_the_one_that_brought_data_is_never_told_more(
    answers: list[Answers], more: list[Entry], policy: Policy
) -> None:
    """What is told in the one life is written into its log, and is not what the other one holds."""
    both = zip(lived(answers, more, policy), lived(answers, [], policy), strict=True)
    assert not any(is_larger(with_it, without) for with_it, without in both)


@settings(max_examples=20)
@given(records(days=DAYS), brought(), st.randoms(use_true_random=False))
def test_law_7_the_order_in_which_it_arrives_does_not_matter(
    told: list[Entry], more: list[Entry], chance: st.DataObject
) -> None:
    record = [*as_told(told), *more]
    shuffled = list(record)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert said(shuffled) == said(record)


@settings(max_examples=20)
@given(records(days=DAYS), brought())
def test_an_import_that_is_undone_leaves_the_record_as_it_was(
    told: list[Entry], more: list[Entry]
) -> None:
    record = as_told(told)
    undone = [Entry("her", at(DAYS, 9), at(DAYS, 9), on.TakenBack(one.key)) for one in more]
    folds = [closed([*record, *more, *undone]), closed(record)]
    assert pack(folds[0]) == pack(folds[1])


def closed(entries: list[Entry]) -> Fold:
    """The record folded up to its last day."""
    ordered, fold = in_order(entries), Fold()
    days = by_day(ordered)
    fold.standing_before(one for day in days if day < date_of(1) for one in days[day])
    for number in range(1, DAYS + 1):
        fold.evening(date_of(number), days.get(date_of(number), []))
    return fold
