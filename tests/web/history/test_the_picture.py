"""The record's picture: which days, what is said of them, and what leads on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import steadystep.web.history
from steadystep.charts import chosen_css
from steadystep.core import events as on
from steadystep.core.events import Mark
from steadystep.core.facts import FlareWord
from steadystep.web.history.spans import DAYS, Span, shown
from tests.web.history.pages import markup_of, text_of
from tests.web.today.lives import begin, now_is, ordinary, say

if TYPE_CHECKING:
    from tests.web.house import Home

STYLESHEET = Path(steadystep.web.history.__file__).parent / "static" / "history" / "picture.css"
BEGAN = date(2026, 1, 5)


def five_weeks(home: Home) -> None:
    """Five weeks of walking, at usual but for one flare; today is day 36."""
    begin(home)
    ordinary(home, *range(1, 36))
    say(home, 20, 9, on.FlareTold(FlareWord.A_FLARE), on.Marked(Mark.TRAVEL))
    now_is(home, 36, 9)


# Which days -----------------------------------------------------------------------------------


def test_four_weeks_are_shown_if_nothing_else_is_asked() -> None:
    stretch = shown({}, began=BEGAN, today=BEGAN + timedelta(days=99))

    assert stretch.span == Span.MONTH
    assert stretch.until == BEGAN + timedelta(days=99)
    assert stretch.since == BEGAN + timedelta(days=72)
    assert stretch.earlier == BEGAN + timedelta(days=71)
    assert stretch.later is None


def test_a_week_before_leads_to_the_week_after_it() -> None:
    today = BEGAN + timedelta(days=99)
    stretch = shown(
        {"span": "week", "until": str(today - timedelta(days=7))}, began=BEGAN, today=today
    )

    assert (stretch.until - stretch.since).days == 6
    assert stretch.later == today


def test_all_is_all() -> None:
    stretch = shown({"span": "all"}, began=BEGAN, today=BEGAN + timedelta(days=4000))

    assert (stretch.since, stretch.earlier, stretch.later) == (BEGAN, None, None)


@pytest.mark.parametrize(
    "query",
    [
        {"span": "decade"},
        {"until": "tomorrow"},
        {"until": "0000-01-01"},
        {"until": "9999-12-31"},
        {"until": "2026-02-31"},
        {"until": "\u202e2026-01-06"},
        {"until": "<script>"},
        {"span": "", "until": ""},
    ],
)
def test_a_stretch_that_cannot_be_is_the_usual_one(query: dict[str, str]) -> None:
    today = BEGAN + timedelta(days=60)

    assert shown(query, began=BEGAN, today=today) == shown({}, began=BEGAN, today=today)


@given(
    span=st.sampled_from(Span),
    until=st.integers(-400, 400),
    days=st.integers(0, 300),
)
def test_no_stretch_leaves_the_record_and_none_is_longer_than_it_says(
    span: Span, until: int, days: int
) -> None:
    today = BEGAN + timedelta(days=days)
    query = {"span": span, "until": str(BEGAN + timedelta(days=until))}
    stretch = shown(query, began=BEGAN, today=today)

    assert BEGAN <= stretch.since <= stretch.until <= today
    assert (stretch.earlier is None) == (stretch.since == BEGAN)
    assert (stretch.later is None) == (stretch.until == today)
    if span in DAYS:
        assert (stretch.until - stretch.since).days + 1 == min(DAYS[span], days + 1)


# The page -------------------------------------------------------------------------------------


def test_before_the_first_step_there_is_a_kind_word(home: Home) -> None:
    answer = home.get("/history/")

    assert answer.status_code == 200
    assert "Your days will stand here" in text_of(answer)
    assert '<svg class="steadystep-record"' not in markup_of(answer)


def test_the_picture_comes_with_a_sentence_its_meanings_and_a_table(home: Home) -> None:
    five_weeks(home)
    answer = home.get("/history/")
    page = markup_of(answer)

    assert answer.status_code == 200
    assert "In these 28 days the step" in text_of(answer)
    assert "There was 1 flare." in text_of(answer)
    assert page.count('class="steadystep-record"') == 3
    assert "Something else went on that day" in page
    assert len(re.findall(r"<tr>", page)) == 29
    assert "Travel" in page


def test_a_page_of_pictures_has_no_style_of_its_own(home: Home) -> None:
    five_weeks(home)
    page = markup_of(home.get("/history/?span=all"))

    assert "<style" not in page
    assert " style=" not in page


def test_each_day_leads_to_its_own_page_latest_first(home: Home) -> None:
    five_weeks(home)
    page = markup_of(home.get("/history/?span=week"))
    days = re.findall(r'href="/history/(\d{4}-\d\d-\d\d)/"', page)

    assert days == [f"2026-06-{number:02}" for number in range(8, 1, -1)]


def test_a_few_days_have_one_picture_for_every_screen(home: Home) -> None:
    five_weeks(home)

    assert markup_of(home.get("/history/?span=week")).count('class="steadystep-record"') == 2
    assert 'class="picture narrow alone"' in markup_of(home.get("/history/?span=week"))
    assert "alone" not in markup_of(home.get("/history/"))


def test_the_week_before_is_a_tap_away(home: Home) -> None:
    five_weeks(home)
    page = text_of(home.get("/history/?span=week&until=2026-06-01"))

    assert "26 May 2026 to 1 Jun 2026" in page
    assert "Later" in page


def test_years_are_told_month_by_month_and_each_leads_to_its_picture(home: Home) -> None:
    begin(home)
    ordinary(home, *range(1, 130))
    now_is(home, 130, 9)
    answer = home.get("/history/?span=all")
    page = markup_of(answer)

    assert "Month by month" in text_of(answer)
    assert "?span=month&amp;until=2026-05-31" in page
    assert "The same as a table" not in text_of(answer)


def test_after_two_weeks_a_new_medicine_leads_to_usual(home: Home) -> None:
    five_weeks(home)
    say(home, 20, 10, on.Marked(Mark.MEDICATION_CHANGE))

    assert "You marked a new medicine on 23 May." in text_of(home.get("/history/"))


def test_the_picture_is_in_the_persons_language_and_time_still_runs_left_to_right(
    home: Home,
) -> None:
    five_weeks(home)
    home.say(on.PreferenceSet("language", "he"))
    page = markup_of(home.get("/history/"))

    assert '<html lang="he" dir="rtl"' in page
    assert page.count('direction="ltr"') == 3
    assert "כאב" in page


def test_what_a_person_called_something_cannot_break_out_of_the_page(home: Home) -> None:
    begin(home, name="<script>alert(1)</script>")
    say(home, 1, 9, on.NoteWritten("<img src=x onerror=alert(1)>"))
    now_is(home, 3, 9)

    for path in ("/history/", "/history/2026-05-04/", "/why/", "/history/marks/2026-05-04/"):
        page = markup_of(home.get(path))
        assert "<script>alert" not in page
        assert "<img" not in page


def test_the_stylesheet_holds_the_colours_of_the_picture() -> None:
    """After a change of colour, write `chosen_css()` into the file under its first line."""
    first, _, rest = STYLESHEET.read_text(encoding="utf-8").partition("\n")

    assert first.startswith("/*")
    assert rest == chosen_css()
