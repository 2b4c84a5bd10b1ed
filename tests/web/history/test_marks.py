"""What else went on: one tap, another tap to undo, and a note in one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.correcting import NOTE_LETTERS, of_day
from steadystep.core.events import Mark
from steadystep.core.facts import Gate
from tests.web.history.pages import keys_of, markup_of, text_of
from tests.web.today.lives import at, begin, now_is, ordinary, say

if TYPE_CHECKING:
    from tests.web.house import Home

TODAY = "/history/marks/2026-05-07/"


@pytest.fixture
def fourth_day(home: Home) -> Home:
    """The fourth morning of a plan."""
    begin(home)
    ordinary(home, 1, 2, 3)
    now_is(home, 4, 9)
    return home


def marks_on(home: Home, number: int) -> list[Mark]:
    """The marks of a numbered day."""
    entries = of_day(home.entries(), at(number, 12).date())
    return [one.event.mark for one in entries if isinstance(one.event, on.Marked)]


def notes_on(home: Home, number: int) -> list[str]:
    """The notes of a numbered day."""
    entries = of_day(home.entries(), at(number, 12).date())
    return [one.event.text for one in entries if isinstance(one.event, on.NoteWritten)]


# Marks ----------------------------------------------------------------------------------------


def test_marks_open_on_today(fourth_day: Home) -> None:
    answer = fourth_day.get("/history/marks/")

    assert answer.headers["Location"] == TODAY
    assert "Today. Tap what fits. Tap again to take it away." in text_of(fourth_day.get(TODAY))


@pytest.mark.parametrize("mark", Mark)
def test_one_tap_marks_today_and_another_takes_it_away(fourth_day: Home, mark: Mark) -> None:
    answer = fourth_day.post(TODAY, {"mark": mark.value})
    page = markup_of(fourth_day.get(answer.headers["Location"]))
    marked = marks_on(fourth_day, 4)
    fourth_day.post(TODAY, {"mark": mark.value})

    assert marked == [mark]
    assert f'value="{mark.value}" aria-pressed="true"' in page
    assert page.count('aria-pressed="true"') == 1
    assert marks_on(fourth_day, 4) == []


def test_another_day_is_marked_on_that_day(fourth_day: Home) -> None:
    fourth_day.post("/history/marks/2026-05-05/", {"mark": "travel"})

    assert marks_on(fourth_day, 2) == [Mark.TRAVEL]
    assert marks_on(fourth_day, 4) == []
    assert "Travel" in text_of(fourth_day.get("/history/2026-05-05/"))


def test_a_double_click_marks_once(fourth_day: Home) -> None:
    key = keys_of(fourth_day.get(TODAY))[0]
    for _ in range(2):
        fourth_day.post(TODAY, {"key": key, "mark": "stress"})

    assert marks_on(fourth_day, 4) == [Mark.STRESS]


@pytest.mark.parametrize("mark", ["", "fear", "<script>", "\u202eillness", "x" * 9000])
def test_a_mark_nobody_offered_is_not_taken(fourth_day: Home, mark: str) -> None:
    before = fourth_day.entries()
    answer = fourth_day.post(TODAY, {"mark": mark})

    assert answer.status_code == 422
    assert "Nothing was changed." in text_of(answer)
    assert fourth_day.entries() == before


def test_on_a_day_of_illness_a_pause_is_offered(fourth_day: Home) -> None:
    fourth_day.post(TODAY, {"mark": "illness"})
    page = markup_of(fourth_day.get(TODAY))

    assert "Pause while you are ill?" in page
    assert 'href="/yours/pause/"' in page


def test_an_illness_of_another_day_and_a_plan_that_rests_offer_none(fourth_day: Home) -> None:
    say(fourth_day, 2, 9, on.Marked(Mark.ILLNESS))
    assert "Pause while you are ill?" not in text_of(fourth_day.get("/history/marks/2026-05-05/"))

    say(fourth_day, 4, 8, on.Marked(Mark.ILLNESS), on.GateSet(Gate.PAUSED))
    assert "Pause while you are ill?" not in text_of(fourth_day.get(TODAY))


def test_two_weeks_after_a_new_medicine_usual_may_be_looked_at(fourth_day: Home) -> None:
    say(fourth_day, 2, 9, on.Marked(Mark.MEDICATION_CHANGE))
    said = "You marked a new medicine on 5 May. Your usual may be looked at again."
    assert said not in text_of(fourth_day.get(TODAY))

    now_is(fourth_day, 16, 9)
    assert said in text_of(fourth_day.get("/history/marks/2026-05-19/"))


# Which day ------------------------------------------------------------------------------------


def test_another_day_is_opened_by_its_date(fourth_day: Home) -> None:
    answer = fourth_day.get("/history/marks/?day=2026-05-05")

    assert answer.headers["Location"] == "/history/marks/2026-05-05/"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "Write a day such as 2026-05-31."),
        ("0000-00-00", "Write a day such as 2026-05-31."),
        ("2026-02-31", "Write a day such as 2026-05-31."),
        ("yesterday", "Write a day such as 2026-05-31."),
        ("\u202e2026-05-05", "Write a day such as 2026-05-31."),
        ("<script>alert(1)</script>", "Write a day such as 2026-05-31."),
        ("9999-12-31", "That day is still to come."),
        ("2026-05-03", "Your record begins after that day."),
    ],
)
def test_a_day_that_cannot_be_opened_is_answered_on_the_same_page(
    fourth_day: Home, day: str, said: str
) -> None:
    answer = fourth_day.client.get("/history/marks/", {"day": day})

    assert answer.status_code == 422
    assert said in text_of(answer)  # type: ignore[arg-type]
    assert "<script>alert" not in markup_of(answer)  # type: ignore[arg-type]
    assert markup_of(answer).count('aria-invalid="true"') == 1  # type: ignore[arg-type]


def test_before_there_is_a_plan_nothing_is_marked(home: Home) -> None:
    answer = home.get("/history/marks/", follow=True)

    assert answer.status_code == 404
    assert "Your record begins with your first step." in text_of(answer)
    assert home.get("/history/marks/?day=nonsense", follow=True).status_code == 404


# A note ---------------------------------------------------------------------------------------


def test_a_note_is_kept_in_the_persons_own_words(fourth_day: Home) -> None:
    fourth_day.post(TODAY, {"note": "Slept badly.\r\nRain <b>& wind</b>."})
    page = markup_of(fourth_day.get("/history/2026-05-07/"))

    assert notes_on(fourth_day, 4) == ["Slept badly.\nRain <b>& wind</b>."]
    assert "Slept badly.<br>Rain &lt;b&gt;&amp; wind&lt;/b&gt;." in page
    assert 'dir="auto"' in page


def test_a_note_is_written_over_and_taken_away(fourth_day: Home) -> None:
    for note in ("Rain.", "Sun.", " \u202e\u2066 "):
        fourth_day.post(TODAY, {"note": note})
        fourth_day.wall.later(minutes=1)

    assert notes_on(fourth_day, 4) == []


def test_what_turns_a_page_round_is_left_out_of_a_note(fourth_day: Home) -> None:
    fourth_day.post(TODAY, {"note": "good\u202e day\x00\ufeff, עם ✨"})

    assert notes_on(fourth_day, 4) == ["good day, עם ✨"]


def test_a_note_that_is_too_long_is_given_back_whole(fourth_day: Home) -> None:
    before = fourth_day.entries()
    note = "a" * (NOTE_LETTERS + 1)
    answer = fourth_day.post(TODAY, {"note": note})

    assert answer.status_code == 422
    assert f"That is too long. {NOTE_LETTERS} letters fit; this has 501." in text_of(answer)
    assert note in markup_of(answer)
    assert fourth_day.entries() == before


def test_a_note_that_just_fits_is_kept(fourth_day: Home) -> None:
    fourth_day.post(TODAY, {"note": "א" * NOTE_LETTERS})

    assert notes_on(fourth_day, 4) == ["א" * NOTE_LETTERS]


def test_longer_notes_from_elsewhere_may_be_kept_as_they_are(fourth_day: Home) -> None:
    say(fourth_day, 4, 8, on.NoteWritten("b" * 900), on.NoteWritten("c"))

    assert fourth_day.post(TODAY, {"note": "b" * 900 + "\nc"}).status_code == 302
    assert fourth_day.post(TODAY, {"note": "b" * 903}).status_code == 422
