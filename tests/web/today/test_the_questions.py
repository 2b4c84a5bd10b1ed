"""Each question: it is asked, and each of its buttons is a word in the log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.fold import local_day
from steadystep.core.observations import Symptom
from steadystep.core.today import today_of
from tests.web.today import lives
from tests.web.today.lives import STATES
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.house import Home


def ask_of(home: Home) -> Ask:
    """What is asked now."""
    return today_of(home.entries(), home.wall()).ask


@pytest.mark.parametrize("name", STATES)
def test_every_state_is_reached_and_shown(home: Home, name: str) -> None:
    life, ask = STATES[name]
    life(home)
    assert ask_of(home) == ask
    page = Window(home)
    assert (page.code, page.path) == (200, "/")
    assert "More" in page.names
    assert "Flare" in page.names or "Flare: help now" in page.names


TAPS: list[tuple[Callable[[Home], None], str, str, object]] = [
    (lives.kept_moving, "Welcome back.", "Yes, most days", on.KeptMovingTold(kept=True)),
    (lives.kept_moving, "Did you keep", "No, or a little", on.KeptMovingTold(kept=False)),
    (lives.yesterday_unknown, "Yesterday's 5 minutes?", "Yes", on.SessionTold(50)),
    (lives.yesterday_unknown, "Yesterday's 5 minutes?", "A bit", on.SessionTold(25)),
    (lives.yesterday_unknown, "Yesterday's 5 minutes?", "No", on.SessionTold(0)),
    (lives.watch, "Apple Watch saw 6 minutes yesterday.", "Count it", on.SessionTold(60)),
    (lives.watch, "Count it?", "No", on.AskSkipped(Ask.WATCH_SESSION)),
    (lives.watch_today, "Apple Watch saw 4½ minutes.", "Count it", on.SessionTold(45)),
    (lives.silent, "Since Thursday", "No", on.SilentDaysTold(FlareWord.NOT_SAID)),
    (lives.silent, "any day clearly", "A hard day", on.SilentDaysTold(FlareWord.A_HARD_DAY)),
    (lives.silent, "any day clearly", "A flare", on.SilentDaysTold(FlareWord.A_FLARE)),
    (lives.fog, "next to your usual", "Better", on.FogAnswered(-1)),
    (lives.fog, "next to your usual", "Same", on.FogAnswered(0)),
    (lives.fog, "next to your usual", "Worse", on.FogAnswered(1)),
    (lives.fog, "next to your usual", "Much worse", on.FogAnswered(2)),
    (lives.fog_of_yesterday, "Foggy today", "Yes, keep it short", on.PreferenceSet("fog", "on")),
    (lives.fog_of_yesterday, "Foggy today", "No, all of it", on.PreferenceSet("fog", "off")),
    (lives.is_it_a_flare, "Is this a flare?", "Yes", on.FlareTold(FlareWord.A_FLARE)),
    (lives.is_it_a_flare, "a flare?", "No, a hard day", on.FlareTold(FlareWord.A_HARD_DAY)),
    (lives.sore, "Sore muscles, or", "A flare", on.FlareTold(FlareWord.A_FLARE)),
    (lives.sore, "your flare?", "Sore, or a hard day", on.FlareTold(FlareWord.A_HARD_DAY)),
    (lives.usual_moved, "still 4, or now 5?", "Keep 4", on.UsualAnswered(take=False)),
    (lives.usual_moved, "Your usual pain", "Take 5", on.UsualAnswered(take=True)),
    (lives.offer, "How sure are you of 6 minutes", "7", on.ConfidenceTold(7)),
    (lives.offer, "most days?", "10 very sure", on.ConfidenceTold(10)),
    (lives.offer, "How sure", "Stay at 5", on.OfferAnswered(Reply.STAY)),
    (lambda home: lives.offer(home, 8), "Which one", "Try 6", on.OfferAnswered(Reply.ACCEPT)),
    (lambda home: lives.offer(home, 8), "suits you?", "Stay at 5", on.OfferAnswered(Reply.STAY)),
    (lives.done, "How hard was it?", "3 gentle", on.EffortTold(3)),
    (lives.after, "how do you feel?", "Calmer", on.AfterTold(on.After.CALMER)),
    (lives.after, "how do you feel?", "Same", on.AfterTold(on.After.SAME)),
    (lives.after, "how do you feel?", "Worse", on.AfterTold(on.After.WORSE)),
    (lives.evening, "All of today was:", "Quieter", on.DayTold(on.Busy.QUIETER)),
    (lives.evening, "All of today was:", "Usual", on.DayTold(on.Busy.USUAL)),
    (lives.evening, "All of today was:", "Busier", on.DayTold(on.Busy.BUSIER)),
    (lives.evening, "All of today was:", "Far too much", on.DayTold(on.Busy.FAR_TOO_MUCH)),
]


@pytest.mark.parametrize(
    ("life", "asks", "name", "event"), TAPS, ids=[f"{asks} {name}" for _, asks, name, _ in TAPS]
)
def test_one_tap_answers(
    home: Home, life: Callable[[Home], None], asks: str, name: str, event: object
) -> None:
    life(home)
    page = Window(home)
    assert asks in page.words
    page.tap(name)
    assert (page.code, page.path, page.taps) == (200, "/", 1)
    said = [one for one in home.entries() if not isinstance(one.event, on.DecisionGiven)]
    assert said[-1].event == event
    assert asks not in page.words


@pytest.mark.parametrize("life", [lives.yesterday_unknown, lives.silent])
def test_what_is_told_of_yesterday_is_told_of_its_noon(
    home: Home, life: Callable[[Home], None]
) -> None:
    life(home)
    Window(home).tap("No")
    (told,) = (
        one
        for one in home.entries()
        if one.event in (on.SessionTold(0), on.SilentDaysTold(FlareWord.NOT_SAID))
    )
    assert told.at.hour == 12
    assert local_day(told) == home.wall().date() - timedelta(days=1)


SKIPS = [
    (lives.kept_moving, "Skip", [Ask.KEPT_MOVING]),
    (lives.yesterday_unknown, "Skip", [Ask.YESTERDAY]),
    (lives.silent, "Skip", [Ask.SILENT_DAYS]),
    (lives.morning, "Skip today", [Ask.CHECK_IN]),
    (lives.fog, "Skip today", [Ask.CHECK_IN]),
    (lives.is_it_a_flare, "Skip", [Ask.IS_IT_A_FLARE]),
    (lives.long_flare, "Skip", [Ask.LONG_FLARE]),
    (lives.usual_moved, "Later", [Ask.USUAL]),
    (lives.screen_due, "Later", [Ask.SCREEN]),
    (lives.offer, "Skip", [Ask.CONFIDENCE, Ask.OFFER]),
    (lambda home: lives.offer(home, 8), "Skip", [Ask.OFFER]),
    (lives.done, "Skip", [Ask.EFFORT]),
    (lives.after, "Skip", [Ask.AFTER]),
    (lives.week, "Later", [Ask.WEEK]),
    (lives.evening, "Skip", [Ask.EVENING]),
]


@pytest.mark.parametrize(("life", "name", "left"), SKIPS)
def test_a_skip_is_a_full_answer_for_today(
    home: Home, life: Callable[[Home], None], name: str, left: list[Ask]
) -> None:
    life(home)
    page = Window(home).tap(name)
    assert [one.ask for one in home.told(on.AskSkipped)] == left
    assert ask_of(home) not in left
    assert page.code == 200


LEADS = [
    (lives.red_flag, "What to do now", "/safety/red-flag/"),
    (lives.screen_due, "Answer them", "/safety/screen/"),
    (lives.week, "Look back", "/history/week/"),
    (lives.morning, "Answer", "/check-in/"),
    (lives.yesterday_unknown, "Something else", "/yesterday/done/"),
]


@pytest.mark.parametrize(("life", "name", "to"), LEADS)
def test_some_questions_have_a_page_of_their_own(
    home: Home, life: Callable[[Home], None], name: str, to: str
) -> None:
    life(home)
    assert Window(home).button(name).href == to


def test_more_than_gentle_is_told_what_gentle_is(home: Home) -> None:
    lives.done(home)
    page = Window(home).tap("4")
    assert home.told(on.EffortTold) == [on.EffortTold(4)]
    assert "Gentle is 3 or less." in page.words
    assert page.tap("Today").path == "/"


def test_words_after_an_absence_count_no_days(home: Home) -> None:
    lives.kept_moving(home)
    page = Window(home)
    assert "Welcome back." in page.words
    assert "days away" not in page.words


def test_after_a_long_silence_no_weekday_is_named(home: Home) -> None:
    lives.kept_moving(home)
    lives.now_is(home, 20, 8)
    page = Window(home).tap("Yes, most days")
    assert "Was any day clearly worse?" in page.words


def test_who_is_not_sure_enough_is_not_offered_more(home: Home) -> None:
    lives.offer(home)
    page = Window(home).tap("6")
    assert "We wait until the next step feels right to you." in page.words
    assert "Try 6" not in page.names


def test_accepting_is_how_sure_and_one_tap(home: Home) -> None:
    lives.offer(home)
    page = Window(home).tap("8").tap("Try 6")
    assert page.taps == 2
    assert "Today: 6 minutes" in page.words


def test_declining_is_one_tap(home: Home) -> None:
    lives.offer(home)
    page = Window(home).tap("Stay at 5")
    assert page.taps == 1
    assert "You chose to stay" in page.words


@pytest.mark.parametrize(("flu", "later"), [("Yes", "Yes"), ("Yes", "No"), ("No", "Yes")])
def test_a_long_flare_is_asked_about_in_two_taps(home: Home, flu: str, later: str) -> None:
    lives.long_flare(home)
    page = Window(home).tap(flu)
    assert not home.told(on.LongFlareTold)
    assert "did it come a day or more after moving?" in page.words
    page.tap(later)
    (told,) = home.told(on.LongFlareTold)
    assert (told.flu_like_or_foggy, told.a_day_or_more_after) == (flu == "Yes", later == "Yes")
    assert page.path == "/"


def test_two_long_flares_ask_the_screen_again_and_undo_lets_go_of_it(home: Home) -> None:
    lives.long_flare(home)
    before = lives.at(2, 12).date() - timedelta(days=8)
    lives.say(home, 2, 12, on.LongFlareTold(before, 96, True, True))  # noqa: FBT003
    page = Window(home).tap("Yes").tap("Yes")
    assert home.told(on.ScreenAsked)[-1].due
    page.tap("Undo last answer")
    assert not home.told(on.ScreenAsked)[-1].due


def test_the_higher_usual_of_another_reason_is_asked_with_both_values(home: Home) -> None:
    """The first thing in the way is another one; the question is the same."""
    lives.morning(home, 5)
    lives.say(home, 4, 8, on.ReferenceSet(Symptom.FATIGUE, 50, 120, 20, higher=70))
    lives.say(home, 5, 8, on.CheckedIn(pain=40, fatigue=50))
    page = Window(home)
    assert "Your usual fatigue: still 5, or now 7?" in page.words


def test_where_the_values_are_not_at_hand_their_own_page_has_them(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("steadystep.web.today.questions.usual_moved", lambda _: None)
    lives.usual_moved(home)
    assert Window(home).button("Look at it").href == "/history/usual/"


def test_halves_are_written_as_halves(home: Home) -> None:
    lives.weeks(home, start=25)
    lives.say(home, lives.OFFER_DAY, 8, on.CheckedIn(40, 50, 30), on.ConfidenceTold(9))
    page = Window(home)
    assert "Stay at 2½" in page.names
    assert page.tap("Try 3").words.count("3 minutes")


def test_once_answered_the_card_asks_no_more_about_usual(home: Home) -> None:
    lives.usual_moved(home)
    page = Window(home)
    assert "Your usual pain was 4: is it 5 now?" in page.words
    page.tap("Take 5")
    assert "Keep the same 5 minutes. Your word on your usual holds from tomorrow." in page.words


def test_in_fog_one_thing_is_asked_and_then_nothing(home: Home) -> None:
    lives.fog(home)
    lives.now_is(home, 4, 20)
    page = Window(home).tap("Same")
    assert "That is all for today." in page.words
    assert Ask.EVENING in today_of(home.entries(), home.wall()).asks


def test_pacing_only_is_still_asked_how_it_is(home: Home) -> None:
    lives.pacing_only(home)
    assert home.told(on.GateSet)[-1].gate == Gate.PACING_ONLY
    assert "Same as yesterday" in Window(home).names


def test_a_session_of_yesterday_counts_there_and_a_no_asks_about_yesterday(home: Home) -> None:
    lives.watch(home)
    Window(home).tap("Count it")
    told = next(one for one in home.entries() if one.event == on.SessionTold(60))
    assert local_day(told) == home.wall().date() - timedelta(days=1)

    home.say(on.TakenBack(told.key))
    Window(home).tap("No")
    assert ask_of(home) == Ask.YESTERDAY


@pytest.mark.parametrize("life", [lives.watch, lives.stale])
def test_from_right_to_left_no_number_is_drawn_into_a_name(
    home: Home, life: Callable[[Home], None]
) -> None:
    life(home)
    assert "\u2068" not in home.get("/").content.decode()
    home.say(on.PreferenceSet("language", "he"))
    assert "\u2068Apple Watch\u2069" in home.get("/").content.decode()


def test_data_that_stopped_are_said_kindly_and_not_in_fog(home: Home) -> None:
    lives.stale(home)
    line = "Nothing new from Apple Watch since Monday. That is fine. We use your answers."
    assert line in home.get("/").content.decode()
    home.say(on.PreferenceSet("fog", "on"))
    assert line not in home.get("/").content.decode()
