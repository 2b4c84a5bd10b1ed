"""A day looked at, and put right: what was told stays, and today goes by what is right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.correcting import of_day
from steadystep.core.facts import FlareWord
from steadystep.core.today import today_of
from tests.web.history.pages import keys_of, markup_of, text_of
from tests.web.today.lives import at, begin, now_is, ordinary, say

if TYPE_CHECKING:
    from steadystep.core.events import Event
    from tests.web.house import Home

# The plan begins on Monday 4 May; today is Monday 11 May.
WEDNESDAY = "2026-05-06"
TOLD = on.DecisionGiven(
    50, 50, None, None, ("Same step today: 5 minutes.", "This is day 3 of 7."), "en"
)


@pytest.fixture
def week(home: Home) -> Home:
    """A week at usual, its Wednesday told; Tuesday nobody said anything."""
    begin(home)
    ordinary(home, 1, 3, 4, 5, 6, 7)
    say(home, 3, 8.1, TOLD)
    now_is(home, 8, 9)
    return home


def said_on(home: Home, number: int) -> list[Event]:
    """What counts of a numbered day, without the taking back."""
    entries = of_day(home.entries(), at(number, 12).date())
    return [one.event for one in entries if not isinstance(one.event, on.TakenBack)]


# Looking --------------------------------------------------------------------------------------


def test_a_day_shows_what_was_told_word_for_word_and_what_was_said(week: Home) -> None:
    page = text_of(week.get(f"/history/{WEDNESDAY}/"))

    assert "Wednesday, 6 May" in page
    assert "Same step today: 5 minutes. This is day 3 of 7. Told at 8:06 a.m." in page
    assert "Pain 4 · Fatigue 5 · Sleep 3" in page
    assert "5 minutes done" in page


def test_words_told_in_hebrew_stay_hebrew_on_an_english_page(week: Home) -> None:
    say(week, 4, 8.1, on.DecisionGiven(50, 50, None, None, ("הצעד נשאר.",), "he"))
    page = markup_of(week.get("/history/2026-05-07/"))

    assert '<div lang="he" dir="rtl"><p class="lead">הצעד נשאר.</p></div>' in page


def test_of_several_tellings_the_last_stands_first(week: Home) -> None:
    later = on.DecisionGiven(50, 30, None, None, ("A smaller step today.",), "en")
    say(week, 3, 19, later)
    page = text_of(week.get(f"/history/{WEDNESDAY}/"))

    assert page.index("A smaller step today.") < page.index("Earlier that day")
    assert page.index("Earlier that day") < page.index("Same step today: 5 minutes.")


def test_a_telling_without_its_sentences_tells_the_step(week: Home) -> None:
    say(week, 4, 8.1, on.DecisionGiven(50, 50), on.DecisionGiven(None, None))
    page = text_of(week.get("/history/2026-05-07/"))

    assert "There was no step." in page
    assert "The step was 5 minutes." in page


def test_a_day_nobody_was_told_anything_says_what_the_rule_says(week: Home) -> None:
    page = text_of(week.get("/history/2026-05-05/"))

    assert "Nothing was shown that day. By the rule the step was 5 minutes." in page
    assert page.count("Add") == 4


@pytest.mark.parametrize(
    "day",
    ["0000-00-00", "2026-02-31", "2026-13-01", "2026-5-6", "today", "6.5.2026", "%E2%80%AE2026"],
)
def test_what_is_no_day_leads_nowhere(week: Home, day: str) -> None:
    for path in (f"/history/{day}/", f"/why/{day}/", f"/history/{day}/answer/"):
        assert week.get(path).status_code == 404


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-05-12", "That day is still to come."),
        ("9999-12-31", "That day is still to come."),
        ("2026-05-03", "Your record begins after that day."),
        ("0001-01-01", "Your record begins after that day."),
    ],
)
def test_a_day_off_the_record_is_told_kindly_and_nothing_is_written(
    week: Home, day: str, said: str
) -> None:
    before = week.entries()
    answers = [
        week.get(f"/history/{day}/"),
        week.get(f"/why/{day}/"),
        week.get(f"/history/marks/{day}/"),
        week.post(f"/history/{day}/answer/", {"pain": "4"}),
        week.post(f"/history/{day}/session/", {"part": "yes"}),
        week.post(f"/history/{day}/flare/"),
        week.post(f"/history/{day}/remove/", {"what": before[0].key}),
        week.post(f"/history/marks/{day}/", {"mark": "illness"}),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert all(said in text_of(answer) for answer in answers)
    assert week.entries() == before


def test_before_there_is_a_plan_no_day_is_on_record(home: Home) -> None:
    answer = home.get("/history/2026-05-04/")

    assert answer.status_code == 404
    assert "Your record begins with your first step." in text_of(answer)


# An answer ------------------------------------------------------------------------------------


def test_an_answer_is_changed_and_what_was_told_stays(week: Home) -> None:
    answer = week.post(f"/history/{WEDNESDAY}/answer/", {"pain": "7", "fatigue": "5", "sleep": "3"})
    page = text_of(week.get(answer.headers["Location"]))

    assert answer.status_code == 302
    assert "Saved. Today's step uses this. What you were told stays as it was." in page
    assert "Same step today: 5 minutes." in page
    assert "Pain 7 · Fatigue 5 · Sleep 3" in page
    assert on.CheckedIn(70, 50, 30, remembered=True) in said_on(week, 3)
    assert on.CheckedIn(40, 50, 30) not in said_on(week, 3)


def test_todays_step_uses_what_was_put_right(week: Home) -> None:
    before = today_of(week.entries(), week.wall())
    for day in ("2026-05-09", "2026-05-10"):
        week.post(f"/history/{day}/answer/", {"pain": "10"})
    after = today_of(week.entries(), week.wall())

    assert before.decision is not None
    assert after.decision is not None
    assert after.decision.reason != before.decision.reason


def test_a_day_of_long_ago_put_right_reaches_todays_page(home: Home) -> None:
    """What was put aside to make today quick is dropped where a correction lies behind it."""
    begin(home)
    ordinary(home, *range(1, 20))
    now_is(home, 20, 9)
    home.get("/")
    home.post("/history/2026-05-05/answer/", {"pain": "10", "fatigue": "10"})
    home.post("/history/2026-05-06/remove/", {"what": home.entries()[5].key})

    assert home.log.today(home.wall()) == today_of(home.entries(), home.wall())


def test_a_forgotten_answer_is_added_at_noon_of_its_day(week: Home) -> None:
    week.post("/history/2026-05-05/answer/", {"pain": "4"})
    last = week.entries()[-1]

    assert (last.event, last.at) == (on.CheckedIn(pain=40, remembered=True), at(2, 12))
    assert last.recorded == week.wall()


def test_the_form_opens_on_what_is_on_record(week: Home) -> None:
    page = markup_of(week.get(f"/history/{WEDNESDAY}/answer/"))

    assert page.count(" checked") == 3
    assert 'name="pain" value="4" checked' in page


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"pain": ""},
        {"pain": "11"},
        {"pain": "-1"},
        {"pain": "4.5"},
        {"pain": "four"},
        {"pain": "4" * 5000},
        {"pain": "٤"},
        {"pain": "\u202e4"},
        {"pain": "<script>"},
        {"pain": "4", "fatigue": "99"},
    ],
)
def test_no_answer_is_taken_that_the_page_does_not_offer(week: Home, form: dict[str, str]) -> None:
    before = week.entries()
    answer = week.post(f"/history/{WEDNESDAY}/answer/", form)

    assert answer.status_code == 422
    assert "Nothing was changed." in text_of(answer)
    assert week.entries() == before


def test_what_was_picked_stays_picked_beside_what_was_wrong(week: Home) -> None:
    answer = week.post(f"/history/{WEDNESDAY}/answer/", {"pain": "6", "fatigue": "x"})

    assert 'name="pain" value="6" checked' in markup_of(answer)


# Movement -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "done"),
    [
        ({"part": "none"}, 0),
        ({"part": "a_bit"}, 25),
        ({"part": "yes"}, 50),
        ({"amount": "8"}, 80),
        ({"amount": "2,5"}, 25),
        ({"amount": "2½"}, 25),
    ],
)
def test_what_was_done_is_put_right(week: Home, form: dict[str, str], done: int) -> None:
    answer = week.post(f"/history/{WEDNESDAY}/session/", form)

    assert answer.status_code == 302
    assert [one for one in said_on(week, 3) if isinstance(one, on.SessionTold)] == [
        on.SessionTold(done)
    ]


def test_a_session_keeps_its_hour_and_a_forgotten_one_has_noon(week: Home) -> None:
    week.post(f"/history/{WEDNESDAY}/session/", {"part": "yes"})
    kept = week.entries()[-1]
    week.post("/history/2026-05-05/session/", {"part": "yes"})

    assert kept.at == at(3, 10)
    assert week.entries()[-1].at == at(2, 12)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"part": "all"},
        {"part": ""},
        {"amount": ""},
        {"amount": "-5"},
        {"amount": "1e9"},
        {"amount": "99999999999"},
        {"amount": "five"},
        {"amount": "<b>5</b>"},
        {"amount": "\u202e5\u202c!"},
    ],
)
def test_no_amount_is_taken_that_nobody_could_have_meant(week: Home, form: dict[str, str]) -> None:
    before = week.entries()
    answer = week.post(f"/history/{WEDNESDAY}/session/", form)

    assert answer.status_code == 422
    assert "Nothing was changed." in text_of(answer)
    assert week.entries() == before


def test_where_there_was_no_step_an_amount_can_still_be_told(week: Home) -> None:
    say(week, 4, 8.2, on.DecisionGiven(None, None))

    assert "All of it" not in text_of(week.get("/history/2026-05-07/session/"))
    assert week.post("/history/2026-05-07/session/", {"part": "yes"}).status_code == 422
    assert week.post("/history/2026-05-07/session/", {"amount": "3"}).status_code == 302


# A flare, and removing ------------------------------------------------------------------------


def test_a_flare_can_be_told_afterwards_and_is_told_once(week: Home) -> None:
    assert "It was a flare" in text_of(week.get(f"/history/{WEDNESDAY}/"))
    assert week.get(f"/history/{WEDNESDAY}/flare/").status_code == 200

    for _ in range(2):
        week.post(f"/history/{WEDNESDAY}/flare/")

    assert said_on(week, 3).count(on.FlareTold(FlareWord.A_FLARE)) == 1
    assert "It was a flare" not in text_of(week.get(f"/history/{WEDNESDAY}/"))


def test_what_was_said_can_be_removed(week: Home) -> None:
    page = markup_of(week.get(f"/history/{WEDNESDAY}/"))
    keys = re.findall(r'name="what" value="([^"]+)"', page)

    for key in keys:
        assert week.post(f"/history/{WEDNESDAY}/remove/", {"what": key}).status_code == 302

    assert len(keys) == 2
    assert said_on(week, 3) == [TOLD]


@pytest.mark.parametrize("what", ["", "nobody", "\u202e", "<script>", "x" * 5000])
def test_what_was_never_said_cannot_be_removed(week: Home, what: str) -> None:
    before = week.entries()

    assert week.post(f"/history/{WEDNESDAY}/remove/", {"what": what}).status_code == 302
    assert week.entries() == before


def test_neither_a_telling_nor_the_plan_can_be_removed(week: Home) -> None:
    before = week.entries()
    for one in before:
        if isinstance(one.event, on.DecisionGiven | on.PlanStarted):
            week.post(f"/history/{WEDNESDAY}/remove/", {"what": one.key})
            week.post("/history/2026-05-04/remove/", {"what": one.key})

    assert week.entries() == before


def test_removing_needs_a_form_of_ours(week: Home) -> None:
    assert week.get(f"/history/{WEDNESDAY}/remove/").status_code == 405
    answer = week.client.post(f"/history/{WEDNESDAY}/answer/", {"pain": "4"})

    assert answer.status_code == 422


# Twice ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [WEDNESDAY, "2026-05-05"])
@pytest.mark.parametrize(
    ("path", "form"),
    [("answer", {"pain": "6"}), ("session", {"part": "a_bit"}), ("flare", {})],
)
def test_a_double_click_counts_once(week: Home, day: str, path: str, form: dict[str, str]) -> None:
    (key, *_) = keys_of(week.get(f"/history/{day}/{path}/"))
    week.post(f"/history/{day}/{path}/", {"key": key, **form})
    once = week.entries()
    again = week.post(f"/history/{day}/{path}/", {"key": key, **form})

    assert again.status_code == 302
    assert week.entries() == once


def test_of_two_tabs_the_last_word_counts(week: Home) -> None:
    first, second = (keys_of(week.get(f"/history/{WEDNESDAY}/answer/"))[0] for _ in range(2))
    week.post(f"/history/{WEDNESDAY}/answer/", {"key": first, "pain": "6"})
    week.wall.later(minutes=1)
    week.post(f"/history/{WEDNESDAY}/answer/", {"key": second, "pain": "3"})

    answers = [one for one in said_on(week, 3) if isinstance(one, on.CheckedIn)]
    assert answers == [on.CheckedIn(pain=30, remembered=True)]
