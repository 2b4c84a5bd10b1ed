"""A copy of a record goes back into a log, and decides what it decided."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from steadystep.core import events as on
from steadystep.core.observations import Unit
from steadystep.core.record import decisions
from steadystep.store.export import copy_of, entries_in, restore
from steadystep.store.person import PersonLog
from steadystep.store.trouble import LogTrouble, UnknownEventKind, WrittenByNewer
from tests.core.lives import begun, ordinary
from tests.core.records import records
from tests.store.golden_events import FIRST
from tests.store.logs import AnyLog, entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from steadystep.core.events import Entry


@pytest.fixture
def her(log: AnyLog) -> PersonLog:
    """Her record: a plan, and some days."""
    record = PersonLog(log, "her")
    record.append([begun(), *ordinary(*range(1, 12))])
    return record


def test_a_copy_says_what_it_is_and_has_one_line_an_entry(her: PersonLog) -> None:
    first, *lines = copy_of(her.read()).decode().splitlines()
    assert json.loads(first) == {"steadystep": "log", "format": 1}
    assert len(lines) == len(her.read())
    assert "her" not in json.loads(lines[0]).values()


def test_a_copy_of_nothing_says_what_it_is() -> None:
    assert copy_of([]) == b'{"steadystep":"log","format":1}\n'


def test_a_record_that_was_copied_forgotten_and_restored_decides_the_same(
    her: PersonLog,
) -> None:
    before, said = her.read(), list(decisions(her.read()))
    copy = copy_of(before)
    her.forget()
    assert her.read() == []
    assert restore(her, copy, name="copy.jsonl") == before
    assert her.read() == before
    assert list(decisions(her.read())) == said
    assert copy_of(her.read()) == copy


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=records(days=20, most=30))
def test_any_record_comes_back_under_any_name(
    make: Callable[..., AnyLog], tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    him = PersonLog(make(tmp_path_factory.mktemp("copy")), "him")
    restore(him, copy_of(entries), name="copy.jsonl")
    plan = begun()
    assert list(decisions([plan, *him.read()])) == list(decisions([plan, *entries]))


def test_every_kind_of_event_is_in_a_copy_as_it_is_in_the_log(her: PersonLog) -> None:
    her.append([entry(1, event, f"golden {number}") for number, event in enumerate(FIRST)])
    assert entries_in(copy_of(her.read()), "her", name="copy") == her.read()


def test_a_copy_restored_twice_is_there_once(her: PersonLog) -> None:
    copy = copy_of(her.read())
    late = her.append([entry(12)])
    assert restore(her, copy, name="copy.jsonl") == []
    assert her.read()[-1:] == late


def test_what_is_in_the_copy_alone_is_added(
    her: PersonLog, make: Callable[..., AnyLog], tmp_path: Path
) -> None:
    there = PersonLog(make(tmp_path / "there"), "me")
    restore(there, copy_of(her.read()), name="copy.jsonl")
    new = there.append([entry(12, who="me")])
    assert [one.key for one in restore(her, copy_of(there.read()), name="copy.jsonl")] == [
        new[0].key
    ]


def test_two_records_are_not_mixed_into_one(her: PersonLog) -> None:
    other = [entry(1, on.PlanStarted(unit=Unit.REPS, start=50), "another plan")]
    before = her.read()
    with pytest.raises(LogTrouble, match="There is a record already"):
        restore(her, copy_of(other), name="copy.jsonl")
    assert her.read() == before


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda _: b"", "copy.jsonl holds no record"),
        (lambda copy: copy.split(b"\n")[0] + b"\n", "copy.jsonl holds no record"),
        (lambda copy: copy.partition(b"\n")[2], "copy.jsonl holds no record"),
        (lambda copy: copy[:-9], "copy.jsonl ends in the middle of a line"),
        (lambda copy: copy.replace(b'"pain":40', b'"pain":"x"'), "Line 3: checked_in: pain: 'x'"),
        (lambda copy: copy.replace(b'"pain":40', b'"pain":'), "Line 3: it is not whole"),
        (lambda _: b"\xff\xfe\x00garbage\n" * 9, "copy.jsonl holds no record"),
    ],
)
def test_a_copy_that_was_spoilt_is_told_and_nothing_is_written(
    her: PersonLog, spoil: Callable[[bytes], bytes], says: str
) -> None:
    copy = spoil(copy_of(her.read()))
    her.forget()
    with pytest.raises(LogTrouble, match=says):
        restore(her, copy, name="copy.jsonl")
    assert her.read() == []


def test_a_copy_from_the_future_is_refused_in_plain_words(her: PersonLog) -> None:
    copy = copy_of(her.read())
    with pytest.raises(WrittenByNewer, match="was written by a newer Steadystep"):
        restore(her, copy.replace(b'"format":1', b'"format":9'), name="copy.jsonl")
    with pytest.raises(UnknownEventKind, match="'danced'"):
        restore(her, copy.replace(b"session_told", b"danced"), name="copy.jsonl")


def test_a_copy_that_an_editor_saved_without_its_last_line_end_is_whole(her: PersonLog) -> None:
    assert entries_in(copy_of(her.read()).rstrip(), "her", name="copy") == her.read()
