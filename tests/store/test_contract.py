"""What every log promises, whatever it writes on."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.events import Entry, Event
from steadystep.core.observations import Unit
from steadystep.core.reasons import Limit
from steadystep.core.record import decisions
from steadystep.core.safety import PemScreen
from steadystep.store.log import Wanted
from steadystep.store.trouble import LogTrouble
from tests.core.lives import date_of
from tests.core.records import A_SCREEN, records
from tests.store.logs import AnyLog, all_of, entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

st.register_type_strategy(PemScreen, A_SCREEN)


# Append ---------------------------------------------------------------------------------------


def test_a_log_that_nobody_wrote_to_is_empty(log: AnyLog) -> None:
    assert all_of(log) == []


def test_what_is_appended_is_read_in_the_order_in_which_it_was_written(log: AnyLog) -> None:
    told = [entry(3, key="a"), entry(1, key="b"), entry(2, key="c")]
    log.append(told[:1])
    log.append(told[1:])
    assert all_of(log) == told


def test_places_rise(log: AnyLog) -> None:
    log.append([entry(3), entry(1)])
    log.append([entry(2)])
    places = [one.place for one in log.read("her")]
    assert places == sorted(set(places))


def test_an_entry_told_twice_under_one_key_is_one_entry(log: AnyLog) -> None:
    log.append([entry(1, on.SessionTold(50), "a")])
    log.append([entry(1, on.SessionTold(50), "a"), entry(1, on.EffortTold(2), "b")])
    assert [one.event for one in all_of(log)] == [on.SessionTold(50), on.EffortTold(2)]


def test_a_key_told_twice_in_one_write_is_one_entry(log: AnyLog) -> None:
    log.append([entry(1, key="a"), entry(1, key="a")])
    assert len(all_of(log)) == 1


def test_the_same_key_of_two_people_is_two_entries(log: AnyLog) -> None:
    log.append([entry(1, key="a")])
    log.append([entry(1, key="a", who="him")])
    assert [one.person for one in all_of(log) + all_of(log, "him")] == ["her", "him"]


def test_entries_without_a_key_get_one_from_the_function_handed_in(
    make: Callable[..., AnyLog], tmp_path: Path
) -> None:
    numbers = count(1)
    log = make(tmp_path, new_key=lambda: f"key {next(numbers)}")
    log.append([entry(1), entry(1, key="own"), entry(1)])
    assert [one.key for one in all_of(log)] == ["key 1", "own", "key 2"]


def test_keys_that_nobody_hands_in_differ(log: AnyLog) -> None:
    log.append([entry(1), entry(1)])
    assert len({one.key for one in all_of(log)}) == 2


def test_nothing_to_write_is_written(log: AnyLog) -> None:
    log.append([])
    assert all_of(log) == []


def test_entries_of_two_people_in_one_write_are_refused(log: AnyLog) -> None:
    with pytest.raises(ValueError, match="one person"):
        log.append([entry(1), entry(1, who="him")])
    assert all_of(log) == []


def test_where_one_entry_cannot_be_written_none_is(log: AnyLog) -> None:
    early = datetime(1, 1, 1, tzinfo=UTC)
    before_time = Entry("her", early, early, on.MoreBegun())
    with pytest.raises(LogTrouble, match="0001-01-01"):
        log.append([entry(1), before_time])
    assert all_of(log) == []


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: str(kind.__name__))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_kind_of_event_comes_back(
    log: AnyLog, kind: type[Event], data: st.DataObject
) -> None:
    event = data.draw(st.from_type(kind))
    log.append([entry(1, event)])
    assert all_of(log)[-1].event == event


@pytest.mark.parametrize(
    "text",
    [
        "שלום",
        "line\nbreak\r\u2028\u0000\x1f",
        '{"key":"a"}',
        "'; DROP TABLE entry; --",
        "\ud800",
        "\u202eabc",
    ],
)
def test_words_of_any_kind_come_back(log: AnyLog, text: str) -> None:
    log.append([entry(1, on.NoteWritten(text))])
    assert all_of(log)[0].event == on.NoteWritten(text)


@pytest.mark.parametrize(
    "person",
    ["me", "Me", "ME", "שרה", "../other", ".", "a/b", "", "con", "x" * 300, "user 7"],
)
def test_a_person_may_have_any_name(log: AnyLog, person: str) -> None:
    log.append([entry(1, who="me" if person == "Me" else "Me")])
    log.append([entry(2, who=person)])
    assert [one.person for one in all_of(log, person)] == [person]


def test_times_keep_the_offset_of_the_person(log: AnyLog) -> None:
    east = datetime(2026, 1, 5, 1, 30, 59, 123456, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    log.append([Entry("her", east, east.astimezone(UTC), on.MoreBegun())])
    (one,) = all_of(log)
    assert (one.at.isoformat(), one.recorded.tzinfo) == ("2026-01-05T01:30:59.123456+05:45", UTC)
    assert one.at == east


# Read -----------------------------------------------------------------------------------------


def wanted(log: AnyLog, **what: object) -> list[str]:
    """The keys of the entries that are asked for."""
    return [one.entry.key for one in log.read("her", Wanted(**what))]  # type: ignore[arg-type]


@pytest.fixture
def lived(log: AnyLog) -> AnyLog:
    """A log with days of two people in it, one of them written late."""
    log.append([entry(1, on.PageSeen("what"), "seen"), entry(1, key="one")])
    log.append(
        [
            entry(2, key="hers", who="him"),
            entry(2, on.LimitSet(Limit.GOAL, 60), "goal", who="him"),
        ]
    )
    log.append([entry(4, key="four"), entry(5, key="five")])
    log.append([entry(2, key="late"), entry(6, on.TakenBack("four"), "back")])
    return log


def places(log: AnyLog) -> list[int]:
    """The places of her entries."""
    return [one.place for one in log.read("her")]


def test_later_days_are_read_by_when_it_happened(lived: AnyLog) -> None:
    end = places(lived)[-1]
    assert wanted(lived, since=date_of(5), after=end) == ["five", "back"]
    assert wanted(lived, since=date_of(1), after=end) == wanted(lived, since=date_of(0), after=end)


def test_the_day_turns_at_four(log: AnyLog) -> None:
    log.append([entry(4, key="night", hour=3.99), entry(4, key="day", hour=4)])
    assert wanted(log, since=date_of(4), after=places(log)[-1]) == ["day"]


def test_what_was_written_after_a_place_is_read_whatever_its_day(lived: AnyLog) -> None:
    after = places(lived)[2]
    assert wanted(lived, since=date_of(99), after=after) == ["five", "late", "back"]


def test_what_lasts_is_read_whatever_its_day_and_place(lived: AnyLog) -> None:
    end = places(lived)[-1]
    assert wanted(lived, since=date_of(99), after=end, lasting=True) == ["seen", "back"]
    assert wanted(lived, since=date_of(5), after=end, lasting=True) == ["seen", "five", "back"]


def test_a_decision_may_be_read_without_its_parts(log: AnyLog) -> None:
    (said,) = decisions([entry(1, on.PlanStarted(unit=Unit.MINUTES, start=50))])
    given_ = on.DecisionGiven(said.level, said.dose, None, said, ("Keep to 5 minutes.",), "en")
    log.append([entry(1, given_)])
    (whole,) = [one.entry.event for one in log.read("her")]
    (light,) = [one.entry.event for one in log.read("her", decisions_from=date_of(2))]
    (from_its_day,) = [one.entry.event for one in log.read("her", decisions_from=date_of(1))]
    assert whole == from_its_day == given_
    assert light == on.DecisionGiven(
        said.level, said.dose, None, None, ("Keep to 5 minutes.",), "en"
    )


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=records(days=20, most=20))
def test_a_record_read_back_decides_the_same(
    make: Callable[..., AnyLog], tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    log = make(tmp_path_factory.mktemp("record"))
    for one in entries:
        log.append([one])
    plan = entry(0, on.PlanStarted(unit=Unit.MINUTES, start=50), "plan")
    assert list(decisions([plan, *all_of(log)])) == list(decisions([plan, *entries]))


# Forget ---------------------------------------------------------------------------------------


def traces(folder: Path, words: bytes) -> list[str]:
    """The files under a folder that hold these words, or bear them as a name."""
    return [
        one.name
        for one in folder.rglob("*")
        if words in one.name.encode() or (one.is_file() and words in one.read_bytes())
    ]


def test_who_is_forgotten_leaves_no_trace_and_the_others_stay(log: AnyLog, tmp_path: Path) -> None:
    for number in range(1, 40):
        log.append([entry(number, on.NoteWritten(f"zebra {number} " * 30), who="zebra")])
        log.append([entry(number, on.NoteWritten("heron " * 30), who="heron")])
    assert traces(tmp_path, b"zebra")
    log.forget("zebra")
    assert all_of(log, "zebra") == []
    assert traces(tmp_path, b"zebra") == []
    assert len(all_of(log, "heron")) == 39


def test_who_was_forgotten_may_begin_anew(log: AnyLog) -> None:
    log.append([entry(1, key="a")])
    log.forget("her")
    log.append([entry(2, key="a")])
    assert all_of(log) == [entry(2, key="a")]


def test_nobody_may_be_forgotten_too(log: AnyLog) -> None:
    log.forget("her")
    assert all_of(log) == []


# Several at once, and for nobody else ---------------------------------------------------------


def test_two_that_have_it_open_see_what_the_other_wrote(
    make: Callable[..., AnyLog], log: AnyLog, tmp_path: Path
) -> None:
    other = make(tmp_path)
    log.append([entry(1, key="a")])
    other.append([entry(2, key="b")])
    assert [one.key for one in all_of(log)] == [one.key for one in all_of(other)] == ["a", "b"]


def test_what_is_read_again_holds_what_either_wrote_since(
    make: Callable[..., AnyLog], log: AnyLog, tmp_path: Path
) -> None:
    other, keys = make(tmp_path), "abcdef"
    for number, (one, key) in enumerate(
        zip((log, other, other, log, log, other), keys, strict=True), 1
    ):
        one.append([entry(number, key=key)])
        read = [[one.key for one in all_of(reader)] for reader in (log, other)]
        assert read == [list(keys[:number])] * 2


def test_who_was_forgotten_by_one_is_gone_for_the_other(
    make: Callable[..., AnyLog], log: AnyLog, tmp_path: Path
) -> None:
    other = make(tmp_path)
    log.append([entry(1, key="a")])
    assert all_of(log) == all_of(other) != []
    other.forget("her")
    assert all_of(log) == []
    other.append([entry(2, key="a")])
    assert all_of(log) == [entry(2, key="a")]


def test_many_threads_may_write_at_once(log: AnyLog) -> None:
    def write(number: int) -> None:
        log.append([entry(number, key=f"{number} first"), entry(number, key=f"{number} then")])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(1, 41)))
    keys = [one.key for one in all_of(log)]
    assert len(keys) == 80
    assert all(keys[place].split()[0] == keys[place + 1].split()[0] for place in range(0, 80, 2))


def test_the_record_is_for_its_owners_eyes_alone(log: AnyLog, tmp_path: Path) -> None:
    log.append([entry(1)])
    folder = tmp_path / "log"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}


def test_a_record_whose_file_was_swapped_for_a_copy_is_read_from_the_copy(
    make: Callable[..., AnyLog], log: AnyLog, tmp_path: Path
) -> None:
    log.append([entry(1, key="a")])
    other = make(tmp_path / "other")
    other.append([entry(1, key="b")])
    if hasattr(other, "close"):
        other.close()
    name = "record.sqlite3" if hasattr(log, "close") else "her.jsonl"
    (tmp_path / "other" / "log" / name).replace(tmp_path / "log" / name)
    for leftover in (tmp_path / "log").glob(f"{name}-*"):
        leftover.unlink()
    assert [one.key for one in all_of(log)] == ["b"]
    log.append([entry(2, key="c")])
    assert [one.key for one in all_of(make(tmp_path))] == ["b", "c"]
