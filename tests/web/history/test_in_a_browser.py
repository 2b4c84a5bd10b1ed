"""What was, in a browser: by keyboard, on the smallest phone, at twice the size, from the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.charts.theme import DARK, LIGHT
from steadystep.core import events as on
from steadystep.core.events import Mark, PreferenceSet
from steadystep.core.facts import FlareWord
from tests.web.house import barriers
from tests.web.today import lives
from tests.web.today.lives import begin, now_is, ordinary, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, ViewportSize

    from tests.web.house import Home, Site

pytestmark = pytest.mark.slow

SMALL_PHONE: ViewportSize = {"width": 320, "height": 568}
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FILL_OF_PAPER = "getComputedStyle(document.querySelector('.narrow .f-paper')).fill"
DATES = """() => [...document.querySelectorAll('.narrow svg text')]
  .filter(one => /\\d/.test(one.textContent) && /[^\\d\\s.,]/.test(one.textContent))
  .filter(one => one.getAttribute('text-anchor') == 'middle')
  .map(one => one.getBoundingClientRect())
  .sort((one, other) => one.top - other.top).slice(-4).map(one => one.left)"""


def four_weeks(home: Home) -> None:
    """Four weeks with a flare, marks, a note and a step of one's own; all of it was told."""
    begin(home)
    ordinary(home, *range(1, 29))
    say(home, 8, 9, on.PageSeen("week_one"))
    say(home, 12, 9, on.FlareTold(FlareWord.A_FLARE), on.Marked(Mark.ILLNESS))
    say(home, 13, 9, on.NoteWritten("יום קשה – pain 7, not 8."))
    for day in (27, 28):
        now_is(home, day, 9)
        home.get("/why/")
    now_is(home, 29, 9)


def usual(home: Home) -> None:
    lives.usual_moved(home)
    home.get("/")


def first_week(home: Home) -> None:
    begin(home)
    ordinary(home, *range(1, 8))
    now_is(home, 8, 9)


def nobody(home: Home) -> None:
    """No plan at all."""
    assert home.entries() == []


# A page by its state, where no walk along the links leads to it.
PAGES: dict[str, tuple[Callable[[Home], None], str]] = {
    "empty": (nobody, "/history/"),
    "no why": (nobody, "/why/"),
    "no day": (four_weeks, "/history/2027-01-01/"),
    "week": (four_weeks, "/history/?span=week"),
    "all": (four_weeks, "/history/?span=all"),
    "put right": (four_weeks, "/history/2026-05-15/?right"),
    "flare": (four_weeks, "/history/2026-05-14/flare/"),
    "why of a day": (four_weeks, "/why/2026-05-30/"),
    "marked": (four_weeks, "/history/marks/2026-05-15/"),
    "no such day": (four_weeks, "/history/marks/?day=nonsense"),
    "usual asked": (usual, "/history/usual/"),
    "usual taken": (usual, "/history/usual/?answer=take"),
    "week one": (first_week, "/history/week/"),
    "too much": (first_week, "/history/week/?was=too_much"),
    "no week": (lives.first_morning, "/history/week/"),
}


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_in_the_way_in_any_state(site: Site, name: str, language: str) -> None:
    """Axe finds nothing in either theme, and nothing is wider than the smallest phone."""
    live, path = PAGES[name]
    live(site.home)
    site.home.say(PreferenceSet("language", language), PreferenceSet("theme", "light"))
    site.page.set_viewport_size(SMALL_PHONE)
    page = site.open(path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    assert not page.evaluate(TOO_WIDE)
    assert barriers(page) == []
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert barriers(page, "color-contrast") == []
    page.evaluate("document.documentElement.dataset.size = '200'")
    assert not page.evaluate(TOO_WIDE)


def test_a_picture_at_twice_the_size_scrolls_in_its_own_frame(site: Site) -> None:
    four_weeks(site.home)
    site.home.say(PreferenceSet("text_size", "200"))
    site.page.set_viewport_size(SMALL_PHONE)
    page = site.open("/history/")
    frame = page.locator(".picture.narrow")

    assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert frame.evaluate("one => one.scrollLeft") > 0


def test_a_phone_and_a_desk_see_one_picture_each(site: Site) -> None:
    four_weeks(site.home)
    page = site.open("/history/")
    seen = [page.locator(f".picture.{one}").is_visible() for one in ("narrow", "desk")]
    page.set_viewport_size({"width": 1280, "height": 800})

    assert seen == [True, False]
    assert [page.locator(f".picture.{one}").is_visible() for one in ("narrow", "desk")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("theme", "screen", "paper"),
    [
        ("auto", "light", LIGHT.paper),
        ("auto", "dark", DARK.paper),
        ("light", "dark", LIGHT.paper),
        ("dark", "light", DARK.paper),
    ],
)
def test_the_picture_wears_the_theme_that_was_chosen(
    site: Site, theme: str, screen: str, paper: str
) -> None:
    four_weeks(site.home)
    site.home.say(PreferenceSet("theme", theme))
    page = site.window(color_scheme=screen)
    page.goto(site.address + "/history/")
    red, green, blue = (int(paper[one : one + 2], 16) for one in (1, 3, 5))

    assert page.evaluate(FILL_OF_PAPER) == f"rgb({red}, {green}, {blue})"


@pytest.mark.parametrize("language", ["en", "he"])
def test_time_runs_from_left_to_right_in_every_language(site: Site, language: str) -> None:
    four_weeks(site.home)
    site.home.say(PreferenceSet("language", language))
    left = site.open("/history/").evaluate(DATES)

    assert len(left) == 4
    assert left == sorted(left)
    page = site.open("/history/?span=week")
    arrow, heading = page.locator(".step").bounding_box(), page.locator("h2").first.bounding_box()
    assert arrow is not None
    assert heading is not None
    assert arrow["x"] < heading["x"]


def test_signs_and_numbers_keep_their_order_from_right_to_left(site: Site) -> None:
    """In "pain 7, not 8." and in an hour, each number stays whole and each sign at its number."""
    four_weeks(site.home)
    site.home.say(PreferenceSet("language", "he"), PreferenceSet("clock", "24"))
    page = site.open("/why/2026-05-31/")
    hour = page.get_by_text("08:00").first
    order = hour.evaluate(
        """one => {
          const text = [...one.childNodes].find(node => /08:00/.test(node.textContent));
          const at = text.textContent.indexOf('08:00');
          return [0, 1, 2, 3, 4].map(step => {
            const range = document.createRange();
            range.setStart(text, at + step);
            range.setEnd(text, at + step + 1);
            return range.getBoundingClientRect().left;
          });
        }"""
    )

    assert order == sorted(order)
    note = site.open("/history/2026-05-16/").locator(".note")
    assert note.evaluate("one => getComputedStyle(one).direction") == "rtl"


# By keyboard ----------------------------------------------------------------------------------


def test_yesterday_is_put_right_by_keyboard_alone(site: Site) -> None:
    four_weeks(site.home)
    page = site.open("/history/2026-05-31/")
    to(page, "How it was")
    page.keyboard.press("Enter")
    page.wait_for_url("**/answer/")
    page.locator("[name=pain]:checked").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    to(page, "Save")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2026-05-31/?right")

    assert "Pain 7" in page.inner_text("main")
    assert "What you were told stays as it was." in page.inner_text("main")


def test_a_day_is_marked_in_one_tap_and_unmarked_in_another(site: Site) -> None:
    four_weeks(site.home)
    page = site.open("/history/marks/2026-06-01/")
    page.get_by_role("button", name="Stress").click()
    page.wait_for_url("**/?saved")
    pressed = page.get_by_role("button", name="Stress").get_attribute("aria-pressed")
    page.get_by_role("button", name="Stress").press("Enter")
    page.wait_for_selector("[value=stress][aria-pressed=false]")

    assert pressed == "true"
    assert [type(one) for one in site.home.told(on.Marked)[-1:]] == [on.Marked]
    assert isinstance(site.home.entries()[-1].event, on.TakenBack)


def test_what_is_folded_opens_by_keyboard(site: Site) -> None:
    four_weeks(site.home)
    page = site.open("/history/?span=week")
    to(page, "The same as a table")
    page.keyboard.press("Enter")

    assert page.get_by_role("table").is_visible()


def test_every_page_works_without_a_script(site: Site) -> None:
    four_weeks(site.home)
    page = site.window(java_script_enabled=False)
    page.goto(site.address + "/history/marks/2026-06-01/")
    page.get_by_role("button", name="Travel").click()

    assert page.get_by_role("button", name="Travel").get_attribute("aria-pressed") == "true"


def to(page: Page, name: str, most: int = 60) -> None:
    """Move with the tabulator to what has this name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith(name):
            return
    pytest.fail(f"the tabulator leads to no {name!r}")
