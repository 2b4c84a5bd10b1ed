"""What lives in a chapter: one's own picture, the trap, the rule, four kinds, a step to take."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.beginning import BAD_DAY_AMOUNTS, UNIT_OF, start_of
from steadystep.core.facts import Gate
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import ClinicianFirst
from steadystep.web.home.life import twelve_weeks
from steadystep.web.learn.living import PARTS
from steadystep.web.record.words import words_for
from tests.web.begin.walking import ALL, FIRST, leads_to, tap

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.web.house import Home

DAY = "/learn/13/"
STEP = "/learn/13/step/"
RED = on.GateSet(Gate.RED_FLAG, RedFlagKind.CLINICIAN)


def page(home: Home, path: str = DAY) -> str:
    answer = home.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def begun(home: Home, *more: on.Event, **plan: object) -> None:
    """A plan of a walk of 5 minutes that has lasted for two days."""
    began = on.PlanStarted(
        **{"unit": Unit.MINUTES, "start": 50, "movement": Movement.WALK, "new_movement": False}  # type: ignore[arg-type]
        | plan
    )
    home.say(began, *more, at=home.wall() - timedelta(days=2))


def take(home: Home, kind: str, tenths: int, unit: Unit = Unit.MINUTES) -> HttpResponse:
    """Choose in the chapter, as its form would send it."""
    found = re.search(r'name="about" value="([^"]*)"', page(home))
    about = found[1] if found else ""
    return home.post(STEP, {"about": about, "kind": kind, f"amount-{unit}": str(tenths)})


# The picture ----------------------------------------------------------------------------------


def test_before_there_is_a_record_the_picture_is_an_invented_example(home: Home) -> None:
    assert "An invented example. It is nobody" in page(home)


def test_a_young_record_says_how_far_it_is_and_shows_the_example(home: Home) -> None:
    begun(home)

    shown = page(home)
    assert "It is too early to compare weeks: 0 of 8 so far." in shown
    assert "An invented example. It is nobody" in shown


def test_twelve_weeks_are_drawn_as_the_persons_own(home: Home) -> None:
    home.log.append(twelve_weeks(home.wall(), words_for("en"), "en"))

    shown = page(home)
    assert "Over the weeks pain shows no clear change." in shown
    assert "It is nobody" not in shown
    assert 'id="paradox-title"' in shown
    assert shown.count("<tbody>") == 1


def test_someone_who_stays_inside_a_limit_sees_no_example_of_a_growing_step(home: Home) -> None:
    begun(home, on.GateSet(Gate.PACING_ONLY))

    shown = page(home)
    assert "It is nobody" not in shown
    assert "It is too early to compare weeks" in shown


# The trap -------------------------------------------------------------------------------------


def test_the_trap_is_two_radios_two_drawings_and_their_words(home: Home) -> None:
    shown = page(home)

    assert shown.count('type="radio" name="trap"') == 2
    assert {"trap-more-title", "trap-same-title"} <= set(re.findall(r'id="([a-z-]+)"', shown))
    assert "In four days: 24 minutes, and three hard days." in shown
    assert "These days are invented." in shown


# The rule -------------------------------------------------------------------------------------


def test_the_rule_is_walked_with_the_persons_own_numbers(home: Home) -> None:
    begun(home, start=80)

    shown = page(home)
    assert "9 minutes. It is offered, and you may say no." in shown
    assert "Back to 8 minutes." in shown
    assert "What we wait for now" in shown


def test_without_a_step_the_rule_is_an_invented_example(home: Home) -> None:
    assert "An invented example, for a step of 5 minutes." in page(home)


@pytest.mark.parametrize("gate", [on.GateSet(Gate.PACING_ONLY), on.GateSet(Gate.PAUSED), RED])
def test_behind_a_gate_no_step_up_is_named(home: Home, gate: on.GateSet) -> None:
    begun(home, gate)

    shown = page(home)
    assert "No step up is offered to you now." in shown
    assert "It is offered, and you may say no." not in shown


# Four kinds -----------------------------------------------------------------------------------


def test_the_kind_of_the_plan_can_be_tried_and_the_others_are_shown(home: Home) -> None:
    begun(home)

    shown = page(home)
    assert shown.count("Try it</a>") == 1
    assert re.search(r'href="/move/[a-z/-]+">Try it', shown)
    assert all(name in shown for name in ("Slow walk", "Light strength", "Gentle mobility"))


def test_behind_a_red_flag_nothing_can_be_tried(home: Home) -> None:
    begun(home, RED)

    shown = page(home)
    assert "Nothing to try today." in shown
    assert "Try it</a>" not in shown


def test_before_a_clinicians_word_two_kinds_are_open(home: Home) -> None:
    begun(home, on.GateSet(Gate.CLINICIAN_FIRST))

    shown = page(home)
    kinds = shown[shown.index('class="living kinds"') : shown.index('id="step"')]
    assert kinds.count("Try it</a>") == 2
    assert "Slow walk" not in kinds


def test_without_a_plan_there_is_nothing_to_try_yet(home: Home) -> None:
    shown = page(home)

    assert "You can try one as soon as you have a step." in shown
    assert "Try it</a>" not in shown


# A step to take -------------------------------------------------------------------------------


def test_another_movement_begins_with_half_of_a_bad_day_and_is_on_today(home: Home) -> None:
    begun(home, on.DoseChosen(60), anchor="after_lunch")

    answer = take(home, "mobility", 50)

    assert answer.headers["Location"] == STEP
    plan = home.told(on.PlanStarted)[-1]
    assert (plan.movement, plan.start, plan.anchor) == (Movement.MOBILITY, 25, "after_lunch")
    assert "Gentle mobility, 2½ minutes" in page(home, STEP)
    assert "2½ minutes" in page(home, "/")


def test_times_are_read_from_the_field_of_times(home: Home) -> None:
    begun(home)

    take(home, "resistance", 60, Unit.REPS)

    plan = home.told(on.PlanStarted)[-1]
    assert (plan.unit, plan.start, plan.resistance) == (Unit.REPS, 30, True)


def test_the_movement_of_the_plan_gets_smaller_and_never_larger(home: Home) -> None:
    begun(home)

    larger = take(home, "walk", 200)
    assert larger.headers["Location"] == f"{STEP}?stays"
    assert "Nothing changed." in page(home, f"{STEP}?stays")
    assert home.told(on.DoseChosen) == []

    take(home, "walk", 50)
    assert home.told(on.DoseChosen) == [on.DoseChosen(25)]
    assert len(home.told(on.PlanStarted)) == 1


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_it_never_gives_a_larger_first_dose_than_the_first_run_would(
    home: Home, data: st.DataObject
) -> None:
    """Whatever the plan before, and however large its step."""
    kind = data.draw(st.sampled_from(list(UNIT_OF)))
    unit = UNIT_OF[kind]
    bad_day = data.draw(st.sampled_from(BAD_DAY_AMOUNTS[unit]))
    before = data.draw(st.sampled_from([10, 50, 100, 300]))
    home.wall.later(minutes=1)
    begun_at = home.wall()
    home.say(on.PlanStarted(unit=Unit.MINUTES, start=before, movement=Movement.WALK), at=begun_at)
    home.wall.later(minutes=1)

    take(home, kind, bad_day, unit)

    allowed = start_of(unit, bad_day)
    said = [one.event for one in home.entries() if one.recorded > begun_at]
    started = [one.start for one in said if isinstance(one, on.PlanStarted)]
    chosen = [one.dose for one in said if isinstance(one, on.DoseChosen)]
    assert all(one <= allowed for one in (*started, *chosen))
    assert len(started) + len(chosen) <= 1
    if kind == Movement.WALK:
        assert started == []
        assert all(one < before for one in chosen)


def test_a_form_sent_twice_is_heard_once(home: Home) -> None:
    begun(home)
    found = re.search(r'name="about" value="([^"]*)"', page(home))
    assert found
    sent = {"about": found[1], "kind": "mobility", "amount-minutes": "50"}
    sent["key"] = "6f1d4f3e-0d0f-4a1c-9d68-0b0a3b1a7f11"

    home.post(STEP, sent)
    assert home.post(STEP, sent).headers["Location"] == STEP

    assert len(home.told(on.PlanStarted)) == 2


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a movement and an amount."),
        ({"kind": "walk"}, "Choose a movement and an amount."),
        ({"kind": "running", "amount-minutes": "50"}, "We did not understand that answer."),
        ({"kind": "walk", "amount-minutes": "3000"}, "We did not understand that answer."),
    ],
)
def test_what_no_form_of_ours_sends_changes_nothing(
    home: Home, sent: dict[str, str], said: str
) -> None:
    begun(home)
    found = re.search(r'name="about" value="([^"]*)"', page(home))
    assert found

    answer = home.post(STEP, {"about": found[1], **sent})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert len(home.told(on.PlanStarted)) == 1


def test_an_old_page_changes_nothing(home: Home) -> None:
    begun(home)

    answer = home.post(STEP, {"about": "x", "kind": "mobility", "amount-minutes": "50"})

    assert answer.status_code == 422
    assert "That page was old." in answer.content.decode()


def test_a_movement_of_ones_own_can_get_smaller_too(home: Home) -> None:
    begun(home, movement=Movement.OWN, name="Watering plants")

    assert "Watering plants, 5 minutes" in page(home)
    take(home, "own", 20)

    assert home.told(on.DoseChosen) == [on.DoseChosen(10)]


@pytest.mark.parametrize(
    ("gate", "said", "address"),
    [
        (RED, "No step can be chosen now.", "/safety/red-flag/"),
        (on.GateSet(Gate.PAUSED), "Your plan rests", "/yours/pause/"),
    ],
)
def test_behind_a_gate_nothing_is_created_and_it_says_why(
    home: Home, gate: on.GateSet, said: str, address: str
) -> None:
    begun(home, gate)
    known = len(home.entries())

    shown = page(home)
    assert said in shown
    assert address in shown
    answer = home.post(STEP, {"about": "", "kind": "mobility", "amount-minutes": "50"})

    assert answer.headers["Location"] == STEP
    assert said in page(home, STEP)
    assert len(home.entries()) == known


def test_under_18_there_is_no_plan(home: Home) -> None:
    home.say(on.ClinicianFirstTold((ClinicianFirst.UNDER_18,)))

    shown = page(home)
    assert "There is no plan before 18." in shown
    assert "No step up is offered to you now." in shown


# Before the first run is over -----------------------------------------------------------------


def test_without_a_plan_the_choice_is_kept_through_the_questions_and_leads_back(home: Home) -> None:
    assert take(home, "mobility", 50).headers["Location"] == STEP
    shown = page(home, STEP)
    assert "Gentle mobility. It begins with 2½ minutes." in shown
    assert 'href="/begin/language/"' in shown
    assert home.told(on.PlanStarted) == []

    answer = None
    for path, data in ALL:
        if path not in ("/begin/movement/", "/begin/bad-day/"):
            assert leads_to(home) == path
            answer = tap(home, path, data)

    assert answer is not None
    assert answer.headers["Location"] == f"{DAY}#step"
    plan = home.told(on.PlanStarted)[-1]
    assert (plan.movement, plan.start, plan.anchor) == (Movement.MOBILITY, 25, "after_lunch")
    assert "Gentle mobility, 2½ minutes" in page(home)


def test_the_same_kind_chosen_again_keeps_what_was_told_of_it(home: Home) -> None:
    take(home, "walk", 50)
    home.wall.later(seconds=5)
    take(home, "walk", 100)

    assert [one.amount for one in home.told(on.BadDayTold)] == [50, 100]
    assert len(set(home.told(on.MovementChosen))) == 1


def test_a_red_flag_in_the_questions_stops_it(home: Home) -> None:
    take(home, "walk", 50)
    for path, data in FIRST:
        tap(home, path, data)
    tap(home, "/safety/1/", {"answer": "yes"})

    assert home.told(on.PlanStarted) == []
    assert "No step can be chosen now." in page(home)


# A bad day ------------------------------------------------------------------------------------


def test_a_bad_day_asks_for_the_movement_of_the_plan_alone(home: Home) -> None:
    begun(home, movement=Movement.RESISTANCE, unit=Unit.REPS, start=60)

    shown = page(home, "/learn/2/")
    assert 'type="hidden" name="kind" value="resistance"' in shown
    assert "Begin with 5 times" in shown
    assert home.told(on.DoseChosen) == []


def test_a_bad_day_before_a_plan_asks_for_the_movement_as_well(home: Home) -> None:
    shown = page(home, "/learn/2/")

    assert 'type="radio" name="kind" value="walk"' in shown


def test_the_page_of_a_step_that_nobody_chose_yet_is_the_form(home: Home) -> None:
    assert 'name="kind"' in page(home, STEP)


def test_every_name_of_the_pages_is_one_that_editors_may_write() -> None:
    from steadystep.chapters import LIVING, OPENS  # noqa: PLC0415 - told apart from our own names

    assert set(PARTS) <= set(LIVING) | set(OPENS)
