"""Safety: what stops, what is said then, how it goes on, and that it can be answered again."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest

from steadystep.core.events import (
    AllClearTold,
    ClinicianFirstTold,
    ClinicianWordNoted,
    GateSet,
    IllnessNamed,
    ModifiersTold,
    PlanStarted,
    RedFlagsTold,
    TakenBack,
    WordOn,
)
from steadystep.core.facts import Gate
from steadystep.core.fold import Fold, in_order
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import ClinicianFirst, Modifier, RedFlagQuestion, Told
from steadystep.explain import banned_in
from tests.web.begin.walking import LAST, leads_to, tap, walk

if TYPE_CHECKING:
    from tests.web.house import Home

RED = {1: "emergency", 2: "emergency", 3: "urgent", 4: "clinician"}
SOON = {
    "emergency": "Please call your emergency number now.",
    "urgent": "Please call a doctor or an urgent care line today.",
    "clinician": "Please talk to your clinician in the next days.",
}


def words_of(home: Home, path: str, **more: object) -> str:
    """What can be read on a page."""
    page = home.get(path, **more).content.decode()
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


def gate_of(home: Home) -> Gate:
    """The gate in force, as the rule reads it."""
    fold = Fold()
    fold.standing_before(in_order(home.entries()))
    return fold.standing.gate


# Red flags ------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", RED)
@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_each_red_flag_stops_and_says_who_is_needed_and_how_soon(
    home: Home, number: int, answer: str
) -> None:
    walk(home, until=f"/safety/{number}/")
    told = tap(home, f"/safety/{number}/", {"answer": answer})
    page = words_of(home, "/safety/red-flag/")

    assert told.headers["Location"] == leads_to(home) == "/safety/red-flag/"
    assert "This needs a person, not an app." in page
    assert SOON[RED[number]] in page
    assert "What to say" in page
    assert gate_of(home) == Gate.RED_FLAG


def test_an_emergency_shows_every_number_and_the_likely_one_first(home: Home) -> None:
    walk(home, until="/safety/1/")
    tap(home, "/safety/1/", {"answer": "yes"})

    def numbers(language: str) -> list[str]:
        page = home.get("/safety/red-flag/", headers={"accept-language": language})
        return re.findall(r'href="tel:(\d+)"', page.content.decode())

    assert numbers("en-GB,en;q=0.9") == ["999", "112", "911", "101"]
    assert numbers("he-IL,en-US;q=0.5")[0] == "101"
    assert numbers("en-US")[0] == "911"
    assert numbers("xx-<script>")[0] == "112"
    assert "Elsewhere: your local emergency number." in words_of(home, "/safety/red-flag/")


def test_where_a_clinician_is_needed_soon_no_ambulance_is_named(home: Home) -> None:
    walk(home, until="/safety/4/")
    tap(home, "/safety/4/", {"answer": "yes"})

    assert "tel:" not in home.get("/safety/red-flag/").content.decode()


def test_behind_a_red_flag_there_is_no_way_on(home: Home) -> None:
    walk(home, until="/begin/movement/")
    tap(home, "/safety/1/", {"answer": "yes"})

    for path, data in LAST:
        assert tap(home, path, data).headers["Location"] == "/safety/red-flag/"
    assert home.told(PlanStarted) == []


def test_the_all_clear_goes_on_with_the_next_question(home: Home) -> None:
    walk(home, until="/safety/3/")
    tap(home, "/safety/3/", {"answer": "yes"})
    told = tap(home, "/safety/red-flag/", {"answer": "clear"})

    assert told.headers["Location"] == "/safety/4/"
    assert home.told(AllClearTold) == [AllClearTold()]


def test_a_later_no_is_no_all_clear(home: Home) -> None:
    walk(home, until="/safety/3/")
    tap(home, "/safety/3/", {"answer": "yes"})
    home.wall.later(minutes=30)
    assert "wrong button" not in words_of(home, "/safety/red-flag/")

    tap(home, "/safety/3/", {"answer": "no"})
    assert leads_to(home) == "/safety/red-flag/"


def test_a_slip_of_the_finger_is_put_right_at_once(home: Home) -> None:
    walk(home, until="/safety/3/")
    tap(home, "/safety/3/", {"answer": "yes"})
    assert "I tapped the wrong button" in words_of(home, "/safety/red-flag/")

    assert tap(home, "/safety/3/", {"answer": "no"}).headers["Location"] == "/safety/4/"
    assert len(home.told(TakenBack)) == 1


def test_without_a_red_flag_there_is_no_such_page(home: Home) -> None:
    walk(home, until="/safety/3/")

    assert home.get("/safety/red-flag/").headers["Location"] == "/safety/3/"
    assert tap(home, "/safety/red-flag/", {"answer": "clear"}).status_code == 302
    assert home.told(AllClearTold) == []


def test_with_a_plan_a_red_flag_closes_the_day_and_the_all_clear_opens_it(home: Home) -> None:
    walk(home)
    assert gate_of(home) == Gate.OPEN

    told = tap(home, "/safety/2/", {"answer": "not_sure"})
    assert told.headers["Location"] == "/safety/red-flag/"
    assert home.told(GateSet)[-1] == GateSet(Gate.RED_FLAG, RedFlagKind.EMERGENCY)
    assert 'class="back" href="/"' in home.get("/safety/red-flag/").content.decode()

    assert tap(home, "/safety/red-flag/", {"answer": "clear"}).headers["Location"] == "/"
    assert gate_of(home) == Gate.OPEN


# Under 18 -------------------------------------------------------------------------------------


def test_under_18_gets_kind_words_and_no_plan(home: Home) -> None:
    walk(home, until="/safety/7/")
    told = tap(home, "/safety/7/", {"answer": "fits", "fits": "under_18"})
    page = words_of(home, "/safety/under-18/")

    assert told.headers["Location"] == leads_to(home) == "/safety/under-18/"
    assert "Steadystep is made for adults." in page
    for path, data in LAST:
        tap(home, path, data)
    assert home.told(PlanStarted) == []


def test_who_tapped_under_18_by_mistake_goes_on(home: Home) -> None:
    walk(home, until="/safety/7/")
    tap(home, "/safety/7/", {"answer": "fits", "fits": "under_18"})

    assert tap(home, "/safety/7/", {"answer": "none"}).headers["Location"] == "/safety/8/"


# A clinician first ----------------------------------------------------------------------------


@pytest.mark.parametrize("reason", [one for one in ClinicianFirst if one != "under_18"])
def test_a_clinician_comes_first_and_the_way_goes_on(home: Home, reason: ClinicianFirst) -> None:
    walk(home, until="/safety/7/")
    told = tap(home, "/safety/7/", {"answer": "fits", "fits": str(reason)})

    assert told.headers["Location"] == "/safety/outcome/7/"
    page = words_of(home, "/safety/outcome/7/")
    assert "A clinician's word comes first." in page
    assert "Until then, slow breathing and gentle movement are fine." in page
    tap(home, "/safety/8/", {"answer": "none"})
    for path, data in LAST:
        tap(home, path, data)
    assert len(home.told(PlanStarted)) == 1
    assert gate_of(home) == Gate.CLINICIAN_FIRST


def test_a_noted_word_opens_the_plan(home: Home) -> None:
    walk(home)
    tap(home, "/safety/7/", {"answer": "fits", "fits": "pregnancy"})
    assert gate_of(home) == Gate.CLINICIAN_FIRST

    noted = {"about": "plan", "who": " Midwife  Noa ", "on": "2026-05-01"}
    assert tap(home, "/safety/word/", noted).headers["Location"] == "/"
    assert home.told(ClinicianWordNoted) == [
        ClinicianWordNoted(WordOn.PLAN, "Midwife Noa", date(2026, 5, 1))
    ]
    assert gate_of(home) == Gate.OPEN


def test_a_word_about_a_plan_says_nothing_of_malaise(home: Home) -> None:
    walk(home)
    tap(home, "/safety/5/", {"answer": "yes"})
    tap(home, "/safety/7/", {"answer": "fits", "fits": "pregnancy"})
    page = words_of(home, "/safety/word/")
    assert "What was it about?" in page

    tap(home, "/safety/word/", {"about": "plan", "who": "Dr Stein", "on": "2026-05-04"})
    assert gate_of(home) == Gate.PACING_ONLY
    tap(home, "/safety/word/", {"about": "malaise", "who": "Dr Stein", "on": "2026-05-04"})
    assert gate_of(home) == Gate.OPEN


def test_where_nothing_waits_for_a_word_none_is_asked_for(home: Home) -> None:
    walk(home)

    assert home.get("/safety/word/").headers["Location"] == "/"
    tap(home, "/safety/word/", {"about": "plan", "who": "x", "on": "2026-05-01"})
    assert home.told(ClinicianWordNoted) == []


# Several at once ------------------------------------------------------------------------------


def test_all_that_fits_is_told_at_once_and_shown_again(home: Home) -> None:
    walk(home, until="/safety/8/")
    fits = ["sedatives_pregabalin_or_tricyclics", "dizzy_on_standing"]
    tap(home, "/safety/8/", {"answer": "fits", "fits": fits})

    assert home.told(ModifiersTold) == [ModifiersTold((Modifier.ORTHOSTATIC, Modifier.SEDATIVES))]
    page = home.get("/safety/8/").content.decode()
    assert page.count(" checked") == 2


def test_the_heart_medicine_reaches_the_plan(home: Home) -> None:
    walk(home, until="/safety/8/")
    tap(home, "/safety/8/", {"answer": "fits", "fits": str(Modifier.HEART_MEDICINE)})
    for path, data in LAST:
        tap(home, path, data)

    assert home.told(PlanStarted)[0].ignore_heart


# Answered again -------------------------------------------------------------------------------


def test_from_the_settings_all_eight_are_asked_again_one_after_the_other(home: Home) -> None:
    walk(home)
    assert "/safety/1/" in home.get("/safety/").content.decode()
    following = [f"/safety/{number}/" for number in range(2, 9)] + ["/"]

    for number, after in enumerate(following, start=1):
        page = home.get(f"/safety/{number}/").content.decode()
        assert 'aria-pressed="true"' in page
        answer = {"answer": "none" if number > 6 else "no"}
        assert tap(home, f"/safety/{number}/", answer).headers["Location"] == after


def test_before_the_plan_the_page_of_safety_is_the_first_run(home: Home) -> None:
    assert home.get("/safety/").headers["Location"] == "/begin/language/"


def test_answered_again_the_way_back_is_the_question_before(home: Home) -> None:
    walk(home)

    assert 'class="back" href="/safety/"' in home.get("/safety/1/").content.decode()
    assert 'class="back" href="/safety/3/"' in home.get("/safety/4/").content.decode()


def test_an_illness_named_later_leads_to_pacing_and_past_the_gate_question(home: Home) -> None:
    walk(home)
    told = tap(home, "/safety/5/", {"answer": "yes"})

    assert told.headers["Location"] == "/safety/outcome/5/"
    page = home.get("/safety/outcome/5/").content.decode()
    assert "We will not suggest increases." in page
    assert 'href="/safety/7/"' in page
    assert gate_of(home) == Gate.PACING_ONLY


def test_a_named_illness_is_not_unnamed_by_a_later_no(home: Home) -> None:
    walk(home)
    tap(home, "/safety/5/", {"answer": "yes"})
    home.wall.later(days=2)
    told = tap(home, "/safety/5/", {"answer": "no"})

    assert told.headers["Location"] == "/safety/outcome/5/"
    assert home.told(IllnessNamed)[-1] == IllnessNamed(Told.NO)
    assert gate_of(home) == Gate.PACING_ONLY


@pytest.mark.parametrize("number", [1, 5, 6, 7])
def test_an_outcome_that_is_none_leads_on(home: Home, number: int) -> None:
    walk(home)

    assert home.get(f"/safety/outcome/{number}/").status_code == 302


@pytest.mark.parametrize("path", ["/safety/9/", "/safety/0/", "/safety/outcome/9/"])
def test_there_is_no_ninth_question(home: Home, path: str) -> None:
    walk(home)

    assert home.get(path).status_code == 404


# Words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["/safety/red-flag/", "/safety/outcome/5/", "/safety/outcome/7/", "/safety/word/",
     "/safety/under-18/", "/safety/", "/safety/1/", "/safety/8/"],
)  # fmt: skip
def test_no_page_of_safety_holds_a_heavy_word(home: Home, path: str) -> None:
    walk(home)
    home.say(IllnessNamed(Told.YES), ClinicianFirstTold((ClinicianFirst.PREGNANCY,)))
    if path == "/safety/red-flag/":
        home.say(RedFlagsTold((RedFlagQuestion.CHEST,), Told.YES))

    assert banned_in(words_of(home, path)) == ()
