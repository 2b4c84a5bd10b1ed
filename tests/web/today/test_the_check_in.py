"""The check-in: three questions, five taps; the same again, two; fog, one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.decision import Flare
from steadystep.core.fold import local_day
from steadystep.core.today import today_of
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from tests.web.house import Home

USUAL = on.CheckedIn(40, 50, 30)


def last(home: Home) -> on.CheckedIn:
    """The last check-in."""
    return home.told(on.CheckedIn)[-1]


def test_a_full_check_in_is_five_taps(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Answer").tap("6 medium").tap("7 very tired").tap("2 good").tap("Save")
    assert page.taps == 5
    assert page.path == "/"
    assert last(home) == on.CheckedIn(60, 70, 20)


def test_a_usual_day_is_two_taps(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Same as yesterday")
    for answer in ("4 · medium", "5 · tired", "3 · good"):
        assert answer in page.words
    page.tap("Save")
    assert page.taps == 2
    assert last(home) == USUAL
    assert len(home.told(on.CheckedIn)) == 4


def test_fog_is_one_tap(home: Home) -> None:
    lives.fog(home)
    assert Window(home).tap("Worse").taps == 1
    assert home.told(on.FogAnswered) == [on.FogAnswered(1)]


def test_a_foggy_head_finds_the_one_question_on_the_way(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Answer").tap("Foggy? One question is enough")
    assert page.path == "/"
    assert "Much worse" in page.names


def test_the_first_morning_has_nothing_to_repeat(home: Home) -> None:
    lives.first_morning(home)
    assert [one for one in Window(home).names if one.startswith("Same")] == []


def test_the_same_again_names_the_day_it_repeats(home: Home) -> None:
    lives.silent(home)
    assert "Same as Wednesday" in Window(home).tap("No").names


def test_each_answer_can_be_changed_before_it_is_saved(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Same as yesterday").tap("Fatigue 5 · tired Change")
    assert "How tired are you?" in page.words
    page.tap("8 very tired")
    assert "8 · very tired" in page.words
    page.tap("Save")
    assert last(home) == on.CheckedIn(40, 80, 30)


def test_each_part_is_free(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Answer").tap("Skip this").tap("5 tired").tap("Skip this")
    assert "left out" in page.words
    page.tap("Save")
    assert last(home) == on.CheckedIn(None, 50, None)


def test_three_times_skipped_is_no_answer_yet(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Answer").tap("Skip this").tap("Skip this").tap("Skip this").tap("Save")
    assert page.code == 422
    assert "There is no answer yet." in page.words
    assert len(home.told(on.CheckedIn)) == 3


def test_what_was_not_told_last_time_is_left_out_again(home: Home) -> None:
    lives.begin(home)
    lives.say(home, 1, 8, on.CheckedIn(40, 50))
    lives.now_is(home, 2, 8)
    page = Window(home).tap("Skip").tap("Same as yesterday")
    assert "left out" in page.words
    page.tap("Save")
    assert last(home) == on.CheckedIn(40, 50)


def test_an_answer_with_a_decimal_is_repeated_as_it_was(home: Home) -> None:
    lives.begin(home)
    lives.say(home, 1, 8, on.CheckedIn(43, 50, 30))
    lives.now_is(home, 2, 8)
    page = Window(home).tap("Skip").tap("Same as yesterday")
    assert "4.3 · medium" in page.words
    page.tap("Save")
    assert last(home).pain == 43


def test_yesterday_is_told_of_its_noon_and_marked_as_remembered(home: Home) -> None:
    lives.silent(home)
    page = Window(home, "/more/").tap("Yesterday").tap("How yesterday was")
    assert "Yesterday · 1 of 3" in page.words
    page.tap("6 medium").tap("5 tired").tap("3 good").tap("Save")
    entry = home.entries()[-2]
    assert entry.event == on.CheckedIn(60, 50, 30, remembered=True)
    assert entry.at.hour == 12
    assert local_day(entry) == home.wall().date() - timedelta(days=1)


def test_no_answer_is_written_into_an_address(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Answer").tap("6 medium").tap("7 very tired")
    assert page.path == "/check-in/"
    assert 'method="post"' in page.text


# Where a number could not show a flare --------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "tenths", "flare"),
    [("Better", 80, Flare.NONE), ("Same", 90, Flare.NONE), ("Worse", 100, Flare.RED)],
)
def test_above_the_scale_it_is_better_same_or_worse(
    home: Home, name: str, tenths: int, flare: Flare
) -> None:
    lives.blind(home)
    page = Window(home).tap("Answer")
    assert "Next to your usual:" in page.words
    page.tap(name).tap("5 tired").tap("3 good")
    assert name.lower() in page.words
    page.tap("Save")
    assert last(home).pain == tenths
    decision = today_of(home.entries(), home.wall()).decision
    assert decision is not None
    assert decision.flare == flare


@pytest.mark.parametrize(
    ("name", "flare"), [("Better", Flare.NONE), ("Same", Flare.NONE), ("Worse", Flare.RED)]
)
def test_at_the_very_top_worse_is_still_heard(home: Home, name: str, flare: Flare) -> None:
    lives.morning(home, usual_pain=100)
    Window(home).tap("Answer").tap(name).tap("5 tired").tap("3 good").tap("Save")
    decision = today_of(home.entries(), home.wall()).decision
    assert decision is not None
    assert decision.flare == flare


def test_the_same_again_above_the_scale_is_said_in_words(home: Home) -> None:
    lives.morning(home, 5, usual_fatigue=90)
    lives.say(home, 4, 11, on.CheckedIn(40, 90, 30))
    page = Window(home).tap("Same as yesterday")
    assert "Fatigue same" in page.words
    page.tap("Save")
    assert last(home) == on.CheckedIn(40, 90, 30)


# Bad input ------------------------------------------------------------------------------------

BAD = ["", "-10", "101", "1000000000000", "ten", "<script>", "\u202e05", "٥٠", "4.5", "0x10"]


@pytest.mark.parametrize("field", ["pain", "fatigue", "sleep"])
def test_a_bad_answer_is_told_so_and_not_written(home: Home, field: str) -> None:
    lives.morning(home)
    about = home.wall().date().isoformat()
    for said in BAD:
        form = {"pain": "40", "fatigue": "50", "sleep": "30", field: said}
        answer = home.post("/check-in/", {**form, "about": about, "save": "yes"})
        assert answer.status_code == 422, said
        assert "Tap one of the buttons." in answer.content.decode()
    assert len(home.told(on.CheckedIn)) == 3


def test_next_to_usual_a_number_is_no_answer(home: Home) -> None:
    lives.blind(home)
    about = home.wall().date().isoformat()
    for said in ("5", "90", "0", "worse!", "40"):
        answer = home.post("/check-in/", {"pain": said, "about": about})
        assert answer.status_code == 422, said


@pytest.mark.parametrize("about", ["", "2026-04-30", "2026-05-08", "last week", "\u202e"])
def test_a_check_in_for_last_week_is_not_taken_for_today(home: Home, about: str) -> None:
    lives.morning(home)
    form = {"pain": "40", "fatigue": "50", "sleep": "30", "about": about, "save": "yes"}
    answer = home.post("/check-in/", form)
    assert answer.status_code == 422
    assert "That page was old." in answer.content.decode()
    assert len(home.told(on.CheckedIn)) == 3


def test_a_saved_form_sent_again_is_said_once(home: Home) -> None:
    lives.morning(home)
    page = Window(home).tap("Same as yesterday")
    button = page.button("Save")
    page.tap("Save")
    again = home.client.post("/check-in/", button.sends)
    assert again.status_code == 302
    assert len(home.told(on.CheckedIn)) == 4


def test_half_a_form_goes_on_asking(home: Home) -> None:
    lives.morning(home)
    about = home.wall().date().isoformat()
    answer = home.post("/check-in/", {"fatigue": "50", "about": about, "save": "yes"})
    assert answer.status_code == 200
    assert "How is your pain?" in answer.content.decode()
    assert len(home.told(on.CheckedIn)) == 3


def test_before_a_plan_there_is_no_check_in(home: Home) -> None:
    assert home.get("/check-in/")["Location"] == "/"


def test_on_the_first_day_there_is_no_yesterday(home: Home) -> None:
    lives.first_morning(home)
    for path in ("/yesterday/", "/yesterday/check-in/", "/yesterday/done/"):
        assert home.get(path)["Location"] == "/", path
