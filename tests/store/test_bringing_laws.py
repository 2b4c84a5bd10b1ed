"""Two people answer alike, and one of them brings data: never is that one told more."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.acts import count_seen
from steadystep.core.asks import Ask
from steadystep.core.brought import BROUGHT, is_larger
from steadystep.core.facts import FlareWord
from steadystep.core.fold import in_order
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.observed import Kind
from steadystep.core.today import to_tell
from steadystep.store import PersonLog
from steadystep.store.bringing import bring_in, prefer, put_right, take_out
from steadystep.store.log import Placed
from tests.store.observing import PHONE, WATCH, brought, day, jsonl_in, walk
from tests.store.test_bringing import NOW, Export

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from steadystep.core.events import Entry, Event
    from steadystep.core.observed_days import DayRow
    from steadystep.core.today import Today
    from steadystep.store import Observed
    from steadystep.store.log import Wanted

DAYS = 24
# Days are counted from the one the plan begins on, which is that of `NOW`.
_VALUES = {
    Kind.RESTING_HEART_RATE: (600, 900),
    Kind.HRV_RMSSD: (400, 100),
    Kind.PAIN: (30, 90),
    Kind.FATIGUE: (30, 90),
    Kind.SLEEP_RATED: (20, 90),
    Kind.CRASH: (0, 10),
}


class Act(NamedTuple):
    """What is done with data on a day.

    Attributes:
        what: Bring, undo, choose a source, or say yes to the session that was seen.
        key: Which export; the same one twice is known again.
        first: The first of its days, counted from today: it may lie in what is to come.
        days: How many they are.
        hard: Which of them were hard, by a pattern.
        kind: Of which kind.
        turned: The clock of the machine stands so many days ahead.
    """

    what: str
    key: str
    first: int
    days: int
    hard: int
    kind: Kind
    turned: int


class Morning(NamedTuple):
    """What is answered on a day, and what is done with data before it."""

    answer: Event | None
    done: int | None
    acts: list[Act]


ACTS = st.builds(
    Act,
    st.sampled_from(("bring", "bring", "undo", "prefer", "right")),
    st.sampled_from("abcd"),
    st.integers(-40, 3),
    st.integers(1, 40),
    st.integers(1, 7),
    st.sampled_from(list(_VALUES)),
    st.sampled_from((0, 0, 0, -3, 400)),
)
ANSWERS: st.SearchStrategy[Event | None] = st.sampled_from(
    (
        *[on.CheckedIn(pain=40, fatigue=40)] * 6,
        on.CheckedIn(pain=80, fatigue=40),
        on.FlareTold(FlareWord.A_FLARE),
        None,
    )
)
MORNINGS = st.builds(
    Morning,
    ANSWERS,
    st.sampled_from((50, 50, 50, 30, 25, 60, None)),
    st.just([]) | st.lists(ACTS, max_size=2),
)
GENTLE_WALK = on.PlanStarted(
    unit=Unit.MINUTES, start=50, usual_pain=40, usual_fatigue=40, movement=Movement.WALK
)


@pytest.mark.slow
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(MORNINGS, min_size=DAYS, max_size=DAYS))
def test_law_8_whatever_is_brought_undone_chosen_and_brought_again_nothing_is_told_that_is_more(
    tmp_path_factory: pytest.TempPathFactory, mornings: list[Morning]
) -> None:
    folder = tmp_path_factory.mktemp("lives")
    hers, his = _begun(), _begun()
    observed = jsonl_in(folder)
    for number, morning in enumerate(mornings):
        now = NOW + timedelta(days=number)
        for act in morning.acts:
            _do(act, hers, observed, number, now)
        with_it, without = (_lived(log, morning, now) for log in (hers, his))
        assert with_it.decision is not None
        assert without.decision is not None
        assert not is_larger(with_it.decision, without.decision)
    _undo_all(hers, observed, NOW + timedelta(days=DAYS))
    assert not [one for one in in_order(hers.read()) if isinstance(one.event, BROUGHT)]


class InMemory:
    """A log that lies nowhere: a law looks at many days."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    def append(self, entries: Iterable[Entry]) -> None:
        """Write entries; what is there under a key stays."""
        for one in entries:
            self._entries.setdefault(one.key, one)

    def read(
        self,
        person: str,  # noqa: ARG002 - there is one
        wanted: Wanted | None = None,
        *,
        decisions_from: date = date.min,  # noqa: ARG002 - they are whole
    ) -> Iterator[Placed]:
        """Read them."""
        placed = map(Placed, count(1), list(self._entries.values()))
        return (one for one in placed if wanted is None or wanted.takes(one))

    def forget(self, person: str) -> None:  # noqa: ARG002 - there is one
        """Delete them."""
        self._entries.clear()


def _begun() -> PersonLog:
    log = PersonLog(InMemory(), "her")
    log.append([GENTLE_WALK], at=NOW, recorded=NOW)
    return log


def _lived(log: PersonLog, morning: Morning, now: datetime) -> Today:
    """A day: what is told and written down, what is answered to it, and what is told then."""
    given = to_tell(log.today(now), (), "en")
    assert given is not None
    answers = (morning.answer, _session(morning))
    log.append([given], at=now, recorded=now)
    for hours, event in enumerate(answers, start=1):
        if event is not None:
            at = now + timedelta(hours=hours)
            log.append([event], at=at, recorded=at)
    return log.today(now + timedelta(hours=3))


def _session(morning: Morning) -> Event | None:
    return None if morning.done is None else on.SessionTold(morning.done)


def _do(act: Act, log: PersonLog, observed: Observed, number: int, now: datetime) -> None:
    at = now + timedelta(days=act.turned)
    match act.what:
        case "bring":
            rows = list(_rows(act, number))
            export = Export(rows, [walk(number + act.first)])
            bring_in(log, observed, brought(f"{act.key}{act.first}"), export, now=at)
        case "undo":
            for one in observed.imports("her")[:1]:
                take_out(log, observed, one.number, now=at)
        case "prefer":
            prefer(log, observed, act.kind, PHONE if act.hard % 2 else None, now=at)
        case _:
            put_right(log, observed, now=at)


def _rows(act: Act, number: int) -> list[DayRow]:
    calm, hard = _VALUES[act.kind]
    return [
        day(
            number + act.first + ahead,
            hard if ahead % act.hard == 0 else calm,
            act.kind,
            PHONE if act.key in "ab" else WATCH,
        )
        for ahead in range(act.days)
    ]


def _undo_all(log: PersonLog, observed: Observed, now: datetime) -> None:
    for one in observed.imports("her"):
        take_out(log, observed, one.number, now=now)
    for kind in Kind:
        prefer(log, observed, kind, None, now=now)


def test_a_session_that_was_counted_is_the_word_of_the_person_and_stays_when_its_import_goes(
    tmp_path: Path,
) -> None:
    """It says what anybody says with the same number, and the import nothing more."""
    hers, his, observed = _begun(), _begun(), jsonl_in(tmp_path)
    tomorrow = NOW + timedelta(days=1)
    bring_in(hers, observed, brought(), Export([], [walk(0)]), now=NOW)
    today = hers.today(NOW + timedelta(hours=1))
    assert Ask.WATCH_SESSION in today.asks
    _, counted = count_seen(today)
    for log in (hers, his):
        at = NOW + timedelta(hours=1)
        log.append([counted], at=at, recorded=at)
    assert hers.today(tomorrow).decision == his.today(tomorrow).decision
    take_out(hers, observed, 1, now=tomorrow)
    assert hers.today(tomorrow).decision == his.today(tomorrow).decision
    assert counted in [one.event for one in in_order(hers.read())]
