"""Why: what was told, what would change it, the numbers, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from steadystep.core import events as on
from steadystep.core.events import Entry
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.history import history
from steadystep.core.observations import Unit
from steadystep.core.reasons import Limit, Watching
from steadystep.core.today import today_of
from steadystep.explain import ENGLISH, expert, sentences
from steadystep.web.history.said import entry_in_words
from tests.core.records import EVENTS
from tests.web.history.pages import markup_of, text_of
from tests.web.today.lives import at, begin, now_is, ordinary, say

if TYPE_CHECKING:
    from steadystep.core.decision import Decision
    from steadystep.core.events import Event
    from tests.web.house import Home


@pytest.fixture
def third_day(home: Home) -> Home:
    """The third morning of a first week, answered at eight."""
    begin(home)
    ordinary(home, 1, 2)
    now_is(home, 3, 8.5)
    say(home, 3, 8, on.CheckedIn(pain=40, fatigue=60, sleep=30))
    return home


def decided(home: Home) -> Decision:
    """Today's decision."""
    decision = today_of(home.entries(), home.wall()).decision
    assert decision is not None
    return decision


# Today ----------------------------------------------------------------------------------------


def test_today_is_told_before_it_is_explained(third_day: Home) -> None:
    assert third_day.told(on.DecisionGiven) == []
    page = text_of(third_day.get("/why/"))
    (given_now,) = third_day.told(on.DecisionGiven)

    assert given_now.decision == decided(third_day)
    assert " ".join(given_now.said) in page


def test_looking_twice_tells_once(third_day: Home) -> None:
    third_day.get("/why/")
    third_day.get("/why/")
    third_day.get("/")

    assert len(third_day.told(on.DecisionGiven)) == 1


def test_both_layers_are_there(third_day: Home) -> None:
    page = text_of(third_day.get("/why/"))

    assert "This is day 3 of 7 at the same step." in page
    assert "Day at the same step 3 of 7" in page
    assert expert(decided(third_day)) in page
    assert "rule-of-two 1 gentle" in page


def test_what_it_rests_on_has_its_source_and_its_age(third_day: Home) -> None:
    page = text_of(third_day.get("/why/"))

    assert "The day before: 5 minutes done told the day before at 10 a.m., by you" in page
    assert "Pain 4 · Fatigue 6 · Sleep 3 told today at 8 a.m., by you" in page
    assert "Usual pain 4 You told us on 4 May." in page


def test_what_was_brought_comes_from_a_file(third_day: Home) -> None:
    say(third_day, 3, 8, on.DiaryBrought(pain=70), on.DayMeasured(612))
    page = text_of(third_day.get("/why/"))

    assert "pain 7 in another diary from a file you brought" in page
    assert "resting heart rate 61.2 from a file you brought" in page


def test_what_was_not_there_is_named(home: Home) -> None:
    begin(home)
    now_is(home, 2, 8.5)
    page = text_of(home.get("/why/"))

    assert "Not there: an answer that day" in page
    assert "The days before. Nothing was told that day." not in page


def test_all_that_is_waited_for_stands_there_each_as_a_sentence(home: Home) -> None:
    begin(home)
    ordinary(home, *range(1, 9))
    say(home, 9, 8, on.CheckedIn(pain=40, fatigue=50), on.DoseChosen(60))
    say(home, 9, 10, on.SessionTold(60))
    now_is(home, 10, 11)
    say(home, 10, 10, on.CheckedIn(pain=40, fatigue=50))
    page = text_of(home.get("/why/"))

    assert isinstance(decided(home).reason, Watching)
    assert "24 of 48 hours have passed since the change." in page
    assert "1 of 2 answers since the change are in." in page
    assert "Some days lie between two new steps." in page
    assert "Time since 24 hours at least 48 hours" in page


def test_before_there_is_a_plan_a_kind_word(home: Home) -> None:
    answer = home.get("/why/")

    assert answer.status_code == 200
    assert "There is no step yet." in text_of(answer)


# A day gone by --------------------------------------------------------------------------------


def test_a_past_day_is_explained_exactly_as_it_was_told(third_day: Home) -> None:
    third_day.get("/why/")
    (then,) = third_day.told(on.DecisionGiven)
    third_day.wall.later(days=3)
    third_day.post("/history/2026-05-06/answer/", {"pain": "9"})
    page = text_of(third_day.get("/why/2026-05-06/"))

    assert then.decision is not None
    assert " ".join(then.said) in page
    assert expert(then.decision) in page
    assert "Pain 4 · Fatigue 6 · Sleep 3 told that day at 8 a.m., by you" in page
    assert "Pain 9" not in page


def test_the_next_look_of_a_past_day_is_told_as_past(third_day: Home) -> None:
    third_day.get("/why/")
    third_day.wall.later(days=3)

    assert "The next look was to be on 11 May." in text_of(third_day.get("/why/2026-05-06/"))


def test_a_day_nobody_was_told_anything_goes_by_what_is_known_by_now(third_day: Home) -> None:
    third_day.post("/history/2026-05-05/answer/", {"pain": "5"})
    page = text_of(third_day.get("/why/2026-05-05/"))

    assert "Nothing was shown that day. This is what the rule says of it by now." in page
    assert "Pain 5 told on 6 May at 8:30 a.m., by you, remembered" in page


def test_the_same_day_in_another_language_keeps_the_words_it_was_told_in(
    third_day: Home,
) -> None:
    third_day.get("/why/")
    (then,) = third_day.told(on.DecisionGiven)
    third_day.say(on.PreferenceSet("language", "he"))
    page = markup_of(third_day.get("/why/2026-05-06/"))

    assert 'lang="en" dir="ltr"' in page
    assert then.said[0] in page
    assert 'dir="rtl"' in page


@pytest.mark.parametrize(("clock", "hour"), [("24", "08:00"), ("12", "8:00 AM"), ("locale", "8 a")])
def test_hours_are_written_as_the_person_reads_clocks(
    third_day: Home, clock: str, hour: str
) -> None:
    third_day.say(on.PreferenceSet("clock", clock))

    assert f"told today at {hour}" in text_of(third_day.get("/why/"))


@pytest.mark.slow
def test_what_was_told_on_every_day_is_what_its_page_says(home: Home) -> None:
    """Three weeks with a flare: each day's page holds that day's own words."""
    begin(home)
    for day in range(1, 22):
        now_is(home, day, 8.5)
        flaring = day in (12, 13)
        say(home, day, 8, on.CheckedIn(pain=90 if flaring else 40, fatigue=50))
        if flaring:
            say(home, day, 8.1, on.FlareTold(FlareWord.A_FLARE))
        home.get("/why/")
        say(home, day, 10, on.SessionTold(50))
    home.wall.later(days=1)

    for lived in history(home.entries(), until=at(21, 12).date()):
        page = text_of(home.get(f"/why/{lived.day}/"))
        stated = lived.decision._replace(ask_flare=False)
        assert lived.given is not None
        assert lived.given.said == sentences(stated, today=lived.day)
        assert " ".join(lived.given.said) in page
        assert expert(lived.decision) in page


# Words for whatever may be told ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (on.CheckedIn(pain=45), ["Pain 4.5"]),
        (on.FogAnswered(-1), ["Better than usual"]),
        (on.FogAnswered(0), ["Same as usual"]),
        (on.FogAnswered(2), ["Much worse than usual"]),
        (on.SilentDaysTold(FlareWord.NOT_SAID), ["No flare"]),
        (on.SessionTold(0), ["Rest"]),
        (on.EffortTold(3), ["Effort 3 of 10"]),
        (on.AfterTold(on.After.CALMER), ["calmer after"]),
        (on.FarTooMuchTold(), ["Far too much"]),
        (on.DayTold(on.Busy.QUIETER), ["A quieter day"]),
        (on.Marked(on.Mark.PERIOD), ["Period"]),
        (on.NoteWritten("Rain."), ["Rain."]),
        (on.KeptMovingTold(kept=False), ["Did not keep moving"]),
        (on.ConfidenceTold(8), ["8 of 10 sure"]),
        (on.OfferAnswered(Reply.TRY_MORE), ["Ready to try more"]),
        (on.OfferAnswered(Reply.NONE), []),
        (on.DoseChosen(60), ["Your own step: 6 minutes"]),
        (on.MoreBegun(), ["More days, or more effort"]),
        (on.UsualAnswered(take=True), ["The higher usual taken"]),
        (on.LimitSet(Limit.GOAL, 100), ["Goal: 10 minutes"]),
        (on.LimitSet(Limit.GOAL, None), ["Goal lifted"]),
        (on.LimitSet(Limit.CLINICIAN, None), ["Clinician's limit lifted"]),
        (on.PreferenceSet("theme", "dark"), []),
    ],
)
def test_whatever_was_said_has_its_words(event: Event, said: list[str]) -> None:
    entry = Entry("me", at(1, 8), at(1, 8), event)

    assert list(entry_in_words(entry, Unit.MINUTES, ENGLISH)) == said


@settings(max_examples=40)
@given(event=EVENTS)
def test_whatever_may_be_said_breaks_no_page(event: Event) -> None:
    entry = replace(Entry("me", at(1, 8), at(1, 8), on.MoreBegun()), event=event)

    for one in entry_in_words(entry, Unit.STEPS, ENGLISH):
        assert one
        assert not set(one) & set("{}%")
