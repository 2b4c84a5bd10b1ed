"""The living parts under a thumb: they fit, they work by keys and without a script, and speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.web.home.life import twelve_weeks
from steadystep.web.record.words import words_for
from tests.web.house import barriers

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.web.house import Site


def moved_in(site: Site, language: str = "en") -> None:
    home = site.home
    home.log.append(twelve_weeks(home.wall(), words_for(language), language))
    home.say(on.PreferenceSet("language", language))


@pytest.mark.slow
def test_the_trap_opens_by_keys_and_without_a_script(site: Site) -> None:
    page = site.window(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto(site.address + "/learn/13/")
    assert not page.locator(".four-days .way").first.is_visible()

    page.locator("#trap-more-chosen").focus()
    page.keyboard.press("Space")
    assert page.locator(".way.more p").is_visible()

    page.keyboard.press("ArrowDown")
    assert page.locator(".way.same p").is_visible()
    assert not page.locator(".way.more p").is_visible()


@pytest.mark.slow
def test_it_fits_a_small_phone_and_nothing_stands_in_the_way(site: Site) -> None:
    moved_in(site, "he")
    page = site.open("/learn/13/")
    page.set_viewport_size({"width": 320, "height": 568})
    page.locator('[for="trap-more-chosen"]').click()
    page.locator(".own-picture summary").click()

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert barriers(page) == []
    assert small_taps(page) == []


@pytest.mark.slow
def test_a_step_is_taken_in_the_chapter_and_stands_on_today(site: Site) -> None:
    moved_in(site)
    page = site.open("/learn/13/")
    page.get_by_role("radio", name="Light strength").check()
    assert not page.get_by_text("How many minutes can you do").is_visible()

    page.locator('[name="amount-reps"][value="60"]').check()
    page.get_by_role("button", name="Make it my step").click()
    page.get_by_role("link", name="Go to today").click()

    page.wait_for_url(site.address + "/")
    assert "3 times" in page.locator(".big").first.inner_text()


def small_taps(page: Page) -> list[str]:
    """What can be tapped in the living parts and is smaller than a fingertip."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".living :is(a, button, summary, label)")]
        .filter(one => one.checkVisibility())
        .filter(one => Math.min(one.offsetWidth, one.offsetHeight) < 48)
        .map(one => one.textContent)"""
    )
    return found
