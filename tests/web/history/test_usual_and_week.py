"""The review of usual, and the page that closes the first week."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.events import Mark
from tests.web.history.pages import keys_of, markup_of, text_of
from tests.web.today import lives
from tests.web.today.lives import begin, now_is, ordinary, say

if TYPE_CHECKING:
    from tests.web.house import Home

USUAL, WEEK = "/history/usual/", "/history/week/"
SEEN = on.PageSeen("week_one")


@pytest.fixture
def moved(home: Home) -> Home:
    """Day 43: usual pain stood at 4, and the answers lie at 5 by now. It is told already."""
    lives.usual_moved(home)
    home.get("/")
    return home


@pytest.fixture
def eighth_day(home: Home) -> Home:
    """The morning after the first week, a day of it silent."""
    begin(home)
    ordinary(home, 1, 2, 3, 5, 6, 7)
    now_is(home, 8, 9)
    return home


# Usual ----------------------------------------------------------------------------------------


def test_at_any_time_the_present_usual_stands_there_and_where_it_comes_from(home: Home) -> None:
    begin(home)
    now_is(home, 2, 9)
    page = text_of(home.get(USUAL))

    assert "Usual pain 4 You told us on 4 May. A warning starts at" in page
    assert "Usual fatigue 5 You told us on 4 May." in page
    assert "Keep" not in page


def test_before_there_is_any_it_says_how_it_comes(home: Home) -> None:
    assert "Your usual comes from your first answers." in text_of(home.get(USUAL))
    begin(home, usual_pain=None, usual_fatigue=None)

    assert "We are still learning what is usual for you." in text_of(home.get(USUAL))


def test_where_no_number_can_warn_the_word_does(home: Home) -> None:
    begin(home, usual_pain=90)
    now_is(home, 2, 9)

    assert "Your own word shows a flare here, since no number can." in text_of(home.get(USUAL))


def test_old_and_new_stand_side_by_side_with_a_picture_of_both(moved: Home) -> None:
    answer = moved.get(USUAL)
    page = text_of(answer)

    assert "Is this your usual now?" in page
    assert "Usual pain 4 From your answers, since" in page
    assert "Your answers lately 5 The middle of the last four weeks." in page
    assert "a new week at the same step begins" in page
    assert "This is worth telling your clinician." in page
    assert markup_of(answer).count("stroke-dasharray") == 1
    assert "Keep 4 Take 5" in page


def test_the_higher_one_is_taken(moved: Home) -> None:
    answer = moved.post(USUAL, {"answer": "take"})
    page = text_of(moved.get(answer.headers["Location"]))

    assert moved.told(on.UsualAnswered) == [on.UsualAnswered(take=True)]
    assert "Taken. A new week at the same step begins. This is worth telling" in page
    assert "Usual pain 5 You chose it on 15 June." in page


def test_the_present_one_is_kept(moved: Home) -> None:
    answer = moved.post(USUAL, {"answer": "keep"})
    page = text_of(moved.get(answer.headers["Location"]))

    assert moved.told(on.UsualAnswered) == [on.UsualAnswered(take=False)]
    assert "Kept as it is. We look again in a few weeks." in page
    assert "Usual pain 4 From your answers" in page


@pytest.mark.parametrize("said", ["", "yes", "<script>", "\u202etake", "t" * 9000])
def test_an_answer_nobody_offered_is_not_taken(moved: Home, said: str) -> None:
    answer = moved.post(USUAL, {"answer": said})

    assert answer.status_code == 422
    assert "Nothing was changed." in text_of(answer)
    assert moved.told(on.UsualAnswered) == []


def test_where_nothing_is_asked_nothing_is_answered(home: Home) -> None:
    begin(home)
    answer = home.post(USUAL, {"answer": "take"})

    assert answer.status_code == 422
    assert "Nothing is asked now. Your usual is as it was." in text_of(answer)
    assert home.told(on.UsualAnswered) == []


def test_of_two_tabs_the_first_answer_counts(moved: Home) -> None:
    first, second = (keys_of(moved.get(USUAL))[0] for _ in range(2))
    moved.post(USUAL, {"key": first, "answer": "keep"})
    again = moved.post(USUAL, {"key": first, "answer": "keep"})
    other = moved.post(USUAL, {"key": second, "answer": "take"})

    assert again.status_code == 302
    assert other.status_code == 422
    assert moved.told(on.UsualAnswered) == [on.UsualAnswered(take=False)]


def test_a_new_medicine_is_a_reason_to_look(home: Home) -> None:
    begin(home)
    say(home, 1, 9, on.Marked(Mark.MEDICATION_CHANGE))
    now_is(home, 16, 9)

    assert "You marked a new medicine on 4 May. Does your usual still fit?" in text_of(
        home.get(USUAL)
    )


# The first week -------------------------------------------------------------------------------


def test_the_week_is_closed_with_what_there_was_of_it(eighth_day: Home) -> None:
    page = text_of(eighth_day.get(WEEK))

    assert "Seven days. How was it?" in page
    assert "You moved on 6 days. You answered on 6 days." in page


def test_a_week_of_silence_is_welcome_as_well(home: Home) -> None:
    begin(home)
    now_is(home, 9, 9)

    assert "A week has passed, and you are here." in text_of(home.get(WEEK))


@pytest.mark.parametrize("was", ["easier", "right"])
def test_an_answer_closes_the_week_and_leads_to_today(eighth_day: Home, was: str) -> None:
    answer = eighth_day.post(WEEK, {"was": was})

    assert answer.headers["Location"] == "/"
    assert eighth_day.told(on.PageSeen) == [SEEN, on.PageSeen(f"week_one.{was}")]
    assert eighth_day.told(on.DoseChosen) == []


def test_too_much_leads_to_one_rung_less(eighth_day: Home) -> None:
    answer = eighth_day.post(WEEK, {"was": "too_much"})
    page = markup_of(eighth_day.get(answer.headers["Location"]))
    eighth_day.post(WEEK, {"was": "smaller", "level": "50"})

    assert "From 5 minutes to 4 minutes." in page
    assert "Stay at 5 minutes" in page
    assert 'name="level" value="50"' in page
    assert eighth_day.told(on.DoseChosen) == [on.DoseChosen(40)]


def test_on_the_smallest_step_too_much_leads_to_today(home: Home) -> None:
    begin(home, start=5)
    ordinary(home, *range(1, 8), done=5)
    now_is(home, 8, 9)

    assert home.post(WEEK, {"was": "too_much"}).headers["Location"] == "/"
    assert home.post(WEEK, {"was": "smaller", "level": "5"}).status_code == 422


def test_two_tabs_go_one_rung_down_and_not_two(eighth_day: Home) -> None:
    form = {"was": "smaller", "level": "50"}
    key = keys_of(eighth_day.get(f"{WEEK}?was=too_much"))[0]
    eighth_day.post(WEEK, {"key": key, **form})
    eighth_day.post(WEEK, {"key": key, **form})
    other = eighth_day.post(WEEK, form)

    assert other.status_code == 422
    assert "That page was old." in text_of(other)
    assert eighth_day.told(on.DoseChosen) == [on.DoseChosen(40)]


@pytest.mark.parametrize("was", ["", "awful", "<b>", "\u202eright", "r" * 9000])
def test_an_answer_the_page_does_not_have_is_not_taken(eighth_day: Home, was: str) -> None:
    answer = eighth_day.post(WEEK, {"was": was})

    assert answer.status_code == 422
    assert "Nothing was changed." in text_of(answer)
    assert eighth_day.told(on.PageSeen) == []


def test_before_the_eighth_day_there_is_no_such_page(home: Home) -> None:
    assert home.get(WEEK).status_code == 404
    begin(home)
    now_is(home, 7, 9)
    answer = home.post(WEEK, {"was": "right"})

    assert answer.status_code == 404
    assert "This page comes after seven days." in text_of(answer)
    assert home.told(on.PageSeen) == []
