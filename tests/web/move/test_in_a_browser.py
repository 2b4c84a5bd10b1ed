"""The session in a real browser: a clock that survives, a breath, a count, keys alone."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from tests.web.house import barriers, until
from tests.web.move.living import WALK, address, sessions, since, with_a_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from playwright.sync_api import Page

    from tests.web.house import Site

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).parents[3] / "src/steadystep/web/move/static/move/session.js"
SMALL = {"width": 320, "height": 568}
MOST_PACKED_BYTES = 4 * 1024
LEAST_PIXELS = 48
# What is tapped; a radio or a field inside its label is tapped by the label.
TAPPED = "a:visible, button:visible, summary:visible, input:not([type=hidden]):visible"


@pytest.fixture
def walker(site: Site) -> Site:
    """Somebody whose step is a walk of 5 minutes, with a browser whose clock can be set."""
    with_a_plan(site.home)
    return site


def under_way(site: Site, *, at: str = WALK, page: Page | None = None, ago: float = 0) -> Page:
    """A session that began some seconds ago, on a page whose clock stands under our hand."""
    page = page or site.page
    stand_still(page, site.home.wall.time)
    step = 60 if "knee" in at else 50
    page.goto(site.address + address(site.home, timedelta(seconds=ago), of=at, step=step))
    return page


def stand_still(page: Page, at: datetime) -> None:
    """Put the page's clock under our hand."""
    page.clock.install(time=at - timedelta(hours=1))
    page.clock.pause_at(at)


def pass_by(site: Site, page: Page, seconds: float) -> None:
    """Time passes for the person and for the machine that serves the page."""
    site.home.wall.later(seconds=seconds)
    page.clock.run_for(int(seconds * 1000))


def left(page: Page) -> str:
    return page.get_by_role("timer").inner_text()


def said(page: Page) -> str:
    return page.locator("[data-said]").inner_text()


# The clock --------------------------------------------------------------------------------------


def test_five_minutes_from_start_to_told(walker: Site) -> None:
    page = walker.page
    stand_still(page, walker.home.wall.time)
    page.goto(walker.address + "/move/")
    page.get_by_role("button", name="Start: 5 minutes").click()
    assert left(page) == "5:00"

    pass_by(walker, page, 60)
    assert left(page) == "4:00"
    assert page.title() == "4:00 · Slow walk"
    assert not page.get_by_role("button", name="Yes, 5 minutes").is_visible()

    pass_by(walker, page, 90)
    assert said(page) == "Turn round now."
    assert page.title() == "Turn round now. · Slow walk"

    pass_by(walker, page, 150)
    assert left(page) == "0:00"
    assert said(page) == "That is your step: 5 minutes."
    assert not page.get_by_role("button", name="Stop here").is_visible()

    page.get_by_role("button", name="Yes, 5 minutes").click()
    page.get_by_role("button", name="2 easy").click()
    page.wait_for_url(walker.address + "/*")
    assert sessions(walker.home) == [50]
    assert walker.home.told(on.EffortTold) == [on.EffortTold(2)]


def test_half_a_minute_after_the_turn_the_time_is_back_in_the_title(walker: Site) -> None:
    page = under_way(walker, ago=149)

    pass_by(walker, page, 40)

    assert page.title() == "1:51 · Slow walk"
    assert said(page) == "Turn round now."


def test_a_locked_screen_takes_no_time_away(walker: Site) -> None:
    """While the phone sleeps no timer fires; afterwards one look at the wall is enough."""
    page = under_way(walker)

    page.clock.fast_forward("04:50")

    assert left(page) == "0:10"


def test_a_phone_unlocked_after_the_end_says_so(walker: Site) -> None:
    page = under_way(walker)

    page.clock.fast_forward("20:00")

    assert left(page) == "0:00"
    assert page.get_by_role("button", name="Yes, 5 minutes").is_visible()


def test_a_tab_that_comes_back_is_right_at_once(walker: Site) -> None:
    page = under_way(walker)
    page.clock.set_system_time(walker.home.wall.time + timedelta(minutes=2))

    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    assert left(page) == "3:00"


def test_a_reload_takes_no_time_away(walker: Site) -> None:
    page = under_way(walker)
    pass_by(walker, page, 100)

    page.reload()

    assert left(page) == "3:20"


def test_a_clock_set_back_never_shows_more_than_the_step(walker: Site) -> None:
    page = under_way(walker)
    page.clock.set_system_time(walker.home.wall.time - timedelta(hours=2))

    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    assert left(page) == "5:00"


def test_a_phone_whose_clock_is_wrong_counts_right(walker: Site) -> None:
    """The page says what time it is where it comes from."""
    page = walker.page
    stand_still(page, walker.home.wall.time + timedelta(hours=7))

    page.goto(walker.address + address(walker.home, timedelta(seconds=60)))

    assert left(page) == "4:00"


def test_leaving_and_coming_back_takes_no_time_away(walker: Site) -> None:
    page = under_way(walker)
    page.get_by_role("link", name="Leave").click()
    page.get_by_role("button", name="Start: 5 minutes").wait_for()
    pass_by(walker, page, 30)

    page.go_back()

    page.get_by_role("timer").wait_for()
    assert left(page) == "4:30"


def test_stopping_early_is_told_by_the_wall(walker: Site) -> None:
    page = under_way(walker)
    pass_by(walker, page, 132)

    page.get_by_role("button", name="Stop here").click()

    assert page.get_by_role("heading", name="How hard was it?").is_visible()
    assert sessions(walker.home) == [22]


def test_stop_for_today_leads_to_rest(walker: Site) -> None:
    page = under_way(walker)
    pass_by(walker, page, 60)

    page.get_by_role("button", name="Stop for today").click()

    assert page.get_by_role("heading", name="That is enough for today").is_visible()
    assert sessions(walker.home) == [10]


def test_slower_is_acknowledged(walker: Site) -> None:
    page = under_way(walker)

    page.get_by_role("link", name="Slower", exact=True).click()
    page.clock.run_for(200)

    assert said(page) == "Slower, then. Half as fast is fine."
    assert left(page) == "5:00"


def test_more_than_planned_takes_an_amount(walker: Site) -> None:
    page = under_way(walker, ago=400)

    page.get_by_text("More than planned").click()
    page.get_by_label("How many minutes this time?").fill("6½")
    page.get_by_role("button", name="Note it").click()

    assert page.get_by_role("heading", name="How hard was it?").is_visible()
    assert sessions(walker.home) == [65]


# Buzzing ----------------------------------------------------------------------------------------


def buzzes(page: Page) -> list[object]:
    told: list[object] = page.evaluate("window.buzzed")
    return told


def listen(page: Page) -> None:
    page.add_init_script(
        "window.buzzed = []; navigator.vibrate = (one) => { window.buzzed.push(one); return true; }"
    )


def test_the_phone_is_still_unless_it_was_asked_to_buzz(walker: Site) -> None:
    listen(walker.page)
    page = under_way(walker, ago=149)

    pass_by(walker, page, 160)

    assert buzzes(page) == []


def test_the_phone_buzzes_at_half_time_and_at_the_end(walker: Site) -> None:
    walker.home.say(on.PreferenceSet("buzz", "on"))
    listen(walker.page)
    page = under_way(walker, ago=149)

    pass_by(walker, page, 160)

    assert buzzes(page) == [[200], [200, 100, 200]]


# Breath -----------------------------------------------------------------------------------------


def test_the_breath_is_seen_and_told(walker: Site) -> None:
    walker.home.wall.later(minutes=1)
    with_a_plan(walker.home, movement=Movement.BREATH_STRETCH)
    page = under_way(walker, at="/move/open-arms/")
    pass_by(walker, page, 0.5)
    radii = set()
    words = []
    for _ in range(10):
        words.append(page.locator("[data-word]").inner_text())
        radii.add(page.locator("[data-disc]").get_attribute("r"))
        pass_by(walker, page, 1)

    assert words == ["Breathe in"] * 4 + ["Breathe out"] * 6
    assert len(radii) > 5


def test_without_motion_the_words_alone_change(walker: Site) -> None:
    walker.home.wall.later(minutes=1)
    with_a_plan(walker.home, movement=Movement.BREATH_STRETCH)
    page = under_way(walker, at="/move/open-arms/", page=walker.window(reduced_motion="reduce"))
    before = page.locator("[data-disc]").get_attribute("r")

    pass_by(walker, page, 5)

    assert page.locator("[data-word]").inner_text() == "Breathe out"
    assert page.locator("[data-disc]").get_attribute("r") == before


# Counting ---------------------------------------------------------------------------------------


@pytest.fixture
def lifter(site: Site) -> Site:
    """Somebody whose step is six knee bends."""
    with_a_plan(site.home, movement=Movement.RESISTANCE, unit=Unit.REPS, step=60)
    return site


def test_each_tap_is_one(lifter: Site) -> None:
    page = under_way(lifter, at="/move/knee-bend/")
    circle = page.get_by_role("button", name="of 6")

    for _ in range(6):
        circle.click()

    assert said(page) == "That is your step: 6 times."
    page.get_by_role("button", name="Yes, 6 times").click()
    assert page.get_by_role("heading", name="How hard was it?").is_visible()
    assert sessions(lifter.home) == [60]


def test_a_count_survives_a_reload_and_a_look_at_the_rule(lifter: Site) -> None:
    page = under_way(lifter, at="/move/knee-bend/")
    for _ in range(3):
        page.get_by_role("button", name="of 6").click()

    page.reload()
    page.get_by_role("link", name="Up to 2 more").click()
    page.get_by_role("link", name="Back").click()

    page.locator("[data-count]").get_by_text("3").wait_for()
    pass_by(lifter, page, 20)
    page.get_by_role("button", name="Stop here").click()
    assert page.get_by_role("heading", name="How hard was it?").is_visible()
    assert sessions(lifter.home) == [30]


def test_taps_beyond_the_step_wait_in_the_field_for_more(lifter: Site) -> None:
    page = under_way(lifter, at="/move/knee-bend/")
    for _ in range(8):
        page.get_by_role("button", name="of 6").click()

    page.get_by_text("More than planned").click()

    assert page.get_by_label("How many times this time?").input_value() == "8"


# For everybody ----------------------------------------------------------------------------------


def test_a_session_by_keys_alone(walker: Site) -> None:
    page = walker.page
    stand_still(page, walker.home.wall.time)
    page.goto(walker.address + "/move/")
    press_until(page, "Start: 5 minutes")
    page.keyboard.press("Enter")
    page.get_by_role("timer").wait_for()
    pass_by(walker, page, 301)

    press_until(page, "Yes, 5 minutes")
    page.keyboard.press("Space")
    page.get_by_role("heading", name="How hard was it?").wait_for()
    press_until(page, "3 easy")
    page.keyboard.press("Enter")

    page.wait_for_url(walker.address + "/*")
    assert walker.home.told(on.EffortTold) == [on.EffortTold(3)]


def press_until(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        held = page.evaluate("document.activeElement.innerText || ''")
        if " ".join(held.split()) == name:
            return
    pytest.fail(f"Tab never reached {name!r}")


def test_without_javascript_the_whole_of_it_works(walker: Site) -> None:
    page = walker.window(java_script_enabled=False)
    page.goto(walker.address + "/move/")
    page.get_by_role("button", name="Start: 5 minutes").click()
    assert page.get_by_text("From 8:30 a.m. to 8:35 a.m.").is_visible()
    assert page.get_by_text("Let your arms swing loosely.").is_visible()
    page.get_by_role("link", name="Slower", exact=True).click()
    assert page.get_by_text("Half as fast is fine.").is_visible()
    walker.home.wall.later(minutes=5)

    page.get_by_role("button", name="Yes, 5 minutes").click()
    page.get_by_role("button", name="1 easy").click()

    assert sessions(walker.home) == [50]
    assert walker.home.told(on.EffortTold) == [on.EffortTold(1)]


@pytest.mark.parametrize("ago", [80, 160, 400])
def test_a_session_fits_a_small_phone(walker: Site, ago: int) -> None:
    page = under_way(walker, page=walker.window(viewport=SMALL), ago=ago)

    page.clock.run_for(500)

    assert page.evaluate("document.documentElement.scrollHeight") <= SMALL["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


ADDRESSES = (
    "/move/",
    "/move/choose/",
    "/move/slow-walk/go/?since={since}&step=50",
    "/move/effort/",
    "/move/above/",
    "/move/rest/",
    "/move/rule/",
)


def addresses(site: Site) -> Iterator[str]:
    """Every page, and a session told a moment ago for the page that asks about it."""
    began = since(site.home, timedelta(seconds=20))
    for place in ADDRESSES:
        if place == "/move/effort/":
            site.home.say(on.SessionTold(50), at=site.home.wall() - timedelta(minutes=2))
        yield site.address + place.format(since=began)


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_way(walker: Site, language: str, theme: str) -> None:
    walker.home.say(on.PreferenceSet("language", language), on.PreferenceSet("theme", theme))
    for one in addresses(walker):
        walker.page.goto(one)
        assert barriers(walker.page) == [], one


@pytest.mark.parametrize("size", ["100", "200"])
def test_what_is_tapped_is_large_and_nothing_is_cut_off(walker: Site, size: str) -> None:
    walker.home.say(on.PreferenceSet("text_size", size))
    page = walker.window(viewport=SMALL)
    for place in addresses(walker):
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"], place
        for one in page.locator(TAPPED).all():
            box = one.bounding_box()
            assert box is not None
            if "skip" in (one.get_attribute("class") or ""):
                continue
            assert min(box["width"], box["height"]) >= LEAST_PIXELS, one.inner_text()


def test_in_hebrew_the_drawings_follow_one_another_from_right_to_left(walker: Site) -> None:
    walker.home.say(on.PreferenceSet("language", "he"))
    page = walker.open("/move/")

    first, second = (one.bounding_box() for one in page.locator(".figure svg").all())

    assert first is not None
    assert second is not None
    assert first["x"] > second["x"]


def test_a_page_that_is_swapped_in_looks_as_one_that_is_loaded(walker: Site) -> None:
    """The frame swaps bodies; what the drawings need comes along."""
    page = walker.open("/yours/")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=/move/>go</a>');"
        "htmx.process(document.body)"
    )

    page.get_by_role("link", name="go", exact=True).click()
    page.get_by_role("button", name="Start: 5 minutes").wait_for()
    until(page, "getComputedStyle(document.querySelector('.figure .way')).fill === 'none'")


def test_nothing_is_asked_of_another_host_and_nothing_is_refused(walker: Site) -> None:
    told: list[str] = []
    page = walker.page
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda trouble: told.append(str(trouble)))
    page.on("request", lambda one: None if walker.address in one.url else told.append(one.url))
    for one in addresses(walker):
        page.goto(one)

    assert told == []
    assert json.loads(page.evaluate("JSON.stringify(Object.keys(localStorage))")) == []


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes())) < MOST_PACKED_BYTES
