"""One person's record: what is written, read and told through it, and today as it stands."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.events import Entry
from steadystep.core.facts import Reply
from steadystep.core.observations import Unit
from steadystep.core.today import today_of
from steadystep.store.person import PersonLog
from steadystep.store.sqlite import SqliteLog
from steadystep.store.trouble import WrittenByNewer
from tests.core.lives import at, date_of
from tests.store.logs import AnyLog, all_of, entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from steadystep.core.decision import Decision

PLAN = on.PlanStarted(
    unit=Unit.MINUTES, start=50, new_movement=False, usual_pain=40, usual_fatigue=40
)


@pytest.fixture
def her(log: AnyLog) -> PersonLog:
    """Her record, empty, in either log. Its keys are numbered."""
    numbers = count(1)
    return PersonLog(log, "her", new_key=lambda: f"key {next(numbers)}")


def live(record: PersonLog, first: int, last: int) -> None:
    """Days at usual: answered at 08:00, the dose done at 10:00."""
    for number in range(first, last + 1):
        for hour, event in ((8, on.CheckedIn(pain=40, fatigue=40)), (10, on.SessionTold(50))):
            when = at(number, hour, offset=2)
            record.append([event], at=when, recorded=when)


def said(decision: Decision) -> Sequence[str]:
    """The sentences of a decision, shortly."""
    return (f"{decision.action} {decision.dose}",)


# Written and read -----------------------------------------------------------------------------


def test_what_happened_together_is_written_together(her: PersonLog, log: AnyLog) -> None:
    told = her.append([on.CheckedIn(pain=40), on.SessionTold(50)], at=at(1, 9), recorded=at(1, 10))
    assert told == all_of(log)
    assert told == [
        Entry("her", at(1, 9), at(1, 10), on.CheckedIn(pain=40), "key 1"),
        Entry("her", at(1, 9), at(1, 10), on.SessionTold(50), "key 2"),
    ]


def test_a_form_sent_twice_is_one_entry(her: PersonLog) -> None:
    for hour in (9, 9.01):
        her.append([on.SessionTold(50)], at=at(1, hour), recorded=at(1, hour), keys=["a form"])
    assert [one.at for one in her.read()] == [at(1, 9)]


def test_there_is_a_key_for_each_event_or_for_none(her: PersonLog) -> None:
    with pytest.raises(ValueError, match="shorter"):
        her.append([on.MoreBegun(), on.MoreBegun()], at=at(1, 9), recorded=at(1, 9), keys=["a"])
    assert her.read() == []


def test_entries_that_say_themselves_when_are_written_as_they_are(her: PersonLog) -> None:
    told = [entry(1, key="a"), entry(2, key="b")]
    assert her.append(told) == told
    assert her.read() == told


def test_an_entry_of_somebody_else_is_refused(her: PersonLog, log: AnyLog) -> None:
    with pytest.raises(ValueError, match="somebody else"):
        her.append([entry(1, who="him")])
    assert all_of(log, "him") == []


def test_the_entries_of_later_days_are_read_by_themselves(her: PersonLog) -> None:
    her.append([entry(1, key="a"), entry(3, key="c"), entry(2, key="b")])
    assert [one.key for one in her.entries(since=date_of(2))] == ["c", "b"]
    assert [one.key for one in her.entries()] == ["a", "c", "b"]


def test_what_lasts_is_read_by_itself_without_what_was_taken_back(her: PersonLog) -> None:
    her.append([entry(1, on.PageSeen("what"), "seen"), entry(1, key="answer")])
    her.append([entry(2, on.PaceChosen(on.Pace.STEADY), "pace")])
    her.append([entry(3, on.TakenBack("pace"), "back")])
    assert [one.key for one in her.lasting()] == ["seen", "back"]


def test_the_last_word_on_how_pages_look_holds(her: PersonLog) -> None:
    assert her.preference("language") is None
    for number, language in enumerate(("en", "he"), start=1):
        her.append([entry(number, on.PreferenceSet("language", language))])
    her.append([entry(3, on.PreferenceSet("theme", "dark"))])
    assert her.preference("language") == "he"
    assert her.preference("theme") == "dark"


def test_who_is_forgotten_is_forgotten(her: PersonLog) -> None:
    her.append([entry(1)])
    her.forget()
    assert her.read() == []


# Today ----------------------------------------------------------------------------------------


def test_today_of_an_empty_record_has_no_plan(her: PersonLog) -> None:
    assert her.today(at(1, 9)).plan is None


def test_today_is_worked_out_from_all_entries(her: PersonLog, log: AnyLog) -> None:
    her.append([PLAN], at=at(1, 7), recorded=at(1, 7))
    live(her, 1, 10)
    for number in (11, 12, 20):
        assert her.today(at(number, 9)) == today_of(all_of(log), at(number, 9))
    assert her.today(at(11, 9)).dose == 50


def test_a_reason_from_the_future_stops_the_history_and_not_the_morning(tmp_path: Path) -> None:
    with SqliteLog(tmp_path) as log:
        her = PersonLog(log, "her")
        her.append([PLAN], at=at(1, 7), recorded=at(1, 7))
        her.tell(at(3, 9), said, language="en")
        kind = '"reason":{"kind":"'
        with log._file.writing() as connection:
            newer = "UPDATE entry SET decision = replace(decision, ?, ?)"
            connection.execute(newer, (kind, f"{kind}new_"))
        for number in (9, 10):
            assert her.today(at(number, 9)).decision
        with pytest.raises(WrittenByNewer, match="'new_no_answer_today' is no kind"):
            her.read()


# Told -----------------------------------------------------------------------------------------


@pytest.fixture
def offered(her: PersonLog) -> PersonLog:
    """Her record on the morning of day 8, answered: a bigger step may be tried."""
    her.append([PLAN], at=at(1, 7), recorded=at(1, 7))
    live(her, 1, 7)
    her.append([on.CheckedIn(pain=40, fatigue=40)], at=at(8, 8), recorded=at(8, 8))
    return her


def given(record: PersonLog) -> list[on.DecisionGiven]:
    """What was told, in its order."""
    return [one.event for one in record.read() if isinstance(one.event, on.DecisionGiven)]


def test_what_is_told_is_written_word_for_word_before_it_is_shown(offered: PersonLog) -> None:
    today = offered.tell(at(8, 9), said, language="he")
    (told,) = given(offered)
    assert told == today.told
    assert (told.level, told.dose, told.offered) == (50, 50, 60)
    assert (told.said, told.language) == (("offer 50",), "he")
    assert told.decision == today.decision


def test_the_same_is_told_once_a_day(offered: PersonLog) -> None:
    for hour in (9, 10):
        offered.tell(at(8, hour), said, language="en")
    assert len(given(offered)) == 1
    offered.tell(at(9, 9), said, language="en")
    assert [one.decision.day for one in given(offered) if one.decision] == [date_of(8), date_of(9)]


def test_what_changed_since_is_told_anew(offered: PersonLog) -> None:
    offered.tell(at(8, 9), said, language="en")
    offered.append([on.OfferAnswered(Reply.ACCEPT)], at=at(8, 9.5), recorded=at(8, 9.5))
    offered.tell(at(8, 10), said, language="en")
    assert [one.dose for one in given(offered)] == [50, 60]


def test_two_pages_opened_at_once_tell_it_once(
    offered: PersonLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second looked before the first wrote."""
    before = offered.today(at(8, 9))
    offered.tell(at(8, 9), said, language="en")
    later = offered.entries
    with monkeypatch.context() as patched:
        todays = iter([before])
        patched.setattr(offered, "today", lambda _: next(todays, before))
        patched.setattr(
            offered,
            "entries",
            lambda since: [one for one in later(since=since) if one.recorded < at(8, 9)],
        )
        offered.tell(at(8, 9), said, language="en")
    assert len(given(offered)) == 1


def test_usual_is_written_at_each_look_before_anything_is_told(her: PersonLog) -> None:
    her.append([PLAN], at=at(1, 7), recorded=at(1, 7))
    live(her, 1, 20)
    today = her.tell(at(21, 9), said, language="en")
    assert today.to_write == ()
    kinds = [type(one.event) for one in her.read()][-3:]
    assert kinds == [on.ReferenceSet, on.ReferenceSet, on.DecisionGiven]


def test_without_a_plan_there_is_nothing_to_tell(her: PersonLog) -> None:
    assert her.tell(at(1, 9), said, language="en").decision is None
    assert her.read() == []
