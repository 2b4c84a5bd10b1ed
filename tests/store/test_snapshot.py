"""A fold put aside makes today quick, and never makes it another day."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.events import Entry
from steadystep.core.facts import FlareWord
from steadystep.core.observations import Symptom, Unit
from steadystep.core.policy import GUARDED, STEADY, Policy
from steadystep.core.reasons import Limit
from steadystep.core.today import today_of
from steadystep.store import snapshot
from steadystep.store.person import PersonLog
from steadystep.store.sqlite import SqliteLog
from steadystep.store.trouble import NO_ROOM, LogTrouble
from tests.core.lives import at
from tests.core.records import records
from tests.store.logs import all_of, entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from steadystep.core.events import Event
    from steadystep.store.log import Kept, Placed, Wanted

PLAN = on.PlanStarted(unit=Unit.MINUTES, start=50, new_movement=False, usual_pain=40)
USUAL = on.ReferenceSet(Symptom.PAIN, 40, 120, 20)


@dataclass
class Counting:
    """A log that counts what is read of it, may find no room for a fold, and is not alone."""

    log: SqliteLog
    read_so_far: int = 0
    kept_so_far: int = 0
    has_room: bool = True
    # What others do after a fold was taken up, and while one is made.
    after_kept: Callable[[], object] = str
    before_folded: Callable[[], object] = str

    def append(self, entries: Iterable[Entry]) -> None:
        self.log.append(entries)

    def read(
        self, person: str, wanted: Wanted | None = None, *, decisions_from: date = date.min
    ) -> Iterator[Placed]:
        for one in self.log.read(person, wanted, decisions_from=decisions_from):
            self.read_so_far += 1
            yield one

    def forget(self, person: str) -> None:
        self.log.forget(person)

    def keep(self, person: str, kept: Kept) -> None:
        if not self.has_room:
            raise LogTrouble(NO_ROOM)
        self.kept_so_far += 1
        self.log.keep(person, kept)

    def kept(self, person: str) -> Kept | None:
        kept = self.log.kept(person)
        self.after_kept()
        return kept

    def append_folded(self, entries: Sequence[Entry], kept: Kept) -> bool:
        self.before_folded()
        return self.log.append_folded(entries, kept)


class Her:
    """Her record of 40 ordinary days, looked at on the mornings after."""

    def __init__(self, log: SqliteLog, *, days: int = 40, policy: Policy = GUARDED) -> None:
        self.log = Counting(log)
        self.record = PersonLog(self.log, "her", policy=policy)
        self.policy = policy
        log.append([entry(1, PLAN, "plan", hour=7), *ordinary(1, days)])

    def told(self, number: int, event: Event, key: str, *, on_day: int | None = None) -> None:
        """Something told of a numbered day, on that day or later."""
        when, written = at(number, 12, offset=2), at(on_day or number, 12, offset=2)
        self.record.append([event], at=when, recorded=written, keys=[key])

    def brought(self, number: int, event: Event, key: str, *, hour: float = 12) -> None:
        """Something of a numbered day that is brought on day 41."""
        one = Entry("her", at(number, 12, offset=2), at(41, hour, offset=2), event, key)
        self.record.append_folded([one], now=one.recorded)

    def look(self, number: int, hour: float = 9) -> int:
        """Look at a morning; it is the one without any fold. How many entries were read for it."""
        now, before = at(number, hour, offset=2), self.log.read_so_far
        today = self.record.today(now)
        assert today == today_of(all_of(self.log.log), now, policy=self.policy)
        return self.log.read_so_far - before

    @property
    def all_of_it(self) -> int:
        """How many entries there are."""
        return len(all_of(self.log.log))


def ordinary(first: int, last: int) -> list[Entry]:
    """Days at usual: answered at 08:00, the dose done at 10:00."""
    return [
        entry(number, event, f"{number} {hour}", hour=hour)
        for number in range(first, last + 1)
        for hour, event in ((8, on.CheckedIn(pain=40)), (10, on.SessionTold(50)))
    ]


@contextmanager
def opened(folder: Path) -> Iterator[SqliteLog]:
    """A log that is quick to write, for tests of what is in it."""
    with SqliteLog(folder, synchronous="NORMAL") as log:
        yield log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    """An empty log."""
    with opened(tmp_path) as one:
        yield one


@pytest.fixture
def her(log: SqliteLog) -> Her:
    """Her record, its morning of day 41 looked at once."""
    her = Her(log)
    assert her.look(41) >= her.all_of_it
    return her


# Quick ----------------------------------------------------------------------------------------


def test_what_was_brought_of_past_days_is_replayed_once_and_then_as_quick_as_before(
    her: Her,
) -> None:
    whole = her.all_of_it
    her.told(20, on.DiaryBrought(crash=True), "import 20", on_day=41)
    assert her.look(41, 13) > whole
    assert her.look(41, 14) < 40
    her.told(41, on.TakenBack("import 20"), "undone")
    assert her.look(41, 15) > whole
    assert her.look(41, 16) < 40


def test_what_is_brought_is_folded_in_before_the_next_look(her: Her) -> None:
    her.brought(20, on.DiaryBrought(crash=True), "import 20")
    assert her.look(41, 13) < 40
    her.brought(41, on.TakenBack("import 20"), "undone", hour=13)
    assert her.look(41, 14) < 40
    her.brought(41, on.TakenBack("import 20"), "undone", hour=14)
    assert her.look(41, 15) < 40
    assert her.look(44) < 40


def test_what_is_brought_before_there_is_a_plan_is_written_without_a_fold(log: SqliteLog) -> None:
    one = entry(20, on.DiaryBrought(crash=True), "import 20")
    PersonLog(log, "her").append_folded([one], now=at(41, 12))
    assert all_of(log) == [one]
    assert log.kept("her") is None


def test_what_is_brought_of_the_last_days_needs_no_replay(her: Her) -> None:
    before = her.log.read_so_far
    her.brought(40, on.DiaryBrought(crash=True), "import 40")
    assert her.log.read_so_far == before
    assert her.look(41, 13) < 40


def test_who_answers_while_a_record_is_folded_is_folded_in_too(her: Her) -> None:
    tries: list[int] = []

    def answers_once() -> None:
        tries.append(her.all_of_it)
        if len(tries) == 1:
            her.told(40, on.CheckedIn(pain=90), "meanwhile", on_day=41)

    her.log.before_folded = answers_once
    her.brought(21, on.DiaryBrought(crash=True), "import 21")
    assert [one.key for one in all_of(her.log.log)][-2:] == ["meanwhile", "import 21"]
    assert tries[1] == tries[0] + 1
    assert her.look(41, 13) < 40


def test_where_others_write_all_the_time_what_is_brought_is_written_and_replayed_later(
    her: Her,
) -> None:
    answers = iter(range(20, 40))
    her.log.before_folded = lambda: her.told(40, on.CheckedIn(pain=40), f"y{next(answers)}")
    her.brought(21, on.DiaryBrought(crash=True), "import 21")
    assert next(answers) == 23
    assert "import 21" in {one.key for one in all_of(her.log.log)}
    assert her.look(41, 13) >= her.all_of_it
    assert her.look(41, 14) < 40


def test_a_look_in_the_moment_of_an_import_takes_the_fold_that_came_with_it(her: Her) -> None:
    def once() -> None:
        her.log.after_kept = str
        her.brought(21, on.DiaryBrought(crash=True), "import 21", hour=9)

    her.log.after_kept = once
    reads = her.look(41, 13)
    # The import read the record once, and the look the last days twice.
    assert her.all_of_it <= reads < her.all_of_it + 80
    assert her.log.kept_so_far == 1


def test_nothing_is_brought_for_somebody_else(her: Her) -> None:
    with pytest.raises(ValueError, match="somebody else"):
        her.record.append_folded([entry(20, USUAL, "x", who="him")], now=at(41, 12))


def test_the_second_look_reads_the_last_days_alone(her: Her) -> None:
    assert her.look(41, 10) < 40
    assert her.look(41, 11) < 40
    assert her.log.kept_so_far == 1


def test_a_fold_is_put_aside_once_a_day(her: Her) -> None:
    for number in (42, 42, 43, 60):
        assert her.look(number) < 40
    assert her.log.kept_so_far == 4


def test_what_is_told_of_the_last_days_costs_no_replay(her: Her) -> None:
    her.told(41, on.CheckedIn(pain=60), "today")
    her.told(40, on.FlareTold(FlareWord.A_FLARE), "yesterday", on_day=41)
    her.told(39, on.NoteWritten("late"), "the day before", on_day=41)
    her.told(41, on.TakenBack("yesterday"), "back")
    her.told(41, on.PaceChosen(on.Pace.STEADY), "pace")
    assert her.look(41, 13) < 40


def test_a_record_without_a_plan_puts_nothing_aside(log: SqliteLog) -> None:
    her = Counting(log)
    log.append([entry(1, on.PageSeen("what"))])
    assert PersonLog(her, "her").today(at(9, 9)).plan is None
    assert her.kept_so_far == 0


def test_a_young_plan_puts_nothing_aside(log: SqliteLog) -> None:
    her = Her(log, days=2)
    for number in (2, 3):
        her.look(number)
    assert her.log.kept_so_far == 0
    her.look(4)
    assert her.log.kept_so_far == 1


# Overtaken ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "event"),
    [
        (20, on.FlareTold(FlareWord.A_FLARE)),
        (38, on.CheckedIn(pain=90)),
        (0, on.LimitSet(Limit.CLINICIAN, 30)),
        (20, on.PlanStarted(unit=Unit.MINUTES, start=30)),
        (41, on.TakenBack("20 8")),
        (41, on.TakenBack("nobody knows it")),
        (41, USUAL),
    ],
)
def test_what_reaches_back_is_replayed_from_the_beginning(
    her: Her, number: int, event: Event
) -> None:
    her.told(number, event, "late", on_day=41)
    assert her.look(41, 13) >= her.all_of_it
    her.look(43)
    assert her.look(43, 10) < her.all_of_it


def test_a_plan_taken_back_is_no_plan(her: Her) -> None:
    her.told(41, on.TakenBack("plan"), "back")
    assert her.look(41, 13) >= her.all_of_it
    assert her.record.today(at(41, 14)).plan is None


def test_a_usual_taken_back_is_replayed_from_the_beginning(her: Her) -> None:
    her.told(41, USUAL, "usual")
    her.look(42)
    her.told(42, on.TakenBack("usual"), "back")
    assert her.look(42, 13) >= her.all_of_it


def test_while_a_late_word_can_be_undone_it_is_at_hand(her: Her) -> None:
    her.told(20, on.NoteWritten("late"), "late", on_day=41)
    for hour in (13, 14):
        assert her.look(41, hour) >= her.all_of_it
        assert "late" in [one.key for one in her.record.today(at(41, hour, offset=2)).undoable]
    assert her.look(42, 13) >= her.all_of_it
    assert her.look(42, 14) < her.all_of_it


# In doubt -------------------------------------------------------------------------------------


def test_a_clock_put_back_replays(her: Her) -> None:
    assert her.look(41, 8) >= her.all_of_it
    assert her.look(30) >= her.all_of_it
    assert her.look(41) < her.all_of_it


def test_numbers_of_ones_own_replay(log: SqliteLog) -> None:
    for policy in (STEADY, Policy(spacing_days=9), Policy(spacing_days=10)):
        other = Her(log, policy=policy)
        assert other.look(41) >= other.all_of_it
        assert other.look(41) < other.all_of_it


def test_another_release_replays(her: Her, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_ENGINE", "2 next year's")
    assert her.look(41) >= her.all_of_it


def damaged(kept: Kept) -> list[Kept]:
    """What may have become of it."""
    text = kept.packed[8:]
    values = json.loads(text)
    other_values = [
        {},
        {"made": values["made"]},
        values | {"fold": {}},
        values | {"fold": values["fold"] | {"closed": "soon"}},
    ]
    return [
        kept._replace(packed=""),
        kept._replace(packed=kept.packed[:-1]),
        kept._replace(packed=kept.packed.replace("40", "50", 1)),
        *(kept._replace(packed=snapshot._signed(json.dumps(one))) for one in other_values),
    ]


@pytest.mark.parametrize("which", range(7))
def test_a_damaged_fold_is_left_lying(her: Her, log: SqliteLog, which: int) -> None:
    kept = log.kept("her")
    assert kept is not None
    log.keep("her", damaged(kept)[which])
    assert her.look(41) >= her.all_of_it
    assert her.look(41) < her.all_of_it


def test_where_there_is_no_room_for_a_fold_today_is_there_all_the_same(
    her: Her, caplog: pytest.LogCaptureFixture
) -> None:
    her.log.has_room = False
    her.look(42)
    assert "could not be put aside: There is no room left" in caplog.text


# Always the same ------------------------------------------------------------------------------


def written_by(entries: list[Entry], now: datetime) -> list[Entry]:
    """What was written until then."""
    return [one for one in entries if one.recorded <= now]


@settings(max_examples=10, deadline=None)
@given(
    entries=records(days=30, most=25),
    mornings=st.lists(st.integers(2, 40), min_size=3, max_size=6),
    data=st.data(),
)
def test_today_is_the_same_with_and_without_a_fold_put_aside(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[Entry],
    mornings: list[int],
    data: st.DataObject,
) -> None:
    same_with_and_without(tmp_path_factory.mktemp("log"), entries, sorted(mornings), data)


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(
    entries=records(days=70, most=90),
    mornings=st.lists(st.integers(2, 80), min_size=5, max_size=14),
    data=st.data(),
)
def test_today_is_the_same_on_long_records_and_with_a_clock_that_jumps(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[Entry],
    mornings: list[int],
    data: st.DataObject,
) -> None:
    same_with_and_without(tmp_path_factory.mktemp("log"), entries, mornings, data)


@contextmanager
def quiet() -> Iterator[None]:
    """What the log says of its own trouble is not looked at here."""
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def same_with_and_without(
    folder: Path, entries: list[Entry], mornings: list[int], data: st.DataObject
) -> None:
    """Live through a record, look on some mornings, and write usual down where it is due."""
    written: list[Entry] = []
    with quiet(), opened(folder) as log:
        her = PersonLog(log, "her")
        for number in mornings:
            now = at(number, data.draw(st.sampled_from((4, 9, 21, 26))), offset=2)
            new = [one for one in written_by(entries, now) if one not in written]
            if data.draw(st.booleans()):
                her.append_folded(new, now=now)
            else:
                log.append(new)
            written += new
            for _ in range(2):
                today = her.today(now)
                assert today == today_of(all_of(log), now)
                her.append(today.to_write, at=now, recorded=now)
