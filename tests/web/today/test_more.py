"""More: what is not asked of anybody, and the small pages behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import Gate, Reply
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.today import today_of
from steadystep.web.today.fields import NOTE_MOST
from tests.web.today import lives
from tests.web.today.pressing import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.house import Home


def more(home: Home) -> Window:
    """The list."""
    return Window(home, "/more/")


def dose(home: Home) -> int | None:
    """Today's step."""
    return today_of(home.entries(), home.wall()).dose


ONE_TAP: list[tuple[str, object]] = [
    ("Easier today 3 minutes", on.EasierToday(30)),
    ("Smaller from now on 4 minutes", on.DoseChosen(40)),
    ("I would like to try more", on.OfferAnswered(Reply.TRY_MORE)),
    ("Fog mode: one question a day", on.PreferenceSet("fog", "on")),
    ("Pause the plan", on.GateSet(Gate.PAUSED)),
]


@pytest.mark.parametrize(("name", "event"), ONE_TAP, ids=[name for name, _ in ONE_TAP])
def test_a_row_that_says_something_says_it_at_once(home: Home, name: str, event: object) -> None:
    lives.answered(home)
    page = more(home).tap(name)
    assert page.path == "/"
    said = [one.event for one in home.entries() if not isinstance(one.event, on.DecisionGiven)]
    assert said[-1] == event


def test_fog_mode_ends_where_it_began(home: Home) -> None:
    lives.fog(home)
    more(home).tap("End fog mode")
    assert home.told(on.PreferenceSet)[-1] == on.PreferenceSet("fog", "off")
    assert "Same as yesterday" in Window(home).names


def test_every_row_leads_somewhere(home: Home) -> None:
    lives.answered(home)
    page = more(home)
    links = [one for one in page.read.buttons if one.href.startswith("/")]
    assert len(links) > 10
    for one in links:
        assert Window(home, one.href).code == 200, one


@pytest.mark.parametrize("life", [lives.red_flag, lives.clinician_first, lives.paused])
def test_without_a_step_nothing_is_made_smaller_or_bigger(
    home: Home, life: Callable[[Home], None]
) -> None:
    life(home)
    names = " ".join(more(home).names)
    for gone in ("Easier today", "Smaller from now on", "try more", "Start with a timer"):
        assert gone not in names
    for path in ("/more/easier/", "/more/smaller/", "/more/try/"):
        answer = home.post(path)
        assert answer.status_code == 422, path
        assert "There is no step today" in answer.content.decode()
    assert home.get("/more/own-step/")["Location"] == "/"


def test_on_the_smallest_step_there_is_nothing_smaller(home: Home) -> None:
    lives.morning(home, start=5)
    names = " ".join(more(home).names)
    assert "Easier today" not in names
    assert "Smaller from now on" not in names


def test_pacing_only_has_no_more_to_try(home: Home) -> None:
    lives.pacing_only(home)
    assert "I would like to try more" not in more(home).names


# A step of one's own ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "tenths"), [("4", 40), ("2.5", 25), ("2½", 25), ("½", 5), ("2,5", 25), (" 7 ", 70)]
)
def test_a_step_of_ones_own_is_theirs(home: Home, said: str, tenths: int) -> None:
    lives.answered(home)
    more(home).tap("My own step").tap("Save", amount=said)
    assert home.told(on.DoseChosen) == [on.DoseChosen(tenths)]
    assert dose(home) == tenths


@pytest.mark.parametrize(
    "said", ["", "-3", "0", "999999999999", "five", "<b>4</b>", "\u202e4", "4 5", "1e2", "31"]
)
def test_a_step_that_is_none_is_told_so(home: Home, said: str) -> None:
    lives.answered(home)
    page = more(home).tap("My own step").tap("Save", amount=said)
    assert page.code == 422
    assert "Write a number up to 30, such as 5." in page.text
    assert not home.told(on.DoseChosen)


def test_times_are_whole(home: Home) -> None:
    lives.answered(home, unit=Unit.REPS, start=50, movement=Movement.RESISTANCE)
    page = more(home).tap("My own step")
    assert "How many times from now on?" in page.text
    assert page.tap("Save", amount="4.5").code == 422


# Amounts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["", "-1", "3001", "lots", "<i>", "\u202e12", "1" * 500])
def test_a_session_that_cannot_be_meant_is_told_so(home: Home, said: str) -> None:
    lives.done(home)
    page = Window(home).tap("More").tap("Save", amount=said)
    assert page.code == 422
    assert len(home.told(on.SessionTold)) == 4


def test_something_else_is_yesterdays_own_amount(home: Home) -> None:
    lives.yesterday_unknown(home)
    page = Window(home).tap("Something else")
    assert "It was 5 minutes." in page.words
    page.tap("Save", amount="12")
    assert home.told(on.SessionTold)[-1] == on.SessionTold(120)
    assert "Yesterday's" not in page.words


def test_yesterdays_step_told_again_takes_the_place_of_what_was_told(home: Home) -> None:
    lives.morning(home)
    more(home).tap("Yesterday").tap("Yesterday's step").tap("Save", amount="0")
    (gone,) = home.told(on.TakenBack)
    assert [one.event for one in home.entries() if one.key == gone.key] == [on.SessionTold(50)]
    assert home.told(on.SessionTold)[-1] == on.SessionTold(0)


def test_a_bad_amount_of_yesterday_is_told_so(home: Home) -> None:
    lives.morning(home)
    page = more(home).tap("Yesterday").tap("Yesterday's step").tap("Save", amount="a lot")
    assert page.code == 422
    assert not home.told(on.TakenBack)


@pytest.mark.parametrize("path", ["/done/more/", "/yesterday/done/", "/more/own-step/"])
def test_an_old_amount_page_is_told_so(home: Home, path: str) -> None:
    lives.done(home)
    page = Window(home, path)
    home.wall.later(days=1)
    before = len(home.entries())
    page.tap("Save", amount="7")
    assert page.code == 422
    assert "That page was old." in page.text
    assert len(home.entries()) == before


@pytest.mark.parametrize("path", ["/done/more/", "/yesterday/done/", "/more/own-step/"])
def test_an_amount_sent_twice_is_said_once(home: Home, path: str) -> None:
    lives.done(home)
    sends = {**Window(home, path).button("Save").sends, "amount": "7"}
    for _ in range(2):
        assert home.client.post(path, sends).status_code == 302
    said = [one for one in home.entries() if one.key.startswith(sends["key"])]
    assert len(said) in {1, 2}


# Another movement ------------------------------------------------------------------------------


def test_another_movement_begins_small_and_keeps_its_place_in_the_day(home: Home) -> None:
    lives.answered(home)
    page = more(home).tap("Another movement").tap("Light strength Counted in times.")
    assert "How much of it can you do on a bad day?" in page.words
    page.tap("8 times")
    plan = home.told(on.PlanStarted)[-1]
    assert (plan.movement, plan.unit, plan.start) == (Movement.RESISTANCE, Unit.REPS, 40)
    assert (plan.resistance, plan.anchor, plan.usual_pain) == (True, "after_lunch", 40)
    assert page.path == "/"
    assert "Today: 4 times" in page.words


def test_a_movement_of_ones_own_has_a_name(home: Home) -> None:
    lives.answered(home)
    page = more(home).tap("Another movement").tap("Count times", name="Washing up")
    page.tap("Nothing")
    plan = home.told(on.PlanStarted)[-1]
    assert (plan.movement, plan.name, plan.start) == (Movement.OWN, "Washing up", 20)
    assert "Washing up · After lunch" in page.words


@pytest.mark.parametrize("name", ["", "  ", "\u202e", "x" * 41])
def test_a_movement_without_a_name_is_asked_for_one(home: Home, name: str) -> None:
    lives.answered(home)
    page = more(home).tap("Another movement").tap("Count minutes", name=name)
    assert page.code == 422
    assert len(home.told(on.PlanStarted)) == 1


@pytest.mark.parametrize(
    "form",
    [
        {"movement": "running"},
        {"movement": ""},
        {"movement": "own", "unit": "miles", "name": "x"},
        {"movement": "walk", "bad_day": "7"},
        {"movement": "walk", "bad_day": "-10"},
        {"movement": "walk", "bad_day": "<b>"},
    ],
)
def test_a_movement_nobody_offers_is_told_so(home: Home, form: dict[str, str]) -> None:
    lives.answered(home)
    about = Window(home, "/more/swap/").read.buttons[-1].sends["about"]
    assert home.post("/more/swap/", {**form, "about": about}).status_code == 422
    assert len(home.told(on.PlanStarted)) == 1


def test_an_old_page_of_movements_is_told_so(home: Home) -> None:
    lives.answered(home)
    page = Window(home, "/more/swap/")
    home.wall.later(days=1)
    assert page.tap("Gentle mobility Minutes. Sitting is fine.").code == 422


def test_a_movement_sent_twice_begins_once(home: Home) -> None:
    lives.answered(home)
    page = more(home).tap("Another movement").tap("Gentle mobility Minutes. Sitting is fine.")
    sends = page.button("10 minutes").sends
    for _ in range(2):
        assert home.client.post("/more/swap/", sends).status_code == 302
    assert len(home.told(on.PlanStarted)) == 2


# Notes and the evening -------------------------------------------------------------------------


def test_a_note_is_kept_in_the_persons_own_words(home: Home) -> None:
    lives.answered(home)
    more(home).tap("A note in my own words").tap("Save", text="Rain.\nשקט בבית")
    assert home.told(on.NoteWritten) == [on.NoteWritten("Rain.\nשקט בבית")]


@pytest.mark.parametrize("text", ["", " \n ", "\u202e", "x" * (NOTE_MOST + 1), "x" * 60_000])
def test_a_note_that_cannot_be_kept_is_told_so_and_stays_in_its_field(
    home: Home, text: str
) -> None:
    lives.answered(home)
    answer = home.post("/more/note/", {"text": text})
    assert answer.status_code == 422
    assert not home.told(on.NoteWritten)


def test_a_note_sent_twice_is_kept_once(home: Home) -> None:
    lives.answered(home)
    sends = {**Window(home, "/more/note/").button("Save").sends, "text": "Rain."}
    for _ in range(2):
        assert home.client.post("/more/note/", sends).status_code == 302
    assert len(home.told(on.NoteWritten)) == 1


@pytest.mark.parametrize("name", ["Quieter", "Usual", "Busier", "Far too much"])
def test_the_evening_tap_is_there_all_day(home: Home, name: str) -> None:
    lives.answered(home)
    more(home).tap("How all of today was").tap(name)
    assert len(home.told(on.DayTold)) == 1


@pytest.mark.parametrize("word", ["", "loud", "<script>", "x" * 9_000])
def test_an_evening_nobody_offers_is_told_so(home: Home, word: str) -> None:
    lives.answered(home)
    assert home.post("/more/evening/", {"word": word}).status_code == 422
    assert home.post("/more/fog/", {"word": word}).status_code == 422
    assert not home.told(on.DayTold)


def test_an_evening_sent_twice_is_said_once(home: Home) -> None:
    lives.answered(home)
    sends = Window(home, "/more/evening/").button("Busier").sends
    for _ in range(2):
        assert home.client.post("/more/evening/", sends).status_code == 302
    assert len(home.told(on.DayTold)) == 1


def test_before_a_plan_the_small_pages_lead_back(home: Home) -> None:
    for path in ("/done/more/", "/yesterday/done/", "/more/own-step/", "/more/swap/"):
        assert home.get(path)["Location"] == "/", path
    assert Window(home, "/more/").code == 200


BAD_WORDS = ["", "maybe", "-1", "11", "3.5", "<script>", "\u202e5", "٣", "x" * 9_000]


@pytest.mark.parametrize(
    ("life", "name"),
    [
        (lives.kept_moving, "kept_moving"),
        (lives.yesterday_unknown, "yesterday"),
        (lives.silent, "silent_days"),
        (lives.is_it_a_flare, "is_it_a_flare"),
        (lives.offer, "confidence"),
        (lives.evening, "evening"),
        (lives.done, "effort"),
        (lives.long_flare, "long_flare"),
    ],
)
def test_a_word_no_button_sends_is_told_so(
    home: Home, life: Callable[[Home], None], name: str
) -> None:
    life(home)
    asked = next(one for one in Window(home).read.buttons if one.action == f"/answer/{name}/")
    before = len(home.entries())
    for word in BAD_WORDS:
        answer = home.post(asked.action, {**asked.sends, "word": word})
        assert answer.status_code == 422, word
    assert len(home.entries()) == before


@pytest.mark.parametrize("name", ["all_clear", "week", "screen", "nothing", "no-such", "fog"])
def test_what_is_not_asked_is_not_answered(home: Home, name: str) -> None:
    lives.answered(home)
    before = len(home.entries())
    for path in (f"/answer/{name}/", f"/answer/{name}/skip/"):
        assert home.post(path, {"word": "yes"}).status_code == 422
    assert len(home.entries()) == before
