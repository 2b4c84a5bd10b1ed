"""What both doors do with an export: in, out, and which source is used; the log hears the rest."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.fold import in_order, local_day
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.observed import Kind, Maker, Source
from steadystep.store import JsonlLog, PersonLog
from steadystep.store.bringing import bring_in, prefer, preferred, put_right, take_out
from steadystep.store.locking import hold
from steadystep.store.trouble import LogTrouble
from tests.store.observing import MONDAY, PHONE, WATCH, brought, day, jsonl_in, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from steadystep.core.events import Entry, Event
    from steadystep.core.observed_days import DayRow, SessionRow
    from steadystep.store import Observed

# The Monday that rows are counted from, at eight.
NOW = datetime.combine(date.fromordinal(MONDAY), datetime.min.time(), UTC) + timedelta(hours=12)
RATE, RMSSD = Kind.RESTING_HEART_RATE, Kind.HRV_RMSSD


class Export(NamedTuple):
    """What a reader gathered."""

    days: Sequence[DayRow] = ()
    walks: Sequence[SessionRow] = ()

    def rows(self) -> Sequence[DayRow]:
        """Each day."""
        return self.days

    def sessions(self) -> Sequence[SessionRow]:
        """All sessions."""
        return self.walks


@pytest.fixture
def log(tmp_path: Path) -> PersonLog:
    return PersonLog(JsonlLog(tmp_path / "log"), "her")


@pytest.fixture
def observed(tmp_path: Path) -> Observed:
    return jsonl_in(tmp_path)


def heard(log: PersonLog) -> dict[int, list[Event]]:
    """What the log holds of what was brought, by the day counted from Monday."""
    days: dict[int, list[Event]] = {}
    for one in _standing(log):
        days.setdefault(local_day(one).toordinal() - MONDAY, []).append(one.event)
    return days


def _standing(log: PersonLog) -> list[Entry]:
    kinds = (on.DayMeasured, on.DiaryBrought, on.SessionSeen)
    return [one for one in in_order(log.read()) if isinstance(one.event, kinds)]


def begin(log: PersonLog, days_ago: int) -> None:
    """A walk of five minutes."""
    at = NOW - timedelta(days=days_ago, hours=5)
    plan = on.PlanStarted(
        unit=Unit.MINUTES, start=50, usual_pain=40, usual_fatigue=40, movement=Movement.WALK
    )
    log.append([plan], at=at, recorded=at)


def test_the_log_hears_the_heart_and_the_diary_of_each_day_and_nothing_else(
    log: PersonLog, observed: Observed
) -> None:
    rows = (
        day(-1, 610, RATE),
        day(-1, 344, RMSSD),
        day(-1, 40_000, Kind.STEPS),
        day(-2, 70, Kind.PAIN),
        day(-2, 10, Kind.CRASH),
        day(-3, 0, Kind.CRASH),
    )

    assert bring_in(log, observed, brought(), Export(rows), now=NOW) == 1

    assert heard(log) == {
        -1: [on.DayMeasured(610, 344)],
        -2: [on.DiaryBrought(pain=70, crash=True)],
    }


def test_days_too_old_for_any_plan_and_days_to_come_are_not_heard(
    log: PersonLog, observed: Observed
) -> None:
    rows = (day(-28, 600, RATE), day(-29, 600, RATE), day(0, 600, RATE), day(1, 600, RATE))
    bring_in(log, observed, brought(), Export(rows), now=NOW)
    assert sorted(heard(log)) == [-28, 0]


def test_with_a_plan_all_days_since_its_28_before_are_heard(
    log: PersonLog, observed: Observed
) -> None:
    begin(log, days_ago=100)
    rows = (day(-128, 600, RATE), day(-129, 600, RATE))
    bring_in(log, observed, brought(), Export(rows), now=NOW)
    assert sorted(heard(log)) == [-128]


def test_what_was_brought_long_before_the_plan_is_taken_back_whole_too(
    log: PersonLog, observed: Observed
) -> None:
    rows = [day(number, 610, RATE) for number in (-67, -41)]
    bring_in(log, observed, brought(), Export(rows), now=NOW - timedelta(days=40))
    assert sorted(heard(log)) == [-67, -41]
    begin(log, days_ago=5)

    take_out(log, observed, 1, now=NOW)

    assert heard(log) == {}


def test_doing_it_twice_changes_nothing(log: PersonLog, observed: Observed) -> None:
    export = Export([day(-1, 610, RATE)])
    bring_in(log, observed, brought(), export, now=NOW)
    before = log.read()

    assert bring_in(log, observed, brought(), export, now=NOW + timedelta(days=1)) is None
    assert bring_in(log, observed, brought("later"), export, now=NOW + timedelta(days=1)) == 2

    assert log.read() == before


def test_a_newer_export_tells_a_day_anew_and_undone_the_older_one_counts_again(
    log: PersonLog, observed: Observed
) -> None:
    bring_in(log, observed, brought("a"), Export([day(-1, 610, RATE)]), now=NOW)
    number = bring_in(log, observed, brought("b"), Export([day(-1, 640, RATE)]), now=NOW)
    assert heard(log) == {-1: [on.DayMeasured(640)]}

    take_out(log, observed, number or 0, now=NOW)
    assert heard(log) == {-1: [on.DayMeasured(610)]}

    take_out(log, observed, 1, now=NOW)
    assert heard(log) == {}
    bring_in(log, observed, brought("a"), Export([day(-1, 610, RATE)]), now=NOW)
    assert heard(log) == {-1: [on.DayMeasured(610)]}


def test_what_the_log_did_not_hear_before_a_program_was_ended_it_hears_the_next_time(
    log: PersonLog, observed: Observed, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = Export([day(-1, 610, RATE)])
    with monkeypatch.context() as patch:
        patch.setattr(log, "append_folded", _no_room)
        with pytest.raises(LogTrouble):
            bring_in(log, observed, brought(), export, now=NOW)
    assert heard(log) == {}

    bring_in(log, observed, brought(), export, now=NOW)

    assert heard(log) == {-1: [on.DayMeasured(610)]}


def _no_room(*_: object, **__: object) -> None:
    raise LogTrouble("There is no room.")


def test_the_person_chooses_a_source_and_goes_back_to_the_order(
    log: PersonLog, observed: Observed
) -> None:
    rows = (day(-1, 610, RATE), day(-1, 590, RATE, PHONE))
    bring_in(log, observed, brought(), Export(rows), now=NOW)
    assert heard(log) == {-1: [on.DayMeasured(610)]}

    for _ in range(2):
        prefer(log, observed, RATE, PHONE, now=NOW)
        assert preferred(log) == {RATE: PHONE}
        assert heard(log) == {-1: [on.DayMeasured(590)]}
    assert len([one for one in log.read() if isinstance(one.event, on.SourcePreferred)]) == 1

    prefer(log, observed, Kind.STEPS, None, now=NOW)
    assert preferred(log) == {RATE: PHONE}
    prefer(log, observed, RATE, None, now=NOW)
    assert preferred(log) == {}
    assert heard(log) == {-1: [on.DayMeasured(610)]}


@pytest.mark.parametrize(("number", "asked"), [(0, True), (-1, True), (-2, False)])
def test_a_walk_that_fits_is_asked_about_on_its_day_and_the_next(
    log: PersonLog, observed: Observed, number: int, *, asked: bool
) -> None:
    begin(log, days_ago=max(1, -number))

    bring_in(log, observed, brought(), Export(walks=[walk(number)]), now=NOW)

    assert (Ask.WATCH_SESSION in log.today(NOW).asks) is asked
    seen = {number: [on.SessionSeen(100, Unit.MINUTES, "Watch")]} if asked else {}
    assert heard(log) == seen


@pytest.mark.parametrize("later", [0, 1, 3])
def test_a_walk_that_was_seen_stays_seen_until_its_import_is_undone(
    log: PersonLog, observed: Observed, later: int
) -> None:
    begin(log, days_ago=5)
    now = NOW + timedelta(days=later)
    bring_in(log, observed, brought(), Export(walks=[walk(-1), walk(0, source=PHONE)]), now=NOW)
    seen = heard(log)
    assert sorted(seen) == [-1, 0]

    put_right(log, observed, now=now)
    assert heard(log) == seen

    take_out(log, observed, 1, now=now)
    assert heard(log) == {}


def steps(source: Source, *days: int) -> list[DayRow]:
    return [day(one, 40_000, source=source) for one in days]


def reach(log: PersonLog) -> list[on.DataSeen]:
    """How far data reach, as the log has it."""
    return [one.event for one in log.lasting() if isinstance(one.event, on.DataSeen)]


def test_the_log_hears_how_far_the_data_of_a_regular_source_reach(
    log: PersonLog, observed: Observed
) -> None:
    by_hand = Source(Maker.BY_HAND, "Typed")
    rows = [
        *steps(WATCH, *range(-40, -2)),
        *steps(PHONE, *range(-19, 0)),
        *steps(by_hand, *range(-30, 0)),
        *steps(Source(Maker.APP, ""), *range(-30, 0)),
    ]
    bring_in(log, observed, brought(), Export(rows), now=NOW)
    until = date.fromordinal(MONDAY - 3)
    assert reach(log) == [on.DataSeen("Watch", until, 28)]

    put_right(log, observed, now=NOW + timedelta(days=1))
    assert reach(log) == [on.DataSeen("Watch", until, 28)]

    newer = Export(steps(WATCH, -2, -1))
    bring_in(log, observed, brought("b"), newer, now=NOW + timedelta(days=1))
    assert reach(log) == [on.DataSeen("Watch", date.fromordinal(MONDAY - 1), 28)]


def test_each_door_writes_one_word_where_two_write_at_once(
    log: PersonLog, observed: Observed, make_other: Callable[[], PersonLog]
) -> None:
    bring_in(log, observed, brought(), Export([day(-1, 610, RATE)]), now=NOW)
    assert put_right(make_other(), observed, now=NOW) == 0
    assert heard(log) == {-1: [on.DayMeasured(610)]}


@pytest.fixture
def make_other(tmp_path: Path) -> Callable[[], PersonLog]:
    return lambda: PersonLog(JsonlLog(tmp_path / "log"), "her")


def test_a_diary_that_says_nothing_bad_of_a_day_says_nothing_of_it(
    log: PersonLog, observed: Observed
) -> None:
    rows = [day(-1, 0, Kind.CRASH), day(-1, 0, Kind.PAIN), day(-2, 0, Kind.CRASH)]
    bring_in(log, observed, brought(), Export(rows), now=NOW)
    assert heard(log) == {-1: [on.DiaryBrought(pain=0)]}


def test_a_lock_is_held_by_one_and_let_go_when_its_file_is_closed(tmp_path: Path) -> None:
    first = hold(tmp_path / "lock")
    assert first is not None
    assert hold(tmp_path / "lock") is None
    os.close(first)
    again = hold(tmp_path / "lock")
    assert again is not None
    os.close(again)
