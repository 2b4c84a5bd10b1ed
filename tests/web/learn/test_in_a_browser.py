"""Chapters in a real browser: read on a phone, put down, read aloud, and kept for offline.

That nothing on them stands in anybody's way is looked at with all other pages (`journeys`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.chapters import bundled
from steadystep.core import events as on
from steadystep.core.movements import Movement
from tests.web.house import barriers, until
from tests.web.journeys.walking import move_in
from tests.web.today import lives

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.web.house import Site

pytestmark = pytest.mark.slow

# As in learn.js, and a little more.
RESTS_MS = 1200
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  const [name] = await caches.keys();
  return (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname);
}"""
LEFT = """async () => {
  const workers = await navigator.serviceWorker.getRegistrations();
  return [workers.length, (await caches.keys()).length];
}"""
# Voices of a device: one that sends the words away to be spoken, and, where asked for, its own.
VOICES = """
const voices = [{lang: 'en-US', localService: false, name: 'away'}, ...OWN];
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => voices, cancel() {},
  addEventListener() {},
  speak(one) { window.spoken.push([one.voice.name, one.text]); window.now = one; },
}});
"""


def open_chapter(site: Site, day: int, language: str = "en") -> Page:
    lives.morning(site.home)
    site.home.say(on.PreferenceSet("language", language))
    return site.open(f"/learn/{day}/")


@pytest.mark.parametrize("language", ["en", "he"])
def test_day_13_is_read_on_a_phone_and_its_step_stands_on_today(site: Site, language: str) -> None:
    move_in(site.home)
    site.home.say(on.PreferenceSet("language", language))
    page = site.open("/learn/13/")
    chapter = bundled().chapter(13, language)
    assert chapter
    assert page.inner_text("h1") == chapter.title
    page.locator(".cite a").first.click()
    assert page.locator("#claim-1").is_visible()

    page.locator("#step label.choice", has=page.locator("[value=mobility]")).click()
    page.locator("#step .minutes label.choice", has=page.locator("[value='100']")).click()
    page.locator("#step .choose button").click()
    page.wait_for_url("**/learn/13/step/**")
    assert site.home.told(on.PlanStarted)[-1].movement == Movement.MOBILITY
    # Ten minutes are told for a bad day, and half of that is offered.
    site.open("/")
    assert "5" in page.inner_text(".step h1")


def test_the_place_is_remembered_once_a_visit_and_offered_on_coming_back(site: Site) -> None:
    page = open_chapter(site, 3)
    page.evaluate("document.querySelectorAll('[data-part] > h2')[2].scrollIntoView()")
    heading = page.locator("[data-part] > h2").nth(2).inner_text()
    page.wait_for_timeout(RESTS_MS)
    with page.expect_response("**/learn/3/left/") as told:
        page.click("header .back")
    assert told.value.status == 204
    page.wait_for_selector("h1:has-text('Twenty-eight')")
    assert len(site.home.told(on.ChapterLeft)) == 1

    page.click("a[href='/learn/3/']")
    link = page.locator(".go-on a")
    link.wait_for()
    assert heading in link.inner_text()
    assert page.evaluate("scrollY") == 0
    link.click()
    assert page.evaluate("scrollY") > 300
    # Opened and put away where it was: nothing new to tell.
    page.goto(site.address + "/learn/")
    assert len(site.home.told(on.ChapterLeft)) == 1


def test_without_a_voice_of_its_own_the_device_says_so_and_sends_nothing(site: Site) -> None:
    site.page.add_init_script(VOICES.replace("...OWN", ""))
    page = open_chapter(site, 3)
    page.click("[data-play]")
    until(page, "document.querySelector('#aloud [data-said]').textContent")
    assert "no voice of its own" in page.inner_text("#aloud")
    assert page.evaluate("window.spoken") == []


def test_a_chapter_is_read_aloud_by_the_devices_own_voice(site: Site) -> None:
    own = "{lang: 'en_GB', localService: true, name: 'own'}"
    site.page.add_init_script(VOICES.replace("...OWN", own))
    page = open_chapter(site, 3)
    page.click("[data-play]")
    until(page, "window.spoken.length == 1")
    page.evaluate("window.now.onend()")
    marked = page.locator(".being-read")
    assert page.evaluate("window.spoken.map(one => one[0])") == ["own", "own"]
    assert page.evaluate("window.spoken[1][1]") == marked.inner_text()
    page.click("[data-stop]")
    assert marked.count() == 0
    assert page.locator("[data-play]").is_visible()


def test_offline_the_kept_words_open_and_forgetting_clears_them(site: Site) -> None:
    page = open_chapter(site, 3)
    kept = page.evaluate(KEPT)
    assert {"/learn/plain/en/", "/learn/plain/en/13/"} <= set(kept)
    assert all(one.startswith(("/learn/plain/en/", "/static/")) for one in kept)

    site.context.set_offline(True)
    page.goto(site.address + "/learn/13/")
    assert "You are reading a kept copy." in page.inner_text("main")
    assert page.inner_text("h1") == "Why movement helps and hurts"
    assert barriers(page) == []
    page.click(".back")
    page.wait_for_selector("h1:has-text('Twenty-eight')")
    site.context.set_offline(False)
    page.goto(site.address + "/learn/13/")
    assert "kept copy" not in page.inner_text("main")

    page.goto(site.address + "/yours/data/forget/")
    page.check("input[name=sure]")
    page.click("button.warm")
    page.wait_for_selector("h1:has-text('deleted')")
    assert page.evaluate(LEFT) == [0, 0]
