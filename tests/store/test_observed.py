"""What every store of observations promises, whatever it writes on."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadystep.core.observed import Kind
from steadystep.store import observed_sqlite
from steadystep.store.export import (
    all_observed,
    copy_of,
    entries_in,
    observed_in,
    restore_observed,
)
from steadystep.store.observed import bring
from steadystep.store.trouble import LogTrouble, UnknownEventKind, WrittenByNewer
from tests.store.logs import entry
from tests.store.observing import (
    DAY_ROWS,
    MAKERS,
    MONDAY,
    PHONE,
    SESSION_ROWS,
    AnyObserved,
    bring_days,
    brought,
    closed,
    day,
    walk,
)
from tests.store.people import as_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from steadystep.core.observed_days import DayRow, SessionRow
    from steadystep.store.observed import Brought


@pytest.fixture(params=MAKERS)
def make(request: pytest.FixtureRequest) -> Callable[[Path], AnyObserved]:
    """Make a store in a folder; called again, another program that opens the same one."""
    return MAKERS[request.param]


@pytest.fixture
def store(make: Callable[[Path], AnyObserved], tmp_path: Path) -> Iterator[AnyObserved]:
    """An empty store."""
    opened = make(tmp_path)
    yield opened
    closed(opened)


# Bringing -------------------------------------------------------------------------------------


def test_a_store_that_nothing_was_brought_to_is_empty(store: AnyObserved) -> None:
    assert store.days("her") == []
    assert store.sessions("her") == []
    assert store.imports("her") == []
    assert store.rows_of("her", 1) == ([], [])


def test_what_was_brought_is_there_by_day(store: AnyObserved) -> None:
    days = [day(2), day(0), day(0, source=PHONE), day(0, 700, Kind.HEART_RATE), day(5)]
    bring(store, "her", brought(), days, [walk(1), walk(0)])
    assert store.days("her") == sorted(days, key=lambda row: row[:3])
    assert store.sessions("her") == [walk(0), walk(1)]


def test_it_is_there_for_another_program_too(
    store: AnyObserved, make: Callable[[Path], AnyObserved], tmp_path: Path
) -> None:
    bring_days(store, "a", day(0))
    other = make(tmp_path)
    assert other.days("her") == [day(0)]
    closed(other)


def test_what_is_not_finished_is_not_there(store: AnyObserved) -> None:
    number = store.begin("her", brought())
    assert number is not None
    store.put(number, [day(0)], [walk(0)])
    assert not store.days("her") + store.imports("her") + store.sessions("her")
    assert store.rows_of("her", number) == ([], [])
    store.put(number, [day(1)])
    store.finish(number)
    assert store.days("her") == [day(0), day(1)]


def test_the_same_export_again_changes_nothing(store: AnyObserved) -> None:
    bring_days(store, "a", day(0))
    assert bring(store, "her", brought("a"), [day(0, 9)]) is None
    assert store.days("her") == [day(0)]
    assert len(store.imports("her")) == 1


def test_an_import_begun_again_begins_anew(store: AnyObserved) -> None:
    first = store.begin("her", brought())
    assert first is not None
    store.put(first, [day(0), day(1)])
    bring_days(store, "a", day(1, 9))
    assert store.days("her") == [day(1, 9)]
    with pytest.raises(LogTrouble, match="not open any more"):
        store.put(first, [day(3)])
    with pytest.raises(LogTrouble, match="not open any more"):
        store.finish(first)
    assert store.days("her") == [day(1, 9)]


def test_what_is_finished_takes_no_more(store: AnyObserved) -> None:
    number = bring_days(store, "a", day(0))
    with pytest.raises(LogTrouble, match="not open any more"):
        store.put(number, [day(1)])


def test_a_half_done_import_of_another_export_may_go_on(store: AnyObserved) -> None:
    first = store.begin("her", brought("a"))
    assert first is not None
    store.put(first, [day(0)])
    bring_days(store, "b", day(1))
    store.finish(first)
    assert store.days("her") == [day(0), day(1)]


def test_the_latest_import_of_a_day_kind_and_source_is_seen(store: AnyObserved) -> None:
    early = store.begin("her", brought("early"))
    assert early is not None
    store.put(early, [day(0, 1), day(1, 1), day(1, 1, source=PHONE)], [walk(0, 1)])
    bring(store, "her", brought("late"), [day(0, 2)], [walk(0, 2), walk(0, 2, PHONE)])
    assert store.days("her") == [day(0, 2)]
    # What is finished last covers what was finished before it, whichever began first.
    store.finish(early)
    assert store.days("her") == [day(0, 1), day(1, 1, source=PHONE), day(1, 1)]
    assert store.sessions("her") == [walk(0, 2, PHONE), walk(0, 1)]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_sessions_that_begin_alike_in_one_import_the_longer_one_is_seen(
    store: AnyObserved, *, turned: bool
) -> None:
    long = walk(0)._replace(end=walk(0).end + 300, steps=None, offset=None)
    fuller = long._replace(steps=10)
    told = [fuller, long, walk(0)]
    bring(store, "her", brought("a"), [], told[::-1] if turned else told)
    assert store.sessions("her") == [fuller]
    assert store.rows_of("her", 1)[1][0] == walk(0)
    # A later import tells it anew, also where it is shorter there.
    bring(store, "her", brought("b"), [], [walk(0, 7)])
    assert store.sessions("her") == [walk(0, 7)]


def test_an_import_of_a_lot_of_rows_is_whole(
    store: AnyObserved, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(observed_sqlite, "BATCH_ROWS", 3)
    days = [day(number) for number in range(10)]
    bring(store, "her", brought(), iter(days), iter([walk(number) for number in range(10)]))
    assert store.days("her") == days
    store.undo("her", store.imports("her")[0].number)
    assert store.days("her") == []


def test_an_import_of_nothing_is_an_import(store: AnyObserved) -> None:
    bring_days(store, "a")
    (one,) = store.imports("her")
    assert (one.kinds, one.sessions) == ((), 0)


# Reading --------------------------------------------------------------------------------------


def test_kinds_and_days_are_chosen(store: AnyObserved) -> None:
    bring(
        store,
        "her",
        brought(),
        [day(number, kind=kind) for number in range(4) for kind in (Kind.PAIN, Kind.STEPS)],
        [walk(number) for number in range(4)],
    )
    chosen = store.days("her", kinds=[Kind.PAIN], first=MONDAY + 1, last=MONDAY + 2)
    assert chosen == [day(1, kind=Kind.PAIN), day(2, kind=Kind.PAIN)]
    assert store.days("her", kinds=[]) == []
    assert store.sessions("her", first=MONDAY + 1, last=MONDAY + 2) == [walk(1), walk(2)]


def test_imports_are_listed_with_what_they_hold(store: AnyObserved) -> None:
    days = [day(0), day(3), day(3, source=PHONE), day(1, 700, Kind.HEART_RATE)]
    first = bring(store, "her", brought("a", unreadable=4), days, [walk(0), walk(1)])
    second = bring_days(store, "b", day(0))
    one, two = store.imports("her")
    assert (one.number, two.number) == (first, second)
    assert one.brought == brought("a", unreadable=4)
    assert one.sessions == 2
    assert [tuple(kind) for kind in one.kinds] == [
        (Kind.STEPS, 2, MONDAY, MONDAY + 3),
        (Kind.HEART_RATE, 1, MONDAY + 1, MONDAY + 1),
    ]


# Undoing and forgetting -----------------------------------------------------------------------


def test_an_import_is_undone_whole_and_what_it_covered_is_there_again(store: AnyObserved) -> None:
    bring(store, "her", brought("a"), [day(0, 1)], [walk(0, 1)])
    second = bring(store, "her", brought("b"), [day(0, 2), day(1, 2)], [walk(0, 2)])
    assert second is not None
    store.undo("her", second)
    assert store.days("her") == [day(0, 1)]
    assert store.sessions("her") == [walk(0, 1)]
    assert [one.brought.key for one in store.imports("her")] == ["a"]
    # It may be brought again.
    bring_days(store, "b", day(0, 2))
    assert store.days("her") == [day(0, 2)]


def test_what_is_somebody_elses_is_neither_seen_nor_undone(store: AnyObserved) -> None:
    number = bring_days(store, "a", day(0))
    bring_days(store, "a", day(0, 9), who="him")
    assert store.rows_of("him", number) == ([], [])
    store.undo("him", number)
    store.undo("him", 99)
    assert store.days("her") == [day(0)]
    assert store.days("him") == [day(0, 9)]


def test_forgetting_leaves_no_trace_and_others_as_they_were(
    store: AnyObserved, tmp_path: Path
) -> None:
    odd = day(0)._replace(source=PHONE._replace(name="A very particular phone"))
    bring(store, "Her Name", brought("a"), [odd, day(1)], [walk(0)])
    bring_days(store, "b", day(2), who="him")
    store.forget("Her Name")
    store.forget("nobody")
    assert not store.days("Her Name") + store.imports("Her Name")
    assert store.days("him") == [day(2)]
    closed(store)
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"particular" not in kept
    assert b"Her Name" not in kept


def test_files_are_for_their_owners_eyes_alone(store: AnyObserved, tmp_path: Path) -> None:
    bring_days(store, "a", day(0))
    for path in (tmp_path / "log").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_a_place_that_may_not_be_written_is_told(
    make: Callable[[Path], AnyObserved], tmp_path: Path
) -> None:
    tmp_path.chmod(0o755)
    with as_nobody(), pytest.raises(LogTrouble, match="may not read or write"):
        make(tmp_path / "closed").begin("her", brought())


# A model --------------------------------------------------------------------------------------


@dataclass
class Model:
    """What a store promises, as plain lists."""

    done: list[tuple[int, str, list[DayRow]]] = field(default_factory=list)

    def days(self) -> list[DayRow]:
        latest = {row[:3]: row for _, _, days in self.done for row in days}
        return sorted(latest.values(), key=lambda row: row[:3])


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["bring", "half", "undo"]),
        st.sampled_from("abc"),
        st.lists(
            st.builds(day, st.integers(0, 3), st.integers(1, 5)),
            max_size=4,
            unique_by=lambda row: row[:3],
        ),
    ),
    max_size=8,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_brought_and_undone_the_latest_is_seen(
    make: Callable[[Path], AnyObserved],
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, str, list[DayRow]]],
) -> None:
    store, model = make(tmp_path_factory.mktemp("model")), Model()
    for what, key, days in steps:
        known = next((one for one in model.done if one[1] == key), None)
        if what == "undo" and known:
            store.undo("her", known[0])
            model.done.remove(known)
        elif what == "half":
            number = store.begin("her", brought(key))
            assert (number is None) == (known is not None)
            if number is not None:
                store.put(number, days)
        elif what == "bring":
            number = bring(store, "her", brought(key), days)
            assert (number is None) == (known is not None)
            if number is not None:
                model.done.append((number, key, days))
        assert store.days("her") == model.days()
        assert [one.number for one in store.imports("her")] == [one[0] for one in model.done]
    closed(store)


# A copy ---------------------------------------------------------------------------------------


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(DAY_ROWS, max_size=8, unique_by=lambda row: row[:3]),
    st.lists(SESSION_ROWS, max_size=5, unique_by=lambda row: row[:3]),
)
def test_whatever_was_brought_comes_back_and_out_of_a_copy(
    make: Callable[[Path], AnyObserved],
    tmp_path_factory: pytest.TempPathFactory,
    days: list[DayRow],
    sessions: list[SessionRow],
) -> None:
    store = make(tmp_path_factory.mktemp("one"))
    bring(store, "her", brought(), days, sessions)
    assert sorted(store.days("her"), key=lambda row: row[:3]) == sorted(
        days, key=lambda row: row[:3]
    )
    copy = copy_of([entry(1, key="a")], all_observed(store, "her"))
    for maker in MAKERS.values():
        other = maker(tmp_path_factory.mktemp("other"))
        assert restore_observed(other, "me", copy, name="copy.jsonl") == 1
        assert other.days("me") == store.days("her")
        assert sorted(other.sessions("me")) == sorted(store.sessions("her"))
        closed(other)
    closed(store)


def test_an_earlier_import_out_of_a_copy_does_not_cover_a_later_one_that_is_here(
    store: AnyObserved,
) -> None:
    bring(store, "her", brought("a"), [day(0, 1), day(1, 1)], [walk(0, 1)])
    bring(store, "her", brought("b"), [day(0, 2)], [walk(0, 2)])
    bring(store, "her", brought("c"), [day(1, 3)])
    copy = copy_of([], all_observed(store, "her"))
    bring(store, "him", brought("own"), [day(0, 9), day(7, 9)])
    bring(store, "him", brought("b"), [day(0, 2)], [walk(0, 2)])

    assert restore_observed(store, "him", copy, name="copy") == 2

    assert store.days("him") == [*store.days("her"), day(7, 9)]
    assert store.sessions("him") == store.sessions("her")
    assert [one.brought.key for one in store.imports("him")] == ["own", "a", "b", "c"]


def test_a_copy_holds_what_was_told_and_what_was_seen(store: AnyObserved) -> None:
    bring(store, "her", brought("a"), [day(0, 1)], [walk(0)])
    bring(store, "her", brought("b"), [day(0, 2)])
    copy = copy_of([entry(1, key="a", who="me")], all_observed(store, "her"))
    assert entries_in(copy, "me", name="copy") == [entry(1, key="a", who="me")]
    assert restore_observed(store, "her", copy, name="copy") == 0
    assert restore_observed(store, "him", copy, name="copy") == 2
    # What a later import covers is in the copy too, and can be uncovered.
    store.undo("him", store.imports("him")[1].number)
    assert store.days("him") == [day(0, 1)]
    assert b'"her"' not in copy


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"tenths":1', b'"tenths":"x"', "Line 4: day: 'x' is no number"),
        (b'"tenths":1', b'"tenths":true', "Line 4: day: True is no number"),
        (b'"day":"2026', b'"day":"20x6', "Line 4: day"),
        (b'"reader":"Apple Health"', b'"reader":5', "Line 3: import: 5 is no text"),
        (b'"source":["watch","Watch"]', b'"source":[]', "Line 4: day"),
        (b'"series":"', b'"series":"A', "Line 6: day"),
        (b'"observed":"import"', b'"observed":"day"', "Line 3: day: 'day'"),
    ],
)
def test_a_copy_that_was_spoilt_is_told_and_nothing_is_written(
    store: AnyObserved, old: bytes, new: bytes, says: str
) -> None:
    rows: list[Brought | DayRow | SessionRow] = [brought("a"), day(0, 1), walk(0)]
    rows.append(day(1, 700, Kind.HEART_RATE))
    copy = copy_of([entry(1, key="a")], rows)
    assert len(observed_in(copy, name="copy")) == 1
    assert old in copy
    with pytest.raises(LogTrouble, match=says):
        restore_observed(store, "her", copy.replace(old, new), name="copy")
    assert store.imports("her") == []


def test_rows_of_a_copy_before_any_import_are_told(store: AnyObserved) -> None:
    with pytest.raises(LogTrouble, match="Line 2: no import stands before it"):
        restore_observed(store, "her", copy_of([], [day(0)]), name="copy")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"observed":"day"', b'"observed":"dream"'),
        (b'"kind":"steps"', b'"kind":"leaps"'),
        (b'"source":["watch"', b'"source":["brooch"'),
        (b'"activity":"walk"', b'"activity":"moonwalk"'),
    ],
)
def test_words_from_the_future_in_a_copy_are_refused(
    store: AnyObserved, old: bytes, new: bytes
) -> None:
    copy = copy_of([], [brought("a"), day(0), walk(0)])
    assert old in copy
    with pytest.raises(UnknownEventKind, match="A newer one wrote it"):
        restore_observed(store, "her", copy.replace(old, new), name="copy")


def test_a_store_from_the_future_is_refused(store: AnyObserved, tmp_path: Path) -> None:
    bring_days(store, "a", day(0))
    closed(store)
    for path in (tmp_path / "log").rglob("*.jsonl"):
        path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
        with pytest.raises(WrittenByNewer, match="newer Steadystep"):
            store.days("her")
