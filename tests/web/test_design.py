"""Every part of the design, looked at by a browser: light and dark, both languages, all sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.urls import clear_url_caches

from steadystep.core.events import PreferenceSet
from steadystep.explain import ENGLISH
from steadystep.web.home.life import twelve_weeks
from tests.web.house import barriers, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, ViewportSize

    from tests.web.house import Site

pytestmark = pytest.mark.slow

SMALL_PHONE: ViewportSize = {"width": 320, "height": 568}
# Any two values of different columns meet in one row at least.
LOOKS = [
    ("light", "en", "100", "auto"),
    ("light", "he", "200", "more"),
    ("dark", "en", "200", "auto"),
    ("dark", "he", "100", "more"),
    ("dark", "he", "200", "auto"),
    ("light", "en", "100", "more"),
]
# What a finger needs, and what lies between two of them, in CSS pixels (journey, section 5).
TARGET = 48
GAP = 8

SIZES_OF_TARGETS = """
() => [...document.querySelectorAll("a, button, input, select, summary, .choice, .scale label")]
  .filter(one => !one.closest(".skip, p, li:not(.rows li), .scale label > *"))
  .filter(one => !["hidden", "radio", "checkbox"].includes(one.type) && !one.matches(".skip"))
  .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([, box]) => box.width)
  .map(([name, box]) => [name, box.left, box.top, box.right, box.bottom])
"""


@pytest.fixture(autouse=True)
def with_a_gallery(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(settings, "ROOT_URLCONF", "tests.web.gallery")
    clear_url_caches()
    yield
    monkeypatch.undo()
    clear_url_caches()


def gallery(site: Site, theme: str, language: str, size: str, contrast: str) -> Page:
    """The gallery as one person would see it, on the smallest phone."""
    site.home.say(
        PreferenceSet("theme", theme),
        PreferenceSet("language", language),
        PreferenceSet("text_size", size),
        PreferenceSet("contrast", contrast),
    )
    page = site.open("/gallery/")
    page.set_viewport_size(SMALL_PHONE)
    return page


@pytest.mark.parametrize(("theme", "language", "size", "contrast"), LOOKS)
def test_nothing_stands_in_the_way_of_anybody(
    site: Site, theme: str, language: str, size: str, contrast: str
) -> None:
    page = gallery(site, theme, language, size, contrast)

    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == SMALL_PHONE["width"]


@pytest.mark.parametrize("size", ["100", "200"])
def test_a_finger_finds_every_target_and_the_gap_between(site: Site, size: str) -> None:
    boxes: list[list[Any]] = gallery(site, "light", "en", size, "auto").evaluate(SIZES_OF_TARGETS)

    assert len(boxes) > 30
    for name, left, top, right, bottom in boxes:
        assert right - left >= TARGET, name
        assert bottom - top >= TARGET, name
    assert too_near(boxes) == []


def too_near(boxes: list[list[Any]]) -> list[tuple[str, str]]:
    """Pairs of targets with less than the gap between them; rows divided by a line may touch."""
    near = []
    for number, (one, left, top, right, bottom) in enumerate(boxes):
        for other, its_left, its_top, its_right, its_bottom in boxes[number + 1 :]:
            across = max(its_left - right, left - its_right)
            along = max(its_top - bottom, top - its_bottom)
            if max(across, along) < GAP - 0.1 and max(across, along) != 1:
                near.append((one, other))
    return near


def test_a_swapped_page_begins_at_its_heading_and_keeps_the_place_in_the_list(site: Site) -> None:
    page = site.open("/yours/")
    page.get_by_role("link", name="Text size").click()
    page.wait_for_url("**/look/text-size/")

    assert page.evaluate("document.activeElement.textContent") == "Text size"

    page.go_back()
    page.wait_for_url("**/yours/")
    page.get_by_role("heading", name="Settings").wait_for()


def test_a_new_look_is_there_without_loading_the_page_again(site: Site) -> None:
    page = site.open("/yours/look/language/")
    page.evaluate("window.stayed = true")

    page.get_by_role("button", name="עברית").click()
    page.wait_for_selector("html[dir=rtl][lang=he]")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[dir=ltr][lang=en]")

    assert page.evaluate("window.stayed")


def test_a_swapped_page_wears_its_own_styles_and_no_others(site: Site) -> None:
    """Between two features the styles change with the page, at once and without loading anew."""
    site.home.log.append(twelve_weeks(site.home.wall(), ENGLISH, "en"))
    page = site.open("/more/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")

    page.locator("a[href='/history/']").first.click()
    page.wait_for_url("**/history/")
    until(page, "document.activeElement.matches('h1')")
    swapped = page.evaluate(WORN)
    page.reload()

    assert swapped == [*page.evaluate(WORN), True]


WORN = """
() => [
  document.body.className,
  [...document.styleSheets].filter(one => one.media.mediaText !== "not all")
    .map(one => one.href).sort(),
  ...(window.stayed ? [true] : []),
]
"""


def test_a_program_that_was_closed_is_told_on_the_page(site: Site) -> None:
    page = site.open("/yours/")
    page.route("**/look/**", lambda one: one.abort())

    page.get_by_role("link", name="Text size").click()

    page.get_by_text("Steadystep does not answer.").wait_for()


def test_everything_works_without_scripts(site: Site) -> None:
    page = site.window(java_script_enabled=False)
    page.goto(f"{site.address}/yours/look/theme/")

    page.get_by_role("button", name="Dark").click()
    page.wait_for_selector("html[data-theme=dark]")

    assert site.home.told(PreferenceSet) == [PreferenceSet("theme", "dark")]


def test_the_browser_keeps_the_address_and_nothing_that_was_read(site: Site) -> None:
    page = site.open("/yours/")
    page.get_by_role("link", name="Text size").click()
    page.wait_for_url("**/look/text-size/")

    kept = page.evaluate("({...localStorage, ...sessionStorage})")
    assert kept == {"htmx-current-path-for-history": "/yours/look/text-size/"}


def test_the_first_load_and_later_ones_are_light(site: Site) -> None:
    """Journey: 60 kB for the first load and 15 kB for later ones, packed, all files together."""
    weights: list[int] = []
    page = site.window()
    page.on("requestfinished", lambda one: weights.append(one.sizes()["responseBodySize"]))

    page.goto(f"{site.address}/yours/")
    page.wait_for_load_state("networkidle")
    with page.expect_request_finished() as later:
        page.get_by_role("link", name="Text size").click()

    assert 0 < sum(weights) <= 40_000
    assert 0 < later.value.sizes()["responseBodySize"] <= 5_000
