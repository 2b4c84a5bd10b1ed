"""Invented records: whatever may be told, late, taken back, at another pace, of a second plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.events import Entry
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.observations import Symptom, Unit
from steadystep.core.observed import Kind, Maker
from steadystep.core.reasons import Limit
from steadystep.core.safety import PemScreen
from tests.core.lives import at, begun, ordinary

if TYPE_CHECKING:
    from steadystep.core.events import Event

TENTHS = st.none() | st.integers(0, 10).map(lambda points: points * 10)
DOSE = st.sampled_from((5, 30, 50, 60, 70, 100))
POINTS = st.integers(0, 4)
A_SCREEN = st.builds(
    PemScreen,
    st.tuples(*[st.tuples(POINTS, POINTS)] * 5),
    st.booleans(),
    st.booleans(),
    st.integers(0, 48),
)
ANSWERS: st.SearchStrategy[Event] = st.one_of(
    st.builds(on.CheckedIn, TENTHS, TENTHS, TENTHS),
    st.builds(on.CheckedIn, st.just(40), st.just(40)),
    st.builds(on.FogAnswered, st.integers(-1, 2)),
    st.builds(on.FlareTold, st.sampled_from(FlareWord)),
    st.builds(on.SilentDaysTold, st.sampled_from(FlareWord)),
    st.builds(on.SessionTold, DOSE),
)
WORDS: st.SearchStrategy[Event] = st.one_of(
    st.builds(on.EasierToday, DOSE),
    st.builds(on.DayTold, st.sampled_from(on.Busy)),
    st.just(on.FarTooMuchTold()),
    st.builds(on.OfferAnswered, st.sampled_from(Reply)),
    st.builds(on.DoseChosen, DOSE),
    st.just(on.MoreBegun()),
    st.builds(on.KeptMovingTold, st.booleans()),
    st.builds(on.ConfidenceTold, st.integers(0, 10)),
    st.builds(on.UsualAnswered, st.booleans()),
    st.builds(on.AskSkipped, st.sampled_from(Ask)),
    st.builds(on.ChapterLeft, st.just("steadystep"), st.integers(1, 28), st.integers(0, 9)),
    st.builds(on.ChapterRead, st.just("steadystep"), st.integers(1, 28)),
    st.builds(on.DecisionGiven, st.none() | DOSE, st.none() | DOSE, st.none() | DOSE),
)
LASTING_WORDS: st.SearchStrategy[Event] = st.one_of(
    st.builds(on.PaceChosen, st.sampled_from(on.Pace)),
    st.builds(on.PageSeen, st.just("week_one")),
    st.builds(on.LimitSet, st.sampled_from((Limit.GOAL, Limit.CLINICIAN)), st.none() | DOSE),
    st.builds(on.GateSet, st.sampled_from((Gate.OPEN, *Gate))),
    st.builds(on.ScreenAsked, st.booleans()),
    st.builds(on.PlanStarted, unit=st.sampled_from(Unit), start=DOSE, resistance=st.booleans()),
    st.builds(
        on.ReferenceSet,
        st.sampled_from((Symptom.PAIN, Symptom.FATIGUE)),
        st.sampled_from((30, 50)),
        st.just(120),
        st.just(20),
        st.none() | st.just(60),
    ),
)
BROUGHT: st.SearchStrategy[Event] = st.one_of(
    st.builds(on.DayMeasured, st.none() | st.integers(400, 1_200), st.none() | st.integers(1, 900)),
    st.builds(on.DiaryBrought, TENTHS, TENTHS, TENTHS, st.booleans()),
    st.builds(on.SessionSeen, DOSE, st.sampled_from(Unit), st.just("Apple Watch")),
    st.builds(on.DataSeen, st.just("Apple Watch"), st.dates(), st.integers(0, 28)),
    st.builds(on.SourcePreferred, st.sampled_from(Kind), st.sampled_from(Maker), st.just("Fitbit")),
)
EVENTS = st.one_of(ANSWERS, ANSWERS, WORDS, LASTING_WORDS, BROUGHT)

# A clock's odds: mostly the same offset, mostly written as it happened.
OFFSETS = st.sampled_from((0, 0, 0, 2, -8))
DAYS_LATE = st.sampled_from((0, 0, 0, 1, 6))


@st.composite
def records(draw: st.DrawFn, *, days: int = 45, most: int = 50) -> list[Entry]:
    """One person's entries in the order in which they were written, each with a key of its own."""
    told = [begun(), *ordinary(*_answered(draw, days))]
    told += [_entry(draw, days, number) for number in range(draw(st.integers(0, most)))]
    keyed = [replace(one, key=f"k{place}") for place, one in enumerate(told)]
    keyed += _taken_back(draw, keyed, days)
    return sorted(keyed, key=lambda one: one.recorded)


def _answered(draw: st.DrawFn, days: int) -> list[int]:
    """Which of the days were ordinary: many, with a hole in them."""
    first, length = draw(st.integers(2, days)), draw(st.sampled_from((0, 2, 9, 20)))
    return [one for one in range(1, days + 1) if not first <= one < first + length]


def _entry(draw: st.DrawFn, days: int, number: int) -> Entry:
    day, hour = draw(st.integers(0, days)), draw(st.integers(0, 23))
    when = at(day, hour + number / 100, offset=draw(OFFSETS))
    return Entry("her", when, when + timedelta(days=draw(DAYS_LATE)), draw(EVENTS))


def _taken_back(draw: st.DrawFn, keyed: list[Entry], days: int) -> list[Entry]:
    """Some entries are taken back, at once or much later."""
    taken = draw(st.lists(st.sampled_from(keyed), max_size=4))
    days_of_it = [draw(st.integers(1, days)) for _ in taken]
    times = [max(at(day, 22), one.recorded) for one, day in zip(taken, days_of_it, strict=True)]
    return [
        Entry("her", when, when, on.TakenBack(one.key), f"t{place}")
        for place, (one, when) in enumerate(zip(taken, times, strict=True))
    ]
