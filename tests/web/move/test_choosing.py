"""What to do today: the plan's kind, the posture, and what to take care of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import ClinicianFirst, Modifier
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.library.shelf import LIBRARY
from tests.web.move.living import WALK, text, with_a_plan

if TYPE_CHECKING:
    from tests.web.house import Home

LANGUAGES = ("en", "he")
BAD = ("", "-1", "9" * 400, "floating", "<script>alert(1)</script>", "\u202egnittis", "standing ")


def test_the_first_movement_of_the_plans_kind_is_there(home: Home) -> None:
    with_a_plan(home)

    page = text(home.get("/move/"))

    assert "Slow walk" in page
    assert "Start: 5 minutes" in page


def test_the_dose_is_written_as_told_before_it_is_shown(home: Home) -> None:
    with_a_plan(home)

    home.get("/move/")

    assert [one.dose for one in home.told(on.DecisionGiven)] == [50]


def test_another_movement_of_the_same_kind_can_be_chosen(home: Home) -> None:
    with_a_plan(home)

    page = text(home.get("/move/choose/"))

    assert page.count('class="choice"') == 4
    assert "Steps on the spot" in page
    assert "Shoulder rolls" not in page


def test_what_was_begun_last_is_there_the_next_day(home: Home) -> None:
    with_a_plan(home)
    home.post("/move/march/start/")
    home.wall.later(days=1)

    assert "Steps on the spot" in text(home.get("/move/"))


def test_a_movement_of_another_kind_can_be_looked_at_and_not_begun(home: Home) -> None:
    with_a_plan(home)

    page = text(home.get("/move/arm-curl/"))

    assert "Arm curl" in page
    assert "Start:" not in page
    assert "Your plan is about another movement." in page


def test_a_choice_of_another_kind_does_not_outlive_the_plan(home: Home) -> None:
    with_a_plan(home)
    home.post("/move/march/start/")
    home.wall.later(minutes=1)
    with_a_plan(home, movement=Movement.MOBILITY)

    assert "Shoulder rolls" in text(home.get("/move/"))


def test_a_movement_of_ones_own_has_the_persons_name_for_it(home: Home) -> None:
    with_a_plan(home, movement=Movement.OWN, name="<b>Dancing</b>")

    answer = home.get("/move/")

    assert '<h1 tabindex="-1">&lt;b&gt;Dancing' in answer.content.decode()
    assert "Another movement" not in text(answer)


def test_there_is_no_such_movement(home: Home) -> None:
    with_a_plan(home)

    assert home.get("/move/headstand/").status_code == 404
    assert home.post("/move/headstand/start/").status_code == 404


# Posture ----------------------------------------------------------------------------------------


def test_sitting_is_remembered(home: Home) -> None:
    with_a_plan(home)

    answer = home.post(f"{WALK}posture/", {"posture": "sitting"})
    home.wall.later(days=3)

    assert answer.status_code == 302
    assert home.told(on.PreferenceSet) == [on.PreferenceSet("posture", "sitting")]
    assert "Sit well back on a firm chair" in text(home.get("/move/"))


@pytest.mark.parametrize("said", BAD)
def test_a_posture_nobody_offers_is_answered_plainly(home: Home, said: str) -> None:
    with_a_plan(home)

    answer = home.post(f"{WALK}posture/", {"posture": said})

    assert answer.status_code == 422
    assert "Tap one of the buttons." in text(answer)
    assert home.told(on.PreferenceSet) == []


@pytest.mark.parametrize("said", BAD)
def test_a_buzz_nobody_offers_is_answered_plainly(home: Home, said: str) -> None:
    with_a_plan(home)

    assert home.post(f"{WALK}buzz/", {"buzz": said}).status_code == 422
    assert home.told(on.PreferenceSet) == []


def test_the_phone_buzzes_when_it_is_asked_to_and_not_before(home: Home) -> None:
    with_a_plan(home)
    before = text(home.get("/move/"))

    home.post(f"{WALK}buzz/", {"buzz": "on"})

    assert "Buzz at the end" in before
    assert "Do not buzz" in text(home.get("/move/"))


def test_a_double_click_on_a_posture_is_one_word(home: Home) -> None:
    with_a_plan(home)
    key = "0b2f3c64-2a8b-4f0e-9a53-9a8f4de1a001"

    for _ in range(2):
        home.post(f"{WALK}posture/", {"posture": "sitting", "key": key})

    assert len(home.told(on.PreferenceSet)) == 1


def test_a_form_without_a_key_writes_nothing(home: Home) -> None:
    with_a_plan(home)

    answer = home.post(f"{WALK}posture/", {"posture": "sitting", "key": "stale"})

    assert answer.status_code == 422
    assert home.told(on.PreferenceSet) == []


# Care -------------------------------------------------------------------------------------------


def test_somebody_who_gets_dizzy_begins_seated_without_having_to_say_so(home: Home) -> None:
    with_a_plan(home)
    home.say(on.ModifiersTold((Modifier.ORTHOSTATIC,)))

    page = text(home.get("/move/"))

    assert "Sit well back on a firm chair" in page
    assert "Begin seated." in page


def test_what_to_take_care_of_is_read_before_what_to_do(home: Home) -> None:
    with_a_plan(home)
    home.say(on.ModifiersTold((Modifier.SEDATIVES,)))

    page = text(home.get("/move/"))

    assert page.index("Mind falls.") < page.index("Wear shoes") < page.index("Start:")


def test_their_own_word_comes_before_that(home: Home) -> None:
    with_a_plan(home)
    home.say(on.ModifiersTold((Modifier.ORTHOSTATIC,)))
    home.post(f"{WALK}posture/", {"posture": "standing"})

    assert "Wear shoes" in text(home.get("/move/"))


@pytest.mark.parametrize(
    ("modifier", "note"),
    [(Modifier.HYPERMOBILE, "Stay in the middle."), (Modifier.SEDATIVES, "Mind falls.")],
)
def test_a_note_says_what_to_take_care_of(home: Home, modifier: Modifier, note: str) -> None:
    with_a_plan(home)
    before = text(home.get("/move/"))
    home.say(on.ModifiersTold((modifier,)))

    assert note not in before
    assert note in text(home.get("/move/"))


# What stands against a step ---------------------------------------------------------------------


def test_before_there_is_a_plan_there_is_no_movement(home: Home) -> None:
    for address in ("/move/", "/move/choose/", WALK):
        assert "There is no step right now." in text(home.get(address))


def test_under_a_red_flag_there_is_nothing_to_do_here(home: Home) -> None:
    with_a_plan(home)
    home.wall.later(minutes=1)
    home.say(on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT))

    assert "There is no step right now." in text(home.get("/move/"))
    assert home.post(f"{WALK}start/").status_code == 200
    assert "There is no step right now." in text(home.post(f"{WALK}start/"))


def test_before_a_clinicians_word_breathing_and_mobility_can_be_read(home: Home) -> None:
    home.say(on.ClinicianFirstTold((ClinicianFirst.PREGNANCY,)), on.GateSet(Gate.CLINICIAN_FIRST))

    page = text(home.get("/move/choose/"))

    assert "Shoulder rolls" in page
    assert "Open and close" in page
    assert "Slow walk" not in page
    assert "There is no step today." in text(home.get("/move/shoulder-rolls/"))


def test_a_paused_plan_has_no_start(home: Home) -> None:
    with_a_plan(home)
    home.wall.later(minutes=1)
    home.say(on.GateSet(Gate.PAUSED))

    assert "Start:" not in text(home.get("/move/"))


# What was told already --------------------------------------------------------------------------


def test_what_is_left_of_a_step_is_offered(home: Home) -> None:
    with_a_plan(home)
    home.say(on.SessionTold(20))

    assert "What is left: 3 minutes" in text(home.get("/move/"))


def test_a_step_that_is_done_is_enough(home: Home) -> None:
    with_a_plan(home)
    home.say(on.SessionTold(50))

    page = text(home.get("/move/"))

    assert "Today's step is noted. Rest counts too." in page
    assert "Once more: 5 minutes" in page


# Every movement, in every language --------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("posture", Posture)
def test_every_movement_has_its_page(home: Home, language: str, posture: Posture) -> None:
    with_a_plan(home, movement=Movement.OWN, name="Dancing")
    home.say(on.PreferenceSet("language", language), on.PreferenceSet("posture", posture))

    for sheet in LIBRARY:
        answer = home.get(f"/move/{sheet.slug}/")
        way = sheet.way(posture)
        assert answer.status_code == 200
        assert answer.content.decode().count("<svg role=") in {1, 2}
        assert answer.content.decode().count("<li>") == len(way.steps)


@pytest.mark.parametrize("kind", Movement)
def test_every_kind_can_be_chosen_from(home: Home, kind: Movement) -> None:
    with_a_plan(home, movement=kind, unit=Unit.MINUTES)

    assert home.get("/move/choose/").status_code == 200


# In fog -----------------------------------------------------------------------------------------


def test_in_fog_there_is_a_drawing_one_sentence_and_start(home: Home) -> None:
    with_a_plan(home)
    home.say(on.PreferenceSet("fog", "on"))

    page = text(home.get("/move/"))

    assert "Walk slowly, as if you had all day." in page
    assert "Start: 5 minutes" in page
    for left_out in ("<li>", "Another movement", "Sitting", "Wear shoes"):
        assert left_out not in page
