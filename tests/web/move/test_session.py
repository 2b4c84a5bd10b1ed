"""A session: begun, ended, told as it was; and every clock and form that does not fit."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.facts import FlareWord, Gate
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.reasons import RedFlagKind
from steadystep.core.today import day_of
from steadystep.web.move.pacing import Begun, Unfit, begun, stamp
from tests.web.move.living import WALK, address, sessions, since, text, with_a_plan

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.web.house import Home

EAST = timezone(timedelta(hours=3))
NOT_A_NUMBER = (
    "",
    "-5",
    "1e9",
    "0x10",
    "9" * 30,
    "now",
    "<b>",
    "\u202e123",
    "١٧٧٧",
    "1777886400.5",
)
NO_AMOUNT = ("", "-5", "9" * 9, "many", "<script>", "\u202e50", "5 minutes", "1e2", "5.55", "301")
NO_COUNT = ("-1", "2.5", "many", "9" * 6, "<i>")


def finish(home: Home, part: str, *, ago: timedelta, at: str = WALK, **more: str) -> HttpResponse:
    told = {"since": since(home, ago), "step": "50", "part": part, **more}
    return home.post(f"{at}done/", told)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


# Begin ------------------------------------------------------------------------------------------


def test_start_leads_to_an_address_that_knows_when_it_began(home: Home) -> None:
    with_a_plan(home)

    answer = home.post(f"{WALK}start/")

    assert answer.status_code == 302
    assert answer["Location"] == address(home) + "&way=standing"


def test_starting_says_nothing_of_what_was_done(home: Home) -> None:
    with_a_plan(home)
    home.post(f"{WALK}start/")
    home.get(address(home))

    assert sessions(home) == []


def test_starting_the_same_movement_again_writes_no_preference(home: Home) -> None:
    with_a_plan(home)
    home.post(f"{WALK}start/")

    assert home.told(on.PreferenceSet) == []


def test_the_session_shows_words_and_an_end_without_any_script(home: Home) -> None:
    with_a_plan(home)

    page = text(home.get(address(home, minutes(1))))

    assert "From 8:29 a.m. to 8:34 a.m." in page
    for needed in ("Yes, 5 minutes", "Stop here", "Stop for today", "Slower", "More than planned"):
        assert needed in page


def test_the_rule_while_moving_is_always_there(home: Home) -> None:
    with_a_plan(home)

    page = text(home.get(address(home)))

    assert "Up to 2 more than at the start: go slower." in page
    assert "not settled after 30 minutes: stop for today." in page


def test_a_walk_has_a_way_back_and_a_seated_one_has_none(home: Home) -> None:
    with_a_plan(home)

    assert "Turn round now." in text(home.get(address(home) + "&way=standing"))
    assert "Turn round now." not in text(home.get(address(home) + "&way=sitting"))


def test_an_unknown_posture_in_an_address_is_taken_as_the_persons_own(home: Home) -> None:
    with_a_plan(home)

    assert "Wear shoes" in text(home.get(address(home) + "&way=flying"))


def test_stretching_has_a_slow_breath(home: Home) -> None:
    with_a_plan(home, movement=Movement.BREATH_STRETCH)

    page = text(home.get(address(home, of="/move/open-arms/")))

    assert "In for 4 seconds, out for 6." in page


def test_a_movement_of_another_kind_cannot_be_under_way(home: Home) -> None:
    with_a_plan(home)

    page = text(home.get(address(home, of="/move/arm-curl/")))

    assert "Stop here" not in page
    assert "Your plan is about another movement." in page


# End --------------------------------------------------------------------------------------------


def test_yes_is_all_of_the_step(home: Home) -> None:
    with_a_plan(home)

    answer = finish(home, "yes", ago=minutes(5))

    assert answer["Location"] == "/move/effort/"
    assert sessions(home) == [50]


def test_stopping_early_is_told_by_the_real_minutes(home: Home) -> None:
    with_a_plan(home)

    finish(home, "stop", ago=minutes(2.3))

    assert sessions(home) == [23]


def test_stopping_for_today_is_told_the_same_way_and_leads_to_rest(home: Home) -> None:
    with_a_plan(home)

    answer = finish(home, "rest", ago=minutes(2))

    assert answer["Location"] == "/move/rest/"
    assert sessions(home) == [20]


def test_a_forgotten_clock_is_no_longer_session(home: Home) -> None:
    with_a_plan(home)

    finish(home, "stop", ago=minutes(50))

    assert sessions(home) == [50]


def test_stopping_at_once_writes_nothing(home: Home) -> None:
    with_a_plan(home)

    answer = finish(home, "stop", ago=timedelta(seconds=3))

    assert answer["Location"] == "/move/"
    assert sessions(home) == []


def test_more_than_planned_is_noted_as_it_was_and_not_praised(home: Home) -> None:
    with_a_plan(home)

    answer = finish(home, "more", ago=minutes(12), amount="12½")

    assert sessions(home) == [125]
    assert answer["Location"] == "/move/effort/"
    assert "well" not in text(home.get("/move/effort/")).lower().split("<main")[1]


def test_repetitions_are_told_by_what_was_counted(home: Home) -> None:
    with_a_plan(home, movement=Movement.RESISTANCE, unit=Unit.REPS, step=60)

    finish(home, "stop", ago=minutes(1), at="/move/knee-bend/", step="60", count="4")

    assert sessions(home) == [40]


def test_repetitions_that_nobody_counted_are_a_bit(home: Home) -> None:
    with_a_plan(home, movement=Movement.RESISTANCE, unit=Unit.REPS, step=60)

    finish(home, "stop", ago=minutes(1), at="/move/knee-bend/", step="60", count="")

    assert sessions(home) == [30]


def test_a_plan_in_steps_is_told_without_a_clock(home: Home) -> None:
    with_a_plan(home, unit=Unit.STEPS, step=8000)
    page = text(home.get(address(home, step=8000)))

    finish(home, "stop", ago=minutes(6), step="8000")

    assert "800 steps" in page
    assert 'role="timer"' not in page
    assert sessions(home) == [4000]


def test_what_is_left_is_what_yes_means(home: Home) -> None:
    with_a_plan(home)
    home.say(on.SessionTold(20))
    home.wall.later(hours=1)

    page = text(home.get("/move/"))
    began = home.post(f"{WALK}start/")["Location"]
    finish(home, "yes", ago=minutes(3), step="30")

    assert "What is left: 3 minutes" in page
    assert "step=30" in began
    assert sessions(home) == [20, 30]


# Told once --------------------------------------------------------------------------------------


def test_a_double_click_is_one_session(home: Home) -> None:
    with_a_plan(home)
    began = since(home, minutes(5))

    for _ in range(2):
        home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    assert sessions(home) == [50]


def test_two_tabs_of_one_session_tell_it_once(home: Home) -> None:
    with_a_plan(home)
    began = since(home, minutes(5))
    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "stop"})
    home.wall.later(seconds=20)

    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    assert sessions(home) == [50]


def test_a_tap_on_today_meanwhile_is_the_same_session(home: Home) -> None:
    with_a_plan(home)
    began = since(home)
    home.wall.later(minutes=5)
    home.say(on.SessionTold(50))

    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    assert sessions(home) == [50]
    assert home.get(f"{WALK}go/?since={began}&step=50")["Location"] == "/move/effort/"


def test_what_is_told_of_yesterday_meanwhile_is_another_session(home: Home) -> None:
    with_a_plan(home)
    began = since(home)
    home.wall.later(minutes=5)
    yesterday = home.wall() - timedelta(days=1)
    home.say(on.SessionTold(50), at=yesterday)

    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    assert sessions(home) == [50, 50]


def test_a_flare_told_meanwhile_does_not_change_what_was_begun(home: Home) -> None:
    with_a_plan(home)
    began = since(home)
    home.wall.later(minutes=5)
    home.say(on.FlareTold(FlareWord.A_FLARE))

    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    assert sessions(home) == [50]


def test_a_red_flag_raised_meanwhile_ends_the_page(home: Home) -> None:
    with_a_plan(home)
    began = since(home)
    home.wall.later(minutes=1)
    home.say(on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT))

    page = text(home.get(f"{WALK}go/?since={began}&step=50"))

    assert "There is no step right now." in page


def test_after_an_undo_the_same_session_can_be_told_again(home: Home) -> None:
    with_a_plan(home)
    began = since(home, minutes(5))
    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "stop"})
    home.wall.later(seconds=5)
    (told,) = [one for one in home.entries() if isinstance(one.event, on.SessionTold)]
    home.say(on.TakenBack(told.key))
    home.wall.later(seconds=5)

    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    assert sessions(home) == [50, 50]


def test_a_second_session_of_a_day_is_a_session_of_its_own(home: Home) -> None:
    with_a_plan(home)
    finish(home, "stop", ago=minutes(2))
    home.wall.later(hours=2)

    finish(home, "yes", ago=minutes(3), step="30")

    assert sessions(home) == [20, 30]


# Clocks -----------------------------------------------------------------------------------------


def test_a_session_across_four_in_the_morning_belongs_to_the_day_it_began(home: Home) -> None:
    home.wall.time = datetime(2026, 5, 5, 3, 57, tzinfo=EAST)
    with_a_plan(home)
    began = since(home)
    home.wall.later(minutes=5)

    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    (told,) = [one for one in home.entries() if isinstance(one.event, on.SessionTold)]
    assert day_of(told.at).isoformat() == "2026-05-04"
    assert told.recorded == home.wall()


def test_the_effort_of_such_a_session_belongs_to_the_same_day(home: Home) -> None:
    home.wall.time = datetime(2026, 5, 5, 3, 57, tzinfo=EAST)
    with_a_plan(home)
    began = since(home)
    home.wall.later(minutes=5)
    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "yes"})

    home.post("/move/effort/", {"effort": "2"})

    (effort,) = [one for one in home.entries() if isinstance(one.event, on.EffortTold)]
    assert day_of(effort.at).isoformat() == "2026-05-04"


def test_an_ordinary_session_is_told_when_it_ends(home: Home) -> None:
    with_a_plan(home)

    finish(home, "yes", ago=minutes(5))

    (told,) = [one for one in home.entries() if isinstance(one.event, on.SessionTold)]
    assert told.at == home.wall()


def test_a_start_ahead_of_now_is_answered_plainly(home: Home) -> None:
    with_a_plan(home)

    answer = home.get(address(home, minutes(-5)))

    assert answer.status_code == 422
    assert "The clock has changed since you began." in text(answer)


def test_two_clocks_may_differ_a_little(home: Home) -> None:
    with_a_plan(home)

    assert home.get(address(home, timedelta(seconds=-50))).status_code == 200


def test_a_start_of_yesterday_is_answered_plainly_and_writes_nothing(home: Home) -> None:
    with_a_plan(home)

    for answer in (
        home.get(address(home, timedelta(hours=14))),
        finish(home, "yes", ago=timedelta(hours=14)),
    ):
        assert answer.status_code == 422
        assert "more than 3 hours ago" in text(answer)
    assert sessions(home) == []


@pytest.mark.parametrize("said", NOT_A_NUMBER)
@pytest.mark.parametrize("name", ["since", "step"])
def test_what_is_no_session_is_answered_plainly(home: Home, name: str, said: str) -> None:
    with_a_plan(home)
    told = {"since": str(since(home)), "step": "50", name: said}

    for answer in (
        home.client.get(f"{WALK}go/", told),
        home.post(f"{WALK}done/", {**told, "part": "yes"}),
    ):
        assert answer.status_code == 422
        assert "Start:" in answer.content.decode()
    assert sessions(home) == []


@pytest.mark.parametrize("said", NO_AMOUNT)
def test_an_amount_that_cannot_be_meant_is_asked_again(home: Home, said: str) -> None:
    """More than 300 minutes would be more than ten times the longest step."""
    with_a_plan(home)

    answer = finish(home, "more", ago=minutes(5), amount=said)

    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)
    assert sessions(home) == []


@pytest.mark.parametrize("said", NO_COUNT)
def test_a_count_that_cannot_be_meant_writes_nothing(home: Home, said: str) -> None:
    with_a_plan(home, movement=Movement.RESISTANCE, unit=Unit.REPS, step=60)

    answer = finish(home, "stop", ago=minutes(1), at="/move/knee-bend/", step="60", count=said)

    assert answer.status_code == 422
    assert sessions(home) == []


@pytest.mark.parametrize("part", ["", "all", "none", "<b>", "-1", "\u202eyes", "y" * 999])
def test_a_button_that_is_not_ours_is_answered_plainly(home: Home, part: str) -> None:
    with_a_plan(home)

    answer = finish(home, part, ago=minutes(5))

    assert answer.status_code == 422
    assert "Tap one of the buttons." in text(answer)
    assert sessions(home) == []


@pytest.mark.parametrize("count", ["-1", "two", "9" * 12, "<b>", "1.5", "²"])
def test_a_count_in_the_address_that_is_none_is_left_out(home: Home, count: str) -> None:
    with_a_plan(home, movement=Movement.RESISTANCE, unit=Unit.REPS, step=60)

    answer = home.client.get(
        "/move/knee-bend/go/", {"since": str(since(home)), "step": "60", "count": count}
    )

    assert answer.status_code == 200
    assert 'name="count" value=""' in answer.content.decode()


def test_a_count_survives_a_reload(home: Home) -> None:
    with_a_plan(home, movement=Movement.RESISTANCE, unit=Unit.REPS, step=60)

    page = text(home.get(address(home, of="/move/knee-bend/", step=60) + "&count=4"))

    assert 'name="count" value="4"' in page


def test_without_a_step_nothing_is_told(home: Home) -> None:
    answer = finish(home, "yes", ago=minutes(5))

    assert "There is no step right now." in text(answer)
    assert sessions(home) == []


@pytest.mark.parametrize("step", ["0", "301", "99999999999"])
def test_a_step_that_is_on_no_ladder_is_answered_plainly(home: Home, step: str) -> None:
    with_a_plan(home)

    assert finish(home, "yes", ago=minutes(5), step=step).status_code == 422
    assert sessions(home) == []


def test_what_was_done_counts_also_where_a_red_flag_was_raised_meanwhile(home: Home) -> None:
    with_a_plan(home)
    began = since(home)
    home.wall.later(minutes=3)
    home.say(on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT))

    home.post(f"{WALK}done/", {"since": began, "step": "50", "part": "rest"})

    assert sessions(home) == [30]


# The start itself -------------------------------------------------------------------------------


def test_a_session_counts_whole_tenths_of_a_minute() -> None:
    now = datetime(2026, 5, 4, 8, 30, tzinfo=EAST)

    assert Begun(now - timedelta(seconds=17), now, 50).minutes == 2
    assert Begun(now + timedelta(seconds=17), now, 50).minutes == 0


def test_a_start_is_read_in_the_persons_own_time() -> None:
    now = datetime(2026, 5, 4, 8, 30, tzinfo=EAST)
    session = begun(str(stamp(now)), "50", now, most=300)

    assert isinstance(session, Begun)
    assert session.since.utcoffset() == timedelta(hours=3)


def test_a_start_too_large_for_any_calendar_is_no_start() -> None:
    now = datetime(2026, 5, 4, 8, 30, tzinfo=EAST)

    assert begun("99999999999", "50", now, most=300) == Unfit.AHEAD
